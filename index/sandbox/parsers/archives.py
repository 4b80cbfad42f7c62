"""Zip archives, opened within bounds, and the files in them; office documents and books are such archives too."""

from base64 import b64encode
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

_MEMBERS = 5_000  # of any kind
_UNPACKED = 60_000_000  # bytes of all of them
_RATIO, _SMALL = 500, 1_000_000  # how much a member may grow; so many bytes are none
_FILES = 100  # that are read of an archive, or chapters of a book
_READ = 20_000_000  # bytes of these


class ArchiveError(Exception):
    """An archive that is not to be unpacked; its words are the problem."""


def opened(data: bytes) -> ZipFile:
    """The archive, of which nothing is unpacked yet.

    Raises
    ------
    ArchiveError
        If a member needs a password, there are too many, or they unpack to too much, by what the archive says of
        itself; zipfile unpacks no more than that.
    """
    archive = ZipFile(BytesIO(data))
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise ArchiveError("locked")
    if len(members) > _MEMBERS or sum(member.file_size for member in members) > _UNPACKED:
        raise ArchiveError("too_much_work")
    if any(member.file_size > max(_SMALL, _RATIO * member.compress_size) for member in members):
        raise ArchiveError("too_much_work")
    return archive


def read_zip(data: bytes, *suffixes: str) -> dict[str, object]:
    """The files that end in one of `suffixes`, in the archive's order: ``{"files": [[name, base64], ...]}``."""
    archive = opened(data)
    return {"files": unpacked(archive, [member for member in archive.infolist() if _is_wanted(member, suffixes)])}


def unpacked(archive: ZipFile, members: Sequence[ZipInfo]) -> list[list[str]]:
    """The name and the bytes of each, `packed`.

    Raises
    ------
    ArchiveError
        If they are over 100, or have too many bytes.
    """
    if len(members) > _FILES:
        raise ArchiveError("too_many_files")
    if sum(member.file_size for member in members) > _READ:
        raise ArchiveError("too_much_work")
    return [[member.filename, packed(archive.read(member))] for member in members]


def _is_wanted(member: ZipInfo, suffixes: tuple[str, ...]) -> bool:
    """Whether it is a file to be read, and not what a system puts beside files (``__MACOSX/._toll.txt``)."""
    path = PurePosixPath(member.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not member.is_dir() and not hidden and path.suffix.lower() in suffixes


def packed(data: bytes) -> str:
    """Bytes as JSON can hold them."""
    return b64encode(data).decode("ascii")


def sample(members: dict[str, str]) -> bytes:
    """An archive of texts."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()
