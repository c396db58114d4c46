"""What the operator decided, read once into frozen settings; every name begins with ``BOT_``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Self, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.basics.errors import SettingsError, told
from bot.basics.hours import Hours, zone_of
from bot.basics.index_address import IndexAddress
from bot.basics.limits import LIMITS, MEGABYTE, choose
from bot.basics.sources import DOTENV, PREFIX, GivenSetting, given, settings_file

HIDDEN = "(set, not shown)"
"""What is shown in place of a secret."""
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_SHORTEST_PASSWORD = 4
"""Signs of a password that is looked for by itself in what is written down."""
_SHORTEST_SECRET = 30
"""Signs behind the colon of a token; Telegram's have 35."""
_PUBLIC = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:/[\w/.~-]*)?")
_KEY = re.compile(r"[\w.-]{1,40}:[0-9a-f]{64}")
_LOGIN = re.compile(r"//[^/@]*@")
"""A name and password that somebody wrote into an address."""
_PLACE = re.compile(r"-?[1-9][0-9]{0,15}(?:/[1-9][0-9]{0,9})?", re.ASCII)
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


class Settings(BaseModel):
    """What the operator decides. Frozen; the token shows neither in ``repr`` nor in errors.

    The descriptions are what people read in ``quoth settings`` and in docs/settings.md.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        hide_input_in_errors=True,
    )

    token: SecretStr | None = Field(None, description="the bot's token, from @BotFather")
    token_file: Path | None = Field(None, description="a file that holds the token, instead of `BOT_TOKEN`")
    webhook_url: str = Field("", description="the public address for updates; without it the bot polls")
    webhook_secret: SecretStr | None = Field(
        None, description="what Telegram sends with each update; made up where it is empty"
    )
    webhook_listen: Listen = Field(
        Listen("127.0.0.1", 8080), description="where your proxy finds the bot: `host:port` or `unix:/path`"
    )
    api_timeout_seconds: float = Field(15, gt=0, description="how long to wait for the Bot API")
    api_base_url: str = Field(
        "https://api.telegram.org/bot", description="another Bot API server; the token follows the address"
    )
    api_base_file_url: str = Field("https://api.telegram.org/file/bot", description="the same for downloads")

    corpus: Path = Field(Path("corpus"), description="the folder of articles")
    maintainers: frozenset[int] = Field(
        frozenset(), description="user ids that may change the corpus, with commas or blanks between"
    )
    allowed: frozenset[int] = Field(
        frozenset(),
        description="ids of people and chats that are served; everybody if empty, until `/allow` changes it",
    )
    scope: str = Field(
        "",
        description="folders and tags (`tag:NAME`), with commas between: what chats without a `/scope` see",
    )
    hand_over: str = Field(
        "",
        description="id of the chat where maintainers get refused questions that askers hand over, with"
        " `/` and a topic's id behind it; nobody can where it is empty",
    )
    watch: bool = Field(False, description="reload when files of the corpus change, as `serve --watch` does")
    kept_editions: int = Field(
        LIMITS.editions.kept, ge=1, le=1000, description="how many editions can be gone back to"
    )

    old_after_days: int = Field(
        365,
        ge=0,
        description="how old, in days, the newest source of an answer is where its age is told; 0 for never",
    )
    corrections: bool = Field(
        True, description="tell chats, once, when a quote that they have received changes"
    )
    refresh_hours: int = Field(
        0,
        ge=0,
        le=24 * 366,
        description="hours between two looks at the page that an article names as its `url`; 0: no looks",
    )
    follow_hours: int = Field(
        24, ge=1, le=24 * 366, description="hours between two looks at a feed or a site map that is followed"
    )
    quiet_hours: Hours = Field(
        Hours.parse("22:00-07:00"),
        description="when maintainers are told nothing unasked, or `off`; each may choose others",
    )
    time_zone: ZoneInfo = Field(
        ZoneInfo("UTC"), description="the time zone of hours and times, such as `Europe/Berlin`"
    )
    index: IndexAddress | None = Field(
        None,
        description="an OpenSearch index to answer from instead of the folder:"
        " `opensearch://host:9200,other:9200/name`, `opensearchs://` for TLS",
    )
    index_login: SecretStr | None = Field(None, description="name and password there, as `name:password`")
    index_ca: Path | None = Field(
        None, description="a file with the certificates to trust there, instead of the system's"
    )
    index_seconds: float = Field(
        5, gt=0, le=60, description="how long one node may take, before another one is asked"
    )
    index_copies: int = Field(
        1, ge=0, le=10, description="how many further nodes hold each part of the index that `index` writes"
    )

    max_file_mb: int = Field(
        LIMITS.files.one // MEGABYTE,
        ge=1,
        le=LIMITS.files.many // MEGABYTE,
        description="megabytes of a file with one article; Telegram hands bots no larger ones than 20",
    )
    fetch_seconds: float = Field(
        LIMITS.fetching.seconds, gt=0, le=600, description="how long an address given to `/add` may take"
    )
    parse_seconds: int = Field(
        LIMITS.children.seconds,
        ge=1,
        le=600,
        description="seconds of the processor for each file of a library's format, and some for its size",
    )

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
    group_backlog_minutes: int = Field(
        5, ge=1, description="older questions in groups are skipped after a pause"
    )
    edit_minutes: int = Field(10, ge=0, description="how long an edited question edits its answer")
    kept_days: int = Field(
        90, ge=1, description="how long answers, feedback and unanswered questions are kept"
    )

    web_listen: Listen | None = Field(
        None, description="where the page to read on is served; nowhere if empty, but for `web`"
    )
    web_url: str = Field("", description="the page's public address; answers get a button that leads to it")
    web_scope: str = Field(
        "",
        description="folders and tags, as in `BOT_SCOPE`: what the page and assistants show; what `BOT_SCOPE`"
        " names if empty, every article if `all`",
    )
    web_behind_proxy: bool = Field(
        False, description="believe `X-Forwarded-For`; only where nobody but the proxy reaches the port"
    )
    web_maintainers: SecretStr | None = Field(
        None, description="who may maintain on the page: `name:hash` of each, as `token NAME` prints it"
    )
    web_assistants: bool = Field(
        False, description="offer the tools for assistants (MCP) beside the page, at `/mcp`"
    )
    web_questions_per_minute: int = Field(
        LIMITS.asking.web_a_minute, ge=1, description="what one address may ask on the page"
    )

    meaning: bool = Field(
        True, description="find by meaning too, where there is an encoder; else by words alone"
    )
    meaning_folder: Path | None = Field(
        None, description="a folder with `model.onnx` and `tokenizer.json`, instead of the packaged encoder"
    )
    meaning_url: str = Field(
        "",
        description="a server that encodes (`/v1/embeddings`); **articles and questions are sent to it**",
    )
    meaning_model: str = Field("", description="the model to ask that server for")
    meaning_key: SecretStr | None = Field(None, description="that server's key")
    meaning_question_prefix: str = Field(
        "", description="put before questions, where its model wants that, as `query:`"
    )
    meaning_passage_prefix: str = Field("", description="put before sentences, as `passage:`")

    data: Path = Field(Path("data"), description="the folder of the bot's own database")
    health_listen: Listen | None = Field(
        None, description="where `/health` and `/metrics` (Prometheus) are served; nowhere if empty"
    )
    error_chat: int | None = Field(None, description="the id of a chat for reports of errors")
    log_format: Literal["auto", "human", "json"] = Field(
        "auto", description="`human`, `json`, or `auto`: human on a terminal, else json"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="`DEBUG`, `INFO`, `WARNING` or `ERROR`"
    )
    workers: int = Field(
        1,
        ge=1,
        le=LIMITS.workers.most,
        description="processes that think about questions, one for each core; with 1 the bot does so itself",
    )
    in_flight: int = Field(256, ge=1, le=4096, description="updates that are worked on at once")

    @field_validator("maintainers", mode="before")
    @classmethod
    def _parse_ids(cls, value: object) -> object:
        return _ids(value, r"\d+", "should be user ids, for example 1001, 1002")

    @field_validator("allowed", mode="before")
    @classmethod
    def _parse_allowed(cls, value: object) -> object:
        return _ids(value, r"-?[1-9]\d*", "should be ids of people and chats, for example 1001, -100200300")

    @field_validator("scope", "web_scope")
    @classmethod
    def _refuse_no_folder(cls, value: str) -> str:
        if value and not value.strip(" ,/"):
            raise ValueError(
                "should be folders and tags with commas between; leave it empty to show all articles"
            )
        return value

    @field_validator("hand_over")
    @classmethod
    def _check_place(cls, value: str) -> str:
        if value and not _PLACE.fullmatch(value):
            raise ValueError("should be a chat's id, for example -1001234567890, or -1001234567890/7")
        return value

    @field_validator("webhook_listen", "health_listen", "web_listen", mode="before")
    @classmethod
    def _parse_listen(cls, value: object) -> object:
        return Listen.parse(value.strip()) if isinstance(value, str) else value

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _parse_hours(cls, value: object) -> object:
        return Hours.parse(value) if isinstance(value, str) else value

    @field_validator("time_zone", mode="before")
    @classmethod
    def _parse_zone(cls, value: object) -> object:
        return zone_of(value) if isinstance(value, str) else value

    @field_validator("index", mode="before")
    @classmethod
    def _parse_index(cls, value: object) -> object:
        return IndexAddress.parse(value) if isinstance(value, str) else value

    @field_validator("webhook_url", "meaning_url", "api_base_url", "api_base_file_url")
    @classmethod
    def _check_url(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("should begin with https://")
        return value

    @field_validator("web_url")
    @classmethod
    def _check_public(cls, value: str) -> str:
        if value and not _PUBLIC.fullmatch(
            value
        ):  # Telegram refuses a message with a button that leads elsewhere
            raise ValueError("should be a public address, such as https://quoth.example")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _check_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("should be 1 to 256 of A-Z a-z 0-9 _ -")
        return value

    @field_validator("web_maintainers")
    @classmethod
    def _check_keys(cls, value: SecretStr | None) -> SecretStr | None:
        keys = re.split(r"[,\s]+", value.get_secret_value()) if value else []
        if not all(_KEY.fullmatch(key) for key in keys):
            raise ValueError("should be name:hash of each, as the command token prints it")
        return value

    @field_validator("index_login")
    @classmethod
    def _check_login(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not all(value.get_secret_value().partition(":")):
            raise ValueError("should be name:password")
        return value

    @field_validator("token_file", "corpus", "data", "meaning_folder", "index_ca")
    @classmethod
    def _expand_home(cls, value: Path | None) -> Path | None:
        return value.expanduser() if value else value

    @model_validator(mode="before")
    @classmethod
    def _read_token_file(cls, values: dict[str, object]) -> dict[str, object]:
        path = values.get("token_file")
        if not path or values.get("token"):
            return values
        try:
            return {**values, "token": Path(str(path)).expanduser().read_text("utf-8").strip()}
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

    @model_validator(mode="after")
    def _refuse_scope_of_index(self) -> Self:
        if self.index and (self.scope or self.web_scope):
            raise ValueError(
                "BOT_SCOPE and BOT_WEB_SCOPE are for a folder of articles: nothing of BOT_INDEX would be seen"
            )
        return self

    @model_validator(mode="after")
    def _refuse_open_password(self) -> Self:
        if self.index and self.index_login and not self.index.is_private:
            raise ValueError("BOT_INDEX would send the password in the clear; use opensearchs://")
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """All that nobody may read, in the clear."""
        values = (getattr(self, field) for field in type(self).model_fields)
        hidden = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
        password = self.index_login.get_secret_value().partition(":")[2] if self.index_login else ""
        return (*hidden, password) if len(password) >= _SHORTEST_PASSWORD else tuple(hidden)

    @property
    def required_token(self) -> str:
        """The token in the clear. Raises SettingsError that says what to set."""
        if self.token is None:
            raise SettingsError("Set BOT_TOKEN (or BOT_TOKEN_FILE) to the token that @BotFather gave you.")
        return self.token.get_secret_value()


SECTIONS = {
    "token": "Telegram",
    "corpus": "Articles",
    "user_questions_per_minute": "People",
    "web_listen": "Page",
    "meaning": "Meaning",
    "data": "Operation",
}
"""The first setting of each section with the section's name."""


class ShownSetting(NamedTuple):
    """A setting as people see it; a secret's value is not there."""

    name: str
    section: str
    value: str
    source: str
    """Where it was set, ``default`` where it was not."""
    default: str
    meaning: str


def read_settings(config: Path | None = None) -> Settings:
    """Read the environment, ``.env`` and the settings file, of which ``config`` names another.

    The limits that they choose hold from then on. Raises SettingsError, one line that names the place, the
    setting and what is allowed, and never a secret.
    """
    settings = _settings(given(_names(), config))
    choose(settings.max_file_mb * MEGABYTE, settings.fetch_seconds, settings.parse_seconds)
    return settings


def shown_settings(config: Path | None = None) -> list[ShownSetting]:
    """Return every setting as it holds now, a section after the other. Raises SettingsError."""
    found = given(_names(), config)
    settings, section, shown = _settings(found), "", []
    for field, info in Settings.model_fields.items():
        section = SECTIONS.get(field, section)
        value = getattr(settings, field)
        said = HIDDEN if isinstance(value, SecretStr) else as_text(value)
        source = _source(field, found) if name_of(field) in found or value != info.default else "default"
        shown.append(
            ShownSetting(name_of(field), section, said, source, as_text(info.default), info.description or "")
        )
    return shown


def files_with_secrets(settings: Settings, config: Path | None = None) -> list[Path]:
    """Return the files that hold secrets; ``config`` is the settings file that was named. Raises OSError."""
    written = filter(None, (DOTENV, settings_file(config)))
    files = [path for path in written if path.is_file() and _sets_secret(path)]
    return [*files, settings.token_file] if settings.token_file else files


def _sets_secret(file: Path) -> bool:
    secrets = (name for name, info in Settings.model_fields.items() if SecretStr in get_args(info.annotation))
    named = rf"^[ \t]*(?:export[ \t]+)?(?:{'|'.join(map(name_of, secrets))})[ \t]*=[ \t]*['\"]*[^\s'\"#]"
    return bool(re.search(named, file.read_text("utf-8"), re.IGNORECASE | re.MULTILINE))


def problem_with(field: str, text: str) -> str:
    """Return what is wrong with a setting's value, "" if nothing is. A secret is not named."""
    if not text:
        return ""
    try:
        _settings({name_of(field): GivenSetting(text, "your answer")})
    except SettingsError as error:
        return str(error)
    return ""


def name_of(field: str) -> str:
    """Return the name of a setting as people write it."""
    return PREFIX + field.upper()


def as_text(value: object) -> str:
    """Return a setting's value as it is written in the environment."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case frozenset():
            return ", ".join(map(str, sorted(value)))
        case _:
            return str(value)


def _ids(value: object, form: str, wrong: str) -> object:
    """Return the ids that a text or a list has, what is neither as it is. Raises ValueError."""
    if isinstance(value, list):
        value = " ".join(map(str, value))
    if not isinstance(value, str):
        return value
    ids = re.split(r"[,\s]+", value.strip(", \t\n"))
    if not all(re.fullmatch(form, one, re.ASCII) for one in ids):
        raise ValueError(wrong)
    return frozenset(map(int, ids))


def _source(field: str, found: Mapping[str, GivenSetting]) -> str:
    """Return where a setting was set; what is given nowhere itself was read from the token's file."""
    one = found.get(name_of(field))
    return one.where if one else name_of("token_file")


def _names() -> list[str]:
    return [name_of(field) for field in Settings.model_fields]


def _settings(found: Mapping[str, GivenSetting]) -> Settings:
    values = {name.removeprefix(PREFIX).lower(): one.value for name, one in found.items()}
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        problems = error.errors(include_input=False)
        raise SettingsError("; ".join(_explain(problem, found) for problem in problems)) from None


def _explain(problem: ErrorDetails, found: Mapping[str, GivenSetting]) -> str:
    said = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return said
    setting = str(problem["loc"][0])
    name, field = name_of(setting), Settings.model_fields[setting]
    if problem["type"] != "value_error":
        said = f"should be {_allowed(field)}"
    one = found.get(name, GivenSetting("", name_of("token_file")))
    said = f"{name} in {one.where} {said}"
    shown = _LOGIN.sub("//...@", str(one.value))[:_SHOWN]
    return said if SecretStr in get_args(field.annotation) else f"{said}, not {shown!r}"


def _allowed(field: FieldInfo) -> str:
    """Return what a field may be, in words."""
    kinds = get_args(field.annotation) or (field.annotation,)
    if get_origin(field.annotation) is Literal:
        return "one of " + ", ".join(map(str, kinds))
    limits = {name: getattr(m, name) for m in field.metadata for name in _LIMITS if hasattr(m, name)}
    said = [f"{_LIMITS[name]} {limit}" for name, limit in limits.items()]
    kind = next((word for kind, word in _KINDS.items() if kind in kinds), "a text in quotation marks")
    return " ".join([kind, *said])
