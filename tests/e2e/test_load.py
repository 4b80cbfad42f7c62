"""Many servers at once: every question is answered, and from its own server's articles alone."""

import asyncio
import re
from typing import Any

import pytest
import simcord
from simcord import interactions
from simcord.enums import InteractionType
from simcord.results import InteractionResult

from bot.context.asker import Asker
from bot.runtime.workers import BusyError
from index import Library, read_text
from tests.bot.samples import ENGLISH
from tests.e2e.world import Server, callback_types, failed_with, make_server, text_of

_SERVERS, _EACH = 50, 10
_QUESTION = "Who waited for the dredger?"


def _article(number: int) -> str:
    return f"“We have waited {number} years for this dredger,” said Maren Holt, the harbour master of Quay {number}.\n"


def _asked(env: simcord.Env, member: Any, channel: Any) -> InteractionResult:
    """Let a question arrive and go on at once: SimCord's own calls wait for the answer."""
    command = env.backend.find_command("ask", member.guild.id)
    option = {"name": "question", "type": 3, "value": _QUESTION}
    data = {"id": command["id"], "name": "ask", "type": 1, "options": [option]}
    record, payload = interactions.base_payload(
        env.backend,
        type=InteractionType.APPLICATION_COMMAND,
        channel_id=channel.id,
        guild_id=member.guild.id,
        user_id=member.id,
        data=data,
    )
    env.backend.emit("INTERACTION_CREATE", payload)
    return InteractionResult(env, record)


@pytest.fixture
def servers(env: simcord.Env, library: Library) -> dict[int, Server]:
    """50 servers with an article each, by the number that is in that article alone."""
    made = {number: make_server(env, f"quay-{number}") for number in range(100, 100 + _SERVERS)}
    for number, server in made.items():
        own = library.of(f"discord-{server.guild.id}")
        own.add(read_text(_article(number), title=f"Quay {number}", outlet=f"Courier {number}"))
    return made


def _is_answer(shown: str, number: int) -> bool:
    """Whether it is the answer from the server of that number, and from no other."""
    return "**Maren Holt**" in shown and set(re.findall(r"\b\d{3}\b", shown)) == {str(number)}


async def test_500_questions_at_once_over_50_libraries_are_each_answered_from_their_own(
    env: simcord.Env, servers: dict[int, Server]
) -> None:
    """One layer below Discord: SimCord looks at every task and view again and again, for minutes with so many."""

    async def ask(number: int, person: int) -> bool:
        asker = Asker(person, servers[number].guild.id, ENGLISH)
        (page, *_) = await env.bot.queries.ask(asker, _QUESTION)
        return _is_answer("\n".join(text for block in page.blocks for text in block.texts), number)

    answers = [asyncio.create_task(ask(number, person)) for person in range(_EACH) for number in servers]
    assert len(answers) == 500
    assert all(await asyncio.gather(*answers))


async def test_50_servers_questions_at_once_are_answered_in_time(env: simcord.Env, servers: dict[int, Server]) -> None:
    results = {number: _asked(env, server.member, server.channel) for number, server in servers.items()}
    await env.settle()
    assert all(_is_answer(text_of(result.response), number) for number, result in results.items())
    assert set(callback_types(env)) <= {4, 5}
    assert len(callback_types(env)) == _SERVERS


async def test_an_answer_is_private_while_it_is_not_known_where_the_server_wants_answers(
    saltmere: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.runtime.workers.SOON", 0.0)
    result = await saltmere.member.slash(saltmere.channel, "ask", question=_QUESTION, private=False)
    assert "**Maren Holt**" in text_of(result.response)
    assert result.response.ephemeral


async def test_what_cannot_be_put_off_is_given_up_in_time(
    env: simcord.Env, saltmere: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.runtime.workers.SOON", 0.0)
    link = await saltmere.member.send(saltmere.channel, "https://courier.example/")
    refused = await saltmere.member.context_menu(saltmere.channel, "Add to library", link)
    assert text_of(refused.response) == "A lot is going on here just now. Try again in a moment."
    failed_with(env, BusyError)
    assert await saltmere.member.autocomplete(saltmere.channel, "ask", "speaker", "Mar") == []
