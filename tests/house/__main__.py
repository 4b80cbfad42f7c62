"""Print the house, and what it breaks: ``python -m tests.house``; exit status 1 if there is anything."""

import sys

from tests.house.plan import modules, survey
from tests.house.rules import LIMITS, broken


def main() -> None:
    """Print rooms, floors and arrows of each package, the lines of both, and every rule that is broken."""
    for package in LIMITS:
        print(survey(package))
    lines = modules()
    print(f"{len(lines)} modules, {sum(lines.values())} lines")
    found = [*broken()]
    print("\n".join(found) if found else "nothing is broken")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
