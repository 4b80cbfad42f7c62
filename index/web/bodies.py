"""Bodies of answers, unpacked as they come, and never more of them than is wanted."""

import zlib
from collections.abc import AsyncIterable

_MAGIC = b"\x1f\x8b"
_GZIP_OR_ZLIB = 47  # zlib's word for either header
_RAW = -15
_ZLIB_METHOD = 8
_PIECES = 1_000  # packed one behind the other; each costs some microseconds, however little is in it
_CHUNKS = 50_000  # as do these


class TooLargeError(Exception):
    """A body is larger than is read."""


class BrokenBodyError(Exception):
    """A body cannot be unpacked; the message says why."""


async def read_body(chunks: AsyncIterable[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """The unpacked body; never holds more than `limit` bytes of it and a chunk.

    Of gzip all pieces are read that stand one behind the other; as browsers do, what else stands there is left.

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
    unpacking = _Unpacking(encoding) if encoding not in ("", "identity") else None
    body = bytearray()
    received = count = 0
    async for chunk in chunks:
        received += len(chunk)
        count += 1
        if count > _CHUNKS:
            raise BrokenBodyError("it is sent in too many pieces")
        if unpacking is None:
            body += chunk
        else:
            try:
                unpacking.take(chunk, body, limit + 1)
            except zlib.error as error:
                raise BrokenBodyError("it is packed wrongly") from error
        if max(received, len(body)) > limit:
            if cut:
                return bytes(body[:limit])
            raise TooLargeError
    if unpacking is not None and not unpacking.whole:
        raise BrokenBodyError("it breaks off")
    return bytes(body)


class _Unpacking:
    """What has been unpacked of a body so far."""

    def __init__(self, encoding: str) -> None:
        self._deflate = encoding == "deflate"
        self._stream: zlib._Decompress | None = None
        self._pieces = 0
        self._waiting = b""  # may begin another piece
        self._over = False  # what follows is none

    @property
    def whole(self) -> bool:
        """Whether the body may end here."""
        return self._stream is None or self._stream.eof

    def take(self, data: bytes, body: bytearray, most: int) -> None:
        """Unpack some more onto `body`, which gets no longer than `most`.

        Raises
        ------
        zlib.error, BrokenBodyError
        """
        while data and len(body) < most:
            if self._stream is None or self._stream.eof:
                data = self._begun(data)
            if self._stream is None or self._stream.eof:
                return
            body += self._stream.decompress(data, most - len(body))
            data = self._stream.unused_data

    def _begun(self, data: bytes) -> bytes:
        """Begin a piece, if there is one; gives what it is to be unpacked from."""
        if self._stream is None:
            raw = self._deflate and data[0] & 0xF != _ZLIB_METHOD
            self._stream = zlib.decompressobj(_RAW if raw else _GZIP_OR_ZLIB)
            return data
        data = self._waiting + data
        self._waiting = data if data == _MAGIC[:1] else b""
        self._over |= self._deflate or not data.startswith(_MAGIC[: len(data)])
        if self._over or self._waiting:
            return b""
        self._pieces += 1
        if self._pieces > _PIECES:
            raise BrokenBodyError("it is packed in too many pieces")
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        return data
