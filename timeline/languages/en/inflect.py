"""The forms of English verbs: what a form belongs to, and the third person of the present tense. Knows no sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages.en.verbs import NOT_PAST
from timeline.languages.en.wordlists import words_of

# Base, past, participle; a form that is missing is that before it. Several of one kind stand beside each other with "/".
_IRREGULAR = """
arise arose arisen; awake awoke awoken; be was/were been; bear bore borne/born; beat beat beaten; become became become;
befall befell befallen; begin began begun; bend bent; beset beset; bet bet; bid bid; bind bound; bite bit bitten;
bleed bled; blow blew blown; break broke broken; breed bred; bring brought; broadcast broadcast/broadcasted; build built;
burn burned/burnt; burst burst; buy bought; cast cast; catch caught; choose chose chosen; cling clung; come came come;
cost cost; creep crept; cut cut; deal dealt; dig dug; do did done; draw drew drawn; dream dreamed/dreamt;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
flee fled; fling flung; fly flew flown; forbid forbade forbidden; forecast forecast; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got got/gotten; give gave given;
go went gone; grind ground/grinded; grow grew grown; hang hung/hanged; have had; hear heard; hide hid hidden; hit hit;
hold held; hurt hurt; keep kept; know knew known; lay laid; lead led; leap leapt/leaped; learn learned/learnt;
leave left; lend lent; let let; lie lay/lied lain/lied; light lit; lose lost; make made; mean meant; meet met;
mistake mistook mistaken; offset offset; oversee oversaw overseen; overcome overcame overcome; overtake overtook overtaken;
overthrow overthrew overthrown; override overrode overridden; overrun overran overrun; outdo outdid outdone; pay paid;
plead pleaded/pled; prove proved proved/proven; put put; quit quit; read read; rebuild rebuilt; remake remade; repay repaid;
rerun reran rerun; resell resold; rethink rethought; rewrite rewrote rewritten; ride rode ridden; ring rang rung;
rise rose risen; run ran run; say said; see saw seen; seek sought; sell sold; send sent; set set; sew sewed sewn;
shake shook shaken; shed shed; shine shone; shoot shot; show showed shown; shrink shrank shrunk; shut shut; sing sang sung;
sink sank/sunk sunk; sit sat; slay slew slain; sleep slept; slide slid; speak spoke spoken; speed sped; spend spent;
spill spilled/spilt; spin spun; split split; spread spread; spring sprang sprung; stand stood; steal stole stolen;
stick stuck; sting stung; strike struck struck/stricken; strive strove striven; swear swore sworn; sweep swept;
swell swelled swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told;
think thought; throw threw thrown; undergo underwent undergone; understand understood; undertake undertook undertaken;
undo undid undone; unwind unwound; uphold upheld; upset upset; wake woke woken; wear wore worn; weave wove woven; wed wed;
weep wept; win won; wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung;
write wrote written; retake retook retaken; foretell foretold; input input; beget begot begotten; shear sheared shorn;
partake partook partaken; bestride bestrode; dwell dwelt; spit spat; tread trod trodden; outsell outsold; re-elect re-elected
"""
_VOWELS = "aeiou"
# Stems before -ed and -ing that end like those with a silent e, and have none.
_NO_E = words_of(
    """
    visit limit edit exhibit deposit inherit benefit profit credit prohibit exit merit solicit audit posit spirit
    orbit inhabit target budget market interpret pilot pivot debut develop envelop gallop abandon mention question
    condition position function sanction caution commission auction petition ration pension reckon pardon summon
    reason season poison imprison crimson bargain happen open listen threaten weaken strengthen lengthen widen worsen
    tighten hasten frighten deepen broaden shorten christen sharpen sicken loosen fasten burden harden awaken enter
    offer suffer differ consider deliver discover recover cover order gather gut total signal rival equal appeal
    channel fuel label level model travel cancel counsel rebel marvel quarrel panel shovel unravel jewel parcel tunnel
    focus bias canvas ransom fathom blossom custom harm film kidnap worship gossip hiccup chart vomit blanket ticket
    rocket jacket bucket trumpet riot hang belong long bang clang prolong throng wrong hurl curl whirl snarl unfurl
    beckon orphan combat treat repeat defeat heat seat cheat float boat coat bloat sweat threat eat wheat retreat
    format carpet closet pocket comment fillet buffet sever monitor sponsor honor favor tailor author anchor tutor
    doctor mirror harbor labor color factor censor motor parlay envision transition position vision fashion station
    proportion partition provision champion mission siphon cannon underdevelop mistreat bottom ballot handicap
    """
)
# Ends in two consonants alike, and loses one of them.
_DOUBLED = words_of(
    """
    controlled cancelled travelled expelled compelled propelled rebelled labelled modelled fuelled signalled patrolled
    enrolled fulfilled instilled excelled repelled dispelled levelled totalled channelled counselled marvelled
    quarrelled rivalled tunnelled shovelled equalled dialled gassed bussed initialled pencilled distilled installed
    """
) - {"installed"}
_WITH_E = words_of(
    """
    explor ignor restor scor stor ador bor implor deplor declar shar prepar compar scar car spar star interfer adher
    persever rever convers postpon phon clon zon ston dethron conven interven complet delet compet concret welcom quot
    oblig slat ow execut contribut disput schedul rul
    """
) - {"scar", "car", "spar", "star"}
_SILENT = re.compile(
    r"(?:[cvz]|u|[sd]g|rg|ng|ag|eg|[^aeiourwlsh]l|[aeiou]s|[npr]s|ath|oth"
    r"|(?:[^aeiou]|qu|^)[iua]r|[^aeiou]u(?:r|t|m|n|l|d)|(?:[^aeiou]|^)o(?:t|d|p|k|b|s|v|l|m|n)"
    r"|(?:[^aeo]|^)i(?:d|n|b|p|k|l|v|m|f)|(?:[^aeo]|^)a(?:t|d|p|k|m|l|n|b|f)|[^e]ed|[cnrvx]it|qu?it|eat)$"
)
_ITE = words_of("unit cit invit excit ignit recit reunit incit expedit")
_MOST = 20_000


def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """The base of each irregular form; the past forms, and the participles."""
    bases: dict[str, str] = {}
    past: set[str] = set()
    participles: set[str] = set()
    for line in _IRREGULAR.split(";"):
        base, *forms = line.split()
        bases[base] = base
        past.update(forms[0].split("/"))
        participles.update(forms[-1].split("/"))
        for form in forms:
            for one in form.split("/"):
                bases.setdefault(one, base)
    return bases, frozenset(past), frozenset(participles)


IRREGULAR, PAST, PARTICIPLES = _tables()
"""The base of an irregular form; the past forms; the participles (a form may be both)."""
_BASES = {**IRREGULAR, "lay": "lie", "found": "find", "felt": "feel", "fell": "fall", "left": "leave", "saw": "see"}


@lru_cache(_MOST)
def base_of(form: str) -> str:
    """The base of a verb in the past or in -ing.

    >>> [base_of(form) for form in ("opened", "stopped", "settled", "agreed", "carried", "making", "died", "sent")]
    ['open', 'stop', 'settle', 'agree', 'carry', 'make', 'die', 'send']
    """
    known = _BASES.get(form)
    if known is not None:
        return known
    if form.startswith(("re-", "co-", "over", "under", "out", "mis")) and (cut := form.find("-") + 1) and form[cut:] in _BASES:
        return form[:cut] + _BASES[form[cut:]]
    if form.endswith("ied"):
        return form[:-1] if len(form) < 5 else form[:-3] + "y"
    if form.endswith("eed"):
        return form if form in NOT_PAST else form[:-1]
    if form.endswith("ying") and len(form) == 5:
        return form[0] + "ie"  # dying, lying, tying
    if form.endswith("ed"):
        return _of_stem(form[:-2], form)
    if form.endswith("ing") and len(form) > 4:
        stem = form[:-3]
        return _BASES.get(stem) or _BASES.get(stem + "e") or _of_stem(stem, stem + "ed")
    return form


def _of_stem(stem: str, past: str) -> str:
    """The base of what is left without -ed or -ing."""
    if stem in _NO_E:
        return stem
    if stem in _WITH_E or stem in _ITE:
        return stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return stem if (stem[-1] in "lszf" or stem == "add") and past not in _DOUBLED else stem[:-1]
    if len(stem) > 3 and stem.endswith(("tion", "sion", "en", "er", "or", "el", "et", "it")) and stem not in _ITE:
        return stem
    return stem + "e" if _SILENT.search(stem) else stem


@lru_cache(_MOST)
def third_person(base: str) -> str:
    """The form in -s.

    >>> [third_person(base) for base in ("open", "carry", "go", "have", "be", "pass", "play")]
    ['opens', 'carries', 'goes', 'has', 'is', 'passes', 'plays']
    """
    if base in ("be", "have"):
        return "is" if base == "be" else "has"
    if base[-1:] == "y" and base[-2:-1] not in (*_VOWELS, ""):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("ch", "sh", "s", "x", "z", "go", "do")) else "s")


def present(base: str, *, plural: bool) -> str:
    """The present tense of one, or of many.

    >>> present("be", plural=True), present("open", plural=False)
    ('are', 'opens')
    """
    if plural:
        return "are" if base == "be" else base
    return third_person(base)
