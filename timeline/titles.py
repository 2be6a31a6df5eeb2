"""What happened, in a few words: the clause that a phrase dates, without the phrase and without who said so.

Uses no word that the sentence does not have.
"""

from __future__ import annotations

import re

LONGEST = 90  # characters; a label on the timeline and a cell of a table

_LEAD = re.compile(
    r"^(?:but|and|so|though|although|while|yet|meanwhile|however|then|still|also|on top of that)\b,?\s+"
    r"|^in a sign of [^,]{3,40},\s+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:on|in|at|by|since|during|from|until|around|about|over|within|as of|back in)\s*$", re.IGNORECASE)
_BREAK = re.compile(
    r";\s+|\s[—–]\s|:\s+|,\s+(?:but|and|while|as|although|though|whereas|because|where|when|since|so|yet|which|who)\s+"
    r"|,\s+(?=(?:he|she|they|it|the)\s)|\s+(?:but|while|although|because|when|where|since|as)\s+",
)
_SAID = r"(?:said|says|reported|reports|told|stated|added|announced|confirmed|according)"
_ATTRIBUTION = re.compile(
    rf",\s*(?:according to [^,.;]+|[^,.;]{{2,60}}\s{_SAID}(?:\s[^,.;]{{0,30}})?|{_SAID}\s[^,.;]{{2,60}})\s*(?=[,.;]|$)"
)
_SAID_FIRST = re.compile(r"[^,.;“\"]{2,60}?\s(?:said|says|reported|stated|announced|confirmed)\s+that\s+", re.IGNORECASE)
_REPORTING = re.compile(r"\b(?:said|says|reported|told|stated|announced|informed|confirmed)(?: [^\s,]+){0,3}?(?: on)?\s*$")
_ASIDE = re.compile(r",\s+who\s[^,]+,\s+")  # "a resident, who would not be named, said"
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: \w+)?\s*$")  # "was first reported" is what happened
_QUOTES = '"“”'
_FEWEST_WORDS = 4
_TELLER_WORDS = 20
_SHORTEST = 3  # words of a title


def make_title(sentence: str, start: int, end: int) -> str:
    """A title from a sentence and the offsets of its dating phrase.

    >>> sentence = "But Kim opened a factory in Sunchon on Friday, state media said."
    >>> make_title(sentence, 39, 45)
    'Kim opened a factory in Sunchon'
    """
    if is_report(sentence, start):
        return _report(sentence, start, end)
    low, high = _clause(sentence, start, end)
    text = _without(sentence[low:high], start - low, end - low)
    if len(text.split()) < _SHORTEST:
        text = _without(sentence, start, end)
    return _shorten(_tidy(text)) or _shorten(_tidy(sentence))


def is_report(sentence: str, start: int) -> bool:
    """Whether the phrase that begins at `start` dates who said it, not what was said.

    >>> is_report("The bridge fell, police said on Monday.", 32)
    True
    """
    match = _REPORTING.search(sentence[:start])
    return match is not None and not _PASSIVE.search(sentence[: match.start()])


def _report(sentence: str, start: int, end: int) -> str:
    """Who said what; a teller that stands last is put first: "Police said: the bridge fell"."""
    text = " ".join(_without(sentence, start, end).split()).strip(" .")
    said = max(sentence[:start].rfind(mark) for mark in (",” ", '," ', "?” ", '?" '))
    cut = said if said > 0 else sentence[:start].rfind(", ")
    if cut > 0 and _words(sentence[cut:start]) <= _TELLER_WORDS and not sentence[end:].strip(' ."”’'):
        teller = _without(sentence[cut:], start - cut, end - cut).strip(' ,.”"')
        what = sentence[:cut].strip(' ,“”"')
        text = f"{_ASIDE.sub(' ', teller)}: {what}"
    return _cut(text[:1].upper() + text[1:])


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The piece of the sentence that holds the phrase and is long enough to be a clause."""
    low, high = 0, len(sentence)
    for match in _BREAK.finditer(sentence):
        if match.end() <= start and start - match.end() >= 0 and _words(sentence[match.end() : start]) >= _FEWEST_WORDS:
            low = match.end()
        elif match.start() >= end and _words(sentence[low : match.start()]) > _FEWEST_WORDS:
            high = match.start()
            break
    return low, high


def _words(text: str) -> int:
    return len(text.split())


def _without(text: str, start: int, end: int) -> str:
    """The text without the phrase and the preposition before it."""
    before = _PREPOSITION.sub("", text[:start])
    after = text[end:]
    if not before.strip(' ,“"'):
        before = ""
        after = after.lstrip(" ,:—–-")
    return f"{before.rstrip()} {after.lstrip()}" if after[:1] not in ",.;:!?'’" else before.rstrip() + after


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    text = _LEAD.sub("", text, count=1)
    text = _ATTRIBUTION.sub("", text)
    text = _SAID_FIRST.sub("", text, count=1)
    text = re.sub(r",\s*,", ",", re.sub(r"\s+([,.;:!?])", r"\1", text)).strip(" ,;:—–-.")
    if sum(text.count(q) for q in _QUOTES) % 2:
        text = text.strip(_QUOTES + " ,")
    return text[:1].upper() + text[1:]


def _shorten(text: str) -> str:
    """At most LONGEST characters: up to a comma that is far enough, else up to a word."""
    comma = max(text.rfind(mark, 0, LONGEST) for mark in (", ", "; "))
    return text[:comma] if len(text) > LONGEST and comma > LONGEST // 2 else _cut(text)


def _cut(text: str) -> str:
    """At most LONGEST characters, with an ellipsis where words are left out."""
    return text if len(text) <= LONGEST else text[: text.rfind(" ", 0, LONGEST - 1)].rstrip(" ,;:") + "…"
