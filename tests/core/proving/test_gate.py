"""Only words that stand at their place become quotes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Claim, Span
from bot.core.proving.gate import verify
from tests.core.texts import harbour, orchard

EDITION = Edition.of([harbour(), orchard()])
SENTENCES = [(p, s) for p in EDITION.passages for s in p.sentences]


def claim_of(number: int) -> Claim:
    passage, span = SENTENCES[number]
    return Claim(passage.article.id, passage.article.revision, span, span.of(passage.article.text))


def test_a_true_claim_becomes_the_quote_of_its_place() -> None:
    claim = claim_of(2)
    quote = verify(claim, EDITION)
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
            quote = verify(Claim(article.id, article.revision, place, text), EDITION)
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
    assert verify(replace(claim_of(1), **changes), EDITION) is None  # type: ignore[arg-type]


def test_a_part_of_a_sentence_is_not_quotable() -> None:
    claim = claim_of(0)
    part = Span(claim.span.start, claim.span.end - 5)
    assert verify(replace(claim, span=part, text=part.of(harbour().text)), EDITION) is None


def test_an_edited_article_no_longer_backs_an_old_claim() -> None:
    article = harbour()
    edited = replace(article, revision="1" * 64)
    assert verify(claim_of(0), Edition.of([edited])) is None
