"""The people, places and organizations that an article names, each mention in its full form. Precision first.

Knows nothing of dates or events. `runs.py` finds what is a name, `evidence.py` says what tells its kind, `joining.py` which
full form a short one stands for; a name whose kind the article does not tell is left out. `unify.py` joins the spellings of
several articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.names.evidence import ORGANIZATION, PERSON, PLACE
from timeline.names.joining import Mention, mentions

Trio = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

_PRONOUN = re.compile(r"(?:He|She)\b(?!['’]s\b)")
_FAR = 700  # characters back to whom a pronoun may mean


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article, in the order of its text."""

    text: str = ""
    mentions: tuple[Mention, ...] = ()

    def within(self, start: int, end: int) -> Trio:
        """The people, places and organizations that are named in `[start, end)`, each once."""
        found: tuple[list[str], list[str], list[str]] = ([], [], [])
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            names = found[mention.kind]
            if mention.name not in names:
                names.append(mention.name)
        return tuple(found[PERSON]), tuple(found[PLACE]), tuple(found[ORGANIZATION])

    def meant(self, start: int) -> str:
        """The person that the "He" or "She" at an offset stands for; "" where it is no pronoun, or not plain.

        It is plain where the paragraph has named one person before it, and nobody else; or the paragraph
        before, if the pronoun opens its own.
        """
        if not _PRONOUN.match(self.text, start):
            return ""
        for low in self._paragraphs_before(start):
            people = self.within(low, start)[PERSON]
            if people:
                return people[0] if len(people) == 1 else ""
        return ""

    def _paragraphs_before(self, start: int) -> Iterable[int]:
        """Where the paragraph of the offset begins, and, if nothing of it stands before the offset, the one before."""
        floor = max(0, start - _FAR)
        low = max(floor, self.text.rfind("\n", floor, start) + 1)
        yield low
        if not self.text[low:start].strip():
            end = len(self.text[:low].rstrip())
            yield max(floor, self.text.rfind("\n", floor, end) + 1)


def find_names(text: str, furniture_spans: Sequence[tuple[int, int]] = ()) -> Names:
    """The names of an English text; what stands in the given spans (headlines, bylines, footers) is passed over.

    >>> names = find_names("Ada Holm, a nurse from Lund, met Ms. Berg in Oslo. Holm told the BBC so.")
    >>> names.within(51, 75)
    (('Ada Holm',), (), ('BBC',))
    """
    return Names(text, tuple(mentions(text, furniture_spans)))
