import pytest

from bot.runtime.shards import Shards, parse_shards


@pytest.mark.parametrize(
    ("words", "ids", "count"),
    [("0/1", (0,), 1), ("0/2", (0,), 2), ("3, 1,3/4", (1, 3), 4), ("16383/16384", (16383,), 16384)],
)
def test_shards_are_read(words: str, ids: tuple[int, ...], count: int) -> None:
    assert parse_shards(words) == Shards(ids, count)


@pytest.mark.parametrize("words", ["", "1", "/2", "2/2", "0/0", "0,/2", "-1/2", "0/16385", "a/b", "0/2/3", "٣/٤"])
def test_what_are_no_shards_is_said(words: str) -> None:
    with pytest.raises(ValueError, match="shards"):
        parse_shards(words)


def test_every_server_is_on_one_shard() -> None:
    halves = (parse_shards("0,2/4"), parse_shards("1,3/4"))
    for number in range(64):
        guild_id = number << 22 | 4_194_303
        assert [half.hold(guild_id) for half in halves] == [number % 2 == 0, number % 2 == 1]
        assert Shards().hold(guild_id)
