"""Ids of articles, short, stable and readable, and the community that every database has."""

import re
import unicodedata
from collections.abc import Container
from hashlib import sha256

from index.model.article import Article

PUBLIC = "public"
"""The operator's own community, filled from the command line."""

_LONGEST = 100  # characters of a given id, as many as a Discord choice may have
_SLUG = 48
_DIGEST = 8  # hexadecimal digits
_TOKEN = 12


def given_id(given: str) -> str:
    """A given id as it is kept: verbatim where it can be shown on a line, else a slug of it; "" stays.

    The slug ends in a digest, so that two ids never become one and the same one again is the same article.
    """
    if len(given) <= _LONGEST and given.isprintable() and given == given.strip():
        return given
    return f"{_slug(given) or 'article'}-{sha256(given.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGEST]}"


def wanted_id(article: Article) -> str:
    """The article's own id (see `given_id`), or a slug of its title."""
    return article.id or _slug(article.title) or "article"


def free_id(wanted: str, taken: Container[str]) -> str:
    """The id that is wanted, or the first with a number behind it that is none of those `taken`."""
    identity, number = wanted, 1
    while identity in taken:
        number += 1
        identity = f"{wanted}-{number}"
    return identity


def article_token(article_id: str) -> str:
    """Twelve hexadecimal digits that stand for an id where there is little room; see `Library.article_of`."""
    return sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:_TOKEN]


def _slug(words: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most 48 characters, cut between words."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower().replace("'", "")))
    if len(slug) <= _SLUG:
        return slug
    cut = slug.rfind("-", 0, _SLUG + 1)
    return slug[: cut if cut > 0 else _SLUG]
