"""forget."""

import click

from index.cli.options import common
from index.cli.session import Output, writing
from index.store import Database


@click.command()
@click.option("--user", metavar="ID", help="Whose id is taken out, with what they wrote in reports.")
@click.option("--community", metavar="NAME", help="What is deleted whole; a Discord server's is discord- and its id.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@common
def forget(user: str | None, community: str | None, yes: bool, as_json: bool, database: Database) -> None:
    """Delete for good what is stored of a person, in all servers, or of a server.

    \b
    Examples:
      onrecord forget --user 80351110224678912
      onrecord forget --community discord-197038439483310086
    """
    if (user is None) == (community is None):
        raise click.UsageError("Give --user ID or --community NAME, one of them.")
    output = Output(as_json=as_json)
    with writing(database) as library:
        privacy = library.privacy
        if user is not None:
            found = sum(count.number for count in privacy.stored_of(user))
            what = f"{found} acts, reports, corrections and removals of user {user}"
        else:
            found = int(community in privacy.communities())
            what = f"everything of {community}"
        if not found:
            output.error(f"nothing is stored of {user if user is not None else community}; check the id.")
            output.finish()
        if not yes:
            click.confirm(f"Delete {what}, for good?", abort=True, err=True)
        if user is not None:
            privacy.forget_person(user)
        elif community is not None:
            privacy.forget_community(community)
    output.result({"user": user, "community": community, "forgotten": found}, f"deleted: {what}")
