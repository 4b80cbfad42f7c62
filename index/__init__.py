"""Onrecord's index: articles in, attributed passages out. This is its public face; nothing else is for others."""

from index.attribution import annotate
from index.attribution.explain import explain
from index.errors import ArticleNotFoundError, InvalidRequestError, OnrecordError, ReadingError, StoreError
from index.library import PUBLIC, Library, open_library, open_samples
from index.reading import MAX_BYTES, read_bytes, read_file, read_records, read_text
from index.samples import sample_articles
from index.types import (
    ANSWERABLE,
    Act,
    Addition,
    AnnotatedArticle,
    Answer,
    Article,
    ArticleSummary,
    Attribution,
    ContentKind,
    Outcome,
    Paragraph,
    ParagraphKind,
    Passage,
    Person,
    Quotes,
    Sentence,
    Span,
    SpeakerType,
)

__all__ = [
    "ANSWERABLE",
    "MAX_BYTES",
    "PUBLIC",
    "Act",
    "Addition",
    "AnnotatedArticle",
    "Answer",
    "Article",
    "ArticleNotFoundError",
    "ArticleSummary",
    "Attribution",
    "ContentKind",
    "InvalidRequestError",
    "Library",
    "OnrecordError",
    "Outcome",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "Person",
    "Quotes",
    "ReadingError",
    "Sentence",
    "Span",
    "SpeakerType",
    "StoreError",
    "annotate",
    "explain",
    "open_library",
    "open_samples",
    "read_bytes",
    "read_file",
    "read_records",
    "read_text",
    "sample_articles",
]
