from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.basics.errors import BotError
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.features import features
from bot.core.choosing.selection import ordered, select
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.core.nouns import Term
from bot.core.words.terms import term
from bot.core.words.weights import WEIGHTS, Weights
from bot.lab.measuring.varied import read_weights
from tests.core.texts import article


def test_only_the_weights_that_are_named_change(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text('{"slip": 0.7, "borrowed": 50}')
    assert read_weights(file) == replace(WEIGHTS, slip=0.7, borrowed=50)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[]",
        '{"slips": 1}',
        '{"slip": 0}',
        '{"slip": true}',
        '{"slip": "1"}',
        '{"slip": NaN}',
        '{"passages": 8.5}',
    ],
)
def test_what_is_no_weight_is_refused(tmp_path: Path, words: str) -> None:
    file = tmp_path / "weights.json"
    file.write_text(words)
    with pytest.raises(BotError, match=r"weights\.json"):
        read_weights(file)


def test_an_edition_ranks_with_the_weights_that_it_is_given() -> None:
    articles = [article("port", "The harbour was closed. A lighthouse burned."), article("inn", "It snowed.")]

    def query(weights: Weights) -> dict[Term, float]:
        edition = Edition.of(articles, background=Background(weights=weights))
        return dict(understand("Who saw the lighthuose?", edition).query)

    lighthouse = term("lighthouse", "en")
    assert query(replace(WEIGHTS, only_slip=0.25))[lighthouse] == 0.25
    assert query(WEIGHTS)[lighthouse] == WEIGHTS.only_slip
    shares = [
        Edition.of(articles, background=Background(weights=replace(WEIGHTS, length=length))).ranking.scores(
            {lighthouse: 1.0}, [1]
        )
        for length in (0.1, 0.9)
    ]
    assert shares[0] != shares[1]


def test_sentences_are_chosen_with_the_weights_that_they_are_ordered_with() -> None:
    text = "The harbour was closed by ice. Fishermen cut a channel with saws. Nobody was hurt there."
    edition = Edition.of([article("port", text), article("wire", text.replace("Nobody", "No man"))])
    question = understand("Who cut a channel in the ice of the harbour?", edition)
    found = candidates(question, edition, WEIGHTS.passages)
    rows, scores = features(question, found, None), np.arange(len(found), dtype=float)

    def told(weights: Weights) -> int:
        return len(select(ordered(found, rows, scores, weights)))

    apart = replace(WEIGHTS, second_within=0.1)
    assert told(replace(apart, same_words=0.99)) > told(replace(apart, same_words=0.3))
