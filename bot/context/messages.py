"""What a message says: its own words, those it forwards, else those of its embeds or components."""

import re
from collections.abc import Iterator

import discord

from bot.context.replies import parts_of

Said = discord.Message | discord.MessageSnapshot

_MARKUP = re.compile(r"<?\bhttps?://\S+|<a?:\w+:\d+>|<(?:@[!&]?|#|id:)\w+>|<t:-?\d+(?::\w)?>|</[^<>\n]{1,99}:\d+>")
"""Links, custom emoji, mentions and times, in which nothing is said."""
_QUOTED = re.compile(r"[“”„\"«»]")
_FEW = 4  # words beside a link from which a message says something itself
_EMBEDS = 3  # embeds of a message read at most
_PICTURES = frozenset({"image", "video", "gifv"})


def sources_of(message: discord.Message) -> tuple[Said, ...]:
    """The message, and those it forwards."""
    return message, *message.message_snapshots


def words_of(message: discord.Message) -> str:
    """Give what a message says, or the one it forwards; of one that is a link, what its embed says; "" for nothing."""
    return next(filter(None, map(_words, sources_of(message))), "")


def _words(said: Said) -> str:
    own = said.content if _count(said.content) else ""
    if _count(own) >= _FEW:
        return own
    embeds = [_embedded(embed) for embed in said.embeds if embed.type not in _PICTURES]
    texts = [item.content for item in parts_of(said.components) if isinstance(item, discord.TextDisplay)]
    return "\n".join(filter(None, (*embeds[:_EMBEDS], *texts))).strip() or own


def _embedded(embed: discord.Embed) -> str:
    """An embed's text, with its title only where that quotes something or is all: a headline is nobody's words."""
    texts = list(_texts(embed))
    title = embed.title or ""
    return "\n".join([title, *texts] if _QUOTED.search(title) or not texts else texts)


def _texts(embed: discord.Embed) -> Iterator[str]:
    if embed.description:
        yield embed.description
    for field in embed.fields:
        yield from filter(None, (field.name, field.value))


def _count(text: str) -> int:
    """How many words a text has outside its markup."""
    return sum(any(map(str.isalnum, word)) for word in _MARKUP.sub(" ", text).split())
