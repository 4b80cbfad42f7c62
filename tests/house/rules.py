"""What the house must keep to, with the reasons for what does not."""

from collections.abc import Iterator

from tests.house.plan import Limits, modules, public_classes, survey

LIMITS = {"index": Limits(20, 10), "bot": Limits(15, 9), "index.attribution": Limits(10, 7)}
SHORTEST, LONGEST = 30, 350  # lines of a module

SHORT = {
    "index/__main__.py": "python -m index",
    "index/text/english.py": "an English dictionary, for whoever tells slips from words, or what a hyphen is",
    "index/encoder/inputs.py": "what is encoded of a sentence, for whoever encodes, keeps or fits it",
}
"""Modules that are shorter, and why; a package's ``__init__`` may be as short as its docstring."""

LONG: dict[str, str] = {}
"""Modules that are longer, and why."""


def broken() -> Iterator[str]:
    """Each rule that the working tree breaks, in words."""
    for package, limits in LIMITS.items():
        house = survey(package)
        if house.circles:
            yield f"{package}: a circle of imports goes through {', '.join(house.circles)}"
        if len(house.arrows) > limits.rooms:
            yield f"{package}: {len(house.arrows)} rooms, at most {limits.rooms}"
        if house.height > limits.floors:
            yield f"{package}: {house.height} floors, at most {limits.floors}"
    lines = modules()
    for path, length in lines.items():
        if length < SHORTEST and path not in SHORT and not path.endswith("__init__.py"):
            yield f"{path}: {length} lines, at least {SHORTEST}; merge it into what uses it, or name the reason here"
        if length > LONGEST and path not in LONG:
            yield f"{path}: {length} lines, at most {LONGEST}; it is two things, or name the reason here"
    for path in sorted({*SHORT, *LONG}):
        length = lines.get(path, 0)
        if not (0 < length < SHORTEST if path in SHORT else length > LONGEST):
            yield f"{path}: named as an exception, which it is not (any more)"
    for name, times in public_classes().items():
        if times > 1:
            yield f"{name}: the name of {times} public classes"
