"""Articles and their annotations as rows: every span an offset pair, every kind its value."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from index.model.article import AnnotatedArticle, Article, ArticleSummary, Particular
from index.model.codec import (
    attribution_from_json,
    attribution_to_json,
    paragraphs_from_json,
    part_to_json,
    sentences_from_json,
)
from index.store.engine import Row, storable

COLUMNS = (
    "id, title, deck, outlet, authors, published, url, text, digest, paragraphs, sentences, attributions, "
    "sentence_count, attribution_count, from_feed, edited"
)
_ADDED = (0, "[]")  # `from_feed` and `edited` of rows that are older
SUMMARY_COLUMNS = (
    "articles.id, articles.title, articles.outlet, articles.authors, articles.published, articles.url, "
    "articles.sentence_count, articles.attribution_count, articles.from_feed"
)
"""Named with their table, for queries that join it to others."""


def to_text(moment: datetime | None) -> str | None:
    """A moment in UTC to the microsecond, so that moments are ordered as their texts are; None for None."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def digest_of(text: str) -> str:
    """What two articles of the same text share."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable_article(article: Article) -> Article:
    """The article as a database can hold it, see `index.store.engine.storable`; no offset changes."""

    def mended(words: str | None) -> str | None:
        return None if words is None else storable(words)

    return replace(
        article,
        text=storable(article.text),
        title=storable(article.title),
        deck=mended(article.deck),
        outlet=mended(article.outlet),
        authors=tuple(map(storable, article.authors)),
        url=mended(article.url),
    )


def to_row(annotated: AnnotatedArticle) -> Row:
    """Values for `COLUMNS`."""
    article = annotated.article
    return (
        article.id,
        article.title,
        article.deck,
        article.outlet,
        json.dumps(article.authors),
        article.published.isoformat() if article.published else None,
        article.url,
        article.text,
        digest_of(article.text),
        json.dumps([part_to_json(paragraph) for paragraph in article.paragraphs]),
        json.dumps([part_to_json(sentence) for sentence in annotated.sentences]),
        json.dumps([attribution_to_json(found) for found in annotated.attributions]),
        len(annotated.sentences),
        len(annotated.attributions),
        int(article.from_feed),
        json.dumps(article.edited),
    )


def from_row(row: Sequence[Any]) -> AnnotatedArticle:
    """The article of a row of `COLUMNS`."""
    identity, title, deck, outlet, authors, published, url, text, _, paragraphs, sentences, attributions, *rest = row
    return AnnotatedArticle(
        Article(
            identity,
            text,
            title,
            deck,
            outlet,
            tuple(json.loads(authors)),
            _day(published),
            url,
            paragraphs_from_json(json.loads(paragraphs)),
            bool(rest[-2]),
            tuple(map(Particular, json.loads(rest[-1]))),
        ),
        sentences_from_json(json.loads(sentences)),
        tuple(map(attribution_from_json, json.loads(attributions))),
    )


def kept_row(kept: str) -> Row:
    """The row that a removal keeps as JSON; those of earlier schemas end before what articles have had since."""
    row = json.loads(kept)
    missing = len(COLUMNS.split(", ")) - len(row)
    return (*row, *_ADDED[len(_ADDED) - missing :])


def summary_from_row(row: Sequence[Any]) -> ArticleSummary:
    """The summary of a row of `SUMMARY_COLUMNS`."""
    identity, title, outlet, authors, published, url, sentences, attributions, from_feed = row
    names = tuple(json.loads(authors))
    return ArticleSummary(
        identity, title, outlet, names, _day(published), url, sentences, attributions, bool(from_feed)
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
