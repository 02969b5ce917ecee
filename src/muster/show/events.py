"""Command, movements, posture and incidents as lines."""

from collections.abc import Iterable

from muster.model.claim import Casualty, Command, Incident, Movement, Posture, Status
from muster.model.record import Attested, Chain, Episode, Tenure
from muster.show.lines import Line, Voice
from muster.show.words import count_words, status_words, time_words

_CHANGES = {"more": "increased", "less": "reduced", "starts": "begun", "stops": "ended"}
_MOVES = {"deploy": "deployment", "reinforce": "reinforcement", "withdraw": "withdrawal", "rotate": "rotation"}
_ACTS = {"takes": "takes command", "hands-over": "hands over", "holds": "", "named": "named"}


def with_status(text: str, said: Attested) -> str:
    """The text after its status, where that is not simply actual: a plan is never read as a fact."""
    status = status_words(said.claim.status)
    return ": ".join(filter(None, (status, text)))


def tenure_lines(tenures: Iterable[Tenure], voice: Voice) -> tuple[Line, ...]:
    """Who leads, and who led: one line for each tenure."""
    return tuple(_tenure(tenure, voice) for tenure in tenures)


def _tenure(tenure: Tenure, voice: Voice) -> Line:
    said = tenure.acts[0]
    command = said.claim.fact
    assert isinstance(command, Command)
    holder = voice.name(tenure.holder)
    country = f" ({voice.name(tenure.country)})" if tenure.country and tenure.country != tenure.holder else ""
    told = [tenure.role if tenure.serving or said.claim.status is not Status.ACTUAL else f"former {tenure.role}"]
    if tenure.since:
        told.append(f"since {time_words(tenure.since)}")
    elif tenure.serving:
        told.append(_ACTS.get(command.act, command.act))
    told.append(f"until {time_words(tenure.until)}" if tenure.until else "")
    told.append(f"after {voice.name(command.predecessor)}" if command.predecessor else "")
    told.append(f"{command.ordinal} time" if command.ordinal in ("first", "second", "third") else command.ordinal or "")
    return voice.line(f"{holder}{country}", with_status(", ".join(filter(None, told)), said), said)


def chain_lines(chains: Iterable[Chain], voice: Voice) -> tuple[Line, ...]:
    """Each coming or going: its steps, the actor at the first."""
    return tuple(
        voice.line(voice.name(chain.actor) if i == 0 else "", _step(said, voice), said, depth=min(i, 1))
        for chain in chains
        for i, said in enumerate(chain.steps)
    )


def _step(said: Attested, voice: Voice) -> str:
    movement = said.claim.fact
    assert isinstance(movement, Movement)
    number = count_words(movement.count)
    parts = [
        _MOVES.get(movement.act, movement.act),
        f"of {number}" if number else "",
        _unit(movement.unit, number) if movement.unit else "",
        f"from {voice.name(movement.origin)}" if movement.origin else "",
        f"to {voice.name(movement.destination)}" if movement.destination else "",
        f"as {movement.role}" if movement.role else "",
        f"at the request of {voice.name(movement.requested_by)}" if movement.requested_by else "",
    ]
    stage = (movement.stage or "").replace("-", " ")
    # "Planned" and "announced" are one thing to a reader; the stage says more.
    told = stage if stage and said.claim.status in (Status.ACTUAL, Status.PLANNED) else status_words(said.claim.status)
    return f"{told}: {_joined(parts)}" if told else _joined(parts)


def _unit(unit: str, number: str) -> str:
    """The unit beside its number, or in its place; an article from the head of a sentence in lower case."""
    name = unit[:1].lower() + unit[1:] if unit.startswith(("The ", "A ", "An ")) else unit
    return f"({name})" if number else f"of {name}"


def _joined(parts: Iterable[str]) -> str:
    return " ".join(filter(None, parts))


def posture_lines(postures: Iterable[Attested], voice: Voice) -> tuple[Line, ...]:
    """What forces do: one line for each activity of an actor."""
    return tuple(_posture(said, voice) for said in postures)


def _posture(said: Attested, voice: Voice) -> Line:
    posture = said.claim.fact
    assert isinstance(posture, Posture)
    change = _CHANGES.get(posture.change or "", posture.change or "")
    place = f"{said.claim.place}" if said.claim.place else ""
    text = ", ".join(filter(None, (_joined((posture.activity, change)), place)))
    reason = f" ({posture.reason})" if posture.reason else ""
    return voice.line(voice.name(posture.actor), with_status(text + reason, said), said)


def episode_lines(episodes: Iterable[Episode], voice: Voice) -> tuple[Line, ...]:
    """Each event, with those hurt in it beneath."""
    return tuple(line for episode in episodes for line in _episode(episode, voice))


def _episode(episode: Episode, voice: Voice) -> list[Line]:
    events = [_event(said, voice, i) for i, said in enumerate(episode.incidents)]
    hurt = sorted(episode.casualties, key=lambda said: (_casualty(said).outcome != "killed", -_number(said)))
    first = "" if events else "casualties"
    means = {getattr(said.claim.fact, "means", None) for said in episode.incidents}
    return events + [
        voice.line(first if i == 0 else "", _casualties(said, voice, means), said, depth=0 if i == 0 and first else 1)
        for i, said in enumerate(hurt)
    ]


def _event(said: Attested, voice: Voice, i: int) -> Line:
    incident = said.claim.fact
    assert isinstance(incident, Incident)
    parties = " – ".join(voice.name(party) for party in incident.parties)
    text = ", ".join(filter(None, (parties, said.claim.place, f"with {incident.means}" if incident.means else "")))
    return voice.line(incident.type if i == 0 else "", with_status(text, said), said, depth=min(i, 1))


def _casualties(said: Attested, voice: Voice, told_means: set[str | None]) -> str:
    """Who and how many; the means only where the event does not tell them."""
    casualty = _casualty(said)
    group = voice.names.countries.get(casualty.group)
    number = count_words(casualty.count)
    text = (
        f"{group}: {number} {casualty.outcome}"
        if group
        else f"{number} {voice.name(casualty.group)} {casualty.outcome}"
    )
    means = f" ({casualty.means})" if casualty.means and casualty.means not in told_means else ""
    return with_status(" ".join(text.split()) + means, said)


def _casualty(said: Attested) -> Casualty:
    fact = said.claim.fact
    assert isinstance(fact, Casualty)
    return fact


def _number(said: Attested) -> int:
    count = _casualty(said).count
    return (count.best or count.high or count.low or 0) if count else 0
