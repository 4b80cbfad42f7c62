"""What commands are given to read: files, folders, standard input, lists of links."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from index.cli.render import many
from index.errors import ReadingError, ReadingProblem

if TYPE_CHECKING:
    from index.reading import FileReading
    from index.sandbox import Sandbox

STDIN = "standard input"
_DASH = "-"
_LINK = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SHOWN = 6  # kinds of files that are named

_BESIDE = ("_files", ".files", "-files", "-dateien", "_dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden")
"""What browsers put behind the name of a page that they save, for the folder of what it needs: pictures, scripts,
and frames, which are pages too, of adverts."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What of a folder, and of those in it, is read and what is not.

    Attributes
    ----------
    files : tuple of Path
        Of the kinds that are read, by their names; in order.
    others : Mapping of str to int
        How many files are of other kinds, by how their names end.
    pages, hidden, links, unfit : int
        How many folders of what saved pages need, hidden files and folders, links to folders, and links to nowhere,
        pipes and the like were passed over.
    closed : tuple of ReadingError
        The folders that may not be looked into.
    """

    files: tuple[Path, ...]
    others: Counter[str]
    pages: int
    hidden: int
    links: int
    unfit: int
    closed: tuple[ReadingError, ...]

    def skipped(self) -> str | None:
        """What was passed over, and why; None where nothing was."""
        said = []
        if self.others:
            kinds = ", ".join(f"{end or 'without a suffix'} {n}" for end, n in self.others.most_common(_SHOWN))
            more = ", …" if len(self.others) > _SHOWN else ""
            said.append(f"{many(self.others.total(), 'file')} of kinds that are not read ({kinds}{more})")
        if self.pages:
            said.append(f"{many(self.pages, 'folder')} of pictures, scripts and adverts that saved pages came with")
        if self.links:
            said.append(many(self.links, "link to a folder", "links to folders"))
        if self.unfit:
            said.append(many(self.unfit, "broken link or pipe", "broken links or pipes"))
        if self.hidden:
            said.append(f"{self.hidden} hidden")
        return "; ".join(said) or None


def look_into(path: Path) -> Folder:
    """What there is in the folder at `path`; links to other folders are not followed."""
    from index.reading import SUFFIXES

    files: list[Path] = []
    others: Counter[str] = Counter()
    closed: list[ReadingError] = []
    pages = hidden = links = unfit = 0

    def refused(error: OSError) -> None:
        reason = f"it cannot be looked into ({error.strerror})"
        closed.append(ReadingError(str(error.filename), reason, ReadingProblem.NO_ACCESS))

    for place, folders, names in os.walk(path, onerror=refused):
        saved = {Path(name).stem.lower() for name in names if Path(name).suffix.lower() in (".html", ".htm", ".xhtml")}
        for name in list(folders):
            if name.startswith("."):
                hidden += 1
            elif _is_beside(name.lower(), saved):
                pages += 1
            elif Path(place, name).is_symlink():
                links += 1
            else:
                continue
            folders.remove(name)
        for name in names:
            found = Path(place, name)
            if name.startswith("."):
                hidden += 1
            elif not found.is_file():
                unfit += 1
            elif found.suffix.lower() in SUFFIXES:
                files.append(found)
            else:
                others[found.suffix.lower()] += 1
    return Folder(tuple(sorted(files)), others, pages, hidden, links, unfit, tuple(closed))


def is_link(words: str) -> bool:
    """Whether it is a link rather than a path; which of them are read, is told where they are."""
    return _LINK.match(words) is not None


def links_in(lines: Iterable[str], source: str) -> Iterator[str | ReadingError]:
    """The links of a list, one a line; what is no link is an error in its place. Comments begin with ``#``."""
    for number, line in enumerate(lines, 1):
        link = line.strip().lstrip("\ufeff")
        if is_link(link) and len(link.split()) == 1:
            yield link
        elif link and not link.startswith("#"):
            reason = "it is no link; each line is one, such as https://news.example/harbour-toll"
            yield ReadingError(f"line {number} of {source}", reason, ReadingProblem.BAD_RECORD)


def is_dash(path: Path | str) -> bool:
    """Whether it stands for standard input or output."""
    return str(path) == _DASH


def see_one_dash(paths: Sequence[Path | str], *others: TextIO | None) -> None:
    """Refuse standard input where it is asked for twice."""
    dashes = sum(map(is_dash, paths)) + sum(file is not None and is_stdin(file) for file in others)
    if dashes > 1:
        raise click.UsageError("- is standard input, which can be read once.")


def is_stdin(file: TextIO) -> bool:
    """Whether it is what click opened for ``-``."""
    return file.name in ("<stdin>", _DASH, 0)


def name_of(file: TextIO) -> str:
    """What messages call a file that click opened."""
    return STDIN if is_stdin(file) else str(file.name)


def name_at(path: Path) -> str:
    """What messages call the file at a path, or with ``-`` standard input."""
    return STDIN if is_dash(path) else str(path)


def read_given(path: Path, sandbox: "Sandbox") -> Iterator["FileReading"]:
    """Read a file, or with ``-`` standard input, as `index.reading.read_path`."""
    from index.reading import read_all, read_path
    from index.reading.kinds import MAX_PACKED_BYTES

    if not is_dash(path):
        return read_path(path, sandbox)
    return read_all(sys.stdin.buffer.read(MAX_PACKED_BYTES + 1), STDIN, sandbox)


def _is_beside(folder: str, saved: set[str]) -> bool:
    return any(folder.removesuffix(end) in saved for end in _BESIDE if folder.endswith(end))
