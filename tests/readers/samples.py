"""One file of each format, all telling of the same ferry: what a folder of everything looks like."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO

PROSE = (
    "The old ferry sank in the harbour of Dunmere on Saturday, and the crew swam to the shore in the dark.",
    "The council had warned of the rotten hull on 3 March 2020, and nobody in the town had listened to it.",
    "A new boat is expected next month, the mayor said on Friday, and the bridge will be free of charge until then.",
)
TITLE = "The ferry is gone"
DAY = "2020-05-10"


def text(prose: Sequence[str] = PROSE) -> bytes:
    """Header lines, then prose."""
    return f"{TITLE}\n\nBy Ann Lee\nPublished: 10 May 2020\n\n{_paragraphs(prose)}\n".encode()


def markdown(prose: Sequence[str] = PROSE) -> bytes:
    """Front matter, then prose."""
    return f"---\ntitle: {TITLE}\ndate: {DAY}\nauthor: Ann Lee\n---\n\n{_paragraphs(prose)}\n".encode()


def page(prose: Sequence[str] = PROSE) -> bytes:
    """A page with a menu, meta tags and comments."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in prose)
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} - Dunmere Post</title>'
        f'<meta property="article:published_time" content="{DAY}T08:00:00+01:00">'
        '<link rel="canonical" href="https://post.example.co.uk/ferry"></head>'
        f'<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<article><h1>{TITLE}</h1><p class='byline'>By Ann Lee</p>{body}</article>"
        "<div id='comments'><h3>2 comments</h3><p>Bo says: I saw it on 1 January 1999!</p></div>"
        "<footer>Copyright 2021 Dunmere Post</footer></body></html>"
    ).encode()


def saved_page(prose: Sequence[str] = PROSE) -> bytes:
    """The page as a browser saves it."""
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example.co.uk/ferry\r\nSubject: The ferry\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="XX"\r\n\r\n--XX\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: https://post.example.co.uk/ferry\r\n\r\n"
    )
    return head.encode() + page(prose) + b"\r\n--XX--\r\n"


def mail(prose: Sequence[str] = PROSE) -> bytes:
    """A mail with a text part."""
    message = EmailMessage()
    message["From"] = "Ann Lee <ann@post.example>"
    message["To"] = "desk@post.example"
    message["Subject"] = TITLE
    message["Date"] = "Sun, 10 May 2020 08:00:00 +0100"
    message.set_content(_paragraphs(prose) + "\n")
    return message.as_bytes()


def records(prose: Sequence[str] = PROSE) -> list[dict[str, str]]:
    """The same as two records of a dump, told a little differently."""
    one = {"date": DAY, "headline": TITLE, "body": _paragraphs(prose), "link": "https://post.example.co.uk/ferry"}
    return [one, one | {"headline": "No ferry any more", "body": f"Dunmere has no ferry any more. {_paragraphs(prose)}"}]


def jsonl(prose: Sequence[str] = PROSE) -> bytes:
    """JSON lines."""
    return "".join(json.dumps(record) + "\n" for record in records(prose)).encode()


def array(prose: Sequence[str] = PROSE) -> bytes:
    """A JSON array."""
    return json.dumps(records(prose)).encode()


def table(prose: Sequence[str] = PROSE) -> bytes:
    """CSV with quoted line breaks."""
    rows = [list(records(prose)[0]), *(list(record.values()) for record in records(prose))]
    cells = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows)
    return "".join(",".join(row) + "\r\n" for row in cells).encode()


def feed(prose: Sequence[str] = PROSE) -> bytes:
    """RSS 2.0."""
    items = "".join(
        f"<item><title>{r['headline']}</title><link>{r['link']}</link><pubDate>Sun, 10 May 2020 08:00:00 +0100</pubDate>"
        f"<description><![CDATA[{''.join(f'<p>{p}</p>' for p in r['body'].split(chr(10) * 2))}]]></description></item>"
        for r in records(prose)
    )
    channel = f"<channel><title>Dunmere Post</title><link>https://post.example.co.uk</link><description>-</description>{items}"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</channel></rss>'.encode()


def word(prose: Sequence[str] = PROSE) -> bytes:
    """A Word document."""
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    for paragraph in ("Published: 10 May 2020", *prose):
        document.add_paragraph(paragraph)
    return _saved(document.save)


def opendocument(prose: Sequence[str] = PROSE) -> bytes:
    """An OpenDocument text."""
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P

    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=TITLE))
    for paragraph in ("Published: 10 May 2020", *prose):
        document.text.addElement(P(text=paragraph))
    return _saved(document.save)


def pdf(prose: Sequence[str] = PROSE) -> bytes:
    """A PDF of one page, with its lines broken as a printer breaks them."""
    lines = [TITLE, "", "Published: 10 May 2020", ""]
    for paragraph in prose:
        lines += [*_wrapped(paragraph), ""]
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 60 780 Td {shown}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def everything() -> dict[str, bytes]:
    """A file of each format, by name."""
    return {
        "ferry.txt": text(),
        "ferry.md": markdown(),
        "ferry.html": page(),
        "ferry.mhtml": saved_page(),
        "ferry.eml": mail(),
        "ferry.jsonl": jsonl(),
        "ferry.json": array(),
        "ferry.csv": table(),
        "ferry.xml": feed(),
        "ferry.docx": word(),
        "ferry.odt": opendocument(),
        "ferry.pdf": pdf(),
        "packed.txt.gz": gzip.compress(text(), mtime=0),
        "packed.jsonl.gz": gzip.compress(jsonl(), mtime=0),
    }


def _paragraphs(prose: Sequence[str]) -> str:
    return "\n\n".join(prose)


def _wrapped(paragraph: str) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) > 60:
            lines.append(line.strip())
            line = ""
        line += word + " "
    return [*lines, line.strip()]


def _saved(save: object) -> bytes:
    stream = BytesIO()
    save(stream)  # type: ignore[operator]  # both libraries write to a stream
    return stream.getvalue()
