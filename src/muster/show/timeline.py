"""A timeline as a table and as CSV."""

from collections.abc import Iterable, Sequence

from muster.model.brief import Brief
from muster.model.claim import Posture, Strength
from muster.model.events import Chain, Event, Moment
from muster.show.event_words import by_words, days_words
from muster.show.events import event_words, kind_words, movement_words, posture_words, toll_words, with_status
from muster.show.figures import figure_words
from muster.show.heading import heading
from muster.show.layout import columns
from muster.show.lines import ID_LENGTH, Voice
from muster.show.tables import claim_words
from muster.show.words import time_words

HEAD = ("when", "section", "what", "by", "claim")
CSV_HEAD = "earliest,latest,section,stage,what,source,publisher,document,claim".split(",")


def timeline_table(brief: Brief, moments: Sequence[Moment], width: int = 100, colour: bool = False) -> str:
    """Each entry with its day, oldest first."""
    voice = Voice(brief.record.on, brief.names)
    rows = [
        (
            _when_words(moment),
            moment.section,
            moment_words(moment, voice),
            by_words(moment.said, voice),
            moment.said.claim.id[:ID_LENGTH],
        )
        for moment in moments
    ]
    body = columns(HEAD, rows, width, colour) if rows else "nothing told of these days"
    return f"{heading(brief, width, colour)}\n\n{body}\n"


def _when_words(moment: Moment) -> str:
    """The days; of a page that only the record dates, "29 May 2023 or later"."""
    first, last = moment.when
    by_the_page = first is not None and last is None and moment.said.report.edtf is None
    return f"{time_words(first)} or later" if by_the_page else days_words(moment.when)


def timeline_rows(brief: Brief, moments: Iterable[Moment]) -> list[Sequence[object]]:
    """One row for every entry; the first row is the head."""
    voice = Voice(brief.record.on, brief.names)
    return [CSV_HEAD, *(_csv_row(moment, voice) for moment in moments)]


def _csv_row(moment: Moment, voice: Voice) -> Sequence[object]:
    said, stage = moment.said, moment.stage.name if moment.stage else ""
    origin = (said.claim.source, said.report.card.publisher, said.claim.document, said.claim.id)
    return (*moment.when, moment.section, stage, moment_words(moment, voice), *origin)


def moment_words(moment: Moment, voice: Voice) -> str:
    """What an entry says."""
    said = moment.said
    if isinstance(moment.of, Event):
        return _event(moment.of, voice)
    if isinstance(moment.of, Chain) and moment.stage:
        return f"{voice.name(moment.of.actor)}: {moment.stage.name}: {movement_words(said, voice)}"
    if isinstance(said.claim.fact, Posture):
        return f"{voice.name(said.claim.fact.actor)}: {posture_words(said, voice)}"
    if isinstance(said.claim.fact, Strength):
        return with_status(figure_words(said), said)
    return claim_words(said.claim, voice.names)


def _event(event: Event, voice: Voice) -> str:
    what = ": ".join(filter(None, (kind_words(event), event_words(event, voice))))
    tolls = "; ".join(toll_words(toll, voice, brief=True) for toll in event.tolls)
    told = with_status(what, event.incidents[0]) if event.incidents else what
    return f"{told} ({tolls})" if tolls else told
