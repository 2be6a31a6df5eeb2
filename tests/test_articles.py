"""The sample articles give what a careful reader got from them by hand, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ROOT
from timeline import articles
from timeline.events import Told, tell
from timeline.merge import merge
from timeline.model import Article
from timeline.notation import iso_day, iso_days

GOLDEN = sorted((ROOT / "tests" / "articles").glob("*.yaml"))


def golden(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def told(name: str) -> Told:
    (article,) = articles.read(ROOT / name, name)
    assert isinstance(article, Article)
    return tell(article)


def test_every_sample_article_has_a_golden_result() -> None:
    assert {golden(path)["article"] for path in GOLDEN} == {f"data/{path.name}" for path in (ROOT / "data").iterdir()}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_events(path: Path) -> None:
    expected = golden(path)
    found = told(expected["article"])
    dates = [(event.sources[0].phrase, *iso_days(event.date)) for event in found.events]
    assert dates == [(event["phrase"], event["from"], event["to"]) for event in expected["events"]]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_other_phrase_is_accounted_for(path: Path) -> None:
    expected = golden(path)
    found = told(expected["article"])
    by_fate: dict[str, list[str]] = {"event": [], "unresolved": [], "no event": []}
    for finding in found.findings:
        if not finding.why.startswith("in the "):
            by_fate[finding.fate].append(finding.mention.text)
    assert sorted(by_fate["no event"]) == sorted(expected["no_events"])
    assert by_fate["unresolved"] == expected["unresolved"]
    assert len(by_fate["event"]) == len(found.events)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_publication_day(path: Path) -> None:
    expected = golden(path)
    published = told(expected["article"]).article.published
    assert (None if published is None else iso_day(published.day)) == (
        None if expected["published"] == "null" else expected["published"]
    )


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_event_leads_back_to_its_words(path: Path) -> None:
    found = told(golden(path)["article"])
    text = found.article.text
    for finding in found.findings:
        start, end = finding.sentence
        assert text[finding.mention.start : finding.mention.end] == finding.mention.text
        assert start <= finding.mention.start < finding.mention.end <= end
        if finding.fate == "event":
            assert finding.mention.reason
        else:
            assert finding.why


def test_articles_that_tell_the_same_event_become_its_sources() -> None:
    events = [event for path in GOLDEN for event in told(golden(path)["article"]).events]
    joined = {frozenset(Path(s.article).stem for s in event.sources) for event in merge(events).events if len(event.sources) > 1}
    assert frozenset({"xi-offers-help", "wuhan-tests-everyone", "two-leaders-and-their-letters"}) in joined
    assert frozenset({"factory-opens-in-sunchon", "two-leaders-and-their-letters"}) in joined


def test_the_aid_fund_and_the_halt_of_trade_of_late_january_stay_two_events() -> None:
    events = [event for path in GOLDEN for event in told(golden(path)["article"]).events]
    for event in merge(events).events:
        sentences = " ".join(source.sentence for source in event.sources)
        assert not ("aid fund" in sentences and "rade" in sentences)
