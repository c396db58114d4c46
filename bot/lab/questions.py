"""Question sets: what is asked, and which quotes answer.

Two forms are read, one JSON object a line. About a folder of articles:
``{"question", "kind", "evidence": [{"file", "quote"}], "id"?}``; a question without evidence is one that the
articles do not answer. With its own articles, as SQuAD has it: ``{"title", "paragraphs": [{"context",
"qas": [{"question", "answers": [...]}]}]}``; there every quote that holds an answer counts.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core.model import Article, ArticleId, Block, BlockKind, Quote, Span
from bot.errors import BotError
from bot.library.language import detect_language


class QuestionsError(BotError):
    """The file of questions cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A question and what answers it: evidence (file, quote) or, in any article, an answer string."""

    question: str
    kind: str
    evidence: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()
    home: ArticleId | None = None
    """The article that the question was asked about, where the set has its own articles."""

    @property
    def answerable(self) -> bool:
        """Tell whether the articles answer it."""
        return bool(self.evidence or self.answers)

    def accepts(self, quote: Quote) -> bool:
        """Tell whether the quote holds an answer, or overlaps acceptable evidence (white space folded)."""
        return any(answer in quote.text for answer in self.answers) or any(
            quote.article.file == file and _overlaps(quote, words) for file, words in self.evidence
        )


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, with their own articles where the file brings them."""

    questions: tuple[Expected, ...]
    articles: tuple[Article, ...] = ()


def read_questions(path: Path) -> QuestionSet:
    """Read a question set of either form. Raises QuestionsError."""
    questions: list[Expected] = []
    articles: list[Article] = []
    for number, row in _rows(path):
        try:
            if "paragraphs" in row:
                _read_title(row, number, articles, questions)
            else:
                questions.append(_about_folder(row))
        except (KeyError, TypeError) as error:
            raise QuestionsError(f"{path}, line {number}: not a question ({error})") from error
    return QuestionSet(tuple(questions), tuple(articles))


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"{path}: {error}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise QuestionsError(f"{path}, line {number}: {error.msg}") from error
        if not isinstance(row, dict):
            raise QuestionsError(f"{path}, line {number}: not a JSON object")
        yield number, row


def _about_folder(row: Mapping[str, Any]) -> Expected:
    evidence = tuple((str(e["file"]), str(e["quote"])) for e in row.get("evidence", ()))
    return Expected(str(row["question"]), str(row.get("kind", "")), evidence)


def _read_title(
    row: Mapping[str, Any], line: int, articles: list[Article], questions: list[Expected]
) -> None:
    title = str(row["title"]).replace("_", " ")
    for number, paragraph in enumerate(row["paragraphs"], 1):
        article = paragraph_article(f"{line}/{number}", str(paragraph["context"]), title)
        articles.append(article)
        for asked in paragraph["qas"]:
            answers = tuple(map(str, asked["answers"]))
            questions.append(Expected(str(asked["question"]), "", (), answers, article.id))


def paragraph_article(name: str, text: str, title: str) -> Article:
    """Return an article of prose, a block a paragraph."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            blocks.append(Block(Span(first, start + len(line.rstrip())), BlockKind.PROSE))
        start += len(line) + 1
    return Article(
        id=ArticleId(name),
        file=name,
        text=text,
        revision=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(blocks),
        title=title,
        language=detect_language(text),
    )


def _overlaps(quote: Quote, words: str) -> bool:
    """Tell whether the quote shares a word with an occurrence of ``words`` in its article."""
    text, place = _folded(quote.article.text, quote.span)
    wanted, _ = _folded(words, None)
    start = text.find(wanted)
    while start >= 0:
        if start < place.end and place.start < start + len(wanted):
            return True
        start = text.find(wanted, start + 1)
    return False


def _folded(text: str, span: Span | None) -> tuple[str, Span]:
    """Return the text with white space folded to single blanks, and where the span is in it."""
    if span is None:
        return " ".join(text.split()), Span(0, 1)
    before = " ".join(text[: span.start].split())
    words = " ".join(span.of(text).split())
    after = " ".join(text[span.end :].split())
    start = len(before) + bool(before)
    return " ".join(part for part in (before, words, after) if part), Span(start, start + max(1, len(words)))
