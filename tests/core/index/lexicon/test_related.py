from collections.abc import Sequence

import numpy as np

from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.meaning import MEANING, meaning
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.core.index.lexicon.related import MOST_RELATED
from bot.core.index.vectors.encoder import Matrix
from bot.core.words.terms import term
from bot.core.words.weights import WEIGHTS
from tests.core.texts import article

ALIKE = {"police": 0, "cops": 0, "officers": 0, "harbour": 1, "port": 1}


class FewVectors:
    """Gives words of the same number the same vector, and all others one of their own."""

    def of_words(self, words: Sequence[str]) -> Matrix:
        rows = np.zeros((len(words), 1000), dtype=np.float32)
        for n, word in enumerate(words):
            rows[n, ALIKE.get(word, 10 + sum(map(ord, word)) % 990)] = 1
        return rows

    def is_word(self, word: str) -> bool:
        return word in ALIKE


def edition(*texts: str) -> Edition:
    articles = [article(f"paper{n}", text) for n, text in enumerate(texts)]
    return Edition.of(articles, background=Background(FewVectors()))


EDITION = edition("Police closed the harbour at night.", "The bakery sells bread. Its owner baked it.")


def test_a_word_of_like_meaning_is_searched_at_a_low_weight() -> None:
    query = understand("did cops come?", EDITION).query
    term = next(t for t in query if t in EDITION.vocabulary)
    assert 0 < query[term] <= WEIGHTS.related
    best, _ = EDITION.ranking.top(query, 1)[0]
    assert "Police" in EDITION.passages[best].text


def test_a_real_word_that_no_article_has_is_never_taken_for_a_slip() -> None:
    polite = edition("A polite baker bowed.", "Bread was sold.")
    real, slip = (understand(f"what about the {word}?", polite) for word in ("police", "poliet"))
    assert real.missing == ("police",)
    assert real.also_searched == {}
    assert slip.missing == ()
    assert slip.query == {term("polite", "en"): WEIGHTS.only_slip}


def test_a_word_whose_synonym_is_a_long_phrase_is_not_missing() -> None:
    named = {"ODKB": ("Collective Security Treaty Organization",)}
    sent = Edition.of([article("paper", "The Collective Security Treaty Organization sent troops.")], named)
    assert understand("what did the ODKB send?", sent).missing == ()


def test_the_asked_word_outweighs_every_related_one() -> None:
    both = edition("Cops closed the harbour.", "Police closed the port.", "Bread was sold.")
    best, _ = both.ranking.top(understand("cops", both).query, 1)[0]
    assert "Cops" in both.passages[best].text


def test_no_word_is_searched_by_more_than_a_few_related_ones() -> None:
    assert EDITION.related
    assert len(EDITION.related.to("cops")) <= MOST_RELATED + 1


def test_stop_words_are_related_to_nothing() -> None:
    assert EDITION.related
    assert "the" not in {word.spelling for word in EDITION.related.to("the")}


def test_without_word_vectors_only_the_asked_words_are_searched() -> None:
    plain = Edition.of([article("paper", "Police closed the harbour at night.")])
    assert understand("did cops come?", plain).query == {}


def test_an_empty_edition_has_no_related_words() -> None:
    empty = Edition.of([], background=Background(FewVectors()))
    assert empty.related
    assert empty.related.to("cops") == ()


def test_words_that_differ_by_accents_alone_are_fully_alike() -> None:
    of = edition("Семён came late. The café closed.")
    found = candidates(question := understand("Did Семен come?", of), of)
    rows = meaning(question, found, FewVectors())
    covered = rows[:, MEANING.index("meaning")].tolist()
    assert covered[0] == max(covered) > 0.4
    assert covered[1] == 0


def test_an_ordinary_word_has_no_other_spellings() -> None:
    of = edition("The police came.", "In Polica Street a shop closed.")
    assert "police" not in understand("police", of).also_searched
    assert understand("Police", of).also_searched
