"""Reads web archives: each web page in one is an article. Its place is the number of its record in the archive, from 1."""

from __future__ import annotations

import codecs
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from itertools import count
from typing import Any

from timeline.articles.draft import Draft, Unread
from timeline.articles.source import Source, too_large
from timeline.errors import ArticleError

_PAGES = ("text/html", "application/xhtml+xml")
_HEADERS = 4_000_000  # bytes that may stand between the contents of two records
_PIECE = 65_536


def read(source: Source) -> Iterator[Draft | Unread]:
    """The pages of an archive; of what is no page, one line says how much there is. Raises ArticleError without warcio."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise ArticleError(
            "web archives are read with warcio, which is not installed: pip install 'article-timeline[warc]'"
        ) from None
    others: Counter[str] = Counter()
    pages = 0
    with source.open() as stream:
        archive = _Measured(stream)
        records = iter(ArchiveIterator(archive, verify_http=False))
        for number in count(1):
            record = _next(records, archive, number)
            if record is None:
                break
            what = _what(record)
            if what in _PAGES:
                pages += 1
                yield from _page(record, str(number), source)
            elif what:
                others[what] += 1
            while record.raw_stream.read(_PIECE):
                pass
    if others or not pages:
        told = ", ".join(f"{number} {what}" for what, number in others.most_common(12))
        yield Unread("", f"records of it that are no web page: {told}" if others else "it holds no web page")


def _next(records: Iterator[Any], archive: _Measured, number: int) -> Any:
    """The next record; None behind the last. Raises ArticleError where the archive is broken."""
    try:
        archive.left = _HEADERS
        with redirect_stderr(io.StringIO()):  # where the library complains of lengths that are wrong
            return next(records, None)
    except ArticleError as error:
        raise ArticleError(f"record {number}: {error}; it and what stands behind it are left out") from None
    except Exception:  # on broken headers the library raises whatever happens to it
        raise ArticleError(f"record {number}: its headers are broken; it and what stands behind it are left out") from None
    finally:
        archive.left = None


class _Measured:
    """The bytes of an archive. Gives up where a header has no end: the library reads its lines whole."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.left: int | None = None

    def read(self, size: int) -> bytes:
        try:
            data: bytes = self._stream.read1(size)  # what there is, also before the place where the packing is broken
        except (EOFError, OSError, zlib.error) as error:  # an EOFError would pass for the end of the archive
            raise ArticleError(f"cannot be unpacked: {error}") from None
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise ArticleError(f"no web archive: no header is larger than {_HEADERS // 1_000_000} MB")
        return data


# ---------------------------------------------------------------- one record


def _what(record: Any) -> str:
    """The type of a page; a few words for what is none; "" for what the archive says of itself."""
    if record.rec_type == "resource":
        return _type(record.content_type)
    if record.rec_type == "revisit":
        return "unchanged since an earlier visit"
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    status = str(record.http_headers.get_statuscode())
    return _type(record.http_headers.get_header("Content-Type")) if status in ("200", "203") else f"of status {status[:3]}"


def _type(header: str | None) -> str:
    return (header or "").partition(";")[0].strip().lower()[:40] or "without a type"


def _page(record: Any, place: str, source: Source) -> Iterator[Draft | Unread]:
    """The article of a page, by the reader of pages."""
    from timeline.articles.formats import reader

    address = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or ""
    try:
        page = _content(record, source.settings.largest)
        cut_off = getattr(record.raw_stream, "limit", 0) > 0  # the archive ends before the record does
        part = source.stream(page, ".html")
        part = replace(part, encoding=source.encoding or _charset(record, page))
        for one in reader(part)(part):
            yield _placed(one, place, address, record, cut_off) if isinstance(one, Draft) else Unread(place, one.why)
    except ArticleError as error:
        yield Unread(place, f"{address}: {error}" if address else str(error))


def _placed(draft: Draft, place: str, address: str, record: Any, cut_off: bool) -> Draft:
    draft.record = place
    draft.url = draft.url or address
    crawled = record.rec_headers.get_header("WARC-Date")
    if crawled and not draft.written:
        draft.notes.append(f"the page tells no day of publication; it was fetched on {crawled[:10]}, so it is no newer")
    if cut_off:
        draft.notes.append("the archive ends within this page: its end is missing")
    return draft


def _content(record: Any, largest: int) -> bytes:
    """The bytes of a page, unpacked, of which there may be no more than of an article."""
    from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

    content: bytes = record.raw_stream.read(largest + 1)
    if len(content) > largest:
        raise ArticleError(too_large(largest))
    if _header(record, "Transfer-Encoding") == "chunked":
        content = ChunkedDataReader(io.BytesIO(content)).read()
    packing = _header(record, "Content-Encoding")
    if packing in BufferedReader.get_supported_decompressors():
        with redirect_stderr(io.StringIO()):  # where the library complains of broken packing
            content = BufferedReader(io.BytesIO(content), decomp_type=packing).read(largest + 1)
    elif packing not in ("", "identity", "utf-8"):
        raise ArticleError(f"it is packed as {packing[:20]!r}, which can't be unpacked here")
    if len(content) > largest:
        raise ArticleError(too_large(largest))
    return content


def _charset(record: Any, page: bytes) -> str:
    """The encoding that the page was served in, where it fits."""
    charset = _header(record, "Content-Type").partition("charset=")[2].partition(";")[0].strip(" \"'")
    try:
        page.decode(codecs.lookup(charset).name)
    except (LookupError, UnicodeError, ValueError):
        return ""
    return charset


def _header(record: Any, name: str) -> str:
    return str(record.http_headers.get_header(name) or "").strip().lower() if record.http_headers is not None else ""
