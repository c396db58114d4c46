"""An article whose text an export has as HTML."""

from bot.basics.errors import ArticleError
from bot.library.formats.saved.web_page import whole_text
from bot.library.parsing.draft import Draft
from bot.library.parsing.header import Header


def page_draft(markup: str, header: Header, key: str) -> Draft | ArticleError:
    """Return the article, or why its markup cannot be read."""
    try:
        return Draft(whole_text(markup), header, key)
    except ArticleError as error:
        return error
