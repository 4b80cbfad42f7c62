from datetime import date
from typing import Any

import pytest
import simcord
from discord import app_commands
from simcord.backend.errors import SetupError

from bot.commands.articles import ATTACHMENT
from bot.errors import Refusal
from index import ArticleNotFoundError, Library, ReadingError
from tests.e2e.world import HARBOUR, Server, callback_types, failed_with, text_of

PASTED = {
    "text": HARBOUR,
    "title": "Dredging to begin",
    "outlet": "Saltmere Courier",
    "link": "https://courier.example/dredging",
    "date": "2026-02-14",
}


async def test_an_attachment_is_added_and_answered_from(newcomer: Server) -> None:
    added = await newcomer.moderator.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    assert added.ephemeral
    assert text_of(added.response).startswith("Added: **Dredging of Saltmere harbour to begin in April**")
    again = await newcomer.moderator.slash(newcomer.channel, "article add", file=("harbour.txt", HARBOUR.encode()))
    assert text_of(again.response).startswith("Already in the library, unchanged")
    answer = await newcomer.member.slash(newcomer.channel, "ask", question="Who waited eleven years for the dredger?")
    assert "**Maren Holt**" in text_of(answer.response)


async def test_an_attachment_over_two_megabytes_is_refused_before_it_is_read(
    env: simcord.Env, newcomer: Server, library: Library
) -> None:
    data = b"x" * (ATTACHMENT + 1)
    result = await newcomer.moderator.slash(newcomer.channel, "article add", file=("big.txt", data))
    assert result.ephemeral
    assert callback_types(env) == [4]
    assert "larger than 2 MB" in text_of(result.response)
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 0
    failed_with(env, Refusal)


@pytest.mark.parametrize(("name", "data"), [("empty.txt", b""), ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00" * 20)])
async def test_a_file_that_is_no_article_is_refused_in_one_sentence_with_its_name(
    env: simcord.Env, newcomer: Server, name: str, data: bytes
) -> None:
    result = await newcomer.moderator.slash(newcomer.channel, "article add", file=(name, data))
    shown = text_of(result.response)
    assert result.ephemeral
    assert name in shown
    assert "\n" not in shown
    assert "reference" not in shown
    failed_with(env, ReadingError)


async def test_text_can_be_pasted_into_a_form(newcomer: Server, library: Library) -> None:
    shown = await newcomer.moderator.slash(newcomer.channel, "article add")
    assert shown.modal is not None
    result = await newcomer.moderator.submit_modal(shown, PASTED)
    assert result.ephemeral
    assert text_of(result.response).startswith("Added: **Dredging to begin**")
    (article,) = library.of(f"discord-{newcomer.guild.id}").articles()
    assert (article.title, article.outlet, article.url, article.published) == (
        "Dredging to begin",
        "Saltmere Courier",
        "https://courier.example/dredging",
        date(2026, 2, 14),
    )


async def test_only_the_text_is_required(newcomer: Server, library: Library) -> None:
    shown = await newcomer.moderator.slash(newcomer.channel, "article add")
    await newcomer.moderator.submit_modal(shown, {"text": HARBOUR})
    (article,) = library.of(f"discord-{newcomer.guild.id}").articles()
    assert article.title
    assert article.url is None


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", "  ", "no text"),
        ("date", "14.2.26", "year-month-day"),
        ("link", "javascript:alert(1)", "http or https"),
    ],
)
async def test_a_field_that_cannot_be_used_leads_back_to_the_form_as_it_was(
    newcomer: Server, library: Library, field: str, value: str, said: str
) -> None:
    form = await newcomer.moderator.slash(newcomer.channel, "article add")
    refused = await newcomer.moderator.submit_modal(form, PASTED | {field: value})
    assert refused.ephemeral
    assert said in text_of(refused.response)
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 0
    again = await newcomer.moderator.click(refused.response, label="Back to the form")
    assert _defaults(again.modal) == PASTED | {field: value}
    mended = await newcomer.moderator.submit_modal(again, PASTED)
    assert text_of(mended.response).startswith("Added")


async def test_list_show_and_remove(env: simcord.Env, saltmere: Server, library: Library) -> None:
    listed = await saltmere.moderator.slash(saltmere.channel, "article list")
    assert listed.ephemeral
    assert text_of(listed.response).startswith("### 1 article\n[Dredging of Saltmere harbour to begin in April](")
    (choice,) = await saltmere.moderator.autocomplete(saltmere.channel, "article show", "article", "dredg")
    assert choice["name"] == "Dredging of Saltmere harbour to begin in April · Saltmere Courier · 2026-02-14"
    shown = await saltmere.moderator.slash(saltmere.channel, "article show", article=choice["value"])
    assert shown.ephemeral
    assert "**Maren Holt** · 2 quotations" in text_of(shown.response)
    removed = await saltmere.moderator.slash(saltmere.channel, "article remove", article=choice["value"])
    assert text_of(removed.response) == "Removed: **Dredging of Saltmere harbour to begin in April**"
    assert len(library.of(f"discord-{saltmere.guild.id}")) == 0
    gone = await saltmere.moderator.slash(saltmere.channel, "article remove", article=choice["value"])
    assert "no article" in text_of(gone.response)
    empty = await saltmere.moderator.slash(saltmere.channel, "article list")
    assert "no articles yet" in text_of(empty.response)
    failed_with(env, ArticleNotFoundError)


async def test_members_are_not_offered_the_commands(env: simcord.Env, saltmere: Server) -> None:
    assert not [name for name in saltmere.member.available_commands(saltmere.channel) if name.startswith("article")]
    assert {"article add", "article list", "article show", "article remove"} <= set(
        saltmere.moderator.available_commands(saltmere.channel)
    )
    reader = env.create_user("reader")
    assert set(reader.available_commands()) == {"ask", "quotes", "people"}
    with pytest.raises(SetupError):
        await saltmere.member.slash(saltmere.channel, "article list")


@pytest.mark.parametrize("name", ["article add", "article list", "article show", "article remove"])
async def test_a_member_who_was_handed_the_commands_is_still_refused(
    env: simcord.Env, saltmere: Server, library: Library, name: str
) -> None:
    await _hand_over(env, saltmere)
    own = library.of(f"discord-{saltmere.guild.id}")
    article_id = own.articles()[0].id
    options = {"article": article_id} if name.endswith(("show", "remove")) else {}
    result = await saltmere.member.slash(saltmere.channel, name, **options)
    assert result.ephemeral
    assert text_of(result.response) == "You need the Manage Server permission for that."
    assert result.modal is None
    assert len(own) == 1
    if options:
        assert await saltmere.member.autocomplete(saltmere.channel, name, "article", "") == []
    failed_with(env, app_commands.MissingPermissions)


async def test_a_form_opened_before_the_permission_was_taken_is_refused(
    env: simcord.Env, newcomer: Server, library: Library
) -> None:
    form = await newcomer.moderator.slash(newcomer.channel, "article add")
    newcomer.guild.remove_member(newcomer.moderator)
    former = newcomer.guild.add_member(newcomer.moderator.user)
    refused = await former.submit_modal(form, PASTED)
    assert refused.ephemeral
    assert "permission" in text_of(refused.response)
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 0
    failed_with(env, app_commands.MissingPermissions)


async def _hand_over(env: simcord.Env, server: Server) -> None:
    """Let a plain member use /article, as a server's own command settings can."""
    command = next(command for command in await env.bot.tree.fetch_commands() if command.name == "article")
    server.guild.set_command_permissions(command, {server.member: True})


def _defaults(modal: dict[str, Any]) -> dict[str, str]:
    fields = [label["component"] for label in modal["components"]]
    return {field["custom_id"]: field.get("value", "") for field in fields}
