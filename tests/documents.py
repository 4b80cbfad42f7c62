"""README.md and what stands in docs, as their tests read them."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
WORDS = {
    path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *ROOT.glob("docs/*.md"))
}
TOKENS = {path: MarkdownIt("commonmark").enable("table").parse(words) for path, words in WORDS.items()}
README, MODERATING, OPERATING, API = (
    Path(name) for name in ("README.md", "docs/moderating.md", "docs/operating.md", "docs/python-api.md")
)


def blocks(path: Path, language: str) -> list[str]:
    return [token.content for token in TOKENS[path] if token.type == "fence" and token.info == language]


def simple_commands(line: str) -> Iterator[list[str]]:
    """Split a shell line into its commands, without redirections."""
    words: list[str] = []
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    for word in lexer:
        if set(word) <= set("|&;"):
            yield words
            words = []
        else:
            words.append(word)
    if words:
        yield words
