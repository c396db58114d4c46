import codecs
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.library.parsing.decoding import decode, tidy

RUSSIAN = "Мост через гавань открыли во вторник утром. По нему прошли четыре тысячи человек."
TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Mn"]), min_size=1)


@given(TEXTS.filter(lambda text: text.strip() != ""))
def test_every_text_in_a_unicode_encoding_with_a_mark_is_read(text: str) -> None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ):
        with suppress(ArticleError):  # replacement characters and the like
            assert decode(mark + text.encode(encoding)) == tidy(text)


@given(st.binary())
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\xd8")
@example(b"\x00")
def test_every_run_of_bytes_is_decoded_or_refused(data: bytes) -> None:
    with suppress(ArticleError):
        assert decode(data).strip()


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    with suppress(ArticleError):
        assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-32",
        "utf-16-le",
        "utf-16-be",
        "cp1251",
        "koi8-r",
        "cp866",
        "iso8859-5",
    ],
)
def test_russian_is_read_in_every_encoding_that_occurs(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café’s owner said: “We paid £400 for it.”", "cp1252"),
        ("Most nad portem został otwarty we wtorek, zażółć gęślą jaźń.", "cp1250"),
        ("Où est l’hôtel ? À côté du château, déjà vu ; on paie 20 € là-bas.", "cp1252"),
        ("Köprü salı günü açıldı; ışık çok güçlüydü.", "cp1254"),
        ("港口大桥于周二上午开通，约四千人步行通过。", "gb18030"),
    ],
)
def test_other_legacy_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_believed_where_utf_8_does_not_fit() -> None:
    assert decode("Жіңішке көпір".encode("kz1048"), "kz1048") == "Жіңішке көпір"
    assert decode("Жіңішке көпір".encode(), "kz1048") == "Жіңішке көпір"
    assert decode(RUSSIAN.encode("cp1251"), "no-such-encoding") == RUSSIAN


def test_line_breaks_tabs_and_composed_letters_are_made_uniform() -> None:
    assert decode("a\r\nb\rc\u2028d\te\x0cи\u0306".encode()) == "a\nb\nc\nd e\nй"


def test_what_cannot_be_seen_is_left_out_but_joiners_and_blanks_stay() -> None:
    assert tidy("a\ufeffb\u00adc\u200bd\u202ee") == "abcde"
    assert tidy("می\u200cخواهم\u00a0👨\u200d👩") == "می\u200cخواهم\u00a0👨\u200d👩"


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", "binary"),
        (b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (bytes(range(128, 256)) * 9, "encoding is not known"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, part: str) -> None:
    with pytest.raises(ArticleError, match=part):
        decode(data)


def test_a_letter_under_a_mountain_of_marks_is_refused() -> None:
    with pytest.raises(ArticleError, match="combining marks"):
        tidy("a" + "\u0301\u0316" * 100_000)
    assert tidy("—" * 100) == "—" * 100
