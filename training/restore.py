"""The weights in the repository, to go on from: `python training/restore.py --data FOLDER --bert FOLDER --out FILE`.

They are there in 8 bits, without the names of matrices; a network of random numbers is exported in the same way, and
where its numbers stand tells which is which. What 8 bits have lost a part of an epoch brings back.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from base import base_of  # noqa: E402
from export import Encoder, write_encoder, write_right, write_told  # noqa: E402
from network import Network  # noqa: E402
from split import LOUD, linears  # noqa: E402

Array = NDArray[np.generic]
Arrays = dict[str, Array]


def arrays_of(file: Path) -> Arrays:
    """The arrays of an ONNX file by name, those in 8 bits as the numbers they stand for."""
    raw = {one.name: numpy_helper.to_array(one) for one in onnx.load(file).graph.initializer}
    found: Arrays = {}
    for name, array in raw.items():
        if name.endswith("_quantized"):
            own = name.removesuffix("_quantized")
            zero = raw[f"{own}_zero_point"].astype(np.float32)
            found[own] = (array.astype(np.float32) - zero) * raw[f"{own}_scale"]
        elif not name.endswith(("_scale", "_zero_point")):
            found[name] = array
    return found | {n.removesuffix("_Transposed"): a.T for n, a in found.items() if n.endswith("_Transposed")}


def restore(network: Network, data: Path) -> list[str]:
    """Put the numbers that the files in `data` hold into the network; the names of those that they do not hold."""
    for name, parameter in network.named_parameters():
        if "word_embeddings" not in name:
            parameter.data = torch.randn_like(parameter)
    loud = [torch.randperm(layers[0].in_features)[:LOUD].sort().values for layers in linears(network)]
    encoder = Encoder(network, loud).eval()
    split = {id(one) for layers in linears(network) for layer in layers for one in layer.parameters()}
    whole = {n: p for n, p in encoder.named_parameters() if id(p) not in split and "word_embeddings" not in n}
    places = {n: b for n, b in encoder.named_buffers() if n.endswith(".at")}
    missing = read_into(whole | places, lambda file: write_encoder(encoder, file), data / "encoder.onnx")
    for one, layers in zip(encoder.split, linears(network), strict=True):
        one.give_back(layers)
    told, right = dict(network.told.named_parameters()), dict(network.right.named_parameters())
    missing += read_into(told, lambda file: write_told(network.told, file), data / "told.onnx")
    return missing + read_into(right, lambda file: write_right(network.right, file), data / "right.onnx")


def read_into(wanted: dict[str, torch.Tensor], write: Callable[[Path], None], file: Path) -> list[str]:
    """Set random tensors to what a file has in their places; the names of those for which it has nothing."""
    with tempfile.TemporaryDirectory() as folder:
        write(plain := Path(folder) / file.name)
        random, real = arrays_of(plain), arrays_of(file)
    found = {name: _found(own, random.items(), real) for name, own in wanted.items()}
    for name, array in found.items():
        if array is not None:
            wanted[name].data = torch.tensor(np.ascontiguousarray(array))
    return [name for name, array in found.items() if array is None]


def _found(own: torch.Tensor, random: Iterable[tuple[str, Array]], real: Arrays) -> Array | None:
    for at, array in random:
        same = at in real and real[at].shape == array.shape
        if same and (turned := _turned(array, own)) is not None:
            return real[at].T if turned else real[at]
    return None


def _turned(array: Array, tensor: torch.Tensor) -> bool | None:
    """Whether an array is a tensor turned; None if it is not the tensor."""
    own, near = tensor.detach().numpy(), 0.1 if tensor.ndim > 1 else 1e-5
    for turned, seen in ((False, own), (True, own.T)):
        if seen.shape == array.shape and np.allclose(array, seen, atol=near):
            return turned
    return None


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("--data", "--bert", "--out"):
        ap.add_argument(name, type=Path, required=True)
    a = ap.parse_args()
    network = Network(base_of(a.bert)[0]).eval()
    if missing := restore(network, a.data):
        sys.exit(f"{a.data} has no numbers for {', '.join(missing)}: it holds another network than network.py's")
    torch.save(network.state_dict(), a.out)
    print(len(network.state_dict()), "parameters")


if __name__ == "__main__":
    main()
