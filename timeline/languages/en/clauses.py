"""The clauses of a sentence: where each begins and ends, its verb and subject, and what it depends on. Writes no titles.

One pass from left to right with a stack of open clauses: a subordinator or a relative opens one, a comma or
a verb that can't be its own closes it. It is no grammar, only what news and history need of one.
"""

from __future__ import annotations

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import (
    ASIDE,
    CONTACT,
    COORD,
    GERUND,
    PART,
    QUOTE,
    REL,
    ROOT,
    RUN_ON,
    SUB,
    THAT,
    Clause,
    Verb,
)
from timeline.languages.en.links import Links
from timeline.languages.en.participles import FINITE
from timeline.languages.en.tags import Words

_ACTING = frozenset((*FINITE, *'U,BJwWHCGF"();.-'))  # the kinds that _open does something with
_OWNERLESS = frozenset((REL, CONTACT, PART, GERUND, SUB))


class Clauses(Links):
    """The clauses of one sentence.

    >>> words = Words("The fire that destroyed the mill in 1951 began in a barn.", [(36, 40)])
    >>> found = Clauses(words)
    >>> clause = found.of(words.kind.index("T"))
    >>> clause.kind, clause.verb.base, words.slice(*clause.antecedent)
    ('rel', 'destroy', 'The fire')
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.root = Clause(ROOT, 0)
        self.all.append(self.root)
        self.at: list[Clause] = []  # the clause of each word
        self._stack.append(self.root)
        self._walk()
        for clause in self.all:
            if clause.end < 0:
                clause.end = len(words.kind)

    def of(self, word: int) -> Clause:
        """The innermost clause that holds the word."""
        return self.at[word]

    def _walk(self) -> None:
        kind = self.words.kind
        i, count = 0, len(kind)
        while i < count:
            if kind[i] in _ACTING:
                i += self._open(i)
                self.at.extend([self._stack[-1]] * (i - len(self.at)))
            else:  # as most words
                self.at.append(self._stack[-1])
                i += 1

    def _open(self, i: int) -> int:
        """What a word opens or closes; gives how many words are dealt with."""
        kind = self.words.kind[i]
        if kind in FINITE:
            verb = self.verb_at(i)
            if verb is not None:
                return self._take(verb)
        elif kind == "U":
            return self._infinitive(i)
        elif kind == ",":
            self._comma(i)
        elif kind in "BJwWHC":
            return self._link(i, kind)
        elif kind in "GF":
            count = len(self.all)
            self._nonfinite(i, kind)
            last = self.all[-1].verb
            return last.end - i if len(self.all) > count and last is not None and last.start == i else 1
        elif kind == '"':
            self._quote(i)
        elif kind == "(":
            self._push(Clause(ASIDE, i, self._stack[-1]))
        elif kind == ")":
            self._pop_to_kind(ASIDE, i + 1)
        elif kind in ";" or (kind == "." and i + 1 < len(self.words.kind)):
            self._to_root(i)
        elif kind == "-" and (self.words.low[i] in ("—", "–", "--") or self._spaced(i)):
            self._dash(i)
        return 1

    def _spaced(self, i: int) -> bool:
        words = self.words
        return (
            0 < i < len(words.kind) - 1
            and words.starts[i] > words.ends[i - 1]
            and words.starts[i + 1] > words.ends[i]
            and not (words.kind[i - 1] == "X" and words.kind[i + 1] == "X")
        )

    def _to_root(self, i: int) -> None:
        """A semicolon: what follows is a sentence of its own."""
        while len(self._stack) > 1 and self._stack[-1].kind not in (QUOTE, ASIDE):
            self._pop(i)
        self._push(Clause(RUN_ON, i + 1, self._stack[-1]))

    def _dash(self, i: int) -> None:
        if any(clause.kind == ASIDE and clause.opener == "-" for clause in self._stack):
            while self._stack[-1].opener != "-":
                self._pop(i)
            self._pop(i + 1)
        else:
            while len(self._stack) > 1 and self._stack[-1].kind in _OWNERLESS and self._stack[-1].verb is not None:
                self._pop(i)
            self._push(Clause(ASIDE, i, self._stack[-1], opener="-"))

    def _quote(self, i: int) -> None:
        """A quotation that is a sentence of its own is a clause; a few quoted words are not."""
        kind = self.words.kind
        if any(clause.kind == QUOTE for clause in self._stack):
            if i + 1 < len(kind) and kind[i - 1] not in ",." and kind[i + 1] not in ",.SXNDPEC" and self._odd(i):
                return
            self._pop_to_kind(QUOTE, i + 1)
            return
        ahead = kind[i - 1] if i else ""
        if ahead in ("", ",", ":", ".") and ('"' in kind[i + 2 :] or ahead == ",") and self._is_sentence(i + 1):
            self._push(Clause(QUOTE, i, self._stack[-1]))

    def _odd(self, i: int) -> bool:
        return self.words.low[i] in ("“", "``", "'", "‘")

    def _is_sentence(self, i: int) -> bool:
        """Whether a quotation opens like a sentence."""
        words = self.words
        return i < len(words.kind) and words.text[words.starts[i]].isupper()

    def _comma(self, i: int) -> None:
        """A comma ends what a comma or the head of the sentence has opened."""
        kind = self.words.kind
        after = kind[i + 1] if i + 1 < len(kind) else "."
        if self._stack[-1].verb is not None and self._in_list(i):
            return
        while len(self._stack) > 1:
            clause = self._stack[-1]
            listed = after == "C" and self._joins_verb(i + 2) and clause.verb is not None and clause.kind == REL
            if (clause.kind in (REL, CONTACT, PART, GERUND, SUB, RUN_ON) and (clause.verb is not None) and not listed) or (
                clause.kind == COORD and clause.parent is not None and clause.parent.kind in (REL, SUB)
            ):
                self._pop(i)
            else:
                break

    def _in_list(self, i: int) -> bool:
        """Whether a comma stands between the members of a list: "the ferry, the barge and the boats"."""
        kind = self.words.kind
        if kind[i - 1] not in "NX#":
            return False
        for at in range(i + 1, min(len(kind) - 1, i + 12)):
            if kind[at] == "C" and self.words.low[at] in ("and", "or"):
                return kind[at + 1] in "NXDY#" and not self._joins_verb(at + 1) and not self._clause_follows(at + 1)
            if kind[at] not in "NX#DY,'" or (kind[at] == "," and kind[at + 1] not in "NX#DYC"):
                return False
        return False

    def _take(self, verb: Verb) -> int:
        """Gives a verb to the clause whose it is."""
        words = self.words
        kind = words.kind
        now = self._stack[-1]
        i = verb.start
        bare = kind[i] == "E"
        if now.verb is None:
            if verb.base in kinds.REPORTING and self._aside(now, verb):
                return verb.end - i
            if (
                bare
                and now.kind not in (COORD,)
                and i > now.start
                and (self._reduced(i) or self._inserted(i) or self._fronted(now, i))
            ):
                return self._reduce(verb)
            if now.kind in (REL, CONTACT) or i > 0:
                self._assign(now, verb)
                return verb.end - i
            if bare:
                return self._reduce(verb)  # "Founded in 1951, the mill …"
            self._assign(now, verb)
            return verb.end - i
        subject = self._subject_before(i)
        waiting = self._waiting()
        if waiting is not None and not (bare and self._reduced(i, fresh=kind[i - 1] != "N")):
            whole = self._stack[-1].kind in (REL, CONTACT, PART, ASIDE)
            while self._stack[-1] is not waiting:
                self._pop(i if whole or subject is None else subject[0])
            self._assign(waiting, verb, subject if not whole and waiting is not self.root else None)
            return verb.end - i
        if subject is None:
            listed = bare and kind[i - 1] == "," and kind[i - 2] == "T" and "C" in kind[i : i + 8]
            if (not bare or listed) and kind[i - 1] == "," and now.verb.finite:
                self._push(Clause(COORD, i, now, shares=now, verb=verb))
                return verb.end - i
            return self._reduce(verb) if bare else verb.end - i
        return self._with_subject(verb, subject, bare=bare)

    def _aside(self, now: Clause, verb: Verb) -> bool:
        """ ", a spokesman said," between a subject and its verb: puts it aside."""
        kind = self.words.kind
        i = verb.start
        comma = next((at for at in range(i - 1, max(now.start, i - 9), -1) if kind[at] == ","), -1)
        if comma <= now.start or kind[verb.end : verb.end + 1] != [","] or verb.end + 1 >= len(kind):
            return False
        if kind[verb.end + 1] not in FINITE or not any(one in "NX" for one in kind[now.start : comma]):
            return False
        clause = Clause(ASIDE, comma, now, end=verb.end, verb=verb, subject=(comma + 1, i))
        self.all.append(clause)
        now.children.append(clause)
        return True

    def _with_subject(self, verb: Verb, subject: tuple[int, int], *, bare: bool) -> int:
        """A verb with a subject of its own, in a clause that has one: what was said, a relative without `that` …"""
        words, now = self.words, self._stack[-1]
        i, start = verb.start, subject[0]
        pronoun = words.kind[start] in "SQ"
        comma = start > 0 and words.kind[start - 1] in ',":-'
        told = now.verb
        speaks = told is not None and told.base in kinds.THINKING
        whole = start > 0 and words.kind[start - 1] in "NX'"
        if bare and not pronoun and not speaks and not comma and not whole:
            return self._reduce(verb)
        if comma:
            after = words.kind[verb.end] if verb.end < len(words.kind) else "."
            ends = {QUOTE, ASIDE, ROOT} if verb.base in kinds.REPORTING and after not in "NX#DYOH" else {QUOTE, ASIDE, THAT, ROOT}
            while len(self._stack) > 1 and self._stack[-1].kind not in ends:
                self._pop(start)
            clause = Clause(RUN_ON, start, self._stack[-1])
        elif speaks and told is not None and told.end <= start:
            clause = Clause(THAT, start, now)
        elif start > 0 and words.kind[start - 1] in "NX'T":
            noun = start - 1
            clause = Clause(CONTACT, start, now, antecedent=(self._np_start(noun), start) if words.kind[noun] != "T" else None)
        else:
            clause = Clause(RUN_ON, start, now)
        self._push(clause)
        while len(self.at) > start:
            self.at.pop()
        self.at.extend([clause] * (i - start))
        clause.subject = subject
        clause.verb = verb
        return verb.end - i

    def _waiting(self) -> Clause | None:
        """The clause on the stack that is still without a verb, if what lies over it can be closed."""
        for clause in reversed(self._stack):
            if clause.verb is None and clause.kind not in (ASIDE, QUOTE):
                return clause
            if clause.kind not in _OWNERLESS and clause.kind not in (COORD, RUN_ON, THAT):
                return None
            if clause.kind == THAT and clause.opener not in ("what", "how", "why", "who", "that"):
                return None
        return None

    def _assign(self, clause: Clause, verb: Verb, subject: tuple[int, int] | None = None) -> None:
        first = clause.shares.verb if clause.kind == COORD and clause.shares is not None else None
        kind = self.words.kind
        after = kind[verb.end] if verb.end < len(kind) else "."
        joined = first is not None and (first.passive or first.base == "be")
        if joined and kind[verb.start] == "E" and after not in "DYXO#":
            verb.passive = True  # "was caught and deported"
        clause.verb = verb
        clause.subject = subject or self._subject_of(clause, verb.start)
