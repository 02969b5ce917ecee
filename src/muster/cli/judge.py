"""`muster judge`: decide about claims, and take decisions back."""

import re
from typing import TYPE_CHECKING, Annotated

from muster.cli.opening import author_of, ledger, reader
from muster.cli.options import Argument, AsJson, Option
from muster.cli.report import colour, print_json_lines, width
from muster.errors import BadJudgement
from muster.model.judgement import NAMED, Verdict

if TYPE_CHECKING:
    from muster.model.judgement import Judgement

_UNDO, _LIST = "undo", "list"
# As many digits as any ledger can count.
_NUMBER = re.compile(r"[0-9]{1,9}")

What = Annotated[str, Argument("WHAT", f"One of {', '.join((*Verdict, _UNDO, _LIST))}.")]
Subjects = Annotated[
    list[str] | None,
    Argument("SUBJECT…", f"Beginnings of claims' ids, or names ({', '.join(f'{kind}:NAME' for kind in NAMED)})."),
]
Changed = Annotated[
    list[str] | None,
    Option("What a correction changes, as in count=30 or place=Zvecan; once for each slot.", "SLOT=VALUE", "--set"),
]
Why = Annotated[str, Option("Why, in a sentence.", "WORDS")]
Author = Annotated[str | None, Option("Who decides (the setting `author`, else the system's user name).", "NAME")]
All = Annotated[bool, Option("List withdrawn judgements too.", name="--all")]


def judge(
    what: What,
    subjects: Subjects = None,
    changed: Changed = None,
    reason: Why = "",
    author: Author = None,
    everything: All = False,
    as_json: AsJson = False,
) -> None:
    """Accept, reject or correct a claim; say that claims or names are the same, different, or that you are unsure.

    The record follows at once. Of several decisions about a claim the newest holds: a correction takes the place of an
    earlier one, so it names every slot that is to change. A judgement is a row with author, time and reason. It is
    never removed: undo NUMBER withdraws it. list shows those that hold, of one claim or name or of all.

    With --json, list prints one judgement a line.
    """
    given = subjects or []
    if what == _LIST:
        _list(given, everything, as_json)
        return
    with ledger() as opened:
        if what == _UNDO:
            made = _undo(opened, given, author_of(author), reason)
        else:
            from muster import pipeline
            from muster.model.correction import correction_of

            verdict = _verdict(what)
            made = pipeline.judge(opened, verdict, given, author_of(author), reason, correction_of(changed or []))
    print(_told(made))


def _verdict(word: str) -> Verdict:
    if word not in tuple(Verdict):
        raise BadJudgement(f"there is no verdict “{word}”; choose from {', '.join((*Verdict, _UNDO, _LIST))}.")
    return Verdict(word)


def _undo(opened: object, given: list[str], author: str, reason: str) -> "Judgement":
    from muster import pipeline

    if len(given) != 1 or not _NUMBER.fullmatch(given[0]):
        raise BadJudgement("undo takes the number of one judgement: see muster judge list")
    return pipeline.withdraw(opened, int(given[0]), author, reason)  # type: ignore[arg-type]


def _told(made: "Judgement") -> str:
    about = ", ".join(subject if ":" in subject else subject[:12] for subject in made.subjects)
    if made.withdrawn is not None:
        return f"judgement {made.number} ({made.verdict} {about}) is withdrawn."
    return f"judgement {made.number}: {made.verdict} {about}. (muster judge undo {made.number} takes it back.)"


def _list(given: list[str], everything: bool, as_json: bool) -> None:
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.judgements import judgement_as_dict, judgements_table

    if len(given) > 1:
        raise BadJudgement("list takes one claim or name, or none")
    with reader() as asked:
        found = query.judgements(asked, given[0] if given else None)
    shown = [one for one in found if everything or one.withdrawn is None]
    if as_json:
        print_json_lines(map(judgement_as_dict, shown))
    else:
        print(judgements_table(shown, width(), colour()), end="")
