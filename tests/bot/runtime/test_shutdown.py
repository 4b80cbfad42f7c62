"""SIGTERM to a real bot that is in the middle of something, over a stand-in for Discord."""

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import open_library, read_text
from tests.bot.discord_server import TOKEN, discord_server
from tests.bot.processes import start
from tests.bot.talking import GUILD, TalkingServer
from tests.forks import Forks, Program

STORIES = {
    name: f"{name.title()} opens\n\n“The {name} is open,” said Maren Holt, the harbour master.".encode()
    for name in ("bridge", "tunnel", "ferry")
}


@pytest.fixture
def server() -> Iterator[TalkingServer]:
    with discord_server(TalkingServer()) as running:
        assert isinstance(running, TalkingServer)
        yield running


@contextmanager
def bot(forks: Forks, server: TalkingServer, tmp_path: Path) -> Iterator[Program]:
    """A bot that is ready, over the stand-in; it is gone at the end."""
    with start(forks, server.port, tmp_path, ONRECORD_TOKEN=TOKEN) as process:
        try:
            until(process, "Ready as")
            yield process
        finally:
            process.kill()
            server.release()


def until(process: Program, words: str) -> None:
    """Read the bot's log until it says so."""
    seen = []
    for line in process.stderr:
        seen.append(line)
        if words in line:
            return
    pytest.fail("".join(seen))


def stop(process: Program) -> None:
    process.send_signal(signal.SIGTERM)
    until(process, "Asked to stop")


def ended(process: Program) -> str:
    """What the bot logs until it has ended as it should."""
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors, errors
    assert "Unclosed" not in errors
    return errors


def stored(tmp_path: Path, community: str = f"discord-{GUILD}") -> list[str]:
    """The articles in the database, each whole."""
    with open_library(tmp_path / "onrecord.db", community=community) as library:
        texts = [library.show(summary.id).article.text.encode() for summary in library.articles()]
    return sorted(name for name, text in STORIES.items() if text in texts)


def test_a_question_under_way_is_answered_first(forks: Forks, server: TalkingServer, tmp_path: Path) -> None:
    with open_library(tmp_path / "onrecord.db") as library:
        library.add(read_text(STORIES["bridge"].decode()))
    server.hold = "/callback"
    with bot(forks, server, tmp_path) as process:
        server.ask("Is the bridge open?")
        assert server.held.wait(60), server.answers
        stop(process)
        assert server.answers == []
        server.release()
        ended(process)
    (answer,) = server.answers
    assert "Maren Holt" in json.dumps(answer)
    assert server.left.wait(10)


def test_files_under_way_are_added_first(forks: Forks, server: TalkingServer, tmp_path: Path) -> None:
    server.hold = "/files/tunnel"
    with bot(forks, server, tmp_path) as process:
        server.add(**STORIES)
        assert server.held.wait(60), server.answers
        stop(process)
        server.release()
        ended(process)
    assert stored(tmp_path) == sorted(STORIES)
    assert all(f"{name.title()} opens" in json.dumps(server.answers[-1]) for name in STORIES)


def test_what_never_ends_is_given_up_and_what_was_confirmed_stays(
    forks: Forks, server: TalkingServer, tmp_path: Path
) -> None:
    server.hold = "/files/tunnel"
    with bot(forks, server, tmp_path) as process:
        server.add(**STORIES)
        assert server.held.wait(60), server.answers
        stop(process)
        assert "Gave up 1 things under way" in ended(process)
    assert stored(tmp_path) == ["bridge"]
    (answer,) = server.answers
    assert "Bridge opens" in json.dumps(answer)


def test_a_huge_article_under_way_is_there_whole_or_not_at_all(
    forks: Forks, server: TalkingServer, tmp_path: Path
) -> None:
    said = "“The bridge is open,” said Maren Holt, the harbour master. She went on for a while about the tunnel. "
    huge = b"\n\n".join([said.encode() * 4] * 4_000)
    with bot(forks, server, tmp_path) as process:
        server.add(bridge=STORIES["bridge"], huge=huge, ferry=STORIES["ferry"])
        assert server.given.wait(60)
        stop(process)
        ended(process)
    with open_library(tmp_path / "onrecord.db", community=f"discord-{GUILD}") as library:
        texts = [library.show(summary.id).article.text.encode() for summary in library.articles()]
    assert STORIES["bridge"] in texts
    assert {*texts} <= {STORIES["bridge"], huge, STORIES["ferry"]}


def test_a_second_signal_ends_at_once(forks: Forks, server: TalkingServer, tmp_path: Path) -> None:
    server.hold = "/files/tunnel"
    with bot(forks, server, tmp_path) as process:
        server.add(**STORIES)
        assert server.held.wait(60), server.answers
        stop(process)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM
    assert stored(tmp_path) == ["bridge"]


def test_a_discord_that_does_not_answer_keeps_nobody(forks: Forks, server: TalkingServer, tmp_path: Path) -> None:
    """Nothing acknowledges that the gateway is closed."""
    answering = threading.Event()
    with bot(forks, server, tmp_path) as process:
        server.loop.call_soon_threadsafe(answering.wait)
        try:
            stop(process)
            ended(process)
        finally:
            answering.set()
