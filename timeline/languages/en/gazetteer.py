"""Places known beforehand: countries, continents and cities. Source: CLDR, as Babel holds it, and the tables of `who.py`."""

from __future__ import annotations

import re
from functools import cache

from timeline.languages.en import who
from timeline.languages.en.naming import STATES

_NOT_ONE = re.compile(r" & | - |\(|Islands$|Region$|^(?:European Union|United Nations|Eurozone|world)$|Pseudo")
_ZONES = ("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/")
COUNTRY, CITY, DOUBTFUL = 3.5, 2.5, 0.7


@cache
def places() -> dict[str, tuple[str, float]]:
    """Each name that a place is known by, with the name it goes by and how sure it is.

    >>> places()["U.S."], places()["Pyongyang"], "Hambury" in places()
    (('United States', 3.5), ('Pyongyang', 2.5), False)
    """
    from babel import Locale  # late: it takes a tenth of a second
    from babel.core import get_global

    found = {name: (name, CITY) for name in who.CITIES}
    for zone in get_global("zone_territories"):
        if zone.startswith(_ZONES):
            name = zone.rsplit("/", 1)[1].replace("_", " ")
            found[name] = name, CITY
    for name in STATES:
        found[name] = name, COUNTRY
    for name in Locale("en").territories.values():
        if not _NOT_ONE.search(name):
            found[name] = name, COUNTRY
    for name, called in who.COUNTRIES.items():
        found[name] = called, COUNTRY
    for name in who.DOUBTFUL_PLACES:
        found[name] = name, DOUBTFUL
    return found
