"""PRIVACY.md is true of the database: every table and column is in its list, and nothing else."""

import re
from contextlib import closing
from pathlib import Path

from index.store import Store

PAGE = (Path(__file__).parents[2] / "PRIVACY.md").read_text(encoding="utf-8")
COLUMNS = """
    SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY tables.name, columns.cid
"""


def test_every_table_and_column_is_listed() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| [^|]+ \| [^|]+ \|$", PAGE, re.MULTILINE)
    stored: dict[str, list[str]] = {}
    with closing(Store(None)) as store:
        for table, column in store.read(COLUMNS):
            stored.setdefault(str(table), []).append(str(column))
    assert {table: re.findall(r"`(\w+)`", columns) for table, columns in rows} == stored


def test_every_table_that_holds_a_persons_id_is_said_to() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\*\*the Discord id\b", PAGE, re.MULTILINE)
    assert sorted(rows) == ["alerts", "corrections", "records", "removals", "reports"]
