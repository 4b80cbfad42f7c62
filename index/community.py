"""One community's ranking index and speakers in memory, kept in step with the store."""

import logging
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from index.attribution.identity import fold_name, unify
from index.names import Names, Speakers
from index.naming_rules import rule
from index.ranking.fields import Fields, attributions_by_sentence
from index.ranking.passages import passage
from index.store import Store
from index.store.rules import rules_of
from index.types import AnnotatedArticle, Attribution, Passage, Person, Span, SpeakerType

_log = logging.getLogger(__name__)

_HELD = 64  # articles held ready for showing passages of them
_WASTE = 2_000  # removed entries from which the index is built anew, if they are most of it


@dataclass(slots=True)
class _Use:
    """How one article names a speaker: its type there and how often it speaks."""

    type: SpeakerType
    quotes: int = 0


@dataclass(slots=True)
class Community:
    """What is in memory of one community; the library that owns it guards it with its lock."""

    name: str
    store: Store
    fields: Fields = field(default_factory=Fields)
    dates: list[int] = field(default_factory=list)
    publishers: list[str | None] = field(default_factory=list)
    _revisions: dict[str, int] = field(default_factory=dict)
    _revision: int = -1
    _uses: dict[str, dict[str, _Use]] = field(default_factory=dict)
    _outlets: dict[str, frozenset[str]] = field(default_factory=dict)
    _published: dict[str, date | None] = field(default_factory=dict)
    _held: OrderedDict[str, AnnotatedArticle] = field(default_factory=OrderedDict)
    _said_in: dict[str, dict[int, list[int]]] = field(default_factory=dict)
    _speakers: Speakers | None = None
    _names: Names | None = None

    def catch_up(self) -> None:
        """Take over what was written since the last time, by this process or another, article by article."""
        revision = self.store.revision(self.name)
        if revision == self._revision:
            return
        stored = self.store.revisions(self.name)
        for identity in [i for i in self._revisions if stored.get(i) != self._revisions[i]]:
            self._drop(identity)
        for identity, written in stored.items():
            if identity not in self._revisions:
                annotated = self.store.get(self.name, identity, revision=written)
                if annotated is not None:
                    self._take(annotated, written)
        self._revision = revision
        self._speakers = self._names = None
        if self.fields.wasted > _WASTE and self.fields.wasted > len(self.fields.sentences):
            self._rebuild()

    def article(self, identity: str) -> AnnotatedArticle | None:
        """An article as it is indexed, from memory if it was asked for lately; None if it has been written again."""
        held = self._held.get(identity)
        if held is not None:
            self._held.move_to_end(identity)
            return held
        if identity not in self._revisions:
            return None
        annotated = self.store.get(self.name, identity, revision=self._revisions[identity])
        if annotated is not None:
            self._hold(annotated)
        return annotated

    def speakers(self) -> Speakers:
        """Everybody who speaks in the library, under one name each."""
        if self._speakers is None:
            self._speakers = self._count()
        return self._speakers

    def names(self) -> Names:
        """Look-ups over the names of everybody who speaks or is cited in the library."""
        if self._names is None:
            self._names = Names(self.fields, self.speakers())
        return self._names

    def said_in(self, annotated: AnnotatedArticle, sentence: int) -> list[Attribution]:
        """The attributions whose content shares sentence number `sentence` of an article of the community, in order."""
        identity = annotated.article.id
        if identity not in self._said_in:
            self._said_in[identity] = attributions_by_sentence(annotated)
        return [annotated.attributions[i] for i in self._said_in[identity].get(sentence, ())]

    def passage(self, annotated: AnnotatedArticle, span: Span, said: Attribution | None, score: float) -> Passage:
        """The passage at `span`, verbatim, its speaker under the name that the moderators' rules give."""
        made = passage(annotated, span, said, score)
        ruled = self.speakers().ruled.get(made.speaker or "")
        return made if ruled is None else replace(made, speaker=ruled)

    def _hold(self, annotated: AnnotatedArticle) -> None:
        self._held[annotated.article.id] = annotated
        if len(self._held) > _HELD:
            identity, _ = self._held.popitem(last=False)
            self._said_in.pop(identity, None)

    def _take(self, annotated: AnnotatedArticle, revision: int) -> None:
        article = annotated.article
        self.fields.add(annotated)
        self.dates.append(article.published.toordinal() if article.published else 0)
        self.publishers.append(article.outlet)
        self._revisions[article.id] = revision
        self._published[article.id] = article.published
        uses: dict[str, _Use] = {}
        for attribution in annotated.attributions:
            if attribution.speaker is not None and attribution.speaker_type is not None:
                uses.setdefault(attribution.speaker, _Use(attribution.speaker_type)).quotes += 1
        self._uses[article.id] = uses
        self._outlets[article.id] = frozenset(a.outlet for a in annotated.attributions if a.outlet is not None)
        self._hold(annotated)

    def _drop(self, identity: str) -> None:
        self._held.pop(identity, None)
        self._said_in.pop(identity, None)
        del self._revisions[identity], self._uses[identity], self._outlets[identity], self._published[identity]
        self.fields.remove(identity)

    def _rebuild(self) -> None:
        """Build the index anew from the store."""
        _log.debug("Building the index of %s anew", self.name)
        self.fields, self.dates, self.publishers = Fields(), [], []
        written = self._revisions
        self._revisions, self._uses, self._outlets, self._published = {}, {}, {}, {}
        for identity, revision in written.items():
            annotated = self.store.get(self.name, identity, revision=revision)
            if annotated is not None:
                self._take(annotated, revision)

    def _count(self) -> Speakers:
        types: dict[str, Counter[SpeakerType]] = defaultdict(Counter)
        quotes: Counter[str] = Counter()
        for uses in self._uses.values():
            for name, use in uses.items():
                types[name][use.type] += use.quotes
                quotes[name] += use.quotes
        kinds = {name: counts.most_common(1)[0][0] for name, counts in types.items()}
        ruled = rule(unify(kinds, quotes), rules_of(self.store, self.name))
        canonical = ruled.canonical
        names: dict[str, set[str]] = defaultdict(set)
        for name, whole in canonical.items():
            names[whole].add(name)
        articles: dict[str, list[str]] = defaultdict(list)
        for identity, uses in self._uses.items():
            for whole in dict.fromkeys(canonical[name] for name in uses):
                articles[whole].append(identity)
        people = [
            Person(
                whole,
                kinds.get(whole) or kinds[min(aliases, key=lambda name: (-quotes[name], name))],
                sum(quotes[name] for name in aliases),
                len(articles[whole]),
                max((day for i in articles[whole] if (day := self._published[i])), default=None),
                tuple(sorted(aliases - {whole})),
            )
            for whole, aliases in names.items()
        ]
        people.sort(key=lambda person: (-person.quotes, fold_name(person.name), person.name))
        outlets = frozenset[str]().union(*self._outlets.values())
        return Speakers(tuple(people), canonical, outlets, ruled.shown)
