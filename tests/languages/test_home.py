"""All that is known of a language stands in the room of languages."""

import ast
import re
from pathlib import Path

import pytest

BOT = Path(__file__).parents[2] / "bot"
MODULES = sorted(
    str(path.relative_to(BOT)) for path in BOT.rglob("*.py") if path.relative_to(BOT).parts[0] != "languages"
)
FOREIGN = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u04ff]")
"""Letters that English is not written with: accented Latin, umlauts, Cyrillic."""
CERTAIN = re.compile(r"if .*\blanguage (?:(?:==|!=) [\"']\w|(?:not )?in [{(\[])")
EXCUSED = {
    "basics/needles.py": "the dotless i, which patterns that ignore case take for an i",
    "library/parsing/told_language.py": "the range of all Cyrillic letters",
    "core/words/terms.py": "the Cyrillic vowel whose breve makes another letter of it",
    "core/words/tokens.py": "a range of combining marks",
    "core/reading/shape.py": "letters from a to z in either alphabet",
    "core/reading/speech.py": "letters from a to z in either alphabet",
}
"""Files in which such letters may stand, and why."""


@pytest.mark.parametrize("module", [module for module in MODULES if module not in EXCUSED])
def test_no_words_of_another_language_stand_outside_of_the_languages(module: str) -> None:
    tree = ast.parse((BOT / module).read_text(encoding="utf-8"))
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    said = [str(node.value) for node in texts if id(node) not in documents]
    assert [text for text in said if FOREIGN.search(text)] == []


@pytest.mark.parametrize("module", MODULES)
def test_no_rule_asks_for_a_certain_language(module: str) -> None:
    assert CERTAIN.findall((BOT / module).read_text(encoding="utf-8")) == []
