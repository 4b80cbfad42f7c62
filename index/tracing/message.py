"""A chat message taken apart: what it quotes, and the words around that may name somebody."""

import re
from dataclasses import dataclass

from index.text.tokens import words_of

MOST = 3
"""Excerpts of a message that are looked at."""
_SHORTEST = 3  # words of an excerpt that is worth looking for beside others

EDGE = "\u2063"
"""Where a link begins or ends, whose words are one: an invisible separator."""

_FENCE = re.compile(r"```(?:[\w+#-]*\n)?([^`]*)(?:```|\Z)")
_CODE = re.compile(r"[{}=\\]|;$|\w\(|</?\w|^\s*(?://|#)", re.MULTILINE)
_LINK = re.compile(
    r"\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\]){1,1000})\]"
    r"\(\s?<?(?:https?://|/)(?:[^\s()<>]|\([^\s()<>]*\))*>?(?:\s\"[^\"\n]*\")?\)"
)
_NOISE = re.compile(
    r"<?\bhttps?://\S+|<a?:\w+:\d+>|<(?:@[!&]?|#|id:)\w+>|<t:-?\d+(?::\w)?>|</[^<>\n]{1,99}:\d+>"
    r"|(?<![\w.])@\w+|(?<!\w):\w+:(?=\s|$)|\|\||[*~`]{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|^(?:#{1,6}|-#)\s|\\(?=[^\w\s])",
    re.MULTILINE,
)
_HASHTAG = re.compile(r"(?<![\w<])#(\w+)")
_QUOTED = re.compile(
    r"“(?P<a>[^“”]{1,4000}?)(?:”|$)|„(?P<b>[^„“”]{1,4000}?)[“”]|«\s?(?P<c>[^«»]{1,4000}?)\s?»|»(?P<d>[^«»]{1,4000}?)«"
    r"|\"(?P<e>[^\"]{1,4000}?)\""
    r"|(?<!\w)‘(?P<f>(?:[^‘’\n]|(?<=\w)’(?=\w)|’(?=\s[^‘\n]*’)){1,2000})’(?!\w)"
    r"|(?<![\w'])'(?P<g>(?:[^'\n]|(?<=\w)'(?=\w)){1,2000})'(?!\w)"
)
_BLOCK = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*\n?", re.MULTILINE)
_MARK = re.compile(r"^[ \t]*>{1,3}[ \t]?", re.MULTILINE)
_REPORTS = re.compile(r"[\s,]*(?:[^\W\d_][\w.'’-]*[ ,]+){1,8}[^\W\d_][\w'’-]*[\s,.]*(?:and\s)?")
_BYLINE = re.compile(r"(?:^|\s)[-–—―~]{1,3}\s*(?P<name>[^\W\d_][^\n\"“”]{1,80})\s*$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quoted stretch of a message, and the words of the message before and after it that belong to it."""

    quoted: str
    before: str
    after: str
    marked: bool
    goes_on: bool = False  # after words that only report who says it: “We went,” she said, “and came back.”


def excerpts(message: str) -> tuple[Excerpt, ...]:
    """What a message quotes, in order, at most `MOST`; the whole message, unmarked, where nothing is marked."""
    text = _without_markup(message)
    found = [match for match in _QUOTED.finditer(text) if _words(match) >= 1]
    long = [match for match in found if _words(match) >= _SHORTEST]
    kept = (long or found)[:MOST]
    outside = len(words_of(_QUOTED.sub(" ", text)))
    if not long and found and outside > 6:  # only words in quotes inside a sentence of prose
        kept = []
    if not kept:
        return (Excerpt(" ".join(text.replace(EDGE, "").split()), "", "", marked=False),)
    parts = []
    for at, match in enumerate(kept):
        low = kept[at - 1].end() if at else 0
        high = kept[at + 1].start() if at + 1 < len(kept) else len(text)
        before, after = text[low : match.start()], text[match.end() : high]
        if at + 1 < len(kept):
            after = _own_after(after)
        if at:
            before = before[len(_own_after(before)) :]
        goes_on = at > 0 and _REPORTS.fullmatch(text[kept[at - 1].end() : match.start()]) is not None
        parts.append(Excerpt(_inside(match).replace(EDGE, "").strip(), before, after, marked=True, goes_on=goes_on))
    return tuple(parts)


def _without_markup(message: str) -> str:
    """What a message says, as it is shown: no Markdown, links, mentions, emoji or code; what is set apart as a
    quotation or in a code fence stands in quotation marks."""
    text = _BLOCK.sub(_unblocked, _FENCE.sub(_unfenced, _LINK.sub(_link_words, message.replace(EDGE, ""))))
    return _NOISE.sub(" ", _HASHTAG.sub(_untagged, text))


def _link_words(match: re.Match[str]) -> str:
    return f"{EDGE}{match['words']}{EDGE}"


def _unfenced(match: re.Match[str]) -> str:
    """Prose in a code fence as a quotation; of code nothing."""
    inner = match.group(1).strip()
    if _CODE.search(inner):
        return "\n"
    return f"{inner}\n" if not inner or _QUOTED.search(inner) else f"“{inner}”\n"


def _untagged(match: re.Match[str]) -> str:
    """A tag of two words written as one, which may be a name: "#EwaNowicka"; else nothing."""
    words = re.findall(r"[A-Z][a-z]+", match.group(1))
    return f"({' '.join(words)})" if len(words) == 2 and "".join(words) == match.group(1) else " "


def _own_after(between: str) -> str:
    """Of the words between two quotations, those that belong to the first: up to the line's or sentence's end."""
    lead = re.match(r"[^\n]*\n", between) if between.strip() else None
    if lead is not None and lead.group().strip():
        return lead.group()
    if re.search(r"(?::|\b(?:said|says|that))\s*$", between):
        ends = re.search(r"[.;!?\n]|\b(?:and|while|but)\b", between)
        return between[: ends.end()] if ends else ""
    return between


def _inside(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)


def _words(match: re.Match[str]) -> int:
    return len(words_of(_inside(match)))


def _unblocked(match: re.Match[str]) -> str:
    """A block quotation as a marked one, its byline outside."""
    inner = _MARK.sub("", match.group()).strip()
    if not inner:
        return "\n"
    if _QUOTED.search(inner):
        return inner + "\n"
    byline = _BYLINE.search(inner)
    if byline is not None and byline.start() > 0:
        return f"“{inner[: byline.start()].strip()}” {byline.group().strip()}\n"
    return f"“{inner}”\n"
