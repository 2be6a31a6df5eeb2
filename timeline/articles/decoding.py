"""Bytes in, text out: which encoding it is, and how we know. Never silently wrong: a guess says that it is one.

From sure to unsure: what a person says, a byte order mark, strict UTF-8, the NULs of UTF-16, UTF-8 with a few
broken bytes, what the file says of itself, a guess. legible.py tells text from what a wrong encoding makes of it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from timeline.articles.guessing import ODD, PIECE, cut, ranked, sample_of, strictly, tells_a_date
from timeline.articles.labels import SEVEN_BIT, label
from timeline.articles.legible import foreign, is_latin, oddness
from timeline.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and a note where that is a guess or something could not be read."""

    text: str
    encoding: str
    note: str = ""


def decode(raw: bytes, declared: str = "", given: str = "") -> Decoded:
    """The text of the bytes. `given` is what a person says the encoding is, `declared` what the file says of itself.

    Raises ArticleError where the bytes are no text, or not in the encoding that a person gives.

    >>> decode("Où?".encode("utf-8-sig"))
    Decoded(text='Où?', encoding='utf-8', note='')
    >>> decode("Où?".encode("cp1252"), declared="ISO-8859-1").encoding
    'cp1252'
    """
    if given:
        return _given(raw, given)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding, declared)
    if b"\0" in raw:
        return _wide(raw)
    return _narrow(raw, declared)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\r|\n")


# ---------------------------------------------------------------- sure


def _given(raw: bytes, given: str) -> Decoded:
    try:
        names = [*filter(None, (label(given), codecs.lookup(given).name))]
    except LookupError:
        raise ArticleError(_unknown(given)) from None
    fault = None
    for name in names:
        try:
            text = raw.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            fault = error
        except (UnicodeError, LookupError, ValueError):  # rot13 and the like are no encodings of text
            raise ArticleError(_unknown(given)) from None
        else:
            if "\0" in text:
                raise ArticleError(f"no text: read as {given} it holds NULs; correct 'encoding' in articles.yaml")
            return Decoded(text, name)
    assert fault is not None  # there is one for each name that did not fit
    line = _line(raw[: fault.start].decode(fault.encoding, "replace"))
    raise ArticleError(
        f"not {given}, as articles.yaml says: byte {fault.start + 1} (0x{raw[fault.start]:02x}, in line {line}) does not fit; "
        "correct 'encoding' there"
    )


def _unknown(given: str) -> str:
    return f"the encoding '{given}' that articles.yaml says is not known: write it as utf-8, cp1252, shift_jis …"


def _line(before: str) -> int:
    """The number of the line that begins or goes on behind the text."""
    return sum(1 for _ in _LINE_END.finditer(before)) + 1


def _marked(raw: bytes, encoding: str, declared: str) -> Decoded:
    text = strictly(raw, encoding)
    if text is None and encoding == "utf-8":
        return _narrow(raw, declared)
    decoded = Decoded(text, encoding) if text is not None else _mended(raw, encoding)
    if decoded is None:
        raise ArticleError(f"no text: it begins like {encoding}, and its bytes are no {encoding}; it may be damaged")
    if "\0" in decoded.text:
        raise ArticleError("no text: it holds NUL bytes")
    return decoded


def _mended(raw: bytes, encoding: str, guess: str = "", most: float = 0.01) -> Decoded | None:
    """The text with U+FFFD for what does not fit, if that is little."""
    text = raw.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken > max(len(text) > 20, most * len(text)):  # one in a text of a line
        return None
    note = _broken(broken, text.partition("\ufffd")[0], encoding)
    return Decoded(text, encoding, f"{guess}; {note}" if guess else note)


def _broken(count: int, before: str, encoding: str) -> str:
    places = "one place" if count == 1 else f"{count} places"
    return f"{places} could not be read as {_name(encoding)}, the first in line {_line(before)}: '\ufffd' stands there"


# ---------------------------------------------------------------- UTF-16 and UTF-32 without a mark


def _wide(raw: bytes, odd: str = "NUL bytes") -> Decoded:
    """What holds bytes that are odd in a text: text of two or four bytes a character, or no text at all."""
    for encoding in ("utf-32-le", "utf-32-be") if len(raw) % 4 == 0 else ():
        text = strictly(raw, encoding)
        if text is not None and _is_text(text):
            return Decoded(text, encoding)
    sample = raw[: 2 * PIECE]
    by_use = sorted(("utf-16-le", "utf-16-be"), key=lambda e: len(set(sample[e == "utf-16-le" :: 2])))
    for encoding in by_use:  # of the two bytes of a character the upper one has fewer values
        text = strictly(raw, encoding)
        if text is not None and _is_text(text):
            return Decoded(text, encoding)
        mended = _mended(raw, encoding) if text is None and len(raw) > 40 else None
        if mended is not None and _is_text(mended.text):
            return mended
    raise ArticleError(f"no text: it holds {odd}")


def _is_text(text: str) -> bool:
    """Whether it is a text and not what other bytes happen to give: it has spaces or line ends, and nothing odd."""
    head = text[:PIECE]
    return "\0" not in text and len(head) > 1 and oddness(head) <= ODD and any(c in " \n\r。、" or c.isalpha() for c in head)


# ---------------------------------------------------------------- one byte and more


_FEW = 30  # characters, too few to doubt what the file says
_NO_TEXT = "no text: in no encoding its bytes read as one; if it is text, say its encoding with 'encoding' in articles.yaml"
_SHIFT = re.compile(rb"\x1b(?:\$[@B)(]|\([BJI])")
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"}) + b"\x7f"


def _narrow(raw: bytes, declared: str) -> Decoded:
    head = raw[:PIECE]
    if len(head) - len(head.translate(None, _CONTROLS)) > max(2, len(head) / 50):
        return _wide(raw, "control characters")
    told = label(declared)
    if told in SEVEN_BIT or b"\x1b" in raw:
        shifted = _shifted(raw, told)
        if shifted is not None:
            return shifted
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        first = error
    return _nearly_utf_8(raw, first) or _declared(raw, told) or _guess(raw)


def _shifted(raw: bytes, told: str) -> Decoded | None:
    """The text of seven bits that change their meaning with signs between them: of old mails from Japan and Korea."""
    signs = ("iso2022_jp_2", "iso2022_kr", "iso2022_jp_ext") if _SHIFT.search(raw) else ()
    for encoding in ((told,) if told in SEVEN_BIT else ()) + signs:
        text = strictly(raw, encoding)
        if text is not None and "\x1b" not in text:
            return Decoded(text, encoding)
    return None


def _nearly_utf_8(raw: bytes, first: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with a few broken bytes: ten good characters of more than a byte for each bad one, or a cut at the end."""
    sample = raw[max(0, first.start - PIECE) : first.start + PIECE]
    if not _more_good(sample.decode("utf-8", "replace")):
        return None
    text = raw.decode("utf-8", "replace")
    if not _more_good(text):
        return None
    broken = text.count("\ufffd") - raw.count("\ufffd".encode())
    return Decoded(text, "utf-8", _broken(broken, raw[: first.start].decode(), "UTF-8"))


def _more_good(text: str) -> bool:
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    return bad <= max(good / 10, good > 2)


def _declared(raw: bytes, told: str) -> Decoded | None:
    """By what the file says of itself, if that decodes all of it and gives a text."""
    if not told or told.startswith(("utf", *SEVEN_BIT)):
        return None
    text, sample = strictly(raw, told), sample_of(raw)
    start = sample.decode(told, "replace")
    if text is None or oddness(start) > ODD:
        return None
    if foreign(start) == 0 if is_latin(start) else sum(c > "\x7f" for c in start) < _FEW:
        return Decoded(text, told)
    head = cut(raw, 0, PIECE)
    best = next(ranked(sample, head), told)
    if sample.decode(best, "replace") == start:
        return Decoded(text, told)
    if tells_a_date(head, best) and not tells_a_date(head, told):
        return None
    note = f"the file says that its encoding is {_name(told)}, but it reads more like {_name(best)}; "
    return Decoded(text, told, note + "say it with encoding: in articles.yaml if it reads wrong")


# ---------------------------------------------------------------- unsure


def _guess(raw: bytes) -> Decoded:
    sample = sample_of(raw)
    for encoding in ranked(sample, cut(raw, 0, PIECE)):
        note = f"the encoding is guessed: {_name(encoding)}; say it with encoding: in articles.yaml if it reads wrong"
        text = strictly(raw, encoding)
        decoded = Decoded(text, encoding, note) if text is not None else _mended(raw, encoding, note, most=0.001)
        if decoded is not None:
            return decoded
    raise ArticleError(_NO_TEXT)


def _name(encoding: str) -> str:
    return encoding.replace("_", "-") if encoding.startswith(("koi8", "mac", "iso", "euc", "shift")) else encoding
