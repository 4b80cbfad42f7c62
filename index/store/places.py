"""Where a database is: a file's path, or the address of a server's; and what is neither, with the nearest that is."""

import re
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import quote

Database = Path | str | None
"""A SQLite file, the ``postgresql://`` URL of a server's database, or None for one in memory."""

_SERVERS = ("postgresql", "postgres")
_FILES = ("sqlite", "sqlite3", "file")
_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+):(?P<rest>//.*)", re.DOTALL)  # one letter is a drive's
_HALF = re.compile(rf"(?P<scheme>{'|'.join((*_SERVERS, *_FILES))}):(?P<rest>(?!//).*)", re.DOTALL | re.IGNORECASE)
_OTHER = "a database is a SQLite file, by its path, or PostgreSQL's, as postgresql://user@host:5432/name"


def is_server(database: Database) -> bool:
    """Whether it is a server's address rather than a file's."""
    return isinstance(database, str) and database.startswith(tuple(f"{scheme}://" for scheme in _SERVERS))


def with_password(url: str, password: str) -> str:
    """A server's URL with a password that is kept apart from it."""
    return f"{url}{'&' if '?' in url else '?'}password={quote(password, safe='')}"


def misaddressed(database: str) -> str | None:
    """What is wrong with an address of a kind that is not known, with the nearest right one; None for all others.

    What may be a password in it is not repeated.
    """
    if database.strip() == ":memory:":
        return ":memory: is not known here, for nothing would be kept; give a file's path"
    found = _ADDRESS.fullmatch(database.strip()) or _HALF.fullmatch(database.strip())
    if found is None or is_server(database):
        return None
    scheme, rest = found["scheme"].lower(), found["rest"]
    kind = scheme.partition("+")[0]
    if kind in _FILES:
        slashes = "//" if rest.startswith("//") else ""
        return f"{found['scheme']}:{slashes} is not known here; give the file's path alone: {_path(scheme, rest)}"
    if not rest.startswith("//"):
        return f"{found['scheme']}: needs two slashes: {_OTHER}"
    if get_close_matches(kind, _SERVERS, n=1, cutoff=0.8):
        return f"{found['scheme']}:// is not known here; write postgresql:// in place of {found['scheme']}://"
    return f"{found['scheme']}:// is not known here; {_OTHER}"


def _path(scheme: str, rest: str) -> str:
    """The path in an address of a file: SQLAlchemy has a slash before it, in which relative ones have none."""
    path = rest.removeprefix("//").partition("?")[0]
    return (path.removeprefix("/") if scheme != "file" and rest.startswith("//") else path) or "onrecord.db"
