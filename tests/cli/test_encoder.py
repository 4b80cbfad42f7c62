"""What the command line tells of the encoder, and that it goes without."""

import json
from pathlib import Path

import pytest

from index import Database, open_library, shared_encoder
from tests.cli.conftest import Run

pytestmark = pytest.mark.once


def lacking(database: Database) -> int:
    with open_library(database, encoder=shared_encoder()) as library:
        return library.complete()


def findings(run: Run) -> dict[str, dict[str, str]]:
    checks = map(json.loads, run("doctor", "--json").stdout.splitlines())
    return {check["check"]: check for check in checks}


def test_what_is_added_has_been_read_when_the_command_ends(run: Run, toll: Path, database: Database) -> None:
    assert run("add", toll).exit_code == 0
    assert lacking(database) == 0
    run("remove", "toll-on-tollan-bridge-rises")
    assert run("restore", "toll-on-tollan-bridge-rises").exit_code == 0
    assert lacking(database) == 0
    found = findings(run)
    assert (found["encoder"]["verdict"], found["meaning"]["verdict"]) == ("ok", "ok")


def test_turned_off_nothing_is_read_and_questions_are_answered(
    run: Run, toll: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_ENCODER", "off")
    assert run("add", toll).exit_code == 0
    answer = json.loads(run("ask", "Who voted against the toll?", "--json").stdout)
    assert answer["passages"][0]["speaker"] == "Ines Calder"
    found = findings(run)
    assert "off" in found["encoder"]["finding"]
    assert "meaning" not in found
    monkeypatch.setenv("ONRECORD_ENCODER", "on")
    assert "not read 1 of 1 articles" in findings(run)["meaning"]["finding"]
    assert run("ask", "Who voted against the toll?").exit_code == 0
    assert lacking(database) == 0


def test_another_word_than_on_or_off_is_named(run: Run, toll: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ENCODER", "perhaps")
    done = run("add", toll)
    assert done.exit_code == 2
    assert "ONRECORD_ENCODER: must be on or off" in done.stderr
