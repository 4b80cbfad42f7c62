"""Command names, descriptions and options in other languages: Discord shows each person those of their own."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Place

from bot.i18n.wording import Language, Wordings, slug


def key_of(context: app_commands.TranslationContext[Any, Any]) -> tuple[str, str | None]:
    """Give the message, and its attribute or None, that holds the translation a context asks for."""
    data = context.data
    match context.location:
        case Place.command_name | Place.group_name:
            return f"cmd-{slug(data.qualified_name)}", None
        case Place.command_description | Place.group_description:
            return f"cmd-{slug(data.qualified_name)}", "description"
        case Place.parameter_name:
            return f"cmd-{slug(data.command.qualified_name)}-{slug(data.name)}", None
        case Place.parameter_description:
            return f"cmd-{slug(data.command.qualified_name)}-{slug(data.name)}", "description"
    return "cmd-none", None


class CommandTranslator(app_commands.Translator):
    """Translates the commands when they are sent to Discord; English stands in the code."""

    def __init__(self, wordings: Wordings) -> None:
        # A start asks for each text in all of the thirty languages that Discord has.
        self._spoken = {
            locale: wordings.of(language)
            for locale in discord.Locale
            for language in Language
            if language is not Language.ENGLISH and locale.value.partition("-")[0] == language
        }

    async def translate(
        self,
        string: app_commands.locale_str,  # noqa: ARG002 -- found by its place, not by its English
        locale: discord.Locale,
        context: app_commands.TranslationContext[Any, Any],
    ) -> str | None:
        """Give the translation; None where the language is not spoken or is English."""
        say = self._spoken.get(locale)
        if say is None:
            return None
        key, attribute = key_of(context)
        if attribute is not None:
            return say.attribute(key, attribute)
        return say(key) if say.has(key) else None
