"""In a text that tells history, what a range leaves out is taken from the date before it; it never ends before it begins."""

from __future__ import annotations

import pytest

from timeline.kind import Kind
from timeline.notation import edtf
from timeline.recognize import recognize

BEGUN = {
    "October 1984": "The yard closed in October 1984.",
    "November 1914": "The siege began in November 1914.",
    "January 1945": "The bridge was blown up in January 1945.",
    "10 June 1944": "The column left on Saturday 10 June 1944.",
    "1942": "The town fell in 1942.",
}


@pytest.mark.parametrize(
    ("told", "then", "meant"),
    [
        ("October 1984", "From June 8 to July 18 the men were on strike.", "1985-06-08/1985-07-18"),
        ("November 1914", "It went on from December to March.", "1914-12/1915-03"),
        ("January 1945", "The road was shut from January to November.", "1945-01/1945-11"),
        ("10 June 1944", "It rested from Monday to Friday.", "1944-06-12/1944-06-16"),
        ("10 June 1944", "It had rested from Thursday to Saturday 17 June.", "1944-06-15/1944-06-17"),
        ("November 1914", "The fleet lay idle from early August to late June.", "1914-08/1915-06"),
        ("January 1945", "It was built between August and July 1936.", "[1935-08..1936-07]"),
        ("1942", "It was shelled from June to July.", "1942-06/1942-07"),
    ],
)
def test_a_range_begins_before_it_ends(told: str, then: str, meant: str) -> None:
    found = [mention for mention in recognize(f"{BEGUN[told]} {then}", None, Kind.NARRATIVE) if mention.start > len(BEGUN[told])]
    assert [edtf(one.interval) for one in found if one.interval is not None] == [meant]
