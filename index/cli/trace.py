"""trace."""

import click
from rich.text import Text

from index.cli.options import common
from index.cli.render import passage_text, plain
from index.cli.session import Output, reading
from index.cli.shapes import trace_shape
from index.model.trace import Change, Claim, Likeness, Trace
from index.store import Database

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


@click.command()
@click.argument("message")
@common
def trace(message: str, as_json: bool, database: Database) -> None:
    """Find the passage that a message quotes or paraphrases: who said it, and what was altered.

    Exit code 1 if nothing here is like it.

    \b
    Examples:
      onrecord trace '"No timetable is worth a life" - Ines Quarrie'
      onrecord trace "Did Nowicka really say she would defend the indefensible?"
    """
    output = Output(as_json=as_json)
    with reading(database, output) as library:
        traces = library.trace(message)
    for number, found in enumerate(traces):
        if number:
            output.words()
        if found.passage is None and not as_json:
            output.note(f"No article here has “{plain(found.quoted)}”.")
        else:
            output.result(trace_shape(found), _text(found))
    output.finish(found=any(found.passage is not None for found in traces))


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
