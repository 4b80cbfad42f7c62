"""export and import: to files and pipes, never half a file, never over another."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import open_library, read_text
from tests.cli.conftest import Run
from tests.cli.test_process import environment

__all__ = ["environment"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.jsonl"


def lines(text: str | bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_library_goes_through_a_file_into_another_database(run: Run, toll: Path, file: Path, tmp_path: Path) -> None:
    run("add", toll)
    done = run("export", file)
    assert (done.exit_code, done.stdout) == (0, "exported: public, 1 article\n")
    assert file.stat().st_mode & 0o077 == 0
    moved = tmp_path / "moved.db"
    done = run("import", file, "--database", moved, "--json")
    assert lines(done.stdout) == [{"community": "public", "things": {"article": 1}}]
    assert "— Rhea Olsen, direct" in run("ask", "Is it too high for bakers?", "--database", moved).stdout
    assert lines(run("export", "--database", moved).stdout)[1:] == lines(file.read_bytes())[1:]


def test_without_a_file_it_is_standard_output_and_remarks_go_elsewhere(run: Run, toll: Path, tmp_path: Path) -> None:
    run("add", toll)
    done = run("export", "--all")
    assert [line.get("kind") for line in lines(done.stdout)] == [None, "article", None]
    assert done.stderr == "exported: public, 1 article\n"
    done = run("import", "-", "--database", tmp_path / "moved.db", stdin=done.stdout)
    assert done.stdout == "imported: public, 1 article\n"


def test_a_file_that_is_there_is_kept_unless_forced(run: Run, toll: Path, file: Path) -> None:
    run("add", toll)
    file.write_text("precious")
    done = run("export", file)
    assert (done.exit_code, file.read_text()) == (2, "precious")
    assert "library.jsonl: it exists already; give another name, or --force" in done.stderr
    assert run("export", file, "--force").exit_code == 0
    assert len(lines(file.read_bytes())) == 3


def test_a_link_stays_one_and_what_it_leads_to_is_replaced(run: Run, toll: Path, file: Path, tmp_path: Path) -> None:
    run("add", toll)
    file.write_text("old")
    link = tmp_path / "latest.jsonl"
    link.symlink_to(file)
    assert run("export", link, "--force").exit_code == 0
    assert link.is_symlink()
    assert len(lines(file.read_bytes())) == 3


def test_what_is_no_file_is_not_replaced(run: Run, toll: Path, tmp_path: Path) -> None:
    run("add", toll)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("export", pipe, "--force")
    assert (done.exit_code, pipe.is_fifo()) == (2, True)
    assert "pipe: it is no file that could be replaced" in done.stderr


@pytest.mark.file
def test_of_a_database_that_is_not_there_nothing_is_exported(run: Run, file: Path) -> None:
    done = run("export", file)
    assert (done.exit_code, file.exists()) == (1, False)
    assert "there is no database yet" in done.stderr


def test_an_export_that_fails_leaves_nothing(run: Run, toll: Path, tmp_path: Path) -> None:
    run("add", toll)
    done = run("export", tmp_path / "nowhere" / "library.jsonl")
    assert done.exit_code == 3
    assert (
        "library.jsonl: the export could not be written (No such file or directory); give another place." in done.stderr
    )
    assert not [path for path in tmp_path.rglob("*") if path.suffix == ".jsonl"]


def test_a_file_system_that_is_full_is_named_and_the_old_export_kept(
    environment: dict[str, str], file: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "onrecord.db") as library:
        library.add(read_text("shut " * 32_000))
    file.write_text("precious")
    script = (
        "import resource, signal, sys; from index.cli import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "main()\n"
    )
    run = [sys.executable, "-c", script, "export", str(file), "--force"]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, file.read_text()) == (3, "precious")
    assert "library.jsonl: the export could not be written (File too large); free some space" in done.stderr
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".library")]


def test_an_import_that_fails_names_the_line_and_changes_nothing(run: Run, toll: Path, file: Path) -> None:
    run("add", toll)
    run("export", file)
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b'"rule":', b'"rude":', 1))
    done = run("import", file, "--database", file.parent / "moved.db")
    assert (done.exit_code, done.stdout) == (3, "")
    assert f"error: line 2 of {file}: " in done.stderr
    file.write_bytes(whole)
    assert run("import", file, "--database", file.parent / "moved.db").exit_code == 0


def test_an_import_into_a_library_that_is_not_empty_is_refused(run: Run, toll: Path, file: Path) -> None:
    run("add", toll)
    run("export", file)
    done = run("import", file)
    assert done.exit_code == 2
    assert "The library 'public' is not empty" in done.stderr


def test_another_communitys_library_is_named(run: Run, toll: Path) -> None:
    run("add", toll)
    done = run("export", "--community", "discord-7")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "There is nothing in the library 'discord-7' to export" in done.stderr
