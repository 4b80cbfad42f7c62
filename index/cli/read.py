"""read."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click
from rich.text import Text

from index.cli.inputs import read_given, see_one_dash
from index.cli.options import with_output
from index.cli.output import Output
from index.cli.render import printable
from index.cli.shapes import Json, shape
from index.model.article import Article, ParagraphKind

_METADATA = ("title", "deck", "outlet", "authors", "published", "url")
_STYLES = {
    ParagraphKind.HEADLINE: "bold",
    ParagraphKind.DECK: "italic",
    ParagraphKind.BOILERPLATE: "dim strike",
    ParagraphKind.BYLINE: "dim",
    ParagraphKind.DATELINE: "dim",
    ParagraphKind.CAPTION: "cyan",
}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="FILE...")
@with_output
def read(paths: Sequence[Path], output: Output) -> None:
    """Print what is read of files, without storing it.

    That is the text, the metadata, and what each paragraph is. - is standard input.

    What stands in an archive, a book or a mail is called by its name behind the file's. What cannot be read has a JSON
    line too, with an "error".

    \b
    Examples:
      onrecord read saved-page.html
      onrecord read --json articles/*.html > read.jsonl
    """
    see_one_dash(paths)
    from index.sandbox import Sandbox

    with Sandbox() as sandbox:
        for found in chain.from_iterable(read_given(path, sandbox) for path in paths):
            if isinstance(found.result, Article):
                output.result(_json(found.name, found.result), _text(found.name, found.result))
                continue
            output.error(str(found.result))
            if output.as_json:
                output.result({"file": found.name, "error": found.result.reason}, "")


def _json(file: str, article: Article) -> Json:
    paragraphs = [
        {
            **shape(paragraph.span),
            "kind": paragraph.kind,
            "text": article.text[paragraph.span.start : paragraph.span.end],
        }
        for paragraph in article.paragraphs
    ]
    metadata = {name: shape(getattr(article, name)) for name in _METADATA}
    return {"file": file, **metadata, "text": article.text, "paragraphs": paragraphs}


def _text(file: str, article: Article) -> Text:
    """The metadata that there is, a line each, then the paragraphs, each behind its kind."""
    text = Text()
    for name, value in (("file", file), *((name, getattr(article, name)) for name in _METADATA)):
        if value:
            words = printable(", ".join(value) if isinstance(value, tuple) else str(value))
            text.append(f"{name}: ", style="dim").append(f"{words}\n")
    for paragraph in article.paragraphs:
        words = printable(article.text[paragraph.span.start : paragraph.span.end])
        text.append(f"\n[{paragraph.kind}] ", style="dim").append(f"{words}\n", style=_STYLES.get(paragraph.kind, ""))
    return text
