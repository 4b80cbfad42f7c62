"""Every example in a command's help does what it is there to show, over the bundled samples."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.cli import cli
from tests.cli.conftest import Run

pytestmark = pytest.mark.once

SAMPLES = Path(__file__).parents[2] / "index" / "samples"

RIGHT = {
    'ask "What did the transport minister say about the cracks?"': ("caused by “cheap steel", "— Ewa Nowicka"),
    'ask "What did the minister say about the cracks?"': ("caused by “cheap steel", "— Ewa Nowicka"),
    'ask "Who has 40 tonnes of pears?"': ("“I have 40 tonnes of pears.", "— Selim Aydin"),
    'ask "Who warned that two days would not be enough?" --outlet "Lower Mill Ledger"': (
        "Head librarian Amadou Kessy warned that two days",
        "— Amadou Kessy",
    ),
    'ask "the letter" --speaker Flores -n 5': ('"He sat on that letter for six weeks,"', "— Nadia Flores"),
    'ask "What is said about phones?" --article council-votes-to-keep-lower-mill-library-open': (
        '"People read on their phones now,"',
        "— Tobias Renn",
    ),
    'ask "and what did she say of the county?" --after council-votes-to-keep-lower-mill-library-open:680-772': (
        "She said the county had agreed to pay half",
        "— Nadia Flores",
    ),
    'quotes "Ewa Nowicka" --about steel': ("caused by “cheap steel", "— Ewa Nowicka"),
    'quotes "Ewa Nowicka"': ("caused by “cheap steel", "— Ewa Nowicka"),
    "quotes Nowicka --about steel": ("caused by “cheap steel", "— Ewa Nowicka"),
    "people": ("Colm Adair  person, 4 quotations",),
    "trace '\"No timetable is worth a life\" - Ines Quarrie'": ("word for word; Ines Quarrie is right",),
    'trace "Did Nowicka really say she would defend the indefensible?"': ("“I will not defend the indefensible,”",),
    "list --limit 10": ("tarn-rovers-end-63-year-wait", "marrow-islands-ferry-fleet"),
    "list --outlet Northwire --since 2025-01-01": ("marrow-islands-ferry-fleet",),
    "show marrow-islands-ferry-fleet-grounded-after-cracks": ("(headline) Marrow Islands Ferry Fleet",),
}
"""What is first among the answers of those that ask, by the example."""

DOING = (
    "add",
    "annotate",
    "read",
    "backup",
    "export",
    "edit",
    "remove",
    "restore",
    "import",
    "forget",
    "man",
    "completion",
)
"""Commands whose examples are about files, or change a library, in an order in which they can."""


def examples() -> Iterator[str]:
    for command in (cli, *cli.commands.values()):
        yield from re.findall(r"^ *(?:eval \"\$\()?onrecord ([^\n|>)]+)", command.help or "", re.MULTILINE)


ASKING = [line for line in examples() if line.split()[0] not in DOING]


def test_what_is_right_is_known_of_every_example_that_asks() -> None:
    assert sorted({*ASKING}) == sorted(RIGHT)


@pytest.mark.parametrize("example", sorted(RIGHT))
def test_an_example_is_answered_rightly_over_the_samples(run: Run, example: str) -> None:
    done = run(*shlex.split(example))
    assert done.exit_code == 0
    first, *others = RIGHT[example]
    if example.split(maxsplit=1)[0] in ("ask", "quotes"):
        assert first in done.stdout.partition("\n\n")[0]
    assert all(words in done.stdout for words in (first, *others))


def test_the_others_end_well(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, with the files that they name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    text = (SAMPLES / "library.txt").read_text(encoding="utf-8")
    page = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n")[1:])
    for name in ("article.txt", "notes.md"):
        Path(name).write_text(text, encoding="utf-8")
    for name in ("page.html", "saved-page.html", "articles/page.html"):
        Path(name).write_text(f"<article><h1>{text.splitlines()[0]}</h1>{page}</article>", encoding="utf-8")
    Path("articles.jsonl").write_text('{"id": "pier", "text": "The pier is shut, said Bo Marsh."}\n')
    lines = [line for line in examples() if line.split()[0] in DOING and "links.txt" not in line and "//" not in line]
    for line in sorted(lines, key=lambda line: DOING.index(line.split()[0])):
        plain, _, given = line.strip().partition(" < ")
        named = shlex.split(plain.replace("~/", ""))
        words = [word for each in named for word in (sorted(Path().glob(each)) if "*" in each else [each])]
        done = run(*words, stdin=Path(given).read_bytes() if given else "y\n")
        assert done.exit_code == 0 or words[0] == "forget", (line, done.stderr)  # there is nothing of either of them
