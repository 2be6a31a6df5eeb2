"""How people name the fields of a record: "Publish Date", "pubDate" and "date_published" are one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

KNOWN = {
    "published": "published publisheddate publishedat publishedon publishdate publishtime publishedtime pubdate datepublished "
    "datepublish publicationdate dateofpublication webpublicationdate firstpublished firstpublishedat firstpublicationdate "
    "displaydate issued articledate newsdate date datetime posted postedat posteddate dateposted releasedate created createdat "
    "createddate datecreated creationdate timestamp isodate",
    "title": "title headline articletitle pagetitle webtitle newstitle mainheadline heading header subject",
    "text": "text fulltext body content articletext articlebody articlecontent maintext bodytext contenttext plaintext rawtext "
    "cleantext cleanedtext cleanedcontent articlefulltext storytext story contents contenthtml bodyhtml html textcontent "
    "article markdown",
    "url": "url link canonicalurl canonical articleurl weburl pageurl sourceurl href permalink newsurl shareurl externalurl uri",
    "author": "author authors byline by writer writers creator reporter reporters journalist journalists authorname dccreator",
    "site": "site sitename publisher publishername outlet newspaper newsoutlet publication publicationname source sourcename "
    "media journal domain sourcedomain website provider",
    "language": "language lang languagecode langcode locale inlanguage",
}
"""For each field the names that it goes by, in small letters and without blanks, underscores, hyphens; the surest first."""

UPDATED = "updated updatedat dateupdated lastupdated modified modifiedat datemodified lastmodified"
"""Names of a day that says when it was changed: it counts where nothing else is told."""

SUMMARY = "summary description abstract excerpt snippet lead lede teaser standfirst"
"""Names of a text that is not the whole: it is read where there is no other."""

_BETWEEN = re.compile(r"[\s_.:\-\ufeff]+")


def plain_name(name: str) -> str:
    """A column's name as the tables have it.

    >>> plain_name("Publish_Date "), plain_name("pubDate"), plain_name("dc:creator")
    ('publishdate', 'pubdate', 'dccreator')
    """
    return _BETWEEN.sub("", name).casefold()


def by_plain_name(names: Iterable[str]) -> dict[str, str]:
    """The names as they are, by what the tables call them; of two that are alike the first."""
    out: dict[str, str] = {}
    for name in names:
        out.setdefault(plain_name(name), name)
    return out


def found(names: Mapping[str, str], field: str, columns: Mapping[str, str]) -> Iterator[str]:
    """Those of the names that may hold the field, the surest first: the one a person named, then the known ones.

    >>> names = by_plain_name(["id", "created_at", "Date", "Datum"])
    >>> list(found(names, "published", {"published": "datum"}))
    ['Datum', 'Date', 'created_at']
    """
    if field in columns and (named := plain_name(columns[field])) in names:
        yield names[named]
    yield from listed(names, KNOWN[field])


def listed(names: Mapping[str, str], table: str) -> Iterator[str]:
    """Those of the names that stand in a table, in its order."""
    return (names[one] for one in table.split() if one in names)
