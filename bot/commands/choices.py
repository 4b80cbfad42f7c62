"""Autocomplete choices within Discord's limits: 25 of them, names and values of at most 100 characters."""

from collections.abc import Iterable

from discord import app_commands

from bot.replies import choice_name, plain
from index import ArticleSummary, Person

MOST = 25
_VALUE = 100


def people_choices(people: Iterable[Person]) -> list[app_commands.Choice[str]]:
    """Offer people by name; one whose name is too long to be a value is left out."""
    return [
        app_commands.Choice(name=shown, value=person.name)
        for person in people
        if len(person.name) <= _VALUE and (shown := plain(person.name, _VALUE))
    ][:MOST]


def article_choices(articles: Iterable[ArticleSummary]) -> list[app_commands.Choice[str]]:
    """Offer articles by title, outlet and date, valued by their ids."""
    return [
        app_commands.Choice(name=shown, value=article.id)
        for article in articles
        if len(article.id) <= _VALUE and (shown := choice_name(article))
    ][:MOST]
