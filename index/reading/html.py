"""HTML pages: trafilatura finds the article; what it extracts is the article's text from then on.

A large page is read by a process of its own: one made for it keeps trafilatura at work for as long as it likes.
"""

from index.errors import ReadingError, ReadingProblem
from index.model.article import Article
from index.reading.child import read_html
from index.reading.encoding import check_size
from index.reading.frontmatter import find_date
from index.reading.layout import read_text
from index.reading.sandbox import SECONDS, read_confined

_HERE = 400_000
"""Characters of a page that is read in this process, which takes less time than to start another."""

_SAVE = "save the article as text and add that"
_REASONS = {
    ReadingProblem.TOO_MUCH_WORK: f"its HTML takes too much time or memory to read; {_SAVE}",
    ReadingProblem.BROKEN: f"its HTML cannot be read; {_SAVE}",
    ReadingProblem.NO_ARTICLE: f"no article was found in this page; {_SAVE}",
}


def extract(page: str, source: str, *, url: str | None = None, seconds: float = SECONDS) -> Article:
    """The article in an HTML page, a large one of which is read for so many seconds at most; nothing is fetched.

    Raises
    ------
    ReadingError
        Naming `source`, if there is no article in it or a too large one, or it takes too long to find.
    """
    found = read_html(page) if len(page) <= _HERE else read_confined(page.encode(), "html", seconds=seconds)
    problem = found.get("problem")
    if problem is None and not found["text"].strip():
        problem = ReadingProblem.NO_ARTICLE
    if problem is not None:
        raise ReadingError(source, _REASONS[problem], ReadingProblem(problem))
    lines = [line.strip() for line in found["text"].split("\n") if line.strip()]
    title = found["title"]
    if title and (not lines or lines[0].casefold() != title.casefold()):
        lines.insert(0, title)
    captions = found["captions"]
    text = "\n\n".join([*lines, *(caption for caption in captions if caption not in lines)])
    check_size(source, len(text.encode("utf-8", "replace")))
    canonical = found["url"] or ""
    return read_text(
        text,
        title=title or None,
        outlet=found["site"],
        authors=tuple(name.strip() for name in (found["author"] or "").split(";") if name.strip()),
        published=find_date(found["date"] or ""),
        url=url or (canonical if canonical.startswith(("http://", "https://")) else None),
        captions=frozenset(captions),
    )
