"""What the tests of quality share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of libraries that the encoder has read, one for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "shelves"
    folder.mkdir(exist_ok=True)
    return folder
