"""The one cheap pass: find trigger words, take in their neighbours, and cut such a run into tokens.

Knows no language: words come from a table `word -> (kind, value)`. All work on running text is done by
`re` on lower-cased text; Python code runs only where a trigger stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline.grammar import Token, token

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


_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold; a raised figure is the mark of a note, and no letter.

    >>> lower("In May 2015²")
    'in may 2015*'

    >>> len(lower("İSTANBUL, MAY 5")) == len("İSTANBUL, MAY 5")
    True
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(low_c := c.lower()) != 1 else low_c for c in text)
    if not low.isascii():
        for raised in _RAISED:
            low = low.replace(raised, "*")
    return low


# Between two words of one run: blanks, at most one line break, a comma, a slash, an ampersand, dashes. Bounded, so that a
# text of nothing but blanks costs no more than any other.
_GAP = r"(?:[^\S\n]{0,8}[,–—/&-]?(?:[^\S\n]{0,8}\n[^\S\n]{0,8}|[^\S\n]{0,8}))"
_BETWEEN = frozenset(" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0,–—/&-")
_ENDS = frozenset((".", ";", ":", "!", "?", ")", '"', "”", ""))  # no run goes on behind these
_POINTS = frozenset(".,;:!?")
_LONGEST = 40  # a word that is longer is none of time
_REACH = 60  # how far before its first trigger a phrase may begin, in characters
ISO = r"\d{4}-\d{1,2}-\d{1,2}(?:(?:t\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?|[ ]\d\d:\d\d:\d\d)(?:z|[+-]\d\d:?\d\d)?)?"
_NUMBER = (
    rf"{ISO}|\d{{4}}/(?:\d{{4}}|\d\d)(?![\d/])"
    r"|\d{1,4}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}(?:[:.]\d\d)?[ap]m|\d{1,2}[:.]\d\d(?!\d)"
    r"|['’]?\d{1,3}0s|['’]\d\d|\d{1,2}(?:st|nd|rd|th)|\d{1,3}(?:,\d{3})+(?!\d|[.,]\d)"
    r"|\d{1,3}(?:\.\d|[ -]1/2|½)(?![.,:]?\d)|\d{1,4}(?![\d]|[.,]\d|:\d)"
)
_NUMBER_BACKWARDS = (
    r"(?:\d{3},)+\d{1,3}(?!\d|[.,]\d)|(?:\d\.|2/1[ -]|½)\d{1,3}(?!\d|[.,]\d)"
    r"|s0\d{1,3}['’]?|\d\d['’]|m[ap](?:\d\d[:.])?\d{1,2}|(?:ts|dn|dr|ht)\d{1,2}|\d\d[:.]\d{1,2}|\d{1,4}(?!\d|[.,]\d)"
)

_FORMS = (
    rf"(?P<iso>{ISO})|(?P<years>\d{{4}}/(?:\d{{4}}|\d\d)(?![\d/]))|(?P<slashed>\d{{1,4}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}-\d{{1,2}}-\d{{4}})"
    r"|(?P<halfday>\d{1,2}(?:[:.]\d\d)?[ap]m)|(?P<clock>\d{1,2}[:.]\d\d)|(?P<decade>['’]?\d{1,3}0s)|(?P<short>['’]\d\d)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th))|(?P<thousands>\d{1,3}(?:,\d{3})+)|(?P<decimal>\d{1,3}(?:\.\d|[ -]1/2|½))"
)
_FORM = re.compile(_FORMS)
_TWO = re.compile(r"(?<=\d{4}-)(?:0[1-9]|1[0-2])(?![\w-])")  # the month of 2016-04
_FIGURE = rf"\d+(?![\w:./½-]|,\d| 1/2)|(?:{re.sub('[?]P<[a-z]+>', '?:', _FORMS)})(?!\w)|\d+"
_PROPER, _SMALL, _NAME, _COMMON = "proper", "small", "name", "common"  # which capitals a word may have
_STOP = "|"  # the kind of a token where a sentence ends; no rule has it
_SIGNS: dict[str, tuple[str, Any]] = {",": (",", None), "/": ("/", None), "&": ("and", None), **dict.fromkeys("–—-", ("-", None))}


class Scanner:
    """Finds runs of time words in text, and cuts a run into tokens.

    `words` is the table; those in `proper` count only with a capital (without one, the kind of token is SMALL_…),
    those in `small` only without; words of the kinds in `names` have one wherever they stand, and those in `dangling`
    end no phrase. `triggers` are the kinds
    without which a run is none, `number_triggers` is a regex of the numbers that begin one, if `stands_alone` says of
    their place in the lower-cased text that they are no part of a price or a larger number. `numbers` gives the kind
    and value of a number by its form (a name of _FORMS; number; two, the month of 2016-04) and its text.
    """

    def __init__(
        self,
        words: Words,
        proper: frozenset[str],
        small: frozenset[str],
        names: frozenset[str],
        dangling: frozenset[str],
        triggers: frozenset[str],
        numbers: Numbers,
        number_triggers: str,
        stands_alone: Callable[[str, int, int], bool],
    ) -> None:
        self._words = {**words, **{word.replace("'", "’"): found for word, found in words.items()}}
        self._proper = proper
        self._small = small
        self._names = names
        self._dangling = dangling
        self._numbers = numbers
        self._stands_alone = stands_alone
        wanted = trie(w for w, (kind, _) in words.items() if kind in triggers)
        alternation = trie(words)
        backwards = trie(w[::-1] for w in words)
        # A class of characters to begin with lets `re` skip from word to word, and the look at a digit keeps it from
        # trying each form of a number at every word: three times as fast as without the two.
        self._trigger = re.compile(rf"[^a-z0-9_](?:{wanted}(?!\w)|(?=\d)(?:{number_triggers}))")
        self._table = {word: (*found, self._case(word, found[0])) for word, found in (self._words | _SIGNS).items()}
        several = [word.split() for word in words if not word.isalpha()]
        self._firsts = {
            parts[0]: frozenset(other[1] for other in several if other[0] == parts[0] and other[1:]) for parts in several
        }
        self._lasts = frozenset(parts[-1] for parts in several)
        self._plain_before = frozenset(word for word in words if word.isalpha()) - self._lasts
        self._plain_behind = frozenset(word for word in words if word.isalpha()) - self._firsts.keys()
        word = rf"{_GAP}(?<![^\W_])(?:(?:{alternation})(?!\w)|(?:{_NUMBER})(?!\w))"
        drow = rf"{_GAP}(?<![^\W_])(?:(?:{backwards})(?!\w)|(?:{_NUMBER_BACKWARDS})(?!\w))"
        self._right = re.compile(rf"(?:{word}|['’]s(?!\w))*")  # "last year's third quarter"
        self._left = re.compile(rf"['’]?(?:{drow}|[ ]s['’](?=\w))*")
        plain = re.compile(r"[^\W\d_]+\d?").fullmatch
        odd = trie(word for word in words if not plain(word))  # with blanks, points or apostrophes
        self._token = re.compile(rf"(\s*)((?:{odd}|['’]s)(?!\w)|[^\W\d_]+\d?(?!\w)|{_FIGURE}|.)", re.DOTALL)

    def triggers(self, low: str) -> Iterator[re.Match[str]]:
        """The bare pass over lower-cased text, with the character before: what no tagger can do without."""
        return self._trigger.finditer(low)

    def runs(self, text: str, low: str | None = None) -> Iterator[tuple[int, int]]:
        """Start and end of each stretch of time words that holds a trigger."""
        low = lower(text) if low is None else low
        done = 0
        for hit in self.triggers("\n" + low):
            first, last = hit.start(), hit.end() - 1  # with a line break before the text, a word begins where the match does
            if first < done or (first and low[first - 1].isalpha()):
                continue
            if low[first].isdigit() and not self._stands_alone(low, first, last):
                continue
            start = self._leftmost(low, max(done, first - _REACH), first, done)
            done = end = self._rightmost(low, last)
            while low[start] in _BETWEEN:
                start += 1
            while (blank := low.rfind(" ", last, end)) >= 0 and low[blank + 1 : end] in self._dangling:
                end = blank - (low[blank - 1] == ",")  # "Friday, and the" is read as "Friday" is
            yield start, end

    def _leftmost(self, low: str, left: int, first: int, done: int) -> int:
        """Where the run of a trigger at `first` begins, at `left` or behind it.

        Mostly plain words stand there, which a look into the table settles; `re` is asked about the rest.
        """
        at = first
        while low[at - 1 : at] == " " and (blank := low.rfind(" ", left, at - 1)) >= 0:
            word = low[blank + 1 : at - 1]
            if word in self._plain_before or (word.isdecimal() and len(word) <= 4):
                at = blank + 1
            elif word.isalpha() and word not in self._lasts:
                return at
            else:
                break
        while done < left < first and low[left - 1].isalnum():  # no half words
            left += 1
        before = self._left.match(low[left:first][::-1])
        return first - (before.end() if before else 0)

    def _rightmost(self, low: str, last: int) -> int:
        """Where the run of a trigger that ends at `last` ends; as `_leftmost`."""
        at = last
        while (sign := low[at : at + 1]) not in _ENDS:
            start = at + 1 if sign == " " else at + 2
            blank = low.find(" ", start, start + _LONGEST)
            if blank < 0 or (sign != " " and low[at : at + 2] != ", "):
                break
            word = low[start:blank]
            bare = word[:-1] if word[-1:] in _POINTS and word not in self._words else word
            if bare in self._plain_behind or (bare.isdecimal() and len(bare) <= 4):
                at = start + len(bare)
            elif word in self._words and word in self._firsts and not self._opens_several(low, word, blank):
                at = start + len(word)
            elif bare.isalpha() and bare not in self._firsts and word not in self._firsts:
                return at
            else:
                break
        else:
            return at
        after = self._right.match(low, last)
        return after.end() if after else last

    def _opens_several(self, low: str, word: str, blank: int) -> bool:
        """Whether a word of several ("the fourth of july") may begin with that word: by the one behind it."""
        following = low[blank + 1 : blank + _LONGEST].split(" ", 1)[0].rstrip(".,;:!?")
        return not following.isalpha() or following in self._firsts[word]

    def tokens(self, phrase: str) -> list[Token]:
        """The words and numbers of a run; what is neither is left out."""
        out: list[Token] = []
        end = 0
        low = lower(phrase)
        for gap, word in self._token.findall(low):
            start = end + len(gap)
            end = start + len(word)
            text = phrase[start:end]
            known = self._table.get(word)
            if known is not None:
                kind, value, case = known
                if case is _PROPER and text[0].islower():
                    kind = f"SMALL_{kind}"
                elif case is _SMALL and not text[0].islower():
                    kind = "?"
                elif case is _COMMON and text[0].isupper() and out and out[-1].text[-1:] == ".":
                    out.append(token((_STOP, None, start, start, "", (), "", "")))  # "at 2 p.m. The next day"
            elif word[0].isdecimal() or word[1:2].isdecimal():
                form = _form(word) if not word.isdecimal() else "two" if _TWO.match(low, start) else "number"
                kind, value = self._numbers(form, word) or ("?", None)
            else:
                continue
            out.append(token((kind, value, start, end, "", (), "", text)))
        return out

    def _case(self, word: str, kind: str) -> str:
        if word in self._proper:
            return _PROPER
        if word in self._small:
            return _SMALL
        return _NAME if kind in self._names or kind in _SIGNS else _COMMON


def _form(word: str) -> str:
    """The form of a number that is not of digits alone: the name of its group in _FORMS, else number.

    >>> _form("3:15"), _form("21st"), _form("1990s")
    ('clock', 'ordinal', 'decade')
    """
    found = _FORM.fullmatch(word)
    return (found and found.lastgroup) or "number"
