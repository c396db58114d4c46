"""Lost and doubled answers while the network fails and the bot is killed again and again.

    ./run bench survival [READERS] [KILLS]

Every reader asks once before each kill and once after the last; one call in ten to the Bot API fails.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.fake_telegram import FakeTelegram
from tests.stories.readers import Readers


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 96
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    asyncio.run(_survive(count, kills))


async def _survive(count: int, kills: int) -> None:
    async with FakeTelegram() as telegram:
        telegram.server.patience = 120
        readers = Readers(telegram, count)
        with tempfile.TemporaryDirectory() as data:
            await readers.survive(Path(data), kills)
        answers = readers.answers
        table = Table("questions", "kills", "faults", "offers", "lost", "doubled")
        table.add_row(
            str(len(readers.asked)),
            str(kills),
            str(len(telegram.server.faults.happened)),
            str(len(readers.offered)),
            str(len(readers.asked - set(answers))),
            str(sum(1 for shown in answers.values() if shown > 1)),
        )
    Console().print(table)


if __name__ == "__main__":
    main()
