from bot.core.words.terms import term
from bot.lab.learning.commonness import LEAST, commonness
from tests.core.texts import article

TEXTS = ["The mill stands.", "A mill burnt.", "The mill and the pond.", "Snow fell.", "Rain fell."]


def test_the_share_of_the_passages_that_have_a_term_is_counted() -> None:
    assert len(TEXTS) > LEAST
    found = commonness([article(f"paper{n}", text, title="") for n, text in enumerate(TEXTS)])
    assert found["en"][term("mill", "en")] == 0.6


def test_terms_of_few_passages_are_left_out() -> None:
    found = commonness([article(f"paper{n}", text, title="") for n, text in enumerate(TEXTS)])
    assert term("fell", "en") not in found["en"]


def test_only_the_language_of_most_articles_is_counted() -> None:
    articles = [article(f"paper{n}", text, title="") for n, text in enumerate(TEXTS)]
    articles += [article("other", "Мельница стоит.", title="", language="ru")]
    assert set(commonness(articles)) == {"en"}
