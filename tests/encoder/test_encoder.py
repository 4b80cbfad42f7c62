"""The encoder as it is shipped, and what becomes of one whose files are not what they should be."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from onnxruntime import InferenceSession, SessionOptions

import index.encoder
from index.encoder.encoder import Encoder, FaultKind, adds_exactly, shared_encoder
from index.encoder.wordpiece import WordPiece

SHIPPED = Path(index.encoder.__file__).parent
TEXTS = [
    "The harbour master said the old bridge would be closed until spring.",
    "Frost has ruined the plum harvest in the valley.",
    "word " * 300,
    "",
]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the encoder's files, to be spoilt."""
    for name in ("encoder.onnx", "vocabulary.txt"):
        shutil.copy(SHIPPED / name, tmp_path)
    return tmp_path


def test_it_keeps_nothing_about_its_use_and_tells_nobody(tmp_path: Path) -> None:
    program = "from index import shared_encoder; print(shared_encoder().question('Who closed the bridge?') is not None)"
    given = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    home = given | {"HOME": str(tmp_path), "PYTHONPATH": str(SHIPPED.parents[1])}
    assert subprocess.check_output([sys.executable, "-c", program], env=home, text=True) == "True\n"
    assert list(tmp_path.iterdir()) == []  # onnxruntime would write an id of the machine, and what is to be sent


def test_texts_become_unit_vectors_that_tell_what_they_are_about() -> None:
    vectors = np.array(list(shared_encoder().encode(TEXTS)))
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-4)
    asked = shared_encoder().question("When can cars cross the river again?")
    assert asked is not None
    assert vectors[0] @ asked > vectors[1] @ asked + 0.1


def test_a_text_has_the_same_vector_whatever_is_encoded_with_it() -> None:
    together = list(shared_encoder().encode(TEXTS))
    for text, vector in zip(TEXTS, together, strict=True):
        assert (next(shared_encoder().encode([text])) == vector).all()


def test_questions_asked_at_once_all_get_an_answer_or_none() -> None:
    encoder, found = Encoder(), dict[int, object]()
    alone = [encoder.question(f"Who saw the {n} ferries?") for n in range(40)]
    fresh = Encoder()
    assert fresh.fault() is None
    threads = [
        Thread(target=lambda n=n: found.update({n: fresh.question(f"Who saw the {n} ferries?")})) for n in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    given = [n for n in range(40) if found[n] is not None]
    assert given
    assert all((found[n] == alone[n]).all() for n in given)  # type: ignore[attr-defined, index]
    assert fresh.question("Who saw the 7 ferries?") is not None


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="a process may use all processors here")
def test_only_the_processors_that_the_process_may_use_count() -> None:
    script = (
        "import os; os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]); "
        "from index.encoder.processors import usable_processors; print(usable_processors())"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout == b"1\n"


def test_a_question_that_was_asked_before_costs_nothing() -> None:
    encoder = Encoder()
    assert encoder.question("Who saw the ferry?", hurried=True) is None
    assert encoder.question("Who saw the ferry?") is encoder.question("Who saw the ferry?", hurried=True) is not None


def test_the_digest_tells_one_file_from_another(files: Path) -> None:
    assert Encoder(files).digest() == shared_encoder().digest()
    with (files / "vocabulary.txt").open("a", encoding="utf-8") as vocabulary:
        vocabulary.write("another\n")
    assert Encoder(files).digest() != shared_encoder().digest()


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt"])
def test_the_model_card_is_that_of_the_files(name: str) -> None:
    card = (SHIPPED / "MODEL.md").read_text(encoding="utf-8")
    assert f"| `{name}` | `{hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest()}` |" in card


@pytest.mark.parametrize(
    ("information", "exactly"),
    [
        ("processor : 0\nflags : fpu avx2 avx512f avx512_vnni\n", True),
        ("processor : 0\nflags : fpu avx2 avx_vnni\n", True),
        ("processor : 0\nflags : fpu avx2 avx512f\nbugs : avx_vnni\n", False),
        ("processor : 0\nFeatures : fp asimd\n", False),
        (None, False),
    ],
)
def test_only_processors_with_vnni_are_known_to_add_exactly(
    information: str | None, exactly: bool, tmp_path: Path
) -> None:
    if information is not None:
        (tmp_path / "cpuinfo").write_text(information, encoding="ascii")
    assert adds_exactly(tmp_path / "cpuinfo") == exactly


def test_what_is_spared_where_products_add_exactly_would_change_nothing() -> None:
    """Anywhere else the encoder does it itself."""
    options = SessionOptions()
    options.add_session_config_entry("session.x64quantprecision", "1")
    session = InferenceSession(SHIPPED / "encoder.onnx", options, providers=["CPUExecutionProvider"])
    pieces = WordPiece((SHIPPED / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))
    for text, vector in zip(TEXTS, shared_encoder().encode(TEXTS), strict=True):
        (found,) = session.run(None, {"numbers": np.array([pieces.numbers(text, 128)], np.int32)})
        assert found[0].tobytes() == vector.tobytes()


@pytest.mark.parametrize("name", ["encoder.onnx", "vocabulary.txt"])
@pytest.mark.parametrize(
    ("spoilt", "kind"), [(None, FaultKind.ABSENT), (b"", FaultKind.BROKEN), (b"no model at all\n", FaultKind.BROKEN)]
)
def test_files_that_are_not_what_they_should_be(files: Path, name: str, spoilt: bytes | None, kind: FaultKind) -> None:
    if spoilt is None:
        (files / name).unlink()
    else:
        (files / name).write_bytes(spoilt)
    encoder = Encoder(files)
    fault = encoder.fault()
    assert fault is not None
    assert fault.kind is kind
    assert (encoder.digest(), encoder.question("Who?"), list(encoder.encode(["Who?"]))) == (None, None, [])


def test_without_onnxruntime_it_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    fault = Encoder().fault()
    assert fault is not None
    assert fault.kind is FaultKind.ABSENT
    assert "onnxruntime" in fault.detail
