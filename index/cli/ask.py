"""ask, quotes, people."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any, TextIO

import click
from click.core import ParameterSource

from index.cli.options import common, filtered, most
from index.cli.render import explanation_text, passage_text, person_text
from index.cli.session import Output, reading
from index.cli.shapes import answer_shape, dump, explanation_shape, person_shape, quotes_shape
from index.errors import InvalidRequestError
from index.model.answer import Answer, Explanation, Filters
from index.store import Database

_BATCH = 10  # passages of each answer of a batch, unless told otherwise


@click.command()
@click.argument("question", required=False)
@filtered(by_speaker=True)
@most("Passages", default=3, limit=100)
@click.option(
    "--batch",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help="Read one question a line, or one JSON object with a \"question\" ('-' for standard input), and answer each "
    "with one JSON line.",
)
@click.option("--explain", is_flag=True, help="Show which words, fields and evidence made the score of each passage.")
@common
def ask(
    question: str | None,
    count: int,
    batch: TextIO | None,
    explain: bool,
    as_json: bool,
    database: Database,
    **kept: Any,
) -> None:
    """Answer a question with passages from the articles, word for word.

    Exit code 1 if nothing fits: no answer is better than a wrong one.

    \b
    Examples:
      onrecord ask "What did the minister say about the cracks?"
      onrecord ask "Who opposed the closure?" --article council-votes-to-keep-lower-mill-library-open
      onrecord ask "the ferries" --speaker Nowicka -n 5
    """
    if (question is None) == (batch is None):
        raise click.UsageError("Give a question, or a file of questions with --batch.")
    if explain and batch is not None:
        raise click.UsageError("--explain is for one question, not for a --batch.")
    output = Output(as_json=as_json or batch is not None)
    filters = _filters(**kept)
    with reading(database, output) as library:
        if explain:
            told = library.explain(question or "", filters, limit=count)
            found = _explain(told, output)
        elif batch is None:
            answer = library.ask(question or "", filters, limit=count)
            _show(answer, output)
            found = bool(answer.passages)
        else:
            given = click.get_current_context().get_parameter_source("count") is not ParameterSource.DEFAULT
            ask = partial(library.ask, filters=filters, limit=count if given else _BATCH)
            _answer_each(batch, ask)
            found = True
    output.finish(found=found)


def _filters(*, since: datetime | None, until: datetime | None, article: str | None, **names: str | None) -> Filters:
    """What the options keep passages to."""
    first, last = (given.date() if given is not None else None for given in (since, until))
    return Filters(article, since=first, until=last, **names)


def _explain(explanations: Sequence[Explanation], output: Output) -> bool:
    for explanation in explanations:
        output.result(explanation_shape(explanation), explanation_text(explanation))
        output.words()
    return bool(explanations)


def _answer_each(lines: Iterable[str], ask: Callable[[str], Answer]) -> None:
    """Answer each line with a line of JSON; a question that cannot be asked with the reason."""
    for line in lines:
        question = _question(line)
        try:
            answer = ask(question)
        except InvalidRequestError as error:
            answer = Answer(question, (), str(error), (), 0.0)
        click.echo(dump(answer_shape(answer)))


def _question(line: str) -> str:
    """A line of a batch: a question, or a JSON object that has one as its "question"."""
    if line.lstrip().startswith("{"):
        with suppress(ValueError, RecursionError):
            record = json.loads(line)
            if isinstance(record, dict) and isinstance(record.get("question"), str):
                return str(record["question"])
    return line.rstrip("\r\n")


def _show(answer: Answer, output: Output) -> None:
    if output.as_json:
        click.echo(dump(answer_shape(answer)))
        return
    for number, passage in enumerate(answer.passages):
        if number:
            output.words()
        output.result({}, passage_text(passage))
    if answer.abstained:
        output.note(answer.abstained + _meant(answer.suggestions))


def _meant(suggestions: tuple[str, ...]) -> str:
    return f" Did you mean {' or '.join(suggestions)}?" if suggestions else ""


@click.command()
@click.argument("person")
@click.option("--about", metavar="TOPIC", help="Only passages about this, best first.")
@filtered()
@most("Passages")
@common
def quotes(person: str, about: str | None, count: int | None, as_json: bool, database: Database, **kept: Any) -> None:
    """Show what a person or organisation is reported to have said.

    \b
    Examples:
      onrecord quotes "Ewa Nowicka"
      onrecord quotes Nowicka --about steel
    """
    output = Output(as_json=as_json)
    with reading(database, output) as library:
        found = library.quotes(person, about=about, filters=_filters(**kept), limit=count)
    if as_json:
        click.echo(dump(quotes_shape(found)))
    else:
        for number, passage in enumerate(found.passages):
            if number:
                output.words()
            output.result({}, passage_text(passage))
        if found.abstained:
            output.note(found.abstained + _meant(found.suggestions))
    output.finish(found=bool(found.passages))


@click.command()
@most("People")
@common
def people(count: int | None, as_json: bool, database: Database) -> None:
    """List who is quoted, most quoted first."""
    output = Output(as_json=as_json)
    with reading(database, output) as library:
        found = library.people(limit=count)
    for person in found:
        output.result(person_shape(person), person_text(person))
    output.finish(found=bool(found))
