"""What a shell can complete: articles, people and outlets as the database has them, and the script for it."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from index.errors import OnrecordError

if TYPE_CHECKING:
    from index.library.library import Library

_MOST = 30
_PROGRAM = "onrecord"
_SHELLS = ("bash", "zsh", "fish", "powershell")
_QUOTED = str.maketrans({sign: f"\\\\{sign}" for sign in " '\"()&;|<>$`\\*?[]#~!{}"})


def articles(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Ids of the articles whose id or title has what was typed."""
    with _library(context) as library:
        return [_item(one.id, one.title) for one in library.articles_like(typed, _MOST)] if library is not None else []


def removed(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Ids of articles that can be restored."""
    with _library(context) as library:
        found = library.removals.list() if library is not None else ()
    ids = [(one.article.id, one.article.title) for one in found if one.restorable]
    return [_item(identity, title) for identity, title in ids if identity.startswith(typed)][:_MOST]


def speakers(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Those who are quoted."""
    with _library(context) as library:
        return [_item(one.name) for one in library.people_like(typed, _MOST)] if library is not None else []


def outlets(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Outlets that published articles or are cited in them."""
    with _library(context) as library:
        return [_item(name) for name in library.outlets_like(typed, _MOST)] if library is not None else []


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script by which a shell completes.

    It completes commands, options, article ids, people and outlets.

    \b
    Examples:
      eval "$(onrecord completion bash)"
      onrecord completion zsh > ~/.zfunc/_onrecord
      onrecord completion fish > ~/.config/fish/completions/onrecord.fish
    """
    made = get_completion_class(shell)
    if made is not None:
        click.echo(made(context.find_root().command, {}, _PROGRAM, f"_{_PROGRAM.upper()}_COMPLETE").source())


@contextmanager
def _library(context: click.Context) -> Iterator["Library | None"]:
    """What a command would ask, opened so that nothing is made or changed; None where that is impossible, for whoever
    types is shown no errors."""
    from index.library.library import open_library, open_samples

    database = context.params.get("database")
    there = isinstance(database, str) or (isinstance(database, Path) and database.exists())
    with ExitStack() as opened:
        try:
            library = opened.enter_context(open_library(database, read_only=True)) if there else None
            if library is None or not len(library):
                library = opened.enter_context(open_samples())
        except OnrecordError:
            library = None
        yield library


def _item(value: str, told: str | None = None) -> CompletionItem[str]:
    """One of the values; bash wants them quoted, which click's script for it does not, and unquotes them once."""
    in_bash = os.environ.get(f"_{_PROGRAM.upper()}_COMPLETE") == "bash_complete"
    typed = os.environ.get("COMP_WORDS", "").rpartition(" ")[2]
    if in_bash and not typed.startswith(("'", '"')):
        value = value.translate(_QUOTED)
    return CompletionItem(value, help=told)
