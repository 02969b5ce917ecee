"""Write the trained network for the program: `python training/export.py --weights FILE --bert FOLDER --out FOLDER`.

Gives encoder.onnx and told.onnx (weights in 8 bits), right.onnx (in 32) and vocabulary.txt.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from base import base_of  # noqa: E402
from network import WIDTH, Network, Right, Told  # noqa: E402

from muster.extract.trained.labels import MARKS, SENSES  # noqa: E402
from muster.extract.trained.network import written_for  # noqa: E402

FURTHEST = 511
"""Pieces between two of an excerpt at most."""


class Encoder(torch.nn.Module):
    """Pieces and marks → hidden states and senses, in the plain operations that ONNX has."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.bert, self.marks, self.narrow = network.bert, network.marks, network.narrow
        self.senses = network.senses
        apart = torch.arange(-FURTHEST, FURTHEST + 1)
        self.register_buffer("sorts", self.bert.encoder.relative_position_bucket(apart))

    def forward(self, pieces: torch.Tensor, marks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        own = self.bert.embeddings
        at = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = own.LayerNorm(
            own.word_embeddings(pieces) + self.marks(marks) + own.position_embeddings(at + own.padding_idx + 1)
        )
        apart = self.sorts[at[None] - at[:, None] + FURTHEST]
        bias = self.bert.encoder.relative_attention_bias(apart).permute(2, 0, 1)
        for layer in self.bert.encoder.layer:
            hidden = self._layer(layer, hidden, bias)
        hidden = self.narrow(hidden)
        return hidden, torch.sigmoid(self.senses(hidden))

    def _layer(self, layer: torch.nn.Module, hidden: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        own = layer.attention.attn
        heads, width = own.num_attention_heads, own.attention_head_size

        def split(values: torch.Tensor) -> torch.Tensor:
            return values.view(values.shape[0], values.shape[1], heads, width).transpose(1, 2)

        query, key, value = split(own.q(hidden)), split(own.k(hidden)), split(own.v(hidden))
        shares = torch.softmax(query @ key.transpose(-1, -2) / width**0.5 + bias, -1)
        seen = (shares @ value).transpose(1, 2).reshape(hidden.shape)
        mixed = layer.attention.LayerNorm(own.o(seen) + hidden)
        thought = torch.nn.functional.gelu(layer.intermediate.dense(mixed))
        return layer.output.LayerNorm(layer.output.dense(thought) + mixed)


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
) -> None:
    """The module as ONNX, with its weights in 8 bits if it is to be small."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module, tuple(shown.values()), plain, input_names=list(shown), output_names=outputs, opset_version=17,
            dynamo=False, dynamic_axes=axes,
        )  # fmt: skip
        if small:
            quantize_dynamic(plain, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        else:
            shutil.copy(plain, file)
    model = onnx.load(file)
    onnx.helper.set_model_props(model, {"labels": written_for()})
    onnx.save(model, file)


def write_encoder(network: Network, file: Path) -> None:
    pieces, marks = torch.randint(5, 900, (1, 220)), torch.zeros(1, 220, len(MARKS))
    encoder = Encoder(network).eval()
    with torch.inference_mode():
        assert torch.allclose(encoder(pieces, marks)[0], network.words(pieces, torch.ones(1, 220), marks), atol=1e-3)
    axes = {key: {0: "excerpts", 1: "pieces"} for key in ("pieces", "marks", "hidden", "senses")}
    write(encoder, {"pieces": pieces, "marks": marks}, axes, ["hidden", "senses"], file)


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


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--weights", type=Path, required=True)
    ap.add_argument("--bert", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    bert, pieces = base_of(a.bert)
    network = Network(bert)
    network.load_state_dict(torch.load(a.weights))
    network.eval()
    a.out.mkdir(parents=True, exist_ok=True)
    (a.out / "vocabulary.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    write_encoder(network, a.out / "encoder.onnx")
    write_told(network.told, a.out / "told.onnx")
    write_right(network.right, a.out / "right.onnx")
    print({f.name: f.stat().st_size for f in a.out.iterdir()})


if __name__ == "__main__":
    main()
