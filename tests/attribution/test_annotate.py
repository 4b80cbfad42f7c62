"""What holds of every annotation, whatever the prose."""

from hypothesis import given, settings
from hypothesis import strategies as st

from index import annotate, read_text
from index.model.article import ANSWERABLE

WORDS = st.sampled_from(
    [
        *"said told the a minister Ana Reyes he she it according to reports that but Mr. U.S. 4.5 BBC".split(),
        *"“ ” \" ' ‘ ’ . , ? ! : —".split(),
        "\n",
        "\n\n",
    ]
)
PROSE = st.lists(WORDS, max_size=80).map(" ".join) | st.text(max_size=300)


@settings(max_examples=150)
@given(PROSE)
def test_any_text_is_annotated_with_spans_of_its_own(text: str) -> None:
    article = read_text(text)
    annotated = annotate(article)
    answerable = [p.span for p in article.paragraphs if p.kind in ANSWERABLE]
    for attribution in annotated.attributions:
        assert attribution.content
        end = 0
        for span in attribution.content:
            assert end <= span.start < span.end <= len(article.text)
            end = span.end
        for part in (attribution.cue, attribution.mention):
            assert part is None or any(p.holds(part) for p in answerable)
        assert (attribution.speaker is None) == (attribution.speaker_type is None)
    starts = [a.content[0].start for a in annotated.attributions]
    assert starts == sorted(starts)


@settings(max_examples=40)
@given(PROSE)
def test_annotation_is_the_same_every_time(text: str) -> None:
    assert annotate(read_text(text)) == annotate(read_text(text))


def test_boilerplate_is_never_attributed() -> None:
    article = read_text(
        "Quay reopens\n\nThe quay reopened on Monday.\n\nFollow the Harbour Gazette on Twitter for more news.",
        title="Quay reopens",
    )
    for attribution in annotate(article).attributions:
        assert all(
            any(p.span.holds(c) for p in article.paragraphs if p.kind in ANSWERABLE) for c in attribution.content
        )
