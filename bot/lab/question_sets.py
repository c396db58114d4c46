"""Question sets: what is asked, and which quotes answer.

Two forms are read, one JSON object a line. About a folder of articles:
``{"question", "kind", "evidence": [{"file", "quote"}], "id"?}``; a question without evidence is one that the
articles do not answer. With its own articles, as SQuAD has it: ``{"title", "paragraphs": [{"context",
"qas": [{"question", "answers": [...]}]}]}``; there every quote that holds an answer counts.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.basics.errors import BotError
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Passage, Span
from bot.core.proving.quote import Quote
from bot.library.parsing.told_language import detect_language


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
    name: str = ""
    """What tells the question from the others of its set: its id, or where it stands in the file."""

    @property
    def answerable(self) -> bool:
        """Tell whether the articles answer it."""
        return bool(self.evidence or self.answers)

    def accepts(self, quote: Quote) -> bool:
        """Tell whether the quote holds an answer, or overlaps acceptable evidence (white space folded)."""
        return any(answer in quote.text for answer in self.answers) or self._overlaps(
            quote.article, quote.span
        )

    def is_about(self, article: Article) -> bool:
        """Tell whether it was asked about the article, or the article has evidence."""
        return article.id == self.home or any(article.file == file for file, _ in self.evidence)

    def stands_in(self, passage: Passage) -> bool:
        """Tell whether the passage holds an answer where it was asked about, or overlaps the evidence."""
        return self.answered_by(passage.article, passage.span)

    def answered_by(self, article: Article, span: Span) -> bool:
        """Tell whether these words hold an answer where it was asked about, or overlap the evidence."""
        if article.id == self.home and any(answer in span.of(article.text) for answer in self.answers):
            return True
        return self._overlaps(article, span)

    def _overlaps(self, article: Article, span: Span) -> bool:
        return any(article.file == file and overlaps(article, span, words) for file, words in self.evidence)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, with their own articles where the file brings them."""

    questions: tuple[Expected, ...]
    articles: tuple[Article, ...] = ()


def read_questions(path: Path) -> QuestionSet:
    """Read a question set of either form. Raises QuestionsError."""
    questions: list[Expected] = []
    articles: list[Article] = []
    for number, row in read_rows(path):
        try:
            if "paragraphs" in row:
                _read_title(row, number, articles, questions)
            else:
                questions.append(_about_folder(row, number))
        except (KeyError, TypeError, ValueError) as error:
            raise QuestionsError(f"{path}, line {number}: {why(error)}") from error
    if not questions:
        raise QuestionsError(f"{path}: there is no question in it")
    return QuestionSet(tuple(questions), tuple(articles))


def read_rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the number of each line and the JSON object in it. Raises QuestionsError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QuestionsError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise QuestionsError(f"{path} is not UTF-8 text; save it as UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise QuestionsError(f"{path}, line {number}: not JSON ({error})") from error
        if not isinstance(row, dict):
            raise QuestionsError(f"{path}, line {number}: not a JSON object")
        yield number, row


def why(error: Exception) -> str:
    """Return in words what is wrong with a row."""
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)


def text_at(row: Mapping[str, Any], key: str) -> str:
    """Return the text under ``key``. Raises KeyError if there is none, TypeError if it is no text."""
    value = row[key]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{key!r} should be a text")
    return value


def _rows_of(row: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = row[key]
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise TypeError(f"{key!r} should be a list of objects")
    return value


def _about_folder(row: Mapping[str, Any], line: int) -> Expected:
    found = _rows_of(row, "evidence") if row.get("evidence") else []
    evidence = tuple((text_at(e, "file"), text_at(e, "quote")) for e in found)
    kind = str(row.get("kind", ""))
    return Expected(text_at(row, "question"), kind, evidence, name=str(row.get("id", f"line {line}")))


def _read_title(
    row: Mapping[str, Any], line: int, articles: list[Article], questions: list[Expected]
) -> None:
    title = str(row.get("title") or "").replace("_", " ")  # a sample of single paragraphs has none
    for number, paragraph in enumerate(_rows_of(row, "paragraphs"), 1):
        article = paragraph_article(f"{line}/{number}", text_at(paragraph, "context"), title)
        articles.append(article)
        for place, asked in enumerate(_rows_of(paragraph, "qas"), 1):
            answers = _answers(asked)
            name = f"{line}/{number}/{place}"
            questions.append(Expected(text_at(asked, "question"), "", (), answers, article.id, name))


def _answers(asked: Mapping[str, Any]) -> tuple[str, ...]:
    answers = asked["answers"]
    if not isinstance(answers, list) or not all(isinstance(answer, str) and answer for answer in answers):
        raise TypeError("'answers' should be a list of texts")
    return tuple(answers)


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


def overlaps(article: Article, span: Span, words: str) -> bool:
    """Tell whether ``span`` shares a word with an occurrence of ``words`` in its article."""
    return any(span.overlaps(place) for place in _occurrences(article.text, words))


@lru_cache(maxsize=4096)
def _occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Return where words stand in a text, whatever the white space between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text)) if pattern else ()
