"""What a reload did, or would do."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Claim
from bot.library.parsing.problem import Problem

SHORT = 8
"""How many letters of an edition's id tell it apart in what people read."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reload did, per article; ``problems`` are the files that were refused."""

    added: tuple[ArticleId, ...] = ()
    removed: tuple[ArticleId, ...] = ()
    edited: tuple[ArticleId, ...] = ()
    unchanged: tuple[ArticleId, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What leads from the edition ``before`` to the edition ``after``, by their ids.

    ``files`` is the digest of the folder that was read. ``differing`` counts the passages that differ in each
    edited article, ``lost`` the quotes given so far that stand no more. ``copies`` are groups of articles
    with the same text, ``similar`` groups with nearly the same. ``applied`` tells whether it was done.
    ``changed`` are the quotes given so far of which it says something else; a chat is told of each that it
    has received: ``corrections`` counts these messages.
    """

    before: str
    after: str
    files: str
    changes: Changes
    articles: int
    passages: int
    seconds: float
    differing: Mapping[ArticleId, int] = field(default_factory=dict)
    lost: Mapping[ArticleId, int] = field(default_factory=dict)
    copies: tuple[frozenset[ArticleId], ...] = ()
    similar: tuple[frozenset[ArticleId], ...] = ()
    applied: bool = False
    changed: tuple[Claim, ...] = ()
    corrections: int = 0

    @property
    def same(self) -> bool:
        """Tell whether the edition stays as it is."""
        return self.before == self.after

    @property
    def summary(self) -> str:
        """The changes in figures, for the history: +added ~edited -removed !refused."""
        c = self.changes
        return f"+{len(c.added)} ~{len(c.edited)} -{len(c.removed)} !{len(c.problems)}"


def compare(old: Edition | None, new: Edition) -> Changes:
    """Return what changed from one edition to the next, article by article."""
    before = old.entries if old else {}
    shared = [i for i in new.entries if i in before]
    return Changes(
        added=tuple(i for i in new.entries if i not in before),
        removed=tuple(i for i in before if i not in new.entries),
        edited=tuple(i for i in shared if before[i].article != new.entries[i].article),
        unchanged=tuple(i for i in shared if before[i].article == new.entries[i].article),
    )


def differing_passages(old: Edition, new: Edition, article_id: ArticleId) -> int:
    """Return how many passages of an article that both editions have stand in only one of them.

    Passages that took each other's place count once.
    """
    before, after = (
        Counter(passage.text for passage in edition.entries[article_id].passages) for edition in (old, new)
    )
    return max((before - after).total(), (after - before).total())
