"""Reports of wrong speakers, names of people, the record, and who may do what."""

import pytest
import simcord
from discord import app_commands

from bot.app import build_bot
from bot.settings import Settings
from index import Library
from tests.e2e.world import (
    HARBOUR,
    Server,
    buttons_of,
    failed_with,
    harbour,
    links_of,
    local_fetcher,
    more_of,
    text_of,
)

pytestmark = pytest.mark.once

ASKED = "Who waited eleven years for the dredger?"


async def reported(server: Server, **fields: str) -> None:
    answer = await server.member.slash(server.channel, "ask", question=ASKED)
    form = await server.other.click(await more_of(server.other, answer.response), label="Wrong speaker?")
    thanks = await server.other.submit_modal(form, fields)
    assert thanks.ephemeral
    assert "The moderators of this server will look at it" in text_of(thanks.response)


async def speaker(server: Server) -> str:
    answer = await server.member.slash(server.channel, "ask", question=ASKED)
    return next(line for line in text_of(answer.response).splitlines() if line.startswith("— "))


async def test_a_report_is_settled_by_one_click_for_good(saltmere: Server, library: Library) -> None:
    await reported(saltmere, speaker="Ilse Brandt", note="I *was* there")
    queue = await saltmere.moderator.slash(saltmere.channel, "reports")
    shown = text_of(queue.response)
    assert queue.ephemeral
    assert "> “We have waited eleven years for this dredger,”" in shown
    assert "— **Maren Holt**, direct quotation" in shown
    assert "-# “The lighthouse channel will be closed at night,” she said." in shown
    assert links_of(queue.response) == ["https://courier.example/dredging"]
    assert "Suggested: **Ilse Brandt**" in shown
    assert "Note: I \\*was\\* there" in shown
    await saltmere.moderator.click(queue.response, label="It was Ilse Brandt")
    assert "Speaker now: **Ilse Brandt**" in text_of(queue.response)
    assert "no open reports" in text_of(queue.response)
    assert "**Ilse Brandt**" in await speaker(saltmere)
    own = library.of(f"discord-{saltmere.guild.id}")
    own.removals.remove(own.articles()[0].id)
    own.add(harbour())
    assert "**Ilse Brandt**" in await speaker(saltmere)
    empty = await saltmere.moderator.slash(saltmere.channel, "reports")
    assert "no open reports" in text_of(empty.response)


async def test_a_report_can_be_settled_with_another_name_or_dismissed(saltmere: Server) -> None:
    await reported(saltmere)
    queue = await saltmere.moderator.slash(saltmere.channel, "reports")
    assert "Somebody else…" in buttons_of(queue.response)
    form = await saltmere.moderator.click(queue.response, label="Somebody else…")
    await saltmere.moderator.submit_modal(form, {"speaker": "Ilse Brandt"})
    assert "**Ilse Brandt**" in await speaker(saltmere)
    await reported(saltmere, speaker="Maren Holt")
    again = await saltmere.moderator.slash(saltmere.channel, "reports")
    await saltmere.moderator.click(again.response, label="Speaker is right")
    assert "Dismissed" in text_of(again.response)
    assert "**Ilse Brandt**" in await speaker(saltmere)


async def test_of_two_moderators_the_second_is_told(env: simcord.Env, saltmere: Server) -> None:
    await reported(saltmere, speaker="Ilse Brandt")
    second = saltmere.guild.add_member(env.create_user("second"), roles=[saltmere.role])
    one = await saltmere.moderator.slash(saltmere.channel, "reports")
    two = await second.slash(saltmere.channel, "reports")
    await saltmere.moderator.click(one.response, label="Speaker is right")
    await second.click(two.response, label="It was Ilse Brandt")
    assert "settled this report already" in text_of(two.response)
    assert "**Maren Holt**" in await speaker(saltmere)


async def test_the_queue_works_after_a_restart(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library
) -> None:
    await reported(saltmere, speaker="Ilse Brandt")
    queue = await saltmere.moderator.slash(saltmere.channel, "reports")
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    await saltmere.moderator.click(queue.response, label="It was Ilse Brandt")
    assert "Speaker now: **Ilse Brandt**" in text_of(queue.response)


async def test_a_moderator_who_is_none_any_more_settles_nothing(env: simcord.Env, saltmere: Server) -> None:
    await reported(saltmere, speaker="Ilse Brandt")
    queue = await saltmere.moderator.slash(saltmere.channel, "reports")
    saltmere.guild.remove_member(saltmere.moderator)
    former = saltmere.guild.add_member(saltmere.moderator.user)
    refused = await former.click(queue.response, label="It was Ilse Brandt")
    assert "Manage Server" in text_of(refused.response)
    assert "**Maren Holt**" in await speaker(saltmere)
    assert env.errors == []


async def test_names_are_merged_renamed_and_split(saltmere: Server, library: Library) -> None:
    mod = saltmere.moderator
    merged = await mod.slash(saltmere.channel, "person merge", person="Maren Holt", other="Ilse Brandt")
    assert "one person from now on" in text_of(merged.response)
    people = text_of((await saltmere.member.slash(saltmere.channel, "people")).response)
    assert "**Maren Holt**\n-# person · 3 quotations in 1 article" in people
    offered = await mod.autocomplete(saltmere.channel, "person split", "alias", "bran", person="Maren Holt")
    assert [choice["value"] for choice in offered] == ["Ilse Brandt"]
    assert await mod.autocomplete(saltmere.channel, "person split", "alias", "") == []
    split = await mod.slash(saltmere.channel, "person split", person="Maren Holt", alias="Ilse Brandt")
    assert "another person" in text_of(split.response)
    renamed = await mod.slash(saltmere.channel, "person rename", person="Maren Holt", name="Dr Maren Holt")
    assert "is shown as Dr Maren Holt" in text_of(renamed.response)
    assert "**Dr Maren Holt**" in await speaker(saltmere)
    own = library.of(f"discord-{saltmere.guild.id}")
    assert {record.act for record in own.audit.list()} == {"merge", "split", "rename"}
    choices = await mod.autocomplete(saltmere.channel, "person merge", "other", "ilse")
    assert choices[0]["value"] == "Ilse Brandt"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("person merge", {"person": "Maren Holt", "other": "Ilse Brandt"}),
        ("person rename", {"person": "Maren Holt", "name": "X"}),
        ("person split", {"person": "Maren Holt", "alias": "Holt"}),
        ("reports", {}),
        ("corrections", {}),
        ("settings", {}),
        ("feed list", {}),
        ("feed add", {"link": "https://feeds.example/rss"}),
        ("feed remove", {"feed": "1"}),
        ("feed check", {"feed": "1"}),
    ],
)
async def test_a_member_who_was_handed_a_command_is_still_refused(
    env: simcord.Env, saltmere: Server, name: str, options: dict[str, str]
) -> None:
    command = next(found for found in await env.bot.tree.fetch_commands() if found.name == name.split(maxsplit=1)[0])
    saltmere.guild.set_command_permissions(command, {saltmere.member: True})
    result = await saltmere.member.slash(saltmere.channel, name, **options)
    assert result.ephemeral
    assert text_of(result.response) == "You need the Manage Server permission for that."
    if name.startswith(("person", "feed")) and options:
        option = next(iter(options))
        if option in {"person", "feed"}:
            assert await saltmere.member.autocomplete(saltmere.channel, name, option, "") == []
    failed_with(env, app_commands.MissingPermissions)


async def test_what_moderators_do_is_recorded_and_shown(newcomer: Server, library: Library) -> None:
    mod = newcomer.moderator
    await mod.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    own = library.of(f"discord-{newcomer.guild.id}")
    await mod.slash(newcomer.channel, "article remove", article=own.articles()[0].id)
    removed = await mod.autocomplete(newcomer.channel, "article restore", "article", "dredg")
    await mod.slash(newcomer.channel, "article restore", article=removed[0]["value"])
    panel = await mod.slash(newcomer.channel, "settings")
    records = await mod.click(panel.response, label="Recent actions")
    lines = text_of(records.response).splitlines()[1:]
    assert [line.partition(": ")[2].split(" **")[0] for line in lines] == ["restored", "removed", "added"]
    assert all(mod.mention in line for line in lines)
