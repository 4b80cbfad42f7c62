"""add, list, show, remove, restore."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from index.cli.options import common
from index.cli.render import explained, summary_text
from index.cli.session import Output, complete, reading, writing
from index.cli.shapes import shape
from index.errors import ArticleNotFoundError, FetchError, ReadingError, ReadingProblem, RemovalNotFoundError
from index.model.article import Article, ArticleSummary

if TYPE_CHECKING:
    from index.library.library import Library
    from index.sandbox import Sandbox
    from index.store import Database

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
def add(paths: tuple[str, ...], records: TextIO | None, output: Output, database: "Database") -> None:
    """Add articles: files, directories of them, or links.

    Files may be text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), mail (.eml) with what is attached to it,
    pages as a browser saves them (.mhtml, .mht), books (.epub), and .zip archives of such, each file an article.

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
    from rich.progress import track

    from index.reading import read_records
    from index.sandbox import Sandbox

    with Sandbox() as sandbox, writing(database, encoded=True) as library, _links(sandbox) as read_link:
        steps = [*_from_paths(paths), *(read_records(records, records.name) if records is not None else ())]
        hidden = len(steps) <= 3 or not output.err.is_terminal
        for step in track(steps, "Adding", console=output.err, transient=True, disable=hidden):
            _add(step, library, sandbox, read_link, output)
        complete(library, output)


@contextmanager
def _links(sandbox: "Sandbox") -> Iterator[Callable[[str], Article]]:
    """What fetches and reads a link, always with the same Fetcher; it raises FetchError and ReadingError."""
    import asyncio

    from index.reading import read_page
    from index.web.client import Fetcher
    from index.web.responses import Wanted

    make: Callable[[], Fetcher] = click.get_current_context().obj or partial(Fetcher, sandbox=sandbox)
    fetcher = make()
    with asyncio.Runner() as runner:
        try:
            yield lambda link: read_page(runner.run(fetcher.fetch(link, want=Wanted.PAGE)), sandbox)
        finally:
            runner.run(fetcher.close())


def _from_paths(paths: Sequence[str]) -> Iterator[Path | str | ReadingError]:
    from index.reading import SUFFIXES

    for path in paths:
        if path.lower().startswith(("http://", "https://")):
            yield path
        elif Path(path).is_dir():
            inside = sorted(p for p in Path(path).rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not inside:
                yield ReadingError(
                    path, f"there are no {', '.join(SUFFIXES)} files in this directory", ReadingProblem.EMPTY
                )
            yield from inside
        else:
            yield Path(path)


def _add(
    step: Path | str | Article | ReadingError,
    library: "Library",
    sandbox: "Sandbox",
    read_link: Callable[[str], Article],
    output: Output,
) -> None:
    for found in _read(step, sandbox, read_link):
        try:
            if not isinstance(found, Article):
                raise found
            addition = library.add(found)
        except (ReadingError, FetchError) as error:
            output.error(str(error))
            continue
        summary = addition.article
        output.result(
            {**shape(summary), "outcome": addition.outcome},
            f"{_DONE[addition.outcome]}: {summary.id} "
            f"({summary.sentences} sentences, {summary.attributions} attributions)",
        )


def _read(
    step: Path | str | Article | ReadingError, sandbox: "Sandbox", read_link: Callable[[str], Article]
) -> Iterator[Article | ReadingError | FetchError]:
    """The articles of a step, and why there is none."""
    from index.reading import read_path

    if isinstance(step, Path):
        yield from (found.result for found in read_path(step, sandbox))
        return
    try:
        found = read_link(step) if isinstance(step, str) else step
    except (ReadingError, FetchError) as error:
        yield error
        return
    if isinstance(found, Article) and not found.text.strip():
        yield ReadingError(found.id or "an article", "it has no text", ReadingProblem.EMPTY)
    else:
        yield found


@click.command("list")
@click.option("--removed", is_flag=True, help="Those that were removed and can be restored, the last one first.")
@common
def list_articles(removed: bool, output: Output, database: "Database") -> bool:
    """List the articles, newest first."""
    with writing(database) if removed else reading(database, output) as library:
        if removed:
            found = tuple(removal.article for removal in library.removals.list() if removal.restorable)
        else:
            found = library.articles()
    for summary in found:
        output.result(summary, summary_text(summary))
    return bool(found)


@click.command()
@click.argument("article_id", metavar="ID")
@common
def show(article_id: str, output: Output, database: "Database") -> None:
    """Show an article with everybody who says something in it marked.

    [1 ...] is what was said, {1 ...} the words that report it, <1 ...> the words that name who said it.
    """
    with reading(database, output) as library:
        annotated = library.show(article_id)
    output.result({**shape(annotated), "text": annotated.article.text}, explained(annotated))


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@common
def remove(article_ids: tuple[str, ...], output: Output, database: "Database") -> None:
    """Remove articles by their ids; see onrecord list. For 30 days onrecord restore brings them back."""
    with writing(database) as library:
        _each(article_ids, "removed", library.removals.remove, output)


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...")
@common
def restore(article_ids: tuple[str, ...], output: Output, database: "Database") -> None:
    """Bring back articles that were removed; see onrecord list --removed."""
    with writing(database, encoded=True) as library:
        _each(article_ids, "restored", library.removals.restore, output)
        complete(library, output)


def _each(article_ids: Sequence[str], outcome: str, act: Callable[[str], ArticleSummary], output: Output) -> None:
    """Do something to each article and say so; those that are not there are named, and the others still done."""
    for article_id in article_ids:
        try:
            summary = act(article_id)
        except (ArticleNotFoundError, RemovalNotFoundError) as error:
            output.error(str(error))
        else:
            output.result({**shape(summary), "outcome": outcome}, f"{outcome}: {summary.id}")
