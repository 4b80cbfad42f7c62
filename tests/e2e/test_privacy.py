"""What is stored: shown, deleted on request, deleted in time, and questions never stored at all."""

import json
import logging
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord.backend import serializers

from bot.app import build_bot
from bot.context.errors import Refusal
from bot.context.preferences import community_of
from bot.services.retention import PERIOD, Retention
from bot.settings import Settings, Shards
from index import DELETED_PERSON, Library, open_library
from index.store import Store
from tests.clock import Clock
from tests.e2e.world import (
    Server,
    buttons_of,
    failed_with,
    harbour,
    local_fetcher,
    more_of,
    text_of,
)

pytestmark = pytest.mark.once

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
POND = b"The pond is dry\n\nThe pond of Saltmere is dry since today."
ASKED = "Who waited eleven years for the dredger?"


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def library(settings: Settings, clock: Clock) -> Iterator[Library]:
    with open_library(settings.database, now=clock) as opened:
        yield opened


def own(library: Library, server: Server) -> Library:
    return library.of(community(server))


def community(server: Server) -> str:
    return f"discord-{server.guild.id}"


async def report(server: Server) -> None:
    answer = await server.other.slash(server.channel, "ask", question=ASKED)
    form = await server.other.click(await more_of(server.other, answer.response), label="Wrong speaker?")
    await server.other.submit_modal(form, {"speaker": "Otto Fenn", "note": "I stood beside Otto"})


async def act(server: Server) -> None:
    """Add and remove an article as a moderator."""
    await server.moderator.slash(server.channel, "article add", file=("pond.txt", POND))
    (choice,) = await server.moderator.autocomplete(server.channel, "article remove", "article", "pond")
    await server.moderator.slash(server.channel, "article remove", article=choice["value"])


async def show(server: Server, member: Any) -> Any:
    return await member.slash(server.channel, "privacy")


async def sweep(env: simcord.Env, clock: Clock, after: timedelta, library: Library | None = None) -> None:
    """Let the hourly sweep come when so much time has passed; with the `library`, after those of the last 20 hours."""
    if library is None:
        clock.time += after
    else:
        clock.run(after, library.privacy.drop_removed)
    await env.advance_time(PERIOD)


async def leave(env: simcord.Env, server: Server) -> dict[str, Any]:
    """Let the bot leave, as it does itself; gives what Discord says of the server when it is joined."""
    guild = env.backend.guilds[server.guild.id]
    payload = dict(serializers.guild_create_payload(env.backend, guild))
    await env.bot.get_guild(server.guild.id).leave()
    await env.settle()
    return payload


async def join(env: simcord.Env, payload: dict[str, Any], *, available_again: bool) -> None:
    """Tell the bot of a server as Discord does when it joins it, or at the end of an outage."""
    if not available_again:
        del payload["unavailable"]
    env.backend.emit("GUILD_CREATE", payload)
    await env.settle()


async def test_who_is_not_stored_is_told_so_and_has_nothing_to_delete(saltmere: Server) -> None:
    shown = await show(saltmere, saltmere.member)
    assert shown.ephemeral
    assert "**Not stored:** questions" in text_of(shown.response)
    assert "gone from it for 30 days" in text_of(shown.response)
    assert "**Of you:** nothing." in text_of(shown.response)
    assert buttons_of(shown.response) == {}


async def test_people_see_all_that_is_stored_of_them_and_nothing_of_others(saltmere: Server) -> None:
    await report(saltmere)
    await act(saltmere)
    shown = await show(saltmere, saltmere.other)
    assert "**Of you, in all servers:** 1 report" in text_of(shown.response)
    sent = await saltmere.other.click(shown.response, label="Show my data")
    assert sent.ephemeral
    (attachment,) = sent.response.attachments
    assert attachment.filename == "onrecord-data.json"
    data = json.loads(await attachment.read())
    assert (data["user"], data["complete"]) == (str(saltmere.other.id), True)
    (line,) = data["stored"]
    assert (line["part"], line["suggestion"], line["note"]) == ("report", "Otto Fenn", "I stood beside Otto")
    assert (line["server"], line["at"]) == (str(saltmere.guild.id), START.isoformat())
    assert "dredger" in line["words"]
    moderator = await show(saltmere, saltmere.moderator)
    assert "2 actions · 1 removed article" in text_of(moderator.response)


async def test_people_delete_their_data_after_a_second_look_also_after_a_restart(
    env: simcord.Env, saltmere: Server, library: Library, settings: Settings
) -> None:
    await report(saltmere)
    await act(saltmere)
    shown = await show(saltmere, saltmere.other)
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    sure = await saltmere.other.click(shown.response, label="Delete my data")
    assert sure.ephemeral
    assert "This cannot be undone" in text_of(sure.response)
    assert library.privacy.stored_of(str(saltmere.other.id))
    await saltmere.other.click(sure.response, label="Delete it for good")
    assert text_of(sure.response).startswith("Deleted: nothing is stored")
    assert buttons_of(sure.response) == {}
    assert library.privacy.stored_of(str(saltmere.other.id)) == ()
    queue = text_of((await saltmere.moderator.slash(saltmere.channel, "reports")).response)
    assert "Reported by a deleted user" in queue
    assert "Otto" not in queue
    assert library.privacy.stored_of(str(saltmere.moderator.id))


async def test_acts_of_a_deleted_person_stay_as_nobodys(saltmere: Server, library: Library) -> None:
    await act(saltmere)
    library.privacy.forget_person(str(saltmere.moderator.id))
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    records = await saltmere.moderator.click(panel.response, label="Recent actions")
    assert "a deleted user: removed **The pond is dry**" in text_of(records.response)
    assert DELETED_PERSON in {record.actor for record in own(library, saltmere).audit.list()}


async def test_in_direct_messages_there_is_ones_own_data_too(
    env: simcord.Env, saltmere: Server, library: Library
) -> None:
    reader = env.create_user("reader")
    own(library, saltmere).audit.add(str(reader.id), "add", "The pond is dry.")
    shown = await reader.slash("privacy")
    assert "1 act" in text_of(shown.response)
    assert set(buttons_of(shown.response)) == {"Show my data", "Delete my data"}


async def test_who_manages_a_server_deletes_all_of_it_by_its_name(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    await report(saltmere)
    await act(saltmere)
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.click(panel.response, label="Everybody in the channel")
    assert "Delete this server’s data" not in buttons_of((await show(saltmere, saltmere.member)).response)
    shown = await show(saltmere, saltmere.moderator)
    form = await saltmere.moderator.click(shown.response, label="Delete this server’s data")
    wrong = await saltmere.moderator.submit_modal(form, {"name": "quillon"})
    assert "Nothing was deleted" in text_of(wrong.response)
    assert len(own(library, saltmere)) == 1
    again = await saltmere.moderator.click(shown.response, label="Delete this server’s data")
    done = await saltmere.moderator.submit_modal(again, {"name": " Saltmere "})
    assert text_of(done.response).startswith("Deleted: articles")
    assert library.privacy.communities() == (community(quillon),)
    nothing = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    assert nothing.ephemeral
    assert "This server has no articles yet" in text_of(nothing.response)
    failed_with(env, Refusal)


async def test_the_same_in_german(saltmere: Server, library: Library) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, ["de"], custom_id="live:language")
    shown = await show(saltmere, saltmere.moderator)
    assert "**Von dir, auf allen Servern:** 1 Handlung" in text_of(shown.response)
    sure = await saltmere.moderator.click(shown.response, label="Meine Daten löschen")
    await saltmere.moderator.click(sure.response, label="Endgültig löschen")
    assert "Unter deiner Discord-ID ist nichts mehr gespeichert" in text_of(sure.response)
    form = await saltmere.moderator.click(shown.response, label="Daten dieses Servers löschen")
    done = await saltmere.moderator.submit_modal(form, {"name": "saltmere"})
    assert text_of(done.response).startswith("Gelöscht: Artikel")
    assert library.privacy.communities() == ()


async def test_a_former_moderator_deletes_nothing(env: simcord.Env, saltmere: Server, library: Library) -> None:
    shown = await show(saltmere, saltmere.moderator)
    form = await saltmere.moderator.click(shown.response, label="Delete this server’s data")
    saltmere.guild.remove_member(saltmere.moderator)
    former = saltmere.guild.add_member(saltmere.moderator.user)
    sent = await former.submit_modal(form, {"name": "saltmere"})
    clicked = await former.click(shown.response, label="Delete this server’s data")
    for refused in (sent, clicked):
        assert "Manage Server" in text_of(refused.response)
    assert len(own(library, saltmere)) == 1
    assert all(isinstance(error, discord.app_commands.MissingPermissions) for error in env.errors)


async def test_a_server_that_the_bot_left_is_deleted_after_the_grace_period(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library, clock: Clock
) -> None:
    library.add(harbour())
    await leave(env, saltmere)
    (departure,) = library.privacy.departures()
    assert (departure.community, departure.at) == (community(saltmere), START)
    await sweep(env, clock, timedelta(days=29), library)
    assert len(own(library, saltmere)) == 1
    await sweep(env, clock, timedelta(days=2), library)
    assert library.privacy.communities() == (community(quillon), "public")
    assert library.privacy.departures() == ()


@pytest.mark.parametrize("available_again", [False, True])
async def test_a_server_that_the_bot_joins_again_keeps_all(
    env: simcord.Env, saltmere: Server, library: Library, clock: Clock, *, available_again: bool
) -> None:
    payload = await leave(env, saltmere)
    clock.time += timedelta(days=29)
    await join(env, payload, available_again=available_again)
    assert library.privacy.departures() == ()
    await sweep(env, clock, timedelta(days=60), library)
    assert len(own(library, saltmere)) == 1


async def test_an_outage_is_no_departure(env: simcord.Env, saltmere: Server, library: Library, clock: Clock) -> None:
    env.backend.emit("GUILD_DELETE", {"id": str(saltmere.guild.id), "unavailable": True})
    await env.settle()
    for _ in range(2):
        await sweep(env, clock, timedelta(days=40), library)
        assert library.privacy.departures() == ()
    assert len(own(library, saltmere)) == 1


async def test_a_start_notices_which_servers_were_left_and_joined_meanwhile(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library, settings: Settings
) -> None:
    library.privacy.depart(community(quillon))
    library.of("discord-4194304").add(harbour())
    library.of("discord-not-a-number").add(harbour())
    library.add(harbour())
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    assert [departure.community for departure in library.privacy.departures()] == ["discord-4194304"]
    assert len(own(library, saltmere)) == 1


async def test_a_process_judges_its_own_shards_servers_alone(env: simcord.Env, library: Library) -> None:
    servers = [shard << 22 | 77 for shard in range(4)]
    for server in servers:
        library.of(community_of(server)).add(harbour())
    await Retention(env.bot, library.privacy, env.bot.preferences, timedelta(days=30), Shards((0, 3), 4)).sweep()
    departed = {departure.community for departure in library.privacy.departures()}
    assert departed == {community_of(servers[0]), community_of(servers[3])}


async def test_before_all_servers_are_known_none_counts_as_left(
    saltmere: Server, library: Library, settings: Settings
) -> None:
    starting = build_bot(settings, library, fetcher=local_fetcher())
    await starting.retention.sweep()
    await starting.close()
    assert library.privacy.departures() == ()
    assert library.privacy.communities() == (community(saltmere),)


async def test_a_bot_that_is_told_to_stop_judges_no_more_servers(env: simcord.Env, library: Library) -> None:
    library.of("discord-4194304").add(harbour())
    await env.bot.retention.stop()
    await env.bot.retention.sweep()
    assert library.privacy.departures() == ()


async def test_a_sweep_that_fails_is_logged_and_the_next_one_comes(
    env: simcord.Env, library: Library, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    library.close()
    for _ in range(2):
        await sweep(env, clock, timedelta(hours=1))
    assert caplog.text.count("What should go could not be deleted") == 2


async def test_preferences_deleted_by_the_operator_hold_no_longer(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library, clock: Clock
) -> None:
    for server in (saltmere, quillon):
        panel = await server.moderator.slash(server.channel, "settings")
        await server.moderator.click(panel.response, label="Everybody in the channel")
    library.privacy.forget_community(community(saltmere))
    library.add(harbour())
    await sweep(env, clock, timedelta(hours=1))
    answers = [await server.member.slash(server.channel, "ask", question=ASKED) for server in (saltmere, quillon)]
    assert [answer.ephemeral for answer in answers] == [False, True]


async def test_texts_of_removed_articles_go_though_nobody_uses_the_server(
    env: simcord.Env, saltmere: Server, library: Library, settings: Settings, clock: Clock
) -> None:
    own(library, saltmere).removals.remove(own(library, saltmere).articles()[0].id)
    await sweep(env, clock, timedelta(days=31), library)
    with closing(Store(settings.database)) as store:
        assert store.read("SELECT kept FROM removals") == [(None,)]


@pytest.mark.file
async def test_questions_are_not_stored_and_not_logged(
    env: simcord.Env, saltmere: Server, library: Library, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for name in ("bot", "index"):
        caplog.set_level(logging.DEBUG, name)
    asked = [f"qzx{number}vorpal" for number in range(100)]
    for number, word in enumerate(asked):
        if number % 20 == 0:  # SimCord takes the longer, the more replies wait for clicks
            await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
        if number % 8 == 0:
            member = saltmere.guild.add_member(env.create_user(f"member-{number}"))
        match number % 4:
            case 0:
                await member.slash(saltmere.channel, "ask", question=f"What did Maren Holt say of {word}?")
            case 1:
                await member.send(saltmere.channel, f"{env.bot.user.mention} Who waited for {word}?")
            case 2:
                await member.slash(saltmere.channel, "quotes", person=f"Maren {word}", about=word)
            case _:
                message = await saltmere.other.send(saltmere.channel, f"“The {word} is closed at night,” she said.")
                await member.context_menu(saltmere.channel, "Who said this?", message)
    await report(saltmere)
    kept = stored(settings.database)
    assert b"I stood beside Otto" in kept
    assert [word for word in asked if word.encode() in kept] == []
    assert [word for word in asked if word in caplog.text] == []
    assert "Ready as" in caplog.text
    assert [p.name for p in (member, saltmere.other, saltmere.moderator) if str(p.id) in caplog.text] == []


def stored(database: Path) -> bytes:
    """Every byte of the database's files."""
    return b"".join(path.read_bytes() for path in sorted(database.parent.glob(f"{database.name}*")))
