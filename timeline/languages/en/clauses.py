"""The clauses of a sentence: where each begins and ends, its verb and subject, and what it depends on. Writes no titles.

One pass from left to right with a stack of open clauses: a subordinator or a relative opens one, a comma or
a verb that can't be its own closes it. It is no grammar, only what news and history need of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.inflect import base_of
from timeline.languages.en.tags import Words, is_plural_word

ROOT, THAT, SUB, REL, CONTACT, PART, GERUND, COORD, RUN_ON, QUOTE, ASIDE = (
    "root", "that", "sub", "rel", "contact", "part", "gerund", "coord", "run-on", "quote", "aside",
)  # fmt: skip
_NP = frozenset("NX#DY'a")
_FINITE = frozenset("PEVvMZKL")
_FAR = 14  # words in which a subject comes to its verb
_OWNERLESS = frozenset((REL, CONTACT, PART, GERUND, SUB))
_PERFECT_LINKS = frozenset(("after", "before", "since", "when", "while", "upon", "on", "until"))


@dataclass(slots=True)
class Verb:
    """A verb and its auxiliaries: the words `[start, end)`, the main one at `main`, in its base form."""

    start: int
    end: int
    main: int
    base: str
    finite: bool = True
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    modal: str = ""  # the modal, or "to" of "is to open"
    negated: bool = False


@dataclass(slots=True)
class Clause:
    """A clause: the words `[start, end)`, its opener among them; `subject` is a span of words, or its parent's is meant."""

    kind: str
    start: int
    parent: Clause | None = None
    end: int = -1
    verb: Verb | None = None
    subject: tuple[int, int] | None = None
    shares: Clause | None = None  # whose subject it has
    antecedent: tuple[int, int] | None = None
    opener: str = ""
    after_comma: bool = False
    children: list[Clause] = field(default_factory=list)

    def owner(self) -> tuple[int, int] | None:
        """The words of its subject, its own or that of the clause it shares it with."""
        clause: Clause | None = self
        for _ in range(20):
            if clause is None:
                return None
            if clause.subject is not None:
                return clause.subject
            clause = clause.shares
        return None


class Clauses:
    """The clauses of one sentence.

    >>> words = Words("The fire that destroyed the mill in 1951 began in a barn.", [(36, 40)])
    >>> found = Clauses(words)
    >>> clause = found.of(words.kind.index("T"))
    >>> clause.kind, clause.verb.base, words.slice(*clause.antecedent)
    ('rel', 'destroy', 'The fire')
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.root = Clause(ROOT, 0)
        self.all: list[Clause] = [self.root]
        self.at: list[Clause] = []  # the clause of each word
        self._stack = [self.root]
        self._walk()
        for clause in self.all:
            if clause.end < 0:
                clause.end = len(words.kind)

    def of(self, word: int) -> Clause:
        """The innermost clause that holds the word."""
        return self.at[word]

    # ------------------------------------------------------------ the pass

    def _walk(self) -> None:
        kind = self.words.kind
        i, count = 0, len(kind)
        while i < count:
            step = self._open(i)
            done = i + step
            while len(self.at) < done:
                self.at.append(self._stack[-1])
            i = done

    def _open(self, i: int) -> int:
        """What a word opens or closes; gives how many words are dealt with."""
        kind = self.words.kind[i]
        if kind in _FINITE:
            verb = self._verb(i)
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

    def _push(self, clause: Clause) -> None:
        self.all.append(clause)
        if clause.parent is not None:
            clause.parent.children.append(clause)
        self._stack.append(clause)

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
            if clause.kind in (REL, CONTACT, PART, GERUND, SUB, RUN_ON) and (clause.verb is not None) and not listed:
                self._pop(i)
            elif clause.kind == COORD and clause.parent is not None and clause.parent.kind in (REL, SUB):
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

    def _infinitive(self, i: int) -> int:
        """`to` with its verb, which is no finite one: "to be released", "to cut"."""
        kind, low = self.words.kind, self.words.low
        at = i + 1
        while at < len(kind) - 1 and kind[at] == "R":
            at += 1
        if at >= len(kind) or kind[at] not in "vNEPzKLVFX":
            return 1
        while at < len(kind) - 1 and low[at] in ("be", "have", "been"):
            at += 1
            while at < len(kind) - 1 and kind[at] == "R":
                at += 1
        if kind[at] not in "vEPFKLV" or (kind[at] == "V"):
            return max(1, at - i)
        return at + 1 - i

    # ------------------------------------------------------------ openers

    def _link(self, i: int, kind: str) -> int:
        words = self.words
        low, now = words.low[i], self._stack[-1]
        if kind == "C":
            return self._coordinate(i)
        comma = i > 0 and words.kind[i - 1] in ",-("
        if kind == "J":
            if low == "for" or not self._clause_follows(i + 1):
                if i + 1 < len(words.kind) and words.kind[i + 1] == "G" and low in _PERFECT_LINKS and low not in ("on", "upon"):
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
        elif noun >= 0 and (words.kind[noun] in "NX'#Tt" or (kind == "W" and words.kind[noun] in "SDF)")) and not (low == "when" and words.kind[noun] != "N"):
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
        if before in "NX#" and before and after in _FINITE | {"R"} and not (speaks and verb is not None and verb.end == i):
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
        """", and that …": back to the clause that tells what was said."""
        while len(self._stack) > 1 and not (
            (verb := self._stack[-1].verb) is not None and verb.base in kinds.THINKING and self._stack[-1].kind != THAT
        ):
            self._pop(i)

    def _leave_parts(self, i: int) -> None:
        while len(self._stack) > 1 and self._stack[-1].kind == CONTACT and self._stack[-1].verb is not None:
            self._pop(i)

    def _holder(self) -> Clause:
        """The clause whose subject a participle shares."""
        return next((clause for clause in reversed(self._stack) if clause.kind not in (PART, GERUND, ASIDE)), self.root)

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
        verb = self._verb(self._over_adverbs(i))
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

    # ------------------------------------------------------------ verbs

    def _over_adverbs(self, i: int) -> int:
        """Behind adverbs, dates and what stands with a date."""
        kind = self.words.kind
        while i < len(kind):
            if kind[i] in "RTt":
                i += 1
            elif kind[i] in "IJ" and i + 1 < len(kind) and kind[i + 1] in "Tt":
                i += 2
            else:
                break
        return i

    def _joins_verb(self, i: int) -> bool:
        """Whether a finite verb without a subject follows."""
        kind = self.words.kind
        at = self._over_adverbs(i)
        if at >= len(kind) or kind[at] not in _FINITE:
            return False
        if kind[at] == "v" and at == i and not (self._stack[-1].verb is not None):
            return False
        if kind[at] == "E" and at + 1 < len(kind) and kind[at + 1] in "NX" and not self._objects(at):
            return False  # "and united efforts"
        return self._verb(at) is not None

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
            elif this in _FINITE:
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

    def _verb(self, i: int) -> Verb | None:
        """The finite verb that begins at a word."""
        words = self.words
        kind, low = words.kind, words.low
        count = len(kind)
        if i >= count:
            return None
        first = kind[i]
        negated = low[i][-3:] in ("n't", "n’t") or low[i] == "cannot"

        def behind(at: int) -> int:
            nonlocal negated
            while at < count and (kind[at] == "R" or (kind[at] == '"' and at + 1 < count and kind[at + 1] in "EFR")):
                negated = negated or low[at] in ("not", "never", "n't")
                at += 1
            return at

        if first == "M":
            at = behind(i + 1)
            if at >= count or kind[at] in ",.SQ":
                return None
            if low[at] == "be":
                return self._of_be(i, at, low[i], negated=negated, behind=behind)
            if low[at] == "have":
                nxt = behind(at + 1)
                if nxt < count and kind[nxt] in "EFP":
                    return Verb(i, nxt + 1, nxt, base_of(low[nxt]), perfect=True, modal=low[i], negated=negated)
                if nxt < count and low[nxt] == "been":
                    verb = self._of_be(i, nxt, low[i], negated=negated, behind=behind)
                    verb.perfect = True
                    return verb
            return Verb(i, at + 1, at, low[at], modal=low[i], negated=negated)
        if first == "Z":
            at = behind(i + 1)
            if at + 1 < count and kind[at] == "U" and kind[at + 1] in "vNEVRz" and low[at + 1] != "the":
                end = behind(at + 1)
                if low[end] == "be":
                    return self._of_be(i, end, "to", negated=negated, behind=behind)
                return Verb(i, end + 1, end, low[end], modal="to", negated=negated)
            return self._of_be(i, i, "", negated=negated, behind=behind)
        if first == "K":
            at = behind(i + 1)
            if at < count and low[at] == "been":
                verb = self._of_be(i, at, "", negated=negated, behind=behind)
                verb.perfect = True
                return verb
            if at < count and kind[at] in "EFP" and low[at] != "had":
                return Verb(i, at + 1, at, base_of(low[at]), perfect=True, negated=negated)
            if at < count and low[at] in ("become", "come", "run", "had", "overcome"):
                return Verb(i, at + 1, at, base_of(low[at]), perfect=True, negated=negated)
            return Verb(i, i + 1, i, "have", negated=negated)
        if first == "L":
            at = behind(i + 1)
            if at < count and at > i and kind[at] in "vN" and (negated or kind[at] == "v"):
                return Verb(i, at + 1, at, low[at], negated=negated)
            return Verb(i, i + 1, i, "do", negated=negated)
        if first == "V":
            return Verb(i, i + 1, i, _base_of_present(low[i]))
        return Verb(i, i + 1, i, low[i] if first == "v" else base_of(low[i]))

    def _of_be(self, start: int, at: int, modal: str, *, negated: bool, behind: object) -> Verb:
        """A verb with "be": the passive, what goes on, or "be" itself."""
        kind, low = self.words.kind, self.words.low
        nxt: int = behind(at + 1)  # type: ignore[operator]
        negated = negated or any(word in ("not", "never") for word in low[at + 1 : nxt])
        if nxt < len(kind) and low[nxt] == "being":
            nxt = behind(nxt + 1)  # type: ignore[operator]
        if nxt < len(kind) and kind[nxt] in "EFP" and not (kind[nxt] == "P" and low[nxt] in ("became", "went")):
            return Verb(start, nxt + 1, nxt, base_of(low[nxt]), passive=True, modal=modal, negated=negated)
        if nxt < len(kind) and kind[nxt] == "G":
            return Verb(start, nxt + 1, nxt, base_of(low[nxt]), progressive=True, modal=modal, negated=negated)
        return Verb(start, at + 1, at, "be", modal=modal, negated=negated)

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
            if bare and now.kind not in (COORD,) and i > now.start and (self._reduced(i) or self._inserted(i)):
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
            if (not bare or listed) and kind[i - 1] == "," and now.verb is not None and now.verb.finite:
                self._push(Clause(COORD, i, now, shares=now, verb=verb))
                return verb.end - i
            return self._reduce(verb) if bare else verb.end - i
        return self._with_subject(verb, subject, bare=bare)

    def _aside(self, now: Clause, verb: Verb) -> bool:
        """", a spokesman said," between a subject and its verb: puts it aside."""
        kind = self.words.kind
        i = verb.start
        comma = next((at for at in range(i - 1, max(now.start, i - 9), -1) if kind[at] == ","), -1)
        if comma <= now.start or kind[verb.end : verb.end + 1] != [","] or verb.end + 1 >= len(kind):
            return False
        if kind[verb.end + 1] not in _FINITE or not any(one in "NX" for one in kind[now.start : comma]):
            return False
        clause = Clause(ASIDE, comma, now, end=verb.end, verb=verb, subject=(comma + 1, i))
        self.all.append(clause)
        now.children.append(clause)
        return True

    def _with_subject(self, verb: Verb, subject: tuple[int, int], *, bare: bool) -> int:
        """A verb with a subject of its own, in a clause that has one: what was said, a relative without `that`, or a new sentence."""
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
        if first is not None and (first.passive or first.base == "be") and kind[verb.start] == "E" and kind[verb.end : verb.end + 1] not in (
            ["D"], ["Y"], ["X"], ["O"], ["#"],
        ):  # fmt: skip
            verb.passive = True  # "was caught and deported"
        clause.verb = verb
        clause.subject = subject or self._subject_of(clause, verb.start)

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
        kind, low = words.kind, words.low
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
                comma = self._comma_between(clause, at, verb)
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

    def _comma_between(self, clause: Clause, at: int, verb: int) -> int:
        """The comma that ends what is put before a subject: the first behind which a subject can stand."""
        kind = self.words.kind
        last = -1
        for place in range(at, verb - 1):
            if kind[place] == "," and self.at[place] is clause or (kind[place] == "," and place < len(self.at)):
                if kind[place + 1] in 'DYSQX#NTIJR"':
                    rest = kind[place + 1 : verb]
                    if "," not in rest or kind[place + 1] in "SQIJR" or kind[verb - 1] == ",":
                        return place
                    final = max(at for at in range(place, verb) if kind[at] == ",")
                    return place if "C" in kind[final:verb] or kind[final + 1] not in "DYXN#" else final
        return last

    # ------------------------------------------------------------ participles

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
        if agent < len(kind) - 1 and words.low[agent] == "by" and kind[agent + 1] in "DYX":
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
            if this in "CBWwHS;-\"" or (this == "," and at > i + 1):
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
                return kind[at + 1] in _FINITE and kind[at + 1] != "v"
        return False

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
        if low in ("starting", "beginning") and i + 1 < len(words.kind) and (
            words.kind[i + 1] == "T" or (i + 2 < len(words.kind) and words.kind[i + 1] in "IJ" and words.kind[i + 2] == "T")
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
            if words.low[i - 1] in _PERFECT_LINKS | {"for", "of", "by", "despite"}:
                self._push(Clause(GERUND, i, self._stack[-1], verb=self._gerund(i), shares=self._holder(), opener=words.low[i - 1]))

    def _gerund(self, i: int) -> Verb:
        kind, low = self.words.kind, self.words.low
        if low[i] == "having" and i + 1 < len(kind):
            at = i + 1
            while at < len(kind) - 1 and kind[at] == "R":
                at += 1
            if low[at] == "been" and at + 1 < len(kind) and kind[at + 1] in "EF":
                return Verb(i, at + 2, at + 1, base_of(low[at + 1]), finite=False, perfect=True, passive=True)
            if kind[at] in "EFP":
                return Verb(i, at + 1, at, base_of(low[at]), finite=False, perfect=True)
        if low[i] == "being" and i + 1 < len(kind) and kind[i + 1] in "EF":
            return Verb(i, i + 2, i + 1, base_of(low[i + 1]), finite=False, passive=True)
        return Verb(i, i + 1, i, base_of(low[i]), finite=False)


def _base_of_present(word: str) -> str:
    """The base of a form in -s."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "goes", "does")):
        return word[:-2]
    return word[:-1]


def is_plural(words: Words, span: tuple[int, int]) -> bool:
    """Whether a subject is many.

    >>> words = Words("Two men of the village")
    >>> is_plural(words, (0, 5))
    True
    """
    kind, low = words.kind, words.low
    start, end = span
    if kind[start] in "SQ" and end - start == 1:
        return low[start] in ("they", "we", "i", "you")
    if low[start] in ("both", "many", "several", "few", "dozens", "hundreds", "thousands", "millions", "some", "most", "all", "these", "those"):
        return True
    if low[start] in kinds.NUMBERS and low[start] not in ("one", "half") and end - start > 1 and kind[start + 1] != "I":
        return True
    head = start
    for at in range(start, end):
        this = kind[at]
        if (this in "IJWHwEGFU(" and at > start) or (this == "," and at > start):
            if low[at] == "of" and low[head] in ("number", "majority", "group", "series", "lot", "percent", "%", "pair", "half", "couple"):
                if low[head] in ("number", "lot", "majority", "couple", "percent", "half") and low[start] in ("a", "the", "half"):
                    if low[start] == "the" and low[head] == "number":
                        break
                    head = at
                    continue
                break
            if low[at] == "of":
                break
            if this == "," and _listed(words, at, end):
                return True
            break
        if this == "C" and low[at] == "and" and at + 1 < end:
            return True
        if this == "'" or this == '"':
            continue
        if this in "NX" or (this == "#" and kind[head] != "X"):
            head = at
        elif this == "-":
            break
    word = low[head]
    if kind[head] == "#":
        return word not in ("one", "half") and word[:1] not in "$£€"
    if kind[head] == "X" and words.text[words.starts[head] : words.ends[head]].isupper():
        return False
    if kind[head] == "X" and not (head > start and low[start] == "the"):
        return word.endswith(("ians", "cans", "crats", "ists", "ers")) and head == start
    return is_plural_word(word)


def _listed(words: Words, at: int, end: int) -> bool:
    """Whether a comma in a subject stands in a list: "A, B and C"."""
    low = words.low
    rest = low[at + 1 : end]
    return "and" in rest and words.kind[end - 1] != ","


def spans_of(clause: Clause) -> Iterator[tuple[int, int]]:
    """The spans of the clauses inside."""
    for child in clause.children:
        yield child.start, child.end
