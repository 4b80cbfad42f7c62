"""The names of a library by their words, of all articles that it has or had: names are only ever added."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.ranking.fields import Fields
from index.text.folding import plain_name
from index.text.terms import Term, unstemmed


class NameIndex:
    """The numbers of names, as `Fields` has them, by what they are found by.

    Attributes
    ----------
    fields : Fields
    words : list of tuple of Term
        Of each name, by its number.
    by_last, by_first, by_whole : mapping of str to sequence of int
        By the `keys` of the last word; by the first, folded, of several; by the whole name, folded and without "the".
    """

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.words: list[tuple[Term, ...]] = []
        self._last: defaultdict[str, list[int]] = defaultdict(list)
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        self._whole: defaultdict[str, list[int]] = defaultdict(list)
        self.by_last: Mapping[str, Sequence[int]] = self._last
        self.by_first: Mapping[str, Sequence[int]] = self._first
        self.by_whole: Mapping[str, Sequence[int]] = self._whole

    def grow(self) -> None:
        """Take up the names that there are by now."""
        for number in range(len(self.words), len(self.fields.names)):
            name = self.fields.names[number]
            words = tuple(unstemmed(name))
            self.words.append(words)
            for key in keys(words[-1:]):
                self._last[key].append(number)
            if len(words) > 1:
                self._first[words[0].word].append(number)
            self._whole[plain_name(name)].append(number)


def keys(terms: Sequence[Term]) -> list[str]:
    """What words of names are found by: themselves, folded; the stem of one that is corrected."""
    return [term.word or term.stem for term in terms]
