"""Which characters a font has: its table ``cmap``, in the two formats that fonts with a Unicode map have."""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_LAST = 0x10FFFF
_MAPS = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of Unicode maps: those of all planes first, then those of the first one alone."""


@cache
def coverage(path: Path) -> frozenset[int]:
    """Give the code points that the OpenType file at `path` has glyphs for.

    Raises
    ------
    ValueError, OSError
        If it is not an OpenType file with a Unicode character map, or cannot be read.
    """
    data = path.read_bytes()
    try:
        table = _table(data)
        maps = {(platform, encoding): at for platform, encoding, at in _records(table)}
        found = next((maps[kind] for kind in _MAPS if kind in maps), None)
        if found is None:
            raise ValueError("it has no Unicode character map")
        (kind,) = struct.unpack_from(">H", table, found)
        if kind not in (4, 12):
            raise ValueError(f"its character map is of format {kind}")
        return frozenset((_of_one_plane if kind == 4 else _of_all_planes)(table[found:]))
    except struct.error as error:
        raise ValueError("its character map is broken") from error


def _table(data: bytes) -> bytes:
    """The table ``cmap`` of a font."""
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise ValueError("it is not an OpenType font")
    (tables,) = struct.unpack_from(">H", data, 4)
    for number in range(tables):
        tag, _, at, length = struct.unpack_from(">4s3I", data, 12 + 16 * number)
        if tag == b"cmap":
            return data[at : at + length]
    raise ValueError("it has no character map")


def _records(table: bytes) -> Iterator[tuple[int, int, int]]:
    """Platform, encoding and place of each map in the table."""
    (maps,) = struct.unpack_from(">H", table, 2)
    for number in range(maps):
        yield struct.unpack_from(">HHI", table, 4 + 8 * number)


def _of_one_plane(table: bytes) -> Iterator[int]:
    """What a map of format 4 has: ranges whose glyphs are counted on from the code point or looked up."""
    (twice,) = struct.unpack_from(">H", table, 6)
    count = twice // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, at) for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if offset:  # counted from where it stands
                (glyph,) = struct.unpack_from(">H", table, 16 + 3 * twice + 2 * (number + point - start) + offset)
            if (glyph + delta) & 0xFFFF and (glyph or not offset):
                yield point


def _of_all_planes(table: bytes) -> Iterator[int]:
    """What a map of format 12 has: ranges of code points with the glyph of the first."""
    (groups,) = struct.unpack_from(">I", table, 12)
    for number in range(groups):
        start, end, glyph = struct.unpack_from(">3I", table, 16 + 12 * number)
        if end > _LAST:
            raise ValueError("its character map is broken")
        yield from range(start if glyph else start + 1, end + 1)
