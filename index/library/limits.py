"""How long what people type may be, and how much may be asked for at once."""

from index.errors import InvalidRequestError

NAME = 100
"""Characters of a name, or of who did something."""

NOTE = 1_000
"""Characters of what somebody remarks."""


def bounded(words: str, what: str, longest: int, *, least: int = 0) -> str:
    """`words` on one line as they can be stored, if they are neither too long nor too short.

    Raises
    ------
    InvalidRequestError
        Naming `what`.
    """
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(plain) < least:
        raise InvalidRequestError(f"The {what} is empty; give one.")
    if len(plain) > longest:
        raise InvalidRequestError(f"The {what} is too long; give at most {longest} characters.")
    return plain


def check_limit(limit: int | None) -> None:
    """Raise InvalidRequestError where fewer than one passage or person is asked for; None is all."""
    if limit is not None and limit < 1:
        raise InvalidRequestError("The number of passages or people must be at least 1.")
