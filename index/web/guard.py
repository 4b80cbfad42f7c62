"""Links as they are given, and which addresses may be connected to: public ones only, however they are written."""

from ipaddress import IPv4Address, IPv6Address, ip_network

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


Address = IPv4Address | IPv6Address

PORTS = frozenset({80, 443})
"""The standard ports of http and https."""

# What the running Python's own registry may not know yet, or counts as global though it is of no use to us.
_NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared by carriers; also some clouds' metadata
        "168.63.129.16/32",  # a cloud's metadata on a public address
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",  # Teredo and other protocols' own
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3ffe::/16",
        "3fff::/20",
    )
)
_GLOBAL_6 = ip_network("2000::/3")  # so none of ::/96, ::ffff:0:0/96 (mapped), 64:ff9b::/96 (NAT64), fc00::/7, fe80::/9


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet.

    Private, loopback, link-local, shared, multicast, reserved and documentation addresses are not, nor are those that
    stand for an IPv4 address (mapped, NAT64, 6to4, Teredo), whatever that is: no site is reached by them alone.
    """
    known = isinstance(address, IPv4Address) or address in _GLOBAL_6
    return known and address.is_global and not any(address in network for network in _NOT_PUBLIC)


def public_only(address: Address, port: int) -> bool:
    """Allow public addresses on ports 80 and 443."""
    return port in PORTS and is_public(address)
