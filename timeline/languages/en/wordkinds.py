"""Words of English by what they do in a sentence, for finding its clauses. Tables only."""

from __future__ import annotations

from timeline.languages.en.inflect import IRREGULAR, PARTICIPLES, PAST, third_person
from timeline.languages.en.verbs import NOT_PAST
from timeline.languages.en.wordlists import words_of

# Verbs whose forms in the present are rarely nouns …
STRONG = words_of(
    """
    say tell know think believe want expect become remain begin include involve contain require allow provide make
    take give get go come see hear feel seem appear mean keep hold bring lead lose pay meet sell send spend build
    understand speak write sit happen continue add apply agree accept achieve announce argue arrive ask assume attend
    attract avoid belong buy carry choose confirm consider consist create decide declare defend deliver deny depend
    describe destroy develop die discuss earn eat employ enable enjoy ensure enter establish exist explain express
    fail follow grow handle identify improve indicate introduce join kill learn live maintain manage mention observe
    obtain occur operate oppose own perform prefer prepare prevent produce promote protect prove publish receive
    recognize recognise refuse reject rely remove replace represent resign retain reveal seek serve solve suffer
    suggest survive teach tend threaten throw treat urge vary warn wear accuse acquire adopt address admit allege
    apologize appoint approve arrest assert assume blame celebrate compete complain condemn conduct convene cooperate
    criticize defeat demonstrate emphasize enforce expand expire extend feature gather hope impose inaugurate inform
    insist intend invite lack lift merge negotiate note overtake persuade pledge praise predict pursue quash reach
    reopen respond resume retire sue summon testify unveil vow withdraw win stand write melt freeze drown grow flow
    erupt explode collapse crumble spill arise emerge vanish disappear eat sing hide rob cheat swear forgive forget
    remember regret mourn weep whisper argue quarrel marry divorce adopt baptize bury depose overthrow invade conquer
    besiege surrender flee occupy liberate annex cede ratify enact amend adjourn dissolve elect nominate inaugurate
    oust impeach indict acquit imprison deport extradite stab injure evacuate heal cure infect vaccinate diagnose
    operate publish translate compose rehearse perform unveil donate borrow invest pay merge acquire bankrupt dismiss
    resign retire recruit
    """
)
# … and those that are verbs in the present only where their neighbours say so.
WEAK = words_of(
    """
    plan call claim offer report show visit vote move start end fall return attack run play work support use need like
    love open close sign rise drop cut hit increase decrease face cost cause mark name order rule rank rate release
    request question debate demand deal count control change challenge charge comment contact contract cover crash
    credit cross damage deposit design direct doubt effect escape estimate exchange export finance fear fight fire
    force form found fund guarantee guard help hurt import influence issue judge jump kick land last launch leave
    limit link look march market matter measure mind notice object pass place point position post present press
    pressure process profit project promise purchase push quote raid raise range record reduce reform regard remark
    repair research rest result risk sail sale save score date rename delay ban reveal face mourn bomb shoot search
    set ship shoot shop sound state step stop strike struggle study supply suspect switch talk target tax test total
    touch trade travel trip trust try turn value view wait walk watch wish wonder worry
    """
)
PRESENT_STRONG = frozenset(third_person(base) for base in STRONG)
PRESENT_WEAK = frozenset(third_person(base) for base in WEAK)

DETERMINERS = words_of(
    "the a an this these those each every some any no all both another either neither several many most few such"
)
POSSESSIVES = words_of("his her its their our my your")
SUBJECTS = words_of("he she they we i everyone somebody someone nobody everybody anyone")
OBJECTS = words_of("him them us me himself herself itself themselves myself ourselves")
EITHER = words_of("it you")
PREPOSITIONS = words_of(
    """
    in on at of for from with by into onto over under above below about against among amid between beyond behind
    beside besides near toward towards through throughout during within without across along around upon despite per
    via off out up down inside outside alongside following regarding concerning including like unlike than except plus
    minus versus worth beneath underneath amongst opposite past round
    """
)
CLAUSAL = words_of("since before after until till as than for")  # before a clause, or before a noun
SUBORDINATORS = words_of("because although though while if unless whether whereas once lest whilst")
RELATIVES = words_of("who which whose whom")
WH = words_of("where when what why how whoever whatever whichever")
COORDINATORS = words_of("and or but nor yet")
MODALS = words_of(
    "will would may might can could shall should must won't wouldn't can't cannot couldn't shouldn't mustn't 'll ’ll"
    " won’t wouldn’t can’t couldn’t shouldn’t"
)
BE_FINITE = words_of("is are am was were isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 're ’re 'm ’m")
BE_OTHER = words_of("be been being")
HAVE = words_of("has have had hasn't haven't hadn't hasn’t haven’t hadn’t 've ’ve 'd ’d")
DO = words_of("do does did don't doesn't didn't don’t doesn’t didn’t")
NUMBERS = words_of(
    """
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands
    million millions billion billions half
    """
)
ADVERBS = words_of(
    """
    not also already just never still now soon always even then only so again ever twice often n't meanwhile however
    later earlier here there instead thus moreover nevertheless nonetheless furthermore indeed therefore perhaps maybe
    rather quite very too almost nearly today yesterday tomorrow back away together ahead once far yet first formally
    additionally subsequently afterwards hence likewise otherwise overnight abroad long well n’t
    """
)
# End in -ly and are no adverbs.
NOT_ADVERBS = words_of(
    "family supply italy july apply reply rally ally assembly monopoly daily weekly monthly yearly early likely elderly friendly"
    " deadly only anomaly comply rely imply multiply fly bully jelly lily assembly"
)
# Past forms that are never participles of something done to a thing.
INTRANSITIVE = words_of(
    """
    died arrived happened occurred appeared remained collapsed emerged resigned failed existed lasted continued came
    went fell rose became began seemed agreed responded replied insisted voted wanted hoped tried decided succeeded
    erupted survived refused declined apologized apologised travelled traveled participated expired belonged escaped
    returned retired lived stayed graduated disappeared vanished sailed marched
    """
)
# End in -ing and are nouns or prepositions.
NOT_GERUNDS = words_of(
    """
    king ring thing nothing something anything everything spring string wing during morning evening meeting building
    ceiling beijing according including following wedding funding feeling hearing warning bombing shooting filing
    ruling opening beginning killing ending briefing banking housing training stabbing regarding concerning pending
    sibling being bring sing sting swing fling cling gathering rating painting offering listing landing finding
    spending trading sterling mining earning engineering manufacturing
    """
)
# Who tells, and what telling is: "said", "told".
REPORTING = words_of(
    """
    say tell report state add note remark comment claim write tweet quote explain confirm reveal insist argue inform
    believe acknowledge admit deny estimate announce testify allege think declare predict indicate suggest warn
    emphasize stress disclose show hope speak recall observe assert maintain reiterate complain feel know hear learn
    """
)
# Of these only the telling is left where they are dated: their event is a report.
REPORTS = words_of(
    """
    say tell report state add note remark comment write tweet quote explain confirm inform deny estimate claim testify
    """
)
# What begins a clause without "that": "announced it had settled".
THINKING = REPORTING | words_of(
    "ensure hope expect fear agree decide mean find see realize realise promise discover ask understand imagine assume worry"
    " demand vow pledge guess wish figure conclude determine"
)
PERSON_NOUNS = words_of(
    """
    leader president minister chairman chairwoman chair chief director spokesman spokeswoman spokesperson secretary
    king queen prince princess pope emperor general colonel captain actor actress singer author writer mayor senator
    governor judge lawyer attorney officer official resident professor doctor teacher analyst expert economist man
    woman boy girl father mother son daughter brother sister wife husband founder head manager coach player driver
    pilot envoy ambassador candidate premier chancellor commander soldier suspect victim ceo executive journalist
    reporter prosecutor bishop priest scientist student farmer innkeeper trader
    """
)
PLURAL_NOUNS = words_of("people police men women children media data troops clergy cattle others both many most few several some")
SINGULAR_IN_S = words_of(
    """
    reuters airbus texas paris charles james arkansas kansas honduras cyprus athens brussels wales news series
    politics physics economics athletics congress business press process access success loss class boss virus census
    campus corpus crisis basis analysis thesis emphasis diagnosis status bus gas bias atlas us u.s. this his its as
    was is has lens headquarters united-states states philippines netherlands thomas louis lewis lucas nicolas
    nicholas jesus hans airlines airways systems motors industries times nations enterprises apples vegas angeles
    dallas illinois hamas arsenal jones williams davis brooks edwards adams roberts stevens rogers phillips harris
    parks andrews sanders burns hayes hughes richards peters daniels francis dennis doris chris boris gas
    """
)
__all__ = ["IRREGULAR", "NOT_PAST", "PARTICIPLES", "PAST"]
