"""`python -m tests.soak [NAME …] [COUNT] [--minutes M]`: all long runs in full, or some, or each for about so long."""

from __future__ import annotations

import argparse
import sys
import time

from tests.soak.runs import RUNS, within


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak", description="The long runs, whose figures stand in RELIABILITY.md."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which, of {', '.join(RUNS)}; all, if left out; then how many")
    parser.add_argument("--minutes", type=float, help="each for about so long, with as many as fit")
    asked = parser.parse_args(arguments)
    count = int(asked.names.pop()) if asked.names and asked.names[-1].isdigit() else None
    if strange := [name for name in asked.names if name not in RUNS]:
        parser.error(f"no run {strange[0]}: the runs are {', '.join(RUNS)}")
    for name in asked.names or RUNS:
        run, begun = RUNS[name], time.monotonic()
        told = within(run, asked.minutes * 60) if asked.minutes is not None else run.do(count or run.full)
        print(f"{name}: {told} ({time.monotonic() - begun:.0f} s)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
