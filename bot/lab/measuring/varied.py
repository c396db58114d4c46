"""Weights of the ranking other than the measured ones, to be measured: a JSON object in a file."""

import json
from dataclasses import fields, replace
from pathlib import Path

from bot.basics.errors import BotError, told
from bot.core.words.weights import WEIGHTS, Weights


def read_weights(file: Path) -> Weights:
    """Return the weights with those that the file names changed, such as ``{"slip": 0.7}``.

    Raises BotError for a file that cannot be read, a name that no weight has, or a value that is no number
    above 0, a whole one where things are counted.
    """
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BotError(f"{file}: {told(error) if isinstance(error, OSError) else error}") from error
    known = {field.name: getattr(WEIGHTS, field.name) for field in fields(Weights)}
    if not isinstance(found, dict) or not set(found) <= set(known):
        raise BotError(f"{file}: write an object with some of {', '.join(known)}")
    for name, value in found.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            raise BotError(f"{file}: {name} has to be a number above 0")
        if isinstance(known[name], int) and not isinstance(value, int):
            raise BotError(f"{file}: {name} has to be a whole number")
    return replace(WEIGHTS, **found)
