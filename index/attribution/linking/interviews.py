"""Interviews set without quotation marks: a reporter's questions and, beneath each, what the one who is asked says."""

import re
from collections.abc import Iterator, Sequence

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities, Mention
from index.attribution.linking.scripts import ScriptLine, interviewed
from index.text.words import words

_QUESTIONS = 3  # from which on an article is an interview
_LONGEST = 70  # tokens of a question
_REMARK = 16  # tokens of a remark that asks
_SHARE = 2  # half of the questions speak to somebody, and half of the answers of who speaks
_ADDRESSING = words("you your yours yourself")
_SPEAKING = words("i me my mine myself we us our ours")
_ABOUT = words("he she they his her their")
_MARKS = frozenset("*_”\"’'")
# What tells beforehand that somebody was asked: "She spoke to Ana Ruiz about fire".
_ANNOUNCED = re.compile(
    r"\b(?:interview(?:s|ed)?|(?:spoke|speaks|talk(?:s|ed)|chat(?:s|ted)|sat down|sits down|caught up|catches up)"
    r" (?:to|with)|talks about|in conversation with|q ?& ?a|\w+ questions (?:for|to|with)|minutes with"
    r"|answers our questions)\b",
    re.IGNORECASE,
)


def plain_answers(blocks: Sequence[Block], entities: Entities) -> Iterator[ScriptLine]:
    """The questions and answers of an interview without marks, each a line of a script.

    Questions that nobody is asked, and answers in which nobody says "I", are those of a guide to something.
    """
    asked = [number for number, block in enumerate(blocks) if number and _is_question(block)]
    addressed = sum(not _ADDRESSING.isdisjoint(_said(blocks[number])) for number in asked)
    if len(asked) < _QUESTIONS or addressed * _SHARE < len(asked):
        return
    asked = sorted({*asked, *_remarks(blocks, asked)})
    beneath = [number + 1 for number in asked if number + 1 < len(blocks) and number + 1 not in asked]
    spoken = sum(not _SPEAKING.isdisjoint(_said(blocks[number])) for number in beneath)
    first = blocks[asked[0]].tokens.start[0]
    if spoken * _SHARE < len(beneath) or spoken < _QUESTIONS or not _ANNOUNCED.search(entities.text, 0, first):
        return
    person = interviewed(entities, first, blocks[0].tokens.end[-1])
    if person is None:
        return
    mention = entities.all[person].mentions[0]
    answering = False
    for number in range(asked[0], len(blocks)):
        block = blocks[number]
        whole = block.tokens.span(0, len(block.tokens))
        if number in asked:
            answering = True
            yield ScriptLine(number, None, None, None, "question")
        elif block.quoting[0] is Quoting.OUTSIDE and answering:
            answering = _is_own(block, entities.within(whole), person, first=number - 1 in asked)
            if answering:
                yield ScriptLine(number, None, mention, whole, "answer")


def _is_question(block: Block) -> bool:
    """Whether a paragraph asks something, as far as it is not quoted, and ends with that."""
    at = len(block.tokens) - 1
    while at > 0 and block.tokens.text[at] in _MARKS:
        at -= 1
    outside = block.quoting[at] is Quoting.OUTSIDE and block.quoting[0] is Quoting.OUTSIDE
    return block.tokens.text[at] == "?" and outside and at < _LONGEST


def _remarks(blocks: Sequence[Block], asked: Sequence[int]) -> Iterator[int]:
    """The paragraphs below the first question that ask by a remark, such as "Your mother appears in it."."""
    for number in range(asked[0] + 2, len(blocks) - 1):
        block = blocks[number]
        said, before = _said(block), {number - 1, number + 1}
        short = len(block.tokens) <= _REMARK and set(block.quoting) == {Quoting.OUTSIDE}
        if short and before.isdisjoint(asked) and not _ADDRESSING.isdisjoint(said) and _SPEAKING.isdisjoint(said):
            yield number


def _said(block: Block) -> set[str]:
    """The words of a block that are not quoted, in lower case."""
    return {
        word.lower() for word, state in zip(block.tokens.text, block.quoting, strict=True) if state is Quoting.OUTSIDE
    }


def _is_own(block: Block, mentions: Sequence[Mention], person: int, *, first: bool) -> bool:
    """Whether a paragraph beneath a question is in the words of who is asked, the first one or one after that."""
    said = _said(block)
    if any(mention.entity == person and not mention.quoted for mention in mentions):
        return False
    if not _SPEAKING.isdisjoint(said):
        return True
    return first and block.tokens.text[0].lower() not in _ABOUT
