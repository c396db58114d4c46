"""Which encoder the settings ask for."""

from bot.basics.settings import Settings
from bot.core.vectors.encoder import Encoder
from bot.search.e5 import packaged_encoder
from bot.search.endpoint import Endpoint, EndpointEncoder
from bot.search.onnx import FolderEncoder


def encoder_of(settings: Settings) -> Encoder | None:
    """Return the encoder that is asked for; None where none is, or the packaged one is not there.

    Raises BotError where a model in a folder cannot be loaded.
    """
    if not settings.meaning:
        return None
    if settings.meaning_url:
        key = settings.meaning_key.get_secret_value() if settings.meaning_key else ""
        prefixes = (settings.meaning_question_prefix, settings.meaning_passage_prefix)
        return EndpointEncoder(Endpoint(settings.meaning_url, settings.meaning_model, *prefixes), key)
    if settings.meaning_folder:
        return FolderEncoder(settings.meaning_folder)
    return packaged_encoder()
