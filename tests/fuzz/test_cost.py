"""The work on a text four times as long is about four times as much, line by line of our code, in every family.

A line that is run sixteen times as often is inside a loop whose turns grow with the text as well. What others' code
does is not seen: of regular expressions see `test_patterns`, of seconds ``python -m tests.bench.adversarial``.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Library, Sandbox, annotate, open_library, read_text
from index.attribution import blocks
from index.attribution.coreference import discourse
from index.attribution.markup import mark_up
from index.attribution.tagger import features, frames
from index.ranking.query import understand, unknown_names
from index.reading.html import extract
from index.reading.markdown import read_markdown
from index.text import terms
from index.text.terms import stems_of
from index.text.tokens import Word
from index.tracing import alignment
from tests.fuzz.counting import lines_run
from tests.fuzz.effort import chosen
from tests.fuzz.families import FAMILIES, HARDEST, MARKDOWN, MARKUP, MESSAGES, paragraphs

_SIZE = 300  # code points of the shorter text
_MOST = 6.0  # times as often at most
_MANY = 2.0  # runs for each code point of the shorter text, below which a line does not count


def _grows(work: Callable[[str], object], grow: Callable[[int], str], size: int = _SIZE) -> list[str]:
    """The lines that are run too often for a text four times as long."""
    short, long = grow(size), grow(4 * size)
    _forget()
    few = lines_run(lambda: work(short))
    _forget()
    many = lines_run(lambda: work(long))
    assert many
    return [
        f"{line}: {few[line]} -> {count}"
        for line, count in many.items()
        if count > _MANY * size and count > _MOST * max(few[line], 1)
    ]


def _forget() -> None:
    """Have all words analysed anew."""
    features._slots.cache_clear()
    terms._analyse.cache_clear()


@pytest.fixture(autouse=True, scope="module")
def small_blocks() -> Callable[[], None]:
    """Blocks so short that both texts have several: what is done inside one may cost its square."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_LONGEST", 30)
        patch.setattr(blocks, "_MOST", 3)
        patch.setattr(blocks, "_SEARCHED", 6)
        patch.setattr(frames, "_ASKED", 4)
        patch.setattr(discourse, "_MOST", 1)
        patch.setattr(discourse, "_LOOKED", 2)
        annotate(read_text("“We sail,” she said."))
        yield


def _ask(text: str) -> object:
    return stems_of(text), understand(text, lambda _: False), unknown_names(text, lambda _: False)


def _page(sandbox: Sandbox, text: str) -> object:
    return extract(f"<html><body><article><p>The ferry sails at dawn.</p>{text}", "a.html", sandbox)


@pytest.mark.parametrize("family", chosen(HARDEST, FAMILIES))
def test_attribution_is_linear(family: str) -> None:
    assert not _grows(lambda text: annotate(read_text(text)), FAMILIES[family])


@pytest.mark.parametrize("family", ["names said", "tiny paragraphs"])
def test_marking_up_is_linear(family: str) -> None:
    assert not _grows(lambda text: mark_up(annotate(read_text(text))), FAMILIES[family])


@pytest.mark.parametrize("family", chosen(HARDEST, FAMILIES))
def test_questions_are_linear(family: str) -> None:
    assert not _grows(_ask, FAMILIES[family])


@pytest.mark.parametrize("family", chosen(["one sentence", *MARKDOWN], [*FAMILIES, *MARKDOWN]))
def test_markdown_is_linear(family: str) -> None:
    assert not _grows(lambda text: read_markdown(text, None), (FAMILIES | MARKDOWN)[family])


@pytest.mark.parametrize("family", MARKUP)
def test_pages_are_linear(sandbox: Sandbox, family: str) -> None:
    assert not _grows(partial(_page, sandbox), MARKUP[family])


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with open_library(None) as library:
        library.add(read_text(paragraphs(60), title="Ferries"))
        for family in ("names said", "names said that", "few names said", "he said she said", "turns", "documents"):
            library.add(read_text(FAMILIES[family](3_000), title=family))
        library.trace("“We sail.”")
        yield library


@pytest.mark.parametrize("family", MESSAGES)
def test_tracing_is_linear(library: Library, family: str) -> None:
    assert not _grows(library.trace, MESSAGES[family], 1_000)


@pytest.mark.parametrize("family", MESSAGES)
def test_a_message_is_aligned_with_little(library: Library, family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs: list[int] = []
    table = alignment._table

    def counted(
        substitution: NDArray[np.float64], posted: Sequence[Word], shortened: alignment._Shortened
    ) -> NDArray[np.float64]:
        pairs.append(substitution.size)
        return table(substitution, posted, shortened)

    monkeypatch.setattr(alignment, "_table", counted)
    assert library.trace(MESSAGES[family](4_000))
    assert sum(pairs) <= alignment._MOST


def test_what_is_quoted_at_length_is_found_however_little_is_aligned(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alignment, "_ONCE", 200_000)
    quoted = " ".join(paragraphs(14).replace("“", "").replace("”", "").split())
    (found,) = library.trace(f"“{quoted}”")
    assert found.likeness is not None
    assert found.passage is not None
    assert found.passage.title == "Ferries"


def test_a_loop_in_a_loop_is_seen() -> None:
    assert _grows(lambda text: [stems_of(text[:at]) for at in range(0, len(text), 50)], FAMILIES["said"])
