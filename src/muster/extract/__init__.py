"""AnnotatedDocument → Claims. One file per kind of claim; what runs is what stands in EXTRACTORS."""

from collections.abc import Callable, Iterable

from muster.extract.casualty import find_casualties
from muster.extract.command import find_commands
from muster.extract.contingent import find_contingents
from muster.extract.incident import find_incidents
from muster.extract.mandate import find_mandates
from muster.extract.merging import merge
from muster.extract.movement import find_movements
from muster.extract.posture import find_postures
from muster.extract.relation import find_relations
from muster.extract.statement import find_statements
from muster.extract.strength import find_strengths
from muster.extract.table import find_table_claims
from muster.extract.tiers import joined
from muster.extract.trained import read_trained
from muster.extract.windows import read_windows
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim

__all__ = ["EXTRACTORS", "extract", "read_by_rules"]

EXTRACTORS: tuple[Callable[[AnnotatedDocument], Iterable[Claim]], ...] = (
    find_strengths,
    find_contingents,
    find_table_claims,
    find_commands,
    find_movements,
    find_postures,
    find_incidents,
    find_casualties,
    find_mandates,
    find_statements,
    find_relations,
)


def extract(document: AnnotatedDocument) -> tuple[Claim, ...]:
    """The claims of one document, each fact once, in the order of its words, with the tier of each.

    EXTRACTORS read over the parse; a second reader (`windows`) reads what stands beside what, and confirms; a third
    (`trained`) learned from gold: it adds what the rules lack words for, and weighs every claim (`chances`).
    """
    return joined(document, *read_by_rules(document), read_trained(document))


def read_by_rules(document: AnnotatedDocument) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of the two readers that follow rules: over the parse, and over windows."""
    parsed = merge(claim for find in EXTRACTORS for claim in find(document))
    return parsed, merge(read_windows(document))
