"""The whole life of a process that answers: an edition is mapped, and questions come one after the other."""

import json
import logging
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.basics.settings import Settings
from bot.core.answer import Model, answer
from bot.core.carried import to_carry
from bot.core.index.edition import Edition
from bot.library.editions.encoding import Encoding
from bot.library.editions.flat import open_flat
from bot.library.editions.mapped import Mapped
from bot.library.learned import load_model
from bot.search.encoders import encoder_of
from bot.storage.data_folder import VECTORS

log = logging.getLogger(__name__)


class _Thinker:
    """Answers from the edition that was asked of last; another one is opened when it is asked for."""

    def __init__(self, model: Model, encoding: Encoding | None) -> None:
        self._model, self._encoding = model, encoding
        self._edition = Edition.of([])

    def reply(self, order: dict[str, Any]) -> Any:
        """Return the reply in plain values, None where the edition is not to be had here."""
        if self._is_other(order) and (opened := self._opened(order)):
            self._edition = opened
        if self._is_other(order):
            return None
        return to_carry(answer(order["text"], self._edition, self._model, order["most"]))

    def _is_other(self, order: dict[str, Any]) -> bool:
        edition = self._edition
        return (edition.id, edition.encoded is not None) != (order["edition"], order["encoded"])

    def _opened(self, order: dict[str, Any]) -> Edition | None:
        try:
            edition = Mapped(open_flat(Path(order["flat"]))).edition(self._model.background)
        except (OSError, ValueError, KeyError, TypeError):  # it was replaced meanwhile
            return None
        return self._encoding.opened(edition) if order["encoded"] and self._encoding else edition


def serve_questions(number: int) -> None:
    """Answer what comes over the file of that number, until nothing can come any more."""
    for ending in (signal.SIGINT, signal.SIGTERM):  # who asks ends us, once all is answered
        signal.signal(ending, signal.SIG_IGN)
    line = Connection(number)
    try:
        settings = Settings(**json.loads(line.recv_bytes()))
        encoder = encoder_of(settings)
        encoding = Encoding(encoder, settings.data / VECTORS) if encoder else None
        thinker = _Thinker(load_model(), encoding)
        while True:
            said = thinker.reply(json.loads(line.recv_bytes()))
            line.send_bytes(json.dumps(said).encode())
    except (EOFError, OSError):
        return


if __name__ == "__main__":
    serve_questions(int(sys.argv[1]))
