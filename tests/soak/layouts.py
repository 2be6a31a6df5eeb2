"""Files of any layout and titles of any kind: read and saved unchanged to the byte, and read back as they were meant."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.test_splice import TEXT, written
from timeline.emit import flow, quoted, scalar
from timeline.splice import Change, Splicer
from timeline.yamltext import Data, parse

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def run(count: int = 3000) -> str:
    """So many titles, and as many files; gives a line with the figures."""
    told = settings(max_examples=count, deadline=None, database=None, derandomize=True, suppress_health_check=_QUIET)

    @told
    @given(written())
    def saved(made: tuple[str, list[dict[str, Data]]]) -> None:
        text, entries = made
        parsed = parse(text, "")
        assert [item.data for item in parsed.items] == entries
        splicer = Splicer(text, parsed.root, parsed.items)
        assert splicer.apply(Change()) == text
        assert splicer.apply(Change(dict(enumerate(entries)))) == text

    @told
    @given(TEXT)
    def titled(title: str) -> None:
        for one in (scalar(title), quoted(title)):
            assert parse(f"- date: x\n  title: {one}\n", "").items[0].data == {"date": "x", "title": title}
        assert parse(f"[{flow({'title': title})}]", "").items[0].data == {"title": title}

    saved()
    titled()
    return f"{count:,} files of random layout saved to the same byte, {count:,} random titles read back as they were: 0 differ"
