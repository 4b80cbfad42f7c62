"""What a field of a line may hold, and what is wrong where it holds something else."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Annotated

from pydantic import (
    AfterValidator,
    FailFast,
    Field,
    PlainSerializer,
    PlainValidator,
    Strict,
    TypeAdapter,
    ValidationError,
)

from index.model.article import ParagraphKind, Particular
from index.model.identifiers import given_id

LONGEST = 32_000_000
"""Bytes that a line may have: of an article many times as large as any that is read."""


def _spelt(spell: Callable[[str], str], fault: str) -> AfterValidator:
    """Takes what is as `spell` has it."""

    def check(words: str) -> str:
        try:
            right = spell(words) == words
        except (ValueError, OverflowError):
            right = False
        if not right:
            raise ValueError(fault)
        return words

    return AfterValidator(check)


def _moment(timespec: str) -> AfterValidator:
    return _spelt(
        lambda words: datetime.fromisoformat(words).astimezone(UTC).isoformat(timespec=timespec),
        "is no time in UTC such as 2024-05-03T12:00:00+00:00",
    )


def _span(value: object) -> tuple[int, int]:
    match value:
        case [int() as start, int() as end] if not isinstance(start, bool) and not isinstance(end, bool):
            if not 0 <= start < end:
                raise ValueError("has a span outside the text")
            return start, end
    raise ValueError("has a span that is not [start, end]")


def _part(value: object) -> tuple[int, int, str]:
    match value:
        case [start, end, kind]:
            return *_span([start, end]), _PART_KIND.validate_python(kind).value
    raise ValueError("has a part that is not [start, end, kind]")


def in_order(spans: Sequence[tuple[int, int] | tuple[int, int, str]]) -> bool:
    """Whether each span, or part, ends before the next begins."""
    return all(a[1] <= b[0] for a, b in pairwise(spans))


_PART_KIND = TypeAdapter(ParagraphKind)

# The bound makes pydantic look for halves of characters (lone surrogates), which no database holds.
Text = Annotated[str, Strict(), Field(max_length=LONGEST)]
FilledText = Annotated[Text, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], FailFast(), AfterValidator(json.dumps), PlainSerializer(json.loads)]
ParticularNames = Annotated[tuple[Particular, ...], FailFast(), AfterValidator(json.dumps), PlainSerializer(json.loads)]
Identity = Annotated[FilledText, _spelt(given_id, "is no id of an article")]
Digest = Annotated[Text, Field(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, Strict(), Field(ge=0, lt=2**53)]  # beyond which JSON's numbers are not exact everywhere
Flag = Annotated[bool, Strict(), AfterValidator(int), PlainSerializer(bool)]
Day = Annotated[Text, _spelt(lambda words: date.fromisoformat(words).isoformat(), "is no day such as 2024-05-03")]
Moment = Annotated[Text, _moment("auto")]
ExactMoment = Annotated[Text, _moment("microseconds")]
SpanPair = Annotated[tuple[int, int], PlainValidator(_span)]
Part = Annotated[tuple[int, int, str], PlainValidator(_part)]
Parts = Annotated[tuple[Part, ...], FailFast(), PlainSerializer(json.loads)]

_QUOTED = re.compile(r"'([^']*)'")
_FAULTS = {
    "missing": "is missing",
    "string_type": "is no text",
    "string_unicode": "has half a character in it",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "is no digest",
    "tuple_type": "is no list",
    "model_type": "is no article",
    "bool_type": "is neither true nor false",
    "int_type": "is no whole number from 0",
    "greater_than_equal": "is no whole number from 0",
    "less_than": "is no whole number from 0",
}
"""What is wrong with a field, by pydantic's name for it."""


def fault(error: ValidationError) -> str:
    """What is wrong, after the field's name and those of what it stands in: ``"attributions" "rule" is missing``.

    Of several faults, a field that is missing comes first.
    """
    found = min(error.errors(include_url=False), key=lambda one: one["type"] != "missing")
    names = [f'"{name}"' for name in found["loc"] if isinstance(name, str)]
    match found["type"], found["loc"]:
        case "value_error", _:
            words = str(found["ctx"]["error"])
        case "enum" | "literal_error", _:
            words = f"is none of {', '.join(sorted(_QUOTED.findall(found['ctx']['expected'])))}"
        case "model_type", (*_, int()):
            words = "has something in it that is no attribution"
        case kind, _:
            words = _FAULTS[kind]
    return " ".join((*names, words))
