"""A page from the web, whose address a maintainer gave. The only importer of httpcore.

Only public addresses are connected to, and the address that was checked is the one that is connected to, at
every redirect anew; so neither a redirect nor a name that changes its address leads into the own network.
"""

import asyncio
import socket
import time
import zlib
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

import httpcore

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.corpus.contribution import Contribution, contribution
from bot.library.formats.registry import MEDIA_TYPES
from bot.library.parsing.header import Header

_SPECIAL = tuple(
    map(
        ip_network,
        (
            "192.88.99.0/24",  # relays of 6to4, RFC 7526
            "::/3",  # all of IPv6 but 2000::/3 is not given to anybody, or for other purposes
            "4000::/2",
            "8000::/1",
            "3fff::/20",  # documentation, RFC 9637
        ),
    )
)
"""Addresses that are not on the public internet, and which the standard library does not know as such.

From the IANA's registries of special-purpose addresses and of the IPv6 address space, 2026.
"""
_ISATAP = (bytes.fromhex("00005efe"), bytes.fromhex("02005efe"))
"""What stands before the IPv4 address in the second half of such an IPv6 address (RFC 5214)."""
AGENT = "Quoth"
"""What servers are told, and what their robots.txt calls it."""
_ASKS_GIT = b"application/x-git-upload-pack-request"
_HEADERS = (
    (b"User-Agent", AGENT.encode()),
    (b"Accept", b"text/html, */*;q=0.5"),
    (b"Accept-Encoding", b"gzip"),
)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page, by which it can tell later whether it has changed; "" for nothing."""

    etag: str = ""
    modified: str = ""

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """The headers of a request for what has changed since."""
        asked = ((b"If-None-Match", self.etag), (b"If-Modified-Since", self.modified))
        return [(name, value.encode("latin-1", "ignore")) for name, value in asked if value]


NO_VALIDATORS = Validators()
Network = httpcore.AsyncNetworkBackend
"""What makes connections."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered at the last address, ``url``; the names of headers are in small letters."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        return Validators(self.headers.get("etag", ""), self.headers.get("last-modified", ""))


Before = Callable[[str], Awaitable[None]]
"""What is waited for before a request to an address, also before one that another led to."""


async def _at_once(_: str) -> None:
    """Wait for nothing."""


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of an address; bytes are sent to a Git repository only."""

    url: str
    validators: Validators
    sent: bytes


def is_in_repository(url: str) -> bool:
    """Tell whether an address is a Git repository's or a file's in one: ``https://host/name.git#docs/weir.md``."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and parts.path.rstrip("/").endswith(".git")


async def fetch(url: str, network: Network | None = None) -> Contribution:
    """Return what stands at ``url`` as a file that may be added, with its final address in the header.

    ``network`` makes the connections, by default only to public addresses. Raises ArticleError.
    """
    return file_of(await respond(url, network))


async def respond(
    url: str,
    network: Network | None = None,
    validators: Validators = NO_VALIDATORS,
    before: Before = _at_once,
    sent: bytes = b"",
) -> Response:
    """Return what a server answers at ``url``, or where that leads, to what is ``sent``. Raises ArticleError.

    It may take ``LIMITS.fetching.seconds``, without what ``before`` takes.
    """
    try:
        async with httpcore.AsyncConnectionPool(
            network_backend=network or PublicNetwork(), max_connections=1
        ) as pool:
            return await _follow(pool, _Request(url, validators, sent), before)
    except TimeoutError:
        raise ArticleError(Message.ADDRESS_SLOW, seconds=round(LIMITS.fetching.seconds)) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError) as error:
        raise ArticleError(Message.ADDRESS_UNREACHABLE, kind=type(error).__name__) from error


def file_of(response: Response) -> Contribution:
    """Return a page as a file that may be added. Raises ArticleError for what is none of a known kind."""
    if response.status != 200:
        raise ArticleError(Message.ADDRESS_REFUSES, status=str(response.status))
    if is_in_repository(response.url):
        name = PurePosixPath(unquote(urlsplit(response.url).fragment)).name
        return contribution(name, response.body, Header(url=response.url))
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in MEDIA_TYPES:
        known = ", ".join(sorted(set(MEDIA_TYPES.values())))
        raise ArticleError(Message.ADDRESS_KIND, kind=kind or "?", known=known)
    parts = urlsplit(response.url)
    stem = PurePosixPath(unquote(parts.path)).stem or parts.hostname or "page"
    header = Header(url=response.url)
    return contribution(f"{stem.replace('/', '-')}{MEDIA_TYPES[kind]}", response.body, header)


async def _follow(pool: httpcore.AsyncConnectionPool, request: _Request, before: Before) -> Response:
    """Return what stands at the final address. Raises TimeoutError."""
    left, url = LIMITS.fetching.seconds, request.url
    for _ in range(LIMITS.fetching.redirects + 1):
        _check(url)
        await before(url)
        begun = time.monotonic()
        async with asyncio.timeout(left):
            response = await _get(pool, replace(request, url=url))
        left -= time.monotonic() - begun
        if response.status not in {301, 302, 303, 307, 308}:
            return response
        # Headers come as Latin-1, which gives back the very bytes that the server sent.
        location = response.headers.get("location", "").encode("latin-1")
        url = urljoin(url, quote(location, safe="%/:=&?~#+!$,;'@()*[]"))
    raise ArticleError(Message.ADDRESS_LEADS_ON, limit=LIMITS.fetching.redirects)


async def _get(pool: httpcore.AsyncConnectionPool, request: _Request) -> Response:
    url, sent = request.url, request.sent
    target = url.partition("#")[0].encode("ascii")
    sized = [(b"Content-Type", _ASKS_GIT), (b"Content-Length", str(len(sent)).encode())] if sent else []
    headed = [*_HEADERS, *request.validators.headers, *sized]
    async with pool.stream(b"POST" if sent else b"GET", target, headers=headed, content=sent) as response:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
        }
        unpack = zlib.decompressobj(31) if headers.get("content-encoding", "") == "gzip" else None
        body = bytearray()
        async for part in response.aiter_stream():
            body += _unpacked(unpack, part, LIMITS.files.one + 1 - len(body))
            if len(body) > LIMITS.files.one:
                raise ArticleError(Message.ADDRESS_TOO_LARGE, limit=LIMITS.files.one)
        if unpack and body and not unpack.eof:
            raise ArticleError(Message.ADDRESS_BROKEN)  # half a page would say that the other half went
        return Response(url, response.status, headers, bytes(body))


def _unpacked(unpack: Any, part: bytes, most: int) -> bytes:
    """Return the part, unpacked to at most ``most`` bytes."""
    if unpack is None:
        return part
    try:
        return bytes(unpack.decompress(part, most))
    except zlib.error as error:
        raise ArticleError(Message.ADDRESS_BROKEN) from error


def _check(url: str) -> None:
    """Raise ArticleError for addresses that are none of the web, or hold a name and password."""
    try:
        parts = urlsplit(url)
        usual, port = parts.scheme in {"http", "https"}, parts.port
    except ValueError as error:
        raise ArticleError(Message.ADDRESS_WRONG) from error
    if _is_private(parts.hostname or ""):
        raise ArticleError(Message.ADDRESS_PRIVATE)
    if not usual or not parts.hostname or parts.username is not None:
        raise ArticleError(Message.ADDRESS_WRONG)
    if port not in {None, 80, 443, 8080, 8443}:
        raise ArticleError(Message.ADDRESS_PORT)
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ArticleError(Message.ADDRESS_LETTERS)


def _is_private(host: str) -> bool:
    """Tell whether a host is written as an IP address that only some can reach."""
    try:
        return not is_public(host)
    except ValueError:
        return False


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only: a name is resolved once, checked, and then not asked again."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend | None = None) -> None:
        self._backend = backend or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's own)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the host if all its addresses are public. Raises ArticleError if one is not."""
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except UnicodeError as error:  # a part of the name is empty, or longer than 63 letters
            raise ArticleError(Message.ADDRESS_WRONG) from error
        addresses = [str(address[4][0]) for address in found]
        if not addresses or not all(map(is_public, addresses)):
            raise ArticleError(Message.ADDRESS_PRIVATE)
        connect = self._backend.connect_tcp  # pyright: ignore[reportAttributeAccessIssue] (anyio may be missing)
        return await connect(addresses[0], port, timeout, local_address, socket_options)


def is_public(address: str) -> bool:
    """Tell whether an IP address is one that everybody on the internet can reach."""
    ip = ip_address(address.partition("%")[0])
    inner = _inner(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    if any(ip in network for network in _SPECIAL if network.version == ip.version):
        return False
    if ip.packed[8:12] in _ISATAP and not is_public(str(IPv4Address(ip.packed[12:]))):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _inner(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if ip.packed.startswith(bytes.fromhex("0064ff9b0000000000000000")):  # NAT64, RFC 6052
        return IPv4Address(ip.packed[12:])
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
