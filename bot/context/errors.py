"""Errors as people meet them: one plain sentence each, with a reference where the log holds the rest.

All that goes wrong in a command, button, menu or form comes to `tell_error`.
"""

import logging
import math
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

import discord
from discord import app_commands, ui

from bot.context.replies import tell
from bot.i18n.wording import Wording, Wordings
from bot.monitoring.current import arrived
from bot.monitoring.metrics import ErrorPlace, Meter
from bot.render.markdown import plain
from bot.render.pages import Accent, Page, TextBlock, notice, stated
from bot.runtime.workers import BusyError, StuckError
from index import (
    AlertNotFoundError,
    AlreadySettledError,
    ArticleNotFoundError,
    CorrectionNotFoundError,
    FeedNotFoundError,
    FetchError,
    InvalidRequestError,
    LinkTakenError,
    NameRuleNotFoundError,
    NoDayError,
    OnrecordError,
    ReadingError,
    RemovalNotFoundError,
    ReportNotFoundError,
    StoreError,
    StoreProblem,
    UnknownNameError,
)

log = logging.getLogger(__name__)

_STORE = {
    StoreProblem.FULL: "error-disk-full",
    StoreProblem.READ_ONLY: "error-database-read-only",
    StoreProblem.DAMAGED: "error-database-damaged",
    StoreProblem.BUSY: "error-database-busy",
    StoreProblem.UNREACHABLE: "error-database-unreachable",
    StoreProblem.UNCONFIRMED: "error-database-unconfirmed",
    StoreProblem.FILES: "error-too-many-files",
    StoreProblem.LOST: "error-database-lost",
}
_ARTICLE: dict[type[OnrecordError], str] = {
    ArticleNotFoundError: "error-no-article",
    LinkTakenError: "error-link-taken",
    RemovalNotFoundError: "error-no-removal",
}
_PLAIN: Mapping[type[BaseException], str] = {
    AlreadySettledError: "error-settled",
    CorrectionNotFoundError: "error-taken-back",
    NameRuleNotFoundError: "error-taken-back",
    ReportNotFoundError: "error-no-report",
    FeedNotFoundError: "error-no-feed",
    AlertNotFoundError: "error-no-alert",
}
"""What needs no value to be said."""

_SUBJECT = 200  # units shown of a file's name, a link or an id


class Refusal(app_commands.AppCommandError):
    """Something a person asked for that the bot will not do.

    Attributes
    ----------
    key : str
        The message that says so.
    values : dict of str to str or int
        What the message needs, as it was typed: made safe when it is shown.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Trouble:
    """What to tell a person about an error.

    Attributes
    ----------
    sentence : str
        Not escaped.
    reference : str | None
        Under which the log has the traceback; None where there is nothing to look into.
    safe : bool
        Whether the sentence is the bot's own from beginning to end, so that it may mention a command.
    until : int | None
        When it will be over, in seconds of Unix time: shown after the sentence, to each reader in their own time.
    """

    sentence: str
    reference: str | None = None
    until: int | None = None
    safe: bool = False


def describe(error: BaseException, where: str, say: Wording) -> Trouble:
    """Put `error` into words, and log it under a reference if it is the bot's own fault.

    The rungs, first match wins: what the bot refuses or the index reports; a missing permission; a command used
    where it is not offered; a command that Discord still shows in an older form; all else. An unusable database is
    the operator's business: its message has a path in it, so that people are told only of what kind the trouble is.
    So is work that is stuck.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, app_commands.CommandOnCooldown):  # a kind of CheckFailure, so before those
        return Trouble(say("error-cooldown"), until=math.ceil(time.time() + cause.retry_after))
    sentence = None if isinstance(cause, StoreError | StuckError) else _sentence(cause, say)
    if sentence is not None:
        return Trouble(
            sentence,
            safe=_is_own(cause),
        )
    reference = secrets.token_hex(4)
    log.error("Reference %s: %s failed", reference, where, exc_info=cause, extra={"reference": reference})
    return Trouble(say(_fault(cause), reference=reference), reference)


def _is_own(cause: BaseException) -> bool:
    """Whether what is said of it holds nothing that somebody typed."""
    return isinstance(cause, Refusal) and not any(isinstance(value, str) for value in cause.values.values())


def _fault(cause: BaseException) -> str:
    """The message of what is the bot's own fault."""
    match cause:
        case StoreError():
            return _STORE.get(cause.problem, "error-broken")
        case StuckError():
            return "error-stuck-begun" if cause.begun else "error-stuck"
    return "error-broken"


def _sentence(cause: BaseException, say: Wording) -> str | None:
    match cause:
        case Refusal() | BusyError() | OnrecordError():
            return in_words(cause, say)
        case app_commands.TransformerError():
            return say("error-day", typed=plain(str(cause.value), _SUBJECT))
        case app_commands.MissingPermissions():
            return say("error-permission", permission=say(f"permission-{cause.missing_permissions[0]}"))
        case app_commands.NoPrivateMessage():
            return say("error-server-only")
        case app_commands.CheckFailure():
            return say("error-not-here")
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return say("error-changed")
    return None


def in_words(error: Refusal | BusyError | OnrecordError, say: Wording) -> str:
    """Put what is no fault of the bot into the reader's language, on one line that is not escaped."""
    match error:
        case Refusal():
            return say(error.key, **error.values)
        case BusyError():
            return say("error-busy")
        case ArticleNotFoundError() | LinkTakenError() | RemovalNotFoundError():
            return say(_ARTICLE[type(error)], article=plain(error.article_id, _SUBJECT))
        case NoDayError():
            return say("error-days", since=say.day(error.since), until=say.day(error.until))
        case UnknownNameError():
            return say("silence-unknown-speaker", subject=plain(error.name, _SUBJECT))
        case InvalidRequestError(problem=problem) if problem is not None:
            return say(f"request-{problem}", **_plain(error.values))
        case ReadingError():
            return say(f"reading-{error.problem}", name=plain(error.source, _SUBJECT))
        case FetchError():
            return say(f"fetch-{error.problem}", link=plain(error.url, _SUBJECT), status=error.status or 0)
        case _ if type(error) in _PLAIN:
            return say(_PLAIN[type(error)])
    return str(error)


def _plain(values: Mapping[str, str | int]) -> dict[str, str | int]:
    return {name: plain(value, _SUBJECT) if isinstance(value, str) else value for name, value in values.items()}


def trouble_page(trouble: Trouble) -> Page:
    """Make the page that tells it."""
    page = (stated if trouble.safe else notice)(trouble.sentence, Accent.TROUBLE)
    if trouble.until is None:
        return page
    return Page((TextBlock((f"{page.blocks[0].texts[0]} <t:{trouble.until}:R>.",)),), Accent.TROUBLE)


def error_page(error: BaseException, place: ErrorPlace, where: str, say: Wording, meter: Meter) -> Page:
    """Put an error into words, log and count it, and make the page that tells it."""
    trouble = describe(error, where, say)
    meter.failed(place, by_fault=trouble.reference is not None)
    return trouble_page(trouble)


class _Client(Protocol):
    """What the bot has that an error is told with."""

    wordings: Wordings
    meter: Meter


async def tell_error(interaction: discord.Interaction[Any], error: BaseException, part: object = None) -> None:
    """Tell the person of `interaction` alone what went wrong, whatever they have been answered before.

    It is said in the person's own language: looking up the server's may be what failed. Never raises for Discord.

    Parameters
    ----------
    part : object, optional
        The form that it came to.
    """
    client = cast("_Client", interaction.client)
    match interaction.type:
        case discord.InteractionType.component:
            data: Mapping[str, Any] = interaction.data or {}
            kind = data.get("component_type")
            place = ErrorPlace.BUTTON if kind == discord.ComponentType.button.value else ErrorPlace.MENU
            what = ":".join(str(data.get("custom_id")).split(":")[:2])  # what it does, not to whom
            where = f"{place} {what}"
        case discord.InteractionType.modal_submit:
            place = ErrorPlace.FORM
            where = f"{place} {type(part).__name__}"
        case _:
            place = ErrorPlace.COMMAND
            where = f"/{interaction.command.qualified_name if interaction.command else 'unknown'}"
    say = client.wordings.nearest(str(interaction.locale))
    await tell(interaction, error_page(error, place, where, say, client.meter))


class Watched:
    """A view, form or tree of commands of discord.py whose interactions are noted when they arrive, and whose errors
    are told; it stands before the base class."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Note the interaction, and let everybody through: each command and button has its own checks."""
        arrived(interaction, self)
        return True

    async def on_error(
        self, interaction: discord.Interaction[Any], error: Exception, item: ui.Item[Any] | None = None, /
    ) -> None:
        """Tell the person whose interaction failed."""
        await tell_error(interaction, error, item if item is not None else self)
