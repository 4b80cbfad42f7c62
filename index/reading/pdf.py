"""PDF files: their lines, read in the sandbox, put together to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article
from index.reading.columns import PrintedLine, UntoldOrderError, in_reading_order
from index.reading.encoding import check_size
from index.reading.kinds import MAX_PDF_BYTES
from index.reading.layout import read_text
from index.sandbox import BUSY, BUSY_REASON, Sandbox
from index.text.english import is_english

_LONG_PAGE = 8  # lines; of a shorter page only the first and the last may be the page's, not the article's
_FURNITURE = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\s*[-–—]?"
    r"|(?:https?|file)://\S+(?:\s+\d+/\d+)?"
    r"|\d{1,2}/\d{1,2}/\d{2,4},\s\d{1,2}:\d{2}(?:\s[AP]M)?(?:\s.*)?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:][\"”’')\]]*$")
_BROKEN = re.compile(r"(?P<head>\w+)-$")
_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"\b\w+(?=-(\w+))")
_REACH = 100  # code points before the end of a line in which a broken word is looked for
_SOFT = "\u00ad"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_NO_TITLE = re.compile(r"\.(?:docx?|pdf|indd|txt|qxd|odt)$|^(?:untitled|microsoft word|document\d*$)|^\W*$", re.I)
_REASONS = {
    ReadingProblem.BUSY: BUSY_REASON,
    ReadingProblem.PDF_LOCKED: "it is locked with a password; save a copy without one and add that",
    ReadingProblem.PDF_SCANNED: "it holds pictures of pages and no text; add the article as text",
    ReadingProblem.PDF_TOO_LONG: "it has more than 200 pages or 2 MB of text; add the pages of the article alone",
    ReadingProblem.PDF_COLUMNS: "its columns cannot be told apart; add the article as text",
    ReadingProblem.PDF_BROKEN: "it is a broken PDF; save it anew, or add the article as text",
    ReadingProblem.PDF_TOO_MUCH_WORK: "it takes too much time or memory to unpack; add the article as text",
}


def read_pdf(data: bytes, source: str, sandbox: Sandbox, *, url: str | None = None) -> Article:
    """The article of a PDF, whose words `sandbox` reads.

    Raises
    ------
    ReadingError
        Naming `source`, if the file is too large, locked, broken, scanned, over 200 pages, unpacks to too much, or is
        drawn across columns that cannot be told apart.
    """
    check_size(source, len(data), MAX_PDF_BYTES)
    found = sandbox.read("pdf", data)
    problem = found.get("problem")
    if problem is not None:
        raise _error(source, ReadingProblem.BUSY if problem == BUSY else ReadingProblem(f"pdf_{problem}"))
    parts = [
        PrintedLine(page, row, x, end, y, size, words.translate(_LIGATURES))
        for page, row, x, end, y, size, words in found["runs"]
    ]
    try:
        lines = [line for page in _without_furniture(parts) for line in in_reading_order(page)]
    except UntoldOrderError:
        raise _error(source, ReadingProblem.PDF_COLUMNS) from None
    paragraphs = list(_paragraphs(lines))
    if sum(char.isalnum() for paragraph in paragraphs for char in paragraph) < 20:
        raise _error(source, ReadingProblem.PDF_SCANNED)
    return read_text("\n\n".join(paragraphs), title=_title(str(found.get("title") or ""), paragraphs), url=url)


def _error(source: str, problem: ReadingProblem) -> ReadingError:
    return ReadingError(source, _REASONS[problem], problem)


def _without_furniture(parts: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The pages without their numbers, and without what stands at the edge of most of them."""
    pages = [
        [list(row) for _, row in groupby(page, key=lambda part: part.row)]
        for _, page in groupby(parts, key=lambda part: part.page)
    ]
    edges = [_edge(len(page)) for page in pages]
    often = Counter(
        pattern
        for page, edge in zip(pages, edges, strict=True)
        for pattern in {_pattern(_words(page[index])) for index in edge}
    )

    def is_furniture(words: str) -> bool:
        return _FURNITURE.fullmatch(words) is not None or often[_pattern(words)] > max(2, len(pages) / 2)

    return [
        [part for index, row in enumerate(page) if index not in edge or not is_furniture(_words(row)) for part in row]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _words(row: Sequence[PrintedLine]) -> str:
    return " ".join(part.words for part in row)


def _edge(lines: int) -> set[int]:
    """Which lines of a page are at its top or bottom."""
    depth = 2 if lines >= _LONG_PAGE else 1
    return {index for index in range(lines) if min(index, lines - 1 - index) < depth}


def _pattern(words: str) -> str:
    return re.sub(r"\d+", "0", words.casefold())


def _paragraphs(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """The paragraphs that the lines make up."""
    if not lines:
        return
    spacing = _spacing(lines)
    widths: dict[int, int] = {}
    for line in lines:
        widths[line.column] = max(widths.get(line.column, 0), len(line.words))
    hyphened = frozenset(f"{m[0]}-{m[1]}" for line in lines for m in _HYPHENED.finditer(line.words))
    done: list[str] = []
    end = lines[0].words  # of the paragraph; `done` is what no line can change any more
    for before, line in pairwise(lines):
        if _parts(before, line, spacing, widths[before.column]):
            yield _clean([*done, end])
            done, end = [], line.words
            continue
        done.append(end[:-_REACH])
        end = _joined(end[-_REACH:], line.words, hyphened)
    yield _clean([*done, end])


def _spacing(lines: Sequence[PrintedLine]) -> float:
    """The most common distance between two lines as a multiple of their size; the smaller where two are as common."""
    found = Counter(
        round((before.y - line.y) / line.size, 1)
        for before, line in pairwise(lines)
        if before.page == line.page and line.size > 0 and 0.5 < (before.y - line.y) / line.size < 3
    )
    return min(found, key=lambda distance: (-found[distance], distance)) if found else 1.2


def _parts(before: PrintedLine, line: PrintedLine, spacing: float, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    size = max(before.size, line.size, 0.1)
    if abs(before.size - line.size) > 0.15 * size:
        return True
    ends = _ENDS.search(before.words) is not None
    drop = before.y - line.y
    if before.page != line.page or drop < -0.5 * size:  # the next page or column
        return ends
    if drop > (spacing + 0.35) * size or (ends and line.x - before.x > 0.8 * size):
        return True
    return ends and len(before.words) < 0.7 * width


def _joined(words: str, more: str, hyphened: frozenset[str]) -> str:
    """Two lines as one; a word that the line's end broke is whole again, and a compound keeps its hyphen."""
    if words.endswith(_SOFT):
        return words[:-1] + more
    broken = _BROKEN.search(words)
    tail = _WORD.match(more)
    if broken is None or tail is None:
        return f"{words} {more}"
    return words + more if _is_compound(broken["head"], tail[0], hyphened) else words[:-1] + more


def _is_compound(head: str, tail: str, hyphened: frozenset[str]) -> bool:
    """Whether what a line's end parts at a hyphen is two words: "well-known", "Smith-Jones", "2019-20"."""
    if f"{head}-{tail}" in hyphened or not tail[0].islower() or not head[-1].isalpha():
        return True
    return not is_english((head + tail).lower()) and is_english(head.lower()) and is_english(tail.lower())


def _clean(pieces: Sequence[str]) -> str:
    return "".join(pieces).replace(_SOFT, "")


def _title(given: str, paragraphs: Sequence[str]) -> str | None:
    """The title: the paragraph near the top that the file's own title agrees with, else that title, if it is one."""
    given = " ".join(given.split())
    if not 3 <= len(given) <= 200 or _NO_TITLE.search(given):
        return None
    folded = given.casefold()
    return next((words for words in paragraphs[:4] if len(words) > 8 and folded.startswith(words.casefold())), given)
