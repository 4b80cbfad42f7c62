import discord
import pytest
import simcord

from bot.context.errors import Refusal
from bot.context.preferences import community_of
from index import Library, sample_articles
from tests.e2e.world import Server, buttons_of, components_of, failed_with, make_server, text_of

pytestmark = pytest.mark.once

WHO = "Who said this?"


@pytest.fixture
def moderation(env: simcord.Env, library: Library) -> Server:
    """A server with the bundled samples."""
    server = make_server(env, "newsroom")
    own = library.of(community_of(server.guild.id))
    for article in sample_articles():
        own.add(article)
    return server


async def asked(server: Server, words: str) -> str:
    message = await server.other.send(server.channel, words)
    result = await server.member.context_menu(server.channel, WHO, message)
    assert result.ephemeral
    return text_of(result.response)


async def test_a_quotation_is_found_word_for_word_with_its_speaker_and_source(moderation: Server) -> None:
    shown = await asked(moderation, "“No timetable is worth a life.” - Ines Quarrie")
    assert shown.startswith("### ✅ Word for word")
    assert "The message names **Ines Quarrie**, and so does the article." in shown
    assert "> “We turned the Guillemot round" in shown or "No timetable is worth a life.”" in shown
    assert "Northwire" in shown


async def test_a_quotation_given_to_somebody_else_is_said_to_be(moderation: Server) -> None:
    shown = await asked(moderation, "“No timetable is worth a life.” - Ewa Nowicka")
    assert shown.startswith("### ❌ Somebody else said that")
    assert "The message says that this was **Ewa Nowicka**. The article says that it was **" in shown
    assert "Ines Quarrie" in shown


async def test_an_altered_quotation_is_shown_with_what_differs(moderation: Server) -> None:
    shown = await asked(moderation, "Adair: “I did come into this to lock doors”")
    assert shown.startswith("### ⚠️ Not in these words")
    assert "**not**" in shown


async def test_what_the_library_does_not_have_is_said_plainly(moderation: Server) -> None:
    shown = await asked(moderation, "My zebra juggles violins beneath seven purple moons")
    assert shown.startswith("### 🤷 Not in the library")
    assert "They may have been said all the same." in shown


async def test_the_answer_is_private_and_can_be_shared(moderation: Server) -> None:
    message = await moderation.other.send(moderation.channel, "“No timetable is worth a life.”")
    result = await moderation.member.context_menu(moderation.channel, WHO, message)
    assert list(buttons_of(result.response)) == ["Context", "More", "Share"]
    assert sum(component.get("type") == 1 for component in components_of(result.response)) == 1
    shared = await moderation.member.click(result.response, label="Share")
    assert "No timetable is worth a life" in text_of(shared.response)
    by = f"-# Shared by {moderation.member.mention} · about [this message]({message.jump_url})"
    assert text_of(shared.response).splitlines()[-1] == by


async def test_a_message_without_words_is_refused_in_words(env: simcord.Env, moderation: Server) -> None:
    message = await moderation.other.send(moderation.channel, "<a:wave:123456789012345678> ")
    result = await moderation.member.context_menu(moderation.channel, WHO, message)
    assert text_of(result.response) == "There are no words in this message."
    failed_with(env, Refusal)


async def test_the_bots_own_answers_can_be_asked_about(moderation: Server) -> None:
    answer = await moderation.member.slash(
        moderation.channel, "ask", question="What did Quarrie say about a timetable?"
    )
    result = await moderation.member.context_menu(moderation.channel, WHO, answer.response)
    assert "Not in the library" not in text_of(result.response)


async def test_a_forwarded_message_is_read(moderation: Server) -> None:
    message = await moderation.other.send(moderation.channel, "“No timetable is worth a life.” - Ewa Nowicka")
    forwarded = await moderation.other.forward(message, moderation.channel)
    result = await moderation.member.context_menu(moderation.channel, WHO, forwarded)
    assert text_of(result.response).startswith("### ❌ Somebody else said that")


async def test_of_a_link_its_embed_is_read(moderation: Server) -> None:
    embed = discord.Embed(
        title="What an engineer saw", description="“No timetable is worth a life,” says Ines Quarrie."
    )
    hook = moderation.guild.create_webhook(moderation.channel, "feed")
    message = await hook.send("<@123456789012345678> look https://northwire.example/1", embed=embed)
    shown = text_of((await moderation.member.context_menu(moderation.channel, WHO, message)).response)
    assert shown.startswith("### ✅ Word for word")
    assert "names **Ines Quarrie**" in shown
    assert "What an engineer saw" not in shown


async def test_a_quotation_is_shown_without_its_markup(moderation: Server) -> None:
    link = "[“No **timetable** is worth a life.”](https://northwire.example/1_(2))"
    shown = await asked(moderation, f"<@123456789012345678> {link} <:sad:123456789012345678>")
    assert "Posted: No timetable is worth a life." in shown


async def test_a_link_alone_has_no_words(env: simcord.Env, moderation: Server) -> None:
    message = await moderation.other.send(moderation.channel, "<@123456789012345678> https://northwire.example/1")
    result = await moderation.member.context_menu(moderation.channel, WHO, message)
    assert text_of(result.response) == "There are no words in this message."
    failed_with(env, Refusal)


async def test_a_denial_is_no_claim(moderation: Server) -> None:
    shown = await asked(moderation, "Nowicka didn't say “No timetable is worth a life”, that was Ines Quarrie")
    assert shown.startswith("### ✅ Word for word")
    assert "names **Ines Quarrie**" in shown
