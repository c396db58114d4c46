"""What makes a running bot reload from outside of any chat: SIGHUP, ``./run reload``, changed files.

The home of watchfiles. ``./run reload`` speaks over a Unix socket in the bot's own folder: lines of JSON.
"""

import asyncio
import json
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any

from watchfiles import Change, awatch

from bot.basics.called import called
from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.chat.maintainers.reload_report import render_report
from bot.chat.wording.texts import Language
from bot.library.editions.changes import ReloadReport
from bot.storage.data_folder import PRIVATE_FILE, SOCKET
from bot.upkeep import WATCH, Actor, Busy, FilesChanged, Outcome, Upkeep

log = logging.getLogger(__name__)

_SIGHUP = Actor("SIGHUP")
_SHELL = Actor("the command reload")


@contextmanager
def reloading_at_hangup(upkeep: Upkeep) -> Iterator[None]:
    """Reload at SIGHUP while the block runs, which is in the main thread's event loop."""
    tasks: set[asyncio.Task[None]] = set()
    loop = asyncio.get_running_loop()

    def hang_up() -> None:
        task = asyncio.create_task(reload_and_log(upkeep, _SIGHUP))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    loop.add_signal_handler(signal.SIGHUP, hang_up)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGHUP)
        for task in tasks:
            task.cancel()


@asynccontextmanager
async def watching(upkeep: Upkeep) -> AsyncIterator[None]:
    """Reload, while the block runs, when files of the corpus have changed and stand still again."""
    stop = asyncio.Event()
    task = asyncio.create_task(_watch(upkeep, stop))
    try:
        yield
    finally:
        stop.set()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def following(upkeep: Upkeep) -> AsyncIterator[None]:
    """Reload whenever a shared index has a newer edition, while the block runs; say when it fails."""

    async def follow() -> None:
        said = ""
        while True:
            await asyncio.sleep(LIMITS.index.look_seconds)
            with suppress(BotError):  # ``trouble`` tells it
                if await asyncio.to_thread(upkeep.shelf.has_moved):
                    await _until_done(upkeep)
            if upkeep.shelf.trouble != said:
                said = upkeep.shelf.trouble
                log.warning("nothing can be looked up: %s", said) if said else log.info("the index is back")

    task = asyncio.create_task(follow())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def listening(data: Path, upkeep: Upkeep) -> AsyncIterator[None]:
    """Obey ``./run reload`` while the block runs. Raises BotError if the socket cannot be made."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _obey(reader, writer, upkeep)
        except (OSError, ValueError) as error:
            log.info("a caller in the shell went away: %s", type(error).__name__)
        finally:
            writer.close()

    with socket_path(data) as path:
        try:
            server = await asyncio.start_unix_server(serve, path)
        except OSError as error:
            raise BotError(f"{data / SOCKET} cannot be made ({error.strerror}): change BOT_DATA") from error
        os.chmod(path, PRIVATE_FILE)  # noqa: PTH101 (a moment's work)
    try:
        async with server:
            yield
    finally:
        (data / SOCKET).unlink(missing_ok=True)


async def ask_to_reload(data: Path, *, dry: bool, on_progress: Callable[[int, int], None]) -> str:
    """Make the running bot reload, or look only, and return its report.

    Raises BotError if no bot runs, somebody else is at it, or the reload has failed.
    """
    with socket_path(data) as path:
        try:
            reader, writer = await asyncio.open_unix_connection(path, limit=LIMITS.editions.report)
        except OSError:
            raise BotError(
                f"no bot serves from {data}: start it with {called()} serve, or set BOT_DATA"
            ) from None
    try:
        writer.write(_line({"reload": "dry" if dry else "now"}))
        while line := await reader.readline():
            said = json.loads(line)
            if "progress" in said:
                on_progress(*said["progress"])
            elif "report" in said:
                return str(said["report"])
            else:
                raise BotError(str(said.get("refused", "the bot said nothing that is understood; update it")))
    except ValueError as error:
        most = LIMITS.editions.report
        raise BotError(
            f"the bot's report has more than {most} bytes or is none; its log tells more"
        ) from error
    finally:
        writer.close()
    raise BotError("the bot has stopped before the reload was done; its log tells more")


async def reload_and_log(upkeep: Upkeep, who: Actor) -> None:
    """Reload, and tell the log how it went. Raises nothing that was foreseen."""
    try:
        outcome = await upkeep.reload(who)
    except BotError as error:
        log.error("the reload by %s failed: %s", who.name, error)  # noqa: TRY400
        return
    match outcome:
        case ReloadReport():
            log.info("reloaded by %s: %s", who.name, outcome.summary)
        case Busy():
            log.warning("no reload by %s: %s is at it", who.name, outcome.who.name)
        case FilesChanged():
            log.warning("no reload by %s: the files have changed", who.name)


async def _watch(upkeep: Upkeep, stop: asyncio.Event) -> None:
    debounce = int(1000 * LIMITS.editions.still_seconds)
    while not stop.is_set():
        try:
            async for _ in awatch(
                upkeep.shelf.corpus,
                watch_filter=_matters,
                debounce=10 * debounce,
                step=debounce,
                stop_event=stop,
            ):
                await _until_done(upkeep)
        except OSError as error:
            log.warning("the corpus cannot be watched: %s; trying again", type(error).__name__)
            await asyncio.sleep(10 * LIMITS.editions.still_seconds)


async def _until_done(upkeep: Upkeep) -> None:
    """Reload as soon as nobody else is at it: what has changed is not to be forgotten."""
    while upkeep.busy:  # noqa: ASYNC110 (rare, and seldom long)
        await asyncio.sleep(LIMITS.editions.still_seconds)
    await reload_and_log(upkeep, WATCH)


def _matters(_: Change, path: str) -> bool:
    """Tell whether a file may be an article: hidden ones are editors' and ours."""
    return not any(part.startswith(".") for part in Path(path).parts[-3:])


async def _obey(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, upkeep: Upkeep) -> None:
    wish = json.loads(await reader.readline())
    if wish not in ({"reload": "dry"}, {"reload": "now"}):
        writer.write(_line({"refused": "the bot does not understand this; use its own version's reload"}))
        await writer.drain()
        return
    work = upkeep.look(_SHELL) if wish["reload"] == "dry" else upkeep.reload(_SHELL)
    task = asyncio.create_task(work)
    try:
        while not (await asyncio.wait([task], timeout=LIMITS.waiting.shell_progress))[0]:
            if busy := upkeep.busy:
                writer.write(_line({"progress": [busy.done, busy.total]}))
                await writer.drain()
        writer.write(_line(_said(task)))
        await writer.drain()
    except ConnectionError:
        await task  # who asked has gone; what was begun is done


def _said(task: "asyncio.Task[Outcome]") -> dict[str, Any]:
    try:
        outcome = task.result()
    except BotError as error:
        return {"refused": str(error)}
    match outcome:
        case ReloadReport():
            rendered = render_report(outcome, Language.ENGLISH)
            return {"report": (rendered.attachment or rendered.message).visible}
        case Busy():
            return {"refused": f"a reload by {outcome.who.name} is running; wait until it is done"}
        case FilesChanged():
            return {"refused": "the files have changed; look again"}


def _line(said: dict[str, Any]) -> bytes:
    return json.dumps(said).encode() + b"\n"


@contextmanager
def socket_path(data: Path) -> Iterator[str]:
    """Yield the socket's path in a form that is short enough: the system allows about 100 bytes."""
    path = str(data / SOCKET)
    if len(os.fsencode(path)) < 100:
        yield path
        return
    folder = os.open(data, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{SOCKET}"
    finally:
        os.close(folder)
