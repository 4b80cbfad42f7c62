"""The passages of an answer: they are turned by everybody who sees them, for as long as the message stands."""

import pytest
import simcord

from bot.app import build_bot
from bot.context.asker import Asker
from bot.render.listing import PEOPLE, Listing
from bot.settings import Settings
from index import ArticleNotFoundError, Library, read_text
from tests.bot.samples import ENGLISH
from tests.e2e.test_pager import QUESTION
from tests.e2e.world import Server, buttons_of, components_of, local_fetcher, more_of, text_of

pytestmark = pytest.mark.once

BUTTONS = ["Context", "Source", "More", "Previous", "Next"]


async def test_one_row_of_buttons_stands_below_an_answer(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    assert list(buttons_of(result.response)) == BUTTONS
    assert sum(c.get("type") == 1 for c in components_of(result.response)) == 1


async def test_anybody_turns_to_the_last_passage_and_back(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    first = text_of(result.response)
    assert "-# Passage 1 of " in first
    seen = [first]
    while buttons_of(result.response)["Next"]:
        await saltmere.other.click(result.response, label="Next")
        seen.append(text_of(result.response))
    assert len({*seen}) == len(seen) > 1
    assert all(shown.startswith(f"### {QUESTION}\n> ") for shown in seen)
    assert all(shown.endswith(f"-# Passage {at} of {len(seen)}") for at, shown in enumerate(seen, 1))
    for shown in reversed(seen[:-1]):
        await saltmere.member.click(result.response, label="Previous")
        assert text_of(result.response) == shown
    assert buttons_of(result.response)["Previous"] is False
    assert list(buttons_of(result.response)) == BUTTONS


async def test_passages_turn_after_twenty_minutes_and_a_restart(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library
) -> None:
    slash = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {QUESTION}")
    mention = saltmere.channel.last_message
    await env.advance_time(1_200)
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    for message in (slash.response, mention):
        await saltmere.other.click(message, label="Next")
    shown = sorted(saltmere.channel.history(), key=lambda message: message.id)
    assert ["-# Passage 2 of " in text_of(message) for message in shown] == [True, False, True]


async def test_what_is_turned_keeps_its_language_and_who_asked(saltmere: Server) -> None:
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, ["de"], custom_id="live:language")
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    german = list(buttons_of(result.response))
    await saltmere.moderator.select(panel.response, ["discord"], custom_id="live:language")
    await saltmere.other.click(result.response, label="Weiter")
    assert list(buttons_of(result.response)) == german
    assert "-# Stelle 2 von " in text_of(result.response)
    mine = await saltmere.member.click(result.response, label="Mehr")
    assert "Delete" in buttons_of(mine.response)


async def test_a_passage_that_is_gone_is_passed_over(env: simcord.Env, saltmere: Server, library: Library) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    before = text_of(result.response)
    own = library.of(f"discord-{saltmere.guild.id}")
    own.removals.remove(own.articles()[0].id)
    told = await saltmere.member.click(result.response, label="Next")
    assert "no longer in the library" in text_of(told.followups[-1])
    assert text_of(result.response) == before
    assert env.errors == []


async def test_a_private_answer_turns_and_is_shared_as_it_is_shown(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION, private=True)
    await saltmere.member.click(result.response, label="Next")
    assert saltmere.channel.history() == []
    passage = text_of(result.response).splitlines()[1]
    await saltmere.member.click(await more_of(saltmere.member, result.response), label="Share")
    (shared,) = saltmere.channel.history()
    assert text_of(shared).startswith(f"### {QUESTION}\n{passage}\n")
    assert text_of(shared).endswith(f"-# Shared by {saltmere.member.mention}")


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ({"person": "Aron Vale"}, "### Aron Vale\n"),
        ({"person": "Aron Vale", "about": "tide feet", "outlet": "Ebb", "private": False}, "### Aron Vale\n"),
    ],
)
async def test_a_list_turns_for_everybody_and_after_a_restart(
    env: simcord.Env, crowd: Server, settings: Settings, library: Library, options: dict[str, str], first: str
) -> None:
    listed = (await crowd.member.slash(crowd.channel, "quotes", **options)).response
    pages = [text_of(listed)]
    await crowd.other.click(listed, label="Next")
    pages.append(text_of(listed))
    await env.advance_time(1_200)
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    await crowd.other.click(listed, label="Next")
    pages.append(text_of(listed))
    assert len({*pages}) == 3
    assert all(shown.startswith(first) for shown in pages)
    assert [buttons_of(listed)[name] for name in ("Previous", "3 of 3", "Next")] == [True, False, False]
    for shown in (pages[1], pages[0]):
        await crowd.member.click(listed, label="Previous")
        assert text_of(listed) == shown
    refused = await crowd.other.click(listed, label="Delete")
    assert "Only the person who asked" in text_of(refused.response)
    await crowd.member.click(listed, label="Delete")
    assert crowd.channel.history() == []


async def test_who_is_quoted_turns_for_everybody(saltmere: Server, library: Library) -> None:
    said = "\n\n".join(f"“The tide is {number} feet,” said Aron Vale{number}." for number in range(12))
    library.of(f"discord-{saltmere.guild.id}").add(read_text(said, title="Tides"))
    listed = (await saltmere.member.slash(saltmere.channel, "people")).response
    before = text_of(listed)
    await saltmere.other.click(listed, label="Next")
    assert text_of(listed) != before
    assert text_of(listed).startswith("### Who is quoted")


async def test_a_private_list_is_shared_as_it_is_turned_and_turns_when_its_time_to_be_shared_is_over(
    env: simcord.Env, crowd: Server
) -> None:
    listed = (await crowd.member.slash(crowd.channel, "quotes", person="Aron Vale", private=True)).response
    await crowd.member.click(listed, label="Next")
    second = text_of(listed)
    await crowd.member.click(listed, label="Share")
    (shared,) = crowd.channel.history()
    assert text_of(shared).startswith(second)
    await env.advance_time(850)
    assert "Shared" not in buttons_of(listed)
    await crowd.member.click(listed, label="Next")
    assert text_of(listed) != second
    assert crowd.channel.history() == [shared]


async def test_a_list_of_another_server_is_refused(env: simcord.Env, crowd: Server, quillon: Server) -> None:
    for words in (PEOPLE, ("quotes", "Aron Vale", "", "", "", "", ""), ("quotes",), ("",)):
        listing = Listing(crowd.guild.id, "en", words)
        with pytest.raises(ArticleNotFoundError):
            await env.bot.queries.listed(Asker(quillon.member.id, quillon.guild.id, ENGLISH), listing)
    with pytest.raises(ArticleNotFoundError):
        await env.bot.queries.listed(Asker(crowd.member.id, crowd.guild.id, ENGLISH), listing)


@pytest.mark.parametrize("status", [400, 500])
async def test_a_turn_that_discord_refuses_is_told_to_who_clicked(
    env: simcord.Env, saltmere: Server, status: int
) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    env.inject_error("PATCH", "/webhooks/*/*/messages/*", status=status)
    clicked = await saltmere.other.click(result.response, label="Next")
    assert "reference" in text_of(clicked.followups[-1])
    assert clicked.followups[-1].ephemeral
