"""Whom a pronoun means: people ranked by where the article last named them, learned from labelled articles.

A log-linear ranker of mentions (after Denis and Baldridge, A ranking approach to pronoun resolution, 2007): each person
named so far is weighed by the same few facts, and the best one is taken if it is likely enough. In doubt, nobody.
"""

import json
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from importlib.resources import files
from itertools import islice

from index.attribution.coreference.salience import Focus, Speaker
from index.attribution.entities.find import Entities, Gender
from index.model.article import Span, SpeakerType

FEATURES = (
    "here", "before", "two before", "few before", "some before",
    "subject here", "subject before", "subject two before", "object here", "object before",
    "possessor", "pronoun before", "new subject before",
    "same paragraph", "paragraph before", "two paragraphs before",
    "spoke last", "spoke last, near", "spoke last and goes on", "spoke last, after quotation", "spoke before that",
    "often", "share", "gender by name", "gender by pronouns", "other gender by pronouns",
    "in what was said", "dead", "perhaps no person", "only quoted",
)  # fmt: skip
"""What is weighed of a person: how many sentences ago and as what part of its sentence it was named, in which
paragraph, whether it spoke, how often it is named, its gender, and what speaks against it."""

_MOST = 40  # people weighed at most, those named last
_LOOKED = 400  # named last, among whom they are looked for
_NEAR = 2  # paragraphs between what somebody says and what "he" says
_GOES_ON = frozenset("add adds added adding continue continues continued conclude concluded".split())
_DEAD = re.compile(
    r"\b(?:the late\b|died|dies|dead\b|death of|killed|was found dead|funeral of|slain|murder(?:ed)?\b)", re.IGNORECASE
)


@cache
def load_weights() -> tuple[float, ...]:
    """The fitted weights of `FEATURES` that ship with the package; read once, when first needed."""
    given = json.loads((files("index.attribution") / "antecedents.json").read_text(encoding="utf-8"))
    return tuple(given[feature] for feature in FEATURES)


class Standing(IntEnum):
    """Which part of its sentence names somebody; the greater counts of two in one sentence."""

    QUOTED = 0
    POSSESSOR = 1
    OBJECT = 2
    PRONOUN = 3
    SUBJECT = 4


@dataclass(slots=True)
class _Seen:
    """What is remembered of an entity; sentences count those of the narrative only."""

    narrative: int
    paragraph: int
    place: Standing
    first: int
    times: int = 0
    dead: bool = False
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class _Turn:
    """Who spoke, in which paragraph, and whether by name when they began."""

    speaker: int
    paragraph: int
    named: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a pronoun stands, what it says with which cue, and how often all whom it may mean are named."""

    offset: int
    narrative: int
    paragraph: int
    cue: str
    content: Sequence[Span]
    gender: Gender | None
    times: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What was weighed at one place of the text.

    Attributes
    ----------
    offset : int
        Where the pronoun stands.
    people : tuple of int
        Entities by index.
    rows : tuple of tuple of float
        For each of `people` one value for each of `FEATURES`.
    """

    offset: int
    people: tuple[int, ...]
    rows: tuple[tuple[float, ...], ...]


@dataclass(slots=True)
class Discourse:
    """The people of an article as they are named, in the order of the text.

    `asked`, where given, takes down all that is weighed: the model is fitted to that.
    """

    entities: Entities
    focus: Focus
    here: int = 0
    genders: dict[int, Counter[Gender]] = field(default_factory=lambda: defaultdict(Counter))
    asked: list[Asked] | None = None
    _seen: dict[int, _Seen] = field(default_factory=dict)
    _last: _Turn | None = None
    _before_last: int | None = None
    _narrative: list[int] = field(default_factory=list)
    _paragraphs: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        told = paragraph = end = 0
        quotations = self.entities.quotations
        for sentence in self.entities.sentences:
            if "\n" in self.entities.text[end : sentence.span.start]:
                paragraph += 1
            end = sentence.span.end
            at = bisect_right(quotations, sentence.span.start, key=lambda q: q.start) - 1
            told += not (at >= 0 and quotations[at].end >= sentence.span.end)
            self._narrative.append(told)
            self._paragraphs.append(paragraph)

    def apart(self, sentence: int, later: int) -> tuple[int, int]:
        """How many sentences of the narrative, and how many paragraphs, lie between two sentences."""
        return self._narrative[later] - self._narrative[sentence], self._paragraphs[later] - self._paragraphs[sentence]

    def see(self, entity: int, sentence: int, place: Standing) -> None:
        """Note that somebody is named in a sentence."""
        told, paragraph = self._narrative[sentence], self._paragraphs[sentence]
        seen = self._seen.pop(entity, None)
        if seen is None:
            seen = _Seen(told, paragraph, place, told)
            seen.dead = self._is_dead(entity)
        self._seen[entity] = seen  # the one named last stands last
        if place is Standing.QUOTED:
            if seen.quoted:
                seen.narrative, seen.paragraph = told, paragraph
            return
        same = seen.narrative == told and not seen.quoted
        seen.place = max(seen.place, place) if same else place
        if seen.quoted:
            seen.first = told
        seen.narrative, seen.paragraph, seen.quoted = told, paragraph, False
        seen.times += 1

    def speak(self, entity: int, *, named: bool = False) -> Speaker:
        """Note that somebody says something `here`, `named` there or not, and name them."""
        self.see(entity, self.here, Standing.SUBJECT)
        going_on = self._last is not None and self._last.speaker == entity
        if self._last is not None and not going_on:
            self._before_last = self._last.speaker
        named = named or (going_on and self._last is not None and self._last.named)
        self._last = _Turn(entity, self._paragraphs[self.here], named)
        return self.focus.speak(entity)

    def person(
        self,
        gender: Gender | None,
        offset: int,
        sentence: int,
        *,
        likely: float,
        cue: str = "",
        content: Sequence[Span] = (),
        but: Collection[str] = (),
    ) -> int | None:
        """The likeliest person that `gender` (None: any) allows, if at least as likely as `likely` (0 to 1).

        `cue` is what reports the `content` that the pronoun says; nobody of the names in `but`, who
        would say "I" or "myself". A person whose gender becomes known by this keeps it.
        """
        people = self._candidates(gender, but)
        if not people:
            return None
        if content and gender is not None and (speaker := self._going_on(people, sentence)) is not None:
            self.genders[speaker][gender] += 1
            return speaker
        times = sum(self._seen[number].times for number in people)
        place = _Place(offset, self._narrative[sentence], self._paragraphs[sentence], cue, content, gender, times or 1)
        rows = tuple(self._row(number, place) for number in people)
        if self.asked is not None:
            self.asked.append(Asked(offset, tuple(people), rows))
        weights = load_weights()
        scores = [sum(w * v for w, v in zip(weights, row, strict=True)) for row in rows]
        top = max(scores)
        total = sum(math.exp(score - top) for score in scores)
        if 1 / total < likely:
            return None
        best = people[scores.index(top)]
        if gender is not None:
            self.genders[best][gender] += 1
        return best

    def last(self, gender: Gender, sentence: int, but: Collection[str] = ()) -> int | None:
        """Who spoke last, close before a sentence, if `gender` allows that and it is nobody of the names in `but`."""
        if self._last is None or self._paragraphs[sentence] - self._last.paragraph > _NEAR:
            return None
        entity = self.entities.all[self._last.speaker]
        known = self.focus.gender(self._last.speaker)
        human = entity.type is SpeakerType.PERSON and entity.name not in but
        return self._last.speaker if human and known in (gender, None) else None

    def subject(self, gender: Gender, sentence: int) -> int | None:
        """The one subject of a sentence that `gender` allows, whom a pronoun further on in it means."""
        told = self._narrative[sentence]
        found: list[int] = []
        for number in islice(reversed(self._seen), _MOST):
            seen, entity = self._seen[number], self.entities.all[number]
            subject = seen.narrative == told and seen.place is Standing.SUBJECT and not seen.quoted
            if subject and entity.type is SpeakerType.PERSON and entity.gender in (gender, None):
                found.append(number)
        if len(found) != 1:
            return None
        self.genders[found[0]][gender] += 1
        return found[0]

    def _going_on(self, people: Sequence[int], sentence: int) -> int | None:
        """Who spoke last, by name, in the same paragraph or the one before, where nobody else has been named since or
        that is the one subject of the sentence before: "Ruiz said that ... “I waited,” she said."."""
        told, last = self._narrative[sentence], self._last
        if last is None or not last.named or self._paragraphs[sentence] - last.paragraph > 1:
            return None
        if last.speaker not in people or self.entities.all[last.speaker].type is not SpeakerType.PERSON:
            return None
        since = self._seen[last.speaker].narrative
        others = [
            seen for number in people if number != last.speaker and (seen := self._seen[number]).narrative >= since
        ]
        if not others:
            return last.speaker  # nobody else has been named since
        subjects = any(seen.place is Standing.SUBJECT and not seen.quoted for seen in others)
        here = self._seen[last.speaker].place is Standing.SUBJECT and not self._seen[last.speaker].quoted
        return last.speaker if since >= told - 1 and here and not subjects else None

    def _candidates(self, gender: Gender | None, but: Collection[str]) -> list[int]:
        """People who may be meant, those named last first."""
        fitting: list[int] = []
        for number in islice(reversed(self._seen), _LOOKED):
            entity = self.entities.all[number]
            human = entity.type is SpeakerType.PERSON or entity.maybe_person
            if human and entity.name not in but and (gender is None or entity.gender in (gender, None)):
                fitting.append(number)
        fitting.sort(key=lambda n: -self._seen[n].narrative)
        return fitting[:_MOST]

    def _row(self, number: int, at: _Place) -> tuple[float, ...]:
        """What is weighed of one person, in the order of `FEATURES`."""
        seen, entity = self._seen[number], self.entities.all[number]
        away = max(0, at.narrative - seen.narrative)
        apart = max(0, at.paragraph - seen.paragraph)
        subject = seen.place is Standing.SUBJECT and not seen.quoted
        thing = seen.place is Standing.OBJECT and not seen.quoted
        last = self._last is not None and self._last.speaker == number
        near = last and self._last is not None and at.paragraph - self._last.paragraph <= 1
        shown = self.genders[number] if number in self.genders else Counter[Gender]()
        agree = shown[at.gender] if at.gender else 0
        said = any(
            bisect_left(entity.mentions, span.start, key=_start) < bisect_left(entity.mentions, span.end, key=_start)
            for span in at.content
        )
        return tuple(
            map(
                float,
                (
                    away == 0, away == 1, away == 2, away in (3, 4), 5 <= away <= 8,
                    subject and away == 0, subject and away == 1, subject and away == 2,
                    thing and away == 0, thing and away == 1,
                    seen.place is Standing.POSSESSOR, seen.place is Standing.PRONOUN and away <= 1,
                    subject and away == 1 and seen.first == seen.narrative,
                    apart == 0, apart == 1, apart == 2,
                    last, near, last and at.cue in _GOES_ON,
                    last and bool(at.content) and at.content[0].start < at.offset, number == self._before_last,
                    math.log1p(seen.times) / 2, seen.times / at.times,
                    entity.gender is not None, math.log1p(agree), math.log1p(shown.total() - agree),
                    said, seen.dead, entity.type is not SpeakerType.PERSON, seen.quoted,
                ),
            )
        )  # fmt: skip

    def _is_dead(self, entity: int) -> bool:
        """Whether the article says close to the first mention that somebody has died."""
        first = self.entities.all[entity].mentions[0]
        text = self.entities.text
        around = text[max(0, first.start - 30) : first.start] + "\n" + text[first.end : first.end + 30]
        return _DEAD.search(around) is not None


def _start(span: Span) -> int:
    return span.start
