"""Every rule of the grammar has examples, and each comes out as it says."""

from __future__ import annotations

import re

import pytest

from timeline.expr import Anchor, Undated
from timeline.grammar import Rule
from timeline.interval import day_number
from timeline.languages.en import GRAMMAR, SCANNER
from timeline.notation import date_text

WEDNESDAY = Anchor(day_number(2024, 2, 21))  # the day that the examples count from

EXAMPLES = [(rule, example) for rule in GRAMMAR.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: value.name if isinstance(value, Rule) else value)
def test_example(rule: Rule, example: str) -> None:
    phrase, meaning = re.split(r" = |: ", example)
    fired = {}
    for start, end in SCANNER.runs(phrase):
        for token in GRAMMAR.parse(SCANNER.tokens(phrase[start:end])):
            fired[_value(token.value)] = _names(token)
    assert meaning in fired, f"{phrase!r} comes out as {list(fired)}"
    assert rule.name in fired[meaning], f"{phrase!r} is read by {fired[meaning]}"


def _value(expr: object) -> str:
    if isinstance(expr, Undated):
        return expr.value
    interval = expr.at(WEDNESDAY) if hasattr(expr, "at") else None
    return "none" if interval is None else date_text(interval)


def _names(token: object) -> list[str]:
    return [token.rule, *(name for part in token.parts for name in _names(part))]  # type: ignore[attr-defined]


def test_every_rule_that_gives_a_date_has_an_example() -> None:
    bare = [
        rule.name
        for rule in GRAMMAR.rules
        if not rule.examples and rule.produces in ("DATE", "RANGE", "CALDAY", "DURATION", "SET", "HOUR_ALONE")
    ]
    assert bare == []
