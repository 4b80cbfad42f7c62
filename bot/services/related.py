"""A passage found by where it stands, and what goes with it: its speaker's other words, and what others said."""

from dataclasses import replace
from datetime import date

from bot.render.places import PassagePlace
from index import Act, Answer, ArticleNotFoundError, Filters, Library, Passage, Quotes

MOST = 60
"""Quotations that one list has at most."""

_FITS = 1 / 3  # of the score of what fits a topic best, from which a quotation is about it
_WHO_ELSE = "Who else?"


def said_by(library: Library, person: str, about: str | None, filters: Filters) -> Quotes:
    """What a person is reported to have said; of a topic what fits it well, from the oldest to the newest, then what
    has no date."""
    quotes = library.quotes(person, about=about, filters=filters, limit=MOST)
    if about is None:
        return quotes
    least = _FITS * max((passage.score for passage in quotes.passages), default=0.0)
    fitting = [passage for passage in quotes.passages if passage.score >= least]
    return replace(quotes, passages=tuple(sorted(fitting, key=_when)))


def _when(passage: Passage) -> tuple[date, str, int]:
    return passage.published or date.max, passage.article_id, passage.span.start


def others_on(library: Library, passage: Passage, limit: int) -> Answer:
    """What others than its speaker said about what a passage is about, best first, and what they thought or meant only
    behind that; there may be no passages."""
    answer = library.ask(_WHO_ELSE, limit=2 * limit, after=passage)
    others = [one for one in answer.passages if one.speaker not in {None, passage.speaker}]
    others.sort(key=lambda one: one.act is not Act.SAID)
    return replace(answer, passages=tuple(others[:limit]))


def found_at(library: Library, place: PassagePlace) -> Passage:
    """Give the passage of a button, with the attribution that it had.

    Raises
    ------
    ArticleNotFoundError
        If its article is gone.
    """
    return library.passage_at(article_of(library, place.token), place.span, content=place.content)


def article_of(library: Library, token: str) -> str:
    """Give the id of a button's article; raises as `found_at`."""
    found = library.article_of(token)
    if found is None:
        raise ArticleNotFoundError(token)
    return found
