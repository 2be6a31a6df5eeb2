"""English nouns, and words that go with them, that look back or ahead of their own accord. Tables only."""

from __future__ import annotations

from timeline.languages.en.wordlists import words_of

# What nobody plans: told of, it has happened.
HAPPENED = words_of(
    """
    accident accidents arrest arrests assassination attack attacks blast blasts blaze bombing bombings bloodshed clash
    clashes collapse collision crackdown crash crashes cyclone death deaths derailment disaster downpour drowning
    earthquake eruption escape explosion explosions failure fire fires flood floods gunfight hijacking incident
    kidnapping killing killings landslide massacre murder murders outage outburst plunge quake raid raids rampage
    rescue resignation revelation riot riots robbery rout sell-off selloff shooting shootings slaying slump spill
    stabbing stampede storm storms theft tornado tornadoes tragedy triumph tsunami typhoon violence victory damage
    wreck ambush seizure abduction disappearance discovery sacking firing ouster dismissal conviction injury injuries
    """
)
# The same, where it is somebody's: "her win on Sunday".
WON = words_of("win loss losses fall drop slide decline gains rise surge jump defeat draw visit speech remarks ruling appearance")
# What came of something, behind "Tuesday's": it is over unless one waits for it.
OUTCOME = HAPPENED | words_of(
    """
    win wins loss losses upset fall drop slide decline gains announcement announcements comment comments deal decision
    gain goal goals indictment jump order performance rally rebound remarks result results ruling rulings score
    statement surge surprise verdict verdicts close closing high low episode row showing move cut setback draw
    agreement accord letter story article editorial column report reports breach incursion strikes
    """
)
# What stands on the programme: "Tuesday's game" is over or ahead as the clause says.
PROGRAMMED = words_of(
    """
    boycott stoppage vigil blockade shutdown sit-in game games match matches final finals semifinal semi-final race
    fight bout derby concert show gig vote votes election elections poll polls primary primaries caucus caucuses
    referendum ballot runoff summit meeting session hearing trial debate deadline launch festival parade rally march
    wedding funeral ceremony opener exam exams party test tests tie clash meet auction premiere conference talks visit
    speech protest protests walkout strike strikes opening kickoff kick-off forecast weather appointment interview
    marathon rehearsal audition flight
    """
)
# Before "of", "in", "from" or "for" and a day's event, these look back on it …
LOOKS_BACK = words_of(
    """
    victims victim survivors survivor winner winners hero heroes wake aftermath result results toll damage fallout
    lessons loser losers killed died injured wounded hurt blamed response reaction witnesses footage video suspect
    suspects perpetrators replay repeat rubble anger outrage shock scene wreckage fact gunman condemned because light
    despite
    """
)
# … and these look forward to it.
LOOKS_AHEAD = words_of(
    """
    ahead tickets ticket ready doubt doubtful favourite favorite favourites favorites preparing prepare prepares
    preparation preparations prepared training train trains practising practicing gearing bracing braced brace squad
    lineup line-up rehearsing run-up runup buildup build-up eve advance await awaits awaiting awaited anticipation
    anticipated eyes excited pumped pending forward qualified candidates rehearsal rehearsals countdown counting
    psyched stoked available fit registered preview wait waiting waits
    """
)
# What is fixed "for" a day that is to come: "called a strike for Friday".
ARRANGED = words_of(
    """
    set called call calls calling scheduled planned planning plan plans arrange arranged arranging fixed fix booked
    book slated announced meeting hearing session election elections strike vote rally date deadline appointment
    reserved invited delivery convened summoned tipped billed pencilled penciled earmarked cancelled canceled
    rescheduled due ready tickets ticket forecast
    """
)
# "Thanks for Monday": for what has been.
OWED = words_of("sorry thanks thank thankful grateful apologized apologised apologise apologize apology blamed known")
# These are measured for a day that is over, and forecast for one to come: "sales for March", "the high for Monday".
MEASURED = words_of(
    """
    figure figures data sales results numbers reading readings price prices rate earnings profit profits loss takings
    receipts total average high low volume orders output report reports index statistics revenue income exports
    imports inflation
    """
)
# Behind these a bare day is over, and behind those to come: "great match Sunday", "job interview Sunday".
PRAISE = words_of(
    """
    great good amazing awesome fun nice best crazy tough what terrible lovely brilliant incredible worst wild hell thx thanks
    thank miss missed
    """
)
# "Reports on Thursday that …": what was said.
REPORTS = words_of(
    """
    report reports claim claims news announcement announcements statement statements warning warnings word
    confirmation rumours rumors admission admissions revelation revelations acknowledgment acknowledgement ruling
    decision finding findings signs hints disclosure suggestion suggestions assertion comment comments remark remarks
    allegation allegations
    """
)
# "futures for November delivery": the month that a contract is for.
CONTRACTS = words_of("delivery contract contracts futures settlement")
