"""What is given to be read: folders with what is passed over, standard input, lists of links."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.cli import cli
from tests.cli.conftest import TOLL, Run, ThreadedSite

pytestmark = pytest.mark.once


def test_a_folder_tells_what_it_passed_over_and_why(run: Run, toll: Path, tmp_path: Path) -> None:
    news = tmp_path / "news"
    for name in (
        "saved.txt",
        "Page_files/advert.html",
        "Page_files/deep/frame.html",
        "notes_files/own.txt",
        ".git/x.md",
    ):
        (news / name).parent.mkdir(parents=True, exist_ok=True)
        (news / name).write_text(TOLL.replace("Toll on", f"{Path(name).stem} on"), encoding="utf-8")
    toll.rename(news / "toll.txt")
    page = "".join(f"<p>{paragraph}</p>" for paragraph in TOLL.split("\n\n"))
    (news / "Page.html").write_text(f"<article><h1>Toll on Tollan Bridge</h1>{page}</article>", encoding="utf-8")
    for name in ("a.css", "b.jpg", "c.JPG", "Makefile", ".hidden.txt"):
        (news / name).write_bytes(b"")
    os.mkfifo(news / "pipe.txt")
    (news / "gone.txt").symlink_to("nowhere")
    (news / "round").symlink_to(news)
    done = run("add", news)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 4
    told, total = done.stderr.splitlines()
    assert told == (
        f"{news}: passed over 4 files of kinds that are not read (.jpg 2, .css 1, without a suffix 1); 1 folder of "
        "pictures, scripts and adverts that saved pages came with; 1 link to a folder; 2 broken links or pipes; "
        "2 hidden."
    )
    assert total.startswith("Done: 4 added, in ")
    assert run("add", news).stderr.splitlines()[-1].startswith("Done: 4 already there, in ")


def test_a_dash_is_standard_input_for_all_that_take_files(run: Run, toll: Path) -> None:
    (read,) = map(json.loads, run("read", "-", "--json", stdin=TOLL).stdout.splitlines())
    assert (read["file"], read["title"]) == ("standard input", "Toll on Tollan Bridge rises")
    assert "Rhea Olsen (direct said)" in run("annotate", "-", stdin=TOLL).stdout
    assert run("add", "-", stdin=TOLL).stdout.startswith("added: toll-on-tollan-bridge-rises ")
    assert run("add", "--jsonl", "-", stdin='{"id": "r", "text": "Rain, said Cy Dell."}').stdout.startswith("added: r ")
    assert run("ask", "--batch", "-", stdin="Who is it too high for?").exit_code == 0
    exported = run("export", "-")
    assert exported.stderr == "exported: public, 2 articles\n"
    assert (
        run("add", "-", stdin=b"").stderr
        == "error: standard input: it is empty; add a file that holds the article's text\n"
    )
    for twice in (["read", "-", "-"], ["add", "-", "--jsonl", "-"], ["add", toll, "--links", "-", "--jsonl", "-"]):
        assert (run(*twice).exit_code, "can be read once" in run(*twice).stderr) == (2, True)


def test_what_gives_nothing_to_add_is_told(run: Run) -> None:
    for source in ("--links", "--jsonl"):
        done = run("add", source, "-", stdin="\n")
        assert (done.exit_code, done.stdout, done.stderr) == (1, "", "There was nothing to add.\n")
    empty = run("add", "")
    assert (empty.exit_code, "A path is empty" in empty.stderr) == (2, True)
    (refused,) = run("add", "ftp://news.example/toll").stderr.splitlines()
    assert "only links that begin with https:// or http:// are read" in refused


@pytest.mark.parametrize("from_stdin", [True, False])
def test_links_of_a_list_are_added(tmp_path: Path, run: Run, site: ThreadedSite, from_stdin: bool) -> None:
    site.pages |= {"/toll": TOLL, "/ferry": "Ferry\n\n“It sails,” said Bo Marsh."}
    lines = f"# of May\n\n{site.url}/toll\nnews.example/toll\n{site.url}/gone\n  {site.url}/ferry\n"
    listed = tmp_path / "links.txt"
    listed.write_text(lines, encoding="utf-8")
    given = ["-"] if from_stdin else [str(listed)]
    done = CliRunner().invoke(cli, ["add", "--links", *given], obj=site.fetcher, input=lines)
    assert done.exit_code == 1
    assert [line.partition(" (")[0] for line in done.stdout.splitlines()] == [
        "added: toll-on-tollan-bridge-rises",
        "added: ferry",
    ]
    no_link, gone, total = done.stderr.splitlines()
    assert no_link.startswith(f"error: line 4 of {'standard input' if from_stdin else listed}: it is no link; ")
    assert "/gone: there is no such page (404)" in gone
    assert "2 added" in total
    assert "2 failed" in total
    assert len(run("list", "--json").stdout.splitlines()) == 2


def test_a_list_is_kept_to_so_many_to_an_outlet_and_to_days(run: Run) -> None:
    def listed(*options: str) -> list[str]:
        return [
            json.loads(line)["id"].partition("-")[0] for line in run("list", "--json", *options).stdout.splitlines()
        ]

    assert listed() == ["orchard", "the", "water", "judge", "council", "tarn", "marrow"]
    assert listed("--limit", "2") == listed("-n", "2") == ["orchard", "the"]
    assert listed("--outlet", "sporting courier") == ["tarn"]
    assert listed("--since", "2025-05-25", "--until", "2025-06-12") == ["council", "tarn"]
    assert run("list", "--outlet", "Nobody's").exit_code == 1
