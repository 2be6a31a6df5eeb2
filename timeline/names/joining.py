"""All mentions of a name told together: its kind from all that is said beside it, and the full form of a short one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.languages.en import who
from timeline.languages.en.gazetteer import places
from timeline.names.evidence import NOTHING, ORGANIZATION, PERSON, PLACE, Beside, around_it, beside, placed, within_itself
from timeline.names.runs import Piece, headings, pieces
from timeline.names.spelling import key

ENOUGH = 2.0  # points that a kind needs
AHEAD = 1.0  # of the next kind
_LETTERS = 4  # what is longer and all capitals may be shouted
_AGAIN = 0.25  # what each further mention adds to the best one
_COORDINATED = frozenset((" and ", ", ", ", and ", " or ", " to "))
_HE_OR_SHE = re.compile(r"[^\n]{0,160}?\b(?:[Hh]is|[Hh]er|[Hh]e|[Ss]he|him|who)\b")


class Mention(NamedTuple):
    """A name where it stands, in its full form; `kind` is PERSON, PLACE or ORGANIZATION."""

    start: int
    end: int
    kind: int
    name: str


@dataclass(slots=True)
class Form:
    """One form of a name with all its mentions, and the points that its kinds have."""

    words: tuple[str, ...]
    best: list[float] = field(default_factory=lambda: [0.0] * 4)
    further: list[float] = field(default_factory=lambda: [0.0] * 4)
    own: list[float] = field(default_factory=lambda: [0.0] * 4)
    against: list[float] = field(default_factory=lambda: [0.0] * 4)
    spelt: dict[str, int] = field(default_factory=dict)
    at: list[tuple[Piece, bool]] = field(default_factory=list)  # the mentions, and whether somebody's kin is meant
    inside: bool = False  # it stands in the middle of a sentence, too
    kind: int | None = None
    name: str = ""  # as it is spelt most often, first of all

    def add(self, points: Sequence[float]) -> None:
        """Take in what is said beside one mention."""
        for kind, more in enumerate(points):
            if more > self.best[kind]:
                self.further[kind] += min(1.0, self.best[kind]) * _AGAIN
                self.best[kind] = more
            elif more > 0:
                self.further[kind] += min(1.0, more) * _AGAIN
            else:
                self.against[kind] += more

    def decide(self) -> None:
        """Settle the kind, if one has enough points."""
        count = len(self.at)
        if self.own[PLACE] >= ENOUGH:
            self.against[PLACE] = 0.0  # known beforehand: "a Pyongyang company", "a lockdown on Wuhan"
        totals = [
            self.own[k] + self.best[k] + min(1.0, self.further[k]) + self.against[k] / count
            for k in (PERSON, PLACE, ORGANIZATION, NOTHING)
        ]
        first, second = sorted(totals, reverse=True)[:2]
        self.kind = totals.index(first) if first >= ENOUGH and first - second >= AHEAD else None


def mentions(text: str, furniture: Iterable[tuple[int, int]]) -> list[Mention]:
    """All names of a text whose kind it tells, in order.

    >>> [(m.name, m.kind == PLACE) for m in mentions("He went to Lund. In Lund he met Mr. Berg.", [])]
    [('Lund', True), ('Lund', True), ('Berg', False)]
    """
    small = set(text.split())
    forms = _forms(text, pieces(text, sorted([*furniture, *headings(text)]), small), small)
    shorts = _abbreviated(text, forms)
    for form in forms.values():
        form.decide()
    _told_by_short_forms(text, forms)
    longer = _by_parts(forms)
    found: list[Mention] = []
    for known, form in forms.items():
        found += _resolved(known, form, longer, shorts)
    return sorted(found)


def _by_parts(forms: dict[str, Form]) -> dict[tuple[str, ...], list[Form]]:
    """The names of several words that are no places, by the one or two words that they begin and end with."""
    found: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms.values():
        words = form.words
        if len(words) > 1 and form.kind in (None, PERSON, ORGANIZATION):
            parts = {words[:1], words[-1:], (_last(words),)} | ({words[:2], words[-2:]} if len(words) > 2 else set())
            for part in parts:
                found[part].append(form)
    return found


def _forms(text: str, found: Iterable[Piece], small: set[str]) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    before: tuple[int, Beside] | None = None
    for piece in found:
        name = _known(piece.name)
        known = key(name)
        form = forms.get(known)
        if form is None:
            form = forms[known] = Form(piece.words)
            within_itself(piece.name, piece.words, form.own)
        left = beside(text, piece.start)
        points = [0.0] * 4
        around_it(text, piece, left, points)
        led = left
        if before is not None and piece.start - before[0] < 7 and (gap := text[before[0] : piece.start]) in _COORDINATED:
            led = _led(gap, before[1], left)
        points[PLACE] += placed(text, piece, led)
        before = piece.end, led
        form.add(points)
        form.spelt[name] = form.spelt.get(name, 0) + 1
        form.inside |= not piece.opens
        form.at.append((piece, left.last in who.RELATIVES))
    for form in forms.values():
        form.name = max(form.spelt, key=form.spelt.__getitem__) if len(form.spelt) > 1 else next(iter(form.spelt))
    _after_comma(text, forms)
    return {known: form for known, form in forms.items() if form.inside or not _is_a_word(form, small)}


def _led(gap: str, before: Beside, left: Beside) -> Beside:
    """The preposition that leads a list goes for all of it: "in Macedonia and Thrace", "from Lund to Oslo"."""
    if gap == " to ":
        return Beside("near", "", False) if before.last == "from" else left
    return before if gap != ", " or before.last in ("between", "near") else left


def _after_comma(text: str, forms: dict[str, Form]) -> None:
    """ "Rason, North Korea": what stands before the comma and a country is in it."""
    ends = {piece.end: form for form in forms.values() for piece, _ in form.at}
    for form in forms.values():
        name = form.name
        if places().get(name, ("", 0.0))[1] < ENOUGH:
            continue
        for piece, _ in form.at:
            town = ends.get(piece.start - 2)
            if (
                town is not None
                and text[piece.start - 2 : piece.start] == ", "
                and text[piece.end : piece.end + 1] in (",", ".", ")", "")
            ):
                town.best[PLACE] += 2


def _is_a_word(form: Form, small: set[str]) -> bool:
    """Whether what only ever opens a sentence is a word like others there."""
    if len(form.words) > 1 or form.name in places():
        return False
    word = form.words[0].lower()
    return word in who.FUNCTION or word in small or (word.endswith("ly") and form.words[0] not in who.FIRST)


def _known(name: str) -> str:
    """The name that a place or an organization goes by: "U.S." is the United States, "LEEDS" Leeds."""
    place = places().get(name) or (places().get(name.title()) if len(name) > _LETTERS and name.isupper() else None)
    return place[0] if place is not None else who.KNOWN_ORGANIZATIONS.get(name, name)


def _abbreviated(text: str, forms: dict[str, Form]) -> dict[str, Form]:
    """The full form by the key of its letters, where the article gives both: "the World Health Organization (WHO)"."""
    ends = {piece.end: form for form in forms.values() for piece, _ in form.at}
    shorts: dict[str, Form] = {}
    for known, form in forms.items():
        for piece, _ in form.at:
            letters = piece.words[0]
            long = ends.get(piece.start - 2)
            if len(piece.words) > 1 or not letters.isupper() or long is None or text[piece.start - 2 : piece.start] != " (":
                continue
            if "".join(word[0] for word in long.words if word[0].isupper()) == letters:
                shorts[known] = long
                long.best[ORGANIZATION] += 1
    return shorts


def _told_by_short_forms(text: str, forms: dict[str, Form]) -> None:
    """Whose last word is used alone, or who is "he" or "she" soon, is a person."""
    for form in forms.values():
        if form.kind is not None or not 1 < len(form.words) < 4:
            continue
        last = forms.get(key(form.words[-1]))
        if last is not None and last.kind in (None, PERSON) and last.inside:
            form.best[PERSON] += 3 if last.kind == PERSON else 1.5
        if any(_HE_OR_SHE.match(text, piece.end) for piece, _ in form.at):
            form.best[PERSON] += 1
        form.decide()


def _resolved(known: str, form: Form, longer: dict[tuple[str, ...], list[Form]], shorts: dict[str, Form]) -> list[Mention]:
    full = shorts.get(known)
    if full is not None:
        return [] if full.kind in (None, NOTHING) else _all(form, full.kind, full.name)
    if form.kind in (None, PERSON, ORGANIZATION) and len(form.words) < 3:
        full_forms = longer.get(form.words, [])
        people = [other for other in full_forms if other.kind in (None, PERSON) and form.kind != ORGANIZATION]
        firms = [
            other
            for other in full_forms
            if other.kind == ORGANIZATION and form.kind != PERSON and _begins(form.words, other.words)
        ]
        told = any(other.kind == PERSON for other in people)
        if told and firms:
            return []
        if told:
            return _whose(form, people)
        if len(firms) == 1:
            return _all(form, ORGANIZATION, firms[0].name)
        if firms:
            return []
    return [] if form.kind in (None, NOTHING) else _all(form, form.kind, form.name)


def _all(form: Form, kind: int | None, name: str) -> list[Mention]:
    assert kind is not None
    return [Mention(piece.start, piece.end, kind, name) for piece, _ in form.at]


def _begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return long[: len(short)] == short


def _last(words: tuple[str, ...]) -> str:
    return words[-1][3:] if words[-1].startswith(("al-", "Al-", "el-", "El-")) else words[-1]


def _whose(form: Form, people: list[Form]) -> list[Mention]:
    """The short form for each mention's person: whom it stood for first, but where somebody of that name came between."""
    if len(people) == 1:
        return _all(form, PERSON, people[0].name)
    steps: list[tuple[int, int, bool, Form]] = [
        (piece.start, piece.end, kin, other) for other in people for piece, kin in other.at
    ]
    steps += [(piece.start, piece.end, False, form) for piece, _ in form.at]
    steps.sort(key=lambda step: step[:2])
    found: list[Mention] = []
    only: Form | None = None  # of that name, told so far
    several = False
    meant: Form | None = None
    rival = False
    for start, end, kin, other in steps:
        if other is not form:
            if not kin:
                several |= only is not None and only is not other
                only = other
            if meant is not None:
                rival = rival and other is not meant if kin else other is not meant
            continue
        if meant is None and not several:
            meant = only
        if meant is not None and meant.kind == PERSON and not rival:
            found.append(Mention(start, end, PERSON, meant.name))
    return found
