"""What extraction costs, beside spaCy's bare pipeline on the same texts in the same run.

usage: python benchmarks/extract.py [FOLDER OF RELEVANT TEXTS, by default examples]

Irrelevant texts are the topics of Python's own manual (`pydoc`), which every machine has. CPU seconds; medians of the
rounds. "Without the sieve" parses whatever comes. Exit status 1 if the sieve changes the claims of the relevant texts,
or if an irrelevant text is not 50 times cheaper than the bare pipeline.
"""

import pydoc_data.topics
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from muster.annotate import annotate_one
from muster.annotate.parse import language
from muster.extract import extract
from muster.model.claim import Claim
from muster.model.document import Document
from muster.pipeline import extract_document
from muster.read import segment

ROUNDS, CHEAPER, SHORTEST = 3, 50, 1_500
REPOSITORY = Path(__file__).parents[1]


def whole(document: Document) -> tuple[Claim, ...]:
    """What a document claims, parsed without asking whether it is worth it."""
    return extract(annotate_one(document))


def seconds(act: Callable[[Document], object], documents: Sequence[Document]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for document in documents:
            act(document)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def documents_of(texts: dict[str, str]) -> list[Document]:
    return [Document(name, text, segment(text), "2024-05-01") for name, text in texts.items()]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "examples"
    relevant = documents_of({path.stem: path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))})
    topics = {name: text for name, text in pydoc_data.topics.topics.items() if len(text) > SHORTEST}
    irrelevant = documents_of(topics)
    nlp = language()
    ways: dict[str, Callable[[Document], object]] = {
        "spaCy's bare pipeline": lambda document: nlp(document.text),
        "Muster without the sieve": whole,
        "Muster": extract_document,
    }
    for act in ways.values():
        act(relevant[0])
    same = all(whole(document) == extract_document(document) for document in relevant)
    ratio = 0.0
    for label, documents in (("relevant", relevant), ("irrelevant", irrelevant)):
        size = sum(len(document.text) for document in documents)
        print(f"{len(documents)} {label} texts of {size // len(documents):,} characters")
        bare = 0.0
        for way, act in ways.items():
            taken = seconds(act, documents)
            bare = bare or taken
            ratio = bare / taken
            rates = f"{len(documents) / taken:10.1f} documents/s {size / taken:12,.0f} characters/s"
            print(f"  {way:<25}{rates}   {taken / bare:6.3f} of the bare pipeline")
    print(f"the same claims with and without the sieve: {'yes' if same else 'no'}")
    sys.exit(not same or ratio < CHEAPER)


if __name__ == "__main__":
    main()
