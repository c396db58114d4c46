"""English."""

from bot.languages.language import Asked, Asking, Language, Reading, Words, listed

_WORDS = Words(
    stop_words=listed("""
        a about above after again against all am an and any are arent as at be because been before being
        below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont
        down during each either else ever few for from further get gets got had has hasnt have havent having
        he her here hers herself him himself his how i if im in into is isnt it its itself ive just lets
        like may me might more most much must my myself no nor not now of off on once one ones only or other
        our ours ourselves out over own per please same shall she should shouldnt so some such tell than
        that the their theirs them themselves then there these they this those through to too under until up
        upon us very via was wasnt we were werent what whatever when where which while who whom whose why
        will with within without wont would wouldnt yes yet you your yours yourself many whats whos wheres
        hows whens really actually
        """),
    behind_apostrophes="'s",
    irregular="""
        arise arose arisen; awake awoke awoken; beat beaten; become became; begin began begun; bend bent
        bite bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built
        burn burnt; buy bought; catch caught; child children; choose chose chosen; come came; creep crept
        deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven
        eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled
        fly flew flown; foot feet; forbid forbade forbidden; foresee foresaw foreseen
        forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; give gave given
        go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept
        know knew known; lead led; leap leapt; learn learnt; leave left; lend lent; light lit; lose lost
        make made; man men; mean meant; meet met; mislead misled; mistake mistook mistaken
        overcome overcame; overtake overtook overtaken; overthrow overthrew overthrown; pay paid
        policeman policemen; policewoman policewomen; prove proven; rebuild rebuilt; ride rode ridden
        ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent
        serviceman servicemen; shake shook shaken; shoot shot; show shown; shrink shrank shrunk
        sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spend spent
        spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck
        strike struck stricken; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken
        teach taught; tear tore torn; think thought; throw threw thrown; tooth teeth; understand understood
        undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn; weep wept; win won
        withdraw withdrew withdrawn; withhold withheld; woman women; write wrote written
    """,
    times=r"""
        jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?
        oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[0-9]{1,2}[ap]m
        midnight|noon|dawn|sunset|yesterday|tonight
        (?:morning|afternoon|evening|night|week|month|year|decade|centur(?:y|ie))s?
    """,
    numbers=r"""
        one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?
        millions?|billions?|half|third|quarter|twice|double[ds]?|several
    """,
    causes=r"""
        because|since|due|owing|thanks|caus(?:e|ed|es|ing)|reasons?|therefore|thus|hence|why
        fear(?:ed|ing|s)?|prevent|avoid|protect|ensure|amid|result(?:ed|ing|s)?|led
    """,
    speech=r"""
        said|says?|saying|told|tells?|claim(?:ed|s)?|stated?|announc(?:ed|es)|warn(?:ed|s)|argu(?:ed|es)
        insist(?:ed|s)|accus(?:ed|es)|describ(?:ed|es)|call(?:ed|s)|add(?:ed|s)|according|wrote|writes?
        explain(?:ed|s)|promis(?:ed|es)|demand(?:ed|s)
    """,
    reports=r"""
        sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting|itten)|ask(?:ed|s)|repl(?:ied|ies)
        recall(?:ed|s)|quot(?:ed|es|ing)|reads?|posted|published|tweeted|not(?:ed|es)|added|put it|according
        in the words|reported
        (?:claim|stat|announc|warn|argu|insist|accus|explain|promis|demand|declar|testif|conclud|continu|respond|stress|express|describ)\w*
        statement|quotation|letter|telegram|reports|interview|commentary
    """,
    refers_back=r"""
        he|she|it|they|this|that|these|those|his|her|their|its|such|but|and|also|then|however
    """,
    before_places=listed("in at near from to toward towards outside around across along of on"),
    months=(
        "January Jan",
        "February Feb",
        "March Mar",
        "April Apr",
        "May",
        "June Jun",
        "July Jul",
        "August Aug",
        "September Sept Sep",
        "October Oct",
        "November Nov",
        "December Dec",
    ),
    months_too=frozenset(["march", "may", "mar"]),
    before_dates="on|of|in|by|since|until|till|from|before|after|during|late|early|mid|and|to",
    before_month="of",
    ordinals="st|nd|rd|th",
    days="""
        1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd
        23rd 24th 25th 26th 27th 28th 29th 30th 31st
        """,
    years=r"in|of|since|until|till|by|from|to|before|after|during|early|late|mid|between|and|circa|around",
    surely_years="years?|spring|summer|autumn|fall|winter|anno",
    after_years="AD|CE|BC|BCE|s",
    not_dates=r"versions?|v\.?|release|build|ip(?: address)?|section|chapter|figure|table|no\.",
    small_numbers=(
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ),
    scales=("thousand", "million millions mln", "billion billions bn"),
    short_scales="""
        bn billion
        mln million
    """,
    glued_scales=("mln m", "bn"),
)

_ASKING = Asking(
    kinds={
        Asked.NUMBER: r"""
            how (?:many|much|long|far|old|often|large|big|high|tall|deep|fast|wide|heavy)
            (?:what|which)(?:['’]s)? (?:\w+ ){0,2}?(?:number|amount|percent(?:age)?|share|population|cost|price|total|size|figure|rate|proportion|salary|budget|toll|temperature|age|distance|length|height|weight|sum)
            number of
        """,
        Asked.TIME: r"""
            when
            (?:what|which)(?:['’]s)? (?:\w+ )?(?:year|years|date|dates|day|days|month|time|hour|hours|decade|century|season|period)
            since when|how (?:recently|soon|late|early)
        """,
        Asked.PLACE: r"""
            where
            (?:what|which)(?:['’]s)? (?:\w+ )?(?:city|cities|town|towns|country|countries|region|regions|village|place|places|state|province|district|street|square|continent|area|location|river|building)
        """,
        Asked.PERSON: r"""
            who|whom|whose|who's
            (?:what|which)(?:['’]s)? (?:\w+ )?(?:person|people|man|woman|name|names|president|minister|activist|journalist|company|organi[sz]ation|agency|team|party|group|leader|author|band|newspaper|magazine|channel|film|movie|book|song|university|school|hospital|church|airline|bank|actor|actress|singer|writer|king|queen|general|scientist|language)
            what(?:['’]s| is| was| were| are)?\b.*\bnames?
        """,
        Asked.CAUSE: r"why|what (?:caused|made|led)|how come|(?:for )?what reason",
        Asked.SPEECH: r"""
            what (?:did|do|does|has|had|was|were|is|are)\b.*\b(?:say|said|saying|tell|told|call|claim|describe|accus\w+|warn|announce|promise|argue|think|demand|respond|reply)
            how did\b.*\b(?:describe|explain|justify|respond|react)
        """,
        Asked.MANNER: r"how",
        Asked.THING: r"what|what's|which",
    },
    yes_no_links="so|and|but",
    yes_no_first=r"""
        is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|weren't
        don't|doesn't|didn't
    """,
    about_next=r"how (?:many|much)|what|which|whose",
    question_words=r"how (?:many|much|long|far|old|often)|what|which|whom?|whose|when|where|why|how",
    links=r"(?:(?:and |but |so )?(?:what|how) about|and|but|or)",
    prepositions=r"about|by|with|for|against|during|after|before|since|until|between|over",
    before_small_places=frozenset(["in", "at", "near"]),
    filters={"before": "before", "after": "after", "source": "source", "lang": "lang"},
)

_READING = Reading()

LANGUAGE = Language(
    code="en", name="English", is_everywhere=True, words=_WORDS, asking=_ASKING, reading=_READING
)
