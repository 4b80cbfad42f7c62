import json
from contextlib import closing
from dataclasses import replace

import simcord
from discord import ChannelType

from bot.app import build_bot
from bot.context.errors import Refusal
from bot.context.preferences import community_of
from bot.context.replies import NOBODY, Still
from bot.i18n.wording import Language, Wordings
from bot.render.feeds import feeds_pages
from bot.settings import Settings
from index import Fetcher, FetchError, Library, ReadingError
from index.store import Store
from tests.e2e.website import Website
from tests.e2e.world import HARBOUR, Server, buttons_of, failed_with, text_of


def _make_due(settings: Settings) -> None:
    """Let all feeds be due, however lately they were looked at."""
    with closing(Store(settings.opened)) as store:
        store.write("UPDATE feeds SET next_check = added")


def _story(site: Website, name: str, who: str = "Maren Holt") -> dict[str, str]:
    site.put_page(
        f"/{name}",
        f"Tide table of {name}",
        f"“The tide of {name} will be high,” said {who}, the harbour master, on Monday.",
        f"Boats in the harbour of {name} were told to stay where they are until the storm is over.",
    )
    return {f"/{name}": f"Tide table of {name}"}


async def test_a_feed_is_subscribed_read_and_announced(newcomer: Server, library: Library, site: Website) -> None:
    mod = newcomer.moderator
    items = _story(site, "saltmere") | _story(site, "quillon")
    link = site.put_feed("/rss", "Ledger *tides*", items)
    added = await mod.slash(newcomer.channel, "feed add", link=link, announce=newcomer.channel)
    assert text_of(added.response).startswith(r"Subscribed: **Ledger \*tides\***. It lists 2 articles")
    await mod.slash(newcomer.channel, "feed check", feed=link)
    own = library.of(community_of(newcomer.guild.id))
    assert len(own) == 2
    assert newcomer.channel.history() == [] or all("New from" not in text_of(m) for m in newcomer.channel.history())

    site.put_feed("/rss", "Ledger *tides*", items | _story(site, "tollan"))
    checked = await mod.slash(newcomer.channel, "feed check", feed=link)
    assert "Added: **Tide table of tollan**" in text_of(checked.response)
    (announced,) = [m for m in newcomer.channel.history() if "New from" in text_of(m)]
    assert "Tide table of tollan" in text_of(announced)
    quoted = await newcomer.member.click(announced, label="Who is quoted?")
    assert quoted.ephemeral
    assert "**Maren Holt**" in text_of(quoted.response)

    again = await mod.slash(newcomer.channel, "feed check", feed=link)
    assert "nothing new" in text_of(again.response)
    assert len(own) == 3
    assert len([m for m in newcomer.channel.history() if "New from" in text_of(m)]) == 1


async def test_a_feed_is_found_from_a_page_of_its_site(newcomer: Server, library: Library, site: Website) -> None:
    link = site.put_feed("/news/rss", "Ledger", _story(site, "saltmere"))
    site.put_page("/", "Tollan Ledger", "What the Tollan Ledger has on its front page today, and on others.")
    kind, page = site.bodies["/"]
    names = '<link rel="alternate" type="application/rss+xml" href="news/rss">'
    site.bodies["/"] = (kind, page.replace("</head>", f"{names}</head>"))
    added = await newcomer.moderator.slash(newcomer.channel, "feed add", link=site.address)
    assert text_of(added.response).startswith("Subscribed: **Ledger**. It lists 1 article")
    (feed,) = library.of(community_of(newcomer.guild.id)).feeds.list()
    assert feed.url == link
    await newcomer.moderator.slash(newcomer.channel, "feed check", feed=link)
    assert len(library.of(community_of(newcomer.guild.id))) == 1


async def test_an_article_that_only_its_feed_lets_be_read_says_so(newcomer: Server, site: Website) -> None:
    told = "<p>“The lock will stay shut all winter,” said Maren Holt, the harbour master, on Monday.</p>"
    rest = "".join(
        f"<p>Boat {n} of the harbour was told to stay where it is until the storm is over.</p>" for n in range(9)
    )
    items = [{"id": "1", "url": "/lock", "title": "Lock stays shut", "content_html": told + rest}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", "items": items}
    site.bodies["/feed.json"] = ("application/feed+json", json.dumps(feed))
    site.bodies["/robots.txt"] = ("text/plain", "User-agent: *\nDisallow: /lock")
    link = f"{site.address}/feed.json"
    await newcomer.moderator.slash(newcomer.channel, "feed add", link=link)
    await newcomer.moderator.slash(newcomer.channel, "feed check", feed=link)
    listed = await newcomer.moderator.slash(newcomer.channel, "article list")
    answer = await newcomer.member.slash(newcomer.channel, "ask", question="What did Maren Holt say about the lock?")
    assert "“The lock will stay shut all winter,”" in text_of(answer.response)
    for shown in (listed, answer):
        assert "text from the feed" in text_of(shown.response)
    assert "/lock" not in {path for path, _ in site.asked}


async def test_feeds_survive_a_restart_and_a_removed_article_does_not_come_back(
    env: simcord.Env, newcomer: Server, library: Library, settings: Settings, site: Website, fetcher: Fetcher
) -> None:
    mod = newcomer.moderator
    link = site.put_feed("/rss", "Ledger", _story(site, "saltmere"))
    await mod.slash(newcomer.channel, "feed add", link=link)
    await mod.slash(newcomer.channel, "feed check", feed=link)
    own = library.of(community_of(newcomer.guild.id))
    await mod.slash(newcomer.channel, "article remove", article=own.articles()[0].id)
    site.put_page("/saltmere", "Tide table", "“The tide will be low,” said Maren Holt, the harbour master, on Friday.")
    site.put_feed("/rss", "Ledger", {"/saltmere": "Tide table, corrected"})
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    listed = text_of((await mod.slash(newcomer.channel, "feed list")).response)
    assert "Ledger" in listed
    await mod.slash(newcomer.channel, "feed check", feed=link)
    assert len(own) == 0
    removed = await mod.slash(newcomer.channel, "feed remove", feed=link)
    assert "No longer subscribed: Ledger" in text_of(removed.response)
    assert "no feeds" in text_of((await mod.slash(newcomer.channel, "feed list")).response)


async def test_a_feed_that_fails_says_why(env: simcord.Env, newcomer: Server, site: Website) -> None:
    mod = newcomer.moderator
    missing = await mod.slash(newcomer.channel, "feed add", link=f"{site.address}/nowhere")
    assert "error 404" in text_of(missing.response)
    page = site.put_page("/page", "No feed", "This is a page and not a feed at all, whatever its name may be.")
    assert "not a feed" in text_of((await mod.slash(newcomer.channel, "feed add", link=page)).response)
    link = site.put_feed("/rss", "Ledger", _story(site, "saltmere"))
    await mod.slash(newcomer.channel, "feed add", link=link)
    site.bodies.pop("/rss")
    failed = await mod.slash(newcomer.channel, "feed check", feed=link)
    assert "could not be read" in text_of(failed.response)
    assert "⚠️" in text_of((await mod.slash(newcomer.channel, "feed list")).response)
    failed_with(env, FetchError, ReadingError)


async def test_one_servers_poisoned_feeds_keep_no_other_servers_from_being_announced(
    env: simcord.Env, newcomer: Server, quillon: Server, library: Library, settings: Settings, site: Website
) -> None:
    """A feed's answer has a header of which a parser makes an error that nobody foresaw, or had."""
    items = _story(site, "saltmere")
    link = site.put_feed("/rss", "Ledger", items)
    await newcomer.moderator.slash(newcomer.channel, "feed add", link=link, announce=newcomer.channel)
    await newcomer.moderator.slash(newcomer.channel, "feed check", feed=link)
    site.put_feed("/rss", "Ledger", items | _story(site, "tollan"))
    site.bodies["/poison"] = ("text/html" + "(" * 8_000, "")
    poisoned = library.of(community_of(quillon.guild.id)).feeds
    for number in range(20):
        poisoned.add(f"{site.address}/poison?{number}", f"Poison {number}", announce_in=None)
    _make_due(settings)
    await env.advance_time(61)
    await env.settle()
    (announced,) = [m for m in newcomer.channel.history() if "New from" in text_of(m)]
    assert "Tide table of tollan" in text_of(announced)
    assert [feed.failures for feed in poisoned.list()] == [1] * 20
    listed = text_of((await quillon.moderator.slash(quillon.channel, "feed list")).response)
    assert listed.count("⚠️") >= 5


async def test_a_feed_that_rests_says_so_and_is_checked_by_a_button(
    env: simcord.Env, newcomer: Server, library: Library, settings: Settings, site: Website, fetcher: Fetcher
) -> None:
    mod = newcomer.moderator
    link = site.put_feed("/rss", "Ledger *tides*", _story(site, "saltmere"))
    await mod.slash(newcomer.channel, "feed add", link=link)
    feeds = library.of(community_of(newcomer.guild.id)).feeds
    (feed,) = feeds.list()
    assert "Check Ledger *tides*" not in buttons_of((await mod.slash(newcomer.channel, "feed list")).response)
    feeds.records.rest(feed.id, 2, "It rests.")
    listed = (await mod.slash(newcomer.channel, "feed list")).response
    assert "has ended the bot 2 times in a row" in text_of(listed)
    site.put_feed("/rss", "Ledger *tides*", _story(site, "saltmere") | _story(site, "tollan"))
    await env.restart_bot(build_bot(settings, library, fetcher=fetcher))
    checked = await mod.click(listed, label="Check Ledger *tides*")
    assert checked.ephemeral
    assert "Added: **Tide table of tollan**" in text_of(checked.response)
    again = (await mod.slash(newcomer.channel, "feed list")).response
    assert "in a row" not in text_of(again)
    assert "Check Ledger *tides*" not in buttons_of(again)
    assert "feed-check" in [record.act for record in library.of(community_of(newcomer.guild.id)).audit.list(limit=9)]


async def test_the_button_is_for_those_who_manage_the_server_that_follows_the_feed(
    env: simcord.Env, newcomer: Server, quillon: Server, library: Library, site: Website
) -> None:
    mod = newcomer.moderator
    link = site.put_feed("/rss", "Ledger", _story(site, "saltmere"))
    await mod.slash(newcomer.channel, "feed add", link=link)
    (feed,) = library.of(community_of(newcomer.guild.id)).feeds.list()
    asked = len(site.asked)
    say = Wordings().of(Language.ENGLISH)
    failing = replace(feed, last_error="It fails.")
    for channel, person, words in (
        (newcomer.channel, newcomer.member, "Manage Server"),
        (quillon.channel, quillon.moderator, "There is no feed"),
    ):
        view = Still(feeds_pages([failing], say)[0])
        posted = await env.bot.get_channel(channel.id).send(view=view, allowed_mentions=NOBODY)
        refused = await person.click(channel.history()[-1], label="Check Ledger")
        assert refused.ephemeral
        assert words in text_of(refused.response), posted
    assert len(site.asked) == asked


async def test_a_feed_is_edited_and_keeps_its_channel_when_it_is_added_again(
    env: simcord.Env, newcomer: Server, quillon: Server, library: Library, site: Website
) -> None:
    mod, feeds = newcomer.moderator, library.of(community_of(newcomer.guild.id)).feeds
    link = site.put_feed("/rss", "Ledger", _story(site, "saltmere"))
    added = await mod.slash(newcomer.channel, "feed add", link=link, announce=newcomer.channel)
    assert f"announced in <#{newcomer.channel.id}>" in text_of(added.response)
    again = await mod.slash(newcomer.channel, "feed add", link=link)
    assert text_of(again.response).startswith("Subscribed before: **Ledger**")
    assert f"announced in <#{newcomer.channel.id}>" in text_of(again.response)
    form = await mod.slash(newcomer.channel, "feed edit", feed=link)
    news = newcomer.guild.create_text_channel("tides")
    edited = await mod.submit_modal(form, {"title": "Tides *daily*", "announce": [news]})
    assert text_of(edited.response).startswith(r"Saved: **Tides \*daily\***")
    (feed,) = feeds.list()
    assert (feed.title, feed.announce_in) == ("Tides *daily*", str(news.id))
    form = await mod.slash(newcomer.channel, "feed edit", feed=str(feed.id))
    settled = await mod.submit_modal(form, {"title": "Tides"})
    assert "announced where </settings:" in text_of(settled.response)
    assert "Subscribed before: **Tides**" in text_of(
        (await mod.slash(newcomer.channel, "feed add", link=link)).response
    )
    assert (feeds.list()[0].title, feeds.list()[0].announce_in) == ("Tides", "settings")
    form = await mod.slash(newcomer.channel, "feed edit", feed=link)
    silenced = await mod.submit_modal(form, {"title": "Tides", "announced": False, "announce": [news]})
    assert "announced nowhere" in text_of(silenced.response)
    assert "announced nowhere" in text_of((await mod.slash(newcomer.channel, "feed list")).response)
    assert "announced nowhere" in text_of((await mod.slash(newcomer.channel, "feed add", link=link)).response)
    assert feeds.list()[0].announce_in is None
    foreign = await quillon.moderator.slash(quillon.channel, "feed edit", feed=str(feed.id))
    assert foreign.modal is None
    assert "There is no feed" in text_of(foreign.response)
    failed_with(env, Refusal)


async def test_a_feed_that_is_announced_in_a_forum_stays_there_when_it_is_renamed(
    newcomer: Server, library: Library, site: Website
) -> None:
    mod, feeds = newcomer.moderator, library.of(community_of(newcomer.guild.id)).feeds
    forum = newcomer.guild.create_forum_channel("stories")
    link = site.put_feed("/rss", "Ledger", _story(site, "saltmere"))
    await mod.slash(newcomer.channel, "feed add", link=link, announce=forum)
    form = await mod.slash(newcomer.channel, "feed edit", feed=link)
    fields = [label["component"] for label in (form.modal or {})["components"]]
    (where,) = [field for field in fields if field["custom_id"] == "announce"]
    assert ChannelType.forum.value in where["channel_types"]
    await mod.submit_modal(form, {"title": "Tides", "announce": [forum]})
    (feed,) = feeds.list()
    assert (feed.title, feed.announce_in) == ("Tides", str(forum.id))


async def test_feeds_are_offered_by_title(env: simcord.Env, newcomer: Server, site: Website) -> None:
    link = site.put_feed("/rss", "Ledger", _story(site, "saltmere"))
    await newcomer.moderator.slash(newcomer.channel, "feed add", link=link)
    for name in ("feed remove", "feed check"):
        (choice,) = await newcomer.moderator.autocomplete(newcomer.channel, name, "feed", "led")
        assert choice["name"].startswith("Ledger · http")
    unknown = await newcomer.moderator.slash(newcomer.channel, "feed check", feed="no such feed")
    assert "no feed no such feed here" in text_of(unknown.response)
    failed_with(env, Refusal)


async def test_links_are_added_with_a_line_each_and_failures_say_why(
    newcomer: Server, library: Library, site: Website
) -> None:
    _story(site, "saltmere")
    links = f"{site.address}/saltmere {site.address}/nowhere https://10.0.0.1/private ftp://x.example/"
    result = await newcomer.moderator.slash(newcomer.channel, "article add", links=links)
    shown = text_of(result.response)
    assert shown.startswith("### 3 articles looked at")
    assert "Added: **Tide table of saltmere**" in shown
    assert "error 404" in shown
    assert "not on the public internet" in shown
    (article,) = library.of(community_of(newcomer.guild.id)).articles()
    assert (article.url, article.outlet) == (f"{site.address}/saltmere", "Tollan Ledger")


async def test_a_messages_links_and_files_are_added_by_those_who_may(
    env: simcord.Env, newcomer: Server, library: Library, site: Website
) -> None:
    _story(site, "saltmere")
    message = await newcomer.member.send(newcomer.channel, f"read this: <{site.address}/saltmere>.")
    result = await newcomer.moderator.context_menu(newcomer.channel, "Add to library", message)
    assert "Added: **Tide table of saltmere**" in text_of(result.response)
    with_file = await newcomer.member.send(newcomer.channel, "", attachments=[("harbour.txt", HARBOUR.encode())])
    filed = await newcomer.moderator.context_menu(newcomer.channel, "Add to library", with_file)
    assert "Added: **Dredging of Saltmere harbour" in text_of(filed.response)
    plain = await newcomer.member.send(newcomer.channel, "<:gull:123456789012345678>")
    nothing = await newcomer.moderator.context_menu(newcomer.channel, "Add to library", plain)
    assert "nothing to add in this message" in text_of(nothing.response)
    refused = await newcomer.member.context_menu(newcomer.channel, "Add to library", message)
    assert "Only moderators" in text_of(refused.response)
    failed_with(env, Refusal, Refusal)
    assert len(library.of(community_of(newcomer.guild.id))) == 2
    assert "Delete" not in buttons_of(result.response)
