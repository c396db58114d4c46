"""Small word lists per language: what a word, or a line, is evidence of.

They are hints for ranking, not rules: an unknown language simply has no hints.
"""

import re
from functools import lru_cache

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|январ\w+|феврал\w+|март\w*|апрел\w+|ма[йея]|июн\w+|июл\w+|август\w*|сентябр\w+"
    r"|октябр\w+|ноябр\w+|декабр\w+|қаңтар\w*|ақпан\w*|наурыз\w*|сәуір\w*|мамыр\w*|маусым\w*|шілде\w*|тамыз\w*"
    r"|қыркүйек\w*|қазан\w*|қараша\w*|желтоқсан\w*"
)
_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник\w*|вторник\w*|сред[ауы]|четверг\w*|пятниц\w+"
    r"|суббот\w+|воскресень\w+|дүйсенбі\w*|сейсенбі\w*|сәрсенбі\w*|бейсенбі\w*|жұма\w*|сенбі\w*|жексенбі\w*"
)
_TIME = re.compile(
    rf"{_MONTHS}|{_DAYS}|1[0-9]{{3}}|20[0-9]{{2}}|[0-9]{{1,2}}[:.][0-9]{{2}}|[0-9]{{1,2}}[ap]m"
    r"|midnight|noon|dawn|sunset|yesterday|tonight|(?:morning|afternoon|evening|night|week|month|year|decade|centur(?:y|ie))s?"
    r"|утр\w+|вечер\w*|ноч\w+|полноч\w+|полдень|год[ауе]?|век[ае]?|недел\w+|жыл\w*|таң\w*|кеш\w*|түн\w*"
)
_NUMBER = re.compile(
    r".*\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|billions?|half|third|quarter|twice|double[ds]?|several|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять"
    r"|десят\w+|сто|сот\w*|тысяч\w*|миллион\w*|миллиард\w*|половин\w+|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз"
    r"|жүз\w*|мың\w*"
)
_CAUSE = re.compile(
    r"because|since|due|owing|thanks|caus(?:e|ed|es|ing)|reasons?|therefore|thus|hence|why|fear(?:ed|ing|s)?|prevent|avoid"
    r"|protect|ensure|amid|result(?:ed|ing|s)?|led|из|потому|поскольку|чтобы|вследствие|благодаря|причин\w+|поэтому|ведь"
    r"|себебі|сондықтан|өйткені|үшін|салдарынан"
)
_SPEECH = re.compile(
    r"said|says?|saying|told|tells?|claim(?:ed|s)?|stated?|announc(?:ed|es)|warn(?:ed|s)|argu(?:ed|es)|insist(?:ed|s)|accus(?:ed|es)"
    r"|describ(?:ed|es)|call(?:ed|s)|add(?:ed|s)|according|wrote|writes?|explain(?:ed|s)|promis(?:ed|es)|demand(?:ed|s)"
    r"|сказал\w*|заявил\w*|сообщил\w*|отметил\w*|подчеркнул\w*|словам|рассказал\w*|написал\w*|деді|айтты|мәлімдеді"
)
_REPORTS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting|itten)|ask(?:ed|s)|repl(?:ied|ies)|recall(?:ed|s)"
    r"|quot(?:ed|es|ing)|reads?|posted|published|tweeted|not(?:ed|es)|added|put it|according|in the words|reported"
    r"|(?:claim|stat|announc|warn|argu|insist|accus|explain|promis|demand|declar|testif|conclud|continu|respond|stress"
    r"|express|describ)\w*|statement|quotation|letter|telegram|reports|interview|commentary"
    r"|(?:по|со) слов\w+|мнени\w+|(?:с?каз|заяв|сообщ|отмет|отмеч|подч[её]рк|рассказ|пис|пиш|напис|поясн|добав|утвержд"
    r"|говор|ответ|спро[сш]|вспомин|считает|цитир|процитир|призна|объясн)\w*|деді|дейді|айт\w+|мәлімде\w*|хабарла\w*|жаз\w+"
    r"|(?:dit|déclar|écri|expliqu|affirm|racont|selon|sagt|erklär|schr(?:ie|ei)b|laut|meint|dijo|declar|escrib|según|afirm)\w*)",
    re.IGNORECASE,
)
"""Wider than ``_SPEECH``, which is a feature that was learned from."""
_BEFORE_PLACE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "toward",
        "towards",
        "outside",
        "around",
        "across",
        "along",
        "of",
        "on",
        "в",
        "во",
        "на",
        "из",
        "около",
        "под",
        "близ",
        "у",
    ]
)


CAPITAL, NUMBER, TIME, CAUSE, SPEECH, BEFORE_PLACE = (1 << n for n in range(6))
"""What a single word may be evidence of. Plain numbers: a flag type made reading 20 times slower."""

_PATTERNS = {NUMBER: _NUMBER, TIME: _TIME, CAUSE: _CAUSE, SPEECH: _SPEECH}


@lru_cache(maxsize=1 << 17)
def marks(word: str) -> int:
    """Return what a word, as it stands in a text, may be evidence of: a sum of marks."""
    lower = word.lower()
    found = sum(mark for mark, pattern in _PATTERNS.items() if pattern.fullmatch(lower))
    return found + CAPITAL * word[:1].isupper() + BEFORE_PLACE * (lower in _BEFORE_PLACE)


REFERS_BACK = re.compile(
    r"^\W*(?:he|she|it|they|this|that|these|those|his|her|their|its|such|он|она|оно|они|это|эт[оаи]т?|его|её|ее|их|так(?:ой|ая|ие)"
    r"|ол|олар|бұл|оның|but|and|also|then|however|но|а|и|однако|бірақ|және)\b",
    re.IGNORECASE,
)


def reports(lead: str) -> bool:
    """Tell whether a line that ends with a colon says that somebody's words follow."""
    return _REPORTS.search(lead) is not None
