"""Questions thought about in processes of their own: this one keeps what is asked and sends what it proved.

A worker has an edition mapped, which all of them share, and nothing else: no token, no database, no word of
who asks. It returns the places of quotes, and each of them is proven here, so the promise stays in one place.
"""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from socket import socketpair
from typing import Any

from pydantic import SecretStr

from bot.basics.apart import bare_environment
from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.basics.settings import Settings
from bot.chat.talk.answering import Answerer
from bot.core.carried import proven
from bot.core.index.edition import Edition
from bot.core.replies import Reply
from bot.library.editions.shelf import Shelf

log = logging.getLogger(__name__)


class WorkerError(BotError):
    """A question was thought about twice, and both times the process ended over it."""


@dataclass(frozen=True, slots=True)
class ThinkOrder:
    """What a worker is asked, and the edition to look in: where it is laid out, and which one that is."""

    text: str
    most: int
    flat: str
    edition: str
    encoded: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    process: "subprocess.Popen[bytes]"
    line: "Connection[bytes, bytes]"

    def think(self, order: ThinkOrder) -> Any:
        """Return what it says, None where it does not have that edition. Raises OSError or EOFError."""
        self.line.send_bytes(json.dumps(asdict(order)).encode())
        if not self.line.poll(LIMITS.workers.seconds):
            raise TimeoutError
        return json.loads(self.line.recv_bytes(LIMITS.workers.reply))

    def end(self) -> None:
        """Let it end, now."""
        self.line.close()
        self.process.kill()
        self.process.wait()


class Workers:
    """Answers in so many processes, each with one question at a time; for as many threads.

    Whatever is not in the edition that serves is answered ``here``: what a chat sees a part of, and what a
    reload has just replaced. A worker that ends or hangs has another one in its place.
    """

    def __init__(self, count: int, shelf: Shelf, here: Answerer, known: Mapping[str, str]) -> None:
        """Start them; ``known`` are the settings that they need to find by meaning."""
        self._shelf, self._here, self._known = shelf, here, json.dumps(known).encode()
        self._lock = threading.Lock()
        self._idle = [self._started() for _ in range(count)]
        self.ended = 0
        """How many ended, or hung, over a question."""

    def __call__(self, text: str, edition: Edition, /, *, most: int = LIMITS.asking.quotes_found) -> Reply:
        """Answer, as ``Answerer`` says. Raises WorkerError where a question has ended two workers."""
        flat = self._shelf.laid_out_at
        if edition is not self._shelf.current or flat is None:
            return self._here(text, edition, most=most)
        order = ThinkOrder(text, most, str(flat.absolute()), edition.id, edition.encoded is not None)
        return self._thought(order, edition) or self._here(text, edition, most=most)

    @property
    def processes(self) -> list[int]:
        """The ids of those that wait for a question."""
        return [worker.process.pid for worker in self._idle]

    def close(self) -> None:
        """End all that are idle."""
        while self._idle:
            self._idle.pop().end()

    def _thought(self, order: ThinkOrder, edition: Edition) -> Reply | None:
        """Return the reply, None where no worker has that edition. Raises WorkerError."""
        for again in range(LIMITS.workers.tries):
            # Whatever ended the first may have ended those that wait, too: that is not this question's doing.
            worker = self._started() if again else self._taken()
            try:
                carried = worker.think(order)
                reply = None if carried is None else proven(carried, edition)
            except (OSError, EOFError, ValueError) as error:
                log.warning(
                    "a process that answers has ended (%s); another one goes on", type(error).__name__
                )
                worker.end()
                self.ended += 1
            else:
                self._idle.append(worker)
                return reply
        raise WorkerError("a question has ended two processes that answer")

    def _taken(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.process.poll() is None:
                    return worker
                worker.end()  # something else has ended it
        return self._started()

    def _started(self) -> _Worker:
        ours, theirs = socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603 (our own program)
                [sys.executable, "-P", "-m", "bot.serving.thinking", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=bare_environment() | {"OPENBLAS_NUM_THREADS": "1"},
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        worker = _Worker(process, Connection(ours.detach()))
        with suppress(OSError):  # the first question tells of it
            worker.line.send_bytes(self._known)
        return worker


@contextmanager
def answering_apart(settings: Settings, shelf: Shelf, here: Answerer) -> Iterator[Answerer]:
    """Yield what answers in as many processes as the settings say; ``here`` itself where that is one.

    Answers from an index wait for it rather than think: there threads do.
    """
    if settings.workers == 1 or settings.index:
        yield here
        return
    workers = Workers(settings.workers, shelf, here, _known(settings))
    try:
        yield workers
    finally:
        workers.close()


def _known(settings: Settings) -> dict[str, str]:
    """Return the settings of finding by meaning, as ``Settings`` takes them, and where vectors are kept."""
    names = ["data", *(name for name in Settings.model_fields if name.startswith("meaning"))]
    return {name: _text(value) for name in names if (value := getattr(settings, name)) is not None}


def _text(value: object) -> str:
    match value:
        case SecretStr():
            return value.get_secret_value()
        case Path():
            return str(value.absolute())
        case _:
            return str(value)
