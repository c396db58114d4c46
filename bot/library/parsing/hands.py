"""Who does the reading: whoever asks for it, when a result is asked for, or other processes, some ahead."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from bot.library.parsing.draft import Draft, Drafted, read_draft

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Hands:
    """How drafts are ``read``, and how it is ``begun``: what that returns gives the result when it is called.

    Of what comes in a row, so many are begun ``ahead`` of the one whose result is asked for.
    """

    read: Callable[[Draft, str], Drafted] = read_draft
    begun: Callable[..., Callable[[], Any]] = partial
    ahead: int = 0

    def in_turn(self, work: Iterable[Callable[[], Result]]) -> Iterator[Result]:
        """Yield the results of what was begun, in order; what making the row raises comes after these."""
        waiting = deque[Callable[[], Result]]()
        row = iter(work)
        failure: Exception | None = None
        while failure is None:
            try:
                waiting.append(next(row))
            except StopIteration:
                break
            except Exception as error:
                failure = error
            if len(waiting) > self.ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()
        if failure:
            raise failure


OWN_HANDS = Hands()
"""Everything is done here, one after the other."""
