"""What the trained reader tells apart: the senses of words, the slots it points at, the marks that words carry."""

from muster.model.annotation import MentionKind
from muster.model.claim import Status

SENSES: tuple[str, ...] = (
    "strength",
    "nations",
    "contingent",
    *(f"command:{act}" for act in ("takes", "hands-over", "holds", "named")),
    *(f"movement:{act}" for act in ("deploy", "reinforce", "withdraw", "rotate")),
    *(
        f"posture:{activity}"
        for activity in "patrol presence checkpoint escort alert massing monitor barrier base".split()
    ),
    *(
        f"incident:{sort}"
        for sort in "clash attack protest explosion shelling accident abduction raid obstruction violation".split()
    ),
    *(f"casualty:{outcome}" for outcome in ("killed", "wounded", "missing", "held", "freed")),
    *(f"mandate:{act}" for act in ("established", "starts", "extended", "changed", "ends", "tasked")),
    *(f"statement:{act}" for act in "condemns thanks urges warns pledges denies accuses welcomes".split()),
    *(
        f"relation:{relation}"
        for relation in "recognises declares-independence agreement dialogue election boycott".split()
    ),
)
"""What a word can be evidence of: a kind of claim and, where the kind has acts, which (GUIDE.md, "Kinds")."""

SLOTS: tuple[str, ...] = (
    "actor",
    "country",
    "operation",
    "when",
    "place",
    "from",
    "to",
    "unit",
    "addressee",
    "object",
    "predecessor",
    "means",
    "task",
    "basis",
    "reason",
    "role",
    "source",
    "requested_by",
)
"""The slots it points at. `actor` is whoever the key slot names: actor, holder, group, speaker, subject, country."""

ACTORS = {
    "contingent": "country",
    "command": "holder",
    "movement": "actor",
    "posture": "actor",
    "casualty": "group",
    "statement": "speaker",
    "relation": "subject",
}
"""The key slot of each kind that `actor` stands for."""

STATUSES = tuple(str(status) for status in Status)
COMPONENTS = ("personnel", "troops", "police", "observers", "civilians")
CHANGES = ("none", "more", "less", "starts", "stops")

_FORMS = (
    "soldiers peacekeepers police observers staff units missions armed civilians institutions spokes offices "
    "headquarters places"
).split()
_COUNTRY_FORMS = ("name", "adjective", "demonym")
MARKS: tuple[str, ...] = (
    *(f"mention:{kind}" for kind in MentionKind),
    *(f"group:{form}" for form in _FORMS),
    *(f"country:{form}" for form in _COUNTRY_FORMS),
    "operation:anaphor",
    "national",
    "count",
    "article",
    "partitive",
    "time",
    "title",
    "capitals",
    "first",
    "headline",
    "caption",
    "quote",
)
"""What the annotation says of a word, beside the word itself."""
