"""What the libraries over one database share, and what every part of a library stands on."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from threading import RLock

from index.community import Community
from index.errors import InvalidRequestError
from index.store import Store

_IN_MEMORY = 64  # communities whose index is kept in memory


class Shared:
    """The store, a lock, a clock that tells the time in UTC, and the communities last asked about."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self.store = store
        self.now = now
        self.lock = RLock()
        self._communities: OrderedDict[str, Community] = OrderedDict()

    def in_memory(self) -> int:
        """How many communities are in memory; a moment's figure, for which no lock is waited."""
        return len(self._communities)

    def community(self, name: str) -> Community:
        """The community, up to date with the store; the caller holds the lock."""
        found = self._communities.get(name)
        if found is None:
            found = self._communities[name] = Community(name, self.store)
            if len(self._communities) > _IN_MEMORY:
                self._communities.popitem(last=False)
        self._communities.move_to_end(name)
        found.catch_up()
        return found


class Part:
    """A part of the face of one community's library."""

    def __init__(self, shared: Shared, community: str) -> None:
        self._shared = shared
        self.community = community


def bounded(words: str, what: str, longest: int, *, least: int = 0) -> str:
    """`words` on one line as they can be stored, if they are neither too long nor too short.

    Raises
    ------
    InvalidRequestError
        Naming `what`.
    """
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(plain) < least:
        raise InvalidRequestError(f"The {what} is empty; give one.")
    if len(plain) > longest:
        raise InvalidRequestError(f"The {what} is too long; give at most {longest} characters.")
    return plain
