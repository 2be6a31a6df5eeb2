"""`python -m tests.soak [NAME] [COUNT]`: all long runs, or one."""

import sys

from tests.soak import readers

RUNS = {"readers": readers.run}

if __name__ == "__main__":
    names = sys.argv[1:2] or list(RUNS)
    for name in names:
        arguments = [int(sys.argv[2])] if len(sys.argv) > 2 else []
        print(f"{name}: {RUNS[name](*arguments)}", flush=True)  # noqa: T201
