"""What is no prose gives no events, and nothing that is prose is taken for it: plain text, Markdown, text out of HTML."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.readers.reading import article_of, day_of
from timeline.articles import Listed, Settings, finish
from timeline.articles.draft import Draft, Rung, Written
from timeline.articles.furniture import DATELINE, mark
from timeline.events import tell
from timeline.model import Article

BEFORE = "The old ferry sank in the harbour, and the crew swam to the shore in the dark.\n\n"
BEHIND = "\n\nNobody was hurt, as the mayor of the town told the people on the quay, and the bells rang."


def article(text: str) -> Article:
    """An article of 10 May 2020, a Sunday, whose text any reader may have found."""
    draft = Draft(text, title="The ferry", written=[Written(Rung.FRONT_MATTER, "2020-05-10")])
    read = finish(draft, Path("a.x"), "a.x", Settings(), Listed())
    assert isinstance(read, Article)
    return read


def phrases(text: str) -> list[str]:
    """The phrases that date an event."""
    return [finding.mention.text for finding in tell(article(text)).findings if finding.fate == "event"]


NO_PROSE = [
    # bylines
    "By Ann Lee and Bo Ek, staff writers, May 3, 2020",
    "By Ann Lee | May 3, 2020 at 2:11 PM EDT",
    "*By Åsa von Holm, Lake News, 3 May 2020*",
    "**By [Ann Lee](http://lake.example/people/2020/05/08/)** · Friday, May 8",
    "By Ann Lee (ann.lee@lake.example) May 3, 2020",
    "Written by Ann Lee on May 3, 2020",
    # credits
    "Reported by A. Holm. Edited on May 3 by B. Dahl.",
    "Additional reporting by Ann Lee in Oslo and Bo Ek in Bergen, May 3",
    "(Reporting by Ann Lee on Friday; Editing by Bo Ek)",
    "Translated by Bo Ek, May 2020",
    "Edited by Ann Lee, May 3, 2020.",
    # dates
    "Published May 3, 2020 at 2:11 PM EDT | Updated May 4, 2020 at 6:00 AM EDT",
    "Last modified on Mon 4 May 2020 06.00 BST",
    "First published on Sunday 3 May 2020 14.11 BST",
    "*Updated on Friday*",
    "Posted: May 3, 2020 by Ann Lee",
    "Published 3 days ago",
    "May 3, 2020 at 2:11 pm",
    "### Published: 2020-05-03",
    # the paper of itself
    "Editor's note: this story was first published on May 3, 2020, and has been updated.",
    "*Editors’ Note: Ann Lee was in Oslo on Friday when she wrote this.*",
    "This article was amended on 4 May 2020 to correct the name of the ferry.",
    "This story has been updated since Friday with the name of the mayor.",
    "> This article originally appeared in the Lake News on May 3, 2020.",
    "Correction (May 4, 2020): An earlier version of this article gave the wrong name.",
    "Correction: The headline of this article was changed on Friday.",
    "The post The ferry sank on Friday appeared first on Lake News.",
    "The post [The ferry of May 3](http://lake.example/a) appeared first on [Lake News](http://lake.example).",
    "© 2020 Lake News. All rights reserved",
    "Copyright 2020 Lake News",
    "(c) 2020 Lake News, since May 1998",
    "All rights reserved, May 2020",
    "Cookie policy, May 2020",
    "We use cookies, since May 2020, to make this site better",
    "Sign up for our newsletter, each Friday in your inbox",
    "Subscribe to our channel by Friday",
    "Terms updated 25 May 2018",
    "Privacy policy last revised in May 2018.",
    "Our terms of service were last updated on May 25, 2018",
    # code
    "```\nOn Friday it ran.\n```",
    "~~~ log\nOn Friday it ran.\n\nAnd on Monday.\n~~~",
    # pictures
    "Photo: Ann Lee, May 3, 2020",
    "Image caption The ferry on Friday, as seen from the shore",
    "The ferry on Friday, May 8, 2020. (Ann Lee/Lake News)",
    "The ferry leaves the harbour on Friday. Photograph: Ann Lee/AP",
    "The ferry leaves the harbour on Friday. PHOTO BY ANN LEE",
    "The ferry on Friday. (AP Photo/Ann Lee, File)",
    "The ferry on Friday | Ann Lee/Getty Images",
    "*The ferry on Friday (photo: Ann Lee)*",
    "![The ferry on Friday](img/2020/05/08/ferry.jpg)",
    "Photo by Ann Lee, May 2020",
    # pointers to other articles
    "Read more: The storm that came on Friday",
    "RELATED: Storm hits Oslo on Friday",
    "**See also:** [Storm hits Oslo on Friday](http://lake.example/a)",
    "Related articles\nStorm hits Oslo on Friday\nMayor to resign on Monday\n3 May 2020",
    "Related\n\n- Storm hits Oslo on Friday\n\n- Who was it that came on Monday?",
    "## You may also like\n\n* [Storm hits Oslo on Friday.](http://lake.example/a)\n* [Mayor to resign on Monday](http://lake.example/b)",
    "More on this story\r\n\r\nStorm hits Oslo on Friday\r\n\r\nMayor to resign on Monday",
    "Most read\n1. Storm hits Oslo on Friday\n2. Mayor to resign on Monday",
    "[Read more about the flood of 2003](http://lake.example/a)",
    "- **[See also the flood of May 2003](http://lake.example/a)** »",
    "[Related: the flood of 2003.](http://lake.example/a)",
    "[Related stories of 2003](http://lake.example/a)",
    "**Read next**\n\n[Storm hits Oslo on Friday](http://lake.example/a)",
    # datelines
    "GENEVA, May 8 (Wire) — Nobody knows why.",
    "**OSLO, Norway, May 8, 2020** — Nobody knows why.",
    "Geneva, 8 May (Wire) - Nobody knows why.",
    # addresses
    "It is told at http://lake.example/2020/05/08/ferry.html and at www.lake.example/2020/05/08, too.",
    "It is told [there](http://lake.example/2020/05/08/ferry), ![here](/img/2020/05/08.jpg), and at lake.example/2020/05/08/a.",
    'It is told <a href="/2020/05/08/ferry" title="May 8, 2020">there</a>, as <time datetime="2020-05-08">they</time> say.',
    'It is told [there](http://lake.example/ferry "of May 8, 2020").',
    "[1]: http://lake.example/2020/05/08/ferry",
]


@pytest.mark.parametrize("lines", NO_PROSE)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_no_event_comes_from_what_is_no_prose(lines: str, ends: str) -> None:
    text = (BEFORE + lines + BEHIND).replace("\r\n", "\n").replace("\n", ends)
    assert phrases(text) == []


COMMENTS = [
    "Comments (12)\n\nJohn D. says:\nMay 9, 2020 at 4:12 pm\nI saw it on Friday.\n\nAnn says:\nMay 9, 2020 at 5:12 pm\nSo did I.",
    "3 comments\n\nJohn D.\nMay 9, 2020 at 4:12 pm\n\nI saw it on Friday. It was dark.\n\nI left on Saturday.",
    "## Leave a comment\n\nYour email address will not be published.\n\nName *\n\nI saw it on Friday.",
    "2 thoughts on “The ferry”\n\njohnny76 on May 9, 2020 at 4:12 pm said:\n\nI saw it on Friday.\nReply",
    "John D. says:\nMay 9, 2020 at 4:12 pm\nI saw it on Friday.\n\nAnn Lee says:\nMay 9, 2020 at 5:12 pm\nSo did I, on Friday.",
    "**Comments**\n\n**John D.** says:\n\nI saw it on Friday.",
    "Comments (2)\n\nBob77 2 days ago\nI was there last Friday.\n\nAnn 1 day ago\nI came on Saturday.",
    "## Comments\n\n**joe**: I was there last Friday.\n\n**Ann Lee:** Not on Friday?",
    "Comments\n\njoe: I was there last Friday.\n\nann_b: It was on Saturday.",
    "Comments (1)\n\nAnn Lee: I was there last Friday.",
    "Comments\n\nJohn D. says:\nI was there last Friday.",
    "Comments\n\nBob77 · 2 days ago\n\nI was there last Friday. It was dark.",
    "Join the conversation\n\nJohn D. · 2 days ago\nI saw it on Friday.\n\n2 days ago\nSo did I on Friday.",
]


@pytest.mark.parametrize("lines", COMMENTS)
def test_no_event_comes_from_what_readers_say(lines: str) -> None:
    assert phrases(f"{BEFORE}It was found on Monday.{BEHIND}\n\n{lines}\n") == ["Monday"]


PROSE = [
    # bylines and credits
    ("By Friday the river had risen by two metres.", ["Friday"]),
    ("By Easter Sunday 2020 the river had risen.", ["Easter Sunday 2020"]),
    ("By Holm Bridge on Friday the river stood high.", ["Friday"]),
    ("By Ann Lee’s count, forty had come on Friday.", ["Friday"]),
    ("Reported by police on Friday, the theft was the third.", ["Friday"]),
    ("Reported by Police Chief Ann Lee on Friday, the theft was small.", ["Friday"]),
    ("Written by Ann Lee in 1998, the book was sold in May.", ["1998", "May"]),
    ("Edited by Bo Ek and printed in Oslo in May 2019, the book sold well.", ["May 2019"]),
    ("Additional reporting by the ministry on Friday showed that it was worse.", ["Friday"]),
    ("Photographs by the police showed the ferry on Friday.", ["Friday"]),
    ("Photos of Friday show the ferry.", ["Friday"]),
    ("Ann Lee reports from Oslo that the mayor left on Friday.", ["Friday"]),
    ("The storm of Friday contributed to this report of a loss.", ["Friday"]),
    # dates
    ("Published in 1998, the book sold well.", ["1998"]),
    ("Updated on Friday, the plan asks for more.", ["Friday"]),
    ("Posted to Oslo in May 2019, he learned to sail.", ["May 2019"]),
    ("Changed by the storm of Friday, the coast is bare.", ["Friday"]),
    ("Edited on Friday by hand, the list was read aloud.", ["Friday"]),
    # the paper of itself
    ("Correction of the figures took place on Friday.", ["Friday"]),
    ("This article of the treaty was amended on 4 May 2020.", ["4 May 2020"]),
    ("This story was told in Oslo on Friday.", ["Friday"]),
    ("The post of mayor, which appeared first on the list, was filled on Friday.", ["Friday"]),
    ("Copyright law was changed on Friday.", ["Friday"]),
    ("(c) The third point was struck out on Friday.", ["Friday"]),
    ("Cookies were sold on Friday.", ["Friday"]),
    ("Join the army, they cried on Friday, and get our newsletter on Facebook.", ["Friday"]),
    ("“Sign up for our newsletter,” the mayor said on Friday.", ["Friday"]),
    ("Subscribers to the newsletter were told on Friday.", ["Friday"]),
    ("Terms were changed on Friday.", ["Friday"]),
    ("The terms were updated on 25 May 2018, the company said.", ["25 May 2018"]),
    ("Privacy policy was made in May 2018 by the new mayor.", ["May 2018"]),
    # code
    ("```\nIt ran on Friday.", ["Friday"]),  # never closed
    ("It ran on Friday with ```date```.", ["Friday"]),
    # share bars, pointers, lists
    ("Related deaths rose in May.", ["May"]),
    ("Related: the deaths rose in May.", ["May"]),
    ("Share prices fell on Monday.", ["Monday"]),
    ("Read more slowly, the teacher said on Friday.", ["Friday"]),
    ("Most read the letter on Friday.", ["Friday"]),
    ("More on this story came out on Friday.", ["Friday"]),
    ("Follow us to the spring of 1944.", ["the spring of 1944"]),
    ("Print runs of the paper fell in May.", ["May"]),
    ("Save for Friday, it rained.", ["Friday"]),
    ("Related\n\nThe mayor left on Friday.", ["Friday"]),
    ("Most read\n\nMay 5, 2020: the mayor leaves\nMay 6, 2020: the ferry sinks", ["May 5, 2020", "May 6, 2020"]),
    ("Related\n\n## What came on Friday\n\nThe mayor left on Saturday.", ["Friday", "Saturday"]),
    # pictures
    ("Image makers met on Friday.", ["Friday"]),
    ("Pictures of the ferry were shown on Friday.", ["Friday"]),
    ("The ferry sank on Friday, police said. (AP)", ["Friday"]),
    ("He met his wife on Friday (he/she).", ["Friday"]),
    ("The film was shown on Friday (see the photo below).", ["Friday"]),
    # datelines
    ("NATO said on May 5 that ships — two of them — were late.", ["May 5"]),
    ("NATO — the alliance — met on Friday.", ["Friday"]),
    ("Friday, May 8 — The ferry sank.", ["Friday, May 8"]),
    ("On Friday, May 8 — The ferry sank.", ["Friday, May 8"]),
    # comments
    ("Comments by the minister on Friday drew anger.", ["Friday"]),
    ("Comments\n\nThe mayor left on Friday. She was not seen again.", ["Friday"]),
    ("Comments\nShare\n\nThe mayor left on Friday. She was not seen again.", ["Friday"]),
    ("Discussion\n\nThe mayor said:\n\nThe ferry sank on Friday. It was old.", ["Friday"]),
    ("Three responses\n\nThe mayor left on Friday. The others stayed.", ["Friday"]),
    ("3 comments made on Friday drew anger.", ["Friday"]),
    ("Comments\n\nNote: the mayor left on Friday. She was not seen again.", ["Friday"]),
    ("## Comments\n\nNote: the mayor left on Friday. She was not seen again.", ["Friday"]),
    ("Discussion\n\nAnn Lee: I left on Friday.\n\nBo Ek: And I on Monday.", ["Friday", "Monday"]),
    ("Abandoned 50 years ago\n\nIt was sold on Friday. It burned on Monday.", ["50 years ago", "Friday", "Monday"]),
    # links and pointers
    ("[Related deaths rose in May.](http://lake.example/a)", ["May"]),
    ("[Read more](http://lake.example/a) of what came on Friday.", ["Friday"]),
    ("[The ferry sank on Friday](http://lake.example/a)", ["Friday"]),
    ("Read more about the flood of May 2003", ["May 2003"]),  # not the last line
    # marks of Markdown and HTML
    ("It was found on **Monday**, and not *last week*.", ["Monday", "last week"]),
    ("It was found [on Friday](http://lake.example/2020/05/03/a), they say.", ["Friday"]),
    ("It was found <b>on Friday</b>, they say.", ["Friday"]),
    ("- It was found on __Friday__ or on _May 5_.", ["Friday", "May 5"]),
    ("It was found on **May 5,** 1998 or on *May 6*, 1998.", ["May 5,** 1998", "May 6*, 1998"]),
    ("The water was < 5 m on Friday and > 6 on Saturday.", ["Friday", "Saturday"]),
    ("He came and/or left on Friday.", ["Friday"]),
]


@pytest.mark.parametrize(("lines", "dated"), PROSE)
def test_prose_that_looks_like_something_else_stays(lines: str, dated: list[str]) -> None:
    assert phrases(f"{BEFORE}{lines}{BEHIND}") == dated


@pytest.mark.parametrize(
    "line",
    """
    GENEVA, May 8 (Wire) — |OSLO (Wire) - |**SEOUL** — |WASHINGTON — |OSLO, May 8, 2020 (Wire) — |SEOUL, South Korea, May 8 — |
    Geneva, May 8 (Wire) – |Oslo (Reuters) - |ST. LOUIS, Mo. (AP) — |SEOUL/BEIJING, May 8 (Wire) - |WASHINGTON, D.C. — |
    **OSLO, May 8 (Wire)** — |*OSLO —* |LAKE CITY, 8 May 2020 (Wire)—|OSLO, Friday, May 8 —
    |NEW YORK and OSLO, May 8 — |ØRSTA (NTB) –
    """.strip().split("|"),
)
def test_datelines(line: str) -> None:
    match = DATELINE.match(f"{line.strip()} The ferry sank on Monday.")
    assert match is not None and match.end() in (len(line.strip()), len(line.strip()) + 1)


@pytest.mark.parametrize(
    "line",
    """
    NATO said on May 5 that ships — which|NATO — the alliance — met|May 5 — The ferry|Friday, May 8 — The ferry|A 5 May deal - The
    |On Friday, May 8 — The ferry|Oslo, May 8 — a day to remember|THE storm of May 8 — The|KCNA, which on May 8 said — The
    |U.S. officials said on May 5 - The|COVID-19 — a disease|In Oslo — The
    """.strip().split("|"),
)
def test_no_datelines(line: str) -> None:
    assert DATELINE.match(f"{line.strip()} sank on Monday.") is None


@pytest.mark.parametrize(
    "piece",
    [
        "Comments\n",
        "Related\n",
        "Ann Lee says:\n",
        "Ann Lee\nMay 9, 2020 at 4:12 pm\n",
        "[",
        "](",
        "](a",
        "http://",
        "a.",
        "<a ",
        "/a",
        "*",
        "[a](",
        "By Ann ",
        "AA ",
        "Aa, ",
        "(A b/",
        "Photo: ",
        "- ",
    ],
)
def test_no_line_takes_long(piece: str) -> None:
    mark(piece * 20_000, 0, [])  # with a step that grew with the square, it would take minutes


def test_a_dateline_with_its_year_is_evidence_whatever_the_format_and_one_without_must_agree() -> None:
    def read(line: str, written: list[Written]) -> Article:
        draft = Draft(f"{line} The ferry sank on Monday in the harbour.{BEHIND}", written=written)
        found = finish(draft, Path("a.x"), "a.x", Settings(), Listed())
        assert isinstance(found, Article)
        return found

    dated = [Written(Rung.PAGE, "2020-05-10")]
    told = read("OSLO, May 8, 2020 (Wire) —", [])
    assert (day_of(told), told.published and told.published.evidence) == ("2020-05-08", "OSLO, May 8, 2020 (Wire)")
    assert read("OSLO, May 8 (Wire) —", []).published is None
    assert read("OSLO, May 9 (Wire) —", dated).notes == ()
    assert read("OSLO, Friday —", dated).notes == ()
    (note,) = read("OSLO, May 3 (Wire) —", dated).notes
    assert "page “2020-05-10” says 2020-05-10, dateline “OSLO, May 3 (Wire)” 2020-05-03" in note


@pytest.mark.parametrize(
    ("last", "dated"),
    [
        ("Read more about the flood of May 2003", []),
        ("See also the flood of May 2003\n\n© 2020 Lake News", []),
        ("Read more about the flood of May 2003\n\nShare\n\n3 comments\n\nAnn says:\nI saw it on Friday.", []),
        ("Read more slowly, the teacher said on Friday.", ["Friday"]),
        ("Related deaths rose in May.", ["May"]),
        ("Reading was hit by the flood of May 2003", ["May 2003"]),
    ],
)
def test_a_last_line_that_points_elsewhere(last: str, dated: list[str]) -> None:
    assert phrases(f"{BEFORE}It was found on Monday.{BEHIND}\n\n{last}\n") == ["Monday", *dated]


BIOGRAPHIES = [
    ("Jane Doe is our transport reporter. She joined in 2015.", []),
    ("*Jane Doe is a freelance writer based in Oslo, and won a prize in 2015.*\n\n© 2020 Lake News", []),
    ("Ann Lee covers the lakes. She joined the paper in 2015.", []),
    ("Ann Lee is the author of “The Lake”, which was sold in 2015.", []),
    ("Ann Lee is our editor.\n\nJane Doe is our transport reporter. She joined in 2015.", []),
    ("Jane Doe is our transport reporter. She left on Friday.", ["Friday"]),
    ("Jane Doe is a reporter who was jailed in 2015.", ["2015"]),
    ("Jane Doe is the mayor. She was elected in 2015.", ["2015"]),
    ("Bo Ek is a reporter. He was freed in 2015.", ["2015"]),  # the article tells of him
    ("Ann Leeson covers the lakes. She joined the paper in 2015.", ["2015"]),
    ("Jane Doe is our transport reporter. She joined in 2015.\n\nNobody was hurt, as the mayor said.", ["2015"]),
]


@pytest.mark.parametrize(("last", "dated"), BIOGRAPHIES)
def test_what_is_said_of_the_writer_at_the_end(last: str, dated: list[str]) -> None:
    text = f"The ferry\n\nBy Ann Lee\n\n10 May 2020\n\n{BEFORE}It was Bo Ek who found it on Monday.\n\n{last}\n"
    findings = tell(article_of(text)).findings
    assert [finding.mention.text for finding in findings if finding.fate == "event"] == ["Monday", *dated]


def test_an_article_that_is_all_in_a_fence_is_read() -> None:
    assert phrases(f"```\n{BEFORE}It was found on Monday.{BEHIND}\n```\n") == ["Monday"]


def test_comments_end_where_a_heading_begins_something_else() -> None:
    text = f"{BEFORE}## Comments\n\nJohn D. says:\nI saw it on Friday.\n\n## The second day\n\nIt was found on Monday.{BEHIND}"
    assert phrases(text) == ["Monday"]


def test_a_sentence_is_whole_on_both_sides_of_an_address_and_its_title_has_no_marks() -> None:
    text = "The [ferry](http://lake.example/a) *sank* on **Monday** in the [harbour of Oslo](http://lake.example/2020/05/03/)."
    (event,) = tell(article(BEFORE + text + BEHIND)).events
    assert event.sources[0].sentence == text
    assert event.title == "The ferry sinks in the harbour of Oslo"


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    (event,) = tell(article("**OSLO** — The ferry sank on Monday in the harbour." + BEHIND)).events
    assert event.sources[0].sentence == "The ferry sank on Monday in the harbour."


def test_regions_are_in_order_and_apart() -> None:
    text = BEFORE + "\n\n".join(NO_PROSE) + BEHIND + "\n\n" + COMMENTS[0]
    regions = article_of(text).furniture
    assert all(one.end <= other.start for one, other in pairwise(regions))
    assert all(region.start < region.end for region in regions)
