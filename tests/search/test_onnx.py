"""Models in a folder: pooled and prefixed as their settings say, refused by name where not whole."""

import json
from pathlib import Path

import numpy as np
import pytest

from bot.basics.errors import BotError
from bot.search.onnx import FolderEncoder
from tests.search.tiny_onnx import write_model

pytest.importorskip("onnxruntime")


def settings(folder: Path, file: str, **values: object) -> None:
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(json.dumps(values))


def test_the_mean_of_the_words_is_taken_whatever_else_is_in_the_batch(tmp_path: Path) -> None:
    encoder = FolderEncoder(write_model(tmp_path), 1)
    short, long = encoder.passages(["police came", "bread left came police left"])
    np.testing.assert_allclose(short, np.array([9, 2]) / np.hypot(9, 2), atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(long), 1, atol=1e-5)
    np.testing.assert_allclose(encoder.passages(["police came"])[0], short, atol=1e-5)
    assert encoder.sends_to == ""


def test_the_first_word_is_taken_where_the_settings_say_so(tmp_path: Path) -> None:
    write_model(tmp_path)
    settings(tmp_path, "1_Pooling/config.json", pooling_mode_cls_token=True)
    row = FolderEncoder(tmp_path, 1).passages(["bread police police"])[0]
    np.testing.assert_allclose(row, [0, 1], atol=1e-5)


def test_a_question_gets_its_prefix_and_a_sentence_none(tmp_path: Path) -> None:
    write_model(tmp_path)
    plain = FolderEncoder(tmp_path, 1)
    settings(tmp_path, "config_sentence_transformers.json", prompts={"query": "query: "})
    prefixed = FolderEncoder(tmp_path, 1)
    assert not np.allclose(plain.question("police"), prefixed.question("police"))
    assert np.allclose(plain.passages(["police"]), prefixed.passages(["police"]))
    assert plain.revision != prefixed.revision


def test_a_long_text_is_cut_where_the_settings_say_so(tmp_path: Path) -> None:
    write_model(tmp_path)
    settings(tmp_path, "sentence_bert_config.json", max_seq_length=1)
    row = FolderEncoder(tmp_path, 1).passages(["bread police police"])[0]
    np.testing.assert_allclose(row, [0, 1], atol=1e-5)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"model.onnx": None}, r"there is no model\.onnx"),
        ({"model.onnx": "nothing of the kind"}, "cannot be loaded"),
        ({"tokenizer.json": None}, "cannot be loaded"),
        ({"tokenizer.json": "{}"}, "cannot be loaded"),
        ({"1_Pooling/config.json": "{"}, r"config\.json cannot be read"),
    ],
)
def test_what_is_missing_or_wrong_is_named(tmp_path: Path, damage: dict[str, str | None], said: str) -> None:
    write_model(tmp_path)
    for file, text in damage.items():
        (tmp_path / file).unlink(missing_ok=True)
        if text is not None:
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text(text)
    with pytest.raises(BotError, match=said):
        FolderEncoder(tmp_path, 1)
