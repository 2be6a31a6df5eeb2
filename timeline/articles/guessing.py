"""Which encodings bytes may be in that don't tell, the likeliest first: what gives a text, and a date where it should stand."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from timeline.articles.dates import readings
from timeline.articles.labels import OVER
from timeline.articles.legible import foreign, oddness

ODD = 0.1  # share of what is not ASCII that may look wrong in a text: foreign names, signs, slips of the scanner
_HIGH = re.compile(rb"[\x80-\xff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
PIECE = 4096  # bytes that are judged, at the start, in the middle and towards the end; an even number
_BETWEEN = re.compile(rb"[\t\n\r -/]")  # bytes that are part of no longer character, so that a cut there is safe
_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859-15", "iso8859-2", "mac_roman", "cp1257", "cp850", "cp852", "mac_latin2")
_BEYOND = ("cp1251", "koi8_u", "cp1253", "gb18030", "cp932", "cp949", "big5hkscs", "euc_jp", "cp866", "cp1255", "cp1256", "cp874")
_OUT = "cp037 cp273 cp424 cp500 cp875 cp1026 cp1140 utf_7 utf_16 utf_16_be utf_16_le utf_32 utf_32_be utf_32_le".split()
_PLAINER = {"euc_jis_2004": ["euc_jp"], "shift_jis_2004": ["cp932"], "euc_jisx0213": ["euc_jp"], "shift_jisx0213": ["cp932"]}
_HEADER_LINES = 12
_NEAR = 0.05  # guesses whose cost differs by less are equal


def strictly(raw: bytes, encoding: str) -> str | None:
    """The text, if all bytes fit the encoding."""
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def sample_of(raw: bytes) -> bytes:
    """Three pieces of a long file, each from where there is more than ASCII; all of a short one."""
    if len(raw) <= 4 * PIECE:
        return raw
    pieces, end = [], 0
    for start in (0, len(raw) // 2, len(raw) - 2 * PIECE):
        high = _HIGH.search(raw, max(start, end))
        if high is not None:
            safe = max((m.end() for m in _BETWEEN.finditer(raw, max(end, high.start() - 200), high.start())), default=end)
            piece = cut(raw, safe, PIECE)
            pieces.append(piece)
            end = safe + len(piece)
    return b"\n".join(pieces)


def cut(raw: bytes, start: int, length: int) -> bytes:
    """About as many bytes, without a character cut in two."""
    end = min(start + length, len(raw))
    safe = _BETWEEN.search(raw, end, end + length)
    return raw[start : safe.start() if safe is not None else end]  # where all characters have two bytes, this is between two


def ranked(sample: bytes, head: bytes) -> Iterator[str]:
    """The encodings in which the sample reads as text, the likeliest first."""
    costs: dict[str, tuple[float, str]] = {}  # by the text that they give: many give the same
    for order, encoding in enumerate(_candidates(sample)):
        text = strictly(sample, encoding) or _replaced(sample, encoding)
        if text is None or text in costs:
            continue
        odd = oddness(text)
        if odd <= ODD:
            costs[text] = (odd + foreign(text) + order / 1000, encoding)
    best = sorted(costs.values())
    near = [encoding for cost, encoding in best if cost < best[0][0] + _NEAR]
    if len(near) > 1:
        near.sort(key=lambda encoding: not tells_a_date(head, encoding))
    yield from near
    yield from (encoding for _, encoding in best[len(near) :])


def _replaced(sample: bytes, encoding: str) -> str | None:
    text = sample.decode(encoding, "replace")
    return text if text.count("\ufffd") <= 0.001 * len(text) else None


def _candidates(sample: bytes) -> list[str]:
    """What the library thinks of, and what most files in Latin letters are in; the latter first: its guesses there are wild."""
    from charset_normalizer import from_bytes  # late: only files that are no UTF-8 need it

    found = from_bytes(sample, enable_fallback=False, cp_exclusion=_OUT)
    thought = [
        name for match in found for name in (*_PLAINER.get(match.encoding, ()), match.encoding, *match.could_be_from_charset)
    ]
    return list(dict.fromkeys((*_LATIN, *(OVER.get(codecs.lookup(name).name, name) for name in thought), *_BEYOND)))


def tells_a_date(head: bytes, encoding: str) -> bool:
    """Whether a date stands in the first lines that only this encoding can give."""
    lines = (line.strip() for line in _LINE_END.split(head.decode(encoding, "replace")))
    header = islice((line for line in lines if line), _HEADER_LINES)
    return any(reading.days for line in header if len(line) < 200 and not line.isascii() for reading in readings(line))
