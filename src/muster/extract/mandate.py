"""Claims of mandate: what founds, begins, extends, changes and ends an operation, and what it is there to do."""

from collections.abc import Iterable, Iterator

from muster.extract.evidence import Scene, scenes
from muster.extract.mandate_acts import act_findings
from muster.extract.mandate_findings import Finding, as_claim
from muster.extract.mandate_frames import frame_findings
from muster.extract.mandate_idioms import idiom_findings
from muster.extract.mandate_labels import label_findings
from muster.extract.mandate_lines import line_findings
from muster.extract.mandate_others import is_part_told
from muster.extract.mandate_passages import passage_findings
from muster.extract.mandate_tasks import task_findings
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim


def find_mandates(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of mandate that the document makes."""
    found = [f for scene in scenes(document) for f in _in_sentence(scene)]
    yield from map(as_claim, settle(f for f in found if not _is_part(f)))


def _is_part(finding: Finding) -> bool:
    """Whether only some of the operation's work begins or ends."""
    return finding.act in ("starts", "ends") and is_part_told(finding.scene, finding.predicate)


def _in_sentence(scene: Scene) -> Iterator[Finding]:
    yield from act_findings(scene)
    yield from passage_findings(scene)
    yield from frame_findings(scene)
    yield from idiom_findings(scene)
    yield from line_findings(scene)
    yield from task_findings(scene)
    yield from label_findings(scene)


def settle(found: Iterable[Finding]) -> list[Finding]:
    """One task for each operation, the plainest; an expiry told within a renewal belongs to it (GUIDE.md, 19, 27)."""
    told = list(found)
    tasks: dict[str, Finding] = {}
    for finding in told:
        if finding.act == "tasked" and (
            finding.operation not in tasks or finding.weight > tasks[finding.operation].weight
        ):
            tasks[finding.operation] = finding
    # That it rests on its resolution says nothing new where its founding is told.
    founded = {f.operation for f in told if f.act == "established" and f.weight >= 0}
    told = [f for f in told if f.act != "established" or f.weight >= 0 or f.operation not in founded]
    renewed = {(f.operation, f.scene.sentence.index) for f in told if f.act == "extended"}
    acts = [
        f
        for f in told
        if f.act != "tasked" and not (f.act == "ends" and (f.operation, f.scene.sentence.index) in renewed)
    ]
    return [*acts, *tasks.values()]
