"""`python -m benchmarks`: every table, one after the other."""

import os
import platform
import sys

from benchmarks import corpora, filespeed, growth, imports, manyviews, merging, page, reading, tagger

MACHINE = f"{platform.node()} ({platform.machine()}, {os.cpu_count()} CPUs)"
sys.stdout.write(f"Python {platform.python_version()} on {MACHINE}; CPU time, best of several runs\n\n")
for table in (tagger, reading, imports, merging, growth, filespeed, corpora, page, manyviews):
    for line in table.run():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    sys.stdout.write("\n")
