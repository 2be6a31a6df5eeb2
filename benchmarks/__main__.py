"""`python -m benchmarks`: every table, one after the other."""

import platform
import sys

from benchmarks import tagger

sys.stdout.write(f"Python {platform.python_version()} on {platform.machine()}; CPU time, best of several runs\n\n")
for line in tagger.run():
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
