"""The manual page, out of the commands' own help."""

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

_BREAK = "\b"


@click.command()
@click.pass_context
def man(context: click.Context) -> None:
    """Print the manual page of all commands, for man.

    \b
    Examples:
      onrecord man | man -l -
      onrecord man > ~/.local/share/man/man1/onrecord.1
    """
    command = context.find_root().command
    if isinstance(command, click.Group):
        click.echo("\n".join(page(command, "onrecord")))


def page(group: click.Group, name: str) -> Iterator[str]:
    """The lines of the page of a program called `name`, in man's markup."""
    from importlib.metadata import version

    root = click.Context(group, info_name=name)
    first, _, rest = (group.help or "").partition("\n\n")
    yield f'.TH {name.upper()} 1 "" "{name} {version("onrecord")}" "User commands"'
    yield from (".SH NAME", _line(f"{name} - {first.rstrip('.').lower()}"))
    yield from (".SH SYNOPSIS", f".B {_inline(name)}", _line("COMMAND [OPTION]... [ARGUMENT]..."))
    yield from (".SH DESCRIPTION", *_paragraphs(rest))
    yield ".SH COMMANDS"
    for command_name in group.list_commands(root):
        command = group.get_command(root, command_name)
        if command is None or command.hidden:
            continue
        context = click.Context(command, info_name=command_name, parent=root)
        pieces = " ".join(command.collect_usage_pieces(context))
        yield from (f".SS {_inline(command_name)} {_inline(pieces)}", *_paragraphs(command.help or ""))
        for parameter in command.get_params(context):
            record = parameter.get_help_record(context)
            if record is not None and record[1]:
                yield from (".TP", f".B {_inline(record[0])}", _line(record[1]))
    yield from _settings()
    yield from (".SH EXIT STATUS", *_paragraphs((group.epilog or "").removeprefix("Exit codes: ")))


def _settings() -> Iterator[str]:
    from index.settings import PREFIX, LibrarySettings

    yield ".SH ENVIRONMENT"
    for name, field in LibrarySettings.model_fields.items():
        yield from (".TP", f".B {PREFIX}{name.upper()}", _line(field.description or ""))
    yield from (".TP", ".B NO_COLOR, FORCE_COLOR", "No colours at all; colours even where no terminal is.")


def _paragraphs(text: str) -> Iterator[str]:
    """Each filled, but for those that begin with a mark that their lines stay as they are."""
    for paragraph in re.split(r"\n\s*\n|\n(?=\x08\n)", cleandoc(text)):
        lines = [line.rstrip() for line in paragraph.strip("\n").split("\n")]
        kept = lines[0].strip() == _BREAK
        yield ".PP"
        if kept:
            yield from (".nf", *map(_line, lines[1:]), ".fi")
        else:
            yield _line(" ".join(line.strip() for line in lines))


def _line(text: str) -> str:
    """A line of text, which no mark-up must begin."""
    line = _inline(text)
    return f"\\&{line}" if line.startswith((".", "'")) else line


def _inline(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
