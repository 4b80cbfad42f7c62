"""Ids of articles: short, stable and readable."""

import re
import unicodedata
from collections.abc import Container

from index.types import Article

_LONGEST = 100  # characters of a given id, as many as a Discord choice may have
_SLUG = 48


def new_id(article: Article, taken: Container[str]) -> str:
    """The article's own id where it can be shown on a line, or a slug of its title; none of those `taken`."""
    given = article.id
    fit = 0 < len(given) <= _LONGEST and given.isprintable() and given == given.strip()
    base = given if fit else _slug(given or article.title) or "article"
    identity, number = base, 1
    while identity in taken:
        number += 1
        identity = f"{base}-{number}"
    return identity


def _slug(words: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most 48 characters, cut between words."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower().replace("'", "")))
    if len(slug) <= _SLUG:
        return slug
    cut = slug.rfind("-", 0, _SLUG + 1)
    return slug[: cut if cut > 0 else _SLUG]
