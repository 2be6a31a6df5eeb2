"""Numbers that look like a year and count, measure, price or name something: "2000 people", "room 1985", "1600 x 1200"."""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import verbs
from timeline.languages.en.context import TIME_BEFORE, Place, opens_sentence, place


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
    pesos rand yuan dirhams dinars lira shekels ringgit baht x by of strong apiece each more other others sq cubic metric
    horsepower am fm freestyle thousand million billion litre liter tonne ton mile foot yard pound kilo kilos k
    """
)
_ONE_LETTER = re.compile(r" [B-HJ-Z](?![\w'’]|\.[ \w])")
_HYPHENED = re.compile(
    r"-(?:seat|seater|word|mile|foot|ton|tonne|strong|acre|member|page|bed|room|metre|meter|pound|volt|watt|person|man|kilometre|kilometer|"
    r"litre|liter|horsepower|capacity|point|yard|plus|odd|hectare|calorie|degree|unit|vote|piece|square|student|car|barrel|gallon|kg|km|kw|mw|"
    r"lb|ft|megawatt|kilowatt|line|ship|pixel|inch|gram|dollar|euro|hour|lot|part|row|bus|home|house|space|name|item|song|question|tree|head)s?\b"
)
_AMOUNT_OF = re.compile(
    r"\b(?:population|crowd|total|number|staff|capacity|height|altitude|depth|average|squad|garrison|village|town|crew|army|force|herd|flock|"
    r"audience|maximum|minimum|sum|cost|price|fee|fine|range|length|weight|speed|power|rating|score|index|team|company|workforce|congregation|"
    r"fleet|majority|readership|circulation|enrolment|enrollment|attendance|salary|rent|gathering|membership|community|parish|distance|tally|"
    r"throng|mob|group|turnout|elevation|list|collection|library|stock|intake) of\s+$"
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
    r"edged down|crept up|inched up|was|score|vote|rating)\s+to\s+$"
)
_CODE_IS = re.compile(
    r"\b(?:code|password|pin|number|numbers|combination|badge|pincode|passcode|extension|pass|answer|result|total|score|tally|figure|sum|balance|rating|"
    r"record)\s+(?:is|was|are|were|stood at|stands at|read|reads)\s+$",
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
_THE = re.compile(r"(?:\bthe|['’]s|s['’])\s$", re.IGNORECASE)
_NO_THING = re.compile(r"(?:[.;!?]|$| (?:in|was|at|is|on|had|invited|or|for|with)\b)")
_OF_THE = re.compile(r"\b(?:of|all|among) (?:the )?$", re.IGNORECASE)
_DONE = re.compile(r" [a-z]+(?:ed|en)(?:[,.;]| (?:were|was|had|are|have|is)\b)")
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
    Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday BC AD II III IV Great Final Finals Awards Conference Revolution
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
        _is_amount(place, before, after) or _is_score(place) or _is_code(place, before) or _is_address(place) or _counts_a_plural(place, before)
    )


def _is_amount(place: Place, before: str, after: str) -> bool:
    left, right = place.left, place.right
    if (after in _COUNTED and right[:1] in " \n") or (after and after in "%°$€£×"):
        return not (after in ("of", "each", "more", "other", "by", "x") and place.timed)
    if _ONE_LETTER.match(right) or _HYPHENED.match(right) or _AMOUNT_OF.search(left):
        return True
    if _QUANTITY.search(left) and not _DATING.search(left) and _counts_people(after):
        return True
    if after in ("were", "have", "are") and not place.timed:
        return True
    return _MEASURES.search(left) is not None or _CHANGED_TO.search(left) is not None


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
    if _THE.search(place.left) and _NO_THING.match(place.right):
        return True
    return _OF_THE.search(place.left) is not None and _DONE.match(place.right) is not None and not place.before.lower() == "of"


def _is_code(place: Place, before: str) -> bool:
    """Room 1985, the code is 1812, Messier 1952."""
    if before.rstrip(".") in _LABELS or place.before == "-" or _CODE_IS.search(place.left):
        return True
    word = place.before
    if not word[:1].isupper() or place.text[place.start - 1 : place.start] != " ":
        return False
    if word.rstrip(".") in _EVENTS or word.endswith("ed") or place.after in (")", "-", "–") or place.after in _WITH_A_YEAR:
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
    return place.before == "in" and re.match(r" [A-Z][a-z]+, [A-Z]|(?: [A-Z][a-z]+)\.$", place.right) is not None


def _is_the(place: Place) -> bool:
    return place.before.lower() in ("the", "a", "its", "his", "her", "their", "our", "this")


def _counts_a_plural(place: Place, before: str) -> bool:
    after = place.after
    return after.islower() and after.endswith("s") and len(after) > 3 and not after.endswith("ss") and (
        before not in TIME_BEFORE - {"and", "or", "than", "for", "of", "about", "around"} or before == "than"
    )


def is_decade_of(token: Token, place: Place) -> bool:
    """In his 30s, in the low 20s; "the mercury hit the 90s", where no century is told."""
    before = place.before.lower()
    if before in _OF_PEOPLE or before in ("high", "low", "upper", "lower"):
        return before in _OF_PEOPLE or len(place.words) < 5
    two_digits = re.fullmatch(r"(?:the )?[1-9]0s", place.words, re.IGNORECASE) is not None
    return two_digits and (_HEAT.search(place.left) is not None or _HEAT.search(place.right) is not None)


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


__all__ = ["is_circa_count", "is_count", "is_decade_of", "is_rank", "opens_sentence"]
