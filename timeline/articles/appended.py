"""What is put beside or behind the prose in several lines: lists of other articles, and the comments of readers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.articles.names import NAME, is_date, is_stamp, is_stopped, tells_a_time


class Line(NamedTuple):
    """A line that is not blank: where it stands, its words without Markdown, and what Markdown made of it.

    That is a heading, a link, or words behind a name in bold letters ("**joe**: I was there").
    """

    start: int
    end: int
    words: str
    heading: bool = False
    link: bool = False
    spoken: bool = False


_RELATED = re.compile(
    r"""
    (?:related(?:\ (?:articles?|stor(?:y|ies)|posts?|news|content|topics?|links?|coverage|reading|items?))?
    |(?:read|see)\ (?:more|next|also)|also\ read|you\ (?:may|might)\ (?:also\ )?(?:like|enjoy|be\ interested\ in)
    |more\ (?:on\ this(?:\ (?:story|topic))?|stories|news|articles|headlines|like\ this|(?:on|from|in)\ (?:[\w']+\ ){0,3}[\w']+)
    |most\ (?:read|popular|viewed|shared|commented|watched|recent)|recommended(?:\ (?:for\ you|reading|stories|articles))?
    |trending(?:\ (?:now|stories))?|popular(?:\ (?:stories|posts|articles|now))?
    |latest(?:\ (?:news|stories|headlines|posts|articles))?|top\ stories|recent\ (?:posts|articles|stories)|don['’]t\ miss
    |what\ to\ read\ next|editors?['’]?s?['’]?\ picks?
    |up\ next|read\ on|further\ reading|(?:elsewhere\ on|around|from)\ the\ web
    |(?:sponsored|promoted)(?:\ (?:content|stories|links))?|in\ other\ news
    |next\ article|previous\ article|other\ (?:stories|articles|news))\s*[:…»>]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MORE = re.compile(r"(?P<more>(?:(?:read|see) (?:more|also|next)|also read|more on)\b|related:)|related\b", re.IGNORECASE)
_ITEM_WORDS = 20  # a line with more is prose, whatever stands above it
_PROSE_WORDS = 4  # so many that end like a sentence are prose
_MOST_ITEMS = 30
_CHRONICLE = re.compile(  # "May 5: the ferry sinks"
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|\d{4})"
    r"(?:,? \d{4})?\s*[:–—-]"
)

_COMMENTS = re.compile(
    r"""
    (?:(?:\d+\ |no\ )?(?:reader\ )?comments?(?:\ \(\d+\)|\ closed|\ are\ (?:off|closed))?(?:\ on\ .{3,200})?
    |(?:leave|post|add|write)\ a\ (?:comment|reply)
    |(?:\d+|one|two|three)\ (?:responses?|repl(?:y|ies)|thoughts?)(?:\ (?:to|on)\ .{3,200})?
    |join\ the\ (?:conversation|discussion)|(?:view|show|see|read)\ (?:all\ )?(?:\d+\ )?comments|what\ do\ you\ think\?
    |reader\ comments|discussion|have\ your\ say)\s*[:.…]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_INITIAL = re.compile(r"\b[A-Z]\.$")
_BARE = re.compile(r"(?:comments?|discussion)\W*$", re.IGNORECASE)  # may as well be a button
_COMMENT = re.compile(
    rf"""
    (?:(?-i:{NAME.replace(" ", "[ ]")})|\w[\w.-]{{1,30}})\ (?:says|said|wrote|writes|replied|commented|on)\ ?:?
        (?:\ ?(?:on\ )?(?P<when>.{{4,40}}\d.{{0,20}}))?$
    |(?:posted|submitted)\ by:?\ .{{2,60}}$|\d+\ \w+\ ago.{{0,40}}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SPEAKER = rf"(?:{NAME}|\w[\w.-]{{1,30}})"
_AGO = re.compile(  # only below a heading: "Abandoned 50 years ago" is none
    rf"{_SPEAKER}[ ·•|,(–—-]{{1,3}}(?:\d+|an?|one) (?:sec|second|min|minute|hour|day|week|month|year)s? ago\)?.{{0,20}}$"
)
_SPEAKS = re.compile(rf"({_SPEAKER}): \S")
_OF_READERS = re.compile(r"comments?\b", re.IGNORECASE)  # a "Discussion" may be one of the article's own people
_COUNTED = re.compile(r"\d")
_BUTTON = re.compile(
    r"""
    reply(?:\ to\ .{2,60})?$|your\ (?:e-?mail|comment|name)\b.*$|(?:name|e-?mail|website|comment)\ ?\*$
    |(?:like|upvote|report|permalink|flag)(?:\ [·|]\ .*)?$|(?:log\ in|login|sign\ in|register)\ to\ (?:reply|comment|post).*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_NAME = 120  # characters of the line above a comment
_LONGEST_HEADING = 260  # characters, of which most are the title of the article that was commented on
_TWO = 2
_NEAR = 3  # lines below the heading within which a comment has to begin
_ENOUGH = 30  # lines below it that tell whether it is one
_LONGEST_COMMENT = 6  # paragraphs; what goes on longer is prose


def related(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lists of other articles, as places in the lines `[first, last)`: a heading, and the short lines below it."""
    at = 0
    while at < len(lines):
        if not _is_list_heading(lines[at].words):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and end - at <= _MOST_ITEMS and _is_item(lines[end]):
            end += 1
        yield at, end
        at = end


def _is_list_heading(words: str) -> bool:
    if len(words) > _LONGEST_HEADING or _RELATED.match(words) is None:
        return False
    return not (words[:5].lower() == "more " and tells_a_time(words))


def _is_item(line: Line) -> bool:
    words = line.words.split()
    if line.heading or _CHRONICLE.match(line.words) or len(words) > _ITEM_WORDS:
        return False
    return line.link or line.words.endswith("?") or len(words) < _PROSE_WORDS or not is_stopped(line.words)


def pointers(lines: Sequence[Line]) -> Iterator[int]:
    """The lines that are nothing but a link to another article: "[Read more about the flood of 2003](…)"."""
    for place, line in enumerate(lines):
        if line.link and (match := _MORE.match(line.words)) is not None and (match["more"] or not is_stopped(line.words)):
            yield place


def is_pointer(line: Line) -> bool:
    """Whether the last line of a text points to another article, link or not: "Read more about the flood of 2003"."""
    return _MORE.match(line.words) is not None and not is_stopped(line.words) and len(line.words.split()) <= _ITEM_WORDS


def comments(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The comments of readers behind the article, as places in the lines; None where there are none.

    They begin with their heading, if what stands below it looks like them, or with the first of two comments.
    """
    starts = [place for place in range(len(lines)) if _begins_comment(lines, place)]
    begin = None
    for at, line in enumerate(lines):
        if len(line.words) > _LONGEST_HEADING or not _COMMENTS.match(line.words):
            continue
        if _is_heading(lines, at, starts) or any(place <= at + _NEAR for place in _below(lines, at, _ENOUGH)):
            begin, starts = at, sorted({*starts, *_below(lines, at, len(lines))})
            break
    if begin is None:
        if len(starts) < _TWO:
            return None
        begin = starts[0]
    if not any(is_prose(line) for line in lines[:begin]):
        return None
    end = begin + 1
    while end < len(lines) and not (lines[end].heading and not _COMMENTS.match(lines[end].words)):
        end += 1
    last = max((start for start in starts if begin < start < end), default=begin)
    return begin, min(end, last + 2 + _LONGEST_COMMENT)


def _is_heading(lines: Sequence[Line], place: int, starts: Sequence[int]) -> bool:
    """Whether comments follow on a line that may be their heading."""
    below = range(place + 1, min(len(lines), place + 1 + _NEAR))
    if any(at in below for at in starts[bisect_left(starts, place) :][:_TWO]):
        return True
    return not _BARE.match(lines[place].words) and any(_BUTTON.match(lines[at].words) for at in below)


def _below(lines: Sequence[Line], heading: int, most: int) -> list[int]:
    """Where comments begin below a heading in ways that tell of none elsewhere: "Bob77 2 days ago", "joe: I was there"."""
    places = range(heading + 1, min(len(lines), heading + 1 + most))
    found = [at for at in places if len(lines[at].words) <= _LONGEST_NAME and _AGO.match(lines[at].words)]
    words = lines[heading].words
    if not _OF_READERS.search(words):
        return found
    spoken = {at: match[1] for at in places if (match := _SPEAKS.match(lines[at].words))}
    if _COUNTED.search(words) or len({*spoken.values()}) >= _TWO or any(lines[at].spoken for at in spoken):
        found += spoken
    return found


def _begins_comment(lines: Sequence[Line], place: int) -> bool:
    """Whether a comment begins there: "John D. says:", or a stamp below a name."""
    words = lines[place].words
    if len(words) > _LONGEST_NAME:
        return False
    match = _COMMENT.match(words)
    if match is not None:
        return match["when"] is None or is_date(match["when"])
    below = lines[place + 1].words if place + 1 < len(lines) else ""
    return (
        len(words.split()) <= _PROSE_WORDS and (not is_stopped(words) or _INITIAL.search(words) is not None) and is_stamp(below)
    )


def is_prose(line: Line) -> bool:
    """Whether the line ends like a sentence and has its length."""
    return is_stopped(line.words) and len(line.words.split(None, _PROSE_WORDS)) >= _PROSE_WORDS
