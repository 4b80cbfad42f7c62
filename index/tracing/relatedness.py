"""How near a sentence comes to what a message says in other words: by the words both have, and by what they mean."""

import numpy as np
from numpy.typing import NDArray

from index.search.reader import Reader
from index.tracing.places import Coverage, Place

Vector = NDArray[np.float32]

_COVERED, _SHARED = 0.4, 2  # idf-weighted part and number of content terms from which a sentence is related
_LESS_COVERED, _MORE_SHARED = 0.28, 4
_MEANT, _MEANT_TOO = 0.6, 0.5  # cosines from which it is by its meaning, and by its meaning and its words
_ARTICLES, _SENTENCES = 3, 3  # that are looked at for their meaning alone


class Relatedness:
    """How near sentences are to one text; without its vector, (width,), by their words alone."""

    def __init__(self, reader: Reader, text: str, vector: Vector | None) -> None:
        self._reader = reader
        self._coverage = Coverage(reader, text)
        self._meaning = reader.meaning(vector) if vector is not None else None
        self._known: dict[int, float] = {}

    def nearest(self) -> list[int]:
        """The places in the index of the sentences that are nearest by their meaning, nearest first."""
        if self._meaning is None:
            return []
        fields = self._reader.fields
        articles = self._meaning.nearest_articles(_ARTICLES).tolist()
        ranges = [fields.article_entries(fields.article_ids[place]) for place in articles]
        entries = np.array([entry for entries in ranges for entry in entries], np.intp)
        cosines = self._meaning.cosines(entries)
        if cosines is None:
            return []
        return [int(entries[at]) for at in np.argsort(-cosines, kind="stable")[:_SENTENCES] if cosines[at] >= _MEANT]

    def of(self, place: Place) -> float:
        """How near the sentence of a place is, of two that are related the nearer higher; 0 if it is not related."""
        if place.entry not in self._known:
            self._known[place.entry] = self._of(place)
        return self._known[place.entry]

    def _of(self, place: Place) -> float:
        span = place.annotated.sentences[place.sentence].span
        covered, shared = self._coverage.of(place.annotated.article.text[span.start : span.end])
        words = covered >= _COVERED and shared >= _SHARED
        cosines = self._meaning.cosines(np.array([place.entry])) if self._meaning is not None else None
        if cosines is None:
            return covered if words or (covered >= _LESS_COVERED and shared >= _MORE_SHARED) else 0.0
        meant = float(cosines[0])
        return meant if meant >= _MEANT or (words and meant >= _MEANT_TOO) else 0.0
