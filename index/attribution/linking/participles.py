"""Participles that describe who speaks: "A man accused of theft told the court", "Ruiz, asked whether ..., said"."""

from collections.abc import Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.rules import sentence_of
from index.model.article import Act
from index.text.cues import cue_acts
from index.text.words import BEING, BREAKING, FINITE, words

_HELD = words("accused suspected convicted acquitted")  # of something, by somebody else
_DEALT_WITH = _HELD | words(
    "charged jailed imprisoned arrested detained sentenced suspended fined sacked fired dismissed banned barred"
)
_WHY = words("of with for in over after by from")
_PUT = words("asked questioned pressed told warned reminded urged")
_NAMED = words("named identified known described nicknamed dubbed pictured")
_WHAT = words("whether if why how what when where who about of at by on in for that")
_WHEN = words("after before because as while until since if")
_NOUN = 6  # tokens of who is described at most


def is_description(block: Block, draft: LinkDraft) -> bool:
    """Whether a cue is a participle that describes whom it seems to be the verb of: "A man [accused] of theft told the
    court that", "Ruiz, [asked] whether she regretted anything, said", "the captain, [named] as Otto Lind, said"."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    verb, behind = tokens.text[first].lower(), tokens.text[first + 1 : first + 2]
    if draft.mention is None or draft.mention.end > draft.cue.start:
        return False
    if verb in _HELD and behind == ("of",):
        return BEING.isdisjoint(word.lower() for word in tokens.text[max(0, first - 2) : first])
    put = verb in _PUT and behind != () and behind[0].lower() in _WHAT
    if tokens.text[first - 1] != "," or not (put or verb in _NAMED):
        return False
    stop = sentence_of(block, first)[1]
    for comma in (at for at in range(last + 1, stop - 1) if tokens.text[at] == ","):
        if block.quoting[comma] is not Quoting.OUTSIDE:
            return False
        if cue_acts().get(tokens.text[comma + 1].lower()) is Act.SAID:
            return True
    return False


def follow_description(block: Block, described: LinkDraft, drafts: Sequence[LinkDraft]) -> None:
    """Give the verb behind a participle whom that describes: "[A man] accused of robbing his aunt told"."""
    tokens = block.tokens
    first, last = tokens.range(described.cue)
    stop = sentence_of(block, first)[1]
    for at in range(last + 1, stop):
        word = tokens.text[at].lower()
        if cue_acts().get(word) is Act.SAID:
            verb = next((draft for draft in drafts if draft.cue.start == tokens.start[at]), None)
            if verb is not None and (verb.mention is None or verb.mention.end <= verb.cue.start):
                verb.mention = described.mention
            return
        ends = word in FINITE or word in BREAKING or word in _WHEN or not (word[0].isalnum() or word[0] in "'’")
        if ends or block.quoting[at] is not Quoting.OUTSIDE:
            return


def keep_described(block: Block, draft: LinkDraft) -> None:
    """Name whom a participle describes that begins a sentence, not whom it mentions last: "[A man] accused of selling a
    stove to two rivals told"."""
    if draft.mention is None:
        return
    words_ = block.tokens.text
    low, high = block.tokens.range(draft.mention)
    cue = block.tokens.range(draft.cue)[0]
    first = sentence_of(block, cue)[0]
    if high != cue or low <= first:
        return
    held = next((at for at in range(first + 1, min(low, first + 1 + _NOUN)) if words_[at] in _DEALT_WITH), None)
    if held is None or words_[held + 1] not in _WHY or held + 1 >= low:
        return
    between = [word.lower() for word in words_[first:cue] if word not in _WHY]
    plain = all(word[0].isalnum() or word in ("'s", "’s") for word in between)
    outside = all(state is Quoting.OUTSIDE for state in block.quoting[first:cue])
    if plain and outside and (FINITE | BREAKING | _WHEN).isdisjoint(between):
        draft.mention = block.tokens.span(first, held)
