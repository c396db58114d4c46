"""Who asks, and in which language: what the headers of a request say."""

import re
from ipaddress import IPv6Address, ip_address

from bot.basics.limits import LIMITS
from bot.chat.wording.texts import Language, language_of

_RANGE = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]{1,40})?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")


def preferred(accepted: str) -> Language:
    """Return which of our languages an Accept-Language header prefers, English where it names none."""
    known = frozenset(Language)
    rated: list[tuple[float, int, str]] = []
    for place, written in enumerate(accepted[:1000].split(",")[: LIMITS.servers.ranges]):
        found = _RANGE.fullmatch(written)
        if found and found[1].lower() in known and float(found[2] or 1) > 0:
            rated.append((-float(found[2] or 1), place, found[1]))
    return language_of(min(rated)[2]) if rated else Language.ENGLISH


def client_of(address: str) -> str:
    """Return what stands for one client: its address, of IPv6 the network that a provider gives to one."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)
