"""What moderators see of articles: the list, one article, and the outcome of adding or removing. Pure."""

from collections import Counter
from collections.abc import Sequence

from bot.replies.pages import Accent, Block, Page, count, list_pages, notice
from bot.replies.passages import NAME, OUTLET, TITLE, day, source
from bot.replies.text import inline, link, plain, visible
from index import Addition, AnnotatedArticle, ArticleSummary, Outcome

_ID, _AUTHORS, _SPEAKERS = 100, 5, 5
_OUTCOMES = {
    Outcome.ADDED: "Added",
    Outcome.UPDATED: "Updated",
    Outcome.UNCHANGED: "Already in the library, unchanged",
}


def choice_name(article: ArticleSummary) -> str:
    """Name an article in an autocomplete list: at most 100 characters, no Markdown."""
    parts = [article.title or article.id, article.outlet or "", str(article.published or "")]
    return plain(" · ".join(part for part in parts if part), 100)


def articles_pages(articles: Sequence[ArticleSummary]) -> tuple[Page, ...]:
    """List a server's articles, in the order given."""
    if not articles:
        return (notice("This server has no articles yet. Add one with /article add."),)
    entries = [
        f"{link(article.title or 'Untitled article', article.url, TITLE)}\n{_particulars(article)}"
        for article in articles
    ]
    return list_pages(f"### {count(len(articles), 'article')}", entries)


def article_page(annotated: AnnotatedArticle) -> Page:
    """Show one article's particulars and whom it quotes most."""
    article = annotated.article
    lines = [source(article.title, article.outlet, article.published, article.url)]
    if article.authors:
        lines.append(f"-# By {', '.join(inline(author, NAME) for author in article.authors[:_AUTHORS])}")
    lines.append(
        f"-# {count(len(annotated.sentences), 'sentence')} · "
        f"{count(len(annotated.attributions), 'attribution')} · {inline(article.id, _ID)}"
    )
    speakers = Counter(found.speaker for found in annotated.attributions if found.speaker is not None)
    most = "\n".join(
        f"**{visible(name, NAME)}** · {count(times, 'quotation')}" for name, times in speakers.most_common(_SPEAKERS)
    )
    heading = f"### {_title(article.title)}\n" + "\n".join(lines)
    return Page((Block((heading,)), Block((most or "Nobody is quoted in this article.",))), Accent.ANSWER)


def addition_page(addition: Addition) -> Page:
    """Say what adding an article did."""
    article = addition.article
    said = f"{_OUTCOMES[addition.outcome]}: **{_title(article.title)}**\n{_particulars(article)}"
    return Page((Block((said,)),), Accent.DONE)


def removal_page(article: ArticleSummary) -> Page:
    """Say that an article is gone."""
    return Page((Block((f"Removed: **{_title(article.title)}**",)),), Accent.DONE)


def _title(title: str) -> str:
    return inline(title, TITLE) or "Untitled article"


def _particulars(article: ArticleSummary) -> str:
    parts = [
        *((inline(article.outlet, OUTLET),) if article.outlet else ()),
        *((day(article.published),) if article.published else ()),
        count(article.sentences, "sentence"),
        count(article.attributions, "attribution"),
        inline(article.id, _ID),
    ]
    return f"-# {' · '.join(parts)}"
