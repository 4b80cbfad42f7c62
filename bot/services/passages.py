"""Passages and articles of buttons, found again in the library that answers by where they stand."""

from bot.render.places import PassagePlace
from index import ArticleNotFoundError, Library, Passage


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
