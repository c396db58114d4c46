"""What a reload did, or would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.nouns import ArticleId, Changes

SHORT = 8
"""How many letters of an edition's id tell it apart in what people read."""


@dataclass(frozen=True, slots=True)
class Report:
    """What leads from the edition ``before`` to the edition ``after``, by their ids.

    ``files`` is the digest of the folder that was read. ``differing`` counts the passages that differ in each
    edited article, ``lost`` the quotes given so far that stand no more. ``copies`` are groups of articles
    with the same text, ``similar`` groups with nearly the same. ``applied`` tells whether it was done.
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

    @property
    def same(self) -> bool:
        """Tell whether the edition stays as it is."""
        return self.before == self.after

    @property
    def summary(self) -> str:
        """The changes in figures, for the history: +added ~edited -removed !refused."""
        c = self.changes
        return f"+{len(c.added)} ~{len(c.edited)} -{len(c.removed)} !{len(c.problems)}"
