"""Finding by meaning in commands: which encoder, whose vectors, and when to wait for them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic

from bot.basics.called import called
from bot.basics.limits import LIMITS
from bot.basics.progress import Progress, silent
from bot.basics.settings import Settings
from bot.command.streams import note
from bot.core.index.edition import Edition
from bot.core.index.vectors.encoder import EncoderError
from bot.library.editions.encoding import Encoding, StoppedError
from bot.library.editions.remembered import cache_folder
from bot.search.encoders import encoder_of
from bot.storage.data_folder import VECTORS

Bars = Callable[[], AbstractContextManager[Callable[[str], Progress]]]
"""Shows bars while a block runs."""


def encoding_of(settings: Settings) -> Encoding | None:
    """Return what encodes in commands and keeps it in the user's cache; None without an encoder or a cache.

    Raises BotError where a model in a folder cannot be loaded.
    """
    encoder, root = encoder_of(settings), cache_folder()
    return Encoding(encoder, root / VECTORS) if encoder and root else None


def with_meaning(edition: Edition, settings: Settings, bars: Bars, hurried: bool = False) -> Edition:
    """Return the edition with the vectors of its sentences, or as it is where words alone find them.

    That is where the texts lie elsewhere, where there is no encoder, where it fails, and, ``hurried``, as
    long as more is left to encode than a single question should wait for; the last two are said. Raises
    BotError where a model in a folder is not whole.
    """
    encoding = None if edition.lies_elsewhere else encoding_of(settings)
    if encoding is None or not edition.passages:
        return edition
    if hurried and not encoding.opened(edition):
        likely = encoding.left(edition)
        if likely > LIMITS.meaning.hopeless:
            _tell_left(f"about {likely:,}", "")
            return edition
    done = _Counted(silent)
    try:
        with bars() as bar:
            done = _Counted(bar("encoding"))
            return encoding.encoded(edition, done, lambda: hurried and done.is_enough)
    except StoppedError:
        _tell_left(f"{done.total - done.count:,}", ", some at each question")
    except EncoderError as error:
        note(f"by words alone: {error}")
    return edition


def _tell_left(count: str, how: str) -> None:
    left = f"{count} sentences are left to encode{how}"
    note(f"by words alone: {left}; {called()} encode does all of them, once")


class _Counted:
    """Passes on how far something is, and remembers it."""

    def __init__(self, told: Progress) -> None:
        self.count = self.total = 0
        self._told = told
        self._until = monotonic() + LIMITS.meaning.waited_at_most

    @property
    def is_enough(self) -> bool:
        """Tell whether a single question has waited for what it may."""
        return (
            self.count
            >= (LIMITS.meaning.a_call if self.total > LIMITS.meaning.at_once else LIMITS.meaning.at_once)
            or monotonic() > self._until
        )

    def __call__(self, done: int, total: int) -> None:
        self.count, self.total = done, total
        self._told(done, total)
