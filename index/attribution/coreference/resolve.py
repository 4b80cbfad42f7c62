"""Naming: each mention of a speaker resolved to the fullest name that its article gives, or to nobody.

Mentions are taken in the order of the text. A name stands for its entity; a pronoun for who is most on the reader's
mind and agrees in gender and number; a description ("the ambassador") for whom the article introduced with it. What
names nobody in particular ("two officials") is kept as written. In doubt, nobody.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.attribution.coreference.discourse import Asked, Discourse, Standing
from index.attribution.coreference.nouns import Nouns
from index.attribution.coreference.openings import Openings
from index.attribution.coreference.phrases import Head, Phrase, phrase_of
from index.attribution.coreference.salience import (
    GENDERS,
    MODIFIER,
    OBJECT,
    PRONOUN,
    QUOTED,
    SUBJECT,
    Focus,
    Speaker,
)
from index.attribution.coreference.strangers import Strangers
from index.attribution.coreference.wording import people_before
from index.attribution.entities.find import Entities, Mention
from index.attribution.linking.drafts import Link
from index.model.article import Span, SpeakerType

_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both", "each"})
_IT = frozenset({"it", "its", "itself", "this"})
_WHO = frozenset({"who", "whom", "whose"})
_WHICH = frozenset({"which", "that"})
_SPEAKING = frozenset({"i", "me", "my", "we", "us", "our", "you"})
_PLACES = {QUOTED: Standing.QUOTED, MODIFIER: Standing.POSSESSOR, OBJECT: Standing.OBJECT, SUBJECT: Standing.SUBJECT}
_HEARD, _LIKELY = 0.4, 0.5  # how likely a pronoun's antecedent must be: in the narrative, as a speaker
_PLURAL_REACH, _THING_REACH = 4, 2  # sentences that "they" and "it" look back to a speaker
_ASIDE = re.compile(r"(?:\s\([^()]*\))?(?:,?\s(?:an?|the|[A-Z][\w.]+[’']s)\s[^,.;]{2,80})?")
_ONE_OF = re.compile(r"(?:one|an?|another)\s((?:[a-z-]+\s)?[a-z-]+)")
_GAVE_NAME = re.compile(
    r",?\s(?:who\s)?(?:(?:gave|gives|giving)\s(?:only\s|just\s)?(?:his|her|their|a|the)\s(?:first\s|last\s|family\s|full\s)?"
    r"name(?:\s(?:only|simply))?(?:\sas\s|,\s)"
    r"|(?:(?:asked|asking|wanted|wished|preferred)\sto\sbe\s(?:identified|named|known|called|quoted)"
    r"|(?:identified|identifying|introduced|introducing)\s(?:himself|herself|themselves))\s(?:only\s|just\s|simply\s)?"
    r"(?:as\s|by\s(?:his|her|their)\s(?:first\s|given\s|last\s|family\s)?name,\s))"
)
_IN = re.compile(r"\s(?:in|at|from|near)\s(?:the\s)?")
_WHEREABOUTS = 12  # characters before a place in which what stands there is named
_GIVING, _GIVEN = 90, 40  # characters in which somebody gives a name, and of that
_RELATIVE_REACH = 200  # characters before "who"
_NESTING = 6  # contents before a mention that may hold it


def name_speakers(
    entities: Entities, links: Sequence[Link], asked: list[Asked] | None = None
) -> tuple[Speaker | None, ...]:
    """The speaker of each link, in the order given; None where the article does not tell who that is.

    `asked` takes down what was weighed of each pronoun.
    """
    return _Namer(entities, links, asked).run()


class _Namer:
    """One pass over an article's mentions, pronouns and links."""

    def __init__(self, entities: Entities, links: Sequence[Link], asked: list[Asked] | None) -> None:
        self._entities = entities
        self._text = entities.text
        self._links = links
        self._focus = Focus(entities.all)
        self._discourse = Discourse(entities, self._focus, asked=asked)
        self._nouns = Nouns(entities, self._discourse)
        self._openings = Openings(entities)
        self._speakers: dict[int, Speaker | None] = {}
        self._contents = sorted((span.start, span.end, n) for n, link in enumerate(links) for span in link.content)
        self._plural: tuple[Speaker, int] | None = None  # with its sentence
        self._thing: tuple[Speaker, int] | None = None
        self._subject = -1  # the last sentence that is about somebody
        self._strangers = Strangers(entities, self._discourse, self._nouns)

    def run(self) -> tuple[Speaker | None, ...]:
        """Name all links."""
        order = sorted((link.mention.start, n) for n, link in enumerate(self._links) if link.mention is not None)
        mentions, pronouns = self._entities.mentions, self._entities.pronouns
        m = p = 0
        for start, number in order:
            while m < len(mentions) and mentions[m].span.start < start:
                while p < len(pronouns) and pronouns[p].span.start < mentions[m].span.start:
                    self._hear(p)
                    p += 1
                self._see(mentions[m])
                m += 1
            while p < len(pronouns) and pronouns[p].span.start < start:
                self._hear(p)
                p += 1
            span = self._links[number].mention
            if span is not None:
                while p < len(pronouns) and pronouns[p].span.start < span.end:
                    p += 1
                self._focus.move(self._entities.sentence_at(start))
                self._speakers[number] = self._name(number, span)
        return tuple(self._speakers.get(n) for n in range(len(self._links)))

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
        place = _PLACES[weight]
        if place is Standing.SUBJECT:
            # What a clause within a sentence is about, the sentence is not: "Ruiz knows what [Marsh] did".
            within = mention.sentence == self._subject and not self._openings.fronted(mention.sentence)
            place = Standing.OBJECT if within else place
            self._subject = mention.sentence
        self._discourse.see(mention.entity, mention.sentence, place)
        if mention.human and weight == SUBJECT:
            self._strangers.meet(mention.span)

    def _hear(self, at: int) -> None:
        pronoun = self._entities.pronouns[at]
        if pronoun.quoted:
            return
        self._focus.move(pronoun.sentence)
        gender = GENDERS[pronoun.key]
        found = self._discourse.subject(gender, pronoun.sentence)
        if found is None:
            found = self._discourse.person(gender, pronoun.span.start, pronoun.sentence, likely=_HEARD)
        if found is not None:
            subject = pronoun.key in ("he", "she")
            self._focus.add(found, PRONOUN if subject else MODIFIER)
            self._discourse.see(found, pronoun.sentence, Standing.PRONOUN if subject else Standing.POSSESSOR)

    # -- one mention ---------------------------------------------------------------------------------------------

    def _name(self, link: int, span: Span) -> Speaker | None:
        phrase = phrase_of(self._text, span, self._entities.within(span))
        if phrase is None:
            return None
        here = self._discourse.here = self._entities.sentence_at(phrase.span.start)
        cue = self._links[link].cue
        if cue is not None and span.end <= cue.start:
            self._subject = here
        speaker = self._resolve(link, phrase, here)
        self._strangers.hear(self._links[link], phrase, speaker, here)
        if speaker is not None:
            if speaker.type is SpeakerType.GROUP:
                self._plural = (speaker, here)
            elif speaker.type is not SpeakerType.PERSON:
                self._thing = (speaker, here)
        return speaker

    def _resolve(self, link: int, phrase: Phrase, here: int) -> Speaker | None:
        named = self._self_named(phrase) if phrase.head in (Head.ROLE, Head.GROUP, Head.OTHER) else None
        if named is not None:
            return self._discourse.speak(named, named=True)
        match phrase.head:
            case Head.PRONOUN:
                return self._pronoun(link, phrase, here)
            case Head.NAMES:
                return self._names(phrase)
            case Head.ROLE:
                return self._nouns.role(phrase)
            case Head.GROUP:
                return self._nouns.group(phrase)
            case Head.DOCUMENT:
                return self._nouns.document(phrase, self._thing[0] if self._thing is not None else None)
            case Head.ORGANISATION:
                return self._nouns.organisation(phrase)
            case Head.OTHER:
                return self._nouns.other(phrase)

    def _self_named(self, phrase: Phrase) -> int | None:
        """Who gives a name to go by: "A neighbour, who gave her name only as [Ana]"."""
        end = phrase.span.end
        match = _GAVE_NAME.search(self._text, phrase.span.start, end + _GIVING)
        if match is None or match.start() > end:
            return None
        mentions = self._entities.within(Span(match.end(), match.end() + _GIVEN))
        return next((m.entity for m in mentions if m.span.start == match.end() and not m.modifier), None)

    def _names(self, phrase: Phrase) -> Speaker:
        named = [self._discourse.speak(mention.entity, named=True) for mention in phrase.named]
        if len(named) == 1:
            return named[0]
        return Speaker(", ".join(s.name for s in named[:-1]) + " and " + named[-1].name, SpeakerType.GROUP)

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, link: int, phrase: Phrase, here: int) -> Speaker | None:
        key = phrase.noun
        if key in GENDERS:
            if (stranger := self._strangers.last(GENDERS[key], here)) is not None:
                return stranger
            outer = self._quoted_by(link, phrase.span)
            cue = self._links[link].cue
            but = {outer.name} if outer else set[str]()
            if cue is not None and self._text[cue.end : cue.end + 1] == " ":
                # "He accused [Marsh]" of what he would not accuse himself.
                heard = self._entities.within(Span(cue.end + 1, cue.end + 2))
                but.update(self._entities.all[m.entity].name for m in heard)
            but.update(self._openings.askers(here))
            found = None if outer else self._discourse.subject(GENDERS[key], here)
            if found is not None and self._entities.all[found].name not in but:
                return self._discourse.speak(found)
            found = self._discourse.person(
                GENDERS[key],
                phrase.span.start,
                here,
                likely=_LIKELY,
                cue=self._text[cue.start : cue.end].lower() if cue else "",
                content=self._links[link].content,
                but=but,
            )
            if found is None:
                found = self._discourse.last(GENDERS[key], here, but)
            return None if found is None else self._discourse.speak(found)
        if key in _WHO or key in _WHICH:
            return self._antecedent(phrase.span.start, human=key in _WHO)
        if key in _THEY:
            return (
                self._opening_group(key, here)
                or _recent(self._plural, here, _PLURAL_REACH)
                or _recent(self._thing, here, _THING_REACH)
            )
        if key in _IT:
            opening = self._opening(here)
            if opening is not None and key == "it":
                return self._discourse.speak(opening)
            body = self._opening_body(here) if key == "it" else None
            if body is not None:
                return self._nouns.organisation(body)
            found = self._focus.thing()
            strong = found is not None and self._focus.weight(found) >= SUBJECT
            speaker = None if strong else _recent(self._thing, here, _THING_REACH)
            return speaker or (None if found is None else self._discourse.speak(found))
        if key == "another":
            return self._another()
        return self._quoted_by(link, phrase.span) if key in _SPEAKING else None

    def _another(self) -> Speaker | None:
        """One more of those who spoke last without a name: "one resident", "another"."""
        others = _ONE_OF.fullmatch(self._plural[0].name) if self._plural is not None else None
        return Speaker(f"another {others[1]}" if others is not None else "another", SpeakerType.GROUP)

    def _opening(self, here: int) -> int | None:
        """The organisation that begins the sentence before `here`, where none has spoken since."""
        if not here or self._discourse.apart(here - 1, here)[1] > 1 or (self._thing and self._thing[1] >= here - 1):
            return None
        return self._openings.thing(here - 1)

    def _opening_body(self, here: int) -> Phrase | None:
        """The organisation without its name that begins the sentence before `here` and says nothing there that is
        reported: "Her department denied this. It said ..."."""
        if not here or self._discourse.apart(here - 1, here)[1] > 1 or (self._thing and self._thing[1] >= here - 1):
            return None
        span = self._openings.body(here - 1)
        phrase = phrase_of(self._text, span, self._entities.within(span)) if span is not None else None
        return phrase if phrase is not None and phrase.head is Head.ORGANISATION else None

    def _opening_group(self, key: str, here: int) -> Speaker | None:
        """The people who begin the sentence before `here`, where no others have spoken since."""
        if key != "they" or not here or self._discourse.apart(here - 1, here)[1] > 1:
            return None
        if self._plural and self._plural[1] >= here - 1:
            return None
        group = self._openings.group(here - 1)
        return None if group is None else Speaker(group, SpeakerType.GROUP)

    def _quoted_by(self, link: int, span: Span) -> Speaker | None:
        """Who says the content that `span` stands in, where that has been named already."""
        at = bisect_right(self._contents, (span.start, len(self._text), 0))
        for _, end, number in self._contents[max(0, at - _NESTING) : at]:
            if number != link and end >= span.end and self._speakers.get(number) is not None:
                return self._speakers[number]
        return None

    def _antecedent(self, start: int, *, human: bool) -> Speaker | None:
        """What the noun phrase before a relative pronoun names."""
        base = max(0, start - _RELATIVE_REACH)
        before = self._text[base:start].rstrip(" \u00a0,—–-")
        end = base + len(before)
        for mention in reversed(self._entities.within(Span(base, end))):
            entity = self._entities.all[mention.entity]
            if mention.span.end > end or mention.modifier or (human and not (mention.human or entity.maybe_person)):
                continue
            gap = self._text[mention.span.end : end]
            if (human or not mention.human) and (len(gap) <= 1 or _ASIDE.fullmatch(gap)):
                located = None if human else self._located(mention)
                return self._discourse.speak(mention.entity if located is None else located)
            break
        people = people_before(before) if human else None
        if people is None:
            return None
        if people.startswith("the ") and before.lower().endswith(people):
            span = Span(end - len(people), end)
            phrase = phrase_of(self._text, span, self._entities.within(span))
            if phrase is not None and phrase.head is Head.ROLE:
                return self._nouns.role(phrase) or Speaker(people, SpeakerType.GROUP)
        return Speaker(people, SpeakerType.GROUP)

    def _located(self, place: Mention) -> int | None:
        """The organisation that a place only tells the whereabouts of: "[the Harbour Board] in Tollan, which says"."""
        named = self._entities.within(Span(max(0, place.span.start - _WHEREABOUTS), place.span.start))
        before = [m for m in named if not (m.human or m.modifier)]
        gap = self._text[before[-1].span.end : place.span.start] if before else ""
        return before[-1].entity if _IN.fullmatch(gap) is not None else None


def _recent(speaker: tuple[Speaker, int] | None, sentence: int, reach: int) -> Speaker | None:
    return speaker[0] if speaker is not None and sentence - speaker[1] <= reach else None
