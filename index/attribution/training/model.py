"""The network in PyTorch, as `index.attribution.tagger.network` computes it, with its losses."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from index.attribution.tagger.frames import CUE_LABELS, LABELS

ENCODER_DILATIONS = (1, 2, 4, 8, 1)
SECOND_DILATIONS = (1, 2, 4, 8)
_PLACES = 81
_NEVER = -1e4
_TINY = 1e-30  # instead of zero, whose logarithm is none


class TrainedChain(nn.Module):
    """A linear-chain CRF over BIO labels; moves that BIO forbids cost `_NEVER`."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        size = len(labels)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.start = nn.Parameter(torch.zeros(size))
        forbidden = [[_NEVER if b.startswith("I-") and a[2:] != b[2:] else 0.0 for b in labels] for a in labels]
        self.register_buffer("forbidden", torch.tensor(forbidden))
        self.register_buffer("no_start", torch.tensor([_NEVER if a.startswith("I-") else 0.0 for a in labels]))

    def costs(self) -> tuple[Tensor, Tensor]:
        """Start scores and transition scores with the forbidden ones."""
        return self.start + self.no_start, self.transitions + self.forbidden

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood, summed over the batch; scores (batch, time, labels).

        The sum over all paths is a product of matrices, taken pair by pair, so that it needs log(time) steps (Särkkä
        and García-Fernández, Temporal parallelization of Bayesian smoothers, 2021).
        """
        start, moves = self.costs()
        first = scores[:, 0] + start
        gold = first.gather(1, labels[:, :1]).squeeze(1)
        if scores.shape[1] == 1:
            return (torch.logsumexp(first, 1) - gold).sum()
        emitted = scores[:, 1:].gather(2, labels[:, 1:, None]).squeeze(2)
        gold = gold + ((emitted + moves[labels[:, :-1], labels[:, 1:]]) * mask[:, 1:]).sum(1)
        size = len(start)
        stay = torch.full((size, size), _NEVER).fill_diagonal_(0.0)
        steps = torch.where(mask[:, 1:, None, None], moves + scores[:, 1:, None, :], stay)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, stay.expand(len(steps), 1, size, size)], 1)
            left, right = steps[:, 0::2], steps[:, 1::2]
            highest_left, highest_right = left.amax(-1, keepdim=True), right.amax(-2, keepdim=True)
            product = torch.exp(left - highest_left) @ torch.exp(right - highest_right)
            steps = torch.log(product.clamp_min(_TINY)) + highest_left + highest_right
        return (torch.logsumexp(first[:, :, None] + steps[:, 0], (1, 2)) - gold).sum()


class Blocks(nn.Module):
    """Residual gated dilated convolutions."""

    def __init__(self, channels: int, dilations: Sequence[int], dropout: float) -> None:
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(channels) for _ in dilations)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(channels, 2 * channels, 3, padding=d, dilation=d) for d in dilations
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, keep: Tensor | None = None) -> Tensor:
        """(batch, time, channels) -> the same shape."""
        for norm, convolution in zip(self.norms, self.convolutions, strict=True):
            y = self.dropout(norm(x))
            if keep is not None:
                y = y * keep
            value, gate = convolution(y.transpose(1, 2)).transpose(1, 2).chunk(2, -1)
            x = x + value * torch.sigmoid(gate)
            if keep is not None:
                x = x * keep
        return x


class Tagger(nn.Module):
    """Both stages."""

    def __init__(self, rows: int, embedding: int, channels: int, second: int, dropout: float) -> None:
        super().__init__()
        self.embedding = nn.Embedding(rows, embedding, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=0.3)
        with torch.no_grad():
            self.embedding.weight[0] = 0
        self.entry = nn.Conv1d(embedding, channels, 5, padding=2)
        self.encoder = Blocks(channels, ENCODER_DILATIONS, dropout)
        self.output = nn.Linear(channels, len(LABELS))
        self.chain = TrainedChain(LABELS)
        self.here = nn.Linear(channels, second)
        self.cue = nn.Linear(channels, second)
        self.place = nn.Embedding(_PLACES, second)
        nn.init.normal_(self.place.weight, std=0.1)
        self.second = Blocks(second, SECOND_DILATIONS, dropout)
        self.second_output = nn.Linear(second, len(CUE_LABELS))
        self.second_chain = TrainedChain(CUE_LABELS)
        self.thin = nn.Dropout(0.2)
        self.drop = nn.Dropout(dropout)

    def encode(self, rows: Tensor) -> Tensor:
        """(batch, time, slots) -> (batch, time, channels)."""
        x = self.thin(self.embedding(rows).sum(2))
        x = functional.relu(self.entry(x.transpose(1, 2))).transpose(1, 2)
        return self.drop(self.encoder(x))

    def tag_cue(self, encoded: Tensor, cues: Tensor, places: Tensor, keep: Tensor) -> Tensor:
        """Second-stage scores, as `index.attribution.tagger.network.Network.tag_cue`."""
        x = functional.relu(self.here(encoded) + self.cue(cues)[:, None] + self.place(places)) * keep
        return self.second_output(self.second(x, keep))
