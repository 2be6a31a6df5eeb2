"""Whether a subject is one or many."""

from __future__ import annotations

from timeline.languages.en import wordkinds as kinds
from timeline.languages.en.tags import Words, is_plural_word


def is_plural(words: Words, span: tuple[int, int]) -> bool:
    """Whether a subject is many.

    >>> words = Words("Two men of the village")
    >>> is_plural(words, (0, 5))
    True
    """
    kind, low = words.kind, words.low
    start, end = span
    if kind[start] in "SQ" and end - start == 1:
        return low[start] in ("they", "we", "i", "you")
    if low[start] in (
        "both",
        "many",
        "several",
        "few",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "some",
        "most",
        "all",
        "these",
        "those",
    ):
        return True
    if low[start] in kinds.NUMBERS and low[start] not in ("one", "half") and end - start > 1 and kind[start + 1] != "I":
        return True
    head = start
    for at in range(start, end):
        this = kind[at]
        if (this in "IJWHwEGFU(" and at > start) or (this == "," and at > start):
            if low[at] == "of" and low[head] in (
                "number",
                "majority",
                "group",
                "series",
                "lot",
                "percent",
                "%",
                "pair",
                "half",
                "couple",
            ):
                if low[head] in ("number", "lot", "majority", "couple", "percent", "half") and low[start] in ("a", "the", "half"):
                    if low[start] == "the" and low[head] == "number":
                        break
                    head = at
                    continue
                break
            if low[at] == "of":
                break
            if this == "," and _listed(words, at, end):
                return True
            break
        if this == "C" and low[at] == "and" and at + 1 < end:
            return True
        if this == "'" or this == '"':
            continue
        if this in "NX" or (this == "#" and kind[head] != "X"):
            head = at
        elif this == "-":
            break
    word = low[head]
    if kind[head] == "#":
        return word not in ("one", "half") and word[:1] not in "$£€"
    if kind[head] == "X" and words.text[words.starts[head] : words.ends[head]].isupper():
        return False
    if kind[head] == "X" and not (head > start and low[start] == "the"):
        return word.endswith(("ians", "cans", "crats", "ists", "ers")) and head == start
    return is_plural_word(word)


def _listed(words: Words, at: int, end: int) -> bool:
    """Whether a comma in a subject stands in a list: "A, B and C"."""
    low = words.low
    rest = low[at + 1 : end]
    return "and" in rest and words.kind[end - 1] != "," and words.kind[end : end + 1] != [","]
