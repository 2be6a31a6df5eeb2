"""Rules over kinds of tokens, applied level by level, longest match first. Knows no language.

A rule is a pattern, a pure function and its examples:

    parts = Level()

    @parts("the? EDGE of the? DATE", "the middle of last month = 2024-01 MID")
    def edge(part, date): return PartOf(part, date)

Kinds in capitals pass their value to the function; small words and signs only have to be there. `?`
makes an item optional, `|` separates alternatives; a first or last item in parentheses has to stand
there without being part of the phrase. A pattern becomes a regex over one character a token, so that
matching is done by `re`. A function that returns None says: the words fit, but there is no such date;
the phrase is then kept as NODATE, so that nothing else is read into it. One that returns SKIP says:
this rule is not meant. A rule that produces a LIST reads several phrases at once; its function returns
the kind and the value of each, and how many of its words with a value are its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

NODATE = "NODATE"
LIST = "LIST"


class Skip(Enum):
    """What a rule's function returns when the rule is not meant here."""

    SKIP = "skip"


SKIP = Skip.SKIP

Build = Callable[..., Any]


class Token(NamedTuple):
    """A word, a number or, after a rule has fired, a phrase: offsets are relative to the run of words.

    `text` is a word as it was written, "" for a phrase; `rule` and `pattern` are those of the rule that
    made it, `parts` what it was made of.
    """

    kind: str
    value: Any
    start: int
    end: int
    rule: str = ""
    parts: tuple[Token, ...] = ()
    pattern: str = ""
    text: str = ""


token: Callable[[tuple[Any, ...]], Token] = partial(tuple.__new__, Token)
"""A Token of its eight fields, made as fast as a plain tuple."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as declared. `produces` is the kind of token it makes."""

    name: str
    pattern: str
    produces: str
    build: Build
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    match: Callable[[str, int], re.Match[str] | None]
    before: int  # how many tokens of context stand before and behind the phrase: 0 or 1
    behind: int


@dataclass(frozen=True, slots=True)
class Level:
    """Rules that are tried together; used as the decorator that declares them."""

    rules: list[Rule] = field(default_factory=list)

    def __call__(self, pattern: str, *examples: str, produces: str = "DATE") -> Callable[[Build], Build]:
        """Declare a rule; a function may carry several patterns."""

        def add(build: Build) -> Build:
            self.rules.append(Rule(build.__name__, pattern, produces, build, examples))
            return build

        return add


# A try: the rule, from where to where it used tokens (without context), those whose values it
# was given, and the kind that came out, "" if skipped.
_Try = tuple[Rule, int, int, tuple[int, ...], str]
_Step = tuple[_Try, ...]  # the tries of one level
_MOST_PLANS = 20_000


class Grammar:
    """A language's levels of rules, in the order in which they are applied.

    Runs with the same kinds of tokens are parsed alike ("May 3, 2020" as "June 9, 2019"), so what was
    tried on the first is kept by its kinds and done again on the next. Where a value makes a difference
    (a rule is skipped, or there is no such date), the run is parsed afresh.
    """

    def __init__(self, levels: Iterable[Level]) -> None:
        self.levels = list(levels)
        self._signs = _Signs()
        self._compiled = [self._compile(level.rules) for level in self.levels]
        self._plans: dict[str, tuple[_Step, ...]] = {}

    @property
    def rules(self) -> list[Rule]:
        """All rules, in the order they are tried."""
        return [rule for level in self.levels for rule in level.rules]

    def forget(self) -> None:
        """Forget how runs were parsed, for measuring."""
        self._plans.clear()

    def parse(self, tokens: Iterable[Token]) -> list[Token]:
        """What the tokens come to when every level has been over them; the rest stays as it is."""
        row = list(tokens)
        signs = self._signs.of(row)
        plan = self._plans.get(signs)
        if plan is not None and (done := _replay(plan, row)) is not None:
            return done
        steps: list[_Step] = []
        for level in self._compiled:
            row = self._reduce(row, level, steps)
        if plan is None and len(self._plans) < _MOST_PLANS:
            self._plans[signs] = tuple(steps)
        return row

    def _reduce(self, row: list[Token], level: dict[str, list[_Compiled]], steps: list[_Step]) -> list[Token]:
        signs = self._signs.of(row)
        if level.keys().isdisjoint(signs):
            return row
        tries: list[_Try] = []
        out: list[Token] = []
        at, count = 0, len(row)
        while at < count:
            hits = [(m.end(), c) for c in level.get(signs[at], ()) if (m := c.match(signs, at))]
            if len(hits) > 1:
                hits.sort(key=_longest_first)  # stable: of equally long ones the first declared
            for end, candidate in hits:
                start, stop = at + candidate.before, end - candidate.behind
                given = tuple(place for place in range(start, stop) if row[place].kind.isupper())
                made = _apply(candidate.rule, row, start, stop, given)
                tries.append((candidate.rule, start, stop, given, "" if made is None else made.kind))
                if made is not None:
                    out += row[at:start]  # what stands before it stays for the rules to come
                    out.append(made)
                    at = stop
                    break
            else:
                out.append(row[at])
                at += 1
        if tries:
            steps.append(tuple(tries))
        return out

    def _compile(self, rules: list[Rule]) -> dict[str, list[_Compiled]]:
        level: dict[str, list[_Compiled]] = {}
        for rule in rules:
            regex, first = self._regex(rule.pattern)
            context = rule.pattern.startswith("("), rule.pattern.endswith(")")
            compiled = _Compiled(rule, re.compile(regex).match, *map(int, context))
            for sign in first:
                level.setdefault(sign, []).append(compiled)
        return level

    def _regex(self, pattern: str) -> tuple[str, set[str]]:
        """The pattern over signs, and the signs that a match can begin with."""
        parts: list[str] = []
        first: set[str] = set()
        open_ = True
        for item in pattern.split():
            signs = "".join(self._signs[kind] for kind in item.rstrip("?").strip("()").split("|"))
            parts.append(f"[{signs}]" + "?" * item.endswith("?"))
            if open_:
                first.update(signs)
                open_ = item.endswith("?")
        if open_:
            raise ValueError(f"the pattern {pattern!r} matches nothing at all")
        return "".join(parts), first


class _Signs(dict[str, str]):
    """One character for each kind of token, from the private use area: none is special in a regex."""

    def __missing__(self, kind: str) -> str:
        sign = self[kind] = chr(0xE000 + len(self))
        return sign

    def of(self, row: list[Token]) -> str:
        """The kinds of a row of tokens."""
        return "".join([self[token[0]] for token in row])


def pieces(token: Token) -> tuple[Token, ...]:
    """The phrases of a LIST, each where its word stands ("5" and "6 May"); any other token is its own.

    Each value tells how many words it takes. What was read as a phrase already keeps its rule.
    """
    if token.kind != LIST:
        return (token,)
    words = iter([part for part in token.parts if part.kind.isupper()])
    found: list[Token] = []
    for kind, value, count in token.value:
        own = tuple(islice(words, count))
        start = own[0].start if found else token.start  # "the 5th"
        if count == 1 and own[0].kind == kind and own[0].start == start:
            found.append(own[0]._replace(value=value))
        else:
            found.append(Token(kind, value, start, own[-1].end, token.rule, own, token.pattern))
    return tuple(found)


def _longest_first(hit: tuple[int, _Compiled]) -> int:
    return -hit[0]


def _apply(rule: Rule, row: list[Token], start: int, stop: int, given: tuple[int, ...]) -> Token | None:
    value = rule.build(*[row[place][1] for place in given])
    if value is SKIP:
        return None
    kind = NODATE if value is None else rule.produces
    return token((kind, value, row[start][2], row[stop - 1][3], rule.name, tuple(row[start:stop]), rule.pattern, ""))


def _replay(plan: tuple[_Step, ...], row: list[Token]) -> list[Token] | None:
    """Do again what the plan says; None where a rule now comes out differently."""
    for tries in plan:
        out: list[Token] = []
        done = 0
        for rule, start, stop, given, outcome in tries:
            made = _apply(rule, row, start, stop, given)
            if made is None:
                if outcome:
                    return None
            elif made[0] != outcome:
                return None
            else:
                out += row[done:start]
                out.append(made)
                done = stop
        row = out + row[done:] if out else row
    return row
