"""Values that are kept or sent come back as they were; whatever else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.nouns import Article, Span
from bot.library.forms import Form, FormError
from tests.core.texts import harbour


def test_an_article_comes_back_as_it_was() -> None:
    form, article = Form(Article), harbour()
    assert form.from_json(form.as_json(article)) == article
    assert form.of_plain(form.plain(article)) == article


def test_an_article_whose_text_was_changed_is_refused() -> None:
    form = Form(Article)
    plain = form.plain(harbour())
    with pytest.raises(FormError, match="revision"):
        form.of_plain({**plain, "text": plain["text"] + " More."})


@given(st.text() | st.binary())
def test_every_other_text_is_refused(written: str | bytes) -> None:
    with pytest.raises(FormError):
        Form(Span).from_json(written)
