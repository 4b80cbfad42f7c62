"""The workplace's scorers and data, imported and read where they lie."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from index import Article, Library, open_library, read_records


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


def library_of(path: Path) -> Library:
    """A library in memory of the articles of a JSONL file, under their own ids where these are safe."""
    library = open_library(None)
    with path.open(encoding="utf-8") as lines:
        for article in read_records(lines, path.name):
            assert isinstance(article, Article)
            library.add(article)
    return library
