"""What a claim is part of in the record, for the eye: the fact, who else says so, what is said otherwise."""

from typing import NamedTuple

from muster.model.brief import Names
from muster.reconcile.review import FIGURE, Appearance, judged_id
from muster.web.views.claim import Line, line

_SECTIONS = {
    "strength": "Strength",
    "contingents": "Contingent",
    "command": "Command",
    "movements": "Movement",
    "posture": "Posture",
    "incidents": "Incident",
    "mandate": "Mandate",
    "statements": "Statement",
    "relations": "Relation",
}
_MOST_OTHERS = 8


class Fact(NamedTuple):
    """A place in the record where a claim shows. `heading` says where; `published` that a figure of the record rests on
    it; `lineages` are the reports that say the same, parted by origin; `others` what is said of the same matter."""

    heading: str
    published: bool
    reports: int
    lineages: tuple[tuple[Line, ...], ...]
    others: tuple[Line, ...]
    more: int


def shown_in(place: Appearance, names: Names, claim: str) -> Fact:
    """The place in the record, seen from the claim of that id."""
    subject = names.of(place.subject) if place.subject else ""
    lineages = place.said.lineages or (place.said.reports,)
    others = [one.report for one in place.matter if claim not in map(judged_id, one.reports)]
    return Fact(
        heading=": ".join(filter(None, (_SECTIONS[place.section], subject))),
        published=place.weight >= FIGURE,
        reports=len(place.said.reports),
        lineages=tuple(tuple(line(report, names) for report in lineage) for lineage in lineages),
        others=tuple(line(one, names) for one in others[:_MOST_OTHERS]),
        more=max(len(others) - _MOST_OTHERS, 0),
    )
