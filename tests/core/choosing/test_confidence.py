import numpy as np

from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.confidence import (
    ASKED,
    monotone,
    monotone_of_first,
    signal_names,
    signals,
    topic_names,
)
from bot.core.choosing.features import FEATURES, LEXICAL, features
from bot.core.choosing.selection import ordered
from bot.core.index.edition import Edition
from tests.core.texts import article

NEAR = "Ice crushed boats. Growers lost apples."
EDITION = Edition.of([article("one", NEAR, title=""), article("two", "Fire crushed boats.", title="")])


def share(*scores: float, best: int = 0) -> float:
    """The share of the candidate that is ``best`` by these scores, in the order of the articles."""
    question = understand("what crushed boats or apples?", EDITION)
    found = sorted(candidates(question, EDITION), key=lambda one: (one.passage.article.id, one.span))
    assert len(found) == len(scores)
    ranked = ordered(found, features(question, found, None), np.array(scores))
    return float(signals(question, ranked, best)[0, signal_names(LEXICAL).index("share")])


def test_a_rival_elsewhere_makes_less_sure_and_a_neighbour_does_not() -> None:
    assert share(2.0, -9.0, 2.0) < 0.6
    assert share(2.0, 2.0, -9.0) > 0.9


def test_a_later_sentence_is_judged_as_if_those_before_it_were_not_there() -> None:
    assert share(2.0, -9.0, 9.0, best=1) > 0.9


def test_whether_the_articles_are_about_a_question_does_not_depend_on_the_kind_of_fact() -> None:
    assert set(ASKED) <= set(signal_names(FEATURES))
    assert not topic_names(FEATURES) & {*ASKED}


def test_more_of_what_the_first_sentence_has_never_makes_less_sure_but_more_of_what_its_rivals_have_may() -> (
    None
):
    names = signal_names(FEATURES)
    rules = dict(zip(names, monotone_of_first(names), strict=True))
    assert {rules[name] for name in ("coverage", "meaning", "closeness", "share", "score")} == {1}
    assert {rules[name] for name in ("best_coverage", "best_meaning", "best_closeness", "known")} == {0}
    assert all(rule in (0, of_topic) for rule, of_topic in zip(rules.values(), monotone(names), strict=True))
