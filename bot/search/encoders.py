"""Which encoder the settings ask for."""

# Each is imported when it is asked for: to import a client of HTTP takes as long as an answer.
# ruff: noqa: PLC0415

from bot.basics.settings import Settings
from bot.core.index.vectors.encoder import Encoder


def encoder_of(settings: Settings) -> Encoder | None:
    """Return the encoder that is asked for; None where none is, or the packaged one is not there.

    Raises BotError where a model in a folder cannot be loaded.
    """
    if not settings.meaning:
        return None
    if settings.meaning_url:
        return _behind_address(settings)
    if settings.meaning_folder:
        from bot.search.onnx import FolderEncoder

        return FolderEncoder(settings.meaning_folder)
    from bot.search.e5 import packaged_encoder

    return packaged_encoder()


def _behind_address(settings: Settings) -> Encoder:
    from bot.search.endpoint import Endpoint, EndpointEncoder

    key = settings.meaning_key.get_secret_value() if settings.meaning_key else ""
    prefixes = (settings.meaning_question_prefix, settings.meaning_passage_prefix)
    return EndpointEncoder(Endpoint(settings.meaning_url, settings.meaning_model, *prefixes), key)
