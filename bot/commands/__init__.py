"""The bot's commands, one cog a module; callbacks only parse, call the services, and show what they give."""

from bot.commands.articles import ArticlesCog
from bot.commands.ask import AskCog
from bot.commands.feeds import FeedsCog
from bot.commands.info import InfoCog
from bot.commands.messages import MessagesCog
from bot.commands.moderation import ModerationCog, PeopleCog
from bot.commands.quotes import QuotesCog
from bot.i18n.commands import CommandTranslator

__all__ = [
    "ArticlesCog",
    "AskCog",
    "CommandTranslator",
    "FeedsCog",
    "InfoCog",
    "MessagesCog",
    "ModerationCog",
    "PeopleCog",
    "QuotesCog",
]
