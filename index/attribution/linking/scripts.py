"""Speech that the page itself ascribes: lines of a transcript ("WALLACE: ..."), answers to a reporter's questions,
signed quotations ("..." — Name) and posts with their author beneath."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities, Mention
from index.attribution.linking.rules import named_with
from index.model.article import Span
from index.text.places import PLACES
from index.text.roles import ROLES
from index.text.tokens import DASHES
from index.text.words import PARTICLES

_SIGNING = DASHES | {"~"}
_LABELS = frozenset(
    "update updated watch exclusive related more note correction read breaking photos photo video opinion analysis "
    "caption editor listen live report poll headline source sources background advertisement q&a fact facts tip "
    "warning summary question answer bottom review verdict pros cons price rating".split()
)
_ASKING, _ANSWERING = frozenset({"q", "question"}), frozenset({"a", "answer"})
_SMALL = PARTICLES | {"y", "e", "of", "the", "and"}
_LONGEST_NAME = 5
_LONGEST_SIGNATURE = 14
_SHORTEST_POST = 4  # words
_TURNS = 2  # answers from which on an article is an interview
_TITLE = 2  # what being named in the first paragraph weighs more
_HANDLE = re.compile(r"[^\w(]{0,20}\(@\w+\)")  # emoji may stand behind the name
_PART = re.compile(r"\w+")
_DEGREES = frozenset({"Ph", "PhD", "Esq"})
_LONGEST_DEGREE = 5  # letters


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A speech that fills a block, with the words that name who made it.

    Attributes
    ----------
    block : int
    cue, mention : Span | None
        None where the page does not name who it is.
    content : Span | None
        None where what is said is not the article's: a question of the reporter's.
    rule : str
    """

    block: int
    cue: Span | None
    mention: Span | None
    content: Span | None
    rule: str


def script_lines(blocks: Sequence[Block], entities: Entities) -> list[ScriptLine]:
    """Transcript lines and signed quotations, in order of appearance, at most one a block.

    A name and a colon begin a transcript's line only where quotation marks follow or other lines of the article
    begin so too: one alone may be a label or a heading.
    """
    lines = {line.block: line for line in _answers(blocks, entities)}
    named = [(number, size) for number, block in enumerate(blocks) if number not in lines and (size := _heading(block))]
    titles = _titles(blocks, named, entities.text)
    named = [(number, size) for number, size in named if number not in titles]
    transcript = len({_words(blocks[n], size) for n, size in named}) < len(named)  # somebody speaks twice
    for number, size in named:
        tokens, quoting = blocks[number].tokens, blocks[number].quoting
        first = int(quoting[0] is Quoting.OPENING)
        if len(tokens) <= size + 1:
            continue
        quoted = quoting[size + 1] is Quoting.OPENING and _fills(blocks[number], size + 1)
        if quoted or (transcript and _is_speaker(tokens.span(first, size), entities)):
            content = tokens.span(size + 1, len(tokens))
            mention = _by_initials(tokens.text[first:size], tokens.start[0], entities) or tokens.span(first, size)
            lines[number] = ScriptLine(number, tokens.span(size, size + 1), mention, content, "transcript line")
    for number, block in enumerate(blocks):
        for line in _signed(number, block, entities), _signed_beneath(blocks, number, entities):
            if line is not None:
                lines.setdefault(line.block, line)
    return sorted(lines.values(), key=lambda line: line.block)


def _titles(blocks: Sequence[Block], named: Sequence[tuple[int, int]], text: str) -> set[int]:
    """The blocks whose heading begins the name of a work, "Salt Harbour: Low Tide": with the word behind the colon it
    stands within a sentence too, or in the headline."""
    wholes = {number: named_with(blocks[number], blocks[number].tokens.start[0], size, text) for number, size in named}
    begun = Counter(wholes.values())
    return {
        number
        for number, whole in wholes.items()
        if whole is not None and (text.count(whole) > begun[whole] or (begun[whole] > 1 and whole == wholes.get(0)))
    }


def _answers(blocks: Sequence[Block], entities: Entities) -> Iterator[ScriptLine]:
    """Lines that begin with "Q:", which are the reporter's, and with "A:", which are the interviewed person's."""
    labels = {
        number: block.tokens.text[0].lower()
        for number, block in enumerate(blocks)
        if len(block.tokens) > 2 and block.tokens.text[1] in (":", ".") and block.tokens.text[0][0].isupper()
    }
    asked = [number for number, label in labels.items() if label in _ASKING]
    if not asked or not any(label in _ANSWERING for label in labels.values()):
        return
    person = interviewed(entities, blocks[asked[0]].tokens.start[0], blocks[0].tokens.end[-1])
    mention = None if person is None else entities.all[person].mentions[0]
    for number, label in labels.items():
        tokens = blocks[number].tokens
        cue, content = tokens.span(1, 2), tokens.span(2, len(tokens))
        if label in _ASKING or (label in _ANSWERING and mention is None):
            yield ScriptLine(number, None, None, None, "question")
        elif label in _ANSWERING:
            yield ScriptLine(number, cue, mention, content, "answer")


def _is_speaker(heading: Span, entities: Entities) -> bool:
    """Whether a line's heading may name who speaks, rather than what the line is about."""
    words = entities.text[heading.start : heading.end]
    if words.lower() in PLACES:
        return False
    initial = words[1:2] == "."
    return initial or words.isupper() or words.lower() in ROLES or any(m.human for m in entities.within(heading))


def _by_initials(heading: Sequence[str], start: int, entities: Entities) -> Span | None:
    """Where the article names the one person whose initials head a line: "CM:"."""
    letters = "".join(word for word in heading if word != ".")
    if not (letters.isupper() and 2 <= len(letters) <= 3):
        return None
    found = [
        entity.mentions[0]
        for entity in entities.all
        if entity.first < start and "".join(key[0] for key in entity.keys).upper() == letters
    ]
    return found[0] if len(found) == 1 else None


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
            if name and name[0].lower() == "dear":
                return 0  # a letter's salutation
            good = bool(name) and all(
                word == "." or word in _SMALL or (word[0].isupper() and word.lower() not in _LABELS) for word in name
            )
            return at if good and name[0][0].isupper() and len(name) <= _LONGEST_NAME else 0
    return 0


def _signed(number: int, block: Block, entities: Entities) -> ScriptLine | None:
    """A quotation from the start of the block, and a name up to its end, behind a dash or alone."""
    words, tokens = block.tokens.text, block.tokens
    if not block.quotations or block.quoting[0] is not Quoting.OPENING:
        return None
    quotation = block.quotations[0].span
    last = tokens.range(quotation)[1]
    if last + 1 >= len(words) or len(words) - last > _LONGEST_SIGNATURE:
        return None
    if words[last] == ":" or words[last - 2] == ":":
        return _headed(number, block, last + (words[last] == ":"), entities)
    if words[last] not in _SIGNING:
        person = _signature(tokens.span(last, len(words)), entities)
        if person is None or words[last - 2] not in (".", "?", "!", "…"):
            return None
        return ScriptLine(number, None, person.span, quotation, "signed quotation")
    end = last + 1
    while end < len(words) and (words[end][0].isupper() or (words[end] == "." and len(words[end - 1]) == 1)):
        end += 1
    if end == last + 1:
        return None
    return ScriptLine(number, tokens.span(last, last + 1), tokens.span(last + 1, end), quotation, "signed quotation")


def _headed(number: int, block: Block, at: int, entities: Entities) -> ScriptLine | None:
    """A quotation before a colon and who said it: "“I was the bear”: Ana Ruiz tells all"."""
    tokens = block.tokens
    people = [m for m in entities.within(tokens.span(at, len(tokens))) if m.human and not m.modifier]
    if not people or people[0].span.start != tokens.start[at]:
        return None
    return ScriptLine(number, None, people[0].span, block.quotations[0].span, "signed quotation")


def _signature(span: Span, entities: Entities, *, sure: bool = False) -> Mention | None:
    """The person whose name, with letters of a degree at most, is all that `span` holds; anybody's if it is `sure`."""
    people = [mention for mention in entities.within(span) if mention.human or sure]
    if len(people) != 1 or people[0].span.start != span.start:
        return None
    degrees = _PART.findall(entities.text, people[0].span.end, span.end)
    good = all(part in _DEGREES or (part.isupper() and len(part) <= _LONGEST_DEGREE) for part in degrees)
    return people[0] if good else None


def _signed_beneath(blocks: Sequence[Block], number: int, entities: Entities) -> ScriptLine | None:
    """A quotation or a post that fills the block above its author's name: "— Ana Ruiz (@anaruiz) May 3"."""
    tokens = blocks[number].tokens
    if number == 0 or sum(word[0].isalnum() or word.isascii() for word in tokens.text) > _LONGEST_SIGNATURE:
        return None
    above = blocks[number - 1]
    whole = above.tokens.span(0, len(above.tokens))
    words = sum(word[0].isalnum() for word in above.tokens.text)
    if tokens.text[0] in _SIGNING and len(tokens) > 1 and words >= _SHORTEST_POST:
        end = 1
        while end < len(tokens) and (tokens.text[end][0].isalnum() or tokens.text[end] in (".", "&", "-")):
            end += 1
        name = tokens.span(1, end) if end > 1 else None
        if name is not None and _HANDLE.match(entities.text, name.end):
            return ScriptLine(number - 1, tokens.span(0, 1), name, whole, "post")
    if above.quoting[0] is not Quoting.OPENING or not _fills(above, 0):
        return None
    start = int(tokens.text[0] in _SIGNING)
    person = _signature(tokens.span(start, len(tokens)), entities, sure=start == 1) if start < len(tokens) else None
    return None if person is None else ScriptLine(number - 1, None, person.span, whole, "signed quotation")


class Interview:
    """The answers of an interview, and who gives them."""

    def __init__(self, blocks: Sequence[Block], entities: Entities, unowned: frozenset[int]) -> None:
        self._entities = entities
        self._answers = frozenset(n for n in unowned if n and is_question(blocks[n - 1]))
        self._mentions: list[Mention] = []
        if len(self._answers) >= _TURNS:
            start = blocks[min(self._answers)].tokens.start[0]
            asked = interviewed(entities, start, blocks[0].tokens.end[-1])
            self._mentions = [m for m in entities.mentions if m.entity == asked and not m.quoted]

    def answers(self, number: int) -> bool:
        """Whether block `number` follows a question of the reporter's."""
        return number in self._answers

    def speaker(self, offset: int) -> Mention | None:
        """Where the article last names the interviewed before `offset`; None if this is no interview."""
        at = bisect_left(self._mentions, offset, key=lambda mention: mention.span.start)
        return self._mentions[at - 1] if at else None


def is_question(block: Block) -> bool:
    """Whether a paragraph is a question that nobody is quoted to have asked."""
    return block.tokens.text[-1] == "?" and all(state is Quoting.OUTSIDE for state in block.quoting)


def interviewed(entities: Entities, start: int, title: int) -> int | None:
    """The person whom an article presents before its first question at `start`; `title` ends its first paragraph."""
    weights: Counter[int] = Counter()
    for mention in entities.mentions:
        if mention.span.start >= start:
            break
        if mention.human and not mention.modifier:
            weights[mention.entity] += 2 if mention.subject else 1
            weights[mention.entity] += _TITLE * (mention.span.end <= title)
    return max(weights, key=lambda entity: weights[entity], default=None)
