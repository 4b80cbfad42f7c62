"""Who is on the reader's mind: salience of people and other speakers as an article goes on.

After Lappin and Leass (An algorithm for pronominal anaphora resolution, 1994): every mention adds weight by its
place in the sentence, and all weights fade from sentence to sentence.
"""

from dataclasses import dataclass, field

from index.attribution.entities.find import Entity, Gender
from index.model.article import SpeakerType
from index.text.words import FEMALE_PRONOUNS, MALE_PRONOUNS

_FADE = 0.5
_FORGET = 0.04
SUBJECT = 1.8
OBJECT = 0.6
MODIFIER = 0.3
QUOTED = 0.15
PRONOUN = 0.5
SPEAKER = 1.3
MARGIN = 1.1  # how far ahead of others a pronoun's antecedent must be
GENDERS = dict.fromkeys(MALE_PRONOUNS, Gender.MALE) | dict.fromkeys(FEMALE_PRONOUNS, Gender.FEMALE)
_MOST = 48  # entities kept in focus


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: the name to show, and what kind of speaker it is."""

    name: str
    type: SpeakerType


@dataclass(slots=True)
class Focus:
    """Weights of entities by index, as of one sentence."""

    entities: tuple[Entity, ...]
    genders: dict[int, Gender] = field(default_factory=dict)
    _weights: dict[int, float] = field(default_factory=dict)
    _sentence: int = 0

    def move(self, sentence: int) -> None:
        """Go on to `sentence`: everything fades; what has faded away is forgotten."""
        steps = sentence - self._sentence
        if steps <= 0:
            return
        self._sentence = sentence
        factor = _FADE**steps
        self._weights = {n: w * factor for n, w in self._weights.items() if w * factor > _FORGET}

    def _forget(self) -> None:
        strongest = sorted(self._weights.items(), key=lambda item: item[1], reverse=True)
        self._weights = dict(strongest[: _MOST // 2])

    def add(self, entity: int, weight: float) -> None:
        """Note a mention of `entity` here."""
        if len(self._weights) > _MOST:
            self._forget()
        self._weights[entity] = self._weights.get(entity, 0.0) + weight

    def speak(self, entity: int) -> Speaker:
        """Note that `entity` speaks here, and name it."""
        self.add(entity, SPEAKER)
        return Speaker(self.entities[entity].name, self.entities[entity].type)

    def gender(self, entity: int) -> Gender | None:
        """Gender by name and titles, or as pronouns have shown it so far."""
        return self.entities[entity].gender or self.genders.get(entity)

    def person(self, gender: Gender | None, *, margin: float, but: str = "") -> int | None:
        """The most salient person that `gender` (None: any) allows, if ahead of the next by the factor `margin`.

        Nobody named `but`, who is speaking and would say "I". A person whose gender becomes known by this keeps it.
        """
        ranked: list[tuple[float, int]] = []
        for number, weight in self._weights.items():
            entity = self.entities[number]
            if entity.type is not SpeakerType.PERSON and not entity.maybe_person:
                continue
            known = self.gender(number)
            if entity.name == but:
                continue
            if known is not None and gender is not None and known is not gender:
                continue
            doubt = (0.3 if entity.maybe_person else 1.0) * (1.0 if known else 0.7)
            ranked.append((weight * doubt, number))
        if not ranked:
            return None
        ranked.sort(reverse=True)
        if len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]:
            return None
        best = ranked[0][1]
        if gender is not None and self.gender(best) is None:
            self.genders[best] = gender
        return best

    def thing(self) -> int | None:
        """The most salient organisation or outlet."""
        ranked = [
            (weight * (0.3 if self.entities[n].place else 1.0), n)
            for n, weight in self._weights.items()
            if self.entities[n].type is not SpeakerType.PERSON
        ]
        return max(ranked)[1] if ranked else None

    def things(self) -> list[int]:
        """All organisations and outlets that are not forgotten."""
        return [n for n in self._weights if self.entities[n].type is not SpeakerType.PERSON]

    def outlet(self) -> int | None:
        """The most salient outlet."""
        ranked = [(weight, n) for n, weight in self._weights.items() if self.entities[n].type is SpeakerType.OUTLET]
        return max(ranked)[1] if ranked else None

    def weight(self, entity: int) -> float:
        """The present weight of `entity`; 0 for a forgotten one."""
        return self._weights.get(entity, 0.0)
