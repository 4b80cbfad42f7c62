"""add, remove."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import click
from rich.progress import track

from index.cli.session import Output, common, writing
from index.cli.shapes import summary_shape
from index.errors import ArticleNotFoundError, ReadingError
from index.library import Library
from index.reading import read_file, read_records
from index.types import Article

_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
_DONE = {"added": "added", "updated": "updated", "unchanged": "already there"}


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--jsonl",
    "records",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help='Read articles as JSON objects, one a line: {"id", "text", "title"?, "outlet"?, "url"?, "published"?}.',
)
@common
def add(paths: tuple[str, ...], records: TextIO | None, as_json: bool, database: Path) -> None:
    r"""Add articles: text, Markdown or HTML files, or directories of them.

    An article with the same link or the same text as one that is there updates it. Files that cannot be read are
    named on stderr, the others are still added, and the exit code is 1.

    \b
    Examples:
      onrecord add article.txt saved-page.html
      onrecord add ~/articles
      onrecord add --jsonl export.jsonl
    """
    if not paths and records is None:
        raise click.UsageError("Give files to add, or --jsonl FILE.")
    output = Output(as_json=as_json)
    with writing(database) as library:
        found = [*_from_paths(paths), *(read_records(records, records.name) if records is not None else ())]
        steps: Sequence[Path | Article | ReadingError] = found
        bar = track(steps, "Adding", console=output.console, transient=True) if output.progress(len(steps)) else steps
        for step in bar:
            _add(step, library, output)
    output.finish()


def _from_paths(paths: Sequence[str]) -> Iterator[Path | ReadingError]:
    for path in paths:
        if path.startswith(("http://", "https://")):
            yield ReadingError(path, "links cannot be fetched yet; save the page as HTML and add that file")
        elif Path(path).is_dir():
            inside = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
            if not inside:
                yield ReadingError(path, "there are no .txt, .md or .html files in this directory")
            yield from inside
        else:
            yield Path(path)


def _add(step: Path | Article | ReadingError, library: Library, output: Output) -> None:
    article = step if isinstance(step, Article) else _read(step)
    if isinstance(article, Article) and not article.text.strip():
        article = ReadingError(article.id or "an article", "it has no text")
    if isinstance(article, ReadingError):
        output.error(str(article))
        return
    addition = library.add(article)
    summary = addition.article
    output.result(
        {**summary_shape(summary), "outcome": addition.outcome.value},
        f"{_DONE[addition.outcome]}: {summary.id} ({summary.sentences} sentences, {summary.attributions} attributions)",
    )


def _read(step: Path | ReadingError) -> Article | ReadingError:
    if isinstance(step, ReadingError):
        return step
    try:
        return read_file(step)
    except ReadingError as error:
        return error


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@common
def remove(article_ids: tuple[str, ...], as_json: bool, database: Path) -> None:
    """Remove articles by their ids; see onrecord list."""
    output = Output(as_json=as_json)
    with writing(database) as library:
        for article_id in article_ids:
            try:
                summary = library.remove(article_id)
            except ArticleNotFoundError as error:
                output.error(str(error))
            else:
                output.result({**summary_shape(summary), "outcome": "removed"}, f"removed: {summary.id}")
    output.finish()
