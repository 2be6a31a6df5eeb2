"""English verb forms that tell which way a clause looks. Tables only."""

from __future__ import annotations

from timeline.languages.en.wordlists import words_of


def _third_person(bases: frozenset[str]) -> frozenset[str]:
    """The forms in -s."""
    return frozenset(
        base[:-1] + "ies"
        if base[-1] == "y" and base[-2] not in "aeou"
        else base + "es"
        if base.endswith(("ch", "sh", "ss", "x", "go"))
        else base + "s"
        for base in bases
    )


# Auxiliaries that look ahead.
MODALS = words_of(
    """
    will shall would won't wont wouldn't wouldnt may might can can't cant could couldn't couldnt should shouldnt must cannot
    wanna gonna gotta 'll ’ll
    """
)
_PERSONS = words_of("i you he she it we they there that who what here")
WILL = words_of("will shall won't wont 'll ’ll") | {person + mark + "ll" for person in _PERSONS for mark in "'’"}
CONTRACTED_WOULD = {person + mark + "d" for person in _PERSONS for mark in "'’"}
# What one refuses, or fails at, with "would not" and "could not": told of a day that is over.
NOT_DONE = words_of(
    """
    say comment discuss elaborate confirm give identify disclose name answer speculate specify talk explain provide
    release reached located contacted verified determined confirmed found learned reach find stop see hear be reveal
    describe account rule
    """
)
# Participles that look ahead, with or without an auxiliary: "is expected in May", "scheduled for Monday".
AHEAD_PARTICIPLES = words_of(
    """
    expected scheduled due slated planned supposed bound poised projected forecast likely payable effective rumored
    rumoured tipped
    """
)
# Finite verbs that look ahead before "to", "on" or "for".
AHEAD_VERBS = words_of("plan plans hope hopes intend intends expect expects aim aims want wants wish wishes need needs")
# Before these participles "had" tells what was not to be: "had hoped to open in May".
WISHED = words_of("hoped planned expected intended wanted meant wished aimed thought vowed promised threatened scheduled sworn")
# What came about, so that the infinitive behind it looks back.
CAME_ABOUT = words_of(
    """
    began begun started continued managed failed used had forced helped went came tried ceased happened refused
    declined neglected
    """
)
# After these a form is an infinitive or a participle, and the word before it tells the tense.
BASE_BEFORE = MODALS | words_of("to do does did not n't didn't don't doesn't let let's please")
BE_PRESENT = words_of("is are am 's ’s isn't aren't isn’t aren’t ain't isnt arent aint") | {
    person + mark + end for person in _PERSONS for mark in "'’" for end in ("s", "re", "m")
}
BE = BE_PRESENT | words_of("be been being get gets getting remain remains stay stays keep keeps stands")
DETERMINERS = words_of("a an the this his her its their our my your of by with no some any each every very")
NUMBERS = words_of("one two three four five six seven eight nine ten several few many more both")
# After these, what a phrase with "until" or "to" names lies ahead: "postponed until Tuesday".
PUT_OFF = words_of(
    """
    postponed delayed extended deferred adjourned rescheduled moved pushed suspended put shifted advanced given gave
    give granted allowed gives cancelled canceled remanded barred
    """
)
# Behind these an infinitive lies ahead, though they are told in the past: "promised to reply by Friday".
COMMITTED = words_of(
    """
    promised threatened agreed vowed ordered urged decided hoped pledged offered asked told invited wanted intended
    planned planning meant warned swore asks tells urges promises threatens vows orders agrees offers hoping aiming
    ready willing likely certain sure bound instructed advised allowed permitted required obliged scheduled chance
    chances plans plan deal bid effort attempt preparing preparations prepared persuaded convinced decision course
    track time right promise pledge threat agreement proposal request order looking wanting seeking demanded requested
    begged committed obligated reminded summoned deadline
    """
)
# Behind these "that" and a bare verb, or "by" and a day, tell what is asked for: "proposed that the talks resume on Friday".
ASKED_FOR = words_of(
    """
    promised demanded pledged ordered wanted requested sought proposed suggested recommended insisted asked urged
    required guaranteed stipulated seeking demands wants
    """
)
WAS = words_of("was were had did been")
# These name what was said: what they govern is a clause with a tense of its own.
SPEECH = words_of(
    """
    said told announced added believed reported confirmed warned predicted thought stated claimed hoped knew noted
    insisted testified wrote tweeted argued acknowledged revealed says say tells believe believes warn warns fear
    feared
    """
)
# A sentence that opens with one of these tells where something was said: "Speaking on Monday, he …".
SPEAKING = words_of("speaking talking addressing writing testifying appearing")
# In the present, with a participle or in -ing, these tell of what has happened.
LOOKING_BACK = words_of(
    """
    accused charged suspected convicted blamed praised known remembered dated survived mourned credited wanted
    recovering investigating searching mourning reviewing probing reeling hunting treating grieving celebrating
    """
)
# In the present tense these tell what is on the programme: "the film, which opens on Monday" …
_PROGRAMME = words_of(
    """
    meet open begin resume arrive expire go close premiere take come marry reopen depart retire appear travel announce
    reconvene lapse conclude convene finish hold get give join elect decide speak become celebrate sing perform unveil
    deliver undergo enter kick mature adjourn graduate wed defend inaugurate compete seek gather assemble sit continue
    do have make sail swear testify try choose pay sell lead mean rise bring hear restart install skate unite lift
    ease expand wrap stomp crown canonize bury
    """
)
# … and these, which may be nouns: "plays", "votes".
_PROGRAMME_NOUNS = words_of(
    """
    play leave return visit vote end run fall launch face host fight turn land fly hit drop report head release start
    air stage screen move stand tour welcome debate fill ring address battle race ride rest back switch step quit tee
    debut stop clash line rally march
    """
)
ON_THE_PROGRAMME = _third_person(_PROGRAMME) - {"haves"}
ON_THE_PROGRAMME_OR_NOUN = _third_person(_PROGRAMME_NOUNS)
PROGRAMME_BASE = _PROGRAMME - {"open", "close", "have", "mean", "lead"}
PROGRAMME_BASE_OR_NOUN = _PROGRAMME_NOUNS | {"open", "close"}
NOUNS_TOO = PROGRAMME_BASE_OR_NOUN | ON_THE_PROGRAMME_OR_NOUN
# Behind the day of an event these tell what came of it: "the crash on Sunday leaves 12 dead".
RESULT = words_of(
    "leaves shows puts makes sends brings highlights underscores underlines reflects follows raises proves suggests"
)
# What is on a programme, in a headline, too: "School starts Monday". A market "opens lower".
SCHEDULED = words_of(
    "starts start begins begin reopens reopen returns return resumes resume premieres debuts kicks airs expires launches"
)
# A sentence that opens with one of these calls to do something.
CALLS = words_of(
    """
    ask join come remember don't don’t make bring wish meet vote buy get catch watch stay check register sign mark expect
    look let let's let’s please keep set call visit see tune grab wear be save book enter listen win celebrate
    """
)
# Notes without a subject that open with one of these tell of a plan: "seeing the band Friday".
ON_THE_WAY = words_of(
    "seeing going having heading flying playing getting meeting moving leaving doing taking visiting travelling"
)
# What makes a sentence one in the present tense.
PRESENT = (
    ON_THE_PROGRAMME
    | ON_THE_PROGRAMME_OR_NOUN
    | PROGRAMME_BASE
    | PROGRAMME_BASE_OR_NOUN
    | BE_PRESENT
    | words_of(
        """
    be remain remains stay stays need needs want wants expect expects hope hopes plan plans looking see don't gonna
    says say think thinks believe believes free await awaits depend depends hinge hinges prepare prepares gear
    gears brace braces trail trails
    """
    )
)
# After "to" these begin no verb.
NO_VERB = words_of(
    """
    the a an his her its their our my your this that these those it him them us me you one two three all each every ,
    ; : both some several many more at
    m mn bn tn million billion trillion percent per pct cents
    hospital court jail prison school college church town bed death victory power safety
    """
)
# After "has" and "have" these begin what is owned, and no perfect.
OWNED = words_of(
    "a an the no two three four five six his her its their my our your another plans tickets work school something nothing"
)

# Past forms that differ from the base form.
PAST = words_of(
    """
    said told went came took made got gave found thought saw knew became left felt brought began kept held wrote stood
    heard met ran paid sat spoke led grew lost fell sent built understood drew broke spent rose drove bought wore
    chose won fought caught taught sought sold struck shook threw flew hid swore sang sank rang rode froze stole woke
    blew bore shot fled hung dealt lent swept slept bent crept stuck swung withdrew overtook undertook ate drank dug
    fed forgot forbade foresaw laid lay lit meant mistook overcame proved rewrote sewed shone shrank slid sped spun
    sprang stank strode strove swam tore wept wound wove arose awoke befell bound bred clung cost beat bet read cut
    hit hurt let put quit shut split spread burst cast wed upheld beset overthrew outran forgave forewent learnt burnt
    dreamt spelt spilt leapt begun sunk sung drunk rung swum undone redone born done gone seen given taken shown known
    written beaten thrown driven stolen broken spoken chosen fallen risen hidden worn torn sworn frozen flown drawn
    grown eaten forgotten forgiven withdrawn overthrown undertaken shaken
    """
)
# End in -ed and are no past.
NOT_PAST = words_of(
    """
    need indeed speed feed seed weed breed exceed proceed succeed hundred sacred wicked naked united red bed shed fed
    deed greed creed reed embed unprecedented
    """
)
# Adverbs between an auxiliary and its verb.
ADVERBS = words_of(
    """
    not also already just never still now soon always even then yet only nt so all both again ever once since long
    twice often
    """
)
