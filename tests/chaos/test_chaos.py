"""A short run of chaos over each database: nothing is lost, nothing doubled, and everybody who means no harm served.

How fast is not asked here: ``python -m tests.chaos`` is.
"""

from pathlib import Path

import pytest

from tests.chaos.findings import Limits
from tests.chaos.run import Plan, run
from tests.postgres import PostgresServer

pytestmark = pytest.mark.long

FEEDS, ASKED = 40, 11  # poisoned ones, and of them those that must have been asked


def test_poisoned_feeds_and_hostile_members_harm_nobody_else(tmp_path: Path) -> None:
    found = run(Plan(12.0, seed=12, speed=180.0, pace=1.0, feeds=FEEDS, sites=ASKED), tmp_path / "onrecord.db")
    print(found.tables(), found.log, sep="\n\n")
    assert not [*found.broken(Limits())]
    assert sum(map(bool, found.sites.values())) >= ASKED


def test_the_same_while_the_database_is_out_of_reach_again_and_again(postgres: PostgresServer) -> None:
    plan = Plan(20.0, seed=12, speed=180.0, pace=1.0, feeds=FEEDS, longest=6.0, pause=4.0)
    found = run(plan, postgres)
    print(found.tables(), found.log, sep="\n\n")
    assert not [*found.broken(Limits())]
    assert found.trouble is not None
    assert found.trouble.spells
