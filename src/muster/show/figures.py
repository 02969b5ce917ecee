"""Strengths, contingents and contradictions as lines."""

from collections.abc import Iterable

from muster.model.claim import Casualty, Claim, Contingent, Status, Strength
from muster.model.count import Rel
from muster.model.record import Attested, Contradiction, Series
from muster.show.lines import Line, Voice
from muster.show.words import count_words, ordinal_words, status_words

# Superseded figures that are shown: of the operation, of one country.
EARLIER_STRENGTHS = 7
EARLIER_CONTINGENTS = 2
# Figures of one disagreement that are shown.
DISPUTED = 4
# Types of disagreement that leave something open.
IN_DISPUTE = ("conflict", "parts and whole", "stale repeat")
_NEARLY = ("almost", "nearly", "just under", "just below", "close to")
# One of a component that is named in the plural.
_ONE = {"troops": "soldier", "observers": "observer", "civilians": "civilian", "police": "police officer"}


def strength_lines(series: Iterable[Series], voice: Voice) -> tuple[Line, ...]:
    """Each series with its newest figure first; what is no actual strength says so."""
    return tuple(line for one in series for line in _series(one, strength_label(one), EARLIER_STRENGTHS, voice))


def contingent_lines(series: Iterable[Series], voice: Voice) -> tuple[Line, ...]:
    """The countries, largest first; figures superseded, planned or of another class beneath their country."""
    ordered = sorted(series, key=lambda one: (-_size(one), one.subject or ""))
    countries = dict.fromkeys(one.subject for one in ordered)
    return tuple(
        line
        for country in countries
        for i, one in enumerate(each for each in ordered if each.subject == country)
        for line in _series(one, voice.name(country or "") if i == 0 else "", EARLIER_CONTINGENTS, voice)
    )


def contradiction_lines(found: Iterable[Contradiction], voice: Voice) -> tuple[Line, ...]:
    """Each thing in dispute, with every figure and who gives it; what `muster conflicts` has besides is no dispute."""
    return tuple(
        voice.line(_dispute(one, voice) if i == 0 else "", _disputed(one, said), said, depth=min(i, 1))
        for one in found
        if one.type in IN_DISPUTE and not one.past
        for i, said in enumerate(one.figures[:DISPUTED])
    )


def _disputed(one: Contradiction, said: Attested) -> str:
    """A figure; with the one taken the reason. Acts have their time beside them, and no figure."""
    told = figure_words(said) or hedged_words(said.claim) or "told so"
    return f"{told} ({one.type}: {one.why})" if said is one.figures[0] else told


def _dispute(one: Contradiction, voice: Voice) -> str:
    return f"{voice.name(one.subject)}, {one.about}" if one.subject else one.about


def strength_label(series: Series) -> str:
    """What a strength of the operation is: in all, of a component, its ceiling, planned."""
    if series.status is Status.ACTUAL:
        return "in all" if series.component == "military" else series.component
    label = "ceiling" if series.status is Status.AUTHORISED else status_words(series.status)
    return label if series.component == "military" else f"{label}, {series.component}"


def _series(series: Series, label: str, earlier: int, voice: Voice) -> list[Line]:
    shown = series.points[: earlier + 1]
    return [_point(series, i, said, label, voice) for i, said in enumerate(shown)]


def _point(series: Series, i: int, said: Attested, label: str, voice: Voice) -> Line:
    """A figure of a series: the newest under its label, the others as what they are to it."""
    if i == 0:
        status = status_words(series.status) if series.subject else ""
        return voice.line(label, f"{status} {figure_words(said)}".strip(), said, depth=0 if label else 1)
    return voice.line("", f"{_relation_to_latest(said, series)} {figure_words(said)}", said, depth=1)


def _relation_to_latest(said: Attested, series: Series) -> str:
    """Earlier than the newest figure; beside it, if of the same day or if nothing tells which came first."""
    if said.day is None or series.latest.day is None or said.day == series.latest.day:
        return "also"
    return "earlier"


def figure_words(said: Attested) -> str:
    """A strength, contingent or casualty figure with what it counts."""
    fact = said.claim.fact
    if isinstance(fact, Strength):
        nations = f"from {fact.nations} countries" if fact.nations else ""
        groups = ", ".join(f"{number} {name}" for name, number in fact.groups)
        counted = _counted(said.claim, fact)
        return " ".join(filter(None, (counted, nations, f"({groups})" if groups else "")))
    if isinstance(fact, Contingent):
        counted = _counted(said.claim, fact)
        return ", ".join(filter(None, (counted, ordinal_words(fact.rank) if fact.rank else "")))
    return hedged_words(said.claim) if isinstance(fact, Casualty) else ""


def counted_words(said: Attested) -> str:
    """A strength or contingent figure without rank and nations: "about 350 troops"."""
    fact = said.claim.fact
    return _counted(said.claim, fact) if isinstance(fact, (Strength, Contingent)) else hedged_words(said.claim)


def hedged_words(claim: Claim) -> str:
    """The number of a claim with its hedge; "almost" where the source says so, for which a count has only "under"."""
    count = getattr(claim.fact, "count", None)
    told = count_words(count)
    if count is None or count.rel is not Rel.LESS_THAN or not told.startswith("under "):
        return told
    quoted = " ".join(span.quote for span in claim.spans).casefold()
    nearly = next((word for word in _NEARLY if word in quoted), "under")
    return nearly + told.removeprefix("under")


def _size(series: Series) -> int:
    """What contingents are ordered by: the newest figure of those that are so; plans come after."""
    count = getattr(series.latest.claim.fact, "count", None)
    if count is None or series.status is not Status.ACTUAL:
        return 0
    return count.best or count.low or count.high or 0


def _counted(claim: Claim, fact: Strength | Contingent) -> str:
    """A number of a component's people: "638 troops", "1 soldier"."""
    if fact.count is None:
        return ""
    one = fact.count.best == 1 and fact.count.rel is Rel.EXACT
    people = _ONE.get(fact.component or "", "member") if one else fact.component or "personnel"
    return f"{hedged_words(claim)} {people}"
