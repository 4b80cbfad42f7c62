"""The fields of a line of an export: what each may hold, as JSON has it and as the database does."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from index.store.engine import Value, is_storable

_T = TypeVar("_T")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST = 2**53  # beyond which JSON's numbers are not exact everywhere


class WrongValueError(ValueError):
    """A field does not hold what it may; the words follow its name: "is no text"."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a line.

    Attributes
    ----------
    read : callable
        From JSON's value to the database's; raises `WrongValueError`.
    show : callable
        The other way round.
    """

    name: str
    read: Callable[[object], Value]
    show: Callable[[Value], object] = lambda value: value


def text(value: object) -> str:
    """Any text that UTF-8 can hold."""
    if not isinstance(value, str):
        raise WrongValueError("is no text")
    if not is_storable(value):
        raise WrongValueError("has half a character in it")
    return value


def filled(value: object) -> str:
    """Text that is not empty."""
    if not text(value):
        raise WrongValueError("is empty")
    return text(value)


def maybe(read: Callable[[object], _T]) -> Callable[[object], _T | None]:
    """What `read` takes, or null."""
    return lambda value: None if value is None else read(value)


def count(value: object) -> int:
    """A whole number from 0."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise WrongValueError("is no whole number from 0")
    return value


def digest(value: object) -> str:
    """A SHA-256 in hexadecimal digits."""
    if not _DIGEST.fullmatch(text(value)):
        raise WrongValueError("is no digest")
    return text(value)


def moment(value: object) -> str:
    """A time in UTC as ISO 8601 has it."""
    return _moment(value, lambda time: time.isoformat())


def exact_moment(value: object) -> str:
    """A time in UTC to the microsecond."""
    return _moment(value, lambda time: time.isoformat(timespec="microseconds"))


def _moment(value: object, spell: Callable[[datetime], str]) -> str:
    words = text(value)
    try:
        time = datetime.fromisoformat(words)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None or spell(time.astimezone(UTC)) != words:
        raise WrongValueError("is no time in UTC such as 2024-05-03T12:00:00+00:00")
    return words


def day(value: object) -> date:
    """A day as ISO 8601 has it."""
    words = text(value)
    try:
        found = date.fromisoformat(words)
    except ValueError:
        found = None
    if found is None or found.isoformat() != words:
        raise WrongValueError("is no day such as 2024-05-03")
    return found


def one_of(kinds: type[StrEnum]) -> Callable[[object], str]:
    """One of the values of `kinds`."""
    known = frozenset(kind.value for kind in kinds)

    def read(value: object) -> str:
        if text(value) not in known:
            raise WrongValueError(f"is none of {', '.join(sorted(known))}")
        return text(value)

    return read


def texts(value: object) -> str:
    """A list of texts; the database has it as JSON."""
    return json.dumps([text(part) for part in listed(value)])


def shown_texts(value: Value) -> object:
    """The list of `texts`."""
    return json.loads(str(value))


def listed(value: object) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise WrongValueError("is no list")
    return value
