"""The sample articles that come with Quoth."""

from pathlib import Path

import bot

_PACKAGE = Path(bot.__file__).parent


def samples() -> Path:
    """Return the folder of the sample articles: in the package, or beside it where the source is used."""
    packed = _PACKAGE / "library/samples"
    return packed if packed.is_dir() else _PACKAGE.parent / "corpus"
