from datetime import date

import pytest
import simcord
from discord import app_commands
from simcord.backend.errors import SetupError

from bot.context.errors import Refusal
from index import MAX_BYTES, ArticleNotFoundError, Library, RemovalNotFoundError
from tests.e2e.website import Website
from tests.e2e.world import HARBOUR, Server, failed_with, offer, text_of, typed_in
from tests.reading import made
from tests.reading.pdfs import TOLL

pytestmark = pytest.mark.once

PASTED = {
    "text": HARBOUR,
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
    data = b"x" * (MAX_BYTES + 1)
    result = await newcomer.moderator.slash(newcomer.channel, "article add", file=("big.txt", data))
    assert result.ephemeral
    assert "larger than 2 MB" in text_of(result.response)
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 0
    assert env.errors == []


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
    assert env.errors == []


STYLED = [("Title", made.HEADLINE), *(("Normal", words) for words in made.BODY)]
FILES = {
    "toll.md": "\n\n".join([f"# {made.HEADLINE}", *made.BODY]).encode(),
    "toll.html": made.page().encode(),
    "toll.pdf": TOLL,
    "toll.docx": made.docx(STYLED),
    "toll.odt": made.odt(STYLED),
    "toll.eml": made.mail("\n\n".join(made.BODY)),
    "toll.mhtml": made.mhtml(made.page()),
    "toll.mht": made.mhtml(made.page()),
    "toll.epub": made.epub({"a.xhtml": made.page()}),
    "toll.zip": made.archive({"toll.txt": "\n\n".join([made.HEADLINE, *made.BODY])}),
}


@pytest.mark.parametrize("name", FILES)
async def test_files_of_all_kinds_are_added_and_answered_from(newcomer: Server, name: str) -> None:
    added = await newcomer.moderator.slash(newcomer.channel, "article add", file=(name, FILES[name]))
    assert text_of(added.response).startswith(f"Added: **{made.HEADLINE}**")
    answer = await newcomer.member.slash(newcomer.channel, "ask", question="What did Rhea Olsen say of the toll?")
    assert "“It is too high for bakers,”" in text_of(answer.response)
    assert "**Rhea Olsen**" in text_of(answer.response)


LINKED = {
    "toll.md": "text/markdown",
    "toll.html": "text/html",
    "toll.pdf": "application/pdf",
    "toll.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "toll.odt": "application/vnd.oasis.opendocument.text",
    "toll.eml": "message/rfc822",
    "toll.mhtml": "multipart/related",
    "toll.epub": "application/epub+zip",
}


@pytest.mark.parametrize("name", LINKED)
async def test_files_of_many_kinds_are_added_by_link(newcomer: Server, site: Website, name: str) -> None:
    link = site.put_file(f"/{name}", LINKED[name], FILES[name])
    added = await newcomer.moderator.slash(newcomer.channel, "article add", links=link)
    assert text_of(added.response).startswith(f"Added: **{made.HEADLINE}**")
    answer = await newcomer.member.slash(newcomer.channel, "ask", question="What did Rhea Olsen say of the toll?")
    assert "**Rhea Olsen**" in text_of(answer.response)


@pytest.mark.parametrize("name", LINKED)
async def test_files_of_many_kinds_are_added_by_a_feed(newcomer: Server, site: Website, name: str) -> None:
    site.put_file(f"/{name}", LINKED[name], FILES[name])
    feed = site.put_feed("/rss", "Ledger", {f"/{name}": "Toll"})
    await newcomer.moderator.slash(newcomer.channel, "feed add", link=feed)
    await newcomer.moderator.slash(newcomer.channel, "feed check", feed=feed)
    answer = await newcomer.member.slash(newcomer.channel, "ask", question="What did Rhea Olsen say of the toll?")
    assert "**Rhea Olsen**" in text_of(answer.response)


async def test_each_file_of_an_archive_is_added_and_named_where_it_fails(newcomer: Server, library: Library) -> None:
    prose = {f"{number}.txt": f"Rain on day {number}\n\nIt rained, said Bo Marsh." for number in range(12)}
    data = made.archive({"bad.txt": " ", **prose, "harbour.docx": made.docx(STYLED)})
    added = await newcomer.moderator.slash(newcomer.channel, "article add", file=("news.zip", data))
    shown = text_of(added.response)
    assert shown.startswith("### 14 articles looked at")
    assert "news.zip/bad.txt: there is no text in it" in shown
    assert "… and 4 more" in shown
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 13


async def test_other_files_are_refused_by_what_they_are(newcomer: Server) -> None:
    rich = ("toll.docx", b"{\\rtf1 Toll}")
    result = await newcomer.moderator.slash(newcomer.channel, "article add", file=rich)
    assert "toll.docx: this is a rich text document. Save it as .docx or text" in text_of(result.response)
    panel = await newcomer.moderator.slash(newcomer.channel, "settings")
    await newcomer.moderator.select(panel.response, ["de"], custom_id="live:language")
    result = await newcomer.moderator.slash(newcomer.channel, "article add", file=rich)
    assert "toll.docx: Das ist ein Rich-Text-Dokument" in text_of(result.response)


async def test_text_can_be_pasted_into_a_form(newcomer: Server, library: Library) -> None:
    shown = await newcomer.moderator.slash(newcomer.channel, "article add")
    assert shown.modal is not None
    result = await newcomer.moderator.submit_modal(shown, PASTED)
    assert result.ephemeral
    assert text_of(result.response).startswith("Added: **Dredging of Saltmere harbour to begin in April**")
    (article,) = library.of(f"discord-{newcomer.guild.id}").articles()
    assert (article.title, article.outlet, article.url, article.published) == (
        "Dredging of Saltmere harbour to begin in April",
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


async def test_all_fields_that_cannot_be_used_are_told_at_once_and_lead_back_to_the_form_as_it_was(
    newcomer: Server, library: Library
) -> None:
    mod = newcomer.moderator
    wrong = PASTED | {"text": "  ", "date": "14.2.26", "link": "javascript:alert(1)"}
    refused = await mod.submit_modal(await mod.slash(newcomer.channel, "article add"), wrong)
    assert refused.ephemeral
    for said in ("The form is empty", "year-month-day", "http or https"):
        assert said in text_of(refused.response)
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 0
    again = await mod.click(refused.response, label="Back to the form")
    assert typed_in(again.modal) == wrong
    mended = await mod.submit_modal(again, PASTED)
    assert text_of(mended.response).startswith("Added")


async def test_the_form_takes_files_and_links_with_what_is_said_of_them(
    newcomer: Server, library: Library, site: Website
) -> None:
    mod, own = newcomer.moderator, library.of(f"discord-{newcomer.guild.id}")
    told = {"outlet": "Saltmere Courier", "date": "2026-02-14"}
    several = told | {"link": "https://courier.example/a", "files": [("a.txt", HARBOUR.encode()), ("b.txt", b"")]}
    refused = await mod.submit_modal(await mod.slash(newcomer.channel, "article add"), several)
    assert "for one file or text" in text_of(refused.response)
    assert "chosen again" in text_of(refused.response)
    one = several | {"files": [("a.txt", HARBOUR.encode())]}
    added = await mod.submit_modal(await mod.click(refused.response, label="Back to the form"), one)
    assert text_of(added.response).startswith("Added: **Dredging")
    link = site.put_page("/toll", made.HEADLINE, *made.BODY)
    linked = await mod.submit_modal(await mod.slash(newcomer.channel, "article add"), told | {"text": f"<{link}>\n"})
    assert text_of(linked.response).startswith(f"Added: **{made.HEADLINE}**")
    assert {(a.outlet, a.published, a.url) for a in own.articles()} == {
        ("Saltmere Courier", date(2026, 2, 14), "https://courier.example/a"),
        ("Saltmere Courier", date(2026, 2, 14), link),
    }


async def test_list_show_remove_and_restore(env: simcord.Env, saltmere: Server, library: Library) -> None:
    listed = await saltmere.moderator.slash(saltmere.channel, "article list")
    assert listed.ephemeral
    assert text_of(listed.response).startswith("### 1 article\n[Dredging of Saltmere harbour to begin in April](")
    (choice,) = await saltmere.moderator.autocomplete(saltmere.channel, "article remove", "article", "dredg")
    assert choice["name"] == "Dredging of Saltmere harbour to begin in April · Saltmere Courier · 2026-02-14"
    removed = await saltmere.moderator.slash(saltmere.channel, "article remove", article=choice["value"])
    assert text_of(removed.response).startswith("Removed: **Dredging of Saltmere harbour to begin in April**")
    assert len(library.of(f"discord-{saltmere.guild.id}")) == 0
    gone = await saltmere.moderator.slash(saltmere.channel, "article remove", article=choice["value"])
    assert "no article" in text_of(gone.response)
    empty = await saltmere.moderator.slash(saltmere.channel, "article list")
    assert "no articles yet" in text_of(empty.response)
    (back,) = await saltmere.moderator.autocomplete(saltmere.channel, "article restore", "article", "dredg")
    restored = await saltmere.moderator.slash(saltmere.channel, "article restore", article=back["value"])
    assert text_of(restored.response).startswith("Restored: **Dredging of Saltmere harbour to begin in April**")
    answer = await saltmere.member.slash(saltmere.channel, "ask", question="Who waited eleven years for the dredger?")
    assert "**Maren Holt**" in text_of(answer.response)
    again = await saltmere.moderator.slash(saltmere.channel, "article restore", article=back["value"])
    assert "no removed article" in text_of(again.response)
    failed_with(env, ArticleNotFoundError, RemovalNotFoundError)


async def test_members_see_the_latest_articles_and_whom_one_quotes(saltmere: Server) -> None:
    latest = await saltmere.member.slash(saltmere.channel, "library latest")
    assert text_of(latest.response).startswith("### The newest articles\n[Dredging of Saltmere harbour")
    (choice,) = await saltmere.member.autocomplete(saltmere.channel, "library show", "article", "dregding")
    shown = await saltmere.member.slash(saltmere.channel, "library show", article=choice["value"])
    assert "**Maren Holt** · 2 quotations" in text_of(shown.response)


async def test_moderators_commands_are_not_offered_to_members(env: simcord.Env, saltmere: Server) -> None:
    offered = set(saltmere.member.available_commands(saltmere.channel))
    assert not {name for name in offered if name.startswith(("feed", "person", "reports", "settings"))}
    assert not {name for name in offered if name.startswith("article")}
    more = {"article add", "feed add", "feed list", "feed edit", "feed check", "person merge", "reports", "settings"}
    assert more <= set(saltmere.moderator.available_commands(saltmere.channel))
    reader = env.create_user("reader")
    assert {"ask", "quotes", "people", "help", "about", "privacy"} <= set(reader.available_commands())
    with pytest.raises(SetupError):
        await saltmere.member.slash(saltmere.channel, "feed list")


async def test_a_member_changes_nothing_even_where_the_server_offers_the_commands(
    env: simcord.Env, saltmere: Server, library: Library
) -> None:
    own = library.of(f"discord-{saltmere.guild.id}")
    await offer(env, saltmere, "article", saltmere.member)
    for name in ("add", "edit", "list", "remove", "restore"):
        options = {"article": own.articles()[0].id} if name in {"edit", "remove", "restore"} else {}
        result = await saltmere.member.slash(saltmere.channel, f"article {name}", **options)
        assert result.ephemeral
        assert result.modal is None
        if name == "add":
            assert text_of(result.response).startswith("Only moderators of this server")
        else:
            assert text_of(result.response) == "You need the Manage Server permission for that."
        if options:
            assert await saltmere.member.autocomplete(saltmere.channel, f"article {name}", "article", "") == []
    assert len(own) == 1
    failed_with(env, Refusal, *[app_commands.MissingPermissions] * 4)


async def test_a_form_opened_before_the_permission_was_taken_is_refused(
    env: simcord.Env, newcomer: Server, library: Library
) -> None:
    form = await newcomer.moderator.slash(newcomer.channel, "article add")
    newcomer.guild.remove_member(newcomer.moderator)
    former = newcomer.guild.add_member(newcomer.moderator.user)
    refused = await former.submit_modal(form, PASTED)
    assert refused.ephemeral
    assert "Only moderators" in text_of(refused.response)
    assert len(library.of(f"discord-{newcomer.guild.id}")) == 0
    failed_with(env, Refusal)


async def test_several_files_at_once_get_a_line_each_that_is_brought_up_to_date(
    env: simcord.Env, newcomer: Server
) -> None:
    result = await newcomer.moderator.slash(
        newcomer.channel,
        "article add",
        file=("harbour.txt", HARBOUR.encode()),
        file2=("empty.txt", b""),
        file3=("again.txt", HARBOUR.encode()),
    )
    shown = text_of(result.response)
    assert shown.startswith("### 3 articles looked at")
    assert "Added: **Dredging of Saltmere harbour" in shown
    assert "⚠️ empty.txt: there is no text in it." in shown
    assert "Already in the library, unchanged" in shown
    assert len([r for r in env.http_requests if r.method == "PATCH" and "/messages/" in r.path]) == 2


async def test_a_direct_message_offers_nothing_that_changes_a_library(env: simcord.Env) -> None:
    offered = set(env.create_user("reader").available_commands())
    assert "library latest" in offered
    assert not {name for name in offered if name.startswith(("article", "feed", "Add to library"))}
