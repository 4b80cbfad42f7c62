"""Untrusted text made safe to show: control characters dropped, Markdown escaped, lengths bounded.

Discord's renderer takes a backslash before any ASCII punctuation as "this character, literally", so
escaping keeps every word as it was written. What is dropped or replaced is only what is invisible or
changes how *other* characters look: controls, bidirectional overrides, zero-width characters, blank
letters, and combining marks stacked beyond what any script writes.
"""

import re
import unicodedata
from urllib.parse import quote, urlsplit

_MARKS = 5
"""Combining marks kept on one base character; pointed Hebrew and Tibetan need up to four."""

_JOINERS = frozenset("\u200c\u200d")
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")

_ACTIVE = re.compile(r"(?=[\\`*_~|\[\]<>#@]|:\S|&#?\w{1,32};)")  # the place before it: a backslash is put there
_LINE_MARKER = re.compile(r"^([ \t]*)([-+=])", re.MULTILINE)
_LIST_NUMBER = re.compile(r"^([ \t]*\d{1,9})([.)])", re.MULTILINE)
_SPACES = re.compile(r"\s+")
_PIECES = re.compile(r"[ -~]+|.", re.DOTALL)
"""Runs of what is always shown, which are most of any text, and everything else by the character."""

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?")
_URL_LIMIT = 500


def units(text: str) -> int:
    """Length of `text` in UTF-16 code units: the strictest of the ways in which Discord may count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Give `text` without what cannot be seen or would disturb its neighbours; only a line feed breaks lines.

    Joiners (U+200C, U+200D) stay where a script or an emoji needs them, between two letters, marks or
    symbols beyond ASCII.
    """
    kept: list[str] = []
    marks = 0
    for found in _PIECES.finditer(text):
        character = found[0]
        if " " <= character[0] <= "~":
            kept.append(character)
            marks = 0
            continue
        category = unicodedata.category(character)
        if category in {"Mn", "Me"}:
            marks += 1
        elif character not in _JOINERS:
            marks = 0
        if character == "\n" or character in _VISIBLE_FORMATS:
            kept.append(character)
        elif character in _JOINERS:
            following = text[found.end() : found.end() + 1]
            if kept and _joinable(kept[-1]) and following and _joinable(following):
                kept.append(character)
        elif character in "\t\r\v\f\x1c\x1d\x1e\x1f\x85" or category in {"Zl", "Zp"}:
            kept.append(" ")
        elif not (category in {"Cc", "Cf", "Cs"} or character in _BLANK_LETTERS or marks > _MARKS):
            kept.append(character)
    return "".join(kept)


def _joinable(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character)[0] in "LMS"


def escape(text: str) -> str:
    """Escape `text`, which must be `clean`, so that Discord shows it character for character.

    Escaped are emphasis, code, spoilers, links, mentions, timestamps, emoji, bare URLs (whose colon is
    followed by something), character references, and what starts a heading, list, quotation or rule.
    """
    escaped = _ACTIVE.sub(r"\\", text)
    escaped = _LINE_MARKER.sub(r"\1\\\2", escaped)
    return _LIST_NUMBER.sub(r"\1\\\2", escaped)


def plain(text: str, limit: int) -> str:
    """One line of untrusted text for places without Markdown (choices, labels), at most `limit` units."""
    line = _SPACES.sub(" ", clean(text[: 4 * limit])).strip()
    return line if units(line) <= limit and len(text) <= 4 * limit else f"{_head(line, limit - 1)}…"


def inline(text: str, limit: int) -> str:
    """One escaped line of untrusted text; at most `limit` units before escaping, twice that after."""
    return escape(plain(text, limit))


def visible(text: str, limit: int) -> str:
    """As `inline`, with an ellipsis where nothing of `text` can be seen, so that Markdown around it holds."""
    return inline(text, limit) or "…"


def label(text: str) -> str:
    """As `plain`, for a button: at most 80 units, an ellipsis where nothing can be seen."""
    return plain(text, 80) or "…"


def _head(line: str, limit: int) -> str:
    head = line[:limit]
    while units(head) > limit or (head and _continues(line, len(head))):
        head = head[:-1]
    return head.rstrip()


def _continues(text: str, position: int) -> bool:
    """Whether cutting `text` at `position` would part a character from its marks or joiners."""
    after = text[position : position + 1]
    return bool(after) and (
        after in _JOINERS or text[position - 1] in _JOINERS or unicodedata.category(after)[0] == "M"
    )


def safe_url(url: str | None) -> str | None:
    """Give `url` if it is http or https with a plain host, percent-encoded for a masked link; else None.

    User names before the host, other schemes, hosts beyond ASCII and URLs over 500 characters are
    refused: each of them can dress one site up as another.
    """
    if not url or len(url) > _URL_LIMIT or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc):
        return None
    encoded = quote(url, safe="%/:=&?~#+!$,;@._-")
    return encoded if len(encoded) <= _URL_LIMIT else None


def link(label: str, url: str | None, limit: int) -> str:
    """Give `label` as a masked link to `url`, or as plain escaped text where `url` is not safe to link.

    Discord does not make a link of a label with brackets or with something like a URL in it: there the
    label stays text and the link follows it.
    """
    line = plain(label, limit)
    shown = escape(line)
    target = safe_url(url)
    if target is None:
        return shown
    if re.search(r"[\[\]<>]|://", line) or not shown:
        return f"{shown} [link]({target})".lstrip()
    return f"[{shown}]({target})"
