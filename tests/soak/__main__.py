"""`python -m tests.soak [NAME] [COUNT]`: all long runs, or one."""

import sys

from tests.soak import (
    bombs,
    corpora,
    curating,
    failing,
    kills,
    layouts,
    mutations,
    readers,
    roundtrip,
    spreadsheet,
    timelinejs,
    writers,
)

RUNS = {
    name: module.run
    for name, module in {
        "readers": readers,
        "curating": curating,
        "kills": kills,
        "failing": failing,
        "writers": writers,
        "mutations": mutations,
        "layouts": layouts,
        "bombs": bombs,
        "roundtrip": roundtrip,
        "corpora": corpora,
        "spreadsheet": spreadsheet,
        "timelinejs": timelinejs,
    }.items()
}

if __name__ == "__main__":
    names = sys.argv[1:2] or list(RUNS)
    for name in names:
        arguments = [int(sys.argv[2])] if len(sys.argv) > 2 else []
        print(f"{name}: {RUNS[name](*arguments)}", flush=True)  # noqa: T201
