"""What stands above everything that is told of an operation."""

from muster.model.brief import Brief
from muster.show.layout import BOLD, styled, wrapped
from muster.show.words import number_words, time_words


def heading(brief: Brief, width: int, colour: bool) -> str:
    """The operation, the day, and what the brief rests on."""
    record = brief.record
    undated = sum(card.published is None for card in brief.cards)
    rests = number_words(len(brief.cards), "document") + (f", {undated} of them undated" if undated else "")
    known = f", as known by {time_words(record.known_by)}" if record.known_by else ""
    title = [styled(part, BOLD, colour) for part in wrapped(f"{brief.title} ({record.operation})", width)]
    return "\n".join([*title, *wrapped(f"On {time_words(record.on)}{known}; from {rests}", width)])
