"""Reads mails: the text, the day in the Date header as written there; quoted mails and signatures are no prose of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_tz
from typing import NamedTuple

from timeline.articles.dates import readings
from timeline.articles.decoding import Decoded, decode
from timeline.articles.draft import Draft, Rung, Written
from timeline.articles.furniture import LINE
from timeline.articles.html import declared
from timeline.articles.markup import plain
from timeline.articles.mime import as_written, charset, header, opened, payload
from timeline.articles.source import Source
from timeline.errors import ArticleError
from timeline.model import Region

_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Em|Den)\b[^\r\n]{6,200}(?:(?:\r\n|\r|\n)[^\r\n]{0,100})?"
    r"\b(?:wrote|schrieb[^:\r\n]{0,80}|a écrit|escribió|ha scritto|schreef[^:\r\n]{0,80}|escreveu|skrev)"
    r"\s?:[ \t]*(?:\r\n|\r|\n|$)"
)
_PASSED_ON = re.compile(
    r"-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine"
    r"|Message transféré|Mensaje original|Mensaje reenviado) ?-{2,}|Begin forwarded message:"
    r"|\*?(?:From|Von|De):[^\r\n]{1,200}(?:\r\n|\r|\n)\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha)\*?:",
    re.IGNORECASE,
)


class Mail(NamedTuple):
    """What a mail says: its header lines, its text by kind with the encoding each part names, what is attached to it."""

    subject: str
    sender: str
    date: str
    language: str
    texts: tuple[tuple[str, bytes, str], ...]
    attached: tuple[str, ...]


def read(source: Source) -> Iterator[Draft]:
    """The one article of a mail."""
    mail = opened(source.content(), _mail)
    decoded, is_html = _text(mail, source.encoding)
    draft = Draft(decoded.text, title=mail.subject, author=_name(mail.sender), language=mail.language)
    draft.written += _day(mail.date)
    draft.furniture += _no_prose(draft.text, is_html)
    draft.notes += [note for note in (decoded.note, *_left_out(mail, draft)) if note]
    yield draft


def _mail(message: EmailMessage) -> Mail:
    if not message.keys():
        raise ArticleError("no mail: it does not begin with header lines such as 'From: …'")
    parts = [(kind, message.get_body((kind,))) for kind in ("plain", "html")]
    return Mail(
        header(message, "Subject"),
        header(message, "From"),
        as_written(message, "Date"),
        header(message, "Content-Language").split(",")[0].strip(),
        tuple((kind, payload(part), charset(part)) for kind, part in parts if part is not None),
        tuple(str(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()),
    )


def _text(mail: Mail, encoding: str) -> tuple[Decoded, bool]:
    """The text, and whether it was HTML. Plain text is preferred, unless there is nothing in it."""
    for kind, raw, named in mail.texts:
        if kind == "html":
            page = decode(raw, named or declared(raw), encoding)
            decoded = Decoded(plain(page.text), page.encoding, page.note)
        else:
            decoded = decode(raw, named, encoding)
        if decoded.text.strip():
            return decoded, kind == "html"
    raise ArticleError("the mail holds no text")


def _name(sender: str) -> str:
    name, address = parseaddr(sender)
    return name or address or sender


def _day(written: str) -> list[Written]:
    """The day of the Date header; a year of two digits ("8 May 98") is read as the rules for mails have it."""
    if not written:
        return []
    words = written
    if next(readings(words), None) is None and (parsed := parsedate_tz(written)) is not None:
        words = "{:04d}-{:02d}-{:02d}".format(*parsed[:3])
    return [Written(Rung.FIELD, words, f"Date: {written}")]


def _left_out(mail: Mail, draft: Draft) -> Iterator[str]:
    if mail.attached:
        yield f"attached and not read: {', '.join(mail.attached)}; save what is an article as a file of its own"
    quoted = sum(region.end - region.start for region in draft.furniture if region.why == "quoted mail")
    if 2 * quoted > len(draft.text):
        yield "most of it is another mail that it quotes, which gives no events: save that as a file of its own"


# ---------------------------------------------------------------- what is no prose of the mail


def _no_prose(text: str, was_html: bool) -> Iterator[Region]:
    """Quoted lines and the line that says whose they are, all below the head of a mail passed on, the signature."""
    signature = None
    place = 0
    while place < len(text) and (match := LINE.match(text, place)) is not None:
        wrote = _WROTE.match(text, place)
        to_the_end = _PASSED_ON.match(text, place) or (wrote and was_html)  # HTML has no marks at the quoted lines
        quoted = to_the_end or wrote or match[1].startswith(">")
        if quoted and signature is not None:
            yield Region(signature, place, "signature")
            signature = None
        if quoted:
            end = len(text) if to_the_end else wrote.end() if wrote else match.end()
            yield Region(place, end, "quoted mail")
            place = end
            continue
        if match[1] in ("-- ", "--") and signature is None:
            signature = place
        place = match.end()
    if signature is not None:
        yield Region(signature, len(text), "signature")
