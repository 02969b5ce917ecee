"""The slots of a claim whose values are settled beforehand (GUIDE.md, "Kinds"): what a correction may write there."""

from collections.abc import Mapping
from types import MappingProxyType

_COMPONENTS = ("personnel", "troops", "police", "observers", "civilians")
_ACTIVITIES = ("patrol", "presence", "checkpoint", "escort", "alert", "massing", "monitor", "barrier", "base")
_INCIDENTS = tuple("clash attack protest explosion shelling accident abduction raid obstruction violation".split())
_RELATIONS = ("recognises", "declares-independence", "agreement", "dialogue", "election", "boycott")

VALUES: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("strength", "component"): _COMPONENTS,
        ("contingent", "component"): _COMPONENTS,
        ("command", "act"): ("takes", "hands-over", "holds", "named"),
        ("movement", "act"): ("deploy", "reinforce", "withdraw", "rotate"),
        ("movement", "stage"): ("announced", "under-way", "completed"),
        ("posture", "activity"): _ACTIVITIES,
        ("posture", "change"): ("more", "less", "starts", "stops"),
        ("incident", "type"): _INCIDENTS,
        ("casualty", "outcome"): ("killed", "wounded", "missing", "held", "freed"),
        ("mandate", "act"): ("established", "starts", "extended", "changed", "ends", "tasked"),
        ("statement", "act"): ("condemns", "thanks", "urges", "warns", "pledges", "denies", "accuses", "welcomes"),
        ("relation", "relation"): _RELATIONS,
    }
)
"""What may stand in a slot, by kind and slot; slots that are not here take any words."""
