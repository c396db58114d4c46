"""Why something was refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, or a part of it, was refused. ``line`` is 1-based, None where no line is to blame."""

    file: str
    reason: str
    line: int | None = None
