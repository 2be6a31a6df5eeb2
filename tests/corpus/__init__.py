"""Tables of phrases: a day of publication, a meaning, and the phrasings that have it.

@ 2020-05-10            the day of publication of what follows; "@ none" for undated text
= 2020-05-09            the date, in the syntax of events.yaml …
= 2020-05-09 | DATE 2020-05-09      … and the TIMEX3 type, value and mod, where they matter
= none | DURATION P3W   a phrase without a date
= unresolved            a phrase of a date that cannot be told
= nothing               no phrase of time is in it
Xi offered help on [Saturday].      the phrase in brackets, where the rest is context
# a comment
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.interval import day_number
from timeline.notation import date_text
from timeline.recognize import recognize

FOLDER = Path(__file__).parent / "en"


@dataclass(frozen=True)
class Case:
    """One phrasing and what it has to mean."""

    place: str
    published: int | None
    wanted: str
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.place} {self.text}"

    def fault(self) -> str:
        """What is wrong with how the software reads it; "" where nothing is."""
        found = recognize(self.text, self.published)
        if self.wanted == "nothing":
            return f"found {[m.text for m in found]}" if found else ""
        here = [m for m in found if (m.start, m.end) == (self.start, self.end)]
        if not here:
            return f"found {[m.text for m in found]}, not the phrase itself"
        mention = here[0]
        date = "none" if mention.interval is None else date_text(mention.interval)
        timex = " ".join(filter(None, (mention.type, mention.value, mention.mod)))
        if self.wanted == "unresolved":
            return "" if mention.interval is None and mention.type == "DATE" else f"read as {date}"
        wanted_date, _, wanted_timex = (part.strip() for part in self.wanted.partition("|"))
        if date != wanted_date:
            return f"read as {date} ({timex}, rule {mention.rule})"
        return f"read as {timex}" if wanted_timex and timex != wanted_timex else ""


def cases(name: str) -> list[Case]:
    """The cases of one table."""
    out = []
    published: int | None = None
    wanted = ""
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            day = line[1:].split()[0]
            published = None if day == "none" else day_number(*(int(part) for part in day.split("-")))
        elif line.startswith("="):
            wanted = line[1:].strip()
        else:
            start = line.find("[")
            text = line.replace("[", "").replace("]", "") if start >= 0 else line
            end = line.find("]") - 1 if start >= 0 else len(text)
            out.append(Case(f"{name}:{number}", published, wanted, text, max(0, start), end))
    return out


def tables() -> list[str]:
    """The names of all tables but the one of gaps."""
    return sorted(path.name for path in FOLDER.glob("*.txt") if path.name != "gaps.txt")


def without_bare_headers(lines: list[str]) -> list[str]:
    """The lines without the days and the meanings that no phrase stands under.

    >>> without_bare_headers(["@ none", "= nothing", "= 2019", "He left in [2019].", "= 2020"])
    ['@ none', '= 2019', 'He left in [2019].']
    """
    kept: list[str] = []
    wanted: set[str] = set()
    for line in reversed(lines):
        sign = line[:1]
        if sign in ("@", "="):
            if sign not in wanted:
                continue
            wanted.remove(sign)
        elif line.strip() and sign != "#":
            wanted = {"@", "="}
        kept.append(line)
    return kept[::-1]
