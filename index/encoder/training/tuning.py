"""The encoder tuned to questions as members ask them: an answer nearer than other sentences of its article.

Contrastive: of a batch's texts the one that answers a question is to be told from all others (van den Oord et al.
2018), and once more from those of its own article alone. First the others are any, then those that the encoder itself
takes for answers. What is nearest the pieces stays as it was: the embeddings and the first two layers.
"""

import logging
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from index.encoder.training.examples import Graded
from index.encoder.wordpiece import WordPiece

_log = logging.getLogger(__name__)

_HEADS = 12
_FROZEN = ("embeddings.", "encoder.layer.0.", "encoder.layer.1.")


@dataclass(frozen=True, slots=True)
class Tuning:
    """How it is tuned; the same recipe, pairs and versions give the same weights."""

    any_epochs: float = 1.3
    any_rate: float = 3e-5
    near_epochs: float = 1.2
    near_rate: float = 2e-5
    nearest: int = 12  # texts of an article that the encoder takes for answers
    others: int = 4  # texts of an article beside the answer
    batch: int = 16
    sharpness: float = 20.0  # by which cosines are multiplied before softmax
    dropout: float = 0.1
    lower: float = 0.3  # share of the questions that are put in lower case
    longest: int = 96  # pieces
    seed: int = 1


def tuned(
    weights: Mapping[str, NDArray[np.float32]], pieces: WordPiece, pairs: Sequence[Graded], recipe: Tuning
) -> dict[str, NDArray[np.float32]]:
    """The weights after both rounds, by the same names. Takes about an hour of a core."""
    network = _Network(weights, pieces, recipe)
    chance = random.Random(recipe.seed)  # noqa: S311 -- nothing secret
    torch.manual_seed(recipe.seed)
    _round(network, pairs, recipe.any_epochs, recipe.any_rate, chance)
    nearest = {one: _with_nearest(network, one) for one in dict.fromkeys(pairs)}
    near = [nearest[one] for one in pairs]
    _round(network, near, recipe.near_epochs, recipe.near_rate, chance)
    return {name: tensor.detach().numpy() for name, tensor in network.weights.items()}


def _round(network: "_Network", pairs: Sequence[Graded], epochs: float, rate: float, chance: random.Random) -> None:
    recipe = network.recipe
    trained = [tensor for tensor in network.weights.values() if tensor.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    steps = int(epochs * len(pairs) / recipe.batch)
    for step, batch in enumerate(_batches(pairs, recipe.batch, steps, chance)):
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / (0.1 * steps)) * (1 - step / steps)
        loss = _loss(network, batch, chance)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        if step % 25 == 0:
            _log.info("step %d of %d: loss %.3f", step, steps, float(loss))


def _batches(pairs: Sequence[Graded], size: int, count: int, chance: random.Random) -> Iterator[list[Graded]]:
    waiting: list[Graded] = []
    for _ in range(count):
        if len(waiting) < size:
            waiting += chance.sample(pairs, len(pairs))
        yield waiting[:size]
        waiting = waiting[size:]


def _loss(network: "_Network", batch: Sequence[Graded], chance: random.Random) -> torch.Tensor:
    recipe = network.recipe
    texts: list[str] = []
    wanted, owners = [], []
    for number, one in enumerate(batch):
        wanted.append(len(texts))
        own = [chance.choice(one.answers), *chance.sample(one.others, min(recipe.others, len(one.others)))]
        texts += own
        owners += [number] * len(own)
    asked = [one.question.lower() if chance.random() < recipe.lower else one.question for one in batch]
    products = network.vectors(asked, training=True) @ network.vectors(texts, training=True).T * recipe.sharpness
    target = torch.tensor(wanted)
    mine = torch.tensor(owners)[None, :] == torch.arange(len(batch))[:, None]
    within = products.masked_fill(~mine, -1e4)
    return functional.cross_entropy(products, target) + functional.cross_entropy(within, target)


def _with_nearest(network: "_Network", pairs: Graded) -> Graded:
    """The pairs with only those others that are nearest to the question."""
    if len(pairs.others) <= network.recipe.nearest:
        return pairs
    with torch.no_grad():
        question = network.vectors([pairs.question], training=False)
        products = network.vectors(pairs.others, training=False) @ question[0]
    order = torch.argsort(products, descending=True, stable=True)[: network.recipe.nearest].tolist()
    return replace(pairs, others=tuple(pairs.others[at] for at in order))


class _Network:
    """BERT with mean pooling over weights by their published names."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]], pieces: WordPiece, recipe: Tuning) -> None:
        self.recipe = recipe
        self._pieces = pieces
        self._layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
        self.weights = {name: torch.tensor(array) for name, array in weights.items() if array.dtype == np.float32}
        for name, tensor in self.weights.items():
            tensor.requires_grad = not name.startswith(_FROZEN) and not name.startswith("pooler.")

    def vectors(self, texts: Sequence[str], *, training: bool) -> torch.Tensor:
        """Unit vectors (texts, width)."""
        numbers = [self._pieces.numbers(text, self.recipe.longest) for text in texts]
        longest = max(map(len, numbers))
        table = torch.tensor([[*row, *[0] * (longest - len(row))] for row in numbers])
        there = (table != 0).float()
        hidden = self._hidden(table, there, self.recipe.dropout if training else 0.0)
        return functional.normalize((hidden * there[..., None]).sum(1), dim=-1)

    def _hidden(self, table: torch.Tensor, there: torch.Tensor, dropout: float) -> torch.Tensor:
        weights = self.weights
        hidden = weights["embeddings.word_embeddings.weight"][table]
        hidden = hidden + weights["embeddings.position_embeddings.weight"][: table.shape[1]]
        hidden = hidden + weights["embeddings.token_type_embeddings.weight"][0]
        hidden = functional.dropout(self._normed(hidden, "embeddings.LayerNorm"), dropout, dropout > 0)
        mask = there[:, None, None, :].bool()
        for number in range(self._layers):
            name = f"encoder.layer.{number}"
            query, key, value = (
                self._linear(hidden, f"{name}.attention.self.{part}").unflatten(-1, (_HEADS, -1)).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
            seen = self._linear(seen.transpose(1, 2).flatten(2), f"{name}.attention.output.dense")
            seen = functional.dropout(seen, dropout, dropout > 0)
            hidden = self._normed(hidden + seen, f"{name}.attention.output.LayerNorm")
            wide = functional.gelu(self._linear(hidden, f"{name}.intermediate.dense"))
            narrow = functional.dropout(self._linear(wide, f"{name}.output.dense"), dropout, dropout > 0)
            hidden = self._normed(hidden + narrow, f"{name}.output.LayerNorm")
        return hidden

    def _linear(self, inputs: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(inputs, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def _normed(self, inputs: torch.Tensor, name: str) -> torch.Tensor:
        width = (inputs.shape[-1],)
        return functional.layer_norm(inputs, width, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"], 1e-12)
