"""What is said of a cluster behind TLS and a password: for each fault the line that tells what to do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.basics.errors import SettingsError
from bot.basics.index_address import IndexAddress
from bot.basics.settings import Settings
from bot.library.indexed.cluster import Cluster, IndexTroubleError
from tests.library.indexed.guarded import LOGIN, Authority, guarded

HERE = "127.0.0.1"


@pytest.fixture
def ours(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def cluster(port: int, ca: Path, scheme: str = "opensearchs", login: str = LOGIN) -> Cluster:
    address = IndexAddress.parse(f"{scheme}://{HERE}:{port}/articles")
    return Cluster(
        Settings(index=address, index_ca=ca, index_login=SecretStr(login), index_seconds=20), address
    )


def line(port: int, ca: Path, scheme: str = "opensearchs", login: str = LOGIN) -> str:
    with pytest.raises(IndexTroubleError) as raised:
        cluster(port, ca, scheme, login).serving()
    assert "\n" not in str(raised.value)
    assert "tr0mbone" not in str(raised.value)
    return str(raised.value)


def test_who_has_the_name_and_password_and_believes_the_certificate_is_let_in(ours: Authority) -> None:
    with guarded(ours.issue(HERE)) as port:
        assert cluster(port, ours.file).serving() == ""
        assert "BOT_INDEX_LOGIN" in line(port, ours.file, login="reader:tr0mbone-78")


@pytest.mark.parametrize(
    ("certificate", "why"),
    [
        (lambda ours: Authority(ours.file.parent, "strangers").issue(HERE), "unable to get local issuer"),
        (lambda ours: ours.issue(HERE, datetime.now(UTC) - timedelta(2)), "has expired"),
        (lambda ours: ours.issue("index.example"), "not valid for '127.0.0.1'"),
    ],
    ids=["of another authority", "expired", "of another host"],
)
def test_a_certificate_that_is_not_believed_is_said_with_the_reason(
    certificate: Callable[[Authority], Path], why: str, ours: Authority
) -> None:
    with guarded(certificate(ours)) as port:
        said = line(port, ours.file)
        assert why in said
        assert "look at BOT_INDEX_CA, or have it renewed" in said


def test_encryption_on_one_side_alone_is_said(ours: Authority) -> None:
    with guarded(None) as port:
        assert "does not speak TLS: BOT_INDEX should begin with opensearch://" in line(port, ours.file)
    with guarded(ours.issue(HERE)) as port:
        assert "BOT_INDEX should begin with opensearchs://" in line(port, ours.file, scheme="opensearch")


@pytest.mark.parametrize("holds", [None, "no certificate"])
def test_a_file_without_certificates_is_said(holds: str | None, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    if holds:
        file.write_text(holds)
    with pytest.raises(SettingsError, match="BOT_INDEX_CA: no certificates can be read from"):
        cluster(1, file)
