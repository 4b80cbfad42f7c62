"""Questions with what answers them, as the encoder is tuned to them."""

import json
from pathlib import Path

from index.encoder.training.examples import Graded, labelled, selqa

TEXT = "Mill to stay shut\n\nThe wheel cracked in May. Nobody was hurt. It may turn again in June."


def test_labelled_questions_become_answers_and_others(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    (shared / "eval" / "real").mkdir(parents=True)
    for name in ("real/train.jsonl", "news_train.jsonl", "pages.jsonl"):
        (shared / "eval" / name).touch()
    (own / "prose").mkdir(parents=True)
    (own / "prose" / "a.jsonl").write_text(json.dumps({"id": "mill", "text": TEXT}) + "\n")
    start, partly = TEXT.index("The wheel"), TEXT.index("It may")
    answers = [[start, start + 25, 2], [partly, len(TEXT), 1]]
    questions = [
        {"file": "prose/a.jsonl", "article": "mill", "question": "when did the wheel crack", "answers": answers},
        {"file": None, "article": None, "question": "who won the cup", "answers": []},
    ]
    (own / "questions.jsonl").write_text("".join(json.dumps(one) + "\n" for one in questions))
    [found] = labelled(shared, own)
    assert found.answers == ("The wheel cracked in May.",)
    assert "Nobody was hurt." in found.others
    assert not any("June" in other for other in found.others)


def test_a_section_without_an_answer_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "selqa.json"
    sections = [
        {"question": "who built it", "candidates": ["Bo Marsh built it.", "It is red."], "answers": [0]},
        {"question": "why is it red", "candidates": ["Bo Marsh built it.", "It is red."], "answers": []},
    ]
    file.write_text(json.dumps(sections))
    assert [*selqa(file)] == [Graded("who built it", ("Bo Marsh built it.",), ("It is red.",))]
