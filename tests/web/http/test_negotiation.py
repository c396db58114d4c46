"""Who asks and in which language, from headers that anybody may write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.wording.texts import Language
from bot.web.http.negotiation import client_of, preferred


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("de-AT, de;q=0.9, en;q=0.8", "de"),
        ("en;q=0.3, fr-CA;q=0.7", "fr"),
        ("xx, kk;q=0.1", "kk"),
        ("ru;q=0, es", "es"),
        ("*", "en"),
        ("DE", "de"),
    ],
)
def test_the_readers_language_is_the_one_preferred_most(header: str, language: str) -> None:
    assert preferred(header) == language


@given(st.text(max_size=2_000))
def test_every_header_gives_a_language(header: str) -> None:
    assert preferred(header) in Language


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::7", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("", ""),
        ("nowhere", "nowhere"),
    ],
)
def test_one_client_is_an_address_or_the_network_of_one_household(address: str, client: str) -> None:
    assert client_of(address) == client
