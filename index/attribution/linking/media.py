"""Media: what an outlet is, by its name, by the words beside it, and by the frame that a sentence puts it in.

"the podcast *Reel Matters*", "*Paint*, the quarterly", "*WKRD-TV*", "*VOA* correspondent Ana Ruiz".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.blocks import Block
from index.attribution.entities.find import Entities, Entity, Mention
from index.attribution.tagger.frames import Range
from index.model.article import Span, SpeakerType
from index.text.organisations import KNOWN_ACRONYMS, ORG_NOUNS
from index.text.places import NATIONALITIES, PLACE_HEADS, PLACES
from index.text.roles import GROUPS, ROLES
from index.text.words import CALENDAR, DETERMINERS, phrases, words

MEDIA = words(
    """
    newspaper newspapers paper magazine podcast website site broadcaster network station channel programme program show
    journal blog newsletter weekly daily monthly quarterly tabloid agency radio television outlet publication
    """
)
_BODIES = ORG_NOUNS - MEDIA
# Last words of names that are outlets' where they are spoken to, even if a person might be called so.
_CLEAR = words("times news herald tribune gazette chronicle wire fm radio television tv magazine weekly daily journal")
_NOT_AFTER_NAMES = words("program programme network agency site channel")  # of governments and firms as well
_REPORTERS = words(
    "correspondent reporter journalist columnist editor host anchor presenter writer critic photographer interviewer"
)
_JOINS = frozenset(
    {"of", "and", "&", "on", "in", "for", "de", "del", "della", "der", "du", "des", "'s", "’s", "-", "the"}
)
_BEFORE_THE = frozenset({"of", "and", "on", "in", "for"})
_DAYS = frozenset(day.title() for day in CALENDAR)
_PLATFORMS = phrases(
    """
    twitter | x | facebook | instagram | telegram | truth social | weibo | tiktok | linkedin | youtube | threads
    bluesky | whatsapp | snapchat | reddit | mastodon | signal | wechat | substack | medium | discord | zoom | skype
    """
)
_CALL_LETTERS = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?")
_SPOKEN = ("Radio", "Channel", "TV")
_BROADCASTING = frozenset({"broadcasting", "broadcasters", "television", "radio"})
_BREAKS = words(
    """
    that who which whom whose and or but if whether when where how why is was were are has had have will would could
    should may might he she it they we i you there not to for from at by with about after before as than because then
    a an the this these those of in on only
    """
)
_ADJECTIVES = 2  # plain words in a row that may stand before the noun
_MOST = 7  # tokens of a name
_PAIRED = 8  # tokens of what stands between "the" and the medium's name
_APPOSED = 5  # tokens of ", the breakfast show,"


@dataclass(frozen=True, slots=True)
class Media:
    """Tells what of an article's names is an outlet, and what may be one where the sentence treats it so.

    Attributes
    ----------
    entities : Entities
    people : frozenset of str
        The words of all names of people, folded.
    """

    entities: Entities
    people: frozenset[str]

    def known(self, span: Span) -> bool:
        """Whether what `span` names is an outlet wherever it stands."""
        found = self.entities.within(span)
        if not found or self.names_person(span):
            return False
        named = self.entities.text[span.start : span.end]
        entity = self.entities.all[found[0].entity]
        if found[-1].span.end != span.end or (len(found) > 1 and (" and " in named or len(entity.keys) > 1)):
            return False  # "the Argus Leader of Lowton"; but "the Journal of Applied Memory"
        if entity.type is SpeakerType.OUTLET:
            if named in _SPOKEN:
                return False  # "the TV"
            return len(entity.keys) > 1 or entity.keys[0] not in self.people or self._is_definite(span)
        if entity.type is not SpeakerType.ORGANISATION:
            return False
        return (named.split()[0] in _SPOKEN and " " in named) or not _BROADCASTING.isdisjoint(entity.keys)

    def _is_definite(self, span: Span) -> bool:
        """Whether "the" stands before a name, or opens it."""
        return self.entities.text[max(0, span.start - 4) : span.start + 4].lower().find("the ") >= 0

    def opening(self, span: Span) -> Span | None:
        """The known outlet that is the first name in `span`, where that names no person."""
        found = self.entities.within(span)
        if not found or self.names_person(span) or not self.known(found[0].span):
            return None
        before = self.entities.text[span.start : found[0].span.start].split()
        behind = self.entities.text[found[0].span.end : span.end].split()
        if before and before[-1] in _REPORTERS:
            return None  # "the journalist Alex Press"
        if behind and (behind[0] == "and" or (behind[0].islower() and behind[0] not in MEDIA | _BREAKS)):
            return None  # "Gazette journalists"
        return found[0].span

    def names_person(self, span: Span) -> bool:
        """Whether `span` names somebody."""
        return any(mention.human for mention in self.entities.within(span))

    def possible(self, span: Span) -> bool:
        """Whether `span` names, whole, what may be an outlet where it is spoken to, written in or aired on."""
        found = self.entities.within(span)
        named = self.entities.text[span.start : span.end]
        if not found or found[-1].span.end != span.end or named.lower() in _PLATFORMS or _is_people(named):
            return False
        if len(found) > 1:
            return len(found) == 2 and self._is_titled(found)
        if self.entities.text[span.start : found[0].span.start].strip() not in ("", *_DAYS):
            return False  # "the Sunday Clarion" is more than "Clarion"
        entity = self.entities.all[found[0].entity]
        if found[0].human or self._is_family(entity):
            return False
        if entity.place:
            return len(entity.keys) > 1 and " ".join(entity.keys) not in PLACES and entity.keys[-1] not in PLACE_HEADS
        if entity.vague:
            return _BODIES.isdisjoint(entity.keys)
        return (
            not self._is_definite(span)
            and named == entity.name
            and named.isupper()
            and named.isalpha()
            and named.lower() not in KNOWN_ACRONYMS
        )

    def _is_titled(self, found: Sequence[Mention]) -> bool:
        """Whether two unknown names are one title: "the Annals of Headache"."""
        vague = all(self.entities.all[mention.entity].vague for mention in found)
        between = self.entities.text[found[0].span.end : found[1].span.start]
        return vague and between.strip() == "of" and self._is_definite(found[0].span)

    def _is_family(self, entity: Entity) -> bool:
        """Whether one word may name a person: it speaks, or somebody else is called so."""
        return len(entity.keys) == 1 and (entity.maybe_person or entity.keys[0] in self.people)


def media_of(entities: Entities) -> Media:
    """What the article that names `entities` has of outlets."""
    people = (entity for entity in entities.all if entity.type is SpeakerType.PERSON)
    return Media(entities, frozenset(key for entity in people for key in entity.keys))


def _is_people(named: str) -> bool:
    """Whether a capitalised word is several people: "MPs", "Republicans"."""
    last = named.rsplit(maxsplit=1)[-1]
    key = last.lower()
    one = key.removesuffix("s")
    return key in GROUPS or (one != key and (one in ROLES or one in NATIONALITIES or last[:-1].isupper()))


def name_at(block: Block, at: int) -> Range | None:
    """The capitalised name that begins at token `at`, after determiners."""
    tokens = block.tokens.text
    while at < len(tokens) and tokens[at].lower() in DETERMINERS and not tokens[at].isupper():
        at += 1
    first = at
    while at < min(len(tokens), first + _MOST) and _goes_on(tokens, first, at):
        at += 1
    while at > first and tokens[at - 1] in _JOINS:
        at -= 1
    return Range(first, at) if at > first and tokens[first][0].isupper() else None


def _goes_on(tokens: Sequence[str], first: int, at: int) -> bool:
    """Whether token `at` still belongs to the name from `first` on; a day does as its first word only."""
    word = tokens[at]
    if word in _DAYS:
        return at == first and tokens[at + 1 : at + 2] != () and tokens[at + 1][0].isupper()
    if word == "the":
        return at > first and tokens[at - 1] in _BEFORE_THE
    if word[0].isdigit():
        return at > first and tokens[at - 1] not in _BEFORE_THE  # "told Action 4", but "told Paint in 2018"
    return word[0].isupper() or word in _JOINS


def outlet_at(block: Block, at: int, media: Media) -> Span | None:
    """The known outlet whose name begins at `at`; "CNN's Jake Tapper" and "the Guardian Monday" name CNN and the
    Guardian."""
    name = name_at(block, at)
    if name is None:
        return None
    for last in range(name.last, name.first, -1):
        span = block.tokens.span(name.first, last)
        if block.tokens.text[last - 1] not in _JOINS and media.known(span):
            return span
    return None


def medium_at(block: Block, at: int, media: Media, *, loose: bool) -> Span | None:
    """The outlet that begins at token `at`: a known one, one that a noun beside it says to be one, "the magazine"; or,
    if `loose`, a name of which nothing else is known."""
    tokens = block.tokens.text
    if at >= len(tokens):
        return None
    called = called_at(block, at, media)
    if called is not None:
        return called
    name = name_at(block, at)
    if name is None or not all(word.lower() in DETERMINERS for word in tokens[at : name.first]):
        return None
    known = outlet_at(block, at, media)
    if known is not None:
        return known
    if _CALL_LETTERS.fullmatch(tokens[name.first]):
        return block.tokens.span(name.first, name.first + 1)
    if _is_apposed(block, name.last) or _says_so(tokens[name.first : name.last]):
        return block.tokens.span(name.first, name.last)
    if tokens[name.last : name.last + 1] and tokens[name.last] in _REPORTERS:
        initials = tokens[name.first]
        if initials.isupper() and initials.lower() not in KNOWN_ACRONYMS:
            return block.tokens.span(name.first, name.first + 1)
    elif not loose:
        return None
    for last in range(name.last, name.first, -1):
        span = block.tokens.span(name.first, last)
        if tokens[last - 1] not in _JOINS and media.possible(span):
            return span
    return None


def _says_so(name: Sequence[str]) -> bool:
    """Whether a name says of itself that it is an outlet's: "Radio Tarn", "Marina Wire"."""
    return len(name) > 1 and "of" not in name and (name[0] in _SPOKEN or name[-1].lower() in _CLEAR)


def called_at(block: Block, at: int, media: Media) -> Span | None:
    """What the noun phrase from token `at` on calls a medium: "the podcast Reel Matters", "his podcast, Table Talk",
    "the Lagos Lamp newspaper", "the magazine"."""
    tokens = block.tokens.text
    first = at + (tokens[at].lower() in DETERMINERS)
    lowered = 0
    for noun in range(first, min(len(tokens), first + _PAIRED)):
        word = tokens[noun]
        if word in MEDIA and "social" not in tokens[at:noun]:
            if tokens[noun + 1 : noun + 2] and tokens[noun + 1] in MEDIA:
                continue
            found = _beside(block, at, noun)
            behind = found is not None and found.start > block.tokens.start[noun] and word != "broadcaster"
            return found if behind or found is None or not media.names_person(found) else None
        lowered = lowered + 1 if word.islower() and "-" not in word else 0
        if not word[0].isalnum() or word in _BREAKS or lowered > _ADJECTIVES:
            return None
    return None


def _beside(block: Block, at: int, noun: int) -> Span | None:
    """The name behind the noun of a medium, or before it; the noun itself, where it is "the magazine"."""
    tokens = block.tokens.text
    after = noun + 1
    if after + 1 < len(tokens) and (tokens[after] in '“"‘' or (tokens[after] == "," and tokens[at].lower() != "the")):
        after += 1
    if after < len(tokens) and tokens[after][0].isupper():
        name = name_at(block, after)
        if name is not None:
            return block.tokens.span(name.first, name.last)
    first = next((i for i in range(at, noun) if tokens[i][0].isupper() and tokens[i].lower() not in DETERMINERS), noun)
    while first < noun and tokens[first].lower() in NATIONALITIES:
        first += 1
    if first < noun:
        own = tokens[noun] in _NOT_AFTER_NAMES or not {"'s", "’s"}.isdisjoint(tokens[first:noun])
        return None if own else block.tokens.span(first, noun)
    bare = tokens[at].lower() in ("the", "this", "our", "that") and tokens[at + 1 : noun] in ((), ("same",))
    return block.tokens.span(at, noun + 1) if bare else None


def _is_apposed(block: Block, comma: int) -> bool:
    """Whether what follows a name says that it is a medium: ", a trade newsletter,"."""
    tokens = block.tokens.text
    if tokens[comma : comma + 1] != (",",) or tokens[comma + 1 : comma + 2] not in (("a",), ("the",), ("an",)):
        return False
    for at in range(comma + 2, min(len(tokens), comma + 2 + _APPOSED)):
        if tokens[at] in MEDIA:
            return "social" not in tokens[comma:at]
        if not tokens[at][0].isalpha() or tokens[at] in _BREAKS:
            return False
    return False
