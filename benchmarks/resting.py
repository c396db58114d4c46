"""What a bot holds that nobody asks anything: ./run bench resting [SECONDS] [PYTHON]

It serves the sample articles to an emulated Telegram, by words alone and with the packaged encoder, for so
many seconds (60) after it began to poll. "Its own" is what no other program could share (private and dirty).
PYTHON is that of another environment: what only developers have installed is imported by some libraries too.
"""

import asyncio
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.telegram import running
from tests.fake_telegram import FakeTelegram

SECONDS = 60.0
KINDS = {"by words": {"BOT_MEANING": "false"}, "with the packaged encoder": {"BOT_MEANING": "true"}}
BOT = ["bot", "serve"]


async def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    python = sys.argv[2] if len(sys.argv) > 2 else sys.executable
    table = Table("a bot at rest", "MB resident", "its own", title=f"{seconds:.0f} seconds after its start")
    for name, settings in KINDS.items():
        async with FakeTelegram() as telegram, running(telegram, BOT, settings, python) as process:
            await asyncio.sleep(seconds)
            held = memory(process)
        table.add_row(name, f"{held['Rss']:.0f}", f"{held['Private_Dirty']:.0f}")
    Console().print(table)


def memory(process: int) -> dict[str, float]:
    """Return what a process holds, in megabytes (Linux)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    return {name.rstrip(":"): int(kilobytes) * 1024 / 1e6 for name, kilobytes, _ in map(str.split, lines)}


if __name__ == "__main__":
    asyncio.run(main())
