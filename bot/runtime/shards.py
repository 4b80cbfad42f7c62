"""Which of Discord's shards a process serves: Discord deals servers out to as many connections as are asked for."""

import re
from dataclasses import dataclass

_SHARD_SHIFT = 22  # Discord's rule: shard = (server id >> 22) % number of shards
_MOST = 16_384
_WRITTEN = re.compile(r"([0-9]{1,5}(?:,[0-9]{1,5})*)/([0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Shards:
    """Shards number `ids`, ascending, of `count`; all servers on one connection unless told otherwise."""

    ids: tuple[int, ...] = (0,)
    count: int = 1

    def hold(self, guild_id: int) -> bool:
        """Whether the server is on one of them."""
        return (guild_id >> _SHARD_SHIFT) % self.count in self.ids


def parse_shards(words: str) -> Shards:
    """Read ``i,j/n``: shards i and j of n.

    Raises
    ------
    ValueError
        Saying what is wrong.
    """
    found = _WRITTEN.fullmatch(words.replace(" ", ""))
    if found is None:
        raise ValueError("write the shards as i,j/n: 0/2 is the first of two, 0,1/4 the first two of four")
    ids, count = tuple(sorted({int(one) for one in found[1].split(",")})), int(found[2])
    if not 1 <= count <= _MOST or ids[-1] >= count:
        raise ValueError(f"of n shards the first is 0 and the last n - 1, and n is 1 to {_MOST}")
    return Shards(ids, count)
