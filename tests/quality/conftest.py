"""What the tests of quality share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of libraries that the encoder has read, one for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if hasattr(request.config, "workerinput") else own) / "shelves"
    folder.mkdir(exist_ok=True)
    return folder
