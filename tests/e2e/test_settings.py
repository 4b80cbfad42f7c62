import discord
import pytest
import simcord

from bot.app import build_bot
from bot.context.errors import Refusal
from bot.settings import Settings
from index import Library
from tests.e2e.world import HARBOUR, Server, buttons_of, failed_with, local_fetcher, text_of

pytestmark = pytest.mark.once

ASKED = "Who waited eleven years for the dredger?"


async def test_answers_can_be_private_unless_wished_otherwise(saltmere: Server) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    assert panel.ephemeral
    await saltmere.moderator.click(panel.response, label="Everybody in the channel")
    assert (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).ephemeral
    assert (await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt")).ephemeral
    assert not (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED, private=False)).ephemeral


async def test_outside_the_chosen_channels_answers_are_private(env: simcord.Env, saltmere: Server) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, [saltmere.channel], custom_id="live:channels")
    assert not (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).ephemeral
    other = saltmere.guild.create_text_channel("garden")
    assert (await saltmere.member.slash(other, "ask", question=ASKED, private=False)).ephemeral
    await saltmere.member.send(other, f"{env.bot.user.mention} {ASKED}")
    said = text_of(other.last_message)
    assert said.startswith(f"This server wants its answers in <#{saltmere.channel.id}>.")
    assert "dredger" not in said
    await env.advance_time(61)
    assert other.last_message.author.id == saltmere.member.id


async def test_nothing_is_shared_outside_the_chosen_channels(env: simcord.Env, saltmere: Server) -> None:
    garden = saltmere.guild.create_text_channel("garden")
    before = await saltmere.member.slash(garden, "quotes", person="Maren Holt", private=True)
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, [saltmere.channel], custom_id="live:channels")
    refused = await saltmere.member.click(before.response, label="Share")
    assert refused.response.ephemeral
    assert "keeps answers to other channels" in text_of(refused.response)
    after = await saltmere.member.slash(garden, "quotes", person="Maren Holt")
    assert "Share" not in buttons_of(after.response)
    assert garden.history() == []
    failed_with(env, Refusal)


async def test_a_chosen_role_may_add_articles(env: simcord.Env, newcomer: Server) -> None:
    reporters = newcomer.guild.create_role("Reporters")
    reporter = newcomer.guild.add_member(env.create_user("reporter"), roles=[reporters])
    panel = await newcomer.moderator.slash(newcomer.channel, "settings")
    await newcomer.moderator.select(panel.response, [reporters], custom_id="live:adders")
    form = await reporter.click((await reporter.slash(newcomer.channel, "help")).response, label="Add an article")
    added = await reporter.submit_modal(form, {"text": HARBOUR})
    assert text_of(added.response).startswith("Added: ")
    member = await newcomer.member.slash(newcomer.channel, "help")
    assert "Add an article" not in buttons_of(member.response)


async def test_a_server_has_a_language_and_quotations_are_never_translated(saltmere: Server) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, ["de"], custom_id="live:language")
    assert text_of(panel.response).startswith("### Einstellungen")
    shown = text_of((await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).response)
    assert "> “We have waited eleven years for this dredger,” said Maren Holt, the harbour master." in shown
    assert "— **Maren Holt**, wörtliches Zitat" in shown
    assert "14.\u00a0Februar\u00a02026" in shown
    nothing = text_of((await saltmere.member.slash(saltmere.channel, "quotes", person="Zebulon Quark")).response)
    assert "Kein Artikel hier zitiert Zebulon Quark." in nothing


async def test_settings_outlive_a_restart(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library
) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.click(panel.response, label="Everybody in the channel")
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    assert (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).ephemeral


async def test_the_panel_shows_what_was_set_when_its_time_is_over(env: simcord.Env, saltmere: Server) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, [saltmere.channel], custom_id="live:announcements")
    await env.advance_time(800)
    shown = text_of(panel.response)
    assert f"<#{saltmere.channel.id}>" in shown
    assert "Everybody in the channel" in shown


async def test_a_panel_of_a_former_moderator_changes_nothing(env: simcord.Env, saltmere: Server) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    saltmere.guild.remove_member(saltmere.moderator)
    former = saltmere.guild.add_member(saltmere.moderator.user)
    refused = await former.click(panel.response, label="Everybody in the channel")
    assert "Manage Server" in text_of(refused.response)
    assert not (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).ephemeral
    assert all(isinstance(error, discord.app_commands.MissingPermissions) for error in env.errors)


@pytest.mark.parametrize("stored", ["no json", '{"channels": "everything"}'])
async def test_preferences_that_cannot_be_read_are_the_defaults(
    saltmere: Server, library: Library, stored: str
) -> None:
    library.of(f"discord-{saltmere.guild.id}").preferences.set("discord", stored)
    assert not (await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)).ephemeral
