"""Where the command line's database is: named, set in the environment, or in ``.env``; the bot's is the same."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.settings import load_settings
from index import open_library
from index.cli import cli
from tests.cli.conftest import TOLL

Add = Callable[..., Result]


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Add:
    """Add an article in an empty working directory where nothing is set."""
    for name in [name for name in os.environ if name.startswith("ONRECORD_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "toll.txt").write_text(TOLL, encoding="utf-8")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["add", "toll.txt", *arguments])

    return run


def articles(path: Path) -> int:
    with open_library(path) as library:
        return len(library)


def test_the_dotenv_file_names_the_database_of_the_command_line_and_the_bot(add: Add, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ONRECORD_DATABASE=news.db\nONRECORD_TOKEN=one-word\nONRECORD_LOG_LEVEL=loud\n")
    assert add().exit_code == 0
    assert articles(tmp_path / "news.db") == 1
    (tmp_path / ".env").write_text("ONRECORD_DATABASE=news.db\nONRECORD_TOKEN=one-word\n")
    assert load_settings().database == Path("news.db")


def test_the_environment_wins_over_the_dotenv_file_and_the_option_over_both(
    add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("ONRECORD_DATABASE=dotenv.db\n")
    monkeypatch.setenv("ONRECORD_DATABASE", "environment.db")
    assert add("--database", "option.db").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["option.db"]
    assert add().exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["environment.db", "option.db"]


def test_where_nothing_is_set_the_database_is_in_the_data_directory(add: Add, tmp_path: Path) -> None:
    assert add().exit_code == 0
    assert list((tmp_path / "data").rglob("onrecord.db"))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ONRECORD_DATABASE", ".", "ONRECORD_DATABASE: this is a directory; give a file's name"),
        ("ONRECORD_SECRETS_DIR", "nowhere", "ONRECORD_SECRETS_DIR: there is no such directory"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_cure(
    add: Add, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    done = add()
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, f"Error: {said}")


def test_a_password_kept_apart_reaches_a_server_that_the_option_names(
    add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "onrecord_database_password").write_text("s3 cret\n")
    monkeypatch.setenv("ONRECORD_SECRETS_DIR", str(tmp_path))
    seen: list[object] = []
    monkeypatch.setattr("index.library.library.open_library", lambda database, **_: seen.append(database))
    add("--database", "postgresql://db.example/news")
    assert seen == ["postgresql://db.example/news?password=s3%20cret"]
