"""Answers from encoded editions: what only meaning finds is quoted, and said to be found so."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from bot.core.answer import Model, answer, traced
from bot.core.choosing.confidence import Confidence
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.core.index.vectors import encoded
from bot.core.index.vectors.encoded import Encoded, Scale, Table, Texts
from bot.core.index.vectors.encoder import Matrix
from bot.core.nouns import Article
from bot.core.replies import Abstention, Answer, FoundBy, Pasted, Reason
from tests.core.encoders import SenseEncoder
from tests.core.models import always, steps
from tests.core.models import model as by_words
from tests.core.texts import article, harbour, orchard


class NoVectors:
    """Word vectors that know no word."""

    def of_words(self, words: Sequence[str]) -> Matrix:
        return np.zeros((len(words), 4), np.float32)

    def is_word(self, _: str) -> bool:
        return False


BACKGROUND = Background(NoVectors())
NIGHT = article("night", "The police came at midnight. Nobody had called them.")
WAGES = article("wages", "Each clerk got a salary of 90 crowns. The porter got less.")


def edition(encoder: SenseEncoder | None = None, *others: Article) -> Edition:
    made, encoder = (
        Edition.of([harbour(), orchard(), NIGHT, WAGES, *others], background=BACKGROUND),
        encoder or SenseEncoder(),
    )
    texts = Texts.of(made.passages)
    table = Table.of(texts, encoder.passages(texts.all).astype(np.float16), Scale(0, 1))
    return replace(made, encoded=Encoded(encoder, table))


@pytest.fixture(autouse=True)
def _every_edition_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoded, "SMALL_EDITION", 0)


def model(log_odds: float = 2.0) -> Model:
    words = replace(by_words(log_odds), background=BACKGROUND)
    by_meaning = replace(words, ranker=steps("sense"))
    return replace(words, encoded=lambda: by_meaning)


def test_what_no_word_finds_is_found_by_meaning() -> None:
    reply = answer("cops officers", edition(), model())
    assert isinstance(reply, Answer)
    assert reply.lead.text == "The police came at midnight."
    assert reply.found_by[reply.lead] is FoundBy.MEANING


def test_without_vectors_words_alone_decide() -> None:
    reply = answer("cops officers", replace(edition(), encoded=None), model())
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.NO_MATCH


def test_a_failing_encoder_leaves_an_answer_by_words() -> None:
    encoder = SenseEncoder()
    found = edition(encoder)
    encoder.fails = True
    reply = answer("what did the clerk get?", found, model())
    assert isinstance(reply, Answer)
    assert "salary" in reply.lead.text
    assert not reply.found_by


def test_words_and_meaning_together_are_both() -> None:
    reply = answer("police came at midnight", edition(), model())
    assert isinstance(reply, Answer)
    assert reply.found_by[reply.lead] is FoundBy.BOTH


@pytest.mark.parametrize("marks", ["“{}”", "Is it true that {}?"])
def test_a_reworded_claim_is_near_by_meaning_and_never_verbatim_or_sure(marks: str) -> None:
    told = "cops officers cops officers cops officers cops officers"
    reply = answer(marks.format(told), edition(), model())
    assert isinstance(reply, Answer)
    assert reply.lead.text == "The police came at midnight."
    assert reply.lead in reply.found_by
    assert reply.hedged
    assert reply.pasted == Pasted(told, nearest=True)


def test_a_filter_holds_for_what_meaning_finds() -> None:
    reply = answer("cops officers source:wages", edition(), model())
    quotes = reply.quotes if isinstance(reply, Answer) else ()
    assert all(quote.article.id == "wages" for quote in quotes)


def test_a_phrase_has_to_stand_there_whatever_meaning_finds() -> None:
    reply = answer('officers "90 crowns"', edition(), model())
    assert isinstance(reply, Answer)
    assert all("90 crowns" in quote.passage.text for quote in reply.quotes)


@pytest.mark.parametrize(("log_odds", "missing"), [(2.0, []), (-2.0, ["cops"])])
def test_a_word_is_missing_only_where_nobody_can_be_sure_that_its_meaning_was_found(
    log_odds: float, missing: list[str]
) -> None:
    reply = answer("did cops came?", edition(), model(log_odds))
    assert isinstance(reply, Answer)
    assert list(reply.missing) == missing


def test_a_missing_name_is_told_however_sure_the_answer_is() -> None:
    reply = answer("when did cops leave Orrinford?", edition(), model())
    assert "Orrinford" in reply.missing


def test_a_refusal_by_meaning_is_told_by_the_threshold_of_its_own_model() -> None:
    own = model()
    by_meaning = own.encoded()
    assert by_meaning
    confidence = replace(by_meaning.confidence, covered=always(-5.0), refuse_below=0.5)
    strict = replace(own, encoded=lambda: replace(by_meaning, confidence=confidence))
    found = traced("cops officers", edition(), strict)
    assert isinstance(found.reply, Abstention)
    assert found.refuse_below == 0.5


def test_in_a_small_edition_words_decide_where_they_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoded, "SMALL_EDITION", 1000)
    refusing = replace(model(), encoded=lambda: replace(model(), ranker=steps("sense"), confidence=never()))
    reply = answer("what did the clerk get?", edition(), refusing)
    assert isinstance(reply, Answer)
    assert "salary" in reply.lead.text


def test_in_a_small_edition_meaning_decides_where_words_are_not_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoded, "SMALL_EDITION", 1000)
    by_meaning = model().encoded()
    assert by_meaning

    def asked(log_odds: float, then: Confidence) -> Answer | Abstention:
        learned = replace(model(log_odds), encoded=lambda: replace(by_meaning, confidence=then))
        return answer("what did the clerk call cops officers?", edition(), learned)

    words, other = asked(2.0, never()), asked(-1.0, by_meaning.confidence)
    assert isinstance(words, Answer)
    assert "salary" in words.lead.text
    assert isinstance(other, Answer)
    assert other.lead.text == "The police came at midnight."
    assert isinstance(asked(-1.0, never()), Answer)  # as doubtful as it is
    assert isinstance(asked(-3.0, never()), Abstention)


def test_a_question_in_another_language_whose_names_are_found_is_not_refused_by_meaning() -> None:
    by_meaning = model().encoded()
    assert by_meaning
    unsure = Confidence(always(-5.0), always(-2.0), 0.5)
    refusing = replace(model(), foreign=lambda: replace(by_meaning, confidence=unsure))
    found = answer("Что сказано о Lanternby?", edition(), refusing)
    assert isinstance(found, Answer)
    assert found.hedged
    assert isinstance(answer("Что сказано о лодках?", edition(), refusing), Abstention)
    hardly = replace(model(), foreign=lambda: replace(by_meaning, confidence=never()))
    assert isinstance(answer("Что сказано о Lanternby?", edition(), hardly), Abstention)


def test_what_no_article_in_its_language_answers_is_looked_for_in_the_others() -> None:
    by_meaning = model().encoded()
    assert by_meaning
    kiosk = article("kiosk", "Киоск закрыли зимой. Газеты привозят утром.", language="ru")
    there = replace(
        model(), encoded=lambda: replace(by_meaning, confidence=never()), foreign=lambda: by_meaning
    )
    found = answer("Где полиция?", edition(None, kiosk), there)
    assert isinstance(found, Answer)
    assert found.lead.text == "The police came at midnight."
    assert {quote.article.language for quote in found.quotes} == {"en"}
    assert "ru" in found.asked_in
    nowhere = replace(there, foreign=lambda: replace(by_meaning, confidence=never()))
    refused = answer("Где полиция?", edition(None, kiosk), nowhere)
    assert isinstance(refused, Abstention)
    assert refused.asked_in == ()
    alone = answer("Где полиция?", edition(None, kiosk), model())
    assert isinstance(alone, Answer)


def test_who_somebody_is_that_the_articles_name_is_answered_by_words_in_any_language() -> None:
    by_meaning = model().encoded()
    assert by_meaning
    refusing = replace(model(), foreign=lambda: replace(by_meaning, confidence=never()))
    assert isinstance(answer("Что такое Lanternby?", edition(), refusing), Answer)
    assert isinstance(answer("Что такое Larkfield?", edition(), refusing), Abstention)


def never() -> Confidence:
    return Confidence(always(-5.0), always(-5.0), 0.5)
