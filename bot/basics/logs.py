"""Logging: readable on a terminal, JSON otherwise, and never with a secret of the settings."""

import json
import logging
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

from bot.basics.limits import LIMITS
from bot.basics.visible import visible

LogFormat = Literal["auto", "human", "json"]

_TOKEN = re.compile(r"(?<!\d)\d+:[A-Za-z0-9_-]{30,}")
_SHORTEST = 8
"""Signs of a secret that is taken out: a shorter one may be a part of any word."""
_QUIET = {
    "httpx": logging.WARNING,  # its INFO line holds the address, which holds the token
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,  # its DEBUG lines hold what people write
    "telegram.request": logging.CRITICAL,  # shows whole answers that it cannot read
    "mcp": logging.ERROR,  # a line, with what a stranger sent, for each request that it refuses
    "aiosqlite": logging.WARNING,
    "asyncio": logging.WARNING,
    "tornado.access": logging.WARNING,
    "tornado.general": logging.WARNING,  # a line, with an address, for each malformed request
}
_KNOWN = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Redaction(logging.Filter):
    """Takes secrets out of message, arguments and traceback, before any formatter sees them."""

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if len(secret) >= _SHORTEST]

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, redacted."""
        record.msg, record.args = self.redact(record.getMessage()), ()
        if record.exc_info:
            record.exc_text = self.redact(logging.Formatter().formatException(record.exc_info))
            record.exc_info = None
        for name, value in vars(record).items():
            if isinstance(value, str) and (name == "stack_info" or name not in _KNOWN):
                setattr(record, name, self.redact(value))
        return True

    def redact(self, text: str) -> str:
        """Return the text without the secrets and without anything that looks like a bot's token."""
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return _TOKEN.sub("<token>", text)


class JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and the ``extra`` fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _KNOWN}
        if record.exc_text:
            line["traceback"] = record.exc_text
        return visible(json.dumps(line, ensure_ascii=False, default=str))


class _Lines(logging.Formatter):
    """What a person reads."""

    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record))


def set_up(log_format: LogFormat, level: str, *secrets: str) -> None:
    """Send all logging, warnings and uncaught exceptions to standard error, redacted."""
    human = log_format == "human" or (log_format == "auto" and sys.stderr.isatty())
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(Redaction(*secrets))
    handler.setFormatter(
        _Lines("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S") if human else JsonLines()
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name, least in _QUIET.items():
        logging.getLogger(name).setLevel(max(least, logging.getLevelName(level)))
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught


class Sparing:
    """Warns of a trouble that goes on once, and then once in a while; another kind of it is told at once."""

    def __init__(self, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._clock = clock
        self._told: tuple[str, float] | None = None

    def warn(self, kind: str, text: str, *values: object) -> None:
        """Log the text with its values as a warning, unless that kind was told of a moment ago."""
        now = self._clock()
        if self._told and self._told[0] == kind and now - self._told[1] < LIMITS.waiting.reminder:
            return
        self._told = kind, now
        self._log.warning(text, *values)


def tell(log: logging.Logger, **facts: str | int) -> None:
    """Log facts in one line for people, each a field of its own in JSON; "_" stands for a blank."""
    told = ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in facts.items())
    log.info("%s", told, extra=facts)


def _log_uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
    else:
        logging.getLogger("bot").critical("uncaught", exc_info=(kind, error, traceback))
