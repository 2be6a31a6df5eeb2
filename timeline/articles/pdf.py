"""Reads PDF: the text of its pages as paragraphs, and what its properties tell. Nothing is drawn, no link followed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from timeline.articles.draft import Draft
from timeline.articles.properties import tell
from timeline.articles.reflow import Printed, lines_of, reflow
from timeline.articles.source import Source, too_large
from timeline.articles.text import prose
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MOST_PAGES = 1000
_WORK = 40  # bytes that an article may have for each operator of its pages: a page of text has a few thousand
_LIMITS = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "zlib_maximum_recovery_input_length": 200_000,  # it is tried byte by byte
    "xform_maximum_invocations_per_extraction": 500,
    "page_tree_maximum_entries": 10_000,
    "jbig2dec_binary": None,  # no other program is started
}
_OCR = "its pages are pictures: run it through OCR (text recognition), and give the result"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}  # "ﬁrst" is a word of time
_CLEAN = str.maketrans({**_LIGATURES, **{chr(c): None for c in range(32) if chr(c) not in "\t\n"}})


def read(source: Source) -> Iterator[Draft]:
    """The one article of a PDF."""
    yield _draft(source.content(), source.settings.largest)


def _draft(raw: bytes, largest: int) -> Draft:
    import pypdf  # late: it takes a while

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every slip of a file, on the terminal
    with pypdf.apply_configuration(stream_parsing_work_maximum_count=largest // 10, **_LIMITS):  # type: ignore[arg-type]  # of several types
        try:
            pdf = pypdf.PdfReader(BytesIO(raw))
            _open(pdf)
            pages = _pages(pdf, largest)
            properties = _properties(pdf)
        except ArticleError:
            raise
        except pypdf.errors.DependencyError:
            raise ArticleError("it is encrypted in a way that cannot be read here: save it without encryption") from None
        except pypdf.errors.LimitReachedError:
            raise ArticleError("it unpacks to more than a PDF of an article does: save its text, or raise --largest") from None
        except Exception as error:  # a broken file makes it raise anything, as its documentation says
            raise ArticleError(f"broken PDF: {_first_line(error)}; open it and save it anew, or save its text") from None
    return _article(pages, properties)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120].rstrip(".") or type(error).__name__


def _open(pdf: PdfReader) -> None:
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise ArticleError("it is encrypted: open it with its password, and save it without one")
    count = len(pdf.pages)
    if count > _MOST_PAGES:
        raise ArticleError(f"it has {count} pages, more than {_MOST_PAGES}: cut it into articles")
    if not count:
        raise ArticleError("it has no pages")


# ---------------------------------------------------------------- pages


def _pages(pdf: PdfReader, largest: int) -> list[list[Printed]]:
    """The lines of each page. Raises ArticleError where it is more text or work than an article is."""
    done, size, out = _Work(), 0, []
    for page in pdf.pages:
        lines = list(lines_of(_pieces(page, done)))
        size += sum(len(line.text) for line in lines)
        if size > largest:
            raise ArticleError(too_large(largest))
        if done.count > largest / _WORK:
            raise ArticleError("its pages are drawn of more pieces than an article is: save its text, or raise --largest")
        out.append(lines)
    return out


class _Work:
    """Counts what has been done for the pages of a file."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *args: Any) -> None:
        self.count += 1


def _pieces(page: PageObject, work: _Work) -> list[tuple[str, float, float, float]]:
    """The pieces of text of a page with x, y and the size of the letters, in the order in which they are drawn."""
    pieces: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            pieces.append((text.translate(_CLEAN), x, y, size * scale))

    page.extract_text(visitor_text=visit, visitor_operand_before=work)
    return pieces


# ---------------------------------------------------------------- the article


_LETTERS = 0.5  # of the characters that are no spaces; less where the letters have no names


def _properties(pdf: PdfReader) -> dict[str, str]:
    try:
        found = pdf.metadata
        return {key: str(found[key]) for key in ("/Title", "/Author", "/CreationDate") if found.get(key)} if found else {}
    except Exception:  # as above; the pages are what counts
        return {}


def _article(pages: list[list[Printed]], properties: dict[str, str]) -> Draft:
    text = reflow(pages)
    seen = [c for c in text if not c.isspace()]
    if not seen:
        raise ArticleError(_OCR)
    if sum(c.isalnum() for c in seen) < _LETTERS * len(seen) or text.count("\ufffd") > 0.1 * len(seen):
        raise ArticleError("its letters have no names, so that no text comes out: run it through OCR (text recognition)")
    draft = prose(text)
    title, author, made = (properties.get(key, "").translate(_CLEAN) for key in ("/Title", "/Author", "/CreationDate"))
    tell(draft, title, author, made.removeprefix("D:"))
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    if empty:
        which = ", ".join(map(str, empty[:5])) + (" …" if len(empty) > 5 else "")
        draft.notes.append(f"{len(empty)} of its {len(pages)} pages hold no text, perhaps pictures of it: page {which}")
    return draft
