"""What is found in articles as lists of JSON's types, and back: the one way to write spans and attributions.

The database and the command line have them in this order, which is that of the types' own fields.
"""

from typing import Any

from index.model.article import Act, Attribution, ContentKind, Paragraph, Sentence, Span, SpeakerType

Json = list[Any]


def span_to_json(span: Span | None) -> list[int] | None:
    """``[start, end]``, or None for None."""
    return None if span is None else [span.start, span.end]


def span_from_json(pair: Json | None) -> Span | None:
    """The span of ``[start, end]``, or None of None."""
    return None if pair is None else Span(*pair)


def part_to_json(part: Paragraph | Sentence) -> Json:
    """``[start, end, kind]`` of a paragraph or a sentence."""
    return [part.span.start, part.span.end, part.kind.value]


def attribution_to_json(found: Attribution) -> Json:
    """The values of an attribution's fields, in their order."""
    return [
        [span_to_json(span) for span in found.content],
        span_to_json(found.cue),
        span_to_json(found.mention),
        found.speaker,
        found.speaker_type.value if found.speaker_type else None,
        found.outlet,
        found.kind.value,
        found.act.value,
        found.rule,
    ]


def attribution_from_json(values: Json) -> Attribution:
    """What `attribution_to_json` was given.

    Raises
    ------
    ValueError, TypeError
        If it was not.
    """
    content, cue, mention, speaker, speaker_type, outlet, kind, act, rule = values
    return Attribution(
        tuple(Span(*pair) for pair in content),
        span_from_json(cue),
        span_from_json(mention),
        speaker,
        SpeakerType(speaker_type) if speaker_type is not None else None,
        outlet,
        ContentKind(kind),
        Act(act),
        rule,
    )
