"""Noun phrases for titles: without dates, insertions and relatives, a name for a pronoun."""

from __future__ import annotations

from collections.abc import Callable

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import ASIDE, CONTACT, COORD, PART, REL, Clause
from timeline.languages.en.clauses import Clauses
from timeline.languages.en.number import is_plural
from timeline.languages.en.tags import Words

_DATE_PREPOSITIONS = frozenset(
    "on in at by since until till from during around about over as of for before after within back to between through".split()
)
_BEFORE_DATES = frozenset(
    "late earlier early later only just back sometime shortly especially exactly even nearly almost ahead".split()
)
_COMING = frozenset("be bring buy call come drive fly get give go hold move pay run sail send swim take turn walk win".split())
Names = Callable[[tuple[int, int], Clause], str]
"""What stands for the subject at that span of words: a name for a pronoun, or ""."""


class NounPhrases:
    """Writes the noun phrases of one sentence."""

    def __init__(self, words: Words, clauses: Clauses, names: Names, is_name: Callable[[str], bool]) -> None:
        self._is_name = is_name
        self.words = words
        self.clauses = clauses
        self._names = names

    def noun(self, span: tuple[int, int], clause: Clause, place: int = -1) -> str:
        """A noun phrase for a title: without dates, insertions and relatives; a name for a pronoun where it is plain."""
        name = self._names(span, clause)
        if name:
            return name
        words = self.words
        kind = words.kind
        start, end = span
        if end - start == 1 and kind[start] == "T":
            return words.slice(start, end)
        while start < end - 1 and kind[start] in 'R,C"' and not (kind[start] == "R" and kind[start + 1] in "R#"):
            start += 1
        skip = self._holes(start, end, place)
        owner = ""
        if kind[start] == "Y":
            owner = self._names((start, start + 1), clause)
        keep = [at for at in range(start + bool(owner), end) if at not in skip]
        while keep and kind[keep[-1]] in ',C(-"IJ' and not (kind[keep[-1]] == '"' and sum(kind[k] == '"' for k in keep) % 2 == 0):
            keep.pop()
        text = self._join(keep)
        if clause.kind == REL and clause.opener == "whose" and clause.antecedent is not None and span == clause.subject:
            whose = self._join(list(range(*clause.antecedent)))
            text = f"{whose}{self.mark(whose)} {text}"
        if kind[start] == "T" and start + 1 < end and kind[start + 1] == "'":
            text = f"The {text}"
        if owner and " of " in owner:
            text = f"{text} of {owner[:1].lower() + owner[1:] if owner.startswith('The ') else owner}"
        elif owner:
            text = f"{owner}{self.mark(owner)} {text}"
        return text

    def mark(self, owner: str) -> str:
        """The mark of the possessive, as the sentence writes it."""
        mark = "’" if "’" in self.words.text else "'"
        return mark if owner.endswith("s") else f"{mark}s"

    def _holes(self, start: int, end: int, place: int) -> set[int]:
        """What is left out of a noun phrase."""
        words = self.words
        kind = words.kind
        skip: set[int] = set()
        for clause in self.clauses.all:
            if start < clause.start < end and clause.kind != COORD and (clause.kind == ASIDE or clause.after_comma):
                skip.update(range(clause.start, min(clause.end, end)))
            elif start < clause.start < end and clause.kind in (REL, PART, CONTACT) and end - start > 8:
                skip.update(range(clause.start, min(max(clause.end, clause.start + 1), end)))
        for at in range(start, end):
            if kind[at] == "T":
                skip.update(self._date(at))
        commas = [at for at in range(start, end) if kind[at] == "," and at not in skip]
        beyond = end
        while beyond < len(kind) and kind[beyond] in "RTtIJ":
            beyond += 1
        closed = end < len(kind) and (kind[beyond : beyond + 1] == [","] or (end and kind[end - 1] == ",") or len(commas) > 1)
        listed = any(kind[at] == "C" for at in range(commas[0], end)) if commas else False
        if commas and closed and not (listed and kind[end] != ","):
            head, rest = (start, commas[0]), (commas[0] + 1, commas[1] if len(commas) > 1 else end)
            named = all(kind[at] in "X" for at in range(*rest)) and rest[0] < rest[1]
            common = not any(kind[at] == "X" for at in range(*head)) or (kind[head[1] - 1] == "N" and rest[1] - rest[0] < 5)
            if named and common and kind[head[0]] in "DYXN" and head[1] - head[0] > 1:
                skip.update(range(start, rest[0]))
                skip.update(range(rest[1], end))
            else:
                skip.update(range(commas[0], end))
        return skip

    def _of_verb(self, at: int) -> bool:
        """Whether "back" before a date is the verb's: "came back on Monday", "is back since May", but "built back in 1971"."""
        low = self.words.low
        if low[at] != "back":
            return False
        verb = self.clauses.at[at].verb
        if verb is None or verb.end != at or verb.base not in _COMING:
            return False
        return verb.base != "be" or low[at + 1] not in ("in", "to", "during")

    def _date(self, place: int) -> set[int]:
        """The date at a place, with its preposition and what else goes with it."""
        words = self.words
        kind, low = words.kind, words.low
        out = {place}
        at = place - 1
        while at >= 0 and low[at] in _BEFORE_DATES and kind[at] != "X" and not self._of_verb(at):
            out.add(at)
            at -= 1
        following = kind[place + 1] if place + 1 < len(kind) else "."
        if (
            at >= 0
            and kind[at] in "IJUR"
            and low[at] in _DATE_PREPOSITIONS
            and not self._of_verb(at)
            and (following not in "'NX" or low[place + 1] == "due")
        ):
            out.add(at)
            at -= 1
            if (
                at >= 0
                and kind[at] in "IJ"
                and low[at] in ("at", "by", "from", "until", "in", "since")
                and low[at + 1] in ("about", "around", "over")
            ):
                out.add(at)
                at -= 1
            if at >= 0 and kind[at] == "t" and low[at + 1] in ("to", "of"):
                out.update((at, at - 1) if at and kind[at - 1] in "IJ" else (at,))
                at -= 2
            while at >= 0 and low[at] in _BEFORE_DATES and not self._of_verb(at):
                out.add(at)
                at -= 1
            if at >= 0 and low[at] == "as" and low[at + 1] in ("of", "from"):
                out.add(at)
            if at > 0 and low[at] == "as" and low[at + 1] in ("early", "late", "recently", "far", "long") and low[at - 1] == "as":
                out.update((at, at - 1))
            if at >= 0 and low[at] in ("starting", "beginning", "effective"):
                out.add(at)
        elif at >= 0 and low[at] == "this" and following in ".,":
            out.add(at)
        if at >= 1 and low[at] == "as" and at + 1 in out and low[at + 1] in ("early", "late", "recently", "far"):
            out.add(at)
        if place + 1 < len(kind) and kind[place + 1] == "'":
            out.add(place + 1)
        for step in (-1, 1):
            at = place + 2 * step
            if 0 <= at < len(kind) and kind[at] == "T" and kind[place + step] in "C,":
                out.update((at, place + step))
                if step < 0 and at > 0 and low[at - 1] in _DATE_PREPOSITIONS:
                    out.add(at - 1)
        return out

    def _join(self, pieces: list[int] | list[str | int]) -> str:
        """The words at these places, with the blanks that they have in the sentence."""
        words = self.words
        out: list[str] = []
        last = -2
        for one in pieces:
            if isinstance(one, int):
                gap = words.text[words.ends[last] : words.starts[one]] if one == last + 1 and last >= 0 else " "
                out.append((gap if out else "") + words.text[words.starts[one] : words.ends[one]])
                last = one
            else:
                out.append((" " if out else "") + one)
                last = -2
        return "".join(out)

    def _many(self, span: tuple[int, int]) -> bool:
        """Whether a subject is many; a first word in -s may be somebody's name."""
        start, end = span
        if start == 0 and end > start and all(k in "NX" for k in self.words.kind[start:end]):
            word = self.words.slice(end - 1, end)
            if end == 1 and word.lower() not in kinds.PLURAL_NOUNS and word[:1].isupper() and self._is_name(word):
                return False
        return is_plural(self.words, span)

    def _plain(self, span: tuple[int, int]) -> str:
        return self.words.slice(*span)
