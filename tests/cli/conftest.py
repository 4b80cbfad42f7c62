"""The command line run as its users do: arguments in; exit code, stdout and stderr out."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from index import Fetcher, Limits
from index.cli import cli

Run = Callable[..., Result]

TOLL = """Toll on Tollan Bridge rises

By Ada Lint
Harbour Gazette
Posted May 3, 2024

The toll will rise to $4 on Monday, the harbour board said.

“It is too high for bakers,” said Rhea Olsen, who owns three shops. “We will drive around.”

Mayor Ines Calder told Radio Tollan that she had voted against it.
"""


@pytest.fixture
def run(database: Path | str, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("ONRECORD_DATABASE", str(database))
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def toll(tmp_path: Path) -> Path:
    path = tmp_path / "toll.txt"
    path.write_text(TOLL, encoding="utf-8")
    return path


class ThreadedSite:
    """A local site of plain texts beside the thread in which a command runs."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                words = site.pages.get(self.path)
                self.send_response(404 if words is None else 200)
                self.send_header("Content-Type", "text/plain; charset=utf-8")
                self.end_headers()
                self.wfile.write((words or "").encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def fetcher(self) -> Fetcher:
        return Fetcher(allowed=lambda _, port: port == self.server.server_port, limits=Limits(gap=0))


@pytest.fixture
def site() -> Iterator[ThreadedSite]:
    site = ThreadedSite()
    thread = Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    site.server.shutdown()
    thread.join()
    site.server.server_close()
