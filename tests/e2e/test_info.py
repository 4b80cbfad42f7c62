"""Help, about, privacy, pace, and a bot that somebody brought along to a server it is no member of."""

from types import SimpleNamespace

import pytest
import simcord
from discord import app_commands

from bot.context.asker import RATE, server_here
from index import Library, NoDayError
from tests.e2e.world import HARBOUR, Server, failed_with, more_of, orchard, text_of

pytestmark = pytest.mark.once

ASKED = "Who waited eleven years for the dredger?"


async def test_help_has_the_moderators_part_for_those_whom_it_concerns(saltmere: Server) -> None:
    member = await saltmere.member.slash(saltmere.channel, "help")
    moderator = await saltmere.moderator.slash(saltmere.channel, "help")
    assert member.ephemeral
    assert "Who said this?" in text_of(member.response)
    assert "/feed add" not in text_of(member.response)
    assert "/feed add" in text_of(moderator.response)


async def test_about_tells_version_size_and_speed(saltmere: Server) -> None:
    before = await saltmere.member.slash(saltmere.channel, "about")
    assert before.ephemeral
    assert "1 article · " in text_of(before.response)
    assert "Nothing has been asked since the start." in text_of(before.response)
    await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    after = await saltmere.member.slash(saltmere.channel, "about")
    assert "An answer usually takes " in text_of(after.response)


async def test_privacy_says_what_is_stored(env: simcord.Env) -> None:
    user = env.create_user("reader")
    shown = await user.slash("privacy")
    assert shown.ephemeral
    assert "**Not stored:** questions" in text_of(shown.response)


async def test_who_asks_too_often_is_told_when_to_ask_again(env: simcord.Env, saltmere: Server) -> None:
    for _ in range(RATE):
        await saltmere.member.slash(saltmere.channel, "people")
    refused = await saltmere.member.slash(saltmere.channel, "people")
    assert refused.ephemeral
    assert text_of(refused.response).startswith("That was a lot at once. You can ask again <t:")
    other = await saltmere.other.slash(saltmere.channel, "people")
    assert not other.ephemeral
    await env.advance_time(30)
    assert not (await saltmere.member.slash(saltmere.channel, "people")).ephemeral
    failed_with(env, app_commands.CommandOnCooldown)


async def test_mentions_and_context_keep_the_pace_and_who_writes_on_is_told_once(
    env: simcord.Env, saltmere: Server
) -> None:
    answer = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    for _ in range(RATE - 1):
        await saltmere.member.click(answer.response, label="Context")
    refused = await saltmere.member.click(answer.response, label="Context")
    assert text_of(refused.response).startswith("That was a lot at once.")
    for _ in range(3):
        await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {ASKED}")
    told = [m for m in saltmere.channel.history() if m.author.bot and "a lot at once" in text_of(m)]
    assert len(told) == 1
    await env.advance_time(61)
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {ASKED}")
    assert "**Maren Holt**" in text_of(saltmere.channel.last_message)


async def test_a_server_that_lets_the_bot_in_is_told_the_first_steps(env: simcord.Env, newcomer: Server) -> None:
    env.bot.dispatch("guild_join", env.bot.get_guild(newcomer.guild.id))
    await env.settle()
    (welcome,) = newcomer.channel.history()
    said = text_of(welcome)
    assert said.startswith("### Hello, I’m Onrecord")
    for name in ("article add", "ask", "feed add", "settings", "help", "privacy"):
        assert env.bot.wordings.commands.mention(name) in said
    refused = await newcomer.member.click(welcome, label="Add an article")
    assert refused.ephemeral
    assert "Only moderators" in text_of(refused.response)
    added = await newcomer.moderator.submit_modal(
        await newcomer.moderator.click(welcome, label="Add an article"), {"text": HARBOUR}
    )
    assert text_of(added.response).startswith("Added: **Dredging")


async def test_a_server_in_which_the_bot_may_not_write_is_told_nothing(env: simcord.Env) -> None:
    guild = env.create_guild("silent")
    env.bot.dispatch("guild_join", env.bot.get_guild(guild.id))
    await env.settle()
    assert env.errors == []


async def test_an_empty_library_leads_to_the_first_steps(newcomer: Server) -> None:
    for name, options in (("ask", {"question": ASKED}), ("library latest", {}), ("article list", {})):
        shown = await newcomer.moderator.slash(newcomer.channel, name, **options)
        assert shown.ephemeral
        assert text_of(shown.response).startswith("### This server has no articles yet\n**1.** ")
        form = await newcomer.moderator.click(shown.response, label="Add an article")
        assert form.modal is not None


async def test_a_server_without_the_bot_is_no_server_of_ours(env: simcord.Env, saltmere: Server) -> None:
    here = SimpleNamespace(guild_id=saltmere.guild.id, client=env.bot)
    elsewhere = SimpleNamespace(guild_id=1, client=env.bot)
    direct = SimpleNamespace(guild_id=None, client=env.bot)
    assert [server_here(place) for place in (here, elsewhere, direct)] == [saltmere.guild.id, None, None]  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [429, 500])
async def test_an_answer_or_a_button_that_discord_does_not_take_is_told_with_a_reference(
    env: simcord.Env, saltmere: Server, status: int
) -> None:
    env.inject_error("POST", "/interactions/*/*/callback", status=status)
    refused = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    assert "under reference" in text_of(refused.response)
    answer = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    more = await more_of(saltmere.member, answer.response)
    for message, label in ((answer.response, "Context"), (answer.response, "More"), (more, "Quote card")):
        env.inject_error("POST", "/webhooks/*/*", status=status)
        clicked = await saltmere.member.click(message, label=label)
        assert "under reference" in text_of(clicked.response)
    form = await saltmere.member.click(more, label="Wrong speaker?")
    env.inject_error("POST", "/webhooks/*/*", status=status)
    sent = await saltmere.member.submit_modal(form, {"speaker": "Ilse Brandt"})
    assert "under reference" in text_of(sent.response)
    assert len(env.errors) >= 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [("2026-02-14", True), ("<t:1771027200:D>", True), ("2026-02-15", False), ("<t:1771113600>", False)],
)
async def test_days_are_typed_or_discords_own_timestamps(saltmere: Server, typed: str, *, found: bool) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED, since=typed)
    assert ("**Maren Holt**" in text_of(result.response)) is found
    quotes = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt", since=typed)
    assert ("dredger" in text_of(quotes.response)) is found


async def test_what_is_no_day_is_said_in_words(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED, until="the day it rained")
    assert "I can’t read “the day it rained” as a date." in text_of(result.response)
    failed_with(env, app_commands.TransformerError)


@pytest.mark.parametrize(("command", "asked"), [("ask", {"question": ASKED}), ("quotes", {"person": "Maren Holt"})])
async def test_days_the_wrong_way_round_are_told(
    env: simcord.Env, saltmere: Server, command: str, asked: dict[str, str]
) -> None:
    days = {"since": "2026-02-14", "until": "2026-02-13"}
    result = await saltmere.member.slash(saltmere.channel, command, **asked, **days)
    said = text_of(result.response).replace("\u00a0", " ")
    assert said.startswith("There is no day from 14 February 2026 to 13 February 2026. Give the earlier one as “since”")
    failed_with(env, NoDayError)


async def test_a_day_is_offered_as_it_is_understood(saltmere: Server) -> None:
    async def offered(option: str, typed: str) -> list[tuple[str, str]]:
        choices = await saltmere.member.autocomplete(saltmere.channel, "quotes", option, typed)
        return [(choice["name"].replace("\u00a0", " "), choice["value"]) for choice in choices]

    assert await offered("since", "Feb 2026") == [("1 February 2026 · Feb 2026", "2026-02-01")]
    assert await offered("until", "Feb 2026") == [("28 February 2026 · Feb 2026", "2026-02-28")]
    assert await offered("since", "soon after") == []
    assert len(await offered("since", "")) == 5
    found = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt", until="Februar 2026")
    assert "dredger" in text_of(found.response)
    missed = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt", until="Januar 2026")
    assert "dredger" not in text_of(missed.response)


async def test_an_outlet_can_be_chosen(saltmere: Server, library: Library) -> None:
    library.of(f"discord-{saltmere.guild.id}").add(orchard())
    for command in ("ask", "quotes"):
        (choice,) = await saltmere.member.autocomplete(saltmere.channel, command, "outlet", "quilon")
        assert choice["value"] == "Quillon Echo"
    result = await saltmere.member.slash(
        saltmere.channel, "ask", question="What was said about plum trees?", outlet="Quillon Echo"
    )
    assert "Oda Lind" in text_of(result.response)
