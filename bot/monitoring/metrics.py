"""What is counted and timed, for Prometheus. No label is a server's or a person's id, so their number is fixed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.monitoring.current import Handling, QuestionKind, QuestionOutcome, current
from index import Outcome, Poll, PollOutcome

FORMAT = "text/plain; version=0.0.4; charset=utf-8"
"""The content type of `Meter.exposed`."""

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


@dataclass(frozen=True, slots=True)
class Load:
    """How much work waits for a lane's workers, and how much they do at this moment."""

    lane: str
    waiting: int
    running: int


class Meter:
    """Counts what the bot does, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._questions = Counter(
            "onrecord_questions", "Questions by kind and outcome", ["kind", "outcome"], registry=self._registry
        )
        self._seconds = Histogram(
            "onrecord_answer_seconds",
            "From a question's arrival to Discord's having the reply",
            ["kind"],
            buckets=_ANSWER_BUCKETS,
            registry=self._registry,
        )
        self._errors = Counter(
            "onrecord_errors",
            "Errors told to people, by place and outcome",
            ["place", "outcome"],
            registry=self._registry,
        )
        self._articles = Counter(
            "onrecord_articles", "Articles added, by source and outcome", ["source", "outcome"], registry=self._registry
        )
        self._polls = Counter("onrecord_feed_polls", "Feeds polled, by outcome", ["outcome"], registry=self._registry)
        self._due = Gauge("onrecord_feeds_due", "Feeds due at the last look", registry=self._registry)
        self._polling = Gauge("onrecord_feeds_polling", "Feeds being polled", registry=self._registry)
        self._lag = Histogram(
            "onrecord_event_loop_lag_seconds",
            "How long a call waited for the event loop",
            buckets=_LAG_BUCKETS,
            registry=self._registry,
        )
        self._begin_at_zero()
        ProcessCollector(registry=self._registry)

    def replied(self) -> None:
        """Count the question being handled, whose reply Discord has just taken; all else is no question."""
        handling = current()
        if handling is not None and handling.outcome is not None:
            self._count(handling, handling.outcome)

    def failed(self, place: ErrorPlace, *, by_fault: bool) -> None:
        """Count an error at that place as the bot's own fault, or as refused; so the question being handled, if any."""
        outcome = QuestionOutcome.FAILED if by_fault else QuestionOutcome.REFUSED
        self._errors.labels(place.value, outcome.value).inc()
        handling = current()
        if handling is not None:
            self._count(handling, outcome)

    def added(self, source: str, outcome: Outcome | None) -> None:
        """Count an article of a ``moderator`` or a ``feed``; None is one that could not be read."""
        self._articles.labels(source, outcome.value if outcome is not None else _FAILED).inc()

    def due(self, feeds: int) -> None:
        """Note how many feeds were due at a look."""
        self._due.set(feeds)

    @contextmanager
    def polling(self) -> Iterator[None]:
        """Count a feed as being polled while this lasts."""
        with self._polling.track_inprogress():
            yield

    def polled(self, poll: Poll) -> None:
        """Count a poll and the articles that it brought."""
        self._polls.labels(poll.outcome.value).inc()
        for addition in poll.additions:
            self.added("feed", addition.outcome)

    def lagged(self, seconds: float) -> None:
        """Note how long a call waited for the event loop."""
        self._lag.observe(seconds)

    def watch(self, name: str, about: str, value: Callable[[], float]) -> None:
        """Tell `value()` at each look, under `name`."""
        Gauge(name, about, registry=self._registry).set_function(value)

    def watch_load(self, load: Callable[[], Sequence[Load]]) -> None:
        """Tell how busy each lane of workers is at each look."""
        self._registry.register(_Loads(load))

    def name(self, version: str) -> None:
        """Tell the bot's version."""
        Info("onrecord", "The bot's version", registry=self._registry).info({"version": version})

    def exposed(self) -> bytes:
        """Give all figures in Prometheus's text format."""
        return generate_latest(self._registry)

    def _count(self, handling: Handling, outcome: QuestionOutcome) -> None:
        if handling.kind is not None:
            self._questions.labels(handling.kind.value, outcome.value).inc()
            self._seconds.labels(handling.kind.value).observe(perf_counter() - handling.began)
        handling.kind = handling.outcome = None  # counted

    def _begin_at_zero(self) -> None:
        """Name every combination from the start: what appears first with its first event has no rate before it."""
        for kind in QuestionKind:
            self._seconds.labels(kind.value)
            for outcome in QuestionOutcome:
                self._questions.labels(kind.value, outcome.value)
        for place in ErrorPlace:
            for outcome in (QuestionOutcome.REFUSED, QuestionOutcome.FAILED):
                self._errors.labels(place.value, outcome.value)
        for source in ("moderator", "feed"):
            for adding in Outcome:
                self._articles.labels(source, adding.value)
        self._articles.labels("moderator", _FAILED)
        for polled in PollOutcome:
            self._polls.labels(polled.value)


class _Loads(Collector):
    """The lanes' load as two gauges."""

    def __init__(self, load: Callable[[], Sequence[Load]]) -> None:
        self._load = load

    def collect(self) -> Iterable[Metric]:
        """Give both gauges."""
        waiting = GaugeMetricFamily("onrecord_work_waiting", "Calls of the library that wait", labels=["lane"])
        running = GaugeMetricFamily("onrecord_work_running", "Calls of the library under way", labels=["lane"])
        for load in self._load():
            waiting.add_metric([load.lane], load.waiting)
            running.add_metric([load.lane], load.running)
        return waiting, running
