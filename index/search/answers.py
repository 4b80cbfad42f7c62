"""Answers from one community: which passages fit a question, why, and what to say where none does."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.errors import ArticleNotFoundError
from index.model.answer import Explanation, Filters, Passage, Quotes, Silence, SilenceReason
from index.model.article import Act, AnnotatedArticle
from index.people.lookup import Names
from index.people.strangers import strangers
from index.people.unheard import unheard, unheld
from index.ranking.kinds import whose_words
from index.ranking.parts import evidence_of
from index.ranking.query import Question, Subjects, settled, understand, unknown_names
from index.ranking.scope import Scope
from index.ranking.scoring import Hit, Ranking, rank
from index.ranking.times import telling
from index.ranking.vectors import Meaning
from index.search.followups import Aim, FollowUp, follow_up, leaning, near_by, people_near, told
from index.search.reader import Reader
from index.search.selection import selected, standing
from index.text.chat import plain_question
from index.text.languages import foreign_words, without
from index.text.mastheads import plain_outlet


def scope_of(reader: Reader, names: Names, filters: Filters) -> Scope | Silence:
    """The sentences that may answer, or why there can be none; the article, if given, must be there."""
    speakers = outlets = None
    published: frozenset[int] = frozenset()
    if filters.speaker is not None:
        speakers = names.called(filters.speaker)
        if not speakers:
            return Silence(SilenceReason.UNKNOWN_SPEAKER, filters.speaker.strip())
    if filters.outlet is not None:
        outlets = names.called(filters.outlet)
        published = _published_by(reader, filters.outlet)
        if not outlets and not published:
            return Silence(SilenceReason.UNKNOWN_OUTLET, filters.outlet.strip())
    entries = reader.fields.article_entries(filters.article_id) if filters.article_id is not None else None
    return Scope(entries, speakers, outlets, _of_days(reader, filters), published)


def _published_by(reader: Reader, outlet: str) -> frozenset[int]:
    """Places of the articles whose own outlet is called so, "the" and ".com" aside."""
    wanted = plain_outlet(outlet)
    return frozenset(at for at, own in enumerate(reader.outlets) if own is not None and plain_outlet(own) == wanted)


def _of_days(reader: Reader, filters: Filters) -> frozenset[int] | None:
    """Places of the articles published in the days asked for, both ends included; None if none are."""
    if not filters.dated:
        return None
    first = filters.since.toordinal() if filters.since else 1
    last = filters.until.toordinal() if filters.until else date.max.toordinal()
    return frozenset(at for at, day in enumerate(reader.dates) if first <= day <= last)


_RANKED = 80  # sentences among which the passages of an answer are found, however many are wanted


@dataclass(frozen=True, slots=True)
class Request:
    """A question, not empty, and what its answer is kept to; at most `limit` passages.

    Attributes
    ----------
    after : Passage | None
        What was shown before, if the question may be about that.
    topic : mapping of str to float
        Stems that the question is about beside its own words, with their weights.
    vector : (width,) float32 | None
        What the encoder makes of the question, of length one; None where it is not to be had.
    """

    question: str
    filters: Filters
    limit: int
    after: Passage | None = None
    topic: Mapping[str, float] = field(default_factory=dict)
    vector: NDArray[np.float32] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first, or why there are none, and names that may have been meant."""

    passages: tuple[Passage, ...]
    silence: Silence | None
    suggestions: tuple[str, ...]


def answer(reader: Reader, request: Request) -> Found:
    """The passages that answer a request best, or the reason for silence.

    Raises
    ------
    ArticleNotFoundError
        If the request is kept to an article that is not there.
    """
    names = reader.names()
    if request.after is not None:
        annotated = reader.article(request.after.article_id)
        near = people_near(annotated, request.after) if annotated else ()
        turn = follow_up(request.question, request.after, near)
        if annotated is not None and turn is not None:
            return _followed(reader, names, request, request.after, turn, annotated)
    ranked = _rank(reader, names, request)
    if isinstance(ranked, Found):
        return ranked
    question, ranking = ranked
    if not ranking.answers:
        return _silence(request, names, found=bool(ranking.hits))
    found = selected(reader, request.question, question, ranking.hits, request.limit)
    return Found(tuple(shown for _, shown in found), None, ())


def explanations(reader: Reader, request: Request) -> tuple[Explanation, ...]:
    """Why the best passages for a request stand where they do, whether or not they fit well enough to be shown."""
    names = reader.names()
    ranked = _rank(reader, names, request)
    if isinstance(ranked, Found):
        return ()
    question, ranking = ranked
    found = selected(reader, request.question, question, ranking.hits, request.limit)
    return tuple(
        Explanation(shown, evidence_of(reader.fields, question, hit.entry, ranking.parts_of(hit)))
        for hit, shown in found
    )


def _rank(reader: Reader, names: Names, request: Request) -> tuple[Question, Ranking] | Found:
    """The ranking, or why there can be none."""
    found = understood(reader, names, request)
    if isinstance(found, Found):
        return found
    ranking = rank(reader.fields, found.question, found.subjects, found.scope, reader.dates, _RANKED, found.meaning)
    return found.question, ranking


@dataclass(frozen=True, slots=True)
class Understood:
    """A request in terms of a library: what it asks, of whom, among which sentences, and how near these are to it."""

    question: Question
    subjects: Subjects
    scope: Scope
    meaning: Meaning | None


def understood(reader: Reader, names: Names, request: Request) -> Understood | Found:
    """What a request asks of a library, or why it cannot be answered.

    Raises
    ------
    ArticleNotFoundError
        If the request is kept to an article that is not there.
    """
    fields = reader.fields
    if request.filters.article_id is not None and request.filters.article_id not in fields:
        raise ArticleNotFoundError(request.filters.article_id)
    if not len(fields.sentences):
        return Found((), Silence(SilenceReason.EMPTY_LIBRARY), ())
    scope = scope_of(reader, names, request.filters)
    if isinstance(scope, Silence):
        return Found((), scope, names.nearest(scope.subject))
    text, _ = _plain(request.question)
    if not text:
        return Found((), Silence(SilenceReason.NO_QUESTION), ())
    able = telling(fields, reader.dates, text)
    if able is not None:
        scope = scope.within(able)
        if not scope.articles:
            return Found((), Silence(SilenceReason.NO_DATES), ())
    meant = names.meant(text)
    unknown = strangers(text, names, meant)
    if unknown:
        return Found((), Silence(SilenceReason.UNKNOWN_NAME, unknown[0]), names.nearest(unknown[0]))
    alike = names.alike(text, meant)
    thing = unheard(text, fields.sentences.knows, meant, alike) or unheld(text, fields)
    if thing is not None:
        return Found((), Silence(SilenceReason.UNKNOWN_NAME, thing), ())
    question = understand(text, fields.sentences.knows, meant, alike)
    subjects = names.asked(question)
    if names.unquoted(question, subjects):
        start, end = whose_words(text) or (0, 0)
        return Found((), Silence(SilenceReason.UNKNOWN_SPEAKER, text[start:end].strip()), ())
    question = leaning(settled(question, subjects, fields.sentences.knows), request.topic)
    return Understood(question, subjects, scope, reader.meaning(request.vector) if request.vector is not None else None)


def _followed(
    reader: Reader, names: Names, request: Request, after: Passage, turn: FollowUp, annotated: AnnotatedArticle
) -> Found:
    """The answer to a question about a passage of that article: from the article first, then from others."""
    if turn.aim is Aim.SAME:
        return Found((standing(reader, after.article_id, after.span, after.content),), None, ())
    filters = request.filters
    if turn.aim is Aim.MORE and filters.speaker is None:
        filters = replace(filters, speaker=turn.speaker)
    whole = replace(request, question=turn.question, topic=turn.topic, filters=filters, vector=None)
    beyond = _rank(reader, names, whole)
    if isinstance(beyond, Found):
        return beyond
    question, ranking = beyond
    others = ranking.hits if ranking.answers or turn.aim is Aim.MORE else ()
    hits: list[Hit] = []
    if filters.article_id in (None, after.article_id):
        here = _rank(reader, names, replace(whole, filters=replace(filters, article_id=after.article_id)))
        near = () if isinstance(here, Found) else here[1].hits
        if turn.aim is Aim.MORE and turn.speaker is not None:
            hits = told(reader.fields, names.called(turn.speaker), near, after, annotated)
        else:
            hits = near_by(reader.fields, question, near, after, turn, annotated)
        if turn.aim is Aim.OTHERS and turn.speaker is not None:
            own = names.called(turn.speaker)
            hits = [h for h in hits if any(said.speaker not in own for said in reader.fields.entries[h.entry].said)]
    taken = {hit.entry for hit in hits}
    others = tuple(hit for hit in others if hit.entry not in taken)
    above = max((hit.score for hit in others), default=0.0) - min((hit.score for hit in hits), default=0.0)
    hits = [replace(hit, score=hit.score + max(0.0, above)) for hit in hits]
    found = selected(reader, whole.question, question, (*hits, *others), request.limit, before=after)
    return Found(tuple(shown for _, shown in found), None, ()) if found else _silence(whole, names, found=True)


def quotes(reader: Reader, person: str, about: str | None, filters: Filters) -> Quotes:
    """What a speaker is reported to have said, in the order of `Library.quotes`, or the reason for silence.

    Raises
    ------
    ArticleNotFoundError
        If the filters keep to an article that is not there.
    """
    if filters.article_id is not None and filters.article_id not in reader.fields:
        raise ArticleNotFoundError(filters.article_id)
    names = reader.names()
    called = names.called(person)
    found = names.person(called)
    if not called or found is None:
        silence = Silence(SilenceReason.UNKNOWN_SPEAKER, person.strip())
        return Quotes(None, (), str(silence), names.nearest(person), silence)
    scope = scope_of(reader, names, filters)
    if isinstance(scope, Silence):
        return Quotes(found, (), str(scope), names.nearest(scope.subject), scope)
    passages = _quotations(reader, called, about, scope)
    if not passages:
        silence = Silence(SilenceReason.NOT_ABOUT, found.name)
        return Quotes(found, (), str(silence), (), silence)
    return Quotes(found, passages, None, ())


def _quotations(reader: Reader, called: frozenset[int], about: str | None, scope: Scope) -> tuple[Passage, ...]:
    """What the names `called` are reported to have said, sentence by sentence."""
    fields = reader.fields
    scores: dict[int, float] = {}
    if about is not None:
        question = understand(about, fields.sentences.knows)
        matching = fields.sentences.score(question.content)
        scores = dict(zip(matching.documents.tolist(), matching.scores.tolist(), strict=True))
    found: list[tuple[tuple[float, int, int, int, int], Passage]] = []
    places = fields.entries.said_by(called)
    for number in places[scope.admits(fields, places)].tolist():
        if not fields.is_alive(number) or (about is not None and number not in scores):
            continue
        entry = fields.entries[number]
        annotated = reader.article(fields.article_ids[entry.article])
        if annotated is None:
            continue
        attributions = reader.said_in(annotated, entry.sentence)
        own = [a for a in attributions if fields.name_number(a.speaker) in called]
        own.sort(key=lambda a: a.act is not Act.SAID)
        score = scores.get(number, 0.0)
        shown = reader.passage(annotated, annotated.sentences[entry.sentence].span, own[0], score)
        thought = int(own[0].act is not Act.SAID)
        found.append(((-round(score, 6), thought, -reader.dates[entry.article], entry.article, number), shown))
    found.sort(key=lambda item: item[0])
    return tuple(shown for _, shown in found)


def _plain(question: str) -> tuple[str, bool]:
    """A question in plain words, and whether it is in another language, of whose function words it is then freed."""
    text = plain_question(question)
    foreign = foreign_words(text)
    return (without(text, foreign), True) if foreign else (text, False)


def _silence(request: Request, names: Names, *, found: bool) -> Found:
    """Why nothing is shown, and names that may have been meant."""
    text, foreign = _plain(request.question)
    if foreign:
        return Found((), Silence(SilenceReason.OTHER_LANGUAGE), ())
    unknown = unknown_names(text, names.knows)
    if unknown:
        return Found((), Silence(SilenceReason.UNKNOWN_NAME, unknown[0]), names.nearest(unknown[0]))
    if request.filters.dated and not found:
        return Found((), Silence(SilenceReason.NO_DATES), ())
    return Found((), Silence(SilenceReason.NO_FIT if found else SilenceReason.NO_WORDS), ())
