"""The weights in the repository, to go on from: `python training/restore.py --data FOLDER --bert FOLDER --out FILE`.

They are there in 8 bits, without the names of matrices; a network of random numbers is exported in the same way, and
where its numbers stand tells which is which. What 8 bits have lost a part of an epoch brings back.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from base import base_of  # noqa: E402
from export import write_encoder, write_right, write_told  # noqa: E402
from network import Network  # noqa: E402

Arrays = dict[str, NDArray[np.float32]]
_FROZEN = "bert.embeddings.word_embeddings.weight"


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


def restored(network: Network, data: Path) -> dict[str, torch.Tensor]:
    """The parameters that the files in `data` hold, by name."""
    for parameter in network.parameters():
        parameter.data = torch.randn_like(parameter)
    parts: dict[str, Callable[[Path], None]] = {
        "encoder.onnx": lambda file: write_encoder(network, file),
        "told.onnx": lambda file: write_told(network.told, file),
        "right.onnx": lambda file: write_right(network.right, file),
    }
    found: dict[str, torch.Tensor] = {}
    for name, write in parts.items():
        with tempfile.TemporaryDirectory() as folder:
            write(plain := Path(folder) / name)
            random, real = arrays_of(plain), arrays_of(data / name)
        for own, parameter in network.named_parameters():
            for at, array in random.items():
                if at in real and (turned := _turned(array, parameter)) is not None:
                    found[own] = torch.tensor(np.ascontiguousarray(real[at].T if turned else real[at]))
    return found


def _turned(array: NDArray[np.float32], parameter: torch.Tensor) -> bool | None:
    """Whether an array is a parameter turned; None if it is not the parameter."""
    own, near = parameter.detach().numpy(), 0.1 if parameter.ndim > 1 else 1e-5
    for turned, seen in ((False, own), (True, own.T)):
        if seen.shape == array.shape and np.allclose(array, seen, atol=near):
            return turned
    return None


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("--data", "--bert", "--out"):
        ap.add_argument(name, type=Path, required=True)
    a = ap.parse_args()
    start = Network(base_of(a.bert)[0])
    weights = start.state_dict() | {}
    kept = {_FROZEN: weights[_FROZEN].clone()}
    found = restored(start.eval(), a.data) | kept
    if missing := sorted(set(weights) - set(found)):
        sys.exit(f"{a.data} has no numbers for {', '.join(missing)}: it holds another network than network.py's")
    torch.save(found, a.out)
    print(len(found), "parameters")


if __name__ == "__main__":
    main()
