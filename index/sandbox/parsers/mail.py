"""Mail, and pages that a browser saved with all they need, which is written as mail is."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Any

from . import archives

_SHORT = 2_000  # code points of a header
_ATTACHED = 20
_READ = 20_000_000  # bytes of attachments


def read_mail(data: bytes, *suffixes: str) -> dict[str, object]:
    """A message: ``{"subject", "date", "url", "page", "charset", "plain", "files"}``.

    "page" is the HTML as base64 and "plain" the text, each "" where there is none; "date" is the day on which the
    message was written, "url" where a browser saved the page. "files" are the attachments that end in one of
    `suffixes`, ``[name, base64]`` each.
    """
    message = message_from_bytes(data, policy=default)
    if not message.keys():
        return {"problem": "broken"}
    page, plain = _first(message, "text/html"), _first(message, "text/plain")
    url = _header(message, "Snapshot-Content-Location") or (_header(page, "Content-Location") if page else "")
    return {
        "subject": _header(message, "Subject"),
        "date": _day(message),
        "url": url,
        "page": archives.packed(_bytes(page)) if page is not None else "",
        "charset": page.get_content_charset() if page is not None else None,
        "plain": _text(plain) if plain is not None else "",
        "files": _attached(message, suffixes),
    }


def _first(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of that type that is the message's own, not attached."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            return part
    return None


def _attached(message: EmailMessage, suffixes: tuple[str, ...]) -> list[list[str]]:
    found: list[list[str]] = []
    taken = 0
    for part in message.walk():
        name = part.get_filename() or ""
        if part.is_multipart() or PurePosixPath(name).suffix.lower() not in suffixes or len(found) == _ATTACHED:
            continue
        if part.get_content_disposition() == "attachment":
            data = _bytes(part)
            taken += len(data)
            if taken <= _READ:
                found.append([name[:_SHORT], archives.packed(data)])
    return found


def _bytes(part: Any) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Any) -> str:
    try:
        return str(part.get_content())
    except LookupError:  # an encoding that nobody knows
        return _bytes(part).decode("utf-8", "replace")


def _header(part: Any, name: str) -> str:
    return " ".join(str(part.get(name) or "").split())[:_SHORT]


def _day(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except ValueError:
        return ""


SAMPLE = """From: =?utf-8?q?Mara_V=C3=B6hn?= <mara@quay.example>
Subject: =?utf-8?b?RGF3biDDqQ==?=
Date: Fri, 03 May 2024 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=quay

--quay
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

D=C3=A9wn
--quay
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+RGF3bjwvcD4=
--quay
Content-Disposition: attachment; filename="a.txt"; filename*=utf-8''%C3%A9.txt
Content-Type: text/plain

Dawn
--quay--
"""
"""A message that makes the parser load what it needs."""
