"""Replies as data: pure functions from the index's answers to pages of Markdown within Discord's limits."""

from bot.replies.articles import addition_page, article_page, articles_pages, choice_name, removal_page
from bot.replies.layout import container
from bot.replies.pages import PUBLIC_FOOT, Accent, Page, answer_pages, notice, people_pages, quotes_pages
from bot.replies.text import plain, safe_url

__all__ = [
    "PUBLIC_FOOT",
    "Accent",
    "Page",
    "addition_page",
    "answer_pages",
    "article_page",
    "articles_pages",
    "choice_name",
    "container",
    "notice",
    "people_pages",
    "plain",
    "quotes_pages",
    "removal_page",
    "safe_url",
]
