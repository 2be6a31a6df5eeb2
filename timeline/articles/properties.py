"""What the properties of a file tell of its article: office programs and printers put much there that is not so."""

from __future__ import annotations

import re

from timeline.articles.draft import Draft, Rung, Written

_NO_TITLE = re.compile(
    r"(?:untitled|microsoft (?:word|powerpoint)\b.*|\S+\.(?:docx?|odt|pdf|indd|qxd|tex|rtf|html?)|document\d*|about:blank|\W*)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:user|admin(?:istrator)?|owner|unknown|author|root|python-docx|microsoft.*|\W*)\d*$", re.IGNORECASE)
_DAY = re.compile(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)")


def tell(draft: Draft, title: str, author: str, made: str) -> None:
    """Add a title that the text bears out or doesn't have, the author where none stands, and at last when the file was made.

    >>> draft = Draft("The ferry is gone. It sank.", title="The ferry is gone. It sank.")
    >>> tell(draft, "The Ferry is Gone", "User", "20200510131400")
    >>> draft.title, draft.author, draft.written[0].evidence
    ('The Ferry is Gone', '', 'the file was made on 2020-05-10')
    """
    title, author = (" ".join(value.split()) for value in (title, author))
    start = " ".join(draft.text[:2000].split()).casefold()
    if not _NO_TITLE.match(title) and (not draft.title or title.casefold() in start):
        draft.title = title
    if not draft.author and not _NOBODY.match(author):
        draft.author = author
    day = _DAY.match(made)
    if day is not None:
        written = "-".join(day.groups())
        draft.written.append(Written(Rung.MADE, written, f"the file was made on {written}"))
