"""Movements, posture and incidents as lines."""

from collections.abc import Iterable

from muster.model.claim import Casualty, Movement, Posture, Status
from muster.model.count import Count
from muster.model.events import Toll
from muster.model.record import Attested, Chain, Event, Stance
from muster.show.lines import Line, Voice
from muster.show.words import count_words, status_words

_CHANGES = {"more": "increased", "less": "reduced", "starts": "begun", "stops": "ended"}
_MOVES = {"deploy": "deployment", "reinforce": "reinforcement", "withdraw": "withdrawal", "rotate": "rotation"}


def with_status(text: str, said: Attested) -> str:
    """The text after its status, where that is not simply actual: a plan is never read as a fact."""
    status = status_words(said.claim.status)
    return ": ".join(filter(None, (status, text)))


def chain_lines(chains: Iterable[Chain], voice: Voice) -> tuple[Line, ...]:
    """Each coming or going: its steps, the actor at the first; countries beneath the organisation they answer."""
    return tuple(line for chain in chains for line in _chain(chain, voice))


def _chain(chain: Chain, voice: Voice) -> list[Line]:
    return [
        voice.line(voice.name(chain.actor) if i == 0 else "", step_words(said, voice), said, depth=min(i, 1))
        for i, said in enumerate(chain.steps)
    ]


def step_words(said: Attested, voice: Voice) -> str:
    """One report of a movement: how far it had come, and what moved."""
    movement = said.claim.fact
    assert isinstance(movement, Movement)
    stage = (movement.stage or "").replace("-", " ")
    # "Planned" and "announced" are one thing to a reader; the stage says more.
    told = stage if stage and said.claim.status in (Status.ACTUAL, Status.PLANNED) else status_words(said.claim.status)
    return ": ".join(filter(None, (told, movement_words(said, voice))))


def movement_words(said: Attested, voice: Voice) -> str:
    """What moved: how many, of which unit, from and to where, as what, at whose request."""
    movement = said.claim.fact
    assert isinstance(movement, Movement)
    number = count_words(movement.count)
    return _joined(
        (
            _MOVES.get(movement.act, movement.act),
            f"of {number}" if number else "",
            _unit(movement.unit, number) if movement.unit else "",
            f"from {voice.name(movement.origin)}" if movement.origin else "",
            f"to {voice.name(movement.destination)}" if movement.destination else "",
            f"as {movement.role}" if movement.role else "",
            f"at the request of {voice.name(movement.requested_by)}" if movement.requested_by else "",
        )
    )


def _unit(unit: str, number: str) -> str:
    """The unit beside its number, or in its place; an article from the head of a sentence in lower case."""
    name = unit[:1].lower() + unit[1:] if unit.startswith(("The ", "A ", "An ")) else unit
    return f"({name})" if number else f"of {name}"


def _joined(parts: Iterable[str]) -> str:
    return " ".join(filter(None, parts))


def posture_lines(stances: Iterable[Stance], voice: Voice) -> tuple[Line, ...]:
    """What forces do: for each activity of an actor its newest report, older ones beneath."""
    return tuple(
        voice.line(voice.name(stance.actor) if i == 0 else "", posture_words(said, voice), said, depth=min(i, 1))
        for stance in stances
        for i, said in enumerate(stance.points)
    )


def posture_words(said: Attested, voice: Voice) -> str:
    """What an actor does, how that changed, where, and for which reason."""
    posture = said.claim.fact
    assert isinstance(posture, Posture)
    change = _CHANGES.get(posture.change or "", posture.change or "")
    text = ", ".join(filter(None, (_joined((posture.activity, change)), said.claim.place)))
    reason = f" ({posture.reason})" if posture.reason else ""
    return with_status(text + reason, said)


def event_lines(events: Iterable[Event], voice: Voice) -> tuple[Line, ...]:
    """Each event, with those hurt in it beneath: the count to quote, and how it rose."""
    return tuple(line for event in events for line in _event_lines(event, voice))


def _event_lines(event: Event, voice: Voice) -> list[Line]:
    lines = []
    if event.incidents:
        said = event.incidents[0]
        lines.append(voice.line(kind_words(event), with_status(event_words(event, voice), said), said))
    for toll in event.tolls:
        figure = toll.chosen or toll.figures[0]
        lines.append(
            voice.line("" if lines else "casualties", toll_words(toll, voice), figure, depth=min(len(lines), 1))
        )
    for said in unsure_casualties(event):
        words = with_status(casualty_words(said, voice), said)
        lines.append(voice.line("" if lines else "casualties", words, said, depth=min(len(lines), 1)))
    return lines


def kind_words(event: Event) -> str:
    """What it was, in the words most used of it."""
    return ", ".join(event.types[:2]) or "casualties"


def event_words(event: Event, voice: Voice) -> str:
    """Who was in it, where, with what."""
    parties = " – ".join(voice.name(party) for party in event.parties[:3])
    means = f"with {event.means[0]}" if event.means else ""
    return ", ".join(filter(None, (parties, event.place, means)))


def toll_words(toll: Toll, voice: Voice, brief: bool = False) -> str:
    """The count to quote, and the counts in the order in which they were told; `brief`: the least and the most."""
    figure = toll.chosen or toll.figures[0]
    words = _people_words(toll.group, casualty_of(figure).count, toll.outcome, voice)
    if brief:
        spread = f" (told as {toll.low:,} to {toll.high:,})" if toll.low != toll.high else ""
        return " ".join(words.split()) + spread
    told = [count_words(casualty_of(one).count) for one in toll.figures]
    rose = f" (told as {', '.join(filter(None, told))})" if len(told) > 1 else ""
    return " ".join(words.split()) + rose


def casualty_words(said: Attested, voice: Voice) -> str:
    """Who and how many, as one report has it."""
    casualty = casualty_of(said)
    return " ".join(_people_words(casualty.group, casualty.count, casualty.outcome, voice).split())


def _people_words(group: str, count: Count | None, outcome: str, voice: Voice) -> str:
    """How many of whom; one of several is called in the singular."""
    number = count_words(count)
    if group in voice.names.countries:
        return f"{voice.names.countries[group]}: {number} {outcome}"
    one = count is not None and count.best == 1 and group.endswith("s")
    return f"{number} {voice.name(group)[: -1 if one else None]} {outcome}"


def unsure_casualties(event: Event) -> list[Attested]:
    """Casualties that are thought possible, or denied."""
    return [said for said in event.casualties if said.claim.status is not Status.ACTUAL]


def casualty_of(said: Attested) -> Casualty:
    """The fact of what is said of somebody hurt."""
    fact = said.claim.fact
    assert isinstance(fact, Casualty)
    return fact
