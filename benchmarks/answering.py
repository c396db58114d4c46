"""Question → Reply in process, against plain rank-bm25 in the same run: ./run bench answering [PASSAGES ...]

Every fifth question has a slip of the fingers. Aims at 200,000 passages: ranking at least 100 times as fast
as ``BM25Okapi.get_top_n``, a whole answer within 30 ms for 99 of 100 questions.
"""

import argparse
import gc
import random

import numpy as np
from rank_bm25 import BM25Okapi
from rich.console import Console
from rich.table import Table

from benchmarks import generated
from benchmarks.ranking import PLAIN_QUESTIONS, SIZES, ask, cost, documents, quantiles, spent
from bot.core.answer import answer
from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from bot.core.replies import Answer
from bot.lab.rewording import with_a_slip
from bot.library.learned import load_model

QUESTIONS = 320
SLIP_EVERY = 5
WARM_UP = 20
"""Questions asked before the clock starts: a bot that serves is warm."""

Row = tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench answering", description=__doc__)
    parser.add_argument("passages", nargs="*", type=int, default=SIZES, help=f"default: {SIZES}")
    table = Table("passages", "", "build", "memory", "p50", "p99", title="Question → Reply, in process")
    for size in parser.parse_args().passages:
        for row in measure(size):
            table.add_row(f"{size:,}", *row)
        table.add_section()
    Console().print(table)


def measure(size: int) -> list[Row]:
    """Return the table's rows for so many passages: plain rank-bm25, our ranking, whole answers."""
    model = load_model()
    articles = [article for article, _ in generated.articles(size)]
    edition, *building = cost(lambda: Edition.of(articles, background=model.background))
    gc.freeze()  # as the bot does when it has taken up an edition
    questions = asked(edition)
    ask(lambda text: answer(text, edition, model), questions[-WARM_UP:])
    times, replies = ask(lambda text: answer(text, edition, model), questions[:-WARM_UP])
    queries = [understand(text, edition).query for text in questions]
    ranking, _ = ask(lambda query: edition.ranking.top(query, 10), queries)
    understanding, _ = ask(lambda text: understand(text, edition), questions)
    analysed = list(map(edition.vocabulary.postings.reader(), range(len(edition.entries))))
    plain, *theirs = cost(lambda: BM25Okapi(documents(analysed)))
    get_top = lambda query: plain.get_top_n(list(query), edition.passages, 10)  # noqa: E731
    plain_times, _ = ask(get_top, queries[:PLAIN_QUESTIONS])
    faster = np.median(plain_times) / np.median(ranking)
    answered = sum(isinstance(reply, Answer) for reply in replies)
    return [
        ("BM25Okapi.get_top_n", *spent(*theirs), *quantiles(plain_times)),
        ("Ranking.top", "", "", *quantiles(ranking)),
        ("ratio", "", "", f"1/{faster:,.0f}", ""),
        ("words and variants", "", "", *quantiles(understanding)),
        (f"whole answer ({answered}/{len(replies)} not refused)", *spent(*building), *quantiles(times)),
    ]


def asked(edition: Edition) -> list[str]:
    """Return the questions, every fifth with a slip."""
    rng = random.Random(0)
    plain = generated.questions(edition.passages, QUESTIONS)
    return [with_a_slip(text, rng) if n % SLIP_EVERY == 0 else text for n, text in enumerate(plain)]


if __name__ == "__main__":
    main()
