"""Values for all settings that are secrets, and where something tells one of them."""

from base64 import b64encode
from pathlib import Path

from bot.basics.settings import Settings
from bot.web.http.sessions import hash_of, new_token
from tests.fake_telegram import TOKEN

PAGE_TOKEN = new_token()
"""What a maintainer enters the page with; of it only the hash is in the settings."""
GIVEN = {
    "token": TOKEN,
    "webhook_secret": "WebhookSecretOfTheStories",
    "meaning_key": "EndpointKeyOfTheStories",
    "index_login": "reader:IndexPasswordOfTheStories",
    "web_maintainers": f"aya:{hash_of(PAGE_TOKEN)}",
}
"""A value for each setting that is a secret."""
SENT_AS = b64encode(GIVEN["index_login"].encode()).decode()
"""How the name and the password of the index are sent (RFC 7617)."""


def secret_fields() -> list[str]:
    return [name for name, info in Settings.model_fields.items() if "SecretStr" in str(info.annotation)]


def kept(folder: Path) -> str:
    """Return all bytes of all files of a folder, and their names."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return "\n".join(f"{path} {path.read_bytes().decode('latin-1')}" for path in files)


def told_of(written: dict[str, str], *others: str) -> list[tuple[str, str]]:
    """Return where something tells a secret, and which."""
    hidden = [GIVEN[field].partition(":")[2] or GIVEN[field] for field in secret_fields()]
    hidden += [PAGE_TOKEN, SENT_AS, *others]
    return [(name, secret) for name, text in written.items() for secret in hidden if secret in text]
