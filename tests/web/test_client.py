"""Fetching: what is fetched from real local sites, and how everything else is refused."""

import asyncio
import gzip
import socket
import zlib
from collections.abc import AsyncIterator
from ipaddress import ip_address

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from index import (
    Fetched,
    Fetcher,
    FetchError,
    FetchProblem,
    Limits,
    ReadingError,
    ReadingProblem,
    Sandbox,
    Wanted,
    is_public,
    read_page,
)
from tests.sites import Page, Site, fetcher, no_pause, serving

HTML = "<p>Rain</p>"
ODD = {"2130706433", "0177.0.0.1", "127.1", "0"}
"""Hosts that aiohttp itself may refuse."""
FEED = web.Response(text="<rss/>", content_type="application/rss+xml")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving({"/": HTML}) as site:
        yield site


async def refused(client: Fetcher, url: str, want: Wanted = Wanted.PAGE) -> FetchError:
    async with client:
        with pytest.raises(FetchError) as caught:
            await client.fetch(url, want=want)
    assert "\n" not in str(caught.value)
    assert caught.value.reason
    return caught.value


async def test_a_page_comes_with_its_type_and_validators(site: Site) -> None:
    headers = {
        "Content-Type": "text/html; charset=koi8-r",
        "ETag": '"1"',
        "Last-Modified": "Fri, 03 May 2024 10:00:00 GMT",
    }
    site.pages["/a"] = web.Response(body=b"x", headers=headers)
    async with fetcher(site) as client:
        fetched = await client.fetch(f" {site.url}/a?b=c#part ", want=Wanted.PAGE)
    assert fetched == Fetched(
        f"{site.url}/a?b=c", b"x", "text/html", "koi8-r", '"1"', "Fri, 03 May 2024 10:00:00 GMT", not_modified=False
    )
    assert site.paths == ["/a?b=c"]
    agent = site.requests[-1].headers["User-Agent"]
    assert agent.startswith("Onrecord/")
    assert "Referer" not in site.requests[-1].headers


async def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    async def answer(request: web.Request) -> web.Response:
        same = request.headers.get("If-None-Match") == '"1"' and "If-Modified-Since" in request.headers
        return web.Response(status=304, headers={"ETag": '"1"'}) if same else web.Response(text="x")

    site.pages["/a"] = answer
    async with fetcher(site) as client:
        fetched = await client.fetch(
            f"{site.url}/a", want=Wanted.PAGE, etag='"1"', last_modified="Fri, 03 May 2024 10:00:00 GMT"
        )
        assert fetched.not_modified
        assert fetched.etag == '"1"'
        assert not (await client.fetch(f"{site.url}/a", want=Wanted.PAGE)).not_modified


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("file:///etc/passwd", FetchProblem.SCHEME),
        ("ftp://gazette.example/a", FetchProblem.SCHEME),
        ("gazette.example/a", FetchProblem.SCHEME),
        ("javascript:alert(1)", FetchProblem.SCHEME),
        ("data:text/html,x", FetchProblem.SCHEME),
        ("", FetchProblem.SCHEME),
        ("http://", FetchProblem.LINK),
        ("http://[::1", FetchProblem.LINK),
        ("http://gazette.example:99999/", FetchProblem.LINK),
        ("http://gazette.example/a\r\nHost: other.example", FetchProblem.LINK),
        ("http://gazette.example/" + "a" * 2_000, FetchProblem.LINK),
        ("http://rhea:secret@gazette.example/", FetchProblem.CREDENTIALS),
        ("http://rhea@gazette.example/", FetchProblem.CREDENTIALS),
    ],
)
async def test_what_is_no_link_to_read_is_refused(url: str, problem: FetchProblem) -> None:
    error = await refused(Fetcher(), url)
    assert error.problem is problem
    assert "secret" not in str(error) + error.url


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.1", "localhost", "0",
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.100.100.200", "168.63.129.16", "224.0.0.1",
        "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]",
        "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::1]", "[2001:0:7f00:1::1]", "[fd00:ec2::254]",
        "[ff02::1]", "[2001:db8::1]",
    ],
)  # fmt: skip
async def test_no_way_of_writing_an_address_leads_inside(host: str) -> None:
    for scheme in ("http", "https"):
        error = await refused(Fetcher(), f"{scheme}://{host}/")
        assert error.problem is FetchProblem.ADDRESS or (host in ODD and error.problem is FetchProblem.LINK)
        assert error.url.startswith(f"{scheme}://")
        assert "robots.txt" not in error.url


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::200e"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", ["::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1", "2001::1", "192.0.0.8"])
def test_what_stands_for_a_public_address_is_none(address: str) -> None:
    assert not is_public(ip_address(address))


async def test_other_ports_are_refused_before_anything_is_sent(site: Site) -> None:
    error = await refused(Fetcher(), site.url)
    assert error.problem is FetchProblem.PORT
    assert not site.requests


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("http://10.0.0.1/", FetchProblem.ADDRESS),
        ("//[::ffff:169.254.169.254]/latest", FetchProblem.ADDRESS),
        ("file:///etc/passwd", FetchProblem.SCHEME),
        ("http://rhea:secret@gazette.example/", FetchProblem.CREDENTIALS),
        ("http://[", FetchProblem.LINK),
    ],
)
async def test_a_redirect_leads_nowhere_that_a_link_may_not(site: Site, target: str, problem: FetchProblem) -> None:
    site.pages["/a"] = web.Response(status=302, headers={"Location": target})
    assert (await refused(fetcher(site), f"{site.url}/a")).problem is problem


async def test_a_redirect_to_a_server_inside_never_reaches_it(site: Site) -> None:
    async with serving({"/secret": "secret"}) as inside:
        site.pages["/a"] = web.Response(status=301, headers={"Location": f"{inside.url}/secret"})
        await refused(fetcher(site), f"{site.url}/a")
        assert not inside.requests


class Resolver(AbstractResolver):
    """Gives each of `turns` once, the last one for ever."""

    def __init__(self, *turns: list[str]) -> None:
        self.turns = list(turns)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
        if not addresses:
            raise OSError(None, "no such name")
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
            for one in addresses
        ]

    async def close(self) -> None:
        pass


async def test_a_name_that_resolves_inside_later_is_refused_then() -> None:
    closing = web.Response(text="rain", headers={"Connection": "close"})
    async with serving({"/a": closing, "/robots.txt": closing}) as site, serving({"/a": HTML}, "127.0.0.2") as inside:
        client = Fetcher(allowed=site.allowed, resolver=Resolver(["127.0.0.1"], ["127.0.0.2"]), pause=no_pause)
        error = await refused(client, f"http://gazette.example:{site.port}/a")
        assert error.problem in {FetchProblem.ADDRESS, FetchProblem.PORT}
        assert [request.path for request in site.requests] == ["/robots.txt"]
        assert not inside.requests


async def test_a_name_with_one_address_inside_is_refused(site: Site) -> None:
    client = Fetcher(allowed=site.allowed, resolver=Resolver(["127.0.0.3", "127.0.0.1"]), pause=no_pause)
    await refused(client, f"http://gazette.example:{site.port}/")
    assert not site.requests


async def test_a_name_that_is_nobodys_is_named() -> None:
    error = await refused(Fetcher(resolver=Resolver([])), "http://gazette.example/")
    assert error.problem is FetchProblem.UNREACHABLE
    assert "no site of that name" in str(error)


async def test_a_proxy_of_the_environment_is_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving({}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        async with fetcher(site) as client:
            await client.fetch(site.url, want=Wanted.PAGE)
        assert not proxy.requests


async def test_five_redirects_are_followed_and_not_six(site: Site) -> None:
    for number in range(6):
        site.pages[f"/{number}"] = web.Response(status=307, headers={"Location": f"{number + 1}"})
    site.pages["/6"] = HTML
    async with fetcher(site) as client:
        assert (await client.fetch(f"{site.url}/1", want=Wanted.PAGE)).url == f"{site.url}/6"
    error = await refused(fetcher(site), f"{site.url}/0")
    assert error.problem is FetchProblem.REDIRECTS


async def test_cookies_are_never_sent(site: Site) -> None:
    site.pages["/a"] = web.Response(status=302, headers={"Location": "/", "Set-Cookie": "who=rhea; Path=/"})
    async with fetcher(site) as client:
        await client.fetch(f"{site.url}/a", want=Wanted.PAGE)
        await client.fetch(site.url, want=Wanted.PAGE)
    assert len(site.paths) == 3
    assert not any("Cookie" in request.headers for request in site.requests)


def packed(data: bytes, encoding: str) -> web.Response:
    return web.Response(body=data, headers={"Content-Encoding": encoding, "Content-Type": "text/plain"})


async def test_what_is_packed_is_unpacked(site: Site) -> None:
    words = b"rain, " * 1000
    raw = zlib.compressobj(wbits=-15)
    site.pages["/gzip"] = packed(gzip.compress(words), "gzip")
    site.pages["/zlib"] = packed(zlib.compress(words), "deflate")
    site.pages["/raw"] = packed(raw.compress(words) + raw.flush(), "deflate")
    async with fetcher(site) as client:
        for path in ("/gzip", "/zlib", "/raw"):
            assert (await client.fetch(site.url + path, want=Wanted.PAGE)).data == words


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (packed(gzip.compress(bytes(50_000_000), 1), "gzip"), FetchProblem.SIZE),
        (packed(zlib.compress(bytes(50_000_000), 1), "deflate"), FetchProblem.SIZE),
        (web.Response(body=b"a" * 5_000_001, content_type="text/plain"), FetchProblem.SIZE),
        (packed(gzip.compress(b"rain" * 99)[:-9], "gzip"), FetchProblem.UNREACHABLE),
        (packed(b"rain", "gzip"), FetchProblem.UNREACHABLE),
        (packed(b"rain", "br"), FetchProblem.UNREACHABLE),
        (web.Response(body=b"x", content_type="image/png"), FetchProblem.TYPE),
        (web.Response(body=b"x", content_type="application/octet-stream"), FetchProblem.TYPE),
        (FEED, FetchProblem.TYPE),
        (web.Response(status=204), FetchProblem.STATUS),
        (web.Response(status=304), FetchProblem.STATUS),
        (web.Response(status=302), FetchProblem.STATUS),
        (web.Response(status=403), FetchProblem.STATUS),
        (web.Response(status=500), FetchProblem.STATUS),
    ],
)
async def test_answers_that_are_no_article_are_refused(site: Site, page: Page, problem: FetchProblem) -> None:
    site.pages["/a"] = page
    error = await refused(fetcher(site), f"{site.url}/a")
    assert error.problem is problem
    assert error.url == f"{site.url}/a"
    assert error.status == (page.status if problem is FetchProblem.STATUS and isinstance(page, web.Response) else None)


async def test_an_endless_body_is_left_at_the_limit(site: Site) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/plain"})
        await response.prepare(request)
        while True:
            await response.write(b"rain" * 10_000)

    site.pages["/a"] = endless
    assert (await refused(fetcher(site), f"{site.url}/a")).problem is FetchProblem.SIZE


async def test_feeds_have_types_of_their_own(site: Site) -> None:
    site.pages["/feed"] = FEED
    async with fetcher(site) as client:
        assert (await client.fetch(f"{site.url}/feed", want=Wanted.FEED)).data == b"<rss/>"
    site.pages["/feed"] = web.Response(body=b"%PDF-", content_type="application/pdf")
    assert (await refused(fetcher(site), f"{site.url}/feed", Wanted.FEED)).problem is FetchProblem.TYPE


@pytest.mark.parametrize("path", ["/robots.txt", "/a"])
async def test_a_site_that_drips_is_left_in_time(site: Site, path: str) -> None:
    over = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/plain"})
        await response.prepare(request)
        await response.write(b"r")
        await over.wait()
        return response

    site.pages[path] = drip
    error = await refused(fetcher(site, seconds=0.3), f"{site.url}/a" if path == "/a" else site.url)
    over.set()
    assert error.problem is FetchProblem.TIME


async def test_a_site_that_hangs_up_or_is_not_there_is_named(site: Site) -> None:
    async def hang_up(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    site.pages["/a"] = hang_up
    assert (await refused(fetcher(site), f"{site.url}/a")).problem is FetchProblem.UNREACHABLE
    async with serving({}) as gone:
        pass
    assert (await refused(fetcher(gone), gone.url)).problem is FetchProblem.UNREACHABLE


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": "Fri, 03 May 2024 11:00:00 GMT", "Date": "Fri, 03 May 2024 10:00:00 GMT"}, 3600.0),
        ({"Retry-After": "Fri, 03 May 2024 09:00:00 GMT"}, 0.0),
        ({"Retry-After": "9" * 30}, 7 * 86_400.0),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
async def test_a_busy_site_says_when_to_come_again(site: Site, headers: dict[str, str], seconds: float | None) -> None:
    site.pages["/a"] = web.Response(status=429, headers=headers)
    error = await refused(fetcher(site), f"{site.url}/a")
    assert (error.status, error.retry_after) == (429, seconds)


def robots(text: str) -> web.Response:
    return web.Response(text=text, content_type="text/plain")


async def test_robots_txt_is_obeyed_on_every_hop(site: Site) -> None:
    site.pages |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /private\n"),
        "/private/a": HTML,
        "/a": web.Response(status=302, headers={"Location": "/private/a"}),
    }
    for path in ("/private/a", "/a"):
        assert (await refused(fetcher(site), site.url + path)).problem is FetchProblem.ROBOTS
    assert site.paths == ["/a"]
    async with fetcher(site) as client:
        assert (await client.fetch(site.url, want=Wanted.PAGE)).data == HTML.encode()


async def test_robots_txt_is_kept_for_its_lifetime(site: Site) -> None:
    now = [0.0]
    site.pages["/robots.txt"] = robots("User-agent: *\nAllow: /\n")
    client = Fetcher(allowed=site.allowed, limits=Limits(gap=0, robots=60), clock=lambda: now[0], pause=no_pause)
    async with client:
        for moment, asked in ((0.0, 1), (59.0, 1), (61.0, 2)):
            now[0] = moment
            await client.fetch(site.url, want=Wanted.PAGE)
            assert len(site.requests) - len(site.paths) == asked
        site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
        now[0] = 122.0
        with pytest.raises(FetchError, match=r"robots\.txt"):
            await client.fetch(site.url, want=Wanted.PAGE)


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (web.Response(status=404), True),
        (web.Response(status=403), True),
        (web.Response(body=b"\xff\xfe\0<html>", content_type="text/html"), True),
        (web.Response(status=302, headers={"Location": "/rules"}), False),
        (web.Response(text="User-agent: *\nDisallow: /\n" + "# rain\n" * 100_000), False),
        (web.Response(status=302, headers={"Location": "/robots.txt"}), True),
        (web.Response(status=302, headers={"Location": "http://10.0.0.1/"}), False),
        (web.Response(status=500), False),
    ],
)
async def test_a_robots_txt_that_is_odd(site: Site, answer: web.Response, read: bool) -> None:
    site.pages |= {"/robots.txt": answer, "/rules": robots("User-agent: *\nDisallow: /\n")}
    if read:
        async with fetcher(site) as client:
            await client.fetch(site.url, want=Wanted.PAGE)
    else:
        await refused(fetcher(site), site.url)
    assert ("/" in site.paths) == read


async def test_a_host_is_asked_one_thing_at_a_time(site: Site) -> None:
    inside: list[int] = []
    most = 0

    async def answer(_: web.Request) -> web.Response:
        nonlocal most
        inside.append(1)
        most = max(most, len(inside))
        for _turn in range(50):
            await asyncio.sleep(0)
        inside.pop()
        return web.Response(text="rain")

    site.pages["/a"] = answer
    async with fetcher(site) as client:
        await asyncio.gather(*(client.fetch(f"{site.url}/a", want=Wanted.PAGE) for _ in range(8)))
    assert len(site.paths) == 8
    assert most == 1


async def test_a_host_is_left_alone_between_two_requests(site: Site) -> None:
    now, waited = [0.0], []

    async def pause(seconds: float) -> None:
        waited.append(seconds)
        now[0] += seconds

    client = Fetcher(allowed=site.allowed, limits=Limits(gap=2.0), clock=lambda: now[0], pause=pause)
    async with client:
        await client.fetch(site.url, want=Wanted.PAGE)
        now[0] += 0.5
        await client.fetch(site.url, want=Wanted.PAGE)
        now[0] += 5
        await client.fetch(site.url, want=Wanted.PAGE)
    assert waited == [2.0, 1.5]
    site.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 6\n")
    waited.clear()
    async with Fetcher(allowed=site.allowed, limits=Limits(gap=2.0), clock=lambda: now[0], pause=pause) as client:
        await client.fetch(site.url, want=Wanted.PAGE)
    assert waited == [6.0]


async def test_whoever_waits_too_long_for_a_host_is_told(site: Site) -> None:
    over, asked = asyncio.Event(), asyncio.Event()

    async def wait(_: web.Request) -> web.Response:
        asked.set()
        await over.wait()
        return web.Response(text="rain")

    site.pages["/a"] = wait
    async with fetcher(site, patience=0.1) as client:
        first = asyncio.create_task(client.fetch(f"{site.url}/a", want=Wanted.PAGE))
        await asked.wait()
        with pytest.raises(FetchError) as caught:
            await client.fetch(site.url, want=Wanted.PAGE)
        over.set()
        assert (await first).data == b"rain"
    assert caught.value.problem is FetchProblem.BUSY


def page(data: bytes, media_type: str, url: str = "https://gazette.example/a", charset: str | None = None) -> Fetched:
    return Fetched(url, data, media_type, charset, None, None)


def test_a_page_is_read_as_what_its_site_calls_it(sandbox: Sandbox) -> None:
    html = "<html><head><title>Хлеб</title></head><body><article><p>Хлеб дорог, сказала Рея. {}</p></article></html>"
    article = read_page(page(html.format("Слова. " * 60).encode("koi8-r"), "text/html", charset="KOI8-R"), sandbox)
    assert (article.title, article.url) == ("Хлеб", "https://gazette.example/a")
    assert "Хлеб дорог, сказала Рея." in article.text
    plain = read_page(page(b"<html> is a tag, said Rhea Olsen.", "text/plain"), sandbox)
    assert plain.text == "<html> is a tag, said Rhea Olsen."
    for found in (
        page(b"# Toll\n\nRain.", "text/markdown"),
        page(b"# Toll\n\nRain.", "text/plain", "https://g.example/a.md"),
    ):
        assert read_page(found, sandbox).title == "Toll"
    cyrillic = read_page(page("Хлеб дорог.".encode("koi8-r"), "text/plain", charset="koi8-r"), sandbox)
    assert cyrillic.text == "Хлеб дорог."


@pytest.mark.parametrize("charset", ["zip", "no-such", "utf-16\0", "punycode", ""])
def test_an_encoding_that_is_none_is_ignored(sandbox: Sandbox, charset: str) -> None:
    assert read_page(page(b"Caf\xe9", "text/plain", charset=charset), sandbox).text == "Café"


def test_an_article_of_over_two_megabytes_is_refused_though_the_page_is_fetched(sandbox: Sandbox) -> None:
    said = "It rained on pier {number} all day long, said Bo Marsh, a baker. " * 20
    # Not a paragraph a sentence: thousands of them take a quarter of a minute to read where others work, too.
    words = "".join(f"<p>{said.format(number=number)}</p>" for number in range(1_800))
    with pytest.raises(ReadingError) as caught:
        read_page(page(f"<html><body><article>{words}</article></body></html>".encode(), "text/html"), sandbox)
    assert caught.value.problem is ReadingProblem.TOO_LARGE
