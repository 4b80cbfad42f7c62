"""What an article calls its speakers: "the harbour master", "Zell's lawyer", "Dana Cole, who owns the inn"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from index.model.article import AnnotatedArticle, SpeakerType
from index.text.roles import names_person
from index.text.terms import stems_of, terms_of

MOST = 24
"""Stems that are kept of what one article calls one speaker."""

_LONGEST = 64  # letters of words of which the stems are remembered
_BEFORE = re.compile(
    r"(?:[\w.’'&-]+[ \u00a0]+){1,7}$|\b(?:the|an?|its|their|his|her|our|[\w-]+(?:’s|'s))(?: [\w-]+){1,5}, $", re.I
)
_AFTER = re.compile(
    r"(?:’s|'s)?(?:,? (?:\d{1,3}|Jr\.?|Sr\.?)(?=,))?"
    r"(?:,[ \u00a0](?P<apposition>(?![^,.;]{0,60}\b(?:said|says|told|added)\b)[^,.;:()“”\"]{3,90})(?=[,.;]|$)"
    r"|[ \u00a0](?:is|was|has been|became|worked as|serves as|who is|who was)[ \u00a0]"
    r"(?P<being>(?:an?|the|his|her|their|its|one of)?[ \u00a0]?[^,.;:()“”\"]{3,60}))"
)
_NEXT = 110  # characters behind a name that are looked at
_LAST = 60
_PLACES = 6  # of a name in an article that are looked at
_NICKNAME = re.compile(r"[“\"‘'(][^”\"’')]{1,24}[”\"’')][ \u00a0]|\w\.[ \u00a0]")
_BLANKS = frozenset(" \u00a0")
_WORDS = re.compile(r"[\w-]+")
_APART = re.compile(r"\b(?:that|and|but|by|to|with|from|told|asked|after|said)\b|[,.;] ")
_OPENERS = re.compile(
    r"^(?:an?|the|his|her|their|its|whose|who|one|now|then|also|a)\b|^[\w’'-]+(?:’s|'s)\b", re.IGNORECASE
)


class DescriptionTerms:
    """The describing words of an article's speakers, less stop words: those of all its mentions of them, of the titles
    before their names and of the appositions after them.

    Attributes
    ----------
    words : dict of str to dict of str to None
        The stems that describe each, in order.
    people : dict of str to set of str
        The people among them whom an article mentions by more than one word, by the stem of the family name.
    """

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.words: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.people: defaultdict[str, set[str]] = defaultdict(set)  # by the stem of the family name
        text = annotated.article.text
        people: dict[str, None] = {}
        mentions: dict[tuple[str, str], bool] = {}  # of whom, in which words -> whether it is a person
        for attribution in annotated.attributions:
            speaker, mention = attribution.speaker, attribution.mention
            if speaker is None:
                continue
            is_person = attribution.speaker_type is SpeakerType.PERSON
            if is_person:
                people[speaker] = None
            if mention is not None:
                called = speaker, text[mention.start : mention.end]
                mentions[called] = mentions.get(called, False) or is_person
        for (speaker, words), is_person in mentions.items():
            self._add(speaker, words)
            stems = stems_of(speaker) if is_person else []
            if len(stems) > 1:
                self.people[stems[-1]].add(speaker)
        for speaker in people:
            for words in _introductions(text, speaker):
                self._add(speaker, words)

    def _add(self, speaker: str, words: str) -> None:
        stems = _telling(words) if len(words) <= _LONGEST else _telling.__wrapped__(words)
        self.words[speaker].update(dict.fromkeys(stems))

    def called(self, speaker: str) -> tuple[str, ...]:
        """The first `MOST` stems that describe a speaker."""
        return tuple(islice(self.words.get(speaker, ()), MOST))


@lru_cache(maxsize=20_000)
def _telling(words: str) -> tuple[str, ...]:
    """The stems of words that are no stop words; most people are called the same again."""
    return tuple(term.stem for term in terms_of(words) if not term.stop)


def _introductions(text: str, name: str) -> list[str]:
    """The titles before a person's name, and the appositions after it, where the text has the whole name."""
    found: list[str] = []
    for start, end in islice(_places(text, name.split()), _PLACES):
        before = text[max(0, start - _LAST) : start]
        title = _BEFORE.search(before) if _may_be_title(before) else None
        if title is not None:
            words = _APART.split(title.group().rstrip(", "))[-1]
            last = _WORDS.findall(words)
            if last and names_person(last[-1].lower()):
                found.append(words)
        after = _AFTER.match(text[end : end + _NEXT])
        if after is not None:
            words = after["apposition"] or after["being"]
            if _OPENERS.match(words) or any(names_person(word) for word in _WORDS.findall(words.lower())[:4]):
                found.append(words)
    return found


def _may_be_title(before: str) -> bool:
    """Whether the last word names a person: few names have such a word before them, and looking for more takes long."""
    last = _WORDS.findall(before)[-1:]
    return bool(last) and ("-" in last[0] or names_person(last[0].lower()))


def _places(text: str, name: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words of a name begin and end, a nickname or an initial between any two of them or not."""
    at = text.find(name[0]) if name else -1
    while at >= 0:
        end = None if _is_word(text[at - 1 : at]) else _end(text, at + len(name[0]), name[1:])
        if end is not None:
            yield at, end
        at = text.find(name[0], at + 1 if end is None else end)


def _end(text: str, at: int, rest: Sequence[str]) -> int | None:
    """Where a name ends of which the `rest` has yet to come; None if something else does."""
    if not rest:
        return None if _is_word(text[at : at + 1]) else at
    if text[at : at + 1] not in _BLANKS:
        return None
    between = _NICKNAME.match(text, at + 1)
    for place in (*((between.end(),) if between else ()), at + 1):
        if text.startswith(rest[0], place):
            end = _end(text, place + len(rest[0]), rest[1:])
            if end is not None:
                return end
    return None


def _is_word(sign: str) -> bool:
    """Whether a sign, or nothing, is part of a word."""
    return sign.isalnum() or sign == "_"
