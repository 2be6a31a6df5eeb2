"""What else is found in a sentence with a list of dates or a bare number: all of its phrases, and no other."""

from __future__ import annotations

import pytest

from timeline.interval import day_number
from timeline.recognize import recognize

PUBLISHED = day_number(2019, 8, 21)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("They met on 5 and 6 May.", {"5": "2019-05-05", "6 May": "2019-05-06"}),
        ("They met on May 5, 6 and 9.", {"May 5": "2019-05-05", "6": "2019-05-06", "9": "2019-05-09"}),
        ("They met on June 3 and July 4, 2015.", {"June 3": "2015-06-03", "July 4, 2015": "2015-07-04"}),
        ("They met on May 5 and 6 people came.", {"May 5": "2019-05-05"}),
        ("They met on May 5 and 6 Brazilians came.", {"May 5": "2019-05-05"}),
        ("They met on May 5 and 6%  of them stayed.", {"May 5": "2019-05-05"}),
        ("They met on May 5 and 6-year-olds came.", {"May 5": "2019-05-05"}),
        ("They met on May 5, 6 people came.", {"May 5": "2019-05-05"}),
        ("The fee rose to 5 and 6 May was too late.", {"6 May": "2019-05-06"}),
        ("Rows 1, 2 and 3 April was dry.", {"3 April": "2019-04-03"}),
        ("It cost £5 and 6 May was too late.", {"6 May": "2019-05-06"}),
        ("He is 5 and 6 May is his name day.", {"6 May": "2020-05-06"}),
        ("Both 5 and 6 May were dry.", {"5": "2019-05-05", "6 May": "2019-05-06"}),
        ("They sang on Saturday 4 and Sunday 5 May.", {"Saturday 4": "2019-05-04", "Sunday 5 May": "2019-05-05"}),
        ("They met on 6 and 5 May.", {"5 May": "2019-05-05"}),
        ("They met on 5 and 31 June.", {"31 June": ""}),
        ("Prices rose on May 5 to 9 euros.", {"May 5": "2019-05-05"}),
        ("Prices rose on May 5 to 9%.", {"May 5": "2019-05-05"}),
        ("The score rose from May 5 to 9 points.", {"May 5": "2019-05-05"}),
        ("The talks ran May 5 to 9 and failed.", {"May 5 to 9": ""}),
        ("The vote was moved on Friday to Sunday.", {"Friday": "2019-08-16", "Sunday": "2019-08-25"}),
        ("They came on Friday – Sunday was too late.", {"Friday": "2019-08-16", "Sunday": "2019-08-18"}),
        ("The fair ran Friday–Sunday.", {"Friday–Sunday": ""}),
        ("Tonight at 8 cinemas, it is free.", {"Tonight": "2019-08-21TNI"}),
        ("Tonight at one of the bars, beer is free.", {"Tonight": "2019-08-21TNI"}),
        ("The shops were shut May 5 and 6\n\nBanks were shut, too.", {"May 5": "2019-05-05", "6": "2019-05-06"}),
        ("It runs on version 3.4.2019 of the code.", {}),
        ("Every day at 9 a.m. he swims.", {"Every day": "P1D", "9 a.m.": "T09:00"}),
    ],
)
def test_phrases(text: str, phrases: dict[str, str]) -> None:
    found = {
        m.text: m.value if m.mod is None and not m.parts and not (m.interval and m.interval.lasts) else ""
        for m in recognize(text, PUBLISHED)
    }
    assert found == phrases
