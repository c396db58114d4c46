"""The shape of a language's catalogue: its sentences, and how it counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What Quoth says in one language, by the names of ``bot.languages.interface.messages``.

    In a sentence ``{name}`` is a value, ``{count:one|many}`` the form that goes with a number, and
    ``**words**`` are bold. ``plural`` tells which form a whole number takes, by the CLDR's cardinal rules in
    the order one, few, many, other; ``grouping`` stands between thousands.
    """

    plural: Callable[[int], int]
    grouping: str
    sentences: Mapping[str, str]


def one_other(count: int) -> int:
    """1 article, 0 articles."""
    return 0 if count == 1 else 1


def none_or_one_other(count: int) -> int:
    """0 or 1 article, 2 articles."""
    return 0 if count in {0, 1} else 1


def one_few_many(count: int) -> int:
    """1 or 21, 2 to 4 or 22, all others."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2
