"""Invented passages for tests of replies."""

from datetime import date

from hypothesis import strategies as st

from bot.i18n.wording import Language, Wordings
from index import Act, ContentKind, Passage, Span, SpeakerType
from tests.bot.hostile import hostile_text

WORDINGS = Wordings()
ENGLISH, GERMAN = WORDINGS.of(Language.ENGLISH), WORDINGS.of(Language.GERMAN)


def passage(
    text: str = "“We have waited eleven years for this dredger,” she said.",
    *,
    speaker: str | None = "Maren Holt",
    speaker_type: SpeakerType | None = SpeakerType.PERSON,
    mention: str | None = "she",
    outlet: str | None = None,
    kind: ContentKind | None = ContentKind.DIRECT,
    act: Act | None = Act.SAID,
    title: str = "Harbour dredging to begin in spring",
    article_outlet: str | None = "Saltmere Courier",
    url: str | None = "https://courier.example/dredging",
    published: date | None = date(2026, 2, 14),
    before: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
) -> Passage:
    start = len(before)
    end = start + max(1, len(text))
    beside = [*range(start), *range(end, end + len(after))]
    return Passage(
        article_id="harbour-dredging",
        title=title,
        article_outlet=article_outlet,
        authors=(),
        url=url,
        published=published,
        span=Span(start, end),
        text=text,
        speaker=speaker,
        speaker_type=speaker_type,
        mention=mention,
        outlet=outlet,
        kind=kind,
        act=act,
        score=1.0,
        context=tuple(Span(at, at + 1) for at in beside),
        context_text=(*before, *after),
    )


_long = st.builds(lambda text, times: text * times, hostile_text, st.integers(1, 200))

hostile_passages = st.builds(
    passage,
    _long,
    speaker=st.none() | _long,
    mention=st.none() | _long,
    outlet=st.none() | _long,
    kind=st.none() | st.sampled_from(ContentKind),
    act=st.sampled_from(Act),
    title=_long,
    article_outlet=st.none() | _long,
    url=st.none() | hostile_text.map(lambda text: f"https://courier.example/{text}"),
    published=st.none() | st.dates(),
    before=st.lists(_long, max_size=2).map(tuple),
    after=st.lists(_long, max_size=1).map(tuple),
)
