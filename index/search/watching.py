"""Watching: the passages of one article that somebody wants to hear of: of a person, about a topic, in an outlet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.model.alert import Interest
from index.model.answer import Passage
from index.model.article import ANSWERABLE, Act, AnnotatedArticle, Attribution, ParagraphKind, SpeakerType
from index.people.identity import may_mean
from index.ranking.context import context_of
from index.ranking.passages import widen
from index.search.highlights import telling, telling_score
from index.search.reader import Reader
from index.text.folding import plain_name
from index.text.mastheads import plain_outlet
from index.text.terms import stems_of, terms_of

_ABOUT = frozenset({ParagraphKind.HEADLINE, ParagraphKind.DECK})
_BEGINNING = 2  # passages of an article that is as a whole what is watched for


@dataclass(frozen=True, slots=True)
class _Sought:
    """An interest as it is compared: the person's names, stems of the topic, and those that each passage must have, the
    outlet's plain name."""

    called: frozenset[str] | None
    topic: frozenset[str]
    stems: frozenset[str]
    outlet: str | None


def topic_stems(topic: str) -> frozenset[str]:
    """The stems by which a topic is known; empty where it has no word that tells anything."""
    return frozenset(term.stem for term in terms_of(topic) if not term.stop)


def watched(reader: Reader, article_id: str, interest: Interest) -> tuple[Passage, ...]:
    """The passages of an article that all of an interest holds for, in the order of telling; empty if it is gone.

    A topic stands in the passage itself, word for word in any form; where the headline has it, the whole article is
    about it. Of an article that is as a whole what is watched for, its most telling quotations are given, or else how
    it begins.
    """
    annotated = reader.article(article_id)
    if annotated is None:
        return ()
    stems = topic_stems(interest.topic) if interest.topic is not None else frozenset()
    called = _called(reader, interest.person) if interest.person is not None else None
    if (called is not None and not called) or (interest.topic is not None and not stems):
        return ()
    headline = stems_of(" ".join(filter(None, (annotated.article.title, annotated.article.deck))))
    about = bool(stems) and stems <= set(headline)
    outlet = plain_outlet(interest.outlet) if interest.outlet is not None else None
    own = annotated.article.outlet
    published = own is not None and plain_outlet(own) == outlet
    sought = _Sought(called, stems, frozenset() if about else stems, None if published else outlet)
    if sought.called is None and not sought.stems and sought.outlet is None:
        return telling(reader, annotated, _BEGINNING) or _beginning(reader, annotated)
    return tuple(_passages(reader, annotated, sought))


def named(reader: Reader, interest: Interest) -> tuple[Interest, bool]:
    """The interest with the names that the library has for what was typed, and whether it has them all.

    A misspelt name becomes the one that is meant; one that several people have stays as it is.
    """
    person, outlet = interest.person, interest.outlet
    known = True
    if person is not None:
        canonical = reader.speakers().canonical
        people = {canonical[name] for name in _called(reader, person)}
        if not people:
            meant = reader.names().person(reader.names().called(person))
            people = {meant.name} if meant is not None else set()
        known = bool(people)
        person = people.pop() if len(people) == 1 else person
    if outlet is not None:
        wanted = plain_outlet(outlet)
        there = [*filter(None, reader.outlets), *sorted(reader.speakers().outlets)]
        outlet, found = next(((name, True) for name in there if plain_outlet(name) == wanted), (outlet, False))
        known = known and found
    return replace(interest, person=person, outlet=outlet), known


def _passages(reader: Reader, annotated: AnnotatedArticle, sought: _Sought) -> Iterator[Passage]:
    """Each passage that is sought, once: what was said, then what was thought or meant, then the article's own words;
    of each, what has the topic itself first, and then the most telling."""
    found: list[tuple[int, bool, float, Passage]] = []
    for place, sentence in enumerate(annotated.sentences):
        if sentence.kind not in ANSWERABLE or sentence.kind in _ABOUT:
            continue
        fitting = [one for one in reader.said_in(annotated, place) if _fits(one, sought)]
        best = min(fitting, key=lambda one: one.act is not Act.SAID, default=None)
        if best is None and (sought.called is not None or sought.outlet is not None):
            continue
        span = widen(annotated, place, best)
        if any(passage.span.overlaps(span) for *_, passage in found):
            continue
        words = set(stems_of(annotated.article.text[span.start : span.end]))
        if not sought.stems <= words:
            continue
        context = context_of(annotated, span, best)
        rank, score = 2, -float(place)
        if best is not None:
            rank = int(best.act is not Act.SAID)
            score = telling_score(annotated, place, best, alone=not context)
        beside = not sought.topic <= words
        found.append((rank, beside, -score, reader.passage(annotated, span, best, 0.0, context)))
    return (passage for *_, passage in sorted(found, key=lambda one: one[:3]))


def _fits(attribution: Attribution, sought: _Sought) -> bool:
    """Whether it is of the person and the outlet, where these are sought."""
    if sought.called is not None and attribution.speaker not in sought.called:
        return False
    if sought.outlet is None:
        return True
    own = attribution.speaker if attribution.speaker_type is SpeakerType.OUTLET else None
    return any(name is not None and plain_outlet(name) == sought.outlet for name in (attribution.outlet, own))


def _called(reader: Reader, person: str) -> frozenset[str]:
    """All names of whoever has a name with all words of that one; of several, who is called just so, unless by one word
    alone. Nobody who is only spelt like it."""
    wanted = plain_name(person).split()
    canonical = reader.speakers().canonical
    folded = {name: plain_name(name).split() for name in {*canonical, *canonical.values()}}
    found = [
        name
        for name, words in folded.items()
        if wanted and set(wanted) <= set(words) and (words == wanted or may_mean(wanted, name))
    ]
    exact = [name for name in found if folded[name] == wanted] if len(wanted) > 1 else []
    people = {canonical.get(name, name) for name in exact or found}
    return frozenset(name for name, whole in canonical.items() if whole in people)


def _beginning(reader: Reader, annotated: AnnotatedArticle) -> tuple[Passage, ...]:
    """The first sentence of an article's body."""
    for sentence in annotated.sentences:
        if sentence.kind is ParagraphKind.BODY:
            return (reader.passage(annotated, sentence.span, None, 0.0),)
    return ()
