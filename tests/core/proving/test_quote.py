"""Only words that stand at their place become quotes."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Claim, Passage, Span
from bot.core.proving.quote import Quote, prove
from tests.core.texts import harbour, orchard, quoted

EDITION = Edition.of([harbour(), orchard()])
SENTENCES = [(p, s) for p in EDITION.passages for s in p.sentences]


def claim_of(number: int) -> Claim:
    passage, span = SENTENCES[number]
    return Claim.of(passage.article, span)


def test_a_true_claim_becomes_the_quote_of_its_place() -> None:
    claim = claim_of(2)
    quote = prove(claim, EDITION)
    assert quote is not None
    assert (quote.text, quote.span, quote.article.id) == (claim.text, claim.span, claim.article_id)


@given(st.integers(0, len(SENTENCES) - 1), st.integers(0, 400), st.integers(1, 400), st.text(max_size=40))
def test_every_quote_says_what_the_article_says_there(
    number: int, start: int, length: int, words: str
) -> None:
    passage, span = SENTENCES[number]
    article = passage.article
    inside = Span(start, start + length)
    for text in (words, inside.of(article.text), span.of(article.text)):
        for place in (inside, span):
            quote = prove(Claim(article.id, article.revision, place, text), EDITION)
            if quote is not None:
                assert quote.text == text == article.text[place.start : place.end]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Fishermen cut a channel with saws!"},
        {"revision": "0" * 64},
        {"article_id": ArticleId("elsewhere")},
        {"span": Span(5_000_000, 5_000_010)},
    ],
)
def test_a_claim_that_is_wrong_in_any_part_is_refused(changes: dict[str, object]) -> None:
    assert prove(replace(claim_of(1), **changes), EDITION) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "end"), [(0, -5), (4, 0), (4, -5)])
def test_a_part_of_a_sentence_is_not_quotable(start: int, end: int) -> None:
    claim = claim_of(0)
    part = Span(claim.span.start + start, claim.span.end + end)
    assert prove(replace(claim, span=part, text=part.of(harbour().text)), EDITION) is None


def test_an_edited_article_no_longer_backs_an_old_claim() -> None:
    article = harbour()
    text = article.text.replace("harbour", "hArbour")
    edited = replace(article, text=text, revision=sha256(text.encode()).hexdigest())
    assert prove(claim_of(0), Edition.of([edited])) is None


def test_a_text_that_is_not_what_its_revision_says_is_no_article() -> None:
    text = harbour().text.replace("harbour", "hArbour")
    with pytest.raises(ValueError, match="not that of its revision"):
        replace(harbour(), text=text)
    with pytest.raises(ValueError, match="not that of its revision"):
        replace(harbour(), revision=sha256(text.encode()).hexdigest())


def test_a_quote_knows_the_edition_in_which_it_was_proven() -> None:
    assert quoted(*SENTENCES[0], EDITION).edition == EDITION.id


LIED = "All lies. " + harbour().text
LIES = replace(harbour(), text=LIED, revision=sha256(LIED.encode()).hexdigest())


@pytest.mark.parametrize(
    "forge",
    [
        lambda quote: Quote(quote.passage, quote.span),  # type: ignore[call-arg]
        lambda quote: Quote(quote.passage, quote.span, quote.edition, None),  # type: ignore[arg-type]
        lambda quote: Quote(quote.passage, quote.span, quote.edition, object()),  # type: ignore[arg-type]
        lambda quote: type(quote)(quote.passage, Span(0, 9), quote.edition, "seal"),
        lambda quote: replace(quote, span=Span(19, 30)),
        lambda quote: replace(quote, passage=Passage(LIES, Span(0, 9), (Span(0, 9),)), span=Span(0, 9)),
        lambda quote: replace(quote, seal=None),
        copy.copy,
        copy.deepcopy,
        pickle.dumps,
        lambda quote: setattr(quote, "span", Span(0, 9)),
        lambda quote: setattr(quote, "text", "All lies."),
        lambda quote: type("Rumour", (Quote,), {"__post_init__": lambda *_: None}),
    ],
)
def test_nobody_else_makes_a_quote(forge: Callable[[Any], object]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)):
        forge(quoted(*SENTENCES[0], EDITION))


@pytest.mark.parametrize(
    ("span", "sentences"),
    [
        (Span(0, 20), ()),
        (Span(0, 5_000), (Span(0, 20),)),
        (Span(5, 20), (Span(0, 20),)),
        (Span(0, 10), (Span(0, 20),)),
    ],
)
def test_a_passage_lies_inside_of_its_article(span: Span, sentences: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="passage"):
        Passage(harbour(), span, sentences)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (-3, -1), (3, 3), (0, 0), (4, 3)])
def test_a_range_is_never_empty_and_never_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="range"):
        Span(start, end)
