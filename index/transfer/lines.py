"""The lines of an export: one JSON object each, in UTF-8."""

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

from index.errors import ReadingError, ReadingProblem
from index.transfer.fields import LONGEST, fault

_M = TypeVar("_M", bound=BaseModel)


def line_of(fields: Mapping[str, object]) -> bytes:
    """The line of an object."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Lines:
    """The objects of a file's lines, read one at a time; knows which was read last."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._number = 0

    def __iter__(self) -> Iterator[dict[str, object]]:
        """The objects that are left.

        Raises
        ------
        ReadingError
            Naming the line that is too long, or no JSON object.
        """
        while line := self._file.readline(LONGEST + 1):
            self._number += 1
            yield self._object(line)

    def wrong(self, reason: str) -> ReadingError:
        """What is wrong with the line read last."""
        return ReadingError(f"line {self._number} of {self._name}", reason, ReadingProblem.BAD_RECORD)

    def checked(self, model: type[_M], fields: Mapping[str, object]) -> _M:
        """What the line read last holds.

        Raises
        ------
        ReadingError
            Naming the line, and the field that is missing, unknown, or holds what it may not.
        """
        try:
            return model.model_validate(fields)
        except ValidationError as error:
            raise self.wrong(fault(error)) from error

    def _object(self, line: bytes) -> dict[str, object]:
        if len(line) > LONGEST:
            raise self.wrong(f"it is longer than {LONGEST // 1_000_000} MB, which no line of an export is")
        try:
            fields = json.loads(line.decode())
        except (ValueError, RecursionError) as error:
            raise self.wrong("it is no JSON in UTF-8; export again, or restore the file from a copy") from error
        if not isinstance(fields, dict):
            raise self.wrong("it is no JSON object; give a file that onrecord export wrote")
        return fields
