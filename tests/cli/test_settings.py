"""Where the command line's database is: named, set in the environment, or in ``.env``; the bot's is the same."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.doctor import checks
from bot.settings import load_settings
from index import StoreError, Verdict, open_library
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
        ("ONRECORD_DATABSE", "news.db", "ONRECORD_DATABSE: there is no such setting; ONRECORD_DATABASE is the nearest"),
        (
            "ONRECORD_DATABASE",
            "sqlite:///news.db",
            "ONRECORD_DATABASE: sqlite:// is not known here; give the file's path alone: news.db",
        ),
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


def test_a_name_misspelt_in_the_dotenv_file_is_told_and_those_of_others_are_let_be(
    add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_SERVICE_HOST", "10.0.0.9")  # as Kubernetes calls what it tells
    monkeypatch.setenv("ONRECORD_TOKEN", "one-word")
    monkeypatch.setenv("ONRECORD_COLOUR", "blue")
    (tmp_path / ".env").write_text("ONRECORD_DATABASE_URL=news.db\n")
    done = add()
    assert (done.exit_code, "ONRECORD_DATABASE_URL: there is no such setting; ONRECORD_DATABASE " in done.stderr) == (
        2,
        True,
    )
    (tmp_path / ".env").unlink()
    assert add().exit_code == 0
    monkeypatch.delenv("ONRECORD_TOKEN")
    warned = [check.finding for check in checks() if check.verdict is Verdict.WARNING]
    assert warned == ["Not known, so of no effect: ONRECORD_COLOUR."]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sqlite:////var/news.db", "give the file's path alone: /var/news.db"),
        ("file:///var/news.db", "give the file's path alone: /var/news.db"),
        ("PostgreSQL://host/news", "write postgresql:// in place of PostgreSQL://"),
        (
            "mysql://user:hunter2@host/news",
            "a database is a SQLite file, by its path, or PostgreSQL's, as postgresql://",
        ),
        ("redis://host", "redis:// is not known here"),
        ("sqlite:news.db", "give the file's path alone: news.db"),
        ("file:/var/news.db?mode=ro", "give the file's path alone: /var/news.db"),
        ("postgresql:/host/news", "needs two slashes: a database is a SQLite file"),
        (":memory:", "nothing would be kept"),
    ],
)
def test_an_address_of_another_kind_makes_no_file(add: Add, tmp_path: Path, address: str, said: str) -> None:
    done = add("--database", address)
    assert (done.exit_code, said in done.stderr, "hunter2" in done.stderr) == (2, True, False)
    with pytest.raises(StoreError, match=re.escape(said)):
        open_library(address)
    assert [path.name for path in tmp_path.iterdir()] == ["toll.txt"]
