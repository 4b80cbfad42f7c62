"""What one person said, as pages: a list, or about a topic a time line. Pure."""

from collections.abc import Sequence
from itertools import groupby

from bot.i18n.wording import Wording
from bot.render.markdown import inline, plain, units, visible
from bot.render.pages import (
    MESSAGE_LIMIT,
    Accent,
    Choice,
    Page,
    TextBlock,
    figures_of,
    packed,
    run_blocks,
    silence_page,
)
from bot.render.passages import NAME, Shown, shown
from bot.render.places import PassagePlace
from index import Passage, Quotes

_QUOTES = 5
"""Passages on a page at most; with rules and buttons well below 40 components."""

_CHOICE = 100  # units of a line of the menu at most
_MONTH = 40  # units that the line with a month takes at most


def quotes_pages(
    name: str, quotes: Quotes, say: Wording, *, about: str | None = None, foot: str | None = None
) -> tuple[Page, ...]:
    """Show what a person is reported to have said, a few passages a page, in the order given; what was said `about`
    something under the months in which it was published.

    `name` is what was asked for, shown where the library knows nobody by it.
    """
    person = quotes.person
    heading = f"### {visible(person.name if person else name, NAME)}"
    if person:
        heading += f"\n-# {figures_of(person, say)}"
    if about:
        heading += f"\n-# {say('about', topic=inline(about, NAME))}"
    if not quotes.passages:
        return (silence_page(heading, quotes.silence, quotes.suggestions, say, foot),)
    room = MESSAGE_LIMIT - units(heading) - units(foot or "")
    named = [(p, shown(p, room - _MONTH, say, of=person.name if person else None)) for p in quotes.passages]
    found = [(_time(passage, say) if about else "", passage, item) for passage, item in named]
    groups = packed(found, room=room, most=_QUOTES, size=lambda each: each[2].size + (_MONTH if about else 0))
    return tuple(
        Page(
            (TextBlock((heading,)), *_runs([((time, passage.article_id), item) for time, passage, item in group])),
            Accent.ANSWER,
            foot,
            choices=tuple(_choice(passage) for _, passage, _ in group),
        )
        for group in groups
    )


def _time(passage: Passage, say: Wording) -> str:
    return say.month(passage.published) if passage.published else say("undated")


def _choice(passage: Passage) -> Choice:
    return Choice(
        plain(passage.text, _CHOICE) or "…",
        plain(passage.title or passage.article_id, _CHOICE) or "…",
        str(PassagePlace.of(passage)),
    )


def _runs(found: Sequence[tuple[tuple[str, str], Shown]]) -> list[TextBlock]:
    """Make blocks of passages, each with its time, or "", and its article's id; a rule parts articles, a gap passages
    of one, and the time stands above the first of several."""
    blocks: list[TextBlock] = []
    above = ""
    for (time, _), run in groupby(found, key=lambda pair: pair[0]):
        first, *others = run_blocks([item for _, item in run])
        blocks += [TextBlock((f"**{time}**", *first.texts)) if time != above else first, *others]
        above = time
    return blocks
