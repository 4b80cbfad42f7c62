"""How many processors count: those of the affinity, as far as the quota of a container or service goes."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from index.encoder.processors import usable_processors

V1 = "cpu.cfs_quota_us", "cpu.cfs_period_us"


@pytest.fixture(autouse=True)
def four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 5}, raising=False)


def system(root: Path, groups: str, files: Mapping[str, str]) -> Path:
    """A system whose process is in those control groups."""
    for name, words in {"proc/self/cgroup": groups, **{f"sys/fs/cgroup/{n}": w for n, w in files.items()}}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="ascii")
    return root


@pytest.mark.parametrize(
    ("quota", "count"),
    [
        ("max 100000\n", 4),
        ("200000 100000\n", 2),
        ("150000 100000\n", 2),
        ("5000 100000\n", 1),
        ("900000 100000\n", 4),
        ("0 100000\n", 1),
        ("100000 0\n", 4),
        ("nonsense\n", 4),
    ],
)
def test_a_containers_quota_is_counted_rounded_up(tmp_path: Path, quota: str, count: int) -> None:
    assert usable_processors(system(tmp_path, "0::/\n", {"cpu.max": quota})) == count


def test_the_quota_of_a_service_and_of_the_group_above_it_both_count(tmp_path: Path) -> None:
    files = {"system.slice/cpu.max": "100000 100000", "system.slice/onrecord.service/cpu.max": "300000 100000"}
    assert usable_processors(system(tmp_path, "0::/system.slice/onrecord.service\n", files)) == 1


@pytest.mark.parametrize(
    ("group", "folder"),
    [
        ("4:memory:/other\n3:cpu,cpuacct:/\n0::/\n", "cpu,cpuacct"),
        ("3:cpu:/docker/abc\n", "cpu/docker/abc"),
        ("3:cpu:/docker/abc\n", "cpu"),  # a container to which its own group is the first
    ],
)
def test_the_first_versions_quota_is_counted(tmp_path: Path, group: str, folder: str) -> None:
    quota, period = (f"{folder}/{name}" for name in V1)
    assert usable_processors(system(tmp_path, group, {quota: "150000", period: "100000"})) == 2
    assert usable_processors(system(tmp_path, group, {quota: "-1", period: "100000"})) == 4


def test_without_control_groups_the_affinity_alone_counts(tmp_path: Path) -> None:
    assert usable_processors(tmp_path) == 4
    assert usable_processors(system(tmp_path, "3:cpu:/gone\nodd\n", {})) == 4
