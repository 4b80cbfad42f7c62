"""How pages are read, beside two other readers: ``python -m tests.quality.pages``, with ../shared beside the checkout.

trafilatura is what the reading is built on. newspaper4k is no dependency: ``pip install newspaper4k`` into a place of
its own, and name that in PYTHONPATH; without it its column stays away. Pages a second are those of one core, by the
time that the processor took, with the parsers loaded.
"""

import contextlib
import gzip
import importlib
import io
import json
import re
import resource
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any

import trafilatura
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from index import ReadingError, Sandbox, read_bytes
from tests.quality.scorers import records, scorer

SHARED = Path(__file__).resolve().parents[3] / "shared"
Read = dict[str, Any]
_FIGURE = re.compile(r"\b([a-z]\w*) (\d+(?:\.\d+)?)")
_FIELDS = ("title", "authors", "date")
_ROWS = ("f1", "good", "bad", "missing", "first", "last", "extra", "repeated", "title", "authors", "date", "date wrong")
_WARM = 3  # pages


def main() -> None:
    """Read all pages by each reader, and print what the scorer says of them."""
    pages = pages_of(SHARED)
    columns = {"Onrecord": read_by_us(pages), "trafilatura": [_by_trafilatura(*page) for page in pages]}
    with contextlib.suppress(ImportError):
        columns["newspaper4k"] = _by_newspaper(pages)
    found = {name: figures(SHARED, reads) for name, reads in columns.items()}
    table = Table("pages.jsonl", *found, box=MARKDOWN)
    for row in _ROWS:
        table.add_row(row, *(f"{each[row]:g}" for each in found.values()))
    table.add_row("pages a second", f"{_speed(pages):.1f}", *("" for _ in list(found)[1:]))
    Console(width=100).print(table)


def pages_of(shared: Path) -> list[tuple[str, bytes]]:
    """The pages of the workplace: id and bytes."""
    folder = shared / "eval" / "pages"
    return [
        (path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes())) for path in sorted(folder.iterdir())
    ]


def read_by_us(pages: Iterable[tuple[str, bytes]]) -> list[Read]:
    """What is read of each page."""
    with Sandbox() as sandbox:
        return [_by_us(name, data, sandbox) for name, data in pages]


def figures(shared: Path, reads: Iterable[Read]) -> dict[str, float]:
    """What score_pages says of `reads`, by its own names; of title, authors and date how many are right."""
    said = io.StringIO()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file, contextlib.redirect_stdout(said):
        file.writelines(json.dumps(read) + "\n" for read in reads)
        file.flush()
        scorer(shared, "score_pages").main([str(shared / "eval" / "pages.jsonl"), file.name])
    found: dict[str, float] = {}
    for line in said.getvalue().splitlines():
        field = line.split()[0]
        values = {name: float(value) for name, value in _FIGURE.findall(line)}
        if field in _FIELDS:
            found |= {field: values.get("right", 0.0), f"{field} wrong": values.get("wrong", 0.0)}
        else:
            found |= values
    return found


def _by_us(name: str, data: bytes, sandbox: Sandbox) -> Read:
    try:
        article = read_bytes(data, f"{name}.html", sandbox)
    except ReadingError as error:
        return {"id": name, "error": str(error)}
    return {
        "id": name,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "paragraphs": [
            {"kind": p.kind.value, "text": article.text[p.span.start : p.span.end]} for p in article.paragraphs
        ],
    }


def _by_trafilatura(name: str, data: bytes) -> Read:
    found = trafilatura.bare_extraction(data, include_comments=False, include_tables=False, with_metadata=True)
    if found is None:
        return {"id": name, "error": "nothing found"}
    document = found.as_dict() if not isinstance(found, dict) else found
    authors = (document.get("author") or "").split("; ")
    return _plain(name, document.get("title"), authors, document.get("date"), document.get("text"))


def _by_newspaper(pages: Iterable[tuple[str, bytes]]) -> list[Read]:
    library = importlib.import_module("newspaper")
    urls = {page["id"]: page["url"] for page in records(SHARED / "eval" / "pages.jsonl")}
    reads = []
    for name, data in pages:
        article = library.Article(urls[name] or "https://quay.example/page")
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        day = article.publish_date.date().isoformat() if article.publish_date else None
        reads.append(_plain(name, article.title, article.authors, day, article.text))
    return reads


def _plain(name: str, title: str | None, authors: Iterable[str], day: str | None, text: str | None) -> Read:
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    return {
        "id": name,
        "title": title,
        "authors": [author for author in authors if author],
        "published": day,
        "paragraphs": [{"kind": "body", "text": line} for line in lines],
    }


def _speed(pages: list[tuple[str, bytes]]) -> float:
    """Pages that are read in a second of one core, without the time to load the parsers."""

    def taken(read: Callable[[], object]) -> float:
        before = process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        read()
        return process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - before

    started = taken(lambda: read_by_us(pages[:_WARM]))
    return (len(pages) - _WARM) / (taken(lambda: read_by_us(pages)) - started)


if __name__ == "__main__":
    main()
