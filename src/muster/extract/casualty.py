"""Claims of kind casualty: who was killed, wounded, missing, held or freed, and how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muster.extract.casualty_apart import parts_apart
from muster.extract.casualty_harm import LOSING, Harm, clause_about, harms_in, outcome_named
from muster.extract.casualty_ordinals import ordinals_in
from muster.extract.casualty_parts import parts_in, parts_later
from muster.extract.casualty_rivals import rivals_in
from muster.extract.casualty_roll import one_of_each, rolls_in
from muster.extract.casualty_sufferers import nobody, sufferer
from muster.extract.casualty_tolls import Toll, tolls_in
from muster.extract.casualty_victims import ALL, ALONE, CONTRARY, REST, Victims
from muster.extract.evidence import Ground, Scene, claim, operation_near, scenes, time_of, time_unread
from muster.extract.occurrence import is_unreal, means_at, operation_at, status_at, when_at
from muster.extract.sites import place_at
from muster.model.annotation import AnnotatedDocument, Clause
from muster.model.claim import Casualty, Claim, Status
from muster.model.count import Count
from muster.model.when import Resolution, When

# For how many sentences a harm stays the one spoken of.
_NEAR = 4
_FORCES = frozenset({"soldiers", "peacekeepers", "observers", "police"})
_DISASTERS = frozenset(
    {"earthquake", "flood", "flooding", "hurricane", "cyclone", "tsunami", "typhoon", "drought", "famine", "quake"}
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sentences before have told: the last group hurt, how, in which sentence, and the last one hurt alone."""

    group: str | None = None
    outcome: str | None = None
    sentence: int = -_NEAR
    alone: str | None = None
    count: int = 1
    all: Count | None = None


def find_casualties(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    told = _Told()
    for scene in scenes(document):
        if is_unreal(scene):
            continue
        found = [*_hurt(scene, told)]
        now = _retold(told, found, scene)
        for toll in tolls_in(scene, now.group, now.outcome, here=bool(found)):
            found += _toll(scene, toll)
            whole = Victims(toll.group, toll.count, toll.tokens)
            harm = Harm(toll.tokens[-1], toll.clause, toll.outcome, (whole,), rule="part")
            found += [
                c for _, part in parts_in(scene, [harm]) for c in _claims(scene, harm, part, part.group or "people")
            ]
        found += _ranked(scene)
        found += _apart(scene, now, found)
        found += _rolled(scene, now)
        found += _rivals(scene, now, found)
        yield from found
        told = _retold(told, found[::-1], scene)


def _retold(told: _Told, found: Sequence[Claim], scene: Scene) -> _Told:
    facts = [c.fact for c in found if isinstance(c.fact, Casualty) and c.rule != "casualty: part"]
    if facts:
        alone = next((f.group for f in facts if f.count is not None and f.count.best == 1), None)
        most = max(f.count.best or f.count.low or 1 if f.count is not None else 1 for f in facts)
        return _Told(facts[0].group, facts[0].outcome, scene.sentence.index, alone, most, facts[0].count)
    named = outcome_named(scene)
    return replace(told, outcome=named, sentence=scene.sentence.index) if named else told


def _ranked(scene: Scene) -> Iterator[Claim]:
    """ "The ninth to lose his life": nine have, up to now."""
    for outcome, who in ordinals_in(scene):
        clause = clause_about(scene, who.tokens[-1])
        yield from _toll(
            scene, Toll(outcome, who.group or "peacekeepers", who.count or Count(), clause, who.tokens, dated=False)
        )


def _rolled(scene: Scene, told: _Told) -> Iterator[Claim]:
    """The victims that a sentence lists one by one."""
    for outcome, at, who in rolls_in(scene, told.outcome, told.count):
        harm = Harm(at, clause_about(scene, at), outcome, (who,), rule="roll")
        yield from _claims(scene, harm, who, who.group or "people")


def _apart(scene: Scene, told: _Told, found: Sequence[Claim]) -> Iterator[Claim]:
    """Parts of the number told last that have a time, place or cause of their own, but no word of harm."""
    if told.outcome not in ("killed", "wounded") or scene.sentence.index - told.sentence >= 2:
        return
    for part in parts_apart(scene, _read(scene, found), told.count):
        at = part.who.tokens[0]
        ground = Ground(
            scene,
            at,
            part.who.tokens,
            operation=operation_near(scene, at),
            when=part.when,
            place=part.place,
        )
        fact = Casualty(
            outcome=told.outcome, group=part.who.group or told.group or "people", count=part.who.count, means=part.means
        )
        yield claim(ground, fact, "casualty: apart")


def _read(scene: Scene, found: Sequence[Claim]) -> frozenset[int]:
    """The words of the sentence that claims have read already."""
    spans = [span for claim in found for span in claim.spans]
    return frozenset(t.i for t in scene.sentence.tokens if any(span.start <= t.start < span.end for span in spans))


def _rivals(scene: Scene, told: _Told, found: Sequence[Claim]) -> Iterator[Claim]:
    """Figures given without their harm, while it is still the one spoken of."""
    if told.outcome is None or scene.sentence.index - told.sentence >= _NEAR:
        return
    taken = _read(scene, found)
    for part in (each for each in parts_later(scene) if each.tokens[0] not in taken):
        harm = Harm(part.tokens[0], clause_about(scene, part.tokens[0]), told.outcome, (part,), rule="part")
        yield from _claims(scene, harm, part, part.group or "people")
    for who in rivals_in(scene, taken, told.count):
        clause = clause_about(scene, who.tokens[0])
        harm = Harm(who.tokens[0], clause, told.outcome, (who,), rule="rival")
        yield from _claims(scene, harm, who, who.group or told.group or "people")


def _hurt(scene: Scene, told: _Told) -> Iterator[Claim]:
    """Every harm of the sentence with its victims; a number without a noun is of the people last named."""
    is_near = scene.sentence.index - told.sentence < _NEAR
    near = told.group if is_near else None
    harms = harms_in(scene, told=near is not None)
    alone = told.alone if is_near else None
    offices: str | None = None
    last = next((who.group for harm in harms for who in harm.victims if who.group), near)
    for harm in harms:
        for who in harm.victims:
            if who.sort in (ALONE, ALL):
                yield from _meant(scene, harm, who, replace(told, alone=alone)) if is_near or alone else ()
                continue
            kin = _kin(who, last, near, offices)
            offices = who.group if who.sort == "offices" else offices
            last = who.group or last
            alone = who.group if who.count is not None and who.count.best == 1 else alone
            each = one_of_each(scene, who)
            group = "peacekeepers" if each and (who.sort in _FORCES or who.group is None) else who.group
            yield from _claims(scene, harm, who, group or sufferer(scene, harm) or kin or nobody(scene, who))
            yield from (found for one in each for found in _claims(scene, harm, one, one.group or "people"))
    for harm, part in parts_in(scene, harms):
        yield from _claims(scene, replace(harm, rule="part"), part, part.group or "people")


def _kin(who: Victims, last: str | None, near: str | None, offices: str | None) -> str | None:
    """The group that people without one share with those told before: "others" are not more of an office's holder, nor
    of people of no known force in a sentence before."""
    foreign = last == near and last is not None and last != "peacekeepers" and not last.isupper()
    if who.sort == REST and (last == offices or foreign):
        return "others"
    return last


def _meant(scene: Scene, harm: Harm, who: Victims, told: _Told) -> Iterator[Claim]:
    """ "He was released", "they were let go": of whom the last claims told, and as many."""
    if who.sort == ALONE and told.alone is not None:
        yield from _claims(scene, harm, who, told.alone)
    if who.sort == ALL and told.group is not None and told.all is not None and harm.outcome != told.outcome:
        yield from _claims(scene, harm, replace(who, count=told.all), told.group)


def _claims(scene: Scene, harm: Harm, who: Victims, group: str) -> Iterator[Claim]:
    status = status_at(scene, harm.clause)
    if not _is_told(scene, harm, status):
        return
    fact = Casualty(
        outcome=harm.outcome, group=group, count=who.count, means=means_at(scene, harm.clause) or harm.means
    )
    ground = Ground(
        scene,
        harm.at if harm.rule != "part" else who.tokens[0],
        (*who.tokens,),
        operation=operation_at(scene, harm.clause, *who.tokens),
        status=status,
        when=_total(scene, harm) or when_at(scene, harm.clause) or time_unread(scene, harm.clause),
        place=place_at(scene, harm.clause),
    )
    yield claim(ground, fact, f"casualty: {harm.rule}")


def _is_told(scene: Scene, harm: Harm, status: Status) -> bool:
    """Whether the harm is said to have come about (or, for a release, to be coming), or is denied by somebody."""
    if any(scene.sentence.tokens[i].lemma.lower() in _DISASTERS for i in harm.clause.agents):
        return False
    if status is Status.DENIED:
        return harm.clause.status is not Status.DENIED or _is_claimed(scene, harm.clause)
    if status in (Status.ACTUAL, Status.POSSIBLE):
        return True
    return status is Status.PLANNED and harm.outcome == "freed"


def _is_claimed(scene: Scene, clause: Clause) -> bool:
    """Whether what is denied had been said by somebody ("did not die, as a radio had reported"; "denied that …")."""
    lemmas = {scene.sentence.tokens[at].lemma.lower() for at in scene.sentence.ancestors(clause.predicate)}
    below = (
        scene.sentence.tokens[c]
        for c in scene.sentence.children_of(clause.predicate)
        if scene.sentence.tokens[c].dep == "advcl"
    )
    as_said = any(scene.sentence.tokens[d].lower == "as" for verb in below for d in scene.sentence.children_of(verb.i))
    contrary = any(t.lower in CONTRARY for t in scene.sentence.tokens)
    return as_said or contrary or bool(lemmas & {"deny", "refute", "dismiss", "reject", "dispute"})


def _total(scene: Scene, harm: Harm) -> When | None:
    """A country or mission that "has lost" men tells a running total up to now, unless it tells a time."""
    tokens = scene.sentence.tokens
    perfect = any(tokens[c].lower in ("has", "have", "'ve") for c in scene.sentence.children_of(harm.clause.predicate))
    if harm.clause.lemma not in LOSING or not perfect or time_of(scene, harm.clause) is not None:
        return None
    return _running(scene, None)


def _toll(scene: Scene, toll: Toll) -> Iterator[Claim]:
    """A running total: where it has no start it is what had been reached by the day of the report."""
    when = when_at(scene, toll.clause) if toll.dated else None
    ground = Ground(
        scene,
        toll.clause.predicate,
        toll.tokens,
        operation=operation_near(scene, toll.clause.predicate),
        status=toll.clause.status,
        when=_running(scene, when),
        place=place_at(scene, toll.clause),
    )
    yield claim(ground, Casualty(outcome=toll.outcome, group=toll.group, count=toll.count), "casualty: toll")


def _running(scene: Scene, when: When | None) -> When | None:
    if when is not None and when.edtf and "/" not in when.edtf and len(when.edtf) == 10:
        return When(f"../{when.edtf}", when.words, when.resolution)
    published = scene.document.document.published
    if when is None and published is not None:
        return When(f"../{published}", "", Resolution.INHERITED)
    return when
