"""What readers take of articles: made when one is written, and kept beside it, for it is read again much sooner."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from index.model.article import AnnotatedArticle
from index.people.profiles import Profile, from_json, profile_of, to_json
from index.ranking.descriptions import DescriptionTerms
from index.ranking.forward import ForwardArticle, from_bytes, to_bytes
from index.ranking.intake import Intake
from index.ranking.segments import Vocabulary
from index.store import Store
from index.store.beside import PAGE, kept_beside, put_forward
from index.text.stemmer import format_of_stems

_log = logging.getLogger(__name__)

FORMAT = 1
"""Of what is kept: raised with every change to what stands in it, so that what was kept before is left aside."""


def forward_format() -> str:
    """Which of what is kept this code can take over."""
    return format_of_stems(FORMAT)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a reader takes of an article."""

    article: ForwardArticle
    profile: Profile


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that is to be written, and what readers take of it, as bytes."""

    annotated: AnnotatedArticle
    content: bytes


def prepare(annotated: AnnotatedArticle) -> Prepared:
    """Make what readers take of an article: before it is written, for others wait while somebody writes."""
    vocabulary, identity = Vocabulary(), annotated.article.id
    taken = _read(annotated, 0, Intake(vocabulary))
    return Prepared(annotated, to_bytes(taken.article, vocabulary, to_json({identity: taken.profile})))


def put_article(store: Store, community: str, annotated: AnnotatedArticle, prepared: Prepared | None = None) -> int:
    """Write an article in place of the one of its id, and what readers take of it; return the new revision.

    What was `prepared` of another article, or of another version of it, is made anew.

    Raises
    ------
    StoreError
    """
    if prepared is None or prepared.annotated != annotated:
        prepared = prepare(annotated)
    with store.writing(community):
        revision = store.put(community, annotated)
        put_forward(store, community, annotated.article.id, revision, forward_format(), prepared.content)
        return revision


def taken(
    store: Store, community: str, revisions: Mapping[str, int], vocabulary: Vocabulary
) -> Iterator[tuple[str, Taken]]:
    """What is to be taken of articles, by id in their order, the terms by their numbers in `vocabulary`; without those
    that have gone or been written again since the revision of each.

    Raises
    ------
    StoreError
    """
    intake, left = Intake(vocabulary), iter(revisions)
    while page := [*islice(left, PAGE)]:
        wanted = {identity: revisions[identity] for identity in page}
        found = dict(_kept(store, community, wanted, vocabulary))
        lacking = {identity: revision for identity, revision in wanted.items() if identity not in found}
        for annotated in store.each(community, lacking):
            identity = annotated.article.id
            found[identity] = _read(annotated, lacking[identity], intake)
        yield from ((identity, found[identity]) for identity in page if identity in found)


def _kept(
    store: Store, community: str, revisions: Mapping[str, int], vocabulary: Vocabulary
) -> Iterator[tuple[str, Taken]]:
    """What is kept of articles, and sound."""
    for identity, content in kept_beside(store, "forwards", community, forward_format(), revisions).items():
        try:
            article, facts = from_bytes(content, vocabulary)
            profile = from_json(facts)[0][identity]
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
            _log.warning("What is kept of %s in %s is made anew: %s", identity, community, error)
        else:
            yield identity, Taken(article, replace(profile, revision=revisions[identity]))


def _read(annotated: AnnotatedArticle, revision: int, intake: Intake) -> Taken:
    described = DescriptionTerms(annotated)
    return Taken(intake.read(annotated, described), profile_of(annotated, described, revision))
