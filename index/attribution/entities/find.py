"""The people, organisations and outlets that an article names, each under its fullest name.

One pass finds capitalised runs, a second decides from all their occurrences together what each names: titles,
given names, appositions, ages and reuse of the family name speak for a person; heads such as "Ministry" or "Inc",
initials and "the" for an organisation.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.attribution.entities.book import Book
from index.attribution.entities.context import PersonRole
from index.attribution.entities.evidence import is_numbered, speaks
from index.attribution.entities.pieces import EntityDraft, Gender, NameKind, Piece
from index.attribution.entities.scan import Pronoun, scan
from index.attribution.quotations import Quotation
from index.model.article import Article, Sentence, Span, SpeakerType
from index.text.places import COUNTRIES
from index.text.roles import GROUPS, MODIFIED, ROLES

__all__ = ["Entities", "Entity", "Gender", "Mention", "find_entities"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article names an entity.

    Attributes
    ----------
    span : Span
        The name alone, without titles.
    entity : int
        Index into `Entities.all`.
    sentence : int
    subject : bool
        It opens its sentence or stands before a verb.
    quoted : bool
        Inside quotation marks.
    modifier : bool
        Possessive, or before a lower-case noun ("Clinton aides").
    human : bool
        The entity is a person.
    """

    span: Span
    entity: int
    sentence: int
    subject: bool
    quoted: bool
    modifier: bool
    human: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that an article names and that can speak.

    Attributes
    ----------
    name : str
        The fullest form in the article, without determiner and titles.
    type : SpeakerType
    gender : Gender | None
        None where titles, the given name and descriptions do not tell.
    mentions : tuple of Span
        In order; at least one.
    roles : tuple of PersonRole
        What the article says it is, in order of appearance.
    keys : tuple of str
        The words of the name, folded.
    vague : bool
        Nothing tells what this is.
    maybe_person : bool
        Nothing but that it speaks: a person as well as a company.
    place : bool
        A place that is no country, which speaks but rarely.
    """

    name: str
    type: SpeakerType
    gender: Gender | None
    mentions: tuple[Span, ...]
    roles: tuple[PersonRole, ...]
    keys: tuple[str, ...]
    vague: bool
    maybe_person: bool
    place: bool

    @property
    def first(self) -> int:
        """Offset of the first mention."""
        return self.mentions[0].start


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of an article by first mention, and all their mentions in order of appearance.

    Attributes
    ----------
    pronouns : tuple of Pronoun
        "he", "she" and their forms, in order.
    ambiguous : tuple of Span
        Bare names that several people bear and nothing tells apart, in order.
    quotations : tuple of Span
        In order.
    """

    text: str
    sentences: tuple[Sentence, ...]
    all: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    pronouns: tuple[Pronoun, ...]
    ambiguous: tuple[Span, ...]
    quotations: tuple[Span, ...]
    starts: tuple[int, ...] = field(repr=False)

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that overlap `span`, in order."""
        first = bisect_left(self.starts, span.start)
        if first and self.mentions[first - 1].span.end > span.start:
            first -= 1
        return self.mentions[first : bisect_left(self.starts, span.end)]

    def entity_at(self, span: Span) -> Entity | None:
        """The first entity named inside `span`; None if there is none."""
        found = self.within(span)
        return self.all[found[0].entity] if found else None

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that starts at or before `offset`; 0 before the first."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1)


_LOWER = re.compile(r"(?<![\w’'.-])[a-z]{3,}(?![\w’'])")
_NOUNS = re.compile(
    r"[ \u00a0]((?!(?:is|was|has|had|will|would|and|or|of|to|in|on|at|by|for|with|from|as|who|that|said|the|a|told)\b)"
    r"[a-z-]+(?: [a-z-]+)?)"
)
_ACTS = re.compile(
    r"(?:,[^,.;:“”\"]{1,80},)?[ \u00a0](?:\w+ly |also |then |later |never |once )?(?:is|was|were|has|had|have|will"
    r"|would|could|can|may|might|did|does|made|took|gave|went|came|got|kept|held|led|won|lost|met|put|ran|sat|sent|spent"
    r"|wept|slept|felt|wrote|spoke|broke|bought|brought|built|caught|chose|drove|fled|flew|forgot|fought|heard|paid|read"
    r"|rode|saw|shook|shot|sold|sought|swore|taught|threw|thought|told|tore|understood|withdrew|woke|wore|knew|hid|quit"
    r"|stood|began|became|fell|drew|grew|rose|left|[a-z]{2,}ed|[a-z]{3,}[^s\W]s)\b"
)
_POSSESSIVE = re.compile(r"[’']s?(?![\w])")


def find_entities(article: Article, sentences: tuple[Sentence, ...], quotations: Sequence[Quotation]) -> Entities:
    """Everybody and everything that `article` names; linear in its length. Never raises on odd prose.

    `sentences` and `quotations` are those of the article.
    """
    text = article.text
    plain = frozenset(_LOWER.findall(text))
    quoted = tuple(quotation.span for quotation in quotations)
    runs, pronouns = scan(text, sentences, quoted, plain)
    pieces, ambiguous = Book(text, sentences, plain).fill(runs)
    order: list[EntityDraft] = []
    mentions: list[Mention] = []
    for piece in pieces:
        draft = piece.entity
        if draft is not None:
            if draft.number < 0:
                draft.number = len(order)
                order.append(draft)
            mentions.append(_mention(text, sentences, piece, draft))
    return Entities(
        text,
        sentences,
        tuple(_entity(draft, text) for draft in order),
        tuple(mentions),
        tuple(pronouns),
        tuple(ambiguous),
        quoted,
        tuple(mention.span.start for mention in mentions),
    )


def _mention(text: str, sentences: Sequence[Sentence], piece: Piece, draft: EntityDraft) -> Mention:
    run, end = piece.run, piece.end
    followed = piece.last < len(run.keys)
    modifier = followed or _POSSESSIVE.match(text, end) is not None or _modifies(text, end)
    subject = not modifier and (
        run.initial
        or sentences[run.sentence].span.start >= run.start - 4
        or speaks(text, end)
        or _ACTS.match(text, end) is not None
        or (text.startswith(" who ", end) and text.endswith(("it was ", "It was "), 0, piece.start))
        or (_is_apposed(text, piece.start, end) and _ACTS.match(text, end + 1) is not None)
    )
    human = draft.kind is NameKind.PERSON
    return Mention(Span(piece.start, end), draft.number, run.sentence, subject, run.quoted, modifier, human)


def _is_apposed(text: str, start: int, end: int) -> bool:
    """Whether a name stands between commas behind a description: "The owner, Ana Ruiz, wept"."""
    return text[max(0, start - 2) : start] == ", " and text[end : end + 1] == ","


def _modifies(text: str, end: int) -> bool:
    """Whether a name that stops at `end` only describes the noun behind it: "Clinton campaign manager"."""
    match = _NOUNS.match(text, end)
    return match is not None and any(word in MODIFIED or word in ROLES or word in GROUPS for word in match[1].split())


def _unshouted(draft: EntityDraft, text: str) -> str:
    """The name as the article has it elsewhere, where it stood in capitals first: "ROSA HALE: I’m Rosa Hale"."""
    if not draft.name.isupper() or " " not in draft.name:
        return draft.name
    names = (text[piece.start : piece.end] for piece in draft.pieces if piece.keys == draft.keys)
    return next((name for name in names if not name.isupper()), draft.name)


_TYPES = {
    NameKind.PERSON: SpeakerType.PERSON,
    NameKind.ORGANISATION: SpeakerType.ORGANISATION,
    NameKind.OUTLET: SpeakerType.OUTLET,
    NameKind.PLACE: SpeakerType.ORGANISATION,
    NameKind.UNKNOWN: SpeakerType.ORGANISATION,
}


def _entity(draft: EntityDraft, text: str) -> Entity:
    return Entity(
        name=_unshouted(draft, text),
        type=_TYPES[draft.kind],
        gender=draft.gender,
        mentions=tuple(Span(piece.start, piece.end) for piece in draft.pieces),
        roles=tuple(draft.roles),
        keys=draft.keys,
        vague=draft.vague or draft.kind is NameKind.UNKNOWN,
        maybe_person=draft.speaks
        and draft.kind is not NameKind.PERSON
        and not all(is_numbered(text, piece) for piece in draft.pieces),
        place=draft.kind is NameKind.PLACE and " ".join(draft.keys) not in COUNTRIES,
    )
