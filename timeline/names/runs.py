"""Runs of words with capitals, cut into names: without titles, possessives, calendar words, peoples, and what opens a sentence.

Knows how a name is built, not what it is the name of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.languages.en import who
from timeline.languages.en.gazetteer import places

_UPPER = "".join(map(chr, filter(lambda code: chr(code).isupper(), range(0x250))))
_WORD = re.compile(
    rf"[{_UPPER}](?<![\w@#/].)(?:(?<!\w['’.-].)|(?<=[aAeE]l-.))(?:\w|[-'’.&](?=\w))*", re.DOTALL
)  # the rarest first: it is fast
_ARTICLES = frozenset(("al-", "Al-", "el-", "El-"))
# Words that are passed over where they stand alone, which most do that have a capital.
_ALONE = frozenset(word.capitalize() for word in who.FUNCTION if word != "us") | who.CALENDAR_WORDS | who.PEOPLES
_JOINED = frozenset(
    [
        " ",
        " & ",
        " and ",
        " of ",
        " of the ",
        *(f" {word} " for word in who.PARTICLES),
        " van der ",
        " van den ",
        " de la ",
        " de los ",
    ]
)
_OF = (" of ", " of the ")
_DOUBTFUL = (*_OF, " and ")
_LINE = re.compile(r"[^\r\n]+")
_SMALL = frozenset(
    "a an the and or but nor for of in on at to by as from with over into near amid after under up out vs via is".split()
)
_NEVER = (1 << 62, 1 << 62)
_GAP = 12  # characters; nothing that joins two words is longer
_LETTERED = 6  # letters of an abbreviation
_LONGEST = 8  # words of a name; a longer run is a line in title case
_HEADLINE = 150  # characters; no longer line is one
_ENDED = '.!?:;,"”’)…'
_OPENING = frozenset('.!?:\n\r("“‘[—–*•|#>')
_DASH = re.compile(r"[^\n]{0,45}?\s(?:—|–|--|-)\s")


_STATES = frozenset(("US", "U.S.", "U.S", "UK", "U.K.", "UN", "U.N.", "EU"))  # adjectives before a noun
_MARKS = dict.fromkeys(map(ord, "-'’.&"))  # signs that stand in a name
_MADE_OF = ("-based", "-led", "-born", "-backed", "-owned", "-run", "-held", "-style", "-made", "-trained")
_LETTERS = frozenset(("US", "WHO", "IT"))
_PASSED_OVER = (_ALONE | who.ROLES | who.PORTFOLIOS) - _LETTERS - who.FIRST


class Piece(NamedTuple):
    """A name where it stands: without what belongs not to it. `titled`: a title led to it; `opens`: it opens a sentence."""

    start: int
    end: int
    name: str
    words: tuple[str, ...]
    opens: bool
    titled: bool
    dated: bool = False  # it is the place of a dateline


_Word = tuple[str, int, int]


def pieces(text: str, skipped: Sequence[tuple[int, int]], small: set[str]) -> list[Piece]:
    """The names of a text, in order, but for those in the skipped spans; `small` are the words it writes without a capital.

    >>> text = "On Saturday North Korean leader Kim Jong-un met Chinese President Xi Jinping's envoy."
    >>> [piece.name for piece in pieces(text, [], set(text.split()))]
    ['Kim Jong-un', 'Xi Jinping']
    """
    text += "\n\n"  # so that there is always something behind a word
    run: list[_Word] = []
    joins: list[str] = []
    found: list[Piece] = []
    end, place, skip = -9, 0, skipped[0] if skipped else _NEVER
    for match in _WORD.finditer(text):
        start, last = match.span()
        word = match[0]
        if text[start - 1] == "-" and text[start - 3 : start] in _ARTICLES:
            start -= 3
            word = text[start:last]
        gap = text[end:start] if start - end < _GAP else None
        if gap not in _JOINED:
            if run:
                found += _cut(text, run, joins, small) if len(run) > 1 else _one(text, run[0], small)
                run, joins = [], []
            if word in _ALONE and text[last] == " " and not text[last + 1].isupper():
                end = -9
                continue
            gap = ""
        while start >= skip[1]:
            place += 1
            skip = skipped[place] if place < len(skipped) else _NEVER
        if start >= skip[0]:
            end = -9
            continue
        end = last
        if text[end] == "." and (len(word) == 1 or word in who.ABBREVIATIONS) and text[end + 1] in " ,":
            end += 1
            word += "."
        elif text[end] in "'’" and word + text[end] in who.WITH_POSSESSIVE:
            word += text[end]
            end += 1
        run.append((word, start, end))
        joins.append(gap)
    if run:
        found += _cut(text, run, joins, small)
    return found


def headings(text: str) -> list[tuple[int, int]]:
    """The lines that are headlines: short, in title case, without a stop."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if len(line) <= _HEADLINE and line[-1:] not in _ENDED and line:
            words = line.split()
            tall = sum(word[0].isupper() for word in words)
            if tall >= 2 and all(not word[0].islower() or word in _SMALL for word in words):
                found.append(match.span())
    return found


def _opens(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \t\"“‘'*_":
        if text[at] in '"“‘':
            return True
        at -= 1
    return at < 0 or text[at] in _OPENING or (text[at] in "”’)" and text[at - 1] in ".!?,")


def _cut(text: str, run: list[_Word], joins: list[str], small: set[str]) -> list[Piece]:
    """The names in one run."""
    opens = _opens(text, run[0][1])
    loud = sum(len(word) > 1 and word.isupper() and "." not in word for word, _, _ in run)
    if loud == len(run) and opens and (dateline := _dateline(text, run)) is not None:
        return [dateline]
    if loud > 1 and loud * 2 > len(run):
        return []
    cutter = _Cutter(text, run, joins, opens)
    for place in range(len(run)):
        cutter.step(place, small)
    cutter.close()
    return cutter.found


class _Cutter:
    """A run on its way through the cutting: the name so far, and whether a title has led to it."""

    def __init__(self, text: str, run: list[_Word], joins: list[str], opens: bool) -> None:
        self.text, self.run, self.joins, self.opens = text, run, joins, opens
        self.name: list[_Word] = []
        self.found: list[Piece] = []
        self.titled = self.of_role = False
        self.first = opens  # nothing but titles stands between the beginning of a sentence and the name

    def close(self, *, titled: bool = False) -> None:
        """The name ends here; `titled` is the next one."""
        if self.name:
            self.found += _close(self.text, self.name, self.titled, self.first)
            self.name, self.first = [], False
        self.titled = titled

    def step(self, place: int, small: set[str]) -> None:
        """Take in the next word."""
        word, start, _ = self.run[place]
        join, behind = self.joins[place], self.run[place + 1][0] if place + 1 < len(self.run) else ""
        bare, owned = _bare(word)
        if join in _DOUBTFUL and self.name and not _goes_on(self.name, join, bare):
            self.close()
        if bare in who.CALENDAR_WORDS or (place == 0 and self.opens and _is_small(bare, self.run, small)):
            self.close()
            self.first = False
            return
        if self.of_role and join in _OF and _is_office(bare, behind):
            self.titled = True
            return
        self.of_role = False
        if not owned and self._is_title(place, bare) and not _is_kept(self.run, self.joins, place):
            while self.name and self.name[-1][0] in who.PORTFOLIOS:
                self.name.pop()
            self.titled = False
            self.of_role = bool(behind) and self.joins[place + 1] in _OF
            self.close(titled=not self.of_role)
            return
        if bare.endswith(_MADE_OF):
            bare, owned = bare[: bare.rfind("-")], True
        if self.name and bare in who.FIRST and self.name[-1][0] in who.ORGANIZATION_HEADS:
            self.close(titled=True)
        self.name.append((bare, start, start + len(bare)))
        if owned or bare in who.FIRMS:
            self.close()

    def _is_title(self, place: int, word: str) -> bool:
        if word.rstrip(".") in who.ROLES:
            return True
        return place == 0 and self.opens and word.lower() in who.JOBS and len(self.run) > 2


def _one(text: str, word: _Word, small: set[str]) -> list[Piece]:
    """As `_cut`, of a run of one word, as most are."""
    bare, start, end = word
    if bare[-2:] in ("'s", "’s") and bare not in who.WITH_POSSESSIVE:
        bare, end = bare[:-2], end - 2
    if bare in _PASSED_OVER or end - start < 2 or bare[1:] == "." or not bare.translate(_MARKS).isalpha():
        return []
    opens = _opens(text, start)
    if bare.isupper():
        if end - start > 3 and opens and (dateline := _dateline(text, [word])) is not None:
            return [dateline]
        if end - start > _LETTERED or (bare in _STATES and not stands_free(text, end)):
            return []
    elif opens and bare.lower() in small:
        return []
    if bare.endswith(_MADE_OF):
        bare = bare[: bare.rfind("-")]
        end = start + len(bare)
    return [Piece(start, end, bare, (bare,), opens, False)]


def _bare(word: str) -> tuple[str, bool]:
    if word[-2:] in ("'s", "’s") and word not in who.WITH_POSSESSIVE:
        return word[:-2], True
    return word, False


def _is_small(word: str, run: list[_Word], small: set[str]) -> bool:
    """Whether the word that opens a sentence has its capital only from that."""
    low = word.lower()
    if low in who.FUNCTION and word not in _LETTERS:
        return True
    if word in who.FIRST or word in who.ROLES:
        return False
    if low not in small:
        return low.endswith("ly") and word not in places()
    return not (word in who.PLACE_FIRST or word in who.ORGANIZATION_OF or run[-1][0] in who.ORGANIZATION_HEADS or len(run) > 2)


def _is_kept(run: list[_Word], joins: list[str], place: int) -> bool:
    """Whether the title is the beginning of another name: "General Assembly", "Justice Department", "Foreign Ministry"."""
    word, before = run[place][0], run[place - 1][0] if place else ""
    if place + 1 == len(run):
        return before in ("Van", "Le", "La")
    behind = _bare(run[place + 1][0])[0]
    return joins[place + 1] == " " and behind in who.ORGANIZATION_HEADS and word[-1] != "." and word not in ("Mr", "Mrs", "Ms")


def _is_office(word: str, behind: str) -> bool:
    """Whether somebody is minister or secretary of it: "Secretary of State", but "Secretary of the Air Force"."""
    return (word in who.PORTFOLIOS or word in who.SUBJECTS) and behind not in who.ORGANIZATION_HEADS


def _goes_on(name: list[_Word], join: str, word: str) -> bool:
    """Whether "of" or "and" belongs to the name: "Bank of England", "Securities and Exchange Commission"."""
    last = name[-1][0]
    if join == " and ":
        return last in who.SUBJECTS and word in who.SUBJECTS
    leads = last in who.ORGANIZATION_OF or last in who.PLACE_OF or last in who.NO_NAME_HEADS
    return leads or (last == "States" and word == "America")


def _dateline(text: str, run: list[_Word]) -> Piece | None:
    """ "SEOUL, May 8 (Wire) —" at the beginning of a paragraph."""
    start, end = run[0][1], run[-1][2]
    if (start and text[start - 1] not in "\n\r") or not _DASH.match(text, end) or len(run) > 3 or end - start < 4:
        return None
    words = tuple(word.title() for word, _, _ in run)
    return Piece(start, end, " ".join(words), words, False, False, dated=True)


def stands_free(text: str, end: int) -> bool:
    """Whether no noun follows, to which the name belongs: not "in Kestrel jets", and not "in Holm's house"."""
    sign = text[end : end + 1]
    if sign != " ":
        return sign not in ("'", "’", "$")
    word = text[end + 1 : end + 20].split(None, 1)
    return not word or not word[0][0].islower() or word[0].endswith("ed") or word[0].rstrip(",.;:") in who.SMALL_WORDS


def _close(text: str, name: list[_Word], titled: bool, opens: bool) -> list[Piece]:
    """The piece that a name makes; none where it is a mere word, or a state before what it has ("U.S. troops")."""
    skip = _peoples([word for word, _, _ in name], titled)
    name = name[skip:]
    words = tuple(word for word, _, _ in name)
    if not words or len(words) > _LONGEST or len(words[-1]) < 2:
        return []
    start, end = name[0][1], name[-1][2]
    if len(words) == 1:
        word = words[0]
        if not titled and (word in who.PORTFOLIOS or word.lower() in who.FUNCTION) and word not in _LETTERS:
            return []
        if word[1:] == "." or (word in _STATES and not stands_free(text, end)):
            return []
    return [Piece(start, end, text[start:end], words, opens and not skip, titled)]


def _peoples(words: list[str], titled: bool) -> int:
    """How many words that lead to the name say of which people it is: "North Korean", but not in "Korean Airways"."""
    skip = 1 if words[0] in ("North", "South", "East", "West") and len(words) > 1 and words[1] in who.PEOPLES else 0
    if words[skip] not in who.PEOPLES:
        return 0
    named = words[-1] in who.ORGANIZATION_HEADS or words[-1] in who.PLACE_HEADS
    if not titled and not skip and (named or not who.ORGANIZATION_OF.isdisjoint(words[1:])):
        return 0
    while skip < len(words) and words[skip] in who.PEOPLES:
        skip += 1
    return skip
