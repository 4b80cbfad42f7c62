"""Markdown and HTML: metadata, what is prose and what is not, and that nothing is fetched or run."""

from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from index import ReadingError, ReadingProblem, Sandbox, read_bytes
from index.model.article import Article, ParagraphKind

MARKDOWN = """---
title: "Storm closes bridge"
author: [Ada Lint, Bo Marsh]
outlet: Harbour Gazette
date: 2024-05-03
url: https://gazette.example/storm
---

# Storm closes bridge

The bridge closed at **noon**, said [Rhea Olsen](https://gazette.example/olsen), the harbour master.

> “Nobody should cross.”

- First item of a list

![A lorry](lorry.jpg)

```
not prose: “quoted”
```

| a | b |
"""
PAGE = """<!doctype html><html><head><title>Storm closes bridge | Harbour Gazette</title>
<meta property="og:title" content="Storm closes bridge"><meta property="og:site_name" content="Harbour Gazette">
<meta name="author" content="Ada Lint"><meta property="article:published_time" content="2024-05-03T09:00:00Z">
<link rel="canonical" href="https://gazette.example/storm"></head><body>
<nav><a href="/">Home</a></nav><script>document.write("INJECTED said the script")</script>
<article><h1>Storm closes bridge</h1>
<p>The bridge closed at noon on Friday after waves broke over its northern pier, the harbour board said.</p>
<p>“Nobody should cross,” said Rhea Olsen, the harbour master, who has held the post for eleven years.</p>
<figure><img src="http://127.0.0.1:9/never.jpg"><figcaption>A lorry is towed from the bridge.</figcaption></figure>
<p>Ferries will run through the night, and the toll on them has been lifted until Sunday evening at least.</p>
</article><footer>© Harbour Gazette</footer></body></html>"""


SENTENCE = "The bridge closed at noon on Friday after waves broke over its northern pier, the harbour board said."


def words_of(article: Article, kind: ParagraphKind) -> list[str]:
    return [article.text[p.span.start : p.span.end] for p in article.paragraphs if p.kind is kind]


def test_markdown_keeps_its_source_and_takes_its_front_matter(sandbox: Sandbox) -> None:
    article = read_bytes(MARKDOWN.encode(), "storm.md", sandbox)
    assert article.text == MARKDOWN
    assert (article.title, article.outlet, article.authors) == (
        "Storm closes bridge",
        "Harbour Gazette",
        ("Ada Lint", "Bo Marsh"),
    )
    assert (article.published, article.url) == (date(2024, 5, 3), "https://gazette.example/storm")
    assert words_of(article, ParagraphKind.HEADLINE) == ["Storm closes bridge"]
    body = words_of(article, ParagraphKind.BODY)
    assert body[0].startswith("The bridge closed at **noon**")
    assert "“Nobody should cross.”" in body
    assert "First item of a list" in body
    assert not any("not prose" in line or "lorry" in line or "|" in line for line in body)


def markdown(sandbox: Sandbox, source: str) -> Article:
    return read_bytes(source.encode(), "storm.md", sandbox)


def test_an_underlined_heading_is_the_headline_and_its_underline_is_no_deck(sandbox: Sandbox) -> None:
    article = markdown(sandbox, "Storm closes bridge\n===\n\n*By Ada Lint*\n\n" + SENTENCE)
    assert (article.title, article.deck, article.authors) == ("Storm closes bridge", None, ("Ada Lint",))
    assert words_of(article, ParagraphKind.HEADLINE) == ["Storm closes bridge"]
    assert words_of(article, ParagraphKind.BODY) == [SENTENCE]


def test_front_matter_takes_lists_quotes_and_only_web_addresses(sandbox: Sandbox) -> None:
    article = markdown(
        sandbox,
        "---\r\ntitle: 'The board''s bridge'\r\nauthors:\r\n  - Ada Lint\r\n  - \"Bo Marsh\"\r\n"
        "url: httpd\r\nlink: https://gazette.example/b\r\n---\r\n# The board's bridge\r\n\r\n" + SENTENCE,
    )
    assert (article.title, article.authors) == ("The board's bridge", ("Ada Lint", "Bo Marsh"))
    assert article.url == "https://gazette.example/b"
    assert words_of(article, ParagraphKind.HEADLINE) == ["The board's bridge"]


def test_prose_between_two_rules_is_no_front_matter(sandbox: Sandbox) -> None:
    article = markdown(sandbox, f"---\n\n{SENTENCE}\n\n---\n\n{SENTENCE}")
    assert words_of(article, ParagraphKind.BODY) == [SENTENCE, SENTENCE]
    assert article.title == ""


def test_a_picture_between_headline_and_byline_hides_neither(sandbox: Sandbox) -> None:
    article = markdown(
        sandbox, "# Storm closes bridge\n\n[![A lorry](lorry.jpg)](full.jpg)\n\nBy Ada Lint\n\n" + SENTENCE
    )
    assert (article.title, article.authors) == ("Storm closes bridge", ("Ada Lint",))
    assert words_of(article, ParagraphKind.BODY) == [SENTENCE]


def test_marks_of_links_and_emphasis_are_no_part_of_the_title(sandbox: Sandbox) -> None:
    article = markdown(
        sandbox, "# **Storm** closes [Tollan bridge](https://gazette.example/b) at `noon`\n\n" + SENTENCE
    )
    assert article.title == "Storm closes Tollan bridge at noon"
    assert words_of(article, ParagraphKind.HEADLINE)[0].startswith("**Storm** closes [Tollan")


def test_what_a_comment_hides_is_never_answered_from(sandbox: Sandbox) -> None:
    article = markdown(
        sandbox, f"# Storm\n\n<!-- “Hidden,” said nobody.\n\n“Still hidden,” said nobody. -->\n\n{SENTENCE}"
    )
    assert words_of(article, ParagraphKind.BODY) == [SENTENCE]


def test_a_fence_ends_with_its_own_mark_and_one_left_open_hides_nothing(sandbox: Sandbox) -> None:
    article = markdown(sandbox, f"# Storm\n\n```text\n~~~\n# not a heading\n```\n\n{SENTENCE}\n\n~~~\n\n{SENTENCE}")
    assert article.title == "Storm"
    assert words_of(article, ParagraphKind.BODY) == [SENTENCE, SENTENCE]


def test_a_heading_inside_a_fence_is_no_title(sandbox: Sandbox) -> None:
    article = markdown(sandbox, f"```\n# pip install\n```\n\n# Storm closes bridge\n\n{SENTENCE}")
    assert article.title == "Storm closes bridge"


def test_lists_quotes_and_headings_lose_only_their_marks(sandbox: Sandbox) -> None:
    article = markdown(
        sandbox, f"# Storm\n\n{SENTENCE}\n\n## What next\n\n1. Ferries run.\n2) Buses too.\n\n> > “Why?”\n* Why not?\n"
    )
    assert words_of(article, ParagraphKind.BODY) == [
        SENTENCE,
        "What next",
        "Ferries run.",
        "Buses too.",
        "“Why?”",
        "Why not?",
    ]


def test_html_gives_its_article_and_metadata(sandbox: Sandbox) -> None:
    article = read_bytes(PAGE.encode(), "storm.html", sandbox)
    assert (article.title, article.outlet, article.authors) == ("Storm closes bridge", "Harbour Gazette", ("Ada Lint",))
    assert (article.published, article.url) == (date(2024, 5, 3), "https://gazette.example/storm")
    assert "INJECTED" not in article.text
    assert "Home" not in article.text
    assert any("Nobody should cross" in line for line in words_of(article, ParagraphKind.BODY))
    assert words_of(article, ParagraphKind.CAPTION) == ["A lorry is towed from the bridge."]


def test_html_is_known_without_its_suffix_and_in_other_encodings(sandbox: Sandbox) -> None:
    article = read_bytes(PAGE.encode("utf-16"), "storm.html", sandbox)
    assert "“Nobody should cross,”" in article.text
    assert read_bytes(PAGE.encode(), "download", sandbox).title == "Storm closes bridge"


@pytest.mark.parametrize("before", ['<?xml version="1.0"?>\n', "<!-- saved page -->\n", "\n \n", "\ufeff"])
def test_html_is_known_by_what_it_begins_with(sandbox: Sandbox, before: str) -> None:
    assert read_bytes((before + PAGE).encode(), "download", sandbox).title == "Storm closes bridge"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
        ("iso-8859-2", "iso-8859-2"),
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("undefined", "cp1252"),
        ("no-such-encoding", "cp1252"),
    ],
)
def test_a_page_is_decoded_as_it_declares_unless_that_is_wrong(sandbox: Sandbox, declared: str, encoding: str) -> None:
    page = PAGE.replace("Rhea Olsen", "Zoë Brandt").replace("“", "").replace("”", "").replace("©", "")
    meta = f'<meta charset="{declared}">' if declared else ""
    article = read_bytes(page.replace("<head>", f"<head>{meta}").encode(encoding), "storm.html", sandbox)
    assert "said Zoë Brandt, the harbour master" in article.text


def test_scripts_styles_and_comments_of_a_caption_are_no_text(sandbox: Sandbox) -> None:
    hidden = "<script>SCRIPTED()</script><style>p{STYLED}</style><!-- COMMENTED -->"
    page = PAGE.replace("is towed from", f"is towed {hidden} from")
    article = read_bytes(page.encode(), "storm.html", sandbox)
    assert words_of(article, ParagraphKind.CAPTION) == ["A lorry is towed from the bridge."]
    assert not any(word in article.text for word in ("SCRIPTED", "STYLED", "COMMENTED"))


def test_what_a_page_shows_as_a_tag_stays_text(sandbox: Sandbox) -> None:
    page = PAGE.replace(
        "at least.", "at least, and &lt;script&gt;alert(1)&lt;/script&gt; is what the board’s page showed."
    )
    assert (
        "<script>alert(1)</script> is what the board’s page showed"
        in read_bytes(page.encode(), "storm.html", sandbox).text
    )


def test_linked_data_names_all_authors(sandbox: Sandbox) -> None:
    data = """{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Storm closes bridge",
        "author": [{"@type": "Person", "name": "Ada Lint"}, {"@type": "Person", "name": "Bo Marsh"}],
        "publisher": {"@type": "Organization", "name": "Harbour Gazette"}, "datePublished": "2024-05-03"}"""
    page = PAGE.replace(
        '<meta name="author" content="Ada Lint">', f'<script type="application/ld+json">{data}</script>'
    )
    article = read_bytes(page.encode(), "storm.html", sandbox)
    assert (article.authors, article.outlet) == (("Ada Lint", "Bo Marsh"), "Harbour Gazette")


def test_reading_a_page_fetches_nothing(sandbox: Sandbox) -> None:
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_error(404)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            site = f"http://127.0.0.1:{server.server_port}"
            links = f'<link rel="stylesheet" href="{site}/a.css"><script src="{site}/a.js"></script>'
            page = PAGE.replace("</head>", f'{links}<link rel="canonical" href="{site}/storm"></head>')
            page = page.replace("http://127.0.0.1:9/", f"{site}/")
            page = page.replace("</article>", f'<iframe src="{site}/frame"></iframe></article>')
            entity = f'<!DOCTYPE html SYSTEM "{site}/a.dtd" [<!ENTITY e SYSTEM "{site}/e">]>'
            assert read_bytes(page.replace("<!doctype html>", entity).encode(), "storm.html", sandbox).text
        finally:
            server.shutdown()
            thread.join()
    assert requests == []


def test_a_page_without_an_article_says_so(sandbox: Sandbox) -> None:
    with pytest.raises(ReadingError, match="no article was found in this page"):
        read_bytes(b"<!doctype html><html><body></body></html>", "empty.html", sandbox)


def test_a_link_that_is_not_http_is_dropped(sandbox: Sandbox) -> None:
    article = read_bytes(
        PAGE.replace("https://gazette.example/storm", "javascript:alert(1)").encode(), "storm.html", sandbox
    )
    assert article.url is None


def test_deep_nesting_is_read_or_refused(sandbox: Sandbox) -> None:
    data = b"<html><body>" + b"<div>" * 20_000 + b"<p>deep</p>" + b"</div>" * 20_000 + b"</body></html>"
    with pytest.raises(ReadingError, match=r"deep\.html: (no article was found|its HTML cannot be read)"):
        read_bytes(data, "deep.html", sandbox)


LARGE = PAGE.replace("</head>", f"<script>{'var more = 1; ' * 40_000}</script></head>")
"""Larger than most."""


def test_a_large_page_is_read_like_a_small_one(sandbox: Sandbox) -> None:
    assert read_bytes(LARGE.encode(), "storm.html", sandbox) == read_bytes(PAGE.encode(), "storm.html", sandbox)
    nothing = LARGE.partition("<body>")[0] + "<body></body></html>"
    with pytest.raises(ReadingError, match=r"storm\.html: no article was found"):
        read_bytes(nothing.encode(), "storm.html", sandbox)


def test_a_page_that_takes_too_long_is_left() -> None:
    with (
        Sandbox(seconds=0.001) as hurried,
        pytest.raises(ReadingError, match=r"slow\.html: its HTML takes too much time") as caught,
    ):
        read_bytes(LARGE.encode(), "slow.html", hurried)
    assert caught.value.problem is ReadingProblem.TOO_MUCH_WORK
