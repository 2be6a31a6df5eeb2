"""Changes spliced into files of any layout: what was meant is read back, and nothing else moved by a byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.emit import flow, quoted, scalar
from timeline.errors import EventsFileError
from timeline.splice import Change, Splicer, stamp_of, stamped
from timeline.store import EventsFile, loads
from timeline.yamltext import Data, Item, parse

AWKWARD = [
    "no", "yes", "null", "~", "y", "12:30", "1e3", "0x1F", "1_000", "2020-02-30", "2020-05-09", ".5", "...", "---",
    "- a", "? a", "a: b", "a:b", "a:", ": a", "a #b", "a#b", "# a", "@a", "`a`", "%a", "&a", "*a", "!a", "!!str a",
    "|", ">", "[a]", "{a}", "a]", "a, b", "'a'", '"a"', 'say "no"', "it's", "a\\nb", "\\", " a", "a ", "  ", "\ta",
    "a\tb", "a\t", "a\nb", "\n", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b", "a\x85b", "\ufeffa", "a\ufeff",
    "\u202eevil\u202c", "\u200b", "a\u00a0b", "\u00a0", "😀", "😀: #", "日本語", "e\u0301", "\x00", "\x1b[0m", "\x7f",
    "\ufffe", "<<", "=", "<<<<<<< HEAD", "true", "Off", "=======", "a" * 3000, "€ 5", "+1", "-1", "(a) b: c", "a : b",
    "1994..1996", "-0043", "199X",
]  # fmt: skip


def splicer(text: str) -> Splicer:
    parsed = parse(text, "events.yaml")
    assert not parsed.faults
    return Splicer(text, parsed.root, parsed.items)


def items(text: str) -> list[Item]:
    return parse(text, "events.yaml").items


def data(text: str) -> list[dict[str, Data]]:
    return [item.data for item in items(text)]


# ---------------------------------------------------------------- single values

TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(AWKWARD)


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_title_is_read_as_it_was_meant(text: str) -> None:
    for written in (scalar(text), quoted(text)):
        assert data(f"- title: {written}\n  date: x\n") == [{"title": text, "date": "x"}]
    assert data(f"[{{title: {quoted(text)}}}]") == [{"title": text}]


@pytest.mark.parametrize("text", AWKWARD)
def test_every_reader_of_yaml_takes_it_for_that_text(text: str) -> None:
    """But for dates, which stay plain for the people who read the file."""
    if text not in ("2020-02-30", "2020-05-09"):
        assert yaml.safe_load(f"title: {scalar(text)}") == {"title": text}


@settings(max_examples=400)
@given(TEXT)
def test_any_title_survives_the_round_trip(text: str) -> None:
    written = splicer("- date: x\n  title: old  # mine\n").apply(Change({0: {"date": "x", "title": text}}))
    assert data(written) == [{"date": "x", "title": text}]
    assert written.endswith("  # mine\n")
    assert written.count("\n") == 2
    assert json.loads(flow({"title": text})) == {"title": text}


def test_what_some_reader_takes_for_a_number_is_quoted() -> None:
    assert [scalar(t) for t in ("1e3", "0x1F", "12", "1_0", "y", "2020", "2020-05", "3 mills")] == [
        '"1e3"', '"0x1F"', '"12"', '"1_0"', '"y"', "2020", "2020-05", "3 mills"
    ]  # fmt: skip


def test_what_cannot_be_seen_is_written_as_an_escape() -> None:
    assert scalar("a\u202eb\u2028c\u200bd\ufeff") == '"a\\u202eb\\u2028c\\u200bd\\ufeff"'
    assert scalar("Köln – 日本 😀") == "Köln – 日本 😀"


# ---------------------------------------------------------------- files of any layout


class Pen:
    """Writes a random file. Each comment is one of its kind, so that one can see what became of it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.newline = draw(st.sampled_from(["\n", "\r\n"]))
        self.margin = draw(st.sampled_from([0, 0, 2, 3]))
        self.behind_dash = draw(st.sampled_from([1, 1, 3]))
        self.comments = 0
        self.lines: list[str] = []

    def maybe(self, *weights: int) -> bool:
        return self.draw(st.integers(0, 3)) == 0

    def comment(self) -> str:
        self.comments += 1
        return f"# comment {self.comments}: 'x' \"y\" - z"

    def between(self, indent: int) -> None:
        """Perhaps a comment, perhaps a blank line."""
        if self.maybe():
            self.lines.append(" " * self.draw(st.integers(0, indent)) + self.comment())
        if self.maybe():
            self.lines.append(self.draw(st.sampled_from(["", "  "])))

    def value(self, text: str, indent: int, *, alone: bool = True) -> str:
        """A text in some quotes, perhaps over several lines, perhaps with a comment behind."""
        styles = [scalar(text), quoted(text)]
        if "'" not in text and text.isprintable():
            styles.append(f"'{text}'")
        if alone and text.isprintable() and text.strip() == text != "" and not text.startswith("#"):
            pad = self.newline + " " * (indent + 2)
            styles += [f"|-{pad}{text}", f">-{pad}{text}", f"|- # in the head{pad}{text}"]
            if scalar(text) == text and " " in text:
                styles.append(text.replace(" ", pad, 1))
        written = self.draw(st.sampled_from(styles))
        return f"{written}  {self.comment()}" if alone and self.newline not in written and self.maybe() else written

    def keys(self, values: dict[str, Data], indent: int, dash: str) -> None:
        """A block mapping behind a dash."""
        order = self.draw(st.permutations(sorted(values)))
        head = dash
        if self.maybe():
            self.lines.append(head.rstrip())
            head = " " * indent
        for key in order:
            value = values[key]
            if isinstance(value, str):
                self.lines.append(f"{head}{key}: {self.value(value, indent)}")
            elif self.maybe():
                self.lines.append(f"{head}{key}: {self.flow(value)}")
            else:
                self.lines.append(f"{head}{key}:")
                self.sources(value, indent)  # type: ignore[arg-type]
            head = " " * indent
            if key != order[-1]:
                self.between(indent)

    def flow(self, value: Data) -> str:
        if isinstance(value, str):
            return self.value(value, 0, alone=False) if "," not in value and not set("[]{}") & set(value) else quoted(value)
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + self.draw(st.sampled_from(["]", " ]"]))
        return "{" + ", ".join(f"{k}: {self.flow(v)}" for k, v in value.items()) + "}"

    def sources(self, sources: list[dict[str, Data]], indent: int) -> None:
        column = indent + self.draw(st.sampled_from([0, 2, 4]))
        for source in sources:
            self.between(column)
            self.keys(source, column + 1 + self.behind_dash, " " * column + "-" + " " * self.behind_dash)

    def file(self, entries: list[dict[str, Data]]) -> str:
        if self.maybe():
            self.lines += ["# head of the file", ""]
        for entry in entries:
            self.between(self.margin)
            dash = " " * self.margin + "-" + " " * self.behind_dash
            if self.maybe():
                self.lines.append(f"{dash}{self.flow(entry)}")
            else:
                self.keys(entry, self.margin + 1 + self.behind_dash, dash)
        self.between(self.margin + 2)
        end = self.draw(st.sampled_from(["", self.newline]))
        bom = self.draw(st.sampled_from(["", "\ufeff"]))
        return bom + self.newline.join(self.lines) + end


SHORT = st.sampled_from(
    ["Talks", "no", "12:30", "a #b", "Kim: a life", "It's 5", "late January 2020", "ü 😀", "two words", "x\u2028y"]
)
SOURCE = st.fixed_dictionaries(
    {"id": st.uuids().map(lambda u: u.hex[:8]), "article": SHORT}, optional={"phrase": SHORT, "gone": SHORT}
)
ENTRY = st.fixed_dictionaries(
    {"date": SHORT, "title": SHORT},
    optional={"id": SHORT, "note": SHORT, "sources": st.lists(SOURCE, min_size=1, max_size=3, unique_by=lambda s: s["id"])},
)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[dict[str, Data]]]:
    entries = draw(st.lists(ENTRY, min_size=1, max_size=4))
    return Pen(draw).file(entries), entries


@st.composite
def changed(draw: st.DrawFn, entry: dict[str, Data]) -> dict[str, Data]:
    """The entry with some of its fields and sources changed, as a build may change them."""
    out = dict(entry)
    for key in draw(st.lists(st.sampled_from(["date", "title"]), max_size=2)):
        out[key] = draw(SHORT)
    if "sources" not in out:
        return out | draw(st.sampled_from([{}, {"sources": [{"id": "new", "article": "a.txt"}]}]))
    sources: list[dict[str, Data]] = []
    for source in out["sources"]:  # type: ignore[union-attr]
        what = draw(st.sampled_from(["same", "same", "gone", "back", "phrase", "id"]))
        new: dict[str, Data] = dict(source)  # type: ignore[arg-type]
        if what == "gone":
            new["gone"] = "true"
        elif what == "back":
            new.pop("gone", None)
        elif what != "same":
            new[what] = draw(SHORT)
        sources.append(new)
    added = draw(st.lists(SOURCE, max_size=2, unique_by=lambda s: s["id"]))
    known = [s["id"] for s in sources]
    out["sources"] = [*sources, *(s for s in added if s["id"] not in known)]  # type: ignore[list-item]
    return out


def comments(text: str) -> list[str]:
    return [line[line.index("# comment") :].rstrip() for line in text.splitlines() if "# comment" in line]


@settings(max_examples=150, deadline=None)
@given(written())
def test_no_change_is_not_a_byte(made: tuple[str, list[dict[str, Data]]]) -> None:
    text, entries = made
    assert data(text) == entries
    assert splicer(text).apply(Change()) == text
    assert splicer(text).apply(Change(dict(enumerate(entries)))) == text


@settings(max_examples=150, deadline=None)
@given(written(), st.data())
def test_a_change_of_one_entry_touches_only_that_entry(made: tuple[str, list[dict[str, Data]]], more: st.DataObject) -> None:
    text, entries = made
    index = more.draw(st.integers(0, len(entries) - 1))
    new = more.draw(changed(entries[index]))
    result = splicer(text).apply(Change({index: new}))
    wanted = [*entries[:index], new, *entries[index + 1 :]]
    assert data(result) == wanted
    assert sorted(comments(result)) == sorted(comments(text)), "every comment is still there"
    own = splicer(text).layout
    start = own.start(items(text)[index].node)
    end = start if index + 1 == len(entries) else own.dash(splicer(text).root, index + 1)  # type: ignore[arg-type]
    assert result.startswith(text[:start])
    if index + 1 < len(entries):
        assert result.endswith(text[end:])


@settings(max_examples=150, deadline=None)
@given(written(), st.data())
def test_entries_come_and_go_and_the_others_stay_to_the_byte(
    made: tuple[str, list[dict[str, Data]]], more: st.DataObject
) -> None:
    text, entries = made
    tool = splicer(text)
    free = [i for i in range(len(entries)) if not tool.has_comment(i)]
    removed = more.draw(st.sets(st.sampled_from(free))) if free else set()
    place = st.none() | st.integers(0, len(entries) - 1)
    new = {"id": "new", "date": "2020", "title": "New: #1", "sources": [{"id": "s", "article": "a.txt"}]}
    added = more.draw(st.lists(place, max_size=3))
    result = tool.apply(Change({}, frozenset(removed), [(at, new) for at in added]))  # type: ignore[misc]
    wanted = [e for i, e in enumerate(entries) for e in [*[new] * added.count(i), *([] if i in removed else [e])]]
    assert data(result) == [*wanted, *[new] * added.count(None)]
    assert comments(result) == comments(text), "every comment is still there, in its order"
    rest = iter(result.splitlines(keepends=True))
    for index, item in enumerate(tool.items):
        if index not in removed:
            kept = text[tool.layout.start(item.node) : tool.layout.end(item.node)].splitlines(keepends=True)[1:-1]
            assert all(line in rest for line in kept)
    assert ("\r\n" in text) <= ("\n" not in result.replace("\r\n", "").replace("\u2028", ""))


# ---------------------------------------------------------------- where comments belong

FILE = """# timeline build abc
# Events, each with the sentences that tell it. Edit freely: every edit survives the next build.

- date: 2020-01
  title: One
  # inside One, at its end

# above Two
- date: 2020-02
  title: Two
# touches Two

# stands for itself

- date: 2020-03   # behind the date
  title: Three
- date: 2020-04
  title: Four

# the end"""


def test_a_comment_belongs_to_the_entry_it_touches() -> None:
    tool = splicer(FILE)
    assert [tool.has_comment(i) for i in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_new_entries_stand_clear_of_the_comments_of_others(newline: str) -> None:
    new: dict[str, Data] = {"date": "x", "title": "New"}
    text = FILE.replace("\n", newline)
    result = splicer(text).apply(Change(added=[(0, new), (1, new), (2, new), (3, new), (None, new)]))
    assert result.count("\n") == result.count(newline)
    result = result.replace(newline, "\n")
    lines = "\n- date: x\n  title: New\n"
    assert "the next build.\n" + lines + "\n- date: 2020-01" in result
    assert "at its end\n" + lines + "\n# above Two\n- date: 2020-02" in result
    assert "# touches Two\n" + lines + "\n# stands for itself" in result
    assert "title: Three\n" + lines + "- date: 2020-04" in result
    assert result.endswith("title: Four\n" + lines + "\n# the end")


def test_a_note_above_the_first_entry_stays_above_it() -> None:
    text = "# timeline build abc\n# ask Ann\n- date: 2020-02\n  title: Two\n"
    result = splicer(text).apply(Change(added=[(0, {"date": "2020-01", "title": "New"})]))
    assert result == text.replace("# ask Ann", "- date: 2020-01\n  title: New\n\n# ask Ann")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_where_no_line_is_blank_a_comment_belongs_to_what_is_below(newline: str) -> None:
    text = "- date: a\n# of b\n- date: b\n- date: c\n".replace("\n", newline)
    assert [splicer(text).has_comment(i) for i in range(3)] == [False, True, False]
    result = splicer(text).apply(Change(removed=frozenset({2}), added=[(1, {"date": "x"})]))
    assert result.replace("\r\n", "\n").replace("\r", "\n") == "- date: a\n- date: x\n# of b\n- date: b\n"


# ---------------------------------------------------------------- small edits by example


@pytest.mark.parametrize(
    ("text", "change", "result"),
    [
        ("- date: a\n  title: 'b'\n", {"date": "a", "title": "c"}, "- date: a\n  title: c\n"),
        ("- {date: a, title: b}", {"date": "a", "title": "c, d"}, '- {date: a, title: "c, d"}'),
        ("- {date: a, title: b}", {"date": "a", "title": "b", "id": "x"}, '- {date: a, title: b, "id": "x"}'),
        ("- date: a\n  title: b\n  note:", {"date": "a", "title": "b", "note": "m"}, "- date: a\n  title: b\n  note: m"),
        ("- date: a\n  sources:\n", {"date": "a", "sources": [{"id": "x"}]}, "- date: a\n  sources:\n    - id: x\n"),
        ("- date: a\n  sources: []\n", {"date": "a", "sources": [{"id": "x"}]}, '- date: a\n  sources: [{"id": "x"}]\n'),
        ("- date: a\n  title: |  # c\n    b\n\n", {"date": "a", "title": "d"}, "- date: a\n  title: d  # c\n\n"),
        ("- gone: a\n  title: b\n", {"title": "b"}, "- title: b\n"),
        ("- title: b\n  gone: a  # when?\n", {"title": "b"}, "- title: b\n  # when?\n"),
        ("- {title: b, gone: a}\n", {"title": "b"}, "- {title: b}\n"),
        ("- {gone: a, title: b}\n", {"title": "b"}, "- {title: b}\n"),
        (
            "- sources:\n    - id: a\n      # of a\n    # of b\n    - id: b\n  # of the note\n  note: c\n",
            {"sources": [{"id": "a", "gone": "true"}, {"id": "b", "gone": "true"}], "note": "c"},
            "- sources:\n    - id: a\n      # of a\n      gone: true\n    # of b\n    - id: b\n      gone: true\n"
            "  # of the note\n  note: c\n",
        ),
        ("- date:   a\t# c\n", {"date": "b"}, "- date:   b\t# c\n"),
    ],
)
def test_the_smallest_edit(text: str, change: dict[str, Data], result: str) -> None:
    assert splicer(text).apply(Change({0: change})) == result


@pytest.mark.parametrize("text", ["- date: a\n  note: |\n    b\n      \n", "- date: a\n  title: |+\n    b\n\n  \n   "])
def test_blanks_that_belong_to_a_text_stay_in_it(text: str) -> None:
    wanted = data(text)[0] | {"id": "x"}
    assert data(splicer(text).apply(Change({0: wanted}))) == [wanted]


# ---------------------------------------------------------------- the stamp


@pytest.mark.parametrize(
    "text", ["", "# a\n- date: x\n", "\ufeff- date: x\r\n", "\ufeff# a\n", "---\n", "- date: x", "%YAML 1.1\n---\n[]\n"]
)
def test_a_stamp_is_written_once_and_read_again(text: str) -> None:
    once = stamped(text, "abc")
    assert stamp_of(once) == "abc"
    twice = stamped(once, "def0")
    assert stamp_of(twice) == "def0"
    assert twice == once.replace("abc", "def0")
    assert once.startswith("\ufeff") == text.startswith("\ufeff")
    if text:
        assert once.endswith(text.removeprefix("\ufeff"))
    parse(once, "events.yaml")


def test_a_stamp_in_the_text_of_an_entry_is_none() -> None:
    assert stamp_of("- date: x\n  note: |\n    # timeline build abc\n") == ""


@example("- date: 2020\n  title: x\n  sources:\n  - article: a\n")
@given(st.text(alphabet="- \n#:[]{},'\"|>date xtile\t\r\u2028&*!?%@", max_size=60))
@settings(max_examples=300)
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    try:
        file: EventsFile = loads(text, Path("events.yaml"))
    except EventsFileError as error:
        assert error.faults
        for fault in error.faults:
            assert 1 <= fault.line <= len(text) + 1
            assert fault.column >= 1
    else:
        assert Splicer(file.text, file.root, [p.item for p in file.placed]).apply(Change()) == text
