"""Are merged events one event? `python -m benchmarks.sameevent FOLDER`, on mentions of events that people have marked.

The folder holds `articles.jsonl`, `{id, published, title, text, sentences}`, a line for each article, and `timeline.jsonl`,
a line for each event of one person or company (`target`) at one date, with its mentions: `document-sentence-word`. The
articles are built with the pipeline's own functions; counted are pairs of mentions ACROSS documents.

**What matches.** One of our sources (a sentence and its phrase) stands for a mention where the document is the same, its
sentence and the marked one hold each other (letters and digits compared: the marked ones are cut into tokens), and the
word of the event is in it. Where the sentence has several phrases, and so several sources, the mention belongs to the one
whose event has the word (in any form) in its title, else to the one whose phrase stands nearest to it, and to none of the others.

**Precision**, over pairs of sources of different documents that are one event of ours and both stand for a mention of the
same target: right where two of their mentions are on one row. Pairs of sources that stand for nothing marked cannot be
judged, and neither can those without a target in common: what the people marked is chosen by target.

**Recall**, over pairs of mentions on one row, of different documents, at a date (even a year), each pair once, however
many targets list it. `within reach` counts those where both mentions have a source: what no phrase dates is no event of ours.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from timeline.archive import Archive
from timeline.articles import Settings
from timeline.languages.en.stems import stem
from timeline.merge import merge
from timeline.model import Event, Source
from timeline.survey import survey

HALVES = ("even", "odd")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention that people marked: document, number of the sentence, word."""

    document: str
    sentence: str
    word: str


@dataclass(slots=True)
class Gold:
    """What people marked: the targets of each mention, and the pairs that are one event with the halves they belong to."""

    targets: defaultdict[Mark, set[str]] = field(default_factory=lambda: defaultdict(set))
    pairs: defaultdict[frozenset[Mark], set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class Score:
    """Counts of one half: pairs of sources, pairs of mentions."""

    right: list[tuple[Source, Source]] = field(default_factory=list)
    wrong: list[tuple[Source, Source]] = field(default_factory=list)
    found: set[frozenset[Mark]] = field(default_factory=set)
    reach: set[frozenset[Mark]] = field(default_factory=set)
    pairs: set[frozenset[Mark]] = field(default_factory=set)

    def line(self, name: str) -> str:
        """One line of the table."""
        judged = len(self.right) + len(self.wrong)
        precision = f"{len(self.right) / judged:.2f}" if judged else "-"
        recall = f"{len(self.found) / len(self.pairs):.2f}" if self.pairs else "-"
        return (
            f"{name:5} precision {precision} ({len(self.right)} of {judged} pairs of sources)   "
            f"recall {recall} ({len(self.found)} of {len(self.pairs)} pairs of mentions, {len(self.reach)} within reach)"
        )


def half_of(target: str) -> str:
    """Which half a target belongs to: by the parity of its MD5.

    >>> half_of("general_motors")
    'odd'
    """
    return HALVES[int(hashlib.md5(target.encode()).hexdigest(), 16) % 2]


def read_gold(folder: Path, documents: Iterable[str]) -> Gold:
    """The mentions of the documents; what names no document (the annotation has slips) is left out."""
    gold, known = Gold(), set(documents)
    for row in _lines(folder / "timeline.jsonl"):
        marks = [mark for text in row["event"] if (mark := _mark(text)) is not None and mark.document in known]
        for mark in marks:
            gold.targets[mark].add(row["target"])
        if row["date"].startswith("X"):
            continue
        for one, other in combinations(marks, 2):
            if one.document != other.document:
                gold.pairs[frozenset((one, other))].add(row["target"])
    return gold


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _mark(text: str) -> Mark | None:
    parts = text.split("-", 2)
    return Mark(*parts) if len(parts) == 3 else None


def build(articles: Iterable[dict[str, Any]]) -> tuple[list[Event], list[Event]]:
    """The events of the articles before and after merging; the file of a source is called as its document."""
    with tempfile.TemporaryDirectory() as place:
        for row in articles:
            head = f"title: {json.dumps(row['title'])}\npublished: {row['published']}"
            Path(place, f"{row['id']}.md").write_text(f"---\n{head}\n---\n{row['text']}\n", encoding="utf-8")
        read = survey([Path(place)], Archive(Path(place, "events.yaml")), Settings())
    told = [event for one in read.told for event in one.events]
    return told, merge(told).events


def stands_for(told: Iterable[Event], gold: Gold, articles: dict[str, dict[str, Any]]) -> dict[str, list[Mark]]:
    """The mentions that each source stands for, by its id."""
    by_document: defaultdict[str, list[Source]] = defaultdict(list)
    titles = {event.sources[0].id: event.title for event in told}
    for source in (event.sources[0] for event in told):
        by_document[document_of(source)].append(source)
    out: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in gold.targets:
        marked = _squash(str(articles[mark.document]["sentences"].get(mark.sentence, "")))
        near = [
            (distance, source.id)
            for source in by_document[mark.document]
            if _same(_squash(source.sentence), marked)
            and (distance := _distance(source, titles[source.id], mark.word)) is not None
        ]
        if near:
            out[min(near)[1]].append(mark)
    return out


def document_of(source: Source) -> str:
    """The document of a source, from the name of its file."""
    return source.article.removesuffix(".md")


def _squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _same(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one in other or other in one)


def _distance(source: Source, title: str, word: str) -> tuple[bool, int] | None:
    """Whether the word is missing in the title, and how far the phrase is from it; None where it is not in the sentence."""
    spelt = re.compile(rf"\b{re.escape(word.replace('_', ' '))}", re.IGNORECASE)
    phrase = source.sentence.find(source.phrase)
    far = min((abs(match.start() - phrase) for match in spelt.finditer(source.sentence)), default=None)
    titled = {stem(part.lower()) for part in re.findall(r"\w+", title)}
    return None if far is None else (not {stem(part.lower()) for part in word.split("_")} <= titled, far)


def score(events: Iterable[Event], stands: dict[str, list[Mark]], gold: Gold, half: str | None) -> Score:
    """The score of one half of the targets, or of all (None)."""
    out = Score()

    def counts(targets: Iterable[str]) -> bool:
        return half is None or any(half_of(target) == half for target in targets)

    out.pairs = {pair for pair, targets in gold.pairs.items() if counts(targets)}
    dated = {mark for marks in stands.values() for mark in marks}
    out.reach = {pair for pair in out.pairs if pair <= dated}
    for event in events:
        for one, other in combinations(event.sources, 2):
            if document_of(one) == document_of(other):
                continue
            crossed = [(a, b) for a in stands.get(one.id, ()) for b in stands.get(other.id, ())]
            shared = {target for a, b in crossed for target in gold.targets[a] & gold.targets[b]}
            if not counts(shared) or not shared:
                continue
            right = {frozenset(pair) for pair in crossed} & out.pairs
            out.found |= right
            (out.right if right else out.wrong).append((one, other))
    return out


def run(folder: Path, *, details: bool = False) -> Iterator[str]:
    """The lines of the table; with `details` the pairs that are wrong, too."""
    articles = {row["id"]: row for row in _lines(folder / "articles.jsonl")}
    gold = read_gold(folder, articles)
    told, merged = build(articles.values())
    stands = stands_for(told, gold, articles)
    joined = sum(len(event.sources) > 1 for event in merged)
    yield f"{len(articles)} articles, {len(told)} events told, {len(merged)} after merging, {joined} of them with several sources"
    for half in (*HALVES, None):
        found = score(merged, stands, gold, half)
        yield found.line(half or "all")
        for name, pairs in (("right", found.right), ("WRONG", found.wrong)) if details else ():
            for pair in pairs:
                yield f"  {name}"
                yield from (f"    {one.article} {one.published} [{one.phrase}] {one.sentence}" for one in pair)


if __name__ == "__main__":
    for line in run(Path(sys.argv[1]), details="--details" in sys.argv):
        sys.stdout.write(line + "\n")
