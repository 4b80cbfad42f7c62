"""Replies as data: pure functions from the index's answers to pages of Markdown within Discord's limits."""

from bot.render.about import about_page, context_page, forget_page, help_page, privacy_page
from bot.render.articles import article_page, articles_pages, choice_name, removal_page, restored_page
from bot.render.buttons import Action, Choice
from bot.render.components import container, menu
from bot.render.feeds import announcement_page, feeds_pages, poll_page, subscribed_page
from bot.render.markdown import label, plain, safe_url
from bot.render.moderation import Added, additions_page, records_pages, report_pages
from bot.render.pages import Accent, Page, TextBlock, answer_pages, notice, passage_page, people_pages, quotes_pages
from bot.render.trace import trace_pages

__all__ = [
    "Accent",
    "Action",
    "Added",
    "Choice",
    "Page",
    "TextBlock",
    "about_page",
    "additions_page",
    "announcement_page",
    "answer_pages",
    "article_page",
    "articles_pages",
    "choice_name",
    "container",
    "context_page",
    "feeds_pages",
    "forget_page",
    "help_page",
    "label",
    "menu",
    "notice",
    "passage_page",
    "people_pages",
    "plain",
    "poll_page",
    "privacy_page",
    "quotes_pages",
    "records_pages",
    "removal_page",
    "report_pages",
    "restored_page",
    "safe_url",
    "subscribed_page",
    "trace_pages",
]
