"""Vectors follow the articles: made in the background, taken over by readers, and gone with what they were made of."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Database, Library, Span, open_library, read_text
from index.encoder.encoder import Encoder, shared_encoder
from index.encoder.inputs import sentence_texts
from index.search import reader as reader_module
from index.search.reader import Reader
from index.store import Store
from index.store.vectors import SavedVectors, lacking, put_vectors

LAMP = "The lamp is out.\n\n“Nobody lit the lamp,” said Rhea Olsen, a baker. “It will stay dark.”"
BARN = "The barn is sold.\n\n“We sold the barn,” said Ines Calder, the mayor."
QUESTION = "Why is it dark in the street?"
WIDTH = 384


class Fake(Encoder):
    """An encoder whose vectors are made of the texts' digests, for what is tested is where they go."""

    def __init__(self) -> None:
        super().__init__(Path("/nowhere"))

    def digest(self) -> str:
        return "fake"

    def question(self, text: str, *, hurried: bool = False) -> np.ndarray:  # noqa: ARG002 -- as the encoder has it
        return vector_of(text)

    def encode(self, texts: list[str]) -> Iterator[np.ndarray]:  # type: ignore[override]
        return map(vector_of, texts)


def vector_of(text: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])
    made = np.random.default_rng(seed).normal(size=WIDTH).astype(np.float32)
    found: np.ndarray = made / np.linalg.norm(made)
    return found


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database, encoder=Fake()) as library:
        yield library


def is_in_step(reader: Reader) -> bool:
    """Whether every living sentence has the vector of its own text, and no other has one."""
    meaning = reader.meaning(vector_of(QUESTION))
    assert meaning is not None
    for place, identity in enumerate(reader.fields.article_ids):
        if identity not in reader.fields or reader.fields.article_place(identity) != place:
            continue
        annotated = reader.article(identity)
        assert annotated is not None
        entries = np.array(reader.fields.article_entries(identity), np.intp)
        texts = sentence_texts(annotated)
        assert len(texts) == len(entries)
        found = meaning.cosines(entries)
        if found is None or np.abs(found - [vector_of(text) @ meaning.question for text in texts]).max() > 0.003:
            return False
    dead = [n for n in range(len(reader.fields.entries)) if not reader.fields.is_alive(n)]
    return all(meaning.cosines(np.array([n])) is None for n in dead)


def in_step(library: Library) -> bool:
    library.complete()
    with library._readers.reader(library.community) as reader:
        return is_in_step(reader)


def test_vectors_follow_what_is_added_corrected_changed_and_removed(library: Library) -> None:
    library.add(read_text(LAMP, id="lamp"))
    assert in_step(library)
    library.add(read_text(BARN, id="barn"))
    assert in_step(library)
    library.corrections.add("barn", Span(19, 64), None, "Calder", by="1")
    assert in_step(library)
    library.add(read_text(f"{LAMP} “Nobody pays,” she said.", id="lamp"))
    assert in_step(library)
    library.removals.remove("lamp")
    assert in_step(library)
    library.removals.restore("lamp")
    assert in_step(library)


WORDS = st.lists(
    st.sampled_from(["Rain fell.", "“It rained,” said Ada Lind.", "The pier is wet."]), min_size=1, max_size=4
)
ACTS = st.lists(st.tuples(st.sampled_from("abc"), WORDS | st.none(), st.booleans()), max_size=8)


@settings(max_examples=15)
@given(ACTS, st.booleans())
def test_whatever_is_done_vectors_and_sentences_stay_in_step(
    acts: list[tuple[str, list[str] | None, bool]], wasteful: bool
) -> None:
    """Now and then somebody asks meanwhile; where `wasteful`, the index is never made anew."""
    with pytest.MonkeyPatch.context() as patched, open_library(None, encoder=Fake()) as library:
        patched.setattr(reader_module, "_WASTE", 1_000 if wasteful else 0)
        for identity, words, asks in acts:
            if words is not None:
                library.add(read_text(f"On {identity}\n\n{' '.join(words)}", id=identity))
            elif identity in {article.id for article in library.articles()}:
                library.removals.remove(identity)
            if asks:
                library.ask(QUESTION)
        assert in_step(library)


def test_a_saved_index_and_its_vectors_are_taken_over_by_the_next_process(database: Database) -> None:
    with open_library(database, encoder=Fake()) as library:
        library.add(read_text(LAMP, id="lamp"))
        library.add(read_text(BARN, id="barn"))
        library.removals.remove("lamp")
        library.complete()
        assert library.save_reader(at_least=1)
    with open_library(database, encoder=Fake()) as library:
        assert library.complete() == 0
        assert in_step(library)


def test_two_processes_over_one_database_make_and_share_them(database: Database) -> None:
    with open_library(database, encoder=Fake()) as one, open_library(database, encoder=Fake()) as other:
        one.add(read_text(LAMP, id="lamp"))
        other.ask(QUESTION)
        other.add(read_text(BARN, id="barn"))
        assert in_step(one)
        assert in_step(other)


def test_an_older_library_is_filled_once_it_is_asked(database: Database) -> None:
    with open_library(database) as library:
        library.add(read_text(LAMP, id="lamp"))
    with open_library(database, encoder=Fake()) as library:
        assert library.complete(at_most=1) == 3
        library.ask(QUESTION)
        assert library.complete() in (0, 3)
        assert library.complete() == 0
        assert in_step(library)


def test_vectors_of_another_model_or_that_are_damaged_are_made_anew(database: Database) -> None:
    with open_library(database, encoder=Fake()) as library, closing(Store(database)) as store:
        library.add(read_text(LAMP, id="lamp"))
        library.complete()
        for spoilt in (SavedVectors("fake", "", b"\xff" * 50), SavedVectors("older", "", b"")):
            put_vectors(store, "public", "lamp", store.revisions("public")["lamp"], spoilt)
            with open_library(database, encoder=Fake()) as next_one:
                next_one.ask(QUESTION)
                assert in_step(next_one)


def test_they_go_with_their_article_and_their_community(database: Database) -> None:
    with open_library(database, encoder=Fake()) as library, closing(Store(database)) as store:
        for name in ("one", "other"):
            library.of(name).add(read_text(LAMP, id="lamp"))
            library.of(name).add(read_text(BARN, id="barn"))
            library.of(name).complete()
        library.of("one").removals.remove("lamp")
        assert store.read("SELECT article_id FROM vectors WHERE community = 'one'") == [("barn",)]
        library.privacy.forget_community("one")
        assert store.read("SELECT DISTINCT community FROM vectors") == [("other",)]


def test_those_of_an_article_that_was_written_again_meanwhile_are_not_kept(database: Database) -> None:
    with open_library(database) as library, closing(Store(database)) as store:
        library.add(read_text(LAMP, id="lamp"))
        late = store.revisions("public")["lamp"]
        library.add(read_text(BARN, id="lamp"))
        put_vectors(store, "public", "lamp", late, SavedVectors("fake", "", b""))
        put_vectors(store, "public", "gone", late, SavedVectors("fake", "", b""))
        assert store.read("SELECT 1 FROM vectors") == []
        assert [one.article_id for one in lacking(store, "public", "fake")] == ["lamp"]


def test_the_same_text_is_not_encoded_again(database: Database) -> None:
    encoder = Fake()
    with open_library(database, encoder=encoder) as library:
        library.add(read_text(BARN, id="barn"))
        library.complete()
        encoder.encode = lambda _: iter(())  # type: ignore[method-assign] -- from now on it can make none
        library.corrections.add("barn", Span(19, 64), None, "Calder", by="1")
        assert in_step(library)


def test_a_sentence_is_encoded_again_when_somebody_else_has_said_it(database: Database) -> None:
    encoder = Fake()
    with open_library(database, encoder=encoder) as library:
        library.add(read_text(BARN, id="barn"))
        library.complete()
        library.corrections.add("barn", Span(19, 64), None, "Otto Fenn", by="1")
        assert library.complete() > 0
        assert in_step(library)


def test_an_encoder_that_breaks_leaves_the_answer_to_words(database: Database, tmp_path: Path) -> None:
    with open_library(database, encoder=Encoder(tmp_path)) as library:
        library.add(read_text(LAMP, id="lamp"))
        assert library.complete() == 0
        assert library.ask("Who lit the lamp?").passages[0].speaker == "Rhea Olsen"


def test_the_shipped_encoder_is_run_end_to_end(database: Database) -> None:
    with open_library(database, encoder=shared_encoder()) as library:
        library.add(read_text(LAMP, id="lamp"))
        library.complete()
        assert library.ask("Who lit the lamp?").passages[0].speaker == "Rhea Olsen"
        with library._readers.reader("public") as reader:
            asked = shared_encoder().question("Who lit the lamp?")
            assert asked is not None
            meaning = reader.meaning(asked)
            assert meaning is not None
            cosines = meaning.cosines(np.arange(3))
            assert cosines is not None
            assert cosines.max() > 0.5
