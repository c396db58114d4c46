"""German."""

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
    WordedFilters,
    Words,
    listed,
    phrases,
)

_BEFORE_NOUNS = (
    "(?:der|die|das|eine?|diese[rs]?|jede[rs]?|alle|(?:m|d|s|k)eine?|ihre?|unsere?|eure?|viele|einige|manche)"
)

_WORDS = Words(
    stop_words=listed("""
        aber alle als also am an auch auf aus bei beim bin bis bist da damit dann das dass dein dem den der
        des die dies diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es
        fur hat hatte hatten habe haben ich ihm ihn ihr ihre im in ist ja kann kein keine man mein mit nach
        nicht noch nur ob oder ohne schon sehr sein seine sich sie sind so uber um und uns unter von vom vor
        wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werden wessen
        wie wieso wir wird wo woher wohin worden wurde wurden zu zum zur zwischen anderen andere anderer
        bereits dabei daran darauf daruber davon dazu denn deren dessen deine deinen deiner dort einmal
        etwas euch euer eure gegen gibt hab hast hier hinter ihnen ihrem ihren ihrer ihres indem ins jede
        jedem jeden jeder jedes jene jener jetzt kannst konnen konnte konnten machen mehr mich mir muss
        mussen musste mussten nun obwohl seid seinem seinen seiner seines seit selbst soll sollen sollte
        sondern sonst unser unsere unserem unseren viel viele vielen wahrend wart warst weiter weiteren
        wirst wollen wollte wurdest wozu wodurch womit wovon woran worauf worin weshalb weswegen wieviel wieviele
        wobei zwar ans aufs bitte eigentlich wollt darf durfen durfte bleibt wohl gar
    """),
    joints="|s|es|n|en|er|e",
    interchanged=(
        "ae a, oe o, ue u, ph f, abzu ab, anzu an, aufzu auf, auszu aus, beizu bei, durchzu durch, "
        "einzu ein, festzu fest, fortzu fort, herzu her, herauszu heraus, hinzu hin, hinzuzu hinzu, "
        "mitzu mit, nachzu nach, niederzu nieder, umzu um, unterzu unter, vorzu vor, vorauszu voraus, "
        "wegzu weg, weiterzu weiter, wiederzu wieder, zuruckzu zuruck, zusammenzu zusammen, abge ab, "
        "ange an, aufge auf, ausge aus, beige bei, durchge durch, einge ein, festge fest, fortge fort, "
        "herge her, herausge heraus, hinge hin, hinzuge hinzu, mitge mit, nachge nach, niederge nieder, "
        "umge um, unterge unter, vorge vor, vorausge voraus, wegge weg, weiterge weiter, wiederge wieder, "
        "zuruckge zuruck, zusammenge zusammen, t$ en$"
    ),
    irregular="""
        beginnen begann begonnen; bieten bot geboten; bleiben blieb blieben geblieben; brechen brach gebrochen bricht
        brennen brannte gebrannt; bringen brachte gebracht; denken dachte gedacht; essen ass gegessen; fahren fuhr fuhren gefahren fahrt
        fallen fiel fielen gefallen fallt; finden fand fanden gefunden; fliegen flog flogen geflogen; fliehen floh flohen geflohen
        geben gab gaben gegeben; gehen ging gingen gegangen; gewinnen gewann gewannen gewonnen; greifen griff griffen gegriffen
        halten hielt hielten gehalten halt; helfen half halfen geholfen hilft; kennen kannte gekannt; kommen kam kamen gekommen
        lassen liess liessen gelassen lasst; laufen lief liefen gelaufen lauft; lesen las lasen gelesen liest; liegen lag lagen gelegen
        nehmen nahm nahmen genommen nimmt; nennen nannte nannten genannt; rufen rief riefen gerufen; schlagen schlug schlugen geschlagen
        schliessen schloss schlossen geschlossen; schneiden schnitt geschnitten; schreiben schrieb schrieben geschrieben
        schwimmen schwamm geschwommen; sehen sah sahen gesehen sieht; singen sang sangen gesungen; sinken sank sanken gesunken
        sitzen sass sassen gesessen; sprechen sprach sprachen gesprochen spricht; springen sprang gesprungen; stehen stand standen gestanden
        stehlen stahl gestohlen; steigen stieg stiegen gestiegen; sterben starb starben gestorben stirbt; stossen stiess gestossen
        tragen trug trugen getragen tragt; treffen traf trafen getroffen trifft; treten trat traten getreten tritt; trinken trank getrunken
        tun tat taten getan; verlieren verlor verloren; verschwinden verschwand verschwunden; wachsen wuchs wuchsen gewachsen wachst
        werfen warf warfen geworfen wirft; wissen wusste wussten gewusst weiss; ziehen zog zogen gezogen; zwingen zwang gezwungen
        ertrinken ertrank ertranken ertrunken; erhalten erhielt erhielten; verlassen verliess verliessen; entscheiden entschied entschieden
        mann manner; haus hauser; stadt stadte; buch bucher; kind kinder; land lander; wort worter
    """,
    short_forms="""
        km kilometer; kg kilogramm kilo; cm zentimeter; mm millimeter; ha hektar; std stunde; min minute; qm quadratmeter
        tel telefon; str strasse; abs absatz; nr nummer; kw kilowatt
    """,
    times=r"""
        januar|jan|feber|februar|feb|märz|april|apr|mai|juni|juli|august|aug|september|sept?|oktober|okt
        november|nov|dezember|dez|jänner|(?:mon|diens|donners|frei|sams|sonn)tags?|sonnabends?|mittwochs?
        uhr|mitternacht|mittags?|morgens?|abends?|nachts?|nächte|vormittags?|nachmittags?|gestern|heute
        tage?s?|tagen|wochen?|monat(?:e|en|s)?|jahr(?:e|en|es|s)?|jahrhunderts?|jahrzehnt\w*|stunden?
        minuten?
    """,
    numbers=r"""
        eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend\w*|hundert\w*|tausend\w*
        million(?:en)?|milliarden?|halbe?|hälfte|drittel|viertel|doppelt\w*|mehrere|zweimal
    """,
    parts=r"""
        abschnitte?s?|absatz|absätze|abs\.|artikels?|art\.|kapitels?|kap\.|seiten?|s\.|satz|ziffern?|ziff\.|nummern?|nr\.
        abbildung(?:en)?|abb\.|tabellen?|tab\.|anlagen?|anhang|regeln?|schritte?|punkte?|band|bd\.|version(?:en)?
    """,
    causes=r"""
        weil|denn|da|wegen|aufgrund|infolge|dank|deshalb|deswegen|daher|darum|grund|gründen?|ursachen?
        verursach\w+|folglich|damit|um|führte[n]?|angesichts
    """,
    speech=r"""
        sagten?|sagt|sagen|erklärten?|erklärt|meinten?|meint|betonten?|betont|berichteten?|berichtet
        teilten?|kündigten?|warnten?|warnt|behaupteten?|laut|zufolge|schrieb(?:en)?|schreibt|äußerten?
        forderten?|fordert|versprach(?:en)?|nannten?|sprach(?:en)?
    """,
    reports=r"""
        (?:sagt|erklär|schr(?:ie|ei)b|laut|meint|beton|bericht|äußer|warn|frag|antwort|erzähl|zitat|behaupt|kündig|so )\w*
    """,
    refers_back=r"""
        er|sie|es|dies(?:e[rsnm]?)?|das|jene[rsnm]?|sein[e]?|ihre?|dessen|deren|solche[rsnm]?|aber|und|auch
        dann|doch|jedoch|dabei|dazu|danach|deshalb|daher
    """,
    before_places=listed("""
        in im nach aus bei beim nahe von vom zu zum zur um an am auf über durch gegenüber außerhalb
        innerhalb entlang
    """),
    months=(
        "Januar Jänner Jan",
        "Februar Feber Feb",
        "März Mär Mrz Maerz",
        "April Apr",
        "Mai",
        "Juni Jun",
        "Juli Jul",
        "August Aug",
        "September Sept Sep",
        "Oktober Okt",
        "November Nov",
        "Dezember Dez",
    ),
    months_too=frozenset(["mär"]),
    before_dates=r"am|im|vom|zum|bis|seit|ab|nach|vor|der|den|dem",
    ordinals=r"\.|ten|te",
    years=r"seit|bis|ab|von|nach|vor|um|zwischen|und|gegen|anfang|ende|mitte|in",
    surely_years=r"jahre?s?|jahren|sommer|winter|frühjahr|frühling|herbst|anno",
    after_years=r"n\. ?Chr\.|v\. ?Chr\.|er",
    not_dates=r"versionen?|version|v\.?|ip(?:-adresse)?|ausgabe|build|abschnitt|kapitel|punkt|nr\.",
    capital_nouns=True,
    small_numbers=(
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
        "zwanzig",
    ),
    fractions=("hälfte halbe halb", "drittel", "viertel"),
    tens=("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"),
    unit_first="und",
    one="ein",
    scales=("tausend Tsd", "Millionen Million Mio", "Milliarden Milliarde Mrd"),
    short_scales="""
        tsd Tausend
        mio Millionen
        mrd Milliarden
    """,
    glued_scales=("Mio", "Mrd"),
    bounds=r"""
        mindestens|wenigstens|höchstens|maximal|nicht|keine|bis zu|(?:mehr|weniger) als|über|unter|rund|etwa|circa|ca\.|ungefähr|fast|beinahe|knapp
        geschätzte?|nur|vor|vor dem|nach|nach dem|seit|seit dem|bis|bis zum|ab|ab dem
    """,
    part_of=r"davon|darunter|von (?:ihnen|diesen|denen)|unter ihnen|dieser|einschließlich",
)

_ASKING = Asking(
    kinds={
        Asked.NUMBER: r"""
            wie ?viele?n?|wieviele?
            wie (?:lange?|weit|alt|oft|groß|hoch|tief|schnell|breit|schwer|teuer|viel)
            welche[rsnm]? (?:\w+ ){0,2}?(?:anzahl|zahl|menge|betrag|anteil|bevölkerung|preis|größe|summe|höhe|länge|temperatur)
            wie (?:hoch|groß) (?:ist|war)
        """,
        Asked.TIME: r"""
            wann|seit wann|bis wann|um wie ?viel uhr
            (?:in |an |seit |zu )?welche[rsnm]? (?:\w+ )?(?:jahr|jahre|jahren|datum|tag|tage|monat|zeit|stunde|jahrzehnt|jahrhundert|uhrzeit|zeitraum)
        """,
        Asked.PLACE: r"""
            wo|woher|wohin
            (?:in |aus |an |auf )?welche[rsnm]? (?:\w+ )?(?:stadt|städte|städten|land|länder|ländern|region|regionen|dorf|ort|orte|orten|gegend|bezirk|straße|platz|fluss|gebäude|provinz|kontinent)
        """,
        Asked.PERSON: r"""
            wer|wen|wem|wessen
            welche[rsnm]? (?:\w+ )?(?:person|personen|menschen|mann|frau|name|namen|präsident|präsidentin|minister|ministerin|firma|unternehmen|organisation|partei|gruppe|autor|autorin|zeitung|sender)
            wie (?:heißt|heißen|hieß|hießen)
        """,
        Asked.CAUSE: r"""
            warum|weshalb|weswegen|wieso|wozu|aus welche[mn] gr[uü]nde?n?|was (?:verursachte|führte)
        """,
        Asked.SPEECH: r"""
            was (?:\w+ ){0,6}?(?:sagte[n]?|sagt|gesagt|erklärte?|erklärt|behauptet\w*|meinte?|versprach|versprochen|forderte?|gefordert|geantwortet|antwortete?|angekündigt)
        """,
        Asked.MANNER: r"wie|auf welche weise|wodurch",
        Asked.THING: r"welche[rsnm]? (?:ereignis\w*|dinge?|sache|art|arten)|was (?:ist )?(?:geschah|geschehen|passiert\w*)|was|welche[rsnm]?|womit|worüber|worum|was für",
    },
    yes_no_links="und|aber|also",
    begins_another="stimmt es|(?:gibt|gab|gäbe) es(?! (?:de[mr]|ihm|ihr|ihnen|eine[mr]|mir|uns|zurück))",
    begins_beside_whole=rf"""
        (?:ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|sollten?) {_BEFORE_NOUNS}
        (?:muss|müssen|mussten?|darf|dürfen|durften?|will|wollen|wollten?|wären?|hätten?|würden?) {_BEFORE_NOUNS}
    """,
    is_whole=r"""
        (?:\w+ )?(?:wen|wem)|(?:seit |bis |ab )?wann|wo\w*|warum|wieso|weshalb|wie(?! ?viele?)
        ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|sollten?|muss|darf
    """,
    exists=r"(?:gibt|gab|gäbe) es|es (?:gibt|gab|gäbe)",
    yes_no_first=r"""
        ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|konnten|soll
        sollen|sollte|muss|darf|gibt es|gab es|stimmt es
    """,
    doubts="ob",
    about_next=r"wie ?viele?n?|wieviele?|welche[rsnm]?|was für|wessen",
    begs=r"(?:bitte )?(?:erzähl|erzählen sie|sag|sagen sie|zeig|zeigen sie)e? (?:mir|uns)(?: bitte)?(?: mal)?(?: mehr| etwas)? (?:über|von|zu[mr]?|wer|was|wann|wo|warum|wie)|(?:irgend)?eine ahnung,? (?:wer|was|wann|wo|warum|wie|welche\w?|ob)|weiß (?:jemand|wer),? (?:wer|was|wann|wo|warum|wie|welche\w?|ob)",
    outcries=r"""
        (?![^?]*\?)was für (?:ein\w*|['’]n) (?:\w+ ){0,2}\w+|was (?:du|ihr|Sie) nicht sag\w+|wer hätte (?:das|es) (?:gedacht|geahnt|geglaubt)
        wen (?:interessiert|juckt|kümmert)(?:['’]s| das| es)?|was soll['’]?s|na und|was sagt man dazu|echt jetzt|im Ernst|ist das so|wo bleibt die (?:gerechtigkeit|logik)|wie die zeit (?:vergeht|rennt)|wo soll das (?:noch )?(?:hin|enden)\w*|was (?:soll|will) man (?:da )?machen|wen (?:juckt|kümmert|interessiert)['’]?s?(?: das)?
        (?![^?]*\?)(?:wer['’]?s glaubt[^?]*|wie (?:dem auch sei|immer|üblich)[^?]*|wozu (?:d\w+ )?ganze[^?]*|was es (?:nicht|doch) alles [^?]*|wie kann man (?:nur|bloß|so) [^?]*|wann hört (?:das|es|der|die)[^?]* auf|wo(?:hin)? soll das [^?]*|wie man so \w+ \w+)
    """,
    speakers=r"ich|mich|mir|wir|uns|du|dich|dir|mein\w*|dein\w*|unser\w*|euch|euer|eure\w*",
    among_people=r"""
        morgen|heute (?:abend|nacht|noch)|nachher|nächste woche|am wochenende|jemand|irgendwer|irgendjemand|leute
        (?:habt|seid|könnt|wollt|müsst|sollt|dürft|wisst|geht|kommt|macht|seht|denkt|glaubt|meint|kennt|fahrt|schlaft|esst|trinkt|bringt|nehmt) ihr
    """,
    states=r"(?:was|wer|wie|wo|wann|wohin) (?:\w+ ){0,3}?auch (?:immer|kommt|geschieht|passiert)",
    defines=(
        r"(?:was|wer)(?: ist| sind| war| waren| bedeutet| bedeuten| heißt| versteht man unter)(?: eigentlich| genau)?|(?:definiere|erkläre)|(?:die )?(?:bedeutung|definition) (?:von|des|der)",
        r"(?:bedeutet|bedeuten|heißt|eigentlich|genau|definition|bedeutung|was ist (?:das|es))",
    ),
    introduces=r"(?:ist|sind|war|waren) (?:eine?|der|die|das|jede[rs]?|alle)|bedeuten|bedeutet|bezeichnet|bezeichnen|heißt|steht für",
    presents=(r"ist|war|heißt|hieß", r"der|die|dessen|deren|eine?|ehemalige[rn]?|frühere[rn]?|damals|heute"),
    question_words=r"""
        (?:seit|bis|ab) wann|(?:von|mit|für) wem|(?:von|mit|für) wen|wie ?viele?|wieviele?|wie (?:lange?|weit|alt|oft|hoch|groß)|wer|wen|wem|wessen|was|wann|wo|woher
        wohin|warum|wieso|weshalb|wie|welche[rsnm]?
    """,
    either="oder",
    links=r"""
        (?:und |aber )?(?:was ist(?! mit .{1,60} (?:passiert|geschehen|los)\b)|wie ist es|wie steht es|wie sieht es) mit|und|aber|oder|sowie|auch
    """,
    prepositions=r"über|mit|für|gegen|während|nach|vor|seit|bis|zwischen|ohne|wegen|durch|unter",
    before_small_places=frozenset(["in", "im", "bei", "nahe"]),
    verifies=listed(
        "stimmt wahr richtig korrekt wirklich zitat satz artikel artikeln steht geschrieben prüfen prüfe"
    ),
    now=r"""
        jetzt|heute|heutzutage|derzeit|zurzeit|zur Zeit|aktuell\w*|momentan|im Moment|diese (?:Woche)|diesen Monat|dieses Jahr|neueste\w*|jüngste\w*|bisher
    """,
    someone=listed("jemand irgendjemand irgendwer"),
    writes=listed("geschrieben schrieb schreibt berichtet behauptet gesagt sagt veröffentlicht gemeldet"),
    worded_filters=WordedFilters(
        language_word="sprache",
        in_language=r"auf|in",
        languages="en englisch, ru russisch, kk kasachisch, de deutsch, uk ukrainisch, fr französisch, es spanisch, it italienisch",
        only=r"nur|ausschließlich|lediglich",
        sources=r"(?:(?:aus|in|im|von|vom|bei)\s+)?(?:der|die|das|dem|den)?",
        says=r"laut(?: der| dem| den)?|nach angaben (?:der|des|von)",
        in_articles=r"(?:im|in dem|aus dem|laut dem|in der|aus der|nach dem) (?:artikel|text|bericht|beitrag|meldung|geschichte|satzung)(?: über| mit dem titel)?",
        since=r"(?:erschienen )?(?:seit|ab)(?: dem)?",
        after=r"(?:erschienen )?nach(?: dem)?",
        until=r"(?:erschienen )?bis(?: zum)?",
        before=r"(?:erschienen )?vor(?: dem)?",
    ),
    pointing=PointingWords(
        more=r"(?:und )?(?:zeig(?:e)? (?:mir )?)?(?:noch )?mehr(?: davon| zitate| dazu)?|was noch|weiter|(?:die )?(?:nächsten|anderen|übrigen)",
        source=r"(?:und )?(?:was ist |wo ist )?(?:die |deine )?quellen?|woher (?:ist|stammt|kommt) das|wo steht das|beweis|(?:der )?link",
        speaker=r"(?:und )?wer (?:hat )?(?:das|dies) (?:gesagt|geschrieben|behauptet)|(?:und )?wer (?:sagt|sagte|behauptet|schreibt) (?:das|so etwas)",
        before_ordinals=r"der|die|das|und|zeig|zeige|mir",
        ordinals=(r"erste[rsn]?", r"zweite[rsn]?", r"dritte[rsn]?", r"vierte[rsn]?", r"fünfte[rsn]?"),
        quotes=r"zitat|antwort|nummer|stelle",
    ),
    filters={"before": "vor", "after": "nach", "source": "quelle", "lang": "sprache"},
)

_MANNERS = Manners(
    greetings=listed("hallo hi hey moin servus grüß geehrte geehrter geehrten liebe lieber tach gruezi"),
    thanks=listed("danke dankeschön dank grüße grüßen gruß tschüss lg vg mfg bedanke merci ciao servus"),
    pleas=listed("bitte entschuldigung entschuldigen entschuldige entschuldigt verzeihung sorry"),
    urgency=listed("dringend eilig"),
    addresses=listed("bot zusammen leute alle damen herren freunde kollegen liebes kollege"),
    requests=listed("""
        sagen sag sagt wissen weiß weißt frage fragen erklären erkläre helfen hilf hilfe verraten
        nennen erzählen beantworten wüsste wüsstet antworten antworte erklärt helft hilft beantworte
    """),
    wishes=listed("guten gute schönen schöne vielen besten herzlichen freundlichen lieben viele"),
    beside=listed("""
        tag morgen abend nacht voraus kurze kleine schnelle störung stören störe möchte gern gerne
        ok okay gut super klar echt ernst ernsthaft interessiert scherz mal schon sehr geholfen
        hilfreich oder stimmts wahr dumme blöde runde erstens zweitens drittens außerdem übrigens
        sache zufällig vielleicht eventuell kurz schnell eben gerade hier zwar allerseits wochenende
        hilfe antwort möglich vorab fix ratlos
    """),
    fillers=listed("ok okay so also na naja nun oh ach hm hmm wow übrigens"),
    asker=listed("ich mir mich mein meine meiner meinem meinen wir unser unsere unserer uns"),
    you=listed("""
        du sie ihr dir dich ihnen euch dein jemand gehts deine deiner ihre euer eure könntest
        könntet könnten kannst könnt
    """),
    about_you=listed("heißt heißen name kannst können gemacht erschaffen mensch roboter geht"),
    leaning=listed("""
        er sie es ihn ihm ihr sein seine seinen deren dessen das dies dort damals darüber daran
        damit davon danach dabei dazu
    """),
)

_READING = Reading(
    sentences=Sentences(
        leads_on=listed(
            "der dem den des und oder sowie ein eine einen einem einer eines zum zur vom beim für durch von als"
        ),
        titles=listed("""
            dr prof hr fr frl mag dipl ing st hl sr ehz hzg kgl kgn lt hptm oberst gen bgm stv rr mr mrs ms
        """),
        inside=listed("""
            z.b d.h u.a bzw ggf v.a z.t i.d.r i.a i.d.s u.u s.o s.u o.ä m.e a.d h.c v.chr n.chr b.z.w sog vgl inkl
            exkl evtl ca gest verh gesch gegr lat engl frz dt russ griech ital span hrsg bspw lt gem vs
            bes insb zzgl abzgl einschl allg ehem urspr wiss kath evang ev dipl.-ing i.s i.v a.d z.zt v
        """),
        before_names=listed("str pl usf max min mind mio mrd tsd bil std geb tel bearb"),
        endings=listed("str -ing -päd -kfm pl"),
        numbered=listed("""
            nr nrn abs art s ss aufl satz halbs unterabs buchst anh bd bde kap ziff lit tab abb anm rn rdnr az jg fn z sp anl
            jan feb mär apr jun jul aug sep sept okt nov dez
        """),
        words_too=phrases(
            "diese art, dieser art, jede art, jeder art, eine art, einer art, der art, aller art, seine art"
        ),
        starters=listed("""
            der die das den dem des ein eine einer eines einem einen dieser diese dieses diesem diesen jener jene
            jenes er sie es wir ich ihr du man mein meine sein seine seinen seinem ihre ihren ihrem unser unsere
            und aber oder denn doch sondern in an am im auf aus bei beim mit nach von vom vor zu zum zur für durch
            gegen ohne um über unter zwischen während seit bis wegen trotz statt als wenn weil dass damit obwohl
            nachdem bevor sobald solange falls da dann danach dort hier jetzt nun heute gestern morgen später früher
            jedoch dennoch deshalb deswegen daher darum dafür dagegen dabei daran darauf darüber auch noch nur schon
            so sogar zudem außerdem allerdings trotzdem inzwischen schließlich zunächst bald immer nie niemand nichts
            kein keine keiner jeder jede jedes alle alles viele mehrere einige manche beide andere wer was wo wohin
            woher wann warum weshalb wie welche welcher welches ob nicht ja nein vielleicht wieder
        """),
        calendar=listed("""
            januar jänner februar märz april mai juni juli august september oktober november dezember
            jan feb mär apr jun jul aug sep sept okt nov dez
            montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mez mesz
        """),
        dotted_ordinals=True,
    ),
    residue=Residue(
        accounts=r"(?:windows|standard)?-?benutzer|benutzername|gast|unbekannt(?:er autor)?",
        labels=r"""
            teilen|anzeige|werbung|(?:foto|quelle|bild)s?:.*|kommentare.*|impressum|datenschutz(?:erklärung)?|agb
            startseite|menü|suche(?:n)?|anmelden|abmelden|einloggen|registrieren|schließen|abbrechen|akzeptieren
            alle(?:s)? akzeptieren|ablehnen|drucken|merken|zum (?:inhalt|hauptinhalt|menü|seitenanfang)\b.*|nach oben
            (?:artikel|beitrag|seite|link) (?:teilen|drucken|merken|kopieren|empfehlen).*|mehr (?:anzeigen|laden).*
            weiterlesen.*|weitere (?:artikel|beiträge|themen|nachrichten)\b.*|inhalt(?:sverzeichnis)?|kontakt|über uns
            newsletter\b.*|abonnieren\b.*|jetzt abonnieren.*|schlagw(?:ort|örter|orte)\b ?:?.*|themen ?:.*
            (?:bild|foto|video) [–—-] .*|(?-i:Von(?: (?:und )?[A-ZÄÖÜ][\w.'-]+){2,6})|(?:text|autor(?:in)?|redaktion|fotos?|video)(?: von|:).*
            (?:zuletzt )?(?:aktualisiert|veröffentlicht|geändert)(?: am|:).*|stand:.*|lesezeit\b.*|cookie-einstellungen
            \d+ (?:aufrufe|kommentare?|antworten|mal geteilt)|seite \d+(?: von \d+)?|vorherige seite|nächste seite
        """,
        boilerplate=r"""
            der (?:beitrag|artikel)\b.{1,200}\berschien zuerst (?:auf|bei)\b
            abonnieren sie\b|lesen sie (?:auch|mehr|hier)\b|folgen sie uns\b|melden sie sich\b.{0,60}\b(?:an|newsletter)\b
            (?:hier|jetzt) (?:abonnieren|anmelden|registrieren|spenden)\b.{0,40}$|unterstützen sie (?:uns|unsere?)\b.{0,60}
            (?:klicken|tippen) sie (?:hier|auf)\b|bitte (?:aktivieren|erlauben) sie\b.{0,40}\b(?:javascript|cookies)\b
            (?:haben sie|sie haben) (?:einen )?fehler (?:gefunden|entdeckt|bemerkt)|schreiben sie (?:uns|einen kommentar)\b
            ihre e-?mail-adresse wird nicht veröffentlicht|mit (?:der|ihrer) (?:anmeldung|nutzung)\b.{0,80}\bstimmen sie
            dieser (?:artikel|beitrag|text) (?:erschien|wurde)\b.{0,40}\bzuerst\b
            .*\bmit unserem (?:\w+ )?newsletter (?:erhalten|sind|bleiben|verpassen)\b|mit der (?:anmeldung|registrierung) (?:akzeptier|stimm)
            .*\b(?:einfach|jetzt) hier klicken\b|die aktuelle ausgabe\b.{0,80}\b(?:bahnhofskiosk|kiosk|abo)\b
            .*\bhandelt es sich um affiliate-?links\b|schon gelesen\?
            \W?(?:werbung\W+)?dieser (?:artikel|beitrag|text) enthält\b.{0,40}\b(?:werbung|werbelinks|affiliate)
        """,
        banners=r"""
            .*\balle rechte vorbehalten\b|.*\b(?:wir (?:verwenden|nutzen|setzen)|diese (?:seite|website|webseite))\b.{0,80}\bcookies?\b
            .*\bcookies?\b.{0,80}\b(?:webseite|datenschutz|einwilligung)\w*\b
            .*\b(?:nachdruck|vervielfältigung|weiterverbreitung)\b.{0,80}\bgenehmigung\b
        """,
        makers="(?:aufgezeichnet|übersetzt|bearbeitet|geschrieben|verfasst|fotografiert|zusammengestellt) von",
        joins_names=listed(
            "und mit für aus in im am bei von der dem den sowie übersetzt bearbeitet fotografiert"
        ),
        credits="(?:foto|bild|abbildung|illustration|symbolbild|archivbild|archivfoto|titelbild)(?:er|s|quelle|nachweis)?",
        agencies="dpa|apa|imago(?: images)?|picture alliance|epd|kna|keystone",
        archived="archiv(?:bild|foto|aufnahme)|symbol(?:bild|foto)",
        sources="quelle",
        finite_verbs=r"ist|sind|waren|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|sagt|sagte|soll|muss|\w{3,}(?:ierte|ierten)",
        references=r".*\babgerufen am\b.*\d.*|.*\b(?:archiviert|memento) vom\b.*",
        notes=r"""
            (?:anmerkung|hinweis|anm\.) (?:der|d\.) (?:redaktion|red\.|autorin|autors|übersetzerin|übersetzers)\s*[:.—–(].*
            \W?(?:korrektur|berichtigung|richtigstellung|triggerwarnung|redaktioneller hinweis)\s*[:.—–(].*
            dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien)\b.{0,80}\b(?:veröffentlicht|übersetzt|aktualisiert|zuerst)\b.*
        """,
        attributions=r"""
            (?:[^\W\d_]+,\s)?(?:laut|nach angaben|nach aussage|in den worten)\s.*[:,]
            (?:aus|von)\s(?:der|dem)\s[^,;]{0,50}:
        """,
        related=r"""
            lesen sie auch:?|mehr zum thema:?|(?:auch|das könnte sie auch) interess(?:ant|ieren):?|siehe auch:?
            (?:ähnliche|verwandte|weitere|neueste|beliebte) (?:artikel|beiträge|themen|nachrichten|meldungen):?
            meistgelesen\w*|einzelnachweise|literatur|weblinks
        """,
        comments="kommentare?",
        commenting=r"(?:einen )?kommentar (?:schreiben|verfassen|hinterlassen|abgeben).*|diskutieren sie mit\W*",
        author_cards=r"""
            .{3,60}\bist\b.{0,60}\b(?:korrespondent|redakteur|reporter|journalist|autor|kolumnist)(?:in)?\b.*
        """,
        tails=r"(?:weiterlesen|mehr lesen|mehr erfahren)\s*[.…»>→]*",
        edit_marks=r"bearbeiten(?: \| quelltext bearbeiten)?",
        date_words=listed("""
            uhr stand am um vom bis den vor heute gestern aktualisiert veröffentlicht geändert zuletzt datum zeit
            stunde stunden minute minuten tag tage tagen woche wochen monat monate monaten jahr jahre jahren seite
            lesezeit
        """),
    ),
    interviews=Interviews(
        you="sie|ihnen|ihre?[mnrs]?|dich|dir|dein\\w*|euch|euer|eure\\w*",
        prompts=r"""
            (?:[^\W\d_]+, |bitte |und )?(?:erzählen|beschreiben|erklären|nennen|schildern|erläutern|stellen) sie\b
            (?:[^\W\d_]+, |bitte |und )?(?:erzähl|beschreib|erklär|nenn|schilder)e?\b
        """,
        askers=listed("frage interviewer interviewerin moderator moderatorin reporter reporterin f"),
        answerers=listed("antwort a"),
    ),
)

LANGUAGE = KnownLanguage(
    code="de", name="Deutsch", words=_WORDS, asking=_ASKING, manners=_MANNERS, reading=_READING
)
