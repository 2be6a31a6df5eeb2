"""Every phrasing of the corpus means what its table says; every known gap is still one."""

from __future__ import annotations

import pytest

from tests.corpus import Case, cases, tables
from timeline.explain import explain


@pytest.mark.parametrize("case", [case for table in tables() for case in cases(table)], ids=str)
def test_phrase(case: Case) -> None:
    fault = case.fault()
    assert not fault, "\n".join([f"{case.text!r} should be {case.wanted}: {fault}", *explain(case.text, case.published)])


@pytest.mark.parametrize("case", cases("gaps.txt"), ids=str)
def test_gap_is_still_open(case: Case) -> None:
    assert case.fault(), "this gap is closed: move the line into its table"
