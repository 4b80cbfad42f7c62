"""One community's ranking index and speakers in memory, kept in step with the store."""

import logging
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from index.encoder.encoder import Encoder
from index.errors import StoreError
from index.model.answer import Passage
from index.model.article import AnnotatedArticle, Attribution, Span
from index.people.bearers import Bearers
from index.people.enrolment import Enrolment
from index.people.lookup import Names, Speakers
from index.people.nameindex import NameIndex
from index.people.profiles import Profile
from index.people.register import Known
from index.people.roster import Roster, roster_of
from index.ranking.fields import Fields, unpacked
from index.ranking.passages import passage
from index.ranking.storage import PackedFields, from_bytes
from index.ranking.vectors import Meaning, Vectors, quantised_from
from index.search.forward import Taken, taken
from index.search.snapshot import Snapshot, facts_of, reader_format
from index.store import Store
from index.store.beside import PAGE, kept_beside
from index.store.corrections import rules_of
from index.store.readers import reader_of
from index.store.vectors import drop_vectors

_log = logging.getLogger(__name__)

_HELD = 64  # articles held ready for showing passages of them
_HELD_SENTENCES = 5_000  # of theirs together, but for the last one's
_WASTE = 2_000  # removed entries from which the index is made anew, if they are most of it


@dataclass(slots=True, eq=False)
class Reader:
    """What is in memory of one community; whoever uses it holds its lock.

    With an `encoder` also the vectors of its sentences, from the first question on that has one.
    """

    name: str
    store: Store
    encoder: Encoder | None = None
    lock: RLock = field(default_factory=RLock)
    fields: Fields = field(default_factory=Fields)
    dates: list[int] = field(default_factory=list)
    outlets: list[str | None] = field(default_factory=list)
    unsaved: int = 0
    """Sentences indexed since the index was last saved."""
    spoilt: bool = False
    """Whether the saved index holds articles that have gone since."""
    _profiles: dict[str, Profile] = field(default_factory=dict)
    _revision: int = -1
    _opened: int = 0
    _held: OrderedDict[str, AnnotatedArticle] = field(default_factory=OrderedDict)
    _held_sentences: int = 0
    _said_in: dict[str, dict[int, list[int]]] = field(default_factory=dict)
    _vectors: Vectors | None = None
    _lacking: dict[str, None] = field(default_factory=dict)  # the articles without vectors, in order of writing
    _enrolment: Enrolment | None = None  # of what was saved, as long as no article comes or goes
    _roster: Roster | None = None
    _speakers: Speakers | None = None
    _name_index: NameIndex | None = None
    _names: Names | None = None
    _bearers: Bearers | None = None
    _known: Known | None = None

    @property
    def size(self) -> int:
        """Sentences in memory: those of the index, removed ones too, and of the articles held beside it."""
        return len(self.fields.entries) + self._held_sentences

    def catch_up(self) -> None:
        """Take over what was written since the last time, by this process or another, article by article."""
        revision = self.store.revision(self.name)
        if self.store.opened != self._opened:
            self._begin_anew()
        if revision == self._revision:
            return
        if self._revision < 0 and not self._profiles:
            self._load()
        held = self._profiles
        written, there = self.store.changes(self.name, self._revision)
        if len(held.keys() | written.keys()) != there:  # some have gone
            written = self.store.revisions(self.name)
            for identity in [one for one in held if one not in written]:
                self._drop(identity)
        new = {one: now for one, now in written.items() if one not in held or held[one].revision != now}
        for identity in [one for one in new if one in held]:
            self._drop(identity)
        for identity, found in taken(self.store, self.name, new, self.fields.vocabulary):
            self._take(identity, found)
        self._revision = revision
        self._speakers = self._names = self._known = None
        if self.fields.wasted > _WASTE and self.fields.wasted > len(self.fields.sentences):
            self._settle(self.fields.packed().compacted(), self._profiles)

    def snapshot(self) -> Snapshot:
        """What is to be saved of the index now; afterwards nothing is `unsaved`."""
        self.unsaved, self.spoilt = 0, False
        return Snapshot(self._opened, self._revision, self.fields.packed(), dict(self._profiles))

    def article(self, identity: str) -> AnnotatedArticle | None:
        """An article as it is indexed, from memory if it was asked for lately; None if it has been written again."""
        self.hold([identity])
        held = self._held.get(identity)
        if held is not None:
            self._held.move_to_end(identity)
        return held

    def hold(self, identities: Iterable[str]) -> None:
        """Read articles together that are soon to be asked for, but those in memory."""
        profiles, held = self._profiles, self._held
        lacking = {one: profiles[one].revision for one in identities if one not in held and one in profiles}
        for annotated in self.store.each(self.name, lacking):
            if self.store.opened != self._opened:
                return
            held[annotated.article.id] = annotated
            self._held_sentences += len(annotated.sentences)
            while len(held) > _HELD or (self._held_sentences > _HELD_SENTENCES and len(held) > 1):
                self._let_go(next(iter(held)))

    def speakers(self) -> Speakers:
        """Everybody who speaks in the library, under one name each."""
        if self._speakers is None:
            rules = rules_of(self.store, self.name)
            saved = self._enrolment if not rules else None
            self._speakers = saved.speakers if saved is not None else self._enrolled().speakers(rules)
        return self._speakers

    def _enrolled(self) -> Roster:
        """Everybody who speaks, from the first time on that what is saved does not tell."""
        if self._roster is None:
            saved = self._enrolment
            self._roster = Roster.resumed(saved, self._profiles) if saved is not None else roster_of(self._profiles)
        return self._roster

    def _change(self) -> Roster | None:
        """Whom an article that comes or goes is to be told to."""
        if self._enrolment is not None:
            self._enrolled()
            self._enrolment = None
        return self._roster

    def known(self) -> Known:
        """The names of everybody who speaks in the library, by their parts."""
        if self._known is None:
            self._known = Known.of(self.speakers())
        return self._known

    def names(self) -> Names:
        """Look-ups over the names of everybody who speaks or is cited in the library."""
        if self._names is None:
            if self._name_index is None or self._name_index.fields is not self.fields:
                self._name_index = NameIndex(self.fields)
            self._names = Names(self._name_index, self.speakers(), self._described)
        return self._names

    def _described(self) -> Bearers:
        """Look-ups over what the articles call their speakers."""
        if self._bearers is None:
            self._bearers = Bearers()
            for identity, profile in self._profiles.items():
                self._call(identity, profile, self._bearers)
        return self._bearers

    def _call(self, identity: str, profile: Profile, bearers: Bearers) -> None:
        """Take up what an article calls its speakers; they are called by their names, too."""
        fields = self.fields
        called = {
            number: frozenset(use.called).union(fields.name_stems(number))
            for name, use in profile.uses.items()
            if (number := fields.find_name(name)) is not None
        }
        bearers.put(fields.article_place(identity), called)

    @property
    def lacks_vectors(self) -> bool:
        """Whether a question was asked by its meaning, and found articles without vectors."""
        return self._vectors is not None and bool(self._lacking)

    def meaning(self, question: NDArray[np.float32]) -> Meaning | None:
        """How near a question, by its vector, is to sentences and articles, as far as vectors have been made by now.

        None if the encoder that made it cannot be used any more, or what it has made cannot be read.
        """
        model = self.encoder.digest() if self.encoder is not None else None
        if model is None:
            return None
        if self._vectors is None:
            self._vectors = Vectors(len(question))
        try:
            self._take_vectors(self._vectors, model)
        except StoreError as error:
            _log.warning("The vectors of %s cannot be read: %s", self.name, error)
            return None
        return Meaning(question, self._vectors)

    def said_in(self, annotated: AnnotatedArticle, sentence: int) -> list[Attribution]:
        """The attributions whose content shares sentence number `sentence` of an article of the community, in order."""
        identity = annotated.article.id
        if identity not in self._said_in:
            self._said_in[identity] = annotated.attributions_by_sentence()
        return [annotated.attributions[i] for i in self._said_in[identity].get(sentence, ())]

    def passage(
        self,
        annotated: AnnotatedArticle,
        span: Span,
        said: Attribution | None,
        score: float,
        context: tuple[Span, ...] = (),
    ) -> Passage:
        """The passage at `span`, verbatim, its speaker under the name that the moderators' rules give."""
        made = passage(annotated, span, said, score, context)
        ruled = self.speakers().ruled.get(made.speaker or "")
        return made if ruled is None else replace(made, speaker=ruled)

    def _begin_anew(self) -> None:
        """Let go of all that is of a database that is no more there."""
        self._opened = self.store.opened
        self.fields, self.dates, self.outlets = Fields(), [], []
        self.unsaved, self.spoilt = 0, False
        self._profiles, self._revision = {}, -1
        self._held.clear()
        self._held_sentences = 0
        self._said_in.clear()
        self._vectors, self._lacking = None, {}
        self._speakers = self._names = self._known = self._bearers = self._enrolment = self._roster = None

    def _take(self, identity: str, found: Taken) -> None:
        profile = found.profile
        before, roster = len(self.fields.entries), self._change()
        self.fields.add(identity, found.article)
        self.dates.append(profile.day)
        self.outlets.append(profile.outlet)
        self._profiles[identity] = profile
        self._lacking[identity] = None
        if roster is not None:
            roster.put(identity, profile)
        if self._bearers is not None:
            self._call(identity, profile, self._bearers)
        self.unsaved += len(self.fields.entries) - before

    def _drop(self, identity: str) -> None:
        self._let_go(identity)
        roster, profile = self._change(), self._profiles.pop(identity)
        if roster is not None:
            roster.drop(identity, profile)
        if identity in self._lacking:
            del self._lacking[identity]
        elif self._vectors is not None:
            self._vectors.drop(self.fields.article_place(identity), self.fields.article_entries(identity))
        if self._bearers is not None:
            self._bearers.drop(self.fields.article_place(identity))
        self.fields.remove(identity)
        self.spoilt = True

    def _take_vectors(self, vectors: Vectors, model: str) -> None:
        """Take over what has been made since the last time; it is made in order of writing."""
        while self._lacking:
            wanted = {identity: self._profiles[identity].revision for identity in islice(self._lacking, PAGE)}
            found = kept_beside(self.store, "vectors", self.name, model, wanted)
            if self.store.opened != self._opened:
                return  # they are of another database than the index
            for identity, content in found.items():
                entries = self.fields.article_entries(identity)
                try:
                    vectors.put(self.fields.article_place(identity), entries, quantised_from(content, len(entries)))
                except ValueError as error:
                    _log.warning("The vectors of %s in %s are made anew: %s", identity, self.name, error)
                    with suppress(StoreError):
                        drop_vectors(self.store, self.name, identity)
                else:
                    del self._lacking[identity]
            if len(found) < len(wanted):
                return

    def _let_go(self, identity: str) -> None:
        """Hold an article no longer."""
        held = self._held.pop(identity, None)
        if held is not None:
            self._held_sentences -= len(held.sentences)
        self._said_in.pop(identity, None)

    def _load(self) -> None:
        """Take over the saved index, if it is sound."""
        try:
            saved = reader_of(self.store, self.name, reader_format())
            if saved is not None:
                packed, facts = from_bytes(saved.content)
                profiles, enrolment = facts_of(packed, facts)
                self._lacking = dict.fromkeys(profiles)
                self._settle(packed, profiles)
                self._enrolment = enrolment
        except (StoreError, ValueError) as error:
            _log.warning("The saved index of %s is made anew: %s", self.name, error)

    def _settle(self, packed: PackedFields, profiles: dict[str, Profile]) -> None:
        """Stand on an index without removed articles."""
        ordered = [profiles[identity] for identity in packed.article_ids]
        before, self.fields = self.fields, unpacked(packed)
        if self._vectors is not None:
            self._vectors = self._vectors.moved(
                (before.article_entries(identity), place, self.fields.article_entries(identity))
                for place, identity in enumerate(packed.article_ids)
                if identity not in self._lacking
            )
        self.dates = [profile.day for profile in ordered]
        self.outlets = [profile.outlet for profile in ordered]
        self._profiles = profiles
        self._bearers = None
