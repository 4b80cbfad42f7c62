"""The people, organisations and outlets that an article names, each under its fullest name.

One pass finds capitalised runs, a second decides from all their occurrences together what each names: titles,
given names, appositions, ages and reuse of the family name speak for a person; heads such as "Ministry" or "Inc",
initials and "the" for an organisation.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from index.attribution.cues import cue_acts
from index.attribution.name_context import Context, Role, context_of, same
from index.attribution.name_given import EITHER, FEMALE, MALE
from index.attribution.name_lexicon import (
    CABINET,
    COMMON,
    COUNTRIES,
    FEMALE_WORDS,
    GROUPS,
    HONORIFICS,
    KIN,
    KNOWN_SHORT,
    MALE_WORDS,
    NATIONALITIES,
    ORG_HEADS,
    OUTLET_HEADS,
    OUTLETS,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
    ROLES,
    ROYAL,
    SUFFIXES,
    TITLES,
)
from index.attribution.name_runs import Run, fold
from index.attribution.name_scan import Pronoun, scan
from index.attribution.quotations import find_quotations
from index.types import ANSWERABLE, Article, Sentence, Span, SpeakerType


class Gender(StrEnum):
    """Grammatical gender of a person's pronouns."""

    FEMALE = "female"
    MALE = "male"


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
        It opens its sentence or stands before a verb of saying.
    quoted : bool
        Inside quotation marks.
    modifier : bool
        Possessive, or before a lower-case noun ("Clinton aides").
    full : bool
        More than a bare family name.
    human : bool
        The entity is a person.
    """

    span: Span
    entity: int
    sentence: int
    subject: bool
    quoted: bool
    modifier: bool
    full: bool
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
        None where the article and the given name do not tell.
    plural : bool
        A couple or family ("the Clintons").
    mentions : tuple of Span
        In order; empty for a name that only the title has.
    roles : tuple of Role
        What the article says it is, in order of appearance.
    keys : tuple of str
        The words of the name, folded.
    vague : bool
        Nothing tells what this is.
    maybe_person : bool
        Nothing but that it speaks: a person as well as a company.
    place : bool
        A place or country, which speaks but rarely.
    """

    name: str
    type: SpeakerType
    gender: Gender | None
    plural: bool
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...]
    keys: tuple[str, ...]
    vague: bool
    maybe_person: bool
    place: bool

    @property
    def first(self) -> int:
        """Offset of the first mention; -1 where there is none in the text."""
        return self.mentions[0].start if self.mentions else -1


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of an article by first mention, and all their mentions in order of appearance."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]
    all: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    pronouns: tuple[Pronoun, ...]
    ambiguous: tuple[Span, ...]
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

    def type_at(self, span: Span) -> SpeakerType | None:
        """The type of the first entity named inside `span`."""
        entity = self.entity_at(span)
        return None if entity is None else entity.type

    def people_near(self, span: Span, reach: int = 0) -> tuple[Mention, ...]:
        """Mentions of people that overlap `span` widened by `reach` code points on both sides."""
        wide = Span(max(0, span.start - reach), span.end + reach)
        return tuple(m for m in self.within(wide) if self.all[m.entity].type is SpeakerType.PERSON)

    def family(self, key: str) -> bool:
        """Whether `key` is the plural of a person's family name, folded: "clintons"."""
        return key.endswith("s") and any(
            e.type is SpeakerType.PERSON and key in (e.keys[-1] + "s", e.keys[-1] + "es") for e in self.all
        )

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that starts at or before `offset`; 0 before the first."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1)

    def quoted(self, offset: int) -> bool:
        """Whether `offset` stands inside quotation marks."""
        at = bisect_right(self.quotations, offset, key=lambda q: q.start) - 1
        return at >= 0 and offset < self.quotations[at].end


class _Kind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class _Piece:
    """Part of a run that may name one thing."""

    run: Run
    first: int
    last: int
    titles: tuple[str, ...]
    before: tuple[str, ...]
    kind: _Kind
    context: Context | None = None
    entity: "_Draft | None" = None
    options: "list[_Draft]" = field(default_factory=list)

    @property
    def keys(self) -> tuple[str, ...]:
        return self.run.keys[self.first : self.last]

    @property
    def start(self) -> int:
        return self.run.starts[self.first]

    @property
    def end(self) -> int:
        return self.run.ends[self.last - 1]


@dataclass(slots=True, eq=False)
class _Draft:
    """An entity in the making."""

    keys: tuple[str, ...]
    name: str
    kind: _Kind
    vague: bool = False
    speaks: bool = False
    pieces: list[_Piece] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    men: int = 0
    women: int = 0
    titled_men: int = 0
    titled_women: int = 0
    kin: bool = False
    number: int = -1


_LOWER = re.compile(r"(?<![\w’'.-])[a-z]{3,}(?![\w’'])")
_NEXT = re.compile(r"[ \u00a0](?:also |then |later |has |had |have |did not |does not |never )?([a-z]+)")
_NOUNS = re.compile(
    r"[ \u00a0]((?!(?:is|was|has|had|will|would|and|or|of|to|in|on|at|by|for|with|from|as|who|that|said|the|a|told)\b)[a-z-]+(?: [a-z-]+)?)"
)
_ACTS = re.compile(
    r"(?:,[^,.;:“”\"]{1,80},)?[ \u00a0](?:\w+ly |also |then |later |never |once )?(?:is|was|were|has|had|have|will|would|could|can|may|might|did|does"
    r"|made|took|gave|went|came|got|kept|held|led|won|lost|met|put|ran|sat|sent|spent|stood|began|became|fell|drew|grew|rose"
    r"|left|[a-z]{2,}ed|[a-z]{3,}[^s\W]s)\b"
)
_POSSESSIVE = re.compile(r"[’']s?(?![\w])")
_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z.&]{1,9})\)")
_OWNER = re.compile(r"([^\W\d_][\w.-]*(?: [A-Z][\w.-]*)?)[’']s[ \u00a0]$")
_HE_SHE = re.compile(r"\b(he|she|his|her|him|himself|herself|it|its)\b")
_WHERE = (" in ", " at ", " near ", " across ")
_GENERIC = frozenset(
    "foreign defense defence interior finance justice health national supreme high central federal state city county "
    "environment education energy labour labor transport trade economy culture agriculture home security police "
    "constitutional appeals electoral election intelligence public civil royal armed air ground general".split()
)
_KNOWN_ORGS = frozenset(
    {
        ("morgan", "stanley"), ("charles", "schwab"), ("eli", "lilly"), ("john", "deere"), ("calvin", "klein"),
        ("aston", "martin"), ("wells", "fargo"), ("goldman", "sachs"), ("jpmorgan", "chase"), ("white", "house"),
        ("downing", "street"), ("scotland", "yard"), ("capitol", "hill"), ("planned", "parenthood"), ("black", "lives", "matter"),
        ("general", "motors"), ("general", "electric"), ("red", "cross"), ("johnson", "&", "johnson"), ("wall", "street"),
        ("silicon", "valley"), ("homeland", "security"), ("west", "wing"), ("lehman", "brothers"), ("amnesty", "international"),
        ("silicon", "valley"), ("real", "madrid"), ("manchester", "united"), ("aston", "villa"), ("crystal", "palace"),
        ("supreme", "court"), ("social", "democrats"), ("super", "pac"), ("islamic", "state"), ("boko", "haram"),
        ("al-qaeda",), ("hamas",), ("hezbollah",), ("taliban",), ("pentagon",), ("kremlin",), ("congress",), ("parliament",),
        ("senate",), ("treasury",), ("google",), ("apple",), ("facebook",), ("twitter",), ("microsoft",), ("amazon",),
        ("boeing",), ("airbus",), ("toyota",), ("volkswagen",), ("samsung",), ("sony",), ("tesla",), ("uber",), ("netflix",),
        ("interpol",), ("europol",), ("unicef",), ("opec",), ("greenpeace",), ("oxfam",), ("walmart",), ("starbucks",),
        ("scotland",), ("brussels",), ("whitehall",), ("holyrood",), ("bundestag",), ("knesset",), ("duma",), ("youtube",),
    }
)  # fmt: skip


def find_entities(article: Article, sentences: tuple[Sentence, ...]) -> Entities:
    """Everybody and everything that `article` names; linear in its length. Never raises on odd prose."""
    text = article.text
    paragraphs = [p for p in article.paragraphs if p.kind in ANSWERABLE]
    quotations = tuple(q.span for q in find_quotations(text, paragraphs))
    plain = frozenset(_LOWER.findall(text))
    runs, pronouns = scan(text, sentences, quotations, plain)
    return _Book(text, sentences, quotations, plain).fill(runs, pronouns)


class _Book:
    """Collects an article's entities from its runs."""

    def __init__(
        self, text: str, sentences: tuple[Sentence, ...], quotations: tuple[Span, ...], plain: frozenset[str]
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._quotations = quotations
        self._plain = plain
        self._drafts: list[_Draft] = []
        self._names: dict[tuple[str, ...], _Draft] = {}
        self._last: dict[str, list[_Draft]] = {}
        self._any: dict[str, list[_Draft]] = {}
        self._human: frozenset[str] = frozenset()
        self._heads: dict[str, list[_Draft]] = {}

    def fill(self, runs: Sequence[Run], pronouns: Sequence[Pronoun]) -> Entities:
        """Everything from `runs`, in order."""
        pieces = [piece for run in runs if not run.headline for piece in _pieces(run, self._text)]
        late = [run for run in runs if run.headline]
        self._decide(pieces)
        self._register(pieces)
        for run in late:
            pieces.extend(self._headline(run))
        pieces.sort(key=lambda p: p.start)
        self._human = self._single_people(pieces)
        for piece in pieces:
            if piece.entity is None and not piece.options:
                self._place(piece)
        ambiguous = self._settle(pieces)
        return self._close([p for p in pieces if p.entity is not None], pronouns, ambiguous)

    # -- what each piece is --------------------------------------------------------------------------------------

    def _decide(self, pieces: Sequence[_Piece]) -> None:
        """People among the unknown names of several words, by the evidence of all their occurrences."""
        singles: Counter[str] = Counter()
        titled: set[tuple[str, ...]] = set()
        by_name: dict[tuple[str, ...], list[_Piece]] = {}
        for piece in pieces:
            if len(piece.keys) == 1:
                singles[piece.keys[0]] += 1 + self._speaks(piece.end)
            elif piece.kind is _Kind.UNKNOWN:
                by_name.setdefault(piece.keys, []).append(piece)
            if piece.titles:
                titled.add(piece.keys)
            if piece.kind in (_Kind.PERSON, _Kind.UNKNOWN):
                sentence = self._sentences[piece.run.sentence].span
                piece.context = context_of(self._text, piece.start, piece.end, sentence.start, sentence.end)
        for keys, occurrences in by_name.items():
            score = _looks_human(keys, self._text, occurrences[0]) + min(2, singles[_family(keys)])
            score += 2 * any(keys[first:] in titled or keys[first : first + 1] in titled for first in range(len(keys)))
            score += 2 * any(p.context and p.context.human for p in occurrences)
            score -= 2 * all(self._text[: p.start].endswith(_WHERE) for p in occurrences if not p.titles)
            score += any(self._speaks(p.end) for p in occurrences) - 2 * any(p.run.definite for p in occurrences)
            if score >= 2 and len(keys) <= 6:
                for piece in occurrences:
                    piece.kind = _Kind.PERSON

    def _single_people(self, pieces: Sequence[_Piece]) -> frozenset[str]:
        """Single words that speak and are "he" or "she" in the same sentence: people known by one name."""
        score: Counter[str] = Counter()
        for piece in pieces:
            if len(piece.keys) == 1 and piece.kind is _Kind.UNKNOWN and not piece.run.definite and piece.entity is None:
                key = piece.keys[0]
                score[key] += self._speaks(piece.end)
                end = min(self._sentences[piece.run.sentence].span.end, piece.end + 120)
                pronoun = _HE_SHE.search(self._text, piece.end, end)
                if pronoun and not any(map(str.isupper, self._text[piece.end : pronoun.start()])):
                    score[key] += -2 if pronoun[1] in ("it", "its") else 2
        return frozenset(key for key, points in score.items() if points >= 3)

    def _speaks(self, end: int) -> bool:
        match = _NEXT.match(self._text, end)
        return match is not None and match[1] in cue_acts()

    # -- who they are --------------------------------------------------------------------------------------------

    def _register(self, pieces: Sequence[_Piece]) -> None:
        """Entities for all names of several words, longest first, so that short forms find them."""
        known: dict[tuple[_Kind, tuple[str, ...]], list[_Piece]] = {}
        for piece in pieces:
            if len(piece.keys) > 1 or piece.kind is _Kind.OUTLET:
                known.setdefault((piece.kind, piece.keys), []).append(piece)
        for (kind, keys), same_name in sorted(
            known.items(), key=lambda item: (item[0][0] is not _Kind.PERSON, -len(item[0][1]), item[1][0].start)
        ):
            known_person = self._person(keys) if kind in (_Kind.PERSON, _Kind.UNKNOWN) else None
            if known_person is not None and (kind is _Kind.PERSON or known_person.keys[-len(keys) :] == keys):
                draft = known_person
            elif kind is _Kind.PERSON:
                draft = self._new(keys, same_name[0], _Kind.PERSON)
            else:
                draft = self._organisation(keys, kind, same_name)
            for piece in same_name:
                piece.entity = draft
                if piece.context is not None:
                    draft.kin = draft.kin or any(word in KIN or word == "lady" for word in piece.context.words)

    def _person(self, keys: tuple[str, ...]) -> _Draft | None:
        """The person already known under a longer form of this name."""
        bare_keys = tuple(k for k in keys if k not in SUFFIXES)
        for draft in self._last.get(_family(keys), ()):
            other = tuple(k for k in draft.keys if k not in SUFFIXES)
            if other[-len(bare_keys) :] == bare_keys or _same_given(bare_keys, other):
                return draft
        for draft in self._any.get(bare_keys[-1], ()):
            other = draft.keys
            if len(other) > len(bare_keys) and other[1 : 1 + len(bare_keys)] == bare_keys:
                return draft
        return None

    def _organisation(self, keys: tuple[str, ...], kind: _Kind, pieces: Sequence[_Piece]) -> _Draft:
        named = self._names.get(keys)
        if named is not None:
            return named
        if kind is _Kind.OUTLET and len(keys) == 1:
            longer = [d for d in self._heads.get(keys[0], ()) if d.kind is _Kind.OUTLET]
            if len(longer) == 1:
                return longer[0]
        if keys[-1] in ORG_HEADS and len(keys) > 1:
            longer = [
                d for d in self._heads.get(keys[-1], ()) if d.keys[-len(keys) :] == keys and len(d.keys) > len(keys)
            ]
            if len(longer) == 1:
                return longer[0]
        piece = pieces[0]
        draft = self._new(keys, piece, kind)
        if keys[-1] in ORG_HEADS and all(k in _GENERIC or k in ORG_HEADS for k in keys):
            for other in pieces:
                owner = _OWNER.search(self._text, max(0, other.start - 40), other.start)
                if owner and not other.run.definite and not other.before:
                    draft.name = self._text[owner.start() : other.end]
                    break
        for other in pieces:
            match = _ACRONYM.match(self._text, other.end)
            if match:
                self._names.setdefault((fold(match[1]).replace(".", ""),), draft)
        initials = "".join(k[0] for k in keys if k not in ("of", "the", "and", "for", "&", "on", "to", "a"))
        if len(initials) > 2:
            self._names.setdefault((initials,), draft)
        return draft

    def _new(self, keys: tuple[str, ...], piece: _Piece, kind: _Kind, *, vague: bool = False) -> _Draft:
        draft = _Draft(keys, " ".join(self._text[piece.start : piece.end].split()), kind, vague)
        if kind is _Kind.PERSON and len(keys) == 1 and piece.titles and piece.titles[-1] in ROYAL:
            draft.name = self._text[piece.run.starts[piece.first - 1] : piece.end]
        self._drafts.append(draft)
        if kind is _Kind.PERSON:
            self._last.setdefault(_family(keys), []).append(draft)
            for key in set(keys):
                self._any.setdefault(key, []).append(draft)
        else:
            self._names.setdefault(keys, draft)
            self._heads.setdefault(keys[-1], []).append(draft)
        return draft

    def _place(self, piece: _Piece) -> None:
        """The entity of a single word or of a name in a headline; a new one where the word is surely a name."""
        key = piece.keys[0]
        if len(piece.keys) > 1:
            if piece.kind is _Kind.PERSON:
                piece.entity = self._person(piece.keys) or self._new(piece.keys, piece, _Kind.PERSON)
            else:
                piece.entity = self._organisation(piece.keys, piece.kind, [piece])
            return
        titled = bool(piece.titles)
        if piece.kind in (_Kind.UNKNOWN, _Kind.PERSON) or key in self._last:
            options = self._last.get(key) or self._any.get(key) or []
            if options and not (key in PLACES and not titled and not self._speaks(piece.end)):
                piece.kind = _Kind.PERSON
                piece.options = options
                return
        named = self._names.get((key.replace(".", ""),)) or self._names.get((key,))
        if named is not None and not titled:
            piece.entity = named
            return
        if piece.kind is _Kind.ORGANISATION or piece.kind is _Kind.PLACE:
            piece.entity = self._short(key, piece) or self._new(piece.keys, piece, piece.kind)
            return
        if piece.kind is _Kind.OUTLET:
            piece.entity = self._new(piece.keys, piece, piece.kind)
            return
        self._single(piece, key, titled=titled)
        if piece.entity is not None and piece.entity.kind is _Kind.PERSON:
            self._names[piece.keys] = piece.entity

    def _short(self, key: str, piece: _Piece) -> _Draft | None:
        """What a well-known short form stands for, where the article has the long one, if only inside a longer name."""
        full = KNOWN_SHORT.get(key.replace(".", ""))
        if full is None:
            return None
        words = tuple(full.split())
        known = self._names.get(words)
        if known is None and self._text and any(d.keys[: len(words)] == words for d in self._drafts):
            known = self._new(words, piece, piece.kind)
            known.name = full.title()
        return known

    def _single(self, piece: _Piece, key: str, *, titled: bool) -> None:
        if not titled and (
            key in COMMON or key in NATIONALITIES or key in GROUPS or key in TITLES or key in ROLES or key in PLACE_HEADS
            or piece.run.headline or key in ORG_HEADS or (key[-1] == "s" and key[:-1] in NATIONALITIES) or len(key) < 2
        ):  # fmt: skip
            return
        if key[-1] == "s" and piece.run.definite and (self._last.get(key[:-1]) or self._last.get(key[:-2])):
            return
        human = (
            titled
            or key in self._human
            or (piece.context is not None and piece.context.human and not piece.run.definite)
        )
        given = key in MALE or key in FEMALE or key in EITHER
        if human or (given and not piece.run.definite and not (piece.run.initial and key in self._plain)):
            piece.entity = self._new(piece.keys, piece, _Kind.PERSON)
            return
        if piece.run.initial and key in self._plain:
            return
        if piece.run.initial and not self._speaks(piece.end):
            return
        piece.entity = self._new(piece.keys, piece, _Kind.ORGANISATION, vague=True)
        piece.entity.speaks = self._speaks(piece.end) and not piece.run.definite

    def _headline(self, run: Run) -> list[_Piece]:
        """Names known from elsewhere, or sure by their given name, in a line where every word is capitalised."""
        out: list[_Piece] = []
        at = 0
        keys = run.keys
        while at < len(keys):
            piece = None
            for last in range(min(len(keys), at + 5), at, -1):
                part = keys[at:last]
                if last - at > 1:
                    draft = self._names.get(part)
                    if draft is None and part[-1] in self._last:
                        draft = next(
                            (d for d in self._last[part[-1]] if d.keys == part or _same_given(part, d.keys)), None
                        )
                    if draft is not None:
                        piece = _Piece(run, at, last, (), (), draft.kind, entity=draft)
                        break
                elif part[0] in self._last:
                    piece = _Piece(
                        run, at, last, _titles_before(keys, at), (), _Kind.PERSON, options=self._last[part[0]]
                    )
                elif part in self._names:
                    piece = _Piece(run, at, last, (), (), self._names[part].kind, entity=self._names[part])
            if piece is None and at + 1 < len(keys) and (keys[at] in MALE or keys[at] in FEMALE):
                if keys[at + 1] not in self._plain and keys[at + 1] not in COMMON:
                    piece = _Piece(run, at, at + 2, _titles_before(keys, at), (), _Kind.PERSON)
            if piece is not None:
                out.append(piece)
                at = piece.last
            else:
                at += 1
        return out

    # -- which of several ----------------------------------------------------------------------------------------

    def _settle(self, pieces: Sequence[_Piece]) -> list[Span]:
        """Give bare family names to one of their bearers, in order; those that fit none are ambiguous."""
        ambiguous: list[Span] = []
        seen: dict[int, int] = {}
        firsts: dict[int, int] = {}
        for piece in pieces:
            if piece.entity is not None:
                firsts.setdefault(id(piece.entity), piece.run.sentence)
        totals: Counter[int] = Counter(id(p.entity) for p in pieces if p.entity is not None)
        for piece in pieces:
            if piece.entity is None and piece.options:
                piece.entity = _choose(piece, seen, totals, firsts)
                if piece.entity is None and piece.titles and not _fitting(piece):
                    piece.entity = self._new(piece.keys, piece, _Kind.PERSON)
                if piece.entity is None:
                    ambiguous.append(Span(piece.start, piece.end))
                    continue
            if piece.entity is not None:
                self._learn(piece, piece.entity)
                seen[id(piece.entity)] = piece.run.sentence
        return ambiguous

    def _learn(self, piece: _Piece, draft: _Draft) -> None:
        draft.pieces.append(piece)
        words: list[str] = []
        if piece.context is None and draft.kind is _Kind.PERSON:
            sentence = self._sentences[piece.run.sentence].span
            piece.context = context_of(self._text, piece.start, piece.end, sentence.start, sentence.end)
        if piece.context is not None:
            draft.roles.extend(piece.context.roles)
            words.extend(piece.context.words)
        titles = [same(t) for t in piece.titles if t not in HONORIFICS]
        if titles:
            draft.roles.append(Role(titles[-1], frozenset([*titles, *(same(b) for b in piece.before)])))
        draft.men += sum(word in MALE_WORDS for word in words)
        draft.women += sum(word in FEMALE_WORDS for word in words)
        draft.titled_men += any(title in MALE_WORDS for title in piece.titles)
        draft.titled_women += any(title in FEMALE_WORDS for title in piece.titles)

    # -- the result ----------------------------------------------------------------------------------------------

    def _close(self, pieces: Sequence[_Piece], pronouns: Sequence[Pronoun], ambiguous: list[Span]) -> Entities:
        order: list[_Draft] = []
        mentions: list[Mention] = []
        for piece in pieces:
            draft = piece.entity
            assert draft is not None
            if draft.number < 0:
                draft.number = len(order)
                order.append(draft)
            mentions.append(self._mention(piece, draft.number))
        everything = tuple(_entity(draft) for draft in order)
        return Entities(
            self._text, self._sentences, self._quotations, everything, tuple(mentions), tuple(pronouns),
            tuple(ambiguous), tuple(m.span.start for m in mentions),
        )  # fmt: skip

    def _mention(self, piece: _Piece, number: int) -> Mention:
        run, end = piece.run, piece.end
        last_of_run = piece.last == len(run.keys)
        verb = self._speaks(end)
        human = piece.entity is not None and piece.entity.kind is _Kind.PERSON
        modifier = not last_of_run or bool(_POSSESSIVE.match(self._text, end)) or _modifies(self._text, end)
        subject = not modifier and (
            verb
            or _ACTS.match(self._text, end) is not None
            or (run.initial or self._sentences[run.sentence].span.start >= run.start - 4)
        )
        return Mention(
            Span(piece.start, end), number, run.sentence, subject, run.quoted, modifier, len(piece.keys) > 1, human
        )


_MODIFIED = frozenset(
    "campaign campaigns aide aides adviser advisers supporters team administration spokesman spokeswoman surrogate surrogates "
    "lawyer lawyers officials staff ally allies government voters camp manager presidency foundation rally "
    "supporter rallies backers donors strategist fans officers executives shareholders".split()
)


def _modifies(text: str, end: int) -> bool:
    """Whether a name that stops at `end` only describes the noun behind it: "Clinton campaign manager"."""
    match = _NOUNS.match(text, end)
    return match is not None and any(word in _MODIFIED or word in ROLES or word in GROUPS for word in match[1].split())


def _pieces(run: Run, text: str) -> list[_Piece]:
    """A run cut into what modifies a title, and the name behind it."""
    keys = run.keys
    size = len(keys)
    name = 0
    for at in range(size - 4, -1, -1):
        if keys[at] in TITLES and keys[at + 1] == "of" and keys[at + 2] in CABINET:
            return _titled(run, at, at + 3, text)
    for at in range(size - 2, -1, -1):
        if keys[at] in TITLES and keys[at + 1] not in SUFFIXES:
            rest = keys[at + 1 :]
            if (
                not any(k in ORG_HEADS or k in PLACE_HEADS for k in rest[-1:])
                and rest[0] != "of"
                and keys not in _KNOWN_ORGS
            ):
                name = at + 1
                break
            if keys[at] in HONORIFICS and at == size - 2:
                name = at + 1
                break
    if not name:
        return [_Piece(run, 0, size, (), (), _kind(run, 0, size, text))]
    title = name - 1
    while title and keys[title - 1] in TITLES:
        title -= 1
    return _titled(run, title, name, text)


def _titled(run: Run, title: int, name: int, text: str) -> list[_Piece]:
    """The name from word `name` with its title from word `title`, after what names the title's office."""
    keys = run.keys
    person = _Piece(run, name, len(keys), keys[title:name], keys[:title], _Kind.PERSON)
    return [_Piece(run, 0, title, (), (), _kind(run, 0, title, text)), person] if title else [person]


def _kind(run: Run, first: int, last: int, text: str) -> _Kind:
    keys = run.keys[first:last]
    name = " ".join(keys)
    given = keys[0] in MALE or keys[0] in FEMALE
    tail = keys[-1].rsplit("-", 1)[-1]
    if name in OUTLETS or ("the " + name) in OUTLETS:
        return (
            _Kind.OUTLET
            if len(keys) > 1
            or run.definite
            or text[run.starts[first] : run.ends[first]].isupper()
            or name not in _PLAIN_OUTLETS
            else _Kind.UNKNOWN
        )
    if name in PLACES:
        return _Kind.PLACE
    if keys in _KNOWN_ORGS:
        return _Kind.ORGANISATION
    if len(keys) == 1:
        word = text[run.starts[first] : run.ends[first]]
        letters = word.replace(".", "").replace("-", "")
        if (1 < len(letters) <= 6 and letters.isupper() and ("." in word or not run.headline)) or "&" in word:
            return _Kind.ORGANISATION if not _shouted(run, text) else _Kind.UNKNOWN
        if run.definite and tail in OUTLET_HEADS and not run.initial:
            return _Kind.OUTLET
        return _Kind.UNKNOWN
    if given and not run.definite and len(keys) == 2:
        return _Kind.UNKNOWN
    if tail in OUTLET_HEADS or tail in ("poll", "survey", "census", "study", "report"):
        return _Kind.OUTLET
    if any(k in ORG_HEADS for k in keys[-1:]) or (
        any(k in ("of", "for", "on", "to", "against", "&", "and") for k in keys[1:-1])
        and any(k in ORG_HEADS for k in keys)
    ):
        return _Kind.ORGANISATION
    if keys[-1] in PLACE_HEADS or (keys[-1] in PLACES and keys[0] not in MALE | FEMALE):
        return _Kind.PLACE
    return _Kind.UNKNOWN


_PLAIN_OUTLETS = frozenset(
    {"nature", "science", "salon", "slate", "wired", "variety", "fortune", "economist", "vox", "guardian", "tass"}
) - {"guardian", "vox", "tass"}


def _shouted(run: Run, text: str) -> bool:
    """Whether a word in capitals is followed by a colon, as speakers of a transcript are."""
    return text[run.end : run.end + 1] == ":" and len(run.keys) == 1


def _titles_before(keys: tuple[str, ...], at: int) -> tuple[str, ...]:
    first = at
    while first and keys[first - 1] in TITLES:
        first -= 1
    return keys[first:at]


def _family(keys: tuple[str, ...]) -> str:
    """The family name's key: the last word that is no suffix, without the article of Arabic names."""
    at = len(keys) - 1
    while at and keys[at] in SUFFIXES:
        at -= 1
    key = keys[at]
    if key[:3] in ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-"):
        return key[3:]
    return key


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of one family name may be one person's: equal given names, or one an initial of the other."""
    if len(a) < 2 or len(b) < 2:
        return False
    x, y = a[0], b[0]
    return x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])


def _looks_human(keys: tuple[str, ...], text: str, piece: _Piece) -> int:
    given = keys[0] in MALE or keys[0] in FEMALE or keys[0] in EITHER
    score = 2 * given
    words = [text[piece.run.starts[n] : piece.run.ends[n]] for n in range(piece.first, piece.last)]
    score += 2 * any(len(w) == 2 and w[1] == "." for w in words[1:-1])
    score += any("." in w and len(w) > 2 for w in words[:1]) + any(k in PARTICLES for k in keys[1:-1])
    score += 2 * (keys[-1] in SUFFIXES)
    score += 2 * (keys[0] in PARTICLES)
    if (
        keys[-1] in GROUPS
        or keys[0] in NATIONALITIES
        or (keys[-1] in ROLES and not given)
        or any(w.isdigit() for w in words)
    ):
        score -= 4
    if any(w.isupper() and len(w) > 3 for w in words) and not all(w.isupper() for w in words):
        score -= 2
    return score


def _choose(piece: _Piece, seen: dict[int, int], totals: Counter[int], firsts: dict[int, int]) -> _Draft | None:
    """Whom a bare family (or given) name means: the bearer its title fits, named before, most often or just now."""
    titles = set(piece.titles)
    fitting = _fitting(piece)
    if len(fitting) == 1:
        return fitting[0]
    sure = [d for d in fitting if titles & (MALE_WORDS | FEMALE_WORDS) and _given_gender(d) is not None]
    if len(sure) == 1:
        return sure[0]
    before = [d for d in fitting if id(d) in seen]
    if len(before) == 1:
        return before[0]
    pool = before or fitting
    if not pool:
        return None
    here = piece.run.sentence

    def weight(draft: _Draft) -> float:
        age = abs(here - seen[id(draft)]) if id(draft) in seen else abs(firsts[id(draft)] - here)
        return totals[id(draft)] ** 0.5 + 2.0 / (1 + age)

    ranked = sorted(pool, key=weight, reverse=True)
    return ranked[0] if weight(ranked[0]) > 1.25 * weight(ranked[1]) else None


def _fitting(piece: _Piece) -> list[_Draft]:
    """The bearers of a bare name whose gender its titles allow; a relative's title is not the office holder's."""
    male = any(title in MALE_WORDS for title in piece.titles)
    female = any(title in FEMALE_WORDS for title in piece.titles)
    office = any(title not in HONORIFICS for title in piece.titles)
    return [
        d
        for d in piece.options
        if not (male and _given_gender(d) is Gender.FEMALE)
        and not (female and _given_gender(d) is Gender.MALE)
        and not (office and d.kin)
    ]


def _given_gender(draft: _Draft) -> Gender | None:
    if draft.titled_men != draft.titled_women:
        return Gender.MALE if draft.titled_men > draft.titled_women else Gender.FEMALE
    key = draft.keys[0]
    if len(key) == 1 and len(draft.keys) > 2:
        key = draft.keys[1]
    if key in MALE or key.split("-")[0] in MALE:
        return Gender.MALE
    if key in FEMALE or key.split("-")[0] in FEMALE:
        return Gender.FEMALE
    if draft.men != draft.women:
        return Gender.MALE if draft.men > draft.women else Gender.FEMALE
    return None


_TYPES = {
    _Kind.PERSON: SpeakerType.PERSON,
    _Kind.ORGANISATION: SpeakerType.ORGANISATION,
    _Kind.OUTLET: SpeakerType.OUTLET,
    _Kind.PLACE: SpeakerType.ORGANISATION,
    _Kind.UNKNOWN: SpeakerType.ORGANISATION,
}


def _entity(draft: _Draft) -> Entity:
    person = draft.kind is _Kind.PERSON
    return Entity(
        name=draft.name,
        type=_TYPES[draft.kind],
        gender=_given_gender(draft) if person else None,
        plural=False,
        mentions=tuple(Span(p.start, p.end) for p in draft.pieces),
        roles=tuple(draft.roles),
        keys=draft.keys,
        vague=draft.vague or draft.kind is _Kind.UNKNOWN,
        maybe_person=draft.speaks and draft.kind is not _Kind.PERSON,
        place=draft.kind is _Kind.PLACE and " ".join(draft.keys) not in COUNTRIES,
    )
