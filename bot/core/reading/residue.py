"""What a page carries besides its text: navigation, captions, bylines, banners and footers.

Two tiers, because a wrong deletion loses prose: a line without the shape of a sentence is dropped on a loose
match (LABEL), a paragraph that reads like a sentence only on a narrow one (BOILERPLATE).
"""

import re

from bot.core.reading import furniture
from bot.core.reading.furniture import word_set
from bot.core.reading.shape import CLOSERS, ends_sentence, word_count

_LONGEST = 1000
"""No residue is longer, in characters; keeps the patterns off huge lines."""

_DATE_WORDS = word_set("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    am pm a.m p.m gmt utc bst cet est edt et pst msk zulu z t at on of st nd rd th
    published updated update posted last modified edited created date time ago read today yesterday page
    hour hours hr hrs minute minutes min mins second seconds day days week weeks month months year years
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    понедельник вторник среда четверг пятница суббота воскресенье г год года в мск сегодня вчера назад
    час часа часов минут минуты минуту опубликовано обновлено изменено дата публикации время чтения стр из
    қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
    дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі жыл жылғы жылы ж бүгін кеше сағат минут
    бұрын жарияланды жаңартылды бет
    januar februar märz mai juni juli oktober dezember uhr stand
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre noviembre diciembre de del le
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık saat
""")

_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?|\d+")


def _matches(pattern: re.Pattern[str], text: str, most_words: int) -> bool:
    return len(text) <= _LONGEST and word_count(text) <= most_words and pattern.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Tell whether the line is nothing but a date, a time or numbers."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    if ends_sentence(text) and not any(token.isdigit() for token in tokens):
        return False
    return len(tokens) <= 20 and all(token.isdigit() or token in _DATE_WORDS for token in tokens)


def is_address(text: str) -> bool:
    """Tell whether the line is nothing but web or mail addresses or handles."""
    return len(text) <= _LONGEST and furniture.ADDRESS.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether the line is the name of an image file, or a caption or credit that says so itself."""
    if len(text) > _LONGEST or word_count(text) > 45:
        return False
    if furniture.MEDIA_FILE.fullmatch(text) or furniture.CREDIT.fullmatch(text):
        return True
    sourced = furniture.SOURCED.fullmatch(text)
    return bool(sourced and word_count(sourced[1]) <= 15 and not furniture.TENSED.search(sourced[1]))


def is_residue(text: str) -> bool:
    """Tell whether the line belongs to the page and not to its text."""
    if len(text) > _LONGEST:
        return False
    if is_address(text) or is_credit(text) or is_date(text):
        return True
    if _matches(furniture.BYLINE, text, 45) or _matches(furniture.REFERENCE, text, 45):
        return True
    count = word_count(text)
    shapeless = count <= 1 or text.endswith(("…", "...")) or not ends_sentence(text)
    if shapeless and (_matches(furniture.LABEL, text.rstrip(" :.!»>→▼▾"), 25) or is_related_label(text)):
        return True
    return is_boilerplate(text)


def is_boilerplate(text: str) -> bool:
    """Tell whether a text with the shape of a sentence speaks for the site: subscribe, all rights."""
    count = word_count(text) if len(text) <= _LONGEST else _LONGEST
    if furniture.TAIL.fullmatch(text):
        return True
    found = furniture.BOILERPLATE.match(text) if count <= 30 else None
    return bool(found or (count <= 80 and furniture.BANNER.match(text)))


def is_note(text: str) -> bool:
    """Tell whether the line speaks about the text itself: an editor's note, where the text comes from."""
    return _matches(furniture.NOTE, furniture.HEAD.sub("", text), 80)


def is_attribution(text: str) -> bool:
    """Tell whether the line only names whose words follow ("According to the newspaper:")."""
    return _matches(furniture.ATTRIBUTION, text.rstrip('"”» '), 20)


def is_related_label(text: str) -> bool:
    """Tell whether the line heads a list of other pages."""
    return not ends_sentence(text) and _matches(furniture.RELATED, text, 6)


def is_comments_label(text: str) -> bool:
    """Tell whether the line heads the readers' comments."""
    return _matches(furniture.COMMENTS, text, 15) and not (ends_sentence(text) and text[-1] not in CLOSERS)


def is_author_card(text: str) -> bool:
    """Tell whether the line says what its author does for a living."""
    return _matches(furniture.AUTHOR_CARD, text, 60)
