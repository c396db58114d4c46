"""The bot in a process of its own, so that it can be killed. Run as a module it serves the stories."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.basics import logs
from bot.basics.settings import name_of, read_settings
from bot.serving.app import serve_until_signal
from bot.serving.loop import run_measured
from tests.fake_telegram import FakeTelegram
from tests.stories.secrets import GIVEN
from tests.stories.world import Shelf, answerer

SECRETS = {name_of(field): value for field, value in GIVEN.items()}


@dataclass
class Process:
    """A bot that runs outside and writes to a file, so that nobody has to read along."""

    child: asyncio.subprocess.Process
    file: Path

    @property
    def output(self) -> str:
        """All that it has written so far."""
        return self.file.read_text()

    async def kill(self) -> None:
        """End it at once, without a chance to tidy up."""
        self.child.kill()
        await self.child.wait()


@asynccontextmanager
async def process(
    telegram: FakeTelegram, data: Path, *module: str, **settings: str
) -> AsyncIterator[Process]:
    """Start the bot and wait until it polls; it is asked to stop at the end, if it still runs."""
    polls, file = telegram.server.polls, data / "output"
    with file.open("ab") as output:
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *(module or ["tests.stories.process"]),
            env={**os.environ, **SECRETS, **telegram.environment, "BOT_DATA": str(data), **settings},
            stdout=output,
            stderr=output,
        )
    try:
        await telegram.until(
            lambda: telegram.server.polls > polls or telegram.server.webhook.get("url"),
            "the process to listen",
        )
        yield Process(child, file)
    finally:
        if child.returncode is None:
            child.send_signal(signal.SIGTERM)
            await child.wait()


def main() -> None:
    """Serve until a signal."""
    os.environ["PTB_TIMEDELTA"] = "1"
    settings = read_settings()
    logs.set_up("json", "DEBUG", *settings.secrets)
    run_measured(serve_until_signal(settings, Shelf(), answerer))


if __name__ == "__main__":
    main()
