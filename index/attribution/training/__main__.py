"""Write all that attribution has learned, reproducibly: ``model.npz``, ``acts.json`` and ``antecedents.json``.

python -m index.attribution.training ../shared tests/quality index/attribution

The acts are fitted to what a network finds in articles that it has not read: one that is trained on campaign news
alone, and not kept. The network that is shipped has read them, and finds in them what it will not find elsewhere.
"""

import argparse
import logging
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.attribution.tagger.network import read_network
from index.attribution.training.acts import write_acts
from index.attribution.training.antecedents import write_antecedents
from index.attribution.training.corpus import ordinary, polnear
from index.attribution.training.tagger import Recipe, write_tagger

_UNREAD_EPOCHS = 6


def main() -> None:
    """Train and write; a line on stderr for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with eval/news_train.jsonl and eval/real/train.jsonl")
    parser.add_argument("own", type=Path, help="the folder with labels.jsonl, stances.jsonl and prose")
    parser.add_argument("folder", type=Path, help="where to write")
    parser.add_argument("--unread", type=Path, help="the network of campaign news: read if there, else kept there")
    parser.add_argument("--only", choices=["network", "acts", "antecedents"], help="one of the three")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    recipe = Recipe()
    campaign = list(polnear(options.shared / "eval" / "news_train.jsonl"))
    labelled = list(ordinary(options.shared, options.own))
    if options.only in (None, "network"):
        write_tagger(options.folder / "model.npz", campaign, labelled, recipe)
    if options.only == "network":
        return
    with TemporaryDirectory() as scratch:
        unread = options.unread or Path(scratch) / "unread.npz"
        if not unread.exists():
            write_tagger(unread, campaign, [], replace(recipe, epochs=_UNREAD_EPOCHS))
        network = read_network(unread)
    if options.only in (None, "acts"):
        write_acts(options.folder / "acts.json", labelled, network)
    if options.only in (None, "antecedents"):
        write_antecedents(options.folder / "antecedents.json", labelled, network)


if __name__ == "__main__":
    main()
