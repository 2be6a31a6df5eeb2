"""The words of a sentence, each with what it may do there: a letter for its kind. Knows no clauses.

The letters: D determiner, Y possessive, N noun or adjective, X name, # number, ' the possessive's mark; S subject pronoun,
O object pronoun, Q one that is either; I preposition, J one that may open a clause, B subordinator, W relative, w where and
when, H that, C and/or/but; U to, M modal, Z finite be, z other be, K have, L do; P past, E past or participle, F participle,
G -ing, V and v the present tense; R adverb, T a date, t another phrase of time; punctuation is its own kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.inflect import PARTICIPLES, PAST
from timeline.languages.en.verbs import NOT_PAST

_TOKEN = re.compile(
    r"[a-z]+(?![\w.&'’–-])|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|St|Inc|Corp|Co|Ltd|No|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|Prof|Rev|vs|Hon)\.(?!\s*$)|[A-Z]\.(?=\s[A-Z])"
    r"|(?:[$£€]\s?)?\d(?:[\d,.:/]*\d)?[\w%]*(?:-[^\W_]+)*"
    r"|[^\W\d_][^\W_]*(?:[-–'’&.](?!(?:s|re|ll|ve|d|m|S)\b)[^\W_]+)*"
    r"|['’](?:s|re|ll|ve|d|m|S)\b|--+|\.\.\.|``|''|[^\w\s]"
)
_PLAIN = {
    **dict.fromkeys(kinds.STRONG, "v"),
    **dict.fromkeys(kinds.WEAK, "v"),
    **dict.fromkeys(kinds.PRESENT_STRONG, "V"),
    **dict.fromkeys(kinds.PRESENT_WEAK, "V"),
    **dict.fromkeys(kinds.PREPOSITIONS, "I"),
    **dict.fromkeys(kinds.ADVERBS, "R"),
    **dict.fromkeys(kinds.NUMBERS, "#"),
    **dict.fromkeys(kinds.DETERMINERS, "D"),
    **dict.fromkeys(kinds.POSSESSIVES, "Y"),
    **dict.fromkeys(kinds.SUBJECTS, "S"),
    **dict.fromkeys(kinds.OBJECTS, "O"),
    **dict.fromkeys(kinds.EITHER, "Q"),
    **dict.fromkeys(PAST - {"put", "set", "let", "cut", "read"}, "P"),
    **dict.fromkeys(PARTICIPLES, "F"),
    **dict.fromkeys(PAST & PARTICIPLES, "E"),
    **dict.fromkeys(kinds.INTRANSITIVE, "P"),
    **dict.fromkeys(kinds.NOT_PAST, "N"),
    **dict.fromkeys(kinds.CLAUSAL, "J"),
    **dict.fromkeys(kinds.SUBORDINATORS, "B"),
    **dict.fromkeys(kinds.RELATIVES, "W"),
    **dict.fromkeys(kinds.WH, "w"),
    **dict.fromkeys(kinds.COORDINATORS, "C"),
    **dict.fromkeys(kinds.MODALS, "M"),
    **dict.fromkeys(kinds.BE_FINITE, "Z"),
    **dict.fromkeys(kinds.BE_OTHER, "z"),
    **dict.fromkeys(kinds.HAVE, "K"),
    **dict.fromkeys(kinds.DO, "L"),
    "to": "U",
    "that": "H",
    "red": "N",
    "ground": "N",
    "found": "E",
    "'s": "'",
    "’s": "'",
    "'": "'",
    "’": "'",
    "come": "v",
    "become": "v",
    "run": "v",
    "due": "N",
    "left": "E",
    "felt": "P",
    "bed": "N",
    "according": "I",
    "including": "I",
    "regarding": "I",
    "following": "I",
    "during": "I",
    "ago": "R",
    "&": "N",
    "lead": "N",
    "led": "E",
    "cost": "N",
    "saw": "P",
    "amid": "I",
    "off": "R",
    "up": "R",
    "out": "R",
    "down": "R",
    "his": "Y",
    "her": "Y",
}
_CAPITALS = frozenset(("US", "IT", "WHO"))
_DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
    november december
    """.split()
)
_OPEN_QUOTES, _CLOSE_QUOTES = frozenset(("“", "``")), frozenset(("”", "''"))
_PUNCTUATION = {"(": "(", ")": ")", "[": "N", "]": "N", "–": "-", "—": "-", "--": "-", "-": "-", '"': '"', "“": '"', "”": '"'}
_PUNCTUATION |= {"...": ".", "``": '"', "''": '"', ":": ":", ";": ";", ",": ",", ".": ".", "!": ".", "?": "."}
_NOMINAL = frozenset("NX#'")
_SHOWS = frozenset(("show", "say", "suggest", "indicate", "report"))
_FOLLOWS_VERB = frozenset("DYOUHSQ")


def _by_ending(word: str) -> str:
    first = word[0]
    if not first.isalpha():
        return _PUNCTUATION.get(word, "#" if any(map(str.isdigit, word)) or first in "$£€¥%" else "." if first == "…" else "N")
    if word[-2:] == "ed" and len(word) > 3 and word not in NOT_PAST:
        return "N" if word[:2] == "un" and word[2:4] not in ("it", "ve", "de", "le") else "E"
    if word[-3:] == "ing" and len(word) > 4 and word not in kinds.NOT_GERUNDS:
        return "G"
    if word[-2:] == "ly" and len(word) > 3 and word not in kinds.NOT_ADVERBS:
        return "R"
    return "N"


_DAY, _LETTERS, _INSIDE = "day", "letters", "inside"  # what a capital may make of a word: a name at once, or inside of a sentence


@lru_cache(maxsize=60_000)
def _form(word: str) -> tuple[str, str, str]:
    """A word as it is written: in lower case, its kind, and what its capital makes of it."""
    low = word.lower()
    kind = _PLAIN.get(low) or _by_ending(low)
    return low, kind, _by_capital(word, low, kind) if low != word and word[0].isupper() else ""


def _by_capital(word: str, low: str, kind: str) -> str:
    if low in _DAYS:
        return _DAY
    if word in _CAPITALS:
        return _LETTERS
    return _INSIDE if kind in "NEGVvRPF#" and (kind in "NEGVvR#" or len(word) > 3) else ""


class Words:
    """The words of one sentence: `text[starts[i]:ends[i]]` is the i-th, `low[i]` in lower case, `kind[i]` its letter.

    >>> text = "The ferry, built in 1951, sank on Monday."
    >>> "".join(Words(text, [(20, 24), (34, 40)]).kind)
    'DN,EIT,PIT.'
    """

    __slots__ = ("_dated", "ends", "kind", "low", "starts", "text")

    def __init__(self, text: str, times: Sequence[tuple[int, int]] = (), others: Sequence[tuple[int, int]] = ()) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.kind: list[str] = []
        self._dated = bool(times) or bool(others)
        spans = sorted([(*span, "T") for span in times] + [(*span, "t") for span in others])
        at = 0
        for start, end, kind in spans:
            if start < at:
                continue
            self._cut(at, start)
            self._put(start, end, text[start:end].lower(), kind)
            at = end
        self._cut(at, len(text))
        self._settle()

    def _put(self, start: int, end: int, low: str, kind: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(low)
        self.kind.append(kind)

    def _cut(self, start: int, end: int) -> None:
        text = self.text
        put_start, put_end, put_low, put_kind = self.starts.append, self.ends.append, self.low.append, self.kind.append
        for match in _TOKEN.finditer(text, start, end):
            word = match[0]
            first, last = match.span()
            low, kind, capital = _form(word)
            if capital:
                if capital == _DAY:
                    kind = "X" if self._dated else "T"
                elif first > 0 or capital == _LETTERS:
                    kind = "X"
            put_start(first)
            put_end(last)
            put_low(low)
            put_kind(kind)

    def _settle(self) -> None:
        """What the neighbours of a word say of it."""
        kind, low = self.kind, self.low
        for i, this in enumerate(kind):
            if this in "NX,.DI":
                if low[i] == "last" and i + 1 < len(kind) and kind[i + 1] == "E":
                    kind[i] = "R"
                continue
            before = kind[i - 1] if i else ""
            after = kind[i + 1] if i + 1 < len(kind) else "."
            if this in "Vv":
                kind[i] = self._present(i, before, after)
            elif this == "'":
                if before in "SQWwH" or (before == "N" and low[i - 1] in ("that", "there")):
                    kind[i] = "Z"  # "he's"
                elif low[i] in ("'", "’") and (before not in _NOMINAL or low[i - 1][-1:] != "s"):
                    kind[i] = '"'
            elif this in "EF" or (this == "P" and before in "DY" and after in "NX" and i):
                if (
                    before in "DY'"
                    or (before == "#" and after in _NOMINAL and (i < 2 or kind[i - 2] != "D"))
                    or (before in "IJ" and after in "NX")
                ) and i:
                    kind[i] = "N"
                elif before == "R" and i > 1 and kind[i - 2] in "DY":
                    kind[i] = "N"  # "the newly elected mayor"
            elif this == "R" and before in "DY" and after in "NX#" and low[i][-2:] != "ly":
                kind[i] = "N"  # "the first group"
            elif (
                this in "JR" and after == "#" and (this == "R" or (low[i] == "than" and low[i - 1] in ("more", "less", "fewer")))
            ):
                kind[i] = "#"  # "nearly 40", "more than 40"
            elif this == "H":
                if (after in "NX#" and before == "I") or (i == 0 and after in "NTt"):
                    kind[i] = "D"
            elif this == "Y":
                if low[i] == "her" and after not in "NX#EGVvR":
                    kind[i] = "O"
            elif this == "D":
                pass
            elif this == "G":
                if (
                    (i and before in "DY'")
                    or (not i and after in "KZMPEVL")
                    or (before == "N" and i > 1 and kind[i - 2] in "DY" and after in "NIJ.,")
                ):
                    kind[i] = "N"
            elif this == "R" and low[i] == "there" and after in "ZMK":
                kind[i] = "S"

    def _present(self, i: int, before: str, after: str) -> str:
        """Whether a form of the present tense is a verb there."""
        kind, low = self.kind, self.low
        place = i - 1
        while place > 0 and kind[place] == "R":
            place -= 1
        ahead = kind[place] if i else ""
        word = low[i]
        if before in ("U", "M", "L") or (ahead in ("M", "L") and before == "R"):
            return "v"
        if kind[i] == "V":
            if word in kinds.PRESENT_STRONG:
                fits = (
                    ahead in 'SQWwH)T,t"' or (ahead == "O" and place > 1 and low[place - 1] == "of")
                    if ahead not in "NX"
                    else not _is_plural_word(low[place])
                )
                return "V" if ahead and fits else "N"
            strong = (
                (ahead in "SQWXH" and after in "DYOUHSQ#I")
                or (ahead in "SQWH" and after in "XN")
                or (
                    ahead == "N" and after in _FOLLOWS_VERB and (not _is_plural_word(low[place]) or (place == 0 and after == "U"))
                )
            )
            return "V" if ahead and strong else "N"
        if word in _SHOWS and after in ".,I" and ahead in "NX" and _is_plural_word(low[place]):
            return "v"
        if ahead == "W" and place > 0:
            before_it = place - 1 - (kind[place - 1] == ",")
            if before_it >= 0 and kind[before_it] in "NX" and not _is_plural_word(low[before_it]):
                return "N"
            return "v"
        many = low[place] in ("they", "we", "i", "you", "who") or (ahead in "NX" and _is_plural_word(low[place]))
        if word in kinds.STRONG:
            return "v" if many and ahead else ("N" if word not in ("say", "become", "include") else "v")
        return "v" if many and ahead and (ahead in "SQW" or after in _FOLLOWS_VERB) else "N"

    def slice(self, start: int, end: int) -> str:
        """The text from one word up to another."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""


def _is_plural_word(word: str) -> bool:
    return (
        word in kinds.PLURAL_NOUNS
        or (word.endswith("men") and len(word) > 5 and word not in ("specimen", "regimen", "women"))
        or (word[-1:] == "s" and word[-2:] not in ("ss", "us", "is") and word not in kinds.SINGULAR_IN_S)
    )


is_plural_word = _is_plural_word
