"""Office documents: their paragraphs, read in the sandbox, are an article as they stand."""

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article, ParagraphKind
from index.reading.encoding import check_size
from index.reading.kinds import FileKind
from index.reading.layout import read_text
from index.sandbox import BUSY_REASON, Sandbox

_REASONS = {
    ReadingProblem.BUSY: BUSY_REASON,
    ReadingProblem.LOCKED: "it is locked with a password; save a copy without one and add that",
    ReadingProblem.BROKEN: "it is broken; save it anew, or add the article as text",
    ReadingProblem.TOO_MUCH_WORK: "it takes too much time or memory to unpack; add the article as text",
    ReadingProblem.TOO_MANY_FILES: "it holds more than 100 articles; split it",
    ReadingProblem.EMPTY: "there is no text in it; add the article as text",
}


def read_document(data: bytes, name: str, kind: FileKind, sandbox: Sandbox, *, url: str | None = None) -> Article:
    """The article of a document of Word or OpenDocument.

    Its creator and dates are whose file it is and when it was saved, so they are not taken.

    Raises
    ------
    ReadingError
        Naming `name`, if it is locked, broken, empty, or unpacks to too much.
    """
    found = sandbox.read("docx" if kind is FileKind.WORD else "odt", data)
    if "problem" in found:
        raise problem_of(name, found["problem"])
    text = "\n\n".join(found["paragraphs"])
    if not text:
        raise problem_of(name, ReadingProblem.EMPTY)
    check_size(name, len(text.encode("utf-8", "replace")))
    known = dict.fromkeys(found["captions"], ParagraphKind.CAPTION)
    return read_text(text, title=found["title"] or None, known=known, url=url)


def problem_of(name: str, problem: str) -> ReadingError:
    """The error of a file that the sandbox could not read."""
    told = ReadingProblem(problem)
    return ReadingError(name, _REASONS[told], told)
