"""Addresses of pages: one for all links to the same page, whatever a newsletter or a share button added to them."""

from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

# Of links alone that count where readers come from. What one site uses so is another's article, such as `cid`, and not
# among them.
_TRACKING = frozenset(
    {
        *("fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "twclid", "ttclid", "yclid", "ysclid"),
        *("igsh", "igshid", "mc_cid", "mc_eid", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "s_kwcid", "ef_id"),
        *("_ga", "_gl", "_hsenc", "_hsmi", "__hsfp", "__hssc", "__hstc", "ref_src", "ref_url", "cmpid", "smid", "xtor"),
    }
)
_TRACKING_BEGINS = ("utm_", "itm_", "mtm_", "pk_", "piwik_", "at_")
_PORTS = {"http": ":80", "https": ":443"}


def clean_link(link: str) -> str:
    """The link without its fragment and without what only counts readers; as it is where it can't be understood."""
    parts = _split(link)
    if parts is None:
        return link
    return parts._replace(netloc=_host(parts), query=_telling(parts.query), fragment=_route(parts.fragment)).geturl()


def address_of(link: str) -> str:
    """What two links share that lead to the same page: neither scheme, a final slash nor what `clean_link` drops."""
    parts = _split(link)
    if parts is None:
        return link
    query, route = _telling(parts.query), _route(parts.fragment)
    return f"{_host(parts)}{parts.path.rstrip('/')}{'?' if query else ''}{query}{'#' if route else ''}{route}"


def lead_alike(link: str | None, other: str | None) -> bool:
    """Whether both are links, and lead to the same page."""
    return bool(link and other) and address_of(str(link)) == address_of(str(other))


def ranges_of(address: str) -> Iterator[tuple[str, str]]:
    """Between which texts the links of that address stand, by code point, the first of each pair included; others may
    stand there too."""
    path = address.partition("?")[0].partition("#")[0]
    for scheme in _PORTS:
        for base in (f"{scheme}://{path}", f"{scheme}://{path}/"):
            yield base, f"{base}!"
            yield f"{base}#", f"{base}$"
            yield f"{base}?", f"{base}@"


def _split(link: str) -> SplitResult | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return parts if parts.scheme in _PORTS and parts.netloc else None


def _host(parts: SplitResult) -> str:
    return parts.netloc.lower().removesuffix(_PORTS[parts.scheme])


def _telling(query: str) -> str:
    """The query without what only counts readers, in its order."""
    kept = (part for part in query.split("&") if part)
    return "&".join(part for part in kept if not _is_tracking(unquote(part.partition("=")[0]).lower()))


def _is_tracking(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_BEGINS)


def _route(fragment: str) -> str:
    """The fragment, where a page that is a program tells by it which article it shows."""
    return fragment if fragment.startswith(("!", "/")) else ""
