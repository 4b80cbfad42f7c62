"""list, show, edit, remove."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from index.cli.completions import articles, outlets
from index.cli.options import DAY, common, filtered, most
from index.cli.output import Output
from index.cli.render import did_you_mean, explained, summary_text
from index.cli.session import changing, complete, looking, reading
from index.cli.shapes import shape
from index.errors import ArticleNotFoundError, FetchError, InvalidRequestError, RemovalNotFoundError
from index.model.article import ArticleSummary

if TYPE_CHECKING:
    from index.store import Database

_NEAR = 3  # outlets that may be meant


@click.command("list")
@click.option("--removed", is_flag=True, help="Those that were removed and can be restored, the last one first.")
@filtered(by_article=False)
@most("Articles")
@common
def list_articles(
    removed: bool,
    count: int | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
    output: Output,
    database: "Database",
) -> bool:
    """List the articles, newest first. Exit code 1 if there are none.

    \b
    Examples:
      onrecord list --limit 10
      onrecord list --outlet Northwire --since 2025-01-01
    """
    if outlet is not None and not outlet.strip():
        raise InvalidRequestError("The name of the outlet is empty; give one that the articles have.")
    from index.library.limits import check_days

    check_days(since, until)
    with looking(database, output) if removed else reading(database, output) as library:
        if removed:
            found = tuple(removal.article for removal in library.removals.list() if removal.restorable)
        else:
            found = library.articles()
        near = library.outlets_like(outlet, _NEAR) if outlet else ()
    listed = list(islice(_kept(found, outlet, since, until), count))
    for summary in listed:
        output.result(summary, summary_text(summary))
    if not listed:
        kept = [what for what, given in (("that outlet", outlet), ("those days", since or until)) if given]
        which = f" of {' and '.join(kept)}" if kept else ""
        meant = "" if removed or since or until else did_you_mean(near)
        output.note(f"There is no {'removed ' if removed else ''}article{which} here.{meant}")
    return bool(listed)


def _kept(
    found: Iterable[ArticleSummary], outlet: str | None, since: date | None, until: date | None
) -> Iterator[ArticleSummary]:
    """Those that the outlet published in these days; one without a day is of none."""
    from index.text.mastheads import plain_outlet

    wanted = None if outlet is None else plain_outlet(outlet)
    for one in found:
        if wanted is not None and (one.outlet is None or plain_outlet(one.outlet) != wanted):
            continue
        if (since or until) and one.published is None:
            continue
        if one.published is not None and ((since and one.published < since) or (until and one.published > until)):
            continue
        yield one


@click.command()
@click.argument("article_id", metavar="ID", shell_complete=articles)
@common
def show(article_id: str, output: Output, database: "Database") -> None:
    """Show an article, marked by who says what.

    [1 ...] is what was said, {1 ...} the words that report it, <1 ...> the words that name who said it.

    \b
    Example:
      onrecord show marrow-islands-ferry-fleet-grounded-after-cracks
    """
    with reading(database, output) as library:
        annotated = library.show(article_id)
    output.result({**shape(annotated), "text": annotated.article.text}, explained(annotated))


class _DayOrNone(click.ParamType[date | str]):
    """A day, or "" for none."""

    name = DAY.name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | str:
        return "" if value == "" else DAY.convert(value, param, ctx)


@click.command()
@click.argument("article_id", metavar="ID", shell_complete=articles)
@click.option("--title", metavar="TEXT", help="Its headline.")
@click.option("--outlet", metavar="NAME", shell_complete=outlets, help="Who published it.")
@click.option("--date", "day", type=_DayOrNone(), metavar="DATE", help="The day of publication, such as 2026-02-14.")
@click.option("--url", metavar="LINK", help="Where it was found.")
@common
def edit(
    article_id: str,
    title: str | None,
    outlet: str | None,
    day: date | str | None,
    url: str | None,
    output: Output,
    database: "Database",
) -> None:
    """Change an article's title, outlet, day or link.

    "" takes one away. Its text and its id stay. What was edited holds when the article is added again.

    \b
    Examples:
      onrecord edit council-votes-to-keep-lower-mill-library-open --outlet "Lower Mill Ledger" --date 2025-06-12
      onrecord edit council-votes-to-keep-lower-mill-library-open --url ""
    """
    if title is None and outlet is None and day is None and url is None:
        raise click.UsageError("Say what to change: --title, --outlet, --date or --url.")
    from index.library.edits import ArticleParticulars

    with changing(database, output, encoded=True) as library:
        before = library.show(article_id)
        known = before.article
        published = day if isinstance(day, date) else None
        particulars = ArticleParticulars(
            title=known.title if title is None else title.strip(),
            outlet=known.outlet if outlet is None else outlet.strip() or None,
            published=known.published if day is None else published,
            url=known.url if url is None else url.strip() or None,
        )
        try:
            summary = library.edits.edit(article_id, particulars)
        except FetchError as error:
            raise click.BadParameter(str(error), param_hint="'--url'") from None
        outcome = "unchanged" if summary == before.summary else "edited"
        output.result({**shape(summary), "outcome": outcome}, f"{outcome}: {summary_text(summary)}")
        complete(library, output)


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ID...", shell_complete=articles)
@common
def remove(article_ids: tuple[str, ...], output: Output, database: "Database") -> None:
    """Remove articles by their ids; see onrecord list.

    For 30 days onrecord restore brings them back.

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
