"""English numbers in words: twenty-four, two hundred, nineteen ninety-six, two and a half."""

from __future__ import annotations

from timeline.grammar import SKIP, Level, Skip

numerals = Level()
hundreds = Level()

LEVELS = [numerals, hundreds]


@numerals("TENS -? NUMBER", produces="NUMBER")
def tens(ten: int, one: int) -> int | Skip:
    return ten + one if one < 10 else SKIP


@numerals("TENS|TEEN", produces="NUMBER")
def ten(number: int) -> int:
    return number


@numerals("TENS -? ORDINAL", produces="ORDINAL")
def ordinal(ten: int, one: int) -> int | Skip:
    return ten + one if one < 10 else SKIP


@numerals("TEEN TENS -? NUMBER?", produces="YEAR")
@numerals("TEEN TEEN", produces="YEAR")
def spoken_year(hundreds: int, tens: int, ones: int = 0) -> int | Skip:
    return hundreds * 100 + tens + ones if ones < 10 else SKIP


@hundreds("NUMBER|ARTICLE HUNDRED", produces="NUMBER")
def hundred(count: int, size: int) -> int:
    return count * size


@hundreds("NUMBER THOUSAND and? NUMBER?", produces="YEAR")
def thousand(count: int, size: int, rest: int = 0) -> int | Skip:
    return 2000 + rest if count == 2 and rest < 100 else SKIP


@hundreds("NUMBER|DAY and ARTICLE HALF", produces="NUMBER")
def and_a_half(count: int, _: int, half: float) -> float:
    return count + half
