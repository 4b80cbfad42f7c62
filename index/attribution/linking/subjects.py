"""Whom a sentence is about, and whether that may say the quotation behind it."""

import re
from collections.abc import Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities, Gender, Mention
from index.attribution.quotations import Quotation
from index.model.article import Span
from index.text.roles import KIN, ROLES, TRADES
from index.text.words import FEMALE_PRONOUNS, MALE_PRONOUNS, words

_WORD = re.compile(r"\w+")
_SUBJECTS = frozenset({"he", "she"})
_ONE = words("i me my mine myself")
_SPEAKING = _ONE | words("we us our ours ourselves")
_ABOUT = MALE_PRONOUNS | FEMALE_PRONOUNS
_CALLED: dict[Gender | None, frozenset[str]] = {Gender.MALE: MALE_PRONOUNS, Gender.FEMALE: FEMALE_PRONOUNS}
_SILENT = words(
    """
    died dies dead death killed murdered slain buried funeral arrested charged jailed sentenced convicted detained
    accused missing hospitalised hospitalized
    """
)
_DETERMINERS = frozenset({"the", "her", "his", "their", "a", "an", "my"})
_TURNS = words("when as after while before although though if since once because asked")
_NOUN = 5  # tokens of a description at most


class SentenceSubjects:
    """Finds the people whom the sentences of an article are about."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities

    def people(self, span: Span) -> set[int]:
        """The people named in some words outside quotations."""
        return {
            m.entity
            for m in self._entities.within(span)
            if not m.quoted and (m.human or self._entities.all[m.entity].maybe_person)
        }

    def words(self, quotation: Quotation) -> set[str]:
        """The words of a quotation, in lower case."""
        found = _WORD.findall(self._entities.text, quotation.span.start, quotation.span.end)
        return {word.lower() for word in found}

    def is_own(self, quotation: Quotation) -> bool:
        """Whether somebody speaks of themselves in a quotation: "I", "our"."""
        return not self.words(quotation).isdisjoint(_SPEAKING)

    def is_of_one(self, quotation: Quotation) -> bool:
        """Whether one person speaks of themselves in a quotation: "I remember"."""
        return not self.words(quotation).isdisjoint(_ONE)

    def is_of_another(self, quotation: Quotation, gender: Gender | None = None) -> bool:
        """Whether a quotation speaks of "him" or "her", as somebody of that gender would be called, and of nobody who
        says "I"."""
        called = _CALLED.get(gender, _ABOUT)
        return not self.is_own(quotation) and not self.words(quotation).isdisjoint(called)

    def of(self, block: Block, start: int, end: int, quotation: Quotation) -> Span | None:
        """The words between two tokens of a sentence that name the person it is about, if that may say `quotation`."""
        text = block.tokens.text
        if any(text[i].lower() in _SILENT for i in range(start, end)):
            return None
        third = self.is_of_another(quotation)
        if text[start].lower() in _TURNS:
            comma = next((i for i in range(start, end) if text[i] == ","), start)
            start = comma + (comma > start)
        named = self._named(block.tokens.span(start, end), quotation)
        for i in range(start, end):
            if block.quoting[i] is not Quoting.OUTSIDE:
                continue
            here = block.tokens.span(i, i + 1)
            person = next((m for m in named if m.span.overlaps(here)), None)
            if person is not None:
                gender = self._entities.all[person.entity].gender
                return None if self.is_of_another(quotation, gender) else person.span
            opens = i == start or text[i - 1] in (",", "and", "but") or i < start + 4
            if opens and text[i].lower() in _SUBJECTS:
                return None if third else here
            if i == start and text[i].lower() in _DETERMINERS:
                role = _described(text[i + 1 : min(end, i + 1 + _NOUN)])
                named_so = block.tokens.span(i + 1 + role, min(end, i + 2 + role))
                person = next((m for m in named if m.span.overlaps(named_so)), None)
                if role and not third and person is None:
                    return block.tokens.span(i, i + 1 + role)
        return None

    def _named(self, sentence: Span, quotation: Quotation) -> list[Mention]:
        """The people who are subjects of a sentence, unless the quotation speaks of them."""
        spoken_of = {mention.entity for mention in self._entities.within(quotation.span)}
        return [
            mention
            for mention in self._entities.within(sentence)
            if mention.subject
            and not mention.quoted
            and mention.entity not in spoken_of
            and (mention.human or self._entities.all[mention.entity].maybe_person)
        ]


def _described(text: Sequence[str]) -> int:
    """How many of some words behind a determiner say what somebody is: "former winger"; 0 if they do not."""
    for at, word in enumerate(text):
        if word.lower() in ROLES or word.lower() in TRADES or word.lower() in KIN:
            return at + 1
        if not word[0].isalpha():
            break
    return 0
