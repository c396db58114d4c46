"""Which sentences become claims."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.candidates import candidates
from bot.core.edition import Edition
from bot.core.features import features
from bot.core.question import understand
from bot.core.selection import MAX_QUOTE, MAX_QUOTES, Ranked, ordered, select
from bot.core.verify import verify
from tests.core.texts import HARBOUR, article, harbour, orchard

EDITION = Edition.of([harbour(), orchard()])
QUESTION = understand(
    "what did the mayor of Lanternby and growers near Tarn say about ice and frost?", EDITION
)
FOUND = candidates(QUESTION, EDITION)
ROWS = features(QUESTION, FOUND, None)


def ranked(scores: list[float]) -> Ranked:
    return ordered(FOUND, ROWS, np.array(scores))


def spread(edition: Edition, text: str) -> Ranked:
    """Candidates in the articles' order, each far better than the next."""
    question = understand(text, edition)
    found = candidates(question, edition)
    return ordered(found, features(question, found, None), np.arange(10.0 * len(found), 0, -10))


@settings(max_examples=40)
@given(st.lists(st.floats(-20, 20), min_size=len(FOUND), max_size=len(FOUND)))
def test_every_claim_is_a_quote_and_no_two_overlap(scores: list[float]) -> None:
    claims = select(ranked(scores))
    assert 1 <= len(claims) <= MAX_QUOTES
    assert all(verify(claim, EDITION) for claim in claims)
    for n, claim in enumerate(claims):
        assert len(claim.text) <= MAX_QUOTE
        assert not any(
            claim.article_id == other.article_id and claim.span.overlaps(other.span) for other in claims[:n]
        )


@settings(max_examples=40)
@given(st.lists(st.floats(-20, 20), min_size=len(FOUND), max_size=len(FOUND)))
def test_every_first_claim_holds_the_best_sentence(scores: list[float]) -> None:
    best = ranked(scores).candidates[0]
    assert select(ranked(scores))[0].span.contains(best.span)


def test_a_sentence_that_refers_back_takes_the_one_before_it_along() -> None:
    scores = [9.0 if c.text.startswith("She promised") else 0.0 for c in FOUND]
    assert select(ranked(scores))[0].text.startswith("Mayor Edda Quill said")


LONG = "all that anybody in the town had built there over a hundred winters of hard work and little pay, "
SPEECH = (
    "The council met on Monday. “The ice took our boats. We lost the pier, the crane and the shed, and with "
    f"them {LONG}for nothing. Nobody will pay us a crown for it, and {LONG}as it seems. Our neighbours know,”"
    " Mayor Edda Quill said. It rained. “Spring will come.”"
)
SPOKEN = Edition.of([article("speech", SPEECH)])


def quoted(*begins: str) -> str:
    """The first claim where the sentences that begin so are far the best, the earlier named the better."""
    question = understand("ice boats pier crown neighbours council spring rained", SPOKEN)
    found = candidates(question, SPOKEN)
    best = {begin: 90.0 - n for n, begin in enumerate(begins)}
    scores = np.array([max(s if c.text.startswith(b) else 0.0 for b, s in best.items()) for c in found])
    return select(ordered(found, features(question, found, None), scores))[0].text


def test_what_somebody_says_is_quoted_from_the_beginning_of_the_speech() -> None:
    assert quoted("We lost").startswith("“The ice took our boats.")
    assert quoted("Nobody").startswith("“The ice took our boats.")


def test_a_later_sentence_of_a_speech_continues_the_quote_that_began_it() -> None:
    quote = quoted("“The ice", "Nobody")
    assert quote.startswith("The council met on Monday. “The ice")
    assert quote.endswith("as it seems.")


def test_speech_that_does_not_tell_whose_it_is_takes_the_sentence_before_it_along() -> None:
    assert quoted("“Spring") == "It rained. “Spring will come.”"


@settings(max_examples=40)
@given(st.lists(st.floats(-20, 20), min_size=7, max_size=7))
def test_every_claim_begins_outside_of_a_quotation(scores: list[float]) -> None:
    question = understand("ice boats pier crown neighbours council spring rained", SPOKEN)
    found = candidates(question, SPOKEN)
    claims = select(ordered(found, features(question, found, None), np.array(scores)))
    assert claims
    for claim in claims:
        before = SPEECH[: claim.span.start]
        assert before.count("“") == before.count("”")


def test_a_clear_best_sentence_stands_alone() -> None:
    scores = [9.0 if c.text.startswith("Fishermen") else 0.0 for c in FOUND]
    assert select(ranked(scores))[0].text == "Fishermen cut a channel with saws."


def test_a_story_that_two_outlets_carry_counts_once() -> None:
    edition = Edition.of([article("one", HARBOUR), article("two", HARBOUR), orchard()])
    texts = [claim.text for claim in select(spread(edition, "harbour boats ice harvest"))]
    assert len(texts) == len(set(texts))


def test_another_source_comes_before_a_hardly_better_quote_of_the_same() -> None:
    scores = [
        5.0
        if c.text.startswith("Mayor Edda")
        else 1.0
        if c.text.startswith("The harbour")
        else 0.8 * (c.passage.article.id == "orchard" and c.number == 0)
        for c in FOUND
    ]
    claims = select(ranked(scores))
    assert [claim.article_id for claim in claims[:2]] == ["harbour", "orchard"]
