"""What is being handled at this moment: one interaction, or one message that asks, from its arrival to its reply.

Each runs in a task of its own, so a context variable set at its beginning holds until its end, and workers get it with
the context that `Queries.run` copies. It holds neither what was asked nor who asked: what stands in it is logged.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter
from typing import Any

import discord

_LONGEST = 100  # characters of a command's name


class QuestionKind(StrEnum):
    """What sort of question."""

    ASK = "ask"
    QUOTES = "quotes"
    TRACE = "trace"


class QuestionOutcome(StrEnum):
    """What has become of a question: a refusal is the asker's to mend, a failure the bot's fault."""

    ANSWERED = "answered"
    ABSTAINED = "abstained"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(slots=True)
class Handling:
    """One interaction or message.

    Attributes
    ----------
    id : int
        Discord's id of it.
    command : str
        ``ask``, ``article add``, ``autocomplete ask``, ``click Pager``, ``form PasteForm``, ``message``.
    began : float
        When it arrived, on `perf_counter`'s clock.
    kind, outcome
        Of a question: set once they are known.
    """

    id: int
    guild_id: int | None
    command: str
    began: float
    kind: QuestionKind | None = None
    outcome: QuestionOutcome | None = None


# A context variable works only as a module's: contexts hold the object itself.
_current: ContextVar[Handling | None] = ContextVar("handling", default=None)


def current() -> Handling | None:
    """Give what is being handled here; None in the bot's own background work."""
    return _current.get()


def arrived(interaction: discord.Interaction[Any], part: object = None) -> None:
    """Note that the rest of this task handles `interaction`; `part` is the view, button or form that it came to."""
    data: Mapping[str, Any] = interaction.data or {}
    match interaction.type:
        case discord.InteractionType.component:
            command, kind = f"click {type(part).__name__}", None
        case discord.InteractionType.modal_submit:
            command, kind = f"form {type(part).__name__}", None
        case discord.InteractionType.autocomplete:
            command, kind = f"autocomplete {_name(data)}", None
        case _:
            command = _name(data)
            kind = _KINDS.get(command)
    _current.set(Handling(interaction.id, interaction.guild_id, command[:_LONGEST], perf_counter(), kind))


def message_arrived(message: discord.Message) -> None:
    """Note that the rest of this task handles `message`, which asks something."""
    guild_id = message.guild.id if message.guild else None
    _current.set(Handling(message.id, guild_id, "message", perf_counter(), QuestionKind.ASK))


def asking(kind: QuestionKind) -> None:
    """Note that what is being handled is a question."""
    handling = _current.get()
    if handling is not None:
        handling.kind = kind


def found(passages: bool) -> None:
    """Note whether there were passages for the question."""
    handling = _current.get()
    if handling is not None:
        handling.outcome = QuestionOutcome.ANSWERED if passages else QuestionOutcome.ABSTAINED


_KINDS: Mapping[str, QuestionKind] = {
    "ask": QuestionKind.ASK,
    "quotes": QuestionKind.QUOTES,
    "Who said this?": QuestionKind.TRACE,
}


def _name(data: Mapping[str, Any]) -> str:
    """The qualified name of a command, without what was typed into it."""
    words = [str(data.get("name", "unknown"))]
    options = data.get("options") or []
    while options and options[0].get("type") in (1, 2):  # a subcommand, or a group of them
        words.append(str(options[0]["name"]))
        options = options[0].get("options") or []
    return " ".join(words)
