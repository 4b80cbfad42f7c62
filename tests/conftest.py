"""What all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Sandbox
from tests.forks import Forks, forks
from tests.postgres import NoServerError, PostgresServer, postgres_server

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="Where tests that do not ask for a certain one keep their libraries.",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With a server, run only the tests that keep something in it: the others would do the same again."""
    if config.getoption("--database") == "postgresql":
        kept, others = [], []
        for item in items:
            keeps = "database" in getattr(item, "fixturenames", ()) and item.get_closest_marker("file") is None
            (kept if keeps else others).append(item)
        items[:] = kept
        config.hook.pytest_deselected(items=others)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The workplace's shared folder, read in place; its absence is a failure in CI and a skip elsewhere."""
    if not (SHARED / "eval").is_dir():
        _absent(f"{SHARED} is absent: benchmark data is read in place and never copied")
    return SHARED


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Where documents are read; it is started by the first."""
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(name="forks", scope="session")
def started_forks() -> Iterator[Forks]:
    """Where programs are forked that have loaded the bot and the command line."""
    with forks() as running:
        yield running


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server; that there is none installed is a failure in CI and a skip elsewhere."""
    try:
        with postgres_server() as server:
            yield server
    except NoServerError as error:
        _absent(str(error))


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """An empty database, of the kind that ``--database`` names."""
    if request.config.getoption("--database") == "sqlite":
        return tmp_path / "onrecord.db"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.database()


def _absent(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
