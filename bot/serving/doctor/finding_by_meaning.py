"""Whether articles can be found by meaning: the encoder is there, and answers."""

import time

from bot.basics.called import to_install
from bot.basics.errors import BotError
from bot.basics.settings import Settings
from bot.core.index.vectors.encoder import Encoder, EncoderError
from bot.search.encoders import encoder_of
from bot.serving.doctor.finding import Finding, bad, good, noted

_NAME = "finding by meaning"
_TRIED = "Does anybody hear this?"
"""A question of ours: no word of somebody's articles is sent to try a server."""


def look_at_encoder(settings: Settings) -> Finding:
    """Return what the encoder that the settings ask for does with a question."""
    if not settings.meaning:
        return noted(_NAME, "off, articles are found by their words", "set BOT_MEANING to true for it")
    try:
        encoder = encoder_of(settings)
    except BotError as error:
        return bad(_NAME, str(error), "look at BOT_MEANING_FOLDER")
    if encoder is None:
        return noted(_NAME, "no encoder is installed", f"{to_install('meaning')}, or see docs/meaning.md")
    try:
        return _tried(encoder)
    except EncoderError as error:
        return bad(_NAME, str(error), "look at BOT_MEANING_URL, its model and key; words find articles alone")


def _tried(encoder: Encoder) -> Finding:
    """Return how fast it encodes. Raises EncoderError."""
    began = time.perf_counter()
    numbers = len(encoder.question(_TRIED))
    took = (time.perf_counter() - began) * 1000
    where = f" at {encoder.sends_to}" if encoder.sends_to else ""
    return good(_NAME, f"{encoder.name}{where} gives {numbers} numbers a question, in {took:,.0f} ms")
