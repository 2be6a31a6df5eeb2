"""The words around a number of four digits that tell whether it is a year. Tables only."""

from __future__ import annotations

from timeline.languages.en.wordlists import words_of

# ---------------------------------------------------------------- what a number counts and measures

# Behind it: what it counts when it is no year.
COUNTED = words_of(
    """
    people men women children dollars pounds euros yen won miles kilometers kilometres meters metres feet tons tonnes acres
    hectares votes points jobs homes houses students workers soldiers troops employees residents copies square km kg mph hp
    percent per cent rpm calories gallons liters litres barrels shares times words pages sheep cattle deer elk fish salmon
    trout geese mice swine police staff personnel aircraft offspring head souls yards lb lbs kgs ft oz cc ml mm cm mah kwh gb
    mb tb hz khz mhz ghz kw mw gw watts volts amps lumens pixels degrees fathoms knots kilowatt megawatt gigawatt kilowatts
    megawatts light rupees roubles rubles kronor kroner crowns francs pesos rand yuan dirhams dinars lira shekels ringgit baht
    of strong apiece each more other others sq cubic metric horsepower am fm freestyle celsius fahrenheit kelvin kcal m l g ha
    v dpi fps kbps mbps gbps kpa mbar hpa millibars lux thousand million billion litre liter tonne ton mile foot yard pound
    kilo kilos k watt volt amp metre meter kilometre kilometer gram word acre seat page calorie gallon bushel ms li stadia stone
    denarii koku tsubo ryo mu jin verst lei naira kwacha cedi birr taka kip tenge zloty forint lire kopeks pence rials riyals
    oxen buffalo bison moose shrimp guineas
    """
)
# Behind it: they count, though they end like a verb or stand for people.
PLURAL = words_of(
    """
    were are have fled remain survive survived attended died came went left joined showed turned stood waited may will lost
    wait marched gathered
    """
)
# Behind it: years are told of these, "announced 2016 results".
YEARLY = words_of(
    """
    results earnings sales revenues elections polls profits figures targets primaries accounts finals championships taxes
    harvests floods
    """
)
# Before "of": what has a size, "a crowd of 2000".
SIZES = words_of(
    """
    population crowd total number staff capacity height altitude depth average squad garrison village town crew army force
    herd flock audience maximum minimum sum cost price fee fine range length weight speed power rating score index team
    company workforce congregation fleet majority readership circulation enrolment enrollment attendance salary rent gathering
    membership community parish distance tally throng mob group turnout elevation list collection library stock intake mass
    volume output haul lead margin count bail loan loans raise prize deposit tip wage bonus root budget pension grant reward
    ransom debt profit
    """
)
# Before it: "seats 1800", "costs 2000".
MEASURING = words_of(
    """
    rated ranked numbered numbering number counted scored numbers add plus minus equals subtract divide multiply x × cost
    costs weighs weighed seat seats totaled totalled totals averaged measured scoring paid bet owns employs employed carries
    holds draw draws makes earned earns dial press uses takes charged charges sold sells killed killing injured injuring hired
    """
)
CURRENCIES = words_of(
    """
    USD EUR GBP CHF JPY CNY AUD CAD INR Rs SEK NOK DKK HKD NZD SGD ZAR BRL MXN RM Elo
    """
)
# Before "to", "by", "for" and "in": "rose to 1900", "lost by 1200", "sold for 2000", "a risk of 1 in 2000".
CHANGED_TO = words_of(
    """
    heated cooled preheated fired
    rose fell climbed dropped slipped grew sank jumped rises falls climbs drops slips grows rise fall climb drop grow dipped
    falling rising climbing dropping slipping sinking jumping growing soaring plunging surging
    soared swelled shrank dwindled plunged surged risen fallen grown down up cut raised lifted lowered reduced increased
    decreased doubled came comes amounted amounts was score vote rating
    """
)
SET_TO = words_of(
    """
    set sets turn turned turns count counts counted round rounds point points pointed text raise lower increase reduce limit
    limits limited lost won dial
    """
)
CHANGED_BY = words_of(
    """
    rose fell won lost cut up down increased reduced grew dropped beaten ahead short rises falls
    """
)
SOLD_FOR = words_of(
    """
    sold sell sells bought buy buys went go goes traded auctioned valued priced swapped rents hired
    """
)
ONE_IN = words_of(
    """
    hit hits chance odds risk affect affects kill kills about is was for
    """
)
# Before "through", of prices and records: "broke through 1900"; before "above" and the like.
PASSING = words_of("broke breaks breaking broken burst bursts crashed smashed smashes pushed pushes punched")
PRICED = words_of(
    """
    closed ended finished traded trades trading settled opened rose climbed fell dropped slipped dipped jumped broke held stayed
    surged
    """
)
# Before a comma and the number: "the code, 1492,".
KEYS = words_of("code password passcode pin combination room flat suite locker gate extension cell flight badge")
# What shows figures: "the clock said 1930".
DIALS = words_of("clock watch display meter odometer gauge counter dial scale scales altimeter scoreboard timer sensor")
VEHICLES = words_of("train ferry bus coach flight express sailing tram boat plane shuttle")
# Before "of the": "some of the 1500 rooms".
SOME = words_of(
    """
    each some many most half all none few several any both one two three four five six ten dozens hundreds majority third
    """
)
# Several of what is numbered: "folios 1900 to 1940".
NUMBERED = words_of(
    "folios pages pp rooms lots items notes chapters verses lines plates boxes lockers seats rows cells routes nos figures"
)
# Behind its hyphen: "1970-style"; any other makes it a count, "a 2000-seat hall".
STYLE = words_of(
    """
    style era model vintage born set type present now today to through led built winning level plus like only on is
    """
)

# ---------------------------------------------------------------- what a number names

# Before it: "room 1985".
LABELS = words_of(
    """
    room flight page chapter section article no number route highway model channel gate suite box resolution form rfc ieee din
    iso hd windows office server peugeot audi directive bill hb sb lot item note invoice locker port extension patient inmate
    act code lane bus unit apartment bay pier berth figure table case class series version pages sample train hut batch ticket
    car truck engine verse psalm error line docket squadron type size peak hill point grave plot bond flat floor level
    platform track tram lorry van boat buoy bin seat row shelf exhibit file folio ref id serial part sku product formula isin
    issn isbn grant permit licence license plate phone tel fax precinct district ward zone sector block building cabin cell
    ext po dye e h.r hr s.r laserjet filed § ¶ pid node sensor
    """
)
# Before "is": "the code is 1812".
CODES = words_of(
    """
    code password pin number numbers combination badge pincode passcode extension pass answer result total score tally figure
    sum balance rating record id issn isbn count toll
    """
)
# With a capital before a year that is one: "Expo 1970".
EVENTS = words_of(
    """
    Olympics Games Cup Expo Euro Championship Championships Open Election Elections Vision Worlds Copa Festival Fair Summit
    Class Spring Summer Autumn Fall Winter Christmas Easter Agenda Budget Season Born Founded Established Est Copyright
    Vintage Updated Published Since In By Until From Circa Before After Between During And But Around About Late Early Mid
    Year The A An This That Its His Her Their Our My On For Of Was To As Or If When While Where At With Not Only Even Again
    Then So Both Given Through Unlike Like Despite Throughout Till Post Pre Over Nearly Roughly Approximately Eurovision
    Woodstock Tour Report Survey Census Edition Review Q January February March April May June July August September October
    November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday BC AD GMT UTC EST EDT CST CDT MST MDT PST PDT BST CET CEST Great Final Finals Awards Conference Revolution
    """
)
# Behind a year between a name and its thing: "the Clinton 1996 campaign".
OF_A_YEAR = words_of(
    """
    campaign election elections budget report season film album novel book edition vintage tournament championship
    championships final finals summit conference convention race run bid presidential primary primaries annual results revenue
    sales debut title win victory loss defeat draft world general parliamentary study survey tour
    """
)
# With a capital behind a year: "the 1984 Olympics".
NAMED_BY_YEAR = words_of(
    """
    Olympics Olympic World Games Summer Winter Cup I
    """
)
STATES = words_of(
    """
    NSW VIC QLD SA WA TAS ACT NT
    """
)

# ---------------------------------------------------------------- what makes a bare number a year

# Before it, besides the prepositions.
LICENSES = words_of(
    """
    born died est founded established published dated circa c ca copyright updated year years spring summer autumn fall winter
    early mid late and or to than not only even vs versus built opened released since fiscal season both either neither nor
    class vintage election begun started ended formed incorporated chartered maybe perhaps probably possibly approximately
    though although because if when while whether where once said says say think thinks thought believe believes expect
    expects except besides including excluding namely saw see seen about around nearly roughly almost like as was is be were
    being been due payable maturing
    """
)
DETERMINERS = words_of(
    """
    the a an this that its his her their our my your s each every no
    """
)
IS = words_of(
    """
    was is be were being been are
    """
)
# Before "is" and the year: "her best year was 1999".
YEAR_IS = words_of(
    """
    it year date time this that then now when season last first latest previous next since one election
    """
)
# Past forms that are nouns as well: "the 1999 split".
NOUNS_TOO = words_of(
    """
    cut hit put split spread burst cast cost let read felt lead draw run set shot found left
    """
)

# ---------------------------------------------------------------- decades and ordinals

# Before a decade that is an age: "in his 30s".
AGED = words_of("his her their my our your")
# Near "the 70s": degrees, knots and strokes.
DEGREES = words_of(
    """
    temperature temperatures mercury thermometer thermometers highs lows gales wind winds knots degrees golfer golfers shot
    carded round rounds
    """
)
GOLF = words_of(
    """
    bogey bogeyed birdie birdied par parred hole holes tee tees putt putted eagle eagled fairway golfer inning innings
    """
)
# Behind an ordinal: "on the 21st floor".
RANKED = words_of(
    """
    floor floors hole tee green lap story storey page anniversary attempt try ballot hill day minute hour birdie fairway
    inning deck level step rung row seat place position spot line parallel century
    """
)
