from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import simcord
from pydantic import SecretStr

from bot.app import OnrecordBot, build_bot
from bot.settings import Settings
from index import Fetcher, Library, Sandbox, open_library
from tests.e2e.website import Website, website
from tests.e2e.world import Server, checked, harbour, local_fetcher, make_server, orchard, tides

_SETTLED = 30.0  # seconds: half of those between two looks of the bot, for SimCord sits out what is due sooner


def pytest_itemcollected(item: pytest.Item) -> None:
    """Give the bot longer to settle than SimCord's 5 seconds, which are by the clock of a machine that may be busy."""
    marker = item.get_closest_marker("simcord")
    options = {"settle_timeout": _SETTLED} | (marker.kwargs if marker is not None else {})
    item.add_marker(pytest.mark.simcord(**options), append=False)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot do as it does while nobody waits long, however busy this machine is; tests of waiting set it anew."""
    monkeypatch.setattr("bot.context.replies.QUICK", _SETTLED)
    monkeypatch.setattr("bot.runtime.workers.SOON", _SETTLED)


@pytest.fixture
def settings(database: Path | str) -> Settings:
    return Settings(token=SecretStr("not-a-real-token"), database=database)


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    opened = open_library(settings.database)
    yield opened
    opened.close()


@pytest.fixture
async def fetcher(sandbox: Sandbox) -> AsyncIterator[Fetcher]:
    async with local_fetcher(sandbox) as made:
        yield made


@pytest.fixture
def simcord_bot(settings: Settings, library: Library, fetcher: Fetcher, sandbox: Sandbox) -> OnrecordBot:
    return build_bot(settings, library, fetcher=fetcher, sandbox=sandbox)


@pytest.fixture
def site() -> Iterator[Website]:
    """A web site on this machine, which only the tests' own fetcher may reach."""
    with website() as running:
        yield running


@pytest.fixture
async def env(simcord_env: simcord.Env) -> AsyncIterator[simcord.Env]:
    """The world; whatever the test made the bot send is checked at its end."""
    yield simcord_env
    checked(simcord_env)


@pytest.fixture
def saltmere(env: simcord.Env, library: Library) -> Server:
    """A server whose library has the article about the harbour."""
    server = make_server(env, "saltmere")
    library.of(f"discord-{server.guild.id}").add(harbour())
    return server


@pytest.fixture
def quillon(env: simcord.Env, library: Library) -> Server:
    """A server whose library has the article about the orchard."""
    server = make_server(env, "quillon")
    library.of(f"discord-{server.guild.id}").add(orchard())
    return server


@pytest.fixture
def newcomer(env: simcord.Env) -> Server:
    """A server without articles."""
    return make_server(env, "newcomer")


@pytest.fixture
def crowd(saltmere: Server, library: Library) -> Server:
    """The server with the harbour, and with three pages of quotations of one person."""
    library.of(f"discord-{saltmere.guild.id}").add(tides())
    return saltmere
