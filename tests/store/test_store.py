"""The store over either database: what is written comes back, or was never there; communities stay apart."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index import Database, StoreError, annotate, read_text
from index.model.article import AnnotatedArticle
from index.store import Store

TEXT = "Toll rises\n\n“It is too high,” said Rhea Olsen, a baker. The mayor denied that it was."


def article(text: str = TEXT, *, identity: str = "toll", url: str | None = None) -> AnnotatedArticle:
    return annotate(read_text(text, id=identity, url=url))


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = Store(database)
    yield store
    store.close()


def test_what_was_put_is_got_back_equal(store: Store) -> None:
    annotated = article(url="https://gazette.example/toll")
    assert annotated.attributions
    store.put("one", annotated)
    assert store.get("one", "toll") == annotated
    assert store.count("one") == 1
    (summary,) = store.summaries("one")
    assert (summary.sentences, summary.attributions) == (len(annotated.sentences), len(annotated.attributions))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
@example("\0 and \uffff, \uffff0 and \uffff1")
def test_any_text_comes_back_as_it_was(store: Store, text: str) -> None:
    annotated = article(text)
    store.put("one", annotated)
    assert store.get("one", "toll") == annotated
    assert store.find("one", replace(annotated.article, id="")) == "toll"


def test_putting_again_replaces_and_advances_the_revision(store: Store) -> None:
    first = store.put("one", article())
    second = store.put("one", article("Toll falls\n\nNobody spoke."))
    assert second > first
    assert store.revision("one") == second
    assert store.revisions("one") == {"toll": second}
    found = store.get("one", "toll")
    assert found is not None
    assert found.article.title == "Toll falls"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text("a-2é\uffff\U0001f33b", max_size=4), st.text("a-2é\uffff\U0001f33b", max_size=3))
def test_ids_are_told_by_what_they_begin_with(store: Store, identity: str, words: str) -> None:
    store.put("one", article(identity=f"a{identity}"))
    store.put("two", article(identity="another"))
    assert store.beginning("one", words) == {each for each in store.revisions("one") if each.startswith(words)}


def test_an_article_is_found_by_its_id_its_link_or_its_text(store: Store) -> None:
    store.put("one", article(url="https://gazette.example/toll"))
    other = "Something else entirely"
    assert store.find("one", read_text(other, id="toll")) == "toll"
    assert store.find("one", read_text(other, url="https://gazette.example/toll")) == "toll"
    assert store.find("one", read_text(TEXT)) == "toll"
    assert store.find("one", read_text(other)) is None
    assert store.find("two", read_text(TEXT, id="toll")) is None


def test_deleting_leaves_nothing_of_the_article(store: Store) -> None:
    store.put("one", article())
    store.put("two", article())
    store.delete("one", "toll")
    assert store.get("one", "toll") is None
    assert store.get("two", "toll") is not None
    assert store.read("SELECT count(*) FROM articles WHERE community = 'one'") == [(0,)]


def test_two_stores_over_one_file_see_each_others_writes(store: Store, database: Database) -> None:
    other = Store(database)
    other.put("one", article())
    assert store.get("one", "toll") == other.get("one", "toll")
    assert store.revision("one") == 1
    other.close()


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.count("one")


def test_a_transaction_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    store.put("one", article())

    def half() -> None:
        with store.writing("one"):
            store.put("one", article("Toll falls\n\nNobody spoke."))
            store.put("one", article("Fog\n\nNobody sailed.", identity="fog"))
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        half()
    found = store.get("one", "toll")
    assert found is not None
    assert found.article.text == TEXT
    assert (store.revision("one"), store.count("one")) == (1, 1)


def test_what_a_transaction_wrote_is_read_inside_it_and_nowhere_else(store: Store, database: Database) -> None:
    with closing(Store(database)) as other, store.writing("one"):
        store.put("one", article())
        assert store.count("one") == 1
        assert other.count("one") == 0


def test_a_snapshot_is_of_one_moment_while_others_write(store: Store, database: Database) -> None:
    store.put("one", article())
    with closing(Store(database)) as other, ThreadPoolExecutor(1) as thread:
        with store.snapshot():
            before = store.revisions("one")
            other.put("one", article(identity="next"))
            thread.submit(store.put, "one", article(identity="third")).result()
            other.delete("one", "toll")
            assert store.revisions("one") == before
            assert store.get("one", "toll") == article()
            assert {*thread.submit(store.revisions, "one").result()} == {"next", "third"}
        assert {*store.revisions("one")} == {"next", "third"}


def test_a_snapshot_that_ends_in_an_error_is_over(store: Store) -> None:
    with pytest.raises(StoreError), store.snapshot():
        store.read("SELECT nothing FROM nowhere")
    store.put("one", article())
    assert {*store.revisions("one")} == {"toll"}


def test_a_snapshot_in_a_transaction_sees_what_it_wrote(store: Store) -> None:
    with store.writing("one"):
        store.put("one", article())
        with store.snapshot():
            assert {*store.revisions("one")} == {"toll"}


def test_who_writes_to_a_community_has_it_alone(store: Store, database: Database) -> None:
    """Threads that read, then write what they have read: without a lock some of it would be lost."""
    store.put("one", article())

    def count_up(writer: Store) -> None:
        for _ in range(10):
            with writer.writing("one"):
                ((seen,),) = writer.read("SELECT deck FROM articles WHERE community = 'one'")
                writer.write("UPDATE articles SET deck = ? WHERE community = 'one'", str(int(str(seen or 0)) + 1))

    with closing(Store(database)) as other, ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(count_up, writer) for writer in (store, store, other, other)]:
            done.result()
    assert store.read("SELECT deck FROM articles") == [("40",)]


def test_a_lock_is_held_by_one_at_a_time(store: Store) -> None:
    with store.exclusive("feed 1") as first, store.exclusive("feed 1") as second, store.exclusive("feed 2") as other:
        assert (first, second, other) == (True, False, True)
    with store.exclusive("feed 1") as again:
        assert again


def test_text_is_ordered_by_code_point(store: Store) -> None:
    for title in ("apples", "Zebra", "Äpfel"):
        store.put("one", article(f"{title}\n\nNobody spoke.", identity=title.casefold()))
    assert [summary.title for summary in store.summaries("one")] == ["Zebra", "apples", "Äpfel"]
