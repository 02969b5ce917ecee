"""Write the trained network: `python training/export.py --weights FILE --bert FOLDER --gold FOLDER --out FOLDER`.

Gives encoder.onnx and told.onnx (weights in 8 bits), right.onnx (in 32) and vocabulary.txt. Gold is read to see which
numbers in the network need more than 8 bits.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from base import base_of  # noqa: E402
from batches import batch_of  # noqa: E402
from network import WIDTH, Network, Right, Told  # noqa: E402
from split import Split, linears, loudest  # noqa: E402
from train import read_all  # noqa: E402

from muster.extract.trained.labels import MARKS, SENSES  # noqa: E402
from muster.extract.trained.network import written_for  # noqa: E402
from muster.extract.trained.pieces import Vocabulary, excerpts  # noqa: E402

FURTHEST = 511
"""Pieces between two of an excerpt at most."""
WHOLE = ("loud", "marks", "narrow", "senses")
"""Parts of the encoder that stay in 32 bits."""
LISTENED = 40
"""Excerpts of gold in which the loudest inputs are looked for."""
TRIED, MOST_LOST = 10, 0.15
"""Other excerpts, on which the file is compared with the network, and how far it may be off."""
Shown = tuple[torch.Tensor, torch.Tensor]
"""Pieces and marks of an excerpt."""


class Encoder(torch.nn.Module):
    """Pieces and marks → hidden states and senses, in the plain operations that ONNX has. `loud`: see `loudest`."""

    def __init__(self, network: Network, loud: Sequence[torch.Tensor]) -> None:
        super().__init__()
        self.bert, self.marks, self.narrow = network.bert, network.marks, network.narrow
        self.senses = network.senses
        self.split = torch.nn.ModuleList(Split(own, at) for own, at in zip(linears(network), loud, strict=True))
        apart = torch.arange(-FURTHEST, FURTHEST + 1)
        self.register_buffer("sorts", self.bert.encoder.relative_position_bucket(apart))
        # In steps of each piece's own: ONNX Runtime would give all vectors one.
        vectors = self.bert.embeddings.word_embeddings.weight.detach()
        self.register_buffer("steps", vectors.abs().amax(1, keepdim=True).clamp(min=1e-6) / 127)
        self.register_buffer("vectors", (vectors / self.steps).round().to(torch.int8))

    def forward(self, pieces: torch.Tensor, marks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        own = self.bert.embeddings
        at = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.vectors[pieces].float() * self.steps[pieces] + self.marks(marks)
        hidden = own.LayerNorm(hidden + own.position_embeddings(at + own.padding_idx + 1))
        apart = self.sorts[at[None] - at[:, None] + FURTHEST]
        bias = self.bert.encoder.relative_attention_bias(apart).permute(2, 0, 1)
        for n, layer in enumerate(self.bert.encoder.layer):
            hidden = self._layer(layer, self.split[4 * n : 4 * n + 4], hidden, bias)
        hidden = self.narrow(hidden)
        return hidden, torch.sigmoid(self.senses(hidden))

    def _layer(
        self, layer: torch.nn.Module, split: torch.nn.ModuleList, hidden: torch.Tensor, bias: torch.Tensor
    ) -> torch.Tensor:
        asks, mixes, thinks, says = split
        heads, width = layer.attention.attn.num_attention_heads, layer.attention.attn.attention_head_size
        asked = asks(hidden).view(hidden.shape[0], hidden.shape[1], 3, heads, width)
        query, key, value = asked.permute(2, 0, 3, 1, 4).unbind(0)
        shares = torch.softmax(query @ key.transpose(-1, -2) / width**0.5 + bias, -1)
        seen = (shares @ value).transpose(1, 2).reshape(hidden.shape)
        mixed = layer.attention.LayerNorm(mixes(seen) + hidden)
        thought = torch.nn.functional.gelu(thinks(mixed))
        return layer.output.LayerNorm(says(thought) + mixed)


class Answering(torch.nn.Module):
    """Told, with probabilities for the slots."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told

    def forward(self, *given: torch.Tensor) -> tuple[torch.Tensor, ...]:
        slots, status, component, change = self.told(*given)
        return torch.sigmoid(slots), status, torch.softmax(component, -1), change


class Weighing(torch.nn.Module):
    """Right, as a probability."""

    def __init__(self, right: Right) -> None:
        super().__init__()
        self.right = right

    def forward(self, *given: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.right(*given))


def write(
    module: torch.nn.Module,
    shown: dict[str, torch.Tensor],
    axes: dict[str, dict[int, str]],
    outputs: list[str],
    file: Path,
    *,
    small: bool = True,
    whole: Sequence[str] = (),
) -> None:
    """The module as ONNX, with its weights in 8 bits if it is to be small, but for the parts named in `whole`."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module, tuple(shown.values()), plain, input_names=list(shown), output_names=outputs, opset_version=17,
            dynamo=False, dynamic_axes=axes,
        )  # fmt: skip
        if small:
            nodes = [node.name for node in onnx.load(plain).graph.node]
            kept = {part: [name for name in nodes if f"/{part}/" in name] for part in whole}
            if not all(kept.values()):
                sys.exit(f"{file.name}: the exporter names its nodes otherwise: {kept}")
            quantize_dynamic(
                plain, file, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True,
                reduce_range=True, nodes_to_exclude=[name for own in kept.values() for name in own],
            )  # fmt: skip
        else:
            shutil.copy(plain, file)
    model = onnx.load(file)
    onnx.helper.set_model_props(model, {"labels": written_for()})
    onnx.save(model, file)


def write_encoder(encoder: Encoder, file: Path) -> None:
    shown = {"pieces": torch.randint(5, 900, (1, 220)), "marks": torch.zeros(1, 220, len(MARKS))}
    axes = {key: {0: "excerpts", 1: "pieces"} for key in ("pieces", "marks", "hidden", "senses")}
    write(encoder.eval(), shown, axes, ["hidden", "senses"], file, whole=WHOLE)


def lost_in(file: Path, network: Network, shown: Sequence[Shown]) -> float:
    """How far the vectors that the file gives are from the network's, as a share of their length."""
    session, lost = InferenceSession(file), []
    for pieces, marks in shown:
        with torch.inference_mode():
            wanted = network.words(pieces, torch.ones(pieces.shape), marks)
        found = session.run(["hidden"], {"pieces": pieces.numpy(), "marks": marks.numpy()})[0]
        lost.append(float((torch.from_numpy(found) - wanted).norm() / wanted.norm()))
    return sum(lost) / len(lost)


def write_told(told: Told, file: Path) -> None:
    claims, words = 3, 7
    shown = {
        "hidden": torch.randn(words, WIDTH),
        "marks": torch.zeros(words, len(MARKS)),
        "region": torch.ones(claims, words),
        "number": torch.zeros(claims, words),
        "sense": torch.zeros(claims, dtype=torch.long),
        "offset": torch.zeros(claims, words, dtype=torch.long),
        "ties": torch.zeros(claims, words, dtype=torch.long),
    }
    outputs = ["slots", "status", "component", "change"]
    axes = {"hidden": {0: "words"}, "marks": {0: "words"}} | {
        n: {0: "claims", 1: "words"} for n in ("region", "number", "offset", "ties", "slots")
    }
    axes |= {n: {0: "claims"} for n in ("sense", *outputs[1:])}
    write(Answering(told).eval(), shown, axes, outputs, file)


def write_right(right: Right, file: Path) -> None:
    claims, words = 3, 7
    shown = {"hidden": torch.randn(words, WIDTH), "senses": torch.rand(words, len(SENSES))}
    shown |= {name: torch.ones(claims, words) for name in ("region", "number", "actor")}
    shown |= {name: torch.zeros(claims, dtype=torch.long) for name in ("sense", "change", "component", "tie", "offset")}
    axes = {name: {0: "words"} for name in ("hidden", "senses")}
    axes |= {name: {0: "claims", 1: "words"} for name in ("region", "number", "actor")}
    axes |= {name: {0: "claims"} for name in ("sense", "change", "component", "tie", "offset", "right")}
    # In 8 bits what one claim weighs would depend on which others are weighed with it.
    write(Weighing(right).eval(), shown, axes, ["right"], file, small=False)


def shown_of(gold: Path, vocabulary: Vocabulary) -> list[Shown]:
    """The first excerpts of documents from all over the gold."""
    every = read_all(gold)
    some = every[:: max(1, len(every) // (LISTENED + TRIED))]
    firsts = (next(excerpts(document.sentences, vocabulary), None) for document in some)
    batches = [batch_of([excerpt], vocabulary) for excerpt in firsts if excerpt is not None]
    return [(batch.pieces, batch.marks) for batch in batches]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("--weights", "--bert", "--gold", "--out"):
        ap.add_argument(name, type=Path, required=True)
    a = ap.parse_args()
    bert, pieces = base_of(a.bert)
    network = Network(bert)
    network.load_state_dict(torch.load(a.weights))
    network.eval()
    a.out.mkdir(parents=True, exist_ok=True)
    (a.out / "vocabulary.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    shown = shown_of(a.gold, {piece: n for n, piece in enumerate(pieces)})
    write_encoder(Encoder(network, loudest(network, shown[TRIED:])), a.out / "encoder.onnx")
    if (lost := lost_in(a.out / "encoder.onnx", network, shown[:TRIED])) > MOST_LOST:
        sys.exit(f"encoder.onnx is {lost:.0%} off: what are its loudest inputs now? ({MOST_LOST:.0%} at most)")
    print(f"encoder.onnx is {lost:.1%} off")
    write_told(network.told, a.out / "told.onnx")
    write_right(network.right, a.out / "right.onnx")
    print({f.name: f.stat().st_size for f in a.out.iterdir()})


if __name__ == "__main__":
    main()
