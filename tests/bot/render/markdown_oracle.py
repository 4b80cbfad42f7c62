"""What Discord's client makes of Markdown, as far as tests need it: the text shown, and whatever is not text.

Written from the client's documented behaviour and from its parser's published ancestor (simple-markdown: a
backslash takes the meaning from any character that is neither a letter, a digit nor white space). It errs on
the strict side: a lone marker that the client would leave as text counts as a construct.
"""

import re
from string import ascii_letters

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_LINE_START = {
    "heading": re.compile(r" *(?:#{1,3}|-#)\s"),
    "quotation": re.compile(r" *>{1,3} "),
    "list": re.compile(r"[ \t]*(?:[-*+]|\d+[.)])(?=\s|$)"),
    "rule": re.compile(r"[ \t]*(?:-{3,}|={2,})[ \t]*$", re.MULTILINE),
}
_INLINE = {
    "emphasis": re.compile(r"[*_]"),
    "code": re.compile(r"`"),
    "strikethrough": re.compile(r"~"),
    "spoiler": re.compile(r"\|\|"),
    "masked link": re.compile(r"\[[^\]]*\]\("),
    "angle brackets": re.compile(r"<[^>\s]"),
    "everyone": re.compile(r"@(?:everyone|here)"),
    "bare URL": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/"),
    "emoji": re.compile(r":[^\s:]+:"),
    "character reference": re.compile(r"&#?\w{1,32};"),
}

_FIRST = {"*": "emphasis", "_": "emphasis", "`": "code", "~": "strikethrough", "|": "spoiler", "[": "masked link"}
_FIRST |= {"<": "angle brackets", "@": "everyone", ":": "emoji", "&": "character reference"}
_FIRST |= dict.fromkeys(ascii_letters, "bare URL")
"""The only inline construct that can begin with a character."""

_TEXT = re.compile(r"(?:[^\\\n*_`~|\[<@:&A-Za-z]+|\\[^0-9A-Za-z\s])+")
_TEXT_WITHOUT_URLS = re.compile(r"(?:[^\\\n*_`~|\[<@:&]+|\\[^0-9A-Za-z\s])+")
"""What is text for sure, with what a backslash makes it."""


def render(source: str) -> tuple[str, set[str]]:
    """Give the text that `source` is shown as, and the names of the constructs that are active in it."""
    shown: list[str] = []
    found: set[str] = set()
    plain = _TEXT if ":/" in source else _TEXT_WITHOUT_URLS
    at = 0
    while at < len(source):
        if at == 0 or source[at - 1] == "\n":
            found |= {name for name, rule in _LINE_START.items() if rule.match(source, at)}
        if text := plain.match(source, at):
            shown.append(_ESCAPED.sub(r"\1", text[0]))
            at = text.end()
            continue
        name = _FIRST.get(source[at])
        if name is not None and name not in found and _INLINE[name].match(source, at):
            found.add(name)
        shown.append(source[at])
        at += 1
    return "".join(shown), found
