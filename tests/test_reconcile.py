"""Last build x edited file x this build: what the file should say, on values made up here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.entries import Entry
from timeline.keys import settle
from timeline.model import Article, Event, Source
from timeline.notation import parse_date
from timeline.reconcile import Item, Plan, event_data, reconcile, sort_key
from timeline.records import ArticleRecord, BaseEntry
from timeline.trace import find_again

SENTENCE = "The old mill at Fenwick burned down on Monday, and the miller got away."


def source(ident: str, article: str = "a.txt", sentence: str = "", phrase: str = "Monday") -> Source:
    return Source(ident, article, "2020-05-12", sentence or f"{ident} happened on Monday.", phrase)


def event(*idents: str, date: str = "2020-05-11", title: str = "", article: str = "") -> Event:
    told = tuple(source(ident, article or f"{ident}.txt") for ident in idents)
    return Event(parse_date(date), title or f"Title of {idents[0]}", told)


def item(data: dict[str, Any], *, commented: bool = False) -> Item:
    return Item(data, Entry.model_validate(data), commented)


class File:
    """A file and its base, through several builds and edits."""

    def __init__(self, *events: Event) -> None:
        self.entries: list[dict[str, Any]] = []
        self.base: list[BaseEntry] | None = []
        self.comments: set[str] = set()
        self.build(*events)

    def build(self, *events: Event, scope: Callable[[str], bool] = lambda _: True, tombs: Sequence[BaseEntry] = ()) -> Plan:
        items = [item(entry, commented=entry["title"] in self.comments) for entry in self.entries]
        plan = reconcile(events, items, self.base, scope, tombs)
        change = plan.change
        out: list[dict[str, Any]] = []
        for index, entry in enumerate(self.entries):
            out += [data for before, data in change.added if before == index]
            if index not in change.removed:
                out.append(dict(change.replaced.get(index, entry)))
        self.entries = out + [data for before, data in change.added if before is None]
        self.base = plan.base
        return plan

    def entry(self, title: str) -> dict[str, Any]:
        return next(entry for entry in self.entries if entry["title"] == title)

    def layout(self) -> list[list[str]]:
        """The ids of the sources of each entry."""
        return [[s["id"] for s in entry.get("sources", [])] for entry in self.entries]


@pytest.mark.parametrize("known", [True, False])
def test_the_same_again_is_no_change_and_the_same_base(known: bool) -> None:
    file = File(event("a", "b"), event("c", date="2020-03"))
    file.entries.append({"date": "2020", "title": "By hand"})
    if not known:
        file.base = None
    file.build(event("a", "b"), event("c", date="2020-03"))
    base = file.base
    plan = file.build(event("a", "b"), event("c", date="2020-03"))
    assert not plan.change
    assert plan.base == base


def test_untouched_follows_touched_stays_and_both_is_a_conflict() -> None:
    file = File(event("a"), event("b"), event("c"))
    file.entry("Title of b")["title"] = "Mine"
    plan = file.build(*(event(i, date="2020-06-01", title=f"New {i}") for i in "abc"))
    assert [(e["title"], e["date"]) for e in file.entries] == [
        ("New a", "2020-06-01"),
        ("Mine", "2020-06-01"),
        ("New c", "2020-06-01"),
    ]
    said = "title stays 'Mine', but the articles now say 'New b': take that over, or settle it with 'pinned: title'"
    assert plan.outcome.conflicts == [f"Mine: {said}"]
    assert (plan.outcome.updated, plan.outcome.kept) == (3, 1)


def test_a_person_who_was_right_is_no_conflict() -> None:
    file = File(event("a"))
    file.entries[0]["date"] = "2020-05-10"
    plan = file.build(event("a", date="2020-05-10"))
    assert plan.outcome.conflicts == []
    assert file.build(event("a", date="2020-05-09")).outcome.updated == 1  # from then on it is the extractor's


def conflicting() -> File:
    file = File(event("a"))
    file.entries[0]["title"] = "Mine"
    file.build(event("a", title="New"))
    return file


def test_a_conflict_is_told_by_every_build_until_it_is_settled() -> None:
    file = conflicting()
    for _ in range(2):
        assert len(file.build(event("a", title="New")).outcome.conflicts) == 1
    assert file.base is not None and file.base[0].conflicts == {"title": ("Mine", "New")}


def _take_over(entry: dict[str, Any]) -> None:
    entry["title"] = "New"


def _write_anew(entry: dict[str, Any]) -> None:
    entry["title"] = "Mine, and I have seen theirs"


def _pin(entry: dict[str, Any]) -> None:
    entry["pinned"] = "title"


@pytest.mark.parametrize("settle_it", [_take_over, _write_anew, _pin])
def test_a_conflict_is_settled_by_an_edit_or_a_pin(settle_it: Callable[[dict[str, Any]], None]) -> None:
    file = conflicting()
    settle_it(file.entries[0])
    title = file.entries[0]["title"]
    plan = file.build(event("a", title="New"))
    assert plan.outcome.conflicts == []
    assert plan.base[0].conflicts == {}
    assert file.entries[0]["title"] == title


def test_a_conflict_of_an_article_that_was_not_read_stays_open() -> None:
    file = conflicting()
    file.build(scope=lambda article: False)
    assert len(file.build(event("a", title="New")).outcome.conflicts) == 1


@pytest.mark.parametrize(("pinned", "date", "title"), [(True, "2020-05-11", "Title of a"), ("date", "2020-05-11", "New")])
def test_what_is_pinned_does_not_follow_and_is_no_conflict(pinned: Any, date: str, title: str) -> None:
    file = File(event("a"))
    file.entries[0]["pinned"] = pinned
    plan = file.build(event("a", date="2020-06-01", title="New"))
    assert (file.entries[0]["date"], file.entries[0]["title"]) == (date, title)
    assert plan.outcome.conflicts == []


def test_the_other_fields_follow_stay_and_come_and_go_in_the_same_way() -> None:
    def told(status: str, *people: str) -> Event:
        return replace(event("a"), status=status, people=people)

    file = File(told("planned", "Ann Lee"))
    assert (file.entries[0]["status"], file.entries[0]["people"]) == ("planned", ["Ann Lee"])
    file.build(told("happened", "Ann Lee", "Bo Ek"))
    assert "status" not in file.entries[0]
    assert file.entries[0]["people"] == ["Ann Lee", "Bo Ek"]
    file.entries[0]["people"] = ["Ann Lee of Dunmere"]
    plan = file.build(told("denied", "Bo Ek"))
    assert (file.entries[0]["status"], file.entries[0]["people"]) == ("denied", ["Ann Lee of Dunmere"])
    assert len(plan.outcome.conflicts) == 1
    del file.entries[0]["status"]  # the person knows that it happened
    file.build(told("denied", "Bo Ek"))
    assert "status" not in file.entries[0]


@pytest.mark.parametrize("key", ["note", "tags", "x-mine"])
def test_an_added_key_is_a_touch(key: str) -> None:
    file = File(event("a"))
    file.entries[0][key] = "mine"
    assert file.build().outcome.gone == 1
    assert file.entries[0][key] == "mine"


def test_a_comment_is_a_touch() -> None:
    file = File(event("a"), event("b"))
    file.comments = {"Title of a"}
    plan = file.build()
    assert [e["title"] for e in file.entries] == ["Title of a"]
    assert (plan.outcome.gone, plan.outcome.dropped) == (1, 1)


def test_an_edited_source_stays_edited() -> None:
    file = File(event("a"))
    file.entries[0]["sources"][0] |= {"sentence": "Shortened.", "x-page": "5"}
    del file.entries[0]["sources"][0]["published"]
    typed = dict(file.entries[0]["sources"][0])
    file.build(event("a", article="moved.txt"))
    assert file.entries[0]["sources"] == [typed | {"article": "moved.txt"}]


@pytest.mark.parametrize("ident", ["", "mine"])
def test_an_id_that_is_changed_or_taken_away_changes_nothing_else(ident: str) -> None:
    file = File(event("a"), event("b"))
    file.entries[0] |= {"id": ident}
    if not ident:
        del file.entries[0]["id"]
    assert not file.build(event("a"), event("b")).change
    file.build(event("a", date="2020-06-01"), event("b"))
    assert file.entries[0]["date"] == "2020-06-01"
    del file.entries[0]
    for _ in range(2):
        assert file.build(event("a"), event("b")).outcome.deleted == 1
    assert file.layout() == [["b"]]


def test_an_entry_whose_sources_were_deleted_keeps_its_event_from_coming_back() -> None:
    file = File(event("a", "b"))
    del file.entries[0]["sources"]
    for _ in range(2):
        assert not file.build(event("a", "b")).change
    file.build(event("a"), event("b"))
    assert file.layout() == [[]]
    file.entries.clear()
    file.build(event("a"), event("b"))
    file.build(event("b", "n"))
    assert file.layout() == []


def test_a_deletion_covers_all_the_sources_and_what_joins_them_later() -> None:
    file = File(event("a", "b"), event("c"))
    del file.entries[0]
    file.build(event("a", "b"), event("c"))
    file.build(event("b", "new"), event("c"))
    file.build(event("new"), event("a"), event("c"))
    assert file.layout() == [["c"]]


def test_a_live_entry_gets_nothing_back_from_a_deleted_one() -> None:
    file = File(event("a"), event("c"))
    del file.entries[0]
    file.build(event("a"), event("c"))
    file.build(event("c", "a"))
    assert file.layout() == [["c"]]


def test_one_source_of_a_deleted_entry_kept_under_another() -> None:
    file = File(event("a", "b"), event("c"))
    taken = file.entries.pop(0)["sources"][1]
    file.entries[0]["sources"].append(taken)
    for _ in range(2):
        file.build(event("a", "b"), event("c"))
        assert file.layout() == [["c", "b"]]
    file.build(event("a"), event("b"), event("c"))
    assert file.layout() == [["c", "b"]]


def test_merged_by_hand_then_deleted_then_told_apart() -> None:
    file = File(event("a"), event("b"))
    file.entries[0]["sources"] += file.entries.pop(1)["sources"]
    file.build(event("a"), event("b"))
    file.build(event("a", "b"))
    file.build(event("a"), event("b"))
    assert file.layout() == [["a", "b"]]
    file.entries.clear()
    file.build(event("a"), event("b"))
    assert file.layout() == []


def test_split_by_hand_and_then_something_new_to_both() -> None:
    file = File(event("a", "b"))
    taken = file.entries[0]["sources"].pop()
    file.entries.append({"date": "2020-05-11", "title": "Title of a", "sources": [taken]})
    file.build(event("a", "b"))
    file.build(event("a", "b"))
    assert file.layout() == [["a"], ["b"]]
    file.build(event("a", "b", "n"))
    assert file.layout() == [["a", "n"], ["b"]]
    file.build(event("a"), event("b", "n"))
    assert file.layout() == [["a"], ["b", "n"]]
    file.build(event("a", "b", "n"))
    assert file.layout() == [["a"], ["b", "n"]]


def test_a_source_listed_twice_stays_in_both() -> None:
    file = File(event("a"), event("b"))
    file.entries[1]["sources"] += [dict(file.entries[0]["sources"][0])]
    for _ in range(2):
        assert not file.build(event("a"), event("b")).change
    assert file.layout() == [["a"], ["b", "a"]]


def test_joined_by_the_extractor_and_parted_again() -> None:
    file = File(event("a"), event("b"))
    plan = file.build(event("a", "b"))
    assert (file.layout(), plan.outcome.dropped) == ([["a", "b"]], 1)
    plan = file.build(event("a"), event("b", date="2020-01-01"))
    assert file.layout() == [["b"], ["a"]]
    assert plan.outcome.added == 1
    assert not file.build(event("a"), event("b", date="2020-01-01")).change


def test_of_two_that_are_joined_the_touched_one_lives() -> None:
    file = File(event("a"), event("b"))
    file.entries[1]["note"] = "mine"
    file.build(event("a", "b"))
    assert file.layout() == [["b", "a"]]
    assert file.entries[0]["note"] == "mine"


def test_a_part_of_the_articles_joins_parts_and_moves_nothing() -> None:
    file = File(event("a", "b"), event("c"))
    for told in ([event("b", title="Other", date="2020-01-01")], [event("b"), event("c")], []):
        names = {f"{s.id}.txt" for e in told for s in e.sources}
        plan = file.build(*told, scope=lambda article, names=names: article in names)  # type: ignore[misc]
        assert file.layout()[0] == ["a", "b"]
        assert file.entries[0]["title"] == "Title of a"
        assert plan.outcome.gone == plan.outcome.dropped == 0


def test_a_source_of_ones_own_is_never_marked_gone() -> None:
    file = File(event("a"))
    file.entries[0]["sources"] += [{"article": "https://example.org"}, {"id": "own", "article": "book.txt"}]
    file.build(event("a"))
    typed = [dict(s) for s in file.entries[0]["sources"]]
    file.build(event("a"))
    assert file.entries[0]["sources"] == typed


def test_gone_is_marked_once_and_unmarked_when_back() -> None:
    file = File(event("a"))
    file.entries[0]["title"] = "Mine"
    assert file.build().outcome.gone == 1
    assert file.build().outcome.gone == 0
    assert file.entries[0]["sources"][0]["gone"] == "true"
    file.build(event("a", date="2020-06-01"))
    assert file.entries[0]["date"] == "2020-06-01"
    assert "gone" not in file.entries[0]["sources"][0]


def test_without_a_base_only_what_is_new_is_added() -> None:
    file = File(event("a"), event("b"))
    typed = [dict(e) for e in file.entries]
    file.base = None
    plan = file.build(event("a", date="2021", title="Else"), event("n", date="2022"))
    assert file.entries[:2] == typed
    assert file.layout() == [["a"], ["b"], ["n"]]
    assert plan.outcome.conflicts == []


def test_known_deletions_hold_without_a_base() -> None:
    file = File(event("a"), event("b"))
    del file.entries[0]
    tombs = file.build(event("a"), event("b")).base
    file.base = None
    file.build(event("a"), event("b"), tombs=[e for e in tombs if e.deleted])
    assert file.layout() == [["b"]]


def test_new_entries_stand_in_order_of_date_where_the_file_does() -> None:
    file = File(event("b", date="2020-02"), event("d", date="2020-04"))
    file.build(
        *(event(i, date=d) for i, d in [("b", "2020-02"), ("d", "2020-04"), ("c", "2020-03"), ("e", "2020-05"), ("a", "2020")])
    )
    assert file.layout() == [["a"], ["b"], ["c"], ["d"], ["e"]]
    file.entries.reverse()
    file.build(*(event(i, date=d) for i, d in [("b", "2020-02"), ("d", "2020-04"), ("n", "2019")]))
    assert file.layout()[-1] == ["n"]


def test_an_open_beginning_comes_first() -> None:
    dates = ["..1912", "1850", "1912..", "1912", "2020-05-01/2020-05-03"]
    assert sorted(dates, key=lambda d: sort_key(parse_date(d))) == ["..1912", "1850", "1912", "1912..", "2020-05-01/2020-05-03"]


def test_event_data_says_no_more_than_is_known() -> None:
    data = event_data(Event(parse_date("2020-05"), "T", (Source("a", "a.txt", None, "S.", ""),)))
    assert data == {"id": "a", "date": "2020-05", "title": "T", "sources": [{"id": "a", "article": "a.txt", "sentence": "S."}]}


# ---------------------------------------------------------------- edited sentences, moved articles


@pytest.mark.parametrize(
    ("sentence", "phrase", "found"),
    [
        (SENTENCE.replace("got away", "escaped"), "Monday", True),
        (SENTENCE.replace("Fenwick", "Fenwick-on-Tarn"), "Monday", True),
        (SENTENCE, "on Monday", True),  # a better rule reads more of the phrase
        (SENTENCE.replace("Monday", "Tuesday"), "Tuesday", False),
        ("On Monday, the council met.", "Monday", False),
    ],
)
def test_the_same_sentence_to_a_reader(sentence: str, phrase: str, found: bool) -> None:
    old = {"old": {"article": "a.txt", "phrase": "Monday", "sentence": SENTENCE}}
    new = source("new", sentence=sentence, phrase=phrase)
    assert find_again(old, [new]) == ({"old": "new"} if found else {})
    assert find_again(old, [Source("new", "b.txt", None, SENTENCE, "Monday")]) == {}


def test_of_two_like_sentences_each_finds_its_own() -> None:
    one, two = SENTENCE, SENTENCE.replace("mill ", "inn ").replace("miller", "keeper")
    old = {i: {"article": "a.txt", "phrase": "Monday", "sentence": s} for i, s in (("1", one), ("2", two))}
    new = [source("n2", sentence=two + " So be it."), source("n1", sentence=one + " So be it.")]
    assert find_again(old, new) == {"1": "n1", "2": "n2"}


def article(path: str, text: str, url: str = "") -> Article:
    return Article(path, text, f"key of {text}", f"digest of {text}", url=url)


def record(path: str, text: str, key: str = "", url: str = "") -> ArticleRecord:
    return ArticleRecord(path=path, key=key or f"key of {text}", digest=f"digest of {text}", url=url)


@pytest.mark.parametrize(
    ("found", "known", "keys"),
    [
        ([article("a", "new")], [record("a", "old")], ["key of old"]),  # edited
        ([article("b", "old")], [record("a", "old", "first")], ["first"]),  # renamed, after an edit
        ([article("a", "other"), article("b", "old")], [record("a", "old", "first")], ["key of other", "first"]),
        ([article("b", "new", "u")], [record("a", "old", url="u")], ["key of old"]),  # moved and edited
        ([article("b", "new")], [record("a", "old")], ["key of new"]),
        ([article("a", "x"), article("b", "y")], [record("a", "y", "1"), record("b", "x", "2")], ["2", "1"]),  # swapped
    ],
)
def test_an_article_keeps_its_key(found: list[Article], known: list[ArticleRecord], keys: list[str]) -> None:
    assert [a.key for a in settle(found, known, lambda path: False).articles] == keys


def test_no_two_articles_have_the_same_key() -> None:
    found = [article("a", "new"), article("b", "old")]
    first, second = settle(found, [record("a", "new", "key of old")], lambda path: True).articles
    assert first.key == "key of old"
    assert second.key not in ("key of old", "key of new")


# ---------------------------------------------------------------- any edits, any articles, in any order

IDS = "abcdef"
_GROUPS = st.lists(st.integers(0, 3) | st.none(), min_size=len(IDS), max_size=len(IDS))  # which event tells each source
_EDITS = st.lists(
    st.tuples(st.sampled_from(["title", "delete", "merge", "split", "take away", "note"]), st.integers(0, 9), st.integers(0, 9)),
    max_size=3,
)


class Person:
    """Edits a file at random, and remembers what must hold from then on."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.count = 0
        self.mine: set[str] = set()  # titles that were typed
        self.home: dict[str, str] = {}  # source -> title of the entry it was put under
        self.gone: set[str] = set()  # sources that were deleted

    def sit_down(self, edits: Sequence[tuple[str, int, int]]) -> None:
        """Make some edits, and then save."""
        entries = self.file.entries
        before = {s["id"]: id(entry) for entry in entries for s in entry.get("sources", [])}
        groups = [{s["id"] for s in entry.get("sources", [])} for entry in entries]
        put = {s: id(entry) for s, title in self.home.items() for entry in entries if entry["title"] == title}
        deleted: list[dict[str, Any]] = []  # kept, so that no new entry takes its identity
        structural = [edit for edit in edits if edit[0] in ("merge", "split", "take away")]
        for edit in [edit for edit in edits if edit not in structural] + structural[:1]:  # more could cancel each other
            self.edit(deleted, *edit)
        now = {s["id"]: entry for entry in entries for s in entry.get("sources", [])}
        self.gone |= before.keys() - now.keys()
        self.mine &= {entry["title"] for entry in entries}
        home = {}
        for source, entry in now.items():
            moved = id(entry) != before[source] and {s["id"] for s in entry["sources"]} not in groups
            if moved or put.get(source) == id(entry):
                home[source] = entry["title"]
        self.home = home

    def name(self, entry: dict[str, Any]) -> None:
        self.count += 1
        entry["title"] = f"Typed {self.count}"
        self.mine.add(entry["title"])

    def edit(self, deleted: list[dict[str, Any]], what: str, one: int, two: int) -> None:
        entries = self.file.entries
        if not entries:
            return
        entry, other = entries[one % len(entries)], entries[two % len(entries)]
        if what == "title":
            self.name(entry)
        elif what == "note":
            entry["note"] = "mine"
        elif what == "delete":
            entries.remove(entry)
            deleted.append(entry)
        elif what == "merge" and entry is not other:
            entries.remove(other)
            deleted.append(other)
            entry["sources"] = [*entry.get("sources", []), *other.get("sources", [])]
            self.name(entry)
        elif what in ("split", "take away") and len(entry.get("sources", [])) > 1:
            source = entry["sources"][two % len(entry["sources"])]
            entry["sources"] = [s for s in entry["sources"] if s is not source]
            if what == "split":
                entries.append({"date": entry["date"], "title": "", "sources": [source]})
                self.name(entries[-1])


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(_GROUPS, st.booleans(), _EDITS), min_size=2, max_size=6))
def test_whatever_happens_every_edit_survives_and_nothing_comes_back(steps: list[tuple[list[int | None], bool, Any]]) -> None:
    file = File()
    person = Person(file)
    away: set[str] = set()
    for groups, partial, edits in steps:
        told: dict[int, list[str]] = {}
        for ident, group in zip(IDS, groups, strict=True):
            if group is not None:
                told.setdefault(group, []).append(ident)
        events = [event(*ids, date=f"20{group:02d}-{len(ids):02d}") for group, ids in told.items()]
        read = {f"{ident}.txt" for ids in told.values() for ident in ids}
        scope = (lambda article, read=read: article in read) if partial else (lambda _: True)
        unread = {s["id"]: s for e in file.entries for s in e.get("sources", []) if not scope(s["article"])}
        file.build(*events, scope=scope)
        assert not file.build(*events, scope=scope).change, "twice the same is no change"
        assert unread == {s["id"]: s for e in file.entries for s in e.get("sources", []) if s["id"] in unread}, "unread, unmoved"
        held = [s["id"] for e in file.entries for s in e.get("sources", [])]
        assert len(held) == len(set(held)), "no sentence tells two events"
        assert not person.gone.intersection(held), "what was deleted stays deleted"
        named = [e["id"] for e in file.entries if "id" in e]
        assert len(named) == len(set(named)), "no two entries have one id"
        assert person.mine <= {e["title"] for e in file.entries}, "what was typed stays typed"
        for source, title in person.home.items():
            assert source in [s["id"] for s in file.entry(title)["sources"]], "what was merged or split stays so"
        missing = {s for ids in told.values() for s in ids} - set(held) - person.gone - away
        for ids in told.values():
            assert not missing.intersection(ids) or (person.gone | away).intersection(ids), "nothing is left out"
        away |= missing  # told together with what was deleted
        person.sit_down(edits)
