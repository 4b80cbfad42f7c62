import logging
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import discord
import pytest
import simcord
from discord import app_commands

from bot.settings import Settings
from index import Library, StoreError
from tests.bot.monitoring.figures import figures
from tests.e2e.world import Server, components_of, failed_with, more_of, text_of

BROKEN = re.compile(r"Something went wrong on the bot’s side\. Its log has the details under reference ([0-9a-f]{8})\.")


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "dredger"}),
        ("quotes", {"person": "Maren Holt"}),
        ("people", {}),
        ("article list", {}),
        ("library show", {"article": "x"}),
        ("article remove", {"article": "x"}),
        ("article add", {"file": ("a.txt", b"The dredger came, Maren Holt said.")}),
    ],
)
async def test_a_broken_database_is_one_sentence_with_a_reference(
    env: simcord.Env,
    saltmere: Server,
    library: Library,
    caplog: pytest.LogCaptureFixture,
    command: str,
    options: dict[str, object],
) -> None:
    library.close()
    with caplog.at_level(logging.ERROR):
        result = await saltmere.moderator.slash(saltmere.channel, command, **options)
    found = BROKEN.fullmatch(text_of(result.response))
    assert found
    (record,) = [record for record in caplog.records if found[1] in record.getMessage()]
    assert record.exc_info is not None
    assert f"/{command}" in record.getMessage()
    failed_with(env, StoreError)


def _limit(library: Library, pages: int) -> None:
    """Let the database become no larger, as on a disk that is full."""
    store = library._store
    with store.writing(None):
        store.read(f"PRAGMA max_page_count = {pages}")


@pytest.mark.file
async def test_a_full_disk_is_told_and_loses_nothing(
    env: simcord.Env, saltmere: Server, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    ((pages,),) = library._store.read("PRAGMA page_count")
    _limit(library, int(pages or 0))
    long = ("long.txt", f"Rain fell on Saltmere{'.' * 40_000}".encode())
    result = await saltmere.moderator.slash(saltmere.channel, "article add", file=long)
    found = re.search(
        r"disk is full or failing\. Nothing was changed or lost; .* reference ([0-9a-f]{8})", text_of(result.response)
    )
    assert found
    assert found[1] in caplog.text
    failed_with(env, StoreError)
    result = await saltmere.member.slash(saltmere.channel, "ask", question="Who waited for the dredger?")
    assert "**Maren Holt**" in text_of(result.response)
    _limit(library, 1_000_000)
    result = await saltmere.moderator.slash(saltmere.channel, "article add", file=long)
    assert "Added" in text_of(result.response)


@pytest.mark.file
async def test_a_damaged_database_is_told_and_left_as_it_is(
    env: simcord.Env, saltmere: Server, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(sqlite3.connect(settings.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(settings.database.read_bytes())
    raw[4096:] = b"\x55" * (len(raw) - 4096)
    settings.database.write_bytes(raw)
    result = await saltmere.moderator.slash(saltmere.channel, "article list")
    found = re.search(
        r"database is damaged\. .* restore a backup; .* reference ([0-9a-f]{8})", text_of(result.response)
    )
    assert found
    assert found[1] in caplog.text
    failed_with(env, StoreError)
    assert settings.database.read_bytes() == raw


@pytest.mark.file
async def test_a_removed_database_is_told_and_the_restored_one_gone_on_with(
    env: simcord.Env, saltmere: Server, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    path = Path(settings.database)
    copy = path.with_name("backup.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.click(panel.response, label="Everybody in the channel")
    assert (await saltmere.member.slash(saltmere.channel, "ask", question="Who waited?")).ephemeral
    path.unlink()
    pond = ("pond.txt", b"The pond is dry\n\nThe pond of Saltmere is dry since today.")
    result = await saltmere.moderator.slash(saltmere.channel, "article add", file=pond)
    found = re.search(
        r"removed or replaced .* nothing was saved\. .* reference ([0-9a-f]{8})", text_of(result.response)
    )
    assert found
    assert found[1] in caplog.text
    assert not path.exists()
    failed_with(env, StoreError)
    copy.rename(path)
    result = await saltmere.member.slash(saltmere.channel, "ask", question="Who waited for the dredger?")
    assert "**Maren Holt**" in text_of(result.response)
    assert not (await saltmere.member.slash(saltmere.channel, "ask", question="Who waited?")).ephemeral
    result = await saltmere.moderator.slash(saltmere.channel, "article add", file=pond)
    assert "Added" in text_of(result.response)


async def test_a_mention_that_fails_is_told_with_a_reference(
    env: simcord.Env, saltmere: Server, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    library.close()
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} dredger")
    found = BROKEN.fullmatch(text_of(saltmere.channel.last_message))
    assert found
    assert found[1] in caplog.text


async def test_autocomplete_that_fails_offers_nothing(
    saltmere: Server, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    library.close()
    assert await saltmere.member.autocomplete(saltmere.channel, "ask", "speaker", "M") == []
    assert "autocomplete" in caplog.text


async def test_an_answer_that_discord_refuses_is_told_of(
    env: simcord.Env, saltmere: Server, caplog: pytest.LogCaptureFixture
) -> None:
    env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035)
    result = await saltmere.member.slash(saltmere.channel, "ask", question="dredger")
    found = BROKEN.fullmatch(text_of(result.response))
    assert found
    assert found[1] in caplog.text
    failed_with(env, discord.HTTPException)


async def test_when_not_even_that_can_be_told_the_log_says_so(
    env: simcord.Env, saltmere: Server, caplog: pytest.LogCaptureFixture
) -> None:
    env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10015, times=None)
    await saltmere.member.slash(saltmere.channel, "ask", question="dredger")
    assert "Could not tell of an error" in caplog.text
    failed_with(env, discord.NotFound)


async def test_questions_are_not_logged_at_info(saltmere: Server, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        await saltmere.member.slash(saltmere.channel, "ask", question="Is the dredger blue?")
    assert "blue" not in caplog.text


async def test_a_command_of_an_older_version_is_explained(env: simcord.Env, saltmere: Server) -> None:
    env.bot.tree.remove_command("people")
    result = await saltmere.member.slash(saltmere.channel, "people")
    assert result.ephemeral
    assert text_of(result.response) == "That command has changed: reload Discord and try again."
    failed_with(env, app_commands.CommandNotFound)


async def test_whatever_fails_is_counted_and_told_once(
    env: simcord.Env, saltmere: Server, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    member, moderator, channel = saltmere.member, saltmere.moderator, saltmere.channel
    answer = await member.slash(channel, "ask", question="Who waited for the dredger?")
    quotes = await member.slash(channel, "quotes", person="Maren Holt")
    (choice, *_) = next(c["options"] for c in components_of(quotes.response) if c.get("custom_id") == "on:open")
    panel = await moderator.slash(channel, "settings")
    form = await member.click(await more_of(member, answer.response), label="Wrong speaker?")
    library.close()
    sent = len(env.http_requests)
    await member.slash(channel, "people")
    await member.click(answer.response, label="Context")
    await moderator.click(panel.response, label="Everybody in the channel")
    await member.select(quotes.response, [choice["value"]])
    await member.submit_modal(form, {"speaker": "Ilse Brandt"})
    references = [found for request in env.http_requests[sent:] for found in BROKEN.findall(str(request.json))]
    assert len(references) == len(set(references)) == 5
    assert re.findall(r"Reference (\w+):", caplog.text) == references
    prefix = "onrecord_errors_total"
    counted = {name: count for name, count in figures(env.bot.meter).items() if name.startswith(prefix) and count}
    assert counted == {
        f"{prefix}{{outcome=failed,place=button}}": 2,
        f"{prefix}{{outcome=failed,place=command}}": 1,
        f"{prefix}{{outcome=failed,place=form}}": 1,
        f"{prefix}{{outcome=failed,place=menu}}": 1,
    }
    failed_with(env, StoreError, StoreError, StoreError)  # discord.py gives those of persistent buttons to nobody


async def test_what_is_refused_is_counted_apart(env: simcord.Env, saltmere: Server) -> None:
    listed = await saltmere.member.slash(saltmere.channel, "people")
    await saltmere.other.click(listed.response, label="Delete")
    found = figures(env.bot.meter)
    assert found["onrecord_errors_total{outcome=refused,place=button}"] == 1
    assert found["onrecord_errors_total{outcome=failed,place=button}"] == 0
