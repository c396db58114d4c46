"""What a maintainer's address leads to: public, of a known kind, in time, not too large."""

import gzip
from collections.abc import Iterable
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address
from typing import Any

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.library.corpus.afar import fetching
from bot.library.corpus.afar.fetching import PublicNetwork, fetch, is_public

WEIR = b"The weir below Tessel Mill broke in the spring flood."
PAGE = b"<html><body><article><p>" + WEIR + b"</p></article></body></html>"


class Web(httpcore.AsyncMockBackend):
    """A network whose every connection answers with the next response; remembers whom it connected to."""

    def __init__(self, *responses: bytes) -> None:
        super().__init__([])
        self.responses = list(responses)
        self.connected: list[str] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's own)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.connected.append(host)
        return httpcore.AsyncMockStream([self.responses.pop(0)])


def answer(
    body: bytes = PAGE, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **more: str
) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def test_a_page_comes_with_its_address() -> None:
    found = await fetch("http://mill.example/news/Weir%20broke.html?x=1", Web(answer()))
    assert found.name == "weir-broke.html"
    assert found.data == PAGE
    assert found.beside.url == "http://mill.example/news/Weir%20broke.html?x=1"


async def test_the_last_address_of_redirects_counts() -> None:
    web = Web(answer(b"", status="302 Found", Location="http://other.example/a.html"), answer())
    found = await fetch("http://mill.example/", web)
    assert found.beside.url == "http://other.example/a.html"
    assert web.connected == ["mill.example", "other.example"]


async def test_a_packed_answer_is_unpacked() -> None:
    found = await fetch("http://mill.example/", Web(answer(gzip.compress(PAGE), Content_Encoding="gzip")))
    assert found.data == PAGE
    assert found.name == "mill-example.html"


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (answer(kind="image/png"), "there is image/png"),
        (answer(status="404 Not Found"), "answered 404"),
        (answer(b"<html>", Content_Encoding="gzip"), "broken"),
        (answer(gzip.compress(PAGE)[:-12], Content_Encoding="gzip"), "broken"),
        (answer(gzip.compress(b"a" * 30_000_000), Content_Encoding="gzip"), "larger than"),
        (b"nonsense\r\n\r\n", "cannot be reached"),
        (b"", "cannot be reached"),
    ],
)
async def test_what_cannot_be_added_is_refused_with_a_reason(response: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        await fetch("http://mill.example/", Web(response))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://mill.example/",
        "file:///etc/passwd",
        "http://user:secret@mill.example/",
        "http://mill.example:22/",
        "http://мельница.example/",
        "http://mill.example/a b",
        "http://[::1",
        "mill",
        "",
    ],
)
async def test_only_plain_addresses_of_the_web_are_followed(url: str) -> None:
    web = Web()
    with pytest.raises(ArticleError):
        await fetch(url, web)
    assert web.connected == []


async def test_redirects_end() -> None:
    again = answer(b"", status="301 Moved", Location="/again")
    with pytest.raises(ArticleError, match="leads on"):
        await fetch("http://mill.example/", Web(*[again] * 10))


async def test_a_redirect_to_a_file_is_refused() -> None:
    with pytest.raises(ArticleError, match="http"):
        await fetch(
            "http://mill.example/", Web(answer(b"", status="302 Found", Location="file:///etc/passwd"))
        )


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.0.0.8", "169.254.169.254", "2130706433", "[::ffff:127.0.0.1]"],
)
async def test_the_own_network_is_never_connected_to(host: str) -> None:
    web = Web(answer())
    with pytest.raises(ArticleError, match=r"not on the public internet|cannot be reached"):
        await fetch(f"http://{host}/", PublicNetwork(web))
    assert web.connected == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:9/feed", "not on the public internet"),
        ("http://[::1]:9/feed", "not on the public internet"),
        ("http://mill.example:9/feed", "only ports 80"),
        ("ftp://mill.example/feed", "begins with http"),
    ],
)
async def test_why_an_address_is_not_asked_is_told(url: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        await fetch(url, PublicNetwork(Web()))


async def test_the_address_that_was_checked_is_the_one_that_is_connected_to() -> None:
    web = Web(answer(), answer())
    await fetch("http://93.184.215.14/", PublicNetwork(web))
    await fetch("http://1572394766/", PublicNetwork(web))  # the same as one number: it has to be resolved
    assert web.connected == ["93.184.215.14"] * 2


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="192.168.0.0/16"))
def test_every_private_address_is_private_in_every_disguise(private: IPv4Address) -> None:
    mapped = IPv6Address(b"\0" * 10 + b"\xff\xff" + private.packed)
    nat64 = IPv6Address(bytes.fromhex("0064ff9b" + "00" * 8) + private.packed)
    six_to_four = IPv6Address(b"\x20\x02" + private.packed + b"\0" * 10)
    isatap = IPv6Address(bytes.fromhex("2a03288011110000" + "02005efe") + private.packed)
    assert not any(is_public(str(ip)) for ip in (private, mapped, nat64, six_to_four, isatap))


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.1", "224.0.0.1", "255.255.255.255", "fe80::1%eth0", "fc00::1", "::", "100.64.0.1"),
        *("fec0::7", "feff:1::2", "192.88.99.9", "3fff:20::1", "5f00::3", "100::4", "4000::5", "ff0e::6"),
        "fe80::5efe:93.184.215.14",  # ISATAP within one link, whatever it stands for
    ],
)
def test_addresses_that_not_everybody_reaches_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_public_addresses_are_public() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


@pytest.mark.parametrize("host", ["mill..example", f"{'m' * 64}.example"])
async def test_a_name_that_no_host_can_have_is_a_wrong_address(host: str) -> None:
    with pytest.raises(ArticleError, match="begins with http"):
        await fetch(f"http://{host}/")


@pytest.mark.parametrize(
    ("location", "expected"),
    [("/плотина".encode(), "/%D0%BF%D0%BB%D0%BE%D1%82%D0%B8%D0%BD%D0%B0"), (b"/\xe9", "/%E9")],
)
async def test_a_redirect_to_unencoded_letters_is_encoded_once(location: bytes, expected: str) -> None:
    leads = answer(b"", status="302 Found", Location="HERE").replace(b"HERE", location)
    found = await fetch("http://mill.example/", Web(leads, answer()))
    assert found.beside.url == f"http://mill.example{expected}"


async def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = replace(LIMITS, fetching=replace(LIMITS.fetching, seconds=0.0))
    monkeypatch.setattr(fetching, "LIMITS", impatient)
    with pytest.raises(ArticleError, match="did not answer"):
        await fetch("http://mill.example/", Web(answer()))
