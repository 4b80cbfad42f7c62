"""Links as they are given, and as sites redirect to."""

from yarl import URL

from index.errors import FetchError, FetchProblem

NO_LINK = "it is no link; copy it from the browser's address bar"
"""The reason for refusing what only looks like a link."""

_LONGEST = 2_000


def read_link(given: str) -> URL:
    """The link to ask for, without its fragment.

    Raises
    ------
    FetchError
        If it is no http or https link, is over-long, or holds a user name or password.
    """
    words = given.strip()
    shown = "".join(char if char.isprintable() else "\ufffd" for char in words)
    if len(words) > _LONGEST:
        raise FetchError(shown, FetchProblem.LINK, f"it has more than {_LONGEST:,} characters; find a shorter link")
    try:
        link = URL(words)
        port = link.port
    except (ValueError, TypeError) as error:
        raise FetchError(shown, FetchProblem.LINK, NO_LINK) from error
    if link.scheme not in ("http", "https"):
        raise FetchError(
            shown, FetchProblem.SCHEME, "only links that begin with https:// or http:// are read; give such a link"
        )
    if link.raw_user is not None or link.raw_password is not None:
        raise FetchError(
            str(link.with_user(None)),
            FetchProblem.CREDENTIALS,
            "it holds a user name or password, which are not sent; give the link without them",
        )
    if shown != words or not link.raw_host or not port:
        raise FetchError(shown, FetchProblem.LINK, NO_LINK)
    return link.with_fragment(None)


def redirected(link: URL, location: str) -> URL:
    """Where `link` redirects to.

    Raises
    ------
    FetchError
        As `read_link`.
    """
    try:
        target = str(link.join(URL(location.strip())))
    except (ValueError, TypeError) as error:
        raise FetchError(
            str(link), FetchProblem.LINK, "it redirects to something that is no link; find the page's own link"
        ) from error
    return read_link(target)
