"""What does a saved letter (.eml) or web page in one file (.mht) hold? Its words, and what was attached."""

from __future__ import annotations

import datetime
import email
import email.errors
import email.message
import email.policy
import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ingest.archive import Member
from ingest.clean import one_line
from ingest.errors import Unreadable

_HEADER = rb"[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n"
_OPENS = re.compile(rb"\s*(?:%s){2,}" % _HEADER)
_OF_MIME = re.compile(rb"^(?:MIME-Version|Content-Type|Content-Transfer-Encoding):", re.I | re.M)
_SNIFFED_BYTES = 16_384
_PICTURES = "image"


def is_mail(data: bytes) -> bool:
    """Whether the bytes open with the headers of a message."""
    head = _OPENS.match(data[:_SNIFFED_BYTES])
    return head is not None and _OF_MIME.search(head.group()) is not None


def members(data: bytes) -> Iterator[Member]:
    """The body, as 正文.html or 正文.txt, then the files attached, in order; pictures are passed over.

    Raises: Unreadable if the message holds nothing of the kind.
    """
    message = _message(data)
    body = message.get_body(("html", "plain") if _is_page(message) else ("plain", "html"))
    found = [Member(path=f"正文.{_ending(body)}", data=_bytes_of(body))] if body is not None else []
    found += [
        Member(path=one_line(part.get_filename() or "附件"), data=_bytes_of(part))
        for part in message.iter_attachments()
        if part.get_content_maintype() != _PICTURES and part.get_filename()
    ]
    held = [member for member in found if member.data.strip()]
    if not held:
        raise Unreadable("邮件里没有可读的正文和附件")
    yield from held


def said_of(data: bytes) -> bytes:
    """The subject and the day of a letter, as a sidecar states them; a page's are those of its saving."""
    message = _message(data)
    if _is_page(message):
        return b""
    stated = {"title": one_line(str(message.get("Subject", ""))), "published": _day(message)}
    return json.dumps({key: text for key, text in stated.items() if text}, ensure_ascii=False).encode()


def is_body(member: Member) -> bool:
    """Whether the member is what the message itself says."""
    return PurePosixPath(member.path).stem == "正文"


def _message(data: bytes) -> email.message.EmailMessage:
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    except (email.errors.MessageError, ValueError, LookupError) as error:
        raise Unreadable("邮件不完整或已损坏；请重新另存后再导入") from error
    assert isinstance(message, email.message.EmailMessage), "what this policy makes"
    return message


def _is_page(message: email.message.EmailMessage) -> bool:
    return message.get_content_type() in ("multipart/related", "text/html")


def _ending(part: email.message.MIMEPart) -> str:
    return "html" if part.get_content_subtype() == "html" else "txt"


def _bytes_of(part: email.message.MIMEPart) -> bytes:
    """The part as it was before it was packed; words in UTF-8, unless no such encoding is known."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    if part.get_content_maintype() != "text":
        return raw
    try:
        return raw.decode(part.get_content_charset() or "ascii").encode()
    except (LookupError, UnicodeError):
        return raw


def _day(message: email.message.EmailMessage) -> str:
    """The day the message was written, ISO, or ""."""
    when = getattr(message.get("Date"), "datetime", None)
    return when.date().isoformat() if isinstance(when, datetime.datetime) else ""
