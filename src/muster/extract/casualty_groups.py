"""What claims call those who are hurt: a country's soldiers, the mission's, civilians, others as written (GUIDE.md,
decisions 1, 3, 23)."""

from muster.extract.casualty_nationality import country_before, hosts, nationality
from muster.extract.evidence import Scene
from muster.extract.nationality import home_nation, leading_nation
from muster.gazetteer import operation
from muster.model.annotation import CountMention, Mention, MentionKind

_FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "staff"})
_PERSONS = _FORCES | {"armed", "civilians", "offices", "spokes"}
# Nouns that say "soldier" only of somebody's own ("his men").
_LOOSE = frozenset(
    (
        "man men boy driver doctor nurse captain specialist member pioneer private pilot volunteer compatriot "
        "comrade companion"
    ).split()
)
# Nouns of persons that are no sort of actor.
_ANYBODY = frozenset(
    (
        "other person individual people hostage captive prisoner detainee suspect survivor national "
        "expatriate foreigner european african westerner infant baby element victim"
    ).split()
)
# Whose own they are is a vehicle's, not a force's ("its driver").
_ABOARD = frozenset({"driver", "pilot", "coxswain", "passenger"})
# How the names of operations begin that several countries share under the lead of one.
_SHARED = ("International", "Multi", "Regional", "Combined", "Joint", "Commonwealth")
_ANY_CIVILIAN = frozenset({"man", "woman", "person", "people", "male", "female", "adult"})
_NAMES = (MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.UNIT)
_ARMIES = frozenset("force forces army navy battalion contingent company unit regiment brigade".split())
# Sentences back in which the police may have been named that "an officer" is of.
_TOLD_BEFORE = 4
_COMRADES = frozenset({"member", "officer", "comrade", "compatriot", "serviceman", "man", "men"})
_FELLOWS = frozenset({"soldier", "trooper", "mate", "colleague", "marine"})
# Callings that a nationality does not make a soldier's.
_CIVIL = frozenset(
    {"nurse", "boy", "doctor", "cook", "staff", "worker", "employee", "contractor", "interpreter", "volunteer"}
)
_SOLDIERLY = frozenset(
    "soldier peacekeeper observer trooper policeman officer sergeant corporal monitor man "
    "cpl sgt lt capt maj col pte".split()
)
_STRIPPED = frozenset(
    (
        "the a an other more additional further another some least at about its their his her our these those "
        "of as many one estimated wounded injured killed dead fallen up to mostly all both missing , - "
        "alleged armed unarmed my no x any single young old elderly "
    ).split()
)  # fmt: skip
_PRONOUNS = frozenset("they them these those whom who he him she her".split())
# Peoples named as parties to a conflict inside a country, not as the soldiers of one.
_PEOPLES = frozenset(
    ("serb serbs albanian albanians croat croats bosniak bosniaks muslims tutsi hutu arab arabs kurd kurds").split()
)
_NO_PEOPLE = frozenset(
    (
        "vehicle car truck animal cow goat sheep dog camel donkey horse cattle tree house building tank "
        "aircraft helicopter plane hour day week month year bus jeep convoy lorry livestock head tonne ton "
        "kilometre mile town village position weapon rifle round job seat hectare post shop shell"
    ).split()
)  # fmt: skip


def group_at(scene: Scene, noun: int, count: CountMention | None = None) -> str | None:
    """What claims call the people that a noun names; None if it names none that are known."""
    token = scene.sentence.tokens[noun]
    country = nationality(scene, noun, count)
    if token.lemma == "member" and country in hosts(scene):
        country = None  # members of a body of the country's own, no soldiers it sends
    groups = [g for g in scene.sentence.groups_at(noun) if g.form in _PERSONS]
    if token.pos == "PRON" and token.lower in _PRONOUNS:
        return _meant(scene, noun)
    if token.lemma.lower() in _ANYBODY:
        return words_of(scene, count, noun)
    if token.lower in ("ours", "us") or (token.lower == "number" and count and count.partitive):
        return leading_nation(scene.document) or "peacekeepers"
    if country is not None and ((count and count.partitive) or (not groups and token.lemma.lower() in _SOLDIERLY)):
        return country  # also where the parse makes the noun part of the next ("1 x Irish soldier WIA")
    return _group(scene, groups[0], noun, country, count) if groups else _unsorted(scene, noun, count)


def _meant(scene: Scene, i: int) -> str | None:
    """Whom "them" or "he" means: a country's soldiers, the mission's, or others as written."""
    found = next((m for m in scene.sentence.groups_at(i) if m.form in _PERSONS | {"units", "missions"}), None)
    if found is None or found.value.casefold() in _PRONOUNS:
        return None
    return found.country or ("peacekeepers" if operation(found.value) is not None else found.value)


def _unsorted(scene: Scene, noun: int, count: CountMention | None) -> str | None:
    """The group of a noun that is no sort of actor: mates, a people, a demonym."""
    token = scene.sentence.tokens[noun]
    if token.lemma.lower() in _FELLOWS:
        return country_before(scene, count.first if count is not None else noun)
    peoples = [g for g in scene.sentence.groups_at(noun) if g.form == "group"]
    if peoples:
        return peoples[0].value
    mention = scene.sentence.mention_at(noun, MentionKind.COUNTRY)
    if mention is not None and (mention.form in ("demonym", "adjective", "force") or (count and count.noun == noun)):
        return _people(scene, mention, noun, count)
    return words_of(scene, count, noun) if token.entity == "NORP" else None


def words_of(scene: Scene, count: CountMention | None, noun: int) -> str:
    """The group as written, without number and article."""
    tokens = scene.sentence.tokens
    first = count.last if count is not None and count.last <= noun else scene.sentence.phrase(noun)[0]
    while first < noun and (tokens[first].lower in _STRIPPED or tokens[first].pos == "NUM"):
        first += 1
    return scene.words(first, noun + 1)


def sort_at(scene: Scene, noun: int) -> str:
    """What sort of actor a noun is (`data/nouns.yaml`); empty if it is none."""
    return next((g.form for g in scene.sentence.groups_at(noun)), "")


def _group(scene: Scene, group: Mention, noun: int, country: str | None, count: CountMention | None) -> str:
    """The group of people of a known sort: civilians, a country's soldiers, the mission's, others as written."""
    lemma = scene.sentence.tokens[noun].lemma.lower()
    written = words_of(scene, count, noun)
    if group.form == "soldiers" and _says(scene, noun, "government", "governmental"):
        at_home = hosts(scene)
        return at_home[0] if len(at_home) == 1 else written
    if lemma == "civilian" or (lemma in _ANY_CIVILIAN and _says(scene, noun, "civilian")):
        return "civilians"
    if lemma in ("man", "woman") and group.form == "civilians":
        return country or _told_country(scene, noun, count) or written
    lettered = country is None and _is_of_other_body(scene, noun)
    if group.form not in _FORCES or _is_local(scene, noun) or lettered or _is_policeman(scene, noun, country):
        return written
    if country is not None and lemma not in _CIVIL:
        return written if group.form == "police" and country in hosts(scene) else country
    told = _told_country(scene, noun, count) or _of_home(scene, group, noun, lemma)
    return told or (_force_s(group) if _is_mission_s(scene, group, noun) else written)


def _is_policeman(scene: Scene, noun: int, country: str | None) -> bool:
    """Whether a bare "officer" is one of the police spoken of in the sentence or the one before, not of the force."""
    tokens = scene.sentence.tokens
    if country is not None or tokens[noun].lemma.lower() != "officer" or _of_mission(scene, noun):
        return False
    at = scene.sentence.index
    near = [t for s in scene.document.sentences[max(0, at - _TOLD_BEFORE) : at] for t in s.tokens] + list(tokens[:noun])
    return any(t.lower in ("police", "policeman", "policemen") for t in near)


def _of_home(scene: Scene, group: Mention, noun: int, lemma: str) -> str | None:
    """The nation whose own document it is, for soldiers that it calls nobody's."""
    plain = lemma in _FELLOWS | _COMRADES and not _is_named(scene, noun) and not _is_its(scene, noun)
    plain = plain and group.form == "soldiers" and not _gathers(scene, noun)
    plain = plain and not _says(
        scene, noun, "international", "multinational", "foreign", "allied", "coalition", "enemy"
    )
    return home_nation(scene.document) if plain else None


def _gathers(scene: Scene, noun: int) -> bool:
    """ "Members of the gang": whose members they are is told, and no force's ("members of the Armed Forces")."""
    clause = scene.sentence.clause_at(noun)
    whose = [at for word, at in clause.obliques if word == "of"] if clause else []
    return any(scene.sentence.tokens[at].lemma.lower() not in _ARMIES for at in whose)


def _force_s(group: Mention) -> str:
    """Whose a force's soldiers are: the country's where it is one country's own operation."""
    force = operation(group.value)
    shared = force is None or any(name.startswith(_SHARED) for name in force.names)
    return force.led_by if force is not None and not shared and force.led_by.isupper() else "peacekeepers"


def _says(scene: Scene, noun: int, *words: str) -> bool:
    """Whether one of these words stands before the noun in its own phrase."""
    first, _ = scene.sentence.phrase(noun)
    return any(scene.sentence.tokens[i].lower in words for i in range(first, noun))


def _is_of_other_body(scene: Scene, noun: int) -> bool:
    """ "Two HNP officers": of a body known only by its letters, that is no operation or organisation we know."""
    tokens, (first, _) = scene.sentence.tokens, scene.sentence.phrase(noun)
    letters = (t for t in tokens[first:noun] if t.pos == "PROPN" and t.text.isupper() and t.text.isalpha())
    return not tokens[noun].text.isupper() and any(scene.sentence.mention_at(t.i, *_NAMES) is None for t in letters)


def _told_country(scene: Scene, noun: int, count: CountMention | None) -> str | None:
    """The country of soldiers told without it: a speaker's own, or those spoken of just before."""
    lemma = scene.sentence.tokens[noun].lemma.lower()
    if _is_ours(scene, noun) and (home := leading_nation(scene.document)) is not None:
        return home
    if lemma in _ABOARD or lemma not in _LOOSE | _FELLOWS or _is_its(scene, noun):
        return None
    if _of_mission(scene, noun) or _is_named(scene, noun):
        return None
    return country_before(scene, count.first if count is not None else noun)


def _is_mission_s(scene: Scene, group: Mention, noun: int) -> bool:
    """Whether members of forces without a nationality are the mission's own."""
    lemma = scene.sentence.tokens[noun].lemma.lower()
    if _of_mission(scene, noun) or group.form == "peacekeepers":
        return True
    if operation(group.value) is None:
        return _is_its(scene, noun) and scene.focus is not None
    if group.form == "staff" or lemma in _ABOARD:
        return False
    return _is_named(scene, noun) or group.form == "observers" or lemma not in _LOOSE or _owned(scene, noun)


def _is_local(scene: Scene, noun: int) -> bool:
    """Whether the people are staff, or a local body's: "national staff members", "Kosovo Police Service officers"."""
    first, last = scene.sentence.phrase(noun)
    if any(scene.sentence.tokens[i].lower in ("staff", "local", "interpreter", "civilian") for i in range(first, last)):
        return True
    bodies = (m for m in scene.sentence.mentions if m.kind is MentionKind.GROUP and m.form == "group")
    return any(first <= m.first and m.last <= noun + 1 for m in bodies)


def _is_ours(scene: Scene, noun: int) -> bool:
    """Whether the people are a speaker's own: "our servicemen", "two of his men"."""
    tokens = scene.sentence.tokens
    return any(
        tokens[c].dep == "poss" and tokens[c].lower in ("our", "his", "her", "my")
        for c in scene.sentence.children_of(noun)
    )


def _of_mission(scene: Scene, noun: int) -> bool:
    """ "Members of the mission", "the mission's personnel": their phrase names an operation by name or description."""
    clause = scene.sentence.clause_at(noun)
    heads = [at for word, at in clause.obliques if word in ("of", "from", "with", "in")] if clause else []
    heads += [
        c
        for c in scene.sentence.children_of(noun)
        if scene.sentence.tokens[c].dep == "poss" and scene.sentence.tokens[c].pos != "PRON"
    ]
    return any(operation(m.value) is not None for at in heads for m in scene.sentence.mentions_at(at))


def _is_its(scene: Scene, noun: int) -> bool:
    """Whether the people are a force's: "its soldiers", "their men"."""
    tokens = scene.sentence.tokens
    return any(
        tokens[c].dep == "poss" and tokens[c].lower in ("its", "their") for c in scene.sentence.children_of(noun)
    )


def _is_named(scene: Scene, noun: int) -> bool:
    """Whether an operation or organisation stands in the noun's own phrase: "three UNIFIL soldiers"."""
    first, _ = scene.sentence.phrase(noun)
    kinds = (MentionKind.OPERATION, MentionKind.ORGANISATION)
    return any(m.kind in kinds and first <= m.first <= noun and m.form != "anaphor" for m in scene.sentence.mentions)


def _owned(scene: Scene, noun: int) -> bool:
    """Whether the people are somebody's own: "its men", "members of the mission"."""
    tokens = scene.sentence.tokens
    first, last = scene.sentence.phrase(noun, of=True)
    named = any(m.kind is MentionKind.OPERATION and first <= m.first < last for m in scene.sentence.mentions)
    return named or any(tokens[c].dep == "poss" and tokens[c].pos == "PRON" for c in scene.sentence.children_of(noun))


def _people(scene: Scene, mention: Mention, noun: int, count: CountMention | None) -> str:
    """A demonym alone: the soldiers of a country that sends some, the people of one where the operation is."""
    if scene.sentence.tokens[noun].lower in _PEOPLES or mention.value in hosts(scene):
        return words_of(scene, count, noun)
    return mention.value


def may_be_people(scene: Scene, noun: int) -> bool:
    """Whether an unknown noun can be people, where the word of harm says that it is."""
    token = scene.sentence.tokens[noun]
    known = scene.sentence.groups_at(noun) and token.lemma.lower() not in ("guard", "crew")
    return (
        token.pos in ("NOUN", "PROPN")
        and not known
        and token.lemma.lower() not in _NO_PEOPLE
        and token.entity not in ("DATE", "TIME", "MONEY")
    )
