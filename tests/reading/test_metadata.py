"""What a page says of itself, and what is chosen of it: through the child, as any page comes."""

import json
from datetime import date

import pytest

from index import Sandbox, read_bytes
from index.model.article import Article

TEXT = """<p>The bridge over the Orrin closed at noon on Friday after waves broke over its northern pier, they said.</p>
<p>“Nobody should cross,” said Rhea Olsen, the harbour master, who has held the post since 2009 without a day off.</p>
<p>Ferries will run through the night, and the toll on them has been lifted until Sunday evening at least.</p>"""
TITLE = "<title>Storm shuts bridge</title>"
NEWS = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Storm shuts bridge"}


def read(sandbox: Sandbox, head: str = TITLE, top: str = "<h1>Storm shuts bridge</h1>", after: str = "") -> Article:
    page = f"<!doctype html><html><head>{head}</head><body><article>{top}{TEXT}</article>{after}</body></html>"
    return read_bytes(page.encode(), "storm.html", sandbox)


def meta(**content: str) -> str:
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{words}">' for name, words in content.items())


def linked(*data: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in data)


def test_what_a_page_does_not_state_it_does_not_have(sandbox: Sandbox) -> None:
    beside = '<aside><time datetime="2020-01-02">2 January</time></aside><footer>© 2021 Orrin Post</footer>'
    article = read(sandbox, after=beside)
    assert (article.published, article.outlet, article.authors, article.url) == (None, None, (), None)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (meta(article__published_time="2024-05-03T23:30:00-05:00"), date(2024, 5, 3)),
        (meta(date="20 Nov 2019 08:02 GMT"), date(2019, 11, 20)),
        (meta(date="03.05.2024"), date(2024, 5, 3)),
        (meta(article__modified_time="2024-05-04", og__updated_time="2024-05-04"), None),
        (meta(date="0001-01-01T00:00:00Z"), None),
        (meta(date="yesterday"), None),
        (meta(date="2024-05-04") + linked({**NEWS, "datePublished": "2024-05-03"}), date(2024, 5, 3)),
        (linked({**NEWS, "dateModified": "2024-05-04"}), None),
        ('<link rel="canonical" href="https://post.example/2024/may/03/storm">', date(2024, 5, 3)),
        ('<link rel="canonical" href="https://post.example/2024/05/storm">', None),
    ],
)
def test_stated_days(sandbox: Sandbox, stated: str, day: date | None) -> None:
    assert read(sandbox, TITLE + stated).published == day


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ('<time datetime="2024-05-03T09:00">3 May</time>', date(2024, 5, 3)),
        ("<span class='post-date'>3 May 2024</span>", date(2024, 5, 3)),
        ("<p class='timestamp'>Updated 4 May 2024 | Published 3 May 2024</p>", date(2024, 5, 3)),
        ("<p>Updated <time>4 May 2024</time></p><p>Published <time>3 May 2024</time></p>", date(2024, 5, 3)),
        ("<p>Updated <time datetime='2024-05-04'>4 May 2024</time></p>", None),
        ("<div class='entry-meta'>By Ada Okafor, 3 May 2024</div>", date(2024, 5, 3)),
        ("<time>5 hours ago</time>", None),
    ],
)
def test_shown_days(sandbox: Sandbox, shown: str, day: date | None) -> None:
    assert read(sandbox, top=f"<header><h1>Storm shuts bridge</h1>{shown}</header>").published == day


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("Bridge to open in June - The Orrin Post", "Bridge to open in June", "Bridge to open in June"),
        ("Bridge to open in June | News | The Orrin Post", "The Orrin Post", "Bridge to open in June"),
        ("Orrin: Bridge to open in June - The Orrin Post", "Bridge to open in June", "Bridge to open in June"),
        ("Bridge to open, says mayor", "Bridge over the Orrin to open, says mayor", "Bridge to open, says mayor"),
        ("Five things to know", "Bridge over the Orrin to open, says mayor", "Five things to know"),
        ("Why the bridge is late - Home", "", "Why the bridge is late"),
    ],
)
def test_titles_are_without_the_site(sandbox: Sandbox, head: str, top: str, title: str) -> None:
    stated = meta(og__title=head, og__site_name="The Orrin Post")
    article = read(sandbox, f"<title>{head}</title>{stated}", f"<h1>{top}</h1>")
    assert article.title == title
    assert article.text.startswith(f"{title}\n\nThe bridge over the Orrin closed")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<title>Storm shuts bridge | Lindmouth Courier</title>", "Lindmouth Courier"),
        ("<title>Storm shuts bridge - Friday's ferries</title>", "Friday's ferries"),
        (TITLE + meta(og__site_name="Hosted", publisher="Lindmouth Courier"), "Lindmouth Courier"),
        (TITLE + meta(og__site_name="Storm shuts bridge"), None),
        (TITLE + meta(og__site_name="https://courier.example"), None),
        (TITLE + meta(og__site_name="courier.example", publisher="The Courier"), "The Courier"),
        (TITLE + meta(og__site_name="courier.example"), "courier"),
        (TITLE + meta(og__site_name="Courier.co.uk"), "Courier"),
        (
            TITLE + meta(og__site_name="@courier") + linked({**NEWS, "publisher": {"name": "The Courier"}}),
            "The Courier",
        ),
        (
            TITLE
            + meta(og__site_name="U.K.", og__url="https://www.courier.example/1")
            + linked({**NEWS, "publisher": {"name": "Harbour Wire"}})
            + meta(publisher="The Courier"),
            "The Courier",
        ),
    ],
)
def test_outlets(sandbox: Sandbox, head: str, outlet: str | None) -> None:
    assert read(sandbox, head).outlet == outlet


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (meta(author="Okafor, Ada; Lund, Per"), ("Ada Okafor", "Per Lund")),
        ('<meta name="citation_author" content="Okafor, Ada"><meta name="citation_author" content="Lund, Per">',
         ("Ada Okafor", "Per Lund")),
        (linked({**NEWS, "author": [{"name": "Ada Okafor"}, {"name": ["Per Lund"]}]}), ("Ada Okafor", "Per Lund")),
        (linked({"@graph": [{**NEWS, "author": {"@id": "#a"}}, {"@id": "#a", "name": "Ada Okafor"}]}),
         ("Ada Okafor",)),
        (linked([{**NEWS, "headline": "Another", "author": "Bo Marsh"}, {**NEWS, "author": "Per Lund"}]),
         ("Per Lund",)),
        (linked({**NEWS, "author": {"@type": "Organization", "name": "Orrin Valley"}}) + meta(author="Ada Okafor"),
         ("Ada Okafor",)),
        (linked({**NEWS, "author": "Orrin Post", "publisher": {"name": "Orrin Post"}}), ()),
        (linked({**NEWS, "author": "Ada O&#8217;Kell"}), ("Ada O’Kell",)),
        (linked({**NEWS, "author": "ADA OKAFOR"}) + meta(author="Ada Okafor"), ("Ada Okafor",)),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": </script>' + meta(author="Per Lund"),
         ("Per Lund",)),
    ],
)  # fmt: skip
def test_stated_authors(sandbox: Sandbox, head: str, authors: tuple[str, ...]) -> None:
    assert read(sandbox, TITLE + head).authors == authors


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By <a rel="author" href="/people/ada">Ada Okafor</a>, Political Editor</p>',
        '<div class="article-author"><style>.a{}</style><span itemprop="name">Ada Okafor</span> Share</div>',
        '<span itemprop="author">Ada Okafor</span>',
        '<div class="byline-block"><a href="/staff/ada-okafor/">Ada Okafor</a> <a href="#">More stories</a></div>',
        '<div class="k1"><span>By </span><a href="#ada">Ada Okafor</a></div>',
        '<div class="k1"><div class="k2">By: <span>Ada Okafor</span></div><div>Published on Friday</div></div>',
        '<div class="k1_byline"><div>By <span>Ada Okafor</span></div><div>Quay Courier</div></div>',
        '<div class="author">By <a class="author-name">Ada Okafor</a> <a class="author-name">Bio</a></div>',
    ],
)
def test_authors_of_a_byline(sandbox: Sandbox, byline: str) -> None:
    assert read(sandbox, top=f"<h1>Storm shuts bridge</h1>{byline}").authors == ("Ada Okafor",)


@pytest.mark.parametrize(
    "deck",
    [
        "<p>By <em>land</em> and sea</p>",
        "<p>By the numbers</p>",
        "<p><b>By</b> <i>Friday</i></p>",
        f"<p>By <b>Ada Okafor</b>, of whom {'much more ' * 12} is known.</p>",
    ],
)
def test_what_begins_with_by_need_not_name_an_author(sandbox: Sandbox, deck: str) -> None:
    assert read(sandbox, top=f"<h1>Storm shuts bridge</h1>{deck}").authors == ()


def test_who_stands_behind_by_further_down_is_of_something_else(sandbox: Sandbox) -> None:
    beside = '<div class="k1"><span>By </span><a href="#bo">Bo Marsh</a></div>'
    assert read(sandbox, after=beside).authors == ()
    assert read(sandbox, top="<h1>Storm shuts bridge</h1>" + beside).authors == ("Bo Marsh",)


def test_a_time_beside_the_byline_is_of_publication(sandbox: Sandbox) -> None:
    time = '<div class="k2"><time datetime="2024-05-03T09:00">3 May</time></div>'
    byline = f'<div class="k3"><div class="k1"><span>By </span><a href="#ada">Ada Okafor</a></div>{time}</div>'
    heading = "<div><div><div><div><h1>Storm shuts bridge</h1></div></div></div></div>"
    assert read(sandbox, top=heading + byline).published == date(2024, 5, 3)
    assert read(sandbox, top=heading + f'<div class="k3"><div class="k1">More</div>{time}</div>').published is None


def test_bylines_beside_the_article_are_others(sandbox: Sandbox) -> None:
    beside = '<div class="related-stories"><p class="byline">By Bo Marsh</p></div>'
    assert read(sandbox, after=beside).authors == ()
