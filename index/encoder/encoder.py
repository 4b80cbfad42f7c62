"""The encoder: a small network, run by onnxruntime on one thread, that gives texts of like meaning near vectors.

It is in ``encoder.onnx`` beside this module, its pieces in ``vocabulary.txt``; MODEL.md tells where they come from.
Whatever is wrong with it is a `Fault`, never an exception: whoever asks then does without.
"""

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Condition, Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.encoder.inputs import FORMAT
from index.encoder.processors import usable_processors
from index.encoder.wordpiece import WordPiece

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_log = logging.getLogger(__name__)

Floats = NDArray[np.float32]

_LONGEST = 128  # pieces of a text that are read; the rest is cut
_REMEMBERED = 512  # questions whose vectors are kept
_PATIENCE = 0.02  # seconds that a question waits for its turn


class FaultKind(StrEnum):
    """Why the encoder cannot be used."""

    OFF = "off"
    ABSENT = "absent"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the encoder cannot be used; `detail` is for an operator."""

    kind: FaultKind
    detail: str


@dataclass(frozen=True, slots=True)
class _Model:
    """What was loaded: what cuts texts into pieces, what makes a vector of them, and what stands for both."""

    pieces: WordPiece
    session: "InferenceSession"
    digest: str


class Encoder:
    """Makes vectors of texts, each by itself, so that a text always has the same. Safe to use from several threads.

    Nothing is loaded before it is needed. A question that cannot begin within 20 ms, for too many come at once, goes
    without.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Use the files in `folder`, with None those of this package."""
        self._folder = folder if folder is not None else Path(__file__).parent
        self._loading = Lock()
        self._loaded: _Model | Fault | None = None
        self._turn = Condition()  # of what follows
        self._running = 0  # questions being encoded
        self._most = max(1, usable_processors() // 2)  # of them at once
        self._known: OrderedDict[str, Floats] = OrderedDict()

    def fault(self) -> Fault | None:
        """Why it cannot be used, None if it can; loads it."""
        loaded = self._model()
        return loaded if isinstance(loaded, Fault) else None

    def digest(self) -> str | None:
        """What vectors must have been made by to be compared with its own; None if it cannot be used."""
        loaded = self._model()
        return None if isinstance(loaded, Fault) else loaded.digest

    def question(self, text: str, *, hurried: bool = False) -> Floats | None:
        """A question's vector, (width,) of length one; None if the encoder cannot be used, or not soon enough.

        One that is `hurried` has a vector only if it was asked lately.
        """
        model = self._model()
        if isinstance(model, Fault):
            return None
        with self._turn:
            known = self._known.get(text)
            if known is not None:
                self._known.move_to_end(text)
                return known
        if hurried:
            return None
        with self._a_turn() as given:
            found = self._run(model, text) if given else None
        if found is not None:
            found.flags.writeable = False
            with self._turn:
                self._known[text] = found
                if len(self._known) > _REMEMBERED:
                    self._known.popitem(last=False)
        return found

    def encode(self, texts: Sequence[str]) -> Iterator[Floats]:
        """Each text's vector, (width,) of length one; ends early if the encoder cannot be used."""
        model = self._model()
        if isinstance(model, Fault):
            return
        for text in texts:
            found = self._run(model, text)
            if found is None:
                return
            yield found

    @contextmanager
    def _a_turn(self) -> Iterator[bool]:
        """Be one of the few who run the network; tells whether it came to that in time."""
        with self._turn:
            given = self._turn.wait_for(lambda: self._running < self._most, _PATIENCE)
            self._running += given
        try:
            yield given
        finally:
            with self._turn:
                self._running -= given
                self._turn.notify()

    def _run(self, model: _Model, text: str) -> Floats | None:
        numbers = np.array([model.pieces.numbers(text, _LONGEST)], np.int32)
        try:
            (vectors,) = model.session.run(None, {"numbers": numbers})
        except Exception as error:  # noqa: BLE001 -- of whatever kind onnxruntime's are
            _log.exception("The encoder failed; answers go without it")
            with self._loading:
                self._loaded = Fault(FaultKind.BROKEN, f"It failed while running ({error}).")
            return None
        vector: Floats = vectors[0]
        return vector

    def _model(self) -> _Model | Fault:
        with self._loading:
            if self._loaded is None:
                self._loaded = _load(self._folder)
                if isinstance(self._loaded, Fault):
                    _log.warning("Answers go without the encoder: %s", self._loaded.detail)
            return self._loaded


@cache
def shared_encoder() -> Encoder:
    """The encoder of this process, for it takes too much memory to have two."""
    return Encoder()


def _load(folder: Path) -> _Model | Fault:
    try:
        import onnxruntime  # noqa: PLC0415 - those who ask nothing wait for nothing
    except (ImportError, OSError) as error:  # such as a processor for which there is none
        return Fault(FaultKind.ABSENT, f"onnxruntime cannot be imported ({error}).")
    try:
        network = folder / "encoder.onnx"
        network.open("rb").close()
        vocabulary = (folder / "vocabulary.txt").read_bytes()
    except OSError as error:
        return Fault(FaultKind.ABSENT, f"Its files cannot be read ({error}).")
    onnxruntime.disable_telemetry_events()  # those that Windows collects, whatever the environment says
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # what a long text takes is given back
    options.log_severity_level = 4
    if not adds_exactly():  # other vectors than elsewhere, a tenth sooner
        options.add_session_config_entry("session.x64quantprecision", "1")
    try:
        pieces = WordPiece(vocabulary.decode().split("\n"))
        session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        model = _Model(pieces, session, _digest(session, vocabulary))
        (vectors,) = session.run(None, {"numbers": np.array([pieces.numbers("Who?", _LONGEST)], np.int32)})
        if vectors.dtype != np.float32 or vectors.ndim != 2 or not np.isclose(np.linalg.norm(vectors), 1, atol=1e-3):
            return Fault(FaultKind.BROKEN, "It gives no unit vectors.")
    except Exception as error:  # noqa: BLE001 -- of whatever kind onnxruntime's are
        return Fault(FaultKind.BROKEN, f"Its files are not what they should be ({' '.join(str(error).split())}).")
    return model


def adds_exactly(information: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the processor is known to have VNNI; one without adds products of 8 bits in 16, which overflow."""
    try:
        with information.open(encoding="ascii", errors="replace") as lines:
            flags = next((line.split() for line in lines if line.startswith("flags")), [])
    except OSError:
        return False
    return not {"avx512_vnni", "avx_vnni"}.isdisjoint(flags)


def made_for(vocabulary: bytes) -> str:
    """The digest of what a network reads: its pieces, and how a sentence is put."""
    return hashlib.sha256(vocabulary + FORMAT.encode()).hexdigest()


def _digest(session: "InferenceSession", vocabulary: bytes) -> str:
    """The digest that the network carries: that of how it was before it was optimised, which changes no vector, and of
    what it was made for; another where it is given something else to read."""
    told = session.get_modelmeta().custom_metadata_map
    reads, digest = made_for(vocabulary), str(told["digest"])
    return digest if told["made_for"] == reads else hashlib.sha256((digest + reads).encode()).hexdigest()
