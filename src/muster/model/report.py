"""Who says what: a claim with its document's card, and all that say the same. What every part of the record rests on.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from typing import NamedTuple

from muster.model.card import Card
from muster.model.claim import Claim, Tier
from muster.model.count import Count
from muster.model.edtf import bounds


class Reason(NamedTuple):
    """Why the record dates something: in words, and the ids of the claims that say so."""

    words: str
    claims: tuple[str, ...]


class Dated(NamedTuple):
    """A time that the record gives to what is undated: EDTF (either end may be open), and every reason for it."""

    edtf: str
    reasons: tuple[Reason, ...]


class Report(NamedTuple):
    """A claim with the card of the document that makes it.

    `time` and `published` are what the record constrains where the claim's own time, or its document's day of
    publication, is not known; None where they are known, or nothing constrains them. `judged` is the id of the claim
    that a person accepted or corrected, None where nobody did. `family` is the id of the document by which
    near-identical texts go, None where there are none.
    """

    claim: Claim
    card: Card
    time: Dated | None = None
    published: Dated | None = None
    judged: str | None = None
    family: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the record may rest on it: what only the trained reader sees waits until a person accepts it."""
        return self.judged is not None or not self.claim.learned

    @property
    def edtf(self) -> str | None:
        """When it was so: as the claim tells it, else as the record constrains it; None if nothing says."""
        if self.time is not None:
            return self.time.edtf
        return self.claim.when.edtf if self.claim.when else None

    @property
    def publication(self) -> tuple[str | None, str | None]:
        """The first and last ISO day on which the document can have been published; None on a side not known."""
        known = self.card.published
        if known is not None:
            return known, known
        return bounds(self.published.edtf) if self.published else (None, None)

    @property
    def day(self) -> str | None:
        """The latest day on which it can have been so; None if nothing dates it.

        That is the last day of its own time, but not after publication: what a page says of later days is a state of
        the page's own day.
        """
        # A record asks for this thousands of times.
        told, known = bounds(self.edtf)[1], self.publication[1]
        return min(told, known) if told and known else told or known

    @property
    def earliest(self) -> str | None:
        """The first day on which it can have been so: of its own time, else of publication; None if open."""
        return bounds(self.edtf)[0] if self.edtf else self.publication[0]

    @property
    def holds_from(self) -> str:
        """The ISO day from which it counts: its `day`; the first on which it can be so, for what has no day, or only
        that of a page which the record dates; else when it was added."""
        only_constrained = self.published is not None and self.edtf is None
        day = self.earliest if only_constrained else self.day
        return day or self.earliest or self.card.added[:10]

    @property
    def known_from(self) -> str:
        """The ISO day by which the document was certainly public, or with us."""
        return self.publication[1] or self.card.added[:10]


class Attested(NamedTuple):
    """One thing said, once or often: the report the record shows, and the further reports of the same.

    `lineages` are all these reports, parted by origin: near-identical texts, and reports of the same figure from the
    same source, are one lineage. Support is counted in lineages, not in reports.
    """

    report: Report
    others: tuple[Report, ...] = ()
    lineages: tuple[tuple[Report, ...], ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim the record shows."""
        return self.report.claim

    @property
    def number(self) -> Count | None:
        """The number it tells, None if it tells none."""
        count = getattr(self.claim.fact, "count", None)
        return count if isinstance(count, Count) else None

    @property
    def day(self) -> str | None:
        """The day of the report shown, None if undated."""
        return self.report.day

    @property
    def reports(self) -> tuple[Report, ...]:
        """All that say so, the one shown first."""
        return (self.report, *self.others)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims it rests on."""
        return tuple(report.claim.id for report in self.reports)

    @property
    def tier(self) -> Tier:
        """Confirmed if any of its claims is."""
        confirmed = any(report.claim.tier is Tier.CONFIRMED for report in self.reports)
        return Tier.CONFIRMED if confirmed else Tier.CANDIDATE

    @property
    def first_reported(self) -> str | None:
        """The earliest last day of publication among the reports, None if all are undated."""
        return min((day for report in self.reports if (day := report.publication[1])), default=None)

    @property
    def last_reported(self) -> str | None:
        """The latest day of publication among the reports, None if all are undated."""
        return max((day for report in self.reports if (day := report.publication[1])), default=None)
