"""The model behind SCALING.md, against what it is a model of."""

import random
from collections import OrderedDict
from dataclasses import replace

import numpy as np
import pytest

from tests.bench.scaling.model import Costs, Floats, Load, articles_by_rank, forecast, held, warm_share, zipf

COSTS = Costs(base=100, guild=0.02, community=0.1, sentence=0.005, start=3, warm=0.001, cold=0.01, cold_sentence=0.0001)


def simulated(popularity: Floats, weights: Floats, room: float, questions: int) -> float:
    """How many questions find their community in a cache that lets go of the one not asked about for longest."""
    cache: OrderedDict[int, float] = OrderedDict()
    found = 0
    for one in random.Random(1).choices(range(len(popularity)), weights=[*popularity], k=questions):
        found += one in cache
        cache[one] = float(weights[one])
        cache.move_to_end(one)
        while len(cache) > 1 and sum(cache.values()) > room:
            cache.popitem(last=False)
    return found / questions


@pytest.mark.parametrize(("room", "questions"), [(20, 2_000), (100, 2_000), (2_000, 500), (100, 300)])
def test_as_many_questions_are_warm_as_in_a_cache(room: float, questions: int) -> None:
    popularity, weights = zipf(1_000, 1.0), np.ones(1_000)
    expected = simulated(popularity, weights, room, questions)
    assert warm_share(popularity, weights, room, questions) == pytest.approx(expected, abs=0.05)


def test_large_communities_take_more_of_the_room() -> None:
    popularity = zipf(1_000, 1.0)
    weights = popularity[::-1] * 1_000  # those asked least are the largest
    expected = simulated(popularity, weights, 100, 3_000)
    assert warm_share(popularity, weights, 100, 3_000) == pytest.approx(expected, abs=0.05)


def test_what_is_held_fills_the_room_and_no_more() -> None:
    weights = np.arange(1.0, 501.0)
    assert weights @ held(zipf(500, 0.8), weights, 9_000) == pytest.approx(9_000)
    assert held(zipf(500, 0.8), weights, 1e6).tolist() == [1.0] * 500


def test_articles_are_as_many_as_wanted_the_largest_first() -> None:
    sizes = articles_by_rank(10_000, 10_000, 1.0)
    assert sizes.sum() == pytest.approx(10_000, rel=0.2)
    assert sizes[0] > 1_000
    assert sizes[-1] == 0
    assert sorted(sizes, reverse=True) == sizes.tolist()


def test_more_processes_share_the_work_and_are_ready_earlier() -> None:
    ids = np.array([random.Random(n).getrandbits(62) for n in range(2_000)])
    load = Load(ids, 35 * articles_by_rank(2_000, 2_000, 1.0).astype(np.float64), zipf(2_000, 0.5), np.ones(2_000), 100)
    one, four = (forecast(COSTS, load, n, 16, 10) for n in (1, 4))
    assert (one.shards, one.servers, one.ready) == (16, 2_000, 3 + 15 * 5)
    assert (four.shards, four.ready) == (4, 3 + 3 * 5)
    assert four.core < one.core / 2
    assert four.warm > one.warm
    assert four.memory < one.memory + COSTS.guild * 2_000


def test_a_process_that_holds_everything_costs_warm_questions_alone() -> None:
    ids = np.arange(10) << 22
    load = Load(ids, np.full(10, 7.0), zipf(10, 1.0), np.ones(10), 10)
    found = forecast(COSTS, load, 1, 2, 100)
    assert found.warm == 1.0
    assert found.core == pytest.approx(0.1)
    assert found.memory == pytest.approx(100 + 10 * (0.02 + 0.1 + 7 * 0.005))
    assert forecast(COSTS, replace(load, room=1), 1, 2, 100).core > 0.1
