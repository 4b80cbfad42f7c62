"""docs/command-line.md says what the JSON of each command has: no field more, none less."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from index.cli import cli

DOCUMENT = Path(__file__).parents[2] / "docs" / "command-line.md"
FERRY, LIBRARY = (str(Path(__file__).parents[2] / "index" / "samples" / f"{name}.txt") for name in ("ferry", "library"))
ID = "marrow-islands-ferry-fleet-grounded-after-cracks"


def shapes() -> dict[str, set[str]]:
    """The fields of each kind of object, by its name in the document."""
    tokens = MarkdownIt("commonmark").enable("table").parse(DOCUMENT.read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    name = ""
    for at, token in enumerate(tokens):
        if token.type == "th_open" and (words := tokens[at + 1].content):
            name = words.partition("*")[2].rstrip("*")
        elif token.type == "tr_open" and tokens[at + 1].type == "td_open" and name:
            fields = tokens[at + 2].children or []
            found.setdefault(name, set()).update(child.content for child in fields if child.type == "code_inline")
    return found


def commands() -> set[str]:
    """The commands in the document's first table about JSON."""
    rows = DOCUMENT.read_text(encoding="utf-8").partition("## JSON")[2].partition("\n\n| an *article*")[0]
    cells = [row.partition(" | ")[0] for row in rows.splitlines() if row.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`(?:onrecord )?([a-z]+)", cell)}


def printed(*words: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(cli, [*words, "--json"])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATABASE", str(tmp_path / "onrecord.db"))


def test_each_command_prints_the_fields_that_are_documented(tmp_path: Path) -> None:
    shape = shapes()
    moved, copy = str(tmp_path / "moved.jsonl"), str(tmp_path / "copy.db")
    expected: list[tuple[tuple[str, ...], set[str]]] = [
        (("add", FERRY, LIBRARY), shape["article"] | {"outcome"}),
        (("list",), shape["article"]),
        (("edit", ID, "--outlet", "Northwire Daily"), shape["article"] | {"outcome"}),
        (("remove", ID), shape["article"] | {"outcome"}),
        (("list", "--removed"), shape["article"]),
        (("restore", ID), shape["article"] | {"outcome"}),
        (("ask", "What did Nowicka say?"), shape["answer"]),
        (("ask", "What did Nowicka say?", "--explain"), shape["passage"] | {"evidence"}),
        (("quotes", "Nowicka"), shape["person's quotations"]),
        (("people",), shape["person"]),
        (("trace", "“I did come into this to lock doors” - Nadia Flores"), shape["trace"]),
        (("read", FERRY), shape["reading"]),
        (("annotate", FERRY), shape["annotation"]),
        (("show", ID), shape["annotation"] | {"text"}),
        (("doctor",), shape["check"]),
        (("export", moved), shape["move"]),
        (("import", moved, "--database", str(tmp_path / "other.db")), shape["move"]),
        (("backup", copy), shape["backup"]),
        (("restore", "--backup", copy, "--yes"), shape["backup"]),
        (("forget", "--community", "public", "--database", str(tmp_path / "other.db"), "--yes"), shape["forgotten"]),
    ]
    offering = {
        name for name, command in cli.commands.items() if any(each.name == "as_json" for each in command.params)
    }
    assert {words[0] for words, _ in expected} == commands() == offering
    for words, fields in expected:
        lines = printed(*words)
        assert lines
        assert all(line.keys() == fields for line in lines), words
    (answer,) = printed("ask", "What did Nowicka say?")
    passages = answer["passages"]
    assert isinstance(passages, list)
    assert passages[0].keys() == shape["passage"]
