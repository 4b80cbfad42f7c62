"""What moderators see of articles: the list, one article, and the outcome of adding or removing. Pure."""

from collections import Counter
from collections.abc import Sequence

from bot.i18n.wording import Wording
from bot.render.markdown import inline, link, plain, visible
from bot.render.pages import Accent, Page, TextBlock, list_pages, notice
from bot.render.passages import NAME, OUTLET, TITLE, citation
from index import AnnotatedArticle, ArticleSummary

_AUTHORS, _SPEAKERS = 5, 5


def choice_name(article: ArticleSummary) -> str:
    """Name an article in an autocomplete list: at most 100 characters, no Markdown."""
    parts = [article.title or article.id, article.outlet or "", str(article.published or "")]
    return plain(" · ".join(part for part in parts if part), 100)


def articles_pages(
    articles: Sequence[ArticleSummary], say: Wording, heading: str | None = None, *, foot: str | None = None
) -> tuple[Page, ...]:
    """List a server's articles, in the order given, under `heading` or how many there are."""
    if not articles:
        return (notice(say("articles-none")),)
    entries = [
        f"{link(article.title or say('untitled'), article.url, TITLE)}\n{particulars(article, say)}"
        for article in articles
    ]
    return list_pages(f"### {heading or say('count-article', number=len(articles))}", entries, foot=foot)


def article_page(annotated: AnnotatedArticle, say: Wording, *, foot: str | None = None) -> Page:
    """Show one article's particulars and whom it quotes most."""
    article = annotated.article
    lines = [citation(article.title, article.outlet, article.published, article.url, say, from_feed=article.from_feed)]
    if article.authors:
        authors = ", ".join(inline(author, NAME) for author in article.authors[:_AUTHORS])
        lines.append(f"-# {say('by-authors', authors=authors)}")
    lines.append(f"-# {say('count-quotation', number=len(annotated.attributions))}")
    speakers = Counter(found.speaker for found in annotated.attributions if found.speaker is not None)
    most = "\n".join(
        f"**{visible(name, NAME)}** · {say('count-quotation', number=times)}"
        for name, times in speakers.most_common(_SPEAKERS)
    )
    heading = f"### {title_of(article.title, say)}\n" + "\n".join(lines)
    return Page((TextBlock((heading,)), TextBlock((most or say("nobody-quoted-here"),))), Accent.ANSWER, foot)


def removal_page(article: ArticleSummary, say: Wording) -> Page:
    """Say that an article is gone, and how it comes back."""
    return Page((TextBlock((say("removed", title=f"**{title_of(article.title, say)}**"),)),), Accent.DONE)


def restored_page(article: ArticleSummary, say: Wording) -> Page:
    """Say that a removed article is back."""
    said = say("restored", title=f"**{title_of(article.title, say)}**")
    return Page((TextBlock((f"{said}\n{particulars(article, say)}",)),), Accent.DONE)


def title_of(title: str, say: Wording) -> str:
    """Give a title safe to show, or words for its absence."""
    return inline(title, TITLE) or say("untitled")


def particulars(article: ArticleSummary, say: Wording) -> str:
    """Give an article's outlet, day and number of quotations as small print."""
    parts = [
        *((inline(article.outlet, OUTLET),) if article.outlet else ()),
        *((say.day(article.published),) if article.published else ()),
        *((say("from-feed"),) if article.from_feed else ()),
        say("count-quotation", number=article.attributions),
    ]
    return f"-# {' · '.join(parts)}"
