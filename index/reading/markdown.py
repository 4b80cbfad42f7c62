"""Markdown as it stands: offsets count in the source, marks are left out of the paragraphs' spans."""

import re
from dataclasses import replace

from index.model.article import Article, Paragraph, ParagraphKind, Span
from index.reading.frontmatter import front_matter
from index.reading.layout import read_text

_HEADING = re.compile(r"^(#{1,6})[ \t]+")
_TITLE = re.compile(
    r"^#[ \t]+(?=[^ \t\n])(?=[^\n]*[^\s#])(?P<words>[^\n]*)$|^(?P<over>[^\n]*\S)[ \t]*\n={2,}[ \t]*$", re.MULTILINE
)
_MARKS = re.compile(r"^(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+")
_IMAGE = r"!\[[^\]\n]*\]\([^)\n]*\)"
_NOT_PROSE = re.compile(
    rf"(?:{_IMAGE}\s*|\[{_IMAGE}\]\([^)\n]*\)\s*)+|[-*_=](?:[ \t]*[-*_=]){{2,}}"
    r"|\[[^\]\n]+\]:.*|\|.*\||[-:|][-: \t]*\|[-:| \t]*"
)
_UNDERLINE = re.compile(r"={2,}|-{2,}")
_FENCES = ("```", "~~~")
_EMPHASIS = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_\n]+)(?P=mark)$")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")
_INLINE = re.compile(r"(?<!\w)[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?!\w)")


def read_markdown(text: str, url: str | None) -> Article:
    """The article of a Markdown source; what its front matter says wins over what stands below.

    Pictures, rules, underlines, comments, tables and fenced code are boilerplate.
    """
    front = front_matter(text)
    end = front.end
    asides = _asides(text, end)
    prose = _blanked(text, ([Span(0, end)] if end else []) + asides)
    title = front.title
    if title is None:
        underlined = _blanked(text, [Span(0, end), *(a for a in asides if text[a.start] != "=")])
        heading = _TITLE.search(underlined)
        title = (heading["over"] or heading["words"].rstrip(" \t#")).strip() if heading else None
    page = read_text(
        _without_marks(prose),
        title=title,
        outlet=front.outlet,
        authors=front.authors,
        published=front.published,
        url=url or front.url,
    )
    if end:
        asides.insert(0, Span(0, len(text[:end].rstrip())))
    paragraphs = [*page.paragraphs, *(Paragraph(span, ParagraphKind.BOILERPLATE) for span in asides)]
    paragraphs.sort(key=lambda paragraph: paragraph.span)
    return replace(page, text=text, title=_plain(page.title), paragraphs=tuple(paragraphs))


def _asides(text: str, start: int) -> list[Span]:
    """Lines from `start` on that are no prose, without the white space around them.

    A fence or comment that nothing closes is only a line of its own, lest the rest of the article be lost.
    """
    lines = text[start:].split("\n")
    bare = [line.strip() for line in lines]
    closers = {mark: max((i for i, line in enumerate(bare) if _closes(line, mark)), default=-1) for mark in _FENCES}
    closers["<!--"] = max((i for i, line in enumerate(bare) if "-->" in line), default=-1)
    spans: list[Span] = []
    inside: str | None = None
    above = ""  # the line before, where it is prose
    for number, (line, words) in enumerate(zip(lines, bare, strict=True)):
        opened = next((mark for mark in closers if words.startswith(mark)), None) if inside is None else None
        if inside is None and opened is not None and closers[opened] >= number + (opened != "<!--"):
            inside = opened
        aside = inside is not None or opened is not None or _NOT_PROSE.fullmatch(words)
        if aside or (above and _UNDERLINE.fullmatch(words)):
            if words:
                low = start + len(line) - len(line.lstrip())
                spans.append(Span(low, low + len(words)))
            above = ""
        else:
            above = words
        if inside == "<!--":
            inside = None if "-->" in words else inside
        elif inside is not None and opened is None and _closes(words, inside):
            inside = None
        start += len(line) + 1
    return spans


def _closes(words: str, mark: str) -> bool:
    return words.startswith(mark) and not words.strip(mark[0])


def _blanked(text: str, spans: list[Span]) -> str:
    """`text` with all but the newlines of `spans`, in order, made spaces."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += [text[at : span.start], re.sub(r"[^\n]", " ", text[span.start : span.end])]
        at = span.end
    return "".join([*pieces, text[at:]])


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


def _plain(title: str) -> str:
    """A headline without the marks of links and emphasis."""
    return _INLINE.sub("", _LINK.sub(r"\1", title)).strip()
