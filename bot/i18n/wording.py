"""Words in the reader's language: Project Fluent messages, one file a language, of the same keys.

What stands in an article is never translated. A value put into a message must already be safe to show.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from importlib.resources import files

import babel
from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle, FluentResource


class Language(StrEnum):
    """A language that the bot speaks, by its two-letter code."""

    ENGLISH = "en"
    GERMAN = "de"


_REGIONS = {Language.ENGLISH: "en_GB", Language.GERMAN: "de_DE"}
"""Whose dates are written: days before months in both."""


class Wording:
    """The words of one language. Safe to use from several threads."""

    def __init__(self, language: Language, source: str) -> None:
        self.language = language
        self._region = babel.Locale.parse(_REGIONS[language])
        self._bundle = FluentBundle([_REGIONS[language].replace("_", "-")], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, key: str, /, **values: str | int) -> str:
        """Word the message `key`.

        Raises
        ------
        KeyError
            If there is no such message, or it needs a value that was not given.
        """
        return self._formatted(key, self._bundle.get_message(key).value, values)

    def has(self, key: str) -> bool:
        """Whether there is a message `key`."""
        return self._bundle.has_message(key)

    def attribute(self, key: str, name: str) -> str | None:
        """Give an attribute of the message `key`; None where either is missing."""
        if not self.has(key):
            return None
        pattern = self._bundle.get_message(key).attributes.get(name)
        return None if pattern is None else self._formatted(f"{key}.{name}", pattern, {})

    def day(self, when: date) -> str:
        """Write a day in words, such as 14 February 2022, that no line break parts.

        Not a Discord timestamp: that is an instant, which readers far from Greenwich would see as the day
        before or after.
        """
        return format_date(when, "long", locale=self._region).replace(" ", "\u00a0")

    def month(self, when: date) -> str:
        """Write a month in words, such as February 2022."""
        return format_skeleton("yMMMM", when, locale=self._region)

    def _formatted(self, key: str, pattern: object, values: Mapping[str, str | int]) -> str:
        if pattern is None:
            raise KeyError(key)
        said, errors = self._bundle.format_pattern(pattern, dict(values))  # type: ignore[arg-type]
        if errors:
            raise KeyError(key) from errors[0]
        return str(said)


class Wordings:
    """All languages, read once from the package's files."""

    def __init__(self) -> None:
        folder = files("bot").joinpath("locales")
        self._languages = {
            language: Wording(language, folder.joinpath(f"{language}.ftl").read_text(encoding="utf-8"))
            for language in Language
        }

    def of(self, language: Language) -> Wording:
        """Give one language's words."""
        return self._languages[language]

    def nearest(self, *locales: str | None) -> Wording:
        """Give the words of the first of Discord's locale codes ("de", "en-GB") that is spoken; else English."""
        for locale in locales:
            code = (locale or "").partition("-")[0]
            if code in self._languages:
                return self._languages[Language(code)]
        return self._languages[Language.ENGLISH]
