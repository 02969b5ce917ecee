"""Acts on a mandate that no single verb tells: "called into being", "gave another six months", "is up on 27 June"."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.mandate_acts import act_finding, act_time, is_decided
from muster.extract.mandate_basis import instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_frames import first_operation, is_by_council, quoting, receiver_of, until_of
from muster.extract.mandate_operations import MANDATE, mandate_at, operation_at
from muster.gazetteer import operations_under
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_BIRTH = frozenset(
    {"birth", "life", "existence", "blessing", "ahead", "light", "nod", "consent", "approval", "mandate"}
)
_GIVING = frozenset({"give", "grant", "accord", "lend", "award", "allow", "get", "receive", "win", "obtain"})
_SPANS = frozenset({"month", "week", "year", "day", "half", "extension", "lease", "term", "mandate"})
_MORE = frozenset({"another", "further", "more", "additional", "extra", "new", "second", "fresh"})
_TASKS = frozenset({"task", "power", "duty", "mandate", "role", "responsibility", "function", "tooth", "order"})
_WIDER = frozenset("new wider broader stronger additional further more robust tougher greater extra narrower".split())
_BASIS = frozenset({"basis", "foundation", "ground", "footing", "root", "origin"})
_RESTING = frozenset({"rest", "stand", "lean", "repose", "base", "rely", "found", "ground"})
_ACTING = frozenset("be act operate work serve deploy stay remain station stand go function".split())
_PASSED = frozenset({"authority", "responsibility", "mandate", "operation", "mission", "command", "task", "duty"})
_LASTING = frozenset({"run", "stand", "last", "hold", "go", "continue", "remain", "extend", "stay"})
_LEAVING = frozenset({"going", "place", "alive", "there", "on", "post", "station"})


def idiom_findings(scene: Scene) -> Iterator[Finding]:
    """What the idioms of a sentence tell of mandates."""
    for clause in scene.sentence.clauses:
        if not clause.nominal:
            for find in _READINGS:
                yield from find(scene, clause)
    yield from _transferred(scene)
    yield from _asked_for(scene)


def _given(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Gave birth to it", "gave the go-ahead"; "its mandate was established by Resolution 425"."""
    words = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
    about: tuple[str, int] | None = None
    finite = scene.sentence.tokens[clause.predicate].tag in ("VBD", "VBZ", "VBP") or clause.tense == "future"
    if clause.lemma in ("give", "grant") and finite and _BIRTH & words and is_by_council(scene, clause):
        about = receiver_of(scene, clause) or (_going_ahead(scene, clause) if words & {"ahead", "light"} else None)
    elif clause.lemma in ("establish", "create", "define") and instrument_near(scene, clause.predicate) is not None:
        about = next(((s, i) for i in clause.patients if (s := mandate_at(scene, i, frozenset({"mandate"})))), None)
    if about is not None:
        yield act_finding(scene, clause, "established", about, act_time(scene, clause))


def _going_ahead(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """The operation in focus, where nothing else is given the go-ahead."""
    return (scene.focus, clause.predicate) if scene.focus is not None else None


def _founded_on(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The legal basis is Resolution 425", "rests on Resolution 425", "is there under Resolution 425"."""
    instrument = instrument_near(scene, clause.predicate)
    if instrument is None:
        return
    if clause.lemma == "be":
        for i in (*clause.agents, *clause.patients):
            slug = mandate_at(scene, i, _BASIS)
            if slug is not None:
                told = act_finding(scene, clause, "established", (slug, i), act_time(scene, clause))
                yield quoting(told, instrument)
                return
    about = first_operation(scene, clause.patients if clause.passive else clause.agents)
    number = instrument.name.removeprefix("UNSCR ")
    founding = about is not None and about[0] in {each.slug for each in operations_under(number)}
    words = {word for word, _ in clause.obliques}
    finite = scene.sentence.tokens[clause.predicate].tag != "VBG"
    rests = finite and clause.lemma in _RESTING and bool(words & {"on", "upon"}) and instrument.authority is not None
    before = [t.lower for t in scene.sentence.tokens if t.start < instrument.start][-5:]
    behind = instrument.start > scene.sentence.tokens[clause.predicate].start
    acts = founding and clause.lemma in _ACTING and "under" in before and behind
    if about is not None and (rests or acts):
        yield replace(quoting(act_finding(scene, clause, "established", about, None), instrument), weight=-1)


def _sent(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Was sent by ECOWAS on the 7th": an organisation sends its whole force on a day."""
    if clause.lemma not in ("send", "dispatch", "despatch", "deploy"):
        return
    if is_decided(scene, clause):
        about = first_operation(scene, clause.patients)
        if about is not None:
            yield act_finding(scene, clause, "established", about, act_time(scene, clause))
        return
    if not clause.agents or clause.lemma == "deploy":
        return
    when = act_time(scene, clause)
    by = any(scene.sentence.mentions_at(i, MentionKind.ORGANISATION) for i in clause.agents)
    about = first_operation(scene, clause.patients)
    if by and about is not None and when is not None and when.edtf:
        yield act_finding(scene, clause, "established", about, when)


def _prolonged(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Gave the mission another six months", "got six more months", "kept the force going until August"."""
    tokens = scene.sentence.tokens
    if clause.lemma in _GIVING and _has_more(scene, clause, _SPANS, _MORE):
        own = first_operation(scene, clause.agents) if clause.lemma in ("get", "receive", "win", "obtain") else None
        about = own or receiver_of(scene, clause)
    elif clause.lemma in ("keep", "maintain", "retain", "leave"):
        going = any(tokens[c].lower in _LEAVING for c in scene.sentence.subtree(clause.predicate)[:14])
        bounded = until_of(scene) is not None or _has_more(scene, clause, _SPANS, _MORE)
        about = first_operation(scene, clause.patients) if going and bounded else None
    else:
        return
    if about is not None:
        yield act_finding(scene, clause, "extended", about, act_time(scene, clause))


def _has_more(scene: Scene, clause: Clause, nouns: frozenset[str], modifiers: frozenset[str]) -> bool:
    """Whether a noun of these with such a modifier stands right behind the verb."""
    tokens = scene.sentence.tokens
    for token in tokens[clause.predicate + 1 : clause.predicate + 12]:
        if token.lemma.lower() in nouns and any(
            t.lower in modifiers for t in tokens[max(clause.predicate, token.i - 4) : token.i + 2]
        ):
            return True
    return False


def _recast(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Gave UNIFIL new tasks", "added the protection of civilians to its mandate"."""
    about = None
    if clause.lemma in _GIVING - {"get"} and _has_more(scene, clause, _TASKS, _WIDER):
        bare = clause.passive and not clause.agents
        about = receiver_of(scene, clause) if bare or is_by_council(scene, clause) else None
    elif clause.lemma == "add":
        about = next(
            ((s, i) for word, i in clause.obliques if word == "to" and (s := mandate_at(scene, i, MANDATE))), None
        )
    if about is not None:
        yield act_finding(scene, clause, "changed", about, act_time(scene, clause))


def _expiring(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The mandate stands until 29 July", "is up on 27 June", "goes out on 19 September"."""
    following = [t.lower for t in scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 3]]
    up = clause.lemma in ("be", "run", "go") and (clause.particle in ("up", "out") or {*following} & {"up", "out"})
    end = until_of(scene)
    for i in clause.agents:
        slug = mandate_at(scene, i) or _granted(scene, i)
        if slug is None:
            continue
        when = act_time(scene, clause) if up else end.when if end is not None and clause.lemma in _LASTING else None
        if when is not None and when.edtf:
            day = replace(when, edtf=when.edtf.removeprefix("../"))
            told = act_finding(scene, clause, "ends", (slug, i), day)
            ahead = told.status is Status.ACTUAL and clause.tense != "past"
            yield replace(told, status=Status.PLANNED) if ahead else told
            return


def _granted(scene: Scene, i: int) -> str | None:
    """The operation in focus for "the six months that the Council granted"."""
    token = scene.sentence.tokens[i]
    under = {scene.sentence.tokens[j].lemma.lower() for j in scene.sentence.subtree(i)}
    owned = under & {"council", "grant", "allot", "give", "our", "its"}
    return scene.focus if token.lemma.lower() in ("month", "year", "week") and owned else None


def _at_work(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Operations began on 4 July", "the Force's operations terminate on 31 December"."""
    act = "starts" if clause.lemma in ("begin", "start", "commence") else "ends"
    if act == "ends" and clause.lemma not in ("cease", "end", "terminate", "stop", "conclude"):
        return
    when = act_time(scene, clause) or next((t.when for t in scene.sentence.times if t.when.edtf), None)
    for i in clause.agents:
        slug = mandate_at(scene, i, frozenset({"operations"})) if scene.sentence.tokens[i].tag == "NNS" else None
        if slug is not None and when is not None and when.edtf:
            yield act_finding(scene, clause, act, (slug, i), when)


def _asked_for(scene: Scene) -> Iterator[Finding]:
    """ "A further extension will be needed": of the operation in focus, where nothing else is said to be prolonged."""
    for clause in scene.sentence.clauses:
        words = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(clause.predicate)}
        bare = clause.nominal and not clause.patients and not words & {"of", "to", "for", "visa", "lease", "contract"}
        if not bare or clause.lemma not in ("extension", "prolongation", "renewal", "rollover"):
            continue
        if scene.focus is not None and words & {"further", "another", "new", "second", "the", "any", "its"}:
            told = act_finding(scene, clause, "extended", (scene.focus, clause.predicate), act_time(scene, clause))
            above = (c for a in scene.sentence.ancestors(clause.predicate) if (c := scene.sentence.clause_at(a)))
            status = next((c.status for c in above), told.status)
            conditional = {t.lower for t in scene.sentence.tokens} & {"should", "if", "unless", "could", "might", "may"}
            yield replace(told, status=Status.POSSIBLE if conditional else status)


def _transferred(scene: Scene) -> Iterator[Finding]:
    """ "Transfer of authority from UNPROFOR to IFOR is set for 20 December": the one it goes to starts."""
    for clause in scene.sentence.clauses:
        if not clause.nominal or clause.lemma not in ("transfer", "handover", "transition"):
            continue
        giver, taker = clause.oblique("from"), clause.oblique("to")
        what = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
        if what and not what & _PASSED:
            continue
        slug = operation_at(scene, taker) if taker is not None else None
        other = operation_at(scene, giver) if giver is not None else None
        verb = next((c for a in scene.sentence.ancestors(clause.predicate) if (c := scene.sentence.clause_at(a))), None)
        when = act_time(scene, verb) if verb is not None else None
        if slug is not None and taker is not None and other not in (None, slug) and verb is not None:
            told = act_finding(scene, verb, "starts", (slug, taker), when)
            ahead = verb.lemma in ("set", "plan", "schedule", "due", "fix") and told.status is Status.ACTUAL
            yield replace(told, status=Status.PLANNED) if ahead else told


_READINGS = (_given, _founded_on, _sent, _prolonged, _recast, _expiring, _at_work)
