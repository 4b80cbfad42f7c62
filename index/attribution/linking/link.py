"""From frames to links: what the tagger learned reconciled with what the page shows.

Quotations are given whole to whom they belong, speakers who share a sentence are parted, and what is reported inside
somebody's words is theirs ("only the outermost attribution").
"""

from collections.abc import Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities
from index.attribution.linking.amends import amend
from index.attribution.linking.contents import only_said
from index.attribution.linking.drafts import Link, LinkDraft, ask, draft_of
from index.attribution.linking.interviews import plain_answers
from index.attribution.linking.letters import letters
from index.attribution.linking.participles import follow_description, is_description, keep_described
from index.attribution.linking.quotes import reconcile
from index.attribution.linking.rules import (
    agreed,
    is_label,
    is_no_report,
    is_topic,
    keep_to_sentence,
    leave_topic,
    leave_venue,
    overlooked,
    reach_back,
    sentence_of,
    without_dateline,
)
from index.attribution.linking.scripts import ScriptLine, script_lines
from index.attribution.linking.supposed import is_of_a_thing
from index.attribution.linking.unsaid import is_idiom, says_nothing
from index.attribution.linking.untagged import Untagged
from index.attribution.linking.voices import findings, give_own_voice, revoice, worded
from index.attribution.tagger.frames import Range, Reading
from index.model.article import Act, Span
from index.text.cues import cue_acts
from index.text.folding import bare
from index.text.roles import ROLES
from index.text.words import FINITE

_TURNS = frozenset({"but", "while", "although", "though", "whereas", "and"})
_JOINING = frozenset({"and", "but", "or", "then"})
_BETWEEN = frozenset("also then later even has have had".split())
_PAUSES = frozenset({",", ";", "—", "–", "--"})
_APPOSITION = frozenset({"a", "an", "who", "which", "whose", "one"})
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_AUXILIARIES = frozenset("is was are were has had have will would can could may might did does went took made".split())
_CUES, _CUES_EVERY = 8, 8  # cues of a block at most: so many, and one more every so many tokens; prose has half as many
_LOOKED, _LOOKED_EVERY = 60_000, 2  # tokens looked at for the cues of an article at most: so many, and so many a token
_NAME = 5  # tokens of a name between commas at most, and in which an office has its noun
_OFFICE = 12  # tokens of an office between commas at most
_TURN = 12  # tokens from the conjunction to the verb of the other speaker


def link(reading: Reading, blocks: Sequence[Block], entities: Entities) -> list[Link]:
    """All links of an article, by the start of their first content."""
    drafts_of: list[list[LinkDraft]] = [[] for _ in blocks]
    scripted = {line.block: line for line in plain_answers(blocks, entities)}
    scripted |= {line.block: line for line in script_lines(blocks, entities)}
    scripted |= {line.block: line for line in letters(blocks, entities)}
    spared = _LOOKED
    for numbers in reading.windows():
        tags = reading.tagged(numbers)
        cues: list[tuple[int, Range]] = []
        for number, tagged in zip(numbers, tags, strict=True):
            spared += _LOOKED_EVERY * len(blocks[number].tokens)
            for cue in tagged.cues[: _CUES + len(blocks[number].tokens) // _CUES_EVERY]:
                spared -= reading.looked_at(number, cue)
                if spared < 0:
                    break
                cues.append((number, cue))
        for found in reading.frames(cues):
            frame = agreed(found, tags[found.block - numbers.start])
            block = blocks[frame.block]
            draft = draft_of(frame, block, "frame")
            if not is_label(block, draft, entities) and not is_topic(block, draft, entities):
                drafts_of[frame.block].append(draft)
        for number in numbers:
            line = scripted.get(number)
            if line is not None:
                drafts_of[number] = _scripted(line)
            else:
                _reconciled(reading, blocks, number, drafts_of)
    for number, block in enumerate(blocks):
        amend(block, number, drafts_of[number], entities)
    Untagged(blocks, entities, drafts_of).ascribe()
    drafts = [
        draft
        for number, block in enumerate(blocks)
        for draft in _outermost([d for d in drafts_of[number] if _reports(block, d, entities)], block)
        if not is_no_report(block, draft)
    ]
    for draft in drafts:
        leave_topic(blocks[draft.block], draft, entities)
        draft.contents = only_said(blocks[draft.block], draft)
        draft.contents = [without_dateline(content, blocks[draft.block]) for content in draft.contents]
    drafts.sort(key=lambda d: (d.contents[0].start, d.cue.start))
    return [Link(tuple(d.contents), _cue(d), d.mention, None, d.rule) for d in drafts]


def _reports(block: Block, draft: LinkDraft, entities: Entities) -> bool:
    """Whether a draft has contents and is neither an idiom, nor what a thing does, nor a headline's topic."""
    if not draft.contents or says_nothing(block, draft):
        return False
    return not is_topic(block, draft, entities) and not is_of_a_thing(block, draft, entities)


def _cue(draft: LinkDraft) -> Span | None:
    """The words that report what a draft says; None where that itself stands for them."""
    return None if any(content.holds(draft.cue) for content in draft.contents) else draft.cue


def _scripted(line: ScriptLine) -> list[LinkDraft]:
    """The drafts of a block that is a line of a script: one, or none for a reporter's question."""
    if line.content is None:
        return []
    cue = line.cue or Span(line.content.start, line.content.start + 1)
    return [LinkDraft(line.block, cue, line.mention, [line.content], line.rule)]


def _reconciled(reading: Reading, blocks: Sequence[Block], number: int, drafts_of: Sequence[list[LinkDraft]]) -> None:
    """Bring the drafts of a block in line with what the page shows."""
    block, drafts = blocks[number], drafts_of[number]
    described = [draft for draft in drafts if is_description(block, draft)]
    drafts[:] = [draft for draft in drafts if draft not in described]
    for draft in drafts:
        keep_to_sentence(block, draft)
        leave_venue(block, draft)
        revoice(block, draft)
        keep_described(block, draft)
    overlooked(reading, number, block, drafts)
    drafts[:] = [draft for draft in drafts if not is_idiom(block, draft)]
    for draft in described:
        follow_description(block, draft, drafts)
    findings(number, block, drafts)
    reconcile(reading, blocks, number, drafts_of)
    worded(number, block, drafts)
    for draft in drafts:
        give_own_voice(block, draft, drafts)
        _according_to(block, draft)
        reach_back(block, draft, drafts)
    _share_mentions(reading, number, block, drafts)
    _split_turns(reading, number, block, drafts)


def _according_to(block: Block, draft: LinkDraft) -> None:
    """Part "According to the league, the average is 415": what follows the name's comma is what the league said."""
    words = block.tokens.text
    first, last = block.tokens.range(draft.cue)
    opens = first == 0 or block.stops[first - 1] or block.quoting[first - 1] is Quoting.CLOSING
    if not opens or " ".join(words[first:last]).lower() != "according to":
        return
    end = next((i + words[i][0].isalnum() for i in range(last, len(words)) if block.stops[i]), len(words))
    commas = [
        i for i in range(last + 1, min(end, len(words) - 1)) if words[i] == "," and block.quoting[i] is Quoting.OUTSIDE
    ]
    if not commas:
        return
    comma = commas[0]
    if not _AUXILIARIES.isdisjoint(words[last:comma]):
        return  # "According to the league over 400 were there, most of them ..."
    if len(commas) > 1 and _is_apposition(words[comma + 1 : commas[1]]):
        comma = commas[1]
    mention = block.tokens.span(last, comma)
    held = draft.mention is not None and draft.mention.start == mention.start and draft.mention.end <= mention.end
    if held and any(c.start > mention.end for c in draft.contents):
        return
    draft.mention = mention
    draft.contents = [block.tokens.span(comma + 1, max(end, comma + 2))]


def _is_apposition(words: Sequence[str]) -> bool:
    """Whether the words between two commas say who the one before them is."""
    if words and words[0].lower() in _APPOSITION:
        return words[0].lower() != "one" or tuple(words[1:2]) == ("of",)
    office = len(words) <= _OFFICE and words[:1] != ("the",) and FINITE.isdisjoint(words)
    if office and any(bare(word) in ROLES for word in words[:_NAME]):
        return True  # "Ana Ruiz, deputy news director at the Quay Courier, "
    return 0 < len(words) <= _NAME and all(word[0].isupper() or not word[0].isalnum() for word in words)


def _share_mentions(reading: Reading, number: int, block: Block, drafts: Sequence[LinkDraft]) -> None:
    """Give a participle without a mention ("..., adding that ...") and a verb joined on ("... and warned that ...") the
    mention of the cue before it in its sentence, or the subject that follows it ("After saying that ..., she ...")."""
    words = block.tokens.text
    for draft in sorted(drafts, key=lambda d: d.cue.start):
        first = block.tokens.range(draft.cue)[0]
        start = sentence_of(block, first)[0]
        elsewhere = draft.mention is not None and draft.mention.end <= block.tokens.start[start]
        joined = draft.mention is None and _is_joined(block, first)
        if not joined and (not words[first].endswith("ing") or (draft.mention is not None and not elsewhere)):
            continue
        named = [d for d in drafts if d.mention is not None and start <= block.tokens.index(d.cue.start) < first]
        if named:
            draft.mention = max(named, key=lambda d: d.cue.start).mention
        elif joined:
            draft.mention = _joined_subject(reading, number, block, start, first)
        elif first <= start + 1:
            _find_subject(block, draft)


def _is_joined(block: Block, first: int) -> bool:
    """Whether a cue at token `first` has the subject of the verb that a conjunction joins it to."""
    words = block.tokens.text
    at = first - 1
    while at > 0 and (words[at].endswith("ly") or words[at].lower() in _BETWEEN):
        at -= 1
    return at > 0 and words[at].lower() in _JOINING and block.quoting[first] is Quoting.OUTSIDE


def _joined_subject(reading: Reading, number: int, block: Block, start: int, first: int) -> Span | None:
    """The subject of the nearest verb of saying before token `first` of a sentence that reports nothing itself:
    "Ana Ruiz accused the club of greed and warned that ..."."""
    words = block.tokens.text
    for at in range(first - 2, start, -1):
        if cue_acts().get(words[at].lower()) is Act.SAID and block.quoting[at] is Quoting.OUTSIDE:
            mention = ask(reading, number, block, at, "joined").mention
            return mention if mention is not None and mention.end <= block.tokens.start[at] else None
    return None


def _find_subject(block: Block, draft: LinkDraft) -> None:
    """Give a fronted participle the subject of the main clause behind its content, which ends at the comma there."""
    words = block.tokens.text
    for number, content in enumerate(draft.contents):
        low, high = block.tokens.range(content)
        for at in range(low + 1, min(high + 2, len(words) - 1)):
            comma = words[at - 1] == "," and block.quoting[at] is Quoting.OUTSIDE
            if not comma and not (block.quoting[at - 1] is Quoting.CLOSING and words[at - 2] == ","):
                continue
            end = at + 1 if words[at] in _SUBJECTS else at
            while end < len(words) - 1 and words[end][0].isupper():
                end += 1
            if end > at and (words[at] in _SUBJECTS or _is_finite(words[end])):
                draft.mention = block.tokens.span(at, end)
                cut = block.tokens.end[at - 1 - (words[at - 1] == ",")]
                draft.contents = [*draft.contents[:number], Span(content.start, cut)]
                return


def _is_finite(word: str) -> bool:
    return word in _AUXILIARIES or word in cue_acts() or (len(word) > 3 and word.endswith("ed"))


def _split_turns(reading: Reading, number: int, block: Block, drafts: list[LinkDraft]) -> None:
    """Give ", but engineers said it was safe" to the engineers where it was taken for what came before."""
    acts = cue_acts()
    words = block.tokens.text
    for draft in list(drafts):
        for content in draft.contents:
            first, last = block.tokens.range(content)
            for turn in range(first + 2, last - 2):
                if (
                    words[turn].lower() not in _TURNS
                    or words[turn - 1] not in _PAUSES
                    or draft.cue.start > content.start
                ):
                    continue
                at = next(
                    (i for i in range(turn + 2, min(last, turn + _TURN)) if acts.get(words[i].lower()) is Act.SAID),
                    0,
                )
                if not at or any(block.quoting[i] is not Quoting.OUTSIDE for i in range(turn, at + 1)):
                    continue
                other = ask(reading, number, block, at, "turn")
                start = block.tokens.start[turn]
                if other.mention is not None and other.mention.start >= start and other.contents:
                    draft.contents = [c for c in _cut(draft.contents, block.tokens.end[turn - 2]) if len(c)]
                    drafts.append(other)
                    break
            else:
                continue
            break


def _cut(contents: Sequence[Span], end: int) -> list[Span]:
    """`contents` up to `end`."""
    return [Span(c.start, min(c.end, end)) for c in contents if c.start < end]


def _outermost(drafts: list[LinkDraft], block: Block) -> list[LinkDraft]:
    """Drafts of one block without those whose words another one reports already; a quotation of their own stays."""
    kept: list[LinkDraft] = []
    for draft in sorted(drafts, key=lambda d: -sum(map(len, d.contents))):
        size = sum(map(len, draft.contents))
        inside = any(any(c.holds(draft.cue) for c in k.contents) for k in kept)
        taken = any(sum(k.overlap(c) for c in draft.contents) > size / 2 for k in kept)
        if taken and not inside:
            own = [c for c in draft.contents if not any(k.overlap(c) for k in kept)]
            draft.contents = [c for c in own if any(c.holds(q.span) for q in block.quotations)]
        if not inside and draft.contents:
            kept.append(draft)
    return kept
