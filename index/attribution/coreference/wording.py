"""Mentions in the article's own words: what is kept, what only adds to it, and what stands before "who"."""

import re

from index.attribution.coreference.phrases import Head, Phrase
from index.attribution.entities.context import same
from index.attribution.entities.find import Entities
from index.model.article import Span
from index.text.folding import bare
from index.text.places import NATIONALITIES
from index.text.roles import GROUPS, ROLES, names_person
from index.text.words import DETERMINERS, NUMERALS, STOP_WORDS, words

_CUT = re.compile(
    r",\s(?:which|who|whose|where|speaking|led|headed|run|chaired|owned|based)\b|\s?[–—]|\s--|(?<=\s)(?:has|have|had|is|are|was|were|will|would)\s"
)
_CUT_PAPER = re.compile(
    r",(?!\d)|\s(?:(?:seen|viewed|reviewed|obtained)\sby|taken|being|unveiled|posted|sent|signed|dated)\s"
)
_VERB_AFTER = 4  # words of a subject behind which a verb may have slipped into a mention
_LOWERED = (
    DETERMINERS
    | NUMERALS
    | words("many some most several few another other others one no both all at more fewer half nearly almost")
)
_UNNAMED = re.compile(
    r"(?<![\w’'-])(?P<front>(?:[A-Z][\w’'.-]+(?:\s\([^()]*\))?,|is|was|became|becomes|become|be|been|as|like|remains)\s)?"
    r"(?:[Aa]n?|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\s(?P<words>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,4})"
    r"(?P<name>,?\s(?:[A-Z]|\w+,\s[A-Z])|\s(?:named|called)\s)?"
)
_WORDS_BEFORE = re.compile(r"(?:[\w’'-]+\s){0,9}[\w’'-]+$")
_NO_ADJECTIVES = frozenset(
    """
    to of for in at by on with from and or but as is are was were be been has have had said says that which who than not
    against among about told like likely he she they it i we you paying while when if because so only upset made left
    met saw gave took hit cost hurt drew won lost sent put brought set led kept got let
    """.split()
)
_AFTER_NOUN = STOP_WORDS | words("said says told tells asked wrote")
_ADJECTIVES = frozenset({"retired", "elderly"})
_MOST_ADJECTIVES = 4


def written(text: str, span: Span, *, bare_noun: bool = False) -> str:
    """The words of `span` on one line; a determiner owes no capital to its place, and goes with `bare_noun`."""
    words = " ".join(text[span.start : span.end].split())
    first, _, rest = words.partition(" ")
    if rest.isupper() and first.lower() in _LOWERED:
        return words.lower()  # "A BRIDE"
    if bare_noun and rest and first.lower() in ("the", "a", "an", "this", "that"):
        return rest
    if words[:1].isupper() and (first[1:].islower() or len(first) == 1) and first.lower() in _LOWERED:
        return words[0].lower() + words[1:]
    return words


def core(text: str, phrase: Phrase) -> Span:
    """The phrase without the clauses that only add to it."""
    start, end = phrase.span.start, phrase.span.end
    cut = _CUT.search(text, start + 3, end)
    if cut and not (cut.group()[0].isalpha() and _belongs(text, start, cut.start())):
        end = start + len(text[start : cut.start()].rstrip())
    if phrase.head is Head.DOCUMENT:
        cut = _CUT_PAPER.search(text, start + 3, end)
        end = cut.start() if cut else end
    return Span(start, end)


def _belongs(text: str, start: int, verb: int) -> bool:
    """Whether a verb is that of a relative clause ("people who [have] seen it"), or too far on to have slipped in."""
    before = text[start:verb].split()
    return len(before) > _VERB_AFTER or before[-1] in ("who", "that", "which")


def spelt_out(entities: Entities, phrase: Phrase) -> str:
    """The phrase with each name in it at its fullest: "Ortiz and other parents" -> "Ana Ortiz and other parents"."""
    out: list[str] = []
    at = phrase.span.start
    for mention in phrase.named:
        out += [entities.text[at : mention.span.start], entities.all[mention.entity].name]
        at = mention.span.end
    return " ".join("".join([*out, entities.text[at : phrase.span.end]]).split())


def unnamed_people(text: str) -> dict[str, int]:
    """Where an article first brings in somebody without a name ("a young waitress", "his driver"), by the noun."""
    found: dict[str, int] = {}
    for match in _UNNAMED.finditer(text):
        words = match["words"].split()
        heads = [n for n, word in enumerate(words) if word in _AFTER_NOUN]
        words = words[: heads[0]] if heads else words
        people = [word for word in words if names_person(word)]
        if match["front"] is None and people and not (match["name"] and words == match["words"].split()):
            found.setdefault(same(people[-1]), match.start("words"))
    return found


def people_before(before: str) -> str | None:
    """The noun phrase for people that ends `before`, as far as its adjectives go: "local shopkeepers", "a clerk"."""
    match = _WORDS_BEFORE.search(before)
    if match is None:
        return None
    words = match.group().split()
    keys = [bare(word) for word in words]
    heads = [n for n, key in enumerate(keys) if _is_people(key)]
    if not heads:
        return None
    first = heads[-1]
    while first and heads[-1] - first < _MOST_ADJECTIVES:
        key = keys[first - 1]
        if key in ("and", "or") and first - 2 in heads:
            first -= 2
        elif key in _NO_ADJECTIVES or (key.endswith(("ed", "ly")) and key not in _ADJECTIVES):
            break
        else:
            first -= 1
            if key in DETERMINERS | NUMERALS:
                break
    phrase = " ".join(words[first:])
    return written(phrase, Span(0, len(phrase)))


def _is_people(key: str) -> bool:
    """Whether a folded noun is for people or one of them: "shopkeepers", "Finns", "a source"."""
    return key in GROUPS or f"{key}s" in GROUPS or key.removesuffix("s") in ROLES | NATIONALITIES
