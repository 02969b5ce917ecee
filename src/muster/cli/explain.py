"""`muster explain`: how a document was read, sentence by sentence."""

from typing import Annotated

from muster.cli.options import Argument, AsJson, Option, Published
from muster.cli.report import colour, print_json, width
from muster.errors import MusterError

File = Annotated[str, Argument("FILE", "The document to be read; nothing is stored.")]
Number = Annotated[str | None, Option("Of this sentence only, by its number.", "N", "--sentence")]


def explain(file: File, published: Published = None, sentence: Number = None, as_json: AsJson = False) -> None:
    """Show how a document is read: what is found in each sentence, which rules make claims of it, and what is refused.

    Each sentence has its mentions, counts and times, the operation in focus, whose word it is, the frames of the
    lexicons that its words have, the claims with the rules of both readers that made them and their tier, and what a
    rule refused to make a claim of, and why. docs/how-to/explain-a-claim.md tells how to read it.

    With --json, one object: "doc", "published" and "sentences", each with "sentence" (its number from 1), "start",
    "end", "text", "segment", "focus", "sources", "mentions", "counts", "times", "frames", "claims" and "refusals".
    """
    # Imported here: the stages are slow to load and `--help` does not need them.
    from pathlib import Path

    from muster.pipeline import Publication, explain_file
    from muster.query import iso_day, names_of
    from muster.show.explanation import explanation_as_dict, explanation_text

    read = explain_file(Path(file), Publication(published and iso_day(published)))
    only = _number(sentence, len(read.sentences))
    if as_json:
        print_json(explanation_as_dict(read, only))
        return
    claims = [made.claim for one in read.sentences for made in one.made]
    print(explanation_text(read, names_of(claims), only, width(), colour()), end="")


def _number(words: str | None, last: int) -> int | None:
    """The number of a sentence. Raises MusterError if there is none of that number."""
    if words is None:
        return None
    if not words.isdecimal() or not 1 <= int(words) <= last:
        raise MusterError(f"--sentence {words}: the document has sentences 1 to {last}; give one of these numbers.")
    return int(words)
