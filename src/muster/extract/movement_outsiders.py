"""Who only seems to move a force: relief, returnees, plans and wishes (GUIDE.md, decisions 16, 44)."""

from muster.extract.evidence import Scene, is_place
from muster.model.annotation import Clause, Mention, MentionKind

# What carries goods or people of nobody's army.
_RELIEF = frozenset(
    "humanitarian aid relief food refugee civilian commercial supply charity returnee displaced evacuee".split()
)
_VEHICLES = frozenset({"convoy", "column", "flight", "truck", "lorry", "bus", "train", "caravan"})
_SOLDIERLY = frozenset(
    "military army armed armoured armored troop tank soldier peacekeeping infantry force logistic logistics".split()
)
# Agencies that have no forces: their return, departure or arrival is nobody's movement.
AGENCIES = frozenset(
    {"unhcr", "wfp", "unicef", "icrc", "undp", "who", "iom", "ocha", "fao", "unesco", "unfpa", "ohchr"}
)
_RETURNEES = frozenset(
    "refugee refugees returnee returnees displaced idp idps minority minorities community communities household"
    " households family families villager villagers inhabitant inhabitants evacuee evacuees resident residents".split()
)
_PEOPLES = frozenset(
    "roma ashkali egyptians egyptian gorani bosniaks bosniak bosniacs serbs albanians croats hutu tutsi muslims turks"
    " christians nomads".split()
)
_COMMUNITIES = frozenset("bosniac serb albanian croat bosniak minority local".split())
_TRADES = frozenset({"deminer", "diver", "trainee", "cadet"})
_SENDERS = (MentionKind.OPERATION, MentionKind.COUNTRY, MentionKind.ORGANISATION)
# What one returns to, or leaves for, without moving anywhere.
_SITTINGS = frozenset(
    "session sitting meeting talk negotiation table discussion debate vote assembly parliament work duty school class"
    " job office normal normality dialogue agenda subject question issue topic round".split()
)
_FORBIDDING = frozenset("tell warn order ask urge instruct beg advise caution".split())
_DUTIES = frozenset("patrol strike leave duty alert standby parade rampage hunger fire trial rescue aid terms".split())
_ERRANDS = frozenset("meet see visit talk speak ask look inspect check investigate collect fetch search".split())
_SCHEMES = frozenset(
    "programme program plan process project policy assistance package initiative effort figure".split()
)
_AGAINST = frozenset("opposition objection resistance opposed oppose object resist aversion".split())
_TOO_SOON = frozenset("premature inadvisable unwise inappropriate undesirable irresponsible imprudent".split())
_ADJUNCTS = frozenset("upon on after before during until since following at by for".split())


def is_relief(scene: Scene, i: int, group: Mention) -> bool:
    """A humanitarian convoy, or a convoy of which nothing says that it is a force's."""
    tokens = scene.sentence.tokens
    first, _ = scene.sentence.phrase(i)
    before = {t.lower for t in tokens[min(first, group.first) : i]}
    if tokens[i].lemma.lower() not in _VEHICLES:
        return False
    named = any(m.form in ("adjective", "name", "force") and first <= m.first < i for m in scene.sentence.mentions)
    return bool(before & _RELIEF) or not (before & _SOLDIERLY or named)


def is_people(scene: Scene, i: int, mention: Mention) -> bool:
    """Whether a nationality is a community's ("330 Roma/Ashkali/Egyptians", "Kosovo Serbs"), no force's."""
    tokens = scene.sentence.tokens
    beside = {tokens[at].text for at in (mention.first - 1, mention.last) if 0 <= at < len(tokens)}
    if "/" in beside or "/" in tokens[i].text:
        return True
    lived = mention.first and scene.sentence.mention_at(mention.first - 1, MentionKind.COUNTRY)
    if lived and lived.form == "name" and lived.last == mention.first:
        return True
    words = {t.lower for t in tokens if tokens[t.i - 1].lower not in ("their", "his", "our")}
    others = {t.lower for t in tokens if t.i != i} & _PEOPLES
    told = tokens[mention.last - 1].lower in _PEOPLES and bool(others)
    return bool(words & _RETURNEES) or told or len(others) > 1


def is_no_going(scene: Scene, clause: Clause) -> bool:
    """ "Let go", "is going to be relieved", "goes on patrol", "going nowhere", "went on strike"."""
    tokens = scene.sentence.tokens
    if clause.lemma == "go" and tokens[tokens[clause.predicate].head].lemma == "let":
        return True
    if clause.lemma not in ("go", "come", "set"):
        return False
    if clause.predicate and tokens[clause.predicate - 1].lemma == "let":
        return True
    below = [tokens[c] for c in scene.sentence.children_of(clause.predicate) if c > clause.predicate]
    verbal = clause.lemma == "go" and (any(t.dep in ("xcomp", "ccomp") for t in below) or _is_errand(scene, clause))
    duty = any(tokens[at].lemma.lower() in _DUTIES for _, at in clause.obliques)
    return verbal or duty or any(t.lower in ("nowhere", "wrong", "well", "unpaid", "hungry", "missing") for t in below)


def _is_errand(scene: Scene, clause: Clause) -> bool:
    """ "Monitors who went to meet them"."""
    tokens = scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 3]
    return [t.lower for t in tokens[:1]] == ["to"] and tokens[-1].tag == "VB" and tokens[-1].lemma in _ERRANDS


def is_forbidden(scene: Scene, clause: Clause) -> bool:
    """ "Warned the Australians not to land", "told not to go": an order against it, not a denial of it."""
    tokens = scene.sentence.tokens
    before = [t.lower for t in tokens[max(0, clause.predicate - 2) : clause.predicate]]
    return before == ["not", "to"] and tokens[tokens[clause.predicate].head].lemma.lower() in _FORBIDDING


def is_sitting(scene: Scene, clause: Clause) -> bool:
    """ "They returned for the rest of the session", "returned to the negotiating table"."""
    tokens = scene.sentence.tokens
    for word, at in clause.obliques:
        if word in ("to", "for", "from", "in", "into") and not is_place(scene, at):
            under = {tokens[j].lemma.lower() for j in scene.sentence.subtree(at)}
            if tokens[at].lemma.lower() in _SITTINGS or (word == "for" and under & _SITTINGS):
                return True
    return False


def is_homecoming(scene: Scene, clause: Clause, mover: int) -> bool:
    """ "The mission will enable all refugees to return": who returns stands between the supposed mover and the verb."""
    low, high = sorted((mover, clause.predicate))
    tokens = scene.sentence.tokens
    between = {t.lower for t in tokens[low + 1 : high]}
    first, last = scene.sentence.phrase(mover)
    community = {t.lower for t in tokens[max(0, first - 2) : last]} & (_PEOPLES | _COMMUNITIES)
    return clause.lemma == "return" and bool(between & _RETURNEES or community)


def is_local(scene: Scene, clause: Clause, mover: int) -> bool:
    """ "Local police", "minority officers", deminers whom nobody sends: people of the place, no force that moves."""
    tokens = scene.sentence.tokens
    first, _ = scene.sentence.phrase(mover)
    words = {t.lower for t in tokens[first:mover]}
    sent = any(m.kind in _SENDERS and first <= m.first <= mover for m in scene.sentence.mentions)
    sent = sent or any(scene.sentence.mentions_at(i, *_SENDERS) for i in clause.agents)
    return not sent and (bool(words & {"local", "minority"}) or tokens[mover].lemma.lower() in _TRADES)


def is_scheme(scene: Scene, clause: Clause) -> bool:
    """ "The return programme": a plan known by the movement it is about."""
    token = scene.sentence.tokens[clause.predicate]
    named = clause.nominal and token.dep in ("compound", "nmod", "amod") and clause.lemma == "return"
    return named and scene.sentence.tokens[token.head].lemma.lower() in _SCHEMES | {"centre", "center", "home"}


def is_opposed(scene: Scene, clause: Clause) -> bool:
    """ "Their opposition to the mission transporting police": what somebody will not have is not told as done."""
    tokens = scene.sentence.tokens
    if clause.nominal or tokens[clause.predicate].tag != "VBG":
        return False
    above = [tokens[a].lemma.lower() for a in list(scene.sentence.ancestors(clause.predicate))[:3]]
    return bool(set(above) & _AGAINST)


def is_too_soon(scene: Scene, clause: Clause) -> bool:
    """ "It would be premature to withdraw": thought of, and advised against."""
    tokens = scene.sentence.tokens
    above = {clause.predicate, *scene.sentence.ancestors(clause.predicate)}
    return any(
        tokens[c].lower in _TOO_SOON and (c in above or tokens[c].dep in ("acomp", "oprd", "xcomp", "attr"))
        for a in above
        for c in (a, *scene.sentence.children_of(a))
    )


def is_adjunct(scene: Scene, clause: Clause) -> bool:
    """Whether a noun of doing only sets the time of its verb ("on arrival", "after departure"): the verb's subject
    need not be who moves."""
    above = scene.sentence.tokens[scene.sentence.tokens[clause.predicate].head]
    return above.pos in ("ADP", "SCONJ") and above.lower in _ADJUNCTS
