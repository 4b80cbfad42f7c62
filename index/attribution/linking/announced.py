"""Texts that a sentence announces, such as a speech or a letter, and whose they are: "He read her letter:"."""

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft
from index.text.words import words

TEXTS = words(
    """
    speech address statement letter remarks message testimony sermon email e-mail post eulogy tribute lecture toast
    verdict advice answer reply response comment reaction warning explanation plea prayer conclusion question demand
    """
)
_OWN = words("his her their")
_SHOWING = words("read reads reading released published shared")
_CLITICS = frozenset({"'s", "’s", "'", "’"})
_ADJECTIVES = 2  # between the owner of a text and its noun


def is_shown(block: Block, draft: LinkDraft) -> bool:
    """Whether a draft of `block` only tells that a text was read out or shown, which may be another's."""
    return not _SHOWING.isdisjoint(block.tokens.words(draft.cue))


def is_own(word: str) -> bool:
    """Whether a word says of a text that it is somebody's who is named elsewhere: "her speech"."""
    return word.lower() in _OWN


def author_in(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """The words of a sentence, from token `start` on, that say whose a text is that it speaks of, as a range of tokens:
    "[Ana Ruiz]'s letter", "[her] speech", "a statement on [their] behalf", "a statement on behalf of [Ana Ruiz]"."""
    text = block.tokens.text
    for noun in range(end - 1, start, -1):
        if text[noun] not in TEXTS or block.quoting[noun] is not Quoting.OUTSIDE:
            continue
        behind = text[noun + 1 : noun + 4]
        if behind == ("on", "behalf", "of"):
            return noun + 4, max(noun + 5, end - 1)
        if behind[:1] == ("on",) and behind[1:2] != () and behind[1] in _OWN and behind[2:] == ("behalf",):
            return noun + 2, noun + 3
        for at in range(noun - 1, max(start - 1, noun - 2 - _ADJECTIVES), -1):
            if text[at].lower() in _OWN:
                return at, at + 1
            if text[at] in _CLITICS and at > start:
                return start, at
    return None
