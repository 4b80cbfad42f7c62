"""Files that hold others: mail and pages that a browser saved, books, archives; each is taken apart in the sandbox."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article, Paragraph, ParagraphKind, Span
from index.reading.documents import problem_of
from index.reading.encoding import decode_html
from index.reading.frontmatter import find_date
from index.reading.html import extract
from index.reading.kinds import SUFFIXES, FileKind
from index.reading.layout import read_text
from index.sandbox import Sandbox

_CHAPTER = 250  # code points of a book's page; with less it is a cover or a colophon, unless there is no other
_WHOLE = 0.6  # of a message's plain text: what is found in its page is most often more
_FORWARDED = ("fwd:", "fw:", "re:", "wg:", "aw:")
_ARTICLES = tuple(suffix for suffix, kind in SUFFIXES.items() if kind is not FileKind.ARCHIVE)
_ATTACHMENTS = tuple(
    suffix for suffix, kind in SUFFIXES.items() if kind in (FileKind.PDF, FileKind.WORD, FileKind.OPEN, FileKind.BOOK)
)


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file within another, by the name that it has there."""

    name: str
    data: bytes


def unpacked(data: bytes, name: str, sandbox: Sandbox) -> tuple[HeldFile, ...]:
    """The files of a zip archive that may be articles, but for archives in it.

    Raises
    ------
    ReadingError
        Naming `name`, if it is locked or broken, holds none or over 100, or unpacks to too much.
    """
    files = _held(_found(name, sandbox.read("zip", data, *_ARTICLES)))
    if not files:
        raise ReadingError(
            name,
            "there is no file in it that could be an article; add the article as text",
            ReadingProblem.NO_ARTICLE,
        )
    return files


def read_mail(
    data: bytes, name: str, kind: FileKind, sandbox: Sandbox, *, url: str | None = None
) -> tuple[Article | None, tuple[HeldFile, ...]]:
    """The article that a message is, or the page that a browser saved, and the documents and messages attached to it.

    The subject and the day of a message count where its page says nothing of the kind; those of a saved page are the
    browser's. None where all there is is attached.

    Raises
    ------
    ReadingError
        Naming `name`, if it is broken or there is no article in it.
    """
    suffixes = _ATTACHMENTS if kind is FileKind.MAIL else ()
    found = _found(name, sandbox.read("mail", data, *suffixes))
    saved = found["url"] if found["url"].startswith(("http://", "https://")) else None
    if kind is FileKind.SAVED or saved is not None:
        return _page(found, name, sandbox, url or saved), ()
    subject = _subject(found["subject"])
    plain = found["plain"].replace("\r\n", "\n").strip()
    article: Article | None = None
    attached = _held(found)
    if found["page"]:
        try:
            article = _page(found, name, sandbox, url)
        except ReadingError as error:
            if not plain and not (attached and error.problem is ReadingProblem.NO_ARTICLE):
                raise
    if article is None and not plain:
        if not attached:
            raise problem_of(name, ReadingProblem.EMPTY)
        return None, attached
    if article is None or len(article.text) < _WHOLE * len(plain):
        same = plain.split("\n", 1)[0].strip() == subject
        article = read_text(plain if same or not subject else f"{subject}\n\n{plain}", title=subject or None, url=url)
    article = article if article.title or not subject else _headed(article, subject)
    return replace(article, published=article.published or find_date(found["date"])), attached


def read_book(data: bytes, name: str, sandbox: Sandbox) -> Iterator[tuple[str, Article | ReadingError]]:
    """The articles of a book, a page of it each, by their names; where only one has one, the book's own particulars
    are of that.

    Raises
    ------
    ReadingError
        Naming `name`, if it is locked or broken, has over 100 pages or none with an article, or unpacks to too much.
    """
    found = _found(name, sandbox.read("epub", data))
    articles: list[tuple[str, Article | ReadingError]] = []
    for held in _held(found):
        place = f"{name}/{held.name}"
        try:
            articles.append((place, extract(decode_html(held.data, place), place, sandbox)))
        except ReadingError as error:
            if error.problem not in (ReadingProblem.NO_ARTICLE, ReadingProblem.EMPTY):
                articles.append((place, error))
    long = [(place, each) for place, each in articles if isinstance(each, ReadingError) or len(each.text) >= _CHAPTER]
    articles = long or articles
    if not articles:
        raise ReadingError(name, "no article was found in this book; add it as text", ReadingProblem.NO_ARTICLE)
    if len(articles) == 1:
        yield name, _with_particulars(articles[0][1], found)
    else:
        yield from articles


def _with_particulars(article: Article | ReadingError, found: dict[str, Any]) -> Article | ReadingError:
    if isinstance(article, ReadingError):
        return article
    writers = tuple(creator for creator in found["creators"] if creator != found["publisher"])
    return replace(
        article,
        title=article.title or found["title"],
        authors=article.authors or writers,
        published=article.published or find_date(found["date"]),
    )


def _page(found: dict[str, Any], name: str, sandbox: Sandbox, url: str | None) -> Article:
    return extract(decode_html(b64decode(found["page"]), name, found["charset"]), name, sandbox, url=url)


def _headed(article: Article, headline: str) -> Article:
    """An article with a headline above its text."""
    above = len(headline) + 2
    body = (Paragraph(Span(p.span.start + above, p.span.end + above), p.kind) for p in article.paragraphs)
    paragraphs = (Paragraph(Span(0, len(headline)), ParagraphKind.HEADLINE), *body)
    return replace(article, text=f"{headline}\n\n{article.text}", title=headline, paragraphs=paragraphs)


def _subject(words: str) -> str:
    """A message's subject, without the marks of those who passed it on."""
    while words.lower().startswith(_FORWARDED):
        words = words.partition(":")[2].strip()
    return words


def _found(name: str, found: dict[str, Any]) -> dict[str, Any]:
    if "problem" in found:
        raise problem_of(name, found["problem"])
    return found


def _held(found: dict[str, Any]) -> tuple[HeldFile, ...]:
    return tuple(HeldFile(name, b64decode(data)) for name, data in found["files"])
