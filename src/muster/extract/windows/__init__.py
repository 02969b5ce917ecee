"""The second reader: claims from what stands beside what, without the parse. What runs is what stands in READERS."""

from collections.abc import Callable, Iterable, Iterator

from muster.extract.evidence import scenes
from muster.extract.windows.casualties import find_casualties
from muster.extract.windows.commands import find_commands
from muster.extract.windows.figures import find_figures
from muster.extract.windows.incidents import find_incidents
from muster.extract.windows.mandates import find_mandates
from muster.extract.windows.movements import find_movements
from muster.extract.windows.postures import find_postures
from muster.extract.windows.relations import find_relations
from muster.extract.windows.statements import find_statements
from muster.extract.windows.window import Window, window_of
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim
from muster.model.document import SegmentKind
from muster.model.explanation import Refusal

__all__ = ["READERS", "read_windows", "told_in"]

Told = Claim | Refusal

READERS: tuple[Callable[[Window], Iterable[Told]], ...] = (
    find_figures,
    find_commands,
    find_movements,
    find_postures,
    find_incidents,
    find_casualties,
    find_mandates,
    find_statements,
    find_relations,
)


def read_windows(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of the document's sentences, each read by itself; tables have rules of their own (`tables`)."""
    return (one for one in told_in(document) if isinstance(one, Claim))


def told_in(document: AnnotatedDocument) -> Iterator[Told]:
    """The claims that the rules make, and what they refuse to make one of, in order of the sentences."""
    for scene in scenes(document):
        if scene.sentence.segment.kind is SegmentKind.TABLE:
            continue
        window = window_of(scene)
        for find in READERS:
            yield from find(window)
