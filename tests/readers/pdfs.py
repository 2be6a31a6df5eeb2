"""PDFs as printers make them, written by hand: lines of text with their places, properties, damage."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

Line = tuple[float, float, float, str]
"""x, y, size, words."""


def column(lines: Sequence[str], top: float = 700, size: float = 10, x: float = 72, leading: float = 12) -> list[Line]:
    """Lines under each other; an empty one leaves a gap."""
    return [(x, top - number * leading, size, line) for number, line in enumerate(lines) if line]


def pdf(pages: Sequence[Sequence[Line]], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF of these pages, with these properties."""
    return build([_content(lines) for lines in pages], info)


def build(contents: Sequence[bytes], info: Mapping[str, str] | None = None, *, packed: bool = False) -> bytes:
    """A PDF whose pages are drawn so."""
    filters = b"/Filter /FlateDecode " if packed else b""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< " + b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (info or {}).items()) + b" >>",
    ]
    for number, content in enumerate(contents):
        stream = zlib.compress(content) if packed else content
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (6 + 2 * number),
            b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(stream), stream),
        ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _content(lines: Sequence[Line]) -> bytes:
    return b"\n".join(b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, _escaped(text)) for x, y, size, text in lines)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
