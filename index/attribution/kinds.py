"""How a content is reported (direct, indirect, mixed) and what act its cue reports (said, thought, intended)."""

from collections.abc import Sequence

from index.attribution.cues import cue_acts
from index.attribution.document import Block, Quoting
from index.model.article import Act, ContentKind, Span

_DIRECT = 0.8  # share of words inside quotation marks from which a content is direct
_NEGLIGIBLE = frozenset({"that", "and", "but"})


def content_kind(block: Block, content: Sequence[Span]) -> ContentKind:
    """Kind of the part of `content` that stands in `block`, by the share of its words that are quoted."""
    words = quoted = 0
    for span in content:
        first, last = block.tokens.range(span)
        for at in range(first, last):
            word = block.tokens.text[at]
            if word[0].isalnum() and not (at == first and word.lower() in _NEGLIGIBLE):
                words += 1
                quoted += block.quoting[at] is not Quoting.OUTSIDE
    if not quoted:
        return ContentKind.INDIRECT
    return ContentKind.DIRECT if quoted >= _DIRECT * words else ContentKind.MIXED


def cue_act(words: Sequence[str]) -> Act:
    """The act that a cue reports: said where any of its verbs is one of saying or none is known."""
    acts = cue_acts()
    found = [acts[word.lower()] for word in words if word.lower() in acts]
    if Act.SAID in found or not found:
        return Act.SAID
    return found[0]
