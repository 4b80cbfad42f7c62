"""The library: articles of one community, added and asked about, and its parts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from index.encoder.encoder import Encoder
from index.errors import ArticleNotFoundError
from index.library.alerts import Alerts
from index.library.annotators import Annotators, ApartAnnotator, annotated_here
from index.library.arrivals import Arrivals
from index.library.audit import Audit, CommunityPreferences
from index.library.corrections import Corrections
from index.library.digests import Digests
from index.library.edits import Edits, with_edits
from index.library.feeds import Feeds
from index.library.limits import check_limit
from index.library.names import NameRules
from index.library.outlets import as_taken
from index.library.privacy import Privacy
from index.library.questions import Questions
from index.library.removals import Removals
from index.library.reports import Reports
from index.model.addresses import lead_alike
from index.model.answer import Answer, Explanation, Filters, Passage, Person, Quotes
from index.model.article import Addition, AnnotatedArticle, Article, ArticleSummary, Outcome, Span, SpeakerType
from index.model.identifiers import PUBLIC, article_token, free_id, wanted_id
from index.model.moderation import Figures
from index.model.trace import Trace
from index.people.suggestions import articles_like, outlets_like, people_like
from index.samples import put_samples
from index.search import IN_MEMORY
from index.search.cache import ReaderCache
from index.search.forward import prepare, put_article
from index.search.saver import LEAST
from index.search.selection import standing
from index.store import Database, Store
from index.store.removals import forget_removal
from index.transfer import Transfer


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_library(
    database: Database,
    *,
    community: str = PUBLIC,
    now: Callable[[], datetime] = _utc_now,
    most_in_memory: int = IN_MEMORY,
    encoder: Encoder | None = None,
    read_only: bool = False,
    apart: bool = False,
) -> "Library":
    """Open or create a database and one community's library in it: a SQLite file, a server's URL, or None for memory.

    `now` tells the time in UTC, by which removals, reports and records are dated. The indexes of the communities last
    asked about are held in memory up to `most_in_memory` sentences together, that of the last one whatever its size.
    With an `encoder`, such as `shared_encoder()`, answers are found by what sentences mean as well as by their words,
    as soon as it has read them: in the background, or see `Library.complete`. A database that is `read_only` is
    neither made nor brought up to date, and what would write to a file raises. Articles that are added are annotated
    here; or `apart`, in two processes of their own at most, which leave this one to those who ask meanwhile.

    Raises
    ------
    StoreError
        Naming the file and what to do, if it cannot be opened.
    """
    store = Store(database, read_only=read_only)
    readers = ReaderCache(store, most_in_memory=most_in_memory, encoder=encoder, saves=not read_only)
    return Library(store, readers, community, now, ApartAnnotator() if apart else None)


def open_samples(*, encoder: Encoder | None = None) -> "Library":
    """A library in memory that holds the bundled sample articles; the `encoder` as for `open_library`."""
    store = Store(None)
    put_samples(store, encoder.digest() if encoder is not None else None)
    return Library(store, ReaderCache(store, most_in_memory=IN_MEMORY, encoder=encoder), PUBLIC, _utc_now)


class Library:
    """The articles of one community, and what its moderators decide. Safe to use from several threads.

    Attributes
    ----------
    community : str
    now : callable
        Tells the time in UTC, by which everything here is dated.
    corrections, reports, names, removals, edits, feeds, arrivals, alerts, digests, preferences, audit, transfer
        The community's own.
    privacy : Privacy
        What is stored of people and communities, in the whole database.
    """

    def __init__(
        self,
        store: Store,
        readers: ReaderCache,
        community: str,
        now: Callable[[], datetime],
        apart: ApartAnnotator | None = None,
    ) -> None:
        self._store = store
        self._readers = readers
        self._apart = apart or ApartAnnotator(0)
        self.community = community
        self.now = now
        self.corrections = Corrections(store, readers, community, now)
        self.reports = Reports(store, readers, self.corrections, community, now)
        self.names = NameRules(store, readers, community)
        self.removals = Removals(store, self.corrections, community, now)
        self.edits = Edits(store, self.corrections, community)
        self.feeds = Feeds(store, community, now)
        self.arrivals = Arrivals(store, readers, community, now)
        self.alerts = Alerts(store, readers, community, now)
        self.digests = Digests(store, community)
        self.preferences = CommunityPreferences(store, community)
        self.audit = Audit(store, community, now)
        self.transfer = Transfer(store, community, now)
        self.privacy = Privacy(store, readers, now)
        self._questions = Questions(readers, community)

    def of(self, community: str) -> "Library":
        """Another community's library over the same database."""
        return Library(self._store, self._readers, community, self.now, self._apart)

    @property
    def opened(self) -> int:
        """Grows when another database has come into the place of the one before, as by a restore: what was read of that
        and is held in memory is of no use."""
        return self._store.opened

    def close(self) -> None:
        """Close the database, for all its libraries."""
        self._apart.close()
        self._readers.close()
        self._store.close()

    def save_reader(self, *, at_least: int = LEAST) -> bool:
        """Save the reader in the database, so that the next process to open it answers at once; tells whether there
        was anything to save.

        There is none where what is saved holds no article that has gone, and fewer than `at_least` sentences, or one in
        twenty, have come since. Answering saves it as well, in the background; this is for who only adds or removes.

        Raises
        ------
        StoreError
        """
        return self._readers.save(self.community, at_least=at_least)

    def complete(self, *, at_most: int | None = None) -> int:
        """Wait until the encoder has read what it has not, see `ReaderCache.complete`; how many sentences these were.

        Raises
        ------
        StoreError
        """
        return self._readers.complete(self.community, at_most=at_most)

    def follow(self) -> None:
        """From now on take over what other processes write when they write it, rather than at the next question.

        Only with a server's database; others are looked at with each question anyway. Call it once, for all libraries
        of the database.
        """
        self._readers.follow()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles there are."""
        return self._store.count(self.community)

    def in_memory(self) -> int:
        """How many communities' libraries over this database are in memory, ready to answer."""
        return self._readers.in_memory()

    def begin(self, article: Article, annotators: Annotators) -> None:
        """Have an article annotated by others that is soon to be added, with the same `annotators`."""
        annotators.begin(as_taken(self._store, self.community, article))

    def add(
        self,
        article: Article,
        *,
        unasked: bool = False,
        entry: int | None = None,
        annotators: Annotators | None = None,
    ) -> Addition:
        """Annotate and store an article.

        The same id, address or text again updates the article that has it, and leaves it as it is if nothing differs.
        Links that lead to the same page have one address, and the first of them is kept. When this returns, the article
        is in the database.

        One that was removed comes back under its old id, unless it is `unasked`, as by a feed: then it is withheld.
        So it is if its feed's `entry` is no more, with the feed or the community; else the entry has it in one write.

        What moderators said of the one that it updates holds, see `index.library.edits`; a title, an outlet, a day and
        a link that they set stay. Its outlet goes by the name that it has in the library, see `index.library.outlets`.

        Halves of characters (lone surrogates, as truncated JSON has them) become U+FFFD; no offset changes.

        Raises
        ------
        ReadingError
            If it has too many paragraphs or sentences, see `index.library.limits`.
        """
        store = self._store
        article = as_taken(store, self.community, article)
        known = store.find(self.community, article)
        if known is not None:
            before = store.get(self.community, known)
            if before is not None:
                if lead_alike(before.article.url, article.url):
                    article = replace(article, url=before.article.url)
                article = with_edits(article, before.article)
                if before.article == replace(article, id=known):
                    return Addition(before.summary, Outcome.UNCHANGED)
        elif unasked and (removed := store.find(self.community, article, removed=True)) is not None:
            return Addition(AnnotatedArticle(replace(article, id=removed), (), ()).summary, Outcome.WITHHELD)
        with self._readers.urgent():
            annotated = (annotators or self._apart).annotated(article)
            likely = replace(article, id=known or wanted_id(article))  # unless others write meanwhile
            prepared = prepare(self.corrections.apply(replace(annotated, article=likely)))
        with store.writing(self.community):
            known = store.find(self.community, article)
            removed = None if known else store.find(self.community, article, removed=True)
            if removed is not None and unasked:
                return Addition(AnnotatedArticle(replace(article, id=removed), (), ()).summary, Outcome.WITHHELD)
            if known is not None and (now := store.get(self.community, known)) is not None:
                latest = with_edits(article, now.article)  # edited, it may be, while this was annotated
                if latest != article:
                    article, annotated = latest, annotated_here(latest)
            identity = known or removed or free_id(own := wanted_id(article), store.beginning(self.community, own))
            if entry is not None and not self.feeds.entries.link(entry, identity, article.url, new=known is None):
                return Addition(annotated.summary, Outcome.WITHHELD)
            annotated = self.corrections.apply(replace(annotated, article=replace(article, id=identity)))
            put_article(store, self.community, annotated, prepared)
            if known is None:
                self.arrivals.note(identity, by_feed=entry is not None)
            self.removals.drop_old()
            if removed is not None:
                forget_removal(store, self.community, removed)
        self._readers.fill(self.community)
        return Addition(annotated.summary, Outcome.UPDATED if known else Outcome.ADDED)

    def articles(self) -> tuple[ArticleSummary, ...]:
        """All articles, newest published first, then by title."""
        return self._store.summaries(self.community)

    def show(self, article_id: str) -> AnnotatedArticle:
        """One article with its sentences and attributions.

        Raises
        ------
        ArticleNotFoundError
        """
        annotated = self._store.get(self.community, article_id)
        if annotated is None:
            raise ArticleNotFoundError(article_id)
        return annotated

    def people(self, *, limit: int | None = None) -> tuple[Person, ...]:
        """Speakers, most quoted first; groups kept as written ("two officials") are no people and left out.

        Raises
        ------
        InvalidRequestError
            If `limit` is below 1.
        """
        check_limit(limit)
        with self._readers.reader(self.community) as reader:
            people = reader.speakers().people
        return tuple(person for person in people if person.type is not SpeakerType.GROUP)[:limit]

    def article_of(self, token: str) -> str | None:
        """The id of the article that `article_token` gives `token` for, None if it is not there (any more)."""
        identities = self._store.revisions(self.community)
        return next((identity for identity in identities if article_token(identity) == token), None)

    def passage_at(self, article_id: str, span: Span, *, content: Span | None = None) -> Passage:
        """The passage that stands at `span`, with its best attribution as answers show it.

        With `content`, the attribution whose content has those bounds (`Passage.content`), if it is there.

        Raises
        ------
        ArticleNotFoundError
            If the article is gone, or now too short to have such a span.
        """
        with self._readers.reader(self.community) as reader:
            return standing(reader, article_id, span, content)

    def figures(self) -> Figures:
        """How much the library holds."""
        return Figures(*self._store.figures(self.community), len(self.people()))

    def ask(
        self,
        question: str,
        filters: Filters = Filters(),
        *,
        limit: int = 5,
        after: Passage | None = None,
        hurried: bool = False,
    ) -> Answer:
        """The passages that answer a question best, or the reason for silence, for a question about the passage `after`
        if it is given; see `Questions.ask`."""
        return self._questions.ask(question, filters, limit, after, hurried=hurried)

    def explain(self, question: str, filters: Filters = Filters(), *, limit: int = 5) -> tuple[Explanation, ...]:
        """Why the passages of `ask` stand where they do; see `Questions.explain`."""
        return self._questions.explain(question, filters, limit)

    def quotes(
        self, person: str, *, about: str | None = None, filters: Filters = Filters(), limit: int | None = None
    ) -> Quotes:
        """What a person or other speaker is reported to have said; see `Questions.quotes`."""
        return self._questions.quotes(person, about, filters, limit)

    def trace(self, message: str) -> tuple[Trace, ...]:
        """Where what a message quotes comes from, and who said it; see `Questions.trace`."""
        return self._questions.trace(message)

    def people_like(self, typed: str, limit: int) -> tuple[Person, ...]:
        """People for what was typed of a name so far: a word that begins so before a name that is near, and of equals
        who is quoted often and lately; InvalidRequestError if `limit` is below 1, as in all that follow."""
        check_limit(limit)
        with self._readers.reader(self.community) as reader:
            people = reader.speakers().people
        return people_like(people, typed, limit)

    def articles_like(self, typed: str, limit: int) -> tuple[ArticleSummary, ...]:
        """Articles whose title or id has what was typed, newest first, then those whose title is near it."""
        check_limit(limit)
        return articles_like(self.articles(), typed, limit)

    def outlets_like(self, typed: str, limit: int) -> tuple[str, ...]:
        """Outlets that published the articles or are cited in them, for what was typed of a name so far."""
        check_limit(limit)
        with self._readers.reader(self.community) as reader:
            cited = reader.speakers().outlets
        return outlets_like((article.outlet for article in self.articles()), cited, typed, limit)
