"""The network: an encoder over an excerpt, a sense head for every word, two layers that look at the excerpt once more
for each claim, with its words marked, and say which words fill its slots, and a part that weighs claims."""

import torch
from torch import nn
from torch.nn import functional as F

from muster.extract.trained.labels import CHANGES, COMPONENTS, MARKS, SENSES, SLOTS, STATUSES
from muster.extract.trained.ties import TIES

REACH = 48
"""Words of distance told apart on either side; further away is all one."""
WIDTH = 384
HEADS = 6
PAIRED = 128
SEEN = 5
IN_HALVES = torch.backends.mkldnn.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported()
"""Whether the processor multiplies in 16 bits; where it does not, that is a hundred times slower than in 32."""


class Layer(nn.Module):
    """A transformer layer in operations that ONNX has."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.mixes, self.mixed = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.thinks, self.thought = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        """(claims, words, WIDTH) → the same."""
        claims, length, _ = words.shape
        parts = self.mixes(self.before(words)).view(claims, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        shares = torch.softmax(query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5, -1)
        seen = (shares @ value).transpose(1, 2).reshape(claims, length, WIDTH)
        words = words + self.drop(self.mixed(seen))
        return words + self.drop(self.thought(F.gelu(self.thinks(self.after(words)))))


class Told(nn.Module):
    """The words of an excerpt, seen from each of its claims → slots, status, component, change."""

    def __init__(self) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.word = nn.Linear(WIDTH + len(MARKS), WIDTH)
        self.sense, self.tie = nn.Embedding(len(SENSES), WIDTH), nn.Embedding(len(TIES), WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        self.role = nn.Linear(2, WIDTH, bias=False)
        for own in (self.sense, self.tie, self.distance):
            nn.init.normal_(own.weight, std=0.1)
        self.layers = nn.ModuleList([Layer(), Layer()])
        self.norm = nn.LayerNorm(WIDTH)
        self.slots = nn.Linear(WIDTH, len(SLOTS))
        nn.init.constant_(self.slots.bias, -3.0)
        self.status = nn.Linear(2 * WIDTH, len(STATUSES))
        self.component = nn.Linear(2 * WIDTH, len(COMPONENTS))
        self.change = nn.Linear(2 * WIDTH, len(CHANGES))

    def forward(
        self,
        hidden: torch.Tensor,
        marks: torch.Tensor,
        region: torch.Tensor,
        number: torch.Tensor,
        sense: torch.Tensor,
        offset: torch.Tensor,
        ties: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        """hidden: (words, WIDTH); marks: (words, MARKS); region, number: (claims, words), of 0 and 1; sense: (claims,).
        offset, ties: (claims, words), distance in words and place in TIES. Logits of slots: (claims, words, SLOTS)."""
        words = self.word(torch.cat([self.drop(hidden), marks], -1))[None] + self.sense(sense)[:, None]
        words = words + self.tie(ties) + self.distance(offset.clamp(-REACH, REACH) + REACH)
        words = words + self.role(torch.stack([region, number], -1))
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training and IN_HALVES):
            for layer in self.layers:
                words = layer(words)
        words = self.norm(words.float())
        own = torch.cat([_mean(region, words), _mean(number, words)], -1)
        return self.slots(words), self.status(own), self.component(own), self.change(own)


def _share(given: torch.Tensor) -> torch.Tensor:
    return given / given.sum(1, keepdim=True).clamp(min=1e-3)


def _mean(share: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    return (share[..., None] * words).sum(1) / share.sum(1, keepdim=True).clamp(min=1)


class Right(nn.Module):
    """The words of an excerpt, seen from a claim that somebody made of them → whether it is right."""

    def __init__(self) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.words = nn.Linear(4 * WIDTH, WIDTH)
        self.told, self.by = nn.Linear(2 * WIDTH, PAIRED), nn.Linear(WIDTH, PAIRED)
        self.paired = nn.Linear(PAIRED, WIDTH, bias=False)
        self.seen = nn.Linear(SEEN, WIDTH, bias=False)
        self.sense, self.change = nn.Embedding(len(SENSES), WIDTH), nn.Embedding(len(CHANGES), WIDTH)
        self.component, self.tie = nn.Embedding(len(COMPONENTS), WIDTH), nn.Embedding(len(TIES) + 1, WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        for own in (self.sense, self.change, self.component, self.tie, self.distance):
            nn.init.normal_(own.weight, std=0.1)
        self.thinks = nn.Linear(WIDTH, WIDTH)
        self.right = nn.Linear(WIDTH, 1)

    def forward(self, hidden: torch.Tensor, senses: torch.Tensor, *asked: torch.Tensor) -> torch.Tensor:
        """hidden: (words, WIDTH); senses: (words, SENSES), how likely; `asked` in the order of `Weighing`: region,
        number, actor: (claims, words), of 0 and 1; the others: (claims,). Logits: (claims,)."""
        region, number, actor, sense, change, component, tie, offset = asked
        hidden, likely = self.drop(hidden), senses.T[sense]
        own, counted, named = (_share(given) @ hidden for given in (region, number, actor))
        most = _share(region * likely) @ hidden
        seen = [(region * likely).sum(1) / region.sum(1).clamp(min=1), (region * likely).max(1).values]
        seen += [(number * likely).sum(1) / number.sum(1).clamp(min=1), number.max(1).values, actor.max(1).values]
        found = self.words(torch.cat([own, most, counted, named], -1)) + self.seen(torch.stack(seen, -1))
        found = found + self.paired(self.told(torch.cat([own, counted], -1)) * self.by(named))
        found = found + self.sense(sense) + self.change(change) + self.component(component) + self.tie(tie)
        found = found + self.distance(offset.clamp(-REACH, REACH) + REACH)
        return self.right(self.drop(F.gelu(self.thinks(self.drop(F.gelu(found)))))).squeeze(-1)


class Network(nn.Module):
    """What is trained."""

    def __init__(self, bert: nn.Module) -> None:
        super().__init__()
        self.bert = bert
        own = bert.config.hidden_size
        self.marks, self.narrow = nn.Linear(len(MARKS), own, bias=False), nn.Linear(own, WIDTH)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.drop = nn.Dropout(0.15)
        self.senses = nn.Linear(WIDTH, len(SENSES))
        nn.init.constant_(self.senses.bias, -3.0)
        self.told = Told()
        self.right = Right()

    def words(self, pieces: torch.Tensor, mask: torch.Tensor, marks: torch.Tensor) -> torch.Tensor:
        """Hidden states of pieces: (batch, pieces, WIDTH)."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.marks(marks)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training and IN_HALVES):
            hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.narrow(hidden.float())
