"""Bodies of answers: read up to a size, whatever they unpack to."""

import zlib
from collections.abc import AsyncIterable

_GZIP_OR_ZLIB = 47  # zlib's word for either header
_RAW = -15
_ZLIB_METHOD = 8


class TooLargeError(Exception):
    """A body is larger than is read."""


class BrokenBodyError(Exception):
    """A body cannot be unpacked; the message says why."""


async def read_body(chunks: AsyncIterable[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """The unpacked body; never holds more than `limit` bytes of it and a chunk.

    Parameters
    ----------
    encoding : str
        The Content-Encoding: "", identity, gzip or deflate.
    cut : bool
        Give the first `limit` bytes of a body that has more, rather than refuse it.

    Raises
    ------
    TooLargeError, BrokenBodyError
    """
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise BrokenBodyError(f"it is packed as '{encoding[:20]}', which was not asked for")
    packed = encoding not in ("", "identity")
    unpacking = None
    body = bytearray()
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        if not packed:
            body += chunk
        elif unpacking is None and chunk:
            raw = encoding == "deflate" and chunk[0] & 0xF != _ZLIB_METHOD
            unpacking = zlib.decompressobj(_RAW if raw else _GZIP_OR_ZLIB)
        if unpacking is not None:
            try:
                body += unpacking.decompress(chunk, limit + 1 - len(body))
            except zlib.error as error:
                raise BrokenBodyError("it is packed wrongly") from error
        if max(received, len(body)) > limit:
            if cut:
                return bytes(body[:limit])
            raise TooLargeError
    if unpacking is not None and not unpacking.eof:
        raise BrokenBodyError("it breaks off")
    return bytes(body)
