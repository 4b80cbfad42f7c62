"""What is encoded of an article: a text for each of its answerable sentences."""

from index.model.article import ANSWERABLE, AnnotatedArticle

FORMAT = "2"
"""Of the texts: raised with every change to what is encoded of a sentence, so that all are encoded anew."""


def sentence_texts(annotated: AnnotatedArticle) -> list[str]:
    """The texts of the answerable sentences, in the order of the article's entries in the ranking index: the sentence
    behind the name of who said it, where that is known and not in it, as questions ask for somebody's words by name."""
    text, said = annotated.article.text, annotated.attributions_by_sentence()
    found = []
    for place, sentence in enumerate(annotated.sentences):
        if sentence.kind in ANSWERABLE:
            own = " ".join(text[sentence.span.start : sentence.span.end].split("\n"))
            speakers = (annotated.attributions[number].speaker for number in said.get(place, ()))
            speaker = next(filter(None, speakers), None)
            found.append(own if speaker is None or speaker in own else f"{speaker}: {own}")
    return found
