"""The same questions asked of an edition in memory and of a shared index.

    ./run bench shared_index [FOLDER | PASSAGES]

The edition has the articles of all golden sets, and those of the folder, or so many generated passages (none
by default). Questions are those of the golden sets, and of words of a passage each where there is a folder.
The index lies on three real nodes, of which one is killed after a third of the questions of the second part.
Aims: no different answer, no error, p99 at most 60 ms above the edition's in memory.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks import generated
from benchmarks.telegram import processor_time
from bot.basics.index_address import IndexAddress
from bot.basics.settings import Settings
from bot.core.answer import Model, answer
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Passage
from bot.core.replies import Answer, Reason, Reply
from bot.lab.question_sets import read_questions
from bot.library.corpus.folder import read_folder
from bot.library.indexed.cluster import Cluster
from bot.library.indexed.opened import open_edition
from bot.library.indexed.publishing import publish
from bot.library.learned import load_model
from tests.library.indexed.nodes import running, why_not

NODES = 3
SAME = 500
"""Questions whose answers are compared, and timed in pairs."""
KILLED = 600
"""Questions during which a node is killed."""
Seconds = tuple[float, float]
"""Of the clock, and of the processor."""
_GOLDEN = Path(__file__).parents[1] / "tests" / "golden"


def main() -> None:
    if reason := why_not():
        sys.exit(reason)
    model = load_model()
    named = sys.argv[1] if sys.argv[1:] else "0"
    articles = {article.id: article for article in found(named)}
    edition = Edition.of(articles.values(), background=model.background)
    asked = questions(max(SAME, KILLED), () if named.isdigit() else edition.passages)
    table = Table("", "", title=f"{len(edition.entries):,} articles, {len(edition.passages):,} passages")
    with running(NODES) as nodes:
        address = IndexAddress.parse(f"{nodes.address}/bench")
        cluster = Cluster(Settings(index=address, index_seconds=30), address)
        for name, edited in (("written", edition), ("1 % changed", changed(edition, model))):
            done = publish(edited, cluster, copies=1)
            assert done
            table.add_row(name, f"{done.seconds:.1f} s, {done.sent:,} articles sent")
        edition = edited
        there = open_edition(cluster, cluster.serving(), model.background)
        cluster.wait_for_copies()
        spent = sum(processor_time(node.pid) for node in nodes.processes)
        for row in compared(asked[:SAME], edition, there, model):
            table.add_row(*row)
        spent = sum(processor_time(node.pid) for node in nodes.processes) - spent
        table.add_row("and of the nodes", f"{spent / SAME * 1000:.0f} ms")
        table.add_row(*killed(asked[:KILLED], edition, there, model, lambda: nodes.kill(1)))
    Console().print(table)


def found(named: str) -> Iterator[Article]:
    """Yield the articles of the golden sets, then those of a folder, or so many generated ones."""
    for folder in sorted(_GOLDEN.rglob("articles")):
        yield from read_folder(folder).articles
    if named.isdigit():
        yield from (article for article, _ in generated.articles(int(named)))
    else:
        yield from read_folder(Path(named)).articles


def questions(count: int, passages: Sequence[Passage]) -> list[str]:
    """Return so many questions of the golden sets and, every other one, of the words of a passage."""
    sets = [read_questions(path).questions for path in sorted(_GOLDEN.rglob("questions.jsonl"))]
    every = [one.question for questions in sets for one in questions]
    asked = [every[n * len(every) // count] for n in range(count)]
    if passages:
        asked[::2] = generated.questions(passages, len(asked[::2]))
    return asked


def changed(edition: Edition, model: Model) -> Edition:
    """Return the edition without every hundredth article."""
    kept = [article for n, article in enumerate(edition.articles) if n % 100]
    return Edition.of(kept, previous=edition, background=model.background)


def compared(asked: list[str], here: Edition, there: Edition, model: Model) -> Iterator[tuple[str, str]]:
    """Yield how many replies are the same, and how long both take."""
    times: list[tuple[Seconds, Seconds]] = []
    same = cannot = 0
    for question in asked:
        first, mine = timed(lambda: answer(question, here, model))  # noqa: B023
        second, theirs = timed(lambda: answer(question, there, model))  # noqa: B023
        times.append((first, second))
        same += told(mine) == told(theirs)
        cannot += is_error(theirs)
    yield "the same replies", f"{same} of {len(asked)}, {cannot} errors"
    found = np.array(times) * 1000
    for name, quantile in (("p50", 0.5), ("p99", 0.99)):
        local, remote = np.quantile(found[:, :, 0], quantile, axis=0)
        yield f"an answer, {name}", f"{local:.0f} ms in memory, {remote:.0f} ms from the index"
    local, remote = found[:, :, 1].mean(axis=0)
    yield "its processor time", f"{local:.0f} ms in memory, {remote:.0f} ms from the index"


def killed(
    asked: list[str], here: Edition, there: Edition, model: Model, kill: Callable[[], None]
) -> tuple[str, str]:
    """Kill a node during the questions; return how many failed, and how many got another reply."""
    errors = different = 0
    for number, question in enumerate(asked):
        if number == len(asked) // 3:
            kill()
        reply = answer(question, there, model)
        errors += is_error(reply)
        different += not is_error(reply) and told(reply) != told(answer(question, here, model))
    return (
        f"one of {NODES} nodes killed",
        f"{len(asked)} questions: {errors} errors, {different} different",
    )


def timed(work: Callable[[], Reply]) -> tuple[Seconds, Reply]:
    begun, spent = time.perf_counter(), time.process_time()
    reply = work()
    return (time.perf_counter() - begun, time.process_time() - spent), reply


def is_error(reply: Reply) -> bool:
    return not isinstance(reply, Answer) and reply.reason is Reason.CANNOT_LOOK_UP


def told(reply: Reply) -> object:
    """Return all that a reader may see of a reply."""
    if not isinstance(reply, Answer):
        return reply.reason, reply.nearest, reply.missing, reply.confidence
    quotes = (*reply.quotes, *reply.aside, *reply.differing)
    return [(q.text, q.span, q.citation) for q in quotes], reply.confidence, reply.missing


if __name__ == "__main__":
    main()
