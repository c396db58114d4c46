"""What the operator decided, read once into frozen settings; every name begins with ``BOT_``."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self, get_type_hints
from zoneinfo import ZoneInfo

from bot.basics.configured.setting import (
    NotAllowedError,
    Secret,
    allowed,
    is_secret,
    setting,
    spec_of,
    value_of,
)
from bot.basics.configured.sources import PREFIX, GivenSetting, given
from bot.basics.errors import SettingsError, told
from bot.basics.hours import Hours, zone_of
from bot.basics.index_address import IndexAddress
from bot.basics.limits import LIMITS, MEGABYTE, choose

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


def _user_ids(value: object) -> object:
    return _ids(value, r"\d+", "should be user ids, for example 1001, 1002")


def _chat_ids(value: object) -> object:
    return _ids(value, r"-?[1-9]\d*", "should be ids of people and chats, for example 1001, -100200300")


def _folders(value: str) -> str:
    if value and not value.strip(" ,/"):
        raise ValueError(
            "should be folders and tags with commas between; leave it empty to show all articles"
        )
    return value


def _place(value: str) -> str:
    if value and not _PLACE.fullmatch(value):
        raise ValueError("should be a chat's id, for example -1001234567890, or -1001234567890/7")
    return value


def _address(value: str) -> str:
    if value and not value.startswith(("http://", "https://")):
        raise ValueError("should begin with https://")
    return value


def _public_address(value: str) -> str:
    if value and not _PUBLIC.fullmatch(
        value
    ):  # Telegram refuses a message with a button that leads elsewhere
        raise ValueError("should be a public address, such as https://quoth.example")
    return value


def _webhook_secret(value: Secret) -> Secret:
    if value and not _WEBHOOK_SECRET.fullmatch(value.clear):
        raise ValueError("should be 1 to 256 of A-Z a-z 0-9 _ -")
    return value


def _keys(value: Secret) -> Secret:
    if value and not all(_KEY.fullmatch(key) for key in re.split(r"[,\s]+", value.clear)):
        raise ValueError("should be name:hash of each, as the command token prints it")
    return value


def _login(value: Secret) -> Secret:
    if value and not all(value.clear.partition(":")):
        raise ValueError("should be name:password")
    return value


def _at_home(value: Path) -> Path:
    return value.expanduser()


def _token(value: Secret) -> Secret:
    token = value.clear.strip()
    if token and not _TOKEN.fullmatch(token):
        raise ValueError("should look like 123456:ABC-DEF, as @BotFather gave it")
    return Secret(token)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator decides. Frozen; the token shows neither in ``repr`` nor in errors.

    The descriptions are what people read in ``quoth settings`` and in docs/settings.md.
    """

    token: Secret | None = setting(None, check=_token, description="the bot's token, from @BotFather")
    token_file: Path | None = setting(
        None, check=_at_home, description="a file that holds the token, instead of `BOT_TOKEN`"
    )
    webhook_url: str = setting(
        "", check=_address, description="the public address for updates; without it the bot polls"
    )
    webhook_secret: Secret | None = setting(
        None,
        check=_webhook_secret,
        description="what Telegram sends with each update; made up where it is empty",
    )
    webhook_listen: Listen = setting(
        Listen("127.0.0.1", 8080), description="where your proxy finds the bot: `host:port` or `unix:/path`"
    )
    api_timeout_seconds: float = setting(15, gt=0, description="how long to wait for the Bot API")
    api_base_url: str = setting(
        "https://api.telegram.org/bot",
        check=_address,
        description="another Bot API server; the token follows the address",
    )
    api_base_file_url: str = setting(
        "https://api.telegram.org/file/bot", check=_address, description="the same for downloads"
    )

    corpus: Path = setting(Path("corpus"), check=_at_home, description="the folder of articles")
    maintainers: frozenset[int] = setting(
        frozenset(),
        read=_user_ids,
        description="user ids that may change the corpus, with commas or blanks between",
    )
    allowed: frozenset[int] = setting(
        frozenset(),
        read=_chat_ids,
        description="ids of people and chats that are served; everybody if empty, until `/allow` changes it",
    )
    scope: str = setting(
        "",
        check=_folders,
        description="folders and tags (`tag:NAME`), with commas between: what chats without a `/scope` see",
    )
    hand_over: str = setting(
        "",
        check=_place,
        description="id of the chat where maintainers get refused questions that askers hand over, with"
        " `/` and a topic's id behind it; nobody can where it is empty",
    )
    watch: bool = setting(
        False, description="reload when files of the corpus change, as `serve --watch` does"
    )
    kept_editions: int = setting(
        LIMITS.editions.kept, ge=1, le=1000, description="how many editions can be gone back to"
    )

    old_after_days: int = setting(
        365,
        ge=0,
        description="how old, in days, the newest source of an answer is where its age is told; 0 for never",
    )
    corrections: bool = setting(
        True, description="tell chats, once, when a quote that they have received changes"
    )
    refresh_hours: int = setting(
        0,
        ge=0,
        le=24 * 366,
        description="hours between two looks at the page that an article names as its `url`; 0: no looks",
    )
    follow_hours: int = setting(
        24, ge=1, le=24 * 366, description="hours between two looks at a feed or a site map that is followed"
    )
    quiet_hours: Hours = setting(
        Hours.parse("22:00-07:00"),
        description="when maintainers are told nothing unasked, or `off`; each may choose others",
    )
    time_zone: ZoneInfo = setting(
        ZoneInfo("UTC"), description="the time zone of hours and times, such as `Europe/Berlin`"
    )
    index: IndexAddress | None = setting(
        None,
        description="an OpenSearch index to answer from instead of the folder:"
        " `opensearch://host:9200,other:9200/name`, `opensearchs://` for TLS",
    )
    index_login: Secret | None = setting(
        None, check=_login, description="name and password there, as `name:password`"
    )
    index_ca: Path | None = setting(
        None,
        check=_at_home,
        description="a file with the certificates to trust there, instead of the system's",
    )
    index_seconds: float = setting(
        5, gt=0, le=60, description="how long one node may take, before another one is asked"
    )
    index_copies: int = setting(
        1, ge=0, le=10, description="how many further nodes hold each part of the index that `index` writes"
    )

    max_file_mb: int = setting(
        LIMITS.files.one // MEGABYTE,
        ge=1,
        le=LIMITS.files.many // MEGABYTE,
        description="megabytes of a file with one article; Telegram hands bots no larger ones than 20",
    )
    fetch_seconds: float = setting(
        LIMITS.fetching.seconds, gt=0, le=600, description="how long an address given to `/add` may take"
    )
    parse_seconds: int = setting(
        LIMITS.children.seconds,
        ge=1,
        le=600,
        description="seconds of the processor for each file of a library's format, and some for its size",
    )

    user_questions_per_minute: int = setting(
        LIMITS.asking.user_a_minute, ge=1, description="what one person may ask"
    )
    chat_questions_per_minute: int = setting(
        LIMITS.asking.chat_a_minute, ge=1, description="what one group may ask"
    )
    presses_per_minute: int = setting(
        LIMITS.asking.presses_a_minute, ge=1, description="buttons that one person may press"
    )
    inline_per_minute: int = setting(
        LIMITS.asking.inline_a_minute, ge=1, description="inline queries that one person may send"
    )
    group_backlog_minutes: int = setting(
        5, ge=1, description="older questions in groups are skipped after a pause"
    )
    edit_minutes: int = setting(10, ge=0, description="how long an edited question edits its answer")
    kept_days: int = setting(
        90, ge=1, description="how long answers, feedback and unanswered questions are kept"
    )

    web_listen: Listen | None = setting(
        None, description="where the page to read on is served; nowhere if empty, but for `web`"
    )
    web_url: str = setting(
        "",
        check=_public_address,
        description="the page's public address; answers get a button that leads to it",
    )
    web_behind_proxy: bool = setting(
        False, description="believe `X-Forwarded-For`; only where nobody but the proxy reaches the port"
    )
    web_maintainers: Secret | None = setting(
        None,
        check=_keys,
        description="who may maintain on the page: `name:hash` of each, as `token NAME` prints it",
    )
    web_assistants: bool = setting(
        False, description="offer the tools for assistants (MCP) beside the page, at `/mcp`"
    )
    web_questions_per_minute: int = setting(
        LIMITS.asking.web_a_minute, ge=1, description="what one address may ask on the page"
    )

    meaning: bool = setting(
        True, description="find by meaning too, where there is an encoder; else by words alone"
    )
    meaning_folder: Path | None = setting(
        None,
        check=_at_home,
        description="a folder with `model.onnx` and `tokenizer.json`, instead of the packaged encoder",
    )
    meaning_url: str = setting(
        "",
        check=_address,
        description="a server that encodes (`/v1/embeddings`); **articles and questions are sent to it**",
    )
    meaning_model: str = setting("", description="the model to ask that server for")
    meaning_key: Secret | None = setting(None, description="that server's key")
    meaning_question_prefix: str = setting(
        "", description="put before questions, where its model wants that, as `query:`"
    )
    meaning_passage_prefix: str = setting("", description="put before sentences, as `passage:`")

    data: Path = setting(Path("data"), check=_at_home, description="the folder of the bot's own database")
    health_listen: Listen | None = setting(
        None, description="where `/health` and `/metrics` (Prometheus) are served; nowhere if empty"
    )
    error_chat: int | None = setting(None, description="the id of a chat for reports of errors")
    log_format: Literal["auto", "human", "json"] = setting(
        "auto", description="`human`, `json`, or `auto`: human on a terminal, else json"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = setting(
        "INFO", description="`DEBUG`, `INFO`, `WARNING` or `ERROR`"
    )
    workers: int = setting(
        1,
        ge=1,
        le=LIMITS.workers.most,
        description="processes that think about questions, one for each core; with 1 the bot does so itself",
    )
    in_flight: int = setting(256, ge=1, le=4096, description="updates that are worked on at once")

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return the settings with these values by their fields' names. Raises SettingsError."""
        return cls(
            **_values({name_of(field): GivenSetting(value, "the call") for field, value in values.items()})
        )

    def __post_init__(self) -> None:
        """Refuse what does not go together. Raises SettingsError."""
        secret = self.token.clear.partition(":")[2] if self.token else ""
        if secret and len(secret) < _SHORTEST_SECRET and "api.telegram.org" in self.api_base_url:
            raise SettingsError("BOT_TOKEN is too short, perhaps an example; @BotFather gives you yours")
        if self.index and self.scope:
            raise SettingsError("BOT_SCOPE is for a folder of articles: chats would see nothing of BOT_INDEX")
        if self.index and self.index_login and not self.index.is_private:
            raise SettingsError("BOT_INDEX would send the password in the clear; use opensearchs://")

    @property
    def secrets(self) -> tuple[str, ...]:
        """All that nobody may read, in the clear."""
        values = (getattr(self, field.name) for field in fields(self))
        hidden = [value.clear for value in values if isinstance(value, Secret)]
        password = self.index_login.clear.partition(":")[2] if self.index_login else ""
        return (*hidden, password) if len(password) >= _SHORTEST_PASSWORD else tuple(hidden)

    @property
    def required_token(self) -> str:
        """The token in the clear. Raises SettingsError that says what to set."""
        if self.token is None:
            raise SettingsError("Set BOT_TOKEN (or BOT_TOKEN_FILE) to the token that @BotFather gave you.")
        return self.token.clear


_READERS: Mapping[object, Callable[[str], object]] = {
    Listen: Listen.parse,
    Hours: Hours.parse,
    ZoneInfo: zone_of,
    IndexAddress: IndexAddress.parse,
}

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
    settings = _settings(given(setting_names(), config))
    choose(settings.max_file_mb * MEGABYTE, settings.fetch_seconds, settings.parse_seconds)
    return settings


def shown_settings(config: Path | None = None) -> list[ShownSetting]:
    """Return every setting as it holds now, a section after the other. Raises SettingsError."""
    found = given(setting_names(), config)
    settings, section, shown = _settings(found), "", []
    for field in fields(Settings):
        name, value, default = name_of(field.name), getattr(settings, field.name), as_text(field.default)
        section = SECTIONS.get(field.name, section)
        said = HIDDEN if isinstance(value, Secret) else as_text(value)
        source = _source(name, found) if name in found or value != field.default else "default"
        shown.append(ShownSetting(name, section, said, source, default, spec_of(field).description))
    return shown


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


def _source(name: str, found: Mapping[str, GivenSetting]) -> str:
    """Return where a setting was set; what is given nowhere itself was read from the token's file."""
    one = found.get(name)
    return one.where if one else name_of("token_file")


def setting_names() -> list[str]:
    """Return the names of all settings as people write them."""
    return [name_of(field.name) for field in fields(Settings)]


@cache
def _kinds() -> dict[str, Any]:
    return get_type_hints(Settings)


def _settings(found: Mapping[str, GivenSetting]) -> Settings:
    return Settings(**_values(found))


def _values(found: Mapping[str, GivenSetting]) -> dict[str, Any]:
    """Return what is given, by the names of the fields. Raises SettingsError that tells all that is wrong."""
    found, values, problems = _with_token(found), dict[str, Any](), list[str]()
    for field in fields(Settings):
        one, kind, spec = found.get(name_of(field.name)), _kinds()[field.name], spec_of(field)
        if one is None:
            continue
        try:
            values[field.name] = value_of(one.value, kind, spec, _READERS)
        except NotAllowedError:
            problems.append(_explained(field.name, one, f"should be {allowed(kind, spec)}"))
        except ValueError as error:
            problems.append(_explained(field.name, one, str(error)))
    if problems:
        raise SettingsError("; ".join(problems))
    return values


def _with_token(found: Mapping[str, GivenSetting]) -> Mapping[str, GivenSetting]:
    """Return the settings with what the token's file holds. Raises SettingsError."""
    name, named = name_of("token"), found.get(name_of("token_file"))
    if not named or name in found:
        return found
    try:
        token = Path(str(named.value)).expanduser().read_text("utf-8").strip()
    except OSError as error:
        raise SettingsError(f"BOT_TOKEN_FILE: {named.value} cannot be read: {told(error)}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"BOT_TOKEN_FILE: {named.value} is no text") from None
    return {**found, name: GivenSetting(token, name_of("token_file"))}


def _explained(field: str, one: GivenSetting, wrong: str) -> str:
    said = f"{name_of(field)} in {one.where} {wrong}"
    shown = _LOGIN.sub("//...@", str(one.value))[:_SHOWN]
    return said if is_secret(_kinds()[field]) else f"{said}, not {shown!r}"
