"""``onrecord`` and its commands.

A command loads the library, the reading room and the rest when it runs: telling a version or a usage takes none of it.
"""

import click

from index.cli.add import add
from index.cli.annotate import annotate
from index.cli.articles import edit, list_articles, remove, show
from index.cli.ask import ask, people, quotes, trace
from index.cli.backup import backup, restore
from index.cli.completions import completion
from index.cli.doctor import doctor
from index.cli.manual import man
from index.cli.program import run_program
from index.cli.read import read
from index.cli.transfer import export, forget, import_

_CODES = (
    "Exit codes: 0 done; 1 nothing was found, or some input failed and the rest is done; 2 wrong usage; 3 failed, such "
    "as a database that cannot be used; 130 interrupted. For scripts there is --json, one object a line."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=_CODES)
@click.version_option(package_name="onrecord", prog_name="onrecord")
def cli() -> None:
    """Ask the news what was said, and by whom.

    Onrecord splits articles into sentences, works out who said each of them, and answers questions with the
    best-matching passages, word for word. It never writes a sentence of its own.

    \b
    Try it on the bundled samples:
      onrecord ask "What did the transport minister say about the cracks?"
      onrecord people
    \b
    Then with articles of your own:
      onrecord add article.txt page.html notes.md
      onrecord ask "Who has 40 tonnes of pears?"
      onrecord quotes "Ewa Nowicka" --about steel
    """


for command in (
    ask,
    trace,
    quotes,
    people,
    add,
    list_articles,
    show,
    edit,
    remove,
    restore,
    backup,
    export,
    import_,
    read,
    annotate,
    forget,
    doctor,
    completion,
    man,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line."""
    run_program(cli, "onrecord")
