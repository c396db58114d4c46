"""Small word lists per language: what kind of fact a question asks for.

They are hints for ranking, not rules: an unknown language simply has no hints.
"""

import re
from enum import Enum


class Asked(Enum):
    """The kind of fact that a question asks for."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    CAUSE = "cause"
    SPEECH = "speech"
    MANNER = "manner"
    YES_NO = "yes_no"
    THING = "thing"
    """ "What ...": anything may answer."""
    KEYWORDS = "keywords"
    """No question at all, bare words to look up."""


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(parts) + r")\b", re.IGNORECASE)


ASKED_BY: tuple[tuple[Asked, re.Pattern[str]], ...] = (
    (
        Asked.NUMBER,
        _pattern(
            r"how (?:many|much|long|far|old|often|large|big|high|tall|deep|fast|wide|heavy)",
            r"(?:what|which)(?:['’]s)? (?:\w+ ){0,2}?(?:number|amount|percent(?:age)?|share|population|cost|price|total|size"
            r"|figure|rate|proportion|salary|budget|toll|temperature|age|distance|length|height|weight|sum)",
            r"number of",
            r"сколько",
            r"как(?:ое|ова|ой|ая) (?:количество|число|население|стоимость|цена|сумма|процент|доля|температура)",
            r"қанша",
            r"неше",
        ),
    ),
    (
        Asked.TIME,
        _pattern(
            r"when",
            r"(?:what|which)(?:['’]s)? (?:\w+ )?(?:year|years|date|dates|day|days|month|time|hour|hours|decade|century|season|period)",
            r"since when",
            r"how (?:recently|soon|late|early)",
            r"когда",
            r"(?:в )?как(?:ом|ого|ой|ие|ая) (?:году?|числа|день|дня|месяце?|веке?|дата|даты|время|времени)",
            r"во сколько",
            r"қашан",
            r"қай (?:жылы|күні|уақытта)",
        ),
    ),
    (
        Asked.PLACE,
        _pattern(
            r"where",
            r"(?:what|which)(?:['’]s)? (?:\w+ )?(?:city|cities|town|towns|country|countries|region|regions|village|place|places"
            r"|state|province|district|street|square|continent|area|location|river|building)",
            r"где",
            r"куда",
            r"откуда",
            r"(?:в )?как(?:ом|ой|их|ие) (?:город\w*|стран\w*|област\w*|регион\w*|мест\w*|район\w*)",
            r"қайда",
            r"қай (?:қалада|елде|жерде)",
        ),
    ),
    (
        Asked.PERSON,
        _pattern(
            r"who",
            r"whom",
            r"whose",
            r"who's",
            r"(?:what|which)(?:['’]s)? (?:\w+ )?(?:person|people|man|woman|name|names|president|minister|activist|journalist"
            r"|company|organi[sz]ation|agency|team|party|group|leader|author|band|newspaper|magazine|channel|film|movie|book|song"
            r"|university|school|hospital|church|airline|bank|actor|actress|singer|writer|king|queen|general|scientist|language)",
            r"what(?:['’]s| is| was| were| are)?\b.*\bnames?",
            r"кто",
            r"кого",
            r"кому",
            r"кем",
            r"чьи|чья|чей|чьё",
            r"как зовут",
            r"кім\w*",
        ),
    ),
    (
        Asked.CAUSE,
        _pattern(
            r"why",
            r"what (?:caused|made|led)",
            r"how come",
            r"(?:for )?what reason",
            r"почему",
            r"зачем",
            r"из-за чего",
            r"отчего",
            r"неге",
            r"неліктен",
        ),
    ),
    (
        Asked.SPEECH,
        _pattern(
            r"what (?:did|do|does|has|had|was|were|is|are)\b.*\b(?:say|said|saying|tell|told|call|claim|describe|accus\w+|warn"
            r"|announce|promise|argue|think|demand|respond|reply)",
            r"how did\b.*\b(?:describe|explain|justify|respond|react)",
            r"что (?:\w+ ){0,3}(?:сказал\w*|заявил\w*|говорил\w*|сообщил\w*)",
            r"не деді",
        ),
    ),
    (Asked.MANNER, _pattern(r"how", r"как", r"каким образом", r"қалай")),
    (
        Asked.THING,
        _pattern(
            r"what",
            r"what's",
            r"which",
            r"что",
            r"чего",
            r"чем",
            r"как(?:ой|ая|ое|ие|ую|их|им|ими)",
            r"не(?=\b.*[әғқңөұүһі])",
            r"қандай",
            r"қай",
        ),
    ),
    (
        Asked.YES_NO,
        re.compile(
            r"^\W*(?:so |and |but )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't"
            r"|aren't|wasn't|weren't|don't|doesn't|didn't|правда ли|был[аио]? ли|есть ли)\b|\b(?:ли)\b|\b(?:ма|ме|ба|бе|па|пе)\W*$",
            re.IGNORECASE,
        ),
    ),
)

ASKS_ABOUT_NEXT = re.compile(
    r"\b(?:how (?:many|much)|what|which|whose|сколько|как(?:ой|ая|ое|ие|ую|их|им|ими|ом)|қанша|неше|қандай|қай)\b",
    re.IGNORECASE,
)
"""Question words that ask about a noun behind them: "which *hospital*"."""


def asks_at_once(text: str) -> bool:
    """Tell whether a text begins as a question does."""
    return any(pattern.match(text) for _, pattern in ASKED_BY)


def asked_for(question: str) -> Asked:
    """Return the kind of fact asked for: the first kind whose words the question uses."""
    for asked, pattern in ASKED_BY:
        if pattern.search(question):
            return asked
    return Asked.KEYWORDS
