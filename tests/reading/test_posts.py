"""Live blogs and round-ups: each post has its time and its byline, and these are no sentences of the article."""

import pytest

from index import Article, Sandbox
from index.reading import read_bytes
from index.reading.layout import read_text

_POSTS = (
    (
        "12:41 GMT",
        "Ada Lint",
        "The forecaster has sat there since dawn. “The wind will drop,” she told the crowd.",
    ),
    ("12:20 GMT", "Per Holm", "Firefighters have brought a ladder to the close, and the crowd has been moved back."),
    ("11:48 GMT", "Ada Lint", "The council says that nobody is hurt and asks people to stay away from the cathedral."),
    ("11:15 GMT", "Per Holm", "They’re off again over the ring road"),
)
_LEAD = "All the latest from the balloon week at Tarnfield, where a balloon has come down upon the cathedral."


def _kinds(article: Article) -> list[tuple[str, str]]:
    return [(str(p.kind), article.text[p.span.start : p.span.end]) for p in article.paragraphs]


def _page(post: str) -> bytes:
    posts = "".join(post.format(time=time, name=name, words=words) for time, name, words in _POSTS)
    return (
        f"<!doctype html><html><head><title>Balloon on the spire</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<main><h1>Balloon on the spire</h1><p>{_LEAD}</p><div class='posts'>{posts}</div></main></body></html>"
    ).encode()


@pytest.mark.parametrize(
    "post",
    [
        "<div class='post'><p class='time'>{time}</p><p class='author'>{name}</p><p>{words}</p></div>",
        "<article><header><i>{time}</i><div class='byline'>{name}</div></header><div><p>{words}</p></div></article>",
    ],
)
def test_a_pages_posts_keep_time_and_byline(post: str, sandbox: Sandbox) -> None:
    kinds = _kinds(read_bytes(_page(post), "live.html", sandbox))
    expected = [
        line for time, name, words in _POSTS for line in (("dateline", time), ("byline", name), ("body", words))
    ]
    assert kinds == [("headline", "Balloon on the spire"), ("body", _LEAD), *expected]


def test_an_age_beside_the_time_is_of_the_head(sandbox: Sandbox) -> None:
    page = _page("<div><div class='info'><time><i>9 mins ago</i>{time}</time> <a>{name}</a></div><p>{words}</p></div>")
    kinds = [kind for kind, _ in _kinds(read_bytes(page, "live.html", sandbox))]
    assert kinds == ["headline", "body", *["byline", "body"] * 4]


@pytest.mark.parametrize("head", ["{time}\n\nBy {name}", "{time}\n\n{name}", "By {name}\n\n{time}"])
def test_a_texts_posts_keep_time_and_byline(head: str) -> None:
    posts = "\n\n".join(f"{head.format(time=time, name=name)}\n\n{words}" for time, name, words in _POSTS)
    article = read_text(f"Balloon on the spire\n\n{_LEAD}\n\n{posts}")
    kinds = [kind for kind, _ in _kinds(article)]
    heads = ["byline", "dateline", "body"] if head.startswith("By") else ["dateline", "byline", "body"]
    assert kinds == ["headline", "body", *heads * 4]
    assert article.authors == ("Ada Lint", "Per Holm")


def test_time_and_name_may_share_a_line() -> None:
    posts = "\n\n".join(f"{name}, {time.removesuffix(' GMT')}\n\n{words}" for time, name, words in _POSTS)
    article = read_text(f"Balloon on the spire\n\n{_LEAD}\n\n{posts}")
    assert [kind for kind, _ in _kinds(article)] == ["headline", "body", *["byline", "body"] * 4]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry left at 12:41",
        "12:41: the pilot climbs down",
        "By Monday the river had risen",
        "Mara Vohn",
        "49.25",
    ],
)
def test_other_lines_are_the_articles_own(line: str) -> None:
    words = [words for _, _, words in _POSTS]
    article = read_text("\n\n".join(["Balloon on the spire", _LEAD, words[0], line, words[1], line, words[2], line]))
    assert {kind for kind, text in _kinds(article) if text == line} == {"body"}


def test_bylines_alone_part_a_round_up() -> None:
    posts = "\n\n".join(f"By {name}\n\n{words}" for _, name, words in _POSTS)
    article = read_text(f"Four looks at a balloon\n\n{_LEAD}\n\n{posts}")
    assert [kind for kind, _ in _kinds(article)] == ["headline", "body", *["byline", "body"] * 4]
