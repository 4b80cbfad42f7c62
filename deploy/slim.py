"""Make the image's Python environment small and quick to start; run by the Dockerfile with that environment's Python.

``python slim.py CACHE`` takes away what a bot never reads, then imports every module of the program and asks, which
proves that nothing needed went, and writes the bytecode of all that was read below CACHE: the image's file system is
read-only, so that each start would compile it again.
"""

import importlib
import pkgutil
import py_compile
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from importlib.util import cache_from_source
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import features

LANGUAGES = frozenset({"en", "de"})
"""What the bot speaks: date formats of other languages go."""
STEMMER = frozenset({"VERSION", "__init__.py", "redos.py", "stem", "termsec.py"})
"""What of NLTK is read: `index.text.stemmer` loads its stemmer by itself."""
_UNUSED = (
    "**/__pycache__",  # of what ran before this
    "**/tests",
    "**/test",
    "**/*.pyi",
    "**/*.pyx",
    "**/*.pxd",
    "**/*.pxi",
    "**/*.a",
    "**/*.c",
    "**/*.h",
    "**/*.dll",
    "*.dist-info/RECORD",  # no longer true after this
    "*.dist-info/sboms",
    "PIL/_avif.*",  # no AVIF or WebP picture is read or written, and no colour profile
    "PIL/_imagingcms.*",
    "PIL/_webp.*",
    "pillow.libs/libavif-*",
    "pillow.libs/liblcms2-*",
    "pillow.libs/libsharpyuv-*",
    "pillow.libs/libwebp*",
    "cloudpickle",  # for the rest of NLTK
    "defusedxml",
    "joblib",
    "tqdm",
    "flatbuffers",  # for onnxruntime's tools
    "google/_upb",
    "google/protobuf",
    "lxml/builder.*",
    "lxml/html/_difflib.*",
    "lxml/html/diff.*",
    "lxml/includes",
    "lxml/isoschematron",
    "lxml/objectify.*",
    "markdown_it",  # there for rich, which no command lets show Markdown or code
    "mdurl",
    "pygments",
    "fontpkg_source_*/files/*-Italic*",
    "manimgx_fonts/NotoSans-Italic*",
    "manimgx_fonts/NotoSans[[]*",  # Latin, Greek and Cyrillic, which Source Sans has
    "numpy/_core/*_tests.*",
    "numpy/_core/_simd.*",  # for numpy's tests
    "numpy/_core/include",
    "numpy/_core/lib",
    "numpy/f2py",
    "numpy/fft",
    "numpy/polynomial",
    "numpy/random",
    "odfdo/scripts",
    "odfdo/templates",  # of documents to write
    "packaging",  # for what compares versions, which nothing here does
    "onnxruntime/capi/libonnxruntime.so*",  # the same once more, for programs in C
    "onnxruntime/datasets",
    "onnxruntime/quantization",
    "onnxruntime/tools",
    "onnxruntime/transformers",
    "rapidfuzz/**/*_avx2.*",  # the same for newer processors: a fifth sooner where many words are compared with many
    "tzdata/zoneinfo",  # the system has it too
)
_ONE_PER_LANGUAGE = ("babel/locale-data/*.dat", "dateparser/data/date_translation_data/[!_]*.py")
_PROGRAM = ("index", "bot")
_LAZY = ("onnxruntime", "psycopg", "psycopg_pool", "rich.progress", "rich.status", "PIL.PngImagePlugin")
_READ = ("html", "pdf", "docx", "odt", "epub", "mail", "zip", "feed", "robots")
_NEEDS_EXTRAS = ("bot.preview", "index.attribution.training", "index.encoder.training")


def unused(site: Path) -> Iterator[Path]:
    """Give what can go from `site`, a ``site-packages`` directory; a file may come after the directory it is in."""
    for pattern in _UNUSED:
        for path in site.glob(pattern):
            if path.relative_to(site).parts[0] not in _PROGRAM:  # which reads its own stub
                yield path
    for pattern in _ONE_PER_LANGUAGE:
        for path in site.glob(pattern):
            if path.name.split(".")[0].split("_")[0] not in LANGUAGES | {"root"}:
                yield path
    for path in site.glob("nltk/*"):
        if path.name not in STEMMER:
            yield path


def prune(site: Path) -> None:
    """Delete what is unused in `site`, and the symbols that only a debugger or a linker reads."""
    for path in list(unused(site)):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    libraries = [str(path) for path in site.glob("**/*.so*") if path.is_file()]
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)  # noqa: S603, S607 -- the build stage's own


def load() -> None:
    """Import every module of the program and what it imports only when needed."""
    for name in _PROGRAM:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not module.name.startswith(_NEEDS_EXTRAS):
                importlib.import_module(module.name)
    for name in _LAZY:
        importlib.import_module(name)
    parsers = importlib.import_module("index.sandbox.parsers")
    for kind in _READ:
        parsers.warm(kind)
    ZoneInfo("Europe/Berlin")
    if importlib.import_module("bot.i18n.days").read_day("last week", datetime.now(UTC).date()) is None:
        sys.exit("slim.py: dateparser does not know what last week is")
    importlib.import_module("index.cli").cli(["ask", "What did Tom Ashgrove say?"], standalone_mode=False)
    fault = importlib.import_module("index").shared_encoder().fault()
    if fault is not None:
        sys.exit(f"slim.py: {fault.detail}")
    if not features.check("fribidi"):
        sys.exit("slim.py: Pillow does not find FriBiDi; quote cards would show Arabic and Indic scripts unshaped")


def read_by(work: Callable[[], None]) -> set[str]:
    """Do `work`; the Python sources read for it or before, those of modules that did not stay among them."""
    read: list[str] = []

    def note(event: str, given: tuple[object, ...]) -> None:
        if event == "open" and isinstance(given[0], str):
            read.append(given[0])

    sys.addaudithook(note)
    work()
    loaded = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
    return {source for source in read + loaded if source.endswith(".py")}


def precompile(sources: Iterable[str]) -> None:
    """Write the bytecode of `sources`; each is checked against its source's hash, not against a date."""
    for source in sources:
        mode = py_compile.PycInvalidationMode.CHECKED_HASH
        py_compile.compile(source, cache_from_source(source), doraise=True, invalidation_mode=mode)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.pycache_prefix = sys.argv[1]
    prune(Path(sysconfig.get_path("purelib")))
    precompile(read_by(load))
