"""What stands around a phrase: the words beside it, whether it opens its sentence, whether the line is a headline."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.grammar import Token

_BEFORE = re.compile(r"([^\W\d_]+[.'’]?|[^\w\s])\s*$")
_AFTER = re.compile(r"\s*([^\W_²³]+|[^\w\s])")
_OPENS = re.compile(r"(?:^|[.!?:;(\[\"“”‘—–*•|#]['\"”’)]*\s*|\n\s*|\s--?\s+|\s(?:``|''))['\"“‘`(\[]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Gen|Col|Capt|Lt|Sen|Rep|Gov|Prof|Rev|No|vs))\.\s*$")
_REACH = 160  # how far a line or a sentence is looked at
_NEAR = 44  # how far before a phrase the words stand that govern it
_LOWER_WORD = re.compile(r"(?<![\w'’])[a-z][\w'’]*")
# Words that a headline in title case leaves small.
_SMALL = frozenset(
    """
    a an the and or but nor for of in on at to by as from with over into near amid after under off up out vs via per is s de
    than about against
    """.split()
)

# What may stand before a year or a month that is a date.
TIME_BEFORE = frozenset(
    """
    in since by from until till to of before after during between and through around about circa the early mid
    late throughout year spring summer autumn fall winter or than back as for
    """.split()
)


class Place(NamedTuple):
    """A phrase where it stands: `before` and `after` are the words or signs beside it, "" where there is none."""

    text: str
    start: int
    end: int
    before: str
    after: str
    earlier: str = ""  # what stands before `before`

    @property
    def words(self) -> str:
        """The phrase itself."""
        return self.text[self.start : self.end]

    @property
    def named_on(self) -> bool:
        """Whether a capital stands right behind the phrase, with nothing but a blank between."""
        return self.after[:1].isupper() and self.text[self.end : self.end + 1] == " "

    @property
    def timed(self) -> bool:
        """Whether a preposition of time or "the" leads to the phrase."""
        return self.before.lower() in TIME_BEFORE

    @property
    def left(self) -> str:
        """The few words before the phrase: short, because each clue is looked for from every word of it."""
        return self.text[max(0, self.start - _NEAR) : self.start]

    @property
    def right(self) -> str:
        """The text behind the phrase, as far as it is looked at."""
        return self.text[self.end : self.end + _REACH]

    @property
    def around(self) -> str:
        """The text before and behind the phrase."""
        return self.text[max(0, self.start - _REACH) : self.end + _REACH]

    def opens(self) -> bool:
        """Whether the phrase opens its sentence, so that its capital says nothing."""
        return opens_sentence(self.text, self.start)

    def in_headline(self) -> bool:
        """Whether the line of the phrase is a headline: in title case all along.

        >>> text = "Storm Hits the Coast Friday Night"
        >>> place(text, 21, 33).in_headline()
        True
        """
        first = max(self.text.rfind("\n", max(0, self.start - _REACH), self.start) + 1, self.start - _REACH)
        last = self.text.find("\n", self.end, self.end + _REACH)
        line = self.text[first : min(len(self.text) if last < 0 else last, self.end + _REACH)]
        outside = line[: self.start - first] + line[self.end - first :]
        return line.rstrip()[-1:] != "." and _SMALL.issuperset(_LOWER_WORD.findall(outside))


def place(text: str, start: int, end: int) -> Place:
    """The phrase `text[start:end]` with its neighbours.

    >>> found = place("He met Mr. May today.", 11, 14)
    >>> found.before, found.after
    ('Mr.', 'today')
    """
    pieces = text[max(0, start - 24) : start].split()
    before = pieces[-1] if pieces else ""
    if not before.isalpha():
        left = _BEFORE.search(before)
        before = left[1] if left else ""
    right = _AFTER.match(text, end, end + 24)
    return Place(text, start, end, before, right[1] if right else "", pieces[-2] if len(pieces) > 1 else "")


def opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or a line begins at that offset.

    >>> opens_sentence("He left. Today", 9), opens_sentence("Mr. Day", 4)
    (True, False)
    """
    left = text[max(0, at - 12) : at]
    return _OPENS.search(left) is not None and _ABBREVIATED.search(left) is None


def leaves(token: Token) -> list[Token]:
    """The words that a phrase was made of."""
    return [leaf for part in token.parts for leaf in leaves(part)] if token.parts else [token]
