"""What a reply shows: pages of Markdown blocks within Discord's limits. Pure functions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from bot.i18n.wording import Wording
from bot.render.markdown import inline, plain, safe_url, units, visible
from bot.render.passages import Shown, shown
from bot.render.places import MORE, PREFIX, PassagePlace, Turning, places_of
from index import Answer, Passage, Person, Silence

_T = TypeVar("_T")

MESSAGE_LIMIT = 4_000
"""Characters over all text of one Components V2 message."""

LISTED = 10
"""List entries on a page at most; with rules and buttons well below 40 components."""

_HEADLINE, _SUBJECT, _SENTENCE, _ALIAS, _CHOICE, _BY = 120, 300, 1_000, 40, 100, 40
_SUGGESTED = 5


class Accent(IntEnum):
    """The stripe beside a reply, as RGB."""

    ANSWER = 0x3B6EA8
    SILENCE = 0x8A8F98
    DONE = 0x3F8F5F
    TROUBLE = 0xB5473C


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Texts that belong together, one under the other: Markdown, safe to send.

    Attributes
    ----------
    ruled : bool
        Whether a rule parts it from the block above, or only a gap.
    beside : Action | None
        A button beside the texts, of which there are three at most then.
    """

    texts: tuple[str, ...]
    ruled: bool = True
    beside: "Action | None" = None


@dataclass(frozen=True, slots=True)
class Action:
    """A button.

    Attributes
    ----------
    custom_id : str | None
        At most 100 characters; None exactly where `url` is given.
    look : str
        "primary", "secondary", "success" or "danger"; a link has none of its own.
    dead : bool
        Whether it cannot be clicked at present.
    apart : bool
        Whether it begins a row.
    """

    label: str
    custom_id: str | None = None
    url: str | None = None
    emoji: str | None = None
    look: str = "secondary"
    dead: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a menu of passages, articles or people: its words, small print, and what it opens, see `places`."""

    label: str
    description: str
    value: str


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of a reply.

    Attributes
    ----------
    blocks : tuple of TextBlock
        In order.
    foot : str | None
        Small print under all of them.
    actions : tuple of Action
        Buttons that work as long as the message stands, at most ten.
    choices : tuple of Choice
        Passages, articles or people of the page, to open one of them; at most 25.
    suggestions : tuple of str
        Names that may have been meant, as the library has them; at most five.
    picture : str | None
        Name of an attached picture, with its description in `picture_text`.
    """

    blocks: tuple[TextBlock, ...]
    accent: Accent
    foot: str | None = None
    actions: tuple[Action, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    picture: str | None = None
    picture_text: str = ""

    @property
    def tells(self) -> bool:
        """Whether it shows what was asked for, rather than why there is nothing to show; a bad verdict does."""
        return self.accent is not Accent.SILENCE and (self.accent is not Accent.TROUBLE or bool(self.actions))

    @property
    def owned(self) -> bool:
        """Whether a button of it knows who asked, so that it leads to what only they may do."""
        found = (re.fullmatch(MORE, action.custom_id or "") for action in self.actions)
        return any(match is not None and match["user"] for match in found)

    @property
    def choosing(self) -> str:
        """The message that stands in its menu while nothing is chosen."""
        opened = self.choices[0].value.partition(":")[0] if self.choices else ""
        return {"person": "choose-person", "article": "choose-article"}.get(opened, "choose-passage")

    @property
    def briefly(self) -> "Page":
        """What it says, without what was asked and without small print: for a reply that stands below the question."""
        return Page(self.blocks[-1:], self.accent, suggestions=self.suggestions)


def notice(sentence: str, accent: Accent = Accent.SILENCE) -> Page:
    """Make a page of one plain sentence, whatever is in it."""
    return Page((TextBlock((visible(sentence, _SENTENCE),)),), accent)


def stated(sentence: str, accent: Accent = Accent.SILENCE) -> Page:
    """Make a page of one sentence that is Markdown already, as one that mentions a command."""
    return Page((TextBlock((sentence,)),), accent)


def passage_actions(passage: Passage, say: Wording, *, user_id: int | None = None) -> tuple[Action, ...]:
    """Give the buttons of one passage.

    `user_id` is who asked for the passage by itself: then *More* also deletes or shares it.
    """
    where = PassagePlace.of(passage)
    url = safe_url(passage.url)
    article = (Action(say("button-source"), url=url),) if url else ()
    by = "" if user_id is None else f":{user_id}"
    return (
        Action(say("button-context"), f"{PREFIX}:context:{where}"),
        *article,
        Action(say("button-more"), f"{PREFIX}:more:{where}{by}"),
    )


def answer_page(answer: Answer, say: Wording, *, foot: str | None = None, user_id: int, home: int = 0) -> Page:
    """Show the best passage of an answer, with buttons that turn to the others, or say why there is none.

    `home` is the server whose answer it is, `user_id` who asked.
    """
    question = f"### {visible(answer.question, _HEADLINE)}"
    if not answer.passages:
        return silence_page(question, answer.silence, answer.suggestions, say, foot)
    turning = Turning(home, say.language, places_of(answer.passages))
    return passage_page(answer.passages[0], say, heading=question, foot=foot, user_id=user_id, turning=turning)


def passage_page(
    passage: Passage,
    say: Wording,
    *,
    heading: str = "",
    foot: str | None = None,
    user_id: int | None = None,
    turning: Turning | None = None,
) -> Page:
    """Show one passage, under a heading that is Markdown already; `turning` is the answer of which it is one."""
    actions = passage_actions(passage, say, user_id=user_id)
    lines = [foot] if foot else []
    if turning is not None and len(turning.places) > 1:
        count = len(turning.places)
        lines.insert(0, f"-# {say('passage-of', page=turning.at + 1, pages=count)}")
        back, on = turning.ids()
        actions += (
            Action(say("button-previous"), back, dead=turning.at == 0),
            Action(say("button-next"), on, dead=turning.at == count - 1),
        )
    small = "\n".join(lines)
    room = MESSAGE_LIMIT - units(heading) - units(small)
    blocks = (*([TextBlock((heading,))] if heading else []), *run_blocks([shown(passage, room, say)]))
    return Page(blocks, Accent.ANSWER, small or None, actions)


def delete_action(user_id: int, say: Wording, message_id: int | None = None) -> Action:
    """Give the button by which who asked, or who moderates the channel, deletes a public reply: that which it is on,
    or another message of the channel."""
    other = "" if message_id is None else f":{message_id}"
    return Action(say("button-delete"), f"{PREFIX}:delete:{user_id}{other}", emoji="🗑️")


def more_page(
    passage: Passage,
    say: Wording,
    *,
    heading: str = "",
    reportable: bool = False,
    public: bool = False,
    share: bool = False,
    delete: Action | None = None,
    drawn: bool = True,
) -> Page:
    """Show what else can be done with a passage; `heading` is Markdown already.

    Parameters
    ----------
    reportable : bool
        Whether there are moderators who can correct its speaker, if it has one.
    public : bool
        Whether all see the passage: then all see its picture too.
    delete : Action | None
        What deletes the reply in which the passage is shown.
    drawn : bool
        Whether there are quote cards.
    """
    where = PassagePlace.of(passage)
    beginning = f"-# {visible(passage.text, _CHOICE)}"
    said = passage.kind is not None and (passage.speaker or passage.mention)
    picture = Action(say("button-card"), f"{PREFIX}:card:{where}{':all' if public else ''}", emoji="🖼️")
    actions = [picture] if drawn else []
    if passage.kind is not None and passage.speaker:
        more = say("button-by", speaker=plain(passage.speaker, _BY))
        actions += [Action(more, f"{PREFIX}:by:{where}"), Action(say("button-others"), f"{PREFIX}:others:{where}")]
    if reportable and said:
        actions.append(Action(say("button-report"), f"{PREFIX}:report:{where}", emoji="🚩"))
    if share:
        actions.append(Action(say("button-share"), f"{PREFIX}:share:{where}", emoji="📣"))
    if delete is not None:
        actions.append(delete)
    texts = (f"{heading}\n{beginning}" if heading else beginning,)
    return Page((TextBlock(texts),), Accent.ANSWER, actions=tuple(actions))


def run_blocks(passages: Sequence[Shown]) -> list[TextBlock]:
    """Make blocks of passages from one article, which is named once, below the last."""
    last = len(passages) - 1
    return [
        TextBlock((*item.texts, item.said if at < last else f"{item.said}\n{item.citation}"), ruled=at == 0)
        for at, item in enumerate(passages)
    ]


def list_pages(heading: str, entries: Sequence[str], *, foot: str | None = None) -> tuple[Page, ...]:
    """List `entries`, Markdown of at most a few hundred units each, ten or fewer a page."""
    room = MESSAGE_LIMIT - units(heading) - units(foot or "")
    groups = packed(entries, room=room, most=LISTED, size=units)
    return tuple(Page((TextBlock((heading,)), TextBlock(("\n".join(group),))), Accent.ANSWER, foot) for group in groups)


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


def figures_of(person: Person, say: Wording) -> str:
    """Say what a person is, how often and when last quoted, and how they are called besides."""
    figures = [
        say(f"type-{person.type}"),
        say(
            "figures-quoted",
            quotations=say("count-quotation", number=person.quotes),
            articles=say("count-article", number=person.articles),
        ),
    ]
    if person.latest:
        figures.append(say("latest-quoted", day=say.day(person.latest)))
    if person.aliases:
        names = ", ".join(inline(alias, _ALIAS) for alias in person.aliases[:3])
        figures.append(say("also-called", names=names))
    return " · ".join(figures)


def silence_page(
    heading: str, silence: Silence | None, suggestions: Sequence[str], say: Wording, foot: str | None
) -> Page:
    """Say why nothing is shown; names that may have been meant are to become buttons."""
    subject = visible(silence.subject, _SUBJECT) if silence else ""
    said = say(f"silence-{silence.reason}", subject=subject) if silence else say("silence-nothing")
    said = said.removesuffix(".") if said.endswith("..") else said  # behind "Amos Tull Jr."
    if suggestions:
        said += f"\n{say('did-you-mean')}"
    blocks = (TextBlock((heading,)), TextBlock((said,)))
    return Page(blocks, Accent.SILENCE, foot, suggestions=tuple(suggestions[:_SUGGESTED]))
