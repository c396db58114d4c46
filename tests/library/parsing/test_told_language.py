"""Which language a text is taken to be in."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.parsing.told_language import detect_language

TEXTS = [
    ("en", "The river rose by two metres overnight, and the lower town was cut off until noon."),
    ("en", "Mayor Dulatov told the council of Kostanay that the bridge to Qarabalyq was closed."),
    ("ru", "За ночь река поднялась на два метра, и нижний город был отрезан до полудня."),
    ("ru", "Аким Қостаная Ерлан Дулатов сообщил, что мост закрыт до весны и объезд займёт два часа."),
    ("kk", "Түнде өзен екі метрге көтеріліп, төменгі қала түске дейін байланыссыз қалды."),
    ("kk", "Tünde özen eki metrge köterilip, tömengi qala tüske deiin bailanyssyz qaldy."),
    ("kk", "Men mektepke baramyn jäne kitap oqimyn, biraq bügin sabaq bolmaidy."),
    ("kk", "Базар ертен ашылады, азык-тулик арзан болады деп айтты."),
    ("kk", "Олар таулы ауылда турады."),
    ("ky", "Түндө дарыя эки метрге көтөрүлүп, төмөнкү шаар түшкө чейин байланышсыз калды."),
    ("uz", "Kechasi daryo ikki metrga ko'tarildi va quyi shahar tushgacha aloqasiz qoldi."),
    ("uk", "За ніч річка піднялася на два метри, і нижнє місто було відрізане до полудня."),
    ("tr", "Gece boyunca nehir iki metre yükseldi ve aşağı kasaba öğlene kadar ulaşılamadı."),
    ("de", "In der Nacht stieg der Fluss um zwei Meter, und die Unterstadt war bis Mittag abgeschnitten."),
    ("he", "הַמַּעְבֹּרֶת יוֹצֵאת מִן הָרָצִיף בְּשָׁעָה שְׁמוֹנֶה בַּבֹּקֶר."),
    ("fr", "Pendant la nuit, la rivière est montée de deux mètres et la ville basse a été isolée."),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_paragraph_tells_its_language(language: str, text: str) -> None:
    assert detect_language(text) == language
    assert detect_language(text.upper()) == language


@pytest.mark.parametrize("text", ["", " \n", "12 345", "!!!", "Baku", "Да."])
def test_too_little_text_tells_nothing(text: str) -> None:
    assert detect_language(text) == ""


@given(st.text())
def test_every_text_gives_two_letters_or_none(text: str) -> None:
    assert len(detect_language(text)) in (0, 2)


def test_common_languages_do_not_load_the_model() -> None:
    """The model takes about a second to load, which a start on such articles need not pay."""
    texts = [text for language, text in TEXTS if language in ("en", "ru", "kk", "uk")]
    program = (
        "import sys; from bot.library.parsing.told_language import detect_language\n"
        f"for text in {texts!r}: detect_language(text)\n"
        "sys.exit('py3langid' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own interpreter
