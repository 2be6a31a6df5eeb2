"""The account in the panel: every phrase, article and event that is left out, with its count, its reason and its mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from plotly.io.json import to_json_plotly

from dashboard.account import account
from dashboard.app import create_app
from dashboard.drawer import drawer, tally
from dashboard.figures import figure
from dashboard.filters import Filters
from dashboard.ink import folded_words
from dashboard.items import Kind, collect
from dashboard.legend import marks_of
from dashboard.library import Library
from dashboard.state import State
from dashboard.view import View, view
from tests.building import Case
from tests.dashboard import harbour, saltmere
from tests.dashboard.test_dash_app import OURS, call, elements, texts
from tests.test_listing import MESSAGE, REPORT
from timeline.archive import Archive
from timeline.entries import Entry
from timeline.records import ArticleRecord, FindingRecord, MaybeRecord


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """The harbour, built by a real build and worked on by hand."""
    return harbour.build(tmp_path, undated=True)


def told(case: Case, query: str) -> str:
    """The text of the panel at a query."""
    return texts(panel(case, query))


def panel(case: Case, query: str, *, read_only: bool = False) -> Any:
    return call(create_app(case.file, read_only=read_only), f"?{query}", **OURS).get_json()["response"]["panel"]["children"]


def row(case: Case, query: str = "") -> list[str]:
    links = call(create_app(case.file), f"?{query}", **OURS).get_json()["response"]["tally"]["children"]
    return [texts(link) for link in links]


def test_each_kind_has_its_count_in_the_row(case: Case) -> None:
    assert row(case) == [
        "Account",
        "1 report",
        "3 without a date",
        "1 hidden",
        "1 merged",
        "4 unresolved",
        "1 undated article",
        "2 skipped",
        "1 maybe the same",
    ]


def test_links_of_the_row_keep_filters_and_window(case: Case) -> None:
    (link,) = [each for each in tally(Library(case.file).shelf.account, State(q="x", lanes="tag")) if "hidden" in each.title]
    assert State.read(link.href) == State(q="x", lanes="tag", show="hidden")


def test_a_file_by_hand_with_nothing_left_out_has_no_row(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- {date: 2020, title: Talks}\n")
    assert tally(Library(tmp_path / "events.yaml").shelf.account, State()) == []


def test_the_sums_add_up(case: Case) -> None:
    said = told(case, "show=account")
    assert "5 found = 3 read + 2 skipped" in said
    assert "13 found = 7 in events + 4 unresolved + 2 no event" in said
    assert "10 in the file = 8 on the page + 1 hidden + 1 merged" in said
    assert "2 in the date line" in said
    seen = Library(case.file).shelf.account
    assert len(seen.records) == len(list((case.folder / "news").iterdir()))
    assert sum(seen.fates.values()) == sum(len(record.findings) for record in Archive(case.file).articles())
    assert len(Library(case.file).shelf.collection.items) == seen.entries - len(seen.merged)


def test_a_deleted_event_is_told_in_the_sums(case: Case) -> None:
    assert "you deleted" not in told(case, "show=account")
    case.delete("The mill of <b>Vik</b>")
    assert "1 of the phrases in events are of events that you deleted" in told(case, "show=account")


def test_unresolved_phrases_have_reason_and_mend(case: Case) -> None:
    said = told(case, "show=unresolved")
    for words in (
        "There is no such date",
        "The harbour master moved into the ice house on 30 February.",
        "- date: YYYY-MM-DD",
        "The article does not say when it was published",
        "Say when it was published",
        "3 April 2020 or 4 March 2020",
        "- {file: mill.txt, day_first: true}",
    ):
        assert words in said
    marks = [texts(each) for each in elements(panel(case, "show=unresolved")) if each["type"] == "Mark"]
    assert marks == ["30 February", "three weeks ago", "Tuesday", "03/04/2020"]


def test_the_event_to_be_typed_is_one_that_the_file_takes(case: Case) -> None:
    found = [texts(each) for each in elements(panel(case, "show=unresolved")) if each["type"] == "Pre"]
    (block,) = (each for each in found if "YYYY-MM-DD" in each)
    case.text += "\n" + block.replace("YYYY-MM-DD", "2020-03-01").replace("What happened", "The master moves") + "\n"
    assert case.dates()["The master moves"] == "2020-03-01"
    harbour.rebuild(case, undated=True)
    assert case.dates()["The master moves"] == "2020-03-01"


def test_a_phrase_is_shown_in_its_article(case: Case) -> None:
    (phrase,) = [each for each in Library(case.file).shelf.account.unresolved if each.finding.phrase == "Tuesday"]
    made = panel(case, f"show=unresolved&at={phrase.key}")
    marks = {each["props"]["className"]: texts(each) for each in elements(made) if each["type"] == "Mark"}
    assert marks["phrase"] == "Tuesday"
    assert marks["sentence"] == "He is back since Tuesday, and sold the millstones on 03/04/2020."
    assert "The article does not say when it was published" in texts(made)
    assert "3 of 4" in texts(made)
    links = {texts(each): State.read(each["props"]["href"]) for each in elements(made) if each["type"] == "Link"}
    assert links["Back ✕"] == State(show="unresolved")
    assert links["Next ›"].at == phrase.key.replace(str(phrase.finding.start), "190")


def test_hidden_merged_and_reported_events_say_how_to_bring_them_back(case: Case) -> None:
    lines = case.text.splitlines()
    for show, mark in (("hidden", "hidden: true"), ("merged", "same_as"), ("reports", "kind: report")):
        said = told(case, f"show={show}")
        assert mark in said
        at = next(number for number, line in enumerate(lines) if line.strip() == mark or line.strip().startswith(f"{mark}:"))
        begin = max(number for number, line in enumerate(lines[:at]) if line.startswith("- id")) + 1
        assert f"line {begin} of events.yaml" in said
    assert "the same as “The ferry takes nine sheep across”" in told(case, "show=merged")
    assert "not later than their article" in told(case, "show=reported-on")


def test_skipped_files_have_reason_and_mend(case: Case) -> None:
    said = told(case, "show=skipped")
    assert "news/empty.txt" in said
    assert "The file is empty" in said
    assert "No reader for '.png' files" in said
    assert "Save its text in a form that is read" in said


def test_a_skipped_record_of_a_dump_has_its_own_line(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/dump.jsonl", '{"title": "A"}\n{"title": "B"}\n{"text": "The dam broke on 3 May 2020."}\n')
    case.build()
    said = told(case, "show=skipped")
    assert "news/dump.jsonl#1" in said
    assert "news/dump.jsonl#2" in said
    assert "3 found = 1 read + 2 skipped" in told(case, "show=account")


def test_an_undated_article_has_its_bracket_and_line(case: Case) -> None:
    said = told(case, "show=undated")
    assert "Not before 2 May 2020: it tells “2 May 2020” as past." in said
    assert "Not after 11 May 2020, if nothing is newer than “The ferry”." in said
    assert "2 phrases wait for its day" in said
    assert "- {file: mill.txt, published: 2020-05-02}" in said
    (case.folder / "news/articles.yaml").write_text("- {file: mill.txt, published: 2020-05-05}\n")
    said = told(case, "show=undated")
    assert "published: 2020-05-05 stands in news/articles.yaml: run timeline build" in said
    assert "- {file" not in said


def test_what_another_article_tells_brackets_an_undated_one(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.article("news/letter.txt", MESSAGE)
    case.article("news/islands.txt", REPORT)
    case.build()
    made = panel(case, "show=undated")
    assert "8 May 2020 to 14 May 2020, if these two tell of one event:" in texts(made)
    assert "the Hambury Agency said on Friday." in texts(made)
    links = [each for each in elements(made) if each["type"] == "Link" and "sent last week" in texts(each)]
    assert [State.read(each["props"]["href"]).event for each in links] == [next(iter(case.entries().values())).id]


def test_pairs_are_offered_until_they_are_settled(case: Case) -> None:
    said = told(case, "show=maybe")
    assert said.count("Ada Holm opens the harbour bridge") == 2
    assert "Not joined: the dates are vague" in said
    (pair,) = Library(case.file).shelf.account.pairs
    assert said.endswith("They are oneThey are two")
    by_hand = texts(panel(case, "show=maybe", read_only=True))
    assert f"same_as: {pair.one.id}" in by_hand
    assert "They are one" not in by_hand
    case.edit("title: Ada Holm opens the harbour bridge and a school in Tarn\n", f"title: It is one\n  same_as: {pair.one.id}\n")
    assert "1 maybe the same" not in row(case)
    assert "There is nothing of this kind any more" in told(case, "show=maybe")


def test_refused_pairs_and_pairs_with_hidden_events_are_not_offered() -> None:
    one, other = (Entry.model_validate({"id": name, "date": "2020", "title": name}) for name in "ab")
    pair = MaybeRecord(a="a", b="b", why="")
    hidden = other.model_copy(update={"hidden": True})
    assert len(account([one, other], collect([one, other]), [], [pair]).pairs) == 1
    assert not account([one, other], collect([]), [], [pair.model_copy(update={"refused": True})]).pairs
    assert not account([one, hidden], collect([]), [], [pair]).pairs
    assert not account([one], collect([]), [], [pair]).pairs


@pytest.mark.parametrize(
    "query", ["show=nonsense", "show=unresolved&at=nothing:7", "show=hidden&at=%00:x", "at=news/mill.txt:154"]
)
def test_any_address_gives_a_panel(case: Case, query: str) -> None:
    assert told(case, query)


def test_too_many_phrases_are_told_by_article_first(tmp_path: Path) -> None:
    path = saltmere.build(tmp_path)
    lost = [
        FindingRecord(
            start=at, end=at + 2, sentence_start=at, sentence_end=at + 20, phrase="x", type="", value="", fate="unresolved"
        )
        for at in range(200)
    ]
    digest = Archive(path).articles()[0].digest
    Archive(path).write_articles(
        ArticleRecord(path=f"{name}.txt", title=name, published="2020-01-01", digest=digest, findings=lost) for name in "ab"
    )
    library = Library(path)
    made = json.loads(to_json_plotly(drawer(library, State(show="unresolved"))))
    assert "a200 phrasesb200 phrases" in texts(made)
    (first, _) = [each["props"]["href"] for each in elements(made) if each["type"] == "Link" and "phrases" in texts(each)]
    marks, there = 0, [first]
    while there:  # page after page
        made = json.loads(to_json_plotly(drawer(library, State.read(there[0]))))
        marks += len([each for each in elements(made) if each["type"] == "Mark"])
        there = [each["props"]["href"] for each in elements(made) if each["props"].get("className") == "next"]
    assert marks == 200


def test_reports_and_what_has_no_date_are_apart(case: Case) -> None:
    def line(query: str) -> str:
        return str(call(create_app(case.file), f"?{query}", **OURS).get_json()["response"]["count"]["children"])

    wide = "from=2018-01-01&to=2021-01-01"
    assert line(wide).startswith("4 of 9 events shown · ")
    assert line(wide).endswith("1 report left out · 3 told without a date left out · 1 hidden")
    assert line(f"{wide}&reports=1").endswith(" · 3 told without a date left out · 1 hidden")
    assert "8 of 9 events shown" in line(f"{wide}&reports=1&reported-on=1")
    assert "told without a date" in told(case, f"{wide}&reported-on=1")
    layout = create_app(case.file).server.test_client().get("/_dash-layout").get_json()
    labels = [option["label"] for each in elements(layout) if each["type"] == "Checklist" for option in each["props"]["options"]]
    assert labels[:3] == ["reports (1)", "told without a date (3)", "hidden (1)"]


def test_the_account_is_read_again_when_a_pair_is_refused(case: Case) -> None:
    library = Library(case.file)
    assert len(library.refresh().account.pairs) == 1
    archive = Archive(case.file)
    archive.write_maybes(one.model_copy(update={"refused": True}) for one in archive.maybes())
    assert not library.refresh().account.pairs


def test_texts_of_articles_are_text(case: Case) -> None:
    app: Dash = create_app(case.file)
    for query in ("show=unresolved", "show=undated", "show=maybe"):
        made = call(app, f"?{query}", **OURS).get_json()["response"]["panel"]["children"]
        assert not [each for each in elements(made) if each["type"] in ("Markdown", "B", "Iframe")]
    assert "The mill of <b>Vik</b>" in told(case, "show=undated")


def apart(count: int = 1) -> list[Entry]:
    """A report, and so many events that are told without a date, of one article."""
    told = [{"date": "..2020-05-10", "title": f"Gulls {n}", "kind": "reported on", "id": f"g{n}"} for n in range(count)]
    return [Entry.model_validate(one) for one in [{"date": "2020-05-06", "title": "Agency tells", "kind": "report"}, *told]]


def shown(entries: list[Entry], days: tuple[str, str]) -> tuple[View, dict[str, Any]]:
    frame = State.read(f"?from={days[0]}&to={days[1]}").window
    seen = view(collect(entries), Filters(reports=True, reported_on=True), frame, 900)
    traces = figure(seen, {}, "")["data"]
    return seen, {trace["name"]: trace for trace in traces if trace["name"] != "tails"} | {
        f"tails {at}": trace for at, trace in enumerate(each for each in traces if each["name"] == "tails")
    }


def test_a_report_has_corners_and_what_has_no_date_has_an_end_and_no_ground() -> None:
    _, traces = shown(apart(), ("2020-04-01", "2020-06-01"))
    assert traces["days"]["marker"]["symbol"] == ["square"]
    assert not traces["within"]["x"]
    end = collect(apart()).find("g0")
    assert end is not None
    assert end.last is not None
    assert traces["tails 0"]["x"] == [end.last + 1, end.last + 1, None]  # the wall at the end of its last day
    assert traces["tails 1"]["x"][1] == end.last + 1
    assert traces["tails 1"]["x"][0] < end.last + 1
    assert [traces[name]["marker"]["symbol"] for name in traces if "marker" in traces[name] and "tails" in name] == [
        "triangle-left"
    ]


def test_what_has_no_date_is_told_in_words_where_its_end_is_out_of_view_or_days_are_counted() -> None:
    seen, traces = shown(apart(), ("2020-04-01", "2020-05-08"))
    assert [item.entry.title for lane in seen.lanes for item in lane.folded] == ["Gulls 0"]
    assert not [name for name in traces if "tails" in name]
    assert folded_words(seen.lanes[0].folded) == "1 told without a date"
    seen, _ = shown(apart(300), ("2020-04-01", "2020-06-01"))
    assert seen.dense
    assert seen.folded == 300
    assert sum(each.days + each.spread for each in seen.lanes[0].bins) == 1


def test_a_day_that_a_person_gave_it_is_drawn_as_one() -> None:
    (item,) = collect(apart()[1:]).items
    assert item.kind is Kind.BY
    dated = Entry.model_validate({"date": "2020-05-01", "title": "Gulls", "kind": "reported on"})
    assert collect([dated]).items[0].kind is Kind.DAY


def test_the_legend_tells_what_is_apart() -> None:
    items = collect(apart()).items
    assert [list(marks_of(item)) for item in items] == [["report"], ["by"]]


@pytest.mark.parametrize("inputs", [[[1]], [["x"]], [[[]]], [[{"id": "a"}]], [[{"property": "n_clicks"}]], [[None]]])
def test_a_malformed_list_of_buttons_is_refused(case: Case, inputs: Any) -> None:
    app = create_app(case.file)
    output = next(name for name in app.callback_map if "curate-told" in name and "stamp.data" in name)
    body = {"output": output, "inputs": inputs, "changedPropIds": []}
    assert app.server.test_client().post("/_dash-update-component", json=body, headers=OURS).status_code == 400
