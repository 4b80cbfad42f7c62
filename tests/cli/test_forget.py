"""``onrecord forget``: what is stored of a person or a community is deleted, after a question."""

import json
from pathlib import Path

import pytest

from index import open_library, read_text
from tests.cli.conftest import TOLL, Run

MO = "80351110224678912"


@pytest.fixture(autouse=True)
def database(tmp_path: Path) -> Path:
    """A database in which Mo has done two things in one community."""
    path = tmp_path / "data" / "onrecord.db"
    with open_library(path, community="discord-7") as library:
        library.add(read_text(TOLL))
        library.audit.add(MO, "add", "The toll")
        library.removals.remove(library.articles()[0].id, by=MO)
    return path


def test_a_person_is_forgotten(run: Run, database: Path) -> None:
    done = run("forget", "--user", MO, stdin="y\n")
    said = f"deleted: 2 entries of user {MO}\n"
    assert (done.exit_code, done.stdout) == (0, said)
    assert "for good?" in done.stderr
    with open_library(database) as library:
        assert library.privacy.stored_of(MO) == ()
    again = run("forget", "--user", MO, "--yes")
    assert (again.exit_code, again.stdout) == (1, "")
    assert f"nothing is stored of {MO}" in again.stderr


def test_a_community_is_forgotten(run: Run, database: Path) -> None:
    done = run("forget", "--community", "discord-7", "--yes", "--json")
    assert json.loads(done.stdout) == {"user": None, "community": "discord-7", "forgotten": 1}
    with open_library(database) as library:
        assert library.privacy.communities() == ()
    assert run("forget", "--community", "discord-7", "--yes").exit_code == 1


def test_nothing_is_deleted_without_a_yes(run: Run, database: Path) -> None:
    assert run("forget", "--community", "discord-7", stdin="n\n").exit_code == 1
    with open_library(database) as library:
        assert library.privacy.communities() == ("discord-7",)


@pytest.mark.parametrize("arguments", [(), ("--user", "1", "--community", "discord-7")])
def test_it_is_said_of_whom(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("forget", *arguments)
    assert done.exit_code == 2
    assert "one of them" in done.stderr
