"""A clause as a headline: subject, verb in the present tense, and what belongs to it, cut where a phrase ends.

Puts no word that the sentence does not have, but for the form of its verbs.
"""

from __future__ import annotations

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauseparts import ASIDE, CONTACT, COORD, GERUND, PART, REL, RUN_ON, SUB, THAT, Clause, Verb
from timeline.languages.en.inflect import present
from timeline.languages.en.nounphrases import NounPhrases
from timeline.languages.en.number import is_plural
from timeline.languages.en.tags import Words
from timeline.languages.en.trim import LONGEST, cut, tidy

_PASSING = frozenset(
    """
    also now then later earlier already just still soon thus therefore however today yesterday tomorrow only here there
    recently subsequently once indeed instead additionally even consequently currently finally eventually meanwhile so long back
    out up down off away n't n’t not
    """.split()
)
_WILL = frozenset("will 'll ’ll would shall".split())
_LOOSE = frozenset("because although though while whereas as when if unless despite".split())


class Composer(NounPhrases):
    """Makes headlines of the clauses of one sentence.

    >>> from timeline.languages.en.clauses import Clauses
    >>> words = Words("But Kim opened a factory in Sunchon on Friday, state media said.", [(39, 45)])
    >>> clauses = Clauses(words)
    >>> place = words.kind.index("T")
    >>> Composer(words, clauses, lambda span, clause: "", str.istitle).tell(clauses.of(place), place)
    'Kim opens a factory in Sunchon'
    """

    # ------------------------------------------------------------ whole clauses

    def tell(self, clause: Clause, place: int, longest: int = LONGEST) -> str:
        """The headline of a clause that the date at `place` dates (-1: none); "" where it has no subject or no verb."""
        verb = clause.verb
        span = self._subject_span(clause)
        if verb is None or span is None:
            return ""
        since = place > 0 and self.words.low[place - 1] in ("since", "for")
        plural = self._many(span)
        subject = self.noun(span, clause, place)
        if not subject:
            return ""
        low = subject.lower()
        if subject != self._plain(span):
            plural = plural and low not in ("he", "she", "it")
        told = self._leading(clause, verb) + self._verb(clause, verb, plural=plural, since=since)
        thing = self._object(clause)
        skip = self._skipped(clause, place)
        pieces = self._rest(clause, verb.end, skip)
        tail = ""
        if thing:
            pieces, tail = self._with_object(clause, thing, pieces), self._trailing(clause)
        if (not pieces and verb.base == "be" and not verb.passive and not thing) or verb.base == "date":
            return tidy(subject)
        text = self._fit(f"{subject} {told}", pieces, tail, verb, longest)
        if text.endswith("…") and (short := self._core(span, clause, place)):
            return self._fit(f"{short} {told}", pieces, tail, verb, longest)
        return text

    def _core(self, span: tuple[int, int], clause: Clause, place: int) -> str:
        """A subject without what a preposition adds: "Lectures" of "Lectures in towns of the north"; "" if that is all."""
        words = self.words
        start, end = span
        stop = next((at for at in range(start + 1, end) if words.kind[at] in "IJ" and words.low[at] != "of"), end)
        return self.noun((start, stop), clause, place) if stop < end else ""

    def _leading(self, clause: Clause, verb: Verb) -> str:
        """The adverbs before a verb that say more than when: "nearly", "allegedly"."""
        words = self.words
        at = verb.start
        while at > clause.start and words.kind[at - 1] == "R":
            at -= 1
        kept = [words.slice(place, place + 1) for place in range(at, verb.start) if words.low[place] not in _PASSING]
        return " ".join(kept) + " " if kept and verb.finite and clause.owner() is not None else ""

    def _subject_span(self, clause: Clause) -> tuple[int, int] | None:
        if clause.kind == REL:
            own = clause.subject
            head = clause.antecedent
            if (
                own is None
                and head is not None
                and self.words.low[head[1] - 1] in ("one", "those", "ones")
                and clause.parent is not None
            ):
                return self._subject_span(clause.parent) or head
            return own if own is not None else clause.antecedent
        if clause.kind == COORD and clause.antecedent is not None and clause.owner() is None:
            return clause.antecedent
        if clause.kind in (PART, GERUND):
            if clause.antecedent is not None and clause.shares is None:
                return clause.antecedent
            holder = clause.shares
            return None if holder is None else self._subject_span(holder) or clause.antecedent
        if clause.kind == COORD and clause.shares is not None:
            return self._subject_span(clause.shares)
        return clause.owner()

    # ------------------------------------------------------------ the verb

    def _verb(self, clause: Clause, verb: Verb, *, plural: bool, since: bool = False) -> str:
        """The verb in the headline's present."""
        words = self.words
        low = words.low
        head = low[verb.start]
        between = [at for at in range(verb.start + 1, verb.main) if words.kind[at] in 'R"' and low[at] not in ("n't",)]
        adverbs = " ".join(words.slice(at, at + 1) for at in between if words.kind[at] == "R")
        main = words.slice(verb.main, verb.main + 1)
        main = low[verb.main] if main[:1].isupper() and main[1:].islower() else main
        lead = f"{adverbs} " if adverbs else ""
        if head in ("was", "is", "has", "does", "wasn't", "isn't", "hasn't", "doesn't"):
            plural = False
        elif head in ("were", "are", "have", "weren't", "aren't", "haven't"):
            plural = True
        if not verb.finite:
            if verb.passive:
                return f"{present('be', plural=plural)} {lead}{main}"
            return f"{lead}{present(verb.base, plural=plural)}"
        if verb.modal:
            whole = words.slice(verb.start, verb.end)
            if verb.modal == "to" or (verb.modal in _WILL and not verb.negated and not verb.perfect):
                rest = list(range(verb.start + 1, verb.end))
                return f"{'will' if verb.modal != 'to' else present('be', plural=plural)} {self._join(rest)}"
            return whole
        if words.kind[verb.start] in "Vv":
            return words.slice(verb.start, verb.end)
        no = (("n't" in head or "n’t" in head) and "not ") or ""
        if words.kind[verb.start] == "L" and verb.main > verb.start:
            if verb.negated:
                return f"{present('do', plural=plural)} {no}{lead}{low[verb.main]}"
            return f"{lead}{present(low[verb.main], plural=plural)}"
        if verb.perfect and (since or verb.negated or verb.progressive):
            rest = list(range(verb.start + 1, verb.end))
            return f"{present('have', plural=plural)} {no}{self._join(rest)}"
        if verb.passive:
            return f"{present('be', plural=plural)} {no}{lead}{main}"
        if verb.progressive:
            return f"{present('be', plural=plural)} {no}{lead}{main}"
        if verb.base == "be":
            if words.low[clause.subject[0]] == "i" if clause.subject else False:
                return f"am{' not' if no else ''}"
            return f"{present('be', plural=plural)}{' not' if no else ''}{' ' + adverbs if adverbs else ''}"
        if verb.base == "use" and words.kind[verb.end : verb.end + 1] == ["U"]:
            return words.slice(verb.start, verb.end)
        return f"{lead}{present(verb.base, plural=plural)}"

    def verb_of(self, clause: Clause, verb: Verb, span: tuple[int, int]) -> str:
        """The verb of a clause whose subject is that span, in the headline's present."""
        return self._verb(clause, verb, plural=self._many(span))

    # ------------------------------------------------------------ what follows the verb

    def _skipped(self, clause: Clause, place: int) -> set[int]:
        """The words behind the verb that the title leaves out in any case."""
        words = self.words
        kind, low = words.kind, words.low
        skip = self._date(place) if place >= 0 else set()
        dated = {at for at in range(clause.start, clause.end) if kind[at] == "T" and at != place}
        for child in self._below(clause):
            inside = range(child.start, child.end)
            others = any(at in dated for at in inside)
            gone = child.kind in (ASIDE, RUN_ON)
            gone = gone or (child.kind == REL and (child.after_comma or others))
            gone = gone or (child.kind == SUB and (child.after_comma or others or child.opener in _LOOSE))
            gone = gone or (child.kind in (COORD, PART, GERUND) and others)
            if gone:
                skip.update(inside)
                if child.start > 0 and kind[child.start - 1] == ",":
                    skip.add(child.start - 1)
                    if child.end < clause.end and kind[child.end] == "," and child.kind == REL:
                        skip.add(child.end)
        for at in range(clause.start, clause.end):
            if kind[at] == "I" and low[at] == "according":
                end = next((x for x in range(at + 1, clause.end) if kind[x] == ","), clause.end)
                skip.update(range(at, end))
        return skip

    def _below(self, clause: Clause) -> list[Clause]:
        out = [*clause.children]
        for child in out:
            out.extend(child.children)
        return out

    def _rest(self, clause: Clause, start: int, skip: set[int]) -> list[str | int]:
        """The words behind the verb: places of words, and verbs put into the present."""
        words = self.words
        verbs: dict[int, tuple[int, str]] = {}
        span = self._subject_span(clause)
        plural = span is not None and is_plural(words, span)
        for child in self._below(clause):
            verb = child.verb
            if verb is None or not verb.finite or verb.start in skip:
                continue
            if child.kind == COORD and self._chain(child, clause):
                if verb.passive and words_bare(self.words, verb):
                    continue
                verbs[verb.start] = verb.end, self._verb(child, verb, plural=plural)
            elif child.kind in (THAT, COORD) and self._of_speech(child):
                shifted = self._shifted(child, verb)
                if shifted:
                    verbs[verb.start] = shifted
        out: list[str | int] = []
        at = start
        while at < clause.end:
            if self.words.kind[at] in ":;" and out:
                break
            if at in verbs and at not in skip:
                out.append(verbs[at][1])
                at = verbs[at][0]
                continue
            if at not in skip:
                out.append(at)
            elif self.words.kind[at] == "'" and self.words.kind[at - 1] == "T" and at - 1 in skip:
                out.append("the")
            at += 1
        return self._trimmed(out)

    def _chain(self, child: Clause, clause: Clause) -> bool:
        one: Clause | None = child
        while one is not None and one.kind == COORD:
            one = one.shares
        other: Clause | None = clause
        while other is not None and other.kind == COORD:
            other = other.shares
        return one is other

    def _of_speech(self, child: Clause) -> bool:
        parent = child.parent
        return parent is not None and parent.verb is not None and parent.verb.base in kinds.THINKING

    def _shifted(self, child: Clause, verb: Verb) -> tuple[int, str] | None:
        """What was told, from where the telling is now: "had sunk" is "has sunk", "would" is "will"."""
        head = self.words.low[verb.start]
        if head == "would":
            return verb.start + 1, "will"
        span = self._subject_span(child)
        if head == "had" and verb.perfect and span is not None:
            return verb.start + 1, present("have", plural=self._many(span))
        return None

    def _trimmed(self, out: list[str | int]) -> list[str | int]:
        kind = self.words.kind
        while (
            out
            and isinstance(out[-1], int)
            and (
                kind[out[-1]] in ",;:.-C("
                or (kind[out[-1]] == "R" and len(out) > 1 and isinstance(out[-2], int) and kind[out[-2]] == ",")
            )
        ):
            out.pop()
        while (
            out
            and isinstance(out[0], int)
            and kind[out[0]] in ",;:."
            and not (kind[out[0]] == "," and len(out) > 1 and isinstance(out[1], int) and kind[out[1]] == "G")
        ):
            out.pop(0)
        return out

    def _object(self, clause: Clause) -> str:
        """What a relative clause with its own subject is about: "a message" of "a message Kim sent"."""
        if clause.antecedent is None or clause.subject is None or clause.opener in ("whose", "when"):
            return ""
        if clause.kind not in (REL, CONTACT):
            return ""
        before = clause.start - 1
        words = self.words
        prefix = ""
        if clause.kind == REL and before > clause.antecedent[1] - 1 and words.kind[before] in "IJU":
            prefix = words.low[before] + " "
            if prefix == "of ":
                return ""
        elif clause.opener == "where":
            if words.kind[clause.antecedent[1] - 1] != "X":
                return ""
            prefix = "in "
        thing = self.noun(clause.antecedent, clause)
        return prefix + (thing[:1].lower() + thing[1:] if words.kind[clause.antecedent[0]] in "DY" else thing)

    def _with_object(self, clause: Clause, thing: str, pieces: list[str | int]) -> list[str | int]:
        """The object behind its verb, or behind the infinitive that governs it; behind all of it, if with a preposition."""
        kind = self.words.kind
        if thing.split(" ", 1)[0] in kinds.PREPOSITIONS:
            return [*pieces, thing]
        at = 0
        if len(pieces) > 1 and isinstance(pieces[0], int) and kind[pieces[0]] == "U":
            at = 2
        return [*pieces[:at], thing, *pieces[at:]]

    def _trailing(self, clause: Clause) -> str:
        """A participle behind the comma that ends a relative: "a message Kim sent last week, lauding …"."""
        words = self.words
        at = clause.end
        if at + 1 < len(words.kind) and words.kind[at] == "," and words.kind[at + 1] == "G":
            end = len(words.kind)
            part = next((one for one in self.clauses.all if one.start == at + 1), None)
            if part is not None:
                end = part.end
            return self._join(list(range(at + 1, end))).rstrip(" .,")
        return ""

    # ------------------------------------------------------------ length and spacing

    def _fit(self, head: str, pieces: list[str | int], tail: str, verb: Verb, longest: int) -> str:
        """Head and pieces, up to the last end of a phrase that fits."""
        whole = tidy(f"{head} {self._join(pieces)} {tail}")
        if len(whole) <= longest:
            return whole
        most = self._most(len(head), pieces, longest)
        for joined in (False, True):
            for end in range(most, 0, -1):
                if end < len(pieces) and not self._boundary(pieces, end, joined=joined):
                    continue
                text = tidy(f"{head} {self._join(self._trimmed(pieces[:end]))}")
                if len(text) <= longest and not self._hangs(pieces[:end], whole=end == len(pieces)) and self._whole(pieces, end):
                    return text
        if verb.passive and len(tidy(head)) <= longest:
            return tidy(head)
        return cut(whole, longest)

    def _most(self, length: int, pieces: list[str | int], longest: int) -> int:
        """How many pieces may fit, roughly and not too few."""
        words = self.words
        for count, piece in enumerate(pieces):
            length += len(piece) if isinstance(piece, str) else words.ends[piece] - words.starts[piece]
            if length > longest:
                return count
        return len(pieces)

    def _whole(self, pieces: list[str | int], end: int) -> bool:
        """Whether the clause in which a title would end has its verb by then."""
        last = pieces[end - 1]
        if not isinstance(last, int) or end == len(pieces):
            return True
        verb = self.clauses.at[last].verb
        return verb is None or verb.end <= last + 1

    def _boundary(self, pieces: list[str | int], end: int, *, joined: bool = False) -> bool:
        """Whether a phrase ends there: before a preposition, a comma, a conjunction, a participle."""
        kind, low = self.words.kind, self.words.low
        here, before = pieces[end], pieces[end - 1]
        if not isinstance(here, int):
            return isinstance(before, int) and kind[before] in "NX#O"
        if not isinstance(before, int):
            return kind[here] in "IJ" and low[here] != "of" and " " in before
        if kind[before] not in 'NX#OTtFR"E,)':
            return False
        if kind[here] == "C":
            return joined or kind[before] == "," or low[here] != "and"
        if kind[here] == "J" and low[here] == "than":
            return False
        return kind[here] in ",;:-BJWwHGE(" or (kind[here] == "I" and low[here] not in ("of", "than")) or kind[here] == "U"

    def _hangs(self, pieces: list[str | int], *, whole: bool = False) -> bool:
        """Whether the end of a cut title leaves something open."""
        kind = self.words.kind
        if not pieces or not isinstance(pieces[-1], int):
            return False
        last = pieces[-1]
        return (
            kind[last] in "DYIJUCHWMZKL'"
            or (not whole and kind[last] in "EFG" and len(pieces) > 1)
            or sum(isinstance(one, int) and kind[one] == '"' for one in pieces) % 2 == 1
        )


def words_bare(words: Words, verb: Verb) -> bool:
    """Whether a participle stands without its auxiliary: "was caught and deported"."""
    return words.kind[verb.start] == "E"
