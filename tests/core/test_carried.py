"""Replies that travel between processes: what arrives is the reply, or it is refused."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answer import answer
from bot.core.carried import proven, to_carry
from bot.core.index.edition import Edition
from bot.core.proving.quote import cite
from bot.core.replies import Abstention, Reason, Reply
from tests.core.models import model
from tests.core.texts import article, harbour, orchard

EDITION = Edition.of([harbour(), orchard(), article("log", "The ice log tells of frost. It cost 12 crowns.")])
MODEL = model()
ASKED = "Who promised new moorings? What did the icebreaker cost?"
WORDS = [*ASKED.split(), "frost", "before:2024-05-01", '"with saws"', "submarines", "and", "thanks"]


def carried(reply: Reply) -> Any:
    return json.loads(json.dumps(to_carry(reply)))


@settings(max_examples=20)
@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_every_reply_arrives_as_it_was(question: str) -> None:
    reply = answer(question, EDITION, MODEL)
    assert proven(carried(reply), EDITION) == reply


@pytest.mark.parametrize(
    ("said", "instead"),
    [("90,000 crowns", "10,000 crowns"), ('"harbour"', '"orchard"'), ('"Answer"', '"Span"')],
)
def test_what_does_not_stand_there_is_no_answer(said: str, instead: str) -> None:
    sent = json.dumps(to_carry(answer(ASKED, EDITION, MODEL)))
    assert said in sent
    with pytest.raises(ValueError, match="no reply"):
        proven(json.loads(sent.replace(said, instead)), EDITION)


@pytest.mark.parametrize("instead", ["Quarry", "harbour.txt", "nowhere"])
def test_an_article_is_not_named_otherwise(instead: str) -> None:
    pointing = Abstention(Reason.NO_MATCH, 0.0, nearest=(cite(harbour()),))
    assert proven(carried(pointing), EDITION) == pointing
    sent = json.dumps(to_carry(pointing))
    said = {"Quarry": '"Harbour"', "harbour.txt": '"harbour.md"', "nowhere": '"harbour"'}[instead]
    with pytest.raises(ValueError, match="otherwise than the edition"):
        proven(json.loads(sent.replace(said, json.dumps(instead))), EDITION)


@pytest.mark.parametrize("sent", [None, [], ["Answer"], ["Reason", "no_match"], ["open", "x"], ["Quote", 1]])
def test_what_is_no_reply_is_refused(sent: object) -> None:
    with pytest.raises(ValueError, match="no reply"):
        proven(sent, EDITION)
