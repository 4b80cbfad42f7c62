"""Mail, and pages that a browser saved with all they need, which is written as mail is."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Any

from . import archives

_SHORT = 2_000  # code points of a header
_ATTACHED = 20
_READ = 20_000_000  # bytes of attachments
_MESSAGE = "message/rfc822"


def read_mail(data: bytes, *suffixes: str) -> dict[str, object]:
    """A message: ``{"subject", "date", "url", "page", "charset", "plain", "files"}``.

    "page" is the HTML as base64 and "plain" the text, each "" where there is none; "date" is the day on which the
    message was written, "url" where a browser saved the page. "files" are the attachments that end in one of
    `suffixes` and the messages passed on whole, ``[name, base64]`` each.
    """
    message = message_from_bytes(data.removeprefix(BOM_UTF8), policy=default)
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


def _parts(message: MIMEPart) -> Iterator[MIMEPart]:
    """The message's parts, without those of messages in it."""
    for part in message.iter_parts() if message.is_multipart() else ():
        yield part
        if part.get_content_maintype() == "multipart":
            yield from _parts(part)


def _first(message: EmailMessage, kind: str) -> MIMEPart | None:
    """The first part of that type that is not attached."""
    for part in (message, *_parts(message)):
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            return part
    return None


def _attached(message: EmailMessage, suffixes: tuple[str, ...]) -> list[list[str]]:
    found: list[list[str]] = []
    taken = 0
    for part in _parts(message):
        name = part.get_filename() or ""
        if part.get_content_type() == _MESSAGE:
            name, data = name or f"{len(found) + 1}.eml", _passed_on(part)
        elif part.get_content_disposition() == "attachment" and PurePosixPath(name).suffix.lower() in suffixes:
            data = _bytes(part)
        else:
            continue
        taken += len(data)
        if taken <= _READ and len(found) < _ATTACHED:
            found.append([name[:_SHORT], archives.packed(data)])
    return found


def _passed_on(part: Any) -> bytes:
    """A message in another, as bytes."""
    (inner,) = part.get_payload()
    return bytes(inner.as_bytes())


def _bytes(part: Any) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Any) -> str:
    """The words of a part, whose encoding many programs leave out or name wrongly."""
    data = _bytes(part)
    for charset in (part.get_content_charset("utf-8"), "utf-8", "cp1252"):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace")


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
