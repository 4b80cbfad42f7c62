"""What a page says of itself: linked data, meta tags, titles, bylines and times, as they stand; nothing is chosen."""

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

from .blocks import hyphened

_LONGEST = 500  # code points of anything told
_MANY = 24  # of a kind
_NODES = 2_000  # nodes of linked data that are looked at
_ARTICLE = re.compile(r"(?:Article|Posting|NewsItem|Report|Review)$")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_TELLING = re.compile(
    r"title|headline|author|byline|creator|site_name|publish|pub-?date|publication|date|issued|application-name|og:url",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?lines?|authors?|writers?|reporters?)(?=$|[\s_-])")
_NO_BYLINE = re.compile(
    r"\b(?:bio|avatar|image|photo|picture|social|follow|email|comments?|related|teaser|more|popular|promo|newsletter"
    r"|caption|credits?|tags?|desc|description|latest|feed|list)\b"
)
_DATED = re.compile(r"(?:^|[\s_-])(?:date|time|dateline|timestamp|posted|published|pubdate|meta)(?=$|[\s_-])")
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related|comments?|teasers?|recommend\w*|popular|promos?|side-?bar|rail|newsletter|most-?read|cards?"
    r"|trending|read-?more|footer|nav|menu|widgets?|carousel|latest|outbrain|taboola|copyright)(?=$|[\s_-])"
)
_UNREAD = frozenset("aside footer nav script style form noscript template head svg figure button".split())
_PROFILE = re.compile(r"/(?:authors?|people|profiles?|by|staff|writers?|reporters?|journalists?|contributors?|team)/")
_SPACE = re.compile(r"\s+")
_LEVELS = 3  # elements around a heading that are its own
_AROUND = 2  # elements around a byline that tell when, too
_PROSE = 120  # code points from which a paragraph is the article's text
_SOME = 3  # paragraphs of half as many that are, together
_DATE_WORDS = 100  # code points of an element that says no more than when


def told_by(tree: Any) -> dict[str, Any]:
    """What a parsed page tells of its article, each kind in the page's order, each text on one line.

    Returns
    -------
    dict
        ``articles``: of its linked data, ``{"headline", "authors": [[type, name]], "published", "publisher", "url"}``;
        ``metas``: ``[name, content]``, the name in small letters; ``titles`` and ``headings``: what is in ``<title>``
        and ``<h1>``; ``bylines``: the words of each element that is one, then those of what stands in it for a
        name; ``times``: ``[what a time is called, the words before it, when, where]``: "near" a heading, or
        "ahead" of the text, or "";
        ``canonical``: the page's link.
    """
    bylines, times = _credits(tree)
    links = (_line(link.get("href")) for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    return {
        "articles": _articles(tree),
        "metas": _metas(tree),
        "titles": [words for node in tree.iter("title") if _in_head(node) and (words := _text(node))][:1],
        "headings": [words for node in tree.iter("h1") if (words := _text(node))][:_MANY],
        "bylines": bylines,
        "times": times,
        "canonical": next(links, ""),
    }


def _articles(tree: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    known: dict[str, dict[str, Any]] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = deque([_loaded(script.text or "")], _NODES)
        while waiting and len(nodes) < _NODES:
            data = waiting.popleft()
            if isinstance(data, list):
                waiting += data[:_NODES]
            elif isinstance(data, dict):
                nodes.append(data)
                if isinstance(data.get("@id"), str) and len(data) > 1:
                    known.setdefault(data["@id"], data)
                waiting += [data[key] for key in _INNER if isinstance(data.get(key), dict | list)]
    found = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _kinds(node))]
    found = found or [node for node in nodes if "WebPage" in _kinds(node)]
    return [_article(node, known) for node in found[:_MANY]]


def _loaded(text: str) -> object:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _article(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    authors = [
        ["".join(_kinds(one)[:1]), _named(one)] for one in _each(node.get("author") or node.get("creator"), known)
    ]
    publishers = [_named(one) for one in _each(node.get("publisher") or node.get("sourceOrganization"), known)]
    return {
        "headline": _line(node.get("headline")) or _line(node.get("name")),
        "authors": [author for author in authors if author[1]][:_MANY],
        "published": _line(node.get("datePublished")),
        "publisher": next(filter(None, publishers), ""),
        "url": next((link for key in ("url", "mainEntityOfPage", "@id") if (link := _link(node.get(key)))), ""),
    }


def _each(value: object, known: dict[str, dict[str, Any]]) -> Iterator[object]:
    """The things that a property has: objects, names, or references to objects elsewhere."""
    for one in (value if isinstance(value, list) else [value])[:_MANY]:
        if isinstance(one, dict) and isinstance(one.get("name"), list):
            yield from ({**one, "name": name} for name in one["name"][:_MANY])
        elif isinstance(one, dict) and isinstance(one.get("@id"), str) and not one.get("name"):
            yield known.get(one["@id"], one)
        else:
            yield one


def _kinds(node: object) -> list[str]:
    kinds = node.get("@type") if isinstance(node, dict) else None
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _named(thing: object) -> str:
    if isinstance(thing, dict):
        parts = [_line(thing.get(key)) for key in ("givenName", "familyName")]
        return _line(thing.get("name")) or " ".join(filter(None, parts))
    return _line(thing)


def _link(value: object) -> str:
    found = _line((value.get("@id") or value.get("url")) if isinstance(value, dict) else value)
    return found if found.startswith(("http://", "https://")) else ""


def _metas(tree: Any) -> list[list[str]]:
    metas = []
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "")[:_LONGEST].strip().lower()
        words = _line(meta.get("content"))
        if name and words and _TELLING.search(name):
            metas.append([name, words])
    return metas[: 4 * _MANY]


def _credits(tree: Any) -> tuple[list[list[str]], list[list[str]]]:
    """The bylines and times of a page, without those of its frame and of what stands beside the article."""
    from lxml import etree  # noqa: PLC0415

    bylines: list[list[str]] = []
    times: list[list[str]] = []
    homes = {outer for heading in tree.iter("h1") for outer in islice(heading.iterancestors(), _LEVELS)}
    homes = {home for home in homes if home.tag not in ("html", "body", "main")}
    beside: set[Any] = set()  # elements around bylines between the heading and the text
    last = None  # the byline that is read, whole
    near = 0  # homes of headings that are open
    headed = begun = False  # whether a heading is past, and the text below it begun
    prose = 0  # paragraphs below the heading that are not short
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            last = None if node is last else last
            near -= node in homes
            continue
        words, tag = _words(node), node.tag
        frame = tag in ("html", "body", "main", "article")
        if tag in _UNREAD or (not frame and node not in homes and _BESIDE.search(words)):
            walk.skip_subtree()
            near += node in homes  # its end is told all the same
            continue
        near += node in homes
        headed = headed or tag == "h1"
        if headed and tag == "p" and not begun:
            size = len(_text(node))
            prose += size > _PROSE // 2
            begun = prose >= _SOME or size > _PROSE
        above = headed and not begun
        told = _is_byline(node, words) or (above and _by(node) is not None)
        if last is None and not frame and len(bylines) < _MANY and told:
            last = node
            bylines.append(list(dict.fromkeys([_text(node), *islice(_names(node), _MANY)])))
            beside.update(islice(node.iterancestors(), _AROUND if above else 0))
        time = _time(node, words) if len(times) < _MANY else []
        if time and time[-1]:
            closely = near or not beside.isdisjoint(islice(node.iterancestors(), _LEVELS))
            times.append([*time, "" if begun else "near" if closely else "ahead" if headed else ""])
    return bylines, times


def _is_byline(node: Any, words: str) -> bool:
    marked = "author" in (node.get("rel") or "").split() or node.get("itemprop") in ("author", "creator")
    return marked or (_BYLINE.search(words) is not None and _NO_BYLINE.search(words) is None)


def _by(node: Any) -> Any:
    """What stands behind "By" in an element that says little more, if it has an element of its own."""
    if node.tag not in ("span", "div", "p", "li", "address") or not len(node):
        return None
    own, first = (_line(words).lower() for words in (node.text, node[0].text))
    behind = not own and first.rstrip(":") == "by" and not len(node[0])
    at = 0 if own.rstrip(":") == "by" else 1 if behind else len(node)
    return node[at] if at < len(node) and len(_text(node)) <= _PROSE else None


def _names(byline: Any) -> Iterator[str]:
    """What stands for a name in a byline: what is marked so, links to a profile, or stands behind "By"."""
    behind = {_by(node) for node in byline.iter("span", "div", "p", "li", "address")}
    for node in byline.iter("span", "a", "div", "p", "meta", "strong", "b", "address"):
        marked = node.get("itemprop") == "name" or "author" in (node.get("rel") or "").split()
        link = node.tag == "a" and _PROFILE.search((node.get("href") or "")[:_LONGEST])
        named = not len(node) and _BYLINE.search(_words(node))
        words = (_line(node.get("content")) or _text(node)) if marked or link or named or node in behind else ""
        if words:
            yield words


def _time(node: Any, words: str) -> list[str]:
    """What a time is called, the words before it, and when; [] where an element tells none."""
    prop = (node.get("itemprop") or "").lower()
    stated = node.tag == "time" or prop in ("datepublished", "datemodified", "datecreated")
    if not stated and not (node.tag in ("span", "div", "p", "li") and _DATED.search(words)):
        return []
    outer, aside = node.getparent(), node.getprevious()
    before = _line(aside.tail if aside is not None else outer.text if outer is not None else "")
    when = _line(node.get("datetime") or node.get("content"))
    if not when and len(shown := _text(node)) <= _DATE_WORDS:
        when = shown
    called = " ".join(filter(None, (prop or node.tag, "pubdate" if node.get("pubdate") is not None else "", words)))
    return [called[:_LONGEST], before[-40:].lower(), when]


def _in_head(node: Any) -> bool:
    outer = node.getparent()
    return outer is None or outer.tag in ("head", "html")


def _words(node: Any) -> str:
    named = " ".join(filter(None, (node.get("class"), node.get("id"), node.get("data-testid"))))
    return hyphened(named)


def _text(node: Any) -> str:
    pieces = []
    for inner in node.iter():
        read = isinstance(inner.tag, str) and inner.tag not in ("script", "style", "noscript")
        pieces += [inner.text if read else "", inner.tail if inner is not node else ""]
    return _line(" ".join(filter(None, pieces)))


def _line(value: object) -> str:
    """A text on one line; what is escaped once too often, as linked data often is, is not."""
    return _SPACE.sub(" ", unescape(value[: 4 * _LONGEST])).strip()[:_LONGEST] if isinstance(value, str) else ""
