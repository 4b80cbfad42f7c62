"""An article as a library takes it, with one name for each outlet: that under which it has the others of its site."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.model.addresses import clean_link
from index.model.article import Article
from index.model.identifiers import given_id
from index.store import Store
from index.store.rows import storable_article
from index.text.mastheads import fits, labels_of, plain_outlet, site_of
from index.text.words import words

_COMMON = words("news the and online daily sunday weekly live sport sports business post press media")
_SHORT = 3  # letters of a word that tells something


def as_taken(store: Store, community: str, article: Article) -> Article:
    """The article as it is stored: its id, link and outlet as they are known, and nothing that no database can hold."""
    link = clean_link(article.url) if article.url else None
    article = storable_article(replace(article, id=given_id(article.id), url=link))
    return replace(article, outlet=_outlet_in(store, community, article))


def _outlet_in(store: Store, community: str, article: Article) -> str | None:
    """The outlet of an article that is added, by the name that the library's other articles of its site have.

    A site may carry what several outlets published: only names that both tell of the site are of one outlet. One that
    the article does not name is the site's, where that has a name that tells of it.
    """
    own, site = article.outlet, site_of(article.url)
    if not site or article.url is None:
        return own
    labels = labels_of(site)
    for name, _ in Counter(store.outlets(community, site, article.url)).most_common():
        if fits(name, labels) if own is None else _tells(name, labels) and _tells(own, labels):
            return name
    return own


def _tells(name: str, labels: Sequence[str]) -> bool:
    """Whether a name tells of a site, whole or by a word of it: "The Mirror" and "Daily Mirror" of "mirror.example"."""
    said = [word for word in plain_outlet(name).split() if len(word) >= _SHORT and word not in _COMMON]
    return fits(name, labels) or any(word in label for word in said for label in labels)
