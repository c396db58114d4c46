"""Questions that ask nearly the same, put together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bot.basics.limits import LIMITS
from bot.core.nouns import Term
from bot.core.words.tokens import question_terms

ALIKE = 0.5
"""From this share of common terms (Jaccard index) on, a question joins a group."""


def group_questions(questions: Sequence[str], languages: Iterable[str]) -> list[tuple[str, int]]:
    """Return each group's commonest wording and its number of questions, the largest group first.

    A question joins the group whose first question it shares most terms with, or begins a new one. Of a long
    one the beginning counts, ``LIMITS.asking.grouped`` characters.
    """
    known = sorted(languages)
    firsts: list[frozenset[Term]] = []
    groups: list[Counter[str]] = []
    by_term: defaultdict[Term, list[int]] = defaultdict(list)
    for question in questions:
        terms = _terms(question[: LIMITS.asking.grouped], known)
        number = _closest(terms, firsts, by_term)
        if number is None:
            number = len(firsts)
            firsts.append(terms)
            groups.append(Counter())
            for term in terms:
                by_term[term].append(number)
        groups[number][" ".join(question.split())] += 1
    ordered = sorted(groups, key=lambda group: -group.total())
    return [(group.most_common(1)[0][0], group.total()) for group in ordered]


def _terms(question: str, languages: list[str]) -> frozenset[Term]:
    words = question_terms(question, languages)
    return frozenset(term for word in words if not word.is_stop for term in word.terms)


def _closest(
    terms: frozenset[Term], firsts: Sequence[frozenset[Term]], by_term: defaultdict[Term, list[int]]
) -> int | None:
    shared = Counter(number for term in terms for number in by_term.get(term, ()))
    alike = [(count / len(terms | firsts[number]), -number) for number, count in shared.items()]
    likeness, number = max(alike, default=(0.0, 0))
    return -number if likeness >= ALIKE else None
