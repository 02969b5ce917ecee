"""Beginnings and ends told without a verb for them: one operation in place of another, days in a line, expiries."""

import re
from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene, time_of
from muster.extract.mandate_acts import act_finding, act_time, either_at, has_object
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import antecedent, mandate_at, operation_at, whole_force_at
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status


def passage_findings(scene: Scene) -> Iterator[Finding]:
    """What a sentence tells of operations that follow, run or come to an end."""
    for clause in scene.sentence.clauses:
        yield from relief_findings(scene, clause)
        yield from run_findings(scene, clause)
        yield from end_findings(scene, clause)
    yield from span_findings(scene)
    yield from expiry_findings(scene)


def relief_findings(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """One operation in place of another: "took over from MISCA", "UNMIL replaced ECOMIL" (GUIDE.md, decision 19)."""
    if clause.nominal:
        return
    before = antecedent(scene, clause, of_object=False)
    agents = (before, *clause.agents) if before is not None else clause.agents
    newcomer = next(((o, i) for i in agents if (o := operation_at(scene, i))), None)
    if clause.lemma in ("replace", "relieve", "supplant", "supersede", "succeed"):
        yield from _replaced(scene, clause, newcomer)
    elif newcomer is None:
        return
    elif clause.lemma in ("take", "inherit") and _takes_over(scene, clause, newcomer[1]):
        yield act_finding(scene, clause, "starts", newcomer, act_time(scene, clause))
    elif _makes_way(scene, clause):
        yield from _made_way(scene, clause, newcomer)
    elif clause.lemma in ("close", "shut") and any(scene.sentence.tokens[i].lemma == "door" for i in clause.patients):
        yield act_finding(scene, clause, "ends", newcomer, act_time(scene, clause))


def _takes_over(scene: Scene, clause: Clause, newcomer: int) -> bool:
    """ "Took over from MISCA", "took over on 1 June", "inherits from it"."""
    if clause.lemma == "inherit":
        return clause.oblique("from") is not None
    dated = clause.oblique("from") is not None or act_time(scene, clause) is not None
    return clause.particle == "over" and dated and not has_object(scene, clause, newcomer)


def _made_way(scene: Scene, clause: Clause, leaving: tuple[str, int]) -> Iterator[Finding]:
    """ "Passed the baton to MINURCAT", "is to make way for a larger mission"."""
    taker = clause.oblique("to", "over to", "for")
    slug = operation_at(scene, taker) if taker is not None else None
    known = slug is not None and slug != leaving[0]
    if known or (clause.lemma in ("make", "give") and taker is not None and slug is None):
        yield act_finding(scene, clause, "ends", leaving, act_time(scene, clause))
    if known and slug is not None and taker is not None:
        yield act_finding(scene, clause, "starts", (slug, taker), act_time(scene, clause))


def _replaced(scene: Scene, clause: Clause, newcomer: tuple[str, int] | None) -> Iterator[Finding]:
    """ "SFOR was replaced by EUFOR"; of "MISCA succeeds MICOPAX" only that the newcomer starts is told."""
    outgoing = next(((o, i) for i in clause.patients if (o := operation_at(scene, i))), None)
    national = any(
        m.form in ("units", "soldiers") and m.country for i in clause.agents for m in scene.sentence.groups_at(i)
    )
    if outgoing is None or national or (newcomer is not None and newcomer[0] == outgoing[0]):
        return
    if clause.lemma != "succeed" or clause.passive:
        yield act_finding(scene, clause, "ends", outgoing, act_time(scene, clause))
    if newcomer is not None:
        yield act_finding(scene, clause, "starts", newcomer, act_time(scene, clause))


def _makes_way(scene: Scene, clause: Clause) -> bool:
    """ "Handed over", "passed the baton", "gave way", "made way"."""
    objects = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
    if clause.lemma in ("hand", "pass"):
        return clause.particle == "over" or bool(
            objects & {"baton", "torch", "responsibility", "mission", "authority", "task"}
        )
    return clause.lemma in ("give", "make") and "way" in objects


# What a heading reports on for some months: "activities October to January".
_REPORTED = frozenset({"activity", "report", "developments", "development", "update", "review", "period", "statistics"})


def span_findings(scene: Scene) -> Iterator[Finding]:
    """ "Implementation Force (IFOR), 20 Dec 1995 - 20 Dec 1996": a line that gives an operation its days."""
    tokens = scene.sentence.tokens
    if len(tokens) > 30 or scene.sentence.is_full:
        return
    if any(t.lemma.lower() in _REPORTED for t in tokens):
        return
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION and m.form != "anaphor"]
    spans = [t for t in scene.sentence.times if t.when.edtf and re.fullmatch(r"\d{4}[-\d]*/\d{4}[-\d]*", t.when.edtf)]
    if not spans or len({m.value for m in named}) != 1 or not 0 <= spans[0].first - named[-1].last <= 2:
        return
    first, _, last = str(spans[0].when.edtf).partition("/")
    for act, day in (("starts", first), ("ends", last)):
        yield Finding(
            scene=scene,
            predicate=named[0].first,
            tokens=(spans[0].last - 1,),
            operation=named[0].value,
            act=act,
            when=replace(spans[0].when, edtf=day),
            rule="mandate: days",
        )


def expiry_findings(scene: Scene) -> Iterator[Finding]:
    """ "The mandate lapses on 20 July", "(ends 18 Nov.)", where the verb was read as a noun."""
    tokens = scene.sentence.tokens
    for token in tokens[:-2]:
        at = _behind_apposition(scene, token.i)
        ends = tokens[at].lower in ("lapses", "expires", "ends", "lapsed", "expired")
        slug = mandate_at(scene, token.i) if ends and token.lemma.lower() == "mandate" else None
        if slug is None or (scene.sentence.clause_at(at) and tokens[at].pos == "VERB" and tokens[at - 1].text != "("):
            continue
        when = next((t.when for t in scene.sentence.times if at < t.first + 1 <= at + 3 and t.when.edtf), None)
        yield Finding(
            scene=scene,
            predicate=at,
            tokens=(token.i,),
            operation=slug,
            act="ends",
            status=Status.ACTUAL if tokens[at].lower.endswith("ed") else Status.PLANNED,
            when=when or next((t.when for t in scene.sentence.times if t.when.edtf), None),
            rule="mandate: expiry",
        )


def _behind_apposition(scene: Scene, i: int) -> int:
    """The word behind a noun, or behind the comma that closes what stands beside it ("the mandate, a year, lapses")."""
    tokens, at = scene.sentence.tokens, i + 1
    if tokens[at].text != ",":
        return at + (tokens[at].text == "(")
    close = next((t.i for t in tokens[at + 1 : at + 10] if t.text == ","), at)
    return close + 1 if close + 1 < len(tokens) else at


def run_findings(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The operation ran from 31 March to 15 December": its start and its end."""
    if clause.lemma not in ("run", "last", "operate") or clause.nominal:
        return
    found = _relative_or(scene, clause, clause.agents)
    when = time_of(scene, clause)
    if found is None or when is None or not when.edtf or "/" not in when.edtf:
        return
    first, _, last = when.edtf.partition("/")
    for act, day in (("starts", first), ("ends", last)):
        if day not in ("", ".."):
            yield act_finding(scene, clause, act, found, replace(when, edtf=day))


def end_findings(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The mission came to an end", "drew to a close", "was brought to an end"."""
    closing = any(
        word == "to" and scene.sentence.tokens[i].lemma.lower() in ("end", "close", "conclusion")
        for word, i in clause.obliques
    )
    over = clause.lemma == "be" and any(
        scene.sentence.tokens[c].lower in ("over", "finished") for c in scene.sentence.children_of(clause.predicate)
    )
    if not over and not (closing and clause.lemma in ("come", "draw", "bring")):
        return
    for i in (*clause.patients, *clause.agents):
        if slug := either_at(scene, i):
            yield act_finding(scene, clause, "ends", (slug, i), act_time(scene, clause))
            return


def _relative_or(scene: Scene, clause: Clause, arguments: tuple[int, ...]) -> tuple[str, int] | None:
    """The operation among a clause's arguments; before "which", the one named there."""
    before = antecedent(scene, clause, of_object=False)
    places = (before, *arguments) if before is not None else arguments
    return next(((o, i) for i in places if (o := whole_force_at(scene, i))), None)
