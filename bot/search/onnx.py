"""An encoder in a folder, as model hubs have them: ``model.onnx``, ``tokenizer.json`` and their settings."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bot.basics.called import to_install
from bot.basics.errors import BotError, told
from bot.core.index.vectors.encoder import Matrix, unit

MODELS = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
"""Where hubs put the model, in the order in which they are looked for."""
LONGEST = 512
"""Tokens of a text that are read, where its settings do not say less."""
_QUESTION, _PASSAGE = ("query", "question"), ("passage", "document", "corpus")
"""What the prompts for the two kinds of texts are called."""


class FolderEncoder:
    """Runs a model in this process. Threads may call it at the same time.

    Pooling, prompts and the longest text are read from the folder's own settings, as sentence-transformers
    writes them; without any, the tokens' mean is taken and nothing is put before a text.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load a model; ``threads`` of 0 are as many as there are cores.

        Raises BotError that says what is missing or wrong.
        """
        try:
            import onnxruntime  # noqa: PLC0415 - an extra
            import tokenizers  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise BotError(f"a model in a folder needs the extra 'onnx': {to_install('onnx')}") from error
        model = next((folder / name for name in MODELS if (folder / name).is_file()), None)
        if model is None:
            raise BotError(f"there is no {MODELS[0]} in {folder}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        try:
            self._session = onnxruntime.InferenceSession(str(model), options, ["CPUExecutionProvider"])
            self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # the libraries raise bare ones
            raise BotError(f"the model in {folder} cannot be loaded: {error}") from error
        self._tokenizer.enable_truncation(_longest(folder))
        self._tokenizer.enable_padding()
        self._wanted = {found.name for found in self._session.get_inputs()}
        self._by_first_token = bool(_settings(folder / "1_Pooling/config.json").get("pooling_mode_cls_token"))
        prompts = _settings(folder / "config_sentence_transformers.json").get("prompts") or {}
        self._question_prefix = next((str(prompts[name]) for name in _QUESTION if name in prompts), "")
        self._passage_prefix = next((str(prompts[name]) for name in _PASSAGE if name in prompts), "")
        self.sends_to = ""
        self.name = folder.resolve().name
        self.revision = f"onnx-{_digest(folder, model)}"

    def passages(self, texts: Sequence[str]) -> Matrix:
        """Return one row a text."""
        return self._vectors([self._passage_prefix + text for text in texts])

    def question(self, text: str) -> Matrix:
        """Return a question's vector."""
        return np.asarray(self._vectors([self._question_prefix + text])[0], np.float32)

    def _vectors(self, texts: Sequence[str]) -> Matrix:
        read = self._tokenizer.encode_batch(list(texts))
        mask = np.array([one.attention_mask for one in read], np.int64)
        given = {
            "input_ids": np.array([one.ids for one in read], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in read], np.int64),
        }
        told = self._session.run(None, {name: given[name] for name in self._wanted})
        states = np.asarray(told[0], np.float32)
        if states.ndim == 2:
            return unit(states)
        if self._by_first_token:
            return unit(states[:, 0])
        weights = mask[:, :, np.newaxis].astype(np.float32)
        return unit((states * weights).sum(axis=1) / weights.sum(axis=1))


def _longest(folder: Path) -> int:
    for file, name in (
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),
    ):
        found = _settings(folder / file).get(name)
        if isinstance(found, int) and 0 < found <= LONGEST:
            return found
    return LONGEST


def _settings(file: Path) -> Mapping[str, Any]:
    """Return the settings in a file, none where there is none. Raises BotError."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise BotError(
            f"{file} cannot be read: {told(error) if isinstance(error, OSError) else error}"
        ) from error
    return found if isinstance(found, dict) else {}


def _digest(folder: Path, model: Path) -> str:
    """Return what tells models apart, without reading hundreds of megabytes."""
    status = model.stat()
    small = [path.read_bytes() for path in sorted(folder.rglob("*.json"))]
    return sha256(repr((status.st_size, status.st_mtime_ns, small)).encode()).hexdigest()[:16]
