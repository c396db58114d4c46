"""The parsers of others in processes of their own: what breaks or swells there is one refused file.

A child gets one file at a time and answers with drafts, one frame of JSON each. It has nothing of our
environment but the place of temporary files, reaches no network where the system lets us take it away, and is
killed when it takes too long. Children are started anew, not forked (the bot has threads), used again for the
next file, and end when nothing comes.
"""

import atexit
import ctypes
import logging
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import cache
from typing import IO, cast

from pydantic import TypeAdapter, ValidationError

from bot.basics.apart import bare_environment
from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS, MEGABYTE
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said
from bot.library.parsing.archive import Budget, unpack
from bot.library.parsing.draft import Draft
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Remark

_log = logging.getLogger(__name__)


_HEAD = struct.Struct("!cI")
_ORDER, _DRAFT, _REMARK, _REFUSED, _ALL_REFUSED, _FAILED, _END = b"o", b"d", b"m", b"r", b"R", b"f", b"e"
_MEMBER, _BYTES = b"n", b"b"
"""The name of a file in an archive, and what is in it, in pieces."""
_LAST = frozenset({_ALL_REFUSED, _FAILED, _END})
"""What is said of a file when no more comes."""

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET: in a network of its own a process reaches nobody."""

_UNPACK = "members of a zip"
"""Stands where the ending of a file does that is to be parsed."""

Yielded = Draft | ArticleError | Remark
Parse = Callable[[str, bytes, Header], Iterable[Yielded]]


@dataclass(frozen=True, slots=True)
class ParseOrder:
    """What a child is asked for: to parse the bytes that follow as a file of that ending, or to unpack them.

    ``largest`` is how many bytes a file with one article may have.
    """

    suffix: str
    beside: Header
    seconds: int
    largest: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file, or an article in it, is refused, or what is remarked on it."""

    sentence: Said
    line: int | None


@dataclass(slots=True, eq=False)
class _Child:
    process: "subprocess.Popen[bytes]"
    orders: IO[bytes]
    answers: IO[bytes]
    files: int = 0

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        self.process.kill()
        for pipe in (self.orders, self.answers):
            with suppress(OSError):
                pipe.close()
        self.process.wait()


@dataclass(slots=True)
class Children:
    """The children of this process: those that wait and those at work."""

    waiting: list[_Child] = field(default_factory=list)
    at_work: set[_Child] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self) -> _Child:
        """Return one that waits, or else a new one."""
        with self.lock:
            while self.waiting:
                child = self.waiting.pop()
                if child.alive and child.files < LIMITS.children.files:
                    break
                child.kill()
            else:
                child = _started()
            child.files += 1
            self.at_work.add(child)
            return child

    def give_back(self, child: _Child) -> None:
        """Let it wait for the next file."""
        with self.lock:
            self.at_work.discard(child)
            self.waiting.append(child)

    def end(self, child: _Child) -> None:
        """Kill it."""
        with self.lock:
            self.at_work.discard(child)
        child.kill()

    def end_waiting(self) -> None:
        """Kill those that nobody needs any more."""
        with self.lock:
            while self.waiting:
                self.waiting.pop().kill()

    def interrupt(self) -> None:
        """Kill those at work: whoever waits for one of them gets a refusal at once."""
        with self.lock:
            for child in self.at_work:
                child.process.kill()


children = Children()
atexit.register(children.end_waiting)


def seconds_for(size: int) -> int:
    """Return the seconds of the processor that a file of ``size`` bytes may take."""
    return LIMITS.children.seconds + size * LIMITS.children.seconds_a_megabyte // MEGABYTE


def parsed_apart(suffix: str, data: bytes, beside: Header, seconds: int | None = None) -> Generator[Yielded]:
    """Yield the articles of a file, parsed in a child, why one was refused, and remarks.

    It takes at most ``seconds`` of the processor; None stands for what its size allows.

    Raises ArticleError if the whole file is refused, be it because it takes too long or breaks the child.
    """
    allowed = seconds_for(len(data)) if seconds is None else seconds
    with closing(_answers(ParseOrder(suffix, beside, allowed, LIMITS.files.one), data)) as answers:
        for kind, frame in answers:
            if (found := _understood(kind, frame)) is not None:
                yield found


def unpacked_apart(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the visible files in a zip archive, unpacked in a child: their paths and their contents.

    Raises ArticleError as ``unpack``, and where it takes too long or breaks the child.
    """
    order = ParseOrder(_UNPACK, Header(), seconds_for(len(data)), LIMITS.files.one)
    members, budget = list[tuple[str, bytearray]](), Budget()
    with closing(_answers(order, data)) as answers:
        for kind, frame in answers:
            if kind == _MEMBER:
                members.append((frame.decode(errors="replace"), bytearray()))
            elif kind == _BYTES and members:
                budget.take(len(frame))
                members[-1][1].extend(frame)
            else:
                _understood(kind, frame)
    return tuple((name, bytes(content)) for name, content in members)


def _answers(order: ParseOrder, data: bytes) -> Generator[tuple[bytes, bytes]]:
    """Yield what a child answers. It waits for the next file after that, or is killed if it has not ended.

    Raises ArticleError where it dies, hangs, or answers what cannot be understood.
    """
    child = _ordered(order, data)
    ended = False
    try:
        for kind, frame in _frames(child, order.seconds):
            ended = kind in _LAST
            yield kind, frame
            if ended:
                return
    finally:
        if ended:
            children.give_back(child)
        else:
            children.end(child)


def _understood(kind: bytes, frame: bytes) -> Yielded | None:
    """Return what one answer tells. Raises ArticleError where that is why the file is refused."""
    try:
        return _told(kind, frame)
    except ValidationError as error:
        raise ArticleError(Message.READER_ENDED) from error


def _told(kind: bytes, frame: bytes) -> Yielded | None:
    if kind == _DRAFT:
        return _drafts_form().validate_json(frame)
    if kind == _FAILED:
        name, _, trace = frame.decode(errors="replace").partition("\n")
        _log.error("a reader failed: %s", trace[-LIMITS.children.trace :])
        raise ArticleError(Message.READER_FAILED, kind=name)
    if kind == _END:
        return None
    refusal = _refusals_form().validate_json(frame)
    if kind == _REMARK:
        return Remark(refusal.sentence, refusal.line)
    error = ArticleError(refusal.sentence, refusal.line)
    if kind == _ALL_REFUSED:
        raise error
    return error


def _ordered(order: ParseOrder, data: bytes) -> _Child:
    """Return a child that has got the order; one that has just ended for want of orders is passed over."""
    for _ in range(2):
        child = children.take()
        try:
            _send(child.orders, _ORDER, _orders_form().dump_json(order))
            _send(child.orders, _ORDER, data)
            child.orders.flush()
        except OSError:
            children.end(child)
        else:
            return child
    raise ArticleError(Message.READER_ENDED)


def _frames(child: _Child, seconds: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield what the child answers. Raises ArticleError where it dies, hangs, or answers too much."""
    while True:
        end = time.monotonic() + seconds + LIMITS.children.silence
        kind, size = _HEAD.unpack(_read(child, _HEAD.size, end, seconds))
        if size > LIMITS.children.frame:
            raise ArticleError(Message.READER_ENDED)
        yield kind, _read(child, size, end, seconds)


def _read(child: _Child, size: int, end: float, seconds: int) -> bytes:
    parts = list[bytes]()
    poll = select.poll()
    poll.register(child.answers, select.POLLIN)
    while size:
        if not poll.poll(max(0.0, end - time.monotonic()) * 1000):
            raise ArticleError(Message.TOO_SLOW, seconds=seconds + LIMITS.children.silence)
        part = os.read(child.answers.fileno(), min(size, 1 << 20))
        if not part:
            raise _why_ended(child, seconds)
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _why_ended(child: _Child, seconds: int) -> ArticleError:
    if child.process.wait() == -signal.SIGXCPU:
        return ArticleError(Message.TOO_SLOW, seconds=seconds)
    return ArticleError(Message.READER_ENDED)


def _started() -> _Child:
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", "from bot.library.formats.registry import serve_child; serve_child()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bare_environment(),
        start_new_session=True,
    )
    return _Child(process, cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout))


def _send(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    stream.write(_HEAD.pack(kind, len(content)))
    stream.write(content)


@cache
def _drafts_form() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


@cache
def _refusals_form() -> TypeAdapter[Refusal]:
    return TypeAdapter(Refusal)


@cache
def _orders_form() -> TypeAdapter[ParseOrder]:
    return TypeAdapter(ParseOrder)


def serve_orders(parse: Parse) -> None:
    """Parse what comes in, one file after the other, until nothing comes. The child's whole life."""
    orders = os.fdopen(os.dup(0), "rb", buffering=0)
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a library prints must not be taken for an answer
        os.dup2(nowhere, stream)
    _give_up_rights()
    while select.select([orders], [], [], LIMITS.children.idle)[0] and (order := _order(orders)):
        _answer(answers, parse, *order)


def _order(orders: IO[bytes]) -> tuple[ParseOrder, bytes] | None:
    frames = []
    for _ in range(2):
        head = _received(orders, _HEAD.size)
        if len(head) < _HEAD.size:
            return None
        frames.append(_received(orders, _HEAD.unpack(head)[1]))
    return _orders_form().validate_json(frames[0]), frames[1]


def _received(orders: IO[bytes], size: int) -> bytes:
    parts = list[bytes]()
    while size and (part := orders.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _answer(answers: IO[bytes], parse: Parse, order: ParseOrder, data: bytes) -> None:
    LIMITS.files = replace(LIMITS.files, one=order.largest)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + order.seconds)
    try:
        if order.suffix == _UNPACK:
            _send_members(answers, data)
        else:
            _send_found(answers, parse(order.suffix, data, order.beside))
    except ArticleError as error:
        _refuse(answers, _ALL_REFUSED, error)
    except Exception as error:
        # A library's defect in one file must not keep all others from loading.
        _send(answers, _FAILED, f"{type(error).__name__}\n{traceback.format_exc()}".encode(errors="replace"))
    else:
        _send(answers, _END, b"")
    answers.flush()


def _send_found(answers: IO[bytes], found: Iterable[Yielded]) -> None:
    for one in found:
        if isinstance(one, Draft):
            _send(answers, _DRAFT, _drafts_form().dump_json(one))
        else:
            _refuse(answers, _REMARK if isinstance(one, Remark) else _REFUSED, one)


def _send_members(answers: IO[bytes], data: bytes) -> None:
    for name, content in unpack(data):
        _send(answers, _MEMBER, name.encode())
        for start in range(0, len(content), MEGABYTE):
            _send(answers, _BYTES, content[start : start + MEGABYTE])


def _refuse(answers: IO[bytes], kind: bytes, error: ArticleError | Remark) -> None:
    _send(answers, kind, _refusals_form().dump_json(Refusal(error.sentence, error.line)))


def _give_up_rights() -> None:
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)
    for kind, most in (
        (resource.RLIMIT_AS, LIMITS.children.address_space),
        (resource.RLIMIT_NOFILE, LIMITS.children.open_files),
        (resource.RLIMIT_FSIZE, LIMITS.children.written),
        (resource.RLIMIT_CORE, 0),
    ):
        _limit(kind, most)


def _limit(kind: int, most: int) -> None:
    """Lower a limit of this process; the hard one of the processor's time stays, to be set for each file."""
    hard = resource.getrlimit(kind)[1] if kind == resource.RLIMIT_CPU else most
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (most, hard))
