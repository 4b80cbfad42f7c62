"""Rooms, floors and arrows of a package, counted from its imports.

A room is a module or package directly inside a package, its ``__init__`` among them; an arrow leads from a room to one
that it imports from; a room's floor is one above the highest of those, and 1 where there are none.
"""

import ast
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGES = ("index", "bot")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most rooms and floors that a package may have."""

    rooms: int
    floors: int


@dataclass(frozen=True, slots=True)
class House:
    """A package's rooms by name, each with the rooms that it imports from.

    Attributes
    ----------
    floors : mapping of str to int
        1 for the ground floor; only of rooms that no circle of imports goes through.
    circles : tuple of str
        Rooms that a circle of imports goes through, sorted.
    """

    name: str
    arrows: Mapping[str, frozenset[str]]
    floors: Mapping[str, int]
    circles: tuple[str, ...]

    @property
    def height(self) -> int:
        """How many floors there are."""
        return max(self.floors.values(), default=0)

    def __str__(self) -> str:
        """The floors from the top down, each with its rooms."""
        arrows = sum(map(len, self.arrows.values()))
        head = f"{self.name}: {len(self.arrows)} rooms on {self.height} floors, {arrows} arrows"
        floors = (
            f"  {floor:2}  {', '.join(sorted(room for room, at in self.floors.items() if at == floor))}"
            for floor in range(self.height, 0, -1)
        )
        return "\n".join((head, *floors))


def survey(package: str) -> House:
    """The house of a package, as its imports stand in the working tree."""
    graph = grimp.build_graph(*PACKAGES, include_external_packages=False, cache_dir=None)
    arrows: dict[str, set[str]] = {"__init__": set()}
    for module in graph.modules:
        if module == package or module.startswith(f"{package}."):
            here = _room(module, package)
            arrows.setdefault(here, set())
            for imported in graph.find_modules_directly_imported_by(module):
                if imported == package or imported.startswith(f"{package}."):
                    there = _room(imported, package)
                    if there != here:
                        arrows[here].add(there)
    floors: dict[str, int] = {}
    while placed := {
        room: 1 + max((floors[other] for other in others), default=0)
        for room, others in arrows.items()
        if room not in floors and others <= floors.keys()
    }:
        floors.update(placed)
    circles = tuple(sorted(arrows.keys() - floors.keys()))
    return House(package, {room: frozenset(others) for room, others in arrows.items()}, floors, circles)


def _room(module: str, package: str) -> str:
    inside = module.removeprefix(package).lstrip(".")
    return inside.split(".")[0] or "__init__"


def modules() -> dict[str, int]:
    """Every module of both packages by its path from the root, with how many lines it has."""
    return {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in _files()}


def public_classes() -> Counter[str]:
    """How often each public name of a class is given in both packages."""
    counts: Counter[str] = Counter()
    for path in _files():
        body = ast.parse(path.read_text(encoding="utf-8")).body
        counts.update(node.name for node in body if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))
    return counts


def _files() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
