"""Names that are offered while somebody types, within Discord's limits: 25 choices of at most 100 characters."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

import discord
from discord import app_commands

from bot.commands.options import NAME
from bot.context.asker import Asker, Askers
from bot.context.permissions import manages
from bot.render.articles import choice_name
from bot.render.markdown import plain
from bot.runtime.workers import BusyError, soon
from bot.services.moderation import Moderation
from bot.services.offers import Offers
from index import ArticleSummary, Person, Removal, Subscription

_T = TypeVar("_T")
_Option = TypeVar("_Option")
_Choices = list[app_commands.Choice[Any]]
_Completer = Callable[[_Option, discord.Interaction, Any], Coroutine[Any, Any, _Choices]]

MOST = 25


class _Host(Protocol):
    """What the options need of the bot."""

    offers: Offers
    moderation: Moderation
    askers: Askers


def in_time(complete: _Completer[_Option]) -> _Completer[_Option]:
    """Let an autocomplete callback offer nothing when it would be too late: it cannot ask Discord for time."""

    @wraps(complete)
    async def completed(option: _Option, interaction: discord.Interaction, typed: Any) -> _Choices:
        try:
            return await soon(complete(option, interaction, typed))
        except BusyError:
            return []

    return completed


class Offered(app_commands.Transformer):
    """A name of which those that fit are offered while somebody types; any other may be typed too.

    Parameters
    ----------
    find : callable
        Gives the bot's own search, which takes the asker, what was typed, and how many to find.
    show : callable
        Makes choices of what was found.
    managed : bool
        Whether something is offered only to those who may manage the server.
    """

    min_value, max_value = 1, NAME

    def __init__(
        self,
        find: Callable[[_Host], Callable[[Asker, str, int], Awaitable[_T]]],
        show: Callable[[_T], _Choices],
        *,
        managed: bool = False,
    ) -> None:
        self._find: Any = find
        self._show = show
        self._managed = managed

    async def transform(self, _: discord.Interaction[Any], value: Any, /) -> str:
        """Take the name as it was typed or chosen."""
        return str(value)

    @in_time
    async def autocomplete(self, interaction: discord.Interaction[Any], typed: Any, /) -> _Choices:
        """Offer what fits."""
        if self._managed and not manages(interaction):
            return []
        host = cast("_Host", interaction.client)
        asker = await host.askers.of(interaction)
        return self._show(await self._find(host)(asker, str(typed), MOST))


class Alias(app_commands.Transformer):
    """A name that may be typed as it is; offered are the other names of the person of the option beside it."""

    min_value, max_value = 1, NAME

    async def transform(self, _: discord.Interaction[Any], value: Any, /) -> str:
        """Take the name as it was typed or chosen."""
        return str(value)

    @in_time
    async def autocomplete(self, interaction: discord.Interaction[Any], typed: Any, /) -> _Choices:
        """Offer the person's other names, to who may manage the server."""
        chosen = str(getattr(interaction.namespace, "person", None) or "")
        if not chosen or not manages(interaction):
            return []
        host = cast("_Host", interaction.client)
        names = await host.offers.names_of(await host.askers.of(interaction), chosen)
        begun = [name for name in names if str(typed).casefold() in name.casefold()]
        return _choices((name, name) for name in begun or names)


def people_choices(people: Iterable[Person]) -> _Choices:
    """Offer people by name; one whose name is too long to be a value is left out."""
    return _choices((person.name, person.name) for person in people)


def outlet_choices(outlets: Iterable[str]) -> _Choices:
    """Offer outlets by name, as people."""
    return _choices((name, name) for name in outlets)


def article_choices(articles: Iterable[ArticleSummary]) -> _Choices:
    """Offer articles by title, outlet and date, valued by their ids."""
    return _choices((choice_name(article), article.id) for article in articles)


def removal_choices(removals: Iterable[Removal]) -> _Choices:
    """Offer removed articles, as articles."""
    return article_choices(removal.article for removal in removals)


def feed_choices(feeds: Iterable[Subscription]) -> _Choices:
    """Offer feeds by title and link, valued by their numbers."""
    return _choices((f"{feed.title} · {feed.url}" if feed.title else feed.url, str(feed.id)) for feed in feeds)


def _choices(offered: Iterable[tuple[str, str]]) -> _Choices:
    """Make choices of names, as untrusted as they come, and values."""
    return [
        app_commands.Choice(name=shown, value=value)
        for name, value in offered
        if len(value) <= NAME and (shown := plain(name, NAME))
    ][:MOST]


PersonName = app_commands.Transform[str, Offered(lambda host: host.offers.people_like, people_choices)]
OutletName = app_commands.Transform[str, Offered(lambda host: host.offers.outlets_like, outlet_choices)]
ArticleName = app_commands.Transform[str, Offered(lambda host: host.offers.articles_like, article_choices)]
PersonsAlias = app_commands.Transform[str, Alias]
ManagedPerson = app_commands.Transform[str, Offered(lambda host: host.offers.people_like, people_choices, managed=True)]
OwnArticle = app_commands.Transform[
    str, Offered(lambda host: host.moderation.own_articles_like, article_choices, managed=True)
]
RemovedArticle = app_commands.Transform[
    str, Offered(lambda host: host.moderation.removed_like, removal_choices, managed=True)
]
FeedName = app_commands.Transform[str, Offered(lambda host: host.moderation.feeds_like, feed_choices, managed=True)]
