"""The model behind SCALING.md."""

import random
from dataclasses import replace

import numpy as np
import pytest

from bot.settings import Shards
from tests.bench.scaling.model import Costs, Load, articles_by_rank, forecast, of_shards, play, zipf

COSTS = Costs(
    base=100, guild=0.02, community=0.1, sentence=0.005, start=3, warm=0.001, cold=0.01, built=1e-4, loaded=1e-5,
    kept_from=2_000,
)  # fmt: skip


def few(room: float) -> Load:
    """Ten servers of seven sentences, on two shards."""
    return Load(np.arange(10) << 22, np.full(10, 7.0), zipf(10, 1.0), 70, room, 1)


def test_what_has_room_is_loaded_once() -> None:
    held = play(zipf(50, 1.0), np.full(50, 10.0), np.full(50, 2.0), 500, 1, 5_000)
    assert (held.communities, held.sentences) == (50, 500)
    assert held.warm == (5_000 - 50) / 5_000
    assert held.cold == pytest.approx(50 * 2 / 5_000)


def test_without_room_only_a_question_after_its_like_is_warm() -> None:
    held = play(np.full(4, 0.25), np.full(4, 10.0), np.ones(4), 5, 1, 10_000)
    assert (held.communities, held.sentences) == (1, 10)
    assert held.warm == pytest.approx(0.25, abs=0.02)


def test_small_communities_take_the_least_room() -> None:
    assert play(zipf(100, 0.5), np.ones(100), np.ones(100), 500, 100, 3_000).communities == 5
    assert play(zipf(100, 0.5), np.ones(100), np.ones(100), 50, 1, 3_000).communities == 50


def test_what_was_asked_before_counts_as_held_only() -> None:
    assert play(zipf(50, 1.0), np.full(50, 10.0), np.full(50, 2.0), 500, 1, 100, settled=5_000).warm == 1.0


def test_an_index_is_built_until_it_is_worth_keeping() -> None:
    assert COSTS.cold_of(np.array([0.0, 1_000, 2_000])) == pytest.approx([0.01, 0.11, 0.03])


def test_articles_are_as_many_as_wanted_the_largest_first() -> None:
    sizes = articles_by_rank(10_000, 10_000, 1.0)
    assert sizes.sum() == pytest.approx(10_000, rel=0.2)
    assert sizes[0] > 1_000
    assert sizes[-1] == 0
    assert sorted(sizes, reverse=True) == sizes.tolist()


def test_the_public_library_answers_for_servers_without_articles() -> None:
    load = replace(few(100), sentences=np.array([5.0, 0, 0, 5, 5, 5, 5, 5, 5, 0]))
    popularity, sentences, servers = of_shards(load, Shards((1,), 2))
    assert servers == 5
    assert sentences.tolist() == [5, 5, 5, 70]
    assert popularity.sum() == pytest.approx(load.popularity[1::2].sum())
    assert popularity[-1] == pytest.approx(load.popularity[[1, 9]].sum())


def test_more_processes_share_the_work_and_are_ready_earlier() -> None:
    ids = np.array([random.Random(n).getrandbits(62) for n in range(2_000)])
    load = Load(ids, 35 * articles_by_rank(2_000, 2_000, 1.0).astype(np.float64), zipf(2_000, 0.5), 70, 10_000, 100)
    one, four = (forecast(COSTS, load, n, 16, 10)[0] for n in (1, 4))
    assert (one.shards, one.servers, one.ready) == (16, 2_000, 3 + 15 * 5)
    assert (four.shards, four.ready) == (4, 3 + 3 * 5)
    assert four.core < one.core / 2
    assert four.warm > one.warm


def test_a_process_that_holds_everything_costs_warm_questions_alone() -> None:
    found = forecast(COSTS, few(200), 1, 2, 100)[0]
    assert found.warm == 1.0
    assert found.core == pytest.approx(0.1)
    assert found.memory == pytest.approx(100 + 10 * (0.02 + 0.1 + 7 * 0.005))
    assert forecast(COSTS, few(20), 1, 2, 100)[0].core > 0.1
