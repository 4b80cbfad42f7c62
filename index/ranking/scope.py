"""Which sentences may answer: those of one article, of some days, of a speaker, of an outlet."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.ranking.fields import Fields


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sentences may answer; None for any.

    Attributes
    ----------
    entries : range | None
        Those of one article.
    articles : frozenset of int | None
        Places of the articles they may stand in.
    speakers, outlets : frozenset of int | None
        Numbers of names of which one must have said them, be cited for them or, of outlets, have published the article:
        `published` has the places of such articles.
    """

    entries: range | None = None
    speakers: frozenset[int] | None = None
    outlets: frozenset[int] | None = None
    articles: frozenset[int] | None = None
    published: frozenset[int] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether any sentence may answer."""
        return self.entries is None and self.speakers is None and self.outlets is None and self.articles is None

    def within(self, articles: frozenset[int]) -> "Scope":
        """The same, of these articles alone."""
        return replace(self, articles=articles if self.articles is None else self.articles & articles)

    def admits(self, fields: Fields, numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which entries are of a wanted article, and their attributions of the wanted speakers and outlets."""
        entries = fields.entries
        inside = np.ones(len(numbers), np.bool_)
        if self.entries is not None:
            inside &= (numbers >= self.entries.start) & (numbers < self.entries.stop)
        if self.articles is not None:
            inside &= np.isin(entries.articles(numbers), [*self.articles])
        if self.speakers is not None:
            inside &= np.isin(numbers, entries.said_by(self.speakers))
        if self.outlets is not None:
            published = np.isin(entries.articles(numbers), [*self.published])
            inside &= published | np.isin(numbers, entries.citing(self.outlets))
        return inside
