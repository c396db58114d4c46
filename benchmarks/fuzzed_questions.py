"""How answering bears odd questions: ./run bench fuzzed_questions --count 5000 --seed 1

Questions of the golden set and sentences of the articles are cut, joined, and filled with odd signs.
Each reply must be one of ours, and each of its quotes the very words of its place; the slowest ten are named.
Aim: nothing crashes, no range is false, and no question takes two seconds of the processor or 300 MB.
"""

import argparse
import heapq
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bot.basics.limits import LIMITS
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.core.proving.quote import prove
from bot.core.replies import Answer, Reply
from bot.library.editions.remembered import Memory
from bot.library.learned import load_model

NAMED = 10
"""The slowest questions, which are named."""
ODD = (
    *("", " ", "\n", "?", "??", "“", "”", '"', "(", "[](", "/", "@", "#", "—", "…", "’", "\u200b", "\u202e"),
    *(
        "\0",
        "\ufffd",
        "\ud800",
        "e\u0301" * 40,
        "我",
        "かな",
        "ı",
        "ß",
        "ﬁ",
        "１２",
        "😀",
        "\u0600",
        "a" * 60,
    ),
    *("before:2020", "after:9999-99-99", "source:", "lang:xx", "in 2012", "1,000,000", "0", "-1", "1e309"),
    *("and in Taraz?", "who?", "is it true that", "more", "not", "or", "km", "%"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="how many questions are asked")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same questions")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="the folder that is asked about")
    arguments = parser.parse_args()
    model = load_model()
    edition = Memory().open(arguments.corpus, model.background).edition
    crashes: list[str] = []
    slowest: list[tuple[float, str]] = []
    false = answered = 0
    begin, before = time.process_time(), peak()
    for question in fuzzed(seeds(edition), arguments.count, random.Random(arguments.seed)):
        started = time.process_time()
        try:
            reply = answer(question, edition, model)
        except Exception as error:
            crashes.append(f"{type(error).__name__}: {question[:100]!r}")
            continue
        heapq.heappush(slowest, (time.process_time() - started, question[:60]))
        if len(slowest) > NAMED:
            heapq.heappop(slowest)
        answered += isinstance(reply, Answer)
        false += not all_true(reply, edition)
    seconds = time.process_time() - begin
    print(f"{arguments.count} questions, {answered} answered, {len(crashes)} crashes, {false} false ranges")
    print(f"{1000 * seconds / arguments.count:.1f} ms of the processor each")
    print(f"{peak() - before:,.0f} MB more than the {before:,.0f} MB before the first")
    for crash in crashes[:10]:
        print(crash)
    for took, words in sorted(slowest, reverse=True):
        print(f"{1000 * took:.0f} ms: {words!r}")
    sys.exit(bool(crashes or false))


def peak() -> float:
    """Return the most memory that this process ever had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seeds(edition: Edition) -> list[str]:
    """Return questions as people ask them, and sentences of the articles."""
    rows = Path("tests/golden/corpus.jsonl").read_text("utf-8").splitlines()
    asked = [json.loads(row)["question"] for row in rows]
    spans = [(passage.article.text, span) for passage in edition.passages for span in passage.sentences]
    return asked + [span.of(text) for text, span in spans]


def fuzzed(known: list[str], count: int, chance: random.Random) -> Iterator[str]:
    """Yield odd questions, of which one in fifty is as long as a message may be."""
    for _ in range(count):
        question = chance.choice(known)
        for _ in range(chance.randint(1, 4)):
            question = _changed(question, known, chance)
        if chance.random() < 0.02:
            question = (question or "?") * (LIMITS.asking.question // max(1, len(question)) + 1)
        yield question[: LIMITS.asking.question]


def _changed(text: str, known: list[str], chance: random.Random) -> str:
    a, b = sorted(chance.choices(range(len(text) + 1), k=2))
    ways = (
        lambda: text[a:b],
        lambda: text[:a] + text[b:],
        lambda: text[:a] + chance.choice(ODD) + text[a:],
        lambda: text[:b] + text[a:],
        lambda: f"{text} {chance.choice(known)}",
        lambda: text[:a] + "".join(chance.sample(text[a:b], b - a)) + text[b:],
        text.swapcase,
        lambda: text[:a] + chr(chance.randrange(0x3100)) + text[b:],
    )
    return chance.choice(ways)()


def all_true(reply: Reply, edition: Edition) -> bool:
    """Tell whether each quote of a reply, in each of its parts, is the very words of its place."""
    for part in (reply, *(part.reply for part in getattr(reply, "parts", ()))):
        for quote in part.quotes if isinstance(part, Answer) else ():
            text = edition.entries[quote.article.id].article.text
            if text[quote.span.start : quote.span.end] != quote.text or prove(quote.claim, edition) is None:
                return False
    return True


if __name__ == "__main__":
    main()
