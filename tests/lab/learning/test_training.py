"""Training from a small set: the weights make a model that answers, and come out the same again."""

import json
import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.basics.errors import BotError
from bot.core.asking.question import understand
from bot.core.choosing.confidence import signal_names
from bot.core.choosing.features import FEATURES, IN_ANY_LANGUAGE, OF_WORDS
from bot.core.choosing.selection import rank
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.lab.learning import training
from bot.lab.learning.situations import Kind, situations
from bot.lab.question_sets import Expected, QuestionSet, read_questions
from bot.library.learned import ACROSS, COMMONNESS, LEARNED_FOR, WITH_VECTORS, WITHOUT_VECTORS, model_of
from tests.core.encoders import encoded
from tests.lab.sets import write_rows

DEEDS = ["painted the bridge", "sold the mill", "repaired the clock", "opened the school", "drained the pond"]
TOWNS = [a + b for a in ("Lantern", "Ost", "Hallow", "Merrin") for b in ("by", "wick", "ford", "ton")]
NAMES = ["Ada", "Bela", "Cora", "Dora", "Edda", "Fred", "Gus", "Hal"]


def paragraph(town: str, rng: random.Random) -> Mapping[str, Any]:
    """Sentences of who did what in which year, and a question about each."""
    rows = [(deed, rng.choice(NAMES), str(rng.randrange(1800, 2000))) for deed in DEEDS]
    text = " ".join(f"In {year} the baker {name} of {town} {deed}." for deed, name, year in rows)
    questions = [(f"When was it that the baker of {town} {deed}?", year) for deed, _, year in rows]
    return {"context": text, "qas": [{"question": q, "answers": [a]} for q, a in questions]}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(1)
    rows = [{"title": town, "paragraphs": [paragraph(town, rng)]} for town in TOWNS]
    return write_rows(tmp_path_factory.mktemp("train") / "set.jsonl", rows)


def test_every_situation_but_the_answered_one_lacks_the_answer(data: Path) -> None:
    material = read_questions(data)
    other = Expected("Which baker of the moon saw a comet?", "", answers=("Halley",))
    met = list(situations(material, Background(), foreign=[other]))
    assert {situation.kind for situation in met} == set(Kind) - {Kind.ABSENT}
    assert sum(situation.kind is Kind.FOREIGN for situation in met) == 1
    for situation in met:
        if situation.kind is Kind.FOREIGN:
            assert not situation.right.any()
            continue
        expected = material.questions[situation.number]
        assert len(situation.rows) == len(situation.found) == len(situation.right)
        if situation.kind is Kind.FAR:
            assert all(c.passage.article.id != expected.home for c in situation.found)
        if situation.kind is not Kind.ANSWERED:
            assert not situation.right.any()


def test_a_question_that_its_own_set_does_not_answer_is_learned_from_as_such(data: Path) -> None:
    material = read_questions(data)
    asked = (
        Expected("Which baker of Lanternby sailed to the moon?", "near"),
        Expected("How deep is the sea at Ostford?", "far"),
    )
    met = list(situations(QuestionSet(asked, material.articles), Background()))
    assert [(situation.number, situation.kind) for situation in met] == [(0, Kind.ABSENT), (1, Kind.FOREIGN)]
    assert not any(situation.right.any() for situation in met)


def test_what_nothing_answers_is_asked_without_leaving_a_word_out(data: Path) -> None:
    asked = Expected("Which baker of Lanternby sailed around the moon yesterday?", "near")
    material = QuestionSet((asked,) * 50, read_questions(data).articles)
    lengths = {len(met.question.text.split()) for met in situations(material, Background())}
    assert lengths == {len(asked.question.split())}


def test_most_answered_situations_have_the_answer(data: Path) -> None:
    met = [s for s in situations(read_questions(data), Background()) if s.kind is Kind.ANSWERED]
    assert Counter(bool(s.right.any()) for s in met).most_common(1)[0][0]


def test_situations_are_the_same_for_the_same_seed(data: Path) -> None:
    first, second = (
        [(s.number, s.kind, s.question.text) for s in situations(read_questions(data), Background(), seed=3)]
        for _ in range(2)
    )
    assert first == second


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is learned take seconds; skip where it cannot be learned."""
    pytest.importorskip("lightgbm")
    pytest.importorskip("wordllama")
    one_thread = {"num_threads": 1}  # many threads on little data wait for each other
    monkeypatch.setattr(training, "RANKING", {**training.RANKING, **one_thread})
    monkeypatch.setattr(training, "SURENESS", {**training.SURENESS, **one_thread})
    monkeypatch.setattr(training, "RANKING_ROUNDS", 20)
    monkeypatch.setattr(training, "SURENESS_ROUNDS", 20)


@pytest.mark.usefixtures("quick")
def test_trained_weights_rank_the_answer_first(data: Path, tmp_path: Path) -> None:
    said: list[str] = []
    training.train([data], tmp_path / "weights.json", None, said.append)
    weights = json.loads((tmp_path / "weights.json").read_text("utf-8"))
    assert set(weights) == {LEARNED_FOR, COMMONNESS, WITH_VECTORS, WITHOUT_VECTORS}
    assert said
    material = read_questions(data)
    background = Background(commonness=weights[COMMONNESS])
    edition = Edition.of(material.articles, background=background)
    model = model_of(weights[WITHOUT_VECTORS], background)
    right = 0
    for expected in material.questions:
        ranked = rank(understand(expected.question, edition), edition, model.ranker, None)
        right += any(year in ranked.candidates[0].text for year in expected.answers)
    assert right > 0.8 * len(material.questions)


@pytest.mark.usefixtures("quick")
def test_about_foreign_questions_only_what_tells_in_any_language_is_learned(
    data: Path, tmp_path: Path
) -> None:
    training.train([data], tmp_path / "weights.json", encoded)
    learned = json.loads((tmp_path / "weights.json").read_text("utf-8"))[ACROSS]
    for part, names in ((learned["ranker"], FEATURES * 2), (learned["right"], signal_names(FEATURES))):
        looked_at = {names[n] for n in part["feature"][1:]} - {names[0]}  # leaves name the first one
        assert looked_at
        assert not {name for name in looked_at if name in OF_WORDS} - IN_ANY_LANGUAGE


def test_what_cannot_be_learned_from_or_written_to_is_told_before(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("wordllama")
    with pytest.raises(BotError, match="no folder"):
        training.train([data], tmp_path / "missing" / "weights.json")
    asked = {"question": "who?", "answers": ["Quill"]}
    row = {"title": "t", "paragraphs": [{"context": "Quill came. Dunn left.", "qas": [asked]}]}
    with pytest.raises(BotError, match="too few questions"):
        training.train([write_rows(tmp_path / "tiny.jsonl", [row])], tmp_path / "weights.json")


def test_a_set_without_articles_cannot_train(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "set.jsonl", [{"question": "who?", "kind": "who"}])
    with pytest.raises(BotError, match="articles"):
        training.train([path], tmp_path / "weights.json")
