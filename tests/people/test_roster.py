"""Who speaks in a library is the same whether its articles came and went one by one, or are all looked at anew."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from index.model.answer import Person
from index.model.article import SpeakerType
from index.model.moderation import NameRule, NameRuleKind
from index.people import enrolment
from index.people.identity import clusters, first_word, fullness, parse_name
from index.people.joined import Joined
from index.people.lookup import Speakers
from index.people.profiles import Profile, from_json, rule, to_json
from index.people.roster import Roster, roster_of
from index.people.uses import KINDS, Use
from index.text.folding import fold_name

PEOPLE = (
    "Marta Oduya", "Marta L. Oduya", "Felix Oduya", "M. Oduya", "Oduya", "Odúya", "Dr. Oduya", "Quan Meilin", "Quan",
    "Quán", "Quan Xia", "Amos Tull Jr.", "Amos Tull", "Tull", "Tull Sr.", "Joost van der Berg", "Meilin Oduya",
)  # fmt: skip
OTHERS = ("the Harbour Board", "Harbour Board", "HARBOUR BOARD", "Oduya", "two officials", "Tull")
KINDS_OF = st.sampled_from(SpeakerType)
USES = st.builds(Use, st.just(SpeakerType.PERSON), st.integers(0, 3)) | st.builds(Use, KINDS_OF, st.integers(0, 3))
PROFILES = st.builds(
    Profile,
    st.just(1),
    st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 5)),
    st.none(),
    st.dictionaries(st.sampled_from(PEOPLE + OTHERS), USES, max_size=5),
    st.frozensets(st.sampled_from(("The Post", "Radio Quay")), max_size=2),
)
NAMES = st.sampled_from((*PEOPLE, *OTHERS, "Nobody Else", "Quan the Great"))
RULES = st.builds(
    NameRule, st.just(1), st.sampled_from(NameRuleKind), st.lists(NAMES, min_size=1, max_size=2).map(tuple), NAMES
)
ACTS = st.lists(st.tuples(st.sampled_from("abcdef"), st.none() | PROFILES), max_size=14)


def saved(roster: Roster, profiles: Mapping[str, Profile]) -> tuple[Roster, dict[str, Profile]]:
    """The roster of articles and what is known of these, as they are when they were saved and are read again."""
    told = json.dumps([enrolment.to_json(roster.speakers(()), roster.named()), to_json(profiles)])
    speakers, articles = json.loads(told)
    found, uses = from_json(articles)
    enrolled = enrolment.from_json(speakers, uses.said)
    assert enrolled.speakers == plainly(profiles, ())
    return Roster.resumed(enrolled, found), found


def plainly(profiles: Mapping[str, Profile], rules: Sequence[NameRule]) -> Speakers:
    """Everybody who speaks, as it is defined: all names joined, then all articles counted."""
    types: dict[str, Counter[SpeakerType]] = defaultdict(Counter)
    for profile in profiles.values():
        for name, use in profile.uses.items():
            types[name][use.type] += use.quotes
    quotes = {name: counts.total() for name, counts in types.items()}
    kinds = {name: min(of, key=lambda kind, of=of: (-of[kind], KINDS.index(kind))) for name, of in types.items()}  # type: ignore[misc]
    ruled = rule(plainly_joined(kinds, quotes), rules)
    names: dict[str, set[str]] = defaultdict(set)
    for name, whole in ruled.canonical.items():
        names[whole].add(name)
    people = []
    for whole, mine in names.items():
        inside = [profile for profile in profiles.values() if mine & profile.uses.keys()]
        days = [profile.published for profile in inside if profile.published is not None]
        kind = kinds.get(whole) or kinds[min(mine, key=lambda name: (-quotes[name], name))]
        total = sum(quotes[name] for name in mine)
        others = tuple(sorted(mine - {whole}))
        people.append(Person(whole, kind, total, len(inside), max(days, default=None), others))
    people.sort(key=lambda person: (-person.quotes, fold_name(person.name), person.name))
    outlets = frozenset[str]().union(*(profile.outlets for profile in profiles.values()))
    return Speakers(tuple(people), ruled.canonical, outlets, ruled.shown, ruled.former)


def plainly_joined(kinds: Mapping[str, SpeakerType], quotes: Mapping[str, int]) -> dict[str, str]:
    families: dict[str, set[str]] = defaultdict(set)
    alike: dict[tuple[SpeakerType, str], set[str]] = defaultdict(set)
    for name, kind in kinds.items():
        if kind is SpeakerType.PERSON:
            families[parse_name(name).family].add(name)
        else:
            alike[kind, fold_name(name).removeprefix("the ")].add(name)
    fullest: dict[str, str] = {}
    for family in families.values():
        for cluster in clusters(tuple(sorted(family))):
            best = min(cluster, key=lambda name: (-fullness(name), -quotes[name], name))
            fullest.update(dict.fromkeys(cluster, best))
    called: dict[str, set[str]] = defaultdict(set)
    for whole in fullest.values():
        if (first := first_word(whole)) is not None:
            called[first].add(whole)
    for name, whole in [*fullest.items()]:
        parts = parse_name(whole)
        if not parts.given and len(called[parts.family]) == 1:
            fullest[name] = next(iter(called[parts.family]))
    for same in alike.values():
        fullest.update(dict.fromkeys(same, min(same, key=lambda name: (-quotes[name], name))))
    return fullest


@settings(deadline=None)
@given(ACTS, st.lists(RULES, max_size=3), st.integers(1, 4), st.integers(1, 8))
def test_articles_that_come_and_go_leave_what_the_others_say(
    acts: list[tuple[str, Profile | None]], rules: list[NameRule], asked_after: int, saved_after: int
) -> None:
    roster, profiles = Roster(), dict[str, Profile]()
    for at, (article, profile) in enumerate(acts, 1):
        if article in profiles:
            roster.drop(article, profiles.pop(article))
        if profile is not None:
            roster.put(article, profile)
            profiles[article] = profile
        for ruled in ([], rules) if at % asked_after == 0 else ():
            assert roster.speakers(ruled) == plainly(profiles, ruled)
        if at % saved_after == 0:
            roster, profiles = saved(roster, profiles)
    assert roster.speakers(rules) == plainly(profiles, rules)
    assert roster_of(profiles).speakers(rules) == plainly(profiles, rules)


def test_all_spellings_of_a_bare_name_are_of_whom_it_begins() -> None:
    joined = Joined()
    for name in ("Quan", "Quán", "Quan Meilin"):
        joined.put(name, SpeakerType.PERSON, 1)
    joined.settle()
    assert {*joined.canonical.values()} == {"Quan Meilin"}
    joined.drop("Quan Meilin")
    joined.settle()
    assert joined.canonical == {"Quan": "Quan", "Quán": "Quan"}


def test_what_one_article_says_leaves_others_as_they_are() -> None:
    """Nobody is made anew but whom it names."""
    roster = Roster()
    for article, name in enumerate(("Marta Oduya", "Amos Tull", "Joost van der Berg")):
        roster.put(str(article), Profile(1, None, None, {name: Use(SpeakerType.PERSON, 1)}, frozenset()))
    before = roster.speakers(()).by_name
    roster.put("new", Profile(1, None, None, {"Tull": Use(SpeakerType.PERSON, 2)}, frozenset()))
    after = roster.speakers(()).by_name
    assert after["Amos Tull"].aliases == ("Tull",)
    assert all(after[name] is before[name] for name in ("Marta Oduya", "Joost van der Berg"))
