"""A model of one look-up, as the ONNX format has it (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto)."""

import json
import struct
from collections.abc import Sequence
from pathlib import Path

WORDS = ("[PAD]", "[UNK]", "query:", "police", "cops", "bread", "came", "left")
VECTORS = ((0, 0), (1, 1), (0, 9), (8, 0), (8, 1), (0, 8), (1, 2), (2, 1))
"""One of each word; the prefix has a large one, so that a forgotten one is seen."""


def _varint(number: int) -> bytes:
    out = b""
    while number > 127:
        out, number = out + bytes([number & 127 | 128]), number >> 7
    return out + bytes([number])


def _field(number: int, value: int | str | bytes) -> bytes:
    """A field of a message: a number, or a text, message or packed row with its length."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _tensor(name: str, kind: int, dimensions: Sequence[str]) -> bytes:
    shape = b"".join(_field(1, _field(2, dimension)) for dimension in dimensions)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))


def write_model(folder: Path) -> Path:
    """Write a model that gives each word its vector, and its tokenizer, which parts at blanks."""
    table = _field(1, len(VECTORS)) + _field(1, 2) + _field(2, 1) + _field(8, "table")
    table += _field(9, b"".join(struct.pack("<2f", *vector) for vector in VECTORS))
    node = _field(1, "table") + _field(1, "input_ids") + _field(2, "states") + _field(4, "Gather")
    graph = _field(1, node) + _field(2, "tiny") + _field(5, table)
    graph += _field(11, _tensor("input_ids", 7, ("texts", "words")))
    graph += _field(12, _tensor("states", 1, ("texts", "words", "numbers")))
    model = _field(1, 8) + _field(8, _field(1, "") + _field(2, 13)) + _field(7, graph)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(model)
    (folder / "tokenizer.json").write_text(
        json.dumps(
            {
                "version": "1.0",
                "added_tokens": [],
                "pre_tokenizer": {"type": "WhitespaceSplit"},
                "model": {
                    "type": "WordLevel",
                    "vocab": {word: number for number, word in enumerate(WORDS)},
                    "unk_token": "[UNK]",
                },
            }
        )
    )
    return folder
