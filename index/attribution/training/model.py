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
        """Negative log-likelihood, summed over the batch; scores (batch, time, labels)."""
        start, moves = self.costs()
        alpha = scores[:, 0] + start
        gold = alpha.gather(1, labels[:, :1]).squeeze(1)
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(alpha.unsqueeze(2) + moves, 1) + scores[:, t]
            alpha = torch.where(mask[:, t].unsqueeze(1), step, alpha)
            emitted = scores[:, t].gather(1, labels[:, t : t + 1]).squeeze(1)
            gold = gold + (emitted + moves[labels[:, t - 1], labels[:, t]]) * mask[:, t]
        return (torch.logsumexp(alpha, 1) - gold).sum()


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
