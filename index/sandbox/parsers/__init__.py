"""Others' parsers, as the confined program uses them: bytes in, a plain object out, or ``{"problem"}``.

``child.py`` loads this by its path, in a process of its own: it imports nothing of ours but what stands beside it, and
of others only what the kind of document needs. Nothing here reads a file or asks a site.
"""

import codecs
import encodings
import importlib
import pkgutil
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from . import archives, books, documents, feeds, mail, pages, pdf


def read(kind: str, data: bytes, *more: str) -> dict[str, object]:
    """What is in a document of that kind; too much of it, and whatever else a parser runs into, is a problem."""
    try:
        return _READERS[kind](data, *more)
    except archives.ArchiveError as error:
        return {"problem": str(error)}
    except (MemoryError, RecursionError):
        return {"problem": "too_much_work"}
    except Exception:  # noqa: BLE001 - the parsers raise whatever a broken file makes them run into
        return {"problem": "broken"}


def warm(kind: str) -> None:
    """Load all that reading a document of that kind needs, for later no file can be opened."""
    time.localtime()
    unicodedata.normalize("NFKC", "é")
    if kind != "robots":
        for module in pkgutil.iter_modules(encodings.__path__):
            with suppress(LookupError, ImportError):  # some are of another system
                codecs.lookup(module.name)
    for package in _PACKAGES.get(kind, ()):
        for part in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            with suppress(ImportError):  # what only other uses of it need
                importlib.import_module(part.name)
    if kind == "html":
        pages.warm()
    read(kind, *_SAMPLES[kind])


def read_robots(data: bytes, agent: str, url: str) -> dict[str, object]:
    """Whether a robots.txt lets `agent` ask for `url`, and the seconds between two requests that it asks for, or 0."""
    from protego import Protego  # noqa: PLC0415

    rules = Protego.parse(data.decode("utf-8-sig", "replace"))
    return {"allowed": rules.can_fetch(url, agent), "delay": rules.crawl_delay(agent) or 0.0}


_READERS: dict[str, Callable[..., dict[str, object]]] = {
    "html": pages.read_html,
    "pdf": pdf.read_pdf,
    "docx": documents.read_docx,
    "odt": documents.read_odt,
    "epub": books.read_epub,
    "mail": mail.read_mail,
    "zip": archives.read_zip,
    "feed": feeds.read_feed,
    "robots": read_robots,
}
_PACKAGES = {"pdf": ("pypdf",), "docx": ("mammoth",), "mail": ("email",)}
"""What loads parts of itself only where a document has them."""

_SAMPLES: dict[str, tuple[Any, ...]] = {
    "html": (pages.SAMPLE.encode(),),
    "pdf": (pdf.SAMPLE.encode(),),
    "docx": (archives.sample(documents.WORD_SAMPLE),),
    "odt": (archives.sample(documents.OPEN_SAMPLE),),
    "epub": (archives.sample(books.SAMPLE),),
    "mail": (mail.SAMPLE.encode(), ".txt"),
    "zip": (archives.sample({"a.txt": "Dawn"}), ".txt"),
    "feed": (feeds.SAMPLE.encode(), "https://quay.example/feed"),
    "robots": (b"User-agent: *\nDisallow: /a*\n", "Onrecord", "https://quay.example/"),
}
