"""What an article calls its people ("the mayor", "a retired baker"), found for each sentence that is about them."""

from collections import defaultdict
from collections.abc import Sequence, Set

from index.model.article import AnnotatedArticle, Attribution, SpeakerType
from index.text.terms import stems_of, terms_of


class Descriptions:
    """The describing words of an article's speakers: those of all its mentions of them, less stop words."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._words: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._people: defaultdict[str, set[str]] = defaultdict(set)  # by the stem of the family name
        text = annotated.article.text
        for attribution in annotated.attributions:
            speaker, mention = attribution.speaker, attribution.mention
            if speaker is None or mention is None:
                continue
            words = (term.stem for term in terms_of(text[mention.start : mention.end]) if not term.stop)
            self._words[speaker].update(dict.fromkeys(words))
            stems = stems_of(speaker)
            if attribution.speaker_type is SpeakerType.PERSON and len(stems) > 1:
                self._people[stems[-1]].add(speaker)

    def of(self, own: Set[str], attributions: Sequence[Attribution]) -> list[str]:
        """Stems that describe whoever says the sentence of the stems `own`, or is named in it, less these; sorted."""
        about = {attribution.speaker for attribution in attributions if attribution.speaker is not None}
        for stem in self._people.keys() & own:
            about |= self._people[stem]
        return sorted({word for speaker in about for word in self._words.get(speaker, ())} - own)
