"""The JSON objects of the command line, as DESIGN.md settles them; fields may be added, never renamed."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from index.model.answer import Explanation
from index.model.article import AnnotatedArticle, Span
from index.model.codec import attribution_to_json
from index.model.trace import Difference

Json = dict[str, object]

_ATTRIBUTION = ("content", "cue", "speaker", "name", "type", "outlet", "kind", "act", "rule")
"""What the command line calls the fields of an `Attribution`, in their order."""

_INNER = frozenset({"content", "silence", "also"})
"""Fields of answers, passages and traces that only those who show them need."""

_UNSAFE = re.compile(r"[\x7f-\x9f\ud800-\udfff]")


def dump(value: object) -> str:
    """One line of JSON; what JSON would leave is escaped, too: halves of characters, which UTF-8 cannot hold, and
    control characters that terminals obey."""
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", json.dumps(shape(value), ensure_ascii=False))


def shape(value: object) -> Any:
    """What JSON has of a value: of what is found here an object of its fields, whose `span` is a start and an end, and
    its `context` a list of such pairs."""
    if isinstance(value, tuple):
        return [shape(each) for each in value]
    if isinstance(value, AnnotatedArticle):
        return _annotated(value)
    if isinstance(value, Explanation):
        return {**shape(value.passage), "evidence": shape(value.evidence)}
    if isinstance(value, Difference):
        return [value.change, value.stored, value.posted]
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return round(value, 4)
    if not is_dataclass(value):
        return value
    found: Json = {}
    for name in (field.name for field in fields(value) if field.name not in _INNER):
        inner = shape(getattr(value, name))
        if name == "context":
            inner = [[span.start, span.end] for span in getattr(value, name)]
        found |= inner if name == "span" else {name: inner}
    return found


def _annotated(annotated: AnnotatedArticle) -> Json:
    article = annotated.article
    return {
        **{name: shape(getattr(article, name)) for name in ("id", "title", "outlet", "authors", "published")},
        "sentences": shape(annotated.sentences),
        "attributions": [
            dict(zip(_ATTRIBUTION, attribution_to_json(found), strict=True)) for found in annotated.attributions
        ],
    }
