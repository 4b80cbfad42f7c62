"""The bot under load: ``python -m tests.bench.load`` (or with the names of some rows only).

For each row the event loop is probed every 5 ms while the bot works below Discord: how late it came (99 % and most,
milliseconds, and the most without the time in which this process's threads waited for a processor that others had,
where the system tells it), how long the work took, and, where 500 questions over 50 libraries are asked meanwhile, how
long these took. Discord drops what is not acknowledged within 3,000 ms; an answer may come later, but should not.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.context.asker import Asker
from bot.i18n.wording import Language, Wordings
from bot.render.card.fonts import load_fonts
from bot.render.places import PassagePlace
from bot.runtime.gc import short_pauses
from bot.services.acts import Acts
from bot.services.moderation import Moderation
from bot.services.queries import Queries
from bot.services.uploads import Reading, Upload
from index import (
    Fetched,
    Fetcher,
    FileReading,
    Library,
    Sandbox,
    open_library,
    read_all,
    read_page,
    read_text,
    shared_encoder,
)
from tests.reading.pdfs import drawn, line, pdf

DEV = Path(__file__).resolve().parents[3] / "shared" / "eval" / "news_dev.jsonl"

_PROBE = 0.005  # seconds between two looks at the loop
_QUESTIONS, _LIBRARIES, _ARTICLES = 500, 50, 5
_BUSY = 1_000  # the first of the servers that give the bot work; their questions are nobody's

Work = Callable[[], Awaitable[None]]
"""What the bot is given to do; all that it is made of was made before."""


@dataclass(frozen=True, slots=True)
class Given:
    """Bytes that need no fetching."""

    name: str
    data: bytes

    async def fetch(self, _: Fetcher, sandbox: Sandbox) -> Reading:
        if self.name.endswith(".html"):
            address = f"https://news.example/{self.name}"
            page = Fetched(address, self.data, "text/html", "utf-8", None, None)
            return partial(_read_one, page, sandbox)
        return partial(read_all, self.data, self.name, sandbox)


@dataclass
class World:
    """The bot's own parts over a database of 50 small libraries."""

    library: Library
    queries: Queries
    moderation: Moderation
    say: Callable[..., str]
    articles: list[dict[str, str]]
    lags: list[float] = field(default_factory=list)
    own_lags: list[float] = field(default_factory=list)
    count: int = 0

    def asker(self, guild_id: int) -> Asker:
        return Asker(guild_id, guild_id, self.say)  # type: ignore[arg-type]

    async def add(self, guild_id: int, kind: str, data: bytes) -> None:
        self.count += 1
        name = f"{self.count}.{kind}"
        async for done, _ in self.moderation.add(self.asker(guild_id), (Upload(name, Given(name, data).fetch),)):
            if done[-1].problem:
                print(f"    {done[-1].problem}")

    def prose(self, size: int) -> str:
        words = f"{time.time()}\n\n" + "\n\n".join(article["text"] for article in self.articles)
        return (words * (size // len(words) + 1))[:size]

    async def ask_all(self) -> list[float]:
        """500 questions at once; how long each took, in milliseconds."""

        async def ask(number: int) -> float:
            article = self.articles[number % len(self.articles)]
            began = time.perf_counter()
            await self.queries.ask(self.asker(number % _LIBRARIES + 1), f"What was said about {article['title'][:80]}?")
            return 1000 * (time.perf_counter() - began)

        return list(await asyncio.gather(*(ask(number) for number in range(_QUESTIONS))))


@asynccontextmanager
async def probing(world: World) -> AsyncIterator[None]:
    """Note how late the loop is, each time it should have come by."""

    async def probe() -> None:
        while True:
            waited = _waited()
            due = time.perf_counter() + _PROBE
            await asyncio.sleep(_PROBE)
            late = 1000 * (time.perf_counter() - due)
            world.lags.append(late)
            world.own_lags.append(max(0.0, late - max(0.0, _waited() - waited)))  # a thread that ended takes its own

    world.lags.clear()
    world.own_lags.clear()
    task = asyncio.create_task(probe())
    try:
        yield
    finally:
        task.cancel()


def _read_one(page: Fetched, sandbox: Sandbox) -> Iterator[FileReading]:
    yield FileReading(page.url, read_page(page, sandbox))


def text(world: World) -> Work:
    return partial(world.add, _BUSY, "txt", world.prose(1_000_000).encode())


def page(world: World) -> Work:
    return partial(world.add, _BUSY, "html", _page(world.prose(1_500_000), 5_000_000))


def small_pages(world: World) -> Work:
    pages = [_page(f"{article['text']}\n\n{time.time()}", 60_000) for article in world.articles[:20]]

    async def work() -> None:
        for one in pages:
            await world.add(_BUSY + 1, "html", one)

    return work


def paper(world: World) -> Work:
    return partial(world.add, _BUSY, "pdf", _paper(world.prose(700_000)))


def index(world: World) -> Work:
    """20,000 sentences, built by the first question about them."""

    async def work() -> None:
        await world.queries.ask(world.asker(_BUSY + 2), "What was said about the harbour?")

    return work


def cards(world: World) -> Work:
    asker = world.asker(1)
    own = world.queries.own(1)
    passages = [p for a in world.articles[:8] for p in own.ask(a["title"][:80]).passages]
    places = [PassagePlace(_token(p.article_id), p.span, None) for p in passages[:20]]

    async def work() -> None:
        await asyncio.gather(*(world.queries.card(asker, place, shown_to_all=True) for place in places))

    return work


def four(world: World) -> Work:
    """Four servers' jobs at once."""
    prose = world.prose(300_000)
    jobs = [
        partial(world.add, _BUSY + 3, "txt", prose.encode()),
        partial(world.add, _BUSY + 4, "html", _page(prose, 1_000_000)),
        partial(world.add, _BUSY + 5, "pdf", _paper(prose)),
        partial(world.add, _BUSY + 6, "txt", prose.encode()),
    ]

    async def work() -> None:
        await asyncio.gather(*(job() for job in jobs))

    return work


def nothing(_: World) -> Work:
    """Leave the loop alone for a while: what it is late then, it owes to the machine."""
    return partial(asyncio.sleep, 1)


_ROWS: dict[str, tuple[str, Callable[[World], Work]]] = {
    "idle": ("nothing", nothing),
    "text": ("1 MB of text", text),
    "page": ("an HTML page of 5 MB", page),
    "small": ("20 pages of 60 kB", small_pages),
    "pdf": ("a PDF of 200 pages", paper),
    "index": ("an index of 20k sentences", index),
    "cards": ("20 cards", cards),
    "four": ("4 servers' jobs", four),
}


def _page(prose: str, size: int) -> bytes:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in prose.replace("<", " ").split("\n\n"))
    filler = '<nav><ul><li><a href="/more">More stories</a></li></ul></nav><script>var more = [1, 2, 3];</script>'
    rest = max(0, size - len(words.encode()))
    beside = filler * (rest // len(filler))
    return f"<html><head><title>Long</title></head><body>{beside}<article>{words}</article></body></html>".encode()


def _paper(prose: str) -> bytes:
    words = prose.encode("cp1252", "replace").decode("cp1252").split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    each = len(lines) // 200 + 1
    pages = [lines[at : at + each] for at in range(0, len(lines), each)]
    return pdf([drawn([line(72, 740 - 11 * n, 10, words) for n, words in enumerate(page)]) for page in pages])


def _token(article_id: str) -> str:
    from index import article_token

    return article_token(article_id)


def _fill(library: Library, articles: list[dict[str, str]]) -> None:
    for number in range(1, _LIBRARIES + 1):
        own = library.of(f"discord-{number}")
        for at in range(_ARTICLES):
            article = articles[(number - 1 + _LIBRARIES * at) % len(articles)]
            own.add(read_text(article["text"], id=f"a{at}", title=article["title"]))
    large = library.of(f"discord-{_BUSY + 2}")
    number = 0
    while large.figures().sentences < 20_000:
        article = articles[number % len(articles)]
        large.add(read_text(f"{article['text']}\n\n{number}.", id=f"a{number}", title=f"{article['title']} {number}"))
        number += 1


def _waited() -> float:
    """Milliseconds for which the threads of this process have waited for a processor so far."""
    waited = 0.0
    for task in Path("/proc/self/task").glob("*/schedstat"):
        try:
            waited += int(task.read_text().split()[1]) / 1e6
        except OSError:  # the thread has ended meanwhile
            continue
    return waited


def _said(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:>6.0f} {ordered[int(0.99 * (len(ordered) - 1))]:>6.0f} {ordered[-1]:>6.0f}"


async def _measure(world: World, names: list[str]) -> None:
    print(f"{'milliseconds':<44} | loop late: 99 %   most    own | took     | answers: half   99 %   most")
    for name in names:
        for asking in (False, True):
            words, prepare = _ROWS[name]
            work = prepare(world)
            async with probing(world):
                began = time.perf_counter()
                questions = asyncio.create_task(world.ask_all()) if asking else None
                await work()
                took = 1000 * (time.perf_counter() - began)
                answers = await questions if questions is not None else []
            lags = sorted(world.lags)
            late = f"{lags[int(0.99 * (len(lags) - 1))]:>15.0f} {lags[-1]:>6.0f} {max(world.own_lags):>6.0f}"
            print(
                f"{words + (' + 500 questions' if asking else ''):<44} | {late} | {took:>8.0f} | "
                f"{'        ' + _said(answers) if answers else ''}",
                flush=True,
            )


async def run(names: list[str], database: Path, *, plain: bool, encoded: bool) -> None:
    with DEV.open(encoding="utf-8") as lines:
        articles = [json.loads(words) for words in lines]
    library = open_library(database, encoder=shared_encoder() if encoded else None)
    queries = Queries(library, load_fonts())
    sandbox = Sandbox()
    moderation = Moderation(Acts(queries), Fetcher(), sandbox)
    world = World(library, queries, moderation, Wordings().of(Language.ENGLISH), articles)
    if not len(library.of(f"discord-{_BUSY + 2}")):
        print("filling 50 libraries and one of 20,000 sentences, which takes minutes ...", file=sys.stderr)
        _fill(library, articles)
    for number in range(1, _LIBRARIES + 1):
        library.of(f"discord-{number}").complete()
    await world.ask_all()
    if plain:
        await _measure(world, names)
    else:
        async with short_pauses(lambda: queries.lanes.idle):
            await _measure(world, names)
    sandbox.close()
    await queries.close()
    library.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rows", nargs="*", choices=[*_ROWS, []], help="which rows; all if none is named")
    parser.add_argument("--database", type=Path, help="filled by the first run and used again by the next")
    parser.add_argument(
        "--plain", action="store_true", help="leave Python's own pauses as they are: see bot/runtime/gc.py"
    )
    parser.add_argument("--encoder", action="store_true", help="understand questions by what sentences mean, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or Path(folder) / "onrecord.db"
        asyncio.run(run(options.rows or list(_ROWS), database, plain=options.plain, encoded=options.encoder))


if __name__ == "__main__":
    main()
