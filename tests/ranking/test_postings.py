"""Our postings are a rank_bm25.BM25Plus: they score as it does, before and after documents came and went."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from index.ranking.postings import Postings

TERM = st.sampled_from("storm bridge toll ferry mayor lorry pier storm storm".split())
DOCUMENT = st.lists(TERM, min_size=1, max_size=12)
QUERY = st.lists(TERM | st.just("unheard"), max_size=6)
# Scores of such parameters are equal or far from it: what is no tie does not look like one for how sums are rounded.
HUNDREDTHS = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
PARAMETERS = st.tuples(HUNDREDTHS.map(lambda more: 0.1 + 2.4 * more), HUNDREDTHS, st.sampled_from([0.5, 1.0]))

Corpus = list[list[str]]
Parameters = tuple[float, float, float]


def ours(postings: Postings, query: list[str], delta: float = 1.0) -> list[float]:
    """Scores of all documents; those that share no term have only what BM25+ gives every document."""
    found = postings.score([(term, 1.0) for term in query])
    base = sum(postings.idf_of(term) for term in query) * delta
    scores = [base] * len(postings.doc_len)
    for number, score in zip(found.documents.tolist(), found.scores.tolist(), strict=True):
        scores[number] = score
    return scores


def filled(corpus: Corpus, parameters: Parameters) -> Postings:
    k1, b, delta = parameters
    return Postings(corpus, k1=k1, b=b, delta=delta)


def theirs(corpus: Corpus, parameters: Parameters) -> BM25Plus:
    k1, b, delta = parameters
    return BM25Plus(corpus, k1=k1, b=b, delta=delta)


def exactly(scores: object) -> object:
    return pytest.approx(scores, rel=1e-12, abs=1e-12)


@given(st.lists(DOCUMENT, min_size=1, max_size=12), QUERY, PARAMETERS)
def test_an_index_counts_and_scores_as_the_package(corpus: Corpus, query: list[str], parameters: Parameters) -> None:
    postings, package = filled(corpus, parameters), theirs(corpus, parameters)
    assert isinstance(postings, BM25Plus)
    assert (postings.k1, postings.b, postings.delta) == parameters
    assert (postings.corpus_size, postings.avgdl) == (package.corpus_size, package.avgdl)
    assert list(postings.doc_len) == package.doc_len
    assert {term: postings.idf_of(term) for term in package.idf} == package.idf
    assert ours(postings, query, parameters[2]) == exactly(package.get_scores(query).tolist())


@given(
    st.lists(st.tuples(DOCUMENT, st.booleans()), min_size=2, max_size=14).filter(lambda c: not all(r for _, r in c)),
    st.lists(DOCUMENT, max_size=4),
    QUERY,
    st.integers(0, 8),
    PARAMETERS,
)
def test_after_removals_and_additions_scores_are_those_of_what_remains(
    corpus: list[tuple[list[str], bool]], later: Corpus, query: list[str], count: int, parameters: Parameters
) -> None:
    postings = filled([document for document, _ in corpus], parameters)
    postings.get_scores(query)  # what is remembered of before must not stay
    for number, (_, removed) in enumerate(corpus):
        if removed:
            postings.remove(number)
    assert [postings.add(document) for document in later] == list(range(len(corpus), len(corpus) + len(later)))
    remaining = [document for document, removed in corpus if not removed] + later
    numbers = [n for n, (_, removed) in enumerate(corpus) if not removed]
    numbers += range(len(corpus), len(corpus) + len(later))
    package = theirs(remaining, parameters)
    expected = package.get_scores(query).tolist()
    assert len(postings) == postings.corpus_size == len(remaining)
    scores = postings.get_scores(query)
    assert scores[numbers].tolist() == exactly(expected)
    assert np.isneginf(np.delete(scores, numbers)).all()
    assert postings.get_batch_scores(query, numbers) == exactly(expected)
    assert postings.get_batch_scores(query, numbers[::-2]) == exactly(expected[::-2])
    base = sum(postings.idf_of(term) for term in query) * parameters[2]
    assert postings.get_batch_scores(query, numbers, delta=0.0) == exactly([score - base for score in expected])

    of = dict(zip(numbers, expected, strict=True))
    sharing = [n for n, document in zip(numbers, remaining, strict=True) if not set(query).isdisjoint(document)]
    assert postings.score([(term, 1.0) for term in query]).documents.tolist() == sharing
    top = postings.get_top_n(query, range(len(postings.doc_len)), count)
    known = package.get_top_n(query, numbers, count)[: len(sharing)]
    assert [of[number] for number in top] == exactly([of[number] for number in known])
    assert top == sorted(top, key=lambda number: (-round(of[number], 9), number))
    assert set(top) <= set(sharing)


def test_an_empty_index_has_no_scores() -> None:
    for postings in (Postings(k1=0.5, b=0.6), filled([["storm"]], (0.5, 0.6, 1.0))):
        if len(postings):
            postings.remove(0)
        gone = list(range(len(postings.doc_len)))
        assert postings.get_scores(["storm"]).tolist() == [-math.inf for _ in gone]
        assert postings.get_batch_scores(["storm"], []) == []
        assert postings.get_top_n(["storm"], gone) == []
        assert not len(postings.score([("storm", 1.0)]).documents)


def test_scores_are_asked_only_of_documents_that_are_there() -> None:
    postings = filled([["storm"], ["pier"]], (0.5, 0.6, 1.0))
    postings.remove(1)
    for number in (1, 2):
        with pytest.raises(KeyError):
            postings.get_batch_scores(["storm"], [0, number])
    with pytest.raises(ValueError, match="1"):
        postings.get_top_n(["storm"], ["only the one that is left"])


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
    assert postings.idf_of("storm") == 0
    assert postings.idf_of("pier") == pytest.approx(math.log(2))


def test_removing_twice_is_an_error() -> None:
    postings = filled([["storm"]], (0.5, 0.6, 1.0))
    postings.remove(0)
    for number in (0, 1):
        with pytest.raises(KeyError):
            postings.remove(number)
    assert not postings.knows("storm")
    assert not len(postings.score([("storm", 1.0)]).documents)


@given(st.lists(DOCUMENT, min_size=1, max_size=12), QUERY, PARAMETERS)
def test_looking_documents_up_gives_what_scoring_all_gives(
    corpus: Corpus, query: list[str], parameters: Parameters
) -> None:
    postings = filled(corpus, parameters)
    everything = np.arange(len(corpus), dtype=np.intp)
    added = postings.lookup([(term, 1.0) for term in query], everything)
    base = sum(postings.idf_of(term) for term in query) * parameters[2]
    assert (added + base).tolist() == exactly(ours(postings, query, parameters[2]))


def test_documents_of_a_term() -> None:
    postings = filled([["storm"], ["pier"], ["storm", "pier", "storm"]], (0.5, 0.6, 1.0))
    postings.add(["storm"])
    assert postings.documents_of("storm").tolist() == [0, 2, 3]
    assert postings.documents_of("unheard").tolist() == []


def test_counts_between_documents() -> None:
    postings = filled([["storm"], ["pier"], ["storm", "pier"], ["storm"]], (0.5, 0.6, 1.0))
    starts, ends = np.array([0, 1, 2]), np.array([2, 2, 4])
    assert postings.count_between("storm", starts, ends).tolist() == [1, 0, 2]
    assert postings.count_between("unheard", starts, ends).tolist() == [0, 0, 0]


@pytest.mark.parametrize("count", [255, 256, 70_000])
def test_many_occurrences_are_counted_in_full(count: int) -> None:
    corpus = [["storm"] * count + ["pier"], ["storm"], ["pier"]]
    parameters = (1.5, 0.5, 1.0)
    expected = theirs(corpus, parameters).get_scores(["storm"]).tolist()
    postings = filled(corpus, parameters)
    assert ours(postings, ["storm"]) == exactly(expected)
    assert postings.get_batch_scores(["storm"], range(3)) == exactly(expected)


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
    parameters: Parameters,
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


@pytest.mark.parametrize("word", ["rare", "storm"])
def test_what_came_late_counts_as_what_was_sorted_long_ago(word: str) -> None:
    corpus = [["storm", "toll", str(n % 900), *["pier"] * (n % 7)] for n in range(6_000)]
    postings = filled(corpus, (0.5, 0.6, 1.0))
    postings.get_scores(["storm"])
    late = [["rare", "storm", "storm"], ["rare", "toll"], ["storm"]] * 4
    for document in late:
        postings.add(document)
    query = [word, "pier", "17"]
    expected = theirs(corpus + late, (0.5, 0.6, 1.0)).get_scores(query)
    assert postings.get_scores(query).tolist() == exactly(expected.tolist())
    best = postings.best([(term, 1.0) for term in query], 9)
    assert len(best.documents) >= 9
    assert best.scores.tolist() == exactly(expected[best.documents].tolist())
    assert np.delete(expected, best.documents).max() < best.scores.min()


@pytest.mark.parametrize("removed", [range(0), range(0, 4_000, 7)])
@pytest.mark.parametrize("rare", [20, 300])
def test_common_words_add_to_the_scores_of_rare_ones(rare: int, removed: range) -> None:
    chance = np.random.default_rng(7)
    corpus = [["toll"] * int(chance.integers(1, 6)) for _ in range(4_000)]
    for word, documents in (("pier", rare), ("ferry", 2 * rare), ("storm", 1_500)):
        for number in chance.choice(4_000, documents, replace=False).tolist():
            corpus[number] += [word] * int(chance.integers(1, 3))
    postings = filled(corpus[:3_900], (0.5, 0.6, 1.0))
    postings.get_scores(["storm"])
    for document in corpus[3_900:]:
        postings.add(document)
    for number in removed:
        postings.remove(number)
    query = ["storm", "pier", "toll", "ferry"]
    left = [number for number in range(4_000) if number not in removed]
    expected = theirs([corpus[number] for number in left], (0.5, 0.6, 1.0)).get_scores(query)
    best = postings.best([(term, 1.0) for term in query], 10)
    places = np.searchsorted(left, best.documents)
    assert best.scores.tolist() == exactly(expected[places].tolist())
    assert len(places) >= 10 > np.count_nonzero(expected[places] > best.scores.min() + 1e-9)
    assert np.delete(expected, places).max() < best.scores.min()
