"""The house keeps to its rules, and every room stands in a layer."""

import tomllib

import pytest

from tests.house.plan import ROOT, survey
from tests.house.rules import LIMITS, broken


def test_no_rule_is_broken() -> None:
    assert [*broken()] == []


@pytest.mark.parametrize("package", LIMITS)
def test_every_room_stands_in_a_layer_of_the_exhaustive_contract(package: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [contract] = [c for c in contracts if c.get("containers") == [package]]
    assert contract["exhaustive"] is True
    layers = {room.strip() for layer in contract["layers"] for room in layer.split("|")}
    assert layers == survey(package).arrows.keys() - {"__init__"}
