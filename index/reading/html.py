"""HTML pages: trafilatura finds the article, in the sandbox; what it extracts is the article's text from then on."""

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article, ParagraphKind
from index.reading.encoding import check_size
from index.reading.layout import read_text
from index.reading.metadata import bare, particulars
from index.reading.posts import kind_of_head
from index.sandbox import BUSY_REASON, Sandbox

_KINDS = {"deck": ParagraphKind.DECK, "link": ParagraphKind.BOILERPLATE}
_SAVE = "save the article as text and add that"
_REASONS = {
    ReadingProblem.TOO_MUCH_WORK: f"its HTML takes too much time or memory to read; {_SAVE}",
    ReadingProblem.BUSY: BUSY_REASON,
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
    page_says = particulars(found["told"], found["headline"], url)
    title = page_says.title
    headlines = {bare(title), bare(found["headline"])}
    parts = [(_kind(role, words), words) for role, words in found["parts"] if bare(words) not in headlines]
    lines = [words for _, words in parts]
    lines += [caption for caption in found["captions"] if caption not in lines]
    known = {words: kind for kind, words in parts if kind is not None}
    known |= dict.fromkeys(found["captions"], ParagraphKind.CAPTION)
    text = "\n\n".join([title, *lines] if title else lines)
    check_size(source, len(text.encode("utf-8", "replace")))
    return read_text(
        text,
        title=title or None,
        outlet=page_says.outlet,
        authors=page_says.authors,
        published=page_says.published,
        url=url or page_says.url,
        known=known,
    )


def _kind(role: str, words: str) -> ParagraphKind | None:
    return kind_of_head(words) or ParagraphKind.BOILERPLATE if role == "head" else _KINDS.get(role)
