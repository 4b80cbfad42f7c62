"""What a community's index knows of each article beside its words: when it was written, by whom it quotes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.model.article import AnnotatedArticle, Person, SpeakerType
from index.model.moderation import NameRule
from index.people.identity import unify
from index.people.lookup import Speakers
from index.people.rules import rule
from index.text.folding import fold_name


@dataclass(slots=True)
class Use:
    """How one article names a speaker: its type there and how often it speaks."""

    type: SpeakerType
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One article.

    Attributes
    ----------
    revision : int
        The community's revision at which it was written.
    published : date | None
    publisher : str | None
        Its outlet.
    uses : dict of str to Use
        By the speakers' names, in the order of their first words.
    outlets : frozenset of str
        Those that it cites.
    """

    revision: int
    published: date | None
    publisher: str | None
    uses: dict[str, Use]
    outlets: frozenset[str]

    @property
    def day(self) -> int:
        """The day number of its publication, 0 without one."""
        return self.published.toordinal() if self.published else 0


def card_of(annotated: AnnotatedArticle, revision: int) -> Card:
    """The card of an article as it was written at `revision`."""
    uses: dict[str, Use] = {}
    for attribution in annotated.attributions:
        if attribution.speaker is not None and attribution.speaker_type is not None:
            uses.setdefault(attribution.speaker, Use(attribution.speaker_type)).quotes += 1
    outlets = frozenset(a.outlet for a in annotated.attributions if a.outlet is not None)
    return Card(revision, annotated.article.published, annotated.article.outlet, uses, outlets)


def to_json(cards: Mapping[str, Card]) -> list[Any]:
    """Cards by article in JSON's types."""
    return [
        [
            identity,
            card.revision,
            card.day,
            card.publisher,
            [[name, use.type.value, use.quotes] for name, use in card.uses.items()],
            sorted(card.outlets),
        ]
        for identity, card in cards.items()
    ]


def from_json(found: Iterable[Any]) -> dict[str, Card]:
    """What `to_json` was given.

    Raises
    ------
    ValueError, TypeError
        If it was not.
    """
    cards: dict[str, Card] = {}
    for identity, revision, day, publisher, uses, outlets in found:
        cards[identity] = Card(
            int(revision),
            date.fromordinal(day) if day else None,
            publisher,
            {name: Use(SpeakerType(kind), int(quotes)) for name, kind, quotes in uses},
            frozenset(outlets),
        )
    return cards


def speakers_of(cards: Mapping[str, Card], rules: Iterable[NameRule]) -> Speakers:
    """Everybody who speaks in the articles, under one name each, as moderators rule."""
    types: dict[str, Counter[SpeakerType]] = defaultdict(Counter)
    quotes: Counter[str] = Counter()
    for card in cards.values():
        for name, use in card.uses.items():
            types[name][use.type] += use.quotes
            quotes[name] += use.quotes
    kinds = {name: counts.most_common(1)[0][0] for name, counts in types.items()}
    ruled = rule(unify(kinds, quotes), rules)
    canonical = ruled.canonical
    names: dict[str, set[str]] = defaultdict(set)
    for name, whole in canonical.items():
        names[whole].add(name)
    articles: dict[str, list[Card]] = defaultdict(list)
    for card in cards.values():
        for whole in dict.fromkeys(canonical[name] for name in card.uses):
            articles[whole].append(card)
    people = [
        Person(
            whole,
            kinds.get(whole) or kinds[min(aliases, key=lambda name: (-quotes[name], name))],
            sum(quotes[name] for name in aliases),
            len(articles[whole]),
            max((card.published for card in articles[whole] if card.published is not None), default=None),
            tuple(sorted(aliases - {whole})),
        )
        for whole, aliases in names.items()
    ]
    people.sort(key=lambda person: (-person.quotes, fold_name(person.name), person.name))
    outlets = frozenset[str]().union(*(card.outlets for card in cards.values()))
    return Speakers(tuple(people), canonical, outlets, ruled.shown)
