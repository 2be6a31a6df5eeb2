"""English verb forms that tell which way a clause looks. Tables only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Auxiliaries that look ahead.
AHEAD = _words("will shall would won't wouldn't going may might can could should must")
# Participles that look ahead, with or without an auxiliary: "is expected in May", "scheduled for Monday".
AHEAD_PARTICIPLES = _words(
    "expected scheduled due slated planned supposed bound poised projected forecast likely payable effective"
)
# Finite verbs that look ahead before "to", "on" or "for".
AHEAD_VERBS = _words("plan plans hope hopes intend intends expect expects aim aims want wants wish wishes need needs")
# What came about, so that the infinitive behind it looks back.
CAME_ABOUT = _words(
    "began begun started continued managed failed used had able forced helped went came tried ceased happened refused"
)
# After these a form is an infinitive or a participle, and the word before it tells the tense.
BASE_BEFORE = _words("to will would shall may might can could should must do does did not n't won't didn't don't doesn't cannot")
BE = _words("be been being am")
DETERMINERS = _words("a an the this his her its their our my your of by with no some any each every very")
# After these, what a phrase with "until" or "to" names lies ahead: "postponed until Tuesday".
PUT_OFF = _words("postponed delayed extended deferred adjourned rescheduled moved pushed suspended")
# Behind these an infinitive lies ahead, though they are told in the past: "promised to reply by Friday".
COMMITTED = _words(
    """
    promised threatened agreed vowed ordered urged decided hoped pledged offered asked told invited wanted
    intended planned planning meant warned swore asks tells urges promises threatens vows orders agrees offers
    hoping aiming able ready willing likely certain sure bound instructed advised allowed permitted required
    obliged scheduled chance chances plans plan deal bid effort attempt
    """
)
WAS = _words("was were had did been")
# In the present tense these tell what is on the programme: "the film, which opens on Monday".
ON_THE_PROGRAMME = _words(
    """
    meets opens begins starts leaves arrives plays returns visits votes resumes expires goes ends closes runs
    takes comes falls launches kicks premieres faces hosts fights turns marries reopens airs lands departs retires
    appears travels flies hits drops announces reports reconvenes lapses concludes convenes heads finishes
    """
)
# What makes a sentence one in the present tense, or a call to do something.
PRESENT = ON_THE_PROGRAMME | _words(
    """
    is are am 's 're 'm isn't aren't be i'm we're they're you're he's she's it's remain remains stay stays meet
    open begin start leave arrive play return visit vote resume expire go end close run take come fall launch face
    host fight turn marry reopen need needs want wants expect expects hope hopes plan plans looking join see don't
    gonna say says think thinks believe believes free
    """
)
# After "to" these begin no verb.
NO_VERB = _words(
    "the a an his her its their our my your this that these those it him them us me you one two three all each every"
)

# Past forms that differ from the base form.
PAST = _words(
    """
    said told went came took made got gave found thought saw knew became left felt brought began kept held wrote
    stood heard met ran paid sat spoke led grew lost fell sent built understood drew broke spent rose drove bought
    wore chose won fought caught taught sought sold struck shook threw flew hid swore sang sank rang rode froze
    stole woke blew bore shot fled hung dealt lent swept slept bent crept stuck swung withdrew overtook undertook
    ate drank dug fed forgot forbade foresaw laid lay lit meant mistook overcame proved rewrote sewed shone shrank
    slid sped spun sprang stank strode strove swam tore wept wound wove arose awoke befell bound bred clung cost
    cut hit hurt let put quit shut split spread burst cast
    """
)
# End in -ed and are no past.
NOT_PAST = _words("need indeed speed feed seed weed breed exceed proceed succeed hundred sacred wicked naked united red bed shed")

# Every word but the regular past forms that can tell the tense of a clause.
TELLING = (
    AHEAD | AHEAD_PARTICIPLES | AHEAD_VERBS | ON_THE_PROGRAMME | PAST | _words("to is are was were has have had did set after 's")
)
