"""Whose words a question wants whom articles mention, at most, and none of them quotes."""

from collections.abc import Sequence
from functools import cache, cached_property

from index.model.article import Act
from index.people.bearers import head_at
from index.ranking.fields import Fields
from index.ranking.kinds import Kind
from index.ranking.query import Question, Subjects
from index.text.cues import cue_acts
from index.text.given_names import DOUBTFUL, GIVEN_NAMES
from index.text.organisations import ORG_NOUNS
from index.text.places import PLACES
from index.text.roles import GROUPS, HONORIFICS, KIN, OFFICES, ROLES, ROYAL, SAME_ROLE, STATE_OFFICES, TITLES
from index.text.terms import Term, stems_of
from index.text.words import COMMON

_WHOLE = 2  # words of a given name and a family name
# What somebody does who says something, or has it in mind, beside the words that report what was said.
_SPEAKS = """
speak speaks spoke talk talks talked press presses pressed push pushes pushed think thinks thought believe believes
believed hope hopes hoped fear fears feared want wants wanted wish wishes wished plan plans planned expect expects
expected doubt doubts doubted oppose opposes opposed support supports supported
"""
_NO_NAMES = ROLES | GROUPS | ORG_NOUNS | PLACES | COMMON


class Unquoted:
    """Look-ups over whom the articles of a library mention at one time."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def is_asked(self, question: Question, asked: Subjects, of: Sequence[str], *, at_home: bool) -> bool:
        """Whether a question asks what somebody said whom no article quotes.

        That is a given name with another behind it; one name that an article has behind a given name or a title; an
        office `of` names that articles have, one of state of a place that is named (`at_home`), or one alone. It is
        nobody whom the question names, or describes as an article does a speaker, nor who is reported to speak, though
        not known to.
        """
        subject = question.words[question.subject.start : question.subject.stop]
        at = head_at(subject)
        if at is None or asked.speakers or Kind.YES_NO in question.kinds:
            return False
        head = subject[at]
        if len(subject) == 1:
            return not self._bear(head, asked) and self._is_somebody(head) and not self._reports(head)
        if asked.described:
            return False
        if at_home and SAME_ROLE.get(head.word, head.word) in STATE_OFFICES:
            return True
        bare = [term for term in subject if not term.stop]
        if head.word in OFFICES | ROYAL - KIN:
            return bool(of) or (len(bare) == 1 and at + 1 == len(subject) and not self._reports(head))
        return len(subject) == _WHOLE == len(bare) and self._is_whole(subject[0], head)

    def _bear(self, name: Term, asked: Subjects) -> bool:
        """Whether any of the speakers described has it in a name."""
        numbers = (number for here in asked.described.values() for number in here)
        return any(name.stem in self._fields.name_stems(number) for number in numbers)

    def _is_whole(self, given: Term, family: Term) -> bool:
        """Whether two words are somebody's whole name."""
        if given.word not in GIVEN_NAMES:
            return False
        if family.word in _NO_NAMES:
            return not self._fields.sentences.knows(given.stem)
        known = self._fields.bigrams.knows(f"{given.stem} {family.stem}")
        return known or given.word not in DOUBTFUL | PLACES

    def _is_somebody(self, name: Term) -> bool:
        """Whether an article has a word behind a given name or a title."""
        if name.word in _NO_NAMES or not self._fields.sentences.knows(name.stem):
            return False
        return any(self._fields.bigrams.knows(f"{first} {name.stem}") for first in self._before_names)

    def _reports(self, name: Term) -> bool:
        """Whether an article has a word before one that reports: "Noda asked"."""
        return any(self._fields.bigrams.knows(f"{name.stem} {cue}") for cue in _cues())

    @cached_property
    def _before_names(self) -> list[str]:
        """The stems of given names and titles that articles have."""
        return [*filter(self._fields.sentences.knows, _before_names())]


@cache
def _before_names() -> tuple[str, ...]:
    """The stems of given names and titles."""
    firsts = (GIVEN_NAMES | TITLES | HONORIFICS) - DOUBTFUL - COMMON
    return tuple(dict.fromkeys(stem for word in sorted(firsts) for stem in stems_of(word)))


@cache
def _cues() -> tuple[str, ...]:
    """The stems of the words that report."""
    reporting = [word for word, act in cue_acts().items() if act is Act.SAID]
    return tuple(dict.fromkeys(stem for word in (*reporting, *_SPEAKS.split()) for stem in stems_of(word)))
