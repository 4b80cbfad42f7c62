"""An index that is saved in the database answers as one built from the articles does, or is left alone."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import AnnotatedArticle, open_library, read_text
from index.attribution import annotate
from index.search.saver import LEAST
from index.search.snapshot import reader_format
from index.store import Database, Store
from index.store.readers import SavedReader, behind, put_reader, reader_of
from tests.search.saved import NAME, answers, long_article, loosened, opened, sealed

Act = tuple[str, tuple[str, date | None, str | None] | None]

CLAUSES = (
    "the pier would close in 2019",
    "nobody had warned the harbour of the storm",
    "a toll of $3 million was paid on Tuesday",
    "the ferry is late, late, late",
)
PEOPLE = ("Ada Lind", "Mayor Rua Vint", "Lind", "the harbour board", "Bo Marsk, a retired baker")
FRAMES = ("“{0},” said {1}.", "{1} warned that {0}.", "According to {1}, {0}.", "The day was quiet, and {0}.")
SENTENCE = st.tuples(st.sampled_from(FRAMES), st.sampled_from(CLAUSES), st.sampled_from(PEOPLE)).map(
    lambda drawn: drawn[0].format(drawn[1], drawn[2])
)
TEXT = st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3).map("\n\n".join)
ANNOTATED = st.tuples(
    TEXT, st.dates(date(2020, 1, 1), date(2024, 1, 1)) | st.none(), st.sampled_from(["The Post", None])
)
ACTS = st.lists(st.tuples(st.sampled_from("abcd"), ANNOTATED | st.none()), max_size=6)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    with closing(Store(database)) as found:
        yield found


def act(store: Store, acts: list[Act], put: Callable[[Store, str, AnnotatedArticle], object] = Store.put) -> None:
    """Put each article, or delete it where there is None."""
    for identity, made in acts:
        if made is None:
            store.delete(NAME, identity)
        else:
            text, day, outlet = made
            put(store, NAME, annotate(read_text(text, id=identity, title="", published=day, outlet=outlet)))


def save(store: Store) -> SavedReader:
    saved = opened(store).snapshot().saved()
    put_reader(store, NAME, saved)
    return saved


def content(store: Store) -> bytes:
    saved = reader_of(store, NAME, reader_format())
    assert saved is not None
    return b"".join(loosened(saved.content))


@settings(max_examples=20)
@given(before=ACTS, between=ACTS, after=ACTS)
def test_a_saved_index_answers_as_one_built_from_the_articles(
    before: list[Act], between: list[Act], after: list[Act]
) -> None:
    with closing(Store(None)) as store:
        act(store, before)
        long_lived = opened(store)
        act(store, between)
        long_lived.catch_up()
        built = answers(opened(store))
        assert answers(long_lived) == built
        put_reader(store, NAME, long_lived.snapshot().saved())
        loaded = opened(store)
        assert loaded.unsaved == 0
        assert answers(loaded) == built
        act(store, after)
        loaded.catch_up()
        late = answers(opened(store))
        store.write("DELETE FROM indexes")
        assert late == answers(loaded) == answers(opened(store))


EXAMPLE: list[Act] = [
    ("a", ("“The pier would close,” said Ada Lind.\n\nThe ferry was late on Tuesday.", date(2021, 5, 1), "The Post")),
    (
        "b",
        (
            "Bo Marsk, a retired baker, warned that the storm would come. Nobody paid the toll of $3 million.",
            None,
            None,
        ),
    ),
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_damaged_is_built_anew(data: st.DataObject) -> None:
    with closing(Store(None)) as store:
        act(store, EXAMPLE)
        built = answers(opened(store))
        saved = save(store)
        head, planes = map(bytearray, loosened(saved.content))
        at = data.draw(st.integers(0, len(head) + len(planes) - 1))
        way = data.draw(st.sampled_from(["flip", "cut", "other", "inside"]))
        if way == "flip":
            at %= len(saved.content)
            odd = bytes(
                [*saved.content[:at], saved.content[at] ^ data.draw(st.integers(1, 255)), *saved.content[at + 1 :]]
            )
        elif way == "cut":
            odd = saved.content[: at % len(saved.content)]
        elif way == "other":
            odd = data.draw(st.binary(max_size=200))
        else:  # with a right check sum: it may be taken over, but never raises
            part, at = (head, at) if at < len(head) else (planes, at - len(head))
            part[at] ^= data.draw(st.integers(1, 255))
            odd = sealed(head, planes)
        store.write("UPDATE indexes SET content = ?", odd)
        found = opened(store)
        told = answers(found)
        if way != "inside":
            assert found.unsaved == len(found.fields.entries)
            assert told == built


def test_an_index_of_other_code_is_built_anew(store: Store) -> None:
    act(store, EXAMPLE)
    save(store)
    store.write("UPDATE indexes SET made_by = ?", "an older version")
    found = opened(store)
    assert found.unsaved == len(found.fields.entries)
    save(store)
    assert opened(store).unsaved == 0
    assert store.read("SELECT count(*) FROM indexes") == [(1,)]


def test_an_older_index_does_not_replace_a_newer_one(store: Store) -> None:
    act(store, EXAMPLE[:1])
    older = opened(store).snapshot().saved()
    act(store, EXAMPLE[1:])
    newer = save(store)
    put_reader(store, NAME, older)
    assert reader_of(store, NAME, reader_format()) == newer


def test_words_of_what_was_removed_are_saved_no_longer_than_until_the_next_time(store: Store) -> None:
    act(store, [*EXAMPLE, ("c", ("“Gobbledegook,” said Zed Quisling.", None, "The Zeitung"))])
    save(store)
    assert all(word in content(store) for word in (b"gobbledegook", b"Zed Quisling", b"The Zeitung"))
    store.delete(NAME, "c")
    assert behind(store, NAME, reader_format()).gone == 1
    save(store)
    assert not any(word in content(store) for word in (b"gobbledegook", b"Quisling", b"quisl", b"Zeitung"))
    assert behind(store, NAME, reader_format()).gone == 0


def test_it_goes_with_its_community(store: Store) -> None:
    act(store, EXAMPLE)
    saved = save(store)
    store.write("DELETE FROM communities WHERE community = ?", NAME)
    assert store.read("SELECT count(*) FROM indexes") == [(0,)]
    put_reader(store, NAME, saved)  # by somebody who was still at it
    assert store.read("SELECT count(*) FROM indexes") == [(0,)]


def test_saving_tells_whether_there_was_anything_to_save(database: Database) -> None:
    with open_library(database, community=NAME) as library:
        assert not library.save_reader(at_least=1)
        library.add(read_text(EXAMPLE[0][1][0], id="a", title=""))  # type: ignore[index]
        assert not library.save_reader()
        assert library.save_reader(at_least=1)
        assert not library.save_reader(at_least=1)
        library.add(read_text("The ferry was late.", id="b", title=""))
        assert not library.save_reader()
        library.removals.remove("a")
        assert library.save_reader()


def test_answering_saves_a_large_index(database: Database) -> None:
    words = [f"word{number}" for number in range(LEAST + 100)]
    with open_library(database, community=NAME) as library, closing(Store(database)) as store:
        store.put(NAME, long_article("a", words))
        before = library.ask("word7 harbour").passages
        assert [passage.text for passage in before][:1] == ["The word7 stood beside the word7 harbour for 20 years."]
    with closing(Store(database)) as store:
        assert behind(store, NAME, reader_format()).new == 0
        assert opened(store).unsaved == 0
    with open_library(database, community=NAME) as library:
        assert library.ask("word7 harbour").passages == before
        library.removals.remove("a")
        assert not library.ask("word7 harbour").passages
    with closing(Store(database)) as store:
        assert reader_of(store, NAME, reader_format()) is None


def test_an_index_of_mostly_removed_sentences_is_made_anew(store: Store) -> None:
    words = [f"word{number}" for number in range(3_000)]
    store.put(NAME, long_article("long", words))
    act(store, EXAMPLE)
    reader = opened(store)
    store.delete(NAME, "long")
    reader.catch_up()
    assert len(reader.fields.entries) == len(reader.fields.sentences)
    assert answers(reader) == answers(opened(store))


def test_the_command_line_saves_it_when_it_removes(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_library(path) as library:
        library.add(read_text("“Gobbledegook,” said Zed Quisling.", id="a", title=""))
        library.add(read_text("The ferry was late.", id="b", title=""))
        library.save_reader(at_least=1)
    done = subprocess.run(
        [sys.executable, "-m", "index", "remove", "a", "--json", "--database", str(path)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert json.loads(done.stdout)["outcome"] == "removed"
    with closing(Store(path)) as store:
        saved = reader_of(store, "public", reader_format())
        assert saved is not None
        assert b"gobbledegook" not in b"".join(loosened(saved.content))


def test_an_article_without_paragraphs_has_places_of_its_own(store: Store) -> None:
    """As an import may bring it: its sentences must not stand in another article's paragraphs, or in none."""
    bare = annotate(read_text("“The storm is near,” said Ada Lind. The ferry was late.", id="bare"))
    store.put(NAME, replace(bare, article=replace(bare.article, paragraphs=())))
    built = answers(opened(store))
    save(store)
    assert answers(opened(store)) == built
    store.put(NAME, annotate(read_text("The pier is long.\n\nNobody had seen the storm.", id="other")))
    fields = opened(store).fields
    places = [fields.entries[entry].paragraph for entry in range(len(fields.entries))]
    assert sorted(set(places)) == sorted(places)
