"""What mails and saved pages are packed in: header lines and parts. A thin cover of the library, which breaks on broken ones."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import TypeVar

from timeline.errors import ArticleError

T = TypeVar("T")


def opened(raw: bytes, look: Callable[[EmailMessage], T]) -> T:
    """What is found by looking into the message. Raises ArticleError where it is broken beyond reading.

    >>> opened(b"Subject: =?utf-8?q?O=C3=B9=3F?=", lambda message: header(message, "Subject"))
    'Où?'
    """
    try:
        return look(message_from_bytes(raw.lstrip(), policy=default))
    except ArticleError:
        raise
    except Exception:  # whatever broken header lines make its parser stumble over
        raise ArticleError("its header lines are broken: save it again from where it came from") from None


def header(message: Message, name: str) -> str:
    """A header line as text, its encoded words resolved; "" if there is none."""
    try:
        value = str(message.get(name, ""))
    except Exception:  # as above, but one line is no reason to do without the others
        value = as_written(message, name)
    return " ".join(value.split())


def as_written(message: Message, name: str) -> str:
    """A header line as it is written: the library converts dates, and mends them."""
    return next((" ".join(str(value).split()) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def payload(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding taken off; what is broken of that is passed over."""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def charset(part: Message) -> str:
    """The encoding that a part names, "" if it names none."""
    return str(part.get_content_charset("") or "")
