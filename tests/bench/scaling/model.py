"""What figures measured on one machine say of many servers over several processes: pure functions.

Questions come to servers by Zipf's law, the server with most articles first. A process holds the indexes of the
communities last asked about, until they have no room. Which are held is told by Che's approximation of such a cache:
a community is held if it was asked about within the last T questions, T being such that what is held fills the room.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.shards import Shards

Floats = NDArray[np.float64]

_CONNECT = 5.0  # seconds that discord.py waits before each shard but the first, as Discord asks for


@dataclass(frozen=True, slots=True)
class Costs:
    """Coefficients as measured: megabytes, and seconds of one core.

    Attributes
    ----------
    base, guild, community, sentence : float
        Memory of a process that holds nothing, of a server that Discord tells it of, of a community whose index is
        held, and of a sentence of it.
    start : float
        From starting a process until it could answer, Discord left aside (of the clock, not of a core).
    warm, cold, cold_sentence : float
        A question to a community whose index is held; what one more costs that is not, and of each sentence of it.
    """

    base: float
    guild: float
    community: float
    sentence: float
    start: float
    warm: float
    cold: float
    cold_sentence: float


@dataclass(frozen=True, slots=True)
class Load:
    """Communities by rank: their server's id, sentences, and share of all questions; and how many can be held.

    Attributes
    ----------
    ids : int64, shape (servers,)
    sentences, popularity : float64, shape (servers,)
        The popularity of all adds up to 1. Questions to a community without sentences go to the public library.
    weights : float64, shape (servers,)
        What a community takes of a process's `room`.
    """

    ids: NDArray[np.int64]
    sentences: Floats
    popularity: Floats
    weights: Floats
    room: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """Of the busiest process: megabytes, shares from 0 to 1, seconds.

    Attributes
    ----------
    core : float
        The share of one core that its questions take.
    ready : float
        From its start until its last shard may connect.
    """

    processes: int
    shards: int
    servers: int
    memory: float
    warm: float
    core: float
    ready: float


def zipf(count: int, exponent: float) -> Floats:
    """Shares of `count` ranks, the first the largest; they add up to 1."""
    shares: Floats = np.arange(1, count + 1, dtype=np.float64) ** -exponent
    shares /= shares.sum()
    return shares


def articles_by_rank(servers: int, articles: int, exponent: float) -> NDArray[np.int64]:
    """Whole numbers of articles by Zipf's law, the largest first, about `articles` together."""
    return np.rint(zipf(servers, exponent) * articles).astype(np.int64)


def held(popularity: Floats, weights: Floats, room: float, asked: float = np.inf) -> Floats:
    """The probability of each community that its index is held after `asked` questions; popularity adds up to 1."""

    def after(questions: float) -> Floats:
        asked_about: Floats = -np.expm1(questions * np.log1p(-np.minimum(popularity, 1 - 1e-12)))
        return asked_about

    if weights.sum() <= room and np.isinf(asked):
        full: Floats = np.ones_like(popularity)
        return full
    low, high = 0.0, min(asked, 1e15)
    if weights @ after(high) <= room:
        return after(high)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if weights @ after(middle) <= room else (low, middle)
    return after(low)


def warm_share(popularity: Floats, weights: Floats, room: float, questions: int) -> float:
    """How many of the first `questions` to a process that has just started find their index held."""
    steps = np.unique(np.linspace(0, questions - 1, 60).round())
    shares = [float(popularity @ held(popularity, weights, room, step)) for step in steps]
    return float(np.trapezoid(shares, steps) / (questions - 1)) if questions > 1 else 0.0


def forecast(costs: Costs, load: Load, processes: int, shards: int, questions_a_second: float) -> Forecast:
    """The busiest of `processes`, among which `shards` are dealt round robin, once it has run for long."""
    found = [
        _one(costs, load, processes, Shards(tuple(range(number, shards, processes)), shards), questions_a_second)
        for number in range(processes)
    ]
    return max(found, key=lambda one: one.core)


def _one(costs: Costs, load: Load, processes: int, shards: Shards, questions_a_second: float) -> Forecast:
    own = np.isin((load.ids >> 22) % shards.count, shards.ids)
    share = float(load.popularity[own].sum())
    asked = own & (load.sentences > 0)
    popularity, sentences = load.popularity[asked] / share, load.sentences[asked]
    at_hand = held(popularity, load.weights[asked], load.room)
    missed = popularity * (1 - at_hand)
    question = costs.warm + float(missed @ (costs.cold + costs.cold_sentence * sentences))
    memory = costs.base + costs.guild * own.sum() + float(at_hand @ (costs.community + costs.sentence * sentences))
    ready = costs.start + _CONNECT * (len(shards.ids) - 1)
    core = question * share * questions_a_second
    return Forecast(processes, len(shards.ids), int(own.sum()), memory, 1 - float(missed.sum()), core, ready)
