"""Annotate the bundled samples as a library does when they are added, into the file that is shipped:
``python -m tests.samples``, after a change to a sample or to what is found in articles."""

import json

from index import AnnotatedArticle, open_library, sample_articles
from index.samples import ANNOTATED
from index.store.rows import to_row


def annotated() -> tuple[AnnotatedArticle, ...]:
    """The samples, annotated by the code as it is."""
    with open_library(None) as library:
        return tuple(library.show(library.add(article).article.id) for article in sample_articles())


def main() -> None:
    """Write the file."""
    rows = [to_row(each) for each in annotated()]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    ANNOTATED.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
