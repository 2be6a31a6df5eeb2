"""Copies of one text are one origin; articles on the same subject are not copies."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.corpus import articles
from tests.building import BRIDGE, Case
from timeline.archive import Archive
from timeline.copies import origins_of

STORY = articles(1, seed=7)[0]
OTHERS = articles(30, seed=8)


def changed(text: str, words: int) -> str:
    rng = random.Random(words)
    parts = text.split(" ")
    for place in rng.sample(range(len(parts)), words):
        parts[place] = "otherwise"
    return " ".join(parts)


def test_a_few_other_words_a_new_beginning_and_a_cut_end_make_no_new_origin() -> None:
    half = STORY[: len(STORY) // 2]
    copies = {"few.txt": changed(STORY, 12), "head.txt": f"By our own reporter. {STORY}", "cut.txt": half}
    for name, text in copies.items():
        assert origins_of([("first.txt", STORY), (name, text)]) == {name: "first.txt"}


def test_other_articles_in_the_same_words_are_their_own_origin() -> None:
    assert origins_of([(f"{n}.txt", text) for n, text in enumerate([STORY, *OTHERS])]) == {}


def test_a_copy_of_a_copy_has_the_first_origin() -> None:
    second = changed(STORY, 12)
    told = [("a.txt", STORY), ("b.txt", second), ("c.txt", changed(second, 12)), *((f"{n}.txt", t) for n, t in enumerate(OTHERS))]
    assert origins_of(told) == {"b.txt": "a.txt", "c.txt": "a.txt"}


def test_texts_too_short_to_tell_are_their_own_origin() -> None:
    assert origins_of([("a.txt", "The ferry sank on Friday."), ("b.txt", "The ferry sank on Friday.")]) == {}


def test_a_build_knows_the_origin_of_near_copies_and_keeps_them_as_sources(tmp_path: Path) -> None:
    case = Case(tmp_path)
    body = f"Ada Holm of Lund opened the pier of Vik on 7 May 2020. {STORY}"
    for name, day, text in (("a", "2021-06-01", body), ("b", "2021-05-01", changed(body, 9)), ("c", "2021-06-02", OTHERS[0])):
        case.article(f"news/{name}.txt", f"The pier, says {name}\n\nPublished: {day}\n\n{text}\n")
    case.build()
    records = {record.path: record.origin for record in Archive(case.file).articles()}
    assert records == {"news/a.txt": "news/b.txt", "news/b.txt": "", "news/c.txt": ""}
    (pier,) = [entry for entry in case.entries().values() if "2020-05-07" in entry.date]
    assert [source.article for source in pier.sources] == ["news/b.txt", "news/a.txt"]


def test_the_same_text_of_another_day_is_skipped_with_both_days(tmp_path: Path) -> None:
    case = Case(tmp_path)
    body = BRIDGE.replace("Published: 10 May 2020\n\n", "")
    for name, day in (("a", "2020-05-10"), ("b", "2020-05-12"), ("c", "2020-05-10")):
        case.article(f"news/{name}.txt", f"---\npublished: {day}\n---\n{body}")
    report = case.build()
    assert [(one.path, one.why) for one in report.skipped] == [
        ("news/b.txt", "the same text as news/a.txt, though this one says 2020-05-12 and that one 2020-05-10"),
        ("news/c.txt", "the same text as news/a.txt"),
    ]
