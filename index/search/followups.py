"""Follow-ups: a question that means nothing alone, told from the passage that it was asked about.

"And what did she say then?" takes its speaker, its article and its topic from what was shown before. A question that
stands alone is none, and is answered as ever.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from index.model.answer import Passage
from index.model.article import AnnotatedArticle, SpeakerType
from index.people.identity import parse_name
from index.ranking.fields import Fields
from index.ranking.query import Question
from index.ranking.scoring import Hit
from index.text.mens_names import MALE
from index.text.roles import FEMALE_WORDS, MALE_WORDS
from index.text.terms import stems_of, terms_of
from index.text.womens_names import FEMALE
from index.text.words import FEMALE_PRONOUNS, MALE_PRONOUNS

_TOPIC, _ALONE = 0.3, 1.0  # weights of the passage's words beside words of the question's own, and without any
_ASKING = """
say said tell told reply respond answer react ask add think thought mean happen explain continue comment talk speak
exactly really actually else more
next then other others much many long often come mention statement quote reason anything anyone anybody someone
somebody people person
"""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_JOINED = re.compile(r"^\W*(?:(?:and|but|so|ok(?:ay)?|or|then|also)\b[\s,]*)+", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*(?:what|how) about\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(he|she|him|her|his|hers|they|them|their)\b(?:[’']s\b)?", re.IGNORECASE)
_THING = re.compile(
    r"\bit\b(?! (?:true|clear|possible|likely)\b| takes? (?:to|for)\b|[’']?s true\b)"
    r"|\b(?:that|this)\b(?=\W*$|\W+(?:mean|happen|is|was|for|to|supposed|again|really|then|so)\b)"
    r"|\b(?:about|of|for|from|with|by|is|was|did|does|after|before|caused?|do) (?:that|this|those|these)\b"
    r"|\bthere\W*$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:say|said|says|tell|told|reply|replied|respond|responded|answer|answered|add|added|react|think|thinks"
    r"|explain|comment|statement)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:else|more|next|then|after that|go on|continue)\b", re.IGNORECASE)
_FACT = re.compile(r"\b(?:when|where|why|how (?:many|much|long|often|far|old))\b", re.IGNORECASE)
_WHO_ELSE = re.compile(r"\b(?:who|whom|anyone|anybody|someone|somebody|did) (?:else|others?)\b", re.IGNORECASE)
_WHO_SAID = re.compile(
    r"\bwho(?:[’']s| has| had)? (?:said|says|say|told|wrote|claimed|claims)\W+(?:that|this|it|so)\W*$", re.I
)

# What a sentence has more for a question that follows a passage: next to that half of it, behind one more a third; less
# where the question has words of its own. And what one that gives a reason has more, where that is asked for.
_NEAR_BY, _NEAR_TOO, _GIVEN = 6.0, 1.5, 6.0
_WORDS = 4.0  # what the best match has for words of the passage alone, where the question has none of its own
_BEFORE = 0.5  # sentences that one before the passage is farther away than one behind it
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\breason\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|due to|owing to|so that|in order to|the reason)\b", re.IGNORECASE)


class Aim(StrEnum):
    """What a follow-up wants of the passage that it was asked about."""

    TOPIC = "topic"  # something about it
    SAME = "same"  # the passage itself: who said it
    MORE = "more"  # what else its speaker, or somebody else, said, in the order of the text
    OTHERS = "others"  # what others said about it


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that stands alone now.

    Attributes
    ----------
    question : str
        With the names that its pronouns stand for.
    aim : Aim
    speaker : str | None
        Whose words are wanted, where pronouns or the passage tell.
    topic : mapping of str to float
        Stems of the passage and the weight that each has beside the question's own content.
    bare : bool
        It has no content of its own.
    """

    question: str
    aim: Aim
    speaker: str | None
    topic: Mapping[str, float]
    bare: bool = True


@cache
def _asking() -> frozenset[str]:
    return frozenset(stems_of(_ASKING))


def follow_up(question: str, passage: Passage, people: Sequence[str]) -> FollowUp | None:
    """What a question means that was asked about a passage; None if it means the same without it.

    Parameters
    ----------
    people : sequence of str
        Speakers whom a pronoun may stand for beside the passage's own, the likeliest first.
    """
    joined = _JOINED.match(question)
    plain = question[joined.end() :] if joined else question
    person = _leading(_PERSON, plain)
    thing = person or _leading(_THING, plain)
    names = set(stems_of(passage.speaker)) if passage.speaker else set()
    more = _GOES_ON.search(plain) and not _own(plain) - names
    if _own(plain) and not (joined or thing or more or _ABOUT.match(plain)):
        return None
    if _WHO_SAID.search(plain):
        return FollowUp(question, Aim.SAME, passage.speaker, {})
    speaker = _meant(person.group(1).lower(), passage, people) if person else passage.speaker if more else None
    asked = _named(plain, passage, people) if person else plain
    own = _own(asked)
    names = set(stems_of(speaker)) if speaker else set()
    if not own - names and _WHO_ELSE.search(plain):
        return FollowUp(asked, Aim.OTHERS, passage.speaker, _topic(passage, _ALONE))
    goes_on = _SAYS.search(plain) or _GOES_ON.search(question) or not plain.strip(" ?!.")
    if not own - names and goes_on and not _FACT.search(plain):
        whose = speaker or (None if person else passage.speaker)
        if whose is not None:
            return FollowUp(f"What did {whose} say?", Aim.MORE, whose, _topic(passage, _TOPIC))
    bare = not own - names
    return FollowUp(asked, Aim.TOPIC, speaker, _topic(passage, _ALONE if bare else _TOPIC), bare)


def leaning(question: Question, topic: Mapping[str, float]) -> Question:
    """The question with the words of a topic beside its own."""
    added = tuple((stem, weight) for stem, weight in topic.items() if stem not in dict(question.content))
    terms = tuple((stem, weight) for stem, weight in added if stem not in dict(question.terms))
    return replace(question, content=question.content + added, terms=question.terms + terms)


def people_near(annotated: AnnotatedArticle, passage: Passage) -> list[str]:
    """Speakers of an article for whom a pronoun may stand: those whom the passage names, then the nearest."""
    named = set(stems_of(passage.text))
    distance: dict[str, tuple[bool, int]] = {}
    for attribution in annotated.attributions:
        if attribution.speaker is not None and attribution.speaker_type is SpeakerType.PERSON:
            family = stems_of(parse_name(attribution.speaker).family)
            away = bool(not family or family[-1] not in named), abs(attribution.outer.start - passage.span.start)
            distance[attribution.speaker] = min(away, distance.get(attribution.speaker, away))
    return sorted(distance, key=lambda name: distance[name])


def told(
    fields: Fields, called: frozenset[int], hits: Sequence[Hit], after: Passage, annotated: AnnotatedArticle
) -> list[Hit]:
    """The sentences of the article that those names are reported to have said: those behind the passage, then those
    before it, in the order of the text; all of them above `hits`."""
    own = {*fields.entries.said_by(called).tolist()}
    numbers = [number for number in fields.article_entries(after.article_id) if number in own]
    starts = {number: annotated.sentences[fields.entries[number].sentence].span.start for number in numbers}
    numbers.sort(key=lambda number: (starts[number] < after.span.end, starts[number]))
    least = max((hit.score for hit in hits), default=0.0)
    return [Hit(number, least + len(numbers) - at) for at, number in enumerate(numbers)]


def near_by(
    fields: Fields,
    question: Question,
    hits: Sequence[Hit],
    after: Passage,
    turn: FollowUp,
    annotated: AnnotatedArticle,
) -> list[Hit]:
    """The sentences of the article that may answer, best first, with more for what stands near the passage; a question
    without words of its own may be answered by any that has what it asks for, such as a time or a number."""
    sentences, text = annotated.sentences, annotated.article.text
    first = sum(sentence.span.end <= after.span.start for sentence in sentences)
    last = sum(sentence.span.start < after.span.end for sentence in sentences) - 1
    found = {hit.entry: hit for hit in hits}
    if turn.bare:
        numbers = fields.article_entries(after.article_id)
        found = {number: Hit(number, 0.0) for number in numbers if not fields.entries[number].display} | found
    most = max((hit.score for hit in hits), default=0.0)
    reasons = _WHY.search(turn.question) is not None
    nearer = []
    for hit in found.values():
        entry = fields.entries[hit.entry]
        if turn.bare and ((question.time and not entry.time) or (question.quantity and not entry.number)):
            continue
        away = max(0.0, entry.sentence - last, first - entry.sentence + _BEFORE)
        words = _WORDS * max(0.0, hit.score) / most if turn.bare and most > 0 else hit.score
        span = sentences[entry.sentence].span
        reason = reasons and _REASON.search(text, span.start, span.end) is not None
        near = (_NEAR_BY if turn.bare else _NEAR_TOO) / (1 + away)
        nearer.append(replace(hit, score=words + near + _GIVEN * reason))
    return sorted(nearer, key=lambda hit: (-round(hit.score, 9), hit.entry))


def _leading(pattern: re.Pattern[str], question: str) -> re.Match[str] | None:
    """Where a pronoun stands that no content word of the question comes before."""
    found = pattern.search(question)
    return found if found is not None and not _own(question[: found.start()]) else None


def _own(question: str) -> set[str]:
    """Stems of the words that tell what a question is about."""
    return {term.stem for term in terms_of(question) if not term.stop and term.stem not in _asking()}


def _topic(passage: Passage, weight: float) -> dict[str, float]:
    """Stems of what the passage is about, without whose words it has."""
    speaker = set(stems_of(passage.speaker)) if passage.speaker else set()
    return dict.fromkeys(sorted(_own(passage.text) - speaker), weight)


def _meant(pronoun: str, passage: Passage, people: Sequence[str]) -> str | None:
    """Whom a pronoun stands for: the passage's speaker if it fits, else the first of those whom it is known to fit."""
    wanted = _gender([pronoun])
    own = passage.speaker
    if own is not None:
        fits = _gender_of(own, passage.mention) in (wanted, None) and passage.speaker_type is SpeakerType.PERSON
        if wanted is None or fits:
            return own
    return next((name for name in people if name != own and _gender_of(name, None) == wanted is not None), None)


def _gender_of(name: str, mention: str | None) -> str | None:
    """What the words that name somebody, or the given name, tell."""
    given = parse_name(name).given
    words = [word.lower() for word in _WORD.findall(mention or "")]
    return (
        _gender(words)
        or (_gender(given[:1]) if given else None)
        or _gender(word.lower() for word in _WORD.findall(name))
    )


def _gender(words: Sequence[str] | Iterator[str]) -> str | None:
    for word in words:
        if word in FEMALE_PRONOUNS or word in FEMALE_WORDS or word in FEMALE:
            return "female"
        if word in MALE_PRONOUNS or word in MALE_WORDS or word in MALE:
            return "male"
    return None


def _named(question: str, passage: Passage, people: Sequence[str]) -> str:
    """The question with names for its pronouns, as far as it is plain whom they stand for."""

    def put(found: re.Match[str]) -> str:
        word = found.group(1).lower()
        name = _meant(word, passage, people)
        if name is None:
            return found.group()
        owns = word in {"his", "hers", "their"} or (word == "her" and _owns(question, found.end()))
        return f"{name}’s" if owns else name

    return _PERSON.sub(put, question)


def _owns(question: str, end: int) -> bool:
    """Whether a word that may be owned follows."""
    following = _WORD.search(question, end)
    return following is not None and bool(_own(following.group()))
