"""What moderators see of articles: the list, one article, and the outcome of adding or removing. Pure."""

from collections import Counter
from collections.abc import Sequence

from bot.i18n.wording import Wording
from bot.render.markdown import inline, link, plain, safe_url, visible
from bot.render.menus import Line, menu_pages, person_choice
from bot.render.onboarding import onboarding_page
from bot.render.pages import Accent, Action, Choice, Page, TextBlock
from bot.render.passages import NAME, OUTLET, TITLE
from bot.render.places import PREFIX
from index import AnnotatedArticle, ArticleSummary, article_token

_AUTHORS, _SPEAKERS, _OPENED, _CHOICE = 5, 5, 25, 100


def choice_name(article: ArticleSummary) -> str:
    """Name an article in an autocomplete list: at most 100 characters, no Markdown."""
    parts = [article.title or article.id, article.outlet or "", str(article.published or "")]
    return plain(" · ".join(part for part in parts if part), 100)


def articles_pages(
    articles: Sequence[ArticleSummary], say: Wording, heading: str | None = None, *, foot: str | None = None
) -> tuple[Page, ...]:
    """List a server's articles, in the order given, under `heading` or how many there are."""
    if not articles:
        return (onboarding_page(say),)
    lines = [
        Line(
            f"{link(article.title or say('untitled'), article.url, TITLE)}\n{particulars(article, say)}",
            article_choice(article, say),
        )
        for article in articles
    ]
    return menu_pages(f"### {heading or say('count-article', number=len(articles))}", lines, foot=foot)


def article_choice(article: ArticleSummary, say: Wording, *, owner: int | None = None) -> Choice:
    """Give the line of a menu that opens an article; `owner` is who has just added it."""
    small = " · ".join(filter(None, (article.outlet, say.day(article.published) if article.published else None)))
    by = "" if owner is None else f":{owner}"
    label = plain(article.title, _CHOICE) or plain(say("untitled"), _CHOICE)
    return Choice(label, plain(small, _CHOICE), f"article:{article_token(article.id)}{by}")


def change_actions(
    article_id: str, say: Wording, *, owner: int | None = None, undo: bool = False
) -> tuple[Action, ...]:
    """Give the buttons that edit and remove an article; `owner` is who may use them beside the moderators."""
    where = f"{article_token(article_id)}{'' if owner is None else f':{owner}'}"
    words, emoji = ("button-take-back", "↩️") if undo else ("button-remove", "🗑️")
    return (
        Action(say("button-edit"), f"{PREFIX}:edit:{where}", emoji="✏️"),
        Action(say(words), f"{PREFIX}:remove:{where}", emoji=emoji),
    )


def quoted_key(article_id: str) -> str:
    """Give the custom id of the button that shows whom an article quotes."""
    return f"{PREFIX}:article:{article_token(article_id)}"


def quoted_action(article_id: str, say: Wording) -> Action:
    """Give the button that shows whom an article quotes."""
    return Action(say("button-quoted"), quoted_key(article_id), emoji="💬")


def article_page(
    annotated: AnnotatedArticle, say: Wording, *, foot: str | None = None, changes: tuple[Action, ...] = ()
) -> Page:
    """Show one article's particulars and whom it quotes most, each of whom can be opened.

    `changes` are the buttons for those who may change it.
    """
    article = annotated.article
    lines = [f"### {link(article.title or say('untitled'), article.url, TITLE)}", particulars(annotated.summary, say)]
    if article.authors:
        authors = ", ".join(inline(author, NAME) for author in article.authors[:_AUTHORS])
        lines.append(f"-# {say('by-authors', authors=authors)}")
    speakers = Counter(found.speaker for found in annotated.attributions if found.speaker is not None)
    most = "\n".join(
        f"**{visible(name, NAME)}** · {say('count-quotation', number=times)}"
        for name, times in speakers.most_common(_SPEAKERS)
    )
    url = safe_url(article.url)
    source = (Action(say("button-source"), url=url),) if url else ()
    token = article_token(article.id)
    people = (
        person_choice(name, say("count-quotation", number=times), token=token)
        for name, times in speakers.most_common(_OPENED)
    )
    return Page(
        (TextBlock(("\n".join(lines),)), TextBlock((most or say("nobody-quoted-here"),))),
        Accent.ANSWER,
        foot,
        actions=(*source, *changes),
        choices=tuple(person for person in people if person is not None),
    )


def edited_page(article: ArticleSummary, say: Wording, *, owner: int | None = None) -> Page:
    """Say what an article is said to be from now on."""
    said = say("edited", title=f"**{title_of(article.title, say)}**")
    edit, _ = change_actions(article.id, say, owner=owner)
    actions = (quoted_action(article.id, say), edit)
    return Page((TextBlock((f"{said}\n{particulars(article, say)}",)),), Accent.DONE, actions=actions)


def removal_page(article: ArticleSummary, say: Wording, *, undone: bool = False) -> Page:
    """Say that an article is gone, and how it comes back; `undone` if who added it took it back."""
    said = say("undone" if undone else "removed", title=f"**{title_of(article.title, say)}**")
    return Page((TextBlock((said,)),), Accent.DONE)


def restored_page(article: ArticleSummary, say: Wording) -> Page:
    """Say that a removed article is back."""
    said = say("restored", title=f"**{title_of(article.title, say)}**")
    return Page((TextBlock((f"{said}\n{particulars(article, say)}",)),), Accent.DONE)


def title_of(title: str, say: Wording) -> str:
    """Give a title safe to show, or words for its absence."""
    return inline(title, TITLE) or say("untitled")


def particulars(article: ArticleSummary, say: Wording) -> str:
    """Give an article's outlet, day and number of quotations as small print."""
    return f"-# {' · '.join((*origin(article, say), say('count-quotation', number=article.attributions)))}"


def origin(article: ArticleSummary, say: Wording) -> tuple[str, ...]:
    """Give an article's outlet and day, and whether a feed brought it, as far as they are known."""
    return (
        *((inline(article.outlet, OUTLET),) if article.outlet else ()),
        *((say.day(article.published),) if article.published else ()),
        *((say("from-feed"),) if article.from_feed else ()),
    )
