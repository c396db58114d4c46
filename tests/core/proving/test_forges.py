"""A file of a followed repository is opened at its page, where the host's form of addresses is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.proving.forges import opened_at


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (
            "https://github.com/mill/weir.git#docs/a%20b.md",
            "https://github.com/mill/weir/blob/HEAD/docs/a%20b.md",
        ),
        ("https://gitlab.com/mill/sub/weir.git#a.md", "https://gitlab.com/mill/sub/weir/-/blob/HEAD/a.md"),
        ("https://codeberg.org/mill/weir.git#a.md", "https://codeberg.org/mill/weir/src/branch/HEAD/a.md"),
        ("https://git.sr.ht/~mill/weir.git#a.md", "https://git.sr.ht/~mill/weir/tree/HEAD/item/a.md"),
    ],
)
def test_a_file_has_a_page_at_known_hosts(url: str, page: str) -> None:
    assert opened_at(url) == page


@given(
    st.text() | st.from_regex(r"https://(github\.com|weir\.test)/[\w.]{0,9}(#[\w.]{0,9})?", fullmatch=True)
)
def test_every_other_address_is_left_as_it_is_and_no_host_becomes_another(url: str) -> None:
    page = opened_at(url)
    is_file = url.startswith("https://github.com/") and ".git#" in url and not url.endswith("#")
    assert page == url or (is_file and page.startswith("https://github.com/"))
