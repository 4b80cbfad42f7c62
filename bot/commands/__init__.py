"""The bot's commands, one cog a module; callbacks only parse, call the desk, and show what it gives."""

from bot.commands.articles import Articles
from bot.commands.ask import Asking
from bot.commands.quotes import Quoting

__all__ = ["Articles", "Asking", "Quoting"]
