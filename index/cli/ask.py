"""ask, quotes, people, trace."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

import click
from click.core import ParameterSource
from rich.text import Text

from index.cli.completions import speakers
from index.cli.options import common, filtered, most
from index.cli.output import Output
from index.cli.render import did_you_mean, explanation_text, passage_text, person_text, plain
from index.cli.session import complete, reading
from index.cli.shapes import dump
from index.errors import ArticleNotFoundError, InvalidRequestError, shown
from index.model.answer import Answer, Explanation, Filters, Passage, Quotes, SilenceReason
from index.model.article import Span
from index.model.trace import Change, Claim, Likeness, Trace

if TYPE_CHECKING:
    from index.library.library import Library
    from index.store import Database

_REST = 500  # sentences that the encoder reads before a question: some seconds; others wait for the next `add`
_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})")
_NEAR = 3  # outlets that may be meant
_BATCH = 10  # passages of each answer of a batch, unless told otherwise
_LIKENESS = {
    Likeness.EXACT: "word for word",
    Likeness.NEAR: "cut or misspelt, otherwise word for word",
    Likeness.ALTERED: "altered",
    Likeness.CLOSEST: "not a quotation of anything here; the nearest passage",
}
_CLAIM = {
    Claim.NONE: "",
    Claim.RIGHT: "; {} is right",
    Claim.WRONG: "; {} is wrong",
    Claim.UNCLEAR: "; whether {} is right is unclear",
}
_STYLE = {Change.MISSING: "green", Change.ADDED: "red strike", Change.REPLACED: "yellow"}


def _place(_: click.Context, option: click.Parameter, given: str | None) -> tuple[str, Span] | None:
    """The article and span of ``ARTICLE:START-END``."""
    if given is None:
        return None
    found = _PLACE.fullmatch(given)
    if found is None or int(found["start"]) >= int(found["end"]):
        raise click.BadParameter(
            f"'{given}' is no passage; give it as ARTICLE:START-END, such as ferry-sails-again:120-204.", param=option
        )
    return found["article"], Span(int(found["start"]), int(found["end"]))


def _passage(library: "Library", article: str, span: Span) -> Passage:
    """The passage that stands there."""
    try:
        return library.passage_at(article, span)
    except ArticleNotFoundError:
        raise click.UsageError(
            f"--after: there is no article '{article}' that has a passage from {span.start} to {span.end}."
        ) from None


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
@click.option(
    "--after",
    callback=_place,
    metavar="ARTICLE:START-END",
    help="The passage that the question is about, by the article_id, start and end of an answer's --json: so \"and "
    'what did she say then?" finds out who she is.',
)
@click.option("--explain", is_flag=True, help="Show which words, fields and evidence made the score of each passage.")
@common
def ask(
    question: str | None,
    count: int,
    batch: TextIO | None,
    explain: bool,
    after: tuple[str, Span] | None,
    output: Output,
    database: "Database",
    **kept: Any,
) -> bool:
    """Answer a question by passages, word for word.

    Exit code 1 if nothing fits: no answer is better than a wrong one.

    \b
    Examples:
      onrecord ask "What did the minister say about the cracks?"
      onrecord ask "Who warned that two days would not be enough?" --outlet "Lower Mill Ledger"
      onrecord ask "the letter" --speaker Flores -n 5
      onrecord ask "What is said about phones?" --article council-votes-to-keep-lower-mill-library-open
      onrecord ask "and what did she say of the county?" --after council-votes-to-keep-lower-mill-library-open:680-772
    """
    if (question is None) == (batch is None):
        raise click.UsageError("Give a question, or a file of questions with --batch.")
    if explain and batch is not None:
        raise click.UsageError("--explain is for one question, not for a --batch.")
    if after is not None and (explain or batch is not None):
        raise click.UsageError("--after is for one question, without --explain.")
    filters = _filters(**kept)
    with reading(database, output, encoded=True) as library:
        complete(library, output, at_most=_REST)
        if explain:
            return _explain(library.explain(question or "", filters, limit=count), output)
        if batch is None:
            passage = None if after is None else _passage(library, *after)
            return _show(library, library.ask(question or "", filters, limit=count, after=passage), output)
        given = click.get_current_context().get_parameter_source("count") is not ParameterSource.DEFAULT
        _answer_each(batch, partial(library.ask, filters=filters, limit=count if given else _BATCH))
        return True


def _filters(*, since: date | None, until: date | None, article: str | None, **names: str | None) -> Filters:
    """What the options keep passages to."""
    return Filters(article, since=since, until=until, **names)


def _explain(explanations: Sequence[Explanation], output: Output) -> bool:
    for explanation in explanations:
        output.result(explanation, explanation_text(explanation))
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
        click.echo(dump(answer))


def _question(line: str) -> str:
    """A line of a batch: a question, or a JSON object that has one as its "question"."""
    if line.lstrip().startswith("{"):
        with suppress(ValueError, RecursionError):
            record = json.loads(line)
            if isinstance(record, dict) and isinstance(record.get("question"), str):
                return str(record["question"])
    return line.rstrip("\r\n")


def _show(library: "Library", found: Answer | Quotes, output: Output) -> bool:
    """Its passages, or why there are none; whether there are any."""
    if found.passages or output.as_json:
        output.result(found, Text("\n\n").join(map(passage_text, found.passages)))
    elif found.silence is not None:
        silence, near = found.silence, found.suggestions
        if silence.reason is SilenceReason.UNKNOWN_OUTLET:
            near = library.outlets_like(silence.subject, _NEAR)
        output.note(f"{replace(silence, subject=shown(silence.subject))}{did_you_mean(near)}")
    return bool(found.passages)


@click.command()
@click.argument("person", shell_complete=speakers)
@click.option("--about", metavar="TOPIC", help="Only passages about this, best first.")
@filtered()
@most("Passages")
@common
def quotes(
    person: str, about: str | None, count: int | None, output: Output, database: "Database", **kept: Any
) -> bool:
    """Show what a person or organisation is reported to have said.

    \b
    Examples:
      onrecord quotes "Ewa Nowicka"
      onrecord quotes Nowicka --about steel
    """
    if about is not None and not about.strip():
        raise InvalidRequestError("The topic is empty; give words that it has, or leave it out.")
    with reading(database, output) as library:
        return _show(library, library.quotes(person, about=about, filters=_filters(**kept), limit=count), output)


@click.command()
@most("People")
@common
def people(count: int | None, output: Output, database: "Database") -> bool:
    """List who is quoted, most quoted first."""
    with reading(database, output) as library:
        found = library.people(limit=count)
    for person in found:
        output.result(person, person_text(person))
    if not found:
        output.note("No article here says who said anything.")
    return bool(found)


@click.command()
@click.argument("message")
@common
def trace(message: str, output: Output, database: "Database") -> bool:
    """Find the passage that a message quotes or paraphrases.

    It tells who said it, and what was altered.

    Exit code 1 if nothing here is like it.

    \b
    Examples:
      onrecord trace '"No timetable is worth a life" - Ines Quarrie'
      onrecord trace "Did Nowicka really say she would defend the indefensible?"
    """
    with reading(database, output) as library:
        traces = library.trace(message)
    for number, found in enumerate(traces):
        if number:
            output.words()
        if found.passage is None and not output.as_json:
            output.note(f"No article here has “{shown(plain(found.quoted))}”.")
        else:
            output.result(found, _text(found))
    return any(found.passage is not None for found in traces)


def _text(found: Trace) -> Text:
    """How near it is and whether the name is right, what was altered, then the passage."""
    text = Text()
    if found.passage is None or found.likeness is None:
        return text
    text.append(
        _LIKENESS[found.likeness] + _CLAIM[found.claim].format(plain(found.claimed or "")), style="bold magenta"
    )
    if found.likeness is Likeness.ALTERED:
        for difference in found.differences:
            if difference.change is not Change.SAME:
                stored, posted = plain(difference.stored) or "nothing", plain(difference.posted) or "nothing"
                text.append(f"\n  posted “{posted}”, stands “{stored}”", style=_STYLE[difference.change])
    text.append("\n")
    return text.append_text(passage_text(found.passage))
