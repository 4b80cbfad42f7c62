"""What a sentence begins with, which is "it" or "they" in the next one: "The Harbour Board met. It said that ..."."""

import re
from bisect import bisect_left

from index.attribution.coreference.wording import written
from index.attribution.entities.find import Entities
from index.model.article import Span
from index.text.folding import bare
from index.text.organisations import ORG_NOUNS
from index.text.roles import GROUPS, ROLES

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NUMBER = re.compile(r"\d+\s")
_BODY = re.compile(rf"(?:The|Its|Her|His|Their)\s(?:[a-z-]+\s)??(?:{'|'.join(sorted(ORG_NOUNS))})(?=\s[a-z])")
_FRONTED = re.compile(
    r"(?:After|When|While|As|Before|If|Although|Though|Since|Because|Once|Until|Where|Whereas|Despite)\s"
)
_ASKED_BY = re.compile(
    r"(?:Asked|Pressed|Questioned|Challenged)\s(?:[a-z]+\s){0,3}?by\s(?P<who>[^,]{2,60}?)"
    r"(?=,|\s(?:whether|if|why|how|what|about|when|where|who|on|to)\b)"
)
_WHERE = re.compile(r"\s(?:from|at|of|in|with)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for)\s)?[A-Z][\w’'-]*)*")
_CROWDS = GROUPS - frozenset(
    "many some most few several everyone everybody nobody majority percent half others countries nations states "
    "companies businesses outlets media campaign team camp administration union unions police".split()
)
_STOPS = frozenset(
    "of for in at on by to with from after before as when while since during and or is was were are has had have that "
    "who".split()
)
_LONGEST = 6  # words before the end of a group's noun
_ARTICLE = len("The ")


class Openings:
    """Finds what the sentences of an article begin with."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities

    def thing(self, sentence: int) -> int | None:
        """The organisation or outlet whose name begins a sentence of the narrative, as its subject."""
        mentions = self._entities.mentions
        start = self._entities.sentences[sentence].span.start
        at = bisect_left(self._entities.starts, start)
        if at >= len(mentions) or mentions[at].span.start > start + _ARTICLE:
            return None
        mention, entity = mentions[at], self._entities.all[mentions[at].entity]
        subject = mention.subject and not (mention.human or mention.quoted or mention.modifier)
        return mention.entity if subject and not (entity.place or entity.maybe_person) else None

    def fronted(self, sentence: int) -> bool:
        """Whether a sentence begins with a clause beside that of its subject: "After Ruiz won, Marsh spoke"."""
        start = self._entities.sentences[sentence].span.start
        return _FRONTED.match(self._entities.text, start) is not None

    def askers(self, sentence: int) -> set[str]:
        """The names of those who ask what a sentence answers: "Asked by [Ruiz] why it leaked, he said"."""
        span = self._entities.sentences[sentence].span
        match = _ASKED_BY.match(self._entities.text, span.start, span.end)
        if match is None:
            return set()
        named = self._entities.within(Span(match.start("who"), match.end("who")))
        return {self._entities.all[mention.entity].name for mention in named}

    def body(self, sentence: int) -> Span | None:
        """The organisation without its name that a sentence begins with: "her department", "the ministry"."""
        span = self._entities.sentences[sentence].span
        match = _BODY.match(self._entities.text, span.start, span.end)
        return Span(span.start, match.end()) if match is not None else None

    def group(self, sentence: int) -> str | None:
        """The people whom a sentence begins with, as written: "two visiting clockmakers from Prague"."""
        text, span = self._entities.text, self._entities.sentences[sentence].span
        number = _NUMBER.match(text, span.start)
        at = number.end() if number else span.start
        for _ in range(_LONGEST):
            word = _WORD.match(text, at)
            if word is None:
                return None
            key = bare(word.group())
            if key in _CROWDS or (key[-1:] == "s" and key[:-1] in ROLES):
                where = _WHERE.match(text, word.end(), span.end)
                end = where.end() if where else word.end()
                return written(text, Span(span.start, end), bare_noun=True)
            if key in _STOPS or not text.startswith(" ", word.end()):
                return None
            at = word.end() + 1
        return None
