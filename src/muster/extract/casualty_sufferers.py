"""Whose people they are where the words for them do not say: their side's, the target's of an attack, the loser's."""

from muster.extract.casualty_groups import group_at
from muster.extract.casualty_harm import Harm, own_people
from muster.extract.casualty_nationality import country_before
from muster.extract.casualty_victims import Victims
from muster.extract.evidence import Scene
from muster.extract.incident_words import told_in
from muster.extract.nationality import leading_nation
from muster.model.annotation import MentionKind


def nobody(scene: Scene, who: Victims) -> str:
    """Whom claims name where no word tells the group: those spoken of last; soldiers are the force's, others people."""
    country = country_before(scene, who.tokens[0])
    return country or who.meant or ("peacekeepers" if who.sort == "soldiers" else "people")


def sufferer(scene: Scene, harm: Harm) -> str | None:
    """The country or mission that "suffered two dead", "had three men killed", or in which "twenty" were killed."""
    own = [at for word, at in harm.clause.obliques if word in ("in", "of", "from")]
    if any(scene.sentence.mention_at(at, MentionKind.OPERATION) for at in own):
        return "peacekeepers"
    if (own_side := _on_own_side(scene, harm)) is not None:
        return own_side
    for at in (harm.clause.predicate, *scene.sentence.ancestors(harm.clause.predicate)):
        clause = scene.sentence.clause_at(at)
        bodies = scene.sentence.tokens[harm.at].lemma.lower() in ("body", "corpse")
        if clause is not None and clause.lemma == "leave" and (bodies or clause.oblique("on", "behind") is not None):
            return next((scene.phrase(i) for i in clause.agents if _is_side(scene, i)), None)
        if clause is not None and clause.lemma in ("suffer", "have", "sustain", "take", "lose"):
            return next((name for i in clause.agents for name in own_people(scene, i)), None)
    return None


def _on_own_side(scene: Scene, harm: Harm) -> str | None:
    """ "Our losses: two dead", "two dead among the Malian troops", "fired on the demonstrators, leaving one dead"."""
    tokens = scene.sentence.tokens
    before = {t.lower for t in tokens[: harm.start]}
    if ":" in before and before & {"losses", "casualties", "dead"}:
        named = (name for i in range(harm.start) for name in own_people(scene, i))
        return next(named, None) or leading_nation(scene.document) or "peacekeepers"
    among = next((t.i for t in tokens[harm.at + 1 : harm.at + 3] if t.lower == "among"), None)
    heads = [*scene.sentence.children_of(among)] if among is not None else []
    aimed = (
        at
        for told in told_in(scene)
        if told.type in ("attack", "shelling", "clash") and told.clause.predicate < harm.start
        for at in (*told.clause.patients, *(at for word, at in told.clause.obliques if word in ("on", "at", "upon")))
    )
    return next((name for i in (*heads, *aimed) if (name := group_at(scene, i)) is not None), None)


def _is_side(scene: Scene, i: int) -> bool:
    """Whether a word names a side that leaves its own dead behind."""
    known = any(m.form in ("armed", "group", "units", "institutions") for m in scene.sentence.groups_at(i))
    return known or scene.sentence.tokens[i].lemma.lower() in ("enemy", "attacker", "side")
