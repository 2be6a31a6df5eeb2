"""Damage that files take: cut off, cut out, overwritten, something strange put in."""

from __future__ import annotations

import random
from collections.abc import Sequence


def damage(
    raw: bytearray, kind: int, at: int, size: int, rng: random.Random, pieces: Sequence[bytes], often: Sequence[int]
) -> None:
    """Kinds 0 to 3, at a place; of the last, one of the pieces is put in, as often as one of `often` says."""
    match kind:
        case 0:
            del raw[at:]
        case 1:
            del raw[at : at + size]
        case 2:
            raw[at : at + size] = rng.randbytes(size)
        case _:
            raw[at:at] = rng.choice(pieces) * rng.choice(often)
