"""Terms have numbers, and two that stand together have one of their own."""

from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.segments import HALF, Pairs, Segment, Vocabulary, invert, merge, pair

KEY = st.integers(0, 5) | st.builds(pair, st.integers(0, 3), st.integers(0, 3)) | st.integers(0, (1 << 63) - 1)
TERMS = st.lists(st.text("ab ", min_size=1, max_size=3), min_size=1, max_size=8)


@given(TERMS)
def test_terms_are_numbered_as_they_come(terms: list[str]) -> None:
    vocabulary = Vocabulary()
    numbers = vocabulary.keys(terms)
    first = list(dict.fromkeys(terms))
    assert vocabulary.words == first
    assert numbers == [first.index(term) for term in terms] == [vocabulary.key(term) for term in terms]
    assert [vocabulary.words[number] for number in numbers] == terms
    assert vocabulary.find("unheard") is None
    assert Vocabulary(first).keys(terms) == numbers


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=2, max_size=8))
def test_pairs_are_told_apart(terms: list[str]) -> None:
    vocabulary = Vocabulary()
    pairs = Pairs(vocabulary)
    joined = [f"{one} {other}" for one, other in pairwise(terms)]
    keys = [pairs.key(both) for both in joined]
    assert len(set(keys)) == len(set(joined))
    assert [pairs.find(both) for both in joined] == keys
    assert [" ".join(vocabulary.words[half] for half in divmod(key, 1 << HALF)) for key in keys] == joined
    assert pairs.find(f"{terms[0]} unheard") is None
    assert pairs.find("a") is None


def test_a_term_may_have_a_space_itself() -> None:
    vocabulary = Vocabulary(["pier", "صلى الله"])
    assert Pairs(vocabulary).find("صلى الله pier") == pair(1, 0)
    assert Pairs(vocabulary).find("pier صلى الله") == pair(0, 1)


def _postings(segment: Segment) -> list[tuple[int, int, int]]:
    """The term, the document and the frequency of each posting, as they stand."""
    columns = segment.terms(), segment.documents, segment.frequencies
    return [*zip(*(column.tolist() for column in columns), strict=True)]


@given(st.lists(st.lists(KEY, max_size=6), max_size=6), st.integers(0, 6), st.integers(0, 1 << 31))
def test_occurrences_become_postings_however_large_their_numbers(
    documents: list[list[int]], cut: int, first: int
) -> None:
    numbered = [*enumerate(documents, first)]

    def postings(part: list[tuple[int, list[int]]]) -> Segment:
        keys = np.array([key for _, own in part for key in own], np.int64)
        return invert(keys, np.array([number for number, own in part for _ in own], np.uint32))

    wanted = [(key, number, count) for number, own in numbered for key, count in Counter(own).items()]
    assert _postings(postings(numbered)) == sorted(wanted)
    assert _postings(merge(postings(numbered[:cut]), postings([]), postings(numbered[cut:]))) == sorted(wanted)
