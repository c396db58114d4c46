"""An engine on another machine that can be cut off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.index.edition import Edition
from bot.core.index.engine import ALL, Among, Engine, IndexFailure, Scored
from bot.core.nouns import Term
from bot.core.words.tokens import Ids


@dataclass
class Elsewhere:
    """Ranks as another engine does, unless it is cut off."""

    engine: Engine
    cut_off: bool = True

    def top(self, query: Mapping[Term, float], count: int, among: Among = ALL) -> list[Scored]:
        return self._reached().top(query, count, among)

    def best(self, query: Mapping[Term, float], among: Among = ALL) -> Iterator[Scored]:
        return self._reached().best(query, among)

    def scores(self, query: Mapping[Term, float], passages: Sequence[int]) -> list[float]:
        return self._reached().scores(query, passages)

    def each(self, among: Among) -> Iterator[int]:
        return self._reached().each(among)

    def sentences(self, passage: int) -> Sequence[Ids]:
        return self._reached().sentences(passage)

    def _reached(self) -> Engine:
        if self.cut_off:
            raise IndexFailure
        return self.engine


def cut_off(edition: Edition) -> tuple[Edition, Elsewhere]:
    """The edition as if its passages lay on another machine, which is cut off, and what ends that."""
    elsewhere = Elsewhere(edition.ranking)
    return replace(edition, ranking=elsewhere), elsewhere
