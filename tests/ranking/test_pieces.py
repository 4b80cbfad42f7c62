"""Texts in pieces have the words that they have as a whole."""

from hypothesis import given
from hypothesis import strategies as st

from index.ranking.pieces import Pieces
from index.ranking.segments import Vocabulary
from index.ranking.signs import FIGURES, INTRODUCES, NUMBER, REASON, has_reason, introduces
from index.text.terms import stems_of

PARTS = """5 1,200 $3.50 ٣ 10% million m bn. million-dollar “Lind, Lind Lind’s Ada D’Arcy, e\u0301te\u0301 U.S. the The
is
because DUE to, ten 41, who owns a well-known x_y — ’ . ſince""".split()
TEXTS = st.lists(
    st.lists(st.sampled_from(PARTS) | st.sampled_from([" ", "\n", "  ", "\u00a0"])).map("".join), max_size=5
)


@given(TEXTS, st.integers(0, 4))
def test_texts_are_read_whatever_is_remembered(texts: list[str], most: int) -> None:
    vocabulary = Vocabulary()
    pieces = Pieces(vocabulary, most=most)
    for _again in range(2):
        read = pieces.read(texts)
        stems = [vocabulary.words[key] for key in read.keys.tolist()]
        assert stems == [stem for text in texts for stem in stems_of(text)]
        assert read.lengths.tolist() == [len(stems_of(text)) for text in texts]


@given(TEXTS)
def test_what_a_text_has_its_pieces_tell(texts: list[str]) -> None:
    for text, marks in zip(texts, Pieces(Vocabulary()).read(texts).marks.tolist(), strict=True):
        assert bool(marks & FIGURES) == any(stem[0].isdigit() for stem in stems_of(text))
        assert marks & NUMBER or not marks & FIGURES
        assert marks & REASON or not has_reason(text)
        assert marks & INTRODUCES or not introduces(text)


def test_nothing_is_read_of_no_texts() -> None:
    read = Pieces(Vocabulary()).read([])
    assert [len(read.keys), len(read.lengths), len(read.marks)] == [0, 0, 0]
