"""Speech that the page itself ascribes: lines of a transcript ("WALLACE: ...") and signed quotations ("..." — Name)."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.blocks import Block, Quoting
from index.model.article import Span
from index.text.tokens import DASHES
from index.text.words import PARTICLES

_SIGNING = DASHES | {"~"}
_LABELS = frozenset(
    "update updated watch exclusive related more note correction read breaking photos photo video opinion analysis "
    "caption editor listen live report poll headline source sources background advertisement q&a fact facts tip "
    "warning summary question answer bottom".split()
)
_SMALL = PARTICLES | {"y", "e", "of", "the", "and"}
_LONGEST_NAME = 5
_LONGEST_SIGNATURE = 14


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A whole block that is one speech, with the words that name who made it."""

    block: int
    cue: Span
    mention: Span
    content: Span
    rule: str


def script_lines(blocks: Sequence[Block]) -> list[ScriptLine]:
    """Transcript lines and signed quotations, in order of appearance.

    A name and a colon begin a transcript's line only where quotation marks follow or other lines of the article
    begin so too: one alone may be a label or a heading.
    """
    lines: list[ScriptLine] = []
    named = [(number, size) for number, block in enumerate(blocks) if (size := _heading(block))]
    transcript = len({_words(blocks[n], size) for n, size in named}) < len(named)  # somebody speaks twice
    for number, size in named:
        tokens, quoting = blocks[number].tokens, blocks[number].quoting
        first = int(quoting[0] is Quoting.OPENING)
        if len(tokens) <= size + 1:
            continue
        if transcript or (quoting[size + 1] is Quoting.OPENING and _fills(blocks[number], size + 1)):
            content = tokens.span(size + 1, len(tokens))
            lines.append(
                ScriptLine(number, tokens.span(size, size + 1), tokens.span(first, size), content, "transcript line")
            )
    taken = {line.block for line in lines}
    for number, block in enumerate(blocks):
        if number not in taken and (line := _signed(number, block)) is not None:
            lines.append(line)
    return sorted(lines, key=lambda line: line.block)


def _fills(block: Block, first: int) -> bool:
    """Whether everything from token `first` on is quoted."""
    return all(state is not Quoting.OUTSIDE for state in block.quoting[first : len(block.tokens) - 1])


def _words(block: Block, size: int) -> tuple[str, ...]:
    return tuple(word for word in block.tokens.text[:size] if word[0].isalnum())


def _heading(block: Block) -> int:
    """Place of the colon that ends a leading name, or 0."""
    words = block.tokens.text
    first = int(block.quoting[0] is Quoting.OPENING)
    for at in range(first, min(len(words), first + _LONGEST_NAME + 2)):
        if words[at] == ":":
            name = words[first:at]
            good = bool(name) and all(
                word == "." or word in _SMALL or (word[0].isupper() and word.lower() not in _LABELS) for word in name
            )
            return at if good and name[0][0].isupper() and len(name) <= _LONGEST_NAME else 0
    return 0


def _signed(number: int, block: Block) -> ScriptLine | None:
    """A quotation from the start of the block, a dash, and a name up to its end."""
    words, tokens = block.tokens.text, block.tokens
    if not block.quotations or block.quoting[0] is not Quoting.OPENING:
        return None
    last = tokens.range(block.quotations[0].span)[1]
    if last + 1 >= len(words) or words[last] not in _SIGNING or len(words) - last > _LONGEST_SIGNATURE:
        return None
    end = last + 1
    while end < len(words) and (words[end][0].isupper() or (words[end] == "." and len(words[end - 1]) == 1)):
        end += 1
    if end == last + 1:
        return None
    return ScriptLine(
        number,
        tokens.span(last, last + 1),
        tokens.span(last + 1, end),
        block.quotations[0].span,
        "signed quotation",
    )
