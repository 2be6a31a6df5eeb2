"""What the words beside an English phrase make of it: "that November" or that it was in November; soon, once, one day.

Asked for the few rules that have a check, once for each phrase; gives the phrase itself, others in its place, or none where
it is no phrase of time.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.expr import Clock, Dated, Here, Lean, PartOf, Undated, Weekday
from timeline.grammar import Token
from timeline.interval import DAY_MINUTES, Grain
from timeline.languages.en import verbs
from timeline.languages.en.figures import AGED, LABELS
from timeline.languages.en.lean import lean
from timeline.languages.en.traps import is_trap
from timeline.languages.en.undated import duration_value

Check = Callable[[Token, str, str, int, int], list[Token]]
_Seen = Callable[[Token, str, str, int, int], Token | None]

_BEFORE = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s])\s*$")
_AFTER = re.compile(r"(\s*)([^\W\d_]+|[^\w\s])")

# What may go on behind a phrase that stands alone: no noun, and no subject of a clause.
_GOES_ON = frozenset("and but or when where while as at in on with for from by after before during to of since until".split())
_VERBS = frozenset("was were is are had has have will would did may might could can".split())
_SUBJECTS = frozenset("the a an he she it they we i you his her its their our my this these those there nobody everyone".split())
_OPENS_NO_CLAUSE = frozenset(
    "on by from until till of since in during before after through for late early later earlier over and but then".split()
)
# Behind these "that" opens a clause: "said that Saturday's vote …".
_TAKES_A_CLAUSE = frozenset(
    """
    said say says saying told tell tells thought think thinks knew know knows known hear heard felt feel feels hope hopes
    believe believes saw see sees found find finds learn learns learnt read reads show shows shown showed argue argues sure
    certain clear true likely possible so such fact news claim claims report reports sign signs proof view idea fear fears
    warn warns means meant mean is was be been agreed agree agrees doubt doubts given than
    """.split()
)
_SPENT = frozenset(
    """
    for in within than just only least most about around nearly almost lasted last lasts lasting took take takes taking
    taken stay stays stayed spend spends spent need needs needed lose loses lost cost costs wait waits waited off exactly
    another every each under over up every per of is was
    """.split()
)
_TOOK_HIM = re.compile(r"\b(?:takes?|took|taken|cost|costs|gave|gives|give)\s(?:him|her|them|us|me|you|it)\s$")
_IN_A_TIME = frozenset("of in during by until till throughout from for".split())
_MANY = frozenset("several many most half few all some two three four five six both each every no thousands hundreds".split())
_NO_SOON = frozenset("as too so how that however until than".split())
_NEXT_TO = frozenset("as after before afterwards afterward thereafter later following past".split())
_FROM_MIDNIGHT = frozenset("after past since from".split())
_COMING = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s(?:\w+\s){0,2}\w+ing(?:\s\w+){0,3}\s*$")
_RATED = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR)
_RATE = re.compile(
    r"(?:\b\d[\d.,]*|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|times)\b)(?:[ -](?!(?:in|for|within|and|to|at|on|by)\b)[^\W\d_]+%?){0,4}\s$"
)
_IS_A_WORK = re.compile(
    r"\s(?:is|was)\s(?:a|an|the)\s(?:\w+\s){0,2}(?:film|movie|novel|book|song|album|play|comedy|thriller|drama|series)\b"
)
_BEFORE_CURRENT = frozenset(
    "the his her its our their my your at under in of with by on from for and beyond despite given".split()
)
# Behind "the current": what flows, and the fixed terms of accountants.
_NO_PRESENT = frozenset(
    """
    account accounts affairs assets liabilities ratio events swept flowed flows flowing carried carries pulled pushed ran runs
    """.split()
)
_MOST_OF_ALL = re.compile(
    r"\b(?:[a-z]{2,}est|most|least|worst|only|last|final|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
    r"[ -](?:[\w'’-]+ ){0,5}of $"
)
# A paper that comes out weekly: "in a medical weekly, …", "an independent daily said …".
_PAPER = re.compile(r"\b(?:[Aa]n?|[Aa]nother) [\w'’-]+ $")
_IS_PAPER = re.compile(r"[,.;:]| (?:said|says|reported|reports|wrote|quoted|published|that|which)\b")
# Behind these "early" tells how they are done.
_DONE_EARLY = frozenset("close closes closed closing shut shuts shutting leave leaves leaving finish finishes finished".split())


def _before(text: str, start: int) -> str:
    found = _BEFORE.search(text, max(0, start - 24), start)
    return found[1] if found else ""


def _after(text: str, end: int) -> str:
    """The word or the sign behind; "-" and the like only where they stand close."""
    found = _AFTER.match(text, end, end + 24)
    return found[2] if found else ""


def _stands_alone(text: str, end: int) -> bool:
    """Whether nothing hangs on the phrase that ends there: neither a noun nor a clause."""
    after = _after(text, end)
    return not after.isalpha() or after in _GOES_ON


def _of_the_told(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "That November", and not "said that November had been cold"."""
    before, after = _before(text, start), _after(text, end)
    named = token.parts[-1]
    if low.startswith("that same", start):
        return token
    if (text[start] == "T" or before.lower() in _IN_A_TIME) and (after in _MANY or (after[-1:] == "s" and after.islower())):
        return token  # "that winter several towns …", "in that summer half the courts …"
    if not before.isalpha() or text[start] == "T" or before.lower() in _OPENS_NO_CLAUSE:
        opens = not before.isalpha() or text[start] == "T"
        if _stands_alone(text, end) or after[:1].isupper() or after in _SUBJECTS or (opens and after in _VERBS):
            return token
    elif before.lower() not in _TAKES_A_CLAUSE and _stands_alone(text, end) and text[end : end + 1] not in ("'", "’"):
        return token
    return named if named.kind == "DATE" else None


def _daypart(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "That summer night" is one of many."""
    return None if token.parts[0].rule == "that_season" else token


def _part_of_season(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "In late summer", and neither "an early spring" nor "the early fall of the city"."""
    weather = _before(text, start).lower() in ("a", "an", "another", "such")
    return None if weather or _after(text, end) == "of" else token


def _counted_before(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Three days before", and not "three days before the vote", which is a length."""
    after = _after(text, end)
    if not after.isalnum() or after in ("and", "but", "at", "in"):
        return token
    return _length(token, text, low, start)


def _length(token: Token, text: str, low: str, start: int) -> Token | None:
    """The length alone, of "three days before"."""
    if token.parts[0].kind == "LENGTH":
        return token.parts[0]._replace(kind="DURATION", rule="length", value=Undated(duration_value(*token.parts[0].value)))
    count, unit = token.parts[:2]
    value = Undated(duration_value(count.value, unit.value))
    length = Token("DURATION", value, token.start, unit.end, "duration", token.parts[:2], "")
    return _duration(length, text, low, start, start + unit.end - token.start)


def _duration(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    if text[start + 1 : end] == "ne day":
        return _one_day(token, text, low, start, end)
    if not is_trap(token, text, start, end):
        return token
    return token._replace(kind="SET") if _is_rate(token, text, low, start, end) else None


def _is_rate(token: Token, text: str, low: str, start: int, end: int) -> bool:
    """ "50 loaves a day", "$20 a month"; what is told by the hour is a speed or a wage."""
    opens = low.startswith(("a ", "an "), start) and token.parts and token.parts[-1].value in _RATED
    if not opens or _after(text, end) in ("after", "before", "later", "earlier", "from") or text[end : end + 1] == "-":
        return False
    return _RATE.search(low, max(0, start - 60), start) is not None


def _weekday_before(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "The Friday before, …", and not "the Friday before the vote", of which only the Friday is told."""
    if not _after(text, end).isalnum():
        return token
    day = token.parts[1]
    return Token("DATE", Weekday(day.value), day.start, day.end, "weekday", (day,), "WEEKDAY")


def _one_day(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """A length; or some day to come, in a clause that looks ahead; in a tale it is neither."""
    before, after = _before(text, start).lower(), _after(text, end).lower()
    if after in ("'", "’", "-", "old", "a", "of"):
        return None
    if before in _SPENT or (before == "to" and _stands_alone(text, end)) or _TOOK_HIM.search(low, max(0, start - 24), start):
        return token
    if after not in _NEXT_TO and lean(text, low, start, end).lean is Lean.FUTURE:
        return token._replace(kind="VAGUE_DATE", value=Undated("FUTURE_REF"))
    return None


def _soon(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "He will soon be back", and neither "as soon as" nor "he soon left"."""
    before, after = _before(text, start).lower(), _after(text, end).lower()
    if before in _NO_SOON or after in _NEXT_TO or text[end : end + 1] == "-" or text[start - 1 : start] == "-":
        return None
    cue = lean(text, low, start, end).lean
    if cue is Lean.PAST and not _COMING.search(low, max(0, start - 50), start):
        return None
    return token


def _moment(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "At the moment", "for the moment", and not the moment of something."""
    before, after = _before(text, start), _after(text, end)
    if text[end : end + 1] == "-" or after in ("of", "when", "that"):
        return None
    opens = before in ("At", "For")  # with a capital
    return token if opens or (before in ("at", "for") and (_stands_alone(text, end) or after in ("is", "are"))) else None


def _ahead(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "In the weeks ahead", "for years to come", and not "in the weeks ahead of the vote", "it took years to come true"."""
    to_come = low.endswith("come", start, end) and not _stands_alone(text, end)
    verb = to_come and _after(text, end) not in _VERBS
    return None if _after(text, end) == "of" or verb else token


def _present(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "At present", and not "at present prices"."""
    after = _after(text, end).lower()
    noun = after.isalpha() and after.endswith("s") and after not in ("is", "was", "has", "his", "this", "as", "its")
    return None if noun or text[end : end + 1] == "-" else token


def _vague(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "She recently left", and not "as recently as the spring of 2011", "as long ago as May", which only stress a date."""
    return None if text[end : end + 4] == " as " and low[max(0, start - 3) : start] == "as " else token


def _at_night(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "They travelled at night", and not "at night school"."""
    return token if _stands_alone(text, end) and text[end : end + 1] not in ("-", "'", "’") else None


def _current(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Her current post", and neither "the current was strong" nor "the current account"."""
    before, after = _before(text, start).lower(), _after(text, end)
    noun = after.islower() and after not in _GOES_ON and after not in _VERBS and after[-3:] not in ("ing", "ted")
    fits = before in _BEFORE_CURRENT and after not in _NO_PRESENT and text[end : end + 1] == " "
    return token if noun and fits else None


def _some_day(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """Some day to come, where the clause looks ahead."""
    return token if lean(text, low, start, end).lean is not Lean.PAST else None


def _calendar_day(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "July Fourth", and not "in May second-placed Porto"."""
    if token.parts[0].rule == "slashed":
        return _no_number(token, text, low, start, end)
    named = next((part for part in token.parts if part.rule == "month_ordinal"), None)
    if named is None or named.parts[-1].kind != "ORDINAL":
        return token
    if _is_day(named, text, end):
        return token
    return _bare_month(named)


def _is_day(named: Token, text: str, end: int) -> bool:
    """ "July Fourth", and neither "second-placed Porto" nor "the Eighth Army"."""
    capital = named.parts[-1].text[:1].isupper()
    of_name = len(named.parts) > 2 and capital and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return text[end : end + 1] != "-" and (_stands_alone(text, end) or capital) and not of_name


def _bare_month(named: Token) -> Token:
    month = named.parts[0]
    return Token("DATE", Dated(None, month.value), month.start, month.end, "month", (month,), "MONTH")


def _feast(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Closed on Black Friday", and not "Black Friday is a film"; "the Fourth of July parade" is the parade's article."""
    if _IS_A_WORK.match(low, end):
        return None
    article = low.startswith("the ", start) and not _stands_alone(text, end)
    return token._replace(start=token.start + 4) if article else token


def _no_number(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "2016-04", and no "resolution 2016-04"."""
    return None if text[start - 1 : start] == "-" or _before(text, start).lower() in LABELS else token


def _part(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Closed early on Christmas Eve": the adverb belongs to the verb; "in his late fifties" is an age."""
    if token.parts[-1].rule == "decade" and _before(text, start).lower() in AGED:
        return None
    day = token.parts[-1]
    if day.rule == "calendar_day" and (named := day.parts[0]).rule == "month_ordinal" and not _is_day(named, text, end):
        month = _bare_month(named)
        return token._replace(value=PartOf(token.value.part, month.value), end=month.end, parts=(*token.parts[:-1], month))
    on = len(token.parts) == 3 and token.parts[1].kind == "on"
    return token.parts[-1] if on and _before(text, start).lower() in _DONE_EARLY else token


def _the_year(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "A loss for the year", "the worst storm of the year"; neither "at this time of the year" nor "Player of the Year"."""
    if not text[start:end].islower():
        return None
    if _before(text, start).lower() == "for":
        return token if _stands_alone(text, end) and text[end : end + 1] not in ("'", "’", "-") else None
    return token if _MOST_OF_ALL.search(text, max(0, start - 60), start) else None


def _full_year(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "For the full year it expects a loss" is that year; "he served the full year" is a length."""
    if low[start:end] != "the full year" or _before(text, start).lower() not in ("for", "in"):
        return token
    return token._replace(kind="DATE", value=Here(Grain.YEAR))


def _often(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "Reports quarterly", and neither "a quarterly dividend" nor "a quarterly called Ploughshares"."""
    if _PAPER.search(text, max(0, start - 40), start) and _IS_PAPER.match(text, end):
        return None
    if low[start:end] not in ("quarterly", "fortnightly"):
        return token
    return token if _stands_alone(text, end) and _before(text, start).lower() not in verbs.DETERMINERS else None


def _no_kind_of(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """ "By the evening" the road was open; but it went "by the night ferry"."""
    if not low.startswith("the ", start) or _stands_alone(text, end):
        return token
    after = _after(text, end)
    return token if after[:1].isupper() or after in _SUBJECTS or after in _VERBS else None


def _midnight(token: Token, text: str, low: str, start: int, end: int) -> Token | None:
    """Midnight ends the day that is named; but "shortly after midnight on Friday" is that Friday's first hour."""
    return token._replace(value=Clock(token.value.of, 0)) if _before(text, start).lower() in _FROM_MIDNIGHT else token


_ONE: dict[str, _Seen] = {
    "that_name": _of_the_told,
    "that_season": _of_the_told,
    "date_daypart": _daypart,
    "part_of_season": _part_of_season,
    "counted_before": _counted_before,
    "length_before": _counted_before,
    "weekday_before": _weekday_before,
    "duration": _duration,
    "soon": _soon,
    "the_moment": _moment,
    "at_present": _present,
    "current": _current,
    "vague": _vague,
    "at_nights": _at_night,
    "long_ago": _vague,
    "units_ahead": _ahead,
    "unit_ahead": _ahead,
    "some_day": _some_day,
    "someday": _some_day,
    "calendar_day": _calendar_day,
    "feast": _feast,
    "iso_month": _no_number,
    "part": _part,
    "often": _often,
    "the_year_told": _the_year,
    "the_whole": _full_year,
    "twilight_alone": _no_kind_of,
    "hour": _midnight,
    "clock_date": _midnight,
    "hour_of": _midnight,
}


def _one(check: _Seen) -> Check:
    def seen(token: Token, text: str, low: str, start: int, end: int) -> list[Token]:
        found = check(token, text, low, start, end)
        return [] if found is None else [found]

    return seen


def _beside_date(token: Token, text: str, low: str, start: int, end: int) -> list[Token]:
    """ "Two days after Christmas"; but two phrases in "two days after Monday's quake", which counts from the quake."""
    if _stands_alone(text, end) and not low.startswith(("'s", "’s"), end):
        return [token]
    away, date = token.parts[0], token.parts[-1]
    found = _length(away, text, low, start) if away.rule in ("counted_before", "length_before") else None
    return [date] if found is None else [found, date]


_CHECKS: dict[str, Check] = {rule: _one(check) for rule, check in _ONE.items()} | {"beside_date": _beside_date}
"""By the rule that made the phrase."""


def check_of(token: Token) -> Check | None:
    """The check for a phrase; None for most, so that what stands beside them is not looked at."""
    match token.rule:
        case "calendar_day" if not any(part.rule in ("month_ordinal", "slashed") for part in token.parts):
            return None
        case "part" if len(token.parts) != 3 and token.parts[-1].rule not in ("decade", "calendar_day"):
            return None
        case "hour" | "clock_date" | "hour_of" if not (isinstance(token.value, Clock) and token.value.minute == DAY_MINUTES):
            return None
        case "vague" if token.value.value != "PAST_REF":
            return None
        case "often" if token.parts[-1].value not in ("P1Q", "P2W", "P1D", "P1W", "P1M"):
            return None
    return _CHECKS.get(token.rule)


JUDGED = frozenset(["duration"])
"""Rules whose check asks the traps itself."""
