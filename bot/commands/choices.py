"""Autocomplete choices within Discord's limits: 25 of them, names and values of at most 100 characters."""

from collections.abc import Callable, Coroutine, Iterable
from functools import wraps
from typing import Any, TypeVar

import discord
from discord import app_commands

from bot.context.asker import Askers
from bot.render import choice_name, plain
from bot.runtime.workers import BusyError, soon
from bot.services.queries import Queries
from index import ArticleSummary, Person, Subscription

_Cog = TypeVar("_Cog")
_Choices = list[app_commands.Choice[str]]
_Completer = Callable[[_Cog, discord.Interaction, str], Coroutine[Any, Any, _Choices]]

MOST = 25
_VALUE = 100


def in_time(complete: _Completer[_Cog]) -> _Completer[_Cog]:
    """Let an autocomplete callback offer nothing when it would be too late: it cannot ask Discord for time."""

    @wraps(complete)
    async def completed(cog: _Cog, interaction: discord.Interaction, typed: str) -> _Choices:
        try:
            return await soon(complete(cog, interaction, typed))
        except BusyError:
            return []

    return completed


class Offering:
    """What is offered of the library that answers here while somebody types; for cogs that have these two."""

    _queries: Queries
    _askers: Askers

    @in_time
    async def offer_articles(self, interaction: discord.Interaction, typed: str) -> _Choices:
        """Offer articles."""
        asker = await self._askers.of(interaction)
        return article_choices(await self._queries.articles_like(asker, typed, MOST))

    @in_time
    async def offer_people(self, interaction: discord.Interaction, typed: str) -> _Choices:
        """Offer people."""
        asker = await self._askers.of(interaction)
        return people_choices(await self._queries.people_like(asker, typed, MOST))

    @in_time
    async def offer_outlets(self, interaction: discord.Interaction, typed: str) -> _Choices:
        """Offer outlets."""
        asker = await self._askers.of(interaction)
        return outlet_choices(await self._queries.outlets_like(asker, typed, MOST))


def people_choices(people: Iterable[Person]) -> list[app_commands.Choice[str]]:
    """Offer people by name; one whose name is too long to be a value is left out."""
    return _named(person.name for person in people)


def outlet_choices(outlets: Iterable[str]) -> list[app_commands.Choice[str]]:
    """Offer outlets by name, as people."""
    return _named(outlets)


def article_choices(articles: Iterable[ArticleSummary]) -> list[app_commands.Choice[str]]:
    """Offer articles by title, outlet and date, valued by their ids."""
    return [
        app_commands.Choice(name=shown, value=article.id)
        for article in articles
        if len(article.id) <= _VALUE and (shown := choice_name(article))
    ][:MOST]


def feed_choices(feeds: Iterable[Subscription]) -> list[app_commands.Choice[str]]:
    """Offer feeds by title and link, valued by their numbers."""
    return [
        app_commands.Choice(name=shown, value=str(feed.id))
        for feed in feeds
        if (shown := plain(f"{feed.title} · {feed.url}" if feed.title else feed.url, _VALUE))
    ][:MOST]


def _named(names: Iterable[str]) -> list[app_commands.Choice[str]]:
    return [
        app_commands.Choice(name=shown, value=name)
        for name in names
        if len(name) <= _VALUE and (shown := plain(name, _VALUE))
    ][:MOST]
