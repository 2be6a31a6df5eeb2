"""A made-up crowd of events: enough of them in a few articles that they are drawn as bands, the same on every run."""

from __future__ import annotations

from pathlib import Path

from timeline.interval import civil, day_number

ARTICLES = ("harbour.txt", "market.txt", "school.txt", "weather.txt")
WHO = ("The harbour", "A baker", "The school", "The council", "An old fisherman", "The orchestra", "A gull")
DOES = ("opens the pier", "sells the clock", "paints the hall", "moves the fair", "mends the bells", "counts the boats")
FIRST = day_number(2016, 1, 4)
COUNT = 600
HEADLINE = "The lighthouse falls into the sea"
COPY = "late.txt"


def write(folder: Path) -> Path:
    """Six hundred events over three years; one of them is told by all articles."""
    lines = [_entry(number) for number in range(COUNT - 1)]
    sources = ", ".join(f'{{article: {article}, sentence: "It fell."}}' for article in ARTICLES)
    lines.append(f"- {{id: top, date: 2017-06-15, title: {HEADLINE}, sources: [{sources}]}}")
    path = folder / "events.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _entry(number: int) -> str:
    day = FIRST + number * 37 % 1000
    year, month, of_month = civil(day)
    date = f"{year}-{month:02d}-{of_month:02d}" if number % 6 else f"{year}-{month:02d}"
    title = f"{WHO[number % 7]} {DOES[number % 6]}"
    more = "status: planned, " if number % 23 == 0 else ""
    source = f"{{article: {ARTICLES[number % 4]}, sentence: {title}.}}"
    return f"- {{id: e{number}, date: {date}, title: {title}, {more}sources: [{source}]}}"
