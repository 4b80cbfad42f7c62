"""Markdown as it stands: offsets count in the source, marks are left out of the paragraphs' spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from index.reading.dates import find_date
from index.reading.layout import Page, lay_out
from index.types import Paragraph, ParagraphKind, Span

_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_-]{1,30})[ \t]*:[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+")
_MARKS = re.compile(r"^(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+")
_NOT_PROSE = re.compile(
    r"^(?:!\[[^\]\n]*\]\([^)\n]*\)|[-*_=](?:[ \t]*[-*_=]){2,}|<!--.*|\[[^\]\n]+\]:.*|\|.*\|)$", re.DOTALL
)
_IMAGE = re.compile(r"^!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$")
_EMPHASIS = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_\n]+)(?P=mark)$")
_FENCE = re.compile(r"^(```|~~~)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields between ``---`` lines at the top, as far as they are known."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    end: int


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of `text`; `end` is 0 where there is none."""
    match = _FRONT.match(text)
    if match is None:
        return FrontMatter(None, None, (), None, None, 0)
    fields = {m["key"].lower(): m["value"].strip().strip("\"'") for m in _FIELD.finditer(match["body"])}
    names = fields.get("authors") or fields.get("author") or ""
    authors = tuple(name.strip(" \"'") for name in re.split(r",|;| and ", names.strip("[]")) if name.strip(" \"'"))
    day = next((found for key in ("date", "published", "updated") if (found := find_date(fields.get(key, "")))), None)
    url = next(
        (fields[key] for key in ("url", "link", "source", "canonical") if fields.get(key, "").startswith("http")), None
    )
    outlet = fields.get("outlet") or fields.get("publisher") or fields.get("publication")
    return FrontMatter(fields.get("title") or None, outlet or None, authors, day, url, match.end())


def lay_out_markdown(text: str, title: str | None) -> tuple[Page, FrontMatter]:
    """The page of a Markdown source, and its front matter, whose fields win over the page's."""
    front = read_front_matter(text)
    known = title if title is not None else front.title
    masked = " " * front.end + text[front.end :]
    if known is None:
        heading = re.search(r"^#[ \t]+([^\n]+?)[ \t#]*$", masked, re.MULTILINE)
        known = heading.group(1) if heading else None
    page = lay_out(_without_marks(masked), known)
    kinds = list(_kinds(text, page.paragraphs))
    if front.end:
        end = len(text[: front.end].rstrip())
        kinds.insert(0, Paragraph(Span(0, end), ParagraphKind.BOILERPLATE))
    return replace(page, paragraphs=tuple(kinds)), front


def _without_marks(text: str) -> str:
    """`text` with the marks before headings, quotes and list items made blank; as long as it was."""
    lines: list[str] = []
    for line in text.split("\n"):
        marks = _HEADING.match(line) or _MARKS.match(line)
        size = marks.end() if marks is not None else 0
        bare = " " * size + line[size:]
        emphasis = _EMPHASIS.match(bare.strip())
        if emphasis is not None:
            inner = bare.index(emphasis["mark"])
            width = len(emphasis["mark"])
            words = emphasis["words"]
            bare = " " * (inner + width) + words + " " * (len(bare) - inner - width - len(words))
        lines.append(bare)
    return "\n".join(lines)


def _kinds(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """`paragraphs` with what is not prose made boilerplate: pictures, rules, comments, tables, fenced code."""
    fences = [m.start() for m in _FENCE.finditer(text)]
    at = 0
    inside = False
    for paragraph in paragraphs:
        while at < len(fences) and fences[at] <= paragraph.span.start:
            inside = not inside
            at += 1
        line = text[paragraph.span.start : paragraph.span.end]
        if inside or line.startswith(("```", "~~~")) or _NOT_PROSE.match(line) or _IMAGE.match(line):
            yield Paragraph(paragraph.span, ParagraphKind.BOILERPLATE)
        else:
            yield paragraph
