"""Options that several commands take."""

import argparse
from pathlib import Path
from typing import TypeAlias

CommandParsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name


def corpus_option(parser: argparse.ArgumentParser) -> None:
    """Take the folder of articles, and what goes with reading it."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the folder of articles (default: BOT_CORPUS or corpus)"
    )
    which.add_argument("--samples", action="store_true", help="take the sample articles that come with Quoth")
    config_option(parser)
    colour_option(parser)
    quiet_option(parser)


def config_option(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    """Take the settings file, before the command and behind it; neither undoes the other."""
    parser.add_argument(
        "--config",
        type=Path,
        default=default,
        metavar="FILE",
        help="the settings file (default: QUOTH_CONFIG or quoth.toml)",
    )


def colour_option(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    """Take whether the output has colours, before the command and behind it."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default=default,
        help="colours (auto: on a terminal, unless NO_COLOR is set)",
    )


def quiet_option(parser: argparse.ArgumentParser) -> None:
    """Let the progress be hidden."""
    parser.add_argument("--quiet", action="store_true", help="show no progress")


def links_option(parser: argparse.ArgumentParser) -> None:
    """Take which addresses are written out."""
    parser.add_argument(
        "--links",
        choices=("plain", "full"),
        default="plain",
        help="addresses of articles (plain) or of the very sentences (full), where titles cannot be links",
    )
