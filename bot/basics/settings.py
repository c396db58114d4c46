"""The environment, read once into frozen settings; every variable begins with ``BOT_``."""

import difflib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self, get_args, get_origin

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.basics.errors import SettingsError, told
from bot.basics.limits import LIMITS

PREFIX = "BOT_"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_SHORTEST_SECRET = 30
"""Signs behind the colon of a token; Telegram's have 35."""
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


_KINDS = {bool: "true or false", int: "a whole number", float: "a number"}
_LIMITS = {"ge": "from", "gt": "above", "le": "to"}
_SHOWN = 40
"""Signs of a wrong value that are shown."""


@dataclass(frozen=True, slots=True)
class Listen:
    """Where a server listens: a host and port, or the path of a Unix socket."""

    host: str = ""
    port: int = 0
    socket: Path | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse ``host:port``, ``[ipv6]:port`` or ``unix:/path``. Raises ValueError."""
        if text.startswith("unix:"):
            return cls(socket=Path(text.removeprefix("unix:")))
        host, _, port = text.rpartition(":")
        if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
            raise ValueError("should look like 127.0.0.1:8080 or unix:/run/quoth.sock")
        return cls(host=host.strip("[]"), port=int(port))

    def __str__(self) -> str:
        """Return it as ``parse`` reads it."""
        if self.socket:
            return f"unix:{self.socket}"
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class Settings(BaseSettings):
    """What the operator decides. Frozen; the token shows neither in ``repr`` nor in errors."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        frozen=True,
        extra="forbid",
        env_ignore_empty=True,
        str_strip_whitespace=True,
        hide_input_in_errors=True,
    )

    token: SecretStr | None = Field(None, description="the bot's token, from @BotFather")
    token_file: Path | None = Field(None, description="a file that holds the token, instead of BOT_TOKEN")
    api_base_url: str = Field("https://api.telegram.org/bot", description="the Bot API; the token follows it")
    api_base_file_url: str = Field(
        "https://api.telegram.org/file/bot", description="the Bot API's file downloads"
    )
    corpus: Path = Field(Path("corpus"), description="the folder of articles")
    data: Path = Field(Path("data"), description="the folder of the bot's own database")
    maintainers: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="user ids that may change the corpus, with commas or blanks between"
    )
    watch: bool = Field(False, description="reload when files of the corpus change")
    webhook_url: str = Field("", description="the public address for updates; polls where it is empty")
    webhook_secret: SecretStr | None = Field(
        None, description="what Telegram sends with each update; made up where it is empty"
    )
    webhook_listen: Annotated[Listen, NoDecode] = Field(
        Listen("127.0.0.1", 8080), description="where the proxy finds the bot"
    )
    error_chat: int | None = Field(None, description="a chat for reports of errors")
    health_listen: Annotated[Listen | None, NoDecode] = Field(
        None, description="where /health and /metrics are served"
    )
    log_format: Literal["auto", "human", "json"] = Field("auto", description="human on a terminal, else json")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="what is logged")
    in_flight: int = Field(256, ge=1, le=4096, description="updates that are worked on at once")
    api_timeout_seconds: float = Field(15, gt=0, description="how long to wait for the Bot API")
    user_questions_per_minute: int = Field(
        LIMITS.asking.user_a_minute, ge=1, description="what one person may ask"
    )
    chat_questions_per_minute: int = Field(
        LIMITS.asking.chat_a_minute, ge=1, description="what one group may ask"
    )
    presses_per_minute: int = Field(
        LIMITS.asking.presses_a_minute, ge=1, description="buttons that one person may press"
    )
    inline_per_minute: int = Field(
        LIMITS.asking.inline_a_minute, ge=1, description="inline queries that one person may send"
    )
    kept_editions: int = Field(
        LIMITS.editions.kept, ge=1, le=1000, description="how many editions can be gone back to"
    )
    group_backlog_minutes: int = Field(
        5, ge=1, description="older questions in groups are skipped after a pause"
    )
    edit_minutes: int = Field(10, ge=0, description="how long an edited question edits its answer")
    kept_days: int = Field(90, ge=1, description="how long answers and unanswered questions are kept")

    @field_validator("maintainers", mode="before")
    @classmethod
    def _parse_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = re.split(r"[,\s]+", value.strip(", \t\n"))
        if not all(i.isascii() and i.isdigit() for i in ids):
            raise ValueError("should be user ids, for example 1001, 1002")
        return frozenset(map(int, ids))

    @field_validator("webhook_listen", "health_listen", mode="before")
    @classmethod
    def _parse_listen(cls, value: object) -> object:
        return Listen.parse(value.strip()) if isinstance(value, str) else value

    @field_validator("webhook_url", "api_base_url", "api_base_file_url")
    @classmethod
    def _check_url(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("should begin with https://")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _check_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("should be 1 to 256 of A-Z a-z 0-9 _ -")
        return value

    @model_validator(mode="before")
    @classmethod
    def _read_token_file(cls, values: dict[str, object]) -> dict[str, object]:
        path = values.get("token_file")
        if not path or values.get("token"):
            return values
        try:
            return {**values, "token": Path(str(path)).read_text("utf-8").strip()}
        except OSError as error:
            raise ValueError(f"BOT_TOKEN_FILE: {path} cannot be read: {told(error)}") from None
        except UnicodeDecodeError:
            raise ValueError(f"BOT_TOKEN_FILE: {path} is no text") from None

    @field_validator("token")
    @classmethod
    def _check_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _TOKEN.fullmatch(value.get_secret_value().strip()):
            raise ValueError("should look like 123456:ABC-DEF, as @BotFather gave it")
        return SecretStr(value.get_secret_value().strip()) if value else value

    @model_validator(mode="after")
    def _refuse_example(self) -> Self:
        secret = self.token.get_secret_value().partition(":")[2] if self.token else ""
        if secret and len(secret) < _SHORTEST_SECRET and "api.telegram.org" in self.api_base_url:
            raise ValueError("BOT_TOKEN is too short, perhaps an example; @BotFather gives you yours")
        return self

    @property
    def required_token(self) -> str:
        """The token in the clear. Raises SettingsError that says what to set."""
        if self.token is None:
            raise SettingsError("Set BOT_TOKEN (or BOT_TOKEN_FILE) to the token that @BotFather gave you.")
        return self.token.get_secret_value()


def read_settings() -> Settings:
    """Read the environment. Raises SettingsError, one line that names the variable and never a secret."""
    refuse_unknown_settings()
    try:
        return Settings()  # pyright: ignore[reportCallIssue] (the environment fills it)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_explain, error.errors(include_input=False)))) from None


def refuse_unknown_settings() -> None:
    """Raise SettingsError if the environment has a variable that looks like a setting and is none."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name in os.environ:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            raise SettingsError(f"{name} in the environment is not a setting of Quoth; {hint}")


def _explain(problem: ErrorDetails) -> str:
    said = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return said
    setting = str(problem["loc"][0])
    name = PREFIX + setting.upper()
    field = Settings.model_fields[setting]
    if problem["type"] != "value_error":
        said = f"should be {_allowed(field)}"
    if SecretStr in get_args(field.annotation):
        return f"{name} {said}"
    value = next((value for key, value in os.environ.items() if key.upper() == name), "")
    return f"{name} in the environment {said}, not {value[:_SHOWN]!r}"


def _allowed(field: FieldInfo) -> str:
    """Return what a field may be, in words."""
    kinds = get_args(field.annotation) or (field.annotation,)
    if get_origin(field.annotation) is Literal:
        return "one of " + ", ".join(map(str, kinds))
    limits = {name: getattr(m, name) for m in field.metadata for name in _LIMITS if hasattr(m, name)}
    said = [f"{_LIMITS[name]} {limit}" for name, limit in limits.items()]
    kind = next((word for kind, word in _KINDS.items() if kind in kinds), "something else")
    return " ".join([kind, *said])
