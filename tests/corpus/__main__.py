"""`python -m tests.corpus`: moves the gaps that are closed out of gaps.txt into mended.txt, with their day and their meaning."""

from __future__ import annotations

import sys

from tests.corpus import FOLDER, cases, without_bare_headers


def main() -> None:
    """Rewrite gaps.txt and add to mended.txt; says how many were moved."""
    closed = {case.place: case for case in cases("gaps.txt") if not case.fault()}
    kept: list[str] = []
    moved: dict[tuple[str, str], list[str]] = {}
    day = meaning = ""
    for number, line in enumerate((FOLDER / "gaps.txt").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@"):
            day = line
        elif line.startswith("="):
            meaning = line
        if f"gaps.txt:{number}" in closed:
            moved.setdefault((day, meaning), []).append(line)
        else:
            kept.append(line)
    (FOLDER / "gaps.txt").write_text("\n".join(without_bare_headers(kept)) + "\n", encoding="utf-8")
    with (FOLDER / "mended.txt").open("a", encoding="utf-8") as stream:
        for (on, meant), lines in moved.items():
            stream.write("\n".join([on, meant, *lines]) + "\n")
    sys.stdout.write(f"{len(closed)} gaps are closed and stand in mended.txt\n")


main()
