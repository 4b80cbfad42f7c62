"""What figures measured on one machine say of many servers over several processes: pure functions.

Questions come to servers by Zipf's law, the server with most articles first. A process holds the indexes of the
communities last asked about, until they have no room; which these are is played through, question by question.
"""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.settings import Shards

Floats = NDArray[np.float64]

_CONNECT = 5.0  # seconds that discord.py waits before each shard but the first, as Discord asks for
_PLAYED = 20_000  # questions


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
    warm, cold : float
        A question to a community whose index is held; what one more costs that is not.
    built, loaded : float
        What that costs more for each sentence, where the index is built from articles, and where it is loaded.
    kept_from : float
        The sentences from which on an index is kept in the database.
    """

    base: float
    guild: float
    community: float
    sentence: float
    start: float
    warm: float
    cold: float
    built: float
    loaded: float
    kept_from: float

    def cold_of(self, sentences: Floats) -> Floats:
        """What a question to a community of so many sentences costs more when its index is not held."""
        seconds: Floats = self.cold + sentences * np.where(sentences < self.kept_from, self.built, self.loaded)
        return seconds


@dataclass(frozen=True, slots=True)
class Load:
    """Communities by rank: their server's id, sentences, and share of all questions; and how many can be held.

    Attributes
    ----------
    ids : int64, shape (servers,)
    sentences, popularity : float64, shape (servers,)
        The popularity of all adds up to 1. Questions to a community without sentences go to the public library.
    public : float
        Sentences of the public library.
    room, least : float
        Sentences that a process holds, and what a community takes of them at least.
    """

    ids: NDArray[np.int64]
    sentences: Floats
    popularity: Floats
    public: float
    room: float
    least: float


@dataclass(frozen=True, slots=True)
class Held:
    """Of questions: the share that found the index held, and what the others cost more, spread over all; and how many
    communities and sentences were held at most.
    """

    warm: float
    cold: float
    communities: int
    sentences: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """Of one process of several: megabytes, shares from 0 to 1, seconds.

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


def play(
    popularity: Floats,
    sentences: Floats,
    cold: Floats,
    room: float,
    least: float,
    questions: int,
    settled: int = 0,
) -> Held:
    """Ask `questions` after `settled` others; the last community asked about is held whatever its size. A question to
    one that is not held costs its `cold` more.
    """
    order = np.random.default_rng(1).choice(len(popularity), settled + questions, p=popularity / popularity.sum())
    cache: OrderedDict[int, float] = OrderedDict()
    taken, held, costs, warm, communities, most = 0.0, 0.0, 0.0, 0, 0, 0.0
    for number, one in enumerate(order.tolist()):
        if one in cache:
            warm += number >= settled
        else:
            cache[one] = size = float(sentences[one])
            taken, held = taken + max(least, size), held + size
            costs += float(cold[one]) * (number >= settled)
        cache.move_to_end(one)
        while len(cache) > 1 and taken > room:
            _, size = cache.popitem(last=False)
            taken, held = taken - max(least, size), held - size
        communities, most = max(communities, len(cache)), max(most, held)
    return Held(warm / questions, costs / questions, communities, most)


def of_shards(load: Load, shards: Shards) -> tuple[Floats, Floats, int]:
    """Shares of all questions, and sentences, of the communities of the shards that have articles and, last, of the
    public library, which answers for the others; and how many servers these are together.
    """
    own = np.isin((load.ids >> 22) % shards.count, shards.ids)
    filled = own & (load.sentences > 0)
    others = load.popularity[own].sum() - load.popularity[filled].sum()
    return np.append(load.popularity[filled], others), np.append(load.sentences[filled], load.public), int(own.sum())


def forecast(costs: Costs, load: Load, processes: int, shards: int, questions_a_second: float) -> tuple[Forecast, ...]:
    """All `processes`, among which `shards` are dealt round robin, once they have run for long; the busiest first."""
    found = [
        _one(costs, load, processes, Shards(tuple(range(number, shards, processes)), shards), questions_a_second)
        for number in range(processes)
    ]
    return tuple(sorted(found, key=lambda one: -one.core))


def _one(costs: Costs, load: Load, processes: int, shards: Shards, questions_a_second: float) -> Forecast:
    popularity, sentences, servers = of_shards(load, shards)
    held = play(popularity, sentences, costs.cold_of(sentences), load.room, load.least, _PLAYED, _PLAYED)
    question = costs.warm + held.cold
    memory = costs.base + costs.guild * servers + costs.community * held.communities + costs.sentence * held.sentences
    ready = costs.start + _CONNECT * (len(shards.ids) - 1)
    core = question * float(popularity.sum()) * questions_a_second
    return Forecast(processes, len(shards.ids), servers, memory, held.warm, core, ready)
