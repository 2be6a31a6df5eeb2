"""Numbers that look like a year and count, measure, price or name something: "2000 people", "room 1985", "1600 x 1200"."""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import verbs
from timeline.languages.en.context import TIME_BEFORE, Place, place


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a number of four digits counts when it is no year.
_COUNTED = _words(
    """
    people men women children dollars pounds euros yen won miles kilometers kilometres meters metres feet tons
    tonnes acres hectares votes points jobs homes houses students workers soldiers troops employees residents
    copies square km kg mph hp percent per cent rpm calories gallons liters litres barrels shares times words
    pages sheep cattle deer elk fish salmon trout geese mice swine police staff personnel aircraft offspring head souls
    yards lb lbs kgs ft oz cc ml mm cm mah kwh gb mb tb hz khz mhz ghz kw mw gw watts volts amps lumens pixels degrees
    fathoms knots kilowatt megawatt gigawatt kilowatts megawatts light rupees roubles rubles kronor kroner crowns francs
    pesos rand yuan dirhams dinars lira shekels ringgit baht of strong apiece each more other others sq cubic metric
    horsepower am fm freestyle celsius fahrenheit kelvin kcal m l g ha v dpi fps kbps mbps gbps kpa mbar hpa millibars lux thousand million billion litre liter tonne ton mile foot yard pound kilo kilos k
    """
)
_ONE_LETTER = re.compile(r" [B-HJ-Z](?![\w'’]|\.[ \w])")
# "A 2000-seat hall"; but "1970-style", "1999-born".
_HYPHENED = re.compile(
    r"-(?!(?:style|era|model|vintage|born|set|type|present|now|today|to|through|led|built|winning|level|plus|like|only|on|is)\b)[a-z]+(?<![a-z]{2}ed)\b"
)
_AMOUNT_OF = re.compile(
    r"\b(?:population|crowd|total|number|staff|capacity|height|altitude|depth|average|squad|garrison|village|town|crew|army|force|herd|flock|"
    r"audience|maximum|minimum|sum|cost|price|fee|fine|range|length|weight|speed|power|rating|score|index|team|company|workforce|congregation|"
    r"fleet|majority|readership|circulation|enrolment|enrollment|attendance|salary|rent|gathering|membership|community|parish|distance|tally|"
    r"throng|mob|group|turnout|elevation|list|collection|library|stock|intake|mass|volume|output|haul|lead|margin|count|bail|loans?|raise|prize|deposit|tip|wage|salary|bonus|root|budget|pension|grant|reward|ransom|debt|profit) of\s+$"
)
_QUANTITY = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|up to|as many as|no fewer than|some|another|only|nearly|almost|over|all|exactly|"
    r"about|around|roughly|approximately|another|these|those|every|under|just|the other|additional|an extra|a further|or so|well over)\s+$",
    re.IGNORECASE,
)
_PLURAL = _words("were are have fled remain survive survived attended died came went left joined showed turned stood waited may will lost wait marched gathered")
_DATING = re.compile(r"\b(?:since|in|by|until|till|from|before|after|to|dating|of|circa|back)\s+(?:[a-z]+\s+){1,2}$", re.IGNORECASE)
_CHANGED_TO = re.compile(
    r"\b(?:rose|fell|climbed|dropped|slipped|grew|sank|jumped|rises|falls|climbs|drops|slips|grows|rise|fall|climb|drop|grow|dipped|soared|swelled|"
    r"shrank|dwindled|plunged|surged|ticked up|risen|fallen|grown|down|up|cut|raised|lifted|lowered|reduced|increased|decreased|doubled|edged up|"
    r"came|comes|amounted|amounts|adds up|added up|edged down|crept up|inched up|was|score|vote|rating)\s+to\s+$"
)
_SET_TO = re.compile(
    r"\b(?:set|sets|turn|turned|turns|counts?|counted|rounds?|points?|pointed|text|raise|lower|increase|reduce|limit|limits|limited|lost|won|dial)\b"
    r"(?: up| down)?(?: (?!back|date|election)\w+){0,2} to $|\bone to $",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(r"\b(?:rose|fell|won|lost|cut|up|down|increased|reduced|grew|dropped|beaten|ahead|short|rises|falls) by (?:some |about )?$")
_SOLD_FOR = re.compile(r"\b(?:sold|sells?|bought|buys?|went|go|goes|traded|auctioned|valued|priced|swapped|rents|hired)(?: (?!back)\w+){0,2} for $")
_ONE_IN = re.compile(r"(?:(?:^|[.!?] )One in|\b(?:hit|hits|chance|odds|risk|affects?|kills?|about|is|was|for) (?:one|1) in) $")
_CODE_IS = re.compile(
    r"\b(?:code|password|pin|number|numbers|combination|badge|pincode|passcode|extension|pass|answer|result|total|score|tally|figure|sum|balance|rating|"
    r"record|id|issn|isbn|count|toll)\s+(?:is|was|are|were|stood at|stands at|read|reads)\s+$",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"(?:\b(?:rated|ranked|numbered|numbering|number|counted|scored|numbers|add|plus|minus|equals|subtract|divide|multiply|multiplied by|divided by|x|×|"
    r"costs?|weighs|weighed|seats?|totall?ed|totals|averaged|measured|scoring|paid|bet|owns|employs|employed|carries|holds|draws?|makes|earned|earns|dial|press|uses|"
    r"takes|charged|charges|sold|sells|killed|killing|injured|injuring|hired)|(?:USD|EUR|GBP|CHF|JPY|CNY|AUD|CAD|INR|Rs\.?|SEK|NOK|DKK|"
    r"HKD|NZD|SGD|ZAR|BRL|MXN|RM|Elo))\s+$",
    re.IGNORECASE,
)
_TO_A_NUMBER = re.compile(r" (?:to|by|x|×) (\d{1,4}|one|two|three|four|five)\b(?! [A-Z]|,? \d)")
_FROM_A_NUMBER = re.compile(r"\b(\d{4}) (?:to|by|x|×) $")
# Before a year that stands alone, besides the prepositions.
_LICENSES = _words(
    """
    born died est founded established published dated circa c ca copyright updated year years spring summer autumn fall winter
    early mid late and or to than not only even vs versus built opened released since fiscal season both either neither nor
    class vintage election begun started ended formed incorporated chartered maybe perhaps probably possibly approximately though although because if when while whether where once said says say
    think thinks thought believe believes expect expects except besides including excluding namely saw see seen
    about around nearly roughly almost like as was is be were being been
    """
)
_DETERMINERS = _words("the a an this that its his her their our my your s each every no")
_YEAR_IS = re.compile(
    r"\b(?:it|year|date|time|this|that|then|now|when|season|last|first|latest|previous|next|since|one|election)\b[^.]{0,30}?(?:is|was|be|were|being|been|['’]s) $",
    re.IGNORECASE,
)
_NOUNS_TOO = _words("cut hit put split spread burst cast cost let read felt lead draw run set shot found left")
# "Threw 2000 teddy bears"; but "won 2016 midterm elections".
_THINGS = re.compile(r" [a-z-]+ (?!results|earnings|sales|revenues|elections|profits|figures|targets|primaries|accounts|finals|championships)[a-z]+s\b")
_IS = _words("was is be were being been are")
# What no year that stands before a thing has behind it: "the 1905 from Paddington", "left 2000 homeless".
_NO_THING = re.compile(
    r"\s*(?:$|[.;!?]|,(?! \d)|(?:in|was|at|is|on|had|or|for|with|to|from|against|of|by|the|a|an|that|who|which|when|were|have|has|are|will|may|"
    r"can|could|would|but|after|before|until|while|as|homeless|stranded|dead|alone|behind|and(?! (?:the )?\d)|[a-z]+ed (?:in|at|by|the|a|an|to|and)|"
    r"[a-z]+ed[.,;])(?![\w-]))"
)
_WITH_A_YEAR = _words("Olympics Olympic World Games Summer Winter Cup I")
_LABELS = _words(
    """
    room flight page chapter section article no number route highway model channel gate suite box resolution form
    rfc ieee din iso hd windows office server peugeot audi directive bill hb sb lot item note invoice locker port
    extension patient inmate act code lane bus unit apartment bay pier berth figure table case class series
    version pages sample train hut batch ticket car truck engine verse psalm error line docket squadron type size
    peak hill point grave plot bond flat floor level platform track tram lorry van boat buoy bin seat row shelf exhibit
    file folio ref id serial part sku product formula isin issn isbn grant permit licence license plate phone tel fax
    precinct district ward zone sector block building cabin cell ext po dye e h.r hr s.r laserjet filed 
    """
)
# Capitalised words before a year that is one.
_EVENTS = _words(
    """
    Olympics Games Cup Expo Euro Championship Championships Open Election Elections Vision Worlds Copa Festival Fair Summit Class
    Spring Summer Autumn Fall Winter Christmas Easter Agenda Budget Season Born Founded Established Est Copyright Vintage Updated
    Published Since In By Until From Circa Before After Between During And But Around About Late Early Mid Year The A An This That
    Its His Her Their Our My On For Of Was To As Or If When While Where At With Not Only Even Again Then So Both Given Through
    Throughout Till Post Pre Over Nearly Roughly Approximately Eurovision Woodstock Tour Report Survey Census Edition Review Q
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday BC AD GMT UTC EST EDT CST CDT MST MDT PST PDT BST CET CEST Great Final Finals Awards Conference Revolution
    """
)
_MODIFIED = _words(
    """
    campaign election elections budget report season film album novel book edition vintage tournament championship championships
    final finals summit conference convention race run bid presidential primary primaries annual results revenue sales debut
    title win victory loss defeat draft world general parliamentary study survey tour
    """
)
_STATES = _words("NSW VIC QLD SA WA TAS ACT NT")
_HEAT = re.compile(
    r"\b(?:temperatures?|mercury|thermometers?|highs|lows|gales|winds?|knots|degrees|golfers?|shot|carded|rounds?)\b|\bhit the $",
    re.IGNORECASE,
)
_TWO_DIGITS = re.compile(r"(?:the )?[1-9]0s", re.IGNORECASE)
_MARKS = re.compile(r"(?<!\bit)(?<!\bthis)(?<!\bthat)(?<!\bhe)(?<!\bshe)(?<!\bthey)(?<!\bwho) (?:is|are|was|were) in $", re.IGNORECASE)
_GOLF = re.compile(r"\b(?:bogeyed?|birdied?|birdie|parred|par|holes?|tees?|putt|putted|eagled?|fairway|green|golfer|inning|innings)\b", re.IGNORECASE)
_RANKED = _words(
    """
    floor floors hole tee green lap story storey page anniversary attempt try ballot hill day minute hour birdie fairway inning
    ballot deck level step rung row seat place position spot line parallel century
    """
)
_OF_PEOPLE = ("his", "her", "their", "my", "our", "your")


def is_count(place: Place) -> bool:
    """Whether a number of four digits is no year.

    >>> from timeline.languages.en.context import place
    >>> is_count(place("about 2000 people", 6, 10)), is_count(place("In 1999 workers struck.", 3, 7))
    (True, False)
    """
    before, after = place.before.lower(), place.after.lower()
    opened = place.before in ("In", "By", "Since", "Until", "From", "Before", "After", "During")
    if opened or not place.words.isdigit():  # "In 1999 workers struck"
        return False
    return (
        _is_amount(place, before, after)
        or _is_score(place)
        or _is_code(place, before)
        or _is_address(place)
        or _has_no_license(place, before)
        or _counts_a_plural(place, before)
    )


def _is_amount(place: Place, before: str, after: str) -> bool:
    left, right = place.left, place.right
    if (after in _COUNTED and right[:1] in " \n") or (after and after in "%°$€£×"):
        return not (after in ("of", "each", "more", "other") and place.timed)
    if _ONE_LETTER.match(right) or _HYPHENED.match(right) or _AMOUNT_OF.search(left):
        return True
    if _QUANTITY.search(left) and not _DATING.search(left) and _counts_people(after):
        return True
    if after in ("were", "have", "are") and not place.timed:
        return True
    if right.startswith((" in all", " in total", " all told")):
        return True
    return any(clue.search(left) for clue in (_MEASURES, _CHANGED_TO, _SET_TO, _CHANGED_BY, _SOLD_FOR, _ONE_IN))


def _counts_people(word: str) -> bool:
    return word in _PLURAL or word in verbs.PAST or (word[-2:] == "ed" and len(word) > 4)


def _is_score(place: Place) -> bool:
    """1945 to 1912, 2000 to one, 1600 by 1200; "the 1500 was slow"; "of the 2000 invited, …"."""
    number = int(place.words)
    to = _TO_A_NUMBER.match(place.right)
    if to is not None and (not to[1].isdigit() or len(to[1]) < 4 or int(to[1]) <= number) and not place.timed:
        return not (to[1].isdigit() and len(to[1]) == 2)
    from_ = _FROM_A_NUMBER.search(place.left)
    if from_ is not None and int(from_[1]) >= number:
        return True
    return False


def _has_no_license(place: Place, before: str) -> bool:
    """Behind a verb or a noun a number is what was counted: "held 2000", "passed 1900"; behind "the" it wants a thing.

    "The 1999 crash", "born 1999" and "a disputed 2016 vote" are years; "the 1500 was slow", "Police held 1500" are not.
    """
    word = before.rstrip(".")
    if not word.isalpha() or place.before[0].isupper() and word not in _DETERMINERS:
        return False
    if word in _IS:
        return not _YEAR_IS.search(place.left)
    if (word in TIME_BEFORE and word != "the") or word in _LICENSES or place.before.endswith("."):
        return False
    if _NO_THING.match(place.right):
        return True
    behind = place.after.lower()
    if behind in verbs.PAST and (word not in _DETERMINERS or behind not in _NOUNS_TOO):
        return True
    if word in ("has", "have", "had"):
        return place.after.islower()
    return word in verbs.PAST and _THINGS.match(place.right) is not None


def _is_code(place: Place, before: str) -> bool:
    """Room 1985, the code is 1812, Messier 1952."""
    if before.rstrip(".") in _LABELS or place.before == "-" or _CODE_IS.search(place.left):
        return True
    word = place.before
    if not word[:1].isupper() or place.text[place.start - 1 : place.start] != " ":
        return False
    if word.rstrip(".") in _EVENTS or (word.endswith("ed") and word != "United") or place.after in (")", "-", "–") or place.after in _WITH_A_YEAR:
        return False
    return place.after.lower() not in _MODIFIED and not place.in_headline()


def _is_address(place: Place) -> bool:
    """2012 Elm Street; Sydney NSW 2000; "in 2000 Antwerp, Belgium"."""
    if place.before in _STATES:
        return True
    if not place.named_on or len(place.after) < 2 or place.after in _WITH_A_YEAR:
        return False
    if not place.timed and place.before != "on":
        return not _is_the(place)
    return place.before in ("in", "to", "at", "from") and re.match(r" [A-Z][a-z]+, [A-Z]|(?: [A-Z][a-z]+)\.$", place.right) is not None


def _is_the(place: Place) -> bool:
    return place.before.lower() in ("the", "a", "its", "his", "her", "their", "our", "this")


def _counts_a_plural(place: Place, before: str) -> bool:
    after = place.after
    return after.islower() and after.endswith("s") and len(after) > 3 and not after.endswith("ss") and (
        before not in TIME_BEFORE - {"and", "or", "than", "for", "of", "about", "around"} or before == "than"
    )


def is_decade_of(token: Token, place: Place) -> bool:
    """In his early 30s, in the low 20s; "the mercury hit the 90s", where no century is told."""
    before = place.before.lower()
    if before in _OF_PEOPLE:
        return True
    if before in ("high", "low", "upper", "lower"):
        return len(place.words) < 5
    if token.rule != "decade" or not _TWO_DIGITS.fullmatch(place.words):
        return False
    return any(clue.search(side) for clue, side in ((_HEAT, place.left), (_HEAT, place.right), (_MARKS, place.left)))


def is_rank(token: Token, place: Place) -> bool:
    """On the 21st floor; "he bogeyed the 14th"."""
    if place.after in _RANKED:
        return True
    return _GOLF.search(place.left) is not None or _GOLF.search(place.right) is not None


def is_circa_count(text: str, start: int, end: int) -> bool:
    """Whether "about 1900" counts: "About 1900 fled"."""
    whole = place(text, start, end)
    year = place(text, end - 4, end)
    if not year.words.isdigit():
        return False
    if is_count(year):
        return True
    return not whole.timed and _counts_people(year.after.lower())


_YEARS = re.compile(r"\b\d{4}\b")


def is_span_of_counts(place: Place) -> bool:
    """Pages 1911-1914; "from 1200 to 1900 metres"; "between 1500 and 2000 people", where both are round."""
    ends = _YEARS.findall(place.words)
    behind = place.after.lower()
    if len(ends) == 2 and place.right[:1] in " ":
        is_round = all(int(end) % 50 == 0 for end in ends)
        things = behind in _COUNTED or (is_round and behind.endswith("s") and len(behind) > 3 and behind.islower())
        if things and (is_round or not place.opens()):
            return True
        if is_round and (behind in verbs.PAST or behind in _PLURAL or behind.endswith("ed") or _AMOUNT_OF.search(place.left)):
            return True
    if _MEASURES.search(place.left):
        return True
    return place.before.lower().rstrip(".") in _LABELS or _CODE_IS.search(place.left) is not None
