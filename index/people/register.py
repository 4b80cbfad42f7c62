"""The names of a library's speakers by their parts, by which a name in a message is told from other words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from index.model.article import SpeakerType
from index.people.identity import parse_name
from index.people.lookup import Speakers
from index.text.english import is_english
from index.text.folding import fold_name

_SHORTEST = 3  # letters of a word of a name that tells one


@dataclass(frozen=True, slots=True)
class Known:
    """The speakers of a library: every name -> the person's, the folded words of names, the last words of people's
    family names, and what words stand beside each other in names."""

    canonical: Mapping[str, str]
    words: frozenset[str]
    families: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, speakers: Speakers) -> "Known":
        """Take the names of everybody who speaks apart."""
        folded = [fold_name(name).split() for name in speakers.canonical]
        people = [person for person in speakers.people if person.type is SpeakerType.PERSON]
        return cls(
            speakers.canonical,
            frozenset(word for parts in folded for word in parts if len(word) >= _SHORTEST),
            frozenset(
                parse_name(name).family.rpartition(" ")[2]  # a word: of "van der Berg" the last
                for person in people
                for name in (person.name, *person.aliases)
            ),
            frozenset(pair for parts in folded for pair in pairwise(parts)),
        )

    def is_family(self, word: str) -> bool:
        """Whether a word as it is written can only be the family name of somebody in the library."""
        folded = fold_name(word)
        return folded in self.families and (word[0].isupper() or not is_english(folded))

    def aliases(self, speaker: str) -> list[str]:
        """All names of whoever is called `speaker`."""
        whole = self.canonical.get(speaker, speaker)
        return [speaker, *(name for name, other in self.canonical.items() if other == whole)]
