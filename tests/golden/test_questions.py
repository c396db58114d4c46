"""The golden questions themselves: each evidence stands in its article, each kind is known."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parent.parent
KINDS = GOLDEN / "kinds"
QUESTIONS = [GOLDEN / "corpus.jsonl", GOLDEN / "mixed" / "questions.jsonl", KINDS / "questions.jsonl"]
ARTICLES = [ROOT / "corpus", GOLDEN / "mixed" / "articles", KINDS / "articles"]
LEARNING = sorted((GOLDEN / "learning").glob("*/questions.jsonl"))
UNANSWERABLE = {"far", "near"}
ANSWERABLE = {
    "who", "when", "where", "how_many", "what", "why", "yesno", "quote_by",
    "synonym", "typo", "variant_spelling", "contested", "keyword",
}  # fmt: skip


def read_questions(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("questions", "articles"), list(zip(QUESTIONS, ARTICLES, strict=True)))
def test_every_evidence_is_a_substring_of_its_article(questions: Path, articles: Path) -> None:
    misquoted = [
        (question["id"], evidence["quote"])
        for question in read_questions(questions)
        for evidence in question["evidence"]
        if evidence["quote"] not in (articles / evidence["file"]).read_text("utf-8")
    ]
    assert misquoted == []


@pytest.mark.parametrize("questions", QUESTIONS)
def test_every_answer_stands_in_an_evidence(questions: Path) -> None:
    for question in read_questions(questions):
        quotes = [evidence["quote"] for evidence in question["evidence"]]
        if question["kind"] in UNANSWERABLE:
            assert quotes == [], question["id"]
            assert question["answer"] == "", question["id"]
        else:
            assert question["answer"], question["id"]
            assert any(question["answer"] in quote for quote in quotes), question["id"]


@pytest.mark.parametrize("questions", [*QUESTIONS, *LEARNING])
def test_no_question_and_no_id_comes_twice(questions: Path) -> None:
    for key in ("id", "question"):
        counts = Counter(question[key] for question in read_questions(questions))
        assert [value for value, count in counts.items() if count > 1] == []


def test_the_corpus_is_asked_in_every_kind() -> None:
    kinds = {question["kind"] for question in read_questions(GOLDEN / "corpus.jsonl")}
    assert kinds == ANSWERABLE | UNANSWERABLE


def test_every_kind_of_question_is_asked_ten_times() -> None:
    counts = Counter(question["kind"] for question in read_questions(KINDS / "questions.jsonl"))
    answerable = {kind: count for kind, count in counts.items() if kind not in UNANSWERABLE}
    assert set(answerable.values()) == {10}
    assert set(answerable) == {
        "yesno", "definition", "how_to", "why", "how_many", "when", "where", "who", "list", "quote_by",
        "compare",
    }  # fmt: skip
