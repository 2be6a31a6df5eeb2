"""Exports: one format a file, each a function `write(entries, stream)` that gives how many it wrote."""
