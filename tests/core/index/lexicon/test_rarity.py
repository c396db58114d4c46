from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.core.nouns import Term
from bot.core.words.terms import term
from tests.core.texts import article

PANGRAM = ("quick", "brown", "foxes", "jump", "over", "lazy", "dogs")
EVERYDAY: Mapping[Term, float] = {
    term("bring", "en"): 0.1,
    term("year", "en"): 0.3,
    **{term(word, "en"): 0.01 for word in PANGRAM},
}
"""With all letters of the language, as the shipped ones."""
BACKGROUND = Background(commonness={"en": EVERYDAY})
TEXT = "The harbour froze over. A year later it thawed."
SHARES = st.dictionaries(
    st.sampled_from(["harbour", "froz", "year", "bring", "violin"]).map(Term), st.floats(0, 1)
)


def edition(text: str = TEXT, count: int = 1, background: Background = BACKGROUND, **facts: str) -> Edition:
    return Edition.of([article(f"paper{n}", text, **facts) for n in range(count)], background=background)


def idf(word: str, of: Edition, language: str = "en") -> float:
    return of.vocabulary.idf(term(word, language))


def test_an_everyday_word_that_no_article_has_tells_less_than_a_rare_one() -> None:
    assert idf("bring", edition()) < idf("violin", edition())


def test_of_two_words_that_are_found_as_often_the_everyday_one_tells_less() -> None:
    assert idf("year", edition()) < idf("harbour", edition())


def test_without_background_the_articles_alone_tell() -> None:
    plain = edition(background=Background())
    assert idf("bring", plain) == idf("violin", plain)
    assert idf("year", plain) == idf("harbour", plain)


def test_among_many_passages_the_background_hardly_matters() -> None:
    papers = [article(f"paper{n}", TEXT if n % 10 else "Years of ice.") for n in range(3000)]
    many, plain = (Edition.of(papers, background=b) for b in (BACKGROUND, Background()))
    assert idf("ice", many) == pytest.approx(idf("ice", plain), rel=0.05)
    assert idf("violin", many) == pytest.approx(idf("violin", plain), rel=0.01)
    few, few_plain = edition(), edition(background=Background())
    assert idf("violin", few) > 2 * idf("violin", few_plain)


def test_words_of_other_languages_are_weighed_by_the_articles_alone() -> None:
    russian = "Гавань замёрзла. Через год лёд растаял."
    assert idf("гавань", edition(russian, language="ru"), "ru") == idf(
        "гавань", edition(russian, language="ru", background=Background()), "ru"
    )
    both = [article("a", TEXT), article("b", russian, language="ru")]
    mixed, plain = (Edition.of(both, background=b) for b in (BACKGROUND, Background()))
    for word in ("гавань", "скрипка"):
        assert idf(word, mixed, "ru") == idf(word, plain, "ru")


@given(st.integers(0, 4), SHARES, st.sampled_from(["harbour", "year", "bring", "violin", "гавань"]))
def test_every_weight_is_above_zero(count: int, shares: Mapping[Term, float], word: str) -> None:
    assert idf(word, edition(count=count, background=Background(commonness={"en": shares}))) > 0
