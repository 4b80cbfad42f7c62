"""The checks of the machine, over real databases, sound and damaged."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index import Check, Encoder, Verdict, open_library, read_text, sample_articles, shared_encoder
from index.library.doctor import check_machine
from index.store import Store
from tests.postgres import PostgresServer

Harm = Callable[[sqlite3.Connection], object]


def filled(database: Path | str) -> None:
    with open_library(database) as library:
        for article in sample_articles():
            library.add(article)
        library.of("discord-7").add(read_text("“It rained,” said Aron Vale.", title="Rain"))
        library.audit.add("9", "add", "Rain")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    filled(folder / "onrecord.db")
    return folder


@pytest.fixture
def database(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)  # what SQLite has beside its file, too
    return tmp_path / "onrecord.db"


def checked(database: Path | str) -> dict[str, Check]:
    return {check.name: check for check in check_machine(database)}


def harmed(database: Path, harm: Harm) -> dict[str, Check]:
    with closing(sqlite3.connect(database)) as connection:
        harm(connection)
        connection.commit()
    return checked(database)


def test_a_sound_database_has_no_problem(database: Path) -> None:
    found = checked(database)
    assert {name: check.verdict for name, check in found.items()} == dict.fromkeys(
        ["answering", "disk", "access", "schema", "database", "clock", "articles", "index", "clock's pace"], Verdict.OK
    ) | {"encoder": Verdict.SKIPPED}
    assert f"libraries: 2, articles: {len(sample_articles()) + 1}." in found["database"].finding
    assert "libraries: 2" in found["index"].finding


def test_what_the_encoder_has_not_read_is_counted(database: Path) -> None:
    found = {check.name: check for check in check_machine(database, shared_encoder())}
    articles = len(sample_articles()) + 1
    assert found["encoder"].verdict is Verdict.OK
    assert found["meaning"].verdict is Verdict.WARNING
    assert f"not read {articles} of {articles} articles" in found["meaning"].finding


def test_an_encoder_without_its_files_is_named(database: Path, tmp_path: Path) -> None:
    found = {check.name: check for check in check_machine(database, Encoder(tmp_path))}
    assert found["encoder"].verdict is Verdict.WARNING
    assert "encoder.onnx" in found["encoder"].finding
    assert "meaning" not in found


def test_a_database_that_others_may_read_is_named(database: Path) -> None:
    database.chmod(0o640)
    copy = database.with_name("onrecord.db.schema-3.bak")
    copy.touch(0o644)
    found = checked(database)["access"]
    assert found.verdict is Verdict.WARNING
    assert found.cure is not None
    assert found.cure.endswith("chmod go= onrecord.db onrecord.db.schema-3.bak")


def test_looking_at_a_database_changes_nothing(database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    checked(database)
    assert database.read_bytes() == before
    checked(tmp_path / "none" / "onrecord.db")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE articles SET text = substr(text, 1, 20) WHERE title = 'Rain'",
        "UPDATE articles SET sentences = '[[5, 2, \"body\"]]' WHERE title = 'Rain'",
        "UPDATE articles SET attributions = '[nonsense' WHERE title = 'Rain'",
    ],
)
def test_an_article_whose_passages_lie_outside_its_text_is_named(database: Path, change: str) -> None:
    found = harmed(database, lambda connection: connection.execute(change))["articles"]
    assert found.verdict is Verdict.PROBLEM
    assert "rain (discord-7)" in found.finding
    assert found.cure is not None


def test_an_older_schema_is_told_and_left_as_it_is(database: Path) -> None:
    found = harmed(database, lambda connection: connection.execute("PRAGMA user_version = 1"))
    assert found["schema"].verdict is Verdict.WARNING
    assert "database" not in found
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_newer_schema_is_a_problem(database: Path) -> None:
    found = harmed(database, lambda connection: connection.execute("PRAGMA user_version = 99"))
    assert found["database"].verdict is Verdict.PROBLEM
    assert "newer version of Onrecord" in found["database"].finding


def test_a_time_to_come_in_the_database_means_a_wrong_clock(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_library(path, now=lambda: datetime.now(UTC) + timedelta(days=2)) as library:
        library.audit.add("9", "add", "Rain")
    found = checked(path)["clock"]
    assert found.verdict is Verdict.PROBLEM
    assert "last dated" in found.finding


def test_a_damaged_page_is_found(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'records'").fetchone()[0]
    with database.open("r+b") as file:
        file.seek((root - 1) * page)
        file.write(b"\x0d\xff\xff\xff\xff" + b"\xff" * 200)
    found = checked(database)
    assert found["database"].verdict is Verdict.PROBLEM
    assert found["clock's pace"].verdict is Verdict.OK


@pytest.mark.parametrize("make", [lambda path: path.write_bytes(b"no database" * 100), lambda path: path.mkdir()])
def test_what_is_no_database_is_a_problem(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "onrecord.db")
    assert checked(tmp_path / "onrecord.db")["database"].verdict is Verdict.PROBLEM


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a TEXT)")
    before = path.read_bytes()
    assert checked(path)["database"].verdict is Verdict.PROBLEM
    assert path.read_bytes() == before


def test_a_servers_database_is_checked_and_not_made(postgres: PostgresServer) -> None:
    address = postgres.database()
    for _ in range(2):
        empty = checked(address)
        assert (empty["database"].verdict, "schema" in empty) == (Verdict.WARNING, False)
    filled(address)
    found = checked(address)
    assert {name for name, check in found.items() if check.verdict is not Verdict.OK} == {"disk", "encoder"}
    assert "libraries: 2, articles: " in found["database"].finding
    with closing(Store(address)) as store:
        store.write("UPDATE articles SET text = 'short' WHERE title = 'Rain'")
    assert "rain (discord-7)" in checked(address)["articles"].finding


def test_a_server_that_is_not_there_is_a_problem_and_its_password_is_not_shown() -> None:
    found = checked("postgresql://onrecord:hidden-word@127.0.0.1:1/onrecord")["database"]
    assert found.verdict is Verdict.PROBLEM
    assert "hidden-word" not in found.finding
