"""Titles: films, books, songs, papers and programmes with a word of time in them.

A title is told by capitals where a date has none ("Seven Days in May", "Tomorrow Never Dies"), by what is
said of it ("is a song by"), by who is at work on it ("sang", "filmed"), or by its quotes.
"""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import naming
from timeline.languages.en.surroundings import Place, opens_sentence
from timeline.languages.en.wordlists import one_of

# These have a capital wherever they stand.
_PROPER = frozenset("MONTH WEEKDAY WEEKDAYS FEAST SEASON SEASONS BC AD ZONE ZONED Q H HALF_DAY FISCAL CIRCA DECADE".split())
_PROPER_BEHIND_A_MONTH = _PROPER | {"ORDINAL"}
# Capitals for these are a habit of some writers: "in the 20th Century", "late on Friday Night".
_HABIT = frozenset("century date_daypart part daypart_of".split())
_HABIT_BEFORE = frozenset("on in of since by until late early mid last this next from during through the into you".split())
# Phrases of one word, or that may be a title as they stand.
_BARE = frozenset("month weekday weekdays year dayword tonight hour feast season units".split())

_TITLE_ON = re.compile(
    rf"['’]?s?(?: (?:on|in|of|at|to|for|with|and|by|the|"
    rf"a))*[ ]{one_of(naming.TITLE_BEHIND)}(?![\w'’.])(?! [A-Z][a-z]+ (?:Times|Post|Guardian))"
)
# Right behind the phrase these may open a clause: "said Sunday The Times had lied".
_CLAUSE = re.compile(r"^ (?:The|His|Her|Our|My|Their|A|An|In|On|At|But|And|For|As|No|After|Before|When)$")
_TITLE_TO = re.compile(rf"(?<![\w'’])(?P<word>{one_of(naming.TITLE_BEFORE)})(?: (?:on|in|of|at|the))*\s$")
_LINKS = frozenset("on in of at to for with and by the a s ' ’".split())
_SMALL = frozenset("on in of at the".split())
_SMALL_IN_TITLES = _LINKS | {"an", "or", "from", "but", "is"}
_OF_A_MONTH = re.compile(r"(?<![\w'’])(?:[A-Z][a-z]+ of|(?:Days?|Weeks?|Nights?|Hours?|Light) in) $")
_BORN_ON = re.compile(r"\bBorn on the $")

_PREDICATE = re.compile(
    rf"(?:is|was|remains) (?:(?:a|an|the|another|his|her|their)(?: [\w’'-]+){{0,2}}? {one_of(naming.WORKS)}"
    r"(?! (?:day|night|festival|for|at|release|date))\b"
    r"|by (?:the )?[A-Z]|from [A-Z]|set in\b|about (?:an? |the )?[a-z]+ (?:who|and|in|on|hunt)|filmed in|on television|"
    r"banned by)"
    r"|(?:stars|starred|starring|features) [A-Z]|has a sequel|(?:has|have) (?:fast )?(?:zombies|vampires|dinosaurs|"
    r"[A-Z][a-z]+ [A-Z])"
    r"|won (?:the Booker|the Pulitzer|an Oscar|best picture|[a-z]+ Oscars|a Grammy|the Tony)"
    r"|made (?:[A-Z][a-z]+ )+(?:a star|famous|rich|a legend)"
    r"|(?:sold|shocked|bored) (?:millions|audiences)|opens with|tops the charts|closes the (?:album|film)"
)
_NAMED_THING = re.compile(
    rf"(?:is|was) (?:an?|the|another|his|her|their)(?: [\w’'-]+){{0,2}}? {one_of(naming.NAMED_THINGS)}(?:[.,;:)]|$"
    r"| (?:that|which|who|in|of|for|on|from|near|by|with|and|to)\b)"
)
_WORK_BEFORE = re.compile(rf"\b{one_of(naming.WORKS)},? [\"“‘]$")
_SURELY_MAKING = re.compile(
    r"(?<![\w'’])(?:sang|sings|sing|directed|hums|hummed|whistled|crooned|belted out|titled|entitled|starred in|"
    r"stars in|album called|film called|"
    r"(?:the|a|his|her|their|hit|new|[A-Z][a-z]+) (?:film|novel|song|sitcom|ballad|musical|album|movie)) $"
)
_MAKING_LAST = naming.MAKING | {"in", "out"}
_PREDICATE_ON = frozenset(
    """
    is was remains stars starred starring features has have won made sold shocked bored opens tops closes , : ( ' ’ of in on the a
    and for at to by with
    """.split()
)
_PLAYING = re.compile(r"(?<!\w)(?:played|plays|danced to|recorded|wrote|filmed|staged|in) $")
_BY = re.compile(r" by (?:the )?[A-Z][\w.]+")
# The rest of a title: words with capitals, small ones between them.
_CHAIN = re.compile(
    r"(?:['’]s)?(?:[,:]? (?:[A-Z][\w’'-]*|\d+|of|in|on|the|a|and|for|at|to|by|with))*(?: \([A-Z][^)]{0,40}\))?[ ,]{1,2}"
)
# "It's Friday" says that it is.
_OF_SOMEONE = re.compile(
    r"\b(?!(?:It|That|He|She|There|Here|What|Who|Where|This|Today|Tomorrow|Tonight|Yesterday|Let)['’])[A-Z]\w+(?:['’]s|s['’]) $"
)
_NO_THING = re.compile(r"\s*(?:$|[.,;!?]|(?:is|has|won|stars|made|and|sold) )")
# "October: Ten Days That Shook the World": the capitals of a title behind the colon, small words among them.
_SUBTITLE = re.compile(
    r": (?:[A-Z0-9][\w'’]* (?:(?:of|in|on|the|a|and|for|to) )*){1,4}"
    r"(?:That|Who|Which|When|Where|Why|How|Is|Was|Are|To|From|In|On|Of|And|My|Your|Our|His|Her|Their|A|An|The) (?:the )?[A-Z]"
)
# "December 1963 (Oh, What a Night) is by the Four Seasons."
_BY_SOMEONE = re.compile(
    rf"(?: \([A-Z][^)]{{0,40}}\))? (?:is|was) (?:(?:an?|the|another)(?: [\w’'-]+){{0,2}}? {one_of(naming.WORKS)} )?"
    r"by (?:the )?[A-Z]"
)
_WROTE = re.compile(r"\b(?:wrote|read|reads|recited|taught|quotes|quoted) $")
_BOOK_OF = re.compile(
    r"(?:[A-Z]\w+(?:['’]s|s['’]) |\b[Hh](?:is|er) )(?:\w+ )?(?:novel|novella|poem|ballad|sonnet|sitcom|short story|painting) $"
)
_IT_IS = re.compile(r"(?:It|That|Today)['’]s ")
_QUOTED_TO = re.compile(r"[\"“‘]([^\"“”‘’\n]{0,50})$")
_QUOTED_ON = re.compile(r"([^\"“”\n]{0,50}?)([,.]?)[\"”’](?!\w)")
# Names that nothing beside them tells from a date.
_FAMOUS = re.compile(
    r"(?:USA TODAY|Fox News Sunday|(?:Mail|Independent|Observer|Scotland) on Sunday|Sunday Morning|This Week|"
    r"Tonight with|Midnight Sun|"
    r"Midnight in Paris|Midnight Special|Round Midnight|Sunday in the Park|Friday I['’]m in Love|Ash Wednesday by|"
    r"Ides of March|Space: 1999|"
    r"August: Osage County|2001: A Space Odyssey)"
)
_FAMOUS_ON = frozenset(["in", "with", "by"])
_LIKE_A_DATE = ("This Week", "Sunday Morning")


def capitals(words: list[Token]) -> tuple[int, ...]:
    """Where among the words of a phrase one stands with a capital that no date needs; "July Fourth" does."""
    found = []
    proper = _PROPER
    for word in words:
        if word.kind == "MONTH":
            proper = _PROPER_BEHIND_A_MONTH
        elif word.kind not in proper and word.text[:1].isupper() and not word.text[1:].isupper():
            found.append(word.start)
    return tuple(found)


def is_title(token: Token, place: Place, marked: tuple[int, ...]) -> bool:
    """Whether the phrase is a title or belongs to one; `marked` are its capitals."""
    return (
        _is_capitalised(token, place, marked)
        or _is_quoted(token, place, marked)
        or _is_told_of(token, place)
        or (_has_capitals_beside(place) and (_stands_in_a_title(token, place) or _is_famous(place)))
    )


def _has_capitals_beside(place: Place) -> bool:
    after = place.after
    return after[:1].isupper() or after in _LINKS or after == ":" or any(word[0].isupper() for word in place.left.split()[-3:])


def _is_famous(place: Place) -> bool:
    beside = place.before[:1].isupper() or place.after[:1].isupper() or ":" in (place.before, place.after)
    if not beside and place.before not in ("on", "of") and place.after not in _FAMOUS_ON:
        return False
    for name in _FAMOUS.finditer(place.text, max(0, place.start - 16), place.end + 16):
        if name.start() < place.end and place.start < name.end():
            return name[0] not in _LIKE_A_DATE or not place.in_headline()
    return False


def _is_capitalised(token: Token, place: Place, capitals: tuple[int, ...]) -> bool:
    """A word that has a capital though it is no name and opens nothing: "the Daily Mail", "Eight Days a Week"."""
    marked = [at + place.start - token.start for at in capitals]
    if not marked:
        return False
    if marked == [place.start] and place.opens():
        return place.named_on and token.kind in ("SET", "HOUR_ALONE", "DURATION") and not place.in_headline()
    if place.in_headline():
        return False
    in_use = place.before.lower() in _HABIT_BEFORE or (token.rule == "century" and place.opens())
    return not (token.rule in _HABIT and in_use and not place.named_on)


def _is_quoted(token: Token, place: Place, capitals: tuple[int, ...]) -> bool:
    """All there is between two quotes, in title case: "60 Minutes", "Born on the Fourth of July"."""
    before = place.left
    if '"' not in before and "“" not in before and "‘" not in before:
        return False
    left, right = _QUOTED_TO.search(place.left), _QUOTED_ON.match(place.right)
    if left is None or right is None:
        return False
    inner = left[1] + place.words + right[1]
    if inner[0].islower() or any(word[0].islower() and word not in _SMALL_IN_TITLES for word in inner.split()):
        return False
    if right[2] and _IT_IS.fullmatch(left[1]):
        return False  # "It's Sunday," she said
    if left[1].strip() or right[1].strip() or any(at > token.start for at in capitals):
        return True
    if token.rule not in _BARE and token.kind != "DURATION" and not capitals:
        return False
    return not right[2] or _WORK_BEFORE.search(place.left) is not None


def _stands_in_a_title(token: Token, place: Place) -> bool:
    """Beside a word that has its capital only from a title: "Friday on My Mind", "The Man Who Was Thursday"."""
    on = _TITLE_ON.match(place.right) if place.after[:1].isupper() or place.after in _LINKS else None
    to = _TITLE_TO.search(place.left) if place.before[:1].isupper() or place.before in _SMALL or place.before == "s" else None
    if (
        to is None
        and place.before in ("of", "in", "the")
        and token.rule in ("month", "weekday", "season", "calendar_day", "feast")
    ):
        to = (_BORN_ON if token.rule == "calendar_day" else _OF_A_MONTH).search(place.left)
        if to is not None and opens_sentence(place.text, place.start - len(to[0])):
            to = None
    if ((on is None or _CLAUSE.match(on[0])) and to is None) or place.in_headline():
        return False
    if on is not None and not _CLAUSE.match(on[0]):
        return True
    assert to is not None
    opener = to.groupdict().get("word") in naming.OPENERS
    return not (opener and opens_sentence(place.text, place.start - len(to[0])))


def is_dated_title(text: str, start: int, end: int) -> bool:
    """Whether a date with its year is a title: "September 1, 1939 is a poem by Auden"; "Yeats wrote Easter, 1916".

    >>> is_dated_title("September 1, 1939 is a poem by Auden", 0, 17), is_dated_title("May 1968 was a time of hope", 0, 8)
    (True, False)
    """
    if text.startswith((" is ", " was ", " ("), end):
        return _BY_SOMEONE.match(text, end) is not None
    if not text.startswith("Easter, ", start) or text[end : end + 1] == ",":
        return False
    return _WROTE.search(text, max(0, start - 12), start) is not None


def _is_told_of(token: Token, place: Place) -> bool:
    """Said to be a song or a film, or sung, filmed, written."""
    before, after = place.before, place.after
    if after == ":" and place.opens() and _SUBTITLE.match(place.right) and not place.in_headline():
        return True
    if token.rule == "weekday" and _acts_behind(place) and _BOOK_OF.search(place.left):
        return True
    if after[:1].isupper() or after in _PREDICATE_ON:
        chain = _CHAIN.match(place.right)
        if chain is not None and _PREDICATE.match(place.right, chain.end()):
            return True
        if chain is not None and _NAMED_THING.match(place.right, chain.end()) and not _dates_the_clause(place, chain[0]):
            return True
    if token.rule in _BARE and token.rule != "weekday":
        if before in _MAKING_LAST and _SURELY_MAKING.search(place.left):
            return True
        if after == "by" and _BY.match(place.right) and _PLAYING.search(place.left):
            return True
    if before in ("s", "'", "’") and token.rule in ("month", "year", "weekday") and _OF_SOMEONE.search(place.left):
        return _NO_THING.match(place.right) is not None
    return before in naming.MAKING and token.rule in ("year", "feast_year")


def _dates_the_clause(place: Place, chain: str) -> bool:
    """ "In 1950 Dubai was a village", "Today Barbie is a brand"."""
    leads = place.before.lower()
    return "," in chain or (place.timed and leads != "of") or leads == "on" or place.words in ("Today", "Yesterday")


def _acts_behind(place: Place) -> bool:
    """Whether a verb follows, as behind a subject: "McEwan's novel Saturday won a prize"."""
    return place.before[:1].islower() and place.after in ("won", "was", "is", "has", "had", "sold", "made", "tells", "became")
