"""Errors as people meet them: one plain sentence each, with a reference where the log holds the rest."""

import logging
import secrets
from dataclasses import dataclass

from discord import app_commands

from bot.replies import Accent, Page, notice
from index import OnrecordError, StoreError

log = logging.getLogger(__name__)


class Refusal(app_commands.AppCommandError):
    """Something a person asked for that the bot will not do; ``str(error)`` is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What to tell a person about an error.

    Attributes
    ----------
    reference : str | None
        Under which the log has the traceback; None where there is nothing to look into.
    """

    sentence: str
    reference: str | None


def explain(error: BaseException, place: str) -> Explanation:
    """Put `error` into words, and log it under a reference if it is the bot's own fault.

    The rungs, first match wins: what the bot refuses or the index reports, in its own words; a missing
    permission; a command used where it is not offered; a command that Discord still shows in an older
    form; all else. An unusable database is the operator's business: its message has a path in it.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    match cause:
        case StoreError():
            pass
        case Refusal() | OnrecordError():
            return Explanation(str(cause), None)
        case app_commands.MissingPermissions():
            needed = " and ".join(name.replace("guild", "server") for name in cause.missing_permissions)
            return Explanation(f"You need the {needed.replace('_', ' ').title()} permission for that.", None)
        case app_commands.NoPrivateMessage():
            return Explanation("That works only in a server.", None)
        case app_commands.CheckFailure():
            return Explanation("You cannot use that here.", None)
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return Explanation("That command has changed: reload Discord and try again.", None)
    reference = secrets.token_hex(4)
    log.error("Reference %s: %s failed", reference, place, exc_info=cause)
    return Explanation(
        f"Something went wrong on the bot’s side. Its log has the details under reference {reference}.",
        reference,
    )


def trouble(explanation: Explanation) -> Page:
    """Make the page that tells it."""
    return notice(explanation.sentence, Accent.TROUBLE)
