"""How articles name their speakers: as noted when one is indexed, and as saved."""

from collections.abc import ItemsView, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.model.article import SpeakerType

KINDS = tuple(SpeakerType)
"""By the numbers that they are saved under."""


@dataclass(slots=True)
class Use:
    """How one article names a speaker: its type there, how often it speaks, and the stems of what it is called."""

    type: SpeakerType
    quotes: int = 0
    called: tuple[str, ...] = ()


class SavedUses:
    """The uses of all articles of a saved index; made of their numbers when one is first asked for, for most questions
    ask for none.

    Parameters
    ----------
    articles : list of str
        The articles, by place.
    names, stems : list of str
        By number.
    uses : (U, 4) int64
        Of each use, those of one article after those of another: the name, the place of its type among all, how often
        the speaker speaks, and how many stems it has.
    called : (S,) int64
        The stems of each.
    counts : list of int
        How many uses each article has.
    """

    def __init__(
        self,
        articles: list[str],
        names: list[str],
        stems: list[str],
        uses: NDArray[np.int64],
        called: NDArray[np.int64],
        counts: list[int],
    ) -> None:
        self._articles, self._names, self._stems = articles, names, stems
        self._uses, self._called, self._counts = uses, called, counts
        self._found: list[dict[str, Use]] = []
        self._numbers: dict[str, int] = {}

    def said(self, name: str) -> dict[str, Use]:
        """The uses of a name, without what it is called, by the article."""
        if not self._numbers:
            self._numbers = {each: number for number, each in enumerate(self._names)}
        places = np.flatnonzero(self._uses[:, 0] == self._numbers.get(name, -1))
        articles = np.searchsorted(np.cumsum(self._counts), places, side="right")
        return {
            self._articles[article]: Use(KINDS[kind], quotes)
            for article, (_, kind, quotes, _) in zip(articles.tolist(), self._uses[places].tolist(), strict=True)
        }

    def of(self, article: int) -> dict[str, Use]:
        """Those of an article, by its place."""
        if not self._found:
            called = map(self._stems.__getitem__, self._called.tolist())
            uses = (
                (self._names[name], Use(KINDS[kind], quotes, tuple(islice(called, count))))
                for name, kind, quotes, count in self._uses.tolist()
            )
            self._found = [dict(islice(uses, count)) for count in self._counts]
        return self._found[article]


class ArticleUses(Mapping[str, Use]):
    """How one article of a saved index names its speakers."""

    __slots__ = ("_article", "_saved")

    def __init__(self, saved: SavedUses, article: int) -> None:
        self._saved, self._article = saved, article

    def __getitem__(self, name: str) -> Use:
        """The use of a name."""
        return self._saved.of(self._article)[name]

    def __iter__(self) -> Iterator[str]:
        """The names in order."""
        return iter(self._saved.of(self._article))

    def __len__(self) -> int:
        """How many speakers there are."""
        return len(self._saved.of(self._article))

    def items(self) -> ItemsView[str, Use]:
        """Names and uses, sooner than by looking each up."""
        return self._saved.of(self._article).items()
