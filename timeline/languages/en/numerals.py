"""English numbers in words: twenty-four, two hundred, nineteen ninety-six, two and a half."""

from __future__ import annotations

from timeline.grammar import SKIP, Level, Skip

numerals = Level()
hundreds = Level()

eras = Level()

LEVELS = [numerals, hundreds, eras]


@numerals("TENS -? NUMBER", "twenty-four days ago = 2024-01-28", produces="NUMBER")
def tens(ten: int, one: int) -> int | Skip:
    return ten + one if one < 10 else SKIP


@numerals("TENS -? ORDINAL", "the twenty-first of January = 2024-01-21", produces="ORDINAL")
def ordinal(ten: int, one: int) -> int | Skip:
    return ten + one if one < 10 else SKIP


@numerals("TEEN TENS -? NUMBER?", "nineteen ninety-six = 1996", "nineteen sixty = 1960", produces="YEAR")
@numerals("TEEN TEEN", "nineteen eighteen = 1918", produces="YEAR")
def spoken_year(hundreds: int, tens: int, ones: int = 0) -> int | Skip:
    return hundreds * 100 + tens + ones if ones < 10 else SKIP


@hundreds("TENS", "twenty days ago = 2024-02-01", produces="NUMBER")
@hundreds("TEEN", "sixteen days ago = 2024-02-05", produces="NUMBER")
def ten(number: int) -> int:
    return number


@hundreds("NUMBER|ARTICLE HUNDRED", "two hundred years ago = 1824", "a dozen years ago = 2012", produces="NUMBER")
def hundred(count: int, size: int) -> int:
    return count * size


@hundreds("NUMBER|ARTICLE HUNDRED and? NUMBER|TENS|TEEN", "a hundred and twenty years ago = 1904", produces="NUMBER")
def hundred_and(count: int, size: int, rest: int) -> int | Skip:
    return count * size + rest if size == 100 and rest < 100 else SKIP


@hundreds("HALF ARTICLE HUNDRED", "half a dozen years ago = 2018", produces="NUMBER")
@hundreds("ARTICLE HALF -? HUNDRED", "a half-dozen years ago = 2018", produces="NUMBER")
def half_a_dozen(*values: float) -> int:
    half, size = min(values), values[-1]
    return int(half * size)


@hundreds("NUMBER|ARTICLE|TENS|TEEN|DAY THOUSAND (UNITS)", "two thousand years: P2000Y", produces="NUMBER")
def thousands(count: int, size: int) -> int:
    return count * size


@hundreds("NUMBER THOUSAND and? NUMBER?", "the year two thousand and six = 2006", produces="YEAR")
def thousand(count: int, size: int, rest: int = 0) -> int | Skip:
    return 2000 + rest if count == 2 and rest < 100 else SKIP


@eras("YEAR|DAY|COUNT BC", "44 BC = -0043", produces="YEAR")
def year_bc(year: int, era: int) -> int | Skip:
    return 1 - year if year <= 9999 else SKIP


@eras("YEAR|DAY|COUNT AD", "300 AD = 0300", produces="YEAR")
def year_ad(year: int, era: int) -> int | Skip:
    return year if 0 < year <= 9999 else SKIP


@eras("AD YEAR|DAY|COUNT", "AD 300 = 0300", produces="YEAR")
def ad_year(era: int, year: int) -> int | Skip:
    return year if 0 < year <= 9999 else SKIP


@numerals("TEEN -? DECADE", "the nineteen nineties = 199X", produces="DECADE")
def spoken_decade(hundreds: int, decade: int) -> int:
    return hundreds * 100 + decade % 100
