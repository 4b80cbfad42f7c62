"""Which words are English: 160,000 from films' subtitles, one a line in ``english.txt.gz``, as pyspellchecker has them.

The package itself would bring eleven other languages, and takes four times as long to read this one.
"""

import gzip
from functools import cache
from pathlib import Path

_TAILS = ("s", "'s")


@cache
def _words() -> frozenset[str]:
    packed = Path(__file__).with_name("english.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split("\n"))


def is_english(form: str) -> bool:
    """Whether it is a common English word, or one inflected."""
    known = _words()
    return form.lower() in known or any(form.endswith(tail) and form[: -len(tail)].lower() in known for tail in _TAILS)
