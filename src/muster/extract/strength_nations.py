"""How many countries an operation's people come from: "from 27 nations", "drawn from", "the 12-nation force"."""

from muster.extract.evidence import Scene
from muster.model.annotation import CountMention

_NATIONS = frozenset({"nation", "country", "state", "contributor", "nationality", "nations", "countries"})
_SUPPLYING = frozenset(
    {"supply", "contribute", "provide", "send", "take", "participate", "join", "field", "give", "deploy", "have"}
)
_MEMBERS = frozenset({"member", "members", "ally", "allies"})


def nation_counts(scene: Scene) -> tuple[CountMention, ...]:
    """The numbers of the sentence that count countries."""
    return tuple(count for count in scene.sentence.counts if not count.article and _counts_nations(scene, count))


def _counts_nations(scene: Scene, count: CountMention) -> bool:
    tokens = scene.sentence.tokens
    joint = (
        tokens[count.last + 1].lemma.lower()
        if count.last + 1 < len(tokens) and tokens[count.last].text in "-‐‑–"
        else ""
    )
    if joint in _NATIONS:
        return True
    return count.noun is not None and tokens[count.noun].lemma.lower() in _NATIONS and count.count.best is not None


def contributing(scene: Scene) -> CountMention | None:
    """The number of countries that the operation's people are from, if the sentence tells it."""
    tokens = scene.sentence.tokens
    for count in nation_counts(scene):
        before = tokens[count.first - 1].lower if count.first else ""
        if before in ("from", "by", "across", "of") or tokens[count.last].text in "-‐‑–" or _supplies(scene, count):
            return count
    return None


def _supplies(scene: Scene, count: CountMention) -> bool:
    """ "Six nations supply the force's troops"."""
    return any(
        count.noun in clause.agents and clause.lemma in _SUPPLYING
        for clause in scene.sentence.clauses
        if count.noun is not None
    )


def groups_in(scene: Scene, total: CountMention) -> tuple[tuple[str, int], ...]:
    """The sorts of countries that a number of countries is made up of: members of the alliance and partners."""
    found: dict[str, int] = {}
    for count in scene.sentence.counts:
        if count.first < total.last or count.count.best is None or count.noun is None:
            continue
        words = [t.lower for t in scene.sentence.tokens[count.last : count.noun + 1]]
        name = _group_name([t.text for t in scene.sentence.tokens[count.last : count.noun + 1]], words)
        if name and count.count.best < (total.count.best or 0):
            found.setdefault(name, count.count.best)
    return tuple(found.items())


def _group_name(written: list[str], words: list[str]) -> str:
    if "partner" in words or "partners" in words or "non" in words:
        return "partners"
    member = next((i for i, word in enumerate(words) if word in _MEMBERS), None)
    return f"{written[0]} members" if member and written[0][:1].isupper() else ""
