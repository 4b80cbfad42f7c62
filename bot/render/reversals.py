"""What moderators changed in speakers and names, each with the button that takes it back. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.i18n.wording import Wording
from bot.render.markdown import visible
from bot.render.moderation import moment, who
from bot.render.pages import Accent, Action, Page, TextBlock
from bot.render.places import PREFIX
from index import Correction, NameRule


class Changed(StrEnum):
    """What was changed: who said something, or how somebody is called."""

    SPEAKERS = "speakers"
    NAMES = "names"


_KINDS = "|".join(Changed)

CHANGES = rf"{PREFIX}:changes:(?P<what>{_KINDS}):(?P<page>\d{{1,6}})"
"""The custom id that leads to a page of a list of changes."""

UNDO = rf"{PREFIX}:undo:(?P<what>{_KINDS}):(?P<number>\d{{1,18}}):(?P<page>\d{{1,6}})"
"""The custom id that takes a change back, from a page of their list."""

LISTED = 5
"""Changes on a page."""

_WORDS, _NAME, _TITLE = 100, 60, 60  # units shown, of which escaping makes twice as many at most
_NAMES = 3  # names of a rule


@dataclass(frozen=True, slots=True)
class ChangesList:
    """A page of a list of changes.

    Attributes
    ----------
    shown : tuple
        Corrections or rules, the last made first, as `what` says.
    at : int
        The page's number, from 0.
    counts : mapping
        How many changes there are of each kind.
    titles : mapping
        The title of each article that is there, by its id.
    """

    what: Changed
    shown: tuple[Correction | NameRule, ...]
    at: int
    counts: Mapping[Changed, int]
    titles: Mapping[str, str]


def changes_page(changes: ChangesList, say: Wording, *, done: str | None = None) -> Page:
    """Show a page of changes, below what was `done` before; its buttons work after a restart too."""
    what, at, number = changes.what, changes.at, changes.counts[changes.what]
    heading = f"### {say(f'changes-{what}')}\n-# {say('changes-number', number=number)}"
    entries = [_entry(change, changes, say) for change in changes.shown]
    pages = -(-number // LISTED)
    start = f"{PREFIX}:changes:{what}"
    turning = (
        Action(say("button-previous"), f"{start}:{max(at - 1, 0)}", dead=at == 0),
        Action(say("button-next"), f"{start}:{at + 1}", dead=at + 1 >= pages),
    )
    others = tuple(
        Action(say(f"button-changes-{other}", number=changes.counts[other]), f"{PREFIX}:changes:{other}:0")
        for other in Changed
        if other is not what
    )
    blocks = [TextBlock((heading,)), *(entries or [TextBlock((say(f"changes-{what}-none"),))])]
    if done:
        blocks.insert(0, TextBlock((done,)))
    actions = (*(turning if pages > 1 else ()), *others)
    return Page(tuple(blocks), Accent.DONE if done else Accent.ANSWER, actions=actions)


def rule_words(rule: NameRule, say: Wording) -> str:
    """Say in Markdown what a rule does to names."""
    names = [f"**{visible(name, _NAME)}**" for name in rule.names[:_NAMES]]
    listed = ", ".join(names) + (" …" if len(rule.names) > _NAMES else "")
    return say(f"change-{rule.kind}", names=listed, into=f"**{visible(rule.into, _NAME)}**")


def correction_words(correction: Correction, titles: Mapping[str, str], say: Wording) -> str:
    """Say in Markdown whom a correction names, and in which article."""
    title = titles.get(correction.article_id, correction.article_id)
    where = visible(title, _TITLE) if title else say("untitled")
    return say("change-speaker", speaker=speaker_words(correction.speaker, say), title=where)


def speaker_words(speaker: str | None, say: Wording) -> str:
    """Name a speaker in Markdown, or nobody."""
    return f"**{visible(speaker, _NAME)}**" if speaker else say("nobody")


def _entry(change: Correction | NameRule, changes: ChangesList, say: Wording) -> TextBlock:
    undo = Action(say("button-undo"), f"{PREFIX}:undo:{changes.what}:{change.id}:{changes.at}")
    if isinstance(change, NameRule):
        return TextBlock((rule_words(change, say),), beside=undo)
    small = say("change-by", who=who(change.by, say), when=moment(change.at))
    if not change.active:
        small += f" · {say('change-dormant')}"
    said = f"> {visible(change.words, _WORDS)}"
    return TextBlock((said, f"{correction_words(change, changes.titles, say)}\n-# {small}"), beside=undo)
