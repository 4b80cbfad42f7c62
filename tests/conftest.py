"""What all tests share."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from index import Sandbox
from tests.forks import Forks, forks
from tests.postgres import NoServerError, PostgresServer, postgres_server

SQLITE, POSTGRESQL = "sqlite", "postgresql"
SHARED = Path(__file__).resolve().parents[2] / "shared"

# Here, since each test has what is in force when its module is loaded: whatever is run with it, no example is too slow.
settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=[SQLITE, POSTGRESQL],
        help="Run only the tests over a file, or those over a server of the tests' own; by default all.",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests over the database that is not asked for, and over a server those that look into a file, or
    send it nothing that others do not send it as well. Begin with what takes longest, so that nobody waits for it."""
    wanted = config.getoption("--database")
    kept, others = [], []
    for item in items:
        chosen = getattr(item, "callspec", None)
        over = SQLITE if chosen is None else chosen.params.get("database", SQLITE)
        once = any(map(item.get_closest_marker, ("file", "once")))
        (kept if wanted in (None, over) and not (once and over == POSTGRESQL) else others).append(item)
    items[:] = sorted(kept, key=lambda item: not any(map(item.get_closest_marker, ("quality", "long"))))
    config.hook.pytest_deselected(items=others)


def pytest_collection_finish() -> None:
    """Leave what is loaded by now to itself: looking through it for garbage is a tenth of all work otherwise."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | str]:
    """An empty database: a file that is not there yet, and then one of a server."""
    if request.param == SQLITE:
        yield tmp_path / "onrecord.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.lent() as url:
        yield url


def _absent(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
