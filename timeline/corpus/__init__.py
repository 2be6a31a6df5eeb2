"""A folder of Parquet files for collections whose events don't fit a file that is edited by hand.

engine.py    runs a function over shards: in processes here; the seam to run them elsewhere
cluster.py   runs them on a Dask cluster; served.py: what its workers do
elsewhere.py articles and corpora at URLs
cut.py       paths to shards of articles; runs.py: large files cut into runs of records
shard.py     one shard: articles in, one part of what they tell and one of the account out
rows.py      an event as one row, and back
folder.py    what lies where, and the manifest
steps.py     what follows the reading, in steps over stretches of rows:
ordering.py  tellings in the order in which they are compared
gather.py    rows numbered in an order, and a stretch of them gathered
words.py     words counted in parts and added up
settle.py    what only all articles together tell: copies, spellings, how rare a word is
joining.py   tellings of one event joined
reporting.py reports linked to what they tell of
parts.py     the parts that people read
build.py     all of it, in order; account.py: what it says of itself
choosing.py  events of it for events.yaml: those that matter most, and those that were picked
query.py     what the page asks of it, and what is picked
"""
