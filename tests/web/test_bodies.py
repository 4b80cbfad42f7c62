"""Bodies that are packed: whole in the end, however they are sent, or refused."""

import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from index.web.bodies import BrokenBodyError, TooLargeError, read_body

WORDS = b"It rained on the quay. " * 40
LIMIT = 100_000


async def body(data: bytes, encoding: str = "gzip", *, piece: int = 1 << 16, cut: bool = False) -> bytes:
    async def chunks() -> AsyncIterator[bytes]:
        for at in range(0, len(data), piece):
            yield data[at : at + piece]

    return await read_body(chunks(), encoding, LIMIT, cut=cut)


@pytest.mark.parametrize("piece", [1, 2, 7, 1 << 16])
async def test_all_pieces_of_gzip_are_read(piece: int) -> None:
    parts = [WORDS[:100], b"", WORDS[100:500], WORDS[500:]]
    assert await body(b"".join(gzip.compress(part) for part in parts), piece=piece) == WORDS


@pytest.mark.parametrize("piece", [1, 1 << 16])
@pytest.mark.parametrize(
    "after", [b"\0" * 30, b"\x1f", b"\x1f\0\x1f\x8b", b"<!-- served by a cache -->", b"rain\x1f\x8b"]
)
@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_what_stands_behind_that_is_no_piece_is_left(encoding: str, after: bytes, piece: int) -> None:
    packed = gzip.compress(WORDS) if encoding == "gzip" else zlib.compress(WORDS)
    assert await body(packed + after, encoding, piece=piece) == WORDS


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(WORDS) + gzip.compress(WORDS)[:-9],
        gzip.compress(WORDS) + b"\x1f\x8b",
        gzip.compress(WORDS) + b"\x1f\x8b and no more",
        gzip.compress(b"") * 1_002,
    ],
    ids=["broken off", "begun", "broken", "many"],
)
async def test_a_piece_that_is_broken_or_one_too_many_is_named(data: bytes) -> None:
    with pytest.raises(BrokenBodyError):
        await body(data)


async def test_pieces_are_bounded_together() -> None:
    data = gzip.compress(bytes(LIMIT // 2)) * 3
    with pytest.raises(TooLargeError):
        await body(data)
    assert await body(data, cut=True) == bytes(LIMIT)
