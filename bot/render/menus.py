"""Lists whose lines can be opened from a menu below them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.i18n.wording import Wording
from bot.render.markdown import plain, units, visible
from bot.render.pages import (
    LISTED,
    MESSAGE_LIMIT,
    Accent,
    Choice,
    Page,
    TextBlock,
    figures_of,
    notice,
    packed,
)
from bot.render.passages import NAME
from bot.render.places import person_value
from index import Person

_CHOICE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, Markdown of at most a few hundred units, and the line of the menu that opens what it shows."""

    words: str
    choice: Choice | None


def menu_pages(heading: str, lines: Sequence[Line], *, foot: str | None = None) -> tuple[Page, ...]:
    """List `lines`, ten or fewer a page, each of which can be opened from a menu."""
    room = MESSAGE_LIMIT - units(heading) - units(foot or "")
    return tuple(
        Page(
            (TextBlock((heading,)), TextBlock(("\n".join(line.words for line in group),))),
            Accent.ANSWER,
            foot,
            choices=tuple(line.choice for line in group if line.choice is not None),
        )
        for group in packed(lines, room=room, most=LISTED, size=lambda line: units(line.words))
    )


def person_choice(name: str, small: str, *, token: str = "") -> Choice | None:
    """Give the line of a menu that opens what a person said, in the article of `token` alone if that is given; None
    where the name is too long for it."""
    value = person_value(name, token)
    return None if value is None else Choice(plain(name, _CHOICE) or "…", small, value)


def people_pages(people: Sequence[Person], say: Wording, *, most: int, foot: str | None = None) -> tuple[Page, ...]:
    """List who is quoted, in the order given: the first `most`, and that there are more."""
    if not people:
        return (notice(say("nobody-quoted")),)
    lines = [
        Line(
            f"**{visible(person.name, NAME)}**\n-# {figures_of(person, say)}",
            person_choice(person.name, say("count-quotation", number=person.quotes)),
        )
        for person in people[:most]
    ]
    figures = (
        say("speakers-first", number=f"{most:,}")
        if len(people) > most
        else say("speakers-all", speakers=say("count-speaker", number=len(people)))
    )
    return menu_pages(f"### {say('who-is-quoted')}\n-# {figures}", lines, foot=foot)
