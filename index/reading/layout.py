"""The article of a text: its paragraphs, what each is, and what the front matter says.

Conventions of English-language newspapers and agencies: headline, deck, byline, date line, captions with credits, then
body, then what the site adds. Body text taken for boilerplate would be lost to answers, so only what is plainly the
site's own is.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from index.model.article import Article, Paragraph, ParagraphKind, Span
from index.reading.authors import is_job
from index.reading.frontmatter import FrontMatter, find_date, find_day, front_matter, is_byline, read_byline
from index.reading.posts import heads_of, writers_of
from index.text.boilerplate import has_credit, is_biography, is_boilerplate, is_stamp, trailing_link
from index.text.mastheads import is_known_outlet

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BLANK = re.compile(r"\n[^\S\n]*\n")
_ENDS = re.compile(r"[.!?…:;][\"”’')\]]*$")
# One line that ends no sentence; a stop may follow an abbreviation or part the digits of a time.
_POSTED = re.compile(
    r"^(?:first\s+)?(?:posted|published|updated|last\s+updated|last\s+modified|date|filed|created|modified)\b"
    r"(?:[^.!?]|(?=(?<=\d)\.\d|(?<=\b[ap])\.m\b|(?<=\b[ap]\.m)\.|(?<=\bsept)\.|\.\s+(?:last\s+)?updated\b"
    r"|(?<=\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))\.)\.){0,100}$",
    re.IGNORECASE,
)
_ONLY_DATE = re.compile(
    r"^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?[\w.,]{1,12}\s+[\w.,]{1,12}\s+\d{4}"
    r"(?:[\s,|·-]+(?:at\s+)?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?$"
    r"|^\d{4}[-/]\d{2}[-/]\d{2}(?:[T ][\d:.+Z-]+)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .'’-]{2,30})(?:,\s[A-Z][\w .'’-]{2,30})?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"
    r"\s?(?:\((?P<agency>[A-Z][\w .'’-]{1,30})\))?\s?[—–-]{1,2}\s"
)
_AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "PA": "PA Media",
    "UPI": "United Press International",
}
_FRONT = 14  # lines in which front matter is looked for
_HEADLINE = 200  # code points of a headline at most
_MASTHEAD = 60
_SMALL = {"of", "the", "and", "for", "&"}  # words that a name in capitals has without them
_WRAP = 55  # code points from which a line of several may be hard-wrapped prose


def read_text(
    text: str,
    *,
    id: str = "",  # noqa: A002 - the field's name
    title: str | None = None,
    outlet: str | None = None,
    authors: tuple[str, ...] = (),
    published: date | None = None,
    url: str | None = None,
    known: Mapping[str, ParagraphKind] = MappingProxyType({}),
) -> Article:
    """An article of text already decoded; what is given wins over what the text says of itself.

    `title` None means that the headline is looked for in the text, "" that there is none; `known` are the kinds of
    paragraphs whose kind is known. Linear in the length of the text; never raises.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = front_matter(text)
    if not front.tells:
        front = FrontMatter()
    spans = _paragraphs(text, front.end)
    kinds = [ParagraphKind.BODY] * len(spans)
    words = [text[span.start : span.end] for span in spans]
    named, writers, day, deck = None, tuple[str, ...](), None, None
    body = 0
    heads = heads_of(words)
    title = front.title if title is None else title
    if title is None:
        title = words[0] if spans and _is_headline(words, 0) else ""
    if spans and title and _same(words[0], title):
        kinds[0] = ParagraphKind.HEADLINE
        body = 1
    for at in range(body, min(len(spans), _FRONT)):
        kind = known.get(words[at]) or _front_kind(words, at, kinds)
        if kind is ParagraphKind.BODY:
            break
        kinds[at] = kind
        if kind is ParagraphKind.BYLINE and not writers:
            writers, found = read_byline(words[at])
            named = named or found
        elif kind is ParagraphKind.DATELINE and day is None:
            day = find_day(words[at]) or find_date(words[at])
        elif kind is ParagraphKind.DECK:
            deck = words[at]
        if kind is ParagraphKind.BYLINE and named is None and not is_byline(words[at]) and not is_job(words[at]):
            named = words[at]
    paragraphs: list[Paragraph] = []
    if front.end:
        paragraphs.append(Paragraph(Span(0, len(text[: front.end].rstrip())), ParagraphKind.BOILERPLATE))
    for at, span in enumerate(spans):
        kind = kinds[at]
        if kind is ParagraphKind.BODY:
            kind = known.get(words[at]) or heads.get(at) or _later_kind(words[at])
        paragraphs.extend(_carve(text, span, kind))
    paragraphs = _notes(text, _adverts(text, paragraphs))
    line = next((words[at] for at, kind in enumerate(kinds) if kind is ParagraphKind.BODY), "")
    agency = _DATELINE.match(line[:120])
    if agency is not None:
        name = agency.group("agency")
        named = named or (_AGENCIES.get(name, name) if name and not is_job(name) else None)
        day = day or find_date(agency.group())
    return Article(
        id,
        text,
        title,
        deck,
        outlet or front.outlet or named,
        authors or front.authors or writers or writers_of(words, heads),
        published or front.published or day,
        url or front.url,
        tuple(paragraphs),
    )


def _paragraphs(text: str, start: int) -> list[Span]:
    """Blocks between blank lines; each line of a block by itself unless the block is hard-wrapped prose."""
    spans: list[Span] = []
    for gap in [*(m.span() for m in _BLANK.finditer(text, start)), (len(text), len(text))]:
        lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text, start, gap[0])]
        start = gap[0]
        if len(lines) > 1 and _is_wrapped(text, lines):
            spans.append(Span(lines[0].start, lines[-1].end))
        else:
            spans.extend(lines)
    return spans


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether a block's lines are one paragraph broken at a column: all but the last nearly equally long, and most
    of them ending in the middle of a sentence."""
    inner = lines[:-1]
    longest = max(map(len, lines))
    if not _WRAP <= longest <= 130 or any(len(line) < 0.6 * longest for line in inner):
        return False
    broken = sum(not _ENDS.search(text, line.start, line.end) for line in inner)
    return broken * 2 > len(inner)


def _is_headline(words: Sequence[str], at: int) -> bool:
    line = words[at]
    if len(line) > _HEADLINE or "\n" in line or is_byline(line) or _POSTED.match(line) or _DATELINE.match(line):
        return False
    return len(words) > 1 and not (line.endswith(".") and line.count(" ") > 14)


def _same(line: str, title: str) -> bool:
    def bare(words: str) -> str:
        return re.sub(r"\W+", " ", words).strip().casefold()

    return bare(line[: len(title) + 20]) == bare(title)


def _front_kind(words: Sequence[str], at: int, kinds: Sequence[ParagraphKind]) -> ParagraphKind:
    """Kind of a line of front matter; body where the front matter is over."""
    line = words[at]
    if len(line) > 3 * _HEADLINE:
        return ParagraphKind.BODY
    below = at > 0 and kinds[at - 1] is ParagraphKind.BYLINE
    if is_byline(line) or (is_job(line) and (below or line.startswith("("))):
        return ParagraphKind.BYLINE
    if _is_day(line):
        return ParagraphKind.DATELINE
    if has_credit(line):
        return ParagraphKind.CAPTION
    after = words[at + 1 : at + 4]
    over_day = after and _is_day(after[0]) and len(line) <= _MASTHEAD and line[0].isupper() and not _ENDS.search(line)
    if over_day and is_known_outlet(line) and all(part[0].isupper() or part in _SMALL for part in line.split()):
        return ParagraphKind.BYLINE
    if is_boilerplate(line):
        return ParagraphKind.BOILERPLATE
    if over_day and below:
        return ParagraphKind.BYLINE
    short = len(line) <= _HEADLINE and not re.search(r"[.…][\"”’')]*$", line)
    if not short or _DATELINE.match(line):
        return ParagraphKind.BODY
    if at + 1 < len(words) and has_credit(words[at + 1]) and len(words[at + 1]) <= 3 * _HEADLINE:
        return ParagraphKind.CAPTION  # the picture's title
    if at == 1 and kinds[0] is ParagraphKind.HEADLINE and any(is_byline(w) or _is_day(w) for w in after):
        return ParagraphKind.DECK
    return ParagraphKind.BODY


def _is_day(line: str) -> bool:
    """Whether a line of front matter tells when the article was published or changed, and no more."""
    dated = _ONLY_DATE.match(line) is not None and find_date(line) is not None
    return dated or _POSTED.match(line) is not None or is_stamp(line)


def _later_kind(line: str) -> ParagraphKind:
    if is_boilerplate(line):
        return ParagraphKind.BOILERPLATE
    if (
        len(line) <= 600
        and has_credit(line)
        and re.search(r"\b(?:[Pp]hotos?|Getty|Picture|Image|AP|AFP|Reuters)\b", line[-90:])
    ):
        return ParagraphKind.CAPTION
    return ParagraphKind.BODY


def _carve(text: str, span: Span, kind: ParagraphKind) -> list[Paragraph]:
    """A paragraph, with "(More ... stories.)" at its end as one of its own."""
    if kind is ParagraphKind.BODY:
        start = span.end - trailing_link(text[span.start : span.end])
        if start < span.end:
            end = span.start + len(text[span.start : start].rstrip())
            return [Paragraph(Span(span.start, end), kind), Paragraph(Span(start, span.end), ParagraphKind.BOILERPLATE)]
    return [Paragraph(span, kind)]


def _stops(text: str, paragraph: Paragraph) -> bool:
    return _ENDS.search(text, max(paragraph.span.start, paragraph.span.end - 8), paragraph.span.end) is not None


def _adverts(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Short lines between two lines of an advert belong to it, and so do those that end the page after one."""
    last = len(paragraphs)
    marked = [i for i, p in enumerate(paragraphs) if p.kind is ParagraphKind.BOILERPLATE]
    for left, right in pairwise([*marked, last]):
        between = paragraphs[left + 1 : right]
        short = all(p.kind is ParagraphKind.BODY and len(p.span) <= 60 and not _stops(text, p) for p in between)
        ends = right == last and any(text.count("\n", p.span.start - 2, p.span.start) == 2 for p in between)
        if between and len(between) <= 3 and short and not ends:
            for i in range(left + 1, right):
                paragraphs[i] = Paragraph(paragraphs[i].span, ParagraphKind.BOILERPLATE)
    return paragraphs


def _notes(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What tells of the author, below the last of the article's own words, is the site's."""
    for at in range(len(paragraphs) - 1, 0, -1):
        span, kind = paragraphs[at].span, paragraphs[at].kind
        if kind is ParagraphKind.BODY:
            if not is_biography(text[span.start : span.end]):
                break
            paragraphs[at] = Paragraph(span, ParagraphKind.BOILERPLATE)
    return paragraphs
