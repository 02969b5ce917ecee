"""What is known beforehand: operations, countries, organisations, and exact look-ups of their names.

The data are the tables in `data/`, one for each kind, lists separated by `;`; they open in any spreadsheet.
"""

from muster.gazetteer._find import Name, find_names
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
    organisation,
    suggest_operations,
)

__all__ = [
    "KINDS_OF_OPERATION",
    "Name",
    "country",
    "find_names",
    "load_countries",
    "load_headquarters",
    "load_operations",
    "load_organisations",
    "operation",
    "operation_named",
    "operations_in",
    "organisation",
    "suggest_operations",
]
