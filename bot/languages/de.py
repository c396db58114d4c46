"""German."""

from bot.languages.language import Asked, Asking, Language, Reading, Words, listed

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
        wirst wollen wollte wurdest wozu wodurch womit wovon woran worauf worin weshalb weswegen wieviel
        wobei zwar ans aufs bitte eigentlich wollt darf durfen durfte bleibt wohl gar
    """),
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
    times=r"""
        januar|jan|feber|februar|feb|märz|april|apr|mai|juni|juli|august|aug|september|sept?|oktober|okt
        november|nov|dezember|dez|jänner|(?:mon|diens|donners|frei|sams|sonn)tags?|sonnabends?|mittwochs?
        uhr|mitternacht|mittags?|morgens?|abends?|nachts?|nächte|vormittags?|nachmittags?|gestern|heute
        tage?s?|tagen|wochen?|monat(?:e|en|s)?|jahr(?:e|en|es|s)?|jahrhunderts?|jahrzehnt\w*|stunden?
        minuten?
    """,
    numbers=r"""
        eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dutzend\w*|hundert\w*|tausend\w*
        million(?:en)?|milliarden?|halbe?|hälfte|drittel|viertel|doppelt\w*|mehrere|zweimal
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
    scales=("tausend Tsd", "Millionen Million Mio", "Milliarden Milliarde Mrd"),
    short_scales="""
        tsd Tausend
        mio Millionen
        mrd Milliarden
    """,
    glued_scales=("Mio", "Mrd"),
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
        Asked.THING: r"was|welche[rsnm]?|womit|worüber|worum|was für",
    },
    yes_no_links="und|aber|also",
    yes_no_first=r"""
        ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|konnten|soll
        sollen|sollte|muss|darf|gibt es|gab es|stimmt es
    """,
    about_next=r"wie ?viele?n?|wieviele?|welche[rsnm]?|was für|wessen",
    question_words=r"""
        wie ?viele?|wieviele?|wie (?:lange?|weit|alt|oft|hoch|groß)|wer|wen|wem|wessen|was|wann|wo|woher
        wohin|warum|wieso|weshalb|wie|welche[rsnm]?
    """,
    links=r"""
        (?:und |aber )?(?:was ist|wie ist es|wie steht es|wie sieht es) mit|und|aber|oder|sowie|auch
    """,
    prepositions=r"über|mit|für|gegen|während|nach|vor|seit|bis|zwischen|ohne|wegen|durch|unter",
    before_small_places=frozenset(["in", "im", "bei", "nahe"]),
    filters={"before": "vor", "after": "nach", "source": "quelle", "lang": "sprache"},
    greetings=listed("hallo hi moin servus"),
    thanks=listed("danke dankeschön"),
)

_READING = Reading()

LANGUAGE = Language(code="de", name="Deutsch", words=_WORDS, asking=_ASKING, reading=_READING)
