"""What kind of act an attribution reports: something said, or a thought, or a plan, or nothing that was ever speech.

"The minister condemned the ban" and "she announced a tour" have a verb of saying, but nobody's words. A logistic
model of the verb, the form of the content and how both stand together tells how likely it is that something was said;
it is fitted by `index.attribution.training.acts` to articles in which every statement is labelled.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from index.model.article import Act, Attribution, Span
from index.text.cues import cue_acts
from index.text.tokens import tokenise
from index.text.words import BEING, DETERMINERS, PRONOUNS

# Rules that need no verb: the page prints the words as somebody's own.
_AS_SPEECH = frozenset({"transcript line", "answer", "letter", "post", "signed quotation", "untagged", "told after"})
_OPENING, _CLOSING = '“«"', '”»"'
_QUESTIONS = frozenset("what who whom whose how why when where which".split())
_FINITE = frozenset(
    "is are was were am has have had will would can could may might must shall should do does did ’s ’re ’ll ’d".split()
)
# What tells of a report besides the verbs of `cue_acts`.
_TELLING = frozenset(
    "according per via blame blames blamed blaming held holds holding projects projected projecting appeal appeals "
    "appealed appealing weighed put puts putting clear word verdict argument message claim ran runs reads goes went"
    " came made makes making gave gives voiced statement comments remarks".split()
)
_WRITERS, _FINDING = ("i", "we", "you"), ("find", "found")
_MODALS = frozenset("would could might may will should can must".split())
_NEGATIONS = frozenset("not never n’t without declined refused".split())
_PARTICIPLES = ("ed", "en", "wn")
_LENGTHS = (2, 4, 8, 16, 30)  # words
_BEFORE = 30  # characters before a cue in which its auxiliaries stand
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_JOINING = re.compile(r"\b(that|whether|if)\s$", re.IGNORECASE)
_SAYING = re.compile(r"\bas saying[\s,:]*(that\s+)?\Z")  # of whom something else quotes
_MIGHT = re.compile(r"\b(?:may|might)\s(?:\w+\s)?\w+\Z")  # not the month
_SAID_SO = 20  # characters before a content in which that stands
_JOINED = 9  # characters before a content in which what joins it on stands
_ROOT = 3  # letters that are left of a word at least
_MOST = 30.0  # of a sum of weights; a likelihood is 0 or 1 to all intents beyond


@dataclass(frozen=True, slots=True)
class ActModel:
    """Weights of `features`, and what is made of the likelihood that something was said.

    Attributes
    ----------
    weights : mapping of str to float
        By feature; one that is not there weighs nothing.
    bias : float
    said : float
        The likelihood, from 0 to 1, from which on something is shown as said.
    something : float
        The likelihood below which a verb of saying reports nothing at all.
    """

    weights: Mapping[str, float]
    bias: float
    said: float
    something: float

    def likelihood(self, text: str, found: Attribution) -> float:
        """How likely it is that `found`, of an article with that `text`, was said; from 0 to 1."""
        total = self.bias + sum(self.weights.get(feature, 0.0) for feature in features(text, found))
        return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, total))))

    def settle(self, text: str, found: Attribution) -> Attribution | None:
        """`found` with its act as the model sees it; None if a verb of saying reports nothing."""
        if found.rule in _AS_SPEECH:
            return found
        start = found.content[0].start
        if _SAYING.search(text, max(0, start - _SAID_SO), start):
            return replace(found, act=Act.SAID)
        likelihood = self.likelihood(text, found)
        if likelihood >= self.said:
            return replace(found, act=Act.SAID if _tells(text, found) else Act.THOUGHT)
        if found.act is not Act.SAID:
            return found
        if likelihood < self.something:
            return None
        intended = _opening(tokenise(text, found.content[0]).text) == "to"
        return replace(found, act=Act.INTENDED if intended else Act.THOUGHT)


def _tells(text: str, found: Attribution) -> bool:
    """Whether somebody is quoted, or a cue has words of saying at all, unlike "noticed that", "is also looking to", "I
    found that"; not where they are only what may be said: "others may argue"."""
    if found.cue is None:
        return True
    if _MIGHT.search(text, max(0, found.cue.start - _SAID_SO), found.cue.end):
        return False
    if _quoted(text, found) != "none":
        return True
    cue = [word.lower() for word in tokenise(text, found.cue).text]
    who = text[found.mention.start : found.mention.end].lower() if found.mention is not None else ""
    if who in _WRITERS and cue[-1] in _FINDING:
        return False
    return any(word in cue_acts() or word in _TELLING or not word[0].isalnum() for word in cue)


@cache
def load_acts() -> ActModel:
    """The fitted model that ships with the package; read once, when first needed."""
    given = json.loads((files("index.attribution") / "acts.json").read_text(encoding="utf-8"))
    return ActModel(given["weights"], given["bias"], given["said"], given["something"])


def features(text: str, found: Attribution) -> Iterator[str]:
    """What is weighed of an attribution: names of features, each at most once."""
    first, *others = (tokenise(text, span).text for span in found.content)
    words = [*first, *(word for more in others for word in more)]
    opening = _joined(text, found.content[0].start) or _opening(first)
    form = _form(opening, words)
    quoted = _quoted(text, found)
    side, gap = _place(text, found)
    bare = side == "after" and gap == "none" and form in ("determiner", "capital", "word", "number", "ing")
    shape = "phrase" if bare else form
    finite = any(word.lower() in _FINITE for word in words)
    length = sum(len(words) > most for most in _LENGTHS)
    yield f"act {found.act}"
    yield f"kind {found.kind}"
    yield f"quoted {quoted}"
    yield f"form {form}"
    yield f"length {length}"
    yield f"finite {finite}"
    yield f"place {side} {gap}"
    yield f"speaker {found.speaker_type or ('unknown' if found.mention else 'none')}"
    yield f"shape {side} {shape} {quoted}"
    yield f"shape {shape} length {length}"
    yield f"shape {shape} finite {finite}"
    if found.cue is not None:
        yield from _cue_features(text, found.cue, "phrase" if bare else "clause", quoted)


def _cue_features(text: str, cue: Span, shape: str, quoted: str) -> Iterator[str]:
    """What is weighed of the verb and the words around it."""
    own = [word.lower() for word in tokenise(text, cue).text]
    before = [word.lower() for word in tokenise(text, Span(max(0, cue.start - _BEFORE), cue.start)).text][-3:]
    verb = next((word for word in reversed(own) if word in cue_acts()), own[-1])
    around = [*before, *own]
    yield f"verb {root(verb)}"
    yield f"verb {root(verb)} {shape} {quoted}"
    yield f"known {verb in cue_acts()}"
    if any(word in _NEGATIONS for word in around):
        yield "negated"
    if verb.endswith(_PARTICIPLES) and any(word in BEING for word in around):
        yield "passive"
    if before[-1:] == ["to"] or own[:1] == ["to"]:
        yield "infinitive"
    if any(word in _MODALS for word in around[-4:]):
        yield "modal"
    if verb.endswith("ing"):
        yield "participle"


def root(verb: str) -> str:
    """A verb without its ending, the same for all its regular forms; no word."""
    for ending, rest in _ENDINGS:
        if verb.endswith(ending) and len(verb) - len(ending) >= _ROOT:
            verb = verb[: -len(ending)] + rest
            break
    return verb.rstrip("e")


def _opening(words: Sequence[str]) -> str:
    """The first of the tokens that is a word, in lower case; "" if none is."""
    return next((word.lower() for word in words if word[0].isalnum()), "")


def _joined(text: str, start: int) -> str:
    """The conjunction that stands right before the content rather than in it, or ""."""
    before = _JOINING.search(text[max(0, start - _JOINED) : start])
    return before[1].lower() if before is not None else ""


def _form(opening: str, words: list[str]) -> str:
    """What kind of clause or phrase the content is, by its first word."""
    if opening in ("that", "to"):
        return opening
    if opening in ("whether", "if"):
        return "whether"
    for form, fits in (
        ("question", opening in _QUESTIONS),
        ("ing", opening.endswith("ing")),
        ("determiner", opening in DETERMINERS),
        ("pronoun", opening in PRONOUNS or opening == "there"),
        ("number", opening[:1].isdigit()),
        ("capital", any(word[0].isupper() for word in words[:2])),
    ):
        if fits:
            return form
    return "word"


def _quoted(text: str, found: Attribution) -> str:
    """How much of the content stands in quotation marks."""
    inside = size = 0
    for span in found.content:
        open_ = False
        for character in text[span.start : span.end]:
            if character in _OPENING and not (character == '"' and open_):
                open_ = True
            elif character in _CLOSING:
                open_ = False
            inside += open_
            size += 1
    share = inside / max(1, size)
    return "all" if share > 0.85 else "most" if share > 0.5 else "some" if share else "none"


def _place(text: str, found: Attribution) -> tuple[str, str]:
    """On which side of its cue the content stands, and what is between."""
    cue = found.cue
    if cue is None:
        return "alone", "none"
    if cue.end <= found.content[0].start:
        side, between = "after", text[cue.end : found.content[0].start]
    elif cue.start >= found.content[-1].end:
        side, between = "before", text[found.content[-1].end : cue.start]
    else:
        return "around", "none"
    words = between.strip()
    if not words:
        return side, "none"
    return side, "colon" if ":" in words else "comma" if len(words) < 3 else "words"
