"""What opens a clause, or joins one: "that", "who", "because", "and"."""

from __future__ import annotations

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import (
    CONTACT,
    COORD,
    GERUND,
    PART,
    REL,
    RUN_ON,
    SUB,
    THAT,
    Clause,
    Verb,
)
from timeline.languages.en.participles import FINITE, PERFECT_LINKS, Participles

_FAR = 14  # words in which a subject comes to its verb


class Links(Participles):
    """Opens clauses, while they are being found."""

    def _link(self, i: int, kind: str) -> int:
        words = self.words
        low, now = words.low[i], self._stack[-1]
        if kind == "C":
            return self._coordinate(i)
        comma = i > 0 and words.kind[i - 1] in ",-("
        if kind == "J":
            if low == "for" or not self._clause_follows(i + 1):
                if i + 1 < len(words.kind) and words.kind[i + 1] == "G" and low in PERFECT_LINKS and low not in ("on", "upon"):
                    self._leave_parts(i)
                    self._push(Clause(GERUND, i, self._stack[-1], shares=self._holder(), opener=low, after_comma=comma))
                return 1
            self._push(Clause(SUB, i, now, opener=low, after_comma=comma))
        elif kind == "B":
            if i + 1 < len(words.kind) and words.kind[i + 1] == "I" and not self._later_clause(i + 1):
                return 1
            following = words.kind[i + 1] if i + 1 < len(words.kind) else "."
            if following == "G":
                self._push(Clause(GERUND, i, now, shares=self._holder(), opener=low, after_comma=comma))
            else:
                self._push(Clause(SUB, i, now, opener=low, after_comma=comma))
        elif kind in "Ww":
            self._wh(i, kind, comma=comma)
        elif kind == "H":
            self._that(i)
        return 1

    def _wh(self, i: int, kind: str, *, comma: bool) -> None:
        words = self.words
        low, now = words.low[i], self._stack[-1]
        noun = i - 1
        while noun > 0 and words.kind[noun] in ',"':
            noun -= 1
        while noun > 1 and words.kind[noun] == "#" and words.kind[noun - 1] == ",":
            noun -= 2  # "Hal Medina, 61, who …"
        if words.kind[noun] == ")" and "(" in words.kind[:noun]:
            noun = max(at for at in range(noun) if words.kind[at] == "(") - 1
        before = i - 1
        while before > 0 and words.kind[before] in "IJU" and kind == "W":
            before -= 1  # "in which"
            noun = before - (words.kind[before] == ",")
        if i > 0 and words.kind[i - 1] == "C" and kind == "W":
            earlier = next((one for one in reversed(self.all) if one.kind == REL), None)
            if earlier is not None:
                self._pop_to_kind(REL, i)
                self._push(Clause(REL, i, self._stack[-1], antecedent=earlier.antecedent, opener=low, after_comma=comma))
                return
        if low in ("what", "how", "why"):
            self._push(Clause(THAT, i, now, opener=low))
        elif (
            noun >= 0
            and (words.kind[noun] in "NX'#Tt" or (kind == "W" and words.kind[noun] in "SDF)"))
            and not (low == "when" and words.kind[noun] != "N")
        ):
            antecedent = (self._np_start(noun), noun + 1) if words.kind[noun] not in "Tt" else (noun, noun + 1)
            self._push(Clause(REL, i, now, antecedent=antecedent, opener=low, after_comma=comma))
        else:
            self._push(Clause(SUB if kind == "w" else THAT, i, now, opener=low, after_comma=comma))

    def _that(self, i: int) -> None:
        words = self.words
        now = self._stack[-1]
        before = words.kind[i - 1] if i else ""
        after = words.kind[i + 1] if i + 1 < len(words.kind) else "."
        verb = now.verb
        speaks = verb is not None and verb.base in kinds.THINKING
        if before in "NX#" and before and after in FINITE | {"R"} and not (speaks and verb is not None and verb.end == i):
            self._push(Clause(REL, i, now, antecedent=(self._np_start(i - 1), i), opener="that"))
        elif before in "EFPVvGOQZNXRTtA,C\"'S":
            if before in ",C":
                self._leave(i)
                now = self._stack[-1]
            empty = now.subject is not None and words.low[now.subject[0]] == "it" and verb is not None and verb.base == "be"
            if before == "N" and not speaks and not empty:
                self._push(Clause(REL, i, now, antecedent=(self._np_start(i - 1), i), opener="that"))
            else:
                self._push(Clause(THAT, i, now, opener="that"))

    def _leave(self, i: int) -> None:
        """ ", and that …": back to the clause that tells what was said."""
        while len(self._stack) > 1 and not (
            (verb := self._stack[-1].verb) is not None and verb.base in kinds.THINKING and self._stack[-1].kind != THAT
        ):
            self._pop(i)

    def _leave_parts(self, i: int) -> None:
        while len(self._stack) > 1 and self._stack[-1].kind == CONTACT and self._stack[-1].verb is not None:
            self._pop(i)

    def _coordinate(self, i: int) -> int:
        """`and`, `but`: another verb of the same subject, another clause, or only another noun."""
        words = self.words
        if i + 1 < len(words.kind) and words.kind[i + 1] == "H":
            return 1
        if self._joins_verb(i + 1):
            place = self._same_level(i + 1)
            while len(self._stack) > place + 1:
                self._pop(i)
            now = self._stack[-1]
            if now.verb is None:
                return 1
            top = now.shares if now.kind == COORD and now.shares is not None else now
            clause = Clause(COORD, i, now, shares=now, opener=words.low[i])
            if top.kind == REL and now.owner() is None:
                clause.antecedent = top.antecedent
            self._push(clause)
        elif i + 1 < len(words.kind) and self._clause_follows(i + 1):
            comma = i > 0 and words.kind[i - 1] == ","
            while len(self._stack) > 1 and self._stack[-1].kind in (REL, CONTACT, PART, GERUND, COORD, SUB, RUN_ON):
                if self._stack[-1].verb is None:
                    break
                if self._stack[-1].kind == SUB and not comma:
                    break
                self._pop(i)
            if len(self._stack) > 1 and self._stack[-1].kind == THAT and comma and words.low[i] == "but":
                self._pop(i)
            if self._stack[-1].verb is not None or i == 0:
                self._push(Clause(RUN_ON, i, self._stack[-1], opener=words.low[i]))
        return 1

    def _same_level(self, i: int) -> int:
        """The place on the stack of the clause that a verb behind `and` goes on from."""
        verb = self.verb_at(self._over_adverbs(i))
        for place in range(len(self._stack) - 1, -1, -1):
            clause = self._stack[place]
            if clause.verb is None or not clause.verb.finite:
                continue
            if verb is not None and clause.kind in (REL, CONTACT, THAT, SUB) and place and not self._like(clause.verb, verb):
                continue
            return place
        return len(self._stack) - 1

    def _like(self, one: Verb, other: Verb) -> bool:
        """Whether two verbs have the same tense, so that "and" joins them."""
        kind = self.words.kind
        modal = bool(one.modal) == bool(other.modal) or kind[other.start] in "EFv"
        now = (kind[one.start] in "Vv" or self.words.low[one.start] in ("is", "are", "has", "have")) == (
            kind[other.start] in "Vv" or self.words.low[other.start] in ("is", "are", "has", "have")
        )
        auxiliary = kind[one.start] in "ZK" and kind[other.start] in "ZK"
        return modal and (now or auxiliary or kind[other.start] in "EF")

    def _joins_verb(self, i: int) -> bool:
        """Whether a finite verb without a subject follows."""
        kind = self.words.kind
        at = self._over_adverbs(i)
        if at >= len(kind) or kind[at] not in FINITE:
            return False
        if kind[at] == "v" and at == i and not (self._stack[-1].verb is not None):
            return False
        if kind[at] == "E" and at + 1 < len(kind) and kind[at + 1] in "NX" and not self._objects(at):
            return False  # "and united efforts"
        return self.verb_at(at) is not None

    def _objects(self, at: int) -> bool:
        return self._stack[-1].verb is not None

    def _clause_follows(self, i: int) -> bool:
        """Whether a subject and its finite verb follow, with nothing that ends a clause between."""
        kind = self.words.kind
        seen = False
        joined = 0
        for at in range(i, min(len(kind), i + _FAR)):
            this = kind[at]
            if this in "SQ":
                seen = True
            elif this in FINITE:
                if this == "E" and (not seen or self._reduced(at, fresh=True)):
                    continue
                return seen
            elif this in "NX#O":
                seen = True
            elif this in "DY'IRTtUFG(J-" or (this == '"' and at == i):
                continue
            elif this == "C" and seen and not joined:
                joined = 1
            elif this == "," and not seen and at > i and kind[at - 1] in "Tt":
                continue
            else:
                return False
        return False

    def _later_clause(self, i: int) -> bool:
        """Whether a clause follows behind what is put before it: "although on Friday the rate rose"."""
        at = self._over_adverbs(i)
        return at > i and self._clause_follows(at)

    def _pop(self, end: int) -> None:
        if len(self._stack) > 1:
            clause = self._stack.pop()
            clause.end = end

    def _pop_to_kind(self, kind: str, end: int) -> None:
        if any(clause.kind == kind for clause in self._stack):
            while len(self._stack) > 1:
                found = self._stack[-1].kind == kind
                self._pop(end)
                if found:
                    return
