"""Broken files: samples of each format, cut, overwritten, doubled and mixed, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.damage import damage
from tests.readers import samples

_PIECES = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<",
    b">",
    b"{",
    b"}",
    b'"',
    b"\r",
    b"\n\n",
    b"&#x0;",
    b"\\ud800",
    b"]]>",
    b"%PDF",
    b"(" * 40,
)


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Name and content of `count` broken files."""
    rng = random.Random(seed)
    whole = samples.everything()
    names = sorted(whole)
    for number in range(count):
        name = names[number % len(names)]
        raw = bytearray(whole[name])
        for _ in range(rng.choice((1, 1, 2, 5, 20))):
            _mutate(raw, rng, whole[rng.choice(names)])
        yield name if rng.random() < 0.9 else rng.choice(names), bytes(raw)


def _mutate(raw: bytearray, rng: random.Random, other: bytes) -> None:
    at = rng.randrange(len(raw) + 1)
    size = min(int(rng.expovariate(1 / 30)) + 1, len(raw))
    kind = rng.randrange(7)
    match kind:
        case 4:
            raw[at:at] = raw[at : at + size * 10] * rng.choice((1, 2, 30))
        case 5:
            begin = rng.randrange(len(other))
            raw[at : at + size] = other[begin : begin + size]
        case 6:
            if at < len(raw):
                raw[at] ^= 1 << rng.randrange(8)
        case _:
            damage(raw, kind, at, size, rng, _PIECES, (1, 1, 3, 200))
