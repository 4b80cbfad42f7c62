"""The confined child: what it gives, what it cannot do, and what its end costs."""

import gc
import json
import logging
import os
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from threading import Event, Thread

import pytest
from justext.core import define_stoplist

import index.sandbox
from index import ReadingError, ReadingProblem, Sandbox, read_bytes, read_feed
from index.sandbox import BUSY, TOO_MUCH_WORK, parsers
from tests.fuzz.families import MARKUP, ROBOTS
from tests.reading.made import BODY, HEADLINE, archive, docx, epub, mail, mhtml, odt, page
from tests.reading.pdfs import TOLL

CHILD = Path(parsers.__file__).parent.with_name("child.py")
PAGE = (
    "<html><head><title>Ferry</title></head><body><article><p>{}</p></article></body></html>".format(
        "The ferry sails at dawn, the captain said on Monday. " * 20
    )
).encode()
ENDLESS = b"<html><body><article><p>The ferry sails at dawn.</p>" + MARKUP["breaks"](2_000_000).encode()
"""Keeps its reader at work for longer than it may."""
FEED = """<?xml version="1.0" encoding="{0}"?><rss version="2.0"><channel><title>Café</title>
<item><guid>1</guid><title>Ferry &amp;amp; quay</title><link>/ferry</link>
<pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate></item></channel></rss>"""
ROBOTS_TXT = b"\xef\xbb\xbfUser-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\n"
DOCUMENTS: list[tuple[index.sandbox.Kind, bytes, tuple[str, ...]]] = [
    ("html", PAGE, ()),
    ("html", b"<!doctype html><html><body></body></html>", ()),
    ("html", PAGE.replace(b"<article>", "<time>3 zz 2024</time><p>le 3 février 2024".encode()), ()),
    ("html", PAGE.replace(b"<title>", b'<link rel="canonical" href="https://quay.co.uk/a"><title>'), ()),
    ("pdf", TOLL, ()),
    ("pdf", b"%PDF-1.4", ()),
    ("docx", docx([("Title", HEADLINE), *(("Normal", words) for words in BODY)]), ()),
    ("odt", odt([("Title", HEADLINE), *(("Normal", words) for words in BODY)]), ()),
    ("epub", epub({"a.xhtml": page()}), ()),
    ("mail", mail("\n".join(BODY), page(), {"toll.pdf": TOLL}), (".pdf",)),
    ("mail", mhtml(page()), ()),
    ("mail", b"Content-Type: message/rfc822\n\n" + mail("\n".join(BODY)), ()),
    (
        "mail",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: a\n\nb\n--b--\n",
        (),
    ),
    *(
        ("mail", f"Subject: =?{name}?q?caf=E9?=\nContent-Type: text/plain; charset={name}\n\nToll".encode(), ())
        for name in ("iso-8859-2", "koi8-r", "shift_jis", "unknown-8bit")
    ),
    ("zip", archive({"toll.txt": "\n".join(BODY)}), (".txt",)),
    *(
        ("feed", FEED.format(name).encode(name, "replace"), ("https://quay.example/feed",))
        for name in ("utf-8", "koi8-r", "shift_jis", "gb18030", "utf-16")
    ),
    ("robots", ROBOTS_TXT, ("Onrecord", "https://quay.example/acb")),
    ("robots", ROBOTS_TXT, ("Onrecord", "https://quay.example/%E9")),
]


def children_of(pid: int) -> list[int]:
    """The processes that another has started and that have not ended."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, parent, *_ = _told(int(entry.name))
            except OSError:
                continue
            if int(parent) == pid and state != "Z":
                found.append(int(entry.name))
    return found


def the_child() -> int:
    """The program that forks the readers, of the sandbox that started its own last."""
    return max(children_of(os.getpid()), key=lambda pid: int(_told(pid)[19]))


def _told(pid: int) -> list[str]:
    """What the system tells of a process, from its state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()


def until(happened: Iterator[bool]) -> None:
    """Wait for something that happens in a moment, by asking again and again."""
    waiting = Event()
    for _ in range(2_000):
        if next(happened):
            return
        waiting.wait(0.01)
    raise AssertionError("it has not happened")


def readers(count: int) -> Iterator[bool]:
    while True:
        yield bool(children_of(os.getpid())) and len(children_of(the_child())) == count


def holds(pid: int, words: bytes) -> Iterator[bool]:
    """Whether a process has these words in what it can write of its memory."""
    while True:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            parts = [line.split() for line in Path(f"/proc/{pid}/maps").read_text().splitlines()]
            spans = [[int(end, 16) for end in part[0].split("-")] for part in parts if part[1].startswith("rw")]
            yield any(words in _piece(memory, low, high) for low, high in spans)


def stopped_with(pid: int, words: bytes) -> Iterator[bool]:
    """Whether a process has these words; one that has is stopped, for it might end while it is looked at."""
    while True:
        os.kill(pid, signal.SIGSTOP)
        found = next(holds(pid, words))
        if not found:
            os.kill(pid, signal.SIGCONT)
        yield found


def _piece(memory: FileIO, low: int, high: int) -> bytes:
    memory.seek(low)
    return memory.read(high - low)


def sockets(pid: int) -> list[str]:
    named = [str(entry.readlink()) for entry in Path(f"/proc/{pid}/fd").iterdir()]
    return [name for name in named if name.startswith("socket:")]


def gone(pid: int) -> Iterator[bool]:
    while True:
        try:
            yield _told(pid)[0] == "Z"
        except OSError:
            yield True


@pytest.fixture
def alone() -> Iterator[Sandbox]:
    """A sandbox of one's own; what other tests share would be in the way."""
    with Sandbox(seconds=60) as sandbox:
        yield sandbox


@contextmanager
def reading(sandbox: Sandbox, data: bytes) -> Iterator[list[dict[str, object]]]:
    """Have a document read beside what is done inside, after which its answer is there."""
    answers: list[dict[str, object]] = []
    thread = Thread(target=lambda: answers.append(sandbox.read("html", data)))
    thread.start()
    try:
        yield answers
    finally:
        thread.join()


@pytest.mark.parametrize(("kind", "data", "more"), DOCUMENTS)
def test_a_document_is_read_as_its_parser_reads_it(
    sandbox: Sandbox, kind: index.sandbox.Kind, data: bytes, more: tuple[str, ...]
) -> None:
    expected = json.loads(json.dumps(parsers.read(kind, data, *more)))
    assert sandbox.read(kind, data, *more) == expected


def test_where_there_are_no_forks_a_program_reads_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.sandbox, "_FORKS", False)
    with Sandbox() as sandbox:
        assert sandbox.read("robots", ROBOTS_TXT, "Onrecord", "https://quay.example/acb")["allowed"] is False
    with Sandbox(seconds=0.001) as hurried:
        assert hurried.read("html", PAGE) == {"problem": TOO_MUCH_WORK}


def test_many_documents_are_read_from_many_threads(sandbox: Sandbox) -> None:
    pages = [PAGE.replace(b"Ferry", b"Ferry %d" % number) for number in range(24)]
    with ThreadPoolExecutor(8) as threads:
        titles = [found["told"]["titles"][0] for found in threads.map(lambda page: sandbox.read("html", page), pages)]
    assert titles == [f"Ferry {number}" for number in range(24)]


_LOCKED_UP = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("child", sys.argv[1])
child = importlib.util.module_from_spec(spec)
spec.loader.exec_module(child)
import socket
child._confine("html", 5)
for attempt in (
    lambda: open("/etc/hostname"), lambda: open("/tmp/onrecord-escaped", "w"), lambda: socket.socket(),
    lambda: socket.socketpair(), lambda: __import__("os").pipe(), lambda: bytearray(400_000_000),
):
    try:
        attempt()
    except (OSError, MemoryError) as error:
        print(type(error).__name__, getattr(error, "errno", None))
    else:
        print("done")
"""


def test_a_reader_can_open_nothing_and_take_little() -> None:
    done = subprocess.run([sys.executable, "-c", _LOCKED_UP, str(CHILD)], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == [*["OSError 24"] * 5, "MemoryError None", ""]


_WATCHED = """
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("parsers", sys.argv[1])
parsers = importlib.util.module_from_spec(spec)
sys.modules["parsers"] = parsers
spec.loader.exec_module(parsers)
documents = [(kind, bytes.fromhex(data), more) for kind, data, more in json.load(sys.stdin)]
for kind in {kind for kind, _, _ in documents}:
    parsers.warm(kind)
opened = []
def see(event, arguments):
    if event in ("open", "socket.__new__", "os.listdir", "os.scandir", "subprocess.Popen"):
        opened.append((event, str(arguments[0])))
sys.addaudithook(see)
for kind, data, more in documents:
    parsers.read(kind, data, *more)
print(json.dumps(opened))
"""


def test_nothing_is_opened_that_was_not_loaded_before() -> None:
    given = json.dumps([(kind, data.hex(), more) for kind, data, more in DOCUMENTS])
    program = [sys.executable, "-P", "-c", _WATCHED, parsers.__file__]
    done = subprocess.run(program, input=given, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.split("\n")[-2]) == []


def test_a_short_page_finds_common_words_loaded() -> None:
    """Each page is read by a fork: what is loaded for one is lost for the next."""
    define_stoplist.cache_clear()
    parsers.warm("html")
    loaded = define_stoplist.cache_info().misses
    parsers.read("html", b"<html><body><article><p>It sails at dawn.</p></article></body></html>")
    assert define_stoplist.cache_info().misses == loaded


def test_the_child_has_none_of_our_secrets(alone: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_TOKEN", "a-secret")
    alone.read("robots", ROBOTS_TXT, "Onrecord", "https://quay.example/")
    environment = Path(f"/proc/{the_child()}/environ").read_bytes()
    assert b"PATH=" in environment
    assert b"a-secret" not in environment


def test_a_document_that_overruns_is_left_and_holds_up_no_other() -> None:
    with Sandbox(seconds=3) as sandbox, reading(sandbox, ENDLESS) as answers:
        until(readers(1))
        assert sandbox.read("html", PAGE)["told"]["titles"] == ["Ferry"]
        assert not answers
    assert answers == [{"problem": TOO_MUCH_WORK}]


def test_what_readers_are_forked_from_never_holds_a_document(alone: Sandbox) -> None:
    words = b"The quay of Orsolund is no secret."
    assert words.decode() in json.dumps(alone.read("html", PAGE.replace(b"The ferry sails", words, 1)))
    child = the_child()
    until(readers(0))  # the one that has answered may not have ended yet
    with reading(alone, ENDLESS.replace(b"The ferry sails", words)):
        until(readers(1))
        [reader] = children_of(child)
        until(stopped_with(reader, words))
        assert not next(holds(child, words))
        assert len(sockets(child)) == 1, "the one for its orders, and none that a document comes from"
        os.kill(reader, signal.SIGKILL)
    assert not next(holds(child, words))


def test_a_robots_txt_made_to_fill_the_memory_is_left(alone: Sandbox) -> None:
    data = ROBOTS["agents, then rules"](500_000).encode()
    assert alone.read("robots", data, "Onrecord", "https://quay.example/") == {"problem": TOO_MUCH_WORK}
    assert alone.read("robots", ROBOTS_TXT, "Onrecord", "https://quay.example/")["allowed"] is True


def test_a_reader_that_is_killed_costs_its_document_alone(alone: Sandbox) -> None:
    with reading(alone, ENDLESS) as answers:
        until(readers(1))
        [reader] = children_of(the_child())
        before = the_child()
        os.kill(reader, signal.SIGKILL)
    assert answers == [{"problem": TOO_MUCH_WORK}]
    with pytest.raises(ReadingError) as caught:
        read_bytes(b"<html>" * 100, "empty.html", alone)
    assert caught.value.problem is ReadingProblem.NO_ARTICLE
    assert the_child() == before


def test_a_child_that_was_ended_is_started_anew(alone: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    assert alone.read("html", PAGE)["told"]["titles"] == ["Ferry"]
    before = the_child()
    for _ in range(3):
        os.kill(the_child(), signal.SIGKILL)
        assert alone.read("html", PAGE)["told"]["titles"] == ["Ferry"]
    assert the_child() != before
    assert "is started anew" in caplog.text


def test_a_child_that_stands_still_is_ended(alone: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    link = "https://quay.example/"
    assert "allowed" in alone.read("robots", ROBOTS_TXT, "Onrecord", link)
    monkeypatch.setattr(index.sandbox, "_START", -4.5)  # of the 5 seconds that a robots.txt has
    still = the_child()
    os.kill(still, signal.SIGSTOP)
    assert alone.read("robots", ROBOTS_TXT, "Onrecord", link) == {"problem": TOO_MUCH_WORK}
    until(gone(still))
    monkeypatch.undo()
    assert "allowed" in alone.read("robots", ROBOTS_TXT, "Onrecord", link)


def test_closing_ends_what_is_read(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    with Sandbox() as sandbox, reading(sandbox, ENDLESS) as answers:
        until(readers(1))
        child = the_child()
        [reader] = children_of(child)
        sandbox.close()
    assert answers == [{"problem": BUSY}]
    until(gone(reader))
    until(gone(child))
    assert not caplog.records
    assert sandbox.read("html", PAGE) == {"problem": BUSY}


def test_a_sandbox_that_nobody_closes_ends_with_it() -> None:
    sandbox = Sandbox()
    sandbox.read("robots", ROBOTS_TXT, "Onrecord", "https://quay.example/")
    child = the_child()
    del sandbox
    gc.collect()
    until(gone(child))


_PARENT = """
import sys
from threading import Thread
from index import Sandbox
sandbox = Sandbox()
sandbox.read("robots", b"", "a", "http://a/")
Thread(target=sandbox.read, args=("html", bytes.fromhex(sys.stdin.readline()))).start()
sys.stdin.readline()
"""


def test_it_ends_with_its_parent() -> None:
    with subprocess.Popen([sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, text=True) as parent:
        assert parent.stdin is not None
        parent.stdin.write(ENDLESS.hex() + "\n")
        parent.stdin.flush()
        family: list[int] = []

        def grown() -> Iterator[bool]:
            while True:
                children = children_of(parent.pid)
                family[:] = [*children, *(pid for child in children for pid in children_of(child))]
                yield len(family) == 2

        until(grown())
        parent.kill()
    for pid in family:
        until(gone(pid))


@pytest.mark.parametrize("name", ["a.html", "a.pdf"])
def test_a_child_that_cannot_be_started_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Sandbox() as sandbox:
        with pytest.raises(ReadingError, match="too much is being read; try again in a minute") as caught:
            read_bytes(PAGE if name == "a.html" else TOLL, name, sandbox)
        with pytest.raises(ReadingError, match="try again in a minute"):
            read_feed(b"<rss/>", "https://quay.example/", sandbox)
    assert caught.value.problem is ReadingProblem.BUSY
    assert "cannot be started" in caplog.text


@pytest.mark.parametrize("kind", parsers._SAMPLES)
def test_the_sample_by_which_a_parser_is_loaded_can_be_read(kind: str) -> None:
    assert "problem" not in parsers.read(kind, *parsers._SAMPLES[kind])


def test_what_is_installed_meanwhile_keeps_no_document_from_being_read(alone: Sandbox) -> None:
    data = FEED.format("utf-8").encode()
    before = alone.read("feed", data, "https://quay.example/feed")
    assert before["version"] == "rss20"
    os.utime(sysconfig.get_path("purelib"))  # Python would list it anew for a module that it has not loaded
    assert alone.read("feed", data, "https://quay.example/feed") == before
