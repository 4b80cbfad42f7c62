"""HTML pages: trafilatura finds the article; what it extracts is the article's text from then on.

A large page is read by a process of its own: one made for it keeps trafilatura at work for as long as it likes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from index.errors import ReadingError, ReadingProblem
from index.reading.child import read_html
from index.reading.frontmatter import find_date
from index.reading.sandbox import SECONDS, TOO_MUCH_WORK, read_confined

_HERE = 400_000
"""Characters of a page that is read in this process, which takes less time than to start another."""


@dataclass(frozen=True, slots=True)
class HtmlArticle:
    """The article of a page; `captions` are paragraphs of `text`."""

    text: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    captions: frozenset[str]


def extract(page: str, source: str, *, seconds: float = SECONDS) -> HtmlArticle:
    """The article in an HTML page, a large one of which is read for so many seconds at most; nothing is fetched.

    Raises
    ------
    ReadingError
        Naming `source`, if there is no article in it, or it takes too long to find.
    """
    found = read_html(page) if len(page) <= _HERE else read_confined(page.encode(), "html", seconds=seconds)
    problem = found.get("problem")
    if problem == TOO_MUCH_WORK:
        raise ReadingError(
            source,
            "its HTML takes too much time or memory to read; save the article as text and add that",
            ReadingProblem.TOO_MUCH_WORK,
        )
    if problem is not None:
        raise ReadingError(
            source, "its HTML cannot be read; save the article as text and add that", ReadingProblem.BROKEN
        )
    text = str(found["text"])
    if not text.strip():
        raise ReadingError(
            source,
            "no article was found in this page; save the article as text and add that",
            ReadingProblem.NO_ARTICLE,
        )
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title = _given(found, "title")
    if title and (not lines or lines[0].casefold() != title.casefold()):
        lines.insert(0, title)
    captions = found["captions"]
    lines += [caption for caption in captions if caption not in lines]
    authors = tuple(name.strip() for name in (_given(found, "author") or "").split(";") if name.strip())
    url = _given(found, "url")
    return HtmlArticle(
        "\n\n".join(lines),
        title,
        _given(found, "site"),
        authors,
        find_date(_given(found, "date") or ""),
        url if url and url.startswith(("http://", "https://")) else None,
        frozenset(captions),
    )


def _given(found: dict[str, Any], key: str) -> str | None:
    value = found[key]
    return value if isinstance(value, str) and value else None
