"""How fast a library is exported and imported, in how much memory: ``python -m tests.bench.transfer [ARTICLES]``."""

import resource
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from index import annotate, open_library, sample_articles


def fill(database: Path, count: int) -> None:
    """Store the sample articles again and again, each under an id of its own."""
    annotated = [annotate(article) for article in sample_articles()]
    with open_library(database) as library:
        store = library._store
        with store.writing(library.community):
            for number in range(count):
                one = annotated[number % len(annotated)]
                store.put(library.community, replace(one, article=replace(one.article, id=f"a{number}", url=None)))


def main() -> None:
    """Print a line for each way."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as made:
        old, new, file = Path(made) / "old.db", Path(made) / "new.db", Path(made) / "library.jsonl"
        fill(old, count)
        with open_library(old) as library, file.open("wb") as written:
            began = perf_counter()
            library.transfer.export(written)
            took = perf_counter() - began
        size = file.stat().st_size / 1e6
        print(f"exported {count} articles, {size:.0f} MB, in {took:.1f} s: {count / took:.0f} a second")
        with open_library(new) as library, file.open("rb") as given:
            began = perf_counter()
            library.transfer.import_(given, file.name)
            took = perf_counter() - began
        print(f"imported them in {took:.1f} s: {count / took:.0f} a second")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")


if __name__ == "__main__":
    main()
