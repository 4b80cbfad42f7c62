"""Things that a question takes for granted and no article has: what somebody did something to, where it happened."""

import re
from collections.abc import Callable, Container, Mapping
from itertools import takewhile

from index.people.bearers import head_at, ways_of_being
from index.ranking.fields import Fields
from index.ranking.kinds import Kind, kinds_of, priced
from index.text.places import PLACES
from index.text.roles import GROUPS, OFFICES, names_person
from index.text.terms import Term, terms_of
from index.text.words import words

_NO_ACT = (
    r"is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|should|may|might|must|gets?|got|getting|goes"
    r"|went|put|puts|comes?|came|let|lets"
)
_DONE_TO = re.compile(
    rf"^\W*who\s+(?:(?:else|first|also|really|actually|just|has|have|had)\s+)*(?!(?:{_NO_ACT})\b)[a-z]+\s+"
    r"(?:(?:the|this|that|an?)\s+)?(?=\w)",
    re.IGNORECASE,
)
_SCENE = re.compile(r"\b(?:in|at|during)\s+(?:the|this|that)\s+(?=\w)", re.IGNORECASE)
# Parts of the world that articles tell of by what lies in them.
_REGIONS = words(
    "midwest midlands north south east west northeast northwest southeast southwest atlantic pacific arctic antarctic "
    "mediterranean caribbean balkans baltics world country"
)
_OFFICE = re.compile(
    r"^\W*who\s*(?:'s|is|was|are|were)\s+(?P<one>(?:[\w'-]+\s+){1,4}?(?:of|for)\s+(?P<of>[\w.'-]+(?:\s+[\w.'-]+){0,2}?))"
    r"(?:\s+now)?\W*$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'-]*")


def unheard(text: str, knows: Callable[[str], bool], meant: Mapping[str, str], alike: Container[str]) -> str | None:
    """What a question, plainly worded, about who, how many or a price takes for granted, where no article has any of
    its words nor what says the same: "who won *the chess olympiad* in Tarn", "how many were hurt in *the avalanche*".

    Parameters
    ----------
    meant, alike
        The stems of misspelt words, and those for which articles have what says the same.
    """
    kinds = kinds_of(text)
    if Kind.WHO_SAID in kinds:
        return None
    things = [*filter(None, [priced(text)])]
    if Kind.WHO in kinds or _HOW_MANY.search(text):
        openings = (opening.end() for shape in (_DONE_TO, _SCENE) for opening in shape.finditer(text))
        things += filter(None, (_named(text, at) for at in openings))

    def is_new(term: Term) -> bool:
        told = knows(meant.get(term.stem, term.stem)) or term.stem in alike
        return not (told or term.word in GROUPS or names_person(term.word))

    for thing in things:
        terms = [term for term in terms_of(thing) if term.word not in PLACES | _REGIONS and not term.stop]
        if terms and all(map(is_new, terms)):
            return thing
    return None


def _named(text: str, at: int) -> str:
    """The words there up to a stop word."""
    named = [*takewhile(lambda word: not _is_stop(word.group()), _WORD.finditer(text, at))]
    return text[at : named[-1].end()] if named else ""


def unheld(text: str, fields: Fields) -> str | None:
    """The office that a question asks who has it, where no article has both that and what it is of, though some have
    this: "who is *the mayor of Lindholm*", where a Lindholm is somebody."""
    asked = _OFFICE.search(text)
    if asked is None:
        return None
    terms, of = [*terms_of(asked["one"])], [*terms_of(asked["of"])]
    at = head_at(terms)
    if at is None or terms[at].word not in OFFICES or not of or of[0].stop:
        return None
    having = [*range(len(fields.article_ids))]
    for term in of:
        having = fields.articles.documents_among(term.stem, having)
    called = any(fields.articles.documents_among(stem, having) for stem in ways_of_being(terms[at]))
    known = all(fields.sentences.knows(term.stem) for term in of)
    return asked["one"] if known and not called else None


def _is_stop(word: str) -> bool:
    return all(term.stop for term in terms_of(word))
