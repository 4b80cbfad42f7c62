"""Preferences: a community's own, and there after a restart."""

import pytest

from index import Database, InvalidRequestError, open_library


def test_preferences_are_each_communitys_own_and_last(database: Database) -> None:
    with open_library(database, community="one") as library:
        other = library.of("two")
        assert library.preferences.get("language") is None
        library.preferences.set("language", "nl")
        other.preferences.set("language", "fr")
        library.preferences.set("language", "de")
        with open_library(database, community="one") as again:
            assert again.preferences.get("language") == "de"
        assert other.preferences.get("language") == "fr"
        other.preferences.set("language", None)
        assert other.preferences.get("language") is None
        with pytest.raises(InvalidRequestError, match="too long"):
            library.preferences.set("language", "x" * 5_000)
