import asyncio
from typing import cast

import discord
import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.choices import article_choices, in_time, people_choices
from index import ArticleSummary, Person, SpeakerType
from tests.bot.hostile import hostile_text

_names = st.builds(lambda text, times: text * times, hostile_text, st.integers(1, 5))
_people = st.lists(
    st.builds(Person, _names, st.just(SpeakerType.PERSON), st.just(1), st.just(1), st.none(), st.just(()))
)
_articles = st.lists(
    st.builds(
        ArticleSummary,
        _names,
        _names,
        st.none() | _names,
        st.just(()),
        st.none() | st.dates(),
        st.none(),
        st.just(1),
        st.just(1),
    )
)


@given(_people, _articles)
def test_choices_never_break_discords_limits(people: list[Person], articles: list[ArticleSummary]) -> None:
    for choices in (people_choices(people * 30), article_choices(articles * 30)):
        assert len(choices) <= 25
        for choice in choices:
            assert 1 <= len(choice.name) <= 100
            assert "\n" not in choice.name
            assert len(choice.value) <= 100


def test_a_person_is_chosen_by_the_exact_name() -> None:
    person = Person("Maren  Holt", SpeakerType.PERSON, 1, 1, None, ())
    (choice,) = people_choices([person])
    assert (choice.name, choice.value) == ("Maren Holt", "Maren  Holt")


def test_a_name_too_long_to_be_a_value_is_left_out() -> None:
    person = Person("x" * 101, SpeakerType.PERSON, 1, 1, None, ())
    assert people_choices([person]) == []


async def test_choices_that_would_come_too_late_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    async def complete(wait: asyncio.Event, _: object, typed: str) -> list[app_commands.Choice[str]]:
        await wait.wait()
        return [app_commands.Choice(name=typed, value=typed)]

    over = asyncio.Event()
    over.set()
    (choice,) = await in_time(complete)(over, cast("discord.Interaction", None), "tram")
    assert choice.name == "tram"
    monkeypatch.setattr("bot.runtime.workers.SOON", 0.0)
    assert await in_time(complete)(asyncio.Event(), cast("discord.Interaction", None), "tram") == []
