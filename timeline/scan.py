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
_REACH = 60  # how far before its first trigger a phrase may begin, in characters
_NUMBER = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:t\d\d:\d\d)?|\d{1,4}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}[:.]\d\d(?!\d)"
    r"|'?\d{1,3}0s|\d{1,2}(?:st|nd|rd|th)|\d{1,4}(?![\d]|[.,]\d|:\d)"
)
_NUMBER_BACKWARDS = r"s0\d{1,3}'?|(?:ts|dn|dr|ht)\d{1,2}|\d\d[:.]\d{1,2}|\d{1,4}(?!\d|[.,]\d)"


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
    ) -> None:
        self._words = words
        self._proper = proper
        self._numbers = numbers
        wanted = [w for w, (kind, _) in words.items() if kind in triggers]
        alternation = trie(words)
        backwards = trie(w[::-1] for w in words)
        self._trigger = re.compile(rf"(?<!\w)(?:{trie(wanted)}(?!\w)|{number_triggers})")
        word = rf"{_GAP}(?<![^\W_])(?:(?:{alternation})(?!\w)|(?:{_NUMBER})(?!\w))"
        drow = rf"{_GAP}(?<![^\W_])(?:(?:{backwards})(?!\w)|(?:{_NUMBER_BACKWARDS})(?!\w))"
        self._right = re.compile(rf"(?:{word}|['’]s(?!\w))*")  # "last year's third quarter"
        self._left = re.compile(rf"(?:{drow}|[ ]s['’](?=\w))*")
        self._token = re.compile(
            r"(?P<iso>\d{4}-\d{1,2}-\d{1,2}(?:t\d\d:\d\d)?)(?!\w)|(?P<slashed>\d{1,4}[/.]\d{1,2}[/.]\d{2,4})(?!\w)"
            r"|(?P<clock>\d{1,2}[:.]\d\d)(?!\d)|(?P<decade>'?\d{1,3}0s)(?!\w)|(?P<ordinal>\d{1,2}(?:st|nd|rd|th))(?!\w)"
            rf"|(?P<number>\d+)|(?P<word>(?:['’]s|{alternation})(?!\w))|(?P<comma>,)|(?P<dash>[–—-])"
        )

    def triggers(self, low: str) -> Iterator[re.Match[str]]:
        """The bare pass over lower-cased text: what no tagger of this kind can do without."""
        return self._trigger.finditer(low)

    def runs(self, text: str, low: str | None = None) -> Iterator[tuple[int, int]]:
        """Start and end of each stretch of time words that holds a trigger."""
        low = lower(text) if low is None else low
        done = 0
        for hit in self.triggers(low):
            if hit.start() < done:
                continue
            left = max(done, hit.start() - _REACH)
            while left > done and left < hit.start() and low[left - 1].isalnum():
                left += 1
            before = self._left.match(low[left : hit.start()][::-1])
            start = hit.start() - (before.end() if before else 0)
            after = self._right.match(low, hit.end())
            end = after.end() if after else hit.end()
            done = end
            while start < end and (low[start].isspace() or low[start] in ",–—-"):
                start += 1
            yield start, end

    def tokens(self, phrase: str) -> list[Token]:
        """The words and numbers of a run; what is neither is left out."""
        out = []
        for m in self._token.finditer(lower(phrase)):
            form = m.lastgroup or ""
            if form == "word":
                kind, value = self._words[m[0].replace("’", "'")]
                if m[0] in self._proper and phrase[m.start()].islower():
                    kind = "?"
            elif form in ("comma", "dash"):
                kind, value = ("," if form == "comma" else "-"), None
            else:
                found = self._numbers(form, m[0])
                if found is None:
                    kind, value = "?", None
                else:
                    kind, value = found
            out.append(Token(kind, value, m.start(), m.end(), text=phrase[m.start() : m.end()]))
        return out
