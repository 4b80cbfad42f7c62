"""HTML pages: trafilatura finds the article, in the sandbox; what it extracts is the article's text from then on."""

import re

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article, ParagraphKind
from index.reading.encoding import check_size
from index.reading.frontmatter import find_date
from index.reading.layout import read_text
from index.sandbox import Sandbox

_KINDS = {"deck": ParagraphKind.DECK, "link": ParagraphKind.BOILERPLATE}
_MARKS = re.compile(r"[\W_]+")
_SAVE = "save the article as text and add that"
_REASONS = {
    ReadingProblem.TOO_MUCH_WORK: f"its HTML takes too much time or memory to read; {_SAVE}",
    ReadingProblem.BUSY: "too much is being read; try again in a minute",
    ReadingProblem.BROKEN: f"its HTML cannot be read; {_SAVE}",
    ReadingProblem.NO_ARTICLE: f"no article was found in this page; {_SAVE}",
}


def extract(page: str, source: str, sandbox: Sandbox, *, url: str | None = None) -> Article:
    """The article in an HTML page, which `sandbox` reads; nothing is fetched.

    Raises
    ------
    ReadingError
        Naming `source`, if there is no article in it or a too large one, or it takes too long to find.
    """
    found = sandbox.read("html", page.encode("utf-8", "replace"))
    problem = found.get("problem")
    if problem is None and not found["parts"]:
        problem = ReadingProblem.NO_ARTICLE
    if problem is not None:
        raise ReadingError(source, _REASONS[problem], ReadingProblem(problem))
    title = found["title"] or found["headline"]
    headlines = {_bare(title), _bare(found["headline"])}
    parts = [(_KINDS.get(role), words) for role, words in found["parts"] if _bare(words) not in headlines]
    lines = [words for _, words in parts]
    lines += [caption for caption in found["captions"] if caption not in lines]
    known = {words: kind for kind, words in parts if kind is not None}
    known |= dict.fromkeys(found["captions"], ParagraphKind.CAPTION)
    text = "\n\n".join([title, *lines] if title else lines)
    check_size(source, len(text.encode("utf-8", "replace")))
    canonical = found["url"]
    return read_text(
        text,
        title=title or None,
        outlet=found["site"] or None,
        authors=tuple(name.strip() for name in found["author"].split(";") if name.strip()),
        published=find_date(found["date"]),
        url=url or (canonical if canonical.startswith(("http://", "https://")) else None),
        known=known,
    )


def _bare(words: str) -> str:
    """A text without its marks and spaces, in small letters."""
    return _MARKS.sub("", words).casefold()
