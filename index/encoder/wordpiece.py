"""WordPiece as BERT has it: text -> numbers of its vocabulary's pieces.

Lower case, no accents, one token a punctuation mark or Chinese character, each word in the longest pieces from its
left (Wu et al. 2016, Devlin et al. 2019). The package ``tokenizers`` does the same, but brings a downloader along.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_UNKNOWN, _BEGIN, _END = "[UNK]", "[CLS]", "[SEP]"
_CONTROL = frozenset({"Cc", "Cf", "Co", "Cs"})
_LONGEST = 100  # characters; a longer word is unknown
_REMEMBERED = 20_000  # words whose pieces are kept
_IDEOGRAPHS = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F)),
    *((0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)
_ASCII_MARKS = re.compile(r"[!-/:-@\[-`{-~]")


class WordPiece:
    """Texts as numbers of pieces. Safe to use from several threads.

    Parameters
    ----------
    vocabulary : sequence of str
        The pieces in order of their numbers; those inside a word begin with ``##``.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Raise ValueError if a special piece is missing."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        try:
            self._unknown, self._begin, self._end = (self._numbers[piece] for piece in (_UNKNOWN, _BEGIN, _END))
        except KeyError as error:
            raise ValueError(f"The vocabulary lacks {error}.") from error
        self._known: dict[str, tuple[int, ...]] = {}

    def numbers(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces between those of begin and end; at most `most` with these, the rest cut."""
        numbers = [self._begin]
        for word in _words(text):
            numbers += self._pieces(word)
            if len(numbers) >= most:
                break
        return [*numbers[: most - 1], self._end]

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of one word's pieces."""
        found = self._known.get(word)
        if found is None:
            found = tuple(self._split(word))
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = found
        return found

    def _split(self, word: str) -> list[int]:
        if len(word) > _LONGEST:
            return [self._unknown]
        pieces: list[int] = []
        low = 0
        while low < len(word):
            for high in range(len(word), low, -1):
                number = self._numbers.get(("##" if low else "") + word[low:high])
                if number is not None:
                    break
            else:
                return [self._unknown]
            pieces.append(number)
            low = high
        return pieces


def _words(text: str) -> Iterator[str]:
    """Words, marks and ideographs in order, in lower case and without accents."""
    if not text.isascii():
        spaced = "".join(_plain(character) for character in text)
        text = "".join(one for one in unicodedata.normalize("NFD", spaced) if unicodedata.category(one) != "Mn")
    elif not text.isprintable():
        text = "".join(map(_plain, text))
    for word in text.lower().split():
        yield from _parted(word)


def _plain(character: str) -> str:
    """The character as it is read: blanks as a space, control characters as nothing, ideographs apart."""
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if category in _CONTROL or character == "\ufffd":
        return ""
    if category == "Zs":
        return " "
    code = ord(character)
    return f" {character} " if any(low <= code <= high for low, high in _IDEOGRAPHS) else character


def _parted(word: str) -> Iterator[str]:
    """A word without blanks, cut at its punctuation marks, which stand alone."""
    if word.isalnum():
        yield word
        return
    low = 0
    for at, character in enumerate(word):
        if _ASCII_MARKS.match(character) or unicodedata.category(character)[0] == "P":
            if low < at:
                yield word[low:at]
            yield character
            low = at + 1
    if low < len(word):
        yield word[low:]
