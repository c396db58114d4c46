"""What runs Quoth on a server names settings and commands that there are, and lets it end in its own time."""

import re
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import yaml

from bot.basics.limits import LIMITS
from bot.basics.settings import Settings, name_of

ROOT = Path(__file__).parent.parent
SETTINGS = {name_of(field) for field in Settings.model_fields} | {"QUOTH_CONFIG", "XDG_CACHE_HOME"}
LONGEST_STOP = 10.0
"""Seconds in which SIGTERM is answered."""


class Unit(RawConfigParser):
    """A unit of systemd, in which a name may stand several times: their values are joined by lines."""

    def __init__(self) -> None:
        super().__init__(strict=False, delimiters=("=",), comment_prefixes=("#",))
        text = (ROOT / "deploy/quoth.service").read_text("utf-8")
        self.environment = re.findall(r"^Environment=(\w+)=(\S+)$", text, re.MULTILINE)
        self.read_string(text)

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def service() -> dict[str, Any]:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return dict(compose["services"]["quoth"])


def seconds(text: str) -> float:
    return float(text.removesuffix("s"))


def test_the_bot_ends_within_ten_seconds_and_nobody_kills_it_before() -> None:
    assert LIMITS.waiting.stop + LIMITS.waiting.last_poll < LONGEST_STOP
    assert seconds(service()["stop_grace_period"]) > LONGEST_STOP
    assert seconds(Unit()["Service"]["TimeoutStopSec"]) > LONGEST_STOP


def test_every_setting_that_is_named_exists() -> None:
    example = re.findall(r"^#?(\w+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    named = {*example, *service()["environment"], *(name for name, _ in Unit().environment)}
    assert len(named) > 5
    assert named - SETTINGS == set()


def test_the_example_holds_no_secret_and_the_services_take_theirs_from_outside() -> None:
    assert re.search(r"^BOT_TOKEN=$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)
    assert service()["env_file"] == ".env"
    assert ("BOT_TOKEN_FILE", "%d/token") in Unit().environment


def test_the_services_can_write_where_the_bot_writes_and_nowhere_else() -> None:
    volumes = {volume.partition(":")[2] for volume in service()["volumes"]}
    assert volumes == {service()["environment"][name] for name in ("BOT_CORPUS", "BOT_DATA")}
    assert service()["read_only"] is True
    unit = Unit()
    state = {f"/var/lib/{folder}" for folder in unit["Service"]["StateDirectory"].split()}
    folders = dict(unit.environment)
    assert {folders["BOT_CORPUS"], folders["BOT_DATA"]} <= state
    assert unit["Service"]["ProtectSystem"] == "strict"
    assert unit["Service"]["DynamicUser"] == "yes"


def test_the_image_says_its_version() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    version = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    assert version
    assert f'image.version="{version[1]}"' in (ROOT / "Dockerfile").read_text("utf-8")
