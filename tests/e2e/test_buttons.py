"""The buttons of a passage: they need no memory, so they work after time-outs and restarts too."""

import io

import discord
import pytest
import simcord
from PIL import Image

from bot.app import build_bot
from bot.context.asker import Asker
from bot.context.errors import Refusal
from bot.settings import Settings
from bot.views.passages import ContextButton
from index import ArticleNotFoundError, Library, read_text
from tests.e2e.test_pager import LONG, QUESTION
from tests.e2e.world import (
    Server,
    buttons_of,
    components_of,
    failed_with,
    links_of,
    local_fetcher,
    more_of,
    options_of,
    orchard,
    text_of,
)

pytestmark = pytest.mark.once

RELATED = ("More from Maren Holt", "Others on this")
ASKED = "Who waited eleven years for the dredger?"


async def test_an_answer_has_its_buttons_and_its_source_link(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    assert list(buttons_of(result.response))[:3] == ["Context", "Source", "More"]
    assert links_of(result.response) == ["https://courier.example/dredging"]


async def test_the_public_librarys_answers_cannot_be_reported(newcomer: Server, library: Library) -> None:
    library.add(orchard())
    result = await newcomer.member.slash(newcomer.channel, "ask", question="What will the mayor plant?")
    assert "Wrong speaker?" not in buttons_of(await more_of(newcomer.other, result.response))


async def test_more_is_what_the_clicker_may_do(saltmere: Server) -> None:
    quoted = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    own = await more_of(saltmere.member, quoted.response)
    assert set(buttons_of(own)) == {"Quote card", "Wrong speaker?", "Delete", *RELATED}
    assert text_of(own).splitlines()[0] == f"### {ASKED}"
    seen = await more_of(saltmere.other, quoted.response)
    assert set(buttons_of(seen)) == {"Quote card", "Wrong speaker?", *RELATED}
    assert "Delete" in buttons_of(await more_of(saltmere.moderator, quoted.response))
    told = await saltmere.member.slash(saltmere.channel, "ask", question="When will the dredging of Saltmere begin?")
    assert "Wrong speaker?" not in buttons_of(await more_of(saltmere.other, told.response))


async def test_more_from_the_speaker_and_others_are_shown_to_the_clicker_after_a_restart_too(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library
) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question="What will be closed at night?")
    more = await more_of(saltmere.other, result.response)
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    listed = await saltmere.other.click(more, label="More from Maren Holt")
    assert listed.ephemeral
    assert text_of(listed.response).startswith("### Maren Holt")
    assert "eleven years for this dredger" in text_of(listed.response)
    others = await saltmere.other.click(more, label="Others on this")
    assert others.ephemeral
    assert text_of(others.response).startswith("### Others on this\n> “Fishing boats may use the lighthouse channel")
    assert "**Maren Holt**" not in text_of(others.response)
    library.of(f"discord-{saltmere.guild.id}").add(read_text("“It rained,” said Aron Vale.", id="rain"))
    alone = await saltmere.other.slash(saltmere.channel, "ask", question="Who said that it rained?")
    nobody = await saltmere.other.click(await more_of(saltmere.other, alone.response), label="Others on this")
    assert text_of(nobody.response) == "No article here quotes anybody else on this."


async def test_context_shows_the_paragraphs_around_to_anybody_alone(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    context = await saltmere.other.click(result.response, label="Context")
    assert context.ephemeral
    shown = text_of(context.response)
    assert "> The dredging of Saltmere harbour will begin in April after eleven years of delay." in shown
    assert "> **“We have waited eleven years for this dredger,” said Maren Holt, the harbour master.**" in shown
    assert "> “The lighthouse channel will be closed at night,” she said." in shown


async def test_buttons_work_after_a_restart_and_pages_by_memory_say_that_they_are_old(
    env: simcord.Env, crowd: Server, settings: Settings, library: Library
) -> None:
    saltmere = crowd
    result = await saltmere.member.slash(saltmere.channel, "ask", question=QUESTION)
    listed = await saltmere.member.slash(saltmere.channel, "quotes", **LONG)
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    context = await saltmere.member.click(result.response, label="Context")
    assert "lighthouse channel" in text_of(context.response)
    card = await saltmere.member.click(await more_of(saltmere.member, result.response), label="Quote card")
    assert card.response.attachments
    old = await saltmere.member.click(listed.response, label="Next")
    assert old.ephemeral
    assert "before the bot was restarted" in text_of(old.response)


async def test_a_passage_of_a_removed_article_is_said_to_be_gone(
    env: simcord.Env, saltmere: Server, library: Library
) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    own = library.of(f"discord-{saltmere.guild.id}")
    more = await more_of(saltmere.member, result.response)
    own.removals.remove(own.articles()[0].id)
    for message, label in ((result.response, "Context"), (result.response, "More"), (more, "Quote card")):
        gone = await saltmere.member.click(message, label=label)
        assert "no article" in text_of(gone.response)
    assert env.errors == []


async def test_what_no_font_has_is_refused_as_a_picture(saltmere: Server, library: Library) -> None:
    library.of(f"discord-{saltmere.guild.id}").add(read_text("“We say 港 for harbour 🚢,” said Lin Ro.", id="signs"))
    result = await saltmere.member.slash(saltmere.channel, "ask", question="What did Lin Ro say about the harbour?")
    card = await saltmere.member.click(await more_of(saltmere.member, result.response), label="Quote card")
    assert card.ephemeral
    assert (
        text_of(card.response) == "There is no picture of this passage: it has characters that no font of the bot has."
    )
    assert not card.response.attachments


async def test_a_quote_card_is_a_picture_with_its_words_as_description(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    card = await saltmere.member.click(await more_of(saltmere.member, result.response), label="Quote card")
    assert not card.response.ephemeral
    (attachment,) = card.response.attachments
    picture = Image.open(io.BytesIO(await attachment.read()))
    assert picture.format == "PNG"
    assert picture.width > 600
    described = str(components_of(card.response))
    assert "We have waited eleven years for this dredger" in described
    assert "Maren Holt" in described


async def test_only_the_asker_or_a_moderator_deletes_an_answer(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    assert "Delete" not in buttons_of(await more_of(saltmere.other, result.response))
    gone = result.response.id
    more = await more_of(saltmere.member, result.response)
    await saltmere.member.click(more, label="Delete")
    assert text_of(more) == "Deleted."
    assert gone not in [message.id for message in saltmere.channel.history()]
    cleaners = saltmere.guild.create_role("Cleaners", permissions=discord.Permissions(manage_messages=True))
    cleaner = saltmere.guild.add_member(env.create_user("cleaner"), roles=[cleaners])
    for moderator in (cleaner, saltmere.moderator):  # the one manages messages, the other the server
        again = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
        gone = again.response.id
        await moderator.click(await more_of(moderator, again.response), label="Delete")
        assert gone not in [message.id for message in saltmere.channel.history()]
    listed = await saltmere.member.slash(saltmere.channel, "people")
    await saltmere.moderator.click(listed.response, label="Delete")
    assert saltmere.channel.history() == []


async def test_a_private_list_can_be_shared_once(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt", private=True)
    assert result.ephemeral
    assert "Delete" not in buttons_of(result.response)
    shared = await saltmere.member.click(result.response, label="Share")
    assert not shared.ephemeral
    assert "### Maren Holt" in text_of(shared.response)
    assert f"-# Shared by {saltmere.member.mention}" in text_of(shared.response)
    assert buttons_of(result.response)["Shared"] is False
    refused = await saltmere.other.click(shared.response, label="Delete")
    assert "Only the person who asked" in text_of(refused.response)
    await saltmere.member.click(shared.response, label="Delete")
    assert saltmere.channel.history() == []


async def test_a_private_answer_is_shared_after_a_restart_too(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library
) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED, private=True)
    more = await more_of(saltmere.member, result.response)
    assert set(buttons_of(more)) == {"Quote card", "Wrong speaker?", "Share", *RELATED}
    await env.restart_bot(build_bot(settings, library, fetcher=local_fetcher()))
    await saltmere.member.click(more, label="Share")
    assert text_of(more) == "Shared: it stands in the channel now."
    (shared,) = saltmere.channel.history()
    assert text_of(shared).splitlines()[-1] == f"-# Shared by {saltmere.member.mention}"
    assert "Delete" in buttons_of(await more_of(saltmere.member, shared))


async def test_a_private_answer_is_not_shared_where_no_answers_are_wanted(saltmere: Server) -> None:
    garden = saltmere.guild.create_text_channel("garden")
    before = await saltmere.member.slash(garden, "ask", question=ASKED, private=True)
    more = await more_of(saltmere.member, before.response)
    panel = await saltmere.moderator.slash(saltmere.channel, "settings")
    await saltmere.moderator.select(panel.response, [saltmere.channel], custom_id="live:channels")
    refused = await saltmere.member.click(more, label="Share")
    assert "keeps answers to other channels" in text_of(refused.response)
    assert "Share" not in buttons_of(await more_of(saltmere.member, before.response))
    assert garden.history() == []


async def test_a_list_of_quotations_opens_one_with_its_buttons(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt")
    (option, *_) = options_of(result.response)
    opened = await saltmere.other.select(result.response, [option["value"]])
    assert opened.ephemeral
    assert "— **Maren Holt**" in text_of(opened.response)
    assert "Context" in buttons_of(opened.response)


async def test_what_a_suggestion_leads_to_is_posted_where_the_answer_was_to_be(saltmere: Server) -> None:
    missed = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Hollins")
    assert missed.response.ephemeral
    assert "No article here quotes Maren Hollins" in text_of(missed.response)
    await saltmere.member.click(missed.response, label="Maren Holt")
    (answer,) = saltmere.channel.history()
    assert "### Maren Holt" in text_of(answer)
    assert "Delete" in buttons_of(answer)
    assert missed.response is None


async def test_what_a_suggestion_leads_to_stays_private_where_that_was_wished(saltmere: Server) -> None:
    question = "What did Maren Hollins say about dredging?"
    missed = await saltmere.member.slash(saltmere.channel, "ask", question=question, private=True)
    assert "No article here mentions Maren Hollins" in text_of(missed.response)
    await saltmere.member.click(missed.response, label="Maren Holt")
    assert "### What did Maren Holt say about dredging?" in text_of(missed.response)
    assert "— **Maren Holt**" in text_of(missed.response)
    assert saltmere.channel.history() == []


@pytest.mark.parametrize(
    ("command", "options", "meant", "found"),
    [
        ("ask", {"question": "What did **Maren** Hollins say about dredging?"}, "Maren Holt", "— **Maren Holt**"),
        ("ask", {"question": "dredger", "speaker": "Maren Hollins"}, "Maren Holt", "— **Maren Holt**"),
        ("ask", {"question": "dredger", "outlet": "Saltmere Currier"}, "Saltmere Courier", "— **Maren Holt**"),
        ("quotes", {"person": "Maren Holt", "outlet": "Saltmere Currier"}, "Saltmere Courier", "— direct quotation"),
    ],
)
async def test_a_suggestion_stands_where_the_unknown_name_stood(
    saltmere: Server, command: str, options: dict[str, str], meant: str, found: str
) -> None:
    result = await saltmere.member.slash(saltmere.channel, command, **options)
    assert "Did you mean" in text_of(result.response)
    await saltmere.member.click(result.response, label=meant)
    (answer,) = saltmere.channel.history()
    assert "Did you mean" not in text_of(answer)
    assert found in text_of(answer)


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "Which zeppelin landed?", "speaker": "Maren Hollins"}),
        ("quotes", {"person": "Maren Hollins", "about": "zeppelins"}),
    ],
)
async def test_a_suggestion_that_leads_to_nothing_is_not_shown(
    saltmere: Server, command: str, options: dict[str, str]
) -> None:
    result = await saltmere.member.slash(saltmere.channel, command, **options)
    assert "No article here" in text_of(result.response)
    assert "Did you mean" not in text_of(result.response)
    assert "Maren Holt" not in buttons_of(result.response)


@pytest.mark.parametrize("custom_id", ["on:context:000000000000:0:5:0:0", "on:context:000000000000:5:5:0:0"])
async def test_a_forged_place_is_refused(env: simcord.Env, saltmere: Server, custom_id: str) -> None:
    match = ContextButton.__discord_ui_compiled_template__.fullmatch(custom_id)
    assert match is not None
    item = ContextButton(discord.ui.Button(custom_id=custom_id), match)
    if ":5:5:" in custom_id:
        with pytest.raises(Refusal):
            item.place()
    else:
        asker = Asker(1, saltmere.guild.id, env.bot.wordings.nearest("en-GB"))
        with pytest.raises(ArticleNotFoundError):
            await env.bot.queries.context(asker, item.place())
    failed_with(env)


async def test_replies_whose_buttons_need_no_memory_take_none(env: simcord.Env, saltmere: Server) -> None:
    answer = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED)
    held = len(env.bot.persistent_views)
    for _ in range(3):
        context = await saltmere.member.click(answer.response, label="Context")
        assert context.ephemeral
    card = await saltmere.member.click(await more_of(saltmere.member, answer.response), label="Quote card")
    assert len(env.bot.persistent_views) == held == 0
    gone = card.response.id
    await saltmere.member.click(card.response, label="Delete")
    assert gone not in [message.id for message in saltmere.channel.history()]
