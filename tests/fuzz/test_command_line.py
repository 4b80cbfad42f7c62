"""``onrecord annotate --jsonl`` answers every line with one, whatever is in it."""

import json

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from index.cli import cli
from tests.fuzz import pieces
from tests.fuzz.effort import examples


@examples(20)
@given(st.lists(pieces.prose, min_size=1, max_size=3))
def test_every_record_is_answered_in_order(texts: list[str]) -> None:
    lines = [json.dumps({"id": f"a{number}", "text": text}) for number, text in enumerate(texts)]
    result = CliRunner().invoke(cli, ["annotate", "--jsonl", "--json"], input="\n".join(lines))
    assert result.exception is None, result.exception
    found = [json.loads(line) for line in result.stdout.split("\n") if line]
    assert [article["id"] for article in found] == [f"a{number}" for number in range(len(texts))]
    for article, text in zip(found, texts, strict=True):
        spans = [span for said in article["attributions"] for span in (*said["content"], said["cue"], said["speaker"])]
        assert all(span is None or 0 <= span[0] < span[1] <= len(text) for span in spans)


@examples(20)
@given(st.lists(st.text(max_size=30) | st.sampled_from(["[" * 3_000, '{"text": 1}', "{}", "null"]), max_size=4))
def test_other_lines_are_errors_of_their_own(lines: list[str]) -> None:
    result = CliRunner().invoke(cli, ["annotate", "--jsonl"], input="\n".join(lines).encode("utf-8", "replace"))
    assert result.exit_code in (0, 1)
    assert result.exception is None or isinstance(result.exception, SystemExit)
