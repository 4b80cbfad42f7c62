"""Which characters a font has, read from its ``cmap`` table (formats 4 and 12 of OpenType)."""

import struct


def coverage(font: bytes) -> frozenset[int]:
    """Give the code points that the OpenType file `font` has glyphs for.

    Raises
    ------
    ValueError
        If `font` is not an OpenType file with a Unicode character map.
    """
    try:
        cmap = _table(font, b"cmap")
        (count,) = struct.unpack_from(">H", cmap, 2)
        offsets = [struct.unpack_from(">L", cmap, 8 + 8 * n)[0] for n in range(count)]
        by_format = {struct.unpack_from(">H", cmap, offset)[0]: cmap[offset:] for offset in offsets}
        if 12 in by_format:
            return _groups(by_format[12])
        if 4 in by_format:
            return _segments(by_format[4])
    except struct.error as error:
        raise ValueError("the file ends inside a table") from error
    raise ValueError("it has no Unicode character map")


def _table(font: bytes, tag: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for n in range(count):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * n)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"it has no table {tag.decode()}")


def _groups(table: bytes) -> frozenset[int]:
    (count,) = struct.unpack_from(">L", table, 12)
    found: set[int] = set()
    for n in range(count):
        start, end, glyph = struct.unpack_from(">LLL", table, 16 + 12 * n)
        found.update(range(start if glyph else start + 1, min(end, 0x10FFFF) + 1))
    return frozenset(found)


def _segments(table: bytes) -> frozenset[int]:
    (doubled,) = struct.unpack_from(">H", table, 6)
    count = doubled // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", table, offset)
        for offset in (14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled)
    )
    found: set[int] = set()
    for n, (start, end, delta, range_offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if range_offset:
                (glyph,) = struct.unpack_from(">H", table, 16 + 3 * doubled + 2 * n + range_offset + 2 * (code - start))
            if glyph if range_offset else (glyph + delta) & 0xFFFF:
                found.add(code)
    return frozenset(found)
