"""Where the sentences of an article begin and end. Splits only the paragraphs that are asked about.

Paragraphs are cut first, by rules of our own; inside one, nupunkt splits (it knows English abbreviations, and
ignores blank lines). What it is known to get wrong is put right behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import nupunkt

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WRAPPED = range(40, 101)  # the lengths of lines that an editor or a mailer has wrapped
_HEADING = re.compile(r"#{1,6}[ \t]")
_ITEM = re.compile(r"[ \t]*(?:[-*•#>]|\d{1,2}[.)])[ \t]")

# Where a sentence may end: none does before what goes on in small letters or with a comma, and none between "Jan." and its day.
_ANY_STOP = re.compile(
    r"[.!?…](?!(?<=Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sep\.|ept\.|Oct\.|Nov\.|Dec\.)[ \t]\d)[^\s\w]{0,8}"
    r"(?:[ \t](?![ \t]*[a-z—–,;:)\]])|[^\S \t])(?=\s*\S)"
)
# A full stop after an ordinary word ends a sentence, whatever nupunkt has learned of that word ("yard.", "sat.").
_STOP = re.compile(r"[.!?]+[*_]{0,3}[\"'”’)\]]*[*_]{0,3}[ \t]+(?=[*_]{0,3}[\"'“‘(\[¿¡]?[A-Z])")
_ORDINARY = re.compile(r"(?<![\w.'’-])[a-z]{2,}$")
_LONGEST_WORD = 40  # characters
_SHORT = frozenset(
    """
    al approx art ca cap cf ch cit co def dept ed eds eg est etc ext fig figs ft hr hrs ibid ie illus in incl km lb lbs max mi min
    mm no nos op oz para paras pl pp pt pts ref resp rev sc sec sect ser supp tel trans univ viz vol vols vs
    """.split()
)
# A small word with a capital begins a sentence, whatever stands before it, but for an initial.
_STARTS = re.compile(
    r"[.][\"”’)]*[ \t]+(?=(?:A|An|The|This|These|He|She|It|They|We|His|Her|Its|Their|On|In|At|By|From|Since|For|With"
    r"|But|And|So|After|Before|As|When|While|Until|During|Although|There)[ \t])"
)
_FULL_WIDTH = re.compile(r"[。！？]+[」』”’）]*")  # with no blank behind them
# What never stands last in a sentence: a title, an initial, the number of an item.
_NOT_LAST = re.compile(
    r"(?:(?<![\w.])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Sen|Rep|Gov|Rev|Hon|Fr|Msgr|St|Ste|Mt|Ft|[A-Z])"
    r"|(?<!.)[ \t]*\d{1,2})\.$"
)
_LONGEST = 8  # characters that it looks at
_ENDLESS = re.compile(r"\S{200,}")  # nupunkt's time grows with the square of a word's length
_GOES_ON = re.compile(r"[ \t]*(?:[a-z]|[—–,;:)\]])")


class Sentences:
    """The sentences of one text. None ends inside one of the `phrases`, spans in their order.

    >>> text = "Kim left on Friday. He took the U.S. envoy along."
    >>> start, end = Sentences(text).around(12, 18)
    >>> text[start:end]
    'Kim left on Friday.'
    """

    def __init__(self, text: str, phrases: Sequence[tuple[int, int]] = ()) -> None:
        self._text = text
        self._phrases = phrases
        self._paragraphs = paragraphs(text)
        self._starts = [start for start, _ in self._paragraphs]
        self._split: dict[int, list[tuple[int, int]]] = {}

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span of the sentence that holds `[start, end)`, or of the sentences, if it holds parts of two."""
        sentences = self._of(max(0, bisect_right(self._starts, start) - 1))
        first = bisect_left(sentences, start, key=lambda span: span[1] - 1)
        last = bisect_left(sentences, end, key=lambda span: span[0]) - 1
        return (start, end) if first > last else (min(start, sentences[first][0]), max(end, sentences[last][1]))

    def before(self, start: int) -> Iterator[tuple[int, int]]:
        """The spans of the sentences that end before an offset, the nearest first.

        >>> text = "Kim left on Friday. He took the U.S. envoy along."
        >>> [text[slice(*span)] for span in Sentences(text).before(20)]
        ['Kim left on Friday.']
        """
        for index in range(bisect_right(self._starts, start) - 1, -1, -1):
            for low, high in reversed(self._of(index)):
                if high <= start:
                    yield low, high

    def all(self) -> Iterator[tuple[int, int]]:
        """The spans of all sentences, in order."""
        for index in range(len(self._paragraphs)):
            yield from self._of(index)

    def _of(self, index: int) -> list[tuple[int, int]]:
        if index not in self._split:
            low, high = self._paragraphs[index]
            cuts = [cut for cut in sorted({low, *self._cuts(low, high), high}) if not self._is_inside_a_phrase(cut)]
            spans = [self._trim(a, b) for a, b in pairwise(cuts)]
            self._split[index] = [span for span in spans if span[0] < span[1]]
        return self._split[index]

    def _cuts(self, low: int, high: int) -> Iterator[int]:
        """Where sentences end between two offsets: as nupunkt says, where it is not wrong, and where it is blind."""
        text = self._text
        stops = [any_stop.start() for any_stop in _ANY_STOP.finditer(text, low, high)]
        plain = [stop.end() for at in stops if self._is_behind_a_word(at) and (stop := _STOP.match(text, at, high))]
        yield from plain
        if not text.isascii():
            yield from (stop.end() for stop in _FULL_WIDTH.finditer(text, low, high))
        if len(stops) == len(plain):  # as in most prose: no abbreviation, nothing to ask
            return
        for _, end in nupunkt.sent_spans(_ENDLESS.sub(_shortest, text[low:high])):
            at = self._trim(low, low + end)[1]
            if self._may_end(low, at) and not _GOES_ON.match(text, at, high):
                yield at
        for stop in _STARTS.finditer(text, low, high):
            if self._may_end(low, stop.start() + 1):
                yield stop.end()

    def _is_behind_a_word(self, at: int) -> bool:
        """Whether an ordinary word ends there, and no abbreviation."""
        word = _ORDINARY.search(self._text, max(0, at - _LONGEST_WORD), at)
        return word is not None and word[0] not in _SHORT

    def _may_end(self, low: int, at: int) -> bool:
        return _NOT_LAST.search(self._text[max(low, at - _LONGEST) : at]) is None

    def _is_inside_a_phrase(self, cut: int) -> bool:
        index = bisect_left(self._phrases, (cut,)) - 1
        return index >= 0 and self._phrases[index][0] < cut < self._phrases[index][1]

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        words = self._text[start:end]
        bare = words.lstrip()
        start += len(words) - len(bare)
        return start, start + len(bare.rstrip())


def _shortest(word: re.Match[str]) -> str:
    """As long a word, with nothing to look at but its end."""
    return "x" * (len(word[0]) - 9) + word[0][-9:]


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""The spans of the paragraphs: blocks between blank lines; each line is one, unless the block is wrapped.

    >>> paragraphs("Title\nBy Ann\n\nOne.\n")
    [(0, 6), (6, 13), (14, 19)]
    """
    out: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match[0]
        if not line or line.isspace() or _ITEM.match(line):
            out += _join(text, block)
            block = []
        if line[:1] == "#" and _HEADING.match(line):
            out.append(match.span())
        elif line and not line.isspace():
            block.append(match.span())
    return [*out, *_join(text, block)] or [(0, len(text))]


def _join(text: str, block: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The lines of a block as one paragraph where they were wrapped, else each as its own."""
    wrapped = len(block) > 1 and all(len(text[start:end].rstrip()) in _WRAPPED for start, end in block[:-1])
    return [(block[0][0], block[-1][1])] if wrapped else block
