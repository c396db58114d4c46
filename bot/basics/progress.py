"""How far a long piece of work has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the number of files or articles that are done, and the number of all."""


def silent(done: int, total: int) -> None:
    """Tell nobody."""
