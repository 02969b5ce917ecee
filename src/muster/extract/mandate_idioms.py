"""Acts on a mandate that no single verb tells: "called into being", "gave another six months", "is up on 27 June"."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.mandate_acts import act_finding, act_time
from muster.extract.mandate_basis import Instrument, instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import MANDATE, antecedent, mandate_at, operation_at
from muster.gazetteer import operations_under
from muster.model.annotation import Clause, MentionKind, WhenMention
from muster.model.claim import Status

_BEING = frozenset({"being", "existence", "life"})
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
_LASTING = frozenset({"run", "stand", "last", "hold", "go", "continue", "remain", "extend", "stay"})
_SHOES = frozenset({"place", "shoe", "boot", "stead", "role", "baton", "torch", "reins", "rein"})
_LEAVING = frozenset({"going", "place", "alive", "there", "on", "post", "station"})


def idiom_findings(scene: Scene) -> Iterator[Finding]:
    """What the idioms of a sentence tell of mandates."""
    for clause in scene.sentence.clauses:
        if not clause.nominal:
            for find in _READINGS:
                yield from find(scene, clause)
    yield from _transferred(scene)
    yield from _asked_for(scene)


def _born(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Called into being", "gave birth to it", "owes its existence to Resolution 425"."""
    words = [scene.sentence.tokens[i].lemma.lower() for i in clause.patients]
    into = any(
        (word == "into" and scene.sentence.tokens[i].lower in _BEING)
        or (word == "on" and scene.sentence.tokens[i].lower == "foot")
        for word, i in clause.obliques
    )
    if clause.lemma in ("call", "bring", "come", "spring", "put", "set") and into:
        about = _first(scene, clause.patients if clause.passive else (*clause.patients, *clause.agents))
    elif clause.lemma in ("give", "grant") and _BIRTH & {*words}:
        about = _receiver(scene, clause) or (_going_ahead(scene, clause) if {*words} & {"ahead", "light"} else None)
        about = about if _is_given_by_council(scene, clause) else None
    elif clause.lemma in ("establish", "create", "define") and instrument_near(scene, clause.predicate) is not None:
        about = next(((s, i) for i in clause.patients if (s := mandate_at(scene, i, frozenset({"mandate"})))), None)
    elif clause.lemma == "owe" and {*words} & {"existence", "birth", "origin", "mandate", "life"}:
        about = _first(scene, clause.agents)
    else:
        return
    if about is not None:
        yield act_finding(scene, clause, "established", about, act_time(scene, clause))


def _going_ahead(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """The operation in focus, where nothing else is given the go-ahead."""
    return (scene.focus, clause.predicate) if scene.focus is not None else None


def _is_given_by_council(scene: Scene, clause: Clause) -> bool:
    """Whether a council, an organisation or a resolution gives."""
    agents = [scene.sentence.tokens[i] for i in clause.agents]
    if any(scene.sentence.mentions_at(t.i, MentionKind.ORGANISATION) for t in agents):
        return True
    return any(t.lemma.lower() in ("council", "resolution", "decision", "assembly", "summit") for t in agents)


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
                yield _with(told, instrument)
                return
    about = _first(scene, clause.patients if clause.passive else clause.agents)
    number = instrument.name.removeprefix("UNSCR ")
    founding = about is not None and about[0] in {each.slug for each in operations_under(number)}
    words = {word for word, _ in clause.obliques}
    rests = clause.lemma in _RESTING and bool(words & {"on", "upon"}) and instrument.authority is not None
    before = [t.lower for t in scene.sentence.tokens if t.start < instrument.start][-5:]
    acts = founding and clause.lemma in _ACTING and "under" in before
    if about is not None and (rests or acts):
        yield replace(_with(act_finding(scene, clause, "established", about, None), instrument), weight=-1)


def _with(told: Finding, instrument: Instrument) -> Finding:
    """The finding with the words of its instrument among those it needs."""
    words = (t.i for t in told.scene.sentence.tokens if instrument.start <= t.start < instrument.end)
    return replace(told, tokens=(*told.tokens, *words))


def _sent(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Was sent by ECOWAS on the 7th": an organisation sends its whole force on a day."""
    if clause.lemma not in ("send", "dispatch", "despatch") or not clause.agents:
        return
    when = act_time(scene, clause)
    by = any(scene.sentence.mentions_at(i, MentionKind.ORGANISATION) for i in clause.agents)
    about = _first(scene, clause.patients)
    if by and about is not None and when is not None and when.edtf:
        yield act_finding(scene, clause, "established", about, when)


def _prolonged(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Gave the mission another six months", "got six more months", "kept the force going until August"."""
    tokens = scene.sentence.tokens
    if clause.lemma in _GIVING and _has_more(scene, clause, _SPANS, _MORE):
        own = _first(scene, clause.agents) if clause.lemma in ("get", "receive", "win", "obtain") else None
        about = own or _receiver(scene, clause)
    elif clause.lemma in ("keep", "maintain", "retain", "leave"):
        going = any(tokens[c].lower in _LEAVING for c in scene.sentence.subtree(clause.predicate)[:14])
        bounded = _until(scene) is not None or _has_more(scene, clause, _SPANS, _MORE)
        about = _first(scene, clause.patients) if going and bounded else None
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
        about = _receiver(scene, clause) if bare or _is_given_by_council(scene, clause) else None
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
    end = _until(scene)
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


def _until(scene: Scene) -> WhenMention | None:
    """The time up to which something goes on."""
    for time in scene.sentence.times:
        before = scene.sentence.tokens[max(0, time.first - 1)].lower
        opens = scene.sentence.tokens[time.first].lower
        if time.when.edtf and {before, opens} & {"until", "till", "through", "to"}:
            return time
    return None


def _stepped_in(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Has taken the place of MONUC", "stepped into the boots of ATMIS", "became operational on 1 October"."""
    tokens = scene.sentence.tokens
    objects = {tokens[i].lemma.lower() for i in (*clause.patients, *(i for _, i in clause.obliques))}
    ready = any(tokens[c].lower in ("operational", "active") for c in scene.sentence.children_of(clause.predicate))
    when = act_time(scene, clause)
    before = antecedent(scene, clause, of_object=False)
    about = _first(scene, clause.agents if before is None else (before, *clause.agents))
    steps = clause.lemma in ("take", "step", "fill", "slip") and objects & _SHOES
    if about is not None and (steps or (ready and clause.lemma in ("be", "become", "go") and when is not None)):
        plain = replace(when, edtf=when.edtf.removesuffix("/..")) if when is not None and when.edtf else when
        yield act_finding(scene, clause, "starts", about, plain)


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
        slug = operation_at(scene, taker) if taker is not None else None
        other = operation_at(scene, giver) if giver is not None else None
        verb = next((c for a in scene.sentence.ancestors(clause.predicate) if (c := scene.sentence.clause_at(a))), None)
        when = act_time(scene, verb) if verb is not None else None
        if slug is not None and taker is not None and other not in (None, slug) and verb is not None:
            told = act_finding(scene, verb, "starts", (slug, taker), when)
            ahead = verb.lemma in ("set", "plan", "schedule", "due", "fix") and told.status is Status.ACTUAL
            yield replace(told, status=Status.PLANNED) if ahead else told


def _first(scene: Scene, arguments: tuple[int, ...]) -> tuple[str, int] | None:
    """The first operation among these words, with its word."""
    return next(((slug, i) for i in arguments if (slug := operation_at(scene, i))), None)


def _receiver(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """Whom something is given: an object, "to" or "for" somebody, the word before "which"."""
    behind = tuple(i for word, i in clause.obliques if word in ("to", "for"))
    dative = tuple(
        c for c in scene.sentence.children_of(clause.predicate) if scene.sentence.tokens[c].dep in ("dative", "dobj")
    )
    before = antecedent(scene, clause, of_object=True)
    places = (*clause.patients, *dative, *behind, *_behind(scene, clause), *((before,) if before is not None else ()))
    found = _first(scene, places)
    meant = next((i for i in places if scene.sentence.tokens[i].lower in ("it", "them")), None)
    owned = next(((s, i) for i in clause.patients if (s := mandate_at(scene, i))), None)
    return found or owned or ((scene.focus, meant) if meant is not None and scene.focus else None)


def _behind(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """What stands behind "for" and "to" at an object of the clause ("the go-ahead for the mission")."""
    tokens = scene.sentence.tokens
    links = (c for i in clause.patients for c in scene.sentence.children_of(i) if tokens[c].lower in ("for", "to"))
    return tuple(d for c in links for d in scene.sentence.children_of(c))


_READINGS = (_born, _founded_on, _sent, _prolonged, _recast, _expiring, _stepped_in, _at_work)
