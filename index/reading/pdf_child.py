"""Lines of a PDF: run as a program of its own, standard input to output, so that a hostile file can be stopped.

It imports nothing of ours, for it is run by its path.
"""

import json
import logging
import sys
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError

_MEMORY = 1_000_000_000  # bytes
_SECONDS = 30  # of the processor; the parent is less patient
_PAGES = 200
_TEXT = 2_000_000  # code points

Line = tuple[int, float, float, float, str]  # page, x, y, size of type, words


def main() -> None:
    """Read a PDF, write ``{"title", "lines"}`` or ``{"problem"}``."""
    logging.disable(logging.CRITICAL)
    _confine()
    try:
        found = read(sys.stdin.buffer.read())
    except (MemoryError, RecursionError, LimitReachedError):
        found = {"problem": "pdf_too_much_work"}
    except Exception:  # noqa: BLE001 - pypdf raises whatever a broken file makes it run into
        found = {"problem": "pdf_broken"}
    sys.stdout.buffer.write(json.dumps(found).encode())


def read(data: bytes) -> dict[str, object]:
    """The title that the file gives itself and its lines, or the problem."""
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        return {"problem": "pdf_locked"}
    if len(reader.pages) > _PAGES:
        return {"problem": "pdf_too_long"}
    lines: list[Line] = []
    length = 0
    for number, page in enumerate(reader.pages):
        collector = _Collector(number)
        page.extract_text(visitor_text=collector.see)
        lines += collector.finish()
        length += sum(len(line[-1]) for line in lines if line[0] == number)
        if length > _TEXT:
            return {"problem": "pdf_too_long"}
    title = reader.metadata.title if reader.metadata is not None else None
    return {"title": title if isinstance(title, str) else None, "lines": lines}


class _Collector:
    """Gathers a page's lines from what pypdf comes across."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._lines: list[Line] = []
        self._words = ""
        self._place = (0.0, 0.0, 0.0)

    def see(self, text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        """Take a piece of text: what a newline ends is a line, which stands where its first piece does."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self._end()
            if piece.strip() and not self._words.strip():
                x, y = inner[4], inner[5]
                height = size * abs(inner[3] or inner[1]) * abs(outer[3] or outer[1])
                self._place = (
                    x * outer[0] + y * outer[2] + outer[4],
                    x * outer[1] + y * outer[3] + outer[5],
                    height,
                )
            self._words += piece

    def finish(self) -> list[Line]:
        """The lines, in the order in which the page draws them."""
        self._end()
        return self._lines

    def _end(self) -> None:
        words = " ".join(self._words.split())
        if words:
            self._lines.append((self._page, *self._place, words))
        self._words = ""


def _opened(reader: PdfReader) -> bool:
    """Whether the file, though encrypted, is open to everybody."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _confine() -> None:
    """Let the system end this process when it takes too much; where it cannot, the parent's time limit is left."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    main()
