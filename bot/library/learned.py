"""The learned weights that ship with the project (see ``./run train``)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from importlib import resources
from typing import Any

from bot.basics.called import called
from bot.basics.errors import BotError
from bot.core.answer import Model
from bot.core.choosing.confidence import Confidence, signal_names
from bot.core.choosing.features import FEATURES
from bot.core.choosing.trees import Trees
from bot.core.index.background import Background
from bot.core.words.real_words import RealWords
from bot.search.packaged import load_vectors

WEIGHTS_FILE = "weights.json"
REAL_WORDS = "real_words.bits"
"""Made of lists of words as docs/decisions/0058 tells."""
ENCODED, ACROSS = "encoded", "foreign"
WITH_VECTORS, WITHOUT_VECTORS = "with_vectors", "without_vectors"
COMMONNESS = "commonness"
LEARNED_FOR = "learned_for"
"""What the file begins with: the version of the features that its trees read by their numbers."""


@cache
def features_version() -> str:
    """Return a short name of the features and signals that weights must have been learned from."""
    return sha256("\n".join((*FEATURES, *signal_names(FEATURES))).encode()).hexdigest()[:12]


def load_model() -> Model:
    """Return the model for this installation: the one with word vectors where they are installed.

    What was learned for encoded sentences is read when it is first asked for. Raises BotError where the
    weights are those of other features than this version's.
    """
    vectors = load_vectors()
    background = Background(vectors, _learned(COMMONNESS), real_words())
    if not vectors:
        return model_of(_learned(WITHOUT_VECTORS), background)
    encoded, foreign = (cache(partial(_model, name, background)) for name in (ENCODED, ACROSS))
    return replace(_model(WITH_VECTORS, background), encoded=encoded, foreign=foreign)


@cache
def real_words() -> RealWords:
    """Return the real words that ship with the project."""
    return RealWords(resources.files("bot.library").joinpath(REAL_WORDS).read_bytes())


def model_of(weights: Mapping[str, Any], background: Background) -> Model:
    """Return the model that these weights make."""
    confidence = Confidence(
        covered=Trees.of(weights["covered"]),
        right=Trees.of(weights["right"]),
        refuse_below=float(weights["refuse_below"]),
    )
    return Model(Trees.of(weights["ranker"]), confidence, background)


def _model(name: str, background: Background) -> Model:
    return model_of(_learned(name), background)


def _learned(name: str) -> Any:
    text = resources.files("bot.library").joinpath(WEIGHTS_FILE).read_text(encoding="utf-8")
    return part_of_weights(text, name)


def part_of_weights(text: str, name: str) -> Any:
    """Return one part of a file of weights; the others, of a megabyte and a half, are not parsed.

    Raises BotError where the file is of another version, or of none.
    """
    if not text.startswith(f'{{"{LEARNED_FOR}":"{features_version()}"'):
        told = "was learned from other features than this version's"
        raise BotError(f"{WEIGHTS_FILE} {told}: learn it anew ({called()} train)")
    key = f'"{name}":'
    return json.JSONDecoder().raw_decode(text, text.index(key + "{") + len(key))[0]
