"""What is found in articles as lists of JSON's types, and back: the one way to write spans and attributions.

The database and the command line have them in this order, which is that of the types' own fields.
"""

from typing import Any

from index.model.article import Act, Attribution, ContentKind, Paragraph, ParagraphKind, Sentence, Span, SpeakerType

Json = list[Any]

# Looked up, a value is found in a tenth of the time that calling its type takes, and an article has a hundred.
_PARAGRAPHS = {kind.value: kind for kind in ParagraphKind}
_SPEAKERS = {kind.value: kind for kind in SpeakerType}
_CONTENTS = {kind.value: kind for kind in ContentKind}
_ACTS = {act.value: act for act in Act}


def span_to_json(span: Span | None) -> list[int] | None:
    """``[start, end]``, or None for None."""
    return None if span is None else [span.start, span.end]


def span_from_json(pair: Json | None) -> Span | None:
    """The span of ``[start, end]``, or None of None."""
    return None if pair is None else Span(*pair)


def part_to_json(part: Paragraph | Sentence) -> Json:
    """``[start, end, kind]`` of a paragraph or a sentence."""
    return [part.span.start, part.span.end, part.kind.value]


def paragraphs_from_json(found: Json) -> tuple[Paragraph, ...]:
    """The paragraphs of which `part_to_json` gave these.

    Raises
    ------
    ValueError, TypeError
        If it did not.
    """
    try:
        return tuple([Paragraph(Span(start, end), _PARAGRAPHS[kind]) for start, end, kind in found])
    except KeyError as error:
        raise ValueError(f"There is no kind of paragraph {error}.") from error


def sentences_from_json(found: Json) -> tuple[Sentence, ...]:
    """The sentences, likewise."""
    try:
        return tuple([Sentence(Span(start, end), _PARAGRAPHS[kind]) for start, end, kind in found])
    except KeyError as error:
        raise ValueError(f"There is no kind of paragraph {error}.") from error


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
    try:
        return Attribution(
            tuple([Span(*pair) for pair in content]),
            span_from_json(cue),
            span_from_json(mention),
            speaker,
            _SPEAKERS[speaker_type] if speaker_type is not None else None,
            outlet,
            _CONTENTS[kind],
            _ACTS[act],
            rule,
        )
    except KeyError as error:
        raise ValueError(f"There is no {error} of an attribution.") from error
