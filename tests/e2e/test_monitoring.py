"""What is counted, logged and told of a bot that people use."""

import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
import simcord

from bot.context.asker import RATE
from bot.daemon import Watch
from bot.monitoring.health import ask_health
from bot.monitoring.logs import JsonFormatter, set_up_logs
from bot.settings import Settings
from index import ArticleNotFoundError, Library, StoreError
from tests.bot.monitoring.figures import figures, figures_in, questions
from tests.e2e.website import Website
from tests.e2e.world import HARBOUR, Server, failed_with


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The log as JSON, as it is written by a bot that runs."""
    root = logging.getLogger()
    before = root.level, root.handlers[:]
    stream = io.StringIO()
    set_up_logs("INFO", as_json=True, stream=stream)
    yield stream
    root.handlers[:] = before[1]
    root.setLevel(before[0])


def records(log: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


async def test_questions_are_counted_by_kind_and_outcome(env: simcord.Env, saltmere: Server) -> None:
    member, channel = saltmere.member, saltmere.channel
    await member.slash(channel, "ask", question="Who waited for the dredger?")
    await member.slash(channel, "ask", question="Which zeppelin landed?")
    await member.slash(channel, "ask", question="dredger", article="no-such-article")
    await member.slash(channel, "quotes", person="Maren Holt")
    await member.slash(channel, "people")
    said = await saltmere.other.send(channel, "“The lighthouse channel will be closed at night,” she said.")
    await member.context_menu(channel, "Who said this?", said)
    await saltmere.other.send(channel, f"{env.bot.user.mention} Who waited for the dredger?")
    await saltmere.other.send(channel, f"{env.bot.user.mention}")
    assert questions(env.bot.meter) == {
        "kind=ask,outcome=answered": 2,
        "kind=ask,outcome=abstained": 1,
        "kind=ask,outcome=refused": 1,
        "kind=quotes,outcome=answered": 1,
        "kind=trace,outcome=answered": 1,
    }
    assert figures(env.bot.meter)["onrecord_answer_seconds_count{kind=ask}"] == 4
    failed_with(env, ArticleNotFoundError)


async def test_a_name_that_was_suggested_is_a_question_too(env: simcord.Env, saltmere: Server) -> None:
    wrong = await saltmere.member.slash(saltmere.channel, "quotes", person="Mara Holt")
    await saltmere.member.click(wrong.response, label="Maren Holt")
    assert questions(env.bot.meter) == {"kind=quotes,outcome=abstained": 1, "kind=quotes,outcome=answered": 1}


async def test_turning_pages_asks_nothing(env: simcord.Env, saltmere: Server) -> None:
    shown = await saltmere.member.slash(saltmere.channel, "ask", question="Who spoke of the lighthouse channel?")
    await saltmere.member.click(shown.response, label="Next")
    assert questions(env.bot.meter) == {"kind=ask,outcome=answered": 1}


async def test_those_who_ask_too_often_are_refused(env: simcord.Env, saltmere: Server) -> None:
    for _ in range(RATE + 1):
        await saltmere.member.slash(saltmere.channel, "ask", question="dredger")
    found = questions(env.bot.meter)
    assert found == {"kind=ask,outcome=answered": RATE, "kind=ask,outcome=refused": 1}
    env.errors.clear()


async def test_a_broken_database_is_a_failure(env: simcord.Env, saltmere: Server, library: Library) -> None:
    library.close()
    await saltmere.member.slash(saltmere.channel, "ask", question="dredger")
    await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} dredger")
    assert questions(env.bot.meter) == {"kind=ask,outcome=failed": 2}
    failed_with(env, StoreError)


async def test_articles_and_feeds_are_counted(env: simcord.Env, newcomer: Server, site: Website) -> None:
    mod, channel = newcomer.moderator, newcomer.channel
    for _ in range(2):
        await mod.slash(channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    await mod.slash(channel, "article add", file=("empty.txt", b""))
    site.put_page("/a", "Tide table", "“The tide of Saltmere will be high,” said Maren Holt, the harbour master.")
    link = site.put_feed("/rss", "Ledger", {"/a": "Tide table"})
    await mod.slash(channel, "feed add", link=link)
    await mod.slash(channel, "feed check", feed=link)
    site.bodies.pop("/rss")
    await mod.slash(channel, "feed check", feed=link)
    found = figures(env.bot.meter)
    articles = {name: count for name, count in found.items() if name.startswith("onrecord_articles_total") and count}
    assert articles == {
        "onrecord_articles_total{outcome=added,source=moderator}": 1,
        "onrecord_articles_total{outcome=unchanged,source=moderator}": 1,
        "onrecord_articles_total{outcome=failed,source=moderator}": 1,
        "onrecord_articles_total{outcome=added,source=feed}": 1,
    }
    assert found["onrecord_feed_polls_total{outcome=read}"] >= 1
    assert found["onrecord_feed_polls_total{outcome=failed}"] == 1
    assert found["onrecord_feeds_polling"] == 0


async def test_no_figure_names_a_server_or_a_person(env: simcord.Env, saltmere: Server) -> None:
    await saltmere.member.slash(saltmere.channel, "ask", question="Who waited for the dredger?")
    exposed = env.bot.meter.exposed().decode()
    assert not [i for i in (saltmere.guild.id, saltmere.member.id, saltmere.channel.id) if str(i) in exposed]


async def test_a_failure_is_logged_with_what_was_handled_and_not_with_who_asked_what(
    env: simcord.Env, saltmere: Server, library: Library, log: io.StringIO
) -> None:
    library.close()
    await saltmere.member.slash(saltmere.channel, "ask", question="Is the zeppelin blue?")
    (record,) = [r for r in records(log) if "reference" in r]
    assert record["command"] == "ask"
    assert record["guild_id"] == str(saltmere.guild.id)
    assert record["interaction_id"].isdigit()
    assert record["reference"] in record["message"]
    assert "StoreError" in record["error"]
    await saltmere.member.autocomplete(saltmere.channel, "quotes", "person", "zeppelin")
    (other,) = [r for r in records(log) if r["logger"].startswith("discord.app_commands")]
    assert other["command"] == "autocomplete quotes"
    assert "zeppelin" not in log.getvalue()
    assert str(saltmere.member.id) not in log.getvalue()
    failed_with(env, StoreError)


async def test_buttons_forms_and_messages_are_told_apart(
    env: simcord.Env, saltmere: Server, library: Library, log: io.StringIO
) -> None:
    shown = await saltmere.member.slash(saltmere.channel, "ask", question="Who waited for the dredger?")
    library.close()
    await saltmere.member.click(shown.response, label="Context")
    message = await saltmere.member.send(saltmere.channel, f"{env.bot.user.mention} dredger")
    assert [(r["command"], "guild_id" in r) for r in records(log) if "reference" in r] == [
        ("click ContextButton", True),
        ("message", True),
    ]
    assert records(log)[-1]["interaction_id"] == str(message.id)


async def test_what_a_worker_logs_says_what_it_worked_for(env: simcord.Env, saltmere: Server, log: io.StringIO) -> None:
    @env.bot.tree.command(description="A probe")
    async def probe(interaction: discord.Interaction[Any]) -> None:
        await env.bot.queries.run(lambda: logging.getLogger("bot.probe").info("from a worker"))
        await interaction.response.send_message("done")

    await env.bot.tree.sync()
    await saltmere.member.slash(saltmere.channel, "probe")
    (record,) = [r for r in records(log) if r["logger"] == "bot.probe"]
    assert (record["command"], record["guild_id"]) == ("probe", str(saltmere.guild.id))
    outside = logging.LogRecord("bot", logging.INFO, __file__, 1, "later", (), None)
    assert "interaction_id" not in json.loads(JsonFormatter().format(outside))


@pytest.mark.file
async def test_figures_and_health_of_a_bot_that_is_used(
    env: simcord.Env, saltmere: Server, settings: Settings, library: Library
) -> None:
    wanted = settings.model_copy(
        update={"metrics_port": 0, "health_socket": settings.database.with_name("health.sock")}
    )
    path = wanted.asked_at
    async with Watch(env.bot, wanted, library) as watch:
        early = await watch.look()
        assert not early.well
        assert "not connected to Discord yet" in early.words
        env.bot.dispatch("ready")
        await saltmere.member.slash(saltmere.channel, "ask", question="Who waited for the dredger?")
        told = await watch.look()
        assert told.well
        assert "was answered" in told.words
        assert watch.metrics is not None
        async with aiohttp.ClientSession() as session, session.get(watch.metrics) as answer:
            found = figures_in(await answer.text())
        assert found["onrecord_gateway_ready"] == 1
        assert found["onrecord_libraries_in_memory"] == 1
        assert found["onrecord_servers"] == 1
        assert found["onrecord_work_waiting{lane=questions}"] == 0
        documented = (Path(__file__).parents[2] / "docs" / "observing.md").read_text(encoding="utf-8")
        families = {re.sub(r"_(?:total|bucket|count|sum|created)$", "", name.partition("{")[0]) for name in found}
        told = {re.sub("_total$", "", name) for name in re.findall(r"onrecord_[a-z_]+", documented)}
        assert {name for name in families if name.startswith("onrecord_")} <= told
        env.bot.dispatch("disconnect")
        await env.settle()
        assert "lost" in (await watch.look()).words
        library.close()
        env.bot.dispatch("resumed")
        await env.settle()
        broken = await watch.look()
        assert not broken.well
        assert "closed" in broken.words
    assert not (await ask_health(path)).well
