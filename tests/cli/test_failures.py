"""Disks that are full or read-only, and databases that are damaged: one clear line, and nothing is lost."""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index import Article, open_library, read_text
from tests.cli.conftest import Run
from tests.cli.test_process import environment
from tests.forks import Forks
from tests.postgres import PostgresServer

__all__ = ["environment"]

COUNT = 30

MAIN = "from index.cli import main; main()"
# A process whose files may not grow beyond a size, as on a disk that is full by then.
LIMITED = """
import resource, signal, sys
from index.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
main()
"""


def articles(count: int) -> Iterator[Article]:
    for number in range(count):
        yield read_text(f"Pier {number} is shut, said Rhea Olsen.", id=f"pier-{number}")


def write_articles(path: Path, count: int) -> None:
    records = [{"id": article.id, "text": article.text} for article in articles(count)]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")


def fill(database: Path, count: int) -> None:
    with open_library(database) as library:
        for article in articles(count):
            library.add(article)


def confirmed(output: str) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


def listed(database: Path) -> set[str]:
    with open_library(database) as library:
        for summary in library.articles():
            assert library.show(summary.id).article in set(articles(COUNT))
        return {summary.id for summary in library.articles()}


_BEFORE = ("Stopped: of ", "The vectors of ")


def is_last_line(words: str, about: Path) -> bool:
    """One line is the error; before it stands at most what was done by then, and that vectors could not be kept."""
    *before, last = words.splitlines()
    return last.startswith(f"error: {about}: ") and all(line.startswith(_BEFORE) for line in before)


def leave(disk: Path, room: int) -> None:
    """Let something else have all of a disk but so many bytes."""
    free = os.statvfs(disk)
    (disk / "film").write_bytes(bytes(free.f_bavail * free.f_frsize - room))


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "piers.jsonl"
    write_articles(path, COUNT)
    return path


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, where the system lets this process have one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", place], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("a disk can be mounted by root alone")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_file_that_may_not_grow_keeps_what_was_confirmed(
    forks: Forks, environment: dict[str, str], tmp_path: Path, records: Path
) -> None:
    open_library(tmp_path / "onrecord.db").close()
    size = (tmp_path / "onrecord.db").stat().st_size + 20_000
    run = (str(size), "add", "--json", "--jsonl", str(records))
    done = forks.run(LIMITED, *run, environment=environment, folder=tmp_path)
    assert done.returncode == 3
    assert is_last_line(done.stderr, tmp_path / "onrecord.db")
    assert "Free some space" in done.stderr
    kept = confirmed(done.stdout)
    assert 0 < len(kept) < COUNT
    assert {*kept} == listed(tmp_path / "onrecord.db")
    fill(tmp_path / "onrecord.db", COUNT)
    assert len(listed(tmp_path / "onrecord.db")) == COUNT


def test_a_disk_that_is_full_keeps_what_was_confirmed(
    forks: Forks, environment: dict[str, str], disk: Path, records: Path
) -> None:
    environment = environment | {"ONRECORD_DATABASE": str(disk / "onrecord.db")}
    open_library(disk / "onrecord.db").close()
    leave(disk, 200_000)
    done = forks.run(MAIN, "add", "--json", "--jsonl", str(records), environment=environment, folder=disk)
    assert done.returncode == 3
    assert is_last_line(done.stderr, disk / "onrecord.db")
    assert "the disk is full; nothing was written. Free some space and try again." in done.stderr
    kept = confirmed(done.stdout)
    assert 0 < len(kept) < COUNT
    assert {*kept} == listed(disk / "onrecord.db")
    (disk / "film").unlink()
    fill(disk / "onrecord.db", COUNT)
    assert len(listed(disk / "onrecord.db")) == COUNT


def test_a_disk_without_room_for_a_new_database_says_so(
    forks: Forks, environment: dict[str, str], disk: Path, records: Path
) -> None:
    environment = environment | {"ONRECORD_DATABASE": str(disk / "onrecord.db")}
    leave(disk, 20_000)
    done = forks.run(MAIN, "add", "--jsonl", str(records), environment=environment, folder=disk)
    assert (done.returncode, done.stdout) == (3, "")
    assert "the disk is full" in done.stderr
    (disk / "film").unlink()
    fill(disk / "onrecord.db", COUNT)
    assert len(listed(disk / "onrecord.db")) == COUNT


def test_a_disk_that_is_read_only_can_be_asked_and_not_added_to(
    forks: Forks, environment: dict[str, str], disk: Path, records: Path, tmp_path: Path
) -> None:
    environment = environment | {"ONRECORD_DATABASE": str(disk / "onrecord.db")}

    def ran(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return forks.run(MAIN, *map(str, arguments), environment=environment, folder=tmp_path)

    fill(disk / "onrecord.db", 2)
    before = (disk / "onrecord.db").read_bytes()
    with open_library(tmp_path / "running.db") as running:
        running.add(next(articles(1)))
        for end in ("", "-wal"):  # a copy of both, without the index that only who may write can make
            shutil.copy(tmp_path / f"running.db{end}", disk / f"copied.db{end}")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    copied = ran("list", "--database", disk / "copied.db")
    assert (copied.returncode, copied.stdout) == (3, "")
    assert (
        "the log beside it has what was written last, and can be read only where it may be written too" in copied.stderr
    )
    asked = ran("ask", "Who says that pier 1 is shut?")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "Pier 1 is shut, said Rhea Olsen." in asked.stdout
    assert len(ran("list", "--json").stdout.splitlines()) == 2
    removed = ran("list", "--removed")
    assert (removed.returncode, removed.stderr) == (1, "There is no removed article here.\n")
    assert (
        ran("backup", tmp_path / "backup.db").stdout
        == "backed up: 2 articles in 1 library, as a copy of the SQLite file\n"
    )
    for command in (ran("add", "--jsonl", records), ran("remove", "pier-1")):
        assert (command.returncode, command.stdout) == (3, "")
        assert is_last_line(command.stderr, disk / "onrecord.db")
        assert "read-only" in command.stderr
    assert (disk / "onrecord.db").read_bytes() == before
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert listed(disk / "onrecord.db") == {"pier-0", "pier-1"}


def test_a_server_that_may_only_be_read_can_be_asked(
    forks: Forks, environment: dict[str, str], postgres: PostgresServer, tmp_path: Path
) -> None:
    url = postgres.database()
    with open_library(url) as library:
        for article in articles(2):
            library.add(article)
        library.removals.remove("pier-0")
    standby = url.replace("options=-csearch_path", "options=-cdefault_transaction_read_only%3Don%20-csearch_path")
    environment = environment | {"ONRECORD_DATABASE": standby}
    for command, shown in (
        (("ask", "Who says that pier 1 is shut?"), "Pier 1 is shut, said Rhea Olsen."),
        (("list",), "pier-1"),
        (("list", "--removed"), "pier-0"),
    ):
        done = forks.run(MAIN, *command, environment=environment, folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert shown in done.stdout
    done = forks.run(MAIN, "remove", "pier-1", environment=environment, folder=tmp_path)
    assert (done.returncode, "may not be written" in done.stderr) == (3, True)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    fill(path, COUNT)
    return path


@pytest.mark.parametrize("damage", ["header", "middle", "cut off", "pages"])
def test_a_damaged_file_is_named_and_left_as_it_is(run: Run, database: Path, damage: str) -> None:
    raw = bytearray(database.read_bytes())
    match damage:
        case "header":
            raw[:100] = bytes(100)
        case "middle":
            raw[4096 : len(raw) // 2] = os.urandom(len(raw) // 2 - 4096)
        case "cut off":
            del raw[len(raw) // 2 :]
        case "pages":
            raw[4096:] = bytes(len(raw) - 4096)
    database.write_bytes(raw)
    for command in (["list"], ["ask", "Who shut the pier?"], ["export", "--all"], ["export"]):
        done = run(*command, "--database", database)
        assert (done.exit_code, done.stdout) == (3, "")
        assert done.stderr == (
            f"error: {database}: this is no Onrecord database, or it is damaged; restore a backup or give another "
            "path.\n"
        )
    assert database.read_bytes() == raw


@pytest.mark.parametrize("kept", [0, 20, 5_000])
def test_a_log_that_was_cut_off_loses_nothing_that_was_in_the_database(database: Path, kept: int) -> None:
    """As after a copy of the file beside which its log was still being written."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE articles SET title = 'Another' WHERE id = 'pier-3'")
        connection.commit()
        log = database.with_name("onrecord.db-wal")
        cut = log.read_bytes()[:kept]
        copy = database.with_name("copy.db")
        shutil.copy(database, copy)
    copy.with_name("copy.db-wal").write_bytes(cut)
    with open_library(copy) as library:
        assert len(library) == COUNT
