"""Markdown as it is written for sites of documentation and wikis: only what stands on the page is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.nouns import Article, BlockKind
from bot.core.reading.passages import passages
from bot.library.formats.registry import parse_file

SAID = "Only the keeper opens the sluice of the lower pond."


def read(text: str, file: str = "mill.md") -> Article:
    [reading] = parse_file(file, text.encode()).readings
    return reading.article


def quotable(article: Article) -> list[str]:
    return [sentence.of(article.text) for passage in passages(article) for sentence in passage.sentences]


@pytest.mark.parametrize(
    "text",
    [
        '{% hint style="info" %}\n{said}\n{% endhint %}',
        "{{% notice tip %}}\n{said}\n{{% /notice %}}",
        "{{< callout >}}{said}{{< /callout >}}",
        '!!! warning ""\n    {said}\n',
        "???+ tip\n\n    {said}\n",
        ":::danger\n{said}\n:::",
        ":::{note}\n{said}\n:::",
        "> [!IMPORTANT]\n> {said}",
        "```{attention}\n:class: wide\n\n{said}\n```",
        "```{figure} sluice.png\n:alt: A sluice\n\n{said}\n```",
        "import Tabs from '@theme/Tabs';\nexport const year = 1921;\n\n{said}",
        "<Tabs list={[{a: 1}]}>\n\n{said}\n\n</Tabs>",
        '<Listing number="3" caption="A `List<Gate>` of gates">\n\n{said}\n\n</Listing>',
        "{said}\n{: .lead #sluice}",
        "{said} {.lead}",
        "[TOC]\n\n[[_toc_]]\n\n{% include toc.html %}\n\n--8<-- 'gates.md'\n\n{said}",
        "{% comment %}\nNobody reads this sentence here.\n{% endcomment %}\n{said}",
        "%% Nobody reads this sentence here. %%\n\n{/* Nor does anybody read this. */}\n\n{said}",
        "The keeper of the pond\n: {said}",
        "```{toctree}\nNobody reads this sentence here.\n```\n\n{said}",
    ],
)
def test_what_only_a_tool_is_told_is_not_read(text: str) -> None:
    assert quotable(read(text.replace("{said}", SAID))) == [SAID]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Turn the [[Gate house|small gate]] twice a day.", "Turn the small gate twice a day."),
        ("Turn the [[Gate]] twice a day.", "Turn the Gate twice a day."),
        ("Turn the ==small== gate twice a day.^[Not in frost.]", "Turn the small gate twice a day."),
        ("Turn the [small]{.caps} gate twice a day.", "Turn the small gate twice a day."),
        ("Press {kbd}`Ctrl` and see {ref}`the gate <gate>` twice.", "Press Ctrl and see the gate twice."),
        ("Turn [the gate]({{ site.url }}/gate) twice a day.", "Turn the gate twice a day."),
        ("Turn [the gate](gate.md){target=_blank} twice a day.", "Turn the gate twice a day."),
        ("It floods 30 km^2^ of meadow every year.", "It floods 30 km² of meadow every year."),
        ("Write `{{ gate }}` or `[[gate]]` on the door.", "Write {{ gate }} or [[gate]] on the door."),
    ],
)
def test_a_sign_between_the_words_is_read_as_it_is_shown(written: str, read_as: str) -> None:
    assert quotable(read(written)) == [read_as]


@pytest.mark.parametrize(
    "written",
    [
        "The wheel turns {{ site.speed }} times a minute.",
        "The wheel turns\n{{ site.speed }}\ntimes a minute.",
        "The wheel was built in {{< param year >}} by a miller.",
        "The wheel is shown in {numref}`wheel` on the left.",
    ],
)
def test_a_sentence_with_a_value_that_only_the_tool_knows_is_not_quoted(written: str) -> None:
    assert quotable(read(f"{written} {SAID}")) == [SAID]


def test_an_expression_is_a_value_in_mdx_alone() -> None:
    text = f"The wheel turns {{speed}} times a minute. {SAID}"
    assert (quotable(read(text, "mill.mdx"))[0], len(quotable(read(text)))) == (SAID, 2)


def test_the_source_of_a_page_says_its_title_and_leaves_holes() -> None:
    front = "---\ntitle: The mill\nlayout: page\n---\n"
    said = "The mill was built by a miller whose name stands on the door of the lower house."
    page = f"<p>It turns {{{{ speed }}}} times a minute. {SAID}</p><p>{said}</p>{{% include foot.html %}}"
    article = read(front + page, "mill.html")
    assert (article.title, quotable(article)) == ("The mill", [SAID, said])
    [refused] = parse_file("mill.html", f"---\ndraft: true\n---\n{page}".encode()).remarks
    assert "draft" in refused.reason


def test_the_title_of_a_notice_stands_above_it() -> None:
    for opened in (
        '!!! note "In a frost"\n    ',
        ":::note[In a frost]\n",
        "::: tip In a frost\n",
        '=== "In a frost"\n\n    ',
    ):
        assert read(f"# The mill\n\n{opened}{SAID}\n").text.split("\n\n")[1:] == ["In a frost", SAID]


def test_the_title_of_a_notice_is_no_section_of_what_follows() -> None:
    article = read(
        f"# The mill\n\n:::note[In a frost]\n{SAID}\n:::\n\nThe lease\n: It ends after nine years.\n\n{SAID}"
    )
    named = {section.of(article.text) for passage in passages(article) for section in passage.sections}
    assert named == {"The mill"}
    assert "It ends after nine years." in quotable(article)


def test_a_program_is_kept_but_not_a_line_that_stands_for_another_file() -> None:
    first = "```sh\ngate --open 3\n{{#include gates.sh}}\n```"
    article = read(f"{SAID}\n\n{first}\n\n```sh\n--8<-- 'gates.sh'\n```\n")
    programs = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.CODE]
    assert programs == ["gate --open 3"]


WORDS = st.lists(
    st.sampled_from(["mill", "wheel", "[gate](gate.md)", "`axle`", "**pond**"]), min_size=3, max_size=30
)


@given(WORDS, st.integers(60, 90))
def test_every_paragraph_is_one_line_whose_lines_an_editor_broke(words: list[str], width: int) -> None:
    lines = ["The"]
    for word in [*words, "stood", "there."]:
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    assert "\n" not in read("\n".join(lines)).text or max(map(len, lines)) < 50


@given(st.text("{}<>[]|^=:.a \n", max_size=80))
def test_no_text_in_braces_or_brackets_takes_what_follows_with_it(text: str) -> None:
    assert SAID in read(f"{text}\n\n{SAID}\n").text
