"""Every rule of the grammar has examples, and its own pattern reads each as it says."""

from __future__ import annotations

import re

import pytest

from timeline.expr import Anchor, Undated
from timeline.grammar import Rule, Token
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
            fired[_value(token.value)] = _patterns(token)
    assert meaning in fired, f"{phrase!r} comes out as {list(fired)}"
    assert (rule.name, rule.pattern) in fired[meaning], f"{phrase!r} is read by {fired[meaning]}"


def _value(expr: object) -> str:
    if isinstance(expr, Undated):
        return expr.value
    interval = expr.at(WEDNESDAY) if hasattr(expr, "at") else None
    return "none" if interval is None else date_text(interval)


def _patterns(token: Token) -> list[tuple[str, str]]:
    """The rule and the pattern of a phrase and of all that it is made of."""
    return [(token.rule, token.pattern), *(found for part in token.parts for found in _patterns(part))]


def test_every_rule_has_an_example() -> None:
    assert [f"{rule.name} {rule.pattern}" for rule in GRAMMAR.rules if not rule.examples] == []
