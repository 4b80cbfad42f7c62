import pytest
import simcord
from simcord.backend.errors import SetupError

from bot.views.pager import BRIEF
from index import ArticleNotFoundError, InvalidRequestError, Library, read_text
from tests.bot.hostile import HOSTILE
from tests.bot.render.markdown_oracle import render
from tests.e2e.world import (
    Server,
    buttons_of,
    callback_types,
    failed_with,
    harbour,
    make_server,
    more_of,
    orchard,
    text_of,
)

pytestmark = pytest.mark.once


async def test_an_answer_is_verbatim_with_speaker_source_and_date(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question="Who waited eleven years for the dredger?")
    shown = text_of(result.response)
    assert not result.ephemeral
    assert result.response.flags.components_v2
    assert "### Who waited eleven years for the dredger?" in shown
    assert "> “We have waited eleven years for this dredger,” said Maren Holt, the harbour master." in shown
    assert "— **Maren Holt**, direct quotation" in shown
    assert "[Dredging of Saltmere harbour to begin in April](https://courier.example/dredging)" in shown
    assert "Saltmere Courier · 14\u00a0February\u00a02026" in shown
    assert callback_types(env) == [4]


async def test_a_resolved_mention_is_shown_beside_the_name(saltmere: Server) -> None:
    result = await saltmere.member.slash(
        saltmere.channel, "ask", question="What did Maren Holt say will be closed at night?"
    )
    assert "— **Maren Holt** (“she”), direct quotation" in text_of(result.response)


async def test_the_articles_own_words_are_nobodys_quotation(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question="When will the dredging of Saltmere begin?")
    shown = text_of(result.response)
    assert "> The dredging of Saltmere harbour will begin in April after eleven years of delay." in shown
    assert "— the article’s own words (Saltmere Courier), not a quotation" in shown


async def test_what_is_needed_to_understand_a_passage_stands_above_it_in_small_print(
    saltmere: Server, library: Library
) -> None:
    text = (
        "Pier of Saltmere to go\n\nThe board will break up the *green* pier in May.\n\n"
        "But its planks will become benches for the fishermen, the mayor Oda Lind said."
    )
    library.of(f"discord-{saltmere.guild.id}").add(read_text(text, id="pier"))
    result = await saltmere.member.slash(saltmere.channel, "ask", question="What will the planks become?")
    shown = text_of(result.response)
    assert "-# The board will break up the \\*green\\* pier in May.\n> But its planks will become benches" in shown
    opened = await saltmere.member.click(await more_of(saltmere.member, result.response), label="Quote card")
    assert "green" not in text_of(opened.response)


async def test_nothing_fitting_is_said_plainly(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question="Which zeppelin landed?")
    assert ">" not in text_of(result.response)
    assert buttons_of(result.response) == {}


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "Which zeppelin landed?"}),
        ("ask", {"question": "hello there"}),
        ("ask", {"question": "dredger", "speaker": "Maren Hollins"}),
        ("ask", {"question": "dredger", "article": "nope"}),
        ("quotes", {"person": "Zebulon Quark"}),
        ("library show", {"article": "nope"}),
    ],
)
async def test_only_the_asker_sees_that_there_is_nothing(
    env: simcord.Env, saltmere: Server, command: str, options: dict[str, str]
) -> None:
    result = await saltmere.member.slash(saltmere.channel, command, **options)
    assert result.response.ephemeral
    assert saltmere.channel.history() == []
    env.errors.clear()


async def test_a_slow_answer_is_promised_to_the_asker_alone_and_posted_for_all(
    env: simcord.Env, saltmere: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.context.replies.QUICK", 0.0)
    await saltmere.member.slash(saltmere.channel, "ask", question="Who waited eleven years for the dredger?")
    assert callback_types(env) == [5]
    (answer,) = saltmere.channel.history()
    assert "— **Maren Holt**" in text_of(answer)
    assert not answer.flags.ephemeral
    missed = await saltmere.member.slash(saltmere.channel, "ask", question="Which zeppelin landed?")
    assert missed.response.ephemeral
    assert len(saltmere.channel.history()) == 1


async def test_a_mention_that_finds_nothing_is_answered_briefly_and_not_for_long(
    env: simcord.Env, saltmere: Server
) -> None:
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} Which zeppelin landed?")
    reply = saltmere.channel.last_message
    assert reply.author.id == env.bot.user.id
    assert len(text_of(reply).splitlines()) == 1
    assert buttons_of(reply) == {}
    await env.advance_time(BRIEF + 1)
    assert [message.author.id for message in saltmere.channel.history()] == [saltmere.member.id]


async def test_a_suggestion_to_a_mention_is_answered_in_its_place(env: simcord.Env, saltmere: Server) -> None:
    asked = await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} What did Maren Hollins say?")
    refused = await saltmere.other.click(saltmere.channel.last_message, label="Maren Holt")
    assert refused.response.ephemeral
    await saltmere.member.click(saltmere.channel.last_message, label="Maren Holt")
    _, answer = sorted(saltmere.channel.history(), key=lambda message: message.id)
    assert "— **Maren Holt**" in text_of(answer)
    assert answer.reference.message_id == asked.id
    await env.advance_time(BRIEF + 1)
    assert len(saltmere.channel.history()) == 2


async def test_filters_by_article_and_speaker(saltmere: Server, library: Library) -> None:
    library.of(f"discord-{saltmere.guild.id}").add(orchard())
    ask = saltmere.member.slash
    by_brandt = await ask(saltmere.channel, "ask", question="lighthouse channel", speaker="Ilse Brandt")
    assert "until noon" in text_of(by_brandt.response)
    assert "closed at night" not in text_of(by_brandt.response)
    choices = await saltmere.member.autocomplete(saltmere.channel, "ask", "article", "plum")
    in_orchard = await ask(saltmere.channel, "ask", question="the lighthouse channel", article=choices[0]["value"])
    assert "Maren" not in text_of(in_orchard.response)


async def test_an_unknown_article_is_one_sentence_without_reference(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question="dredger", article="**nope**")
    shown, found = render(text_of(result.response))
    assert "**nope**" in shown
    assert not found
    assert "reference" not in shown
    failed_with(env, ArticleNotFoundError)


async def test_a_question_may_have_300_characters(saltmere: Server) -> None:
    await saltmere.member.slash(saltmere.channel, "ask", question="d" * 300)
    with pytest.raises(SetupError):
        await saltmere.member.slash(saltmere.channel, "ask", question="d" * 301)


async def test_a_blank_question_is_refused_in_words(env: simcord.Env, saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "ask", question="   ")
    assert len(text_of(result.response).splitlines()) == 1
    failed_with(env, InvalidRequestError)


async def test_autocomplete_finds_people_and_articles_within_discords_limits(
    saltmere: Server, library: Library
) -> None:
    own = library.of(f"discord-{saltmere.guild.id}")
    for number in range(30):
        own.add(read_text(f"“It rained,” said Aron Vale{number}.", title=f"Rain {number} " + "x" * 150))
    ask = saltmere.member.autocomplete
    people = await ask(saltmere.channel, "ask", "speaker", "mar")
    assert {"name": "Maren Holt", "value": "Maren Holt"} in people
    articles = await ask(saltmere.channel, "ask", "article", "")
    assert len(articles) == 25
    assert all(1 <= len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in articles)
    assert len(await ask(saltmere.channel, "ask", "speaker", "")) <= 25
    assert await ask(saltmere.channel, "ask", "article", "no such article") == []


async def test_a_mention_is_answered_like_the_command(env: simcord.Env, saltmere: Server) -> None:
    me = env.bot.user.mention
    asked = await saltmere.member.send(saltmere.channel, f"{me} Who waited eleven years for the dredger?")
    reply = saltmere.channel.last_message
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    assert env.http_requests[-1].json["message_reference"]["fail_if_not_exists"] is False
    assert reply.author.id == env.bot.user.id
    assert "— **Maren Holt**, direct quotation" in text_of(reply)


async def test_other_messages_are_left_alone(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, "Who waited eleven years for the dredger?")
    await saltmere.member.send(saltmere.channel, "@everyone dredger")
    robot = saltmere.guild.add_member(env.create_user("robot", bot=True))
    await robot.send(saltmere.channel, f"{env.bot.user.mention} dredger")
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} dredger")
    reply = saltmere.channel.last_message
    await saltmere.member.send(saltmere.channel, "thank you", reply_to=reply)
    assert [m.author.id for m in saltmere.channel.history()].count(env.bot.user.id) == 1


async def test_a_bare_mention_gets_help_and_a_long_one_a_limit(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.send(saltmere.channel, env.bot.user.mention)
    assert "Ask me" in text_of(saltmere.channel.last_message)
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} {'d' * 301}")
    assert "at most 300 characters" in text_of(saltmere.channel.last_message)


async def test_where_the_bot_may_not_write_it_stays_silent(env: simcord.Env, saltmere: Server) -> None:
    env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} dredger")
    assert saltmere.channel.last_message.author.id == saltmere.member.id


@pytest.mark.usefixtures("saltmere")
async def test_a_direct_message_is_answered_from_the_public_library(env: simcord.Env, library: Library) -> None:
    library.add(orchard())
    user = env.create_user("reader")
    await user.send_dm("What did Oda Lind say about plum trees?")
    shown = text_of(user.dm_channel.last_message)
    assert "**Oda Lind**" in shown
    assert "public library" not in shown
    result = await user.slash("ask", question="Who waited eleven years for the dredger?")
    assert "Maren Holt" not in text_of(result.response)
    assert "### Tobias Renn" in text_of((await user.slash("quotes", person="Tobias Renn")).response)
    assert "**Tobias Renn**" in text_of((await user.slash("people")).response)


async def test_a_server_without_articles_is_answered_from_the_public_library_until_it_has_one(
    newcomer: Server, library: Library
) -> None:
    library.add(orchard())
    question = {"question": "What will the mayor plant?"}
    before = await newcomer.member.slash(newcomer.channel, "ask", **question)
    assert "**Oda Lind**" in text_of(before.response)
    assert "-# From the public library: this server has no articles of its own yet." in text_of(before.response)
    library.of(f"discord-{newcomer.guild.id}").add(harbour())
    after = await newcomer.member.slash(newcomer.channel, "ask", **question)
    assert "Oda Lind" not in text_of(after.response)
    assert "public library" not in text_of(after.response)


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_is_shown_as_text(env: simcord.Env, library: Library, hostile: str) -> None:
    server = make_server(env, "hostile")
    text = f"“The kelp {' '.join(hostile.split())} is here,” said Maren Holt.\n\nKelp {hostile}\n"
    text = text.encode("utf-8", "replace").decode()
    own = library.of(f"discord-{server.guild.id}")
    own.add(read_text(text, title=f"Kelp {hostile}".encode("utf-8", "replace").decode(), outlet="]( **Kelp**"))
    question = f"kelp {hostile}".encode("utf-8", "replace").decode()[:300]
    result = await server.member.slash(server.channel, "ask", question=question)
    _only_text(text_of(result.response))
    for name in ("quotes", "people"):
        shown = await server.member.slash(server.channel, name, **({"person": "Holt"} if name == "quotes" else {}))
        _only_text(text_of(shown.response))
    for name in ("article list", "library show"):
        options = {"article": own.articles()[0].id} if name == "library show" else {}
        shown = await server.moderator.slash(server.channel, name, **options)
        _only_text(text_of(shown.response))


def _only_text(shown: str) -> None:
    """Assert that only the reply's own Markdown is active: heading, quotation, small print, bold names."""
    _, found = render(shown)
    assert found <= {"heading", "quotation", "emphasis"}
    for line in shown.split("\n"):
        body = line.removeprefix("### ").removeprefix("> ").removeprefix("-# ")
        bare = body.replace("**", "") if line.startswith(("— ", "Did you mean", "**", "Added", "Removed")) else body
        assert render(bare)[1] == set(), line
