"""Articles and MB a CPU-second through the readers, format by format; plain text against tagging alone; whole builds."""

from __future__ import annotations

import cProfile
import gc
import pstats
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import timeline
from benchmarks.corpus import article
from benchmarks.timing import best, ratio, together
from tests.readers import samples
from timeline import articles, pipeline
from timeline.articles import Listed, Settings
from timeline.events import tell
from timeline.garbage import collect_seldom
from timeline.model import Article
from timeline.phrases import forget
from timeline.recognize import readings
from timeline.sentences import Sentences

_OURS = str(Path(timeline.__file__).parent)
_FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "a.txt": samples.text,
    "a.html": samples.page,
    "a.eml": samples.mail,
    "a.jsonl": samples.jsonl,
    "a.csv": samples.table,
    "a.xml": samples.feed,
    "a.docx": samples.word,
    "a.odt": samples.opendocument,
    "a.pdf": samples.pdf,
}
_COUNT = 60
_OF_A_BUILD = 400


def run() -> Iterator[str]:
    """The lines of the tables."""
    rng = random.Random(5)
    texts = [article(rng, 480).split("\n\n") for _ in range(_OF_A_BUILD)]
    with tempfile.TemporaryDirectory() as folder:
        yield f"{'reading and telling':20} {'articles/s':>11} {'MB/s':>7} {'reading alone':>14} {'share that is ours':>19}"
        for name, make in _FORMATS.items():
            yield _format(Path(folder), name, [make(text) for text in texts[:_COUNT]])
        yield ""
        yield from _plain(Path(folder), texts)
        yield from _build(Path(folder), texts)


def _format(folder: Path, name: str, files: list[bytes]) -> str:
    paths = []
    for number, raw in enumerate(files):
        paths.append(folder / f"{number}-{name}")
        paths[-1].write_bytes(raw)
    found: list[Article] = []

    def read() -> None:
        found[:] = [one for path in paths for one in articles.read(path, path.name) if isinstance(one, Article)]

    def everything() -> None:
        read()
        for one in found:
            tell(one)

    alone, whole = best(read, runs=2), best(everything, runs=2)
    size = sum(map(len, files)) / 1e6
    share = f"{_share(everything):.0%}"
    return f"{name[1:]:20} {len(found) / whole:11.0f} {size / whole:7.2f} {len(found) / alone:14.0f} {share:>19}"


def _share(work: Callable[[], None]) -> float:
    """The share of the time that is spent in the code of this project."""
    profile = cProfile.Profile()
    profile.runcall(work)
    rows = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]  # it has no public name
    total = sum(float(row[2]) for _, row in rows)
    return sum(float(row[2]) for place, row in rows if place[0].startswith(_OURS)) / total


def _plain(folder: Path, texts: list[list[str]]) -> Iterator[str]:
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number}.txt")
        paths[-1].write_bytes(samples.text(text))
    settings, listed = Settings(), Listed([folder])  # one for all files, as a build has them
    whole = [one for path in paths for one in articles.read(path, path.name, settings, listed) if isinstance(one, Article)]

    def tag() -> None:
        for one in whole:
            for _ in readings(one.text, 18392):
                pass

    def read_split_tag() -> None:
        for path in paths:
            for one in articles.read(path, path.name, settings, listed):
                if isinstance(one, Article):
                    spans = [(read.mention.start, read.mention.end) for read in readings(one.text, 18392)]
                    sentences = Sentences(one.text, spans)
                    for span in spans:
                        sentences.around(*span)

    alone, all_of_it = together([tag, read_split_tag], runs=9, before=forget)
    yield ratio("plain text: read, split, tag, of tagging alone", alone / all_of_it, "at least 0.5")


def _build(folder: Path, texts: list[list[str]]) -> Iterator[str]:
    news = folder / "news"
    news.mkdir()
    for number, text in enumerate(texts):
        (news / f"{number}.txt").write_bytes(samples.text([f"Number {number} of the paper is out.", *text]))
    threshold = gc.get_threshold()
    collect_seldom()
    events = folder / "events.yaml"

    def fresh() -> None:
        forget()
        events.unlink(missing_ok=True)
        for path in sorted((folder / ".timeline").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()

    seconds = best(lambda: pipeline.build([news], events, Settings()), runs=2, before=fresh)
    again = best(lambda: pipeline.build([news], events, Settings()), runs=2)
    gc.set_threshold(*threshold)
    size = sum((news / f"{number}.txt").stat().st_size for number in range(len(texts))) / len(texts)
    count = events.read_text(encoding="utf-8").count("    sources:") or events.read_text(encoding="utf-8").count("  sources:")
    yield f"{len(texts)} articles of {size / 1000:.1f} KB, which tell {count} events"
    yield ratio("whole builds: articles a CPU-second", len(texts) / seconds, "at least 500")
    yield ratio("the same build again: articles a CPU-second", len(texts) / again, "no figure")
