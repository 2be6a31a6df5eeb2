"""Participles that describe a noun or share a subject: "the mill built in 1951", ", ending a strike", "after beating Porto"."""

from __future__ import annotations

from timeline.languages.en.clauseparts import ASIDE, GERUND, PART, QUOTE, ROOT, Clause, Verb
from timeline.languages.en.inflect import base_of
from timeline.languages.en.subjects import Subjects
from timeline.languages.en.tags import Words

FINITE = frozenset("PEVvMZKL")
PERFECT_LINKS = frozenset(("after", "before", "since", "when", "while", "upon", "on", "until"))


class Participles(Subjects):
    """Finds participles, while the clauses are being found: `all` has those found so far."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.all: list[Clause] = []

    def _reduced(self, i: int, *, fresh: bool = False) -> bool:
        """Whether a form that may be past or participle describes the noun before it: a finite verb of that noun comes later."""
        words = self.words
        kind = words.kind
        if i == 0 or kind[i - 1] in "SQWR" or (kind[i - 1] == "H"):
            return False
        after = kind[i + 1] if i + 1 < len(kind) else "."
        agent = i + 1
        while agent < len(kind) - 1 and kind[agent] == "T":
            agent += 1
        if agent < len(kind) - 1 and words.low[agent] == "by" and kind[agent + 1] in "DYX#" and words.low[agent + 1].isalpha():
            return True
        if after in "DYOQSHwB" or words.low[i] in ("said", "told", "announced", "reported", "stated", "added"):
            return False
        if after in "NX#" and words.low[i] not in ("called", "named", "dubbed"):
            return False
        now = self._stack[-1]
        told = i + 1
        while told < len(kind) and kind[told] in "TtIJ":
            told += 1
        if told > i + 1 and kind[told - 1] in "Tt" and told < len(kind) and kind[told] in "HSQ":
            return False  # "signalled on Tuesday that"
        if now.verb is not None and kind[i - 1] in "NXTt'" and not fresh:
            return True
        noun = True
        for at in range(i + 1, len(kind)):
            this = kind[at]
            if this == "C" and kind[at + 1 : at + 2] == ["T"]:
                continue
            if this in 'CBWwHS;-"' or (this == "," and at > i + 1):
                return False
            if this in "Q":
                noun = False
            if this in "PZKLMVvE":
                if kind[at - 1] == "U":
                    continue
                if this == "E" and kind[at - 1] in "DYIJ#zUR":
                    continue
                return noun and kind[at - 1] not in "SQ"
        return False

    def _inserted(self, i: int) -> bool:
        """Whether a participle between commas describes the subject: "The plan, called …, is to"."""
        words = self.words
        kind = words.kind
        if kind[i - 1] != ",":
            return False
        if words.low[i] in ("aged", "called", "born", "known", "located", "based", "named", "dubbed", "considered"):
            return True
        for at in range(i + 1, len(kind) - 1):
            if kind[at] == ",":
                return kind[at + 1] in FINITE and kind[at + 1] != "v"
        return False

    def _fronted(self, now: Clause, i: int) -> bool:
        """Whether a participle describes a noun in what is put before the subject: "Under an accord signed in May, both will"."""
        kind = self.words.kind
        start = now.start
        if now.kind not in (ROOT, QUOTE):
            return False
        while start < i and kind[start] in 'RC"':
            start += 1
        front = kind[start:i]
        return bool(front) and front[0] in "IJ" and front[1:2] not in (["T"], ["t"]) and "," not in front and "," in kind[i:]

    def _reduce(self, verb: Verb) -> int:
        """A participle that describes a noun: "the mill built in 1951"."""
        kind = self.words.kind
        i = verb.start
        noun = i - 1
        while noun > 0 and kind[noun] in "R,":
            noun -= 1
        antecedent = None
        if i and kind[noun] in "NX#'":
            start = self._np_start(noun)
            while kind[i - 1] == "," and start > 1 and self.words.low[start - 1] == "of" and kind[start - 2] in "NX":
                start = self._np_start(start - 2)
            antecedent = (start, noun + 1)
        verb.finite = False
        verb.passive = True
        now = self._stack[-1]
        comma = i > 0 and kind[i - 1] == ","
        shares = self._holder() if antecedent is None or (comma and now.kind == ROOT and now.verb is not None) else None
        self._push(Clause(PART, i, now, verb=verb, antecedent=antecedent, shares=shares, after_comma=comma or i == 0))
        return 1

    def _nonfinite(self, i: int, kind: str) -> None:
        """A participle: of the subject behind a comma, of the noun before it else."""
        words = self.words
        ahead = i - 1
        while ahead > 0 and words.kind[ahead] == "R" and kind == "G":
            ahead -= 1
        before = words.kind[ahead] if i else ""
        if before != ",":
            before = words.kind[i - 1] if i else ""
        low = words.low[i]
        if (
            low in ("starting", "beginning")
            and i + 1 < len(words.kind)
            and (words.kind[i + 1] == "T" or (i + 2 < len(words.kind) and words.kind[i + 1] in "IJ" and words.kind[i + 2] == "T"))
        ):
            return
        if self._stack[-1].kind == GERUND and self._stack[-1].verb is None:
            self._stack[-1].verb = self._gerund(i)
            return
        if low == "having" and before in "EPVv" and before:
            self._push(Clause(GERUND, i, self._stack[-1], verb=self._gerund(i), shares=self._holder(), opener="having"))
            return
        if kind == "F":
            if before in "NX,T" and before:
                self._reduce(Verb(i, i + 1, i, base_of(low), finite=False))
            return
        if before == "," or i == 0:
            self._push(Clause(PART, i, self._stack[-1], verb=self._gerund(i), shares=self._holder(), after_comma=True))
        elif before in "NX#" and words.kind[i + 1 : i + 2] not in (["N"], ["."]) and before:
            start = self._np_start(i - 1)
            if start > 1 and words.low[start - 1] == "of" and words.kind[start - 2] in "NX":
                start = self._np_start(start - 2)
            verb = self._stack[-1].verb
            if verb is not None and verb.base in ("see", "keep", "spend", "start", "begin", "stop", "leave"):
                return
            self._push(Clause(PART, i, self._stack[-1], verb=self._gerund(i), antecedent=(start, i)))
        elif before in "IJ" and before:
            if words.low[i - 1] in ("on", "upon") and i > 1 and words.kind[i - 2] not in ",N":
                return
            if words.low[i - 1] in PERFECT_LINKS | {"for", "of", "by", "despite"}:
                self._push(
                    Clause(GERUND, i, self._stack[-1], verb=self._gerund(i), shares=self._holder(), opener=words.low[i - 1])
                )

    def _holder(self) -> Clause:
        """The clause whose subject a participle shares."""
        return next((clause for clause in reversed(self._stack) if clause.kind not in (PART, GERUND, ASIDE)), self._stack[0])

    def _push(self, clause: Clause) -> None:
        self.all.append(clause)
        if clause.parent is not None:
            clause.parent.children.append(clause)
        self._stack.append(clause)
