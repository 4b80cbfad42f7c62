"""No server sees another's articles, by any command, autocomplete or button."""

import pytest
import simcord

from bot.context.asker import Asker
from bot.render.places import Turning
from index import ArticleNotFoundError, Library
from tests.bot.samples import ENGLISH
from tests.e2e.test_pager import QUESTION as PAGED
from tests.e2e.world import Server, components_of, failed_with, text_of

SECRETS = ("Tobias", "Renn", "Oda", "Lind", "plum", "Quillon", "frost")


ASKED = "What did the mayor and the growers say about plum trees and plum jam?"
"""Answered in the server whose article it is about."""


def tells_nothing(shown: str) -> bool:
    return not any(secret.casefold() in shown.casefold() for secret in SECRETS)


async def test_questions(saltmere: Server, quillon: Server) -> None:
    for options in ({}, {"speaker": "Maren Holt"}):
        foreign = await saltmere.member.slash(saltmere.channel, "ask", question=ASKED, **options)
        assert tells_nothing(text_of(foreign.response).replace(ASKED, ""))
    own = await quillon.member.slash(quillon.channel, "ask", question=ASKED)
    assert not tells_nothing(text_of(own.response).replace(ASKED, ""))


async def test_a_question_about_a_foreign_article_by_its_guessed_id(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    foreign_id = library.of(f"discord-{quillon.guild.id}").articles()[0].id
    foreign = await saltmere.member.slash(saltmere.channel, "ask", question="growers", article=foreign_id)
    invented = await saltmere.member.slash(saltmere.channel, "ask", question="growers", article="invented")
    assert text_of(foreign.response).replace("\\", "") == text_of(invented.response).replace("invented", foreign_id)
    failed_with(env, ArticleNotFoundError, ArticleNotFoundError)


@pytest.mark.parametrize("person", ["Tobias Renn", "Oda Lind"])
async def test_quotes(saltmere: Server, quillon: Server, person: str) -> None:
    result = await saltmere.member.slash(saltmere.channel, "quotes", person=person)
    assert tells_nothing(text_of(result.response).replace(person, "whom they asked for"))
    own = await quillon.member.slash(quillon.channel, "quotes", person=person)
    assert "— direct quotation" in text_of(own.response)


@pytest.mark.usefixtures("quillon")
async def test_people(saltmere: Server) -> None:
    assert tells_nothing(text_of((await saltmere.member.slash(saltmere.channel, "people")).response))


@pytest.mark.parametrize("typed", ["", "Tob", "Oda", "frost", "plum", "q"])
@pytest.mark.usefixtures("quillon")
async def test_autocomplete(saltmere: Server, typed: str) -> None:
    for actor, command, option in (
        (saltmere.member, "ask", "article"),
        (saltmere.member, "ask", "speaker"),
        (saltmere.member, "quotes", "person"),
        (saltmere.moderator, "article show", "article"),
        (saltmere.moderator, "article remove", "article"),
    ):
        choices = await actor.autocomplete(saltmere.channel, command, option, typed)
        assert tells_nothing(str(choices))


async def test_listing_showing_and_removing_by_guessed_id(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    foreign = library.of(f"discord-{quillon.guild.id}")
    foreign_id = foreign.articles()[0].id
    listed = await saltmere.moderator.slash(saltmere.channel, "article list")
    assert tells_nothing(text_of(listed.response))
    for command in ("article show", "article remove"):
        result = await saltmere.moderator.slash(saltmere.channel, command, article=foreign_id)
        assert "no article" in text_of(result.response)
        assert "Oda Lind" not in text_of(result.response)
    assert [article.id for article in foreign.articles()] == [foreign_id]
    failed_with(env, ArticleNotFoundError, ArticleNotFoundError)


async def test_the_public_library_can_not_be_changed_from_a_server(
    env: simcord.Env, newcomer: Server, quillon: Server, library: Library
) -> None:
    library.add(library.of(f"discord-{quillon.guild.id}").show(_only_id(library, quillon)).article)
    result = await newcomer.moderator.slash(newcomer.channel, "article remove", article=library.articles()[0].id)
    assert "no article" in text_of(result.response)
    assert len(library) == 1
    listed = await newcomer.moderator.slash(newcomer.channel, "article list")
    assert tells_nothing(text_of(listed.response))
    failed_with(env, ArticleNotFoundError)


async def test_a_pager_and_its_buttons_stay_in_their_server(
    env: simcord.Env, saltmere: Server, quillon: Server
) -> None:
    both = env.create_user("both")
    here, there = saltmere.guild.add_member(both), quillon.guild.add_member(both)
    ours = await here.slash(saltmere.channel, "ask", question=PAGED)
    theirs = await there.slash(quillon.channel, "ask", question=ASKED)
    for _ in range(2):
        await there.click(theirs.response, label="Next")
        assert "Saltmere" not in text_of(theirs.response)
        await here.click(ours.response, label="Next")
        assert tells_nothing(text_of(ours.response))
    with pytest.raises(simcord.SetupError):
        await there.click(ours.response, label="Previous")


async def test_buttons_of_another_servers_answer_are_refused(
    env: simcord.Env, saltmere: Server, quillon: Server, library: Library
) -> None:
    """Forged, for Discord lets nobody click what is not on a message: the ids of an article that both servers have."""
    article = library.of(f"discord-{saltmere.guild.id}").show(_only_id(library, saltmere)).article
    library.of(f"discord-{quillon.guild.id}").add(article)
    ours = await saltmere.member.slash(saltmere.channel, "ask", question=PAGED)
    turning = Turning.read([c["custom_id"] for c in components_of(ours.response) if c.get("custom_id")])
    assert turning is not None
    for server, home in ((saltmere, True), (quillon, False)):
        asker = Asker(server.member.id, server.guild.id, ENGLISH)
        if home:
            assert (await env.bot.queries.turn(asker, turning, 1, heading="", user_id=None)).tells
        else:
            with pytest.raises(ArticleNotFoundError):
                await env.bot.queries.turn(asker, turning, 1, heading="", user_id=None)


async def test_mentions_and_direct_messages(env: simcord.Env, saltmere: Server, quillon: Server) -> None:
    for server, silent in ((saltmere, True), (quillon, False)):
        await server.member.send(server.channel, f"{env.bot.user.mention} {ASKED}")
        assert tells_nothing(text_of(server.channel.last_message).replace(ASKED, "")) is silent
    await quillon.member.send_dm(ASKED)
    assert tells_nothing(text_of(quillon.member.user.dm_channel.last_message).replace(ASKED, ""))


def _only_id(library: Library, server: Server) -> str:
    (article,) = library.of(f"discord-{server.guild.id}").articles()
    return article.id
