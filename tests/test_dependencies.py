"""Nothing is installed that is not pinned, and nothing under a licence that Quoth's own does not go with."""

from pathlib import Path

from tests.dependencies import GIVEN_FREELY, installed, licence_of, name_of

CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
ALL = installed("quoth", frozenset({"dev", "train"}))
SERVING = installed("quoth", frozenset({"train"}))


def test_all_that_is_installed_is_pinned_also_what_libraries_ask_for() -> None:
    pinned = {name_of(line.partition("==")[0]) for line in CONSTRAINTS.read_text("utf-8").splitlines()}
    assert len(ALL) > 50
    assert set(ALL) - pinned == {"quoth"}


def test_every_pin_is_the_version_that_is_installed() -> None:
    pins = dict(line.split("==") for line in CONSTRAINTS.read_text("utf-8").splitlines())
    versions = {name: ALL[name_of(name)].version for name in pins if name_of(name) in ALL}
    assert {name: version for name, version in versions.items() if version != pins[name]} == {}


def test_every_licence_goes_with_ours() -> None:
    unlike = {name: licence_of(found) for name, found in SERVING.items()}
    assert {name: words for name, words in unlike.items() if not GIVEN_FREELY.search(words)} == {}
