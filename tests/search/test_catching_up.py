"""A reader asks only for what has changed, and has what it would have if it asked for everything."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Database, annotate, read_text
from index.search.reader import Reader
from index.store import Store
from index.store.privacy import forget_community
from tests.search.saved import NAME, answers, opened

ARTICLES = {
    identity: annotate(read_text(f"“Pier {identity} is shut,” said Ada Lind, the mayor.", id=identity))
    for identity in "abcd"
}
ACTS = st.lists(st.sampled_from(["look", "look", "forget", *ARTICLES, *map(str.upper, ARTICLES)]), max_size=20)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    with closing(Store(database)) as found:
        yield found


def act(store: Store, acts: list[str]) -> None:
    """Write the article of each small letter, delete that of a capital one, or forget all."""
    for each in acts:
        if each == "forget":
            forget_community(store, NAME)
        elif each in ARTICLES:
            store.put(NAME, ARTICLES[each])
        else:
            store.delete(NAME, each.lower())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=ACTS)
def test_what_has_changed_is_all_there_is_to_take_over(store: Store, acts: list[str]) -> None:
    reader = Reader(NAME, store)
    for each in [*acts, "look"]:
        if each != "look":
            act(store, [each])
            continue
        reader.catch_up()
        held = reader.snapshot().profiles
        assert {identity: profile.revision for identity, profile in held.items()} == store.revisions(NAME)
    assert answers(reader) == answers(opened(store))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=ACTS.map(lambda acts: [each for each in acts if each != "look"]))
def test_what_was_written_since_is_told_with_how_many_there_are(store: Store, acts: list[str]) -> None:
    act(store, acts)
    whole = store.revisions(NAME)
    for since in (-1, 0, *whole.values(), store.revision(NAME) + 1):
        written, there = store.changes(NAME, since)
        assert list(written.items()) == [(identity, at) for identity, at in whole.items() if at > since]
        assert there == len(whole) == store.count(NAME)
