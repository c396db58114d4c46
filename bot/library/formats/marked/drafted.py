"""What the formats of markup share: a text's own lines about it, and its first heading as its title."""

from collections.abc import Iterable, Mapping

from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.parsing.decoding import refuse_long
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Drafts
from bot.library.parsing.front_matter import is_unpublished, told_header
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.problem import Remark


def drafted(pieces: Iterable[Piece], told: Mapping[str, str], beside: Header) -> Drafts:
    """Yield the article of a text, or a remark if it says that it is a draft.

    ``told`` is what it says of itself. Raises ArticleError if it is too long.
    """
    if is_unpublished(told):
        yield Remark(say(Message.IS_A_DRAFT))
        return
    read = tuple(piece for piece in pieces if piece.text)
    refuse_long("\n".join(piece.text for piece in read))
    first = next((piece.text for piece in read[:1] if piece.kind is BlockKind.HEADING), "")
    yield Draft(read, beside.over(told_header(told)).over(found_header({"title": first})))
