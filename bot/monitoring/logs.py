"""The log: text for people or one JSON object a line for programs, each record on one line whatever is in it.

Every record that is written while an interaction or message is handled says which one. What people ask, and who they
are, is never in it: discord.py's own account of Discord's events, which has both, is left out even at level DEBUG.
"""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

from bot.monitoring.current import current

_MESSAGE, _ERROR = 4_000, 12_000  # characters of a message and of a traceback at most
_DISCORD = "discord"
_TREE = "discord.app_commands.tree"


def set_up_logs(level: str, *, as_json: bool, stream: TextIO | None = None) -> None:
    """Write the log from now on to `stream`, by default stderr, from `level` (``DEBUG`` to ``ERROR``) on."""
    handler = logging.StreamHandler(stream if stream is not None else sys.stderr)
    handler.setFormatter(JsonFormatter() if as_json else TextFormatter())
    handler.addFilter(_without_people)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger(_DISCORD).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))


class JsonFormatter(logging.Formatter):
    """One JSON object a line, in ASCII.

    ``time``, ``level``, ``logger`` and ``message`` always; ``interaction_id`` (of an interaction, or of a message that
    asks), ``guild_id`` and ``command`` while one is handled; ``reference`` of what a person was told; ``error``, a
    traceback. Ids are strings: they do not fit a number of JavaScript's.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Write `record`."""
        shape: dict[str, str] = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": _cut(record.getMessage(), _MESSAGE),
        }
        handling = current()
        if handling is not None:
            shape |= {"interaction_id": str(handling.id), "command": handling.command}
            if handling.guild_id is not None:
                shape["guild_id"] = str(handling.guild_id)
        reference = getattr(record, "reference", None)
        if reference is not None:
            shape["reference"] = str(reference)
        if record.exc_info:
            shape["error"] = _cut(self.formatException(record.exc_info), _ERROR)
        return json.dumps(shape).replace("\x7f", "\\u007f")


class TextFormatter(logging.Formatter):
    """One line for people; a traceback follows it, each line set in, so that nobody's words can pass for a record."""

    def format(self, record: logging.LogRecord) -> str:
        """Write `record`."""
        handling = current()
        place = ""
        if handling is not None:
            server = f" in {handling.guild_id}" if handling.guild_id is not None else ""
            place = f" [{handling.command} {handling.id}{server}]"
        message = _cut(record.getMessage(), _MESSAGE)
        line = _plain(f"{_moment(record)} {record.levelname:<7} {record.name}: {message}{place}")
        if not record.exc_info:
            return line
        error = _cut(self.formatException(record.exc_info), _ERROR)
        return "\n".join((line, *(f"    {_plain(part)}" for part in error.split("\n"))))


def _without_people(record: logging.LogRecord) -> bool:
    """Take the user's id out of the one record of discord.py that has it: an autocomplete that failed."""
    if record.name == _TREE and isinstance(record.args, tuple) and "User: %s" in str(record.msg):
        record.args = (*record.args[:-1], "left out")
    return True


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _cut(words: str, most: int) -> str:
    """The beginning and the end of what is too long: a traceback's last line says most."""
    if len(words) <= most:
        return words
    return f"{words[: most // 4]} [...] {words[-(most - most // 4) :]}"


def _plain(words: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in words)
