"""What moderators say of an article: its title, outlet, day and link; its text never changes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from index.errors import ArticleNotFoundError, LinkTakenError
from index.library.corrections import Corrections
from index.library.limits import NAME, bounded
from index.model.addresses import clean_link, lead_alike
from index.model.article import Article, ArticleSummary, Particular
from index.search.forward import put_article
from index.store import Store
from index.store.rows import storable_article

TITLE = 1_000
"""Characters of a title that is edited."""


@dataclass(frozen=True, slots=True)
class ArticleParticulars:
    """What is said of an article beside its text; None for what is not known, "" for no title."""

    title: str
    outlet: str | None
    published: date | None
    url: str | None


class Edits:
    """The moderators' edits of a community's articles. Safe to use from several threads."""

    def __init__(self, store: Store, corrections: Corrections, community: str) -> None:
        self._store = store
        self._corrections = corrections
        self._community = community

    def edit(self, article_id: str, particulars: ArticleParticulars) -> ArticleSummary:
        """Set what is said of an article. What differs from before holds for good: also when it is added again.

        Raises
        ------
        ArticleNotFoundError
        FetchError
            If the link is no http or https link.
        LinkTakenError
            If another article here has the link.
        InvalidRequestError
            If the title or the outlet is too long.
        """
        from index.attribution import annotate  # noqa: PLC0415 -- who only asks does not wait for it

        store = self._store
        while True:
            before = store.get(self._community, article_id)
            if before is None:
                raise ArticleNotFoundError(article_id)
            article = _edited(before.article, particulars)
            if article == before.article:
                return before.summary
            annotated = annotate(article)
            with store.writing(self._community):
                now = store.get(self._community, article_id)
                if now is None or now.article != before.article:
                    continue  # written again, or removed, while it was annotated
                if article.url is not None and not lead_alike(article.url, before.article.url):
                    other = store.at(self._community, article.url)
                    if other is not None and other != article_id:
                        raise LinkTakenError(other)
                edited = self._corrections.apply(annotated)
                put_article(store, self._community, edited)
                return edited.summary


def with_edits(article: Article, before: Article) -> Article:
    """The article, added in place of the one `before`, with what moderators said of that."""
    kept = {name.value: getattr(before, name) for name in before.edited}
    return replace(article, edited=before.edited, **kept)


def _edited(article: Article, given: ArticleParticulars) -> Article:
    """The article with what is given, and which of it differs; a link to the same page is left as it is."""
    from index.web.guard import read_link  # noqa: PLC0415 - who only asks does not wait for it

    url = clean_link(str(read_link(given.url))) if given.url and given.url != article.url else given.url or None
    wanted = {
        Particular.TITLE: _mended(given.title, article.title, "title", TITLE),
        Particular.OUTLET: _mended(given.outlet or "", article.outlet or "", "outlet", NAME) or None,
        Particular.PUBLISHED: given.published,
        Particular.URL: article.url if lead_alike(article.url, url) else url,
    }
    edited = tuple(name for name in Particular if name in article.edited or wanted[name] != getattr(article, name))
    values: dict[str, Any] = {name.value: value for name, value in wanted.items()}
    return storable_article(replace(article, edited=edited, **values))


def _mended(given: str, before: str, what: str, longest: int) -> str:
    return before if given == before else bounded(given, what, longest)
