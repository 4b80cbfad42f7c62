"""Cost on hostile input: ``python -m tests.bench.adversarial [STAGE...] [--largest N] [--only WORD]``.

For each stage and family of `tests.fuzz.families` the seconds of the processor at doubling sizes, up to `--largest`
code points or `--patience` seconds, and the exponent of growth over the last two doublings: 1 is linear, 2 quadratic.
Worst first; the last lines give 100,000 short paragraphs and the peak of memory. HTML and
robots.txt are read in this process, to see what would keep the confined child busy until its time is over.
"""

import argparse
import gc
import math
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from index import annotate, open_library, read_text
from index.errors import OnrecordError
from index.ranking.query import understand, unknown_names
from index.reading.markdown import read_markdown
from index.sandbox import parsers
from index.text.segmentation import split_sentences
from index.text.terms import stems_of
from tests.fuzz.families import FAMILIES, MARKDOWN, MARKUP, ROBOTS, Family, paragraphs

Stage = Callable[[str], object]

_SMALLEST = 4_000
_AGAIN = 0.5  # seconds below which a run is made three times, and the shortest counts
_NOISE = 0.02  # seconds below which growth is not told from noise
_LINEAR = 1.3
_LINK = "https://quay.example/" + "a" * 1_900


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds by size of one family in one stage."""

    stage: str
    family: str
    seconds: tuple[tuple[int, float], ...]

    @property
    def exponent(self) -> float:
        """Of growth, between the largest size and the one a quarter of it; 0 where it is too fast to tell."""
        size, most = self.seconds[-1]
        before = [(s, t) for s, t in self.seconds if s * 4 == size] or [self.seconds[0]]
        small, least = before[0]
        if most < _NOISE or small == size:
            return 0.0
        return math.log(most / max(least, 1e-4)) / math.log(size / small)


def _understood(text: str) -> object:
    return understand(text, lambda _: False), unknown_names(text, lambda _: False)


def _page(text: str) -> object:
    return parsers.read("html", f"<html><body><article><p>The ferry sails at dawn.</p>{text}".encode())


def stages() -> Iterator[tuple[str, Stage, dict[str, Family], int]]:
    """Name, stage, families and largest size of each."""
    everything = 1_000_000
    yield "read_text", read_text, FAMILIES, everything
    yield "segmentation", lambda text: split_sentences(read_text(text)), FAMILIES, everything
    yield "annotate", lambda text: annotate(read_text(text)), FAMILIES, everything
    yield "terms", stems_of, FAMILIES, everything
    yield "question", _understood, FAMILIES, everything
    yield "markdown", lambda text: read_markdown(text, None), FAMILIES | MARKDOWN, everything
    yield "html", _page, MARKUP, everything
    yield "robots.txt", lambda text: parsers.read("robots", text.encode(), "Onrecord", _LINK), ROBOTS, 500_000
    library = open_library(None)
    library.add(read_text(paragraphs(400), title="Ferries"))
    yield "trace", library.trace, FAMILIES, 4_000
    yield "ask", lambda text: library.ask(text or "a"), FAMILIES, 2_000


def measure(name: str, stage: Stage, family: str, grow: Family, largest: int, patience: float) -> Growth:
    """Run a stage at doubling sizes, until a run takes so many seconds."""
    seconds: list[tuple[int, float]] = []
    size = min(_SMALLEST, largest // 8)
    while size <= largest:
        text = grow(size)
        taken = _seconds(stage, text)
        if taken < _AGAIN:
            taken = min(taken, _seconds(stage, text), _seconds(stage, text))
        seconds.append((size, taken))
        if taken > patience:
            break
        size *= 2
    return Growth(name, family, tuple(seconds))


def _seconds(stage: Stage, text: str) -> float:
    gc.collect()
    began = time.process_time()
    with suppress(OnrecordError):
        stage(text)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("stages", nargs="*")
    parser.add_argument("--largest", type=int, default=0)
    parser.add_argument("--patience", type=float, default=2.0)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    annotate(read_text("“We sail,” she said."))  # the model is loaded
    found: list[Growth] = []
    for name, stage, families, largest in stages():
        if asked.stages and name not in asked.stages:
            continue
        for family, grow in families.items():
            if asked.only in family:
                found.append(measure(name, stage, family, grow, min(largest, asked.largest or largest), asked.patience))
    found.sort(key=lambda growth: (-growth.exponent, -growth.seconds[-1][1]))
    print(f"{'stage':13}{'family':26}{'exponent':>9}  seconds by thousands of code points")
    for growth in found:
        cells = "  ".join(f"{size / 1000:.0f}k {taken:.3f}" for size, taken in growth.seconds[-5:])
        mark = "!" if growth.exponent > _LINEAR else " "
        print(f"{growth.stage:13}{growth.family:26}{growth.exponent:8.2f}{mark}  {cells}")
    worst = max((growth.exponent for growth in found), default=0.0)
    print(f"\n{len(found)} rows; largest exponent {worst:.2f}")
    if not asked.stages and not asked.only:
        began = time.process_time()
        annotated = annotate(read_text(paragraphs(100_000)))
        taken = time.process_time() - began
        print(f"100,000 paragraphs, {len(annotated.article.text):,} code points: {taken:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
