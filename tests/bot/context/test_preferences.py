"""Preferences that are asked for while somebody else drops them from memory."""

import asyncio

from bot.context.preferences import PreferencesBook
from bot.i18n.wording import Language
from index import open_library


async def test_preferences_are_given_even_if_they_are_dropped_meanwhile() -> None:
    with open_library(None) as library:
        book = PreferencesBook(library)
        await book.change(1, language=Language.GERMAN)
        for _ in range(300):
            found, _, changed = await asyncio.gather(book.of(1), book.forget(1), book.change(1, private=True))
            assert found.language is Language.GERMAN
            assert changed.private
            await book.keep_only(frozenset())
        await book.close()
