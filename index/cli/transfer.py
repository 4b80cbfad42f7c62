"""export, import, forget: what is done to whole libraries."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from index.cli.destination import destination
from index.cli.inputs import STDIN, is_dash
from index.cli.options import common
from index.cli.output import Output
from index.cli.render import many
from index.cli.session import agreed, changing, complete, looking, whole, writing
from index.errors import StoreError
from index.model.identifiers import PUBLIC

if TYPE_CHECKING:
    from index.store import Database
    from index.transfer import Moved


@click.command()
@click.argument(
    "file", required=False, metavar="[FILE]", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True)
)
@click.option(
    "--community", default=PUBLIC, show_default=True, metavar="NAME", help="Whose library; a server's is discord-ID."
)
@click.option("--all", "everything", is_flag=True, help="The libraries of all communities.")
@click.option("--force", is_flag=True, help="Write over FILE if it exists.")
@common
def export(
    file: Path | None, community: str, everything: bool, force: bool, output: Output, database: "Database"
) -> None:
    """Write a library as lines of JSON that import reads.

    It goes to FILE, or to standard output (-). Everything is in it: articles with all that was found in them, removed
    ones, corrections, rules on names, preferences, reports, the record of what was done, feeds and alerts. The bot may
    run meanwhile.

    \b
    Examples:
      onrecord export library.jsonl
      onrecord export --all | gzip > everything.jsonl.gz
    """
    if everything and community != PUBLIC:
        raise click.UsageError("Give --community NAME or --all, one of them.")
    with (
        looking(database, output) as library,
        destination(file, "export", force=force, beside=database) as place,
        place.open("wb") as written,
    ):
        moved = library.of(community).transfer.export(written, everything=everything)
    for one in moved:
        if file is None or is_dash(file):
            output.note(f"exported: {_figures(one)}")
        else:
            output.result(one, f"exported: {_figures(one)}")


@click.command("import")
@click.argument("file", type=click.File("rb"))
@common
def import_(file: BinaryIO, output: Output, database: "Database") -> None:
    """Read libraries from a FILE that export wrote.

    - is standard input. They must be empty here. Either all of FILE is imported or, if any line is wrong, nothing.
    Nobody else can write to the database meanwhile.

    \b
    Example:
      onrecord import library.jsonl --database new.db
    """
    with writing(database, encoded=True) as library:
        with whole(output):
            moved = library.transfer.import_(file, STDIN if file is sys.stdin.buffer else file.name)
        for one in moved:
            output.result(one, f"imported: {_figures(one)}")
        for one in moved:
            with suppress(StoreError):  # as in `writing`
                library.of(one.community).save_reader()
        for one in moved:
            complete(library.of(one.community), output)


@click.command()
@click.option("--user", metavar="ID", help="Whose id is taken out, with what they wrote in reports.")
@click.option("--community", metavar="NAME", help="What is deleted whole; a Discord server's is discord- and its id.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@common
def forget(user: str | None, community: str | None, yes: bool, output: Output, database: "Database") -> None:
    """Delete for good what is stored of a person or a server.

    What is stored of a person goes in all servers. That cannot be undone.

    \b
    Examples:
      onrecord forget --user 80351110224678912
      onrecord forget --community discord-197038439483310086
    """
    if (user is None) == (community is None):
        raise click.UsageError("Give --user ID or --community NAME, one of them.")
    with changing(database, output) as library:
        privacy = library.privacy
        if user is not None:
            found = sum(count.number for count in privacy.stored_of(user))
            what = f"{many(found, 'entry', 'entries')} of user {user}"
        else:
            found = int(community in privacy.communities())
            what = f"everything of {community}"
        if not found:
            output.error(f"nothing is stored of {user if user is not None else community}; check the id.")
            return
        if not yes and not agreed(f"Delete {what}, for good?", output):
            return
        if user is not None:
            privacy.forget_person(user)
        elif community is not None:
            privacy.forget_community(community)
    output.result({"user": user, "community": community, "forgotten": found}, f"deleted: {what}")


_THINGS = {
    "name_rule": ("rule on names", "rules on names"),
    "record": ("recorded action", "recorded actions"),
    "feed_item": ("entry of feeds", "entries of feeds"),
}
"""What people call the things in an export, where that is not as the file does."""


def _figures(moved: "Moved") -> str:
    things = (many(number, *_THINGS.get(kind, (kind,))) for kind, number in moved.things.items())
    return f"{moved.community}, {', '.join(things)}"
