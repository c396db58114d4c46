"""Processes that read a large folder for another one, which they end with.

Of an article they hand over the record that an edition keeps of it: it is carried in half of the time that
its objects take, and these are made when they are met.
"""

import ctypes
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.context import BaseContext
from multiprocessing.reduction import ForkingPickler
from typing import Any

from bot.basics.errors import CorpusError
from bot.basics.limits import LIMITS, choose
from bot.core.index.duplicates import Sketch
from bot.core.words.tokens import Analysed
from bot.languages.interface.messages import Message
from bot.library.editions.written import reading_from, record_of
from bot.library.parsing.draft import OWN_HANDS, Draft, Drafted, Hands, read_through

_PR_SET_PDEATHSIG = 1
"""Of prctl: a signal comes when the parent dies (Linux)."""


@contextmanager
def readers(
    count: int, begun: BaseContext | None = None, read: Callable[[Draft, str], Drafted] = read_through
) -> Iterator[Hands]:
    """Yield the hands of so many processes, which are ``begun`` so; of one, they are those of this process.

    ``read`` is what the processes make of a draft. Raises CorpusError where one is killed.
    """
    if count == 1:
        yield OWN_HANDS
        return
    limits = (LIMITS.files.one, LIMITS.fetching.seconds, LIMITS.children.seconds)
    try:
        with ProcessPoolExecutor(count, begun, _begin, limits) as pool:
            yield Hands(read, lambda *work: pool.submit(*work).result, LIMITS.editions.read_ahead)
    except BrokenExecutor:
        raise CorpusError(Message.LOADING_ENDED) from None


def end_with_parent() -> None:
    """Let this process be killed when the one that began it is gone (Linux)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _in_short(drafted: Drafted) -> tuple[Any, ...]:
    """Return how an article is made anew in another process."""
    known = (drafted.header, drafted.cut, drafted.digest)
    if drafted.read is None:
        return Drafted, (drafted.article, *known)
    entry, words = drafted.read
    return _from_short, (record_of(entry), words, drafted.sketch, *known)


def _from_short(record: str, words: Analysed, sketch: Sketch | None, *known: Any) -> Drafted:
    entry = replace(reading_from(record), record=record)
    return replace(Drafted(entry.article, *known), read=(entry, words), sketch=sketch)


ForkingPickler.register(Drafted, _in_short)


def _begin(largest: int, fetching: float, parsing: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Control-C is for the one that they read for
    end_with_parent()
    choose(largest, fetching, parsing)
