"""The words of the sentence around a phrase, before and behind it: where the sentence ends, what is quoted."""

from __future__ import annotations

import re

_REACH = 300  # characters to either side; the verb of a clause rarely stands farther off
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|,")
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]?[A-Z0-9]|\n\s*\n|[.!?][\"”]?\n")
# A full stop behind one of these, or behind a single letter, ends no sentence.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr sen rep gov gen col lt sgt st jan feb mar apr jun jul aug sept sep oct nov dec no inc corp co ltd vs u.s u.n
    """.split()
)
_BEHIND_STOP = (" ", "\n", "\r", '" ', "” ")
_ENDED = re.compile(r"[.!?][\"'”’)]*\s*$")
_QUOTE = re.compile(r"[\"“”]|``|''")
_QUOTED = re.compile(r"(?:[\"“]|``)[^\"”]*?(?:[\"”]|'')")


def words_before(text: str, low: str, start: int) -> tuple[list[str], bool]:
    """The words of the sentence up to an offset, and whether it stands in a quotation.

    Inside of one, what is outside is left out; outside, a comma stands for what is quoted. Commas count as words.

    >>> text = 'The mayor said "we will win" on Monday.'
    >>> words_before(text, text.lower(), 32)
    (['the', 'mayor', 'said', ',', 'on'], False)
    """
    at = _sentence_start(low, start)
    part = low[at:start]
    if "may" in part:
        part = _without_month(text[at:start])
    if ";" in part:
        part = part[part.rfind(";") + 1 :]
    if '"' in part or "“" in part or "”" in part or "``" in part:
        part, quoted = _unquoted(part)
        return _WORD.findall(part), quoted
    return _WORD.findall(part), False


def words_after(text: str, low: str, end: int, *, quoted: bool) -> tuple[list[str], bool]:
    """The words of the sentence behind an offset, up to a quotation mark, and whether a full stop ends them (as no headline)."""
    stop = _sentence_end(text, low, end)
    part = low[end:stop]
    ended = quoted or _ENDED.search(text, end, stop + 1) is not None
    if '"' in part or "“" in part or "”" in part:
        part = _QUOTE.split(part, 1)[0]
    if ";" in part:
        part = part[: part.find(";")]
    if "may" in part:
        part = _without_month(text[end : end + len(part)])
    return _WORD.findall(part), ended


def _without_month(part: str) -> str:
    """In lower case; "May" with a capital is a month or a name, and never the auxiliary."""
    return part.replace("May", "mmm").lower()


def _unquoted(part: str) -> tuple[str, bool]:
    """What stands in the same speech as the end of a stretch, and whether that is a quotation."""
    marks = list(_QUOTE.finditer(part))
    last = marks[-1]
    ahead = part[last.start() - 1] if last.start() else " "
    if last[0] in ("“", "``") or (last[0] == '"' and ahead in " \n\t([—-"):
        return part[last.end() :], True
    rest = _QUOTED.sub(" , ", part)
    closing = _QUOTE.search(rest)
    return (rest if closing is None else rest[closing.end() :]), False


def _sentence_start(low: str, start: int) -> int:
    """Where the sentence of an offset begins, or as far back as is looked at."""
    floor = max(0, start - _REACH)
    at = start
    while (at := low.rfind(".", floor, at)) >= 0:
        if low.startswith(_BEHIND_STOP, at + 1) and not _is_abbreviation(low, at):
            floor = at + 1
            break
    return max(floor, low.rfind("? ", floor, start) + 1, low.rfind("! ", floor, start) + 1, low.rfind("\n\n", floor, start) + 1)


def _sentence_end(text: str, low: str, end: int) -> int:
    """Where the sentence of an offset ends, or as far ahead as is looked at."""
    ceiling = min(len(text), end + _REACH)
    for match in _STOP.finditer(text, end, ceiling):
        if text[match.start()] != "." or not _is_abbreviation(low, match.start()):
            return match.start()
    return ceiling


def _is_abbreviation(low: str, stop: int) -> bool:
    """Whether the full stop at that offset belongs to "Mr.", "Jan.", "p.m." or an initial."""
    last = low[max(0, stop - 8) : stop].rpartition(" ")[2]
    if last.isalpha():  # as most are
        return last in _ABBREVIATIONS or len(last) == 1
    start = stop
    while start > 0 and stop - start < 8 and (low[start - 1].isalpha() or low[start - 1] == "."):
        start -= 1
    word = low[start:stop]
    return word in _ABBREVIATIONS or len(word.rpartition(".")[2]) == 1
