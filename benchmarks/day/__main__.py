"""A day of a busy group and a thousand private chats, with faults, in minutes.

    ./run bench day [--hours 24] [--people 1000] [--a-minute 60] [--visits 5] [--restarts 3] [--seed 0]

One process: the emulated Telegram, the people, and the bot, which answers by words from the sample articles.
Time leaps to the next timer wherever nothing is left to do. What goes wrong follows a plan made by the seed.
Aim: each question is answered, refused, or told why not, once; and memory does not grow in the second half.
"""

import argparse
import sys
from datetime import UTC, datetime

from benchmarks.day.clock import Clock

BEGIN = datetime(2031, 5, 6, 19, tzinfo=UTC)
"""An evening, so that the second half is a day: memory is looked at where people are awake."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench day", description=__doc__)
    parser.add_argument("--hours", type=float, default=24)
    parser.add_argument("--people", type=int, default=1000, help="private chats")
    parser.add_argument("--a-minute", type=float, default=60, help="messages in the group by day")
    parser.add_argument("--visits", type=float, default=5, help="of each of them, in 24 hours")
    parser.add_argument("--restarts", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--log", default="CRITICAL", help="level of the bot's log")
    chosen = parser.parse_args()
    clock = Clock(BEGIN)
    from benchmarks.day.whole import simulated  # noqa: PLC0415 (modules take their clocks when they are imported)

    sys.exit(not simulated(clock, chosen))


if __name__ == "__main__":
    main()
