"""Weights whose trees read other features than this version has are refused; no answer comes of them."""

import pytest

from bot.basics.errors import BotError
from bot.library.learned import LEARNED_FOR, features_version, part_of_weights


def test_a_part_of_this_versions_weights_is_read_alone() -> None:
    text = f'{{"{LEARNED_FOR}":"{features_version()}","first":{{"a":1}},"second":{{"b":[2]}},"broken":'
    assert part_of_weights(text, "second") == {"b": [2]}


@pytest.mark.parametrize("begins", [f'"{LEARNED_FOR}":"000000000000",', ""])
def test_weights_of_another_version_are_refused_in_one_line(begins: str) -> None:
    with pytest.raises(BotError) as refused:
        part_of_weights(f'{{{begins}"first":{{"a":1}}}}', "first")
    assert str(refused.value).startswith("weights.json was learned from other features")
    assert "\n" not in str(refused.value)
