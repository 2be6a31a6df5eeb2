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
from benchmarks.timing import best, row
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
    floor = best(lambda: [sum(1 for _ in bare.finditer(text.lower())) for text in texts])
    yield row("bare trie scan for the trigger words (floor)", floor, size, floor)
    own = best(lambda: [sum(1 for _ in SCANNER.triggers(text.lower())) for text in texts])
    yield row("the tagger's own pass for them", own, size, floor)
    yield row(r"re.findall(r'\w+')", best(lambda: [re.findall(r"\w+", text) for text in texts]), size, floor)

    def tag() -> None:
        for text in texts:
            for _ in readings(text, DAY):
                pass

    yield row("tagger, caches empty", best(tag, before=forget), size, floor)
    yield row("tagger, caches warm", best(tag), size, floor)
    yield from _dateparser(texts[:2], floor / len(texts) * 2)
    yield from _chrono(texts, size, floor)


def _dateparser(texts: list[str], floor: float) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.search import search_dates

        size = sum(len(text.encode()) for text in texts) / 1e6
        seconds = best(lambda: [search_dates(text, languages=["en"]) for text in texts], runs=2)
    yield row("dateparser.search.search_dates", seconds, size, floor)


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


def _chrono(texts: list[str], size: float, floor: float) -> Iterator[str]:
    """chrono-node, fetched by npm into build/; left out, and said so, where there is no node."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        yield "chrono-node                                  left out: node and npm are not there"
        return
    folder = Path("build") / "peers"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--prefix", str(folder), "chrono-node"], check=True, capture_output=True
    )
    done = subprocess.run([node, "-e", _PEER], cwd=folder, input=json.dumps(texts), capture_output=True, text=True, check=True)
    yield row("chrono-node", float(done.stdout), size, floor)
