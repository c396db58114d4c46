"""Finding by meaning in commands: which encoder, whose vectors, and when to wait for them."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from bot.basics.called import called
from bot.basics.progress import Progress
from bot.basics.settings import Settings
from bot.command.streams import note
from bot.core.index.edition import Edition
from bot.core.vectors.encoder import EncoderError
from bot.library.editions.encoding import VECTORS, Encoding
from bot.library.editions.remembered import cache_folder
from bot.search.encoders import encoder_of

AT_ONCE = 300
"""New sentences that a single question waits for: about 10 seconds on two cores, once."""

Bars = Callable[[], AbstractContextManager[Callable[[str], Progress]]]
"""Shows bars while a block runs."""


def encoding_of(settings: Settings) -> Encoding | None:
    """Return what encodes in commands and keeps it in the user's cache; None without an encoder or a cache.

    Raises BotError where a model in a folder cannot be loaded.
    """
    encoder, root = encoder_of(settings), cache_folder()
    return Encoding(encoder, root / VECTORS) if encoder and root else None


def with_meaning(edition: Edition, settings: Settings, bars: Bars, at_once: int | None = None) -> Edition:
    """Return the edition with the vectors of its sentences, or as it is where it is searched by words alone.

    That is where no encoder is there, or it fails, or more than ``at_once`` sentences have to be encoded
    first; the last two are said. Raises BotError where a model in a folder cannot be loaded.
    """
    encoding = encoding_of(settings)
    if encoding is None or not edition.passages:
        return edition
    if opened := encoding.opened(edition):
        return opened
    if at_once is not None and (missing := encoding.missing(edition)) > at_once:
        note(f"by words alone: {missing:,} sentences are not encoded yet; {called()} encode does it, once")
        return edition
    try:
        with bars() as bar:
            return encoding.encoded(edition, bar("encoding"))
    except EncoderError as error:
        note(f"by words alone: {error}")
        return edition
