"""NLTK's Snowball stemmer without the rest of NLTK, which takes half a second to load and is not needed for it."""

import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any

_PARTS = ("nltk", "nltk.stem", "nltk.corpus")  # what its module imports from, the last for stop words that we have
_ONE = RLock()


@cache
def english_stem() -> Any:
    """What gives the stem of a word in small letters, the same as ``SnowballStemmer("english").stem``."""
    with _ONE:
        return _snowball().SnowballStemmer("english").stem


def stemmer_version() -> str:
    """NLTK's, as its package tells it, from the file beside it if there is one: the metadata take longer to load."""
    spec = find_spec("nltk")
    for root in spec.submodule_search_locations or () if spec is not None else ():
        with suppress(OSError):
            return Path(root, "VERSION").read_text(encoding="ascii").strip()
    from importlib.metadata import version  # noqa: PLC0415 - see above

    return version("nltk")


def _snowball() -> ModuleType:
    """``nltk.stem.snowball``: from its own file, unless it needs more than that."""
    spec = find_spec("nltk") if "nltk" not in sys.modules else None
    if spec is not None and spec.submodule_search_locations:
        root = Path(spec.submodule_search_locations[0])
        with suppress(ImportError, AttributeError):
            return _alone(root)
    return import_module("nltk.stem.snowball")


def _alone(root: Path) -> ModuleType:
    """The module with empty packages above it, which nobody finds afterwards: whoever wants NLTK gets all of it."""
    for name in _PARTS:
        package = ModuleType(name)
        package.__path__ = [str(root.joinpath(*name.split(".")[1:]))]
        sys.modules[name] = package
    vars(sys.modules["nltk"])["redos"] = re  # it has some for Arabic, and its guard of these another engine to load
    vars(sys.modules["nltk.corpus"])["stopwords"] = None
    try:
        return import_module("nltk.stem.snowball")
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "nltk"]:
            del sys.modules[name]


@cache
def format_of_stems(number: int) -> str:
    """What a format of that number is called, of what holds stems: those of another stemmer make it another one."""
    return f"{number} nltk {stemmer_version()}"
