"""The library: articles of one community, added, removed, listed, and asked about."""

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from time import perf_counter
from types import TracebackType

from index.attribution import annotate
from index.attribution.identity import fold_name
from index.community import Community
from index.errors import ArticleNotFoundError, InvalidRequestError
from index.names import Names
from index.ranking.fields import attributions_by_sentence
from index.ranking.passages import choose, passage, widen
from index.ranking.question import Question, understand, unknown_names
from index.ranking.recipe import ANSWERED, Hit, Scope, rank
from index.samples import sample_articles
from index.store import Store
from index.types import (
    Act,
    Addition,
    AnnotatedArticle,
    Answer,
    Article,
    ArticleSummary,
    Outcome,
    Passage,
    Person,
    Quotes,
    SpeakerType,
)

PUBLIC = "public"
"""The operator's own community, filled from the command line."""

_IN_MEMORY = 64  # communities whose index is kept in memory
_LONGEST_QUESTION = 2_000
_SLUG = 48
_LONGEST_ID = 100  # characters of a given id, as many as a Discord choice may have


def open_library(database: Path | None, *, community: str = PUBLIC) -> "Library":
    """Open or create a database and one community's library in it; None is a database in memory.

    Raises
    ------
    StoreError
        Naming the file and what to do, if it cannot be opened.
    """
    return Library(_Shared(Store(database)), community)


def open_samples() -> "Library":
    """A library in memory that holds the bundled sample articles."""
    library = open_library(None)
    for article in sample_articles():
        library.add(article)
    return library


class _Shared:
    """What the libraries over one database share: the store, a lock, and the communities last asked about."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.lock = RLock()
        self._communities: OrderedDict[str, Community] = OrderedDict()

    def community(self, name: str) -> Community:
        """The community, up to date with the store; the caller holds the lock."""
        found = self._communities.get(name)
        if found is None:
            found = self._communities[name] = Community(name, self.store)
            if len(self._communities) > _IN_MEMORY:
                self._communities.popitem(last=False)
        self._communities.move_to_end(name)
        found.catch_up()
        return found


class Library:
    """The articles of one community. Safe to use from several threads."""

    def __init__(self, shared: _Shared, community: str) -> None:
        self._shared = shared
        self.community = community

    def of(self, community: str) -> "Library":
        """Another community's library over the same database."""
        return Library(self._shared, community)

    def close(self) -> None:
        """Close the database, for all its libraries."""
        self._shared.store.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles there are."""
        return self._shared.store.count(self.community)

    def add(self, article: Article) -> Addition:
        """Annotate and store an article.

        The same id, the same url or the same text again updates the article that has it, and leaves it as it is if
        nothing differs. When this returns, the article is in the database.
        """
        store = self._shared.store
        known = store.find(self.community, article)
        if known is not None:
            before = store.get(self.community, known)
            if before is not None and before.article == replace(article, id=known):
                return Addition(_summary(before), Outcome.UNCHANGED)
        annotated = annotate(article)
        with self._shared.lock:
            known = store.find(self.community, article)
            identity = known or self._new_id(article)
            annotated = replace(annotated, article=replace(article, id=identity))
            store.put(self.community, annotated)
        return Addition(_summary(annotated), Outcome.UPDATED if known else Outcome.ADDED)

    def remove(self, article_id: str) -> ArticleSummary:
        """Remove an article, and return what it was.

        Raises
        ------
        ArticleNotFoundError
        """
        with self._shared.lock:
            annotated = self._shared.store.get(self.community, article_id)
            if annotated is None:
                raise ArticleNotFoundError(article_id)
            self._shared.store.delete(self.community, article_id)
        return _summary(annotated)

    def articles(self) -> tuple[ArticleSummary, ...]:
        """All articles, newest published first, then by title."""
        return self._shared.store.summaries(self.community)

    def show(self, article_id: str) -> AnnotatedArticle:
        """One article with its sentences and attributions.

        Raises
        ------
        ArticleNotFoundError
        """
        annotated = self._shared.store.get(self.community, article_id)
        if annotated is None:
            raise ArticleNotFoundError(article_id)
        return annotated

    def people(self, *, prefix: str = "", limit: int | None = None) -> tuple[Person, ...]:
        """Speakers, most quoted first; those of whose name or alias a word begins with `prefix`.

        Groups kept as written ("two officials") are no people and left out.
        """
        with self._shared.lock:
            people = self._shared.community(self.community).speakers().people
        wanted = fold_name(prefix)
        found = [p for p in people if p.type is not SpeakerType.GROUP and (not wanted or _begins(p, wanted))]
        return tuple(found if limit is None else found[:limit])

    def ask(
        self,
        question: str,
        *,
        article_id: str | None = None,
        speaker: str | None = None,
        outlet: str | None = None,
        limit: int = 5,
    ) -> Answer:
        """The passages that answer a question best, or the reason for silence.

        `speaker` and `outlet` keep to passages that are attributed to them.

        Raises
        ------
        InvalidRequestError
            On an empty or over-long question, or a `limit` below 1.
        ArticleNotFoundError
            If `article_id` is given and unknown.
        """
        began = perf_counter()
        question = question.strip()
        if not question:
            raise InvalidRequestError(
                "The question is empty; ask what somebody said, or about something in the articles."
            )
        if len(question) > _LONGEST_QUESTION:
            raise InvalidRequestError(f"The question is too long; ask in at most {_LONGEST_QUESTION:,} characters.")
        if limit < 1:
            raise InvalidRequestError("The number of passages must be at least 1.")
        with self._shared.lock:
            community = self._shared.community(self.community)
            passages, reason, suggestions = self._answer(community, question, article_id, speaker, outlet, limit)
        return Answer(question, passages, reason, suggestions, 1000 * (perf_counter() - began))

    def _answer(
        self,
        community: Community,
        text: str,
        article_id: str | None,
        speaker: str | None,
        outlet: str | None,
        limit: int,
    ) -> tuple[tuple[Passage, ...], str | None, tuple[str, ...]]:
        fields = community.fields
        if article_id is not None and article_id not in fields:
            raise ArticleNotFoundError(article_id)
        if not len(fields.sentences):
            return (), "There are no articles here yet.", ()
        names = Names(community.fields, community.speakers())
        speakers = outlets = None
        if speaker is not None:
            speakers = names.called(speaker)
            if not speakers:
                return (), f"No article here quotes {speaker}.", names.nearest(speaker)
        if outlet is not None:
            outlets = names.called(outlet)
            if not outlets:
                return (), f"No article here cites {outlet}.", names.nearest(outlet)
        question = understand(text, fields.sentences.knows, names.meant(text))
        asked = names.asked(question.stems)
        entries = fields.article_entries(article_id) if article_id is not None else None
        ranking = rank(fields, question, asked, Scope(entries, speakers, outlets), community.dates, 3 * limit)
        if not ranking.hits or ranking.coverage < ANSWERED:
            return (), *_silence(text, community, names, found=bool(ranking.hits))
        return tuple(_passages(community, question, ranking.hits, limit)), None, ()

    def quotes(
        self, person: str, *, about: str | None = None, article_id: str | None = None, limit: int | None = None
    ) -> Quotes:
        """What a person or other speaker is reported to have said, sentence by sentence.

        What was said stands before what was thought or meant; then the newest article first, then in the order of
        the text. With `about`, only passages that share a content word with it, best first.

        Raises
        ------
        InvalidRequestError
            If `person` is empty.
        ArticleNotFoundError
            If `article_id` is given and unknown.
        """
        if not person.strip():
            raise InvalidRequestError("The name is empty; give the name of somebody whom the articles quote.")
        with self._shared.lock:
            community = self._shared.community(self.community)
            if article_id is not None and article_id not in community.fields:
                raise ArticleNotFoundError(article_id)
            names = Names(community.fields, community.speakers())
            called = names.called(person)
            found = names.person(called)
            if not called or found is None:
                return Quotes(None, (), f"No article here quotes {person.strip()}.", names.nearest(person))
            passages = self._quotes(community, called, about, article_id)
        if not passages:
            topic = f" about {about}" if about else ""
            return Quotes(found, (), f"{found.name} is not quoted{topic} here.", ())
        return Quotes(found, tuple(passages[:limit]), None, ())

    def _quotes(
        self, community: Community, called: frozenset[int], about: str | None, article_id: str | None
    ) -> list[Passage]:
        fields = community.fields
        scores: dict[int, float] = {}
        if about is not None:
            question = understand(about, fields.sentences.knows)
            matching = fields.sentences.score(question.content)
            scores = dict(zip(matching.documents.tolist(), matching.scores.tolist(), strict=True))
        found: list[tuple[tuple[float, int, int, int, int], Passage]] = []
        places = fields.article_entries(article_id) if article_id is not None else range(len(fields.entries))
        for number in places:
            entry = fields.entries[number]
            mine = [said for said in entry.said if said.speaker in called]
            if not mine or fields.article_ids[entry.article] not in fields or not fields.is_alive(number):
                continue
            if about is not None and number not in scores:
                continue
            annotated = community.article(fields.article_ids[entry.article])
            if annotated is None:
                continue
            attributions = [
                annotated.attributions[i] for i in attributions_by_sentence(annotated).get(entry.sentence, ())
            ]
            own = [a for a in attributions if fields.name_number(a.speaker) in called]
            own.sort(key=lambda a: a.act is not Act.SAID)
            score = scores.get(number, 0.0)
            shown = passage(annotated, annotated.sentences[entry.sentence].span, own[0], score)
            thought = int(own[0].act is not Act.SAID)
            found.append(((-round(score, 6), thought, -community.dates[entry.article], entry.article, number), shown))
        found.sort(key=lambda item: item[0])
        return [shown for _, shown in found]

    def _new_id(self, article: Article) -> str:
        """The article's own id, made safe if need be, or a slug of its title; free in the community."""
        given = article.id
        fit = len(given) <= _LONGEST_ID and given.isprintable() and given == given.strip()
        base = given if given and fit else _slug(given or article.title) or "article"
        taken = self._shared.store.revisions(self.community)
        identity, number = base, 1
        while identity in taken:
            number += 1
            identity = f"{base}-{number}"
        return identity


def _summary(annotated: AnnotatedArticle) -> ArticleSummary:
    article = annotated.article
    return ArticleSummary(
        article.id,
        article.title,
        article.outlet,
        article.authors,
        article.published,
        article.url,
        len(annotated.sentences),
        len(annotated.attributions),
    )


def _begins(person: Person, wanted: str) -> bool:
    return any(f" {fold_name(name)}".find(f" {wanted}") >= 0 for name in (person.name, *person.aliases))


def _slug(words: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most 48 characters, cut between words."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower().replace("'", "")))
    if len(slug) <= _SLUG:
        return slug
    cut = slug.rfind("-", 0, _SLUG + 1)
    return slug[: cut if cut > 0 else _SLUG]


def _passages(community: Community, question: Question, hits: Sequence[Hit], limit: int) -> list[Passage]:
    """The best `limit` passages of the hits, none inside another."""
    found: list[Passage] = []
    for hit in hits:
        entry = community.fields.entries[hit.entry]
        annotated = community.article(community.fields.article_ids[entry.article])
        if annotated is None:
            continue
        places = attributions_by_sentence(annotated).get(entry.sentence, ())
        sentence = annotated.sentences[entry.sentence]
        best = choose(annotated, sentence, [annotated.attributions[i] for i in places], question.stems)
        span = widen(annotated, entry.sentence, best)
        if any(p.article_id == annotated.article.id and p.span.overlaps(span) for p in found):
            continue
        found.append(passage(annotated, span, best, hit.score))
        if len(found) == limit:
            break
    return found


def _silence(text: str, community: Community, names: Names, *, found: bool) -> tuple[str, tuple[str, ...]]:
    """Why nothing is shown, and names that may have been meant."""
    unknown = unknown_names(text, community.fields.sentences.knows)
    if unknown:
        return f"No article here mentions {unknown[0]}.", names.nearest(unknown[0])
    if not found:
        return "No article here has any of the words of this question.", ()
    return "No passage here fits this question well enough to be shown as its answer.", ()
