"""Words by which a question is seen to be in another language than English: how they ask, and their function words."""

from collections.abc import Collection

from index.text.folding import fold
from index.text.words import STOP_WORDS, words

_GERMAN = words(
    """
    wer was wann wo warum wieso weshalb wie welche welcher welches welchen wem wen wessen der die das dem den des
    ein eine einen einem einer und oder nicht ist sind war waren hat haben hatte wurde wurden wird werden kann soll
    uber von vom mit fur auf aus bei nach zum zur im am er sie es sich sagt sagte gesagt viele viel man zu gibt es
    """
)
_FRENCH = words(
    """
    qui que quoi quand ou pourquoi comment quel quelle quels quelles combien est sont etait ont le la les un une des
    du de et ne pas sur dans avec pour par au aux il elle ils elles ce cette dit a-t-il a-t-elle est-ce qu'est-ce
    c'est
    """
)
_SPANISH = words(
    """
    quien quienes que cuando donde por porque como cual cuales cuanto cuantos cuanta cuantas es son era fue esta
    estan ha han el la los las un una unos unas de del y o no sobre en con para al se su sus dijo dice
    """
)
_ITALIAN = words(
    """
    chi che cosa quando dove perche come quale quali quanto quanti quante e sono era ha hanno il lo la i gli le un
    una di del della dei delle non su sul sulla in con per da al alla detto
    """
)
_PORTUGUESE = words(
    """
    quem que quando onde porque como qual quais quanto quantos quantas e sao era foi tem o a os as um uma de do da
    dos das nao sobre em no na com para por ao disse
    """
)
_DUTCH = words(
    """
    wie wat wanneer waar waarom hoe welke welk de het een en of niet is zijn was heeft hebben werd wordt over van
    met voor op uit bij naar zei gezegd hij zij
    """
)
_LANGUAGES = (_GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE, _DUTCH)
_FEWEST = 2  # words of another language that a question in it has


def foreign_words(text: str) -> frozenset[str]:
    """The folded function words of a question that is in another language; empty for one in English."""
    found = [_bare(word) for word in text.split()]
    english = sum(word in STOP_WORDS for word in found)
    best = max(_LANGUAGES, key=lambda language: sum(word in language for word in found))
    own = [word for word in found if word in best]
    foreign = len(own) >= _FEWEST and len(own) > english and found[0] in best
    return frozenset(own) if foreign and not STOP_WORDS.issuperset(own) else frozenset()


def without(text: str, foreign: Collection[str]) -> str:
    """A text without the folded words `foreign`."""
    return " ".join(word for word in text.split() if _bare(word) not in foreign)


def _bare(word: str) -> str:
    return fold(word.strip("¿¡?!.,:;()"))
