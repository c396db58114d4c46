"""What an export holds and nobody was to read: counted, so that ``check`` can tell of it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.parsing.problem import Remark

_MOST_KINDS = 12
_LONGEST_KIND = 40


def left_out(kinds: Mapping[str, int]) -> Iterator[Remark]:
    """Yield a remark on how many entries of which kind were not read, as the export calls them; if any."""
    if kinds:
        told = (f"{kind[:_LONGEST_KIND]} ×{count}" for kind, count in Counter(kinds).most_common(_MOST_KINDS))
        yield Remark(say(Message.NOT_READ, what=", ".join(told)))
