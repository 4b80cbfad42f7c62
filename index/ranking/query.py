"""What a question asks: its terms with their weights, whose words it wants, and what it is about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from index.ranking.kinds import Kind, counted, kinds_of, priced, whose_words
from index.text.alike import fates, telling
from index.text.folding import bare
from index.text.homes import Others
from index.text.roles import role_of
from index.text.terms import Term, stems_of, terms_of
from index.text.words import CALENDAR, STOP_WORDS

# Weights of a question's terms, fitted on the dev questions; what they come to is weighed in `index.ranking.weights`.
_STOP = 0.3
ALIKE = 0.7
"""Weight of what says the same as a word of the question, where that is not there."""
_REPORTING = 0.4

_REPORTS = """
say said says saying tell told tells talk talked think thought claim claimed claims according report reported reports
call called describe described mention mentioned argue argued note noted comment statement state stated suggest explain
respond react answer complain reply replied quote quotes quotation comment commented opinion stance reaction response
happen happened happening anything something everything thing things stuff exactly actually ever else going true
"""
_TOPICS = frozenset({"talks"})  # nouns whose stems are those of such verbs: "why did the talks fail"
# Words that only ask: how many or much of what, when, who of all.
_ASKING = re.compile(
    r"(?<=\bhow )(?:many|much|long|often|come)\b|(?<=\bhow many )(?:people|persons|folks?)\b"
    r"|(?<=\bwhat )(?:time|year|day|date|month)\b|\b(?:any|some|every)(?:one|body)\b"
    r"|\b(?:gets?|got|getting)(?= (?:\w+ed|\w+en|\w+ght|hurt|shot|hit|cut|sent|caught|made)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*){0,5}")
_OPENERS = STOP_WORDS | {"according"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    Attributes
    ----------
    terms : tuple of (str, float)
        All stems, each once, with their weights, in order.
    content : tuple of (str, float)
        Those that are neither stop words nor words of asking.
    bigrams : tuple of str
        Adjacent stems joined by a space, of which at least one is no stop word.
    words : tuple of Term
        Every word in order, for finding names; `word` is empty where one is corrected that is no role.
    subject : range
        Where among these it names or describes whose words it wants; empty where it does not.
    topic : tuple of (str, float)
        The content without that; all of it where nothing else is asked, or nobody is known who is so called.
    kinds : Kind
        What it asks for.
    counted : tuple of str
        The stems of what it wants counted, or of the measures of that.
    alike : dict of str to tuple of tuple of str
        Content -> the stems of each phrase that says the same, all of them in some article.
    telling : tuple of str
        Adjacent stems, joined by a space, that tell what it asks.
    priced : tuple of (str, float)
        The content that names of what it wants the price.
    fates : (tuple of phrases, tuple of phrases) or None
        As stems, what tells of the dead or the hurt where it wants these counted, and what tells of the others.
    """

    terms: tuple[tuple[str, float], ...]
    content: tuple[tuple[str, float], ...]
    bigrams: tuple[str, ...]
    words: tuple[Term, ...]
    subject: range
    topic: tuple[tuple[str, float], ...]
    kinds: Kind
    counted: tuple[str, ...] = ()
    alike: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    telling: tuple[str, ...] = ()
    priced: tuple[tuple[str, float], ...] = ()
    fates: tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]] | None = None

    @property
    def others(self) -> tuple[tuple[str, float], ...]:
        """The stems of the phrases that say the same as some content, with their weights."""
        asked = {stem for stem, _ in self.content}
        phrases = (phrase for found in self.alike.values() for phrase in found)
        found = {stem: ALIKE / len(phrase) for phrase in phrases for stem in phrase}
        return tuple((stem, weight) for stem, weight in found.items() if stem not in asked)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stem of every word in order."""
        return tuple(term.stem for term in self.words)

    @property
    def subject_content(self) -> tuple[tuple[str, float], ...]:
        """The content that is not of the topic."""
        topic = {term for term, _ in self.topic}
        return tuple(pair for pair in self.content if pair[0] not in topic)

    @property
    def wording(self) -> tuple[tuple[str, float], ...]:
        """The terms that are no content."""
        content = {term for term, _ in self.content}
        return tuple(pair for pair in self.terms if pair[0] not in content)

    @property
    def saying(self) -> bool:
        """It asks what was said, or who said it."""
        return bool(self.kinds & (Kind.SAID | Kind.WHO_SAID)) or bool(self.subject)

    @property
    def who(self) -> bool:
        """It asks for a person."""
        return Kind.WHO in self.kinds

    @property
    def quantity(self) -> bool:
        """It asks for a number."""
        return Kind.QUANTITY in self.kinds

    @property
    def time(self) -> bool:
        """It asks for a time."""
        return Kind.WHEN in self.kinds


@dataclass(frozen=True, slots=True)
class Subjects:
    """Whom a question names or describes.

    Attributes
    ----------
    speakers : frozenset of int
        Numbers of the names whose words it wants.
    outlets : frozenset of int
        Numbers of all names in it.
    described : dict of int to dict of int to float
        Place of an article -> number of a name in it -> how well the question describes its bearer, up to 1.
    head : str
        The stem of what the described are.
    elsewhere : frozenset of int
        Numbers of the names of those who are that in another place than the question names.
    others : Others or None
        What tells of other places than a country that it asks.
    ways : tuple of tuple of str
        What articles call whom it names instead of the head, as stems: of a country its people and its government.
    """

    speakers: frozenset[int] = frozenset()
    outlets: frozenset[int] = frozenset()
    described: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    head: str = ""
    elsewhere: frozenset[int] = frozenset()
    others: Others | None = None
    ways: tuple[tuple[str, ...], ...] = ()

    def fit(self, article: int, speaker: int) -> float:
        """How surely the words of a speaker of an article are wanted, from 0 to 1."""
        if speaker in self.speakers:
            return 1.0
        here = self.described.get(article)
        return here.get(speaker, 0.0) if here else 0.0

    @property
    def someone(self) -> bool:
        """Whether anybody's words are wanted whom the library knows."""
        return bool(self.speakers or self.described)


def settled(question: Question, asked: Subjects, known: Callable[[str], bool]) -> Question:
    """The question, once it is known whom it asks: where that is nobody, all its content is its topic; where articles
    describe somebody so in other words, the unknown one is no content."""
    if not asked.someone:
        return replace(question, topic=question.content)
    content = tuple(pair for pair in question.content if pair[0] != asked.head or known(pair[0]) or asked.ways)
    ways = dict.fromkeys((*question.alike.get(asked.head, ()), *(way for way in asked.ways if all(map(known, way)))))
    ways.pop((asked.head,), None)
    alike = {**question.alike, asked.head: tuple(ways)} if ways else question.alike
    return replace(question, content=content or question.content, alike=alike)


@cache
def _reporting_stems() -> frozenset[str]:
    return frozenset(stems_of(_REPORTS))


def understand(
    text: str,
    known: Callable[[str], bool],
    meant: Mapping[str, str] = MappingProxyType({}),
    alike: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType({}),
) -> Question:
    """Understand a question, plainly worded; `known` tells whether a stem is in any article, `meant` which stem a
    misspelt one is for, `alike` which others say the same as one.

    A question of nothing but words of asking has these as its content.
    """
    span = whose_words(text)
    parts = (text[: span[0]], text[span[0] : span[1]], text[span[1] :]) if span else (text, "", "")
    asking = {stem for word in _ASKING.findall(text) for stem in stems_of(word)}
    before, whose, after = ([_meant(term, meant) for term in terms_of(part)] for part in parts)
    found = before + whose + after
    subject = range(len(before), len(before) + len(whose))
    weights: dict[str, float] = {}
    content: dict[str, float] = {}
    for term in found:
        weight = _REPORTING if term.stem in asking else _weight(term)
        weights[term.stem] = max(weights.get(term.stem, 0.0), weight)
        if weight == 1.0:
            content[term.stem] = 1.0
    if not any(known(stem) for stem in content):
        content |= {t.stem: 1.0 for t in found if t.stem in _reporting_stems() and not content}
    rest = {term.stem for term in before + after}
    thing = {_meant(term, meant).stem for term in terms_of(priced(text))}
    topic = tuple((stem, weight) for stem, weight in content.items() if stem in rest)
    return Question(
        tuple(weights.items()),
        tuple(content.items()),
        tuple(f"{a.stem} {b.stem}" for a, b in pairwise(found) if not (a.stop and b.stop)),
        tuple(found),
        subject,
        topic or tuple(content.items()),
        kinds_of(text),
        tuple(dict.fromkeys(term.stem for term in terms_of(counted(text)) if not term.stop)),
        {stem: others for stem, others in alike.items() if stem in content},
        telling(text),
        tuple(pair for pair in content.items() if pair[0] in thing),
        fates(text),
    )


def _meant(term: Term, meant: Mapping[str, str]) -> Term:
    """The term, or the one that it is misspelt for."""
    return replace(term, stem=meant[term.stem], word=role_of(meant[term.stem])) if term.stem in meant else term


def _weight(term: Term) -> float:
    if term.stop:
        return _STOP
    return _REPORTING if term.stem in _reporting_stems() and term.word not in _TOPICS else 1.0


def unknown_names(text: str, known: Callable[[str], bool]) -> list[str]:
    """Runs of capitalised words of which no article has the last, in order; the first word only if more follow.
    Days and months are no names."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        if match.start() == 0 and words[0].lower() in _OPENERS:
            words = words[1:]
        words = [word for word in words if bare(word) not in CALENDAR]
        stems = [term for word in words for term in terms_of(word)]
        if words and stems and len(stems[-1].stem) > 1 and not stems[-1].stop and not known(stems[-1].stem):
            found.append(" ".join(words).removesuffix("’s").removesuffix("'s"))
    return found
