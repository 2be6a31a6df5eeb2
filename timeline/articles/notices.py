"""What one line of an article is when it is no prose: a byline, a date line, a credit, a caption, a notice."""

from __future__ import annotations

import re

from timeline.articles.names import NAMES, is_date, is_role, is_stamp, is_stopped, tells_a_time

_LONGEST = 400  # characters; no such line is longer, but for an editor's note
_SHORT = 160  # what is longer and ends as a sentence does is a paragraph
_EMAIL = re.compile(r"\(?\b[\w.+-]{1,64}@[\w.-]{1,100}\)?|(?<!\w)@\w+")
_LAX = re.IGNORECASE | re.VERBOSE

SHARE = re.compile(
    r"""
    (?:from|send\ to|comments?|advertisement|story\ continues\ below(?:\ advertisement)?|continue\ reading|reply|like
    |getty\ images|ap\ photo
    |share(?:\ this(?:\ (?:article|story|page|post))?)?(?:\ on\ [a-z]+)?|tweet(?:\ this)?|print(?:\ this)?|e-?mail(?:\ this)?
    |(?:facebook|twitter|whatsapp|linkedin|reddit|telegram)|copy(?:\ the)?\ link|save(?:\ for\ later)?
    |listen(?:\ to\ this\ article)?|read\ more(?:\ here)?\W*|(?:subscribe|sign\ (?:up|in))(?:\ (?:now|here|today))?|log\ in
    |follow\ us(?:\ on\ [a-z][a-z ,/]*)?|related(?:\ (?:articles?|stories))?:?|skip\ to\ (?:main\ )?content)$
    """,
    _LAX,
)

# ---------------------------------------------------------------- who wrote it, and when

_BYLINE = re.compile(rf"(?i:by|(?:written|words|text|story|report) by|authors?:) ({NAMES})(.*)$")
_REPORTS = re.compile(rf"{NAMES} (?:reports|reported|reporting|writes) from [^\W\d_a-z][^.]{{1,60}}\.?$")
_CONTRIBUTED = re.compile(
    r"[^\W\d_].{2,200} contributed(?: (?:reporting|research))? to this (?:report|article|story|piece)[^.]{0,60}\.?$"
)
_CREDITED = r"""
    (?:(?:additional|original|extra|further|with|and)\ )?
    (?:report(?:ed|ing)|writ(?:ten|ing)|edit(?:ed|ing)|(?:re)?translat(?:ed|ion|ing)|compil(?:ed|ing)|composed|research(?:ed)?
    |produc(?:ed|tion)|photograph(?:ed|y)|illustrat(?:ed|ions?)|graphics?|video|fact-checked|proofread|interview(?:ed)?|posted|filed)
"""
_CREDIT = re.compile(
    rf"(?ix:{_CREDITED})(?P<when>.{{0,40}}?)(?i: by|:) (?:(?i:our )?(?:{NAMES})|[^\W\d_]\w+(?=\.?$))(?P<role>.*)$"
)
_CLAUSE = re.compile(r"(?<=[^.\s]{3})[.;]\s+(?=(?:and )?[A-Za-z])")
_DATED = re.compile(
    r"""
    (?:(?:first|originally|last|article|story|page)\ )?
    (?:published|posted|updated|modified|created|uploaded|edited|revised|reviewed|printed|issued|filed|added|changed|date|time)
    (?:\ online)?(?:\s?:|\ on|\ at)?(?=[\s\d])(?P<date>.*)$
    """,
    _LAX,
)
_THEN_BY = re.compile(rf"[\s,|·•/–—-]*\b[Bb]y {NAMES}")

# ---------------------------------------------------------------- what the paper says of itself

_THIS = r"this\ (?:article|story|post|page|piece|item|live\ blog|blog|column|interview|feature|transcript)"
_NOTE = re.compile(
    rf"""
    \(?(?:(?:editors?['’]?s?|author['’]s|publisher['’]s)\ note\b
    |(?:correction|clarification|update|note|disclaimer|erratum)(?:\ \([^()]{{3,30}}\)|,?\ [^:.]{{3,24}})?:
        \ .{{0,60}}\b(?:this|an\ earlier|a\ previous|the\ original|the\ headline)\b
    |{_THIS}\ (?:was|has\ been|is|had\ been)(?:\ (?:first|originally|later|last|since|initially|previously|also))?
        \ (?:amended|updated|corrected|edited|revised|modified|published|posted|republished|clarified|translated)\b
    |{_THIS}\ (?:first|originally)\ (?:appeared|ran)\b
    |this\ report\ has\ been\ (?:updated|corrected|amended)\b
    |(?:an\ earlier|a\ previous|the\ original)\ version\ of\ {_THIS}\b)
    """,
    _LAX,
)
_NOTICE = re.compile(
    r"""
    (?:we(?:\ and\ our\ partners)?|(?:this|our)\ (?:web)?site)\ uses?\ cookies\b
    |by\ (?:continuing|using|clicking)\ .{0,60}\b(?:cookies|terms|privacy)\b
    |(?:accept|reject|manage)(?:\ all)?\ cookies\b
    |(?:cookie|privacy)\ (?:policy|settings|preferences|notice|statement)\b
    |(?:sign\ up|subscribe|join|get|register|enter\ your\ e-?mail|want\ more|never\ miss|don['’]t\ miss|support|download|follow)\b
        .{0,120}\b(?:newsletters?|inbox|mailing\ list|e-?mail\ alerts?|our\ (?:app|channel|podcast|updates|page)|subscription
        |on\ (?:facebook|twitter|instagram|youtube|telegram|whatsapp|tiktok|linkedin|google\ news))\b
    """,
    _LAX,
)
_TERMS = re.compile(
    r"""
    (?:(?:our|these|the)\ )?(?:terms(?:\ (?:of\ (?:use|service|sale)|and\ conditions|&\ conditions))?
        |(?:privacy|cookies?)(?:\ (?:policy|notice|statement))?|policy)
    (?:,?\ (?:(?:was|were|is|are)\ )?(?:last|most\ recently))?\ (?:updated|revised|changed|amended|modified|effective)\b
    (?:\ (?:on|in|as\ of|since)|:)?(?P<date>\ .{3,40}?)\.?$
    """,
    _LAX,
)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FOOTER = re.compile(
    r"""
    ©|\(c\)\ ?(?:copyright\ )?(?=\d{4})|copyright\ (?:©|\(c\)|\d{4}|by\ )|all\ rights\ reserved\b
    |the\ post\ .{3,300}(?<!which)(?<!that)\ appeared\ first\ on\ \w.{0,80}$
    """,
    _LAX,
)
_RUN_IN = re.compile(
    r"""
    (?:read(?:\ (?:more|also|next|on))?|also\ read|see\ also|related(?:\ (?:articles?|stor(?:y|ies)|news|coverage|links?))?|more
    |watch|listen|don['’]t\ miss|recommended|in\ pictures|from\ the\ archives?|further\ reading)\s?(?::|\ [|»>–—-]+\ )\s*\S
    """,
    _LAX,
)

# ---------------------------------------------------------------- pictures

_PICTURE = r"(?:(?:file|stock)\ )?(?:photo(?:graph)?|picture|image|graphic|illustration)s?"
_CAPTION = re.compile(
    rf"""
    (?:{_PICTURE}|captions?|credits?|video)(?:\ (?:credits?|caption|source|courtesy\ of))?\ ?(?::|©)
    |{_PICTURE}(?:\ courtesy)?\ (?:by|of)\ (?P<by>.*)|image\ (?:caption|source|copyright)\b
    """,
    _LAX,
)
_AGENCY = ("AP", "AFP", "EPA", "Reuters", "Getty", "Getty Images", "Xinhua", "Kyodo", "Yonhap", "Shutterstock")
_AGENCIES = "|".join(map(re.escape, _AGENCY))
_CREDIT_BEHIND = re.compile(
    rf"""
    [(\[](?:[A-Z][^()/\[\]]{{0,60}}\ [^()/\[\]]{{1,60}}/\ ?[A-Z][^()\[\]]{{1,60}}|(?:{_AGENCIES})(?:/|\ Photo)[^()\[\]]{{0,60}}
        |(?i:(?:{_PICTURE}|credits?)(?:\ credit|\ courtesy)?(?::|\ by|\ of|\ ©)\ ?[^()\[\]]{{2,80}}
            |(?:file|stock)\ (?:photo|picture|image))
        |[^()\[\]]{{2,60}}\ via\ [A-Z][^()\[\]]{{1,40}})[)\]]\.?$
    |[A-Z][\w.'’-]{{1,30}}\ [\w.'’\ -]{{2,40}}\ ?/\ ?(?:{_AGENCIES})\.?$
    """,
    re.VERBOSE,
)
_PHOTO_BY = re.compile(rf"(?ix:(?<=[.!?”\"])\ (?:{_PICTURE}|credit)(?:\ credit|\ courtesy)?(?::|\ by)\ [^.]{{2,80}}\.?$)")
_BEHIND = 200  # characters of the end of a line that may hold a credit
_CLOSED = (")", "]", ").", "].", *_AGENCY, *(f"{agency}." for agency in _AGENCY))


def kind_of(line: str) -> str:
    """What a line without its Markdown is ("byline", "notice"), or "" where it may be prose.

    >>> kind_of("Reported by A. Holm, staff writer"), kind_of("Reported by police on Friday, the theft was small.")
    ('footer', '')
    """
    if _NOTE.match(line):
        return "editor's note"
    if len(line) > _LONGEST:
        return ""
    for why, is_such in _OF_A_PARAGRAPH if len(line) > _SHORT and is_stopped(line) else _KINDS:
        if is_such(line):
            return why
    return ""


def _is_byline(line: str) -> bool:
    match = _BYLINE.match(line)
    if match is None:
        return False
    behind = _EMAIL.sub("", match[2])
    return is_role(behind) and not (is_stopped(line) and tells_a_time(behind))


def _is_date_line(line: str) -> bool:
    match = _DATED.match(line)
    return is_stamp(line) if match is None else is_date(_THEN_BY.sub("", match["date"]))


def _are_credits(line: str) -> bool:
    """Whether each of its clauses says who wrote, edited or translated, and no more."""
    told = (" from " in line and _REPORTS.match(line)) or (" contributed " in line and _CONTRIBUTED.match(line))
    if told and not tells_a_time(line):
        return True
    bare = line.strip(" ()[]")
    if _CREDIT.match(bare) is None:
        return False
    return all(_is_credit(clause) for clause in _CLAUSE.split(_EMAIL.sub("", bare)))


def _is_credit(clause: str) -> bool:
    match = _CREDIT.match(clause)
    return match is not None and is_role(match["when"]) and is_role(match["role"])


def _is_caption(line: str) -> bool:
    match = _CAPTION.match(line)
    if match is not None and (match["by"] is None or is_role(match["by"])):
        return True
    at = max(0, len(line) - _BEHIND)
    if line.endswith(_CLOSED):
        return _CREDIT_BEHIND.search(line, at) is not None
    end = line[at:].lower()
    return (": " in end or " by " in end) and _PHOTO_BY.search(line, at) is not None  # few lines have either


def _is_notice(line: str) -> bool:
    terms = _TERMS.match(line)
    if terms is not None and _A_YEAR.search(terms["date"]) and is_date(terms["date"]):
        return True
    return _NOTICE.match(line) is not None and not (is_stopped(line) and tells_a_time(line))


def _is_pointer(line: str) -> bool:
    return _RUN_IN.match(line) is not None and (line.endswith("?") or not is_stopped(line))


_KINDS = (
    ("share bar", lambda line: SHARE.match(line) is not None),
    ("byline", _is_byline),
    ("date line", _is_date_line),
    ("footer", lambda line: _are_credits(line) or _FOOTER.match(line) is not None),
    ("notice", _is_notice),
    ("caption", _is_caption),
    ("related list", _is_pointer),
)
_OF_A_PARAGRAPH = tuple(kind for kind in _KINDS if kind[0] in ("footer", "caption"))
