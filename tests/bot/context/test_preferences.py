"""Preferences that are asked for while somebody else drops them from memory."""

import asyncio

from bot.context.preferences import PreferencesStore
from bot.i18n.wording import Language
from index import open_library


async def test_preferences_are_given_even_if_they_are_dropped_meanwhile() -> None:
    with open_library(None) as library:
        preferences = PreferencesStore(library)
        await preferences.change(1, language=Language.GERMAN)
        for _ in range(300):
            found, _, changed = await asyncio.gather(
                preferences.of(1), preferences.forget(1), preferences.change(1, private=True)
            )
            assert found.language is Language.GERMAN
            assert changed.private
            await preferences.keep_only(frozenset())
        await preferences.close()
