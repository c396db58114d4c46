"""An encoder behind an address that speaks OpenAI's ``/v1/embeddings``: Ollama, vLLM, TEI and others."""

import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import httpx
import numpy as np

from bot.basics.limits import LIMITS
from bot.core.index.vectors.encoder import EncoderError, Matrix, unit


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an encoder is, and what it wants before texts, as e5's ``query:`` and ``passage:``."""

    url: str
    model: str
    question_prefix: str = ""
    passage_prefix: str = ""


class EndpointEncoder:
    """Sends texts to a server. Threads may call it at the same time."""

    def __init__(self, endpoint: Endpoint, key: str = "", client: httpx.Client | None = None) -> None:
        """Name the server; nothing is sent yet."""
        self._endpoint = endpoint
        self._address = endpoint.url.rstrip("/").removesuffix("/embeddings") + "/embeddings"
        self._client = client or httpx.Client(headers={"Authorization": f"Bearer {key}"} if key else {})
        self._rested_at = 0.0
        self._lock = threading.Lock()
        self.sends_to = httpx.URL(endpoint.url).host
        self.name = endpoint.model or self.sends_to
        self.revision = f"endpoint-{sha256(repr(endpoint).encode()).hexdigest()[:16]}"

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Return one row a text. Raises EncoderError after some tries."""
        prefixed = [f"{self._endpoint.passage_prefix} {text}".strip() for text in texts]
        for tried in range(1, LIMITS.meaning.tries):
            with suppress(EncoderError):
                return self._vectors(prefixed, LIMITS.meaning.batch_seconds)
            time.sleep(tried)
        return self._vectors(prefixed, LIMITS.meaning.batch_seconds)

    def question(self, text: str) -> Matrix:
        """Return a question's vector. Raises EncoderError, at once where the server failed a moment ago."""
        if time.monotonic() < self._rested_at:
            raise EncoderError(f"{self.name} failed a moment ago")
        try:
            prefixed = f"{self._endpoint.question_prefix} {text}".strip()
            return np.asarray(self._vectors([prefixed], LIMITS.meaning.question_seconds)[0], np.float32)
        except EncoderError:
            with self._lock:
                self._rested_at = time.monotonic() + LIMITS.meaning.rest
            raise

    def _vectors(self, texts: Sequence[str], seconds: float) -> Matrix:
        asked = {"model": self._endpoint.model, "input": list(texts), "encoding_format": "float"}
        try:
            response = self._client.post(self._address, json=asked, timeout=seconds)
            response.raise_for_status()
            return _read(response.json(), len(texts))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError) as error:
            raise EncoderError(f"{self.name}: {_told(error)}") from None  # an error may show the key


def _read(answer: Mapping[str, Any], count: int) -> Matrix:
    """Return the vectors of an answer in the order of the texts. Raises ValueError, KeyError or TypeError."""
    found = sorted(answer["data"], key=lambda item: int(item["index"]))
    rows = np.array([item["embedding"] for item in found], np.float32)
    if rows.ndim != 2 or len(rows) != count or not np.isfinite(rows).all():
        raise ValueError("there is not a vector a text")
    return unit(rows)


def _told(error: Exception) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"answered {error.response.status_code}"
    return type(error).__name__ if isinstance(error, httpx.HTTPError) else "answered something else"
