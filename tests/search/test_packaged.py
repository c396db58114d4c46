"""The word vectors are those that the package itself would give."""

from pathlib import Path

import numpy as np
import pytest

from bot.search.packaged import WordLlamaVectors

WORDS = ["water", "Lighthouse", "antidisestablishmentarianism", "маяк", "日本", "x7", "🙂", ""]


@pytest.fixture(scope="module")
def vectors() -> WordLlamaVectors:
    pytest.importorskip("wordllama")
    return WordLlamaVectors()


@pytest.mark.filterwarnings("ignore")
def test_every_number_is_what_the_package_itself_gives(vectors: WordLlamaVectors) -> None:
    wordllama = pytest.importorskip("wordllama")
    place = Path(wordllama.__file__).parent
    theirs = wordllama.WordLlama.load(cache_dir=place, disable_download=True)
    for words in (WORDS, WORDS[:1], WORDS[::-1]):
        assert np.array_equal(vectors.of_words(words), theirs.embed(words, norm=False))


def test_a_word_of_one_piece_is_a_common_one(vectors: WordLlamaVectors) -> None:
    assert [word for word in WORDS if vectors.is_word(word)] == ["water"]
