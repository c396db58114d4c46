"""What goes wrong on purpose: a plan of faults per Bot API method."""

import random
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["401", "429", "500", "502", "refused", "lost_reply", "hang", "odd"]
"""401: the token was revoked. 429: too many requests. 500, 502: nothing was done. refused: the connection
is cut before anything is done. lost_reply: all is done, then the connection is cut. hang: all is done, no
answer ever comes. odd: all is done, then something answers that is not the Bot API."""


@dataclass
class Fault:
    kind: Kind
    method: str = "*"
    times: int = 1
    chat_id: int | None = None
    retry_after: int = 1
    status: int = 200
    body: str = ""

    def fits(self, method: str, chat_id: int | None) -> bool:
        return (
            self.times > 0
            and self.method in ("*", method)
            and (self.chat_id is None or self.chat_id == chat_id)
        )


@dataclass
class FaultPlan:
    """Faults in the order they were planned, then faults by chance."""

    planned: list[Fault] = field(default_factory=list)
    chance: float = 0.0
    kinds: tuple[Kind, ...] = ("500", "502", "refused", "lost_reply")
    dice: random.Random = field(default_factory=lambda: random.Random(7))
    happened: list[tuple[str, Kind]] = field(default_factory=list)

    def add(self, kind: Kind, method: str = "*", **more: Any) -> None:
        """Plan a fault; ``more`` is times, chat_id, retry_after, and status and body of an odd answer."""
        self.planned.append(Fault(kind, method, **more))

    def next(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault that this call meets, if any."""
        fault = next((f for f in self.planned if f.fits(method, chat_id)), None)
        if fault:
            fault.times -= 1
        elif self.chance and self.dice.random() < self.chance:
            fault = Fault(self.dice.choice(self.kinds), method)
        if fault:
            self.happened.append((method, fault.kind))
        return fault
