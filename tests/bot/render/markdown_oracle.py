"""What Discord's client makes of Markdown, as far as tests need it: the text shown, and whatever is not text.

Written from the client's documented behaviour and from its parser's published ancestor (simple-markdown: a
backslash takes the meaning from any character that is neither a letter, a digit nor white space). It errs on
the strict side: a lone marker that the client would leave as text counts as a construct.
"""

import re

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


def render(source: str) -> tuple[str, set[str]]:
    """Give the text that `source` is shown as, and the names of the constructs that are active in it."""
    shown: list[str] = []
    found: set[str] = set()
    at = 0
    while at < len(source):
        if at == 0 or source[at - 1] == "\n":
            found |= {name for name, rule in _LINE_START.items() if rule.match(source, at)}
        if escaped := _ESCAPED.match(source, at):
            shown.append(escaped[1])
            at = escaped.end()
            continue
        found |= {name for name, rule in _INLINE.items() if rule.match(source, at)}
        shown.append(source[at])
        at += 1
    return "".join(shown), found
