"""The commands of `timeline`, some to a file; what they do stands elsewhere, and is imported when it is used.

options.py   what several of them take
build.py     articles in, the events file brought up to date; account.py: what was found, in lines
corpus.py    the same for a corpus; pick.py: events of one into the events file
look.py      what there is, what was done, whether it is sound
serve.py     the timeline in the browser
carry.py     exports and imports
phrases.py   the phrases of time alone
"""
