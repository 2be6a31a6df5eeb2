"""Every phrasing of the corpus means what its table says; every known gap is still one."""

from __future__ import annotations

import pytest

from tests.corpus import Case, cases, tables
from timeline.explain import explain


@pytest.mark.parametrize("table", tables())
def test_all_phrases_of_a_table(table: str) -> None:
    wrong = [(case, fault) for case in cases(table) if (fault := case.fault())]
    told = [f"{case.place}: {case.text!r} should be {case.wanted}: {fault}" for case, fault in wrong]
    assert not wrong, "\n".join([*told, *explain(wrong[0][0].text, wrong[0][0].published)])


@pytest.mark.parametrize("case", cases("gaps.txt"), ids=str)
def test_gap_is_still_open(case: Case) -> None:
    assert case.fault(), "this gap is closed: move the line into its table"
