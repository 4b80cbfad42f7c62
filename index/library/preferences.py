"""What a community has set: short texts by name, which mean something to the caller alone."""

from index.library.limits import NAME, NOTE, bounded
from index.store import Store, audit


class CommunityPreferences:
    """One community's preferences. Safe to use from several threads."""

    def __init__(self, store: Store, community: str) -> None:
        self._store = store
        self._community = community

    def get(self, name: str) -> str | None:
        """The value of a preference, None where it is not set.

        Raises
        ------
        InvalidRequestError
            If the name is too long.
        """
        return audit.preference(self._store, self._community, bounded(name, "preference", NAME))

    def set(self, name: str, value: str | None) -> None:
        """Set a preference to an opaque text on one line, or with None forget it.

        Raises
        ------
        InvalidRequestError
            If the name or value is too long.
        """
        words = None if value is None else bounded(value, "value", NOTE)
        audit.set_preference(self._store, self._community, bounded(name, "preference", NAME, least=1), words)
