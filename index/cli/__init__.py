"""The command line: ``onrecord``. The only part of the index that prints.

A command loads the library, the reading room and the rest when it runs: telling a version or a usage takes none of it.
"""

import os
import sys

import click

from index.cli.annotate import annotate
from index.cli.articles import add, list_articles, remove, restore, show
from index.cli.ask import ask, people, quotes, trace
from index.cli.doctor import doctor
from index.cli.read import read
from index.cli.session import quiet_pipe, utf8
from index.cli.transfer import export, forget, import_


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="onrecord", prog_name="onrecord")
def cli() -> None:
    """Ask the news what was said, and by whom.

    Onrecord splits articles into sentences, works out who said each of them, and answers questions with the
    best-matching passages, word for word. It never writes a sentence of its own.

    \b
    Try it on the bundled samples:
      onrecord ask "What did the harbour captain say?"
      onrecord people
    \b
    Then with articles of your own:
      onrecord add article.txt page.html notes.md
      onrecord ask "Who warned of a strike?"
      onrecord quotes "Ewa Nowicka" --about ferries
    """


for command in (
    ask,
    trace,
    quotes,
    people,
    add,
    list_articles,
    show,
    remove,
    restore,
    export,
    import_,
    read,
    annotate,
    forget,
    doctor,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; a closed pipe and Ctrl-C end it quietly."""
    utf8()
    try:
        code = cli(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        quiet_pipe()
        code = 0
    sys.exit(code if isinstance(code, int) else os.EX_OK)
