"""No regular expression of ours can backtrack without end, and those that may try a stretch twice see short ones."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
import index
from tests.fuzz.ambiguity import is_exponential, is_polynomial

_QUESTION = "questions have at most 2,000 characters, and white space is made single"
# What keeps the square of a length small.
SHORT = {
    "index.attribution.coreference.phrases._TOKEN": "all behind its loops may be left out, so nothing is tried twice",
    "index.people.unheard._OFFICE": _QUESTION,
    "index.ranking.kinds._COUNTED": _QUESTION,
    "index.ranking.kinds._PRICED": _QUESTION,
    "index.ranking.kinds._SUBJECTS.0": _QUESTION,
    "index.ranking.kinds._SUBJECTS.1": _QUESTION,
    "index.ranking.kinds._SUBJECTS.3": _QUESTION,
    "index.ranking.kinds._SUBJECTS.4": _QUESTION,
    "index.ranking.kinds._WHO_AND_WHAT": _QUESTION,
    "index.ranking.kinds._WHO_IS": _QUESTION,
    "index.reading.frontmatter._STAFF": "bylines have at most 600 code points",
    "index.reading.frontmatter._OF": "bylines have at most 600 code points",
    "index.text.boilerplate._CREDIT": "the last 200 code points of a line are looked at",
    "index.reading.pdf._FURNITURE": "the white space of a PDF's lines is single",
    "index.text.chat._GREETING": _QUESTION,
    "index.text.segmentation._CREDIT": "captions have at most 600 code points",
    "index.tracing.claims._FORMS.1": "all but the last characters of a message may be what is quoted",
    "index.tracing.claims._FORMS.2": "messages have at most 4,000 characters, and white space is made single",
    "index.tracing.claims._FORMS.3": "all but the last characters of a message may be what is quoted",
    "index.tracing.claims._FORMS.4": "all but the last characters of a message may be what is quoted",
}


@pytest.fixture(scope="module")
def patterns() -> dict[str, re.Pattern[str]]:
    """Every expression that a module of ours compiles when it is imported, and those given to `re` in functions."""
    found: dict[str, re.Pattern[str]] = {}
    literals: dict[str, re.Pattern[str]] = {}
    for package in (index, bot):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.endswith(".__main__") and ".training" not in info.name:
                module = importlib.import_module(info.name)
                for name, value in vars(module).items():
                    found.update((place, each) for place, each in _held(f"{info.name}.{name}", value))
                literals.update(_literals(info.name, Path(str(module.__file__)).read_text(encoding="utf-8")))
    known = {each.pattern for each in found.values()}
    return found | {place: each for place, each in literals.items() if each.pattern not in known}


def _held(place: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        text = value.pattern if isinstance(value.pattern, str) else value.pattern.decode("latin-1")
        yield place, re.compile(text, value.flags | re.UNICODE) if isinstance(value.pattern, bytes) else value
    elif isinstance(value, tuple | list):
        for number, each in enumerate(value):
            yield from _held(f"{place}.{number}", each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _held(f"{place}.{key}", each)


def _literals(module: str, source: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if of_re and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(node) else 0
                yield f"{module}:{node.lineno}", re.compile(node.args[0].value, flags)


def test_there_are_patterns(patterns: dict[str, re.Pattern[str]]) -> None:
    assert len(patterns) > 150
    assert "index.text.tokens._TOKEN" in patterns
    assert any(place.startswith("bot.") for place in patterns)


def test_no_pattern_takes_exponential_time(patterns: dict[str, re.Pattern[str]]) -> None:
    assert [place for place, each in patterns.items() if is_exponential(each.pattern, each.flags)] == []


def test_patterns_that_may_take_a_square_are_those_that_see_short_texts(
    patterns: dict[str, re.Pattern[str]],
) -> None:
    found = {place for place, each in patterns.items() if is_polynomial(each.pattern, each.flags)}
    assert found == SHORT.keys()


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(\w+\s?)*$",
        r"(?:ab|a|b)*c",
        r"(?:a*)*b",
        r"(x{2,9}){2,}y",
        r"(?=(a|a\w)+b)",
        "(.*)*,",
    ],
)
def test_exponential_patterns_are_seen(pattern: str) -> None:
    assert is_exponential(pattern, 0)


@pytest.mark.parametrize("pattern", [r"\s*\w*\s*$", r"\w+\d+;", r".*,.*,.*;", r"[ab]+a[bc]*b[ab]+;"])
def test_polynomial_patterns_are_seen(pattern: str) -> None:
    assert is_polynomial(pattern, 0)
    assert not is_exponential(pattern, 0)


@pytest.mark.parametrize(
    "pattern",
    [
        r"a+b+",
        r"(?:a|b)*c",
        r"(?:[^-]|-[^-]|--+[^->])*--+>",
        r"(?:\w|-(?=\w))+",
        r"(?:a(?!b)|ab)*c",
        r"\w+(?:-\w+)*",
        r"(?:a?)*b",
    ],
)
def test_plain_patterns_are_let_through(pattern: str) -> None:
    assert not is_exponential(pattern, 0)
    assert not is_polynomial(pattern, 0)
