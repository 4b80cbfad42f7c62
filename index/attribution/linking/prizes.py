"""What is won, had, added or called, and only looks like what is said.

"claimed the top spot", "The hotel boasts a pool", "the added benefit that", "Rest assured", "A group called “Quays”".
"""

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft
from index.text.words import DETERMINERS, FINITE, words

_CLAIMED = words("claim claims claimed claiming")
_PRIZES = words(
    """
    spot title titles crown gold silver bronze medal medals prize prizes trophy trophies championship scalp wicket
    wickets life lives seat seats place places
    """
)
_BOASTED = words("boast boasts boasted boasting")
_SPOKEN = words("of about that how")
_CALLED = words("called named titled entitled dubbed nicknamed")
_LABELLED = _CALLED | words("labelled labeled branded")
_SMALL = words("the a an of and for in on to")  # words of a name
_RELATIVES = words("what which that whom who whatever")
_ADDED = words("added alleged supposed reported claimed promised suggested proposed")
_BEFORE = DETERMINERS | words("an any no some every each")


def is_no_word(block: Block, draft: LinkDraft) -> bool:
    """Whether a draft tells what somebody or something wins, has, adds or is called."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    verb = tokens.text[last - 1].lower()
    if not draft.contents:
        return False
    named = [] if draft.mention is None else [word.lower() for word in tokens.words(draft.mention)]
    if verb == "assured" and named[-1:] == ["rest"]:
        return True
    if draft.mention is None and verb in _LABELLED:
        return _is_named(block, draft)
    if draft.mention is not None and verb in _CALLED:
        return _is_name(block, tokens.range(draft.mention), first, last)
    if any(q.span.overlaps(content) for q in block.quotations for content in draft.contents):
        return False
    if verb in _ADDED and first > 0 and tokens.text[first - 1].lower() in _BEFORE:
        return True  # "has the added benefit that"
    said = [word.lower() for word in tokens.words(draft.contents[0])]
    behind = tokens.range(draft.contents[0])[0] == last and FINITE.isdisjoint(said)
    if verb in _CLAIMED:
        return behind and not _PRIZES.isdisjoint(said[:5]) and "that" not in said[:5]
    return verb in _BOASTED and behind and said[0] not in _SPOKEN


def _is_named(block: Block, draft: LinkDraft) -> bool:
    """Whether a cue without a subject only tells what something is called: "a set [called] the “Master Builder”"."""
    named = block.tokens.words(draft.contents[0])
    return all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in named)


def _is_name(block: Block, mention: tuple[int, int], first: int, last: int) -> bool:
    """Whether a thing is only called so: "Another called “Quays” has closed", unlike "what she called “folly”"."""
    text = block.tokens.text
    beside = mention[1] == first and last < len(text) and block.quoting[last] is Quoting.OPENING
    thing = text[mention[1] - 1].islower() and text[mention[0]].lower() in _BEFORE | {"a", "another", "one"}
    return beside and thing and (mention[0] == 0 or text[mention[0] - 1].lower() not in _RELATIVES)
