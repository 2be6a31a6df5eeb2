"""Titles: films, books, songs, papers and programmes with a word of time in them.

A title is told by capitals where a date has none ("Seven Days in May", "Tomorrow Never Dies"), by what is
said of it ("is a song by"), by who is at work on it ("sang", "filmed"), or by its quotes.
"""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en.context import Place, leaves, opens_sentence

# These have a capital wherever they stand.
_PROPER = frozenset("MONTH WEEKDAY WEEKDAYS FEAST SEASON SEASONS BC AD ZONE Q H HALF_DAY FISCAL CIRCA DECADE".split())
# Capitals for these are a habit of some writers: "in the 20th Century", "late on Friday Night".
_HABIT = frozenset("century date_daypart part daypart_of".split())
_HABIT_BEFORE = frozenset("on in of since by until late early mid last this next from during through the into you".split())

_FUNCTION = r"(?:A|An|The|My|Your|Our|His|Her|Their|Is|Was|Are|Be|Do|Does|Did|Who|What|When|Where|Why|How|Till|Until|Come|Comes|On|In|Of|At|To|For|With|By|And|Or|But|As|Any|Every|Never|Not|No|Once|Another|Other|Ends|Given|From|About|After|Before|Into|Over|Under|Like|Without|Too|So|More|Again|Always|Forever|One|Two|Next|Knows|Will|Live|Later|Ago|Lights|Fever|Bloody|Today|Tonight|Tomorrow|Yesterday|Morning|Night)"
# A word of a title right behind the phrase, behind small ones: "Friday on My Mind".
_TITLE_ON = re.compile(
    rf"['’]?s?(?: (?:on|in|of|at|to|for|with|and|by|the|a))*[ ]{_FUNCTION}(?![\w'’.])(?! [A-Z][a-z]+ (?:Times|Post|Guardian))"
)
_SAID = re.compile(r"(?:The|I|We|You|It|His|Her|Our|My|Their|A|An|In|On|At|But|And|For|As|No|After|Before|When)$")
# A word of a title right before it: "The Man Who Was Thursday".
_TITLE_TO = re.compile(
    r"(?<![\w'’])(?P<word>An?|My|Your|Our|His|Her|Their|Is|Was|Are|Who|What|When|Till|Until|Of|At|To|For|With|By|And|Or|Any|Every|Never|Not|"
    r"No|Once|Another|Ends|Given|Come|Comes|Love|Red|Blue|Black|White|Freaky|Manic|Gloomy|Stormy|Rainy|Bloody|Ruby|Sweet|Happy|Merry|Crazy|Lazy|"
    r"Lonely|Lovely|Little|Golden|Silver|Wild|Dark|Perfect|Everything['’]s|Darling|Dear|Maggie|Goodbye|Hello|Before|Always|Like|Beautiful|Endless|Cruel|"
    r"Next|Last|Pieces of|Buds of|Guns of|Days of|Nights of|Day of|Night of|Children of|Days in|Weeks in|Nights in|Hours in|Sweet|Light in|"
    r"Snows in|Day in|Night in|Moon of|Born on the)(?: (?:on|in|of|at|the))*\s$"
)
_OPENERS = frozenset("A An My Our His Her Their At For With By And Is Was To Of Until Till Last Next Before When Every Another No".split())
_WORK = (
    r"(?:song|film|movie|novel|novella|sitcom|ballad|book|play|comedy|drama|musical|thriller|album|poem|band|single|tune|hymn|opera|standard|"
    r"sequel|series|show|romance|western|cartoon|anthem|slasher|farce|classic|hit|flop|memoir|waltz|blues|documentary|magazine|newspaper|paper|"
    r"weekly|quarterly|lullaby|epic|remake|painting|sculpture|soap|detective|character|game|whodunit|satire|fable|tale|symphony|ballet|podcast|"
    r"programme|program|lecture|noun|verb|essay|sonnet|track|tearjerker|melodrama|cocktail)"
)
_WORK_BEFORE = re.compile(rf"\b{_WORK},? [\"“‘]$")
_OF_WORKS = re.compile(
    rf"(?:is|was|remains) (?:(?:a|an|the|another|his|her|their)(?: [\w’'-]+){{0,2}}? {_WORK}(?! (?:day|night|festival|for|at|release|date))\b"
    r"|by (?:the )?[A-Z]|set in\b|about (?:an? |the )?[a-z]+ (?:who|and|in|on|hunt)|filmed in|on television|banned by)"
    r"|(?:stars|starred|starring|features) [A-Z]|is from [A-Z]|has a sequel|(?:has|have) (?:fast )?(?:zombies|vampires|dinosaurs|[A-Z][a-z]+ [A-Z])"
    r"|won (?:the Booker|the Pulitzer|an Oscar|best picture|[a-z]+ Oscars|a Grammy|the Tony)|made (?:[A-Z][a-z]+ )+(?:a star|famous|rich|a legend)"
    r"|(?:sold|shocked|bored) (?:millions|audiences)|opens with|tops the charts|closes the (?:album|film)"
)
_MAKING = (
    r"(?:sang|sings|sing|sung|singing|hums|hummed|humming|whistled|filmed|directed|wrote|penned|recorded|covered|shot|adapted|staged|titled|entitled|"
    r"called|film|movie|novel|song|musical|album|sitcom|ballad|poem|single|series|hit|reread|recited|crooned|belted|starred in|stars in|plays in|"
    r"appeared in|taught|read|reads|watched|rewatched|made)"
)
_MAKER = re.compile(rf"(?<![\w'’]){_MAKING}(?: out)?(?: the song| the film| the novel)? $")
_SURE_MAKER = re.compile(
    r"(?<![\w'’])(?:sang|sings|sing|directed|hums|hummed|whistled|crooned|belted out|titled|entitled|starred in|stars in|album called|film called|"
    r"(?:the|a|his|her|their|hit|new|[A-Z][a-z]+) (?:film|novel|song|sitcom|ballad|musical|album|movie)) $"
)
_BY = re.compile(r" by (?:the )?[A-Z][\w.]+")
_SING = re.compile(r"(?<!\w)(?:sang|sings|hums|hummed|played|plays|danced to|recorded|wrote|filmed|staged|in|film|song|novel|musical) $")
_CHAIN_LEFT = re.compile(r"(?:(?:[A-Z][\w’'.-]*|\d+|of|in|on|the|a|and|for|at|to)[ ,:]{1,2})+$")
_CHAIN_RIGHT = re.compile(
    r"(?:['’]s)?(?:[,:]? (?:[A-Z][\w’'-]*|\d+|of|in|on|the|a|and|for|at|to|by|with))*(?: \([A-Z][^)]{0,40}\))?[ ,]{1,2}"
)
_POSSESSIVE = re.compile(r"\b[A-Z]\w+(?:['’]s|s['’]) $")
_THING_LESS = re.compile(r"\s*(?:$|[.,;!?]|(?:is|has|won|stars|made|and|sold) )")
_QUOTED_TO = re.compile(r"[\"“‘]([^\"“”‘’\n]{0,50})$")
_QUOTED_ON = re.compile(r"([^\"“”\n]{0,50}?)([,.]?)[\"”’](?!\w)(.{0,12})")
# Names that nothing beside them tells from a date.
_FAMOUS = re.compile(
    r"(?:USA TODAY|USA Today|Psychology Today|Russia Today|Christianity Today|India Today|Saturday Night Live|Scotland on Sunday|"
    r"(?:The )?(?:Mail|Independent|Observer) on Sunday|Sunday Morning|Ash Wednesday by|Sunday in the Park|Midnight in Paris|"
    r"Midnight Special|Round Midnight|August: Osage County|20th Century Fox|21st Century Fox|Year Zero|2001: A Space Odyssey|"
    r"Midnight Sun|Tonight with|Friday I'm in Love|Morning Joe|Fox News Sunday|[Ii]des of March|Meet the Press|This Week|Monday Night Raw|Noon Street|Night Train)"
)

_BARE = frozenset("month weekday weekdays year dayword tonight hour feast season units".split())


def capitals(token: Token) -> tuple[tuple[int, int], ...]:
    """Where in the phrase words stand with a capital that no date needs."""
    return tuple((t.start, t.end) for t in leaves(token) if t.kind not in _PROPER and t.text[:1].isupper() and not t.text[1:].isupper())


def is_title(token: Token, place: Place) -> bool:
    """Whether the phrase is a title or belongs to one."""
    return (
        _is_famous(place)
        or _is_capitalised(token, place)
        or _is_quoted(token, place)
        or _stands_in_a_title(place)
        or _is_told_of(token, place)
    )


def _is_famous(place: Place) -> bool:
    low, high = max(0, place.start - 24), place.end + 24
    return any(
        m.start() < place.end and place.start < m.end() and (m[0] not in ("This Week", "Sunday Morning") or not place.in_headline())
        for m in _FAMOUS.finditer(place.text, low, high)
    )


def _is_capitalised(token: Token, place: Place) -> bool:
    """A word that has a capital though it is no name and opens nothing: "the Daily Mail", "Eight Days a Week"."""
    shift = place.start - token.start
    marked = [at + shift for at, _ in capitals(token)]
    if marked and marked[0] == place.start and place.opens():
        marked = marked[1:]
        if not marked:
            return place.named_on and token.kind in ("SET", "HOUR_ALONE", "DURATION") and not place.in_headline()
    if not marked or place.in_headline():
        return False
    habit = token.rule in _HABIT and (place.before.lower() in _HABIT_BEFORE or (token.rule == "century" and place.opens()))
    return not (habit and not place.named_on)


def _is_quoted(token: Token, place: Place) -> bool:
    """All there is between two quotes, in title case: "60 Minutes", "Born on the Fourth of July"."""
    left = _QUOTED_TO.search(place.left)
    right = _QUOTED_ON.match(place.right)
    if left is None or right is None:
        return False
    inner = left[1] + place.words + right[1]
    if not inner[0].isupper() and not inner[0].isdigit():
        return False
    if any(len(word) > 3 and word[0].islower() for word in inner.split()):
        return False
    alone = not left[1].strip() and not right[1].strip()
    if alone and token.rule not in _BARE and token.kind != "DURATION" and not capitals(token):
        return False
    if alone and _WORK_BEFORE.search(place.left):
        return True
    return not right[2] or any(at > token.start or not alone for at, _ in capitals(token))


def _stands_in_a_title(place: Place) -> bool:
    """Beside a word that has its capital only from a title: "Friday on My Mind", "The Man Who Was Thursday"."""
    on = _TITLE_ON.match(place.right)
    if on is not None and not (_SAID.search(on[0]) and on[0].count(" ") == 1) and not place.in_headline():
        return True
    to = _TITLE_TO.search(place.left)
    if to is None or place.in_headline():
        return False
    first = place.start - len(to[0])
    return not (to["word"] in _OPENERS and opens_sentence(place.text, first))


def _is_told_of(token: Token, place: Place) -> bool:
    """Said to be a song or a film, or sung, filmed, written."""
    chain = _CHAIN_RIGHT.match(place.right)
    if chain is not None and _OF_WORKS.match(place.right, chain.end()):
        return True
    bare = token.rule in _BARE and token.rule != "weekday"
    if bare and _SURE_MAKER.search(place.left):
        return True
    if _BY.match(place.right) and _SING.search(place.left) and bare:
        return True
    if token.rule in ("month", "year", "weekday") and _POSSESSIVE.search(place.left) and not place.opens():
        return _THING_LESS.match(place.right) is not None
    return token.rule in ("year", "feast_year") and _MAKER.search(place.left) is not None
