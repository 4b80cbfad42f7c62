"""Which library answers where, and every call of one kept off the event loop."""

import asyncio
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from bot.replies import (
    PUBLIC_FOOT,
    Page,
    addition_page,
    answer_pages,
    article_page,
    articles_pages,
    people_pages,
    quotes_pages,
    removal_page,
)
from index import Article, ArticleSummary, Library, Person

_T = TypeVar("_T")

_PASSAGES, _QUOTES, _PEOPLE = 5, 60, 200
"""How much one reply can be paged through."""

_WORKERS = 4
"""Threads for calls of the library; more calls than these wait their turn."""


def community_of(guild_id: int) -> str:
    """Name the community whose library a server's own articles are in."""
    return f"discord-{guild_id}"


class Desk:
    """The bot's dealings with the libraries, by server; None stands for direct messages.

    A server's own library answers there, unless it is empty: then, and in direct messages, the public
    one does. Articles are only ever listed, shown, added and removed in the server's own.

    Parameters
    ----------
    public : Library
        The operator's library; the caller closes it, after `close`.
    """

    def __init__(self, public: Library) -> None:
        self._public = public
        self._workers = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="library")

    async def close(self) -> None:
        """Wait for calls under way, and take no more."""
        await asyncio.to_thread(self._workers.shutdown, wait=True, cancel_futures=True)

    async def ask(
        self,
        guild_id: int | None,
        question: str,
        *,
        article_id: str | None = None,
        speaker: str | None = None,
    ) -> tuple[Page, ...]:
        """Answer a question."""

        def work() -> tuple[Page, ...]:
            library, foot = self._reading(guild_id)
            answer = library.ask(question, article_id=article_id, speaker=speaker, limit=_PASSAGES)
            return answer_pages(answer, foot=foot)

        return await self._run(work)

    async def quotes(self, guild_id: int | None, person: str, *, about: str | None = None) -> tuple[Page, ...]:
        """Show what a person is reported to have said."""

        def work() -> tuple[Page, ...]:
            library, foot = self._reading(guild_id)
            return quotes_pages(person, library.quotes(person, about=about, limit=_QUOTES), about=about, foot=foot)

        return await self._run(work)

    async def people(self, guild_id: int | None) -> tuple[Page, ...]:
        """List who is quoted."""

        def work() -> tuple[Page, ...]:
            library, foot = self._reading(guild_id)
            return people_pages(library.people(limit=_PEOPLE + 1), most=_PEOPLE, foot=foot)

        return await self._run(work)

    async def people_like(self, guild_id: int | None, prefix: str, limit: int) -> tuple[Person, ...]:
        """Find people by the beginning of a name."""
        return await self._run(lambda: self._reading(guild_id)[0].people(prefix=prefix, limit=limit))

    async def articles_like(self, guild_id: int | None, words: str, limit: int) -> list[ArticleSummary]:
        """Find articles that answer here by a part of their title or id."""
        return await self._run(lambda: _matching(self._reading(guild_id)[0], words, limit))

    async def own_articles_like(self, guild_id: int, words: str, limit: int) -> list[ArticleSummary]:
        """Find a server's own articles by a part of their title or id."""
        return await self._run(lambda: _matching(self._own(guild_id), words, limit))

    async def articles(self, guild_id: int) -> tuple[Page, ...]:
        """List a server's own articles."""
        return await self._run(lambda: articles_pages(self._own(guild_id).articles()))

    async def show(self, guild_id: int, article_id: str) -> Page:
        """Show one of a server's own articles."""
        return await self._run(lambda: article_page(self._own(guild_id).show(article_id)))

    async def add(self, guild_id: int, read: Callable[[], Article]) -> Page:
        """Add the article that `read` makes to a server's own library."""
        return await self._run(lambda: addition_page(self._own(guild_id).add(read())))

    async def remove(self, guild_id: int, article_id: str) -> Page:
        """Remove one of a server's own articles."""
        return await self._run(lambda: removal_page(self._own(guild_id).remove(article_id)))

    def _own(self, guild_id: int) -> Library:
        return self._public.of(community_of(guild_id))

    def _reading(self, guild_id: int | None) -> tuple[Library, str | None]:
        """Give the library that answers, with the small print that a reply from it carries."""
        if guild_id is None:
            return self._public, None
        own = self._own(guild_id)
        return (own, None) if len(own) else (self._public, PUBLIC_FOOT)

    async def _run(self, work: Callable[[], _T]) -> _T:
        context = contextvars.copy_context()
        return await asyncio.get_running_loop().run_in_executor(self._workers, partial(context.run, work))


def _matching(library: Library, words: str, limit: int) -> list[ArticleSummary]:
    wanted = words.casefold().strip()
    found = (
        article
        for article in library.articles()
        if wanted in article.title.casefold() or wanted in article.id.casefold()
    )
    return [article for article, _ in zip(found, range(limit), strict=False)]
