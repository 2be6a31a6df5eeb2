"""Broken events files into what reads them: the dashboard keeps the last good state, `check` says what is wrong."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from dashboard.library import Library
from tests.building import built
from tests.damage import damage
from timeline.checking import check
from timeline.recognize import read_words

_PIECES = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\t", b": ", b" #", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!int ", b"|",
           b">", b'"', b"'", b"\r", b"---\n", b"...\n", b"<<<<<<< HEAD\n", b"=======\n", b"\xe2\x80\xa8", b"%", b"@", b"? ",
           b"[" * 50,
           b"date: 2020-02-30\n", b"  id: x\n", b"same_as: x", b"pinned: [date]", b"9" * 400, b"\\ud800"]  # fmt: skip


def run(count: int = 10_000) -> str:
    """Write `count` broken files where a library watches, and check each; gives a line with the figures."""
    rng = random.Random(7)
    sound = broken = 0
    with tempfile.TemporaryDirectory() as folder:
        case = built(Path(folder))
        case.text += (
            '\n- date: early May 2020\n  title: "Mine: #1"\n  tags: [a, b]\n  note: |\n    two\n    lines\n  pinned: date\n'
        )
        whole = case.file.read_bytes()
        library = Library(case.file, read_words)
        good = library.refresh()
        assert not good.faults
        around = {path: path.read_bytes() for path in case.state.rglob("*") if path.is_file()}
        for number in range(count):
            raw = mutated(whole, rng)
            case.file.write_bytes(raw)
            shelf = library.refresh()
            found = check(case.file)
            assert bool(found.faults) == bool(shelf.faults), f"file {number}: {found.faults} but {shelf.faults}"
            if shelf.faults:
                assert (shelf.entries, shelf.collection) == (good.entries, good.collection), (
                    f"file {number}: the last good state is lost"
                )
                assert all("\n" not in fault for fault in shelf.faults)
                broken += 1
            else:
                good = shelf
                sound += 1
            assert case.file.read_bytes() == raw, f"file {number} was changed"
        assert around == {path: path.read_bytes() for path in case.state.rglob("*") if path.is_file()}
        case.file.write_bytes(whole)
        assert not library.refresh().faults
    return f"{count:,} mutations ({broken:,} broken, {sound:,} still sound): 0 exits, 0 files changed, the last good state kept"


def mutated(whole: bytes, rng: random.Random) -> bytes:
    """The file with some of its bytes cut, doubled, moved or overwritten."""
    raw = bytearray(whole)
    for _ in range(rng.choice((1, 1, 1, 2, 5, 20))):
        at = rng.randrange(len(raw) + 1)
        size = min(int(rng.expovariate(1 / 20)) + 1, len(raw))
        kind = rng.randrange(6)
        match kind:
            case 4:
                raw[at:at] = raw[at : at + size * 10]
            case 5:
                start = rng.randrange(len(raw) + 1)
                raw[at : at + size] = raw[start : start + size]
            case _:
                damage(raw, kind, at, size, rng, _PIECES, (1, 1, 1, 30))
        if not raw:
            break
    return bytes(raw)
