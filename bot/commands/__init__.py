"""The bot's commands, one cog a module; callbacks only parse, call the desk, and show what it gives."""

from bot.commands.articles import Articles
from bot.commands.ask import Asking
from bot.commands.feeds import Feeding
from bot.commands.info import Info
from bot.commands.messages import Messages
from bot.commands.moderation import Moderating, People
from bot.commands.quotes import Quoting
from bot.i18n.commands import CommandTranslator

__all__ = [
    "Articles",
    "Asking",
    "CommandTranslator",
    "Feeding",
    "Info",
    "Messages",
    "Moderating",
    "People",
    "Quoting",
]
