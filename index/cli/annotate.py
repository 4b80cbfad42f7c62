"""annotate."""

from collections.abc import Iterator
from pathlib import Path

import click

from index.attribution import annotate as annotate_article
from index.attribution.markup import mark_up
from index.cli.options import common
from index.cli.render import plain
from index.cli.session import Output
from index.cli.shapes import annotated_shape, dump
from index.errors import ReadingError, ReadingProblem
from index.model.article import AnnotatedArticle, Article
from index.reading import read_file, read_records
from index.store import Database


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="[FILE...]")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} objects, one a line, from FILE or standard input.')
@click.option("--explain", is_flag=True, help="Print the text with contents, cues, mentions, names and rules marked.")
@common
def annotate(paths: tuple[Path, ...], jsonl: bool, explain: bool, as_json: bool, database: Database) -> None:  # noqa: ARG001
    """Print who says what in files, without storing them.

    Offsets in the JSON are code points of the text as it was given.

    \b
    Examples:
      onrecord annotate article.txt
      onrecord annotate --explain article.txt
      onrecord annotate --jsonl articles.jsonl --json > attributions.jsonl
    """
    if not paths and not jsonl:
        raise click.UsageError("Give files to annotate, or --jsonl to read records from standard input.")
    output = Output(as_json=as_json or (jsonl and not explain))
    for found in _records(paths) if jsonl else _files(paths):
        if isinstance(found, ReadingError):
            output.error(str(found))
            continue
        annotated = annotate_article(found)
        if output.as_json:
            click.echo(dump(annotated_shape(annotated)))
        elif explain:
            for line in mark_up(annotated).splitlines():
                click.echo(line[: len(line) - len(line.lstrip())] + plain(line))
        else:
            _print(annotated)
    output.finish()


def _files(paths: tuple[Path, ...]) -> Iterator[Article | ReadingError]:
    for path in paths:
        try:
            yield read_file(path)
        except ReadingError as error:
            yield error


def _records(paths: tuple[Path, ...]) -> Iterator[Article | ReadingError]:
    for path in paths or (Path("-"),):
        try:
            with click.open_file(str(path), encoding="utf-8", errors="replace") as lines:
                name = "standard input" if str(path) == "-" else str(path)
                yield from read_records(lines, name, same_length=True)
        except OSError as error:
            yield ReadingError(str(path), f"it cannot be read ({error.strerror})", ReadingProblem.NO_ACCESS)


def _print(annotated: AnnotatedArticle) -> None:
    text = annotated.article.text
    click.secho(plain(annotated.article.title) or annotated.article.id or "Untitled article", bold=True)
    for attribution in annotated.attributions:
        content = " … ".join(plain(text[c.start : c.end]) for c in attribution.content)
        name = plain(attribution.speaker) if attribution.speaker else "somebody"
        outlet = f", cited from {plain(attribution.outlet)}" if attribution.outlet else ""
        click.echo(f"  {click.style(name, fg='cyan')} ({attribution.kind} {attribution.act}{outlet}): {content}")
    if not annotated.attributions:
        click.echo("  nobody is reported to say anything")
    click.echo()
