"""A made-up regatta, typed by hand: events that are planned, denied and claimed, reports, people and places."""

from __future__ import annotations

from pathlib import Path

EVENTS = """
- {id: a1, date: 2021-06-01, title: Ada Quill opens the slipway, people: [Ada Quill], places: [Saltmere], tags: [harbour],
   reviewed: true, sources: [{article: a.txt, sentence: Ada Quill opened the slipway on 1 June.}]}
- {id: a2, date: 2021-06-05, title: Malmö sends two boats, people: [Sten Bergström, Ada Quill], places: [Malmö, Saltmere],
   sources: [{article: a.txt, sentence: Malmö sent two boats.}, {article: b.txt, sentence: Two boats came from Malmö.}]}
- {id: a3, date: 2021-06-07, title: The Herald writes of the two boats, kind: report, organizations: [The Herald],
   sources: [{article: b.txt, sentence: The Herald wrote of them on 7 June.}]}
- {id: a4, date: 2021-06-20, title: Saltmere holds the regatta, status: planned, people: [Ada Quill], places: [Saltmere],
   sources: [{article: a.txt, sentence: Saltmere will hold the regatta on 20 June.}]}
- {id: a5, date: 2021-06-08..2021-06-12, title: The harbour is dredged, status: planned, tags: [harbour],
   sources: [{article: b.txt, sentence: The harbour is to be dredged next week.}]}
- {id: a6, date: 2021-06-09, title: The council sells the pier, status: denied, organizations: [Council],
   sources: [{article: b.txt, sentence: The council denied that it had sold the pier on 9 June.}]}
- {id: a7, date: 2021-06-10/2021-06-14, title: The pilot drinks on duty, status: claimed, people: [Tom Fairlight],
   sources: [{article: b.txt, sentence: The pilot allegedly drank on duty from 10 to 14 June.}]}
- {id: a8, date: 2021-06-15, title: A mast is sawn through, status: claimed, people: [Sten Bergström],
   sources: [{article: a.txt, sentence: A mast was said to be sawn through.}]}
- {id: a9, date: 2021-06-03/2021-06-11, title: The rope works stand still, status: denied, tags: [rope works],
   sources: [{article: a.txt, sentence: That the rope works stood still was denied.}]}
- {id: b1, date: 2021-06-16/2021-06-19, title: Trial races, status: planned, sources: [{article: a.txt}]}
- {id: b2, date: 2021-06-17, title: The Herald reports a storm, kind: report, organizations: [The Herald],
   sources: [{article: a.txt, sentence: The Herald reported a storm.}]}
- {id: b3, date: 2021-06-02, title: A gull steals the starting flag}
"""
COUNT = 12
REPORTS = 2


def write(folder: Path) -> Path:
    """Write the events file into a folder, and give it."""
    path = folder / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return path
