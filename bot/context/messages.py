"""What a message says: its own words, those it forwards, else those of its embeds or components; and what it asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import discord

from bot.context.replies import parts_of
from bot.render.places import MORE, PassagePlace

Said = discord.Message | discord.MessageSnapshot

_MARKUP = re.compile(r"<?\bhttps?://\S+|<a?:\w+:\d+>|<(?:@[!&]?|#|id:)\w+>|<t:-?\d+(?::\w)?>|</[^<>\n]{1,99}:\d+>")
"""Links, custom emoji, mentions and times, in which nothing is said."""
_QUOTED = re.compile(r"[“”„\"«»]")
_FEW = 4  # words beside a link from which a message says something itself
_EMBEDS = 3  # embeds of a message read at most
_PICTURES = frozenset({"image", "video", "gifv"})

_POINTS = re.compile(
    r"\b(?:this|that|these|those|it|he|she|they|true|real|really|fake|source|das|dies\w*|er|sie|es|wahr|echt|stimmt|quelle)\b",
    re.IGNORECASE,
)
"""Words of a question about the message that it replies to ("Who said that?", "Stimmt das?")."""
_ASKING = frozenset("said says tell told does quote quoted from gesagt wirklich true real really source quelle".split())
_SHORT, _ALONE = 3, 4  # letters of words that don't count; words from which a question is clear without the message


@dataclass(frozen=True, slots=True)
class Address:
    """What a message asks of the bot.

    Attributes
    ----------
    question : str
        Its words, without the mention of the bot; may be empty.
    judged : discord.Message | None
        The message whose words it asks about: one that it replies to, or itself where it forwards one.
    after : PassagePlace | None
        The passage of the bot's own answer that it replies to.
    meant : bool
        Whether it surely asks something: a reply to an answer may only be a remark.
    """

    question: str
    judged: discord.Message | None = None
    after: PassagePlace | None = None
    meant: bool = True


def address_of(message: discord.Message, bot_id: int) -> Address | None:
    """Give what a person asks the bot of that id in `message`; None if it is not for the bot."""
    if message.author.bot or message.is_system():
        return None
    mention = re.compile(rf"<@!?{bot_id}>")
    typed = mention.search(message.content) is not None
    pinged = any(user.id == bot_id for user in message.mentions)
    if message.guild is not None and not (typed or pinged):
        return None
    question = mention.sub(" ", message.content).strip()
    if message.message_snapshots:
        return Address(question, message)
    replied = message.reference.resolved if message.reference is not None else None
    if not isinstance(replied, discord.Message):
        return Address(question)
    if replied.author.id == bot_id:
        return Address(question, after=_place_in(replied), meant=typed or message.guild is None or "?" in question)
    return Address(question, replied if _is_about(question) else None)


def _place_in(message: discord.Message) -> PassagePlace | None:
    """Where the passage stands that a message of the bot's shows."""
    ids = (getattr(part, "custom_id", None) or "" for part in parts_of(message.components))
    found = next(filter(None, (re.fullmatch(MORE, custom_id) for custom_id in ids)), None)
    return PassagePlace.read(found) if found is not None else None


def _is_about(question: str) -> bool:
    """Whether words in a reply ask about the message that it replies to, rather than something by themselves."""
    if not question:
        return True
    own = [word for word in re.findall(r"\w+", question.lower()) if len(word) > _SHORT and word not in _ASKING]
    return _POINTS.search(question) is not None and len(own) < _ALONE


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
