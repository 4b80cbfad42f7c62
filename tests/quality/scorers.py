"""The workplace's scorers and data, imported and read where they lie."""

import fcntl
import importlib.util
import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from index import Article, Library, open_library, read_records, shared_encoder


def scorer(shared: Path, name: str) -> ModuleType:
    """A scorer of ../shared/eval as a module."""
    folder = str(shared / "eval")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location(name, shared / "eval" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def library_of(
    shelf: Path, lines: Iterable[str], *, meaning: bool, grown: Path | None = None, encoded: bool = True
) -> Library:
    """A library of the articles of JSON lines, under their own ids where these are safe, that answers with `meaning` or
    by words alone. It is kept at `shelf`, a file that is made by the first of the processes that want it, and that the
    encoder has read if it is to be `encoded`; out of the library at `grown`, where that is given, so that nothing that
    was done for that one need be done again."""
    with shelf.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shelf.exists():
            unfinished = shelf.with_suffix(".unfinished")
            if grown is not None:
                shutil.copy(grown, unfinished)
            with open_library(unfinished, encoder=shared_encoder() if encoded else None) as library:
                for article in read_records(lines, "library"):
                    assert isinstance(article, Article)
                    library.add(article)
                library.complete()
            unfinished.rename(shelf)
    return open_library(shelf, encoder=shared_encoder() if meaning else None)
