"""Title, outlet, authors, day and link of a page, chosen out of what it says of itself; nothing is guessed.

Sources count in this order: linked data, meta tags, bylines, the page. A day is of publication, or there is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from index.reading.authors import authors_of
from index.reading.frontmatter import find_date, find_day
from index.text.folding import fold_name
from index.text.mastheads import bare_name, fits, is_known_outlet, labels_of, plain_outlet, site_of
from index.text.words import phrases

_OWN_TITLES = ("og:title", "twitter:title", "headline", "title", "dc.title", "dcterms.title", "parsely-title")
_OWN_OUTLETS = ("og:site_name",)
_OTHER_OUTLETS = (
    "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher", "apple-mobile-web-app-title",
    "application-name",
)  # fmt: skip
_CREDITS = (
    "citation_author", "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "byline",
    "article:author_name", "article:author", "og:article:author", "twitter:data1", "dc.contributor",
)  # fmt: skip
_DAYS = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "article.published",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
    "og:pubdate", "pub_date", "publish-date", "publish_date", "publishdate", "publication_date", "published_at",
    "originalpublicationdate", "cxenseparse:publishtime", "date",
)  # fmt: skip
_CUT = re.compile(r"\s*\|+\s*|\s[–—·•«»‹›*~:-]{1,2}\s|:\s")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_TRADE_END = re.compile(r"\.(?:com|com?\.[a-z]{2})$", re.IGNORECASE)
_SITE_END = re.compile(r"\.(?:com?\.[a-z]{2}|[a-z]{2,12})$")
_PUBLISHED = re.compile(r"publi|posted|pubdate|entry-date|first")
_CHANGED = re.compile(r"updat|modif|revis")
_NO_SIGN = re.compile(r"[\W_]+")
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)/(\d\d?|[a-z]{3})/(\d\d?)(?=/|$)")
_NO_OUTLET = phrases(
    """
    hosted | home | homepage | home page | news | blog | index | wordpress | untitled | us | u s | uk | u k | world
    article | articles | website | site | my site | page | facebook | twitter | youtube | medium | google news | story
    latest news | breaking news | top stories | sport | sports | politics | business | opinion
    """
)
_LONGEST_OUTLET = 60
_FEW_WORDS = 6
_OLDEST = 1700
_SAME = 0.6  # share of a heading's longer words from which another title says the same


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a page is called, who brought it out, who wrote it, when, and where it is; "" or None where it says nothing.

    Attributes
    ----------
    title : str
        Its headline, without the site's name.
    outlet : str | None
    authors : tuple of str
        People, or the agency that it is from.
    published : date | None
    url : str | None
        http or https.
    """

    title: str
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None


def particulars(told: Mapping[str, Any], headline: str, url: str | None = None) -> Particulars:
    """What a page says of itself.

    Parameters
    ----------
    told : Mapping
        As `index.sandbox` finds it: see ``parsers/metadata.py``.
    headline : str
        What the page shows above its article, "" where that is not known.
    url : str | None
        Where the page came from, where that is known.
    """
    metas: dict[str, list[str]] = defaultdict(list)
    for name, content in told["metas"]:
        metas[name].append(content)
    links = (told["canonical"], *metas["og:url"], *(article["url"] for article in told["articles"]))
    link = next((link for link in links if link.startswith(("http://", "https://"))), None)
    page = _Page(told, metas, headline, labels_of(site_of(url or link)))
    return Particulars(page.title(), page.outlet, page.authors(), page.day(url or link or ""), link)


class _Page:
    """What one page says, and what follows from that."""

    def __init__(
        self, told: Mapping[str, Any], metas: Mapping[str, list[str]], headline: str, labels: Sequence[str]
    ) -> None:
        self.told = told
        self.metas = metas
        self.labels = labels
        sites = {bare(site) for site in metas.get("og:site_name", ())}
        sites -= {bare(title) for title in [*metas.get("og:title", ()), *told["titles"]]}
        headings = [title for title in [headline, *told["headings"]] if title and bare(title) not in sites]
        self.stated = [title for name in _OWN_TITLES for title in metas.get(name, ())]
        linked = [article["headline"] for article in told["articles"]]
        self.heading = _confirmed(headings, [*self.stated[:1], *told["titles"], *linked]) or _confirmed(
            headings, self.stated
        )
        self.headings = headings
        known = {bare(title) for title in [self.heading, *self.stated[:1], *told["titles"]]} - {""}
        articles = told["articles"]
        self.article = next((one for one in articles if bare(one["headline"]) in known), (articles or [None])[0])

    def title(self) -> str:
        """The heading; as the page's head has it, where that says the same in other words; without the site's name."""
        linked = [self.article["headline"]] if self.article else []
        others = [self._without_site(title) for title in [*self.stated, *linked, *self.told["titles"]] if title]
        if self.heading:
            reworded = self.stated and bare(self.heading) not in map(bare, _segments(self.stated[0]))
            return others[0] if reworded and _likeness(self.heading, others[0]) >= _SAME else self.heading
        return next(filter(None, [*others, *self.headings]), "")

    def _without_site(self, title: str) -> str:
        sites = [*self._named, *filter(None, (self.outlet,))]
        cuts = _cuts(title)
        ends = [*(cut.start() for cut in cuts[1:]), len(title)]
        for cut, end in zip(cuts, ends, strict=False):
            piece = title[cut.end() : end]
            if self._is_site(piece, sites):
                return title[: cut.start()].strip()
        if cuts and self._is_site(title[: cuts[0].start()], sites):
            return title[cuts[0].end() :].strip()
        return title

    def _is_site(self, piece: str, sites: Sequence[str]) -> bool:
        plain = plain_outlet(piece)
        said = set(plain.split())
        extended = any(
            set(name.split()) <= said and len(said) <= len(name.split()) + 2
            for name in map(plain_outlet, sites)
            if name
        )
        return not plain or plain in _NO_OUTLET or extended or (len(said) <= 4 and fits(piece, self.labels))

    @cached_property
    def outlet(self) -> str | None:
        """The first name that is one and fits the page's address, or is one, or is an address, without its end."""
        names = [name for name in [*self._named, *self._tails()] if self._may_be_outlet(name)]
        written = [
            name for name in names if not name.startswith("@") and not (_ADDRESS.fullmatch(name) or name.islower())
        ]
        for fitting in ([name for name in written if fits(name, self.labels)], written):
            if fitting:
                same = [name for name in names if bare_name(plain_outlet(name)) == bare_name(plain_outlet(fitting[0]))]
                names = [max(same, key=lambda name: (name[0].isupper(), name.count(" "), len(name)))]
                break
        name = next(iter(names), "").removeprefix("www.").removeprefix("@")
        if _ADDRESS.fullmatch(name):
            name = (_SITE_END if name.islower() else _TRADE_END).sub("", name)
        return name or None

    @cached_property
    def _named(self) -> list[str]:
        """What the page's head and linked data call its outlet."""
        publishers = [self.article["publisher"]] if self.article else []
        own, others = (
            [name for key in keys for name in self.metas.get(key, ())] for keys in (_OWN_OUTLETS, _OTHER_OUTLETS)
        )
        return [name for name in (*own, *publishers, *others) if name]

    def _tails(self) -> Iterator[str]:
        """What stands behind the headline in the page's titles, or before it."""
        for title in [*self.told["titles"], *self.stated]:
            cuts = _cuts(title)
            if not cuts:
                continue
            head, tail = title[: cuts[0].start()], title[cuts[-1].end() :]
            for piece, other in ((tail, head), (head, tail)):
                if (
                    (bare(other) == bare(self.heading) and piece is tail)
                    or (is_known_outlet(piece) and len(other) > len(piece))
                    or fits(piece, self.labels)
                ):
                    yield piece

    def _may_be_outlet(self, name: str) -> bool:
        if not 2 <= len(name) <= _LONGEST_OUTLET or len(name.split()) > _FEW_WORDS or "/" in name:
            return False
        if not any(char.isalpha() for char in name) or re.search(r"[?!;{}<>]|\b\d{4}\b|: ", name):
            return False
        titles = {bare(title) for title in (self.heading, *self.headings[:1], *self.stated)}
        return bare(name) not in titles and fold_name(name) not in _NO_OUTLET and plain_outlet(name) not in _NO_OUTLET

    def authors(self) -> tuple[str, ...]:
        """The people that the first source names that names any, else the agency that the first names."""
        own = [*self._named, *filter(None, (self.outlet,)), *self.labels]
        linked = self.article["authors"] if self.article else []
        sources = [
            [name for kind, name in linked if "Organi" not in kind],
            [name for kind, name in linked if "Organi" in kind],
            *(self.metas[name] for name in _CREDITS if name in self.metas),
        ]
        found = [authors_of(source, own) for source in sources]
        found[1] = (found[1][0], False)  # no people, whatever they are called
        for line, *names in self.told["bylines"]:
            whole, marked = authors_of([line], own), authors_of(names, own)
            fuller = _is_credit(line) and len(whole[0]) >= len(marked[0]) and not _run_on(whole[0], marked[0])
            better = whole[1] and (not marked[1] or fuller)
            found.append(whole if better or not marked[1] else marked)
        chosen = next((names for names, people in found if people), None) or next(
            (names for names, _ in found if names), ()
        )
        spelt = {name.casefold(): name for names, _ in found for name in names if not name.isupper()}
        return tuple(spelt.get(name.casefold(), name) if len(name) > 3 else name for name in chosen)

    def day(self, url: str) -> date | None:
        """The day of publication that linked data, meta tags, a time of the page or its address states."""
        stated = [self.article["published"]] if self.article else []
        stated += [content for name in _DAYS for content in self.metas.get(name, ())]
        times = [*self._times(), *(line for line, *_ in self.told["bylines"][:2])]
        days = [find_date(words) for words in stated] + [find_day(words) for words in times]
        path = _DATED_PATH.search(urlsplit(url).path)
        if path is not None:
            year, month, number = path.groups()
            days.append(find_date(f"{number} {month} {year}" if month.isalpha() else f"{number}.{month}.{year}"))
        return next((day for day in days if day is not None and day.year >= _OLDEST), None)

    def _times(self) -> Iterator[str]:
        """The times that are of its publication: called so above the text, then anywhere; else what stands with the
        heading."""
        times = self.told["times"]
        called = [time for time in times if time[3] and _PUBLISHED.search(" ".join(time[:3]).lower())]
        called += [
            time for time in times if "datepublished" in time[0] or _PUBLISHED.search(f"{time[1]} {time[2]}".lower())
        ]
        yield from (time[2] for time in called)
        yield from (time[2] for time in times if time[3] == "near" and not _CHANGED.search(f"{time[0]} {time[1]}"))


def _cuts(title: str) -> list[re.Match[str]]:
    """The marks that may part a title from the site's name."""
    return [cut for cut in _CUT.finditer(title) if not cut.group().startswith(":")]


def _segments(title: str) -> Iterator[str]:
    """A title, and whatever stands between two of the marks that it may be cut at."""
    cuts = [cut.span() for cut in _CUT.finditer(title)][:8]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(title)]
    for place, start in enumerate(starts):
        yield from (title[start:end] for end in ends[place:])


def _confirmed(headings: Sequence[str], titles: Sequence[str]) -> str:
    """The first heading that is a title, or a part of one; "" where none is."""
    said = {bare(segment) for title in titles for segment in _segments(title)} - {""}
    return next((heading for heading in headings if bare(heading) in said), "")


def _is_credit(line: str) -> bool:
    return re.match(r"(?:\w+ ){0,3}by\b", line, re.IGNORECASE) is not None


def _run_on(names: Sequence[str], marked: Sequence[str]) -> bool:
    """Whether a name is one that is marked, of two words or more, with what stands behind it on the page."""
    return any(name.startswith(f"{one} ") for name in names for one in marked if " " in one)


def _likeness(heading: str, other: str) -> float:
    """The share of a heading's longer words that another title has."""
    said = {word for word in fold_name(heading).split() if len(word) > 3}
    return len(said & set(fold_name(other).split())) / max(1, len(said))


def bare(text: str) -> str:
    """A text without its marks and spaces, in small letters."""
    return _NO_SIGN.sub("", text).casefold()
