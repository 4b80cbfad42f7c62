"""Our postings score exactly as rank_bm25's BM25Plus does, before and after documents were removed."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from index.ranking.postings import Postings

TERM = st.sampled_from("storm bridge toll ferry mayor lorry pier storm storm".split())
DOCUMENT = st.lists(TERM, min_size=1, max_size=12)
PARAMETERS = st.tuples(st.floats(0.1, 2.5), st.floats(0, 1), st.sampled_from([0.5, 1.0]))


def ours(postings: Postings, query: list[str], count: int, delta: float = 1.0) -> list[float]:
    """Scores of all documents; those that share no term have only what BM25+ gives every document."""
    found = postings.score([(term, 1.0) for term in query])
    base = sum(postings.idf(term) for term in query) * delta
    scores = [base] * count
    for number, score in zip(found.documents.tolist(), found.scores.tolist(), strict=True):
        scores[number] = score
    return scores


def filled(corpus: list[list[str]], parameters: tuple[float, float, float]) -> Postings:
    k1, b, delta = parameters
    postings = Postings(k1=k1, b=b, delta=delta)
    for number, document in enumerate(corpus):
        assert postings.add(document) == number
    return postings


def theirs(corpus: list[list[str]], query: list[str], parameters: tuple[float, float, float]) -> list[float]:
    k1, b, delta = parameters
    known = {term for document in corpus for term in document}
    scores = BM25Plus(corpus, k1=k1, b=b, delta=delta).get_scores([term for term in query if term in known])
    return [float(score) for score in np.broadcast_to(scores, len(corpus))]


@given(st.lists(DOCUMENT, min_size=1, max_size=12), st.lists(TERM | st.just("unheard"), max_size=6), PARAMETERS)
def test_scores_are_those_of_rank_bm25(
    corpus: list[list[str]], query: list[str], parameters: tuple[float, float, float]
) -> None:
    assert ours(filled(corpus, parameters), query, len(corpus), parameters[2]) == pytest.approx(
        theirs(corpus, query, parameters)
    )


@given(
    st.lists(st.tuples(DOCUMENT, st.booleans()), min_size=2, max_size=14).filter(lambda c: not all(r for _, r in c)),
    st.lists(DOCUMENT, max_size=4),
    st.lists(TERM, min_size=1, max_size=5),
    PARAMETERS,
)
def test_after_removals_and_additions_scores_are_those_of_what_remains(
    corpus: list[tuple[list[str], bool]],
    later: list[list[str]],
    query: list[str],
    parameters: tuple[float, float, float],
) -> None:
    postings = filled([document for document, _ in corpus], parameters)
    for number, (_, removed) in enumerate(corpus):
        if removed:
            postings.remove(number)
    for document in later:
        postings.add(document)
    remaining = [document for document, removed in corpus if not removed] + later
    places = [n for n, (_, removed) in enumerate(corpus) if not removed]
    places += range(len(corpus), len(corpus) + len(later))
    assert len(postings) == len(remaining)
    scores = ours(postings, query, len(corpus) + len(later), parameters[2])
    assert [scores[place] for place in places] == pytest.approx(theirs(remaining, query, parameters))
    found = postings.score([(term, 1.0) for term in query]).documents.tolist()
    assert found == sorted(found)
    assert set(found) <= set(places)


def test_weights_multiply_and_repeated_terms_add_up() -> None:
    postings = filled([["storm", "pier"], ["pier"]], (0.5, 0.6, 1.0))
    once = postings.score([("storm", 1.0)]).scores[0]
    assert postings.score([("storm", 0.5), ("storm", 0.5)]).scores[0] == pytest.approx(once)
    assert postings.score([("storm", 2.0)]).scores[0] == pytest.approx(2 * once)


def test_nothing_is_found_in_an_empty_index_or_for_unknown_terms() -> None:
    postings = Postings(k1=0.5, b=0.6)
    assert not len(postings.score([("storm", 1.0)]).documents)
    postings.add(["pier"])
    assert not len(postings.score([("storm", 1.0)]).documents)
    assert postings.idf("storm") == 0
    assert postings.idf("pier") == pytest.approx(math.log(2))


def test_removing_twice_is_an_error() -> None:
    postings = filled([["storm"]], (0.5, 0.6, 1.0))
    postings.remove(0)
    for number in (0, 1):
        with pytest.raises(KeyError):
            postings.remove(number)
    assert not postings.knows("storm")
    assert not len(postings.score([("storm", 1.0)]).documents)


@given(st.lists(DOCUMENT, min_size=1, max_size=12), st.lists(TERM | st.just("unheard"), max_size=6), PARAMETERS)
def test_looking_documents_up_gives_what_scoring_all_gives(
    corpus: list[list[str]], query: list[str], parameters: tuple[float, float, float]
) -> None:
    postings = filled(corpus, parameters)
    everything = np.arange(len(corpus), dtype=np.intp)
    added = postings.lookup([(term, 1.0) for term in query], everything)
    base = sum(postings.idf(term) for term in query) * parameters[2]
    assert (added + base).tolist() == pytest.approx(ours(postings, query, len(corpus), parameters[2]))


def test_counts_between_documents() -> None:
    postings = filled([["storm"], ["pier"], ["storm", "pier"], ["storm"]], (0.5, 0.6, 1.0))
    starts, ends = np.array([0, 1, 2]), np.array([2, 2, 4])
    assert postings.count_between("storm", starts, ends).tolist() == [1, 0, 2]
    assert postings.count_between("unheard", starts, ends).tolist() == [0, 0, 0]


@pytest.mark.parametrize("count", [255, 256, 70_000])
def test_many_occurrences_are_counted_in_full(count: int) -> None:
    corpus = [["storm"] * count + ["pier"], ["storm"], ["pier"]]
    parameters = (1.5, 0.5, 1.0)
    assert ours(filled(corpus, parameters), ["storm"], 3) == pytest.approx(theirs(corpus, ["storm"], parameters))


@given(
    st.lists(st.tuples(DOCUMENT, st.booleans()), min_size=1, max_size=30).filter(lambda c: not all(r for _, r in c)),
    st.lists(st.tuples(TERM | st.just("unheard"), st.sampled_from([0.3, 1.0])), min_size=1, max_size=6),
    st.integers(1, 8),
    PARAMETERS,
)
def test_the_best_are_those_of_all_scores(
    corpus: list[tuple[list[str], bool]],
    query: list[tuple[str, float]],
    count: int,
    parameters: tuple[float, float, float],
) -> None:
    postings = filled([document for document, _ in corpus], parameters)
    for number, (_, removed) in enumerate(corpus):
        if removed:
            postings.remove(number)
    everything = postings.score(query)
    best = postings.best(query, count)
    assert best.documents.tolist() == sorted(best.documents.tolist())
    assert len(best.documents) >= min(count, len(everything.documents))
    of = dict(zip(everything.documents.tolist(), everything.scores.tolist(), strict=True))
    for number, score in zip(best.documents.tolist(), best.scores.tolist(), strict=True):
        assert score == pytest.approx(of[number])
    left = [score for number, score in of.items() if number not in best.documents]
    assert not left or max(left) <= min(best.scores) + 1e-9
    assert postings.score(query).scores.tolist() == pytest.approx(everything.scores.tolist())


def test_common_words_are_passed_over_for_rare_ones() -> None:
    corpus = [["storm", "pier"] if n % 40 == 0 else ["storm", "toll", str(n)] for n in range(400)]
    postings = filled(corpus, (0.5, 0.6, 1.0))
    best = postings.best([("storm", 1.0), ("pier", 1.0)], 5)
    assert best.documents.tolist() == list(range(0, 400, 40))
