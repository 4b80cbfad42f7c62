"""add, remove."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

import click
from rich.progress import track

from index.cli.options import common
from index.cli.session import Output, writing
from index.cli.shapes import summary_shape
from index.errors import ArticleNotFoundError, FetchError, ReadingError, ReadingProblem, RemovalNotFoundError
from index.library.library import Library
from index.model.article import Article, ArticleSummary
from index.reading import read_file, read_page, read_records
from index.store import Database
from index.web.client import Fetcher
from index.web.responses import Wanted

_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".pdf"})
_DONE = {"added": "added", "updated": "updated", "unchanged": "already there"}


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH_OR_LINK...")
@click.option(
    "--jsonl",
    "records",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help='Read articles as JSON objects, one a line: {"id", "text", "title"?, "outlet"?, "url"?, "published"?}.',
)
@common
def add(paths: tuple[str, ...], records: TextIO | None, as_json: bool, database: Database) -> None:
    """Add articles: text, Markdown, HTML or PDF files, directories of them, or links.

    An article with the same link or the same text as one that is there updates it. Files and links that cannot be read
    are named on stderr, the others are still added, and the exit code is 1. Links are fetched as their site's
    robots.txt allows.

    \b
    Examples:
      onrecord add article.txt saved-page.html
      onrecord add ~/articles
      onrecord add https://news.example/2024/harbour-toll
      onrecord add --jsonl export.jsonl
    """
    if not paths and records is None:
        raise click.UsageError("Give files or links to add, or --jsonl FILE.")
    output = Output(as_json=as_json)
    make = click.get_current_context().obj
    with writing(database) as library, _Links(make if make is not None else Fetcher) as links:
        found = [*_from_paths(paths), *(read_records(records, records.name) if records is not None else ())]
        steps: Sequence[Path | str | Article | ReadingError] = found
        bar = track(steps, "Adding", console=output.console, transient=True) if output.progress(len(steps)) else steps
        for step in bar:
            _add(step, library, links, output)
    output.finish()


class _Links:
    """Reads links with one Fetcher, which is made for the first of them."""

    def __init__(self, make: Callable[[], Fetcher]) -> None:
        self._make = make
        self._fetcher: Fetcher | None = None
        self._runner = asyncio.Runner()

    def __enter__(self) -> "_Links":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._runner:
            if self._fetcher is not None:
                self._runner.run(self._fetcher.__aexit__(kind, error, trace))

    def read(self, link: str) -> Article:
        """Fetch and read a link.

        Raises
        ------
        FetchError, ReadingError
        """
        if self._fetcher is None:
            self._fetcher = self._make()
            self._runner.run(self._fetcher.__aenter__())
        return read_page(self._runner.run(self._fetcher.fetch(link, want=Wanted.PAGE)))


def _from_paths(paths: Sequence[str]) -> Iterator[Path | str | ReadingError]:
    for path in paths:
        if path.lower().startswith(("http://", "https://")):
            yield path
        elif Path(path).is_dir():
            inside = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
            if not inside:
                yield ReadingError(
                    path, "there are no .txt, .md, .html or .pdf files in this directory", ReadingProblem.EMPTY
                )
            yield from inside
        else:
            yield Path(path)


def _add(step: Path | str | Article | ReadingError, library: Library, links: _Links, output: Output) -> None:
    article = step if isinstance(step, Article) else _read(step, links)
    if isinstance(article, Article) and not article.text.strip():
        article = ReadingError(article.id or "an article", "it has no text", ReadingProblem.EMPTY)
    if isinstance(article, ReadingError | FetchError):
        output.error(str(article))
        return
    addition = library.add(article)
    summary = addition.article
    output.result(
        {**summary_shape(summary), "outcome": addition.outcome.value},
        f"{_DONE[addition.outcome]}: {summary.id} ({summary.sentences} sentences, {summary.attributions} attributions)",
    )


def _read(step: Path | str | ReadingError, links: _Links) -> Article | ReadingError | FetchError:
    if isinstance(step, ReadingError):
        return step
    try:
        return links.read(step) if isinstance(step, str) else read_file(step)
    except (ReadingError, FetchError) as error:
        return error


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@common
def remove(article_ids: tuple[str, ...], as_json: bool, database: Database) -> None:
    """Remove articles by their ids; see onrecord list. For 30 days onrecord restore brings them back."""
    _each(article_ids, "removed", lambda library, article_id: library.removals.remove(article_id), as_json, database)


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@common
def restore(article_ids: tuple[str, ...], as_json: bool, database: Database) -> None:
    """Bring back articles that were removed; see onrecord list --removed."""
    _each(article_ids, "restored", lambda library, article_id: library.removals.restore(article_id), as_json, database)


def _each(
    article_ids: Sequence[str],
    outcome: str,
    act: Callable[[Library, str], ArticleSummary],
    as_json: bool,
    database: Database,
) -> None:
    """Do something to each article and say so; those that are not there are named, and the others still done."""
    output = Output(as_json=as_json)
    with writing(database) as library:
        for article_id in article_ids:
            try:
                summary = act(library, article_id)
            except (ArticleNotFoundError, RemovalNotFoundError) as error:
                output.error(str(error))
            else:
                output.result({**summary_shape(summary), "outcome": outcome}, f"{outcome}: {summary.id}")
    output.finish()
