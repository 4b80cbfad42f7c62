"""The log's two forms, as programs and people read them."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.monitoring.logs import JsonFormatter, TextFormatter, set_up_logs

log = logging.getLogger("tests.observing")

FORGED = "done\n2026-02-14T00:00:00.000Z ERROR   bot: forged\r\x1b[31m\u2028\x7f\u202e"


def _fail(words: str) -> None:
    raise ValueError(words)


@pytest.fixture
def logging_to() -> Iterator[Callable[..., io.StringIO]]:
    """Set the real log up over a stream, and put it back at the end."""
    root, discord = logging.getLogger(), logging.getLogger("discord")
    before = root.level, root.handlers[:], discord.level

    def set_up(level: str = "INFO", *, as_json: bool = True) -> io.StringIO:
        stream = io.StringIO()
        set_up_logs(level, as_json=as_json, stream=stream)
        return stream

    yield set_up
    root.handlers[:] = before[1]
    root.setLevel(before[0])
    discord.setLevel(before[2])


def test_json_is_an_object_a_line_whatever_is_in_it(logging_to: Callable[..., io.StringIO]) -> None:
    stream = logging_to()
    log.info("added %s", FORGED)
    (line,) = stream.getvalue().splitlines()
    shape = json.loads(line)
    assert shape.keys() == {"time", "level", "logger", "message"}
    assert shape["message"] == f"added {FORGED}"
    assert (shape["level"], shape["logger"]) == ("INFO", "tests.observing")


def test_a_traceback_is_a_field_and_its_reference_another(logging_to: Callable[..., io.StringIO]) -> None:
    stream = logging_to()
    try:
        _fail(FORGED)
    except ValueError:
        log.exception("Reference %s", "0a1b2c3d", extra={"reference": "0a1b2c3d"})
    shape = json.loads(stream.getvalue())
    assert shape["reference"] == "0a1b2c3d"
    assert shape["error"].startswith("Traceback")
    assert FORGED in shape["error"]


def test_text_lets_nobody_forge_a_record(logging_to: Callable[..., io.StringIO]) -> None:
    stream = logging_to(as_json=False)
    try:
        _fail(FORGED)
    except ValueError:
        log.exception("added %s", FORGED)
    first, *rest = stream.getvalue().splitlines()
    assert first.endswith(r"added done\n2026-02-14T00:00:00.000Z ERROR   bot: forged\r\x1b[31m\u2028\x7f\u202e")
    assert rest
    assert all(line.startswith("    ") for line in rest)
    assert "\x1b" not in stream.getvalue()


def test_discords_own_account_of_events_is_left_out_at_debug(logging_to: Callable[..., io.StringIO]) -> None:
    stream = logging_to("DEBUG")
    logging.getLogger("discord.gateway").debug("WebSocket Event: %s", {"content": "who said it"})
    logging.getLogger("bot").debug("of our own")
    assert "who said it" not in stream.getvalue()
    assert "of our own" in stream.getvalue()


def test_a_level_above_info_holds_for_discord_too(logging_to: Callable[..., io.StringIO]) -> None:
    stream = logging_to("ERROR")
    logging.getLogger("discord.client").warning("a small thing")
    assert stream.getvalue() == ""


def _record(words: str) -> logging.LogRecord:
    try:
        _fail(words)
    except ValueError as error:
        caught = (ValueError, error, error.__traceback__)
    return logging.LogRecord("bot", logging.ERROR, __file__, 1, "%s", (words,), caught)


@given(words=st.text(max_size=200), repeat=st.sampled_from([1, 500]))
def test_a_record_is_one_bounded_line_of_ascii(words: str, repeat: int) -> None:
    line = JsonFormatter().format(_record(words * repeat))
    assert line.isascii()
    assert line.isprintable()
    shape = json.loads(line)
    assert len(shape["message"]) <= 4_100
    assert len(shape["error"]) <= 12_100
    assert all(part.isprintable() for part in TextFormatter().format(_record(words * repeat)).split("\n"))
