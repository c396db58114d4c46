"""The clock of the simulated day."""

import subprocess
import sys

PROGRAM = """
import asyncio, time
from datetime import UTC, datetime
from benchmarks.day.clock import Clock, LeapingLoop

def told():
    return time.time(), time.monotonic(), datetime.now(UTC).timestamp(), asyncio.get_running_loop().time()

async def day():
    before = told()
    await asyncio.gather(asyncio.sleep(86_400), asyncio.to_thread(len, ()))
    print(*(round(now - then) for now, then in zip(told(), before)))

clock = Clock(datetime(2031, 5, 6, tzinfo=UTC))
with asyncio.Runner(loop_factory=lambda: LeapingLoop(clock)) as runner:
    runner.run(day())
"""


def test_a_day_has_passed_on_every_clock_as_soon_as_nothing_is_left_to_do() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)  # noqa: S603
    assert (ran.stdout.split(), ran.stderr) == (["86400"] * 4, "")
