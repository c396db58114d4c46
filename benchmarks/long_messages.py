"""Messages of 4,096 characters against plain questions, in CPU time of one core: ./run bench long_messages

Aim: no shape of message, and no follow-up, costs more than five plain questions.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.core.answer import answer
from bot.core.asking.follow_up import followed_up
from bot.core.index.edition import Edition
from bot.library.corpus.folder import read_folder
from bot.library.learned import load_model

CORPUS = Path(__file__).parent.parent / "corpus"
LENGTH = 4_096
TIMES = 5
QUESTIONS = (
    "How many people died in Almaty?",
    "Who leads the unregistered Democratic Party?",
    "When did soldiers fire on Republic Square?",
    "Why did people protest in Zhanaozen?",
    "What did Tokayev announce?",
)
SHAPES = {
    "one word": "Almaty ",
    "unknown words": "zqxv kwpt ",
    "questions": "Who fired on the square in Almaty? ",
    "a list": "1) Who fired? 2) Who died? 3) Who paid? ",
    "greetings": "Hello, good morning, thanks! ",
    "statements": "I read about the square in Almaty. ",
    "commas": "Almaty, Zhanaozen, and who paid, ",
    "filters": "source:courier before:2022 ",
    "filters in words": "only the Courier, since 7 January, in the article about Almaty, ",
    "quotations": "“Almaty was dark and quiet that night” ",
    "open marks": '“«"',
    "numbers": "1,200,000 16.000 5 January 2022 ",
    "days in figures": "3/4/2022 ",
    "pointing": "I read of the square in Almaty. Who took it? ",
    "addresses": "https://example.test/almaty/1.html ",
    "capitals": "WHO FIRED ON THE SQUARE IN ALMATY ",
    "no blanks": "阿拉木图死了多少人",
    "line ends": "\n",
    "letters": "a",
    "small words": "a ",
    "lines": "a\n",
    "dashes": "a-",
    "brackets": "(a ",
    "phrases": '"a" ',
    "courtesy": "so it is as we and you are to me in that. ",
    "article": "",
}


def main() -> None:
    argparse.ArgumentParser(prog="./run bench long_messages", description=__doc__).parse_args()
    model = load_model()
    articles = read_folder(CORPUS).articles
    edition = Edition.of(articles, background=model.background)

    def spent(text: str) -> float:
        return seconds(lambda number: answer(f"{number} {text}"[:LENGTH], edition, model))

    plain = statistics.median(map(spent, QUESTIONS))
    table = Table("message", "ms", "plain questions")
    table.add_row("plain question", f"{1000 * plain:.1f}", "1.0")
    for name, unit in SHAPES.items():
        text = (unit * LENGTH if unit else articles[0].text)[:LENGTH]
        leaning = (
            lambda number, text=text: followed_up(f"{number} {text}"[:LENGTH], QUESTIONS[0]),
            lambda number, text=text: followed_up("and in Aktau?", f"{number} {text}"[:LENGTH]),
        )
        worst = max(spent(text), *map(seconds, leaning))
        table.add_row(name, f"{1000 * worst:.1f}", f"{worst / plain:.1f}")
    Console().print(table)


def seconds(work: Callable[[int], object]) -> float:
    """Return the least CPU time of a few calls, each with another number, so that no message comes again."""
    spent = []
    for number in range(TIMES):
        started = time.process_time()
        work(number)
        spent.append(time.process_time() - started)
    return min(spent)


if __name__ == "__main__":
    main()
