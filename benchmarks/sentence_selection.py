"""How well the sentences of one article are ordered for a question: ./run bench sentence_selection FILE

FILE is a table as WikiQA's: tab-separated with the columns Question, DocumentID, DocumentTitle, Sentence and
Label (1 where the sentence answers). Prints the mean average precision (MAP) and mean reciprocal rank (MRR)
over the questions with an answer, by words alone and, with the packaged encoder, by meaning too.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

import numpy as np

from bot.basics.settings import read_settings
from bot.command.by_meaning import encoding_of
from bot.core.answer import Model
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.features import compared, features
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Span
from bot.lab.question_sets import paragraph_article
from bot.library.learned import load_model

ALL = 64
"""Passages of an article that are looked at: all that there are."""

Rows = Sequence[Mapping[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench sentence_selection", description=__doc__)
    parser.add_argument("file", type=Path)
    with parser.parse_args().file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    articles, places = read(rows)
    model = load_model()
    edition = Edition.of(articles, background=model.background)
    print("words:", *_told(rows, places, edition, model))
    encoding = encoding_of(read_settings())
    if encoding and (by_meaning := model.encoded()):
        print("meaning:", *_told(rows, places, encoding.made(edition), by_meaning))


def read(rows: Rows) -> tuple[list[Article], Mapping[tuple[str, str], Span]]:
    """Return an article a document, and where each of its sentences stands."""
    said: dict[str, dict[str, None]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for row in rows:
        said[row["DocumentID"]][row["Sentence"]] = None
        titles[row["DocumentID"]] = row["DocumentTitle"]
    articles, places = [], {}
    for name, sentences in said.items():
        start = 0
        for sentence in sentences:
            places[name, sentence] = Span(start, start + len(sentence))
            start += len(sentence) + 1
        article = paragraph_article(name, " ".join(sentences), titles[name])
        articles.append(replace(article, publisher=_publisher(name)))
    return articles, places


def _publisher(document: str) -> str:
    return f"document {document} only"


def _told(
    rows: Rows, places: Mapping[tuple[str, str], Span], edition: Edition, model: Model
) -> tuple[str, str]:
    by_question: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows:
        by_question[row["Question"]].append(row)
    orders = [
        _ordered(asked, places, _scores(question, asked[0]["DocumentID"], edition, model))
        for question, asked in by_question.items()
        if any(row["Label"] == "1" for row in asked)
    ]
    return f"MAP {fmean(map(precision, orders)):.3f}", f"MRR {fmean(map(reciprocal, orders)):.3f}"


def _scores(question: str, document: str, edition: Edition, model: Model) -> Callable[[Span], float]:
    """Return what tells the score of a place in the document, by the best sentence there."""
    asked = understand(f'{question} source:"{_publisher(document)}"', edition)
    likeness = edition.encoded.likeness(asked.text) if edition.encoded else None
    found = [c for c in candidates(asked, edition, ALL, likeness) if c.passage.article.id == document]
    rows = features(asked, found, model.background.vectors, likeness)
    scores = model.ranker.scores(compared(rows)) if found else ()

    def score(span: Span) -> float:
        there = [s for c, s in zip(found, scores, strict=True) if c.span.overlaps(span)]
        return max(there, default=float("-inf"))

    return score


def _ordered(
    rows: Rows, places: Mapping[tuple[str, str], Span], score: Callable[[Span], float]
) -> list[bool]:
    """Return whether each sentence answers, best first; those without a score stay in the article's order."""
    scores = np.array([score(places[row["DocumentID"], row["Sentence"]]) for row in rows])
    return [rows[n]["Label"] == "1" for n in np.argsort(-scores, kind="stable")]


def precision(answering: Iterable[bool]) -> float:
    """Return the average precision of an order with at least one answer."""
    right = [place for place, answers in enumerate(answering, 1) if answers]
    return fmean(count / place for count, place in enumerate(right, 1))


def reciprocal(answering: Iterable[bool]) -> float:
    """Return one by the place of the first answer."""
    return 1 / next(place for place, answers in enumerate(answering, 1) if answers)


if __name__ == "__main__":
    main()
