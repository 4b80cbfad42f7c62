"""What is counted and timed, for Prometheus, and where Prometheus gets it: ``GET /metrics`` on one address of this
machine. No label is a server's or a person's id, so their number is fixed."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from itertools import product
from threading import Event, Thread
from time import perf_counter

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.monitoring.current import Handling, QuestionKind, QuestionOutcome, current
from index import OnrecordError, Outcome, Poll, PollOutcome

log = logging.getLogger(__name__)

PERIOD = 0.25
"""Seconds between two probes of the event loop: a pause of a second is met by four, one of 50 ms by every fifth."""

_LAST_WORDS = 1.0  # seconds that a request under way has when the bot stops

_FAILED = "failed"
_ANSWER_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0)  # Discord waits 3 s
_LAG_BUCKETS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class ErrorPlace(StrEnum):
    """Where an error met somebody."""

    COMMAND = "command"
    BUTTON = "button"
    MENU = "menu"
    FORM = "form"
    MESSAGE = "message"


class Meter:
    """Counts what the bot does, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._questions = self._counter(
            "onrecord_questions", "Questions by kind and outcome", kind=QuestionKind, outcome=QuestionOutcome
        )
        self._seconds = Histogram(
            "onrecord_answer_seconds",
            "From a question's arrival to Discord's having the reply",
            ["kind"],
            buckets=_ANSWER_BUCKETS,
            registry=self._registry,
        )
        for kind in QuestionKind:
            self._seconds.labels(kind)
        refused = QuestionOutcome.REFUSED, QuestionOutcome.FAILED
        self._errors = self._counter(
            "onrecord_errors", "Errors told to people, by place and outcome", place=ErrorPlace, outcome=refused
        )
        self._articles = self._counter(
            "onrecord_articles", "Articles added, by source and outcome", source=("moderator", "feed"), outcome=Outcome
        )
        self._articles.labels("moderator", _FAILED)
        self._polls = self._counter("onrecord_feed_polls", "Feeds polled, by outcome", outcome=PollOutcome)
        self._due = Gauge("onrecord_feeds_due", "Feeds due at the last look", registry=self._registry)
        self._polling = Gauge("onrecord_feeds_polling", "Feeds being polled", registry=self._registry)
        self._lag = Histogram(
            "onrecord_event_loop_lag_seconds",
            "How long a call waited for the event loop",
            buckets=_LAG_BUCKETS,
            registry=self._registry,
        )
        ProcessCollector(registry=self._registry)

    def replied(self) -> None:
        """Count the question being handled, whose reply Discord has just taken; all else is no question."""
        handling = current()
        if handling is not None and handling.outcome is not None:
            self._count(handling, handling.outcome)

    def failed(self, place: ErrorPlace, *, by_fault: bool) -> None:
        """Count an error at that place as the bot's own fault, or as refused; so the question being handled, if any."""
        outcome = QuestionOutcome.FAILED if by_fault else QuestionOutcome.REFUSED
        self._errors.labels(place, outcome).inc()
        handling = current()
        if handling is not None:
            self._count(handling, outcome)

    def added(self, source: str, outcome: Outcome | None) -> None:
        """Count an article of a ``moderator`` or a ``feed``; None is one that could not be read."""
        self._articles.labels(source, outcome or _FAILED).inc()

    def due(self, feeds: int) -> None:
        """Note how many feeds were due at a look."""
        self._due.set(feeds)

    def polling(self) -> AbstractContextManager[object]:
        """Count a feed as being polled while this lasts."""
        return self._polling.track_inprogress()

    def polled(self, poll: Poll) -> None:
        """Count a poll and the articles that it brought."""
        self._polls.labels(poll.outcome).inc()
        for addition in poll.additions:
            self.added("feed", addition.outcome)

    def lagged(self, seconds: float) -> None:
        """Note how long a call waited for the event loop."""
        self._lag.observe(seconds)

    def watch(self, name: str, about: str, value: Callable[[], float]) -> None:
        """Tell `value()` at each look, under `name`."""
        Gauge(name, about, registry=self._registry).set_function(value)

    def watch_lanes(self, name: str, about: str, values: Mapping[str, Callable[[], float]]) -> None:
        """Tell a value of each lane of workers at each look, under `name`."""
        gauge = Gauge(name, about, ["lane"], registry=self._registry)
        for lane, value in values.items():
            gauge.labels(lane).set_function(value)

    def name(self, version: str) -> None:
        """Tell the bot's version."""
        Info("onrecord", "The bot's version", registry=self._registry).info({"version": version})

    def exposed(self) -> bytes:
        """Give all figures in Prometheus's text format."""
        return generate_latest(self._registry)

    def _count(self, handling: Handling, outcome: QuestionOutcome) -> None:
        if handling.kind is not None:
            self._questions.labels(handling.kind, outcome).inc()
            self._seconds.labels(handling.kind).observe(perf_counter() - handling.began)
        handling.kind = handling.outcome = None  # counted

    def _counter(self, name: str, about: str, **labels: Iterable[str]) -> Counter:
        """Make a counter that has every combination of the labels' values from the start: what appears first with its
        first event has no rate before it."""
        counter = Counter(name, about, [*labels], registry=self._registry)
        for values in product(*labels.values()):
            counter.labels(*values)
        return counter


class LagProbe:
    """Asks the running event loop for a call, again and again, and tells how many seconds each waited.

    A thread asks, by the machine's clock, so that neither a busy loop nor one whose time is simulated spoils the
    measure. The next probe starts only after the last was answered: a stuck loop is asked once.

    Parameters
    ----------
    tell : callable
        Called on the loop with the seconds that a call waited.
    clock : callable
        The seconds of a clock that runs on while the loop stands.
    """

    def __init__(self, tell: Callable[[float], None], clock: Callable[[], float] = perf_counter) -> None:
        self._tell = tell
        self._clock = clock
        self._ended = Event()
        self._answered = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, on the running loop."""
        loop = asyncio.get_running_loop()
        self._thread = Thread(target=self._probe, args=(loop,), name="loop lag", daemon=True)
        self._thread.start()

    async def close(self) -> None:
        """Stop, and wait for the thread, which ends at once."""
        self._ended.set()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join)

    def _probe(self, loop: asyncio.AbstractEventLoop) -> None:
        while not self._ended.wait(PERIOD):
            self._answered.clear()
            try:
                loop.call_soon_threadsafe(self._answer, self._clock())
            except RuntimeError:  # the loop is closed
                return
            self._answered.wait()

    def _answer(self, asked: float) -> None:
        self._answered.set()
        self._tell(self._clock() - asked)


class MonitoringError(OnrecordError):
    """The figures cannot be served where the settings say."""


class MetricsServer:
    """Serves a meter's figures between `start` and `close`; while it does, the event loop's lag is one of them."""

    def __init__(self, meter: Meter, host: str, port: int) -> None:
        self._meter = meter
        self._probe = LagProbe(meter.lagged)
        self._host, self._port = host, port
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LAST_WORDS)

    async def start(self) -> str:
        """Begin to serve; gives the link.

        Raises
        ------
        MonitoringError
            If the port cannot be had.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise MonitoringError(
                f"ONRECORD_METRICS_PORT: port {self._port} of {self._host} cannot be had ({error.strerror}); "
                "give another port, or none."
            ) from error
        self._probe.start()
        port = self._runner.addresses[0][1]
        host = f"[{self._host}]" if isinstance(ip_address(self._host), IPv6Address) else self._host
        link = f"http://{host}:{port}/metrics"
        log.info("Figures for Prometheus are at %s", link)
        return link

    async def close(self) -> None:
        """Stop serving."""
        await self._probe.close()
        await self._runner.cleanup()

    async def _metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=self._meter.exposed(), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
