"""Feeds: what has become of each subscription, and what asking it brought. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.i18n.wording import Wording
from bot.render.articles import title_of
from bot.render.markdown import label, link, plain, units, visible
from bot.render.moderation import moment
from bot.render.pages import (
    MESSAGE_LIMIT,
    Accent,
    Action,
    Page,
    TextBlock,
    list_pages,
    packed,
    stated,
)
from bot.render.passages import TITLE
from bot.render.places import PREFIX
from index import Poll, PollOutcome, Subscription

_ERROR, _BUTTON = 300, 60
_LISTED = 10  # feeds on a page, each of which may have a button


@dataclass(frozen=True, slots=True)
class _Described:
    """A feed in the list."""

    words: str
    check: Action | None


def subscribed_page(subscription: Subscription, items: int, say: Wording, *, anew: bool) -> Page:
    """Say that a feed is subscribed, or was before, that its articles follow, and where they are announced."""
    key = "feed-added" if anew else "feed-again"
    said = say(key, feed=f"**{_name(subscription)}**", articles=say("count-article", number=items))
    return Page((TextBlock((f"{said}\n-# {_where(subscription, say)}",)),), Accent.DONE)


def feed_edited_page(subscription: Subscription, say: Wording) -> Page:
    """Say what a feed is called from now on, and where it is announced."""
    said = say("feed-edited", feed=f"**{_name(subscription)}**")
    return Page((TextBlock((f"{said}\n-# {_where(subscription, say)}",)),), Accent.DONE)


def _where(subscription: Subscription, say: Wording) -> str:
    """Say where a feed's articles are announced."""
    own = subscription.announce_in
    if own is None:
        return say("feed-announced-nowhere")
    return say("feed-announced", where=f"<#{own}>") if own.isdigit() else say("feed-announced-settings")


def feeds_pages(subscriptions: Sequence[Subscription], say: Wording) -> tuple[Page, ...]:
    """List feeds with when they were asked, when they will be, what came of them, and the last error."""
    if not subscriptions:
        return (stated(say("feeds-none")),)
    described = [_Described(_status(subscription, say), _check(subscription, say)) for subscription in subscriptions]
    heading = f"### {say('feeds')}"
    pages = []
    for group in packed(
        described, room=MESSAGE_LIMIT - units(heading), most=_LISTED, size=lambda one: units(one.words)
    ):
        words = "\n".join(one.words for one in group)
        checks = tuple(one.check for one in group if one.check is not None)
        pages.append(Page((TextBlock((heading,)), TextBlock((words,))), Accent.ANSWER, actions=checks))
    return tuple(pages)


def _status(subscription: Subscription, say: Wording) -> str:
    shown = link(plain(subscription.title, TITLE) or subscription.url, subscription.url, TITLE)
    checked = say("feed-checked", when=moment(subscription.checked)) if subscription.checked else say("feed-new")
    counts = say(
        "feed-counts", added=subscription.items_added, gone=subscription.items_gone, failed=subscription.items_failed
    )
    parts = [checked, counts]
    if subscription.next_check is not None:
        parts.append(say("feed-next", when=moment(subscription.next_check)))
    if subscription.announce_in is None or subscription.announce_in.isdigit():
        parts.append(_where(subscription, say))
    lines = [shown, f"-# {' · '.join(parts)}"]
    if subscription.resting:
        lines.append(f"-# 💤 {say('feed-resting', times=subscription.crashes)}")
    elif subscription.last_error:
        lines.append(f"-# ⚠️ {visible(subscription.last_error, _ERROR)}")
    if subscription.limited:
        lines.append(f"-# ⏳ {say('feed-limited')}")
    return "\n".join(lines)


def _check(subscription: Subscription, say: Wording) -> Action | None:
    """Give the button that has a feed polled which fails, or is polled no more."""
    if not subscription.stopped and not subscription.last_error:
        return None
    words = label(say("button-check", feed=plain(subscription.title or subscription.url, _BUTTON)))
    return Action(words, f"{PREFIX}:check:{subscription.id}", emoji="🔄")


def poll_page(subscription: Subscription, poll: Poll, say: Wording) -> Page:
    """Say what asking a feed brought."""
    feed = f"**{_name(subscription)}**"
    if poll.outcome is PollOutcome.FAILED:
        said = say("poll-failed", feed=feed, error=visible(poll.error or "", _ERROR))
        return Page((TextBlock((said,)),), Accent.TROUBLE)
    if poll.goes_on is not None and not poll.additions:
        return Page((TextBlock((say("poll-limited", feed=feed, when=moment(poll.goes_on)),)),), Accent.SILENCE)
    if not poll.additions:
        return Page((TextBlock((say("poll-unchanged", feed=feed),)),), Accent.DONE)
    lines = [
        say(f"outcome-{addition.outcome}", title=f"**{title_of(addition.article.title, say)}**")
        for addition in poll.additions
    ]
    heading = say("poll-read", feed=feed)
    return list_pages(heading, lines)[0]


def _name(subscription: Subscription) -> str:
    return visible(subscription.title or subscription.url, TITLE)
