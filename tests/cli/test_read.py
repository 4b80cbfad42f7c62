"""`onrecord read`: what is read of a file, without storing it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reading.made import BODY, HEADLINE, archive, docx

pytestmark = pytest.mark.once


def test_read_gives_text_metadata_and_kinds_and_stores_nothing(run: Run, toll: Path) -> None:
    done = run("read", toll, "--json")
    assert done.exit_code == 0
    read = json.loads(done.stdout)
    assert list(read) == ["file", "title", "deck", "outlet", "authors", "published", "url", "text", "paragraphs"]
    assert (read["file"], read["title"]) == (str(toll), "Toll on Tollan Bridge rises")
    assert (read["outlet"], read["authors"], read["published"]) == ("Harbour Gazette", ["Ada Lint"], "2024-05-03")
    assert [paragraph["kind"] for paragraph in read["paragraphs"][:5]] == [
        "headline", "byline", "byline", "dateline", "body",
    ]  # fmt: skip
    for paragraph in read["paragraphs"]:
        assert read["text"][paragraph["start"] : paragraph["end"]] == paragraph["text"]
    listed = run("list", "--json").stdout
    assert "toll" not in listed


def test_read_shows_people_the_kinds(run: Run, toll: Path) -> None:
    shown = run("read", toll).stdout
    assert "authors: Ada Lint\n" in shown
    assert "[byline] By Ada Lint\n" in shown


def test_read_names_what_it_cannot_read_and_goes_on(run: Run, toll: Path, tmp_path: Path) -> None:
    done = run("read", tmp_path / "missing.txt", toll, "--json")
    assert done.exit_code == 1
    missing, read = map(json.loads, done.stdout.splitlines())
    assert missing == {"file": str(tmp_path / "missing.txt"), "error": "there is no such file; check the path"}
    assert read["file"] == str(toll)
    assert "missing.txt: there is no such file" in done.stderr


def test_read_gives_each_file_of_an_archive(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(archive({"toll.docx": docx([("Title", HEADLINE), ("Normal", BODY[0])]), "odd.txt": b"\0\1" * 99}))
    done = run("read", path, "--json")
    assert done.exit_code == 1
    toll, odd = map(json.loads, done.stdout.splitlines())
    assert (toll["file"], toll["title"]) == (f"{path}/toll.docx", HEADLINE)
    assert (odd["file"], odd["error"][:13]) == (f"{path}/odd.txt", "it is no text")


@pytest.mark.parametrize("command", ["read", "annotate"])
def test_what_needs_no_database_takes_none_and_looks_for_none(
    run: Run, toll: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run(command, toll, "--database", toll.with_name("news.db"))
    assert done.exit_code == 2
    assert "No such option: --database" in done.stderr or "No such option '--database'" in done.stderr
    assert "--database" not in run(command, "--help").stdout
    monkeypatch.setenv("ONRECORD_DATABASE", "postgresql:/host/news")  # which no command over a database would take
    assert run(command, toll).exit_code == 0
