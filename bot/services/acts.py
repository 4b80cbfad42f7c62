"""What is done to a server's own library, each moderator's act with a line in its record."""

from collections.abc import Callable
from typing import TypeVar

from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.services.queries import Queries
from index import Library

_T = TypeVar("_T")


class Acts:
    """Does work with the library of its asker's own server, off the event loop.

    Raises a refusal where that is none.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    async def do(self, asker: Asker, work: Callable[[Library], _T], *, long: bool = False) -> _T:
        """Do `work`, among the jobs if it is `long`."""
        guild_id = asker.guild_id
        if guild_id is None:
            raise Refusal("error-server-only")
        lanes = self._queries.lanes
        return await (lanes.jobs if long else lanes.questions).run(
            asker.whose, lambda: work(self._queries.own(guild_id))
        )

    async def act(
        self, asker: Asker, act: str, work: Callable[[Library], tuple[_T, str, str]], *, long: bool = False
    ) -> _T:
        """Do `work`, which gives its result, the subject and a detail for the record."""

        def recorded(library: Library) -> _T:
            result, subject, detail = work(library)
            library.audit.add(str(asker.user_id), act, subject, detail)
            return result

        return await self.do(asker, recorded, long=long)
