"""Gives every piece of an article its entity: full names first, then short forms, then bare family names."""

import re
from collections import Counter
from collections.abc import Sequence

from index.attribution.entities.context import PersonRole, context_of, same
from index.attribution.entities.evidence import decide_people, says, single_people, speaks
from index.attribution.entities.pieces import EntityDraft, NameKind, Piece, is_shouted, pieces_of, titles_before
from index.attribution.entities.registry import Chooser, Register, fitting
from index.attribution.entities.runs import Run
from index.model.article import Sentence, Span
from index.text.folding import fold
from index.text.given_names import GIVEN_NAMES
from index.text.mens_names import MALE
from index.text.organisations import KNOWN_ACRONYMS, ORG_HEADS
from index.text.outlets import OUTLET_HEADS
from index.text.places import NATIONALITIES, PLACE_HEADS, PLACES
from index.text.roles import FEMALE_WORDS, GROUPS, HONORIFICS, KIN, MALE_WORDS, ROLES, TITLES, TRADES
from index.text.womens_names import FEMALE
from index.text.words import COMMON

_TRADES = re.compile(r"(?:[’']s?)?\s(?:shares|stock|bosses|executives|shareholders)\b")  # companies have them
_OF_FAMILY = re.compile(r"(?:[OD][’']|Ma?c|Fitz)[A-Z]\w{2,}")
_COMPANIES = frozenset({"mcdonald", "mckinsey", "mclaren", "mcafee", "mccann", "macbook", "o'neill"})
_LETTERS = 3  # initials that everybody calls somebody by
_SPEAKERS = 12  # of a transcript that go by initials
_MOST_INITIALS = 4  # one more than a speaker of a transcript has
_FULL = 2  # words of the names before which an opener is cut
_ARTICLES = (" a ", " an ", " the ", "A ", "An ", "The ")
_BORN = (" born ", "(born ", "(née ", ", née ", " née ", "(nee ")
_LONGEST = 5  # words of a known name looked for in a headline
_NO_NAMES = COMMON | NATIONALITIES | GROUPS | TITLES | ROLES | PLACE_HEADS | ORG_HEADS


def _without_openers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without what stands before a name that the article has alone, too: what only opens a sentence ("Hold
    [Ana Ruiz] to it"), a seat in a list ("Marl Heath [Ana Ruiz]")."""
    alone = Counter(piece.keys for piece in pieces if len(piece.keys) == _FULL)
    whole = Counter(piece.keys for piece in pieces)
    inside = {piece.keys for piece in pieces if not piece.run.initial}
    return [
        Piece(piece.run, piece.last - _FULL, piece.last, (), (), piece.kind)
        if _is_led_up_to(piece)
        and (again := alone[piece.keys[-_FULL:]])
        and (
            again > whole[piece.keys] or len(piece.keys) > _FULL + 1 or (piece.run.initial and piece.keys not in inside)
        )
        else piece
        for piece in pieces
    ]


def _is_led_up_to(piece: Piece) -> bool:
    """Whether words that are no given names stand before two that are a name."""
    may_be = piece.kind in (NameKind.UNKNOWN, NameKind.PERSON) and not piece.titles and piece.first == 0
    if not may_be or len(piece.keys) <= _FULL:
        return False
    return piece.keys[-_FULL] in GIVEN_NAMES and GIVEN_NAMES.isdisjoint(piece.keys[:-_FULL])


def _without_birth_names(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without names that somebody was only born with: "Ana Ruiz was born Ana Marsh"."""
    given = [text.endswith(_BORN, max(0, piece.start - 8), piece.start) for piece in pieces]
    used = {piece.keys for piece, birth in zip(pieces, given, strict=True) if not birth}
    return [piece for piece, birth in zip(pieces, given, strict=True) if not birth or piece.keys in used]


class Book:
    """An article's pieces and entities."""

    def __init__(self, text: str, sentences: Sequence[Sentence], plain: frozenset[str]) -> None:
        self._text = text
        self._sentences = sentences
        self._plain = plain
        self._register = Register(text)
        self._human: frozenset[str] = frozenset()
        self._speakers: dict[str, EntityDraft | None] = {}  # of a transcript, by initials

    def fill(self, runs: Sequence[Run]) -> tuple[list[Piece], list[Span]]:
        """The pieces of `runs` that name something, in order, and the bare names that might be several people's."""
        pieces = [piece for run in runs if not run.headline for piece in pieces_of(run, self._text)]
        pieces = _without_openers(_without_birth_names(self._text, pieces))
        decide_people(self._text, self._sentences, pieces, self._plain)
        self._enter_full_names(pieces)
        for run in runs:
            if run.headline:
                pieces.extend(self._headline(run))
        pieces.sort(key=lambda piece: piece.start)
        self._human = single_people(self._text, self._sentences, pieces)
        for piece in pieces:
            if piece.entity is None and not piece.options:
                self._place(piece)
        return self._settle(pieces)

    def _enter_full_names(self, pieces: Sequence[Piece]) -> None:
        """Entities for all names of several words, people first and longest first, so that short forms find them."""
        known: dict[tuple[NameKind, tuple[str, ...]], list[Piece]] = {}
        again = self._in_brackets(pieces)
        for number, piece in enumerate(pieces):
            if (len(piece.keys) > 1 or piece.kind is NameKind.OUTLET) and number not in again:
                known.setdefault((piece.kind, piece.keys), []).append(piece)
        order = sorted(known, key=lambda name: (name[0] is not NameKind.PERSON, -len(name[1]), known[name][0].start))
        for kind, keys in order:
            alike = known[kind, keys]
            draft = self._register.person(keys) if kind in (NameKind.PERSON, NameKind.UNKNOWN) else None
            if kind is NameKind.PERSON:
                draft = draft or self._register.enter(keys, alike[0], kind)
            elif draft is None or draft.keys[-len(keys) :] != keys:
                draft = self._register.organisation(keys, kind, alike)
            for piece in alike:
                piece.entity = draft
                if piece.context is not None:
                    draft.kin = draft.kin or any(word in KIN or word == "lady" for word in piece.context.words)
        for number in again:
            pieces[number].entity = pieces[number - 1].entity

    def _in_brackets(self, pieces: Sequence[Piece]) -> list[int]:
        """The names that stand in brackets behind another form of them: "Princess Marisa (Marisa Kira Luise)"."""
        return [
            number
            for number, piece in enumerate(pieces)
            if number
            and len(piece.keys) > 1
            and len(pieces[number - 1].keys) > 1
            and piece.keys[0] in (pieces[number - 1].keys[0], *pieces[number - 1].keys[1:2])
            and self._text[pieces[number - 1].end : piece.start] == " ("
        ]

    def _place(self, piece: Piece) -> None:
        """The entity of a word or of a headline's new name; a new one where it surely is a name."""
        register, keys, key = self._register, piece.keys, piece.keys[0]
        if self._is_initials(piece):
            piece.entity = self._initialled(piece)
            if piece.entity is not None or not self._is_label(piece):
                return
        if len(keys) > 1:
            if piece.kind is NameKind.PERSON:
                piece.entity = register.person(keys) or register.enter(keys, piece, NameKind.PERSON)
            else:
                piece.entity = register.organisation(keys, piece.kind, [piece])
            return
        if piece.kind in (NameKind.UNKNOWN, NameKind.PERSON) or register.family(key):
            options = register.bearers(key)
            if options and not (key in PLACES and not piece.titles and not speaks(self._text, piece.end)):
                piece.kind = NameKind.PERSON
                piece.options = options
                return
        acronym = key.replace(".", "")
        named = register.named((acronym,)) or register.named((key,)) or register.trading_as(key)
        if named is None and piece.kind is NameKind.ORGANISATION and acronym not in KNOWN_ACRONYMS:
            named = self._lettered(acronym)
        if named is not None and not piece.titles:
            piece.entity = named
        elif piece.kind in (NameKind.ORGANISATION, NameKind.PLACE):
            piece.entity = register.short(acronym, piece) or register.enter(keys, piece, piece.kind)
        elif piece.kind is NameKind.OUTLET:
            piece.entity = register.enter(keys, piece, piece.kind)
        else:
            self._place_word(piece, key)

    def _lettered(self, letters: str) -> EntityDraft | None:
        """The one person of an article whom everybody calls by three initials: "MBS"."""
        people = self._register.initialled(letters) if len(letters) == _LETTERS else []
        return people[0] if len(people) == 1 else None

    def _is_initials(self, piece: Piece) -> bool:
        """Whether a piece is a speaker of a transcript by initials: "PS: How do you feel?"."""
        word = self._text[piece.start : piece.end].replace(".", "")
        alone = len(piece.run.keys) == 1 and self._text[max(0, piece.start - 1) : piece.start] in ("", "\n")
        return alone and 1 < len(word) < _MOST_INITIALS and word.isupper() and self._text.startswith(":", piece.end)

    def _initialled(self, piece: Piece) -> EntityDraft | None:
        """The one person of an article with those initials, in a byline if nowhere else."""
        key = piece.keys[0].replace(".", "")
        if key not in self._speakers and len(self._speakers) < _SPEAKERS:
            people = self._register.initialled(key)
            if not people:
                pattern = r"\b" + r"[ \u00a0]".join(rf"{letter}[^\W\d_A-Z]+(?:-\w+)?" for letter in key.upper()) + r"\b"
                for name in dict.fromkeys(match.group() for match in re.finditer(pattern, self._text)):
                    people.append(EntityDraft(tuple(fold(name).split()), name, NameKind.PERSON))
            self._speakers[key] = people[0] if len(people) == 1 else None
        return self._speakers.get(key)

    def _place_word(self, piece: Piece, key: str) -> None:
        """A new entity for a single word that neither is known nor tells what it is."""
        run = piece.run
        if not piece.titles:
            plural = key.endswith("s") and run.definite
            # "told The Namibian": a paper, as the capital shows.
            opens = self._sentences[run.sentence].span.start >= piece.start - len("The ")
            title = key in NATIONALITIES and not opens and self._text.endswith(" The ", 0, piece.start)
            if (
                (key in _NO_NAMES and not title)
                or run.headline
                or is_shouted(self._text[piece.start : piece.end])
                or len(key) < 2
                or (key[-1] == "s" and (key[:-1] in NATIONALITIES or (run.initial and key[:-1] in ROLES)))
            ):
                return
            if plural and (self._register.family(key[:-1]) or self._register.family(key[:-2])):
                return
        common = run.initial and key in self._plain
        given = key in GIVEN_NAMES and not run.definite and not common
        given = given or (not run.definite and (self._is_label(piece) or self._is_family(piece)))
        described = piece.context is not None and piece.context.human and not run.definite
        thing = piece.context.thing if piece.context is not None and not piece.titles else ""
        if thing:
            kind = NameKind.OUTLET if thing in OUTLET_HEADS else NameKind.ORGANISATION
            piece.entity = self._register.enter(piece.keys, piece, kind)
            return
        if piece.titles or key in self._human or described or given:
            piece.entity = self._register.enter(piece.keys, piece, NameKind.PERSON)
            self._register.call(key, piece.entity)
            return
        speaking = speaks(self._text, piece.end) and not self._text.endswith(_ARTICLES, 0, piece.start)
        if common or (run.initial and not speaking and _TRADES.match(self._text, piece.end) is None):
            return
        piece.entity = self._register.enter(piece.keys, piece, NameKind.ORGANISATION, vague=True)
        piece.entity.speaks = speaking and not run.definite

    def _is_label(self, piece: Piece) -> bool:
        """Whether a word in capitals is whoever speaks in several lines of a transcript: "AOC: Thank you"."""
        word = self._text[piece.start : piece.end]
        return word.isupper() and self._text.count(f"\n{word}: ") > 1

    def _is_family(self, piece: Piece) -> bool:
        """Whether a word that speaks is a family name by its first letters: "O’Shea", "MacLeod"."""
        word = _OF_FAMILY.fullmatch(self._text, piece.start, piece.end)
        return word is not None and piece.keys[0] not in _COMPANIES and says(self._text, piece)

    def _headline(self, run: Run) -> list[Piece]:
        """Names known from elsewhere, or sure by their given name, in a line where every word is capitalised."""
        out: list[Piece] = []
        at = 0
        while at < len(run.keys):
            piece = self._known_in_headline(run, at) or self._new_in_headline(run, at)
            if piece is not None:
                out.append(piece)
            at = piece.last if piece is not None else at + 1
        return out

    def _known_in_headline(self, run: Run, at: int) -> Piece | None:
        keys = run.keys
        for last in range(min(len(keys), at + _LONGEST), at + 1, -1):
            part = keys[at:last]
            draft = self._register.named(part) or self._register.person(part)
            if draft is not None:
                return Piece(run, at, last, (), (), draft.kind, entity=draft)
        family = self._register.family(keys[at])
        if family:
            return Piece(run, at, at + 1, titles_before(keys, at), (), NameKind.PERSON, options=family)
        named = self._register.named(keys[at : at + 1])
        return None if named is None else Piece(run, at, at + 1, (), (), named.kind, entity=named)

    def _new_in_headline(self, run: Run, at: int) -> Piece | None:
        keys = run.keys
        if at + 1 == len(keys) or not (keys[at] in MALE or keys[at] in FEMALE):
            return None
        if keys[at + 1] in self._plain or keys[at + 1] in COMMON:
            return None
        return Piece(run, at, at + 2, titles_before(keys, at), (), NameKind.PERSON)

    def _settle(self, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Span]]:
        """Give bare names to their bearers, in order, and learn from every mention."""
        chooser = Chooser(self._text, pieces)
        settled: list[Piece] = []
        ambiguous: list[Span] = []
        for piece in pieces:
            if piece.entity is None and piece.options:
                piece.entity = chooser.choose(piece)
                if piece.entity is None and piece.titles and not fitting(piece):
                    piece.entity = self._register.enter(piece.keys, piece, NameKind.PERSON)
                if piece.entity is None:
                    ambiguous.append(Span(piece.start, piece.end))
            if piece.entity is not None:
                chooser.see(piece.entity, piece)
                self._learn(piece, piece.entity)
                settled.append(piece)
        return settled, ambiguous

    def _learn(self, piece: Piece, draft: EntityDraft) -> None:
        draft.pieces.append(piece)
        if draft.kind is not NameKind.PERSON:
            if piece.context is not None and piece.context.thing:
                draft.roles.append(PersonRole(piece.context.thing, frozenset({piece.context.thing})))
            return
        if piece.context is None:
            sentence = self._sentences[piece.run.sentence].span
            piece.context = context_of(self._text, piece.start, piece.end, sentence.start, sentence.end)
        draft.roles.extend(piece.context.roles)
        for word in piece.context.words:
            draft.men += word in MALE_WORDS
            draft.women += word in FEMALE_WORDS
        if piece.titles:
            titles = [same(title) for title in piece.titles if title not in HONORIFICS or same(title) in TRADES]
            if titles:
                draft.roles.append(PersonRole(titles[-1], frozenset([*titles, *(same(word) for word in piece.before)])))
            draft.titled_men += any(title in MALE_WORDS for title in piece.titles)
            draft.titled_women += any(title in FEMALE_WORDS for title in piece.titles)
