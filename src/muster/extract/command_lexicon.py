"""The words of command: posts, what can be led, verbs (lexicon/command.yaml), and ranks before names."""

from functools import cache, lru_cache

from muster.extract.frames import Frame, Lexicon, lexicon
from muster.model.annotation import Token

_ALLOWED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sort", ("post", "body", "command", "foreign")),
    ("needs", ()),
    ("by_name", ("True",)),
    ("act", ("takes", "hands-over", "holds", "named")),
    ("object", ("command", "body", "person", "post")),
    ("holder", ("agent", "patient")),
)

# Ranks and forms of address between a post and a name ("the force commander, Lt. Gen. N. N.").
RANKS = frozenset(
    "general gen major maj lieutenant lt lieut brigadier brig colonel col captain capt commodore cdre admiral"
    " adm rear vice air marshal mr mrs ms miss dr sir ambassador inspector superintendent field wing group"
    " flight second warrant sergeant sgt division corps army senior assistant majgen ltgen ltcol briggen maj-gen"
    " lt-gen lt-col brig-gen major-general lieutenant-general brigadier-general lieutenant-colonel"
    " colonel-general prof professor lord dame judge commissioner chief officer commander rtd ret deputy fleet retired"
    " hon honourable under-secretary-general assistant-secretary-general mg bg ltg ltc cpt cmdr comdr brigada"
    " teniente coronel capitaine colonnello generale tenente de général the".split()
)


@cache
def words_of_command() -> Lexicon:
    """The lexicon, read once."""
    return lexicon("command", _ALLOWED)


def noun(token: Token, sort: str) -> Frame | None:
    """The entry of a noun of this sort (`post`, `body`, `command`), by its lemma or its written form."""
    return _noun(token.lemma.lower(), token.lower.lstrip("#@"), sort)


@lru_cache(maxsize=1 << 15)
def _noun(lemma: str, written: str, sort: str) -> Frame | None:
    for form in (lemma, written, written.removesuffix("s")):
        frame = words_of_command().frames.get((form, None, "noun"))
        if frame is not None and frame.get("sort") == sort:
            return frame
    return None


def is_foreign(token: Token) -> bool:
    """Whether a word marks an army, a faction or an office outside any operation."""
    frame = words_of_command().frames.get((token.lemma.lower(), None, "adjective"))
    return frame is not None and frame.get("sort") == "foreign"


def is_rank(token: Token) -> bool:
    """Whether a word is a rank or a form of address, or the stop or hyphen of one."""
    return token.lower.replace(".", "") in RANKS or token.text in (".", "-")
