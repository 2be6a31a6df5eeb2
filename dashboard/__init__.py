"""The dashboard: a page in the browser that shows one events file as a timeline, beside its articles.

    library.py    the events file and its archive, reloaded when they change; keeps the last good state
    items.py      entries as the page needs them: keyed, placed on the axis, searchable
    facets.py     what events can be narrowed down by and put into lanes by: person, place, tag, status …
    search.py     words, "phrases" and -not
    state.py      what the reader chose, as the query string of the page's address
    view.py       view(collection, filters, window, width): what is in view, and the counts - the one seam to the data
    packing.py    widths of text, and rows in which no label meets another
    ruler.py      the ticks above the chart
    lanes.py      few events, one by one         density.py   many: bands and headlines
    spans.py      an event as a dot, bracket or bar with its label, for both; of traces in marks.py
    chips.py      the links at the lanes         legend.py    what the marks in view mean
    minimap.py    the strip of the whole timeline
    daterange.py  the two dates that events have to overlap          handmade.py  what a person changed
    figures.py    a view as a Plotly figure                          ink.py       colours, escaping, hover cards
    passage.py    an article's text in pieces, with the sentence and the phrase marked
    text.py       those as paragraphs; of a very long article only a part: excerpt.py
    choices.py    what the lists of the header offer                 choosing.py  its glue
    panel.py      the list of events, or one event beside its article
    account.py    what is left out, with counts that add up          mends.py      what to do about it, reason by reason
    drawer.py     the account in the panel; its lists: leftout.py, dated.py, pairs.py (bits.py: what they share)
    settling.py   glue for pairs that are one or two, and for days of undated articles
    download.py   the same events to carry away, for the menu and the command line       menu.py
    sheet.py      what edits an event: buttons, form, both versions of a conflict       curating.py  its glue
    live.py       the open page follows the files                    waiting.py   what it says while they are read first
    picture.py    the first picture, drawn by still.py
    layout.py     the page        callbacks.py  glue        guard.py  headers, hosts, origins        ids.py
    app.py        create_app(path) -> Dash, run(app, host, port)

It reads events files and `.timeline/`. What people edit is written by timeline/desk.py, what they say of articles
and of pairs by timeline/dating.py and timeline/pairs.py; nothing else is.
"""
