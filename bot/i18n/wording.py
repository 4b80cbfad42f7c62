"""Words in the reader's language: Project Fluent messages, one file a language, of the same keys.

What stands in an article is never translated. A value put into a message must already be safe to show.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import babel
from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource


def slug(name: str) -> str:
    """A command's or option's name as keys of messages have it."""
    return "".join(letter if letter.isalnum() else "-" for letter in name.lower()).strip("-")


class Language(StrEnum):
    """A language that the bot speaks, by its two-letter code."""

    ENGLISH = "en"
    GERMAN = "de"


_REGIONS = {Language.ENGLISH: "en_GB", Language.GERMAN: "de_DE"}
"""Whose dates are written: days before months in both."""


class CommandIds:
    """Discord's ids of the bot's slash commands, by which a text mentions one; none until Discord has told them."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def learn(self, ids: Mapping[str, int]) -> None:
        """Take over the ids of all commands, by name."""
        self._ids = dict(ids)

    def mention(self, name: str) -> str | None:
        """Mention a command by its whole name, so that a click begins it; None where its id is not known."""
        found = self._ids.get(name.partition(" ")[0])
        return None if found is None else f"</{name}:{found}>"


class Wording:
    """The words of one language. Safe to use from several threads.

    A message names a command by ``COMMAND("feed add")``: shown as a mention, else by its name in the language.
    """

    def __init__(self, language: Language, commands: CommandIds) -> None:
        self.language = language
        self._commands = commands
        self._region = babel.Locale.parse(_REGIONS[language])
        spoken = _REGIONS[language].replace("_", "-")
        functions: Any = {"COMMAND": self.command}
        self._bundle = FluentBundle([spoken], use_isolating=False, functions=functions)
        self._bundle.add_resource(_messages(language))

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

    def command(self, name: str) -> str:
        """Name a command as the reader uses it, in Markdown: ``/feed add``, or the name of a command on messages."""
        mention = self._commands.mention(name)
        if mention is not None:
            return mention
        words = name.split(" ")
        keys = [f"cmd-{slug(' '.join(words[: at + 1]))}" for at in range(len(words))]
        if name != name.lower():
            return f"**{self(keys[-1]) if self.has(keys[-1]) else name}**"
        named = (self(key) if self.has(key) else word for key, word in zip(keys, words, strict=True))
        return f"**/{' '.join(named)}**"

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


@cache
def _messages(language: Language) -> Resource:
    """Parse a language's messages, once in a process: that takes longer than all else about a bot."""
    return FluentResource(files("bot").joinpath("locales", f"{language}.ftl").read_text(encoding="utf-8"))


class Wordings:
    """All languages, from the package's files; `commands` are Discord's ids of those that they name."""

    def __init__(self) -> None:
        self.commands = CommandIds()
        self._languages = {language: Wording(language, self.commands) for language in Language}

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
