"""The one cheap pass: find trigger words, take in their neighbours, and cut such a run into tokens.

Knows no language: words come from a table `word -> (kind, value)`. All work on running text is done by
`re` on lower-cased text; Python code runs only where a trigger stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline.grammar import Token

Words = Mapping[str, tuple[str, Any]]
Numbers = Callable[[str, str], tuple[str, Any] | None]


def trie(words: Iterable[str]) -> str:
    """A regex that matches any of the words, the longest first, shaped so that `re` never backs up far.

    >>> trie(["may", "mar", "march"])
    'ma(?:r(?:ch)?|y)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}

    def build(node: dict[str, Any]) -> str:
        branches = [re.escape(ch) + build(below) for ch, below in sorted(node.items()) if ch]
        if not branches:
            return ""
        body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
        if "" not in node:
            return body
        return f"{body}?" if body.startswith("(?:") and len(branches) > 1 else f"(?:{body})?"

    return build(root)


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold.

    >>> len(lower("İSTANBUL, MAY 5")) == len("İSTANBUL, MAY 5")
    True
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(low_c := c.lower()) != 1 else low_c for c in text)


# Between two words of one run: blanks, at most one line break, a comma, dashes. Bounded, so that a
# text of nothing but blanks costs no more than any other.
_GAP = r"(?:[^\S\n]{0,8}[,–—-]?(?:[^\S\n]{0,8}\n[^\S\n]{0,8}|[^\S\n]{0,8}))"
_BETWEEN = frozenset(" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0,–—-")
_REACH = 60  # how far before its first trigger a phrase may begin, in characters
ISO = r"\d{4}-\d{1,2}-\d{1,2}(?:(?:t\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?|[ ]\d\d:\d\d:\d\d)(?:z|[+-]\d\d:?\d\d)?)?"
_NUMBER = (
    rf"{ISO}|\d{{4}}/(?:\d{{4}}|\d\d)(?![\d/])"
    r"|\d{1,4}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}(?:[:.]\d\d)?[ap]m|\d{1,2}[:.]\d\d(?!\d)"
    r"|['’]?\d{1,3}0s|\d{1,2}(?:st|nd|rd|th)|\d{1,3}(?:,\d{3})+(?!\d|[.,]\d)|\d{1,3}\.\d(?![.,:]?\d)|\d{1,4}(?![\d]|[.,]\d|:\d)"
)
_NUMBER_BACKWARDS = (
    r"(?:\d{3},)+\d{1,3}(?!\d|[.,]\d)|\d\.\d{1,3}(?!\d|[.,]\d)"
    r"|s0\d{1,3}['’]?|m[ap](?:\d\d[:.])?\d{1,2}|(?:ts|dn|dr|ht)\d{1,2}|\d\d[:.]\d{1,2}|\d{1,4}(?!\d|[.,]\d)"
)


class Scanner:
    """Finds runs of time words in text, and cuts a run into tokens.

    `words` is the table; those in `proper` count only with a capital; `triggers` are the kinds without
    which a run is none; `numbers` gives the kind and value of a number by its form (iso, slashed, clock,
    decade, ordinal, number) and its text; `number_triggers` is a regex of the numbers that begin a run.
    """

    def __init__(
        self,
        words: Words,
        proper: frozenset[str],
        triggers: frozenset[str],
        numbers: Numbers,
        number_triggers: str,
        stands_alone: Callable[[str, int, int], bool],
    ) -> None:
        self._words = words
        self._proper = proper
        self._numbers = numbers
        self._stands_alone = stands_alone
        wanted = trie(w for w, (kind, _) in words.items() if kind in triggers)
        alternation = trie(words)
        backwards = trie(w[::-1] for w in words)
        # The look at the first character keeps `re` from trying each form of a number at every word: twice as fast.
        self._trigger = re.compile(rf"\b(?:{wanted}(?!\w)|(?=\d)(?:{number_triggers}))")
        word = rf"{_GAP}(?<![^\W_])(?:(?:{alternation})(?!\w)|(?:{_NUMBER})(?!\w))"
        drow = rf"{_GAP}(?<![^\W_])(?:(?:{backwards})(?!\w)|(?:{_NUMBER_BACKWARDS})(?!\w))"
        self._right = re.compile(rf"(?:{word}|['’]s(?!\w))*")  # "last year's third quarter"
        self._left = re.compile(rf"['’]?(?:{drow}|[ ]s['’](?=\w))*")
        self._token = re.compile(
            rf"(?P<word>(?:['’]s|{alternation})(?!\w))"
            rf"|(?P<iso>{ISO})(?!\w)"
            r"|(?P<years>\d{4}/(?:\d{4}|\d\d))(?![\d/])|(?P<two>(?<=\d{4}-)(?:0[1-9]|1[0-2]))(?![\w-])"
            r"|(?P<slashed>\d{1,4}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}-\d{1,2}-\d{4})(?!\w)"
            r"|(?P<halfday>\d{1,2}(?:[:.]\d\d)?[ap]m)(?!\w)|(?P<clock>\d{1,2}[:.]\d\d)(?!\d)|(?P<decade>['’]?\d{1,3}0s)(?!\w)|(?P<ordinal>\d{1,2}(?:st|nd|rd|th))(?!\w)"
            r"|(?P<decimal>\d{1,3}\.\d)(?![.,:]?\d)|(?P<number>\d{1,3}(?:,\d{3})+(?![\d,])|\d+)|(?P<comma>,)|(?P<dash>[–—-])"
        )

    def triggers(self, low: str) -> Iterator[re.Match[str]]:
        """The bare pass over lower-cased text: what no tagger of this kind can do without."""
        return self._trigger.finditer(low)

    def runs(self, text: str, low: str | None = None) -> Iterator[tuple[int, int]]:
        """Start and end of each stretch of time words that holds a trigger."""
        low = lower(text) if low is None else low
        done = 0
        left_of, right_of = self._left.match, self._right.match
        for hit in self.triggers(low):
            first, last = hit.span()
            if first < done or (low[first].isdigit() and not self._stands_alone(low, first, last)):
                continue
            left = max(done, first - _REACH)
            while done < left < first and low[left - 1].isalnum():  # no half words
                left += 1
            before = left_of(low[left:first][::-1])
            start = first - (before.end() if before else 0)
            after = right_of(low, last)
            done = after.end() if after else last
            while low[start] in _BETWEEN:
                start += 1
            yield start, done

    def tokens(self, phrase: str) -> list[Token]:
        """The words and numbers of a run; what is neither is left out."""
        out = []
        for m in self._token.finditer(lower(phrase)):
            form, (start, end) = m.lastgroup, m.span()
            text = phrase[start:end]
            if form == "word":
                kind, value = self._words["'s" if m[0] == "’s" else m[0]]
                if m[0] in self._proper and text[0].islower():
                    kind = "?"
            elif form == "comma":
                kind, value = ",", None
            elif form == "dash":
                kind, value = "-", None
            else:
                kind, value = self._numbers(form or "", m[0]) or ("?", None)
            out.append(Token(kind, value, start, end, text=text))
        return out
