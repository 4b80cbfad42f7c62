"""An outlet's names: how they are compared, and which belong to the address of its site."""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from index.text.folding import fold_name, plain_name
from index.text.outlets import OUTLET_HEADS, OUTLETS
from index.text.words import words

_END = re.compile(r"\.(?:com?\.[a-z]{2}|[a-z]{2,4})$", re.IGNORECASE)
_NO_SIGN = re.compile(r"[\W_]+")
_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_NO_LABELS = words("www m amp mobile edition news co com org net ac gov blog web hosted")
_SHORT = 3  # letters of a word or a label that tells something


def plain_outlet(name: str) -> str:
    """A name folded, without "the" before it and the address's end behind it: "The Courier.com" -> "courier"."""
    return plain_name(_END.sub("", name.strip()))


def site_of(url: str | None) -> str:
    """The host of an address, without what names no other site, "www." or "m."; "" where there is none."""
    try:
        return _PREFIX.sub("", (urlsplit(url or "").hostname or "").lower())
    except ValueError:
        return ""


def labels_of(site: str) -> tuple[str, ...]:
    """The words of a site's address that may name it: "news.quay.co.uk" -> ("quay",)."""
    return tuple(label for label in site.split(".")[:-1] if label not in _NO_LABELS)


def fits(name: str, labels: Collection[str]) -> bool:
    """Whether an outlet's name and its site's address go together, by all letters or by initials."""
    plain = plain_outlet(name)
    bare, initials = bare_name(plain), "".join(word[0] for word in plain.split())
    for label in map(bare_name, labels):
        if not label:
            continue
        within = (len(bare) >= _SHORT and bare in label) or (len(label) >= _SHORT and label in bare)
        if label in (bare, initials) or within:
            return True
    return False


def is_known_outlet(name: str) -> bool:
    """Whether everybody knows the outlet of this name, or it ends as the names of outlets do."""
    plain = plain_outlet(name)
    return plain in OUTLETS or fold_name(name) in OUTLETS or not OUTLET_HEADS.isdisjoint(plain.split()[-1:])


def bare_name(name: str) -> str:
    """The letters and digits of a name, folded, without "the" before them."""
    return _NO_SIGN.sub("", fold_name(name)).removeprefix("the")
