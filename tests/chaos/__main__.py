"""``python -m tests.chaos [--minutes N] [--postgres] [--seed N] [--quiet]``: the bot among servers that mean harm.

Prints the seed, at the end a table, and each promise that was broken; exit code 1 if one was. ``--quiet`` tells that
the machine has nothing else to do: then the event loop may be no more than 50 ms late.
"""

import argparse
import os
import secrets
import sys
import tempfile
from pathlib import Path

from tests.chaos.findings import Findings, Limits
from tests.chaos.run import Plan, run
from tests.postgres import postgres_server


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--postgres", action="store_true", help="over a PostgreSQL whose network fails")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    parser.add_argument("--quiet", action="store_true", help="the machine has nothing else to do")
    parser.add_argument("--log", type=Path, help="where the bot's log is kept")
    wanted = parser.parse_args()
    plan = Plan(60 * wanted.minutes, wanted.seed)
    kind = "PostgreSQL" if wanted.postgres else "SQLite"
    print(f"{wanted.minutes:g} minutes over {kind}, seed {plan.seed}, load before {os.getloadavg()[0]:.1f}", flush=True)
    found = _run(plan, postgres=wanted.postgres)
    print(f"load after {os.getloadavg()[0]:.1f}\n\n{found.tables()}\n")
    if wanted.log is not None:
        wanted.log.write_text(found.log, encoding="utf-8")
    broken = [*found.broken(Limits(answer=3.0, late=0.05 if wanted.quiet else None))]
    print("\n".join(broken) or "all that was promised was kept")
    sys.exit(bool(broken))


def _run(plan: Plan, *, postgres: bool) -> Findings:
    if postgres:
        with postgres_server() as server:
            return run(plan, server)
    with tempfile.TemporaryDirectory() as directory:
        return run(plan, Path(directory) / "onrecord.db")


if __name__ == "__main__":
    main()
