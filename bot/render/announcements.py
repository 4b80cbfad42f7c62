"""Announcements of new articles, and digests of what came in a day or week. Pure."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Protocol

from bot.i18n.wording import Wording
from bot.render.articles import origin, quoted_action
from bot.render.markdown import inline, link, plain, safe_url, units, visible
from bot.render.pages import MESSAGE_LIMIT, Accent, Action, Page, TextBlock
from bot.render.passages import NAME, TITLE, Shown, shown
from bot.render.places import PREFIX
from bot.render.quotations import choice_of
from index import ArticleSummary, Highlights, Passage


class Filtering(Protocol):
    """What a server has set of filters."""

    @property
    def announce_people(self) -> tuple[str, ...]:
        """Who must be quoted, one of them."""

    @property
    def announce_outlets(self) -> tuple[str, ...]:
        """Which outlet it must be of, one of them."""

    @property
    def announce_words(self) -> tuple[str, ...]:
        """What it must be about, one of them."""


QUOTATIONS = 2
"""Quotations in an announcement."""

_NAMED = 5  # people named at most
_LEAST = 1_200  # units that each quotation may take, if there are so many left


def announcement_page(article: ArticleSummary, found: Highlights, say: Wording, *, feed: str | None = None) -> Page:
    """Announce an article, with its most telling quotations, who is quoted in it, its link, and the feed it is from."""
    url = safe_url(article.url)
    title = link(plain(article.title, TITLE) or say("untitled"), article.url, TITLE)
    where = " · ".join(origin(article, say))
    heading = f"### {title}\n-# {where}" if where else f"### {title}"
    small = [f"-# {say('announced-quoted', names=named(found.quoted, say))}"] if found.quoted else []
    if feed is not None:
        small.append(f"-# {say('announced-from', feed=inline(feed, TITLE))}")
    foot = "\n".join(small) or None
    room = MESSAGE_LIMIT - units(heading) - units(foot or "")
    blocks = [TextBlock((*item.texts, item.said)) for _, item in fitted(found.passages, room, say)]
    actions = (
        quoted_action(article.id, say),
        *((Action(say("button-source"), url=url, emoji="🔗"),) if url else ()),
    )
    return Page((TextBlock((heading,)), *blocks), Accent.ANSWER, foot, actions)


def digest_key(rhythm: str, day: date) -> str:
    """Give the custom id of the button of a digest that lists its articles; no other message has the same."""
    return f"{PREFIX}:digest:{rhythm}:{day.isoformat()}"


def digest_page(found: Highlights, rhythm: str, day: date, say: Wording) -> Page:
    """Show who was quoted most in the time up to a day, and the most telling quotations, each with its source."""
    heading = (
        f"### 🗞️ {say(f'digest-heading-{rhythm}', day=say.day(day))}\n-# {say('count-article', number=found.articles)}"
    )
    if found.quoted:
        most = ", ".join(f"**{visible(name, NAME)}** ({number})" for name, number in found.quoted[:_NAMED])
        heading += f"\n{say('digest-quoted', names=most)}"
    room = MESSAGE_LIMIT - units(heading)
    blocks = blocks_of(fitted(found.passages, room, say))
    choices = tuple(choice_of(passage) for passage in found.passages)
    every = Action(say("button-articles"), digest_key(rhythm, day), emoji="📰")
    return Page((TextBlock((heading,)), *blocks), Accent.ANSWER, actions=(every,), choices=choices)


def fitted(passages: Sequence[Passage], room: int, say: Wording) -> list[tuple[Passage, Shown]]:
    """Render passages, one under the other, in at most `room` units together; one beside whose names there is no room
    for its words is left out."""
    items = []
    for at, passage in enumerate(passages):
        with suppress(ValueError):
            item = shown(passage, min(room, max(_LEAST, room // (len(passages) - at))), say)
            room -= item.size + 1
            items.append((passage, item))
    return items


def blocks_of(items: Sequence[tuple[Passage, Shown]]) -> tuple[TextBlock, ...]:
    """Make blocks of passages; of some from one article in a row, it is named once, below the last."""
    last = [at for at, (passage, _) in enumerate(items) if passage.article_id not in _ids(items[at + 1 : at + 2])]
    return tuple(
        TextBlock((*item.texts, f"{item.said}\n{item.citation}" if at in last else item.said))
        for at, (_, item) in enumerate(items)
    )


def _ids(items: Sequence[tuple[Passage, Shown]]) -> set[str]:
    return {passage.article_id for passage, _ in items}


def named(quoted: Sequence[tuple[str, int]], say: Wording) -> str:
    """Name who is quoted most, and how many more are."""
    names = ", ".join(f"**{visible(name, NAME)}**" for name, _ in quoted[:_NAMED])
    more = len(quoted) - _NAMED
    return say("quoted-more", names=names, more=more) if more > 0 else names


def filters_line(preferences: Filtering, say: Wording) -> str:
    """Say what an article must have to be announced."""
    parts = [
        say(f"filter-set-{kind}", names=", ".join(visible(name, NAME) for name in names))
        for kind, names in (
            ("people", preferences.announce_people),
            ("outlets", preferences.announce_outlets),
            ("words", preferences.announce_words),
        )
        if names
    ]
    return " · ".join(parts) or say("filter-none")
