"""The library: articles of one community, added, removed, listed, and asked about."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from time import perf_counter
from types import TracebackType

from index.attribution import annotate
from index.errors import ArticleNotFoundError, InvalidRequestError
from index.library.feeds import Feeds
from index.library.identifiers import given_id, new_id
from index.library.privacy import Keeping
from index.library.removals import RESTORABLE
from index.model.article import (
    Addition,
    AnnotatedArticle,
    Answer,
    Article,
    ArticleSummary,
    Explanation,
    Outcome,
    Person,
    Quotes,
    Silence,
    SilenceReason,
    SpeakerType,
)
from index.model.trace import Trace
from index.people.suggestions import articles_like, outlets_like, people_like
from index.samples import sample_articles
from index.search.answers import Filters, Request, answer, explanations, quotations, scope_of
from index.search.cache import IN_MEMORY, Shared
from index.search.saver import LEAST
from index.store import Database, Store
from index.store.removals import drop_kept, find_removal, forget_removal
from index.text.folding import fold_name
from index.tracing import trace
from index.transfer import Moving

PUBLIC = "public"
"""The operator's own community, filled from the command line."""

_LONGEST_QUESTION = 2_000
_LONGEST_MESSAGE = 4_000  # characters of a message that are looked at
_HALF = re.compile(r"[\ud800-\udfff]")


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_library(
    database: Database,
    *,
    community: str = PUBLIC,
    now: Callable[[], datetime] = _utc_now,
    most_in_memory: int = IN_MEMORY,
) -> "Library":
    """Open or create a database and one community's library in it: a SQLite file, a server's URL, or None for memory.

    `now` tells the time in UTC, by which removals, reports and records are dated. The indexes of the communities last
    asked about are held in memory up to `most_in_memory` sentences together, that of the last one whatever its size.

    Raises
    ------
    StoreError
        Naming the file and what to do, if it cannot be opened.
    """
    return Library(Shared(Store(database), now, most_in_memory=most_in_memory), community)


def open_samples() -> "Library":
    """A library in memory that holds the bundled sample articles."""
    library = open_library(None)
    for article in sample_articles():
        library.add(article)
    return library


class Library(Moving):
    """The articles of one community, and what its moderators decide. Safe to use from several threads."""

    def of(self, community: str) -> "Library":
        """Another community's library over the same database."""
        return Library(self._shared, community)

    def close(self) -> None:
        """Close the database, for all its libraries."""
        self._shared.close()

    def save_index(self, *, at_least: int = LEAST) -> bool:
        """Keep the ranking index in the database, so that the next process to open it answers at once; tells whether
        there was anything to keep.

        There is none where what is kept holds no article that has gone, and fewer than `at_least` sentences, or one in
        twenty, have come since. Answering keeps it as well, in the background; this is for who only adds or removes.

        Raises
        ------
        StoreError
        """
        return self._shared.keep_index(self.community, at_least=at_least)

    def follow(self) -> None:
        """From now on take over what other processes write when they write it, rather than at the next question.

        Only with a server's database; others are looked at with each question anyway. Call it once, for all libraries
        of the database.
        """
        self._shared.follow()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles there are."""
        return self._shared.store.count(self.community)

    def in_memory(self) -> int:
        """How many communities' libraries over this database are in memory, ready to answer."""
        return self._shared.in_memory()

    @property
    def feeds(self) -> Feeds:
        """The feeds that the community follows."""
        return Feeds(self._shared.store, self.community)

    @property
    def keeping(self) -> Keeping:
        """What the database keeps, of all communities."""
        return Keeping(self._shared)

    def add(self, article: Article, *, unasked: bool = False, entry: int | None = None) -> Addition:
        """Annotate and store an article.

        The same id, the same url or the same text again updates the article that has it, and leaves it as it is if
        nothing differs. When this returns, the article is in the database.

        One that was removed comes back under its old id, unless it is `unasked`, as by a feed: then it is withheld.
        So it is if its feed's `entry` is no more: the feed, or all that the community had, was deleted meanwhile.

        Halves of characters (lone surrogates, as truncated JSON has them) become U+FFFD; no offset changes.
        """
        store = self._shared.store
        article = _whole(replace(article, id=given_id(article.id)))
        known = store.find(self.community, article)
        if known is not None:
            before = store.get(self.community, known)
            if before is not None and before.article == replace(article, id=known):
                return Addition(before.summary, Outcome.UNCHANGED)
        elif unasked and (removed := find_removal(store, self.community, article)) is not None:
            return Addition(AnnotatedArticle(replace(article, id=removed), (), ()).summary, Outcome.WITHHELD)
        annotated = annotate(article)
        with store.writing(self.community):
            if entry is not None and not self.feeds.records.has_entry(entry):
                return Addition(annotated.summary, Outcome.WITHHELD)
            known = store.find(self.community, article)
            removed = None if known else find_removal(store, self.community, article)
            if removed is not None and unasked:
                return Addition(AnnotatedArticle(replace(article, id=removed), (), ()).summary, Outcome.WITHHELD)
            identity = known or removed or new_id(article, store.revisions(self.community))
            annotated = self._corrected(replace(annotated, article=replace(article, id=identity)))
            store.put(self.community, annotated)
            drop_kept(store, self.community, self._shared.now() - RESTORABLE)
            if removed is not None:
                forget_removal(store, self.community, removed)
        return Addition(annotated.summary, Outcome.UPDATED if known else Outcome.ADDED)

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

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        _check_limit(limit)
        with self._shared.community(self.community) as community:
            people = community.speakers().people
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
        since: date | None = None,
        until: date | None = None,
        limit: int = 5,
    ) -> Answer:
        """The passages that answer a question best, or the reason for silence.

        `speaker` keeps to passages attributed to it, `outlet` also to those of the articles that it published, `since`
        and `until` to articles published in these days, both included: one without a day is left out then.

        Raises
        ------
        InvalidRequestError
            On an empty or over-long question, an empty name, or a `limit` below 1.
        ArticleNotFoundError
            If `article_id` is given and unknown.
        """
        began = perf_counter()
        request = _request(question, Filters(article_id, speaker, outlet, since, until), limit)
        with self._shared.community(self.community) as community:
            found = answer(community, request)
        took = 1000 * (perf_counter() - began)
        silence = found.silence
        abstained = None if silence is None else str(silence)
        return Answer(request.question, found.passages, abstained, found.suggestions, took, silence)

    def explain(
        self,
        question: str,
        *,
        article_id: str | None = None,
        speaker: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 5,
    ) -> tuple[Explanation, ...]:
        """Why the passages of `ask` stand where they do, in its order; also those that fit too badly to be shown.

        Raises
        ------
        InvalidRequestError, ArticleNotFoundError
            As `ask`.
        """
        request = _request(question, Filters(article_id, speaker, outlet, since, until), limit)
        with self._shared.community(self.community) as community:
            return explanations(community, request)

    def quotes(
        self,
        person: str,
        *,
        about: str | None = None,
        article_id: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> Quotes:
        """What a person or other speaker is reported to have said, sentence by sentence.

        What was said stands before what was thought or meant; then the newest article first, then in the order of
        the text. With `about`, only passages that share a content word with it, best first; the others as `ask`.

        Raises
        ------
        InvalidRequestError
            If `person` is empty, or `limit` below 1.
        ArticleNotFoundError
            If `article_id` is given and unknown.
        """
        if not person.strip():
            raise InvalidRequestError("The name is empty; give the name of somebody whom the articles quote.")
        _check_limit(limit)
        filters = Filters(article_id, None, outlet, since, until)
        with self._shared.community(self.community) as community:
            if article_id is not None and article_id not in community.fields:
                raise ArticleNotFoundError(article_id)
            names = community.names()
            called = names.called(person)
            found = names.person(called)
            if not called or found is None:
                return _no_quotes(None, Silence(SilenceReason.UNKNOWN_SPEAKER, person.strip()), names.nearest(person))
            scope = scope_of(community, names, filters)
            if isinstance(scope, Silence):
                return _no_quotes(found, scope, names.nearest(scope.subject))
            passages = quotations(community, called, about, scope)
        if not passages:
            return _no_quotes(found, Silence(SilenceReason.NOT_ABOUT, found.name), ())
        return Quotes(found, tuple(passages[:limit]), None, ())

    def trace(self, message: str) -> tuple[Trace, ...]:
        """Where what a message quotes or paraphrases comes from, how near it is, and whether it names the speaker.

        One trace for each quoted stretch, at most 3, in the message's order; one for the whole message when it has
        none. Only the first 4,000 characters are looked at.

        Raises
        ------
        InvalidRequestError
            If there is nothing in the message.
        """
        looked_at = _HALF.sub("\ufffd", message[:_LONGEST_MESSAGE]).strip()
        if not looked_at:
            raise InvalidRequestError("The message is empty; give the words whose speaker you are looking for.")
        with self._shared.community(self.community) as community:
            return trace(community, looked_at)

    def people_like(self, typed: str, limit: int) -> tuple[Person, ...]:
        """People for what was typed of a name so far: a word that begins so before a name that is near, and of equals
        who is quoted often and lately.

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        _check_limit(limit)
        with self._shared.community(self.community) as community:
            people = community.speakers().people
        return people_like(people, typed, limit)

    def articles_like(self, typed: str, limit: int) -> tuple[ArticleSummary, ...]:
        """Articles whose title or id has what was typed, newest first, then those whose title is near it.

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        _check_limit(limit)
        return articles_like(self.articles(), typed, limit)

    def outlets_like(self, typed: str, limit: int) -> tuple[str, ...]:
        """Outlets that published the articles or are cited in them, for what was typed of a name so far.

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        _check_limit(limit)
        with self._shared.community(self.community) as community:
            cited = community.speakers().outlets
        return outlets_like((article.outlet for article in self.articles()), cited, typed, limit)


def _no_quotes(person: Person | None, silence: Silence, suggestions: tuple[str, ...]) -> Quotes:
    return Quotes(person, (), str(silence), suggestions, silence)


def _whole(article: Article) -> Article:
    """The article without lone surrogates, which UTF-8 and so the database cannot hold."""

    def mend(words: str | None) -> str | None:
        return _HALF.sub("\ufffd", words) if words else words

    return replace(
        article,
        text=_HALF.sub("\ufffd", article.text),
        title=_HALF.sub("\ufffd", article.title),
        deck=mend(article.deck),
        outlet=mend(article.outlet),
        authors=tuple(_HALF.sub("\ufffd", author) for author in article.authors),
        url=mend(article.url),
    )


def _check_limit(limit: int | None) -> None:
    if limit is not None and limit < 1:
        raise InvalidRequestError("The number of passages or people must be at least 1.")


def _begins(person: Person, wanted: str) -> bool:
    return any(f" {fold_name(name)}".find(f" {wanted}") >= 0 for name in (person.name, *person.aliases))


def _request(question: str, filters: Filters, limit: int) -> Request:
    question = question.strip()
    if not question:
        raise InvalidRequestError("The question is empty; ask what somebody said, or about something in the articles.")
    if len(question) > _LONGEST_QUESTION:
        raise InvalidRequestError(f"The question is too long; ask in at most {_LONGEST_QUESTION:,} characters.")
    _check_limit(limit)
    if any(name is not None and not name.strip() for name in (filters.speaker, filters.outlet)):
        raise InvalidRequestError("The name of the speaker or outlet is empty; give one that the articles have.")
    return Request(question, filters, limit)
