"""Who maintains on the page: tokens of which only hashes are known, and sessions that a browser holds."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.basics.limits import LIMITS

_BYTES = 32
"""Of chance in a token: no guessing finds it, so a plain hash is enough to keep."""


@dataclass(slots=True)
class Session:
    """A maintainer on the page. ``proof`` stands in each of the forms that are made for the session."""

    name: str
    proof: str
    used_at: float

    def made(self, proof: str) -> bool:
        """Tell whether a form that carries this was made for the session."""
        return hmac.compare_digest(self.proof.encode(), proof.encode())


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def holder(token: str, keys: Iterable[str]) -> str:
    """Return whose token it is by ``keys``, each ``name:hash``; "" if nobody's. All take equally long."""
    given, found = hash_of(token), ""
    for key in keys:
        name, _, kept = key.rpartition(":")
        if hmac.compare_digest(given, kept):
            found = name
    return found


@dataclass(slots=True)
class Sessions:
    """The sessions that are open, by the hash of what the browser holds; none outlives the process."""

    clock: Callable[[], float] = time.monotonic
    _open: dict[str, Session] = field(default_factory=dict)

    def begin(self, name: str) -> str:
        """Open a session, and return what the browser is to hold. Too many push out the oldest."""
        while len(self._open) >= LIMITS.servers.sessions:
            self._open.pop(next(iter(self._open)))
        held = new_token()
        self._open[hash_of(held)] = Session(name, new_token(), self.clock())
        return held

    def find(self, held: str) -> Session | None:
        """Return the session of a browser, None where it has none that was used of late."""
        session = self._open.get(hash_of(held))
        if session is None:
            return None
        if self.clock() - session.used_at > LIMITS.servers.session_seconds:
            self.end(held)
            return None
        session.used_at = self.clock()
        return session

    def end(self, held: str) -> None:
        """Close a session."""
        self._open.pop(hash_of(held), None)
