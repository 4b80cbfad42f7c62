"""Fuzzing for as long as you like: ``python -m tests.fuzz.longer [TARGET...] [--seconds N]``.

Drives the properties of `tests/fuzz/test_*.py`, each in a process of its own, for N seconds (60 unless told) or until
one fails, whose example is printed. With Atheris (``pip install 'onrecord[fuzz]'``) the parts of our code that
an input reaches steer the next one; without it inputs are random. Exits 1 if a property failed. What a run found goes
into `tests/fuzz/test_found.py` as a small example in words of our own.
"""

import argparse
import importlib
import importlib.util
import inspect
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import given

from index import Sandbox

TARGETS = {
    "text": "test_reading:test_text_is_kept_and_parted_into_paragraphs",
    "bytes": "test_reading:test_bytes_are_an_article_or_refused",
    "markdown": "test_reading:test_markdown_is_kept_as_it_is",
    "html": "test_reading:test_pages_are_an_article_or_refused",
    "records": "test_reading:test_records_are_articles_or_errors_in_their_place",
    "feed": "test_reading:test_feeds_have_items_or_are_refused",
    "pdf": "test_reading:test_documents_are_an_article_or_refused",
    "parcel": "test_reading:test_parcels_are_articles_or_refused",
    "annotate": "test_attribution:test_any_prose_is_annotated",
    "mark_up": "test_attribution:test_annotation_is_the_same_every_time_and_can_be_marked_up",
    "terms": "test_asking:test_terms_are_words_of_the_text",
    "question": "test_asking:test_any_question_is_understood",
    "ask": "test_asking:test_any_question_is_answered",
    "quotes": "test_asking:test_any_name_has_quotes_or_none",
    "trace": "test_asking:test_any_message_is_traced",
    "typed": "test_asking:test_anything_may_be_typed_for_a_name",
    "jsonl": "test_command_line:test_every_record_is_answered_in_order",
}
_LONGEST = 8_192  # bytes of an input
_INNER = "--inner"


def main() -> None:
    """Run the targets asked for, one after the other, each in a process of its own."""
    parser = argparse.ArgumentParser(description="Fuzz the properties of tests/fuzz.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"any of {', '.join(TARGETS)}; all unless told")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument(_INNER, action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    unknown = [name for name in asked.targets if name not in TARGETS]
    if unknown:
        parser.error(f"there is no target {unknown[0]}; there are {', '.join(TARGETS)}")
    if asked.inner:
        _drive(asked.targets[0], asked.seconds)
        return
    failed: list[str] = []
    for name in asked.targets or TARGETS:
        print(f"== {name}", flush=True)
        inner = [sys.executable, "-m", "tests.fuzz.longer", name, "--seconds", str(asked.seconds), _INNER]
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        if subprocess.run(inner, cwd=Path(__file__).parents[2], env=environment, check=False).returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "nothing was found")
    raise SystemExit(bool(failed))


def _drive(name: str, seconds: int) -> None:
    """Feed one target in this process, which ends with it."""
    if importlib.util.find_spec("atheris") is None:
        _at_random(_one(name), seconds)
    else:
        _with_atheris(name, seconds)


def _one(name: str) -> Callable[[bytes], object]:
    """What takes the bytes of one input: the property, whose strategies read them."""
    module_name, function = TARGETS[name].split(":")
    module = importlib.import_module(f"tests.fuzz.{module_name}")
    test = getattr(module, function).hypothesis
    wanted = inspect.signature(test.inner_test).parameters
    given_besides: dict[str, object] = {"library": module.odd_library()} if "library" in wanted else {}
    if "sandbox" in wanted:
        given_besides["sandbox"] = Sandbox()  # which ends with this process

    @given(**test._given_kwargs)
    def told(**example: object) -> None:
        try:
            test.inner_test(**example, **given_besides)
        except Exception:
            print(f"{function} fails on {example!a}", flush=True)
            raise

    feed: Callable[[bytes], object] = told.hypothesis.fuzz_one_input
    return feed


def _at_random(feed: Callable[[bytes], object], seconds: int) -> None:
    runs = taken = 0
    end = time.monotonic() + seconds
    chance = random.Random(time.time_ns())  # noqa: S311 - not secret
    while time.monotonic() < end:
        runs += 1
        taken += feed(chance.randbytes(chance.randrange(_LONGEST))) is not None
    print(f"{runs} inputs, {taken} of them whole examples, at random")


def _with_atheris(name: str, seconds: int) -> None:
    import atheris  # noqa: PLC0415 - an extra

    with atheris.instrument_imports(include=["index"]):
        feed = _one(name)

    def each(data: bytes) -> None:
        feed(data)

    flags = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-rss_limit_mb=2000", "-timeout=60"]
    flags += ["-print_final_stats=1", "-verbosity=0", "-len_control=0", f"-artifact_prefix={tempfile.gettempdir()}/"]
    atheris.Setup([sys.argv[0], *flags], each)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
