"""The image from its build to a restart, with the limits of compose.yaml: ./run bench container

    ./run bench container --engine "podman --runtime runc" --base localhost/python --with "--ulimit host"

It builds, asks, reads a file of each format, serves to an emulated Telegram on this machine, asks for its
health as the image itself does, adds an article, ends it by SIGTERM and starts it anew with the same volumes.
Whatever is not as it should be ends it with code 1.
"""

import argparse
import asyncio
import json
import shlex
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

from tests.fake_telegram import FakeTelegram, Private
from tests.library.samples import every_format

ROOT = Path(__file__).resolve().parent.parent
IMAGE, NAME, VOLUMES = "quoth-try", "quoth-try", {"quoth-try-corpus": "/corpus", "quoth-try-data": "/data"}
LONGEST_STOP = 10.0
"""Seconds in which SIGTERM is answered."""
LONGEST_START = 120.0
OWN = "---\ntitle: The ferry\n---\n\nThe ferry of Zanderholm was painted green in 1987.\n"
QUESTION, QUOTE = "How many people died in Almaty?", "227 people died"
OWN_QUESTION, OWN_QUOTE = "What colour was the ferry of Zanderholm painted?", "painted green"


class WrongError(Exception):
    """A step did not end as it should."""


class Engine:
    """Docker, podman or what takes the same words."""

    def __init__(self, command: str, options: str) -> None:
        self.command = shlex.split(command)
        self.options = shlex.split(options)

    async def call(self, *words: str, given: str = "", may_fail: bool = False) -> tuple[int, str]:
        """Return the exit code and what was printed. Raises WrongError where it fails and may not."""
        child = await asyncio.create_subprocess_exec(
            *self.command,
            *words,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        printed, errors = await child.communicate(given.encode())
        if child.returncode and not may_fail:
            raise WrongError(f"{shlex.join(words)[:200]}: {errors.decode()[-2000:]}")
        return child.returncode or 0, printed.decode()

    async def image(self) -> dict[str, Any]:
        """Return what is known of the image."""
        found: dict[str, Any] = json.loads((await self.call("image", "inspect", IMAGE))[1])[0]
        return found

    async def clear(self) -> None:
        """Remove what an earlier call left."""
        await self.call("rm", "--force", NAME, may_fail=True)
        for volume in VOLUMES:
            await self.call("volume", "rm", volume, may_fail=True)


def confined() -> list[str]:
    """Return what compose.yaml says of the container as options of ``run``."""
    service = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["quoth"]
    many = [("--tmpfs", "tmpfs"), ("--cap-drop", "cap_drop"), ("--security-opt", "security_opt")]
    return [
        *(["--read-only"] if service["read_only"] else []),
        *(["--init"] if service["init"] else []),
        *(word for option, name in many for value in service[name] for word in (option, value)),
        *("--memory", service["mem_limit"], "--pids-limit", str(service["pids_limit"])),
    ]


async def main() -> int:
    """Return the exit code."""
    parser = argparse.ArgumentParser("./run bench container", description=__doc__)
    parser.add_argument("--engine", default="docker", help="docker, podman, or a call of them with options")
    parser.add_argument("--base", help="another image with Python than the Dockerfile's")
    parser.add_argument("--with", dest="options", default="", help="more options of build and run")
    given = parser.parse_args()
    engine = Engine(given.engine, given.options)
    table = Table("step", "seconds", "found", title=f"{given.engine}, base {given.base or 'as written'}")
    try:
        await engine.clear()
        async for step, seconds, found in steps(engine, given.base):
            table.add_row(step, f"{seconds:.2f}", found)
    except WrongError as error:
        print(error, file=sys.stderr)
        return 1
    else:
        return 0
    finally:
        Console().print(table)
        await engine.clear()


async def steps(engine: Engine, base: str | None) -> AsyncIterator[tuple[str, float, str]]:
    """Yield each step with its seconds and what was found. Raises WrongError."""
    began = time.perf_counter()
    bases = ["--build-arg", f"BASE={base}"] if base else []
    docker = ["--format", "docker"] if "podman" in engine.command[0] else []
    await engine.call("build", *engine.options, *docker, *bases, "--network", "host", "-t", IMAGE, str(ROOT))
    yield "build", time.perf_counter() - began, f"{(await engine.image())['Size'] / 1e6:.0f} MB"

    began = time.perf_counter()
    alone = ["run", "--rm", *engine.options, "--network", "none", IMAGE]
    found = expect(QUOTE, (await engine.call(*alone, "ask", QUESTION))[1])
    yield "ask, without a network", time.perf_counter() - began, found
    yield "a file of each format", *await read_each(engine)

    async with FakeTelegram() as telegram:
        telegram.server.patience = LONGEST_START
        chat = telegram.private(telegram.user("Ann"))
        async with serving(engine, telegram) as seconds:
            yield "serve until healthy", seconds, "200 at /health"
            yield "a question", *await asked(chat, QUESTION, QUOTE)
            own = ["exec", "--interactive", NAME, "sh", "-c", "cat > /corpus/ferry.md"]
            await engine.call(*own, given=OWN)
            yield "SIGTERM", *await ended(engine)
        async with serving(engine, telegram) as seconds:
            yield "again with the same volumes", seconds, "200 at /health"
            yield "the article that was added", *await asked(chat, OWN_QUESTION, OWN_QUOTE)
            yield "/history knows the first start", *await asked(chat, "/history", "+5")
            yield "SIGTERM", *await ended(engine)


async def read_each(engine: Engine) -> tuple[float, str]:
    """Return how long a folder with a file of each format took, none of which may be refused."""
    began = time.perf_counter()
    with TemporaryDirectory() as folder:
        write_each(Path(folder))
        alone = ["run", "--rm", *engine.options, "--network", "none", "--volume", f"{folder}:/formats:ro"]
        printed = (await engine.call(*alone, IMAGE, "check", "--corpus", "/formats", may_fail=True))[1]
    return time.perf_counter() - began, expect("refused: 0", printed)


def write_each(folder: Path) -> None:
    """Write a file of each format that another user may read."""
    folder.chmod(0o755)
    for ending, data in every_format().items():
        (folder / f"{ending[1:]}{ending}").write_bytes(data)


@asynccontextmanager
async def serving(engine: Engine, telegram: FakeTelegram) -> AsyncIterator[float]:
    """Serve as compose.yaml would, on this machine's network; give the seconds until it is healthy."""
    began, polls = time.perf_counter(), telegram.server.polls
    settings = {
        **telegram.environment,
        "BOT_HEALTH_LISTEN": f"127.0.0.1:{free_port()}",
        "BOT_MAINTAINERS": str(next(iter(telegram.world.people))),
    }
    told = [word for name, value in settings.items() for word in ("--env", f"{name}={value}")]
    kept = [word for name, place in VOLUMES.items() for word in ("--volume", f"{name}:{place}")]
    options = [*engine.options, *confined(), "--network", "host", *told, *kept]
    await engine.call("run", "--detach", "--name", NAME, *options, IMAGE)
    try:
        await telegram.until(lambda: telegram.server.polls > polls, "the container to poll")
        await engine.call("exec", NAME, *await probe(engine))
        yield time.perf_counter() - began
    except (WrongError, AssertionError) as error:
        raise WrongError(f"{error}\n{(await engine.call('logs', NAME, may_fail=True))[1][-4000:]}") from error
    finally:
        await engine.call("rm", "--force", NAME)


async def probe(engine: Engine) -> list[str]:
    """Return the command by which the image looks for its health."""
    image = await engine.image()
    check = image["Config"].get("Healthcheck") or image["Healthcheck"]  # podman has it elsewhere
    how, *command = check["Test"]
    return list(command) if how == "CMD" else ["sh", "-c", *command]


async def asked(chat: Private, question: str, quote: str) -> tuple[float, str]:
    """Return how long a reply took, and what stands in it."""
    began = time.perf_counter()
    sent = await chat.asks(question)
    return time.perf_counter() - began, expect(quote, sent.text)


async def ended(engine: Engine) -> tuple[float, str]:
    """Return how long SIGTERM took to end it, and its exit code."""
    began = time.perf_counter()
    await engine.call("kill", "--signal", "TERM", NAME)
    code = (await engine.call("wait", NAME))[1].strip()
    seconds = time.perf_counter() - began
    if code != "0" or seconds > LONGEST_STOP:
        raise WrongError(f"SIGTERM: exit code {code} after {seconds:.1f} s")
    return seconds, "exit code 0"


def expect(words: str, text: str) -> str:
    """Return the words, which should stand in the text. Raises WrongError."""
    if words not in text:
        raise WrongError(f"{words!r} is not in: {text[:2000]}")
    return words


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
