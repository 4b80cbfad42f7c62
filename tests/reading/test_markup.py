"""Markdown and HTML: metadata, what is prose and what is not, and that nothing is fetched or run."""

from datetime import date

import pytest

from index import ReadingError, read_bytes
from index.types import Article, ParagraphKind

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


def words_of(article: Article, kind: ParagraphKind) -> list[str]:
    return [article.text[p.span.start : p.span.end] for p in article.paragraphs if p.kind is kind]


def test_markdown_keeps_its_source_and_takes_its_front_matter() -> None:
    article = read_bytes(MARKDOWN.encode(), "storm.md")
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


def test_html_gives_its_article_and_metadata() -> None:
    article = read_bytes(PAGE.encode(), "storm.html")
    assert (article.title, article.outlet, article.authors) == ("Storm closes bridge", "Harbour Gazette", ("Ada Lint",))
    assert (article.published, article.url) == (date(2024, 5, 3), "https://gazette.example/storm")
    assert "INJECTED" not in article.text
    assert "Home" not in article.text
    assert any("Nobody should cross" in line for line in words_of(article, ParagraphKind.BODY))
    assert words_of(article, ParagraphKind.CAPTION) == ["A lorry is towed from the bridge."]


def test_html_is_known_without_its_suffix_and_in_other_encodings() -> None:
    article = read_bytes(PAGE.encode("utf-16"), "storm.html")
    assert "“Nobody should cross,”" in article.text
    assert read_bytes(PAGE.encode(), "download").title == "Storm closes bridge"


def test_a_page_without_an_article_says_so() -> None:
    with pytest.raises(ReadingError, match="no article was found in this page"):
        read_bytes(b"<!doctype html><html><body></body></html>", "empty.html")


def test_a_link_that_is_not_http_is_dropped() -> None:
    article = read_bytes(PAGE.replace("https://gazette.example/storm", "javascript:alert(1)").encode(), "storm.html")
    assert article.url is None


def test_deep_nesting_is_read_or_refused() -> None:
    data = b"<html><body>" + b"<div>" * 20_000 + b"<p>deep</p>" + b"</div>" * 20_000 + b"</body></html>"
    with pytest.raises(ReadingError, match=r"deep\.html: (no article was found|its HTML cannot be read)"):
        read_bytes(data, "deep.html")
