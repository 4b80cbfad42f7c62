"""What only looks like a report: idioms, labels, questions put to somebody, what was never said.

"That said, ...", "is said to", "never said that", "asked not to be named", "called off the tour".
"""

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.prizes import is_no_word
from index.attribution.linking.rules import is_named, sentence_of
from index.attribution.linking.supposed import is_supposed
from index.model.article import Span
from index.text.cues import cue_acts
from index.text.words import BEING, NUMERALS, words

ASKED = words("asked pressed questioned")
_ADDED = words("added adds adding")  # "25 points" as well as that it was late
_VERBS = words("is are was were be been has have had will would can could may might should must did does do said")
_POINTING = words("it this that")  # what the sentence before says: "That’s according to ..."
_NO_WORDS = _POINTING | {"what", "which", "so", "here"}
_NOT = words("not n't n’t 't ’t never nor neither")
_IS = BEING | words("'s ’s")
_SAY = words("say said says saying tell told")
_EMPTY = words("nothing anything something")
_ABOUT = words("about to of more else on")
_LABELS = words(
    "disclaimer review verdict pros cons rating related shows show video watch read more note photo photos credit "
    "source sources tags"
)
_CALLING_ON = frozenset({"Ask", "Dear", "ASK", "DEAR"})
_REQUESTED = words(
    "ask asks asked asking requested requesting preferred preferring want wants wanted wish wishes wished"
)
_NAMED = words("named identified quoted called known anonymous")
_OFF = words("call calls called calling")  # "called off the tour"
_WHILE = words("as while before until")
_MEANWHILE = words("when after before while until")
_REACTS = words(
    "laughed laughs smiled smiles grinned grins shrugged shrugs nodded nods sighed sighs chuckled cried wept"
)
_CONTINUES = words("continue continues continued continuing")
_HEARSAY = words("reported accused alleged rumoured rumored suspected")  # in the passive: by nobody who is named
_SO_WHAT = words("in to at on and when but again himself herself themselves publicly outright")
_BACK = 4  # tokens before a verb in which it is negated


def opens(block: Block, at: int) -> bool:
    """Whether a token opens its sentence, or what "when" does: "she said when [asked] about it"."""
    first = sentence_of(block, at)[0]
    return (
        at == first
        or block.tokens.text[at - 1].lower() == "when"
        or (at == first + 1 and block.tokens.text[first] == "“")
    )


def says_nothing(block: Block, draft: LinkDraft) -> bool:
    """Whether a draft reports no speech: an idiom, a label, a question put to somebody, what was never said."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    cue = [word.lower() for word in tokens.text[first:last]]
    if not cue:
        return False  # words that the page itself gives somebody
    mention = tokens.words(draft.mention) if draft.mention is not None else ()
    named = [word.lower() for word in mention]
    if cue[-1] == ":":
        asked = draft.mention is not None and _is_asked(block, draft.mention)
        return asked or (0 < len(named) <= 2 and not _LABELS.isdisjoint(named))
    if (
        is_idiom(block, draft)
        or is_supposed(block, draft)
        or is_no_word(block, draft)
        or (cue[-1] in _SAY and _is_empty(_behind(block, draft, last)))
        or (draft.mention is None and cue[0] in ASKED and cue[-1] == "about" and opens(block, first))
        or _is_rumour(block, first, cue)
        or _is_work(block, draft, cue)
    ):
        return True
    if not _OFF.isdisjoint(cue) and "off" in (cue[-1], *_behind(block, draft, last)[:1]):
        return True
    if any(q.span.overlaps(content) for q in block.quotations for content in draft.contents):
        return False
    if all(said and _NO_WORDS.issuperset(said) for said in (_words_in(block, c) for c in draft.contents)):
        return True
    if cue[0] in ASKED and (opens(block, first) or _is_aside(block, draft, first)):
        by = "by" in (cue[-1], *tokens.text[last : last + 1])
        return draft.mention is None or not by
    said = _words_in(block, draft.contents[0])
    if _is_hearsay(block, draft, cue) or _is_deed(block, draft, cue, said) or _is_told_of(block, draft, said):
        return True
    if cue[-1] in _SAY:
        return _is_unsaid(block, first, cue)
    if cue[-1] in _ADDED and said and (said[0].isdigit() or said[0] in NUMERALS):
        return _VERBS.isdisjoint(said[: said.index("and")] if "and" in said else said)
    return (bool(said) and _POINTING.issuperset(said)) or (
        cue[-1] == "asked" and said[-1:] in (["question"], ["questions"])
    )


def _is_asked(block: Block, mention: Span) -> bool:
    """Whether somebody is only called on: "Ask Dr Vohn: why does it leak?"."""
    first = block.tokens.range(mention)[0]
    return not _CALLING_ON.isdisjoint(block.tokens.text[max(0, first - 1) : first + 1])


def _is_work(block: Block, draft: LinkDraft, cue: list[str]) -> bool:
    """Whether all that a verb of no list reports is a name in marks: "after hitting [“Salt and Sorrow,”] she left"."""
    if any(word in cue_acts() for word in cue):
        return False
    quoted = [q.span for q in block.quotations if any(q.span.holds(content) for content in draft.contents)]
    return len(quoted) == len(draft.contents) == 1 and is_named(block, quoted[0])


def _is_aside(block: Block, draft: LinkDraft, first: int) -> bool:
    """Whether a cue stands behind a name and a comma: "Vohn, [asked] whether it leaked, shrugged"; behind an apposition
    it may be what somebody does: "Vohn, a clerk, asked whether it leaked"."""
    text, last = block.tokens.text, -1 if draft.mention is None else block.tokens.range(draft.mention)[1]
    return last == first - 1 and text[last] == "," and "," not in block.tokens.words(draft.mention or draft.cue)


def _is_told_of(block: Block, draft: LinkDraft, said: list[str]) -> bool:
    """Whether it is only told that somebody speaks, of what or when: "[what] the board said about [the pier]", "The
    bank reports as [it awaits approval]"."""
    text, last = block.tokens.text, block.tokens.range(draft.cue)[1]
    if said == ["what"] and "about" in text[last - 1 : last + 1]:
        return True
    return block.tokens.range(draft.contents[0])[0] == last + 1 and text[last].lower() in _WHILE


def _is_hearsay(block: Block, draft: LinkDraft, cue: list[str]) -> bool:
    """Whether a passive does not tell by whom: "was reported in Tollan", "is accused of theft"."""
    text = block.tokens.text
    first, last = block.tokens.range(draft.cue)
    being = not BEING.isdisjoint([word.lower() for word in text[max(0, first - 2) : first]] + cue)
    if not being or _HEARSAY.isdisjoint(cue) or "by" in (cue[-1], *text[last : last + 1]):
        return False
    return draft.mention is None or text[max(0, block.tokens.range(draft.mention)[0] - 1)] != "by"


def _is_deed(block: Block, draft: LinkDraft, cue: list[str], said: list[str]) -> bool:
    """Whether it is only done: "laughed [when she heard it]", "asked [not to be named]", "continued [to burn]",
    "[Asked whether it leaked,] she laughed"."""
    if said[:1] != [] and said[0] in ASKED and draft.contents[0].end <= draft.cue.start:
        return True
    if (not _REQUESTED.isdisjoint(cue) and _is_nameless(said)) or (cue[-1] in _CONTINUES and said[:1] == ["to"]):
        return True
    behind = block.tokens.range(draft.contents[0])[0] == block.tokens.range(draft.cue)[1]
    return behind and cue[-1] in _REACTS and said[:1] != [] and said[0] in _MEANWHILE


def _is_nameless(said: list[str]) -> bool:
    """Whether what somebody asks for is only to be left unnamed: "not to be named", "anonymity"."""
    rest = said[said[:1] == ["not"] :]
    unnamed = rest[:2] in (["to", "be"], ["to", "remain"]) and not _NAMED.isdisjoint(rest[2:3])
    return unnamed or said[:1] == ["anonymity"] or said[:2] == ["for", "anonymity"]


def is_idiom(block: Block, draft: LinkDraft) -> bool:
    """Whether a cue is that of "That said," or "All told," at the beginning of a sentence."""
    text = block.tokens.text
    first, last = block.tokens.range(draft.cue)
    start = sentence_of(block, first)[0]
    idiom = " ".join(text[start:last]).lower() in ("that said", "all told")
    return idiom and text[last : last + 1] == (",",)


def _behind(block: Block, draft: LinkDraft, end: int) -> list[str]:
    """The words of the content right behind a cue that ends at `end`."""
    for content in draft.contents:
        low = block.tokens.range(content)[0]
        if low == end and block.quoting[low] is Quoting.OUTSIDE:
            return _words_in(block, content)
    return []


def _words_in(block: Block, span: Span) -> list[str]:
    """The words of a span, in lower case."""
    return [word.lower() for word in block.tokens.words(span) if word[0].isalnum()]


def _is_empty(said: list[str]) -> bool:
    """Whether the object of "said" tells nothing: "goodbye to his sons", "nothing", "something about bachelors"."""
    if said[:1] == ["goodbye"] or said in (["no"], ["so"], ["otherwise"], ["as", "much"]):
        return True
    if said[:1] == ["so"] or said[:2] == ["as", "much"]:
        return said[1 + (said[0] == "as")] in _SO_WHAT  # "said so in a letter"
    return bool(said) and said[0] in _EMPTY and (len(said) < 3 or said[1] in _ABOUT)


def _is_rumour(block: Block, first: int, cue: list[str]) -> bool:
    """Whether a verb only tells what is said of somebody: "is said to be “furious”", "it’s said to be slow"."""
    text = block.tokens.text
    being = not _IS.isdisjoint([*(word.lower() for word in text[max(0, first - 1) : first]), *cue[:-1]])
    return cue[-1] == "said" and being and text[first + len(cue) : first + len(cue) + 1] == ("to",)


def _is_unsaid(block: Block, first: int, cue: list[str]) -> bool:
    """Whether a verb of saying is negated ("never said"), or hearsay ("it is said that")."""
    text = [word.lower() for word in block.tokens.text[max(0, first - _BACK) : first]]
    if cue[-1] == "said" and not BEING.isdisjoint([*text[-1:], *cue[:-1]]):
        return "it" in (*text[-2:], cue[0])
    return not _NOT.isdisjoint([*text[-1:], *cue[:-1]]) or text[-2:] in (["refused", "to"], ["refusal", "to"])
