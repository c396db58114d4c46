"""Processes that read a large folder for another one, which they end with."""

import ctypes
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.context import BaseContext

from bot.basics.errors import CorpusError
from bot.basics.limits import LIMITS, choose
from bot.languages.interface.messages import Message
from bot.library.parsing.draft import OWN_HANDS, Hands, read_through

_PR_SET_PDEATHSIG = 1
"""Of prctl: a signal comes when the parent dies (Linux)."""


@contextmanager
def readers(count: int, begun: BaseContext | None = None) -> Iterator[Hands]:
    """Yield the hands of so many processes, which are ``begun`` so; of one, they are those of this process.

    Raises CorpusError where one is killed.
    """
    if count == 1:
        yield OWN_HANDS
        return
    limits = (LIMITS.files.one, LIMITS.fetching.seconds, LIMITS.children.seconds)
    try:
        with ProcessPoolExecutor(count, begun, _begin, limits) as pool:
            yield Hands(read_through, lambda *work: pool.submit(*work).result, LIMITS.editions.read_ahead)
    except BrokenExecutor:
        raise CorpusError(Message.LOADING_ENDED) from None


def end_with_parent() -> None:
    """Let this process be killed when the one that began it is gone (Linux)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _begin(largest: int, fetching: float, parsing: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Control-C is for the one that they read for
    end_with_parent()
    choose(largest, fetching, parsing)
