"""Each command of the command line: what it prints for people and for programs, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.cli import cli
from index.library import limits
from tests.cli.conftest import TOLL, Run, ThreadedSite
from tests.reading import made, pdfs

pytestmark = pytest.mark.once

ID = "toll-on-tollan-bridge-rises"
PASSAGE = {
    "article_id", "title", "article_outlet", "authors", "url", "published", "start", "end", "text", "speaker",
    "speaker_type", "mention", "outlet", "kind", "act", "score", "also_in", "from_feed", "context",
    "context_text",
}  # fmt: skip
ATTRIBUTION = {"content", "cue", "speaker", "name", "type", "outlet", "kind", "act", "rule"}
COMMANDS = [
    "read",
    "annotate",
    "add",
    "list",
    "show",
    "edit",
    "remove",
    "restore",
    "ask",
    "trace",
    "quotes",
    "people",
    "forget",
]


def lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_add_says_what_it_did(run: Run, toll: Path) -> None:
    first = run("add", toll)
    assert (first.exit_code, first.stdout) == (0, f"added: {ID} (8 sentences, 3 attributions)\n")
    assert run("add", toll).stdout.startswith("already there: ")
    toll.write_text(TOLL.replace("$4", "$5"), encoding="utf-8")
    assert run("add", toll).stdout.startswith(f"added: {ID}-2")


def test_add_names_every_bad_file_and_does_the_others(run: Run, toll: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "big.txt").write_bytes(b"a" * 2_000_001)
    bad = [tmp_path / name for name in ("empty.txt", "binary.txt", "big.txt", "missing.txt")]
    done = run("add", *bad, toll)
    assert done.exit_code == 1
    assert done.stdout.startswith(f"added: {ID}")
    *errors, total = done.stderr.splitlines()
    assert len(errors) == len(bad)
    assert total.startswith("Done: 1 added, 4 failed, in ")
    for path, error in zip(bad, errors, strict=True):
        assert error.startswith(f"error: {path}: ")


def test_add_takes_directories_and_records(run: Run, toll: Path, tmp_path: Path) -> None:
    folder = tmp_path / "news" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("# Ferry\n\nIt sails, said Bo Marsh.", encoding="utf-8")
    (folder / "notes.py").write_text("print('no article')", encoding="utf-8")
    toll.rename(tmp_path / "news" / "toll.html.txt")
    assert len(run("add", tmp_path / "news").stdout.splitlines()) == 2
    records = tmp_path / "records.jsonl"
    records.write_text('{"id": "r1", "text": "Rain, said Cy Dell."}\nnot json\n{"id": "r2", "text": " "}\n')
    done = run("add", "--jsonl", records, "--json")
    assert done.exit_code == 1
    assert [line["id"] for line in lines(done.stdout)] == ["r1"]
    assert "line 2 of" in done.stderr
    assert "r2: it has no text" in done.stderr
    (tmp_path / "void").mkdir()
    assert "there are no .txt, .md, " in run("add", tmp_path / "void").stderr


def test_a_link_to_a_private_network_is_refused(run: Run) -> None:
    done = run("add", "http://127.0.0.1/toll", "HTTPS://[::1]/toll")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[:-1] == [
        "error: http://127.0.0.1/toll: it leads to a private network; give a link of a public site",
        "error: https://[::1]/toll: it leads to a private network; give a link of a public site",
    ]


def test_links_are_fetched_and_the_same_one_updates(tmp_path: Path, run: Run, site: ThreadedSite) -> None:
    def add(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, ["add", *map(str, arguments)], obj=site.fetcher)

    site.pages |= {"/toll": TOLL, "/bad": "", "/ferry": "Ferry\n\n“It sails,” said Bo Marsh."}
    done = add(f"{site.url}/toll", f"{site.url}/gone", f"{site.url}/bad", f"{site.url}/ferry", tmp_path / "none.txt")
    assert done.exit_code == 1
    assert [line.partition(" (")[0] for line in done.stdout.splitlines()] == [f"added: {ID}", "added: ferry"]
    first, second, third, _ = done.stderr.splitlines()
    assert first.startswith(f"error: {site.url}/gone: there is no such page (404)")
    assert second.startswith(f"error: {site.url}/bad: it is empty")
    assert "there is no such file" in third
    (shown,) = [line for line in lines(run("list", "--json").stdout) if line["id"] == ID]
    assert shown["url"] == f"{site.url}/toll"
    site.pages["/toll"] = TOLL.replace("$4", "$5")
    assert add(f"{site.url}/toll").stdout.startswith(f"updated: {ID} ")


def test_a_pdf_is_added_from_a_directory(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "toll.pdf").write_bytes(pdfs.TOLL)
    assert run("add", tmp_path / "news").stdout.startswith(f"added: {ID} ")


def test_files_of_all_kinds_are_added_from_a_directory_and_annotated(run: Run, tmp_path: Path) -> None:
    styled = [("Title", made.HEADLINE), *(("Normal", words) for words in made.BODY)]
    files = {
        "a.docx": made.docx(styled),
        "b.odt": made.odt(styled),
        "c.eml": made.mail("\n\n".join(made.BODY)),
        "d.mhtml": made.mhtml(made.page()),
        "e.epub": made.epub({"a.xhtml": made.page()}),
        "f.zip": made.archive({"a.txt": "\n\n".join([made.HEADLINE, *made.BODY]), "b.txt": "Rain, said Bo Marsh."}),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    annotated = lines(run("annotate", *(tmp_path / name for name in files), "--json").stdout)
    speakers = [{found["name"] for found in one["attributions"]} for one in annotated]  # type: ignore[attr-defined]
    assert all({"Rhea Olsen", "Ines Calder"} <= names for names in speakers[:6])
    added = run("add", tmp_path)
    assert (added.exit_code, len(added.stdout.splitlines())) == (0, 7)


def test_list_show_and_remove(run: Run, toll: Path) -> None:
    run("add", toll)
    listed = run("list")
    assert listed.stdout.splitlines() == [
        ID,
        "  Toll on Tollan Bridge rises · Harbour Gazette · 3 May 2024 · 8 sentences, 3 attributions",
    ]
    (summary,) = lines(run("list", "--json").stdout)
    assert (summary["id"], summary["outlet"], summary["published"]) == (ID, "Harbour Gazette", "2024-05-03")
    shown = run("show", ID)
    assert "is Rhea Olsen (person); cue “said”" in shown.stdout
    (whole,) = lines(run("show", ID, "--json").stdout)
    assert whole["text"] == TOLL
    assert run("show", "gone").exit_code == 1
    removed = run("remove", ID, "gone")
    assert (removed.exit_code, removed.stdout) == (1, f"removed: {ID}\n")
    assert removed.stderr == "error: There is no article 'gone' in this library; list the articles to see their ids.\n"
    listed = run("list", "--removed")
    assert (listed.exit_code, listed.stdout.splitlines()[0]) == (0, ID)
    restored = run("restore", ID, "gone")
    assert (restored.exit_code, restored.stdout) == (1, f"restored: {ID}\n")
    assert "no removed article 'gone'" in restored.stderr
    assert run("list", "--removed").exit_code == 1
    assert run("list").stdout.splitlines()[0] == ID


def test_what_is_said_of_an_article_is_edited_and_holds(run: Run, toll: Path) -> None:
    run("add", toll)
    done = run(
        "edit", ID, "--title", "Bridge toll up", "--outlet", "Tollan Post", "--url", "https://post.example/t?utm_id=1"
    )
    assert (done.exit_code, done.stdout.splitlines()) == (
        0,
        [
            f"edited: {ID}",
            "  Bridge toll up · Tollan Post · 3 May 2024 · https://post.example/t · 8 sentences, 3 attributions",
        ],
    )
    assert run("edit", ID, "--outlet", " Tollan Post ").stdout.startswith(f"unchanged: {ID}\n")
    (taken,) = lines(run("edit", ID, "--date", "", "--outlet", "", "--json").stdout)
    assert (taken["outcome"], taken["title"], taken["published"], taken["outlet"]) == (
        "edited",
        "Bridge toll up",
        None,
        None,
    )
    run("add", toll)
    (kept,) = lines(run("list", "--json").stdout)
    assert (kept["title"], kept["published"], kept["outlet"]) == ("Bridge toll up", None, None)


def test_what_cannot_be_edited_says_why_and_changes_nothing(run: Run, toll: Path, tmp_path: Path) -> None:
    assert run("edit", ID, "--title", "Bridge").exit_code == 1
    assert not (tmp_path / "onrecord.db").exists()
    (tmp_path / "ferry.txt").write_text("Ferry sails\n\nIt sails, said Bo Marsh.", encoding="utf-8")
    run("add", toll, tmp_path / "ferry.txt")
    run("edit", "ferry-sails", "--url", "https://post.example/t")
    before = run("list", "--json").stdout
    for code, words, options in (
        (1, "There is no article 'gone'", ("gone", "--title", "Bridge")),
        (1, "'ferry-sails' of this library has that link already", (ID, "--url", "https://post.example/t/")),
        (2, "ftp://post.example/t: only links that begin", (ID, "--url", "ftp://post.example/t")),
        (2, "The title is too long", (ID, "--title", "a" * 1001)),
    ):
        done = run("edit", *options)
        assert (done.exit_code, done.stdout) == (code, "")
        assert words in done.stderr
    assert run("list", "--json").stdout == before


def test_answers_of_some_days_or_one_outlet(run: Run, toll: Path) -> None:
    run("add", toll)
    asked = ("ask", "Who says the toll is too high for bakers?")
    assert "Rhea Olsen" in run(*asked, "--since", "2024-05-03", "--outlet", "Harbour Gazette").stdout
    assert run(*asked, "--since", "2024-05-04").exit_code == 1
    assert "Rhea Olsen" in run("quotes", "Rhea Olsen", "--until", "2024-05-03", "--outlet", "Harbour Gazette").stdout
    assert run("quotes", "Rhea Olsen", "--until", "2024-05-02").exit_code == 1


def test_ask_shows_the_passage_its_speaker_and_its_source(run: Run, toll: Path) -> None:
    run("add", toll)
    done = run("ask", "What did the mayor tell Radio Tollan?", "-n", "1")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Mayor Ines Calder told Radio Tollan that she had voted against it.",
        "  — Ines Calder, indirect quotation, reported by Radio Tollan",
        "  Toll on Tollan Bridge rises · Harbour Gazette · 3 May 2024",
    ]


def test_ask_in_json_has_the_contracts_fields_and_verbatim_text(run: Run, toll: Path) -> None:
    run("add", toll)
    (answer,) = lines(run("ask", "Who finds it too high?", "--json", "-n", "9").stdout)
    assert set(answer) == {"question", "passages", "abstained", "suggestions", "took_ms"}
    passages = answer["passages"]
    assert isinstance(passages, list)
    assert passages
    for passage in passages:
        assert set(passage) == PASSAGE
        assert TOLL[passage["start"] : passage["end"]] == passage["text"]
    assert passages[0]["speaker"] == "Rhea Olsen"


def test_a_follow_up_is_asked_after_a_passage_as_json_has_it(run: Run, toll: Path) -> None:
    run("add", toll)
    (answer,) = lines(run("ask", "Who finds it too high for bakers?", "--json", "-n", "1").stdout)
    (shown,) = answer["passages"]  # type: ignore[misc]
    place = f"{shown['article_id']}:{shown['start']}-{shown['end']}"
    found = run("ask", "what did she say?", "--after", place, "--json")
    (answer,) = lines(found.stdout)
    assert found.exit_code == 0
    assert [passage["speaker"] for passage in answer["passages"]] == ["Rhea Olsen"]  # type: ignore[attr-defined]
    assert run("ask", "what did she say?").exit_code == 1


@pytest.mark.parametrize("place", ["toll", "toll:9", "toll:9-3", "toll:3-x", ":1-2", "nowhere:1-2", "{}:1-99999"])
def test_a_passage_that_is_none_is_told_in_plain_words(run: Run, toll: Path, place: str) -> None:
    run("add", toll)
    found = run("ask", "why?", "--after", place.format("toll-on-tollan-bridge-rises"))
    assert found.exit_code == 2
    assert "Traceback" not in found.stderr
    assert "ARTICLE:START-END" in found.stderr or "there is no article" in found.stderr


def test_a_follow_up_is_one_question_without_its_scores(run: Run, toll: Path) -> None:
    run("add", toll)
    for option in (["why?", "--explain"], ["--batch", "-"]):
        assert run("ask", *option, "--after", "toll:1-2", stdin="why?").exit_code == 2


def test_context_stands_above_the_passage(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text("Pier goes\n\nTollan closes its pier in May.\n\nBut the crane stays for the fishermen.\n")
    run("add", path)
    assert run("ask", "Does the crane stay for the fishermen?", "-n", "1").stdout.splitlines()[:2] == [
        "  Tollan closes its pier in May.",
        "But the crane stays for the fishermen.",
    ]
    (answer,) = lines(run("ask", "Does the crane stay for the fishermen?", "-n", "1", "--json").stdout)
    assert answer["passages"][0]["context"] == [[11, 41]]  # type: ignore[index]
    assert answer["passages"][0]["context_text"] == ["Tollan closes its pier in May."]  # type: ignore[index]


def test_explain_shows_what_made_the_score(run: Run, toll: Path) -> None:
    run("add", toll)
    shown = run("ask", "--explain", "What did the mayor tell Radio Tollan?", "-n", "1").stdout
    assert "said by whom the question describes" in shown
    assert "content words in the sentence and its speaker's name: radio, tollan" in shown
    assert "words for whom the question asks, in the sentence and its speaker's name: mayor" in shown
    for explained in lines(run("ask", "--explain", "high toll", "--json").stdout):
        evidence = explained["evidence"]
        assert isinstance(evidence, list)
        assert sum(part["score"] for part in evidence) == pytest.approx(explained["score"], abs=0.01)
    assert run("ask", "--explain", "--batch", "-").exit_code == 2


def test_nearly_the_same_passage_is_shown_once(run: Run, toll: Path, tmp_path: Path) -> None:
    run("add", toll)
    other = tmp_path / "copy.txt"
    other.write_text(TOLL.replace("Harbour Gazette", "Tollan Courier").replace("rises", "up"), encoding="utf-8")
    run("add", other)
    done = run("ask", "Who said it is too high for bakers?", "-n", "2")
    assert done.stdout.count("It is too high for bakers") == 1
    assert "\n  also in Toll on Tollan Bridge" in done.stdout


def test_silence_has_a_reason_and_exit_code_1(run: Run, toll: Path) -> None:
    run("add", toll)
    done = run("ask", "What did Inez Caldera say about chess?")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "No article here mentions Inez Caldera. Did you mean Ines Calder?\n"
    (answer,) = lines(run("ask", "What did Zorro say about chess?", "--json").stdout)
    assert answer["passages"] == []
    assert answer["abstained"]


def test_filters(run: Run, toll: Path) -> None:
    run("add", toll)
    for option, value, key in (("--speaker", "olsen", "speaker"), ("--outlet", "radio tollan", "outlet")):
        (answer,) = lines(run("ask", "toll bakers voted", option, value, "--json").stdout)
        passages = answer["passages"]
        assert isinstance(passages, list)
        assert {str(passage[key]).lower() for passage in passages} <= {"rhea olsen", "radio tollan"}
    assert run("ask", "toll", "--article", "gone").exit_code == 1
    assert run("ask", "toll", "--article", ID).exit_code == 0


def test_a_batch_answers_each_line_in_order(run: Run, toll: Path, tmp_path: Path) -> None:
    run("add", toll)
    questions = ["Who voted against the toll?", "", "x" * 3000, "What did Zorro say?"]
    path = tmp_path / "questions.txt"
    path.write_text("\n".join(questions) + "\n" + json.dumps({"question": "toll?", "kind": "fact"}), encoding="utf-8")
    for done in (run("ask", "--batch", path, "--json"), run("ask", "--batch", "-", stdin=path.read_text())):
        answers = lines(done.stdout)
        assert [answer["question"] for answer in answers] == [*questions, "toll?"]
        assert answers[0]["passages"]
        assert answers[1]["abstained"]
        assert answers[2]["abstained"]
        assert done.exit_code == 0


def test_quotes_and_people(run: Run, toll: Path) -> None:
    run("add", toll)
    done = run("quotes", "olsen")
    assert done.exit_code == 0
    assert done.stdout.count("— Rhea Olsen, direct quotation") == 2
    (found,) = lines(run("quotes", "Rhea Olsen", "--about", "bakers", "--json").stdout)
    passages = found["passages"]
    assert isinstance(passages, list)
    assert [passage["text"] for passage in passages] == [
        "“It is too high for bakers,” said Rhea Olsen, who owns three shops."
    ]
    assert run("quotes", "Zorro").exit_code == 1
    people = lines(run("people", "--json").stdout)
    assert {person["name"] for person in people} >= {"Rhea Olsen", "Ines Calder"}
    assert len(run("people", "-n", "1").stdout.splitlines()) == 1


def test_an_empty_library_answers_from_the_samples_and_says_so(run: Run) -> None:
    for command in (["ask", "Who has 40 tonnes of pears?"], ["people"], ["list"], ["quotes", "Ewa Nowicka"]):
        done = run(*command)
        assert done.exit_code == 0
        assert done.stdout
        assert "No articles have been added yet" in done.stderr


def test_annotate_prints_and_stores_nothing(run: Run, toll: Path) -> None:
    done = run("annotate", toll)
    assert "  Rhea Olsen (direct said): “It is too high for bakers,” … “We will drive around.”" in done.stdout
    assert "cited from Radio Tollan" in done.stdout
    explained = run("annotate", "--explain", toll)
    assert "[2 “It is too high for bakers,”] {2 said} <2 Rhea Olsen, who owns three shops>." in explained.stdout
    assert "No articles have been added yet" in run("list").stderr


def test_annotate_in_json_has_the_contracts_fields(run: Run, toll: Path) -> None:
    (found,) = lines(run("annotate", toll, "--json").stdout)
    assert set(found) == {"id", "title", "outlet", "authors", "published", "sentences", "attributions"}
    attributions = found["attributions"]
    assert isinstance(attributions, list)
    for attribution in attributions:
        assert set(attribution) == ATTRIBUTION
    assert [a["name"] for a in attributions] == ["harbour board", "Rhea Olsen", "Ines Calder"]


def test_annotated_records_keep_ids_and_offsets(run: Run) -> None:
    texts = {
        "crlf": "Toll\r\n\r\n“Café’s too dear,” said Zoë Brandt.\r\n\rShe left.",
        "backslash": 'C:\\road is shut, said Bo Marsh. "C:\\ready" he added.',
        "astral": "🚢🚢 “We sail,” said Bo Marsh 🚢.",
    }
    records = "\n".join(json.dumps({"id": key, "text": text, "junk": [1]}) for key, text in texts.items())
    found = lines(run("annotate", "--jsonl", "--json", stdin=records).stdout)
    assert [one["id"] for one in found] == list(texts)
    for one in found:
        text = texts[str(one["id"])]
        attributions = one["attributions"]
        assert isinstance(attributions, list)
        assert attributions
        assert text[slice(*attributions[0]["speaker"])] in {"Zoë Brandt", "Bo Marsh", "Bo Marsh 🚢"}
        assert text[slice(*attributions[0]["cue"])] == "said"


def test_bad_records_are_named_and_the_others_annotated(run: Run) -> None:
    done = run("annotate", "--jsonl", "--json", stdin='{"id": "a", "text": "x"}\n{"id": "b"}\n')
    assert done.exit_code == 1
    assert [one["id"] for one in lines(done.stdout)] == ["a"]
    assert done.stderr.startswith("error: line 2 of standard input: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_and_takes_the_common_options(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert "--json" in done.stdout
    assert ("--database" in done.stdout) is (command not in {"read", "annotate"})  # which look into none
    assert "\\b" not in done.stdout
    examples = done.stdout.partition("Examples:\n")[2].partition("\n\n")[0]
    assert all(line.strip().startswith("onrecord ") for line in examples.splitlines())


def test_no_command_is_told_in_half_a_sentence(run: Run) -> None:
    commands = run("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert len(commands) == len(cli.commands)
    assert [line for line in commands if not line.endswith(".") or line.endswith("..")] == []


@pytest.mark.parametrize("day", ["May", "2026-13-01", "2026-02-30", "20260214", "2026-W07-6", "14.2.2026"])
def test_what_is_no_day_is_told_how_to_write_one(run: Run, day: str) -> None:
    for command in (["ask", "x", "--since", day], ["list", "--until", day], ["edit", "toll", "--date", day]):
        done = run(*command)
        assert done.exit_code == 2
        assert f"'{day}' is no day; write one as year-month-day, such as 2026-02-14." in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "x", "--batch", "-"],
        ["ask", "x", "-n", "0"],
        ["add"],
        ["annotate"],
        ["remove"],
        ["edit", "toll"],
        ["edit", "toll", "--date", "May"],
        ["restore"],
        ["restore", "--backup", "/nowhere/backup.db", "--yes"],
        ["list", "--database", " "],
        ["export", "--all", "--community", "discord-7"],
        ["ask", "x", "--since", "May"],
        ["ask", "x", "--since", "2026-02-14", "--until", "2026-02-13"],
        ["quotes", "Olsen", "--since", "2026-02-14", "--until", "2026-02-13"],
        ["list", "--since", "2026-02-14", "--until", "2026-02-13"],
        ["ask", "x", "--outlet", " "],
        ["list", "--outlet", " "],
        ["quotes", "Olsen", "--about", ""],
        ["nonsense"],
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_bad_database_is_one_clear_line(run: Run, tmp_path: Path, toll: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"no database " * 400)
    for command in (["add", str(toll)], ["ask", "toll"], ["list"]):
        done = run(*command, "--database", path)
        assert (done.exit_code, done.stdout) == (3, "")
        assert done.stderr.splitlines()[-1] == (
            f"error: {path}: this is no Onrecord database, or it is damaged; restore a backup or give another path."
        )


def test_control_characters_of_an_article_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("Toll \x1b[31mrises\n\n“It\x07 is\u202e high,” said Rhea Olsen.\n", encoding="utf-8")
    run("add", path)
    (tmp_path / "void\x1b\x9b.txt").write_bytes(b"")
    for command in (
        *(["read", path], ["annotate", path], ["annotate", "--explain", path], ["ask", "high toll"], ["list"]),
        *(["show", "toll-31mrises"], ["read", tmp_path / "void\x1b\x9b.txt"], ["quotes", "Olsen\x1b\x9b"]),
        *(["show", "toll\x1b"], ["trace", "quokkas\x1b juggle"], ["read", "--json", tmp_path / "void\x1b\x9b.txt"]),
    ):
        done = run(*command)
        assert done.stdout or done.stderr
        assert not {"\x1b", "\x07", "\x9b", "\u202e"}.intersection(done.stdout + done.stderr), command


def test_what_is_not_found_is_named_on_a_line_that_can_be_read(run: Run) -> None:
    for command in (["show"], ["quotes"], ["trace"], ["ask", "pears", "--speaker"], ["ask", "pears", "--article"]):
        done = run(*command, "wolf\n" * 1_000)
        assert (done.exit_code, done.stdout) == (1, "")
        _, why = done.stderr.splitlines()  # the first says that these are the samples
        assert "wolf wolf …" in why
        assert len(why) < 300


def test_a_misspelt_outlet_is_told_with_the_one_that_is_meant(run: Run, toll: Path) -> None:
    run("add", toll)
    for command in (["ask", "bakers"], ["quotes", "Olsen"], ["list"]):
        done = run(*command, "--outlet", "Harbor Gazette")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.endswith(" Did you mean Harbour Gazette?\n")
        assert "Did you mean" not in run(*command, "--outlet", "Zqx").stderr


def test_a_list_without_anything_says_so(run: Run, toll: Path) -> None:
    run("add", toll)
    for command, why in (
        (["list", "--outlet", "Tide Table"], "There is no article of that outlet here.\n"),
        (["list", "--since", "2999-01-01"], "There is no article of those days here.\n"),
        (
            ["list", "--removed", "--outlet", "Tide Table", "--until", "2999-01-01"],
            "There is no removed article of that outlet and those days here.\n",
        ),
        (["list", "--removed"], "There is no removed article here.\n"),
    ):
        done = run(*command)
        assert (done.exit_code, done.stdout, done.stderr) == (1, "", why)
    run("remove", ID)
    toll.write_text("Ferry stays\n\nIt does not sail.", encoding="utf-8")
    run("add", toll)
    assert (run("people").exit_code, run("people").stderr) == (1, "No article here says who said anything.\n")


def test_trace_tells_who_said_it_and_what_was_altered(run: Run) -> None:
    wrong = run("trace", '"I will defend the indefensible" - Bram Oxley')
    assert wrong.exit_code == 0
    assert wrong.stdout.splitlines() == [
        "altered; Bram Oxley is wrong",
        "  posted “nothing”, stands “not”",
        "“I will not defend the indefensible,” Nowicka said, “but I will not guess either.”",
        "  — Ewa Nowicka, direct quotation",
        "  Marrow Islands Ferry Fleet Grounded After Cracks Found · Northwire · 3 March 2025",
    ]
    (shape,) = lines(run("trace", "Quarrie: no timetable is worth a life", "--json").stdout)
    assert set(shape) == {"quoted", "likeness", "claim", "claimed", "passage", "differences"}
    assert (shape["likeness"], shape["claim"], shape["claimed"]) == ("exact", "right", "Quarrie")
    assert shape["differences"] == [["same", "“No timetable is worth a life.”", "no timetable is worth a life"]]
    assert isinstance(shape["passage"], dict)
    assert set(shape["passage"]) == PASSAGE


def test_trace_fails_where_nothing_is_found(run: Run) -> None:
    done = run("trace", "quokkas juggle marmalade")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "No article here has “quokkas juggle marmalade”." in done.stderr
    (shape,) = lines(run("trace", "quokkas juggle marmalade", "--json").stdout)
    assert (shape["likeness"], shape["passage"], shape["differences"]) == (None, None, [])
    assert run("trace", " ").exit_code == 2


def test_an_article_of_too_many_paragraphs_is_told_and_the_others_are_added(
    run: Run, toll: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PARAGRAPHS", 20)
    long = tmp_path / "long.txt"
    long.write_text("The ferry sails at dawn.\n\n" * 21, encoding="utf-8")
    done = run("add", long, toll)
    assert done.exit_code == 1
    assert "it has 21 paragraphs" in done.stderr
    assert "toll-on-tollan-bridge-rises" in done.stdout


@pytest.mark.file
def test_add_makes_no_database_before_there_is_an_article_to_put_into_it(run: Run, toll: Path, tmp_path: Path) -> None:
    place = tmp_path / "new" / "onrecord.db"
    assert run("add", tmp_path / "none.txt", "--database", place).exit_code == 1
    assert not place.parent.exists()
    assert run("add", tmp_path / "none.txt", toll, "--database", place).exit_code == 1
    assert len(run("list", "--json", "--database", place).stdout.splitlines()) == 1
