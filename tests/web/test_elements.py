"""A page is text with elements around it: no sign of any text becomes markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from bot.web.elements import element, printed

TRICKS = (
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "]]>",
    "<!--",
    "'\"><svg/onload=1>",
)
HOSTILE = st.text(alphabet="<>&\"'=/ab;#!-[]{}`\\\r\n\u202e", max_size=60) | st.sampled_from(TRICKS)


@given(words=HOSTILE, value=HOSTILE)
def test_every_text_comes_back_as_it_was_and_makes_no_element(words: str, value: str) -> None:
    markup = printed(element("div", element("p", words, title=value)))
    (paragraph,) = html.fragment_fromstring(markup)
    assert (paragraph.tag, len(paragraph), set(paragraph.attrib)) == ("p", 0, {"title"})
    assert (paragraph.text or "") == words
    assert paragraph.get("title") == value


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:1", " /x"])
def test_a_page_leads_only_to_the_web(address: str) -> None:
    for name in ("href", "src", "action"):
        with pytest.raises(ValueError, match="no address"):
            element("a", "words", **{name: address})


@pytest.mark.parametrize("name", ["onclick", "onload", "style"])
def test_nothing_in_a_page_runs_or_draws_by_itself(name: str) -> None:
    with pytest.raises(ValueError, match="forbids"):
        element("p", "words", **{name: "alert(1)"})
