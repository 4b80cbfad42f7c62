"""annotate."""

from collections.abc import Iterator
from pathlib import Path

import click

from index.cli.inputs import name_at, read_given, see_one_dash
from index.cli.options import with_output
from index.cli.output import Output
from index.cli.render import annotated_text, explained
from index.errors import ReadingError, ReadingProblem
from index.model.article import Article


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="[FILE...]")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} objects, one a line, from FILE or standard input.')
@click.option("--explain", is_flag=True, help="Print the text with contents, cues, mentions, names and rules marked.")
@with_output
def annotate(paths: tuple[Path, ...], jsonl: bool, explain: bool, output: Output) -> None:
    """Print who says what in files, without storing them. - is standard input.

    Offsets in the JSON are code points of the text as it was given.

    \b
    Examples:
      onrecord annotate article.txt
      onrecord annotate --explain article.txt
      onrecord annotate --jsonl articles.jsonl --json > attributions.jsonl
    """
    if not paths and not jsonl:
        raise click.UsageError("Give files to annotate, or --jsonl to read records from standard input.")
    see_one_dash(paths)
    from index.attribution import annotate as annotate_article

    output.as_json |= jsonl and not explain
    for found in _records(paths) if jsonl else _files(paths):
        if isinstance(found, ReadingError):
            output.error(str(found))
            continue
        annotated = annotate_article(found)
        output.result(annotated, explained(annotated) if explain else annotated_text(annotated))


def _files(paths: tuple[Path, ...]) -> Iterator[Article | ReadingError]:
    from index.sandbox import Sandbox

    with Sandbox() as sandbox:
        for path in paths:
            yield from (found.result for found in read_given(path, sandbox))


def _records(paths: tuple[Path, ...]) -> Iterator[Article | ReadingError]:
    from index.reading import read_records

    for path in paths or (Path("-"),):
        try:
            with click.open_file(str(path), encoding="utf-8", errors="replace") as lines:
                yield from read_records(lines, name_at(path), same_length=True)
        except OSError as error:
            yield ReadingError(str(path), f"it cannot be read ({error.strerror})", ReadingProblem.NO_ACCESS)
