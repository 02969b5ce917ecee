"""Who leads, and who led, as lines."""

from collections.abc import Iterable, Iterator

from muster.model.claim import Command, Status
from muster.model.force import Handover, Tenure
from muster.show.events import with_status
from muster.show.lines import Line, Voice
from muster.show.words import number_words, time_words

_ACTS = {"takes": "takes command", "hands-over": "hands over", "named": "named"}
_TIMES = ("first", "second", "third")


def command_lines(tenures: Iterable[Tenure], handovers: Iterable[Handover], voice: Voice) -> tuple[Line, ...]:
    """One line for each tenure, and one for each handover that leaves an office without a holder or with two."""
    told = (_flag(one, voice) for one in handovers if one.gap)
    return (*(_tenure(tenure, voice) for tenure in tenures), *told)


def _tenure(tenure: Tenure, voice: Voice) -> Line:
    said = tenure.acts[0]
    country = f" ({voice.name(tenure.country)})" if tenure.country and tenure.country != tenure.holder else ""
    text = ", ".join(filter(None, _told(tenure, voice)))
    return voice.line(f"{voice.name(tenure.holder)}{country}", with_status(text, said), said)


def _told(tenure: Tenure, voice: Voice) -> Iterator[str]:
    """The office, from when to when, after whom."""
    acts = [act.claim.fact for act in tenure.acts if isinstance(act.claim.fact, Command)]
    planned = tenure.acts[0].claim.status is not Status.ACTUAL
    yield tenure.role if tenure.serving or planned else f"former {tenure.role}"
    if tenure.since:
        yield f"since {time_words(tenure.since)}"
    elif tenure.serving and acts[0].act != "holds":
        yield _ACTS.get(acts[0].act, acts[0].act)
    yield f"until {time_words(tenure.until)}" if tenure.until else ""
    if not tenure.since and not tenure.until:
        yield _seen(tenure)
    predecessor = next((act.predecessor for act in acts if act.predecessor), None)
    yield f"after {voice.name(predecessor)}" if predecessor else ""
    ordinal = next((act.ordinal for act in acts if act.ordinal), "")
    yield f"{ordinal} time" if ordinal in _TIMES else ordinal


def _seen(tenure: Tenure) -> str:
    """Between which days somebody is told to be in office, where that is more than one."""
    first, last = tenure.seen
    return f"told of from {time_words(first)} to {time_words(last)}" if first and last and first != last else ""


def _flag(one: Handover, voice: Voice) -> Line:
    days = number_words(abs(one.gap or 0), "day")
    former, holder = voice.name(one.predecessor), voice.name(one.successor)
    late = f"{former} is told to be in office {days} after {holder} took it"
    text = f"{days} between {former} and {holder} without a holder" if (one.gap or 0) > 0 else late
    return voice.line(one.role, text, one.acts[0])
