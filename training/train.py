"""Train the network: `python training/train.py --gold FOLDER --apart FILE --bert FOLDER --out FILE` (README.md)."""

import argparse
import pickle
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import torch
from torch.nn import functional as F

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from base import base_of  # noqa: E402
from batches import (  # noqa: E402
    MASKED,
    Names,
    batch_of,
    inputs_of,
    loss,
    names_in,
    swapped,
    wanted_senses,
    weighed_in,
)
from examples import Example, example  # noqa: E402
from network import Network  # noqa: E402

from muster.extract.trained.network import Weighing  # noqa: E402
from muster.extract.trained.pieces import Excerpt, Vocabulary, excerpts  # noqa: E402
from muster.extract.trained.weighing import weighing_of  # noqa: E402

Pair = tuple[Excerpt, Example]
LONGEST = (160, 200, 240)
"""Pieces of an excerpt at most, another in each epoch, so that claims meet other neighbours."""
AT_ONCE = 8
ASKED = 5
"""Claims of an excerpt at most whose slots are asked for at a time; the others' turn comes in another epoch."""
RATE_OF_HEADS = 5e-4


def read_all(gold: Path) -> list[Example]:
    """The documents of a folder of gold, in order of name; read once and kept beside it."""
    files = sorted(p for p in gold.rglob("*.json") if p.with_suffix(".txt").exists())
    cache = gold.with_suffix(".pickle")
    if not cache.exists():
        names = [str(f.relative_to(gold).with_suffix("")) for f in files]
        with ProcessPoolExecutor() as pool:
            cache.write_bytes(pickle.dumps(list(pool.map(example, names, files, chunksize=8))))
    return pickle.loads(cache.read_bytes())


def loss_of(model: Network, pairs: Sequence[Pair], vocabulary: Vocabulary, names: Names | None) -> torch.Tensor:
    """The loss over some excerpts; names to swap are given while it learns."""
    learns = names is not None
    by = [{s.index: s for s in source.sentences} for _, source in pairs]
    own = [swapped(e, s, vocabulary, names) if names else e for (e, _), s in zip(pairs, by, strict=True)]
    batch = batch_of(own, vocabulary, masked=MASKED if learns else 0.0)
    hidden = model.words(batch.pieces, batch.mask, batch.marks)
    total = []
    for n, ((excerpt, source), sentences) in enumerate(zip(pairs, by, strict=True)):
        words, marks = hidden[n, batch.firsts[n]], batch.marks[n, batch.firsts[n]]
        senses, weight = wanted_senses(excerpt, source.told)
        total.append(loss(model.senses(model.drop(words)), senses, weight[:, None]) / 12)
        inside = [t for t in source.told if all(place in excerpt.at for place in t.evidence)]
        if learns and len(inside) > ASKED:
            inside = random.sample(inside, ASKED)
        if inside:
            asked = inputs_of(excerpt, inside, sentences, varied=learns)
            found, *marked = model.told(words, marks, asked.region, asked.number, asked.sense, asked.offset, asked.ties)
            total.append(loss(found, asked.slots, 1.0) / 8)
            for logits, wanted in zip(marked, ("status", "component", "change"), strict=True):
                target = torch.tensor([getattr(t, wanted) for t in inside])
                total.append(F.cross_entropy(logits, target, ignore_index=-1, reduction="sum"))
        likely = torch.sigmoid(model.senses(words)).detach()
        made = weighed_in(excerpt, source, sentences, varied=learns)
        if made:
            asked, right = weighing_of(excerpt, sentences, [one for one, _ in made]), [one for _, one in made]
            given = (torch.from_numpy(getattr(asked, name)) for name in Weighing.__slots__)
            logits = model.right(words, likely, *given)
            wanted = torch.tensor(right, dtype=torch.float)
            total.append(F.binary_cross_entropy_with_logits(logits, wanted, reduction="sum") / 2)
    return torch.stack(total).sum() / len(pairs)


def tells(excerpt: Excerpt, source: Example) -> bool:
    """Whether an excerpt holds a word of any claim's evidence."""
    return any(place in excerpt.at for told in source.told for place in told.evidence)


def epoch_of(learn: Sequence[Example], vocabulary: Vocabulary) -> list[list[Pair]]:
    """All excerpts in batches of about one length; half of those that tell nothing is enough to know them by."""
    longest, context = random.choice(LONGEST), random.choice((0, 30, 60))
    pairs = [(e, x) for x in learn for e in excerpts(x.sentences, vocabulary, longest, context)]
    pairs = [pair for pair in pairs if random.random() < 0.5 or tells(*pair)]
    random.shuffle(pairs)
    size = max(4, AT_ONCE * 200 // longest)
    pools = (sorted(pairs[i : i + size * 8], key=lambda p: len(p[0].words)) for i in range(0, len(pairs), size * 8))
    batches = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    random.shuffle(batches)
    return batches


def train(
    model: Network, learn: Sequence[Example], vocabulary: Vocabulary, epochs: int, rate: float
) -> Iterator[float]:
    """One epoch after another; the mean loss of each."""
    names = names_in(learn)
    bert = [p for p in model.bert.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    optimiser = torch.optim.AdamW([{"params": bert}, {"params": heads}], lr=rate, weight_decay=0.01, fused=True)
    for epoch in range(epochs):
        model.train()
        batches, kept = epoch_of(learn, vocabulary), 0.0
        for n, pairs in enumerate(batches):
            share = (epoch + n / len(batches)) / epochs
            for group, base in zip(optimiser.param_groups, (rate, RATE_OF_HEADS), strict=True):
                group["lr"] = base * min(1.0, share * epochs / 0.2) * (1 - share)
            one = loss_of(model, pairs, vocabulary, names)
            optimiser.zero_grad()
            one.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            kept += one.item()
        yield kept / len(batches)


def apart_loss(model: Network, apart: Sequence[Example], vocabulary: Vocabulary) -> float:
    """The loss over documents that are not learned from."""
    model.eval()
    pairs = [(e, x) for x in apart for e in excerpts(x.sentences, vocabulary)]
    with torch.inference_mode():
        seen = [loss_of(model, pairs[i : i + 8], vocabulary, None).item() for i in range(0, len(pairs), 8)]
    return sum(seen) / max(1, len(seen))


def network_of(bert: torch.nn.Module, start: Path | None) -> Network:
    """A network on an encoder, or with earlier weights. The vectors of words stay as they are: gold has few of them."""
    model = Network(bert)
    if start is not None:
        model.load_state_dict(torch.load(start))
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return model


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("--gold", "--apart", "--bert", "--out"):
        ap.add_argument(name, type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--start", type=Path)
    ap.add_argument("--rate", type=float, default=7e-5)
    a = ap.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    names = {line.strip() for line in a.apart.read_text("utf-8").splitlines() if not line.startswith("#")}
    every = read_all(a.gold)
    learn, apart = [e for e in every if e.name not in names], [e for e in every if e.name in names]
    print(len(learn), "documents to learn from,", sum(len(e.told) for e in learn), "claims;", len(apart), "apart")
    bert, pieces = base_of(a.bert)
    vocabulary = {piece: n for n, piece in enumerate(pieces)}
    model, started = network_of(bert, a.start), time.time()
    for epoch, kept in enumerate(train(model, learn, vocabulary, a.epochs, a.rate)):
        torch.save(model.state_dict(), a.out)
        print(f"epoch {epoch}: loss {kept:.2f}, after {time.time() - started:.0f} s", flush=True)
    print(f"loss on what is apart: {apart_loss(model, apart, vocabulary):.2f}")


if __name__ == "__main__":
    main()
