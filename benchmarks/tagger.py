r"""The tagger against a bare scan for its own trigger words (the floor), against `\w+`, and against dateparser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import articles
from benchmarks.timing import best, ratio, row, together
from timeline.interval import day_number
from timeline.languages.en import SCANNER
from timeline.languages.en.words import TRIGGERS, WORDS
from timeline.phrases import forget
from timeline.recognize import readings
from timeline.scan import trie

DAY = day_number(2024, 2, 21)


def run() -> Iterator[str]:
    """The lines of the table."""
    texts = articles(600)
    size = sum(len(text.encode()) for text in texts) / 1e6
    found = [read.mention.text for text in texts for read in readings(text, DAY)]
    words = sum(len(text.split()) for text in texts)
    often = f"{len(set(found))} distinct, one in {words / len(found):.0f} words"
    yield f"{len(texts)} articles, {size:.2f} MB, {len(found)} phrases ({often})"
    bare = re.compile(rf"\b(?:{trie(word for word, (kind, _) in WORDS.items() if kind in TRIGGERS)})\b")

    def tag() -> None:
        for text in texts:
            for _ in readings(text, DAY):
                pass

    floor, own, words_alone, empty = together(
        [
            lambda: [sum(1 for _ in bare.finditer(text.lower())) for text in texts],
            lambda: [sum(1 for _ in SCANNER.triggers(text.lower())) for text in texts],
            lambda: [re.findall(r"\w+", text) for text in texts],
            tag,
        ],
        runs=9,
        before=forget,
    )
    yield row("bare trie scan for the trigger words (floor)", floor, size, floor)
    yield row("the tagger's own pass for them", own, size, floor)
    yield row(r"re.findall(r'\w+')", words_alone, size, floor)
    yield row("tagger, caches empty", empty, size, floor)
    yield row("tagger, caches warm", best(tag), size, floor)
    some = texts[:2]
    small = sum(len(text.encode()) for text in some) / 1e6
    parsed = _dateparser(some)
    yield row("dateparser.search.search_dates", parsed, small, floor / size * small)
    chrono = _chrono(texts)
    if chrono is not None:
        yield row("chrono-node", chrono, size, floor)
    yield ""
    yield "the tagger with its caches empty, as MB a CPU-second:"
    yield ratio("of the bare trie scan", floor / empty, "at least 0.125")
    yield ratio("times dateparser.search.search_dates", parsed / small / empty * size, "at least 50")
    if chrono is None:
        yield "chrono-node is left out: node and npm are not there, or npm could not fetch it"
    else:
        yield ratio("times chrono-node", chrono / empty, "at least 1.5")


def _dateparser(texts: list[str]) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.search import search_dates

        return best(lambda: [search_dates(text, languages=["en"]) for text in texts], runs=2)


_PEER = """
const chrono = require("chrono-node");
const texts = JSON.parse(require("fs").readFileSync(0));
const day = new Date(2024, 1, 21);
const run = () => texts.forEach((text) => chrono.parse(text, day));
let best = Infinity;
for (let turn = 0; turn < 5; turn++) {
  const before = process.cpuUsage();
  run();
  const used = process.cpuUsage(before);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(best);
"""


def _chrono(texts: list[str]) -> float | None:
    """CPU seconds of chrono-node, fetched by npm into build/; None where there is no node, or nothing to fetch it from."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    folder = Path("build") / "peers"
    folder.mkdir(parents=True, exist_ok=True)
    fetch = [npm, "install", "--silent", "--no-audit", "--prefix", str(folder), "chrono-node"]
    if not (folder / "node_modules" / "chrono-node").exists() and subprocess.run(fetch, capture_output=True).returncode:
        return None
    done = subprocess.run([node, "-e", _PEER], cwd=folder, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return float(done.stdout)
