"""Italian."""

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
)

_ARTICLES = r"(?:il|lo|la|i|gli|le|un|uno|una|l(?=['’])|un(?=['’]))"

_WORDS = Words(
    stop_words=listed("""
        a ad agli ai al all alla alle allo alcun alcuna alcune alcuni allora altra altre altri altro anche ancora avere aveva
        avevano avuto c ce che chi ci ciascun ciascuna ciascuno cio cioe ciononostante co coi col come comunque con contro cosa
        cose cosi cui d da dagli dai dal dall dalla dalle dallo de degli dei del dell della delle dello dentro deve devono di
        doveva dovevano dopo dov dove dunque durante e ebbe ebbero ed egli ella entrambe entrambi era erano essa esse essere
        essi esso fa fanno fare finche fino forse fra fu fuori furono gia gli ha hai hanno ho i il in infatti infine inoltre insieme
        invece io l la le lei li lo loro lui lungo ma mai me mediante meno mentre mi mia mie miei mio molta molte molti molto
        ne neanche negli nei nel nell nella nelle nello nemmeno neppure nessun nessuna nessuno niente no noi non nostra nostre
        nostri nostro nulla o od ogni ognuno oltre oppure ora ovvero parecchi parecchie per perche percio pero pertanto
        piu po poca poche pochi poco poi poiche poteva potevano presso prima proprio puo possono pure qual qualche qualcosa
        qualcuno quale quali qualsiasi qualunque quando quant quanta quante quanti quanto quasi quegli quei quel quell quella
        quelle quelli quello quest questa queste questi questo qui quindi s sara saranno sarebbe sarebbero se secondo sei sembra
        sempre senza sia siamo siano siete siccome solo soltanto sono sopra sotto sta stanno stata state stati stato stava stavano
        stessa stesse stessi stesso su sua subito sue sugli sui sul sull sulla sulle sullo suo suoi t tale tali tanta tante
        tanti tanto te ti tra tramite troppo tu tua tue tuo tuoi tutta tuttavia tutte tutti tutto un una uno v va vanno vari varie
        verso vi via voi vostra vostro
    """),
    names_too=frozenset(["stato"]),
    before_apostrophes=(
        r"(?:[cdlmnstv]|(?:de|a|ne|su|da|que|be)ll|un|sant|gl|anch|quest|cos|dov|com|quant|tutt|mezz|nessun|ciascun|alcun"
        r"|qualcun|senz|grand|buon)'(?=\w)"
    ),
    irregular="""
        andare vado va vanno andra andranno; venire viene vengono venne vennero venuto venuta venuti verra; dire dice dicono disse dissero detto detta dette detti
        fare fece fecero fatto fatta fatti fatte faceva; vedere vede vide videro visto vista visti; dare danno diede diedero dette dettero
        sapere sa sanno seppe seppero; potere pote poterono; volere vuole vogliono volle vollero; tenere tiene tengono tenne tennero tenuto
        ottenere ottiene ottengono ottenne ottennero; mantenere mantiene mantenne mantennero; rimanere rimane rimase rimasero rimasto rimasta rimasti
        nascere nasce nacque nacquero nato nata nati; morire muore muoiono mori morirono morto morta morti morte; vivere vive visse vissero vissuto
        scrivere scrive scrisse scrissero scritto scritta scritti; leggere legge lesse lessero letto; prendere prende prese presero preso presa presi
        chiudere chiude chiuse chiusero chiuso chiusa chiusi; aprire apre apri aprirono aperto aperta aperti; mettere mette mise misero messo messa messi
        promettere promise promisero promesso; permettere permise permisero permesso; perdere perde perse persero perso persa persi
        vincere vince vinse vinsero vinto vinta; rompere rompe ruppe ruppero rotto rotta; correre corre corse corsero corso
        chiedere chiede chiese chiesero chiesto; rispondere risponde rispose risposero risposto; decidere decide decise decisero deciso
        uccidere uccide uccise uccisero ucciso uccisa uccisi; dividere divise divisero diviso; ridere rise risero; scendere scende scese scesero sceso
        salire sale salgono sali salirono salito; uscire esce escono usci uscirono uscito; cadere cade cadde caddero caduto; crescere cresce crebbe crebbero
        conoscere conosce conobbe conobbero; piacere piacque; tacere tacque; giungere giunge giunse giunsero giunto; raggiungere raggiunge raggiunse raggiunsero raggiunto
        aggiungere aggiunse aggiunsero aggiunto; spingere spinse spinto; dipingere dipinse dipinto; distruggere distrusse distrussero distrutto distrutta distrutti
        costruire costrui costruirono costruito; produrre produce prodotto produsse produssero; condurre conduce condusse condussero condotto
        introdurre introdusse introdotto; tradurre traduce tradusse tradotto; ridurre riduce ridusse ridotto; porre pone pose posero posto; proporre propone propose proposero proposto
        comporre compose composto; esporre espose esposto; scegliere sceglie scelse scelsero scelto scelta; togliere toglie tolse tolsero tolto
        raccogliere raccoglie raccolse raccolsero raccolto; accogliere accolse accolto; risolvere risolse risolto; muovere muove mosse mossero mosso
        coprire copre coperto; scoprire scopre scopri scoprirono scoperto scoperta; offrire offre offerto; soffrire sofferto; sedere siede siedono
        bere beve bevve bevuto; rendere rende rese resero reso; spendere spende spese spesero speso; accendere accese acceso; difendere difese difeso
        dirigere dirige diresse diressero diretto diretta; proteggere protegge protesse protetto; correggere corregge corresse corretto
        esplodere esplose esplosero esploso; affondare affondo affondarono; fuggire fugge fuggirono; eleggere elesse elessero eletto eletta
        uomo uomini; dio dei; bue buoi; uovo uova; dito dita; braccio braccia; paio paia; centinaio centinaia; migliaio migliaia
    """,
    short_forms="""
        km chilometro; kg chilogrammo chilo; cm centimetro; mm millimetro; min minuto; tel telefono; kw chilowatt; pzza piazza; vle viale
    """,
    times=r"""
        gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|lunedì|martedì
        mercoledì|giovedì|venerdì|sabat[oi]|domenic(?:a|he)|mezzanotte|mezzogiorno|alba|tramonto|ieri|oggi|domani
        mattin[aoei]|mattinat[ae]|pomeriggi?o?|ser[ae]|serat[ae]|nott[ei]|settiman[ae]|mes[ei]|ann[oi]|decenni?o?|secol[oi]
        giorn[oi]|giornat[ae]|or[ae]|minut[oi]
    """,
    numbers=r"""
        uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|decin[ae]|dozzin[ae]|centinai[oa]|cento|\w{3,12}cento
        mille|mila|\w{3,20}mila|migliai[oa]|milion[ei]|miliard[oi]|metà|terzo|quarto|mezz[oa]|doppio|divers[ei]|parecchie?
    """,
    parts=r"""
        sezion[ei]|sez\.|articol[oi]|artt?\.|capitol[oi]|capp?\.|pagin[ae]|pagg?\.|pp?\.|paragraf[oi]|par\.|figur[ae]|figg?\.
        tabell[ae]|tab\.|allegat[oi]|all\.|regol[ae]|pass[oi]|punt[oi]|comm[ai]|lettera|lett\.|volum[ei]|vol\.|version[ei]|nn?\.
    """,
    causes=r"""
        perché|perche|poiché|siccome|giacché|dato|grazie|caus[ae]|causat\w+|causò|motiv[oi]|ragion[ei]|quindi|dunque|perciò
        pertanto|conseguenz\w+|provoc\w+|evitare|per|dovut[oaie]|affinché
    """,
    speech=r"""
        dett[oaie]|disse|dissero|dice|dicono|dichiar(?:ò|a|ano|ato|arono)|afferm(?:ò|a|ano|ato|arono)|annunci(?:ò|a|ano|ato|arono)
        spieg(?:ò|a|ano|ato|arono)|assicur(?:ò|a|ano|ato|arono)|sottoline(?:ò|a|ano|ato|arono)|avvert(?:ì|e|ono|ito|irono)|secondo
        scrisse|scrive|scritto|aggiunse|aggiunge|aggiunto|sostenne|sostiene|sostengono|sostenuto|promise|promesso
        raccont(?:ò|a|ano|ato|arono)|accus(?:ò|a|ano|ato|arono)
    """,
    reports=r"""
        (?:dic|diss|dett|dichiar|scriv|scriss|scritt|second|afferm|annunci|spieg|assicur|sottoline|avvert|aggiun|sost(?:ien|en)|rispo|raccont|ricord|chied|chies)\w*
        stando|cit(?:a|ò|ano|ando|ato)
    """,
    refers_back=r"""
        egli|ella|ess[oaie]|lui|lei|loro|quest[oaie]|quell[oaie]|ciò|suo[i]?|sua|sue|tal[ei]|ma|e|anche|poi|allora|tuttavia|però
        inoltre|così|quindi
    """,
    before_places=listed("""
        a ad in di da nel nello nella nei negli nelle al allo alla ai agli alle dal dallo dalla dai dagli dalle del dello della
        dei degli delle presso verso vicino su sul sullo sulla fuori tra fra oltre lungo
    """),
    months=(
        "gennaio gen genn",
        "febbraio feb febb",
        "marzo mar",
        "aprile apr",
        "maggio mag magg",
        "giugno giu",
        "luglio lug",
        "agosto ago",
        "settembre set sett",
        "ottobre ott",
        "novembre nov",
        "dicembre dic",
    ),
    months_too=frozenset(["mar", "ago", "set", "sett"]),
    before_dates=r"""
        il|del|al|dal|nel|entro il|fino al|prima del|dopo il|di|a|e|l['’]|dell['’]|all['’]|dall['’]
    """,
    before_year="del",
    ordinals="[º°o]",
    days="1o",
    years=r"""
        nel|dal|al|del|il|fino al|entro il|prima del|dopo il|verso il|intorno al|tra il|fra il|e il|fine|inizio|metà
    """,
    surely_years=r"ann[oi]|estate|inverno|primavera|autunno",
    after_years=r"d\. ?C\.|a\. ?C\.",
    not_dates=r"versione|versioni|v\.?|ip|indirizzo ip|sezione|capitolo|articolo|art\.|n\.",
    small_numbers=(
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
        "undici",
        "dodici",
        "tredici",
        "quattordici",
        "quindici",
        "sedici",
        "diciassette",
        "diciotto",
        "diciannove",
        "venti",
    ),
    fractions=("metà mezzo mezza", "terzo terzi", "quarto quarti"),
    tens=("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"),
    elided="ou",
    one="uno",
    scales=("mila mille migliaia", "milioni milione", "miliardi miliardo"),
    short_scales="""
        mln milioni
        mld miliardi
    """,
    glued_scales=("mln", "mld"),
    bounds=r"""
        almeno|come minimo|al massimo|al più|non|fino a|più di|meno di|oltre|circa|quasi|intorno a|attorno a|all['’]incirca
        approssimativamente|solo|soltanto|appena|prima del|dopo il|dal|entro il|fino al
    """,
    part_of=r"di (?:loro|questi|queste|essi|esse|cui)|(?:tra|fra) (?:loro|cui|questi|queste)|de(?:i|lle) quali|compres[ie]",
)

_ASKING = Asking(
    kinds={
        Asked.NUMBER: r"""
            quant[oaie]?
            (?:che|qual[ei]?)(?: è| era| fu| sono| erano)? (?:\w+ ){0,2}?(?:l['’])?(?:numero|quantità|percentuale|popolazione|costo|prezzo|totale|dimensione|cifra|tasso|quota|stipendio|salario|bilancio|temperatura|età|distanza|lunghezza|altezza|larghezza|profondità|peso|somma|superficie|importo)
        """,
        Asked.TIME: r"""
            quando|fino a quando|da quando
            (?:che|qual[ei]?) (?:è |era |fu )?(?:\w+ )?(?:l['’])?(?:ann[oi]|dat[ae]|giorn[oi]|mes[ei]|or[ae]|epoca|secolo|momento|decennio|periodo|stagione|settimana)
        """,
        Asked.PLACE: r"""
            dove|dov(?=['’])
            (?:che|qual[ei]?) (?:è |era )?(?:\w+ )?(?:città|paes[ei]|region[ei]|luog(?:o|hi)|post[oi]|provinc(?:ia|e)|quartiere|via|piazza|continente|fiume|edificio|villaggio|comune)
        """,
        Asked.PERSON: r"""
            chi
            (?:che|qual[ei]?) (?:è |era |sono |fu )?(?:\w+ )?(?:l['’])?(?:person[ae]|uomo|donna|nom[ei]|presidente|ministr[oa]|sindac[oa]|azienda|società|organizzazione|squadra|partito|gruppo|autore|autrice|giornale|giornalista|canale)
            come si chiam\w+
        """,
        Asked.CAUSE: r"""
            perché|perche|come mai|per (?:quale|che) (?:motivo|ragione)|a causa di (?:che|cosa)
            (?:che cosa|cosa|che) ha (?:causato|provocato|determinato|spinto)
        """,
        Asked.SPEECH: r"""
            (?:cosa|che|cos['’]) ?(?:\w+ ){0,5}?(?:detto|disse|dissero|dice|dicono|dichiarato|dichiara|affermato|afferma|annunciato|promesso|promise|risposto|rispose|spiegato|scritto|scrisse|chiesto|chiese|sostiene|sostenuto)
        """,
        Asked.MANNER: r"(?<!\w )come|(?:e|ma|dire|dirmi|sapere|spiegare|spiegarmi|sai|sa) come|in (?:che|quale) (?:modo|maniera)",
        Asked.THING: r"""
            (?:che )?(?:cosa|cos|che)['’ ]?(?:è |era )?(?:successo|accaduto|succede|successe|accadde)
            (?:che|qual[ei]) (?:event[oi]|cosa|tip[oi]|gener[ei])
            cosa|cos(?=['’])|qual[ei]?|^che|(?:in|a|di|da|per|con|su) che
        """,
    },
    yes_no_links="e|ma|allora|quindi",
    yes_no_first=r"""
        (?:è|era|erano|fu|furono|sono|sarà|saranno|ha|hanno|aveva|avevano|può|possono|poteva|deve|devono|doveva)(?=\Z|[^?\n]{1,300}\?)
        (?:è|era) (?:vero|possibile|stat[oa])|(?:ha|hanno) (?:il|lo|la|i|gli|le) \w+ \w+|(?:può|possono|deve|devono) (?:il|lo|la|i|gli|le|un[ao]?) \w+
        sono (?:stat[ie]|previst[ie]|apert[ie])|si può|bisogna|esiste|esistono|esisteva|c['’](?:è|era|erano)|ci sono(?! un)|e['’] (?:vero|stat[oaie])|vero che
    """,
    begins_another=rf"""
        (?:può|possono|poteva|potevano|potrà|potranno|deve|devono|doveva|dovevano|dovrà|dovranno) {_ARTICLES}
        (?:è|e['’]) vero che|c['’](?:è|era|erano)|ci sono
    """,
    exists=r"c['’](?:è|era|erano)|ci (?:sono|fu|furono|sarà|saranno)",
    doubts="se",
    about_next=r"quant[oaie]|qual[ei]?|^che(?! cosa)|(?<=\bin )che|(?<=\ba )che|(?<=\bdi )che|(?<=\bda )che",
    begs=r"(?:dimmi|dimmi di più|parlami|raccontami|spiegami|dicci)(?: qualcosa)?(?: di più)? (?:di|del|dell[aeo]|dei|degli|dell['’]|su|sul|sull[aeo]|chi|cosa|che|quando|dove|perché|come|quant[oaie])",
    outcries=r"""
        (?![^?]*\?)che (?:\w+ )?\w+|(?![^?]*\?)quant['’]è \w+|chi (?:l['’]avrebbe|lo avrebbe) (?:detto|pensato|immaginato)|e allora|e chi se ne importa|a chi importa
        chi se ne (?:importa|frega)|ma davvero|davvero|sul serio|ah sì|a chi importa|dov['’]è la (?:giustizia|logica)|come (?:passa|vola) il tempo|che ci vuoi fare|dove andremo a finire
        (?![^?]*\?)(?:chi l['’]avrebbe mai \w+|quanto (?:sei|siete|hai) [^?]*|come (?:volevasi|sempre|al solito)[^?]*|a che pro|come si fa a (?:essere|non) [^?]*|quando finirà (?:quest\w+|tutto)[^?]*|come si (?:suol )?dice[^?]*)
    """,
    speakers=r"io|mi|me|mio|mia|ho|noi|tu|ti|te|tuo|tua|hai|vuoi|\w+(?:eremo|iremo|andremo)|credi|pensi|dici|continuo",
    among_people=r"""
        domani|dopodomani|stasera|stanotte|più tardi|nel fine settimana|qualcuno|voi|vi|siete|(?:av|sap|pot|vol|dov)ete|(?!siamo)\w+iamo
        ci(?! (?:sono|sarà|saranno|furono|fu|vuole|vogliono|volle|vollero))
    """,
    states=r"(?:qualunque|qualsiasi) cosa|chiunque|comunque (?:sia|vada)|che (?:\w+ ){0,2}?lo vogli\w+",
    defines=(
        r"(?:che )?(?:cos['’]è|cosa è|cosa sono|cos['’]era|cosa erano|cosa significa|cosa significano|cosa vuol dire|cosa si intende per|cosa s['’]intende per)|che (?:significa|vuol dire)|chi (?:è|sono|era|erano|fu|furono)|(?:definisci|spiega|definizione di|significato di)",
        r"(?:che cos['’]è|cos['’]è|cosa è|cosa sono|significa|vuol dire|definizione|significato)",
    ),
    introduces=(
        rf"(?:è|sono|era|erano|fu|furono) (?:{_ARTICLES}|ogni|tutt[oaie])"
        r"|signific(?:a|ano)|indic(?:a|ano)|design(?:a|ano)|si riferisce a|sta per"
    ),
    presents=(
        r"è|era|fu|si chiama|si chiamava",
        r"che|il cui|la cui|i cui|le cui|un[oa]?|il|la|l['’]ex|ex|già|allora|oggi",
    ),
    question_words=r"""
        (?:da|fino a) quando|(?:per|con|a|da|di) chi|quant[oaie]?|chi|che cosa|cosa|cos(?=['’])|quando|(?:da |di )?dove|dov(?=['’])
        perché|perche|come mai|come|(?:(?:in|a|di|da|per|con) )?qual[ei]?|(?:(?:in|a|di|da|per|con) )?che
    """,
    either="o|oppure",
    links=r"""
        (?:e |ma |allora )?(?:che (?:mi )?(?:ne )?(?:dici|dite|succede) (?:di|del|della|dei|delle)|per quanto riguarda)|e|o|oppure
        ma(?=\s+(?:ad?|al|alla|in|nel|nella|di|da|per|con|chi|cosa|quando|dove|quant[oaie]|come|perché|qual[ei]?)\s)|ed(?=\s+(?:è|era|erano|in|a)\s)
    """,
    prepositions=r"""
        su|sul|sulla|sullo|sui|sugli|sulle|con|per|contro|durante|dopo|prima|fino|tra|fra|senza|secondo|presso|verso
    """,
    before_small_places=frozenset(["in", "a", "nel", "nella"]),
    verifies=listed("""
        vero veri vere corretto corretta esatto esatta davvero citazione frase articolo articoli scritto verificare verifica controlla
    """),
    now=r"""
        (?<!['’])(?<!che )(?<!quale )(?<!ogni )(?<!mezza )(?<!qualche )ora|adesso|oggi|oggigiorno|attualmente|in questo momento|al momento
        questa settimana|questo mese|quest['’]anno|ultim[ei] (?:notizie|dati|cifre|aggiornamenti|novità|informazioni)|più recent[ei]|finora
    """,
    someone=listed("qualcuno"),
    writes=listed("scritto scrisse scrive detto affermato riportato dichiarato pubblicato sostenuto"),
    worded_filters=WordedFilters(
        language_word="lingua",
        in_language=r"in",
        languages="en inglese, ru russo, kk kazako, de tedesco, uk ucraino, fr francese, es spagnolo, it italiano",
        only=r"solo|soltanto|solamente|unicamente|nient['’]altro che",
        sources=r"(?:(?:in|nel|nella|nello|da|dal|dalla|dallo|di|del|della|dello|su|sul|sulla|secondo)\s+)?(?:il|lo|la|i|gli|le)?",
        says=r"secondo(?: il| lo| la| i| gli| le)?|stando (?:a|al|allo|alla|ai|agli|alle)|a detta (?:di|del|dello|della)",
        in_articles=r"(?:nell['’]|dall['’]|dell['’]|secondo l['’]|(?:in |da |di )?quest['’]|nel |dal |in questo )\s?(?:articolo|testo|servizio|pezzo)(?: intitolato| su| sul| sulla| sullo| dal titolo)?",
        since=r"(?:pubblicat[oaie] )?(?:dal|da|a partire dal|a partire da)",
        after=r"(?:pubblicat[oaie] )?dopo(?: il)?",
        until=r"(?:pubblicat[oaie] )?(?:fino|sino) (?:al|a)",
        before=r"(?:pubblicat[oaie] )?prima (?:del|di)",
    ),
    pointing=PointingWords(
        more=r"(?:e )?(?:(?:mostrami|dammi|dimmi) )?(?:ancora|altro|altre(?: citazioni)?|di più|più citazioni|qualcos'altro|qualcosa d'altro)|(?:e )?(?:che altro|cos'altro|che cos'altro)|continua|vai avanti|(?:le |gli )?(?:prossim[ei]|successiv[ei]|altr[ei])|il resto",
        source=r"(?:e )?(?:qual è )?(?:la |le |la tua |la sua )?font[ei]|da dove (?:viene|arriva)(?: questo| ciò)?|(?:dov'è|dove sta|dove è) scritto(?: questo| ciò)?|la prova|(?:il )?link",
        speaker=r"(?:e )?chi (?:l'ha|lo ha|ha) (?:detto|scritto|affermato)(?: questo| ciò)?|(?:e )?chi (?:lo dice|dice questo|lo afferma|afferma questo)",
        before_ordinals=r"la|il|e|mostrami|dammi",
        ordinals=(r"prim[oa]", r"second[oa]", r"terz[oa]", r"quart[oa]", r"quint[oa]"),
        quotes=r"citazione|risposta|numero|brano|passo",
    ),
    filters={"before": "prima", "after": "dopo", "source": "fonte", "lang": "lingua"},
)

_MANNERS = Manners(
    greetings=listed("""
        ciao salve buongiorno buonasera buonanotte buondì buonpomeriggio cari care caro cara gentile gentili egregio hey ehi
    """),
    thanks=listed("grazie ringrazio ringraziamo ringraziamenti saluti saluto arrivederci abbraccio addio"),
    pleas=listed("prego scusa scusate scusi perdonate perdona perdoni perfavore cortesemente gentilmente"),
    urgency=listed("urgente urgenza"),
    addresses=listed("bot tutti tutte ragazzi ragazze qualcuno gente amici signori signore signora colleghi"),
    requests=listed("""
        favore cortesia domanda domande dire dirmi dimmi dirci ditemi sapere sa sai sapete saprei sapresti sapreste saprebbe chiedere chiederti chiedervi
        aiuto aiutami aiutatemi aiutarmi spiegare spiegarmi spiegami potresti potreste potrebbe può puoi potete domandare informazione
        informazioni rispondere rispondimi risposta dubbio dubbi chiarire conosci conosce conoscete
    """),
    wishes=listed("buona buon buone cordiali distinti"),
    beside=listed("""
        mille anticipo sera giorno pomeriggio disturbo breve avrei molte ok bene davvero serio importa scherzi disturbare disturbi
        piccola veloce velocemente tanto tante gentilissimo gentilissimi gentile molto infinite cosa una urgentemente stupida sciocca
        forse caso serata giornata perfetto vero utile primo secondo terzo innanzitutto anche inoltre momento cuore
        possibile magari aiutato certo
    """),
    fillers=listed("ok allora bene dunque oh ah beh hm hmm"),
    asker=listed(
        "io mi mio mia miei mie sono sto ho devo avrei vorrei noi ci nostra nostro abbiamo stiamo dobbiamo vorremmo"
    ),
    you=listed("""
        tu te voi lei vi ti tuo tua sei siete puoi può potete potresti potreste potrebbe sai sa sapete sapresti sapreste saprebbe
        stai state qualcuno
    """),
    about_you=listed("nome chiami fare fai fatto creato umano robot"),
    leaning=listed(
        "lui lei loro lo la li le gli esso essa essi esse suo sua suoi sue questo questa ciò quello quella lì là"
    ),
)

_READING = Reading(
    sentences=Sentences(
        leads_on=listed(
            "il lo la gli le un una uno e o di del della dei delle al alla in con per che da dal dalla"
        ),
        titles=listed("s ss st mr mrs"),
        inside=listed("""
            sig sigg sig.ra sig.na sig.re sigg.ri dott dott.ssa dott.sse dottt dr dr.ssa avv avv.ti ing prof prof.ssa proff sen gen
            mar.llo brig mons rev geom rag cav p.i jr es p.es ad.es cfr ibid i.e ca circa trad vs c.d p.zza v.le c.so l.go f.lli
            spett spett.le egr gent gent.ma ill.mo
        """),
        before_names=listed(
            "on arch col cap ten comm cit ecc ed a.c d.c a.c.n s.p.a s.r.l s.n.c s.a.s s.p cod loc fraz v p.za u.s c.a"
        ),
        numbered=listed("""
            n nn num art artt c co lett p pp pag pagg cap capp vol voll fig figg tab par sez tel all prot punt int
            d.lgs dlgs d.l d.m d.p.r d.p.c.m l.r
            gen genn feb febb mar apr mag magg giu lug ago sett set ott nov dic
        """),
        starters=listed("""
            il lo la i gli le l un uno una è e ma o se non che chi cosa come quando dove perché nel nello nella nei negli nelle
            in a al allo alla ai agli alle da dal dalla dallo dai dalle di del dello della dei degli delle per con su sul sulla sui sulle tra fra dopo
            prima poi oggi ieri domani qui lì là ora adesso questo questa questi queste quello quella quelli quelle nessuno nessuna niente nulla
            tutti tutte tutto tutta ogni alcuni alcune molti molte pochi poche altri altre entrambi ciò così però quindi inoltre infatti tuttavia
            dunque infine finalmente intanto mentre durante secondo senza contro verso anche ancora già mai sempre sono era erano fu furono ha hanno
            aveva avevano io tu lui lei noi voi loro egli ella essi esse si ci c'è c’è suo sua suoi sue mio mia tuo tua nostro nostra quale quali
            quanto quanti quante solo soltanto più meno molto forse invece allora anzi oppure né sì no
        """),
        calendar=listed("""
            gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
            gen genn feb febb mar apr mag giu lug ago sett set ott nov dic
            lunedì martedì mercoledì giovedì venerdì sabato domenica
        """),
    ),
    residue=Residue(
        accounts=r"utente(?: (?:di )?(?:windows|microsoft office))?|amministratore|ospite|sconosciuto|autore sconosciuto",
        labels=r"""
            condividi|pubblicità|(?:foto|fonte|fonti|immagine):.*|commenti.*|home|menu|menù|cerca|ricerca|chiudi|annulla|stampa
            accedi|esci|registrati|iscriviti\b.*|abbonati\b.*|il mio account|area riservata|(?:vai|torna|salta) (?:al?|alla|su|in)\b.{0,12}\b(?:contenuto|menu|menù|home|principale|alto|su)\b.*
            torna su|accetta(?: tutto| tutti)?|rifiuta(?: tutto| tutti)?|(?:gestisci|impostazioni) (?:i )?cookie|condividi (?:su|questo|questa|l['’]articolo|via|con)\b.*
            copia (?:il )?link.*|invia (?:per|via) e-?mail.*|leggi (?:tutto|di più|anche|altro)\b.*|continua a leggere.*|scopri di più|mostra (?:altro|di più|tutto|tutti)
            indice|sommario|note legali|informativa (?:sulla )?(?:privacy|cookie)|privacy policy|contatti|contattaci|chi siamo|mappa del sito
            newsletter\b.*|seguici\b.*|tag ?:.*|etichette? ?:.*|categori[ae] ?:.*|argoment[oi] ?:.*|caricamento.*|in evidenza|ultime notizie
            (?:foto|immagine|video) [–—-] .*|(?-i:di(?: (?:e )?[A-ZÀÈÉÌÒÙ][\w.'’-]+){2,6})|(?:testo|autore|autrice|redazione|video)(?: di| a cura di|:).*|a cura di .*
            (?:pubblicato|aggiornato|modificato)(?: il| alle|:).*|ultim[ao] (?:aggiornamento|modifica)\b.*
            tempo di lettura\b.*|\d+ (?:comment[oi]|visualizzazioni|condivisioni|rispost[ae])|pagina \d+(?: (?:di|/) \d+)?|pagina (?:successiva|precedente)
        """,
        boilerplate=r"""
            l['’]articolo\b.{1,200}\b(?:proviene da|sembra essere il primo su|è apparso per la prima volta)\b
            iscriviti (?:a|al|alla|alle|ai|qui|ora|per)\b|abbonati (?:a|al|alla|ora|per)\b|leggi (?:anche|di più)\s*[:»>]|seguici (?:su|anche)\b
            (?:unisciti|iscriviti) (?:a|al|alla)\b.{0,60}\b(?:canale|gruppo|community|telegram|whatsapp)\b|registrati\b.{0,60}$
            ricevi\b.{0,80}\b(?:newsletter|e-?mail|casella|notifiche)\b|(?:fai )?clicca(?:re)? (?:qui|su)\b
            (?:sostieni|aiutaci|supporta)\b.{0,80}\b(?:giornalismo|lavoro|progetto|redazione)\b|fai una donazione\b
            condividi (?:questo|questa|il|la|l['’])\b.{0,60}$|(?:attiva|abilita) (?:javascript|i cookie)
            il tuo indirizzo e-?mail\b.{0,40}\bnon sarà\b|lascia un commento\b|hai (?:già )?un (?:abbonamento|account)\b
            (?:continuando|cliccando|proseguendo|navigando|utilizzando|iscrivendoti)\b.{0,100}\b(?:accetti|acconsenti)\b
            (?:hai|se hai) (?:notato|trovato|visto) un (?:errore|refuso)\b|riproduzione riservata\b
        """,
        banners=r"""
            .*\bdiritti (?:sono )?riservati\b|.*\bri?produzione (?:è )?(?:riservata|vietata)\b|.*\b(?:utilizziamo|usiamo|questo sito|il nostro sito)\b.{0,80}\bcookies?\b
            .*\bcookies?\b.{0,80}\b(?:navigazione|browser|consenso|privacy)\b
            (?:è )?vietat[ao] (?:la|ogni|qualsiasi) (?:riproduzione|copia)\b
        """,
        makers="(?:scritto|tradott[oa]|redatto|curato|fotografat[oa]|illustrat[oa]|realizzat[oa]|raccolt[oa]|intervista)(?: di| da| a cura di)",
        joins_names=listed("e con di del dello della dei da dal dalla il la in a per"),
        credits="(?:crediti?(?: fotografic[oi]|: foto)?|foto(?:grafi[ae])?|immagin[ei]|illustrazion[ei]|infografica)",
        agencies="ansa|adnkronos|agi|lapresse|askanews|imagoeconomica|fotogramma",
        archived="(?:foto|immagine|video) d['’](?:archivio|epoca)|(?:foto|immagine) di repertorio",
        sources="fonte",
        finite_verbs=r"sono|erano|furono|hanno|aveva|avevano|sarà|saranno|può|possono|disse|dice|viene|\w{3,}(?:ò|arono|irono|erono|avano|evano)",
        references=r".*\b(?:consultato|archiviato|url consultato) (?:il|in data|dall['’])\s?.*\d.*",
        notes=r"""
            nota (?:della redazione|dell['’]autore|dell['’]autrice|del traduttore|della traduttrice|dell['’]editore)\s*[:.—–(].*
            (?:ndr|n\.d\.r\.|ndt|nda)\s*[:.—–].*|\W?(?:correzione|rettifica|precisazione|errata corrige|avvertenza)\s*[:.—–(].*
            quest['’]?o? ?(?:articolo|testo|servizio) (?:è (?:stato )?(?:pubblicato|tradotto|aggiornato|corretto|apparso|uscito)|è una traduzione)\b.*
        """,
        attributions=r"""
            (?:[^\W\d_]+,\s)?(?:secondo|stando a|a detta di|a giudizio di|nelle parole di)\s.*[:,]
            (?:dal|dalla|dall['’])\s?(?:giornale|quotidiano|rivista|agenzia)\s[^,;]{0,50}:
        """,
        related=r"""
            leggi anche:?|vedi anche:?|approfondimenti:?|per approfondire:?|sullo stesso (?:tema|argomento):?|bibliografia|collegamenti esterni|voci correlate
            (?:articol[oi]|notizi[ae]|contenut[oi]|argoment[oi]) (?:correlat[oiae]|simil[ei]|recent[ei]|consigliat[oiae]):?
            (?:i |le )?più (?:lett[ie]|vist[ie]|popolari|condivis[ie])\b.*|potrebbe(?:ro)? interessarti(?: anche)?:?
        """,
        comments="comment[io]",
        commenting=r"(?:lascia|aggiungi|scrivi|inserisci|pubblica) (?:un|il tuo) commento.*|\d+ risposte a\b.*",
        author_cards=r"""
            .{3,60}\bè (?:un[oa]? |un['’]|la |il )?.{0,60}\b(?:giornalista|corrispondente|redattore|redattrice|reporter|cronista|inviat[oa]|editorialista)\b.*
        """,
        tails=r"(?:leggi tutto|leggi di più|continua a leggere|continua)\s*[.…»>→]*",
        edit_marks=r"modifica(?: \| modifica (?:sorgente|wikitesto|codice))?",
        date_words=listed("""
            di del il la alle ore ora h minuto minuti min fa oggi ieri pubblicato aggiornato modificato ultima modifica ultimo
            aggiornamento giorno giorni settimana settimane mese mesi anno anni pagina tempo lettura data
        """),
    ),
    interviews=Interviews(
        you=r"lei|voi|vostr[oaie]|tu|te|ti|tuo[i]?|tua|tue|suo|sua",
        prompts=r"""
            (?:[^\W\d_]+, |per favore, |e )?(?:raccont[ai]|descriv[ai]|spiegh?i|parl[ai]|present[ai]|dic[ai]|ricord[ai]|cit[ai])(?:ci|mi|telo|celo)?\b
            (?:[^\W\d_]+, |per favore, |e )?(?:ci|mi) (?:racconti|descriva|spieghi|parli|dica)\b
        """,
        askers=listed("domanda d intervistatore intervistatrice moderatore moderatrice giornalista"),
        answerers=listed("risposta r"),
    ),
)

LANGUAGE = KnownLanguage(
    code="it", name="Italiano", words=_WORDS, asking=_ASKING, manners=_MANNERS, reading=_READING
)
