"""The parts of a sentence's score: what speaks for or against it as the answer to a question, each by itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from index.model.answer import Evidence
from index.ranking.entries import Entry, Sign
from index.ranking.fields import Fields
from index.ranking.kinds import Kind
from index.ranking.postings import Postings
from index.ranking.query import ALIKE, Question, Subjects
from index.ranking.signs import COUNT, numerals
from index.ranking.vectors import Meaning
from index.text.given_names import GIVEN_NAMES

Values = NDArray[np.float64]

_THINKS = 0.7  # what counts of words of whoever is asked where they were thought or meant rather than said
_SOMEBODY = 0.5  # what counts of an introduction where it is not asked who somebody is, but who did something
_LEAD = 3  # sentences with which an article begins


class Part(StrEnum):
    """A part of a sentence's score."""

    WORDS = "content words in the sentence and its speaker's name"
    COVERED = "share of the question's content in the sentence"
    SUBJECT = "words for whom the question asks, in the sentence and its speaker's name"
    ALIKE = "words that say the same as content words"
    WORDING = "other words of the question"
    PARAGRAPH = "content words in the paragraph"
    ARTICLE = "content words in the article"
    LACKING = "share of the words for what it asks the price of that the article lacks"
    LOCAL = "words that set the sentence apart in its article"
    ADJACENT = "adjacent words"
    COUNTED = "a number of what the question wants counted"
    FATE = "tells of the dead, or the hurt, as is asked, or of the others alone"
    TELLING = "a phrase in which the like is told"
    DESCRIPTION = "what the article calls its people"
    MEANING = "means what the question asks"
    BEFORE = "the sentence before means what the question asks"
    ABOUT = "the article means what the question asks"
    HEADLINE = "the headline means what the question asks"
    SPEAKER = "said by whom the question names"
    BEARER = "said by whom the question describes"
    ANOTHER = "said by others than whom the question asks for"
    ELSEWHERE = "said by who has the office that the question names in another place"
    OUTLET = "cited from whom the question names"
    BESIDE = "said by whom the question names or describes, without a word of what it is about"
    ATTRIBUTED = "somebody is reported to have said it"
    NUMBER = "has a number"
    TIME = "has a time"
    REASON = "gives a reason"
    WHERE = "has a place"
    INTRODUCED = "tells who somebody is"
    DISPLAY = "only a headline or caption"
    ASKS = "asks rather than answers"
    LENGTH = "length of the sentence"
    DEPTH = "place in the article"
    LEAD = "among the first sentences of the article"


MEANT = frozenset({Part.MEANING, Part.BEFORE, Part.ABOUT, Part.HEADLINE})
"""The parts that the encoder tells."""

_ASKED = (Part.SPEAKER, Part.BEARER, Part.OUTLET)


@dataclass(frozen=True, slots=True)
class Way:
    """A content term of a question, how much it tells (its idf), and the phrases of stems by which sentences have it:
    itself, or what says the same; none where no sentence has it, which counts as the rarest would."""

    weight: float
    phrases: tuple[tuple[str, ...], ...]

    def among(self, postings: Postings, documents: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of the documents have all stems of one of the phrases, (N,)."""
        found = np.zeros(len(documents), np.bool_)
        for phrase in self.phrases:
            found |= np.logical_and.reduce([postings.having(stem, documents) for stem in phrase])
        return found


def ways_of(fields: Fields, question: Question) -> tuple[Way, ...]:
    """The ways to say a question's content, in its order."""
    rarest = math.log(len(fields.sentences) + 1)
    found = []
    for term, _ in question.content:
        phrases = [(term,), *question.alike.get(term, ())]
        known = tuple(phrase for phrase in phrases if all(map(fields.sentences.knows, phrase)))
        found.append(Way(max(map(fields.sentences.idf_of, known[0])) if known else rarest, known))
    return tuple(found)


def covered(postings: Postings, ways: Sequence[Way], documents: NDArray[np.intp]) -> Values:
    """The share of a question's content, by idf, that each document has, (N,) from 0 to 1."""
    shares = np.zeros(len(documents))
    for way in ways:
        shares += way.weight * way.among(postings, documents)
    return shares / (sum(way.weight for way in ways) or 1.0)


def around(fields: Fields, question: Question, candidates: NDArray[np.intp]) -> dict[Part, Values]:
    """What the content words of the candidates themselves, of their paragraphs and their articles add, each (N,)."""
    paragraphs = fields.entries.paragraphs(candidates)
    articles, of = np.unique(fields.entries.articles(candidates), return_inverse=True)
    return {
        Part.WORDS: fields.sentences.lookup(question.content + question.others, candidates),
        Part.PARAGRAPH: fields.paragraphs.lookup(question.content, paragraphs)
        + _alike(fields.paragraphs, question, paragraphs),
        Part.ARTICLE: (
            fields.articles.lookup(question.content, articles) + _alike(fields.articles, question, articles)
        )[of],
    }


def meant(fields: Fields, meaning: Meaning, candidates: NDArray[np.intp]) -> dict[Part, Values] | None:
    """How near the question is to the candidates and what is around them, each (N,); None if any has no vector."""
    if not len(candidates):
        return None
    articles, of = np.unique(fields.entries.articles(candidates), return_inverse=True)
    starts, _ = _bounds(fields, candidates)
    own, first = meaning.cosines(candidates), meaning.cosines(starts)
    before = meaning.cosines(np.maximum(candidates - 1, starts))
    whole = meaning.articles(articles)
    if own is None or first is None or before is None or whole is None:
        return None
    return {
        Part.MEANING: own,
        Part.BEFORE: np.where(candidates > starts, before, 0.0),
        Part.ABOUT: whole[of],
        Part.HEADLINE: first,
    }


def closer(fields: Fields, question: Question, asked: Subjects, candidates: NDArray[np.intp]) -> dict[Part, Values]:
    """What a closer look at the candidates adds, each (N,); what their content words do, by rank_bm25's own code."""
    topic = [term for term, _ in question.topic]
    bigrams = [(bigram, 1.0) for bigram in question.bigrams]
    starts, _ = _bounds(fields, candidates)
    places = candidates - starts
    found = {
        Part.WORDS: np.array(fields.sentences.get_batch_scores(topic, candidates, delta=0.0)),
        Part.COVERED: covered(fields.sentences, ways_of(fields, question), candidates),
        Part.SUBJECT: fields.sentences.lookup(question.subject_content, candidates),
        Part.ALIKE: _alike(fields.sentences, question, candidates),
        Part.WORDING: fields.sentences.lookup(question.wording, candidates),
        Part.ADJACENT: fields.bigrams.lookup(bigrams, candidates),
        Part.COUNTED: fields.bigrams.lookup([(f"{COUNT} {stem}", 1.0) for stem in question.counted], candidates),
        Part.DESCRIPTION: fields.descriptions.lookup(question.content, candidates),
        Part.LOCAL: _local(fields, question, candidates),
        Part.LENGTH: np.log1p(fields.sentences.lengths(candidates)),
        Part.DEPTH: np.log1p(places),
        Part.LEAD: (places < _LEAD).astype(np.float64),
    }
    if question.priced:
        articles, of = np.unique(fields.entries.articles(candidates), return_inverse=True)
        thing = replace(question, content=question.priced)
        found[Part.LACKING] = 1.0 - covered(fields.articles, ways_of(fields, thing), articles)[of]
    if question.fates is not None:
        theirs, others = (Way(1.0, phrases).among(fields.sentences, candidates) for phrases in question.fates)
        found[Part.FATE] = theirs.astype(np.float64) - (others & ~theirs)
    if question.telling:
        pairs = [(pair, 1.0) for pair in question.telling]
        found[Part.TELLING] = np.sign(fields.bigrams.lookup(pairs, candidates))
    for part, sign, share in _signs_of(question):
        found[part] = share * fields.entries.having(sign, candidates)
    if question.quantity:
        spelt = numerals(shares=Kind.AMOUNT in question.kinds).difference(question.stems)
        having = [fields.sentences.having(stem, candidates) for stem in sorted(spelt)]
        found[Part.NUMBER] = np.maximum(found[Part.NUMBER], np.any(having, axis=0))
    if not (asked.someone or asked.outlets):
        return found
    told = [_told(fields, fields.entries[number], asked) for number in candidates.tolist()]
    for part in (*_ASKED, Part.ANOTHER, Part.ELSEWHERE):
        if any(part in one for one in told):
            found[part] = np.array([one.get(part, 0.0) for one in told])
    if question.subject_content:
        wanted = np.array([not one.keys().isdisjoint(_ASKED) for one in told], np.bool_)
        found[Part.BESIDE] = (wanted & (found[Part.WORDS] == 0)).astype(np.float64)
    return found


def _saturation(postings: Postings, phrase: Sequence[str], documents: NDArray[np.intp]) -> Values:
    """How much of a phrase documents have, (N,): as much as of that stem of it of which they have least."""
    least: Values = np.min([postings.saturation(stem, documents) for stem in phrase], axis=0)
    return least


def _bounds(fields: Fields, candidates: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the entries of each candidate's article begin and end, (N,) each."""
    articles, of = np.unique(fields.entries.articles(candidates), return_inverse=True)
    ranges = [fields.article_entries(fields.article_ids[article]) for article in articles.tolist()]
    starts, ends = (np.array([getattr(r, side) for r in ranges], np.intp)[of] for side in ("start", "stop"))
    return starts, ends


def _alike(postings: Postings, question: Question, documents: NDArray[np.intp]) -> Values:
    """What says the same as a content word adds to the documents without that, as if it were the word, but less."""
    scores = np.zeros(len(documents))
    for term, phrases in question.alike.items():
        own = postings.idf_of(term) or math.inf
        best = np.zeros(len(documents))
        for phrase in phrases:
            found = _saturation(postings, phrase, documents)
            np.maximum(best, found * min(own, max(postings.idf_of(stem) for stem in phrase)), out=best)
        scores += ALIKE * best * (postings.saturation(term, documents) == 0)
    return scores


def _local(fields: Fields, question: Question, candidates: NDArray[np.intp]) -> Values:
    """BM25 with the idf of the candidate's own article: what all of it is about does not set a sentence apart."""
    scores = np.zeros(len(candidates))
    starts, ends = _bounds(fields, candidates)
    for term, weight in question.topic:
        holding = fields.sentences.count_between(term, starts, ends)
        idf = np.log((ends - starts + 1) / np.maximum(holding, 1))
        scores += weight * idf * fields.sentences.saturation(term, candidates)
    return scores


def _told(fields: Fields, entry: Entry, asked: Subjects) -> dict[Part, float]:
    """What who said it adds."""
    found: dict[Part, float] = {}
    for said in entry.said:
        part = Part.SPEAKER if said.speaker in asked.speakers else Part.BEARER
        fit = asked.fit(entry.article, said.speaker)
        if fit:
            found[part] = max(fit * (1.0 if said.said else _THINKS), found.get(part, 0.0))
        if said.outlet in asked.outlets and Part.SPEAKER not in found:
            found[Part.OUTLET] = 1.0
    if entry.said and asked.someone and found.keys().isdisjoint(_ASKED):
        found[Part.ANOTHER] = 1.0
        if any(said.speaker in asked.elsewhere or _is_of_others(fields, said.speaker, asked) for said in entry.said):
            found[Part.ELSEWHERE] = 1.0
    return found


def _is_of_others(fields: Fields, speaker: int, asked: Subjects) -> bool:
    """Whether a speaker, who is called as no person is, is of another place than the question asks."""
    stems = fields.name_stems(speaker) if asked.others is not None and speaker >= 0 else ()
    return bool(stems) and stems[0] not in GIVEN_NAMES and asked.others is not None and asked.others.tell(stems)


def _signs_of(question: Question) -> list[tuple[Part, Sign, float]]:
    """What of a sentence answers the kinds of thing that are asked for, or none: the part, what an entry has then, and
    how much of the part."""
    kinds = question.kinds
    somebody = 1.0 if Kind.WHO_IS in kinds else _SOMEBODY if Kind.WHO in kinds and Kind.WHO_SAID not in kinds else 0.0
    signs: list[tuple[Part, Sign, float]] = [
        (Part.ATTRIBUTED, "said", float(question.saying or question.who)),
        (Part.NUMBER, "number", float(question.quantity)),
        (Part.TIME, "time", float(question.time)),
        (Part.REASON, "reason", float(Kind.WHY in kinds)),
        (Part.WHERE, "where", float(Kind.WHERE in kinds)),
        (Part.INTRODUCED, "introduces", somebody),
        (Part.DISPLAY, "display", 1.0),
        (Part.ASKS, "asks", 1.0),
    ]
    return [one for one in signs if one[-1]]


def evidence_of(
    fields: Fields, question: Question, number: int, parts: Sequence[tuple[Part, float]]
) -> tuple[Evidence, ...]:
    """What made the score of the entry of a number, heaviest first, with the question's terms that each field has."""
    entry = fields.entries[number]
    content, topic = [term for term, _ in question.content], [term for term, _ in question.topic]
    looked_at: dict[Part, tuple[Postings, int, Sequence[str]]] = {
        Part.WORDS: (fields.sentences, number, topic),
        Part.COVERED: (fields.sentences, number, content),
        Part.SUBJECT: (fields.sentences, number, [term for term, _ in question.subject_content]),
        Part.ALIKE: (fields.sentences, number, [term for term, _ in question.others]),
        Part.WORDING: (fields.sentences, number, [term for term, _ in question.wording]),
        Part.LOCAL: (fields.sentences, number, topic),
        Part.PARAGRAPH: (fields.paragraphs, entry.paragraph, content),
        Part.ARTICLE: (fields.articles, entry.article, content),
        Part.ADJACENT: (fields.bigrams, number, question.bigrams),
        Part.DESCRIPTION: (fields.descriptions, number, content),
    }
    found = []
    for part, value in parts:
        terms: tuple[str, ...] = ()
        if part in looked_at:
            postings, document, wanted = looked_at[part]
            terms = tuple(term for term in wanted if postings.documents_among(term, [document]))
        found.append(Evidence(part.value, terms, value))
    return tuple(sorted(found, key=lambda evidence: -abs(evidence.score)))
