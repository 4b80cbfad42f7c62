"""Terms have numbers, and two that stand together have one of their own."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.ranking.segments import HALF, Pairs, Vocabulary, pair

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
