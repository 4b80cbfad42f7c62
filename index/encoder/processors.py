"""How many processors this process may use: of those that the machine has, what is left to it."""

import os
from collections.abc import Iterator
from math import ceil
from pathlib import Path

_GROUPS = "sys/fs/cgroup"


def usable_processors(root: Path = Path("/")) -> int:
    """How many processors this process may run on, and has the time of: those of its affinity, or as many as the quota
    of a container or service comes to, rounded up, where that is fewer. `root` is where the system's files are."""
    given = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([given, *map(ceil, _quotas(root))]))


def _quotas(root: Path) -> Iterator[float]:
    """The quotas, in processors, of the control groups that this process is in; see Linux's cgroup-v2.rst, and
    sched-bwc.rst for version 1. Each is bound by those above it too."""
    for folder in _folders(root):
        quota = _words(folder / "cpu.max")
        if not quota:
            quota = _words(folder / "cpu.cfs_quota_us") + _words(folder / "cpu.cfs_period_us")
        if len(quota) == 2 and all(word.isdecimal() for word in quota) and int(quota[1]):
            yield int(quota[0]) / int(quota[1])


def _folders(root: Path) -> Iterator[Path]:
    """Where a group's limits may stand, and those of the groups above it: a container may see its own group as the
    first, under whatever name the machine has for it."""
    for line in _words(root / "proc/self/cgroup", "\n"):
        controllers, colon, name = line.partition(":")[2].partition(":")  # version 2 has all of them in one group
        if not colon or (controllers and "cpu" not in controllers.split(",")):
            continue
        first = root / _GROUPS / controllers
        group = first / name.strip("/")
        yield from (folder for folder in (group, *group.parents) if folder.is_relative_to(first))


def _words(path: Path, between: str | None = None) -> list[str]:
    try:
        return path.read_text(encoding="ascii").split(between)
    except (OSError, ValueError):
        return []
