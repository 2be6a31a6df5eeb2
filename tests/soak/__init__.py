"""Long runs, in real processes: `make soak`. What they last gave stands in RELIABILITY.md; the tests run a minute of each."""
