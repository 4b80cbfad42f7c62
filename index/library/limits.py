"""How long what people type may be, how much an article may have, and how much may be asked for at once."""

from datetime import date

from index.errors import InvalidRequestError, NoDayError, ReadingError, ReadingProblem, RequestProblem
from index.model.article import Article, Sentence

NAME = 100
"""Characters of a name, or of who did something."""

NOTE = 1_000
"""Characters of what somebody remarks."""


PARAGRAPHS = 20_000
"""Of an article: twice what 2 MB of news have, and sixty times what the longest of a thousand articles has."""

SENTENCES = 25_000
"""Of an article: half as many again as 2 MB of news have (``python -m tests.bench.large``)."""


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article that may be added.

    Raises
    ------
    ReadingError
        Naming it and the figure, if it has too many paragraphs or sentences.
    """
    from index.text.segmentation import split_sentences  # noqa: PLC0415 - who only asks does not wait for it

    name = article.title or article.url or article.id or "the article"
    paragraphs = len(article.paragraphs)
    if paragraphs > PARAGRAPHS:
        reason = f"it has {paragraphs:,} paragraphs, and an article may have at most {PARAGRAPHS:,}; split it"
        raise ReadingError(name, reason, ReadingProblem.TOO_MANY_PARAGRAPHS)
    sentences = split_sentences(article, SENTENCES + 1)
    if len(sentences) > SENTENCES:
        reason = f"it has more than {SENTENCES:,} sentences, which is as many as an article may have; split it"
        raise ReadingError(name, reason, ReadingProblem.TOO_MANY_SENTENCES)
    return sentences


def bounded(words: str, what: str, longest: int, *, least: int = 0) -> str:
    """`words` on one line as they can be stored, if they are neither too long nor too short.

    Raises
    ------
    InvalidRequestError
        Naming `what`.
    """
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(plain) < least:
        raise InvalidRequestError(
            f"The {what} is empty; give one.", RequestProblem.EMPTY_NAME if what == "name" else None
        )
    if len(plain) > longest:
        raise InvalidRequestError(f"The {what} is too long; give at most {longest} characters.")
    return plain


def check_days(since: date | None, until: date | None) -> None:
    """Raise NoDayError where one day comes after the other, so that there is none between them; None is any."""
    if since is not None and until is not None and since > until:
        raise NoDayError(since, until)


def check_limit(limit: int | None) -> None:
    """Raise InvalidRequestError where fewer than one passage or person is asked for; None is all."""
    if limit is not None and limit < 1:
        raise InvalidRequestError("The number of passages or people must be at least 1.")
