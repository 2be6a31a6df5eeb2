"""YAML with its places: everything is text, what could surprise is refused, each fault with line and column."""

from __future__ import annotations

import pytest

from timeline.errors import EventsFileError
from timeline.yamltext import Places, find, parse


def faults(text: str) -> list[tuple[int, int, str]]:
    try:
        found = parse(text, "events.yaml").faults
    except EventsFileError as error:
        found = error.faults
    return [(f.line, f.column, f.message) for f in found]


@pytest.mark.parametrize(
    "value", ["no", "12:30", "2020-02-30", "null", "1e3", "0x1F", "2020-05-09T10:00:00Z", "1_000", "true", "="]
)
def test_every_value_is_the_text_that_stands_there(value: str) -> None:
    (item,) = parse(f"- a: {value}\n", "events.yaml").items
    assert item.data == {"a": value}


@pytest.mark.parametrize("text", ["", "\n", "# only this\n", "\ufeff", "---\n", "---\n...\n", "  \n# x"])
def test_a_text_without_a_list_is_empty(text: str) -> None:
    assert parse(text, "events.yaml").root is None


@pytest.mark.parametrize("text", ["[]", "--- []\n", "[ # c\n]"])
def test_an_empty_list_is_a_list(text: str) -> None:
    parsed = parse(text, "events.yaml")
    assert parsed.root is not None
    assert (parsed.items, parsed.faults) == ([], [])


def test_no_value_at_all_is_an_empty_text() -> None:
    (item,) = parse("- a:\n  b: ~\n  c: ''\n", "events.yaml").items
    assert item.data == {"a": "", "b": "", "c": ""}


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("date: 2020\n", 1, 1, "the file has to be a list: begin each event with '- date"),
        ("hello\n", 1, 1, "the file has to be a list"),
        ("- hello\n", 1, 3, "an event has to have keys"),
        ("- - a: b\n", 1, 3, "an event has to have keys"),
        ("- a: b\n  a: c\n", 2, 3, "the key 'a' stands at line 1 of this entry already: keep one"),
        ("- a: b\n\ttitle: c\n", 2, 1, "indent with spaces, not tabs"),
        ("-\ta: b\n", 1, 2, "indent with spaces, not tabs"),
        ("- a: b: c\n", 1, 7, "put the text in double quotes"),
        ("- a: @b\n", 1, 6, "a text cannot begin with '@': put it in double quotes"),
        ("- a: `b`\n", 1, 6, "a text cannot begin with '`'"),
        ('- a: "b\n- c: d\n', 1, 6, "the quote that opens here is never closed"),
        ("- a: b\n  hello\n  c: d\n", 2, 3, "this line is no 'key: value'"),
        ("- a: b\n c: d\n", 2, 2, "is the line indented like those above it?"),
        ("- a: b\nc: d\n", 2, 1, "is the line indented like those above it?"),
        ("- a: &b c\n", 1, 6, "'&b' is an anchor, which is not used here"),
        ("- a: c\n- *b\n", 2, 3, "'*b' is an alias, which is not used here"),
        ("- a: !!str b\n", 1, 6, "the tag '!!str' is not used here"),
        ("- a: !important b\n", 1, 6, "the tag '!important' is not used here"),
        ("- a: b\n  c: d\u2028e\n", 2, 7, "an invisible line break (U+2028) stands here"),
        ("- ? [a]\n  : b\n", 1, 5, "a key has to be a word"),
        ("- a: b\n---\n- c: d\n", 2, 1, "a second document begins here"),
        ("- a: b\x07\n", 1, 7, "the character U+0007 cannot stand in YAML: delete it"),
        ("\ufeff- a: b\n- é: \x00\n", 2, 6, "the character U+0000 cannot stand in YAML"),
        ("[" * 100_000, 1, 21, "nested too deeply"),
        ("- " * 100_000, 1, 41, "nested too deeply"),
        ("\r\n- a: b\r\n  a: c\r\n", 3, 3, "stands at line 2"),
    ],
)
def test_a_fault_has_its_place_and_says_what_to_do(text: str, line: int, column: int, says: str) -> None:
    found = faults(text)
    assert (line, column) in [(at, col) for at, col, _ in found]
    assert any(says in message for _, _, message in found)


def test_anchors_aliases_tags_and_twins_are_told_at_once() -> None:
    text = "- a: &x b\n  a: c\n- d: *x\n- e: !t f\n- g\n"
    assert [(line, column) for line, column, _ in sorted(faults(text))] == [(1, 6), (2, 3), (3, 6), (4, 6), (5, 3)]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_marks_of_a_merge_conflict_are_named_as_such(newline: str) -> None:
    text = "- a: b\n<<<<<<< HEAD\n- c: d\n=======\n- c: e\n>>>>>>> theirs\n".replace("\n", newline)
    found = faults(text)
    assert [(line, message.split(" is ")[0]) for line, _, message in found] == [
        (2, "'<<<<<<<'"),
        (4, "'======='"),
        (6, "'>>>>>>>'"),
    ]
    assert all("merge conflict" in message for _, _, message in found)


@pytest.mark.parametrize(
    "text", ["- a: 😀\n  b: c\n", "\ufeff- a: 😀\r\n  b: c", "# \u2028- a: x\n  b: c\n", "- a: 'x\x85\n\n   y'\n  b: c\n"]
)
def test_places_are_offsets_of_the_text(text: str) -> None:
    node = parse(text, "events.yaml").items[0].node
    places = Places(text)
    value = find(node, ("b",))
    assert text[places.offset(value.start_mark) : places.offset(value.end_mark)] == "c"
    assert text[places.line_start(places.offset(value.start_mark)) :].startswith("  b: c")
    assert text[: places.line_end(places.offset(value.start_mark))].rstrip().endswith("b: c")


def test_the_place_of_what_is_not_there_is_the_nearest_above() -> None:
    node = parse("- a: [b, c]\n", "events.yaml").items[0].node
    assert find(node, ("a", 1)).value == "c"
    assert find(node, ("a", 7)) is find(node, ("a",))
    assert find(node, ("z", "y")) is node
