"""Question sets as they are read, and what counts as a right quote."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Span
from bot.core.proving.quote import Quote, prove
from bot.lab.question_sets import Expected, QuestionsError, paragraph_article, read_questions
from tests.core.texts import harbour
from tests.lab.sets import write_rows

EDITION = Edition.of([harbour()])
ASKED = {"question": "Who spoke?", "kind": "who"}


def quote(words: str) -> Quote:
    article = harbour()
    start = article.text.index(words)
    made = prove(Claim(article.id, article.revision, Span(start, start + len(words)), words), EDITION)
    assert made is not None
    return made


def test_a_set_about_a_folder_is_read(tmp_path: Path) -> None:
    evidence = [{"file": "harbour.md", "quote": "14 boats"}]
    path = write_rows(tmp_path / "q.jsonl", [{**ASKED, "id": "h1", "evidence": evidence}, ASKED])
    first, second = read_questions(path).questions
    assert first == Expected("Who spoke?", "who", (("harbour.md", "14 boats"),), name="h1")
    assert first.answerable
    assert second.name == "line 2"
    assert not second.answerable


def test_a_set_with_its_own_articles_is_read(tmp_path: Path) -> None:
    paragraph = {"context": "Ice broke.", "qas": [{"question": "What broke?", "answers": ["Ice"]}]}
    found = read_questions(write_rows(tmp_path / "q.jsonl", [{"title": "A_B", "paragraphs": [paragraph]}]))
    assert [article.title for article in found.articles] == ["A B"]
    assert found.questions[0].home == found.articles[0].id
    assert found.questions[0].answers == ("Ice",)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ("[" * 100_000, "line 2: not JSON"),
        ('{"kind": "who"}', "line 2: 'question' is missing"),
        ('{"question": 5}', "line 2: 'question' should be a text"),
        ('{"question": " "}', "line 2: 'question' should be a text"),
        ('{"question": "a", "evidence": "b"}', "line 2: 'evidence' should be a list of objects"),
        ('{"question": "a", "evidence": [{"file": "b"}]}', "line 2: 'quote' is missing"),
        ('{"title": "a", "paragraphs": [{"context": "b"}]}', "line 2: 'qas' is missing"),
        (
            '{"title": "a", "paragraphs": [{"context": "b", "qas": [{"question": "c", "answers": ""}]}]}',
            "line 2: 'answers' should be a list of texts",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(f'{{"question": "fine?"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(QuestionsError, match=problem):
        read_questions(path)


@pytest.mark.parametrize(
    ("data", "problem"), [(b"\n\n", "no question"), (b"\xff\xfe\xff", "not UTF-8"), (None, "cannot be read")]
)
def test_a_file_without_questions_is_refused(tmp_path: Path, data: bytes | None, problem: str) -> None:
    path = tmp_path / "q.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(QuestionsError, match=problem):
        read_questions(path)


@pytest.mark.parametrize(
    ("evidence", "right"),
    [
        ("14 boats were crushed", True),
        ("14  boats\nwere   crushed", True),
        ("crushed by the ice. She promised new moorings", True),
        ("She promised new moorings before autumn.", False),
        ("words that stand nowhere", False),
    ],
)
def test_a_quote_is_right_where_it_overlaps_evidence(evidence: str, right: bool) -> None:
    said = quote("Mayor Edda Quill said that 14 boats were crushed by the ice.")
    assert Expected("?", "who", (("harbour.md", evidence),)).accepts(said) is right


def test_evidence_of_another_file_does_not_count() -> None:
    said = quote("Fishermen cut a channel with saws.")
    assert not Expected("?", "what", (("orchard.md", said.text),)).accepts(said)


def test_an_answer_counts_wherever_it_is_quoted() -> None:
    assert Expected("?", "", (), ("saws",)).accepts(quote("Fishermen cut a channel with saws."))


def test_a_passage_counts_only_where_the_question_was_asked() -> None:
    passage = EDITION.passages[0]
    assert Expected("?", "", (), ("saws",), passage.article.id).stands_in(passage)
    assert not Expected("?", "", (), ("saws",), None).stands_in(passage)
    assert Expected("?", "", (("harbour.md", "a channel with saws"),)).stands_in(passage)


@given(st.text(st.sampled_from("ab \n\t"), min_size=1).filter(str.strip))
def test_every_paragraph_is_a_block_of_prose(text: str) -> None:
    blocks = paragraph_article("one", text, "").blocks
    assert [block.span.of(text) for block in blocks] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
