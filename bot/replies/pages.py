"""What a reply shows: pages of Markdown blocks within Discord's limits. Pure functions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TypeVar

from bot.replies.passages import NAME, Shown, day, shown
from bot.replies.text import inline, units, visible
from index import Answer, Person, Quotes

_T = TypeVar("_T")

MESSAGE_LIMIT = 4_000
"""Characters over all text of one Components V2 message."""

_QUOTES, _LISTED = 5, 10
"""Passages and list entries on a page at most; with rules and buttons well below 40 components."""

_QUESTION, _SENTENCE, _SUGGESTION, _ALIAS = 300, 1_000, 80, 40


class Accent(IntEnum):
    """The stripe beside a reply, as RGB."""

    ANSWER = 0x3B6EA8
    SILENCE = 0x8A8F98
    DONE = 0x3F8F5F
    TROUBLE = 0xB5473C


@dataclass(frozen=True, slots=True)
class Block:
    """Texts that belong together, one under the other: Markdown, safe to send.

    Attributes
    ----------
    ruled : bool
        Whether a rule parts it from the block above, or only a gap.
    """

    texts: tuple[str, ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of a reply.

    Attributes
    ----------
    blocks : tuple of Block
        In order.
    foot : str | None
        Small print under all of them.
    """

    blocks: tuple[Block, ...]
    accent: Accent
    foot: str | None = None


PUBLIC_FOOT = "-# From the public library: this server has no articles of its own yet."


def notice(sentence: str, accent: Accent = Accent.SILENCE) -> Page:
    """Make a page of one plain sentence, whatever is in it."""
    return Page((Block((visible(sentence, _SENTENCE),)),), accent)


def answer_pages(answer: Answer, *, foot: str | None = None) -> tuple[Page, ...]:
    """Show an answer: one page a passage, best first, or one page that says why there is none."""
    question = f"### {visible(answer.question, _QUESTION)}"
    if not answer.passages:
        silence = _silence(answer.abstained, answer.suggestions)
        return (Page((Block((question,)), Block((silence,))), Accent.SILENCE, foot),)
    room = MESSAGE_LIMIT - units(question) - units(foot or "")
    return tuple(
        Page((Block((question,)), *_run([shown(passage, room)])), Accent.ANSWER, foot) for passage in answer.passages
    )


def quotes_pages(name: str, quotes: Quotes, *, about: str | None = None, foot: str | None = None) -> tuple[Page, ...]:
    """Show what a person is reported to have said, a few passages a page, in the order given.

    `name` is what was asked for, shown where the library knows nobody by it.
    """
    person = quotes.person
    heading = f"### {visible(person.name if person else name, NAME)}"
    if person:
        heading += f"\n-# {_figures(person)}"
    if about:
        heading += f"\n-# About: {inline(about, NAME)}"
    if not quotes.passages:
        silence = _silence(quotes.abstained, quotes.suggestions)
        return (Page((Block((heading,)), Block((silence,))), Accent.SILENCE, foot),)
    room = MESSAGE_LIMIT - units(heading) - units(foot or "")
    found = [(passage.article_id, shown(passage, room)) for passage in quotes.passages]
    groups = packed(found, room=room, most=_QUOTES, size=lambda pair: pair[1].size)
    return tuple(Page((Block((heading,)), *_runs(group)), Accent.ANSWER, foot) for group in groups)


def _runs(found: Sequence[tuple[str, Shown]]) -> list[Block]:
    """Make blocks of passages, each with its article's id; a rule parts articles, a gap passages of one."""
    runs = groupby(found, key=lambda pair: pair[0])
    return [block for _, run in runs for block in _run([item for _, item in run])]


def _run(passages: Sequence[Shown]) -> list[Block]:
    """Make blocks of passages from one article, which is named once, below the last."""
    last = len(passages) - 1
    return [
        Block((item.quoted, item.said if at < last else f"{item.said}\n{item.source}"), ruled=at == 0)
        for at, item in enumerate(passages)
    ]


def people_pages(people: Sequence[Person], *, most: int, foot: str | None = None) -> tuple[Page, ...]:
    """List who is quoted, in the order given: the first `most`, and that there are more."""
    if not people:
        return (notice("Nobody is quoted in this library yet."),)
    entries = [f"**{visible(person.name, NAME)}**\n-# {_figures(person)}" for person in people[:most]]
    figures = f"The first {most:,} speakers" if len(people) > most else count(len(people), "speaker")
    heading = f"### Who is quoted\n-# {figures} in this library"
    return list_pages(heading, entries, foot=foot)


def list_pages(heading: str, entries: Sequence[str], *, foot: str | None = None) -> tuple[Page, ...]:
    """List `entries`, Markdown of at most a few hundred units each, ten or fewer a page."""
    room = MESSAGE_LIMIT - units(heading) - units(foot or "")
    groups = packed(entries, room=room, most=_LISTED, size=units)
    return tuple(Page((Block((heading,)), Block(("\n".join(group),))), Accent.ANSWER, foot) for group in groups)


def packed(items: Sequence[_T], *, room: int, most: int, size: Callable[[_T], int]) -> list[list[_T]]:
    """Group `items` in order, each group of at most `most` and, with a line break between two, of `room` units.

    An item that is larger than `room` by itself is alone in its group.
    """
    groups: list[list[_T]] = []
    left = 0
    for item in items:
        taken = size(item) + 1
        if not groups or len(groups[-1]) == most or taken > left:
            groups.append([])
            left = room + 1
        groups[-1].append(item)
        left -= taken
    return groups


def _figures(person: Person) -> str:
    figures = [
        person.type.value,
        f"{count(person.quotes, 'quotation')} in {count(person.articles, 'article')}",
    ]
    if person.latest:
        figures.append(f"latest {day(person.latest)}")
    if person.aliases:
        figures.append(f"also {', '.join(inline(alias, _ALIAS) for alias in person.aliases[:3])}")
    return " · ".join(figures)


def _silence(reason: str | None, suggestions: Sequence[str]) -> str:
    said = visible(reason or "Nothing in the library answers that.", _SENTENCE)
    if suggestions:
        names = ", ".join(f"**{visible(name, _SUGGESTION)}**" for name in suggestions[:5])
        said += f"\nDid you mean {names}?"
    return said


def count(number: int, noun: str) -> str:
    """Write `number` with `noun` in its right number, such as "1 article" or "1,200 articles"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"
