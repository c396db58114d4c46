"""English."""

from bot.languages.language import (
    Asked,
    Asking,
    Interviews,
    KnownLanguage,
    Manners,
    PointingWords,
    Reading,
    Residue,
    Sentences,
    Signs,
    WordedFilters,
    Words,
    listed,
    phrases,
)

_BEFORE_NOUNS = r"(?:the|an?|this|that|these|those|my|your|its|our|their|any|some|both|each|every|many|most)"
_GOES_ON = r"(?!(?:about|after|and|as|at|before|by|during|for|from|i[nt]|into|next|o[fnr]|off|out|over|that|to|too|under|up|wh\w+|with|well|\w+self)\b)[\w'’-]+"
"""A word that may belong to what is said of a noun: not "*in*" of "who did the drawings in ink"."""

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
    only_behind={"own": listed("my your his her its our their whose")},
    names_too=listed("will may us it who"),
    behind_apostrophes="'s",
    interchanged="our or, isation ization, ise ize, ising izing, yse yze, ysing yzing, tre ter, ogue og, ence ense,"
    " ae e, oe e, gramme gram, elled eled, elling eling, eller eler, ellor elor, plough plow, mould mold, grey gray,"
    " cheque check, tyre tire, kerb curb, jewell jewel, storey story, aluminium aluminum",
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
    short_forms="""
        km kilometre kilometer; kg kilogram kilo; cm centimetre centimeter; mm millimetre millimeter; ft foot
        ha hectare; hr hrs hour; min mins minute; yr yrs year; oz ounce; kw kilowatt; mw megawatt; gb gigabyte; mb megabyte
        govt government; dept department; univ university; approx approximately; intl international
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
    parts=r"""
        sections?|sec\.|subsections?|articles?|arts?\.|chapters?|ch\.|pages?|pp?\.|paragraphs?|paras?\.?|figures?|figs?\.
        tables?|appendix|annex|schedule|rules?|regulations?|steps?|items?|notes?|volumes?|vol\.|no\.|versions?
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
    fractions=("half halves", "third thirds", "quarter quarters"),
    tens=("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    scales=("thousand", "million millions mln", "billion billions bn"),
    short_scales="""
        bn billion
        k thousand
        mln million
    """,
    glued_scales=("mln m", "bn"),
    bounds=r"""
        at least|at most|not|no (?:more|fewer|less) than|up to|as many as|(?:more|fewer|less) than|over|under|above|below|about|around|some
        nearly|almost|roughly|approximately|an estimated|only|before|after|since|until|by|not before|from
    """,
    part_of=r"of (?:these|those|them|whom|which)|among (?:them|whom)|including",
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
            what (?:did|do|does|has|had|was|were|is|are)\b.{0,200}\b(?:say|said|saying|tell|told|call|claim|describe|accus\w+|warn|announce|promise|argue|think|demand|respond|reply)
            how did\b.{0,200}\b(?:describe|explain|justify|respond|react)
        """,
        Asked.MANNER: r"how",
        Asked.THING: r"""
            (?:what|which) (?:events?|things?|kinds?|sorts?|types?|incidents?|facts?)
            what (?:ha(?:s|d) )?happen(?:s|ed)?|what|what's|which
        """,
    },
    yes_no_links="so|and|but",
    yes_no_first=r"""
        is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|weren't
        don't|doesn't|didn't|(?:may|might|must|shall)(?= (?:i|you|we|they|s?he|it|one|the|an?|my|our)\b)
    """,
    begins_another=rf"""
        (?:can|could|will|would|should|may|might|must|shall|(?:ca|wo|could|would|should|do|does|did)n['’]?t) {_BEFORE_NOUNS}
        (?:do|does|did) {_BEFORE_NOUNS} {_GOES_ON} (?:{_GOES_ON} )?(?!\w+(?:ly|[^s]s)\b){_GOES_ON}
        (?:is|are|was|were) there (?:an?|any|no|ever|enough|more|some|other|another)
    """,
    begins_beside_whole=rf"(?:is|are|was|were|has|have|had)(?:n['’]?t)? {_BEFORE_NOUNS}|(?:do|does|did) \w+",
    is_whole=r"""
        when|where|why|how (?!many|much)\w+|whom|what (?:do|does|did)|(?:at|by|for|from|i?n?to|in|on|since|under|until|with) (?:wh\w+|how)
        is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|shall
    """,
    exists=r"(?:is|are|was|were|be|been) there|there (?:is|are|was|were|be|been)",
    doubts="whether|if",
    about_next=r"how (?:many|much)|what|which|whose",
    begs=r"(?:please )?(?:tell|show|give) (?:me|us) (?:a bit |some )?(?:more |something )?(?:about|on|who|what|when|where|why|how)|any (?:idea|clue) (?:who|what|when|where|why|how|which|if|whether)",
    outcries=r"""
        (?![^?]*\?)what an? (?:\w+ ){0,2}\w+|who (?:would|could)(?:['’]ve| have)? (?:thought|known|guessed|believed)(?: it| that)?|who (?:knew|cares)
        (?![^?]*\?)(?:how|why) (?:on earth|in the world|the (?:hell|heck)) [^?]*
        what the (?:hell|heck)|so what|what else is new|is that so|you what|what did i (?:say|tell you)|are you (?:serious|kidding)(?: me)?|where(?:['’]s| is) the (?:justice|logic|shame)|why am i not \w+|(?:i )?can['’]?t believe (?:it|this|that)|how time flies|where is the world (?:going|heading)
        (?![^?]*\?)(?:why would any(?:one|body) [^?]*|what goes around[^?]*|when pigs fly|(?:you )?see|what an? [^?]*|does (?:it|that) (?:even|really) \w+[^?]*|how can (?:any(?:one|body)|people|one) be [^?]*|as they say[^?]*|is it \w+ yet)
    """,
    speakers=r"i|i['’](?:m|d|ll|ve)|me|my|myself|we|our|you|your|u",
    among_people=r"tomorrow|tonight|this (?:evening|afternoon|weekend)|next (?:week|weekend)|later|us|ours|(?:any|some)(?:one|body)|guys",
    states="no matter (?:what|who|how|where|when)|what(?:ever)? may come|come what may",
    defines=(
        r"(?:so )?(?:what|who)(?:['’]?s| is| are| was| were)(?: meant by| the (?:meaning|definition) of)?|(?:please )?(?:define|explain)|what do(?:es)?|(?:the )?(?:meaning|definition) of",
        r"(?:stands? for|means?|definition|meaning|exactly|actually|what (?:is|are) (?:that|it|this|those))",
    ),
    introduces=r"(?:is|are|was|were) (?:an?|the|any|one of|each|every|what|where|how)|means?|refers? to|stands? for|denotes?|describes?",
    presents=(r"is|was|called|named", r"who|whose|an?|the|former|formerly|one of|then|now"),
    question_words=r"(?:since|until|from|by) when|(?:by|with|to|for) whom|how (?:many|much|long|far|old|often)|what|which|whom?|whose|when|where|why|how",
    either="or",
    links=r"(?:(?:and |but |so )?(?:what|how) about|and|but|or)",
    prepositions=r"about|by|with|for|against|during|after|before|since|until|between|over",
    before_small_places=frozenset(["in", "at", "near"]),
    verifies=listed(
        "true false right wrong correct accurate really quote quoted sentence article articles written stand stands find check verify"
    ),
    now=r"""
        now|right now|today|tonight|currently|at present|at the moment|nowadays|these days|this (?:week|month|year)|(?:the )?(?:latest|newest|most recent)|up to date|so far
    """,
    someone=listed("anyone anybody someone somebody"),
    writes=listed("write wrote written report reported say said claim claimed publish published"),
    worded_filters=WordedFilters(
        language_word="language",
        in_language=r"in",
        languages="en english, ru russian, kk kazakh, de german, uk ukrainian, fr french, es spanish, it italian",
        only=r"only|just|nothing but|exclusively",
        sources=r"(?:(?:use|quote|search|from|in|by|of|what)\s+)?(?:the)?",
        says=r"according to(?: the)?|as reported by(?: the)?",
        in_articles=r"(?:in|from|according to) (?:the|that|this) (?:article|story|report|text|page|piece)(?: called| titled| headed| about| on)?",
        since=r"(?:published |written )?(?:since|from)",
        after=r"(?:published |written )?after",
        until=r"(?:published |written )?until",
        before=r"(?:published |written )?before",
    ),
    pointing=PointingWords(
        more=r"(?:and )?(?:(?:show|give|tell) (?:me )?)?(?:some |any |a bit )?more(?: quotes| of (?:it|that|them)| about (?:it|that))?|(?:what|anything) else|go on|(?:the )?(?:next|others|rest)",
        source=r"(?:and )?(?:what(?:'s| is) )?(?:the |your |its )?sources?|where (?:is|does|did) (?:that|this|it) (?:from|come from|stand|say (?:that|so))|says who|proof|prove it|(?:the )?link",
        speaker=r"(?:and )?who (?:said|says|claims|claimed|told|wrote) (?:that|this|it|so)",
        before_ordinals=r"the|and|show|me|tell|about|what",
        ordinals=(r"first|1st", r"second|2nd", r"third|3rd", r"fourth|4th", r"fifth|5th"),
        quotes=r"one|quotes?|answers?|number|passage",
    ),
    filters={"before": "before", "after": "after", "source": "source", "lang": "lang"},
)

_MANNERS = Manners(
    greetings=listed("hi hello hey hiya howdy greetings dear yo heya"),
    thanks=listed("thanks thank thx tnx ty cheers regards sincerely bye goodbye ta"),
    pleas=listed("please pls plz sorry pardon excuse kindly"),
    urgency=listed("urgent urgently asap hurry immediately"),
    addresses=listed("""
        bot everyone everybody all guys folks friends team sir madam anyone anybody someone somebody
        there mate mates pal buddy
    """),
    requests=listed("""
        tell know knows question questions ask asking explain help answer wonder wondering find info
        enlighten clarify answers
    """),
    wishes=listed("good best kind kindest warm"),
    beside=listed("""
        morning afternoon evening day night nice lot lots much advance wishes quick small short
        simple another weekend bother disturb bothering disturbing ok okay great cool fine perfect
        wow later need want like love appreciated happen idea chance curious something really
        seriously serious kidding joking cares lol haha right fast rush helped useful helpful very
        thats first firstly second secondly third thirdly lastly finally thing things also
        additionally btw minute sec possibly perhaps maybe stupid silly dumb trivial
        urgent before stuck kindly
    """),
    fillers=listed("ok okay so oh hm hmm wow yeah btw anyway"),
    asker=listed("i im ive id ill me my mine we"),
    you=listed("you your yours u anyone anybody someone somebody"),
    about_you=listed("""
        made created built name named called work works human real robot speak able happen happened mean means
    """),
    leaning=listed("it its he she they them him her his their theirs this that these those there then"),
)

_STORY = "(?:article|story|text|post|page|piece|interview|essay|transcript|translation)"
_MADE = "(?:published|posted|updated|amended|corrected|edited|translated|produced|adapted|republished|based)"
_OTHERS = r"(?:related|recommended|popular|trending|more|other|latest|top)(?: \w+){0,2}"

_READING = Reading(
    sentences=Sentences(
        leads_on=listed("the a an and or of to from with by into via"),
        titles=listed("""
            mr mrs ms mx dr prof rev fr hon sen rep gov gen col maj capt cmdr lt sgt cpl pvt adm ste mt ft pres
            messrs supt insp det amb sra srta mme mlle hr
        """),
        inside=listed("vs v viz e.g i.e cf ca approx eds ed incl excl esp"),
        before_names=listed("al st sr jr ave blvd rd dept est min max approx tel ext"),
        numbered=listed(
            "no nos n art arts fig figs ch chs sec secs s ss sub-s sub-ss subs subsec cl cls sch schs reg regs r rr"
            " pt pts app ord vol vols p pp para paras col eq ref ed jan feb mar apr jun jul aug sep sept oct nov dec"
        ),
        hours=listed("a.m p.m"),
        words_too=phrases("""
            said no, say no, says no, saying no, answered no, answer no, answers no, replied no, reply no,
            shouted no, voted no, vote no, votes no, voting no, is no, was no, be no, means no, meant no, a no,
            whispered no, wrote no, and no, or no, modern art, contemporary art, fine art, of art, love art,
            loves art, loved art, a fig, the fig
        """),
        starters=listed("""
            the a an this that these those he she it they we i you but and in on at for as when while if there
            his her their its our my your after before since however meanwhile today yesterday tomorrow what who
            whom whose which why how although though no not nor nobody nothing none neither never nowhere
            everybody everyone everything each every either both all some somebody someone something any anybody
            anyone anything many most much more few several such another other others once then thus hence
            therefore moreover furthermore nevertheless nonetheless instead otherwise besides also so yet still
            only even just perhaps maybe indeed soon later now here where whether unless until because despite
            during with without within from by to of under over between among against about above below behind
            beyond through throughout toward towards upon or let yes please again often sometimes always
        """),
        calendar=listed("""
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
            gmt utc bst cet est edt et pst msk zulu
        """),
    ),
    residue=Residue(
        accounts=r"(?:windows |microsoft office |default |guest )?user(?: name)?|(?:the )?administrator|admin|owner|guest|unknown(?: author)?|anonymous",
        labels=r"""
            (?:skip|jump|scroll|back|return|go)\b.{0,12}\b(?:content|navigation|main|top|home|search|menu)\b.*
            scroll top|accessibility links|breaking news|main menu|menu|home|search|toggle\b.*|show (?:more|less)
            (?:next|previous|prev)(?: (?:page|article|post|story))?|view (?:all|history|source|comments|gallery).*
            (?:photo|image|video) [–—-] .*|loading.*|load more.*|please wait.*|advertisement
            sponsored.*|ad|play(?: video)?|pause|(?:un)?mute|auto(?:play)?|embed|live|no media source.*|close|cancel
            ok|got it|accept(?: all)?.*|reject(?: all)?.*|manage (?:cookies|preferences|options).*
            (?:table of )?contents(?: \[?hide\]?)?|in this (?:article|story)|on this page|share
            share (?:this|on|via|with|the|page|post|article|full|link)\b.*|tweet|copy link.*|print(?: this\b.*)?
            e-?mail(?: this)?|follow\b.*|like us\b.*|subscribe\b.*|sign (?:up|in|out)\b.*
            log ?(?:in|out)\b.*|join (?:our|us|the\b.*\blist)\b.*|register(?: now)?|donate\b.*
            support (?:us|our)\b.*|(?:our |the )?newsletters?\b.*|download (?:our|the) app.*
            you (?:may|might) also (?:like|be interested)\b.*|(?:up|what to read|editor.s) (?:next|picks?).*
            tags?(?: ?:.*)?|tags (?-i:[^,\n]{1,40},).*|filed under\b.*|categor(?:y|ies) ?:.*|topics? ?:.*
            \d* ?(?:shares?|views?|likes?|repl(?:y|ies))(?: ?:? ?\d+)?|page \d+(?: (?:of|/) \d+)?
            by [^\W\d_][^\d]{2,60}|(?:text|story|words|reporting|photos?|pictures|video|editing|author)(?: by|:).*
            (?:this |the )?page (?:was )?last (?:modified|updated|edited).*|last (?:updated|modified|edited).*
            (?:originally |first )?(?:published|posted|updated)(?: (?:on|in|by|at|from)|:).*
            original (?:source|article|post|link)\b.*|copyright.*|terms (?:of|and)\b.*
            privacy(?: policy| notice| settings)?|contact(?: us)?|about(?: us| the author)
            cookies?(?: policy| settings| preferences)?|advertise with us|report (?:an? )?(?:error|typo).*
        """,
        boilerplate=r"""
            the (?:post|article|entry)\b.{1,200}\b(?:appeared first|first appeared|was first published) on\b
            (?:subscribe|sign up|register|join)\b.{0,80}\b(?:newsletters?|mailing list|channels?|telegram|whatsapp)\b
            (?:subscribe|sign up|register)\b.{0,80}\b(?:inbox|alerts|e-?mails?|updates|stories)\b
            (?:get|receive|want)\b.{0,80}\b(?:your inbox|newsletter|notifications|delivered to you)\b
            (?:never|don.t) miss\b.{0,60}\bsign(?:ing)? up\b|sign up to (?:get|receive)\b
            .*\bsubscribe (?:now )?(?:to\b.{1,60})?(?:for|to (?:read|view)) the (?:full|whole) (?:story|article)\b
            (?:to (?:read|view) (?:the|this) (?:full |whole )?(?:story|article)\b.{0,20})subscribe\b
            .*\b(?:you.re|are) already a subscriber\b|follow\b.{1,60}\bon (?:twitter|facebook|instagram|tiktok|telegram)\b
            for the latest\b.{0,60}\b(?:download|subscribe|sign up)\b|submit your\b.{0,40}\bto the editor\b
            our (?:morning|evening|daily|weekly|free) (?:e-?mail|newsletter|briefing)\b|(?:enter|type) your\b
            our standards:|(?:all )?quotes (?:are )?delayed\b
            (?:please )?(?:follow|like|find|join) (?:us|me|our|@\w+)\b.{0,80}\b(?:on|at|here)\b
            (?:please )?(?:click|tap) (?:here|below|on the)\b|please wait\b.{0,20}$|loading\W*$
            (?:please )?(?:enable|turn on|activate) (?:javascript|cookies)|we value your privacy
            by (?:continuing|clicking|using|subscribing|signing)\b.{0,80}\byou (?:agree|accept)\b
            when we learn of a mistake\b|warning: this video\b
            (?:.*[-–—|:]\s)?(?:please )?(?:make|give)\b.{0,20}\bdonation\b
            (?:please )?(?:donate|contribute)\b.{0,40}\b(?:to|now|today|here|us)\b.{0,40}$
            (?:please )?(?:consider )?support(?:ing)? (?:us|our|independent|quality)\b.{0,40}\b(?:journalism|work)\b
            (?:already a|become a|are you a)\b.{0,20}\b(?:subscriber|member|patron|supporter)\b
            (?:log|sign) ?in to\b.{0,40}$|subscribe (?:now|today|here)\b.{0,30}$|(?:please )?create an account\b
            leave (?:a|your) (?:comment|reply)\b|(?:read|watch) (?:more|also|next)\s*[:»>]
            read more (?:about|on|from|at|here)\b.{0,60}$|see also\s*:
            share this (?:article|story|page|post|video)\b.{0,60}$|share your (?:thoughts|views|opinions?)\b.{0,60}$
            (?:read|watch|listen to|see) (?:the|our) (?:full|latest|whole)\b.{0,60}$
            (?:download|get) (?:the|our)\b.{0,30}\bapp\b|no media source\b
            (?:this )?(?:page|article|post|story) (?:was )?last (?:modified|updated|edited)\b
            your e-?mail address will not be published\b|required fields are marked\b
            (?:if you )?(?:spot|notice|see|find|found)(?:ed)? (?:a|an|any) (?:error|mistake|typo)\b
            have (?:a|any) (?:story|news|tip)\b.{0,60}\?|text is available under\b
            originally published (?:at|on|in|by)\b.{0,60}$|(?:this )?(?:article|story) continues (?:below|after)\b
            .*\bwe may (?:earn|receive)\b.{0,40}\bcommission\b|.*\byour browser (?:does not|doesn.t) support
            .*\b(?:material|article|content|part)\b.{0,60}\bmay not be (?:published|reproduced|copied)\b
            .*\blet us know at \S+@|.*\bviews (?:and opinions )?expressed\b.{0,80}\bauthor
            .*\bcontributed (?:reporting )?to this (?:report|article|story|piece)\b
            .*\bcopied to (?:your|the) clipboard\b|.*\bctrl ?\+ ?enter\b
        """,
        banners=r"""
            (?=.*\bcookies?\b)(?=.*\b(?:we|our|this|your?)\b)(?=.*\b(?:websites?|sites?|browser|device|consent|privacy)\b)
            (?=.*\bcookies?\b)(?=.*\b(?:we|our|your?)\b)(?=.*\b(?:preferences|personali[sz]ed?|analytics|traffic)\b)
            we use cookies\b.{0,40}$|privacy (?:notice|policy)\s*:|copyright\W{0,3}(?:\(c\)|©)?\s*\d{4}
            .*\bterms of (?:use|service) and privacy policy\b|.*\brecaptcha\b
            .*\b(?:all|other) rights (?:are )?reserved\b
        """,
        makers=r"""
            (?:additional )?(?:written|report(?:ed|ing)|compiled|edit(?:ed|ing)|translated|photo(?:graph)?s?)(?: and \w+)? by
            (?:additional )?(?:produced|illustrations?|graphics?|interview|adapted)(?: and \w+)? by
        """,
        joins_names=listed("""
            and with for from in at of on the by via also additional correspondent correspondents staff reporting writing editing reported written
            edited translated compiled photographs photos graphics
        """),
        credits=r"""
            (?:archive |file |cover )?(?:image|photo|picture|photograph|illustration|video|screenshot|map)s?(?: ?credit| ?source| ?courtesy(?: of)?| ?by)?
            credits?|courtesy(?: of)?
        """,
        archived="(?:archive|file|stock|illustrative|undated|courtesy) (?:photo|image|picture|photograph|video)",
        sources="source",
        finite_verbs=r"is|are|was|were|has|have|had|will|would|said|says|can|could|\w{3,}ed",
        references=r"""
            .*[.,”"»]\s(?-i:Retrieved|Accessed)\s(?:on\s)?(?:\w+\s)?\d.*|.*\barchived from the original on\b.*
        """,
        notes=rf"""
            \W?(?:editor.?s.? (?:note|comment)|note from the editors?|author.?s note|publisher.?s note)\s*[:.—–(].*
            \W?(?:correction|clarification|disclaimer|content warning)\s*[:.—–(].*
            (?:in )?the following {_STORY}\b.*
            this (?:news )?{_STORY} (?:also )?(?:appear(?:s|ed)|includes?|contains?|explores?|discusses|originally)\b.*
            this (?:article|page) is about\b.*|a correction was made\b.*|an? (?:\w+ )?version of this {_STORY}\b.*
            this {_STORY} (?:was|is|has been) (?:\w+ ){{0,2}}(?:{_MADE}|(?:part|an excerpt|a transcript) of)\b.*
        """,
        attributions=r"""
            (?:[^\W\d_]+,\s)?(?:according to|in the words of|as reported by)\s.*[:,]
            (?:from|per|via|by|quoting)\s(?-i:[^\W\d_a-z]|the )[^,;]{0,50}:
        """,
        related=rf"""
            (?:related|recommended|read (?:also|more|next|on)|see also|more (?:on|from|about))\b.*
            most (?:read|viewed|popular|shared)\b.*|you (?:may|might) also\b.*|further reading|external links
            {_OTHERS} (?:articles?|stories|story):?|{_OTHERS} (?:content|topics?|links?):?
            {_OTHERS} (?:news|posts?|reading):?
        """,
        comments="comments?",
        commenting=r"""
            (?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.*|join the (?:conversation|discussion)\W*
            \d+ (?:thoughts?|responses?|replies) (?:on|to)\b.*|discussion \(\d+\)
        """,
        author_cards=r"""
            .{3,60}\bis (?:a|an|the)\b.{0,60}\b(?:correspondent|reporter|editor|journalist|columnist|writer)\b.*
        """,
        tails=r"""
            (?:read more|continue reading|see more|learn more)\s*[.…»>→]*
            \((?:additional )?(?:reporting|writing|editing) by [^()]*\)
        """,
        edit_marks="edit(?: source)?",
        date_words=listed("""
            am pm a.m p.m z t at on of st nd rd th
            published updated update posted last modified edited created date time ago read today yesterday page
            hour hours hr hrs minute minutes min mins second seconds day days week weeks month months year years
        """),
        small_words=listed("a an the and or but nor of in on at to for from by with as is vs via"),
    ),
    interviews=Interviews(
        you="you|yours?|yourself|yourselves",
        prompts=r"""
            (?:[^\W\d_]+, |please |and )?(?:tell|describe|explain|present|introduce|give|walk|talk|share|outline)\b
            (?:[^\W\d_]+, |please |and )?(?:name|summari[sz]e|discuss|compare|imagine|elaborate|recall)\b
        """,
        askers=listed("q question interviewer interview host moderator"),
        answerers=listed("a answer"),
    ),
    signs=Signs(words="the|of|and|to|in|is|was|that|for|with|on|were|by|it", words_share=0.12),
)

LANGUAGE = KnownLanguage(
    code="en",
    name="English",
    is_everywhere=True,
    words=_WORDS,
    asking=_ASKING,
    manners=_MANNERS,
    reading=_READING,
)
