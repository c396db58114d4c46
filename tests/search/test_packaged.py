"""The word vectors are those that the package itself would give."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.search.packaged import WordLlamaVectors, WordPieces

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


def test_a_word_is_the_same_whatever_was_forgotten_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("wordllama")
    alone = WordLlamaVectors().of_words(WORDS)
    monkeypatch.setattr(LIMITS, "caches", replace(LIMITS.caches, vectors=5))
    forgetful = WordLlamaVectors()
    for first in (*range(len(WORDS)), 0):  # more than are kept, fewer, and some that are known
        assert np.array_equal(forgetful.of_words(WORDS[first:]), alone[first:])
        assert np.array_equal(forgetful.of_words(WORDS[first : first + 3]), alone[first : first + 3])


def test_a_word_of_one_piece_is_a_common_one(vectors: WordLlamaVectors) -> None:
    assert [word for word in WORDS if vectors.is_word(word)] == ["water"]


@pytest.fixture(scope="module")
def tokenizer() -> Path:
    wordllama = pytest.importorskip("wordllama")
    return Path(wordllama.__file__).parent / "tokenizers" / "l2_supercat_tokenizer_config.json"


@pytest.mark.filterwarnings("ignore")
def test_every_word_is_cut_as_the_tokenizer_itself_cuts_it(tokenizer: Path) -> None:
    theirs = pytest.importorskip("tokenizers").Tokenizer.from_file(str(tokenizer))
    ours = WordPieces(json.loads(tokenizer.read_text("utf-8"))["model"]["vocab"])

    @settings(max_examples=300, deadline=None)
    @given(st.text(max_size=64) | st.text(st.characters(categories=["Lu", "Ll"]), max_size=64))
    def check(word: str) -> None:
        if "<" not in word:  # its own marks of a text's ends are no words
            assert ours.of(word) == theirs.encode(word, add_special_tokens=False).ids

    check()


def test_a_word_of_any_length_is_cut_in_bounded_time() -> None:
    pieces = WordPieces({"\u2581": 1, **{f"<0x{byte:02X}>": byte + 3 for byte in range(256)}})
    assert len(pieces.of("a" * 1_000_000)) == 65
