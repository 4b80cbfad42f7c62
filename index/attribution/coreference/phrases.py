"""The noun phrase of a mention taken apart: determiner, head, and whom it names.

"longtime Democratic pollster Pat Caddell" names a person, "Caddell's team" a team, "the ambassador" a role,
"two officials familiar with the talks" a group.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.attribution.coreference.asides import BREAKS, apposed, ending, final, portfolio, subject, titled
from index.attribution.coreference.trimming import NOUNS_IN_LY, trimmed
from index.attribution.entities.context import EITHER_SORT, is_thing
from index.attribution.entities.find import Mention
from index.model.article import Span
from index.text.cues import cue_acts
from index.text.folding import bare
from index.text.organisations import ORG_NOUNS
from index.text.outlets import DOCUMENTS, OWN_VOICE
from index.text.places import NATIONALITIES
from index.text.roles import GROUPS, KIN, OFFICE_WORDS, ROLES, SOURCES, TITLES, is_title, names_person
from index.text.words import DETERMINERS, HEADLINE_VERBS, POSTNOMINALS, PRONOUNS


class Head(StrEnum):
    """What the head of a mention is."""

    PRONOUN = "pronoun"
    NAMES = "names"
    ROLE = "role"
    GROUP = "group"
    DOCUMENT = "document"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention taken apart.

    Attributes
    ----------
    span : Span
        Without quotation marks, prepositions before it and punctuation around it.
    head : Head
    noun : str
        The head noun, folded; the pronoun; or the last word of a name.
    determiner : str
        The first word where it is an article, possessive pronoun or numeral, folded; else "".
    words : frozenset of str
        The words of the whole phrase, folded, in commonest form.
    named : tuple of Mention
        For `Head.NAMES` those that are the head, else those inside.
    trailer : bool
        More follows the head ("officials *in Moscow*").
    """

    span: Span
    head: Head
    noun: str
    determiner: str
    words: frozenset[str]
    named: tuple[Mention, ...]
    trailer: bool


DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_TOKEN = re.compile(r"[^\W_](?:[\w.]*\w)?(?:[-’'.]\w+)*[’']?|,|[-–—]{1,2}|[()]|%")
_PLURAL_TITLES = frozenset(
    {"sens", "senators", "reps", "representatives", "govs", "governors", "presidents", "ministers", "chairmen"}
)
_OWNERS = frozenset({"his", "her"})
_OWN_WORDS = 5  # of what somebody says in: "Deputy Mayor Ana Ruiz's statement"
_POSSESSES = re.compile(r"[’']s?\s")
_PARTICIPLE = re.compile(r"(?:ing|ed|known)$")
_RELATIVES = frozenset({"who", "which"})
_NOBODY = frozenset("came comes went please perhaps maybe cannot can could would did does".split())


def phrase_of(text: str, span: Span, mentions: Sequence[Mention]) -> Phrase | None:
    """`span` taken apart; `mentions` are the names in it, in order. None if it holds no word."""
    start, end = trimmed(text, span, mentions)
    if start >= end:
        return None
    tokens = list(_TOKEN.finditer(text, start, end))
    words = [bare(t.group()) for t in tokens]
    if not words:
        return None
    whole = Span(start, end)
    determiner = words[0] if words[0] in DETERMINERS and len(words) > 1 else ""
    if words[-1] in ("whom", "which") and len(words) < 5 and words[-2:-1] == ["of"]:
        return Phrase(whole, Head.PRONOUN, words[-1], "", frozenset(words), (), trailer=False)
    acronym = bool(mentions) and mentions[0].span == Span(start, tokens[0].end()) and tokens[0].group().isupper()
    if (len(words) == 1 and words[0] in PRONOUNS and not acronym) or (words[0] in _RELATIVES and not mentions):
        first = Span(start, tokens[0].end())
        return Phrase(first, Head.PRONOUN, words[0], "", frozenset(words[:1]), (), trailer=False)
    inside = [m for m in mentions if m.span.start >= start and m.span.end <= end + (text[end : end + 1] == ".")]
    if _names_nobody([token.group() for token in tokens], words, inside):
        return None
    last = _front(tokens, words, inside)
    while last > 2 and words[last - 1] in POSTNOMINALS and tokens[last - 1].group().isupper():
        last -= 1  # "Ana Ruiz KC"
    everything = frozenset(words)
    trailer = last < len(words) and words[last][:1].isalnum()
    author = _author(text, whole, tokens[:last], words[:last], inside)
    if author is not None:
        return author
    names = _head_names(text, tokens, last, inside)
    if names and not names[0].human:
        person = ending(text, end, inside, names[-1])
        if person is not None:
            return Phrase(whole, Head.NAMES, words[-1], determiner, everything, (person,), trailer=False)
    if names:
        if len(names) == 1 and _JOINS_MORE.match(text, names[0].span.end, end):
            return Phrase(whole, Head.GROUP, words[last - 1], determiner, everything, tuple(inside), trailer)
        return Phrase(whole, Head.NAMES, words[last - 1], determiner, everything, tuple(names), trailer)
    noun = _noun(words[last - 1] if last else words[0])
    alone = last == len(words) or not words[last].isalpha()
    people = last == 2 or (last == 3 and words[1] in ("new", "north", "south"))
    if noun in NATIONALITIES and determiner == "the" and alone and people:
        kind = Head.ROLE
    else:
        kind = _kind(noun, words[:last], _unshouted(tokens[last - 1].group()) if last else "")
    whole_name = subject(text, start, end, inside) or portfolio(text, start, end, inside)
    aside = whole_name or (
        apposed(text, start, end, inside, thing=kind is Head.ORGANISATION or noun in EITHER_SORT)
        or titled(text, start, end, inside)
        or final(text, start, end, inside, role=kind is Head.ROLE)
    )
    if aside is not None and (aside is whole_name or _may_be(kind, noun, aside, words, determiner)):
        return Phrase(whole, Head.NAMES, noun, determiner, everything, (aside,), trailer=False)
    front = tokens[last - 1].end() if last else start
    before = tuple(m for m in inside if m.span.start < front) if kind is not Head.GROUP else tuple(inside)
    return Phrase(whole, kind, noun, determiner, everything, before, trailer)


def _names_nobody(written: Sequence[str], words: Sequence[str], inside: Sequence[Mention]) -> bool:
    """Whether a mention is but a verb, or words that stand for nobody: "came the [reply]", "easily [said]"."""
    if len(words) == 1 and words[0] in cue_acts() and written[0].islower():
        return True
    return not inside and all(
        word in _NOBODY or word in DETERMINERS or (form.endswith("ly") and form.islower() and word not in NOUNS_IN_LY)
        for word, form in zip(words, written, strict=True)
    )


def _unshouted(word: str) -> str:
    """A word as a paper would write it whose first words stand in capitals: "A BRIDE has told"."""
    return word.lower() if word.isupper() and names_person(bare(word)) else word


def _noun(word: str) -> str:
    """The noun of a compound that only adds how many children somebody has: "the mum-of-two"."""
    head = word.partition("-of-")[0]
    return head if head in KIN else word


def _author(
    text: str, whole: Span, tokens: Sequence[re.Match[str]], words: Sequence[str], inside: Sequence[Mention]
) -> Phrase | None:
    """Whose voice speaks in what somebody says in: "her account", "Ruiz's memoir"."""
    if not 0 < len(words) <= _OWN_WORDS or words[-1] not in OWN_VOICE:
        return None
    if words[0] in _OWNERS:
        owner = Span(whole.start, tokens[0].end())
        return Phrase(owner, Head.PRONOUN, words[0], "", frozenset(words), (), trailer=False)
    named = inside[0] if inside and inside[0].human and inside[0].span.start == whole.start else None
    if named is None or not _POSSESSES.search(text, named.span.end - 2, named.span.end + 3):
        return None
    return Phrase(whole, Head.NAMES, words[-1], "", frozenset(words), (named,), trailer=False)


def _front(tokens: Sequence[re.Match[str]], words: Sequence[str], inside: Sequence[Mention]) -> int:
    """How many tokens stand before the first preposition, clause or comma that stands in no name."""
    at = 0
    while at < len(words):
        if at and (
            words[at] in BREAKS
            or not words[at][:1].isalnum()
            or (_PARTICIPLE.search(words[at]) and _ends_people(words[at - 1], tokens[at - 1].group()))
        ):
            start = tokens[at].start()
            if not any(m.span.start <= start < m.span.end for m in inside) and not _joins_countries(tokens, words, at):
                break
        at += 1
    return at


def _joins_countries(tokens: Sequence[re.Match[str]], words: Sequence[str], at: int) -> bool:
    """Whether "and" joins what two countries are called before a noun: "the Finnish and Swedish [governments]"."""
    if words[at] != "and" or words[at - 1] not in NATIONALITIES:
        return False
    last = at + 1 + (words[at + 1 : at + 2] in (["south"], ["north"], ["new"]))
    noun = tokens[last + 1].group() if last + 1 < len(words) else ""
    return words[last : last + 1] != [] and words[last] in NATIONALITIES and noun.isalpha() and noun.islower()


def _ends_people(word: str, written: str) -> bool:
    """Whether a noun for people, or in the plural, ends here, behind which a participle or verb starts what is said of
    it: "a rancher known for his hats"."""
    if word in GROUPS or word in DOCUMENTS or word.removesuffix("s") in ROLES:
        return True
    if written.islower() and names_person(word):
        return True
    return written.islower() and word[-1] == "s" != word[-2:-1]


def _head_names(text: str, tokens: Sequence[re.Match[str]], last: int, inside: Sequence[Mention]) -> list[Mention]:
    """The names that are the head: one that ends the front, and those joined to it by "and" or commas."""
    if not inside or not last:
        return []
    end = tokens[last - 1].end()
    head = next((m for m in inside if m.span.start < end <= m.span.end + 2), None)
    if head is None and inside[0].span.start == tokens[0].start() and not inside[0].modifier | (len(tokens) < 3):
        verb = _VERB.match(text, inside[0].span.end)
        head = inside[0] if verb is not None and bare(verb[1]) in HEADLINE_VERBS else None
        return [head] if head is not None else []
    if head is None:
        return []
    if text[head.span.end : end].strip("’'s") != "":
        return []
    out = [head]
    at = head.span.end
    for other in inside:
        if other.span.start <= head.span.start:
            continue
        gap = text[at : other.span.start]
        if len(gap) > 60 or not (_JOINED.fullmatch(gap) or _is_titled_too(gap)):
            break
        out.append(other)
        at = other.span.end
    joined = text[head.span.end : at]
    return out if " and " in joined or "&" in joined else out[:1]


def _is_titled_too(gap: str) -> bool:
    """Whether "and" and the titles of another person part two names: "Mayor Ana Ruiz and [council leader] Bo Marsh"."""
    conjunction, *titles = gap.strip(" ,").split()
    keys = [bare(title) for title in titles]
    return conjunction == "and" and bool(keys) and is_title(keys[-1]) and all(map(_is_of_office, keys))


def _is_of_office(key: str) -> bool:
    return is_title(key) or key in OFFICE_WORDS or key in ORG_NOUNS


_JOINED = re.compile(
    r"(?:[’']s)?\s?(?:\([^()]{1,30}\))?(?:,\s|,?\sand\s(?:the\s)?|,\s[^,]{3,40},\sand\s)"
    r"(?:[A-Z][a-z]{1,3}\.\s|(?:[\w-]+\s){0,4}(?:nominee|candidate|leader|president|minister|senator|secretary"
    r"|chairman)\s)?",
    re.IGNORECASE,
)
_JOINS_MORE = re.compile(r",?\sand\s(?:[a-z]|the\s[a-z])")
_ONE = frozenset({"one", "another", "fellow", "a", "an"})
_VERB = re.compile(r"\s([A-Z][a-z]+)\b")


def _may_be(kind: Head, noun: str, name: Mention, words: Sequence[str], determiner: str) -> bool:
    """Whether a description of that kind may be of whom `name` names."""
    match kind:
        case Head.ROLE:
            return name.human or noun in EITHER_SORT
        case Head.OTHER:
            return name.human and bool(determiner or words[0] in _ONE)
        case Head.GROUP:
            return name.human and words[0] in _ONE
        case Head.ORGANISATION:
            return not name.human
    return False


def _kind(noun: str, front: Sequence[str], written: str) -> Head:
    if noun == "police":
        return Head.GROUP
    if noun in SOURCES:
        return Head.ROLE
    if noun in DOCUMENTS and not (len(front) > 1 and noun in ("press",)):
        return Head.DOCUMENT
    if noun in ("campaign", "team", "administration", "camp", "union"):
        return Head.ORGANISATION
    if (noun in ORG_NOUNS or is_thing(noun)) and noun not in ROLES:
        return Head.ORGANISATION
    if noun in _PLURAL_TITLES:
        return Head.GROUP
    if noun in ROLES or (noun in TITLES and noun not in ("defense", "foreign", "finance", "forward")):
        return Head.ROLE
    if noun in GROUPS or noun.removesuffix("s") in NATIONALITIES or (noun[-1:] == "s" and noun[:-1] in ROLES):
        return Head.GROUP
    if noun.endswith(("men", "women")) or (noun[-3:] == "ies" and noun[:-3] + "y" in ORG_NOUNS | ROLES):
        return Head.GROUP
    if len(noun) > 3 and noun[-1] == "s" and noun[-2] not in "su" and written[:1].islower():
        return Head.GROUP
    return Head.ROLE if not written[:1].isupper() and names_person(noun) else Head.OTHER
