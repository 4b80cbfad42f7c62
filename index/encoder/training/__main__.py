"""Tune a BERT's weights to members' questions, and make the encoder's files of them.

python -m index.encoder.training WEIGHTS.safetensors VOCABULARY.txt ../shared tests/quality index/encoder \
    --selqa selqa-ass-dev.json --selqa selqa-ass-test.json

The weights are named as the published model has them, in float32 or float16. The same weights, questions and
versions of `torch`, `onnx` and `onnxruntime` give the same files.
"""

import argparse
import logging
import random
from pathlib import Path

import torch
from safetensors.numpy import load_file, save_file

from index.encoder.training.examples import labelled, selqa
from index.encoder.training.graph import write_graph
from index.encoder.training.tuning import Tuning, tuned
from index.encoder.wordpiece import WordPiece

_OF_SELQA = 700  # questions of each of its files, so that they are no more than those of news
_NEWS = 2  # times that each question of news is put for one of an encyclopaedia


def main() -> None:
    """Write ``encoder.onnx`` and ``vocabulary.txt`` into the folder; a line on stderr for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="a .safetensors file")
    parser.add_argument("vocabulary", type=Path, help="the pieces, one a line")
    parser.add_argument("shared", type=Path, help="the folder with eval/")
    parser.add_argument("own", type=Path, help="the folder with questions.jsonl and prose")
    parser.add_argument("folder", type=Path, help="where to write")
    parser.add_argument("--selqa", type=Path, action="append", default=[], help="a JSON file of SelQA; may be repeated")
    parser.add_argument("--tuned", type=Path, help="the tuned weights: read if there, else kept there")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)  # sums in one order
    if options.tuned is not None and options.tuned.exists():
        weights = load_file(options.tuned)
    else:
        weights = {
            name.removeprefix("bert."): array.astype("float32") for name, array in load_file(options.weights).items()
        }
        recipe = Tuning()
        chance = random.Random(recipe.seed)  # noqa: S311 -- nothing secret
        pairs = [*labelled(options.shared, options.own)] * _NEWS
        for file in options.selqa:
            pairs += chance.sample([*selqa(file)], _OF_SELQA)
        pieces = WordPiece(options.vocabulary.read_text(encoding="utf-8").split("\n"))
        weights = tuned(weights, pieces, pairs, recipe)
        if options.tuned is not None:
            save_file(weights, options.tuned)
    vocabulary = options.vocabulary.read_bytes()
    write_graph(weights, vocabulary, options.folder / "encoder.onnx")
    (options.folder / "vocabulary.txt").write_bytes(vocabulary)


if __name__ == "__main__":
    main()
