"""list, show."""

import click

from index.attribution.markup import mark_up
from index.cli.options import common
from index.cli.render import plain, summary_text
from index.cli.session import Output, reading, writing
from index.cli.shapes import annotated_shape, dump, summary_shape
from index.store import Database


@click.command("list")
@click.option("--removed", is_flag=True, help="Those that were removed and can be restored, the last one first.")
@common
def list_articles(removed: bool, as_json: bool, database: Database) -> None:
    """List the articles, newest first."""
    output = Output(as_json=as_json)
    with writing(database) if removed else reading(database, output) as library:
        if removed:
            found = tuple(removal.article for removal in library.removals.list() if removal.restorable)
        else:
            found = library.articles()
    for summary in found:
        output.result(summary_shape(summary), summary_text(summary))
    output.finish(found=bool(found))


@click.command()
@click.argument("article_id", metavar="ID")
@common
def show(article_id: str, as_json: bool, database: Database) -> None:
    """Show an article with everybody who says something in it marked.

    [1 ...] is what was said, {1 ...} the words that report it, <1 ...> the words that name who said it.
    """
    output = Output(as_json=as_json)
    with reading(database, output) as library:
        annotated = library.show(article_id)
    if as_json:
        click.echo(dump({**annotated_shape(annotated), "text": annotated.article.text}))
        return
    for line in mark_up(annotated).splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        click.echo(indent + plain(line))
