"""The health check's socket: real sockets and files."""

import asyncio
import os
import socket
import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.monitoring.health import Health, ask_health
from bot.monitoring.healthsocket import HealthSocket
from bot.settings import Settings, Shards

WELL = Health("All is well.", well=True)


async def _well() -> Health:
    return WELL


async def test_an_answer_comes_through_and_the_socket_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "health" / "bot.sock"
    health = HealthSocket(path, _well)
    await health.start()
    assert await ask_health(path) == WELL
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    await health.close()
    assert list(path.parent.iterdir()) == []
    assert "nobody listens" in (await ask_health(path)).words


async def test_a_socket_left_by_a_killed_bot_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "bot.sock"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    assert not (await ask_health(path)).well
    health = HealthSocket(path, _well)
    await health.start()
    assert await ask_health(path) == WELL
    await health.close()


async def test_a_second_bot_does_not_take_the_firsts_socket(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def other() -> Health:
        return Health("The other.", well=True)

    path = tmp_path / "bot.sock"
    first, second = HealthSocket(path, _well), HealthSocket(path, other)
    await first.start()
    await second.start()
    assert "ONRECORD_HEALTH_SOCKET" in caplog.text
    await second.close()
    assert await ask_health(path) == WELL
    await first.close()


async def test_nothing_but_a_socket_is_ever_replaced(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "bot.sock"
    path.write_text("somebody's own")
    health = HealthSocket(path, _well)
    await health.start()
    await health.close()
    assert path.read_text() == "somebody's own"
    assert "No health checks" in caplog.text


async def test_a_path_that_no_socket_can_have_is_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / ("x" * 120) / "bot.sock"
    health = HealthSocket(path, _well)
    await health.start()
    await health.close()
    assert "too long" in caplog.text
    assert not (await ask_health(path)).well


async def test_a_directory_under_a_link_of_somebody_is_not_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "ours").symlink_to(tmp_path / "theirs")
    health = HealthSocket(tmp_path / "ours" / "bot.sock", _well)
    await health.start()
    await health.close()
    assert "not this user's own" in caplog.text
    assert list((tmp_path / "theirs").iterdir()) == []


async def test_checks_that_come_together_share_one_look(tmp_path: Path) -> None:
    looks = 0
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def look() -> Health:
        nonlocal looks
        looks += 1
        begun.set()
        await go_on.wait()
        return WELL

    path = tmp_path / "bot.sock"
    health = HealthSocket(path, look)
    await health.start()
    asked = [asyncio.create_task(ask_health(path)) for _ in range(5)]
    await begun.wait()
    for _ in range(100):  # turns of the loop, in which all of them come
        await asyncio.sleep(0)
    go_on.set()
    assert await asyncio.gather(*asked) == [WELL] * 5
    await health.close()
    assert looks == 1


async def test_a_bot_that_does_not_answer_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "deaf.sock"))
        deaf.listen()
        found = await ask_health(tmp_path / "deaf.sock", 0.1)
    assert "stuck" in found.words
    assert not found.well


@pytest.mark.parametrize("said", [b"", b"hello\n", b"[]", b'{"well": true}', b"\xff" * 10_000, b"1" * 5_000])
async def test_what_is_no_bot_is_not_well(tmp_path: Path, said: bytes) -> None:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    path = tmp_path / "other.sock"
    async with await asyncio.start_unix_server(answer, path):
        found = await ask_health(path)
    assert not found.well
    assert str(path) in found.words


def test_bots_on_one_machine_have_a_socket_each(tmp_path: Path) -> None:
    def path(database: Path | str, shards: Shards | None = None, given: Path | None = None) -> Path:
        token = SecretStr("none-needed")
        return Settings(token=token, database=database, shards=shards or Shards(), health_socket=given).asked_at

    address = "postgresql://db.example/onrecord"
    places = [tmp_path / "a.db", tmp_path / "b.db", address]
    paths = [path(place) for place in places] + [path(address, Shards((n,), 2)) for n in range(2)]
    assert len(set(paths)) == 5
    assert path(tmp_path / "a.db") == paths[0]
    assert all(len(os.fsencode(one)) <= 100 for one in paths)
    assert path(address, given=tmp_path / "own.sock") == tmp_path / "own.sock"
