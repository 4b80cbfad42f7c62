"""What all tests share."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The workplace's shared folder, read in place; its absence is a failure in CI and a skip elsewhere."""
    if not (SHARED / "eval").is_dir():
        reason = f"{SHARED} is absent: benchmark data is read in place and never copied"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED
