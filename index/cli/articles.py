"""list, show, remove."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

import click

from index.cli.completions import articles
from index.cli.options import common, filtered, most
from index.cli.output import Output
from index.cli.render import explained, summary_text
from index.cli.session import changing, looking, reading
from index.cli.shapes import shape
from index.errors import ArticleNotFoundError, RemovalNotFoundError
from index.model.article import ArticleSummary

if TYPE_CHECKING:
    from index.store import Database


@click.command("list")
@click.option("--removed", is_flag=True, help="Those that were removed and can be restored, the last one first.")
@filtered(by_article=False)
@most("Articles")
@common
def list_articles(
    removed: bool,
    count: int | None,
    outlet: str | None,
    since: datetime | None,
    until: datetime | None,
    output: Output,
    database: "Database",
) -> bool:
    """List the articles, newest first. Exit code 1 if there are none.

    \b
    Examples:
      onrecord list --limit 10
      onrecord list --outlet Northwire --since 2025-01-01
    """
    with looking(database, output) if removed else reading(database, output) as library:
        if removed:
            found = tuple(removal.article for removal in library.removals.list() if removal.restorable)
        else:
            found = library.articles()
    shown = list(islice(_kept(found, outlet, since, until), count))
    for summary in shown:
        output.result(summary, summary_text(summary))
    return bool(shown)


def _kept(
    found: Iterable[ArticleSummary], outlet: str | None, since: datetime | None, until: datetime | None
) -> Iterator[ArticleSummary]:
    """Those that the outlet published in these days; one without a day is of none."""
    from index.text.mastheads import plain_outlet

    first = since.date() if since is not None else None
    last = until.date() if until is not None else None
    wanted = None if outlet is None else plain_outlet(outlet)
    for one in found:
        if wanted is not None and (one.outlet is None or plain_outlet(one.outlet) != wanted):
            continue
        if (first or last) and one.published is None:
            continue
        if one.published is not None and ((first and one.published < first) or (last and one.published > last)):
            continue
        yield one


@click.command()
@click.argument("article_id", metavar="ID", shell_complete=articles)
@common
def show(article_id: str, output: Output, database: "Database") -> None:
    """Show an article with everybody who says something in it marked.

    [1 ...] is what was said, {1 ...} the words that report it, <1 ...> the words that name who said it.

    \b
    Example:
      onrecord show marrow-islands-ferry-fleet-grounded-after-cracks
    """
    with reading(database, output) as library:
        annotated = library.show(article_id)
    output.result({**shape(annotated), "text": annotated.article.text}, explained(annotated))


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...", shell_complete=articles)
@common
def remove(article_ids: tuple[str, ...], output: Output, database: "Database") -> None:
    """Remove articles by their ids; see onrecord list. For 30 days onrecord restore brings them back.

    \b
    Example:
      onrecord remove council-votes-to-keep-lower-mill-library-open
    """
    with changing(database, output) as library:
        each(article_ids, "removed", library.removals.remove, output)


def each(article_ids: Sequence[str], outcome: str, act: Callable[[str], ArticleSummary], output: Output) -> None:
    """Do something to each article and say so; those that are not there are named, and the others still done."""
    for article_id in article_ids:
        try:
            summary = act(article_id)
        except (ArticleNotFoundError, RemovalNotFoundError) as error:
            output.error(str(error))
        else:
            output.result({**shape(summary), "outcome": outcome}, f"{outcome}: {summary.id}")
