"""Autocomplete choices within Discord's limits: 25 of them, names and values of at most 100 characters."""

from collections.abc import Iterable

from discord import app_commands

from bot.replies import choice_name, plain
from index import ArticleSummary, Person, Subscription

MOST = 25
_VALUE = 100


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
