"""Numbers that count people of a force, and what sort of people (GUIDE.md: `component`; decisions 13, 14, 34, 52)."""

from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.gazetteer import operation
from muster.model.annotation import CountMention, MentionKind
from muster.model.count import Rel

_PEOPLE = frozenset({"soldiers", "peacekeepers", "police", "observers", "staff"})
_BODIES = frozenset({"units", "missions"})
# People nouns that no list of forces has, or that are listed as something else.
_ALSO = frozenset({"military", "effective", "effectives", "uniform", "uniforms", "all-ranks", "strong"})
_POLICE = frozenset(
    "police policeman policemen policewoman gendarme gendarmes gendarmerie constable constables civpol unpol "
    "carabinieri carabiniere fpu constabulary".split()
)
_SOLDIERS = frozenset(
    "soldier troop troops infantryman infantry trooper paratrooper para marine commando legionnaire rifleman sapper "
    "guardsman jawan gurkha fusilier".split()
)
_OBSERVERS = frozenset({"observer", "unmo", "milob", "verifier"})
_STAFF = frozenset(
    {"staff", "employee", "volunteer", "worker", "official", "expert", "personnel", "adviser", "advisor"}
)
_CIVIL = frozenset("civilian international local locally national unv volunteers support substantive".split())
# Whom no force has: people of the other side, of the host, in need.
_FOREIGN = frozenset(
    "rebel former ex-combatant government local-police enemy serb militia displaced refugee women".split()
)
# Whose police a mission trains and counts, not its own (decision 52); what may stand between them and their whole.
_LOCAL = frozenset({"local", "minority", "indigenous"})
_WHOLES = (["out", "of", "a", "total", "of"], ["from", "a", "total", "of"], ["of", "a", "total", "of"], ["out", "of"])
_GROWING = frozenset({"more", "another", "further", "additional", "extra", "fresh", "new", "reinforcement"})
# What the tagger may take for the noun of a bare number.
_NO_NOUNS = frozenset({"round", "plus", "rank", "time"})
_VAGUE = frozenset({Rel.DOZENS, Rel.SCORES, Rel.SEVERAL})
_OF_KIND = {"police": "police", "observer": "observers"}
# More "people" than this are those whom an operation shelters or feeds, not those it has.
_CROWD = 30_000
_LOST = frozenset("wounded killed injured dead missing hurt captured kidnapped held hostage abducted".split())


@dataclass(frozen=True, slots=True)
class Headcount:
    """A number of people: its mention, the end of its words (noun included), what they are, whose they are.

    `countries` are the nationalities of the noun; `bare` is true where no noun of people is written; `grows` where the
    number is an addition ("another 600"); `body` where the noun is the force itself ("the 4,500-strong force").
    """

    mention: CountMention
    last: int
    component: str | None = None
    countries: tuple[str, ...] = ()
    bare: bool = False
    grows: bool = False
    body: bool = False

    @property
    def first(self) -> int:
        """Where its words begin, hedge included."""
        return self.mention.first

    @property
    def tokens(self) -> tuple[int, ...]:
        """The words that carry it."""
        noun = self.mention.noun
        end = self.mention.last if noun is None or self.mention.partitive else max(self.mention.last, noun + 1)
        return tuple(range(self.mention.first, end))

    @property
    def size(self) -> int:
        """The number, its lower bound if it is a range; 0 where only an order of size is given."""
        count = self.mention.count
        return count.best or count.low or 0


def headcounts(scene: Scene) -> tuple[Headcount, ...]:
    """Every number of the sentence that counts people of a force or, without a noun, may."""
    found: list[Headcount] = []
    local = False
    for mention in scene.sentence.counts:
        if mention.article or mention.count.rel in _VAGUE or _is_lost(scene, mention):
            continue
        if _is_local(scene, mention) or (local and _is_whole_of(scene, mention)):
            local = True
            continue
        head = _headcount(scene, mention)
        if head is not None:
            found.append(_inheriting(scene, found, head))
    return tuple(found)


def _is_local(scene: Scene, mention: CountMention) -> bool:
    """ "934 minority police", "410 provisionally authorised local officers": the host's police."""
    if mention.noun is None or mention.noun < mention.last:
        return False
    tokens = scene.sentence.tokens[mention.last : mention.noun + 1]
    words = frozenset(t.lower for t in tokens)
    police = tokens[-1].lemma.lower() in ("officer", "police") or bool(words & _POLICE)
    return police and bool(words & _LOCAL)


def _is_whole_of(scene: Scene, mention: CountMention) -> bool:
    """Whether a number is the whole that the one before it is a part of: "… out of a total of 5,200"."""
    lead = [t.lower for t in scene.sentence.tokens[max(0, mention.first - 5) : mention.first]]
    return any(lead[-len(words) :] == words for words in _WHOLES)


def _inheriting(scene: Scene, before: list[Headcount], head: Headcount) -> Headcount:
    """A number without a noun counts what the number before it counted (decision 34)."""
    named = [one for one in before if not one.bare and not _is_within(scene, one)]
    return replace(head, component=named[-1].component) if head.bare and named else head


def _is_within(scene: Scene, head: Headcount) -> bool:
    """Whether a number is a part of the one before it: "of whom 254 were observers"."""
    return any(
        t.lower in ("whom", "including", "includes") for t in scene.sentence.tokens[max(0, head.first - 2) : head.first]
    )


def _headcount(scene: Scene, mention: CountMention) -> Headcount | None:
    noun, grows = mention.noun, _grows(scene, mention)
    written = noun is not None and noun >= mention.last and not mention.partitive
    if noun is not None and written and scene.sentence.tokens[noun].lower not in _NO_NOUNS:
        return _of_noun(scene, mention, noun, grows)
    if _is_unit_of_measure(scene, mention):
        return None
    return _told_after(scene, Headcount(mention, mention.last, bare=True, grows=grows))


def _of_noun(scene: Scene, mention: CountMention, noun: int, grows: bool) -> Headcount | None:
    sentence = scene.sentence
    words = frozenset(token.lower for token in sentence.tokens[mention.last : noun + 1])
    groups = sentence.groups_at(noun)
    forms = {group.form for group in groups}
    demonym = sentence.mention_at(noun, MentionKind.COUNTRY)
    lemma = sentence.tokens[noun].lemma.lower()
    if words & _FOREIGN or (words & {"women", "children"}) or _is_not_of(words):
        return None
    if forms & _BODIES or sentence.mention_at(noun, MentionKind.OPERATION):
        compound = sentence.tokens[mention.last].text in "-‐‑–" if mention.last < noun else False
        return Headcount(mention, noun + 1, body=True, grows=grows) if compound else None
    if demonym is not None and demonym.form in ("demonym", "adjective"):
        return Headcount(mention, noun + 1, countries=(demonym.value,), bare=True, grows=grows)
    crowd = lemma == "people" and mention.count.rel is not Rel.UP_TO and not _has_people(scene, mention)
    if crowd or not (lemma == "people" or forms & _PEOPLE or lemma in _ALSO or _is_civil_staff(words, lemma)):
        return None
    countries = tuple(dict.fromkeys(group.country for group in groups if group.country and group.form in _PEOPLE))
    flag = _flag(scene, mention.last, noun)
    return Headcount(mention, noun + 1, component_of(scene, mention), flag or countries, grows=grows)


def _is_not_of(words: frozenset[str]) -> bool:
    """ "140 non-Irish members": whose they are not."""
    return "non" in words or any(word.startswith("non-") for word in words)


def _has_people(scene: Scene, mention: CountMention) -> bool:
    """Whether "people" are an operation's own: "the mission has some 190 people", "it numbers 40 people"."""
    if (mention.count.best or 0) > _CROWD:
        return False
    tokens = scene.sentence.tokens[max(0, mention.first - 6) : mention.first]
    having = next((t.i for t in reversed(tokens) if t.lemma.lower() in ("have", "number", "employ", "field")), None)
    if having is None or having == 0:
        return False
    own = scene.sentence.mention_at(having - 1, MentionKind.OPERATION) or any(
        g.form == "missions" for g in scene.sentence.groups_at(having - 1)
    )
    return bool(own) or (tokens[0].i < having and scene.sentence.tokens[having - 1].lower in ("it", "which"))


def _told_after(scene: Scene, head: Headcount) -> Headcount:
    """A bare number with what it is told to be: "of whom 4,550 were troops"."""
    tokens = scene.sentence.tokens
    at = head.last
    if [t.lower for t in tokens[at : at + 2]] == ["in", "uniform"]:
        return replace(head, bare=False, last=at + 2)
    if at + 1 < len(tokens) and tokens[at].lower in ("are", "were", "is", "being"):
        for i in (at + 1, at + 2):
            component = (
                component_in(frozenset(t.lower for t in tokens[at + 1 : i + 1]), tokens[i].lemma.lower())
                if i < len(tokens)
                else None
            )
            if component is not None:
                return replace(head, component=component, bare=False, last=i + 1)
    return head


def _flag(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """The country whose flag (two regional indicator signs) stands among these words."""
    signs = [c for t in scene.sentence.tokens[first:last] for c in t.text if "\U0001f1e6" <= c <= "\U0001f1ff"]
    return ("".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in signs),) if len(signs) == 2 else ()


def component_of(scene: Scene, mention: CountMention) -> str | None:
    """What the words of a number's noun say it counts; None for personnel, and where sorts are mixed."""
    noun = mention.noun
    if noun is None:
        return None
    words = {token.lower for token in scene.sentence.tokens[mention.last : noun + 1]}
    lemma = scene.sentence.tokens[noun].lemma.lower()
    own = component_in(frozenset(words), lemma)
    if (
        lemma in ("officer", "monitor")
        and own != "police"
        and _is_police_operation(scene)
        and not words & {"military", "staff"}
    ):
        return "police"
    joined = _joined(scene, noun)
    if joined and own in ("troops", "police") and joined != own and joined in ("troops", "police"):
        return None
    return own


def _is_police_operation(scene: Scene) -> bool:
    known = operation(scene.focus) if scene.focus else None
    return known is not None and known.kind == "police"


def component_in(words: frozenset[str], lemma: str) -> str | None:
    """The component that these words name, `lemma` being the head among them."""
    if words & _POLICE or lemma in _POLICE:
        return "police"
    if lemma in _OBSERVERS or (lemma == "monitor" and not words & {"civilian"}):
        return "observers"
    if lemma in _SOLDIERS:
        return "troops"
    if _is_civil_staff(words, lemma):
        return "civilians"
    return None


def _is_civil_staff(words: frozenset[str], lemma: str) -> bool:
    if "military" in words or "uniformed" in words or "staff officers" in words:
        return False
    return (lemma in _STAFF and bool(words & _CIVIL)) or lemma in {"civilian", "volunteer"}


def _joined(scene: Scene, noun: int) -> str | None:
    """The sort of a second noun under the same number: "2,500 police and soldiers"."""
    tokens = scene.sentence.tokens
    if noun + 2 < len(tokens) and tokens[noun + 1].lower == "and":
        following = tokens[noun + 2]
        return component_in(frozenset({following.lower}), following.lemma.lower())
    return None


def _grows(scene: Scene, mention: CountMention) -> bool:
    tokens = scene.sentence.tokens
    around = [*tokens[max(0, mention.first - 1) : mention.first], *tokens[mention.first : mention.last + 1]]
    if mention.noun is not None and mention.noun > mention.last:
        around.extend(tokens[mention.last : mention.noun])
    words = {token.lower for token in around}
    return bool(words & _GROWING) and not {"more", "than"} <= words


def _is_lost(scene: Scene, mention: CountMention) -> bool:
    """Whether the people are counted as casualties: "30 soldiers wounded", "two dead"."""
    end = max(mention.last, (mention.noun or 0) + 1)
    return any(token.lower in _LOST for token in scene.sentence.tokens[mention.last : end + 1])


def _is_unit_of_measure(scene: Scene, mention: CountMention) -> bool:
    """Whether what follows a bare number makes it something else: "40 per cent", "12 km", "$"."""
    tokens = scene.sentence.tokens
    after = tokens[mention.last].lower if mention.last < len(tokens) else ""
    before = tokens[mention.first - 1].lower if mention.first else ""
    return after in _MEASURES or before in _LEADS


_MEASURES = frozenset(
    "per percent % km metres meters miles kilometres kilometers hours days weeks months years st nd rd th".split()
)
_LEADS = frozenset(
    "page paragraph paragraphs article resolution chapter no. number annex section part room route $ € £ "
    "age aged".split()
)


def component_of_operation(slug: str | None) -> str | None:
    """What an operation of police or of observers has, where a number says no more."""
    known = operation(slug) if slug else None
    return _OF_KIND.get(known.kind) if known is not None else None
