"""What watching costs: a record of the log, a counted question, a look of Prometheus's, a health check.

``python -m tests.bench.monitoring [REPEATS]``
"""

import asyncio
import io
import logging
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from pydantic import SecretStr

from bot.app import build_bot
from bot.daemon import Watch
from bot.monitoring.current import Handling, QuestionKind, QuestionOutcome, _current
from bot.monitoring.logs import JsonFormatter, TextFormatter
from bot.monitoring.metrics import Meter
from bot.settings import Settings
from index import open_library


def seconds(work: object, repeats: int) -> float:
    """The median of `repeats` calls."""
    assert callable(work)
    took = []
    for _ in range(repeats):
        began = perf_counter()
        work()
        took.append(perf_counter() - began)
    return statistics.median(took)


async def health(repeats: int) -> tuple[float, float]:
    """Seconds of the first look, which reads the samples in, and the median of those after it."""
    with tempfile.TemporaryDirectory() as folder, open_library(None) as library:
        settings = Settings(token=SecretStr("none"), database=Path(folder) / "onrecord.db")
        async with build_bot(settings, library, serving=False) as bot, Watch(bot, settings, library) as watching:
            bot.dispatch("ready")
            await asyncio.sleep(0)
            took = []
            for _ in range(1 + repeats):
                began = perf_counter()
                found = await watching.look()
                took.append(perf_counter() - began)
                assert found.well, found.words
            return took[0], statistics.median(took[1:])


def main(repeats: int) -> None:
    meter = Meter()
    stream = io.StringIO()

    def count() -> None:
        _current.set(Handling(1, 2, "ask", perf_counter(), QuestionKind.ASK, QuestionOutcome.ANSWERED))
        meter.replied()

    record = logging.LogRecord("bot", logging.INFO, __file__, 1, "Ready as %s in %s servers", ("x", 3), None)
    print(f"a counted question      {1e6 * seconds(count, repeats):8.1f} us")
    text, as_json = TextFormatter(), JsonFormatter()
    print(f"a record as text        {1e6 * seconds(lambda: stream.write(text.format(record)), repeats):8.1f} us")
    print(f"a record as JSON        {1e6 * seconds(lambda: stream.write(as_json.format(record)), repeats):8.1f} us")
    looked = 1e3 * seconds(meter.exposed, repeats // 10)
    print(f"a look of Prometheus's  {looked:8.1f} ms, {len(meter.exposed())} bytes")
    first, later = asyncio.run(health(repeats // 10))
    print(f"a health check          {1e3 * later:8.1f} ms; the first, which reads the samples in, {1e3 * first:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
