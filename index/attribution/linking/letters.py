"""Letters from readers: a page of them, or one, each in the words of whose name stands beneath."""

import re
from collections.abc import Iterator, Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities
from index.attribution.linking.scripts import ScriptLine
from index.model.article import Span
from index.text.tokens import DASHES
from index.text.words import COMMON, FINITE, PARTICLES, words

# What a headline calls a page of letters.
_PAGE = re.compile(
    r"^(?:your\s|readers[’']\s|today[’']s\s)?letters?\b(?:$|:|\s(?:to|from)\s(?:the|our)\b|\sto\seditor)"
    r"|\bletters?\sto\sthe\seditor\b|\breaders[’']\s(?:letters|views)\b|\byour\s(?:letters|views)\b|\b(?:post|mail)bag\b",
    re.IGNORECASE,
)
_SALUTED = words("sir madam editor")
_HEADLINE = 15  # tokens of a headline at most
_SIGNATURE = 14  # and of a name with where somebody lives
_NAME = 6  # tokens of the name
_SALUTATION = 6  # tokens of "Dear Ms Ruiz:" at most
_SMALL = PARTICLES | words("in of the and")
_LETTERS = 2  # with a salutation, from which on a page without a headline that says so is one of letters
_WITHHELD = words("name names anonymous")  # "Name and address supplied"


def letters(blocks: Sequence[Block], entities: Entities) -> Iterator[ScriptLine]:
    """The paragraphs of letters from readers, each a line of who signed beneath: "Ana Ruiz, Tollan"."""
    signed = [(number, name) for number in range(2, len(blocks)) if (name := _signature(blocks, number)) is not None]
    if not signed:
        return
    found = [(name, list(_above(blocks, number))) for number, name in signed]
    saluted = sum(any(_salutation(blocks[at]) for at in written) for _, written in found)
    headed = any(
        len(block.tokens) <= _HEADLINE and _PAGE.search(_text(entities, block)) is not None for block in blocks[:2]
    )
    if not headed and saluted < _LETTERS:
        return
    for name, written in found:
        withheld = entities.text[name.start : name.end].split()[0].lower() in _WITHHELD
        for at in written:
            tokens = blocks[at].tokens
            content = tokens.span(_salutation(blocks[at]), len(tokens))
            yield ScriptLine(at, None, None if withheld else name, content, "letter")


def _text(entities: Entities, block: Block) -> str:
    whole = block.tokens.span(0, len(block.tokens))
    return entities.text[whole.start : whole.end]


def _signature(blocks: Sequence[Block], number: int) -> Span | None:
    """The name that a paragraph consists of, with where somebody lives, beneath one that ends with a sentence."""
    tokens = blocks[number].tokens
    text = tokens.text
    if len(tokens) > _SIGNATURE or _goes_on(blocks[number]) or not _goes_on(blocks[number - 1]):
        return None
    if text[0].lower() in _WITHHELD and text[-1].lower() in ("supplied", "withheld", "provided"):
        return tokens.span(0, len(text))
    start = int(text[0] in DASHES)
    end = start
    while end < min(len(text), start + _NAME) and (text[end][0].isupper() or text[end] in (*_SMALL, ".")):
        end += 1
    name = text[start:end]
    place = text[end + 1 :]
    if not (name and name[0][0].isupper() and name[-1][0].isupper()) or text[end : end + 1] not in ((), (",",)):
        return None
    plain = FINITE.isdisjoint(text) and (start == 1 or name[0].lower() not in COMMON)
    known = all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in place[:1])
    return tokens.span(start, end) if len(name) > 1 and plain and known else None


def _goes_on(block: Block) -> bool:
    """Whether a paragraph ends as sentences do."""
    return block.stops[-1] or (block.quoting[-1] is Quoting.CLOSING and block.tokens.text[-2] in (".", "?", "!", "…"))


def _above(blocks: Sequence[Block], number: int) -> Iterator[int]:
    """The paragraphs of the letter that a signature stands beneath, the last one first."""
    for at in range(number - 1, 0, -1):
        if not _goes_on(blocks[at]) or blocks[at].tokens.text[0] == "(":
            return
        yield at
        if _salutation(blocks[at]):
            return


def _salutation(block: Block) -> int:
    """How many tokens a paragraph begins with that only greet: "SIR –", "Dear Ms Ruiz:"; 0 if it does not."""
    text = block.tokens.text
    if text[0].lower() in _SALUTED and len(text) > 2 and text[1] in (*DASHES, ",", ":"):
        return 2
    if text[0].lower() == "dear":
        return next((at + 1 for at in range(1, min(len(text) - 1, _SALUTATION)) if text[at] in (",", ":", *DASHES)), 0)
    if [word.lower() for word in text[:3]] == ["to", "the", "editor"] and len(text) > 4:
        return 3 + (text[3] in (",", ":", *DASHES))
    return 0
