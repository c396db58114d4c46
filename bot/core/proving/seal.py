"""What only one function may make asks for that function's seal, which its module shows to nobody."""

from typing import final


@final
class Seal:
    """One function's seal: two are never the same.

    A dataclass takes it as an ``InitVar`` without a default, so that ``dataclasses.replace`` fails too, and
    asks for it in ``__post_init__``.
    """

    def __init__(self, rule: str) -> None:
        """Say who makes what; that is told to anybody else."""
        self._rule = rule

    def refuse_others(self, shown: "Seal") -> None:
        """Raise TypeError unless this very seal is shown."""
        if shown is not self:
            raise TypeError(self._rule)
