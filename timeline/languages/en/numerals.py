"""English numbers in words: twenty-four, two hundred, nineteen ninety-six, two and a half."""

from __future__ import annotations

from timeline.grammar import SKIP, Level, Skip

numerals = Level()
hundreds = Level()

eras = Level()

LEVELS = [numerals, hundreds, eras]


@numerals("TENS -? NUMBER", produces="NUMBER")
def tens(ten: int, one: int) -> int | Skip:
    return ten + one if one < 10 else SKIP


@numerals("TENS -? ORDINAL", produces="ORDINAL")
def ordinal(ten: int, one: int) -> int | Skip:
    return ten + one if one < 10 else SKIP


@numerals("TEEN TENS -? NUMBER?", produces="YEAR")
@numerals("TEEN TEEN", produces="YEAR")
def spoken_year(hundreds: int, tens: int, ones: int = 0) -> int | Skip:
    return hundreds * 100 + tens + ones if ones < 10 else SKIP


@hundreds("TENS", produces="NUMBER")
@hundreds("TEEN", produces="NUMBER")
def ten(number: int) -> int:
    return number


@hundreds("NUMBER|ARTICLE HUNDRED", produces="NUMBER")
def hundred(count: int, size: int) -> int:
    return count * size


@hundreds("NUMBER|ARTICLE HUNDRED and? NUMBER|TENS|TEEN", produces="NUMBER")
def hundred_and(count: int, size: int, rest: int) -> int | Skip:
    return count * size + rest if size == 100 and rest < 100 else SKIP


@hundreds("HALF ARTICLE HUNDRED", produces="NUMBER")
def half_a_dozen(half: float, _: int, size: int) -> int:
    return int(half * size)


@hundreds("NUMBER|ARTICLE|TENS|TEEN|DAY THOUSAND (UNITS)", produces="NUMBER")
def thousands(count: int, size: int) -> int:
    return count * size


@hundreds("NUMBER THOUSAND and? NUMBER?", produces="YEAR")
def thousand(count: int, size: int, rest: int = 0) -> int | Skip:
    return 2000 + rest if count == 2 and rest < 100 else SKIP


@eras("YEAR|DAY|COUNT BC", produces="YEAR")
def year_bc(year: int, era: int) -> int | Skip:
    return 1 - year if year <= 9999 else SKIP


@eras("YEAR|DAY|COUNT AD", produces="YEAR")
def year_ad(year: int, era: int) -> int | Skip:
    return year if 0 < year <= 9999 else SKIP


@eras("AD YEAR|DAY|COUNT", produces="YEAR")
def ad_year(era: int, year: int) -> int | Skip:
    return year if 0 < year <= 9999 else SKIP


@numerals("TEEN -? DECADE", produces="DECADE")
def spoken_decade(hundreds: int, decade: int) -> int:
    return hundreds * 100 + decade % 100
