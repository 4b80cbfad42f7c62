"""What moderators do to a server's library: every act leaves a line in its record."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import TypeVar

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal, describe
from bot.monitoring.metrics import Meter
from bot.render.articles import articles_pages, removal_page, restored_page
from bot.render.feeds import feeds_pages, poll_page, subscribed_page
from bot.render.moderation import Added, records_pages, report_pages
from bot.render.pages import Accent, Page, notice
from bot.render.places import PassagePlace
from bot.runtime.workers import BusyError
from bot.services.queries import Queries
from bot.services.related import found_at
from bot.services.uploads import Upload
from index import (
    Addition,
    Article,
    ArticleSummary,
    Feed,
    Fetcher,
    FileReading,
    Library,
    OnrecordError,
    Poll,
    ReadingError,
    Removal,
    Report,
    Sandbox,
    StoreError,
    Subscription,
    Wanted,
    look_for_feed,
    read_feed,
)

_T = TypeVar("_T")

_RECORDS = 50


class Moderation:
    """The moderators' side of the libraries; each method acts on the library of its asker's own server."""

    def __init__(self, queries: Queries, fetcher: Fetcher, sandbox: Sandbox, meter: Meter | None = None) -> None:
        self._queries = queries
        self._meter = meter or Meter()
        self._fetcher = fetcher
        self._sandbox = sandbox

    async def add(self, asker: Asker, uploads: Sequence[Upload]) -> AsyncIterator[tuple[tuple[Added, ...], int]]:
        """Add articles one after the other, those of an archive too; gives the outcomes so far after each, and how many
        there will be as far as is known."""
        done: list[Added] = []
        for number, upload in enumerate(uploads, 1):
            async for added, more in self._add(asker, upload):
                self._meter.added("moderator", added.addition.outcome if added.addition is not None else None)
                done.append(added)
                yield tuple(done), len(done) + len(uploads) - number + more

    async def _add(self, asker: Asker, upload: Upload) -> AsyncIterator[tuple[Added, bool]]:
        """Add what is in one upload; gives each outcome, and whether there is more."""
        try:
            readings = (await upload.fetch(self._fetcher, self._sandbox))()
            found = await self._next(asker, readings)
            while found is not None:
                added = await self._add_one(asker, found)
                found = await self._next(asker, readings)
                yield added, found is not None
        except StoreError:
            raise
        except (OnrecordError, Refusal, BusyError, discord.HTTPException) as error:
            yield _failed(asker, upload.name, error), False

    async def _next(self, asker: Asker, readings: Iterator[FileReading]) -> FileReading | None:
        """The next article of an upload, each in a turn of its own; None where there is no more."""
        return await self._do(asker, lambda _: next(readings, None), long=True)

    async def _add_one(self, asker: Asker, found: FileReading) -> Added:
        article = found.result
        if isinstance(article, ReadingError):
            return _failed(asker, found.name, article)
        try:
            return Added(found.name, await self._act(asker, "add", lambda own: _added(own, article), long=True))
        except StoreError:
            raise
        except (OnrecordError, BusyError) as error:
            return _failed(asker, found.name, error)

    async def articles(self, asker: Asker) -> tuple[Page, ...]:
        """List the server's own articles."""
        return await self._do(asker, lambda library: articles_pages(library.articles(), asker.say))

    async def remove(self, asker: Asker, article_id: str) -> Page:
        """Remove an article at once; it can be restored, and no feed brings it back."""

        def work(library: Library) -> tuple[Page, str, str]:
            removed = library.removals.remove(article_id, by=str(asker.user_id))
            return removal_page(removed, asker.say), removed.title or removed.id, ""

        return await self._act(asker, "remove", work)

    async def restore(self, asker: Asker, article_id: str) -> Page:
        """Bring a removed article back."""

        def work(library: Library) -> tuple[Page, str, str]:
            restored = library.removals.restore(article_id)
            return restored_page(restored, asker.say), restored.title or restored.id, ""

        return await self._act(asker, "restore", work, long=True)

    async def own_articles_like(self, asker: Asker, typed: str, limit: int) -> tuple[ArticleSummary, ...]:
        """Find the server's own articles by what was typed of a title."""
        return await self._do(asker, lambda library: library.articles_like(typed, limit))

    async def removed_like(self, asker: Asker, typed: str, limit: int) -> tuple[Removal, ...]:
        """Find articles that can be restored, the last removed first."""
        wanted = typed.casefold().strip()

        def work(library: Library) -> tuple[Removal, ...]:
            found = library.removals.list()
            return tuple(r for r in found if r.restorable and wanted in r.article.title.casefold())[:limit]

        return await self._do(asker, work)

    async def file_report(self, asker: Asker, place: PassagePlace, *, suggestion: str | None, note: str) -> None:
        """Put a report of a wrong speaker into the moderators' queue."""

        def work(library: Library) -> None:
            library.reports.file(found_at(library, place), str(asker.user_id), suggestion=suggestion, note=note)

        await self._do(asker, work)

    async def queue(self, asker: Asker) -> tuple[Page, ...]:
        """Show the open reports, oldest first, one a page."""
        return await self._do(asker, lambda library: report_pages(library.reports.list(), asker.say))

    async def report(self, asker: Asker, number: int) -> Report:
        """Find a report."""
        return await self._do(asker, lambda library: library.reports.get(number))

    async def accept(self, asker: Asker, number: int, speaker: str | None) -> Page:
        """Settle a report: `speaker` said it, from now on, or nobody who is named."""

        def work(library: Library) -> tuple[Page, str, str]:
            settled = library.reports.accept(number, str(asker.user_id), speaker)
            name = speaker if speaker is not None else asker.say("nobody")
            said = asker.say("report-corrected", speaker=name)
            return notice(said, Accent.DONE), settled.title, name

        return await self._act(asker, "correct", work)

    async def dismiss(self, asker: Asker, number: int) -> Page:
        """Settle a report: the speaker was right."""

        def work(library: Library) -> tuple[Page, str, str]:
            settled = library.reports.dismiss(number, str(asker.user_id))
            return notice(asker.say("report-dismissed"), Accent.DONE), settled.title, settled.speaker or ""

        return await self._act(asker, "dismiss", work)

    async def merge(self, asker: Asker, person: str, other: str) -> Page:
        """Take two names for one person's, whose name is `person`."""
        said = asker.say("person-merged", other=other, person=person)
        return await self._done(asker, "merge", person, other, said, lambda own: own.names.merge((other,), person))

    async def rename(self, asker: Asker, person: str, name: str) -> Page:
        """Show a person under another name."""
        said = asker.say("person-renamed", person=person, name=name)
        return await self._done(asker, "rename", person, name, said, lambda own: own.names.rename(person, name))

    async def split(self, asker: Asker, person: str, alias: str) -> Page:
        """Take one of a person's names for somebody else's."""
        said = asker.say("person-split", person=person, alias=alias)
        return await self._done(asker, "split", person, alias, said, lambda own: own.names.split(person, alias))

    async def subscribe(self, asker: Asker, link: str, announce_in: str) -> Page:
        """Subscribe to a feed, after a look at whether it is one; or to the one that the page there names."""
        url, feed = await self._feed_at(asker, link)

        def work(library: Library) -> tuple[Page, str, str]:
            made = library.feeds.add(url, feed.title, announce_in=announce_in)
            return subscribed_page(made, len(feed.items), asker.say), made.title or made.url, made.url

        return await self._act(asker, "feed-add", work)

    async def _feed_at(self, asker: Asker, link: str) -> tuple[str, Feed]:
        """Find the feed at a link, or the first that the page there names, and where it is."""
        fetched = await self._fetcher.fetch(link, want=Wanted.FEED)
        found = await self._do(asker, lambda _: look_for_feed(fetched.data, fetched.url, self._sandbox), long=True)
        if isinstance(found, Feed):
            return fetched.url, found
        named = await self._fetcher.fetch(found[0], want=Wanted.FEED)
        feed = await self._do(asker, lambda _: read_feed(named.data, named.url, self._sandbox), long=True)
        return named.url, feed

    async def feeds(self, asker: Asker) -> tuple[Page, ...]:
        """List the server's feeds with how they fare."""
        return await self._do(asker, lambda library: feeds_pages(library.feeds.list(), asker.say))

    async def feeds_like(self, asker: Asker, typed: str, limit: int) -> tuple[Subscription, ...]:
        """Find the server's feeds by a part of their title or link."""
        wanted = typed.casefold().strip()

        def work(library: Library) -> tuple[Subscription, ...]:
            return tuple(f for f in library.feeds.list() if wanted in f"{f.title} {f.url}".casefold())[:limit]

        return await self._do(asker, work)

    async def subscription(self, asker: Asker, feed: str) -> Subscription:
        """Find one of the server's feeds by the number that a choice has, or by its link."""

        def work(library: Library) -> Subscription:
            for known in library.feeds.list():
                if feed in {str(known.id), known.url}:
                    return known
            raise Refusal("feed-unknown", feed=feed)

        return await self._do(asker, work)

    async def check(self, asker: Asker, feed: str, poll: Callable[[Subscription], Awaitable[Poll]]) -> Page:
        """Have one of the server's feeds polled now, named as for `subscription`, and say what that brought."""
        found = await self.subscription(asker, feed)
        brought = await poll(found)
        await self.note(asker, "feed-check", found.title or found.url)
        return poll_page(found, brought, asker.say)

    async def unsubscribe(self, asker: Asker, feed: str) -> Page:
        """End a subscription; its articles stay."""
        found = await self.subscription(asker, feed)
        name = found.title or found.url
        said = asker.say("feed-removed", feed=name)
        return await self._done(asker, "feed-remove", name, found.url, said, lambda own: own.feeds.remove(found.id))

    async def note(self, asker: Asker, act: str, subject: str, detail: str = "") -> None:
        """Leave a line in the record of an act that was done elsewhere, as on the settings' panel."""
        await self._do(asker, lambda library: library.audit.add(str(asker.user_id), act, subject, detail))

    async def records(self, asker: Asker) -> tuple[Page, ...]:
        """Show what moderators did last."""
        return await self._do(asker, lambda library: records_pages(library.audit.list(limit=_RECORDS), asker.say))

    async def _done(
        self, asker: Asker, act: str, subject: str, detail: str, said: str, work: Callable[[Library], object]
    ) -> Page:
        """Do `work`, note it, and give a page that says so."""

        def told(library: Library) -> tuple[Page, str, str]:
            work(library)
            return notice(said, Accent.DONE), subject, detail

        return await self._act(asker, act, told)

    async def _act(
        self, asker: Asker, act: str, work: Callable[[Library], tuple[_T, str, str]], *, long: bool = False
    ) -> _T:
        """Do `work`, which gives its result, the subject and a detail for the record; `long` work among the jobs."""

        def recorded(library: Library) -> _T:
            result, subject, detail = work(library)
            library.audit.add(str(asker.user_id), act, subject, detail)
            return result

        return await self._do(asker, recorded, long=long)

    async def _do(self, asker: Asker, work: Callable[[Library], _T], *, long: bool = False) -> _T:
        guild_id = asker.guild_id
        if guild_id is None:
            raise Refusal("error-server-only")
        lanes = self._queries.lanes
        return await (lanes.jobs if long else lanes.questions).run(
            asker.whose, lambda: work(self._queries.own(guild_id))
        )


def _failed(asker: Asker, name: str, error: Exception) -> Added:
    return Added(name, problem=describe(error, "reading an attachment", asker.say).sentence)


def _added(library: Library, article: Article) -> tuple[Addition, str, str]:
    addition = library.add(article)
    return addition, addition.article.title or addition.article.id, addition.outcome.value
