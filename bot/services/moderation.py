"""What moderators do to a server's library: every act leaves a line in its record."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence

import discord

from bot.context.asker import Asker
from bot.context.errors import Refusal, describe
from bot.monitoring.metrics import Meter
from bot.render.articles import articles_pages, edited_page, removal_page, restored_page
from bot.render.feeds import feed_edited_page, feeds_pages, poll_page, subscribed_page
from bot.render.moderation import Added, records_pages
from bot.render.pages import Accent, Page, notice
from bot.runtime.workers import BusyError
from bot.services.acts import Acts
from bot.services.related import article_of
from bot.services.uploads import Upload
from index import (
    Addition,
    Article,
    ArticleParticulars,
    ArticleSummary,
    Feed,
    Fetcher,
    FileReading,
    Library,
    OnrecordError,
    Poll,
    ReadingError,
    Removal,
    Sandbox,
    StoreError,
    Subscription,
    Wanted,
    look_for_feed,
    read_feed,
)

_RECORDS = 50

SETTINGS_CHANNEL = "settings"
"""Where a feed is announced that has no channel of its own: in the one of the server's settings, if there is one."""


class Moderation:
    """The moderators' side of the libraries; each method acts on the library of its asker's own server."""

    def __init__(self, acts: Acts, fetcher: Fetcher, sandbox: Sandbox, meter: Meter | None = None) -> None:
        self._act, self._do = acts.act, acts.do
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

    async def article(self, asker: Asker, article_id: str) -> Article:
        """Find one of the server's own articles."""
        return await self._do(asker, lambda library: library.show(article_id).article)

    async def article_by_token(self, asker: Asker, token: str) -> Article:
        """Find the article of a button among the server's own."""
        return await self._do(asker, lambda library: library.show(article_of(library, token)).article)

    async def edit(
        self, asker: Asker, article_id: str, particulars: ArticleParticulars, *, owner: int | None = None
    ) -> Page:
        """Mend what is said of an article; `owner` is who added it, if they may edit it for that."""

        def work(library: Library) -> tuple[Page, str, str]:
            edited = library.edits.edit(article_id, particulars)
            return edited_page(edited, asker.say, owner=owner), edited.title or edited.id, ""

        return await self._act(asker, "edit", work, long=True)

    async def remove(self, asker: Asker, article_id: str) -> Page:
        """Remove an article at once; it can be restored, and no feed brings it back."""
        return await self._act(asker, "remove", lambda library: _removed(library, article_id, asker))

    async def remove_by_token(self, asker: Asker, token: str, *, undone: bool) -> Page:
        """Remove the article of a button; with `undone`, for who has just added it."""

        def work(library: Library) -> tuple[Page, str, str]:
            return _removed(library, article_of(library, token), asker, undone=undone)

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

    async def subscribe(self, asker: Asker, link: str, announce_in: str | None) -> Page:
        """Subscribe to a feed, after a look at whether it is one; or to the one that the page there names.

        With `announce_in` None it is announced where it was before, or where the settings say.
        """
        url, feed = await self._feed_at(asker, link)

        def work(library: Library) -> tuple[Page, str, str]:
            known = next((one for one in library.feeds.list() if one.url == url), None)
            where = announce_in or (SETTINGS_CHANNEL if known is None else known.announce_in)
            made = library.feeds.add(url, feed.title if known is None else known.title, announce_in=where)
            page = subscribed_page(made, len(feed.items), asker.say, anew=known is None)
            return page, made.title or made.url, made.url

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

    async def edit_feed(self, asker: Asker, feed_id: int, title: str, announce_in: str | None) -> Page:
        """Mend a feed's name, and where it is announced; None is nowhere."""

        def work(library: Library) -> tuple[Page, str, str]:
            edited = library.feeds.edit(feed_id, title, announce_in=announce_in)
            return feed_edited_page(edited, asker.say), edited.title, edited.url

        return await self._act(asker, "feed-edit", work)

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


def _failed(asker: Asker, name: str, error: Exception) -> Added:
    return Added(name, problem=describe(error, "reading an attachment", asker.say).sentence)


def _removed(library: Library, article_id: str, asker: Asker, *, undone: bool = False) -> tuple[Page, str, str]:
    removed = library.removals.remove(article_id, by=str(asker.user_id))
    return removal_page(removed, asker.say, undone=undone), removed.title or removed.id, ""


def _added(library: Library, article: Article) -> tuple[Addition, str, str]:
    addition = library.add(article)
    return addition, addition.article.title or addition.article.id, addition.outcome.value
