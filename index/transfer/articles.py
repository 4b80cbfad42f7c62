"""Articles as lines of an export: complete, with every span checked against the text when they are read."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeVar

from index.model.article import (
    Act,
    AnnotatedArticle,
    Article,
    Attribution,
    ContentKind,
    Paragraph,
    ParagraphKind,
    Sentence,
    Span,
    SpeakerType,
)
from index.model.identifiers import given_id
from index.transfer.fields import WrongValueError, day, filled, listed, maybe, one_of, text

_T = TypeVar("_T")

_ARTICLE = (
    *("id", "title", "deck", "outlet", "authors", "published", "url", "text", "paragraphs", "sentences"),
    "attributions",
)
_ATTRIBUTION = ("content", "cue", "mention", "speaker", "speaker_type", "outlet", "kind", "act", "rule")


def show_article(annotated: AnnotatedArticle) -> dict[str, object]:
    """The fields of an article."""
    article = annotated.article
    return {
        "id": article.id,
        "title": article.title,
        "deck": article.deck,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "text": article.text,
        "paragraphs": [[p.span.start, p.span.end, p.kind.value] for p in article.paragraphs],
        "sentences": [[s.span.start, s.span.end, s.kind.value] for s in annotated.sentences],
        "attributions": [_show_attribution(found) for found in annotated.attributions],
    }


def read_article(fields: Mapping[str, object]) -> AnnotatedArticle:
    """The article of its fields.

    Raises
    ------
    WrongValueError
        Naming the field that is missing, unknown, or holds what it may not.
    """
    expect(fields, _ARTICLE)
    words = take(fields, "text", text)
    length = len(words)

    def parts(value: object) -> list[tuple[Span, ParagraphKind]]:
        return _ordered([_part(one, length) for one in listed(value)])

    article = Article(
        take(fields, "id", identity),
        words,
        take(fields, "title", text),
        take(fields, "deck", maybe(text)),
        take(fields, "outlet", maybe(text)),
        take(fields, "authors", lambda value: tuple(text(name) for name in listed(value))),
        take(fields, "published", maybe(day)),
        take(fields, "url", maybe(text)),
        tuple(Paragraph(span, kind) for span, kind in take(fields, "paragraphs", parts)),
    )
    return AnnotatedArticle(
        article,
        tuple(Sentence(span, kind) for span, kind in take(fields, "sentences", parts)),
        take(fields, "attributions", lambda value: tuple(_attribution(one, length) for one in listed(value))),
    )


def identity(value: object) -> str:
    """An id such as a library gives."""
    if given_id(filled(value)) != value:
        raise WrongValueError("is no id of an article")
    return filled(value)


def expect(fields: Mapping[str, object], names: tuple[str, ...]) -> None:
    """Raise `WrongValueError` unless the fields are those of `names`."""
    for name in names:
        if name not in fields:
            raise WrongValueError(f'"{name}" is missing')
    for name in fields:
        if name not in names:
            raise WrongValueError(f"{name[:40]!a} is no field of this kind")


def take(fields: Mapping[str, object], name: str, read: Callable[[object], _T]) -> _T:
    """What `read` makes of the field of that name, which is there; its errors are given the name."""
    try:
        return read(fields[name])
    except WrongValueError as error:
        raise WrongValueError(f'"{name}" {error}') from error


def _show_attribution(found: Attribution) -> dict[str, object]:
    return {
        "content": [_show_span(span) for span in found.content],
        "cue": _show_span(found.cue),
        "mention": _show_span(found.mention),
        "speaker": found.speaker,
        "speaker_type": found.speaker_type.value if found.speaker_type else None,
        "outlet": found.outlet,
        "kind": found.kind.value,
        "act": found.act.value,
        "rule": found.rule,
    }


def _show_span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _attribution(value: object, length: int) -> Attribution:
    if not isinstance(value, dict):
        raise WrongValueError("has something in it that is no attribution")
    expect(value, _ATTRIBUTION)

    def span(pair: object) -> Span:
        return _span(pair, length)

    content = take(value, "content", lambda spans: tuple(span(one) for one in listed(spans)))
    if not content or any(a.end > b.start for a, b in pairwise(content)):
        raise WrongValueError('"content" is empty, or its spans overlap or are out of order')
    speaker = take(value, "speaker", maybe(text))
    speaker_type = take(value, "speaker_type", maybe(one_of(SpeakerType)))
    if (speaker is None) != (speaker_type is None):
        raise WrongValueError('"speaker" and "speaker_type" do not go together')
    return Attribution(
        content,
        take(value, "cue", maybe(span)),
        take(value, "mention", maybe(span)),
        speaker,
        SpeakerType(speaker_type) if speaker_type is not None else None,
        take(value, "outlet", maybe(text)),
        ContentKind(take(value, "kind", one_of(ContentKind))),
        Act(take(value, "act", one_of(Act))),
        take(value, "rule", text),
    )


def _part(value: object, length: int) -> tuple[Span, ParagraphKind]:
    fields = listed(value)
    if len(fields) != 3:
        raise WrongValueError("has a part that is not [start, end, kind]")
    return _span(fields[:2], length), ParagraphKind(one_of(ParagraphKind)(fields[2]))


def _ordered(parts: list[tuple[Span, ParagraphKind]]) -> list[tuple[Span, ParagraphKind]]:
    if any(a.end > b.start for (a, _), (b, _) in pairwise(parts)):
        raise WrongValueError("has parts that overlap or are out of order")
    return parts


def _span(value: object, length: int) -> Span:
    match value:
        case [int() as start, int() as end] if not isinstance(start, bool) and not isinstance(end, bool):
            if not 0 <= start < end <= length:
                raise WrongValueError("has a span outside the text")
            return Span(start, end)
    raise WrongValueError("has a span that is not [start, end]")
