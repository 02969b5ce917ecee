"""What is known beforehand: operations, countries, organisations, and exact look-ups of their names.

The data are the tables in `data/`, one for each kind, lists separated by `;`; they open in any spreadsheet.
Each name here is loaded when it is first used: a read command wants `called` and none of the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muster.gazetteer._called import acronyms_of, called, country_words, hosts_of, names_of_places, words_for
    from muster.gazetteer._find import Name, find_names
    from muster.gazetteer._fold import fold
    from muster.gazetteer._load import (
        KINDS_OF_OPERATION,
        load_countries,
        load_headquarters,
        load_operations,
        load_organisations,
    )
    from muster.gazetteer._lookup import (
        country,
        operation,
        operation_named,
        operations_in,
        operations_under,
        organisation,
        suggest_operations,
    )
    from muster.gazetteer._places import Located, load_places, locate

_MODULES = {
    "Located": "_places",
    "KINDS_OF_OPERATION": "_load",
    "Name": "_find",
    "acronyms_of": "_called",
    "called": "_called",
    "country": "_lookup",
    "country_words": "_called",
    "find_names": "_find",
    "hosts_of": "_called",
    "fold": "_fold",
    "load_countries": "_load",
    "load_headquarters": "_load",
    "load_operations": "_load",
    "load_organisations": "_load",
    "load_places": "_places",
    "names_of_places": "_called",
    "locate": "_places",
    "operation": "_lookup",
    "operation_named": "_lookup",
    "operations_in": "_lookup",
    "operations_under": "_lookup",
    "organisation": "_lookup",
    "suggest_operations": "_lookup",
    "words_for": "_called",
}

__all__ = [
    "KINDS_OF_OPERATION",
    "Located",
    "Name",
    "acronyms_of",
    "called",
    "country",
    "country_words",
    "find_names",
    "fold",
    "hosts_of",
    "load_countries",
    "load_headquarters",
    "load_operations",
    "load_organisations",
    "load_places",
    "locate",
    "names_of_places",
    "operation",
    "operation_named",
    "operations_in",
    "operations_under",
    "organisation",
    "suggest_operations",
    "words_for",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'muster.gazetteer' has no attribute {name!r}")
    return getattr(import_module(f"muster.gazetteer.{_MODULES[name]}"), name)
