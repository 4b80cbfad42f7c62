"""Naming: each mention of a speaker resolved to the fullest name that its article gives, or to nobody.

Mentions are taken in the order of the text. A name stands for its entity; a pronoun for who is most on the reader's
mind and agrees in gender and number; a description ("the ambassador") for whom the article introduced with it. What
names nobody in particular ("two officials") is kept as written. In doubt, nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.entities import Entities, Entity, Gender, Mention
from index.attribution.links import Link
from index.attribution.name_antecedents import MODIFIER, OBJECT, QUOTED, SPEAKER, SUBJECT, Focus
from index.attribution.name_context import Role, bare, same
from index.attribution.name_lexicon import (
    COMPANY_NOUNS,
    COUNTRIES,
    FEMALE_WORDS,
    GROUPS,
    KIN,
    KNOWN_NOUNS,
    MALE_WORDS,
    NATIONALITIES,
    ORG_NOUNS,
    PUBLIC_NOUNS,
    ROLES,
    WIDER_ROLE,
)
from index.attribution.name_phrases import DETERMINERS, Head, Phrase, phrase_of
from index.types import ParagraphKind, Span, SpeakerType


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: the name to show, and what kind of speaker it is."""

    name: str
    type: SpeakerType


_HE = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "himself": Gender.MALE,
       "she": Gender.FEMALE, "her": Gender.FEMALE, "hers": Gender.FEMALE, "herself": Gender.FEMALE}  # fmt: skip
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both", "each"})
_IT = frozenset({"it", "its", "itself", "this"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "you"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_ASIDE = re.compile(r"(?:\s\([^()]*\))?(?:,?\s(?:an?|the|[A-Z][\w.]+[’']s)\s[^,.;]{2,80})?")
_PEOPLE = re.compile(r"(?:[\w’'-]+\s){0,9}[\w’'-]+$")
_NO_ADJECTIVES = frozenset(
    "to of for in at by on with from and or but as is are was were be been has have had said says that which who than not "
    "against among about told like likely he she they it i we you paying while when if because so only".split()
)
_PAST = frozenset(
    "upset made left met saw gave took hit cost hurt drew won lost sent put brought set led kept got let".split()
)
_SITE = re.compile(r"\w\.[a-z]{2,4}$")
_CONTENT = frozenset(
    "the a an this that these those his her their its my our of for in at from on with by to and or".split()
)
_INTRODUCED = re.compile(
    r"\b[Aa]n?\s(?:[\w’'/-]+\s){0,4}?(letter|report|study|analysis|poll|survey|statement|memo|lawsuit|complaint|filing|article"
    r"|document|paper|brief|petition|audit|review|ruling|book)\b(?:\s(?:by|from|of|to|for|on|into|about)\s[^,.;:()“”\"\n]{3,60})?"
)
_CUT_INTRODUCED = re.compile(
    r"\s(?:that|which|who|said|says|and|is|was|were|released|published|issued|this|last|on (?:[MTWFS][a-z]+day)|[a-z]+ing|found|finds|showed|shows)\b"
)
_PAPERS = frozenset(
    "paper newspaper magazine network site website journal station broadcaster daily weekly tabloid".split()
)
_MARGIN = 1.1
_SURE = 2.0
_SOON = 1200  # characters within which a lead names whom it described


def name_speakers(entities: Entities, links: Sequence[Link]) -> tuple[Speaker | None, ...]:
    """The speaker of each link, in the order given; None where the article does not tell who that is."""
    return _Namer(entities, links).run()


def name_outlet(entities: Entities, source: Span) -> str | None:
    """The fullest name of the outlet or document at `source`; None if that holds no word."""
    phrase = phrase_of(entities.text, source, entities.within(source))
    if phrase is None or phrase.head is Head.PRONOUN:
        return None
    if phrase.head is Head.NAMES:
        return entities.all[phrase.named[0].entity].name
    return _written(entities.text, phrase.span, determiner=phrase.head is not Head.DOCUMENT)


class _Namer:
    """One pass over an article's mentions, pronouns and links."""

    def __init__(self, entities: Entities, links: Sequence[Link]) -> None:
        self._entities = entities
        self._text = entities.text
        self._links = links
        self._focus = Focus(entities.all)
        self._named: dict[int, Speaker | None] = {}
        self._last: tuple[Speaker, Phrase, int] | None = None  # speaker, phrase and sentence of the link before
        self._plural: tuple[Speaker, int] | None = None
        self._thing: tuple[Speaker, int] | None = None
        self._groups: dict[str, Speaker] = {}
        self._introduced: dict[str, list[Span]] | None = None
        self._collectives: dict[str, Speaker] = {}
        self._unnamed: dict[str, Speaker] = {}
        self._opening = _opening(entities)
        self._documents: dict[str, tuple[Speaker, int]] = {}

    def run(self) -> tuple[Speaker | None, ...]:
        """Name all links."""
        order = sorted(
            (i for i, link in enumerate(self._links) if link.mention is not None),
            key=lambda i: (self._links[i].mention or Span(0, 0)).start,
        )
        mentions, pronouns = self._entities.mentions, self._entities.pronouns
        m = p = 0
        for number in order:
            span = self._links[number].mention
            assert span is not None
            while m < len(mentions) or p < len(pronouns):
                next_m = mentions[m].span.start if m < len(mentions) else len(self._text)
                next_p = pronouns[p].span.start if p < len(pronouns) else len(self._text)
                if min(next_m, next_p) >= span.start:
                    break
                if next_m <= next_p:
                    self._see(mentions[m])
                    m += 1
                else:
                    self._hear(p)
                    p += 1
            while p < len(pronouns) and pronouns[p].span.start < span.end:
                p += 1
            self._focus.move(self._entities.sentence_at(span.start))
            self._named[number] = self._name(self._links[number], span)
        return tuple(self._named.get(i) for i in range(len(self._links)))

    # -- the narrative between the links -------------------------------------------------------------------------

    def _see(self, mention: Mention) -> None:
        self._focus.move(mention.sentence)
        if mention.quoted:
            weight = QUOTED
        elif mention.modifier:
            weight = MODIFIER
        else:
            weight = SUBJECT if mention.subject else OBJECT
        self._focus.add(mention.entity, weight)

    def _hear(self, at: int) -> None:
        pronoun = self._entities.pronouns[at]
        if pronoun.quoted:
            return
        self._focus.move(pronoun.sentence)
        found = self._focus.person(_HE[pronoun.key], margin=1.0)
        if found is not None:
            self._focus.add(found, 0.5 if pronoun.key in ("he", "she") else MODIFIER)

    # -- one mention ---------------------------------------------------------------------------------------------

    def _name(self, link: Link, span: Span) -> Speaker | None:
        inside = self._entities.within(span)
        phrase = phrase_of(self._text, span, inside)
        if phrase is None:
            return None
        if phrase.head is Head.OTHER and any(phrase.span.holds(span) for span in self._entities.ambiguous):
            return None
        speaker = self._resolve(link, phrase)
        if speaker is not None:
            self._remember(speaker, phrase)
        return speaker

    def _remember(self, speaker: Speaker, phrase: Phrase) -> None:
        sentence = self._entities.sentence_at(phrase.span.start)
        self._last = (speaker, phrase, sentence)
        if (
            phrase.head is Head.GROUP
            or (phrase.head is Head.NAMES and len(phrase.named) > 1)
            or speaker.type is SpeakerType.GROUP
        ):
            self._plural = (speaker, sentence)
        elif speaker.type is not SpeakerType.PERSON:
            self._thing = (speaker, sentence)
        if phrase.head is Head.GROUP and phrase.noun not in self._groups:
            self._groups[phrase.noun] = speaker
        if phrase.head is Head.DOCUMENT and (phrase.noun not in self._documents or len(phrase.words) > 2):
            self._documents[_document(phrase.noun)] = (speaker, sentence)

    def _entity(self, number: int) -> Speaker:
        self._focus.add(number, SPEAKER)
        entity = self._entities.all[number]
        return Speaker(entity.name, entity.type)

    def _resolve(self, link: Link, phrase: Phrase) -> Speaker | None:
        match phrase.head:
            case Head.PRONOUN:
                return self._pronoun(link, phrase)
            case Head.NAMES:
                return self._names(phrase)
            case Head.ROLE:
                return self._role(phrase)
            case Head.GROUP:
                return self._group(phrase)
            case Head.DOCUMENT:
                return self._paper(phrase)
            case Head.ORGANISATION:
                return self._organisation(phrase)
            case _:
                return self._other(phrase)

    def _names(self, phrase: Phrase) -> Speaker:
        named = [self._entity(m.entity) for m in phrase.named]
        if len(named) == 1:
            return named[0]
        joined = ", ".join(s.name for s in named[:-1]) + " and " + named[-1].name
        return Speaker(joined, SpeakerType.GROUP)

    def _pronoun(self, link: Link, phrase: Phrase) -> Speaker | None:
        key = phrase.noun
        here = self._entities.sentence_at(phrase.span.start)
        if key in _HE:
            outer = self._inside_quotation(link, phrase.span)
            found = self._focus.person(_HE[key], margin=_MARGIN, but=outer.name if outer else "")
            return None if found is None else self._entity(found)
        if key in _RELATIVE:
            return self._antecedent(phrase.span.start, key)
        if key in _THEY:
            if self._plural is not None and here - self._plural[1] <= 4:
                return self._plural[0]
            return self._thing[0] if self._thing is not None and here - self._thing[1] <= 2 else None
        if key in _IT:
            found = self._focus.thing()
            strong = found is not None and self._focus.weight(found) >= SUBJECT
            if not strong and self._thing is not None and here - self._thing[1] <= 2:
                return self._thing[0]
            return None if found is None else self._entity(found)
        if key in _SPEAKING:
            return self._inside_quotation(link, phrase.span)
        return None

    def _inside_quotation(self, link: Link, span: Span) -> Speaker | None:
        for number, other in enumerate(self._links):
            if other is not link and number in self._named and any(c.holds(span) for c in other.content):
                return self._named[number]
        return None

    # -- descriptions --------------------------------------------------------------------------------------------

    def _role(self, phrase: Phrase) -> Speaker | None:
        if phrase.determiner in _HE:
            owned = self._owned(phrase)
            if owned is not None:
                return owned
        found = self._bearer(phrase)
        if found is not None:
            return self._entity(found)
        definite = phrase.determiner in DETERMINERS and phrase.determiner not in _INDEFINITE
        if definite:
            epithet = self._epithet(phrase)
            return self._unnamed.get(same(phrase.noun)) if epithet is None else self._entity(epithet)
        speaker = Speaker(_written(self._text, phrase.span), SpeakerType.GROUP)
        self._unnamed[same(phrase.noun)] = speaker
        return speaker

    def _epithet(self, phrase: Phrase) -> int | None:
        """Whom a description that nobody was introduced with is about: the one person in focus, if nothing speaks against."""
        if phrase.trailer or len(_content(phrase)) < 2:
            return None
        found = self._focus.person(None, margin=_SURE)
        if found is None or self._focus.weight(found) < _SURE / 2:
            return None
        entity = self._entities.all[found]
        gender = self._focus.gender(found)
        wrong = FEMALE_WORDS if gender is Gender.MALE else MALE_WORDS if gender is Gender.FEMALE else frozenset()
        if phrase.noun in wrong or any(_rivals(role.head, same(phrase.noun)) for role in entity.roles):
            return None
        return found

    def _owned(self, phrase: Phrase) -> Speaker | None:
        """ "his lawyer": the owner's name before the rest."""
        owner = self._focus.person(_HE[phrase.determiner], margin=_MARGIN)
        if owner is None:
            return None
        if phrase.noun in KIN:
            kin = self._kin(owner, phrase.noun)
            if kin is not None:
                return self._entity(kin)
        rest = self._text[phrase.span.start : phrase.span.end].split(None, 1)[1]
        return Speaker(f"{self._entities.all[owner].name}'s {' '.join(rest.split())}", SpeakerType.GROUP)

    def _kin(self, owner: int, noun: str) -> int | None:
        """The one relative of the owner's family name, or introduced as such, whose gender fits."""
        family = self._entities.all[owner].keys[-1]
        gender = Gender.FEMALE if noun in FEMALE_WORDS else Gender.MALE if noun in MALE_WORDS else None
        found = [
            number
            for number, entity in enumerate(self._entities.all)
            if number != owner
            and entity.type is SpeakerType.PERSON
            and (
                any(noun == role.head for role in entity.roles) or (len(entity.keys) > 1 and entity.keys[-1] == family)
            )
            and (gender is None or self._focus.gender(number) in (gender, None))
        ]
        return found[0] if len(found) == 1 else None

    def _bearer(self, phrase: Phrase) -> int | None:
        """Whom the article introduced with this role: nearest before, or soon after in a lead."""
        head = same(phrase.noun)
        wanted = _content(phrase)
        wider = WIDER_ROLE.get(head, frozenset())
        opening = self._entities.sentence_at(phrase.span.start) <= self._opening
        indefinite = phrase.determiner in _INDEFINITE or not phrase.determiner
        if indefinite and not opening:
            return None
        best: tuple[float, int] | None = None
        for number, entity in enumerate(self._entities.all):
            if entity.type is not SpeakerType.PERSON or not entity.roles:
                continue
            score = max(_fit(head, wider, wanted, role, entity, lenient=opening) for role in entity.roles)
            if score <= 0:
                continue
            if entity.first > phrase.span.start:
                if entity.first - phrase.span.end > _SOON or phrase.determiner in ("this", "that"):
                    continue
                score -= 0.1
            elif phrase.determiner in _INDEFINITE:
                continue
            total = score + min(self._focus.weight(number), 2.0)
            if best is None or total > best[0]:
                best = (total, number)
        return None if best is None or best[0] < (0.55 if opening else 0.8) else best[1]

    def _group(self, phrase: Phrase) -> Speaker:
        written = _written(self._text, _core(self._text, phrase))
        if phrase.determiner in _HE:
            owner = self._focus.person(_HE[phrase.determiner], margin=_MARGIN)
            if owner is not None:
                return Speaker(f"{self._entities.all[owner].name}'s {written.split(' ', 1)[1]}", SpeakerType.GROUP)
        if phrase.determiner in ("the", "these", "those") and len(_content(phrase)) == 1:
            known = self._groups.get(phrase.noun)
            if known is not None:
                return known
        if phrase.named and phrase.named[0].span.start - phrase.span.start < 5 and " and " in written:
            return Speaker(self._spelt_out(phrase), SpeakerType.GROUP)
        return Speaker(written, SpeakerType.GROUP)

    def _spelt_out(self, phrase: Phrase) -> str:
        """The phrase with each name in it at its fullest: "Ortiz and other parents" -> "Ana Ortiz and other parents"."""
        out: list[str] = []
        at = phrase.span.start
        for mention in phrase.named:
            out += [self._text[at : mention.span.start], self._entities.all[mention.entity].name]
            at = mention.span.end
        return " ".join("".join([*out, self._text[at : phrase.span.end]]).split())

    def _paper(self, phrase: Phrase) -> Speaker | None:
        if phrase.noun in _OWN_WORK:
            for mention in phrase.named:
                entity = self._entities.all[mention.entity]
                if entity.type is SpeakerType.OUTLET and mention.span.start < phrase.span.start + 12:
                    return self._entity(mention.entity)
        if (
            phrase.determiner in ("the", "this", "that", "its", "their")
            and len(_content(phrase)) < 2
            and not phrase.trailer
        ):
            known = self._documents.get(_document(phrase.noun))
            if known is not None:
                return known[0]
            if phrase.noun in _PAPERS:
                paper = self._focus.outlet()
                if paper is not None:
                    return self._entity(paper)
            introduced = self._papers().get(_document(phrase.noun))
            if introduced is not None and introduced[0].start < phrase.span.start:
                return Speaker(_written(self._text, introduced[0], determiner=True), SpeakerType.OUTLET)
            if self._thing is not None and self._thing[0].type is SpeakerType.OUTLET:
                return self._thing[0]
            return None
        return Speaker(_written(self._text, _core(self._text, phrase), determiner=True), SpeakerType.OUTLET)

    def _papers(self) -> dict[str, list[Span]]:
        """Documents that the article introduces ("a letter to the board"), by their noun, in order; found on first need."""
        if self._introduced is None:
            self._introduced = {}
            for match in _INTRODUCED.finditer(self._text):
                key = _document(match[1].lower().removesuffix("s"))
                cut = _CUT_INTRODUCED.search(self._text, match.end(1), match.end())
                span = Span(match.start(), cut.start() if cut else match.end())
                self._introduced.setdefault(key, []).append(span)
        return self._introduced

    def _organisation(self, phrase: Phrase) -> Speaker | None:
        noun = phrase.noun
        definite = phrase.determiner in ("the", "this", "that")
        if phrase.named and " and " in self._text[phrase.span.start : phrase.span.end]:
            return Speaker(self._spelt_out(phrase).removeprefix("The ").removeprefix("the "), SpeakerType.ORGANISATION)
        if noun in _COLLECTIVES:
            if definite and len(_content(phrase)) == 1 and not phrase.trailer:
                return self._collectives.get(noun)
            speaker = Speaker(_written(self._text, phrase.span, determiner=True), SpeakerType.ORGANISATION)
            self._collectives[noun] = speaker
            return speaker
        if phrase.named or (not definite and phrase.determiner) or phrase.trailer:
            return Speaker(_written(self._text, phrase.span, determiner=True), SpeakerType.ORGANISATION)
        wanted = _content(phrase)
        best: tuple[float, int] | None = None
        for number, entity in enumerate(self._entities.all):
            if (
                entity.type is SpeakerType.PERSON
                or (entity.vague and noun not in COMPANY_NOUNS)
                or entity.first > phrase.span.start
            ):
                continue
            near = self._focus.weight(number)
            if noun in entity.keys or noun in KNOWN_NOUNS.get(" ".join(entity.keys), ()):
                score = 2.0
            elif (
                noun in COMPANY_NOUNS
                and entity.type is SpeakerType.ORGANISATION
                and not entity.place
                and near > 0.1
                and not _otherwise(entity)
            ):
                score = 0.5
            elif (
                noun in _BY_FOCUS
                and near > 0.2
                and entity.type is SpeakerType.ORGANISATION
                and not entity.place
                and (not _otherwise(entity) or (noun in PUBLIC_NOUNS and _PUBLIC.intersection(entity.keys)))
            ):
                score = 0.3 + 0.2 * (noun in PUBLIC_NOUNS)
            else:
                continue
            total = score + near
            if best is None or total > best[0]:
                best = (total, number)
        if best is not None and best[0] > 0.6:
            return self._entity(best[1])
        return (
            Speaker(_written(self._text, phrase.span, determiner=True), SpeakerType.ORGANISATION)
            if len(wanted) > 1
            else None
        )

    def _other(self, phrase: Phrase) -> Speaker | None:
        written = self._text[phrase.span.start : phrase.span.end]
        if phrase.determiner == "the" and written.split()[-1][:1].isupper() and self._entities.family(phrase.noun):
            return Speaker("the " + written.split(None, 1)[1], SpeakerType.GROUP)
        if (
            phrase.determiner in ("the", "this", "that", "these", "those")
            and len(_content(phrase)) < 2
            and not phrase.trailer
        ):
            return None
        capital = written[:1].isupper() and bare(written.split()[0]) not in _LOWER
        words = written.split()
        named = words[-1][:1].isupper() and bare(words[-1]) not in GROUPS and not phrase.trailer
        kind = SpeakerType.ORGANISATION if named else SpeakerType.GROUP
        if len(words) == 1 and _SITE.search(written):
            kind = SpeakerType.OUTLET
        return Speaker(_written(self._text, _core(self._text, phrase), determiner=capital), kind)

    def _antecedent(self, start: int, pronoun: str) -> Speaker | None:
        """The noun phrase before a relative pronoun."""
        before = self._text[max(0, start - 200) : start].rstrip()
        base = max(0, start - 200)
        end = base + len(before.rstrip(" ,—–-"))
        near = [m for m in self._entities.within(Span(max(0, end - 140), end)) if m.span.end <= end]
        human = pronoun in ("who", "whom", "whose")
        for mention in reversed(near):
            entity = self._entities.all[mention.entity]
            gap = self._text[mention.span.end : end]
            if mention.modifier:
                continue
            if human and entity.type is not SpeakerType.PERSON and not entity.maybe_person:
                continue
            if not human and entity.type is SpeakerType.PERSON:
                break
            if len(gap) <= 1 or _ASIDE.fullmatch(gap):
                return self._entity(mention.entity)
            break
        match = _PEOPLE.search(before.rstrip(" ,—–-"))
        if match is None:
            return None
        words = match.group().split()
        heads = [
            n
            for n, word in enumerate(words)
            if bare(word) in GROUPS or bare(word).removesuffix("s") in ROLES | NATIONALITIES
        ]
        if not human or not heads:
            return None
        first = heads[-1]
        while first and heads[-1] - first < 4:
            word = bare(words[first - 1])
            if word in ("and", "or") and first - 2 in heads:
                first -= 2
            elif (
                word in _NO_ADJECTIVES
                or word in _PAST
                or (word.endswith(("ed", "ly")) and word not in ("retired", "elderly"))
            ):
                break
            else:
                first -= 1
        return Speaker(" ".join(words[first:]), SpeakerType.GROUP)


def _opening(entities: Entities) -> int:
    """The last sentence of an article's opening: headline, deck and the first three of the body."""
    body = [n for n, s in enumerate(entities.sentences[:40]) if s.kind is ParagraphKind.BODY]
    return body[min(3, len(body) - 1)] if body else 0


def _otherwise(entity: Entity) -> bool:
    """Whether the name itself says that this is something else than a company or club: a ministry, a court."""
    return any(key in ORG_NOUNS and key not in _NEUTRAL for key in entity.keys) or " ".join(entity.keys) in COUNTRIES


_PUBLIC = PUBLIC_NOUNS | {
    "administration",
    "service",
    "services",
    "center",
    "centre",
    "institute",
    "board",
    "survey",
    "police",
}
_COLLECTIVES = frozenset({"campaign", "administration", "team", "camp"})
_BY_FOCUS = (
    COMPANY_NOUNS
    | PUBLIC_NOUNS
    | frozenset("club team charity union network station foundation nonprofit organization organisation".split())
)
_NEUTRAL = frozenset(
    "inc ltd llc llp plc corp corporation co company group holdings technologies solutions labs industries partners motors foods "
    "energy airlines airways rovers wanderers united rangers dragons athletic pharma pharmaceuticals gmbh ag sa nv ab oy spa "
    "stores hotels works enterprises international investments capital farms dairy brewery winery associates systems services".split()
)


def _document(noun: str) -> str:
    return {"survey": "poll", "analysis": "study", "piece": "article", "story": "article", "paper": "study"}.get(
        noun, noun
    )


def _content(phrase: Phrase) -> frozenset[str]:
    return frozenset(same(w) for w in phrase.words if w not in _CONTENT and w[:1].isalnum())


def _fit(
    head: str, wider: frozenset[str], wanted: frozenset[str], role: Role, entity: Entity, *, lenient: bool
) -> float:
    """How well a role that the article gave somebody answers a description; 0 for not at all."""
    if role.head == head or head in role.words:
        base = 1.0
    elif role.head in wider:
        base = 0.7
    else:
        return 0.0
    extra = wanted - {head}
    if not extra:
        return base
    foreign = {w for w in extra & NATIONALITIES if w not in role.words}
    if foreign and role.words & NATIONALITIES:
        return 0.0
    found = sum(w in role.words or w in entity.keys for w in extra)
    return base + 0.3 * found - (0.1 if lenient else 0.35) * (len(extra) - found)


def _rivals(role: str, wanted: str) -> bool:
    """Whether two roles hardly describe one person: an office holder is no reporter, an editor no senator."""
    return role != wanted and (role in _TRADES) != (wanted in _TRADES)


_TRADES = frozenset(
    "journalist editor columnist anchor host moderator analyst strategist pollster lawyer spokesperson professor scholar "
    "researcher scientist doctor teacher fellow judge officer sergeant detective manager secretary aide adviser".split()
)
_OWN_WORK = frozenset(
    "analysis tally average review investigation report story article editorial column reporting".split()
)
_CUT = re.compile(r",\s(?:which|who|whose|where)\b|\s?[–—]|\s--|(?<=\s)(?:has|have|had|is|are|was|were|will|would)\s")
_CUT_PAPER = re.compile(r",|\s(?:released|published|issued|conducted|taken|being|unveiled|posted|sent|signed|dated)\s")


def _core(text: str, phrase: Phrase) -> Span:
    """The phrase without the clauses that only add to it."""
    cut = _CUT.search(text, phrase.span.start + 3, phrase.span.end)
    end = phrase.span.end
    if cut and not (cut.group()[0].isalpha() and text.count(" ", phrase.span.start, cut.start()) > 3):
        end = phrase.span.start + len(text[phrase.span.start : cut.start()].rstrip())
    if phrase.head is Head.DOCUMENT:
        cut = _CUT_PAPER.search(text, phrase.span.start + 3, end)
        end = cut.start() if cut else end
    return Span(phrase.span.start, end)


def _written(text: str, span: Span, *, determiner: bool = False) -> str:
    """The words of `span` on one line; without "the" where `determiner` says so; no capital owed to a sentence's start."""
    written = " ".join(text[span.start : span.end].split())
    first, _, rest = written.partition(" ")
    if determiner and rest and first.lower() in ("the", "a", "an", "this", "that"):
        return rest
    key = bare(first)
    if written[0].isupper() and (first[1:].islower() or len(first) == 1) and key in _LOWER:
        return written[0].lower() + written[1:]
    return written


_PEOPLES = frozenset(
    "democrats republicans americans mexicans europeans britons germans russians ukrainians chinese japanese canadians "
    "australians muslims christians jews catholics".split()
)
_LOWER = (
    DETERMINERS
    | (GROUPS - NATIONALITIES - _PEOPLES)
    | frozenset(
        "sources source many some most several few two three four five six another other others one no top senior federal local".split()
    )
    | ROLES
    | ORG_NOUNS
)
