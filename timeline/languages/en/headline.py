"""A clause as a headline: subject, verb in the present tense, and what belongs to it, cut where a phrase ends.

Puts no word that the sentence does not have, but for the form of its verbs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.clauses import (
    ASIDE,
    CONTACT,
    COORD,
    GERUND,
    PART,
    QUOTE,
    REL,
    RUN_ON,
    SUB,
    THAT,
    Clause,
    Clauses,
    Verb,
    is_plural,
)
from timeline.languages.en.inflect import present
from timeline.languages.en.tags import Words

LONGEST = 90  # characters; a label on the timeline and a cell of a table
_SPACE = re.compile(r"\s+")
_QUOTED = re.compile(r'"\s+([^"]*?)\s*"|"\s*([^"]*?)\s+"')
_BEFORE_STOP = re.compile(r"\s+([,.;:!?’'])(?=[\s,.;:!?]|$|s\b)")
_DOUBLE = re.compile(r",\s*(?=,)")
_AN = re.compile(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyzBCDGJKPQTVWYZ])")
_DATE_PREPOSITIONS = frozenset("on in at by since until till from during around about over as of for before after within back to between through".split())
_BEFORE_DATES = frozenset(
    "late earlier early later only just back sometime shortly especially exactly even nearly almost ahead".split()
)
_PASSING = frozenset(
    """
    also now then later earlier already just still soon thus therefore however today yesterday tomorrow only here there
    recently subsequently once indeed instead additionally even consequently currently finally eventually meanwhile so long back
    out up down off away n't n’t not
    """.split()
)
_WILL = frozenset("will 'll ’ll would shall".split())
_LOOSE = frozenset("because although though while whereas as when if unless despite".split())
Names = Callable[[tuple[int, int], Clause], str]
"""What stands for the subject at that span of words: a name for a pronoun, or ""."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of a title, and the verb that it tells."""

    text: str
    verb: Verb | None


class Composer:
    """Makes headlines of the clauses of one sentence.

    >>> words = Words("But Kim opened a factory in Sunchon on Friday, state media said.", [(39, 45)])
    >>> clauses = Clauses(words)
    >>> place = words.kind.index("T")
    >>> Composer(words, clauses, lambda span, clause: "", str.istitle).tell(clauses.of(place), place)
    'Kim opens a factory in Sunchon'
    """

    def __init__(self, words: Words, clauses: Clauses, names: Names, is_name: Callable[[str], bool]) -> None:
        self._is_name = is_name
        self.words = words
        self.clauses = clauses
        self._names = names

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
        return self._fit(f"{subject} {told}", pieces, tail, verb, longest)

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
            if own is None and head is not None and self.words.low[head[1] - 1] in ("one", "those", "ones") and clause.parent is not None:
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

    # ------------------------------------------------------------ nouns

    def noun(self, span: tuple[int, int], clause: Clause, place: int = -1) -> str:
        """A noun phrase for a title: without dates, insertions and relatives; a name for a pronoun where it is plain."""
        name = self._names(span, clause)
        if name:
            return name
        words = self.words
        kind, low = words.kind, words.low
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

    def _date(self, place: int) -> set[int]:
        """The date at a place, with its preposition and what else goes with it."""
        words = self.words
        kind, low = words.kind, words.low
        out = {place}
        at = place - 1
        while at >= 0 and low[at] in _BEFORE_DATES and kind[at] != "X":
            out.add(at)
            at -= 1
        following = kind[place + 1] if place + 1 < len(kind) else "."
        if at >= 0 and kind[at] in "IJUR" and low[at] in _DATE_PREPOSITIONS and (following not in "'NX" or low[place + 1] == "due"):
            out.add(at)
            at -= 1
            if at >= 0 and kind[at] in "IJ" and low[at] in ("at", "by", "from", "until", "in", "since") and low[at + 1] in ("about", "around", "over"):
                out.add(at)
                at -= 1
            if at >= 0 and kind[at] == "t" and low[at + 1] in ("to", "of"):
                out.update((at, at - 1) if at and kind[at - 1] in "IJ" else (at,))
                at -= 2
            while at >= 0 and low[at] in _BEFORE_DATES:
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
        no = ("n't" in head or "n’t" in head) and "not " or ""
        if words.kind[verb.start] == "L" and verb.main > verb.start:
            if verb.negated:
                return f"{present('do', plural=plural)} {no}{lead}{low[verb.main]}"
            return f"{lead}{present(low[verb.main], plural=plural)}"
        if verb.perfect and (since or verb.negated or verb.progressive):
            rest = [at for at in range(verb.start + 1, verb.end)]
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
            and (kind[out[-1]] in ",;:.-C(" or (kind[out[-1]] == "R" and len(out) > 1 and isinstance(out[-2], int) and kind[out[-2]] == ","))
        ):
            out.pop()
        while out and isinstance(out[0], int) and kind[out[0]] in ",;:." and not (
            kind[out[0]] == "," and len(out) > 1 and isinstance(out[1], int) and kind[out[1]] == "G"
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
        for joined in (False, True):
            for end in range(len(pieces), 0, -1):
                if end < len(pieces) and not self._boundary(pieces, end, joined=joined):
                    continue
                text = tidy(f"{head} {self._join(self._trimmed(pieces[:end]))}")
                if len(text) <= longest and not self._hangs(pieces[:end], whole=end == len(pieces)) and self._whole(pieces, end):
                    return text
        if verb.passive and len(tidy(head)) <= longest:
            return tidy(head)
        return cut(whole, longest)

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
            return isinstance(before, str) and kind[here] in "IJ" and low[here] != "of" and " " in before
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
        return kind[last] in "DYIJUCHWMZKL'" or (not whole and kind[last] in "EFG" and len(pieces) > 1) or sum(isinstance(one, int) and kind[one] == '"' for one in pieces) % 2 == 1

    def _join(self, pieces: list[int] | list[str | int]) -> str:
        """The words at these places, with the blanks that they have in the sentence."""
        words = self.words
        out = []
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


def words_bare(words: Words, verb: Verb) -> bool:
    """Whether a participle stands without its auxiliary: "was caught and deported"."""
    return words.kind[verb.start] == "E"


def tidy(text: str) -> str:
    """One line, without blanks before stops, begun with a capital.

    >>> tidy('the "  Lion " , an  new one ,')
    'The "Lion", a new one'
    """
    text = _SPACE.sub(" ", text)
    text = _DOUBLE.sub("", _BEFORE_STOP.sub(r"\1", text))
    if '"' in text:
        text = _QUOTED.sub(lambda m: f'"{m[1] or m[2] or ""}"', text)
    text = text.strip(" ,;:—–-.")
    if sum(text.count(mark) for mark in '"“”') % 2:
        text = re.sub(r'\s?["“”]\s?', lambda m: " " if " " in m[0] else "", text).strip(" ,")
    text = _AN.sub(r"\1 ", text)
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def cut(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, with an ellipsis where words are left out."""
    return text if len(text) <= longest else text[: text.rfind(" ", 0, longest - 1)].rstrip(" ,;:") + "…"


__all__ = ["ASIDE", "LONGEST", "QUOTE", "Composer", "Headline", "cut", "tidy"]
