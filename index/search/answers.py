"""Answers from one community: which passages fit a question, why, and what to say where none does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from index.errors import ArticleNotFoundError
from index.model.answer import Elsewhere, Explanation, Filters, Passage, Quotes, Silence, SilenceReason
from index.model.article import Act, ParagraphKind, Sentence, Span
from index.people.lookup import Names
from index.ranking.passages import choose, widen
from index.ranking.query import Question, understand, unknown_names
from index.ranking.scoring import ANSWERED, Hit, Ranking, Scope, evidence_of, rank
from index.search.reader import Reader
from index.text.folding import fold_name


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
    """Places of the articles whose own outlet is called so, "the" aside."""
    wanted = fold_name(outlet).removeprefix("the ")
    return frozenset(
        at for at, own in enumerate(reader.outlets) if own is not None and fold_name(own).removeprefix("the ") == wanted
    )


def _of_days(reader: Reader, filters: Filters) -> frozenset[int] | None:
    """Places of the articles published in the days asked for, both ends included; None if none are."""
    if not filters.dated:
        return None
    first = filters.since.toordinal() if filters.since else 1
    last = filters.until.toordinal() if filters.until else date.max.toordinal()
    return frozenset(at for at, day in enumerate(reader.dates) if first <= day <= last)


_SAME = 90  # rapidfuzz ratio (0 to 100) from which two passages are nearly the same
_MORE = 2  # sentences ranked for each passage wanted, for some are inside another or the same


@dataclass(frozen=True, slots=True)
class Request:
    """A question, not empty, and what its answer is kept to; at most `limit` passages."""

    question: str
    filters: Filters
    limit: int


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
    ranked = _rank(reader, names, request)
    if isinstance(ranked, Found):
        return ranked
    question, ranking = ranked
    if not ranking.hits or ranking.coverage < ANSWERED:
        return _silence(request, names, found=bool(ranking.hits))
    found = _passages(reader, question, ranking, request.limit)
    return Found(tuple(shown for _, shown in found), None, ())


def explanations(reader: Reader, request: Request) -> tuple[Explanation, ...]:
    """Why the best passages for a request stand where they do, whether or not they fit well enough to be shown."""
    names = reader.names()
    ranked = _rank(reader, names, request)
    if isinstance(ranked, Found):
        return ()
    question, ranking = ranked
    found = _passages(reader, question, ranking, request.limit)
    return tuple(Explanation(shown, evidence_of(reader.fields, question, hit)) for hit, shown in found)


def _rank(reader: Reader, names: Names, request: Request) -> tuple[Question, Ranking] | Found:
    """The ranking, or why there can be none."""
    fields = reader.fields
    if request.filters.article_id is not None and request.filters.article_id not in fields:
        raise ArticleNotFoundError(request.filters.article_id)
    if not len(fields.sentences):
        return Found((), Silence(SilenceReason.EMPTY_LIBRARY), ())
    scope = scope_of(reader, names, request.filters)
    if isinstance(scope, Silence):
        return Found((), scope, names.nearest(scope.subject))
    question = understand(request.question, fields.sentences.knows, names.meant(request.question))
    asked = names.asked(question.stems)
    return question, rank(fields, question, asked, scope, reader.dates, _MORE * request.limit)


def _passages(reader: Reader, question: Question, ranking: Ranking, limit: int) -> list[tuple[Hit, Passage]]:
    """The best `limit` passages of the hits, none inside another, nearly the same ones of several articles as one."""
    found: list[tuple[Hit, Passage]] = []
    for hit, shown in _shown(reader, question, ranking):
        if any(p.article_id == shown.article_id and p.span.overlaps(shown.span) for _, p in found):
            continue
        same = next((at for at, (_, p) in enumerate(found) if _nearly_same(p, shown)), None)
        if same is not None:
            first, passage_there = found[same]
            found[same] = first, _with(passage_there, shown)
        elif len(found) < limit:
            found.append((hit, shown))
    return found


def _shown(reader: Reader, question: Question, ranking: Ranking) -> Iterator[tuple[Hit, Passage]]:
    for hit in ranking.hits:
        entry = reader.fields.entries[hit.entry]
        annotated = reader.article(reader.fields.article_ids[entry.article])
        if annotated is None:
            continue
        sentence = annotated.sentences[entry.sentence]
        said = reader.said_in(annotated, entry.sentence)
        best = choose(annotated, sentence, said, question.stems)
        yield hit, reader.passage(annotated, widen(annotated, entry.sentence, best), best, hit.score)


def standing(reader: Reader, article_id: str, span: Span, content: Span | None) -> Passage:
    """The passage at a span of an article, with its best attribution, or the one of that content if it is there.

    Raises
    ------
    ArticleNotFoundError
        If the article is gone, or now too short to have such a span.
    """
    annotated = reader.article(article_id)
    if annotated is None or not 0 <= span.start < span.end <= len(annotated.article.text):
        raise ArticleNotFoundError(article_id)
    places = [n for n, sentence in enumerate(annotated.sentences) if sentence.span.overlaps(span)]
    said = list(dict.fromkeys(a for place in places for a in reader.said_in(annotated, place)))
    best = next((a for a in said if a.outer == content), None)
    if best is None:
        best = choose(annotated, Sentence(span, ParagraphKind.BODY), said, ())
    return reader.passage(annotated, span, best, 0.0)


def _nearly_same(one: Passage, other: Passage) -> bool:
    """Whether two articles have the same passage, but for a word, of the same speaker."""
    if one.article_id == other.article_id or one.speaker != other.speaker:
        return False
    return fuzz.ratio(one.text, other.text, score_cutoff=_SAME) >= _SAME


def _with(shown: Passage, other: Passage) -> Passage:
    """`shown`, which also stands in the article of `other`."""
    if any(elsewhere.article_id == other.article_id for elsewhere in shown.also_in):
        return shown
    there = Elsewhere(other.article_id, other.title, other.article_outlet, other.url, other.published)
    return replace(shown, also_in=(*shown.also_in, there))


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


def _silence(request: Request, names: Names, *, found: bool) -> Found:
    """Why nothing is shown, and names that may have been meant."""
    unknown = unknown_names(request.question, names.knows)
    if unknown:
        return Found((), Silence(SilenceReason.UNKNOWN_NAME, unknown[0]), names.nearest(unknown[0]))
    if request.filters.dated and not found:
        return Found((), Silence(SilenceReason.NO_DATES), ())
    return Found((), Silence(SilenceReason.NO_FIT if found else SilenceReason.NO_WORDS), ())
