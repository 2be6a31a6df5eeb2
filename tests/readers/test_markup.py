"""What is made of pieces of HTML: the text that a reader of the page would see."""

from __future__ import annotations

import pytest

from timeline.articles.markup import plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<p>The ferry <b>sank</b> on\n<a href='/x'>Satur</a>day.</p><p>Nobody drowned.</p>",
            "The ferry sank on Saturday.\n\nNobody drowned.",
        ),
        ("First line<br>second line<br/><br/>third", "First line\nsecond line\n\nthird"),
        ("<h2>News</h2>The harbour<div>is <span>closed</span></div>again", "News\n\nThe harbour\n\nis closed\n\nagain"),
        ("<table><tr><td>May 8<td>Sunk<tr><td>May 9<td>Raised</table>", "May 8 Sunk\n\nMay 9 Raised"),
        ("Caf&eacute; &amp; Bar &#8212; &lt;open&gt; on May&nbsp;8", "Café & Bar — <open> on May 8"),
        ("<script>a = '<p>Monday</p>'</script><style>p {}</style><!-- Tuesday --><p>Wednesday", "Wednesday"),
        ("<div style='color:red; display: none'>Monday</div><p hidden>Tuesday<p>Wednesday", "Wednesday"),
        ("<p>One<ul><li>two<li>three</ul>", "One\n\ntwo\n\nthree"),
        ("no markup,\n\nits own  lines &amp; all", "no markup,\n\nits own lines & all"),
        ("4 < 5 and a <b>bold\0 word", "4 < 5 and a bold word"),
        ("<p>no &#1;characters&#x1F; at all&#0;, a dash &#150; and a mark&#146;", "no characters at all, a dash – and a mark’"),
        ("half a character \ud83d <i>here</i>", "half a character ? here"),
        ("<p>", ""),
        ("", ""),
    ],
)
def test_what_is_seen_is_the_text(html: str, text: str) -> None:
    assert plain(html) == text


def test_however_deep_it_is_nested_all_of_it_is_there() -> None:
    text = plain("".join(f"<div>{number} " for number in range(5000)))
    assert text.split() == [str(number) for number in range(5000)]
