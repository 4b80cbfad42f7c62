"""Feeds: what has become of each subscription, and the announcement of a new article. Pure."""

from collections.abc import Sequence

from bot.i18n.wording import Wording
from bot.render.articles import particulars, title_of
from bot.render.markdown import inline, link, plain, safe_url, visible
from bot.render.moderation import moment
from bot.render.pages import PREFIX, Accent, Action, Page, TextBlock, list_pages, notice
from bot.render.passages import TITLE
from index import Announcement, Poll, PollOutcome, Subscription, article_token

_ERROR = 300


def subscribed_page(subscription: Subscription, items: int, say: Wording) -> Page:
    """Say that a feed is subscribed, and that its articles follow."""
    said = say("feed-added", feed=f"**{_name(subscription)}**", articles=say("count-article", number=items))
    return Page((TextBlock((said,)),), Accent.DONE)


def feeds_pages(subscriptions: Sequence[Subscription], say: Wording) -> tuple[Page, ...]:
    """List feeds with when they were asked, when they will be, what came of them, and the last error."""
    if not subscriptions:
        return (notice(say("feeds-none")),)
    entries = [_status(subscription, say) for subscription in subscriptions]
    return list_pages(f"### {say('feeds')}", entries)


def _status(subscription: Subscription, say: Wording) -> str:
    shown = link(plain(subscription.title, TITLE) or subscription.url, subscription.url, TITLE)
    checked = say("feed-checked", when=moment(subscription.checked)) if subscription.checked else say("feed-new")
    counts = say(
        "feed-counts", added=subscription.items_added, gone=subscription.items_gone, failed=subscription.items_failed
    )
    parts = [checked, counts]
    if subscription.next_check is not None:
        parts.append(say("feed-next", when=moment(subscription.next_check)))
    if subscription.announce_in and subscription.announce_in.isdigit():
        parts.append(say("feed-announced", where=f"<#{subscription.announce_in}>"))
    lines = [shown, f"-# {' · '.join(parts)}"]
    if subscription.last_error:
        lines.append(f"-# ⚠️ {visible(subscription.last_error, _ERROR)}")
    return "\n".join(lines)


def poll_page(subscription: Subscription, poll: Poll, say: Wording) -> Page:
    """Say what asking a feed brought."""
    feed = f"**{_name(subscription)}**"
    if poll.outcome is PollOutcome.FAILED:
        said = say("poll-failed", feed=feed, error=visible(poll.error or "", _ERROR))
        return Page((TextBlock((said,)),), Accent.TROUBLE)
    if not poll.additions:
        return Page((TextBlock((say("poll-unchanged", feed=feed),)),), Accent.DONE)
    lines = [
        say(f"outcome-{addition.outcome}", title=f"**{title_of(addition.article.title, say)}**")
        for addition in poll.additions
    ]
    heading = say("poll-read", feed=feed)
    return list_pages(heading, lines)[0]


def announcement_page(announcement: Announcement, say: Wording) -> Page:
    """Announce an article, with its link and a button that shows whom it quotes."""
    article = announcement.article
    url = safe_url(article.url)
    title = link(plain(article.title, TITLE) or say("untitled"), article.url, TITLE)
    actions = (
        Action(say("button-quoted"), f"{PREFIX}:article:{article_token(article.id)}", emoji="💬"),
        *((Action(say("button-source"), url=url, emoji="🔗"),) if url else ()),
    )
    feed = inline(announcement.feed.title or announcement.feed.url, TITLE)
    return Page(
        (TextBlock((f"### {title}\n{particulars(article, say)}\n-# {say('announced-from', feed=feed)}",)),),
        Accent.ANSWER,
        actions=actions,
    )


def _name(subscription: Subscription) -> str:
    return visible(subscription.title or subscription.url, TITLE)
