"""Who leads something that is none of the operation's: negotiators, another army's former commanders, people whom a
parliament or a church dismisses."""

from muster.extract.command_findings import Finding
from muster.extract.evidence import Scene
from muster.model.annotation import MentionKind

_TALKING = frozenset(
    "negotiation negotiating negotiations negotiator negotiators delegation delegations mediation bargaining".split()
)
_HOST_BODIES = frozenset("assembly parliament government court synod church municipality mayor cabinet senate".split())
_DISMISSING = frozenset({"dismiss", "remove", "sack", "fire", "recall", "oust", "suspend"})


def is_strangers_post(finding: Finding) -> bool:
    """Whether what is led, held or lost is nothing of the operation's."""
    words = set((finding.role or "").casefold().split())
    return bool(words & _TALKING) or _is_former_armys(finding) or _is_dismissed_by_host(finding)


def _is_former_armys(finding: Finding) -> bool:
    """ "The former Liberation Army commander N. N., who had served as zone commander"."""
    if _names_operation(finding.scene) or finding.act != "holds":
        return False
    tokens = finding.scene.sentence.tokens
    former = [t.i for t in tokens if t.lower in ("former", "ex")]
    return any(
        t.text in ("Army", "Front", "Militia", "Guerrilla")
        for i in former
        for t in tokens[i + 1 : i + 5]
        if i + 1 < t.i
    )


def _is_dismissed_by_host(finding: Finding) -> bool:
    """ "The Assembly voted to dismiss him from his post"."""
    sentence = finding.scene.sentence
    clause = sentence.clause_at(finding.predicate)
    if clause is None or clause.lemma not in _DISMISSING or finding.role is not None:
        return False
    above = (c for a in sentence.ancestors(finding.predicate) if (c := sentence.clause_at(a)))
    doers = [i for c in (clause, *above) for i in c.agents]
    return any(sentence.tokens[i].lemma.lower() in _HOST_BODIES for i in doers)


def _names_operation(scene: Scene) -> bool:
    return any(m.kind is MentionKind.OPERATION and m.form != "anaphor" for m in scene.sentence.mentions)
