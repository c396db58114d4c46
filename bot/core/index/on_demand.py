"""Rows and mappings whose members are made when they are first asked for: so a kept edition opens at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

Name = TypeVar("Name")
Member = TypeVar("Member")
Member_co = TypeVar("Member_co", covariant=True)


class OnDemand(Sequence[Member_co]):
    """``count`` members; ``make`` makes each from its place, once.

    Two threads may make one at the same time; both are equal, and one of them stays. A row equals any other
    that has equal members.
    """

    def __init__(self, count: int, make: Callable[[int], Member_co]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, Member_co] = {}

    def __len__(self) -> int:
        """Return how many there are, made or not."""
        return self._count

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is a row of equal members."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return what a tuple of the members has."""
        return hash(tuple(self))

    @overload
    def __getitem__(self, place: int) -> Member_co: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Member_co, ...]: ...
    def __getitem__(self, place: int | slice) -> Member_co | tuple[Member_co, ...]:
        """Return the member at a place, or those of a range. Raises IndexError."""
        if isinstance(place, slice):
            return tuple(self[n] for n in range(*place.indices(self._count)))
        place = range(self._count)[place]
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]


class Named(Mapping[Name, Member]):
    """The members of a row, by their names, in its order."""

    def __init__(self, names: Iterable[Name], row: Sequence[Member]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        self._row = row

    def __getitem__(self, name: Name) -> Member:
        """Return the member of that name. Raises KeyError."""
        return self._row[self._places[name]]

    def __iter__(self) -> Iterator[Name]:
        """Yield the names, without making what they stand for."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)
