"""A network of the tests' own between client and server: what goes through it can be held, lost, delayed and cut."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_CHUNK = 65_536  # bytes


class Proxy:
    """Relays each connection to `port` of this machine to a server; its methods may be called from any thread.

    Attributes
    ----------
    port : int
    """

    def __init__(self, server: Path | tuple[str, int], loop: asyncio.AbstractEventLoop) -> None:
        self.port = 0
        self._server = server
        self._loop = loop
        self._listening: asyncio.Server | None = None
        self._lines: set[_Line] = set()
        self._serving: set[asyncio.Task[None]] = set()
        self._through = asyncio.Event()
        self._swallows = False
        self._delay = 0.0

    def hold(self) -> None:
        """Let nothing through for now: what is sent meanwhile arrives after `heal`, as after a short failure."""
        self._do(self._through.clear)

    def swallow(self, *, only_answers: bool = False) -> None:
        """Lose whatever is sent, or what the server sends alone; the connections of now, and those made until `heal`,
        are dead, and the client is never told so."""

        def begin() -> None:
            self._swallows = not only_answers
            for line in self._lines:
                line.dead, line.deaf = True, not only_answers

        self._do(begin)

    def delay(self, seconds: float) -> None:
        """Let what is sent from now on arrive so much later, each way."""
        self._delay = seconds

    def cut(self) -> None:
        """End all connections of now at once, as a reset does."""

        def end() -> None:
            for line in self._lines:
                line.reset(line.ends)

        self._do(end)

    def heal(self) -> None:
        """Let everything through again, without delay. Of dead connections the server is told, as TCP would have."""

        def end() -> None:
            for line in self._lines:
                if line.dead:
                    line.reset(line.ends[1:])
            self._swallows = False
            self._delay = 0.0
            self._through.set()

        self._do(end)

    async def start(self) -> None:
        """Begin to relay."""
        self._through.set()
        self._listening = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._listening.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """End everything."""
        if self._listening is not None:
            self._listening.close()
        for task in self._serving:
            task.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    def _do(self, change: Callable[[], None]) -> None:
        """Change something on the loop; it holds when this returns."""
        done = threading.Event()

        def call() -> None:
            change()
            done.set()

        self._loop.call_soon_threadsafe(call)
        assert done.wait(10)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._relay(reader, writer))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = _Line([writer], dead=self._swallows, deaf=self._swallows)
        self._lines.add(line)
        try:
            await self._through.wait()
            if line.dead:
                while await reader.read(_CHUNK):
                    pass
                return
            if isinstance(self._server, Path):
                answers, questions = await asyncio.open_unix_connection(self._server)
            else:
                answers, questions = await asyncio.open_connection(*self._server)
            line.ends.append(questions)
            await asyncio.gather(
                self._pump(reader, questions, lambda: line.deaf), self._pump(answers, writer, lambda: line.dead)
            )
        except OSError:
            line.reset(line.ends[: 1 - line.dead])
        finally:
            self._lines.discard(line)
            for end in line.ends:
                end.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lost: Callable[[], bool]) -> None:
        """Relay one way until that end is closed, which is lost like all else."""
        while chunk := await reader.read(_CHUNK):
            await asyncio.sleep(self._delay)
            await self._through.wait()
            if not lost():
                writer.write(chunk)
                await writer.drain()
        if not lost():
            writer.close()


class _Line:
    """One connection, by what is written to at its ends, the client's first.

    `dead` is one whose client hears nothing any more, and `deaf` one whose server does not.
    """

    def __init__(self, ends: list[asyncio.StreamWriter], *, dead: bool, deaf: bool) -> None:
        self.ends = ends
        self.dead = dead
        self.deaf = deaf

    def reset(self, ends: list[asyncio.StreamWriter]) -> None:
        for end in ends:
            end.transport.abort()


@contextmanager
def proxy(server: Path | tuple[str, int]) -> Iterator[Proxy]:
    """Run a proxy to a server, named by its socket's path or by host and port, in a thread of its own."""
    loop = asyncio.new_event_loop()
    made = Proxy(server, loop)
    loop.run_until_complete(made.start())
    thread = threading.Thread(target=loop.run_forever, name="proxy")
    thread.start()
    try:
        yield made
    finally:
        asyncio.run_coroutine_threadsafe(made.close(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
