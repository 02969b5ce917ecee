"""Linear layers for 8 bits. A few inputs of a layer are tens of times louder than the others (the signs that end a
sentence have them), and leave these no room among 256 steps: they are worked out apart, in 32 bits."""

from collections.abc import Iterable, Sequence

import torch
from network import Network
from torch import nn

LOUD = 16
"""Inputs of each layer that are kept apart. With 8 and with 24 the answers are as near to those in 32 bits."""


class Split(nn.Module):
    """Linear layers of one input as one, its loudest inputs (`loud`: their numbers) beside the others."""

    def __init__(self, layers: Sequence[nn.Linear], loud: torch.Tensor) -> None:
        super().__init__()
        weight = torch.cat([one.weight.detach() for one in layers])
        quiet = torch.ones(weight.shape[1]).index_fill(0, loud, 0.0)
        self.register_buffer("at", loud)
        self.register_buffer("quiet", quiet)
        self.most, self.loud = nn.Linear(*weight.T.shape), nn.Linear(len(loud), len(weight), bias=False)
        self.most.weight.data, self.loud.weight.data = weight * quiet, weight[:, loud].clone()
        self.most.bias.data = torch.cat([one.bias.detach() for one in layers])

    def forward(self, given: torch.Tensor) -> torch.Tensor:
        """(…, inputs) → (…, outputs of all layers)."""
        return self.most(given * self.quiet) + self.loud(given[..., self.at])

    def give_back(self, layers: Sequence[nn.Linear]) -> None:
        """Put the weights into the layers they are of."""
        weight = self.most.weight.detach().index_copy(1, self.at, self.loud.weight.detach())
        sizes = [len(one.weight) for one in layers]
        for one, own, bias in zip(layers, weight.split(sizes), self.most.bias.detach().split(sizes), strict=True):
            one.weight.data, one.bias.data = own.clone(), bias.clone()


def linears(network: Network) -> list[tuple[nn.Linear, ...]]:
    """The linear layers of the encoder in their order, those of one input together."""
    found: list[tuple[nn.Linear, ...]] = []
    for layer in network.bert.encoder.layer:
        own = layer.attention.attn
        found += [(own.q, own.k, own.v), (own.o,), (layer.intermediate.dense,), (layer.output.dense,)]
    return found


def loudest(network: Network, shown: Iterable[tuple[torch.Tensor, torch.Tensor]]) -> list[torch.Tensor]:
    """For each of `linears` the numbers of the inputs that are loudest anywhere in what is shown: pieces and marks."""
    firsts = [layers[0] for layers in linears(network)]
    most = {one: torch.zeros(one.in_features) for one in firsts}

    def listen(layer: nn.Module, given: tuple[torch.Tensor]) -> None:
        most[layer] = torch.maximum(most[layer], given[0].abs().flatten(0, -2).amax(0))

    hooks = [one.register_forward_pre_hook(listen) for one in firsts]
    with torch.inference_mode():
        for pieces, marks in shown:
            network.words(pieces, torch.ones(pieces.shape), marks)
    for hook in hooks:
        hook.remove()
    return [most[one].topk(LOUD).indices.sort().values for one in firsts]
