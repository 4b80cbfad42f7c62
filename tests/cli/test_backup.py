"""backup and restore: a whole database into one file and back, with nothing lost on the way."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from index import open_library, read_text
from index.store import postgres_backup
from tests.cli.conftest import Run
from tests.cli.test_process import a_terminal, environment, start
from tests.postgres import PostgresServer

__all__ = ["environment"]


def fill(database: Path | str, *names: str) -> None:
    with open_library(database) as library:
        for name in names:
            library.add(read_text(f"The {name} is shut, said Rhea Olsen.", id=name))


def ids(database: Path | str) -> set[str]:
    with open_library(database) as library:
        return {summary.id for summary in library.articles()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


@pytest.mark.file
def test_a_running_bots_file_is_backed_up_and_replaced(run: Run, database: Path, file: Path) -> None:
    fill(database, "pier", "quay")
    with open_library(database) as running:
        done = run("backup", file)
        assert (done.exit_code, done.stdout) == (
            0,
            "backed up: 2 articles in 1 library, as a copy of the SQLite file\n",
        )
        assert (file.stat().st_mode & 0o077, list(file.parent.glob("backup.db-*"))) == (0, [])
        running.removals.remove("pier")
        done = run("restore", "--backup", file, stdin="y\n")
        assert (done.exit_code, done.stdout) == (0, "restored: 2 articles in 1 library\n")
        assert f"Put {file} in the place of 1 article in 1 library?" in done.stderr
        assert "pier" in {summary.id for summary in running.articles()}
    (kept,) = database.parent.glob("onrecord.db.before-restore-*.bak")
    assert str(kept) in done.stderr
    assert (ids(kept), ids(database)) == ({"quay"}, {"pier", "quay"})


@pytest.mark.file
def test_a_damaged_file_is_replaced_and_kept_as_it_is(run: Run, database: Path, file: Path) -> None:
    fill(database, "pier")
    run("backup", file)
    database.write_bytes(b"no database " * 400)
    assert run("restore", "--backup", file).exit_code == 0
    (kept,) = database.parent.glob("*.bak")
    assert (kept.read_bytes(), ids(database)) == (b"no database " * 400, {"pier"})


@pytest.mark.file
def test_what_is_no_backup_changes_nothing(run: Run, database: Path, file: Path, tmp_path: Path) -> None:
    fill(database, "pier")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE songs (title)")
    (tmp_path / "cut.db").write_bytes(database.read_bytes()[:9000])
    (tmp_path / "packed.gz").write_bytes(b"\x1f\x8b\x08")
    (tmp_path / "words").write_bytes(b"words")
    before = database.read_bytes()
    for name, code, said in (
        ("other.db", 3, "this is no Onrecord database, or it is damaged"),
        ("cut.db", 3, "this is no Onrecord database, or it is damaged"),
        ("packed.gz", 3, "it is no backup; unpack it first"),
        ("words", 3, "it is no backup; give a file that"),
        ("missing", 2, "does not exist"),
    ):
        done = run("restore", "--yes", "--backup", tmp_path / name)
        assert (done.exit_code, done.stdout) == (code, "")
        assert said in done.stderr
    assert run("restore", "--backup", database, stdin="n\n").exit_code == 1
    assert run("restore", "--backup", database, stdin="").exit_code == 1
    assert run("restore", "pier", "--backup", database).exit_code == 2
    assert run("backup", tmp_path / "words").exit_code == 2
    assert run("backup", file, "--database", tmp_path / "none.db").exit_code == 1
    assert (database.read_bytes(), list(tmp_path.glob("*.bak")), list(tmp_path.glob(".*"))) == (before, [], [])


def test_a_backup_is_not_written_to_a_terminal(environment: dict[str, str], tmp_path: Path) -> None:
    fill(tmp_path / "onrecord.db", "pier")
    screen, terminal = a_terminal()
    done = subprocess.run(
        start("backup", "-"), env=environment, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(terminal)
    os.close(screen)
    assert (done.returncode, "nothing for a terminal" in done.stderr) == (2, True)


def test_a_question_that_nobody_answers_is_a_line_of_its_own(run: Run, database: Path | str, file: Path) -> None:
    fill(database, "pier")
    run("backup", file)
    done = run("restore", "--backup", file)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("[y/N]: \nerror: nothing was changed; with --yes nobody is asked.\n")


def test_through_pipes_and_out_of_an_export(run: Run, database: Path | str, tmp_path: Path) -> None:
    fill(database, "pier")
    exported = run("export", "--all").stdout_bytes
    assert run("restore", "--backup", "-", stdin=exported).exit_code == 2
    assert run("restore", "--backup", "-", "--yes", "--database", tmp_path / "a.db", stdin=exported).exit_code == 0
    copied = run("backup", "-", "--database", tmp_path / "a.db").stdout_bytes
    assert run("restore", "--backup", "-", "--yes", "--database", tmp_path / "b.db", stdin=copied).exit_code == 0
    assert ids(tmp_path / "b.db") == {"pier"}


def test_a_servers_database_goes_through_its_own_programs(
    run: Run, postgres: PostgresServer, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ["--database", postgres.database()]
    fill(server[1], "pier", "quay")
    done = run("backup", file, *server)
    assert (done.exit_code, done.stdout) == (0, "backed up: 2 articles in 1 library, as a dump of pg_dump's\n")
    with open_library(server[1]) as running:
        running.removals.remove("pier")
        refused = run("restore", "--backup", file, "--yes", *server)
        assert (refused.exit_code, "have the database open; stop them first" in refused.stderr) == (3, True)
    assert ids(server[1]) == {"quay"}
    assert run("restore", "--backup", file, "--yes", *server).exit_code == 0
    assert ids(server[1]) == {"pier", "quay"}
    wrong = run("restore", "--backup", file, "--yes", "--database", tmp_path / "a.db")
    assert (wrong.exit_code, "Restore it to one of its kind" in wrong.stderr) == (3, True)
    monkeypatch.setenv("PATH", os.devnull)  # where none of PostgreSQL's programs is
    assert postgres_backup.find_program("pg_dump") is None
    done = run("backup", file, "--force", *server)
    assert done.stdout == "backed up: 2 articles in 1 library, as an export of all libraries\n"
    assert run("restore", "--backup", file, "--database", tmp_path / "a.db").exit_code == 0
    assert ids(tmp_path / "a.db") == {"pier", "quay"}
