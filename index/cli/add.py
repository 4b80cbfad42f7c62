"""add."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TextIO

import click

from index.cli.inputs import is_link, links_in, look_into, name_of, read_given, see_one_dash
from index.cli.options import common
from index.cli.output import Output, Tally
from index.cli.program import INTERRUPTED
from index.cli.render import size_text
from index.cli.session import complete, writing
from index.cli.shapes import shape
from index.errors import FetchError, ReadingError, ReadingProblem, StoreError
from index.model.article import Article

if TYPE_CHECKING:
    from index.library.annotators import Annotators
    from index.library.library import Library
    from index.sandbox import Sandbox
    from index.store import Database

_MANY = 24  # files and links for which other processes are worth starting
_DONE = {"added": "added", "updated": "updated", "unchanged": "already there"}

_Step = Path | str | Article | ReadingError
_Found = Article | ReadingError | FetchError
_Read = Callable[[_Step], Iterator[_Found]]
_Opened = Callable[[], "Library"]


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH_OR_LINK...")
@click.option(
    "--jsonl",
    "records",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help='Read articles as JSON objects, one a line: {"id", "text", "title"?, "outlet"?, "url"?, "published"?}.',
)
@click.option(
    "--links",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help="Read links, one a line; what follows # is a comment.",
)
@common
def add(
    paths: tuple[str, ...], records: TextIO | None, links: TextIO | None, output: Output, database: "Database"
) -> bool:
    """Add articles: files, folders of them, or links. - is standard input, wherever a file is wanted.

    Files may be text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), mail (.eml) with what is attached to it,
    pages as a browser saves them (.mhtml, .mht), books (.epub), and .zip archives of such, each file an article.

    Of a folder, other kinds of files, hidden ones, and what a browser saved with a page are passed over and counted.
    Links are fetched as their site's robots.txt allows.

    An article with the same link or the same text as one that is there updates it. Files and links that cannot be read
    are named on stderr, the others are still added, and the exit code is 1. After Ctrl-C, what was added stays, and
    the same command goes on where it stopped.

    \b
    Examples:
      onrecord add article.txt saved-page.html
      onrecord add ~/articles
      onrecord add https://news.example/2024/harbour-toll
      onrecord add --links links.txt
      onrecord add - < article.txt
      onrecord add --jsonl articles.jsonl
    """
    if not paths and records is None and links is None:
        raise click.UsageError("Give files or links to add, --links FILE, or --jsonl FILE.")
    if not all(paths):
        raise click.UsageError("A path is empty; give a file's, a folder's or a link.")
    see_one_dash(paths, records, links)
    from index.reading import read_records
    from index.sandbox import Sandbox

    with Sandbox() as sandbox, ExitStack() as opened, ExitStack() as fetching:
        # Where there is no database yet, it is made when there is an article to put into it.
        library = cache(lambda: opened.enter_context(writing(database, encoded=True)))
        if not isinstance(database, Path) or database.exists():
            library()
        steps: list[_Step] = list(_from_paths(paths, output))
        steps += links_in(links, name_of(links)) if links is not None else ()
        steps += read_records(records, name_of(records)) if records is not None else ()
        read_link = fetching.enter_context(_links(sandbox)) if any(isinstance(s, str) for s in steps) else None
        total = _add_all(steps, library, partial(_read, sandbox=sandbox, read_link=read_link), output)
        if library.cache_info().currsize:
            complete(library(), output)
        if len(steps) != 1:
            output.note(total if steps else "There was nothing to add.")
    return bool(steps)


def _add_all(steps: Sequence[_Step], library: _Opened, read: _Read, output: Output) -> str:
    """Add what each step gives, and tell what became of all; say so where that ends it before."""
    from index.library.annotators import Annotators
    from index.search.filler import processors

    tally, began = Tally(), monotonic()
    try:
        with (
            Annotators(processors() if len(steps) >= _MANY else 1) as annotators,
            output.bar("Adding", len(steps)) as show,
        ):
            found = (one for step in _shown(steps, show) for one in read(step))
            for one in _ahead(found, library, annotators):
                _add(one, library, annotators, output, tally)
    except KeyboardInterrupt:
        output.note(
            f"Interrupted: of {len(steps)}, {tally}. What was added stays; the same command goes on, and passes over "
            "what is there already."
        )
        raise click.exceptions.Exit(INTERRUPTED) from None
    except StoreError:
        if tally:
            output.note(f"Stopped: of {len(steps)}, {tally}. What was added stays.")
        raise
    return f"Done: {tally}, in {monotonic() - began:.0f} s."


def _shown(steps: Sequence[_Step], show: Callable[[str], None]) -> Iterator[_Step]:
    """The steps, each shown as it is begun."""
    for step in steps:
        show(_name(step))
        yield step


def _ahead(found: Iterator[_Found], library: _Opened, annotators: "Annotators") -> Iterator[_Found]:
    """What was found, in its order, the next articles having been begun."""
    waiting: deque[_Found] = deque()
    for one in found:
        if annotators.places and isinstance(one, Article):
            library().begin(one, annotators)
        waiting.append(one)
        if len(waiting) > annotators.places:
            yield waiting.popleft()
    yield from waiting


def _add(found: _Found, library: _Opened, annotators: "Annotators", output: Output, tally: Tally) -> None:
    try:
        if not isinstance(found, Article):
            raise found
        addition = library().add(found, annotators=annotators)
    except (ReadingError, FetchError) as error:
        tally.count("failed")
        output.error(str(error))
        return
    summary, outcome = addition.article, _DONE[addition.outcome]
    tally.count(outcome)
    output.result(
        {**shape(summary), "outcome": addition.outcome},
        f"{outcome}: {summary.id} ({size_text(summary)})",
    )


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


def _from_paths(paths: Sequence[str], output: Output) -> Iterator[_Step]:
    """The steps of what was named; what of a folder is no step is told."""
    for path in paths:
        if is_link(path):
            yield path
        elif Path(path).is_dir():
            yield from _from_folder(path, output)
        else:
            yield Path(path)


def _from_folder(path: str, output: Output) -> Iterator[_Step]:
    from index.reading import SUFFIXES

    folder = look_into(Path(path))
    skipped = folder.skipped()
    if skipped is not None:
        output.note(f"{path}: passed over {skipped}.")
    if not folder.files and not folder.closed:
        reason = f"there are no {', '.join(SUFFIXES)} files in this directory"
        yield ReadingError(path, reason, ReadingProblem.EMPTY)
    yield from folder.closed
    yield from folder.files


def _read(step: _Step, sandbox: "Sandbox", read_link: Callable[[str], Article] | None) -> Iterator[_Found]:
    """The articles of a step, and why there is none."""
    if isinstance(step, Path):
        yield from (found.result for found in read_given(step, sandbox))
        return
    try:
        found = read_link(step) if isinstance(step, str) and read_link is not None else step
    except (ReadingError, FetchError) as error:
        yield error
        return
    if isinstance(found, Article) and not found.text.strip():
        yield ReadingError(found.id or "an article", "it has no text", ReadingProblem.EMPTY)
    elif isinstance(found, Article | ReadingError):
        yield found


def _name(step: _Step) -> str:
    """What the bar calls a step."""
    match step:
        case Path():
            return step.name
        case Article():
            return step.id or step.title
        case ReadingError():
            return step.source
        case _:
            return step
