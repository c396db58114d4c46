"""Ranking against plain rank-bm25 and tantivy on generated passages, in one run.

    ./run bench ranking [PASSAGES ...]

Tantivy is no part of Quoth: `pip install tantivy` for this table alone; without it its rows are missing. It
gets the same terms with the same weights and has to find the eight best.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from resource import getpagesize
from typing import Any, TypeVar

import numpy as np
from rank_bm25 import BM25Okapi
from rich.console import Console
from rich.table import Table

from benchmarks import generated
from bot.core.index.bm25 import Ranking
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import Term
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed, analyse, question_terms

SIZES = [200, 20_000, 200_000]
QUESTIONS = 200
PLAIN_QUESTIONS = 20
"""Plain rank-bm25 takes most of a second for each at 200,000 passages."""

BEST = 8
"""Passages that a question looks at: so many are asked of tantivy."""

Query = dict[Term, float]
Top = list[tuple[int, float]]
Asked = TypeVar("Asked")
Made = TypeVar("Made")


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench ranking", description=__doc__)
    parser.add_argument("passages", nargs="*", type=int, default=SIZES, help=f"default: {SIZES}")
    table = Table("passages", "", "build", "memory", "p50", "p99", title="The ten best of N passages")
    for size in parser.parse_args().passages:
        for row in measure(size):
            table.add_row(f"{size:,}", *row)
        table.add_section()
    Console().print(table)


def measure(size: int) -> list[tuple[str, ...]]:
    """Return the table's rows for so many passages: analysis, our ranking, plain rank-bm25, the ratio."""
    made = list(generated.articles(size))
    passages = [passage for _, cut in made for passage in cut]
    asked = [question_terms(question, ["en"]) for question in generated.questions(passages, QUESTIONS)]
    analysed, *reading = cost(lambda: [analyse(*article) for article in made])
    vocabulary, *ours = cost(lambda: Vocabulary(analysed))
    ranking = Ranking(vocabulary)
    queries = [vocabulary.weights(words) for words in asked]
    times, tops = ask(lambda query: ranking.top(query, 10), queries)
    plain, *theirs = cost(lambda: BM25Okapi(documents(analysed)))
    plain_times, plain_tops = ask(lambda query: plain_top(plain, query), queries[:PLAIN_QUESTIONS])
    fast = tantivy_top(analysed) if find_spec("tantivy") else None
    agree = sum(ours == theirs for ours, theirs in zip(tops, plain_tops, strict=False))
    faster = np.median(plain_times) / np.median(times)
    return [
        ("analysis", *spent(*reading), "", ""),
        ("Ranking", *spent(*ours), *quantiles(times)),
        ("BM25Okapi", *spent(*theirs), *quantiles(plain_times)),
        ("ratio", "", "", f"1/{faster:,.0f}", f"{agree}/{len(plain_tops)} same top"),
        *(beside(ranking, fast, queries) if fast else ()),
    ]


def cost(make: Callable[[], Made]) -> tuple[Made, float, float]:
    """Return what is made, the seconds that took, and the megabytes of memory that it holds."""
    gc.collect()
    before, begun = resident(), time.perf_counter()
    made = make()
    seconds = time.perf_counter() - begun
    gc.collect()
    return made, seconds, resident() - before


def resident() -> float:
    """Return the process's resident memory in megabytes (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 1e6


def ask(answer: Callable[[Asked], Made], queries: Sequence[Asked]) -> tuple[list[float], list[Made]]:
    """Return the milliseconds that each query took, and what it got."""
    answer(queries[0])
    times, got = [], []
    for query in queries:
        begun = time.perf_counter()
        got.append(answer(query))
        times.append((time.perf_counter() - begun) * 1e3)
    return times, got


def documents(articles: Sequence[Analysed]) -> Iterator[list[Term]]:
    """Yield the terms of each passage, as plain rank-bm25 takes them."""
    for article in articles:
        ends = article.sentence_starts[article.passage_starts].tolist()
        for text, headings in zip(pairwise(ends), pairwise(article.heading_starts.tolist()), strict=True):
            ids = [*article.ids[slice(*text)].tolist(), *article.heading_ids[slice(*headings)].tolist()]
            yield [term(article.words[n], article.language) for n in ids]


def plain_top(plain: BM25Okapi, query: Query) -> Top:
    """Return the ten best as the library's get_top_n finds them, but with its ties in order."""
    scores = plain.get_scores(list(query))
    return [(int(n), float(scores[n])) for n in np.argsort(-scores, kind="stable")[:10] if scores[n] > 0]


def tantivy_top(analysed: Sequence[Analysed]) -> Callable[[Query], object]:
    """Return what asks tantivy for the best passages."""
    tantivy: Any = import_module("tantivy")
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    schema = fields.build()
    index = tantivy.Index(schema)
    writer = index.writer(1 << 30, 1)
    for terms in documents(analysed):
        writer.add_document(tantivy.Document(terms=" ".join(terms)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def top(query: Query) -> object:
        made = tantivy.Query
        asked = (made.boost_query(made.term_query(schema, "terms", t), w) for t, w in query.items())
        return searcher.search(made.boolean_query([(tantivy.Occur.Should, one) for one in asked]), BEST).hits

    return top


def beside(
    ranking: Ranking, fast: Callable[[Query], object], queries: Sequence[Query]
) -> list[tuple[str, ...]]:
    """Return the rows of both, asked for as many in turn."""
    ours, _ = ask(lambda query: ranking.top(query, BEST), queries)
    theirs, _ = ask(fast, queries)
    times = np.median(ours) / np.median(theirs)
    return [
        (f"Ranking, {BEST} best", "", "", *quantiles(ours)),
        (f"tantivy, {BEST} best", "", "", *quantiles(theirs)),
        ("ratio", "", "", f"{times:,.2f}", ""),
    ]


def spent(seconds: float, megabytes: float) -> tuple[str, str]:
    return f"{seconds:.2f} s", f"{megabytes:,.0f} MB"


def quantiles(times: list[float]) -> tuple[str, str]:
    return f"{np.quantile(times, 0.5):.2f} ms", f"{np.quantile(times, 0.99):.2f} ms"


if __name__ == "__main__":
    main()
