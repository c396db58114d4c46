"""Answers a second by webhook, with one process and with several that think.

    ./run bench workers [QUESTIONS] [CHATS] [PROCESSES ...]

Every chat asks its next question when it has the answer to the last one. The processor's time is that of the
process that speaks with Telegram, which bounds how many answers any number of others can give.
"""

import asyncio
import socket
import sys

from rich.console import Console
from rich.table import Table

from benchmarks.telegram import BOTS, measured


def main() -> None:
    questions, chats, *processes = [int(given) for given in sys.argv[1:]] or [2000, 50]
    table = Table(
        "processes", "answers/s", "p50 ms", "p99 ms", "processor ms, Telegram's process", "at most/s"
    )
    for workers in processes or [1, 2]:
        port = _free_port()
        address = {"BOT_WEBHOOK_URL": f"http://127.0.0.1:{port}", "BOT_WEBHOOK_LISTEN": f"127.0.0.1:{port}"}
        found = asyncio.run(measured(BOTS["quoth"], questions, chats, BOT_WORKERS=str(workers), **address))
        times = (f"{seconds * 1000:.0f}" for seconds in (found.p50, found.p99))
        spent = f"{found.processor * 1000:.1f}", f"{1 / found.processor:.0f}"
        table.add_row(str(workers), f"{found.rate:.0f}", *times, *spent)
    Console().print(table, f"{questions} questions from {chats} chats at once", sep="\n")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


if __name__ == "__main__":
    main()
