"""How many people an event cost."""

from muster.model.events import Event
from muster.web.views.said import flag

_WHOLE, _ANYBODY = "peacekeepers", ("people", "persons", "casualties")


def event_toll(event: Event, outcome: str) -> int:
    """How many people one event cost, by outcome.

    People of one country are counted within the peacekeepers where both are told, and all of them within "people": a
    rival count of everybody is not added to the counts of those it is made of.
    """
    tolls = [toll for toll in event.tolls if toll.outcome == outcome and toll.best]
    nationals = sum(toll.best or 0 for toll in tolls if flag(toll.group))
    whole = max((toll.best or 0 for toll in tolls if toll.group == _WHOLE), default=0)
    anybody = max((toll.best or 0 for toll in tolls if toll.group in _ANYBODY), default=0)
    named = (toll for toll in tolls if not flag(toll.group) and toll.group not in (_WHOLE, *_ANYBODY))
    return max(max(nationals, whole) + sum(toll.best or 0 for toll in named), anybody)


def toll(event: Event) -> int:
    """How many people an event harmed, whatever the outcome."""
    return sum(event_toll(event, outcome) for outcome in dict.fromkeys(one.outcome for one in event.tolls))
