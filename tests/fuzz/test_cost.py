"""The work on a text four times as long is about four times as much, line by line of our code, in every family.

A line that is run sixteen times as often is inside a loop whose turns grow with the text as well. What others' code
does is not seen: of regular expressions see `test_patterns`, of seconds ``python -m tests.bench.adversarial``.
"""

from collections.abc import Callable

import pytest

from index import annotate, read_text
from index.attribution import blocks
from index.attribution.markup import mark_up
from index.attribution.tagger import features, frames
from index.ranking.query import understand, unknown_names
from index.reading.html import extract
from index.reading.markdown import read_markdown
from index.text import terms
from index.text.terms import stems_of
from tests.fuzz.counting import lines_run
from tests.fuzz.effort import chosen
from tests.fuzz.families import FAMILIES, HARDEST, MARKDOWN, MARKUP

_SIZE = 300  # code points of the shorter text
_MOST = 6.0  # times as often at most
_MANY = 2.0  # runs for each code point of the shorter text, below which a line does not count


def _grows(work: Callable[[str], object], grow: Callable[[int], str]) -> list[str]:
    """The lines that are run too often for a text four times as long."""
    short, long = grow(_SIZE), grow(4 * _SIZE)
    _forget()
    few = lines_run(lambda: work(short))
    _forget()
    many = lines_run(lambda: work(long))
    assert many
    return [
        f"{line}: {few[line]} -> {count}"
        for line, count in many.items()
        if count > _MANY * _SIZE and count > _MOST * max(few[line], 1)
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
        annotate(read_text("“We sail,” she said."))
        yield


def _ask(text: str) -> object:
    return stems_of(text), understand(text, lambda _: False), unknown_names(text, lambda _: False)


def _page(text: str) -> object:
    return extract(f"<html><body><article><p>The ferry sails at dawn.</p>{text}", "a.html")


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
def test_pages_are_linear(family: str) -> None:
    assert not _grows(_page, MARKUP[family])


def test_a_loop_in_a_loop_is_seen() -> None:
    assert _grows(lambda text: [stems_of(text[:at]) for at in range(0, len(text), 50)], FAMILIES["said"])
