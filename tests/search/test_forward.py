"""What is kept of an article beside it makes the same reader as the article, or is left aside."""

import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from types import FrameType

import pytest
from hypothesis import given, settings

from index import ArticleParticulars, Database, Library, open_library, read_text
from index.attribution import annotate
from index.ranking.intake import Intake
from index.search.forward import forward_format, prepare, put_article
from index.store import Store
from index.store.beside import kept_beside, put_forward
from tests.search.saved import NAME, answers, long_article, opened
from tests.search.test_saver import ACTS, Act, act

PIER = (
    "The pier is shut\n\n“The pier is shut,” said Ada Lind, the mayor, in 2019.\n\nBo Marsk told The Post of 3 storms."
)
TOLL = "A toll\n\n“Nobody paid the toll,” Rua Vint, a baker, told the harbour board on Tuesday."


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    with closing(Store(database)) as found:
        yield found


def put(store: Store, identity: str, text: str) -> int:
    return put_article(store, NAME, annotate(read_text(text, id=identity)))


def all_kept(store: Store, community: str = NAME) -> dict[str, bytes]:
    """What is kept of each article as it is now, by id."""
    revisions = store.revisions(community)
    return kept_beside(store, "forwards", community, forward_format(), revisions) if revisions else {}


def keep(store: Store, identity: str, content: bytes, *, made_by: str | None = None) -> None:
    """Keep something else of it."""
    put_forward(store, NAME, identity, store.revisions(NAME)[identity], made_by or forward_format(), content)


@settings(deadline=None, max_examples=15)
@given(acts=ACTS)
def test_what_is_kept_makes_the_same_reader_as_the_articles(acts: list[Act]) -> None:
    with closing(Store(None)) as beside, closing(Store(None)) as alone:
        act(alone, acts)
        act(beside, acts, put=put_article)
        assert len(all_kept(beside)) == beside.count(NAME)
        assert all_kept(alone) == {}
        assert answers(opened(beside)) == answers(opened(alone))


def empty(store: Store, identity: str) -> None:
    """Take all sentences out of an article's row, so that a reader that has any has not read the article."""
    store.write("UPDATE articles SET paragraphs = '[]', sentences = '[]', attributions = '[]' WHERE id = ?", identity)


def test_a_reader_is_made_of_what_is_kept(store: Store) -> None:
    for identity, text in (("pier", PIER), ("toll", TOLL)):
        put(store, identity, text)
    whole = answers(opened(store))
    empty(store, "pier")
    empty(store, "toll")
    assert answers(opened(store)) == whole
    assert opened(store).fields.sentences.knows("storm")


def test_what_other_code_has_made_is_left_aside(store: Store) -> None:
    put(store, "pier", PIER)
    content = all_kept(store).get("pier")
    assert content is not None
    keep(store, "pier", content, made_by="another")
    empty(store, "pier")
    assert not opened(store).fields.sentences.knows("storm")


def test_what_was_kept_of_another_version_is_left_aside(store: Store) -> None:
    put(store, "pier", PIER)
    store.put(NAME, annotate(read_text(TOLL, id="pier")))
    assert all_kept(store).get("pier") is None
    found = opened(store).fields.sentences
    assert found.knows("toll")
    assert not found.knows("storm")


def test_it_goes_with_its_article(store: Store) -> None:
    put(store, "pier", PIER)
    store.delete(NAME, "pier")
    assert store.read("SELECT count(*) FROM forwards") == [(0,)]


def test_whatever_writes_an_article_keeps_it(database: Database) -> None:
    with open_library(database) as library:
        library.add(read_text(PIER, id="pier"))
        assert is_kept(library)
        library.corrections.add("pier", library.show("pier").attributions[0].outer, None, "Bo", by="1")
        assert is_kept(library)
        library.corrections.remove(library.corrections.list()[0].id)
        assert is_kept(library)
        library.edits.edit("pier", ArticleParticulars("The pier", "The Post", None, None))
        assert is_kept(library)
        library.removals.remove("pier")
        library.removals.restore("pier")
        assert is_kept(library)


def is_kept(library: Library) -> bool:
    """Whether what is kept of the article is of its last version."""
    return [*all_kept(library._store, library.community)] == ["pier"]


@pytest.mark.once
def test_what_is_kept_is_made_before_anybody_waits_for_the_write() -> None:
    """Of new articles, ones that are there, and ones that a moderator corrected."""
    with open_library(None) as library:
        store, writing = library._store, list[bool]()

        def look(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and frame.f_code is Intake.read.__code__:
                writing.append(store._engine._writer_thread is not None)  # type: ignore[attr-defined]

        library.add(read_text(PIER, id="pier"))
        library.corrections.add("pier", library.show("pier").attributions[0].outer, None, "Bo", by="1")
        sys.setprofile(look)
        try:
            library.add(read_text(TOLL))
            library.add(read_text(f"{PIER} It is so.", id="pier"))
        finally:
            sys.setprofile(None)
        assert writing == [False, False]
        assert len(all_kept(store, library.community)) == 2


@pytest.mark.once
def test_what_was_prepared_of_another_version_is_made_anew(store: Store) -> None:
    before, now = (annotate(read_text(text, id="pier")) for text in (TOLL, PIER))
    put_article(store, NAME, now, prepare(before))
    assert all_kept(store)["pier"] == prepare(now).content
    spoilt = replace(prepare(now), content=b"as it was prepared")
    put_article(store, NAME, now, spoilt)
    assert all_kept(store)["pier"] == spoilt.content


@pytest.mark.once
def test_of_the_longest_terms_and_many_sentences_nothing_is_lost(store: Store) -> None:
    """Numbers beyond 16 bits, and an article that nobody speaks in."""
    words = [f"w{number:x}q" for number in range(700)]
    store.put(NAME, long_article("alone", words))
    alone = answers(opened(store))
    put_article(store, NAME, long_article("alone", words))
    empty(store, "alone")
    assert answers(opened(store)) == alone


def test_an_article_without_words_is_kept_too(store: Store) -> None:
    put(store, "empty", "—")
    assert all_kept(store).get("empty") is not None
    assert opened(store).fields.article_ids == ["empty"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda content: content[:-8],
        lambda _: b"no zlib",
        lambda content: zlib.compress(zlib.decompress(content)[:-2]),
        lambda content: zlib.compress(zlib.decompress(content) + b"\0\0"),
        lambda content: zlib.compress(zlib.decompress(content).replace(b'"pier"', b'"tier"')),
        lambda content: zlib.compress(zlib.decompress(content).replace(b'"names":[', b'"named":[')),
        lambda content: zlib.compress(zlib.decompress(content)[:-1] + b"\xff"),
        lambda content: zlib.compress(b"\xff\xff\xff\xff" + zlib.decompress(content)[4:]),
    ],
)
def test_what_is_damaged_is_left_aside(store: Store, spoil: Callable[[bytes], bytes]) -> None:
    put(store, "pier", PIER)
    put(store, "toll", TOLL)
    whole = answers(opened(store))
    content = all_kept(store).get("pier")
    assert content is not None
    keep(store, "pier", spoil(content))
    assert answers(opened(store)) == whole
