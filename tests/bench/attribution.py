"""Speed of annotation: ``python -m tests.bench.attribution``.

Prints articles and tokens a second over ../shared/eval/news_dev.jsonl, the time to load the model, peak memory, and
the time for one long article at growing lengths as ratios, which stay near the ratio of lengths where it is linear.
"""

import json
import resource
import time
from pathlib import Path

from index import annotate, read_text
from index.attribution.tagger.network import load_network

DEV = Path(__file__).resolve().parents[3] / "shared" / "eval" / "news_dev.jsonl"


def main() -> None:
    began = time.perf_counter()
    load_network()
    print(f"model loaded in {1000 * (time.perf_counter() - began):.0f} ms")
    with DEV.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    began = time.perf_counter()
    for article in articles:
        annotate(read_text(article["text"], title=article["title"]))
    taken = time.perf_counter() - began
    words = sum(len(article["text"].split()) for article in articles)
    print(f"{len(articles) / taken:.1f} articles/s, {words / taken:.0f} words/s")
    prose = "\n\n".join(article["text"] for article in articles)
    first = 0.0
    for size in (125_000, 250_000, 500_000, 1_000_000):
        text = (prose * 3)[:size]
        began = time.perf_counter()
        annotate(read_text(text))
        taken = time.perf_counter() - began
        first = first or taken
        print(f"{size:>9} characters: {taken:.2f} s, {taken / first:.1f} times the first")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
