"""Where the noun phrases of a sentence begin, and which of them is the subject of a verb."""

from __future__ import annotations

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import COORD, GERUND, QUOTE, REL, RUN_ON, SUB, THAT, Clause
from timeline.languages.en.tags import Words
from timeline.languages.en.verbgroups import VerbGroups

_NP = frozenset("NX#DY'a")


class Subjects(VerbGroups):
    """Finds subjects, while the clauses are being found: `stack` has those that are open."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._stack: list[Clause] = []

    def _subject_before(self, i: int) -> tuple[int, int] | None:
        """The noun phrase right before a verb."""
        kind = self.words.kind
        at = i - 1
        while at >= 0 and (kind[at] == "R" or kind[at] in "Tt" or (kind[at] in "IJ" and at + 1 < i and kind[at + 1] in "Tt")):
            at -= 1
        if at < 0:
            return None
        if kind[at] in "SQ":
            return at, at + 1
        if kind[at] not in "NX#":
            return None
        start = self._np_start(at)
        last = self._stack[-1].verb
        if last is not None and start <= last.main:
            start = last.end
        if start > 0 and kind[start - 1] in "IU":
            return None if kind[start - 1] == "U" or self._stack[-1].verb is None else self._of_pp(start, at)
        if last is not None and start == last.end and last.base not in kinds.THINKING:
            return None  # its object
        return start, at + 1

    def _of_pp(self, start: int, at: int) -> tuple[int, int] | None:
        """A noun behind a preposition is a subject only with what "of" joins."""
        kind, low = self.words.kind, self.words.low
        while start > 1 and low[start - 1] in ("of", "in", "for", "from", "at") and kind[start - 2] in "NX#":
            start = self._np_start(start - 2)
        if start > 0 and kind[start - 1] in "IU":
            return None
        last = self._stack[-1].verb
        if last is not None and (start < last.end or (start == last.end and last.base not in kinds.THINKING)):
            return None
        return start, at + 1

    def _np_start(self, at: int) -> int:
        """Where the noun phrase that ends at a word begins."""
        kind = self.words.kind
        start = at
        while start > 0 and kind[start - 1] in _NP:
            if kind[start] in "DY" and kind[start - 1] != "D":
                break
            if kind[start] == "X" and kind[start - 1] == "N" and self._apart(start):
                break
            start -= 1
        if start > 2 and kind[start - 1] == '"' and kind[start - 2] in "DY":
            start -= 2
        return start

    def _apart(self, start: int) -> bool:
        """Whether a name behind a noun is no part of its phrase: "a message | Kim sent"."""
        word = self.words.low[start - 1]
        return word not in kinds.PERSON_NOUNS and self._stack[-1].verb is not None

    def _subject_of(self, clause: Clause, verb: int) -> tuple[int, int] | None:
        """The words between the opener of a clause and its verb, without what is put before the subject."""
        words = self.words
        kind = words.kind
        start = clause.start
        if clause.kind in (REL,):
            start += 1
            if start >= verb or all(kind[at] in 'RTtIJ"' for at in range(start, verb)):
                return None  # the relative is the subject
        elif clause.kind in (SUB, THAT, COORD, GERUND, RUN_ON) and clause.start < verb and kind[clause.start] in "BJwHCW":
            start += 1
            if clause.kind == COORD:
                return None
        elif clause.kind == QUOTE:
            start += 1
        at = self._past_front(clause, start, verb)
        end = verb
        while end > at and (kind[end - 1] in 'RTt,"-' or (kind[end - 1] in "IJ" and kind[end] in "Tt")):
            end -= 1
        return (at, end) if at < end and any(kind[x] in "NX#SQDYH" for x in range(at, end)) else None

    def _past_front(self, clause: Clause, at: int, verb: int) -> int:
        """Behind adverbials that stand before the subject."""
        words = self.words
        kind, low = words.kind, words.low
        ends = {child.start: child.end for child in clause.children if child.end > 0}
        for _ in range(12):
            if at >= verb:
                break
            this = kind[at]
            if at in ends and ends[at] <= verb and ends[at] > at:
                at = ends[at]
            elif this == "T" and at + 1 < verb and kind[at + 1] == "'":
                break
            elif this in "RTtC,.:-" or (this == '"' and (at + 1 >= verb or kind[at + 1] not in "NX" or at in ends)):
                at += 1
            elif this in "IJ" and at + 1 < verb and kind[at + 1] in "Tt" and kind[at + 2] not in "'NX":
                at += 2
            elif this in "IJBUGFE" or low[at] == "according" or (this == "N" and low[at] in ("as", "due")):
                comma = self._comma_between(at, verb)
                if comma > 0:
                    at = comma + 1
                elif at + 1 < verb and kind[at + 1] in "Tt":
                    at += 2
                else:
                    found = self._subject_before(verb)
                    return found[0] if found is not None and found[0] > at else at
            else:
                break
        return at

    def _comma_between(self, at: int, verb: int) -> int:
        """The comma that ends what is put before a subject: the first behind which a subject can stand."""
        kind = self.words.kind
        for place in range(at, verb - 1):
            if kind[place] != "," or kind[place + 1] not in 'DYSQX#NTIJR"':
                continue
            rest = kind[place + 1 : verb]
            if "," not in rest or kind[place + 1] in "SQIJR" or kind[verb - 1] == ",":
                return place
            final = max(at for at in range(place, verb) if kind[at] == ",")
            return place if "C" in kind[final:verb] or kind[final + 1] not in "DYXN#" else final
        return -1
