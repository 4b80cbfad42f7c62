"""What is offered while somebody types: people, articles and outlets of the library that answers them."""

from bot.context.asker import Asker
from bot.services.queries import Queries
from index import ArticleSummary, Person


class Offers:
    """Looks up what was typed so far; each method gives at most `limit`, the likeliest first."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    async def people_like(self, asker: Asker, typed: str, limit: int) -> tuple[Person, ...]:
        """Find people by what was typed of a name, the likeliest first."""
        return await self._queries.read(asker, lambda library, _: library.people_like(typed, limit))

    async def names_of(self, asker: Asker, person: str) -> tuple[str, ...]:
        """Give the other names of a person that is called so; none where nobody is."""
        return await self._queries.read(
            asker, lambda library, _: next((one.aliases for one in library.people_like(person, 1)), ())
        )

    async def articles_like(self, asker: Asker, typed: str, limit: int) -> tuple[ArticleSummary, ...]:
        """Find articles that answer here by what was typed of a title."""
        return await self._queries.read(asker, lambda library, _: library.articles_like(typed, limit))

    async def outlets_like(self, asker: Asker, typed: str, limit: int) -> tuple[str, ...]:
        """Find outlets that the articles here are from or cite."""
        return await self._queries.read(asker, lambda library, _: library.outlets_like(typed, limit))
