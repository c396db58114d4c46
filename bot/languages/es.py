"""Spanish."""

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

_WORDS = Words(
    stop_words=listed("""
        a al algo ante antes asi aun bajo cada como con contra cual cuales cuando cuanta cuantas cuanto
        cuantos cuyo de del desde donde durante e el ella ellas ellos en entre era eran es esa ese eso esta
        estaba estan este esto fue fueron ha habia han hasta hay la las le les lo los mas me mi mientras muy
        ni no nos o os otra otro para pero por porque que quien quienes se segun ser si sido sin sobre son
        su sus tambien te tiene todo tras tu un una unas uno unos y ya yo ademas ahi ahora alguien alguna
        algunas alguno algunos alli ambos aquel aquella aquellas aquellos aqui aunque casi cierto conmigo
        cualquier cuya cuyas cuyos dar debe deben demas dentro entonces eramos eres esas esos estaban
        estabas estamos estas estoy estos estuvo fuera fui haber habian hace hacer hacia has he hemos
        incluso jamas luego mediante menos mia mio misma mismo mismos mucha muchas mucho muchos nada nadie
        ningun ninguna nosotros nuestra nuestro nuestros nunca otras otros pocas poco pocos podia pudo puede
        pueden pues quiza respecto sera seran seria sea sino sola solo somos soy tal tales tampoco tan tanta
        tanto tenia tener tengo tienen toda todas todos tuvo usted ustedes va vamos van varias varios vez
        vosotros voy adonde cuan
    """),
    irregular="""
        ir iba iban fuimos; venir viene vino vinieron; decir dice dicen dijo dijeron dicho; hacer hace hizo hicieron hecho hecha
        poner pone puso pusieron puesto puesta; ver ve vio vieron visto vista; dar da dio dieron; saber sabe supo supieron; traer trae trajo trajeron
        morir muere mueren murio murieron muerto muerta muertos; nacer nace nacio; volver vuelve volvio vuelto; escribir escribio escrito escrita
        romper rompio roto rota; abrir abrio abierto abierta; cubrir cubrio cubierto; caer cae cayo cayeron; huir huye huyo huyeron
        construir construye construyo; destruir destruye destruyo; pedir pide pidio pidieron; seguir sigue siguio; sentir siente sintio
        perder pierde perdio; encontrar encuentra encontro; contar cuenta conto; cerrar cierra cerro; empezar empieza empezo
        conducir condujo condujeron; producir produjo produjeron; obtener obtiene obtuvo obtuvieron; mantener mantiene mantuvo; querer quiere quiso
    """,
    short_forms="""
        km kilómetro; kg kilogramo kilo; cm centímetro; mm milímetro; ha hectárea; min minuto; tel teléfono; avda avenida
    """,
    times=r"""
        enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|lunes
        martes|miércoles|jueves|viernes|sábados?|domingos?|medianoche|mediodía|amanecer|madrugada|ayer|hoy
        mañana|tardes?|noches?|semanas?|mes(?:es)?|años?|décadas?|siglos?|días?|horas?|minutos?
    """,
    numbers=r"""
        uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|decenas?|docenas?|centenares
        cientos?|cien|mil|miles|millón|millones|mitad|tercio|cuarto|doble|varios|varias
    """,
    parts=r"""
        secci(?:ón|ones)|artículos?|arts?\.|capítulos?|caps?\.|páginas?|pp?\.|págs?\.|párrafos?|figuras?|fig\.|tablas?|anexos?
        reglas?|pasos?|puntos?|apartados?|incisos?|tomos?|vol\.|versi(?:ón|ones)|n\.?º|núm\.
    """,
    causes=r"""
        porque|pues|debido|gracias|causas?|causad\w+|causó|motivos?|razón|razones|por|tanto|consecuencia
        provoc\w+|para|evitar|ya
    """,
    speech=r"""
        dijo|dijeron|dice|dicen|declar(?:ó|aron|a)|afirm(?:ó|aron|a)|anunci(?:ó|aron|a)|explic(?:ó|aron|a)
        asegur(?:ó|aron|a)|señal(?:ó|aron|a)|advirtió|según|escribió|añadió|agregó|sostuvo|prometió
        acus(?:ó|aron)|cont(?:ó|aron)|relat(?:ó|aron)
    """,
    reports=r"""
        (?:dijo|dice|dicen|declar|escrib|según|afirm|anunci|explic|asegur|señal|advirti|añad|agreg|pregunt|respond|cont(?:ó|aron)|relat|cit(?:a|ó))\w*
    """,
    refers_back=r"""
        él|ella|ello|ellos|ellas|este|esta|esto|estos|estas|ese|esa|eso|esos|esas|su|sus|pero|y|también
        entonces|luego|sin embargo|además|así
    """,
    before_places=listed("en de desde hacia cerca a al del por fuera tras junto hasta entre"),
    months=(
        "enero ene",
        "febrero feb",
        "marzo mar",
        "abril abr",
        "mayo",
        "junio jun",
        "julio jul",
        "agosto ago",
        "septiembre setiembre sept sep",
        "octubre oct",
        "noviembre nov",
        "diciembre dic",
    ),
    months_too=frozenset(["mar", "ago"]),
    before_dates=r"el|del|al|en|desde|hasta|antes de|después de|de|a",
    before_month="de",
    before_year="del?",
    ordinals="[ºo]",
    years=r"""
        en|desde|hasta|de|del|antes de|después de|hacia|entre|y|finales de|principios de|mediados de|a
    """,
    surely_years=r"años?|verano|invierno|primavera|otoño",
    after_years=r"d\. ?C\.|a\. ?C\.",
    not_dates=r"versión|versiones|v\.?|ip|dirección ip|sección|capítulo|artículo|n\.?º",
    small_numbers=(
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciséis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
    ),
    fractions=("mitad medio media", "tercio tercios", "cuarto cuartos"),
    tens=("veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"),
    scales=("mil miles", "millones millón", ""),
    short_scales="""
        mill millones
    """,
    glued_scales=("M mill", ""),
    bounds=r"""
        al menos|por lo menos|como (?:mínimo|máximo)|no|hasta|(?:más|menos) de|unos|unas|cerca de|alrededor de|casi|aproximadamente
        solo|sólo|antes del?|después del?|desde|desde el|hasta el
    """,
    part_of=r"de (?:ellos|ellas|estos|estas|esos|esas)|(?:de|entre) (?:los|las) (?:cuales|que)|entre (?:ellos|ellas)|incluid[oa]s",
)

_ASKING = Asking(
    kinds={
        Asked.NUMBER: r"""
            cuánt[oa]s?|^cuant[oa]s?
            (?:qué|cuál(?:es)?)(?: es| era| fue| son)? (?:\w+ ){0,2}?(?:número|cantidad|porcentaje|población|coste|costo|precio|total|tamaño|cifra|tasa|proporción|salario|presupuesto|temperatura|edad|distancia|longitud|altura|peso|suma|superficie)
            cada cuánto|qué tan
        """,
        Asked.TIME: r"""
            cuándo|desde cuándo|^cuando
            (?:en |a |de )?(?:qué|cuál(?:es)?) (?:es |fue |era )?(?:\w+ )?(?:años?|fechas?|días?|mes|meses|hora|época|siglo|momento|década|período|periodo)
        """,
        Asked.PLACE: r"""
            dónde|adónde|^a?donde
            (?:en |de |a )?(?:qué|cuál(?:es)?) (?:es |era |\w+ )?(?:ciudad|ciudades|país|países|región|regiones|pueblo|lugar|lugares|provincia|barrio|calle|plaza|continente|río|edificio|estado)
        """,
        Asked.PERSON: r"""
            quién(?:es)?|cuy[oa]s?|^quien(?:es)?
            (?:qué|cuál(?:es)?) (?:es |era |son |fue )?(?:\w+ )?(?:personas?|hombre|mujer|nombres?|presidente|presidenta|ministro|ministra|empresa|compañía|organización|equipo|partido|grupo|autor|autora|periódico|canal|periodista)
            cómo se llam\w+
        """,
        Asked.CAUSE: r"por qué|a qué se debe|debido a qué|qué (?:causó|provocó|motivó)|para qué",
        Asked.SPEECH: r"""
            qué (?:\w+ ){0,5}?(?:dijo|dijeron|dice|dicen|dicho|declaró|afirmó|anunció|prometió|respondió|explicó|escribió|pidió|exigió)
        """,
        Asked.MANNER: r"cómo|de qué (?:manera|forma|modo)",
        Asked.THING: r"qué (?:acontecimiento|evento|cosa|tipo|clase)s?|qué (?:pasó|ocurrió|sucedió)|qué|cuál(?:es)?|^cual(?:es)?",
    },
    yes_no_links="y|pero|entonces",
    yes_no_first=r"""
        es|son|fue|fueron|era|eran|está|están|estaba|estaban|hay|hubo|había|ha|han|puede|pueden
        es cierto que|es verdad que
    """,
    begins_another=r"¿\w+|(?:est(?:á|án|aba|aban)|pued(?:e|en)|pod(?:ía|ían|rá|rán)) (?:el|la|los|las|una?)",
    doubts="si",
    about_next=r"cuánt[oa]s?|qué|cuál(?:es)?",
    begs=r"(?:cuénta|cuénte|háble|hábla|di|díga|explíca|explíque)(?:me|nos)(?: algo)?(?: más)? (?:de|del|sobre|quién|qué|cuándo|dónde|por qué|cómo|cuánt[oa]s?)|alguna idea de",
    outcries=r"""
        (?![^?]*\?)qué (?:\w+ )?\w+|quién (?:lo )?(?:diría|iba a decir(?:lo)?|hubiera (?:dicho|pensado))|y qué|a quién le importa|en serio|de verdad|a quién le importa|dónde (?:está|queda) la (?:justicia|lógica)|cómo pasa el tiempo|qué le (?:vamos|vas|va) a hacer|a dónde vamos a parar
        (?![^?]*\?)(?:cómo está el patio|para qué \w+[aei]r(?: [^?]*)?|como siempre[^?]*|cómo se puede ser [^?]*|como dicen[^?]*|cuándo (?:acab|termin)\w+ (?:todo )?esto)
    """,
    speakers=r"yo|me|mí|mi|mis|nos|tú|tu|te|ti|tienes|dices|haces|quieres|vamos|\w+(?:aremos|eremos|iremos)|crees|eres|estás",
    among_people=r"""
        (?<!la )mañana|esta (?:noche|tarde)|luego|este finde|la semana que viene|alguien|vosotr[oa]s|os|has|habéis|sois
        (?!existe|insiste|consiste|resiste|asiste|persiste|triste|chiste|contraste|desgaste)\w+[ai]ste(?:is)?|\w+[áé]is
        (?!extremos|supremos|\w*gramos|tramos|reclamos)\w+[ae]mos
    """,
    states=r"sea (?:lo que|cual|quien)|pase lo que pase",
    defines=(
        r"(?:qué|quién|quiénes) (?:es|son|era|eran|fue|fueron|significa|significan)|(?:define|definición de|significado de)|qué quiere decir",
        r"(?:qué es|significa|quiere decir|definición)",
    ),
    introduces=r"(?:es|son|era|eran|fue|fueron) (?:una?|el|la|los|las|unos|unas|cada|todo|toda)|significa|designa|se refiere a",
    presents=(r"es|era|fue|se llama", r"quien|que|cuy[oa]|una?|el|la|ex|antigu[oa]|exalcalde\w*|entonces"),
    question_words=r"(?:desde|hasta) cuándo|(?:por|con|para|a|de) qui[ée]n(?:es)?|cu[áa]nt[oa]s?|qui[ée]n(?:es)?|qué|cu[áa]ndo|a?d[óo]nde|por qué|cómo|cu[áa]l(?:es)?",
    either="o|u",
    links=r"(?:¿\s*)?(?:y |pero )?qué (?:hay|pasa|tal) (?:de|del|con)|y|e|pero|o",
    prepositions=r"sobre|con|para|contra|durante|después|antes|desde|hasta|entre|sin|según|por|ante",
    before_small_places=frozenset(["en", "cerca"]),
    verifies=listed(
        "verdad cierto cierta correcto correcta realmente cita frase artículo artículos escrito verificar verifica comprueba"
    ),
    now=r"""
        ahora(?: mismo)?|hoy(?: en día)?|actualmente|en este momento|esta semana|este (?:mes|año)|(?:lo|el|la|los|las) (?:último|última|últimos|últimas|más recientes?|más reciente)|hasta ahora
    """,
    someone=listed("alguien"),
    writes=listed("escribió escrito dijo dicho informó afirmó publicó publicado"),
    worded_filters=WordedFilters(
        language_word="idioma",
        in_language=r"en",
        languages="en inglés, ru ruso, kk kazajo, de alemán, uk ucraniano, fr francés, es español, it italiano",
        only=r"solo|sólo|solamente|únicamente|nada más que",
        sources=r"(?:(?:en|de|del|por|según)\s+)?(?:el|la|los|las)?",
        says=r"según(?: el| la| los| las)?|de acuerdo con(?: el| la)?",
        in_articles=r"(?:en|del?|según) (?:el|este) (?:artículo|texto|reportaje)(?: titulado| sobre)?",
        since=r"(?:publicad[oa]s? )?(?:desde|a partir de|a partir del)(?: el)?",
        after=r"(?:publicad[oa]s? )?(?:después de|después del|tras)(?: el)?",
        until=r"(?:publicad[oa]s? )?hasta(?: el)?",
        before=r"(?:publicad[oa]s? )?antes de(?:l| el)?",
    ),
    pointing=PointingWords(
        more=r"(?:y )?(?:muéstrame |dame |cuéntame )?más(?: citas)?|(?:y )?qué más|algo más|sigue|(?:las |los )?(?:siguientes?|otr[oa]s|demás)",
        source=r"(?:y )?(?:cuál es )?(?:la |tu |su |las )?fuentes?|de dónde (?:es|sale|viene) (?:eso|esto)|dónde (?:dice|está escrito) eso|prueba|(?:el )?enlace",
        speaker=r"(?:y )?quién (?:dijo|dice|afirma|afirmó|escribió) (?:eso|esto)|quién lo (?:dijo|dice)",
        before_ordinals=r"el|la|y|muéstrame",
        ordinals=(r"primer[oa]?", r"segund[oa]", r"tercer[oa]?", r"cuart[oa]", r"quint[oa]"),
        quotes=r"cita|respuesta|número|pasaje",
    ),
    filters={"before": "antes", "after": "después", "source": "fuente", "lang": "idioma"},
)

_MANNERS = Manners(
    greetings=listed("hola saludos estimados estimado querido oye buenas holi hey"),
    thanks=listed("gracias agradezco agradecido atentamente slds saludo abrazo abrazos besos adiós chao"),
    pleas=listed("perdón perdona perdone disculpa disculpe disculpen porfa"),
    urgency=listed("urgente urge"),
    addresses=listed("bot todos todas amigos chicos equipo señor señora compañeros colegas"),
    requests=listed("""
        favor decir decirme dime dígame saber sabe saben sabes pregunta preguntas preguntar consulta
        explicar explícame ayuda ayudar ayúdame ayúdeme responder contestar podrías podría puedes
        quisiera quiero podrían pueden decirnos díganme contesta respóndeme respuesta duda dudas
        info conocen conoce
    """),
    wishes=listed("buenas buenos buena buen"),
    beside=listed("""
        días día tardes noches muchas mil antemano molestar molestia molestias pequeña rápida ok
        vale bien genial perfecto serio verdad importa broma tonta muy útil ayudó cierto primero
        segundo tercero también además cosa cordial tonto boba rápidamente quizá quizás acaso
        momento tarde
    """),
    fillers=listed("ok vale bueno pues entonces oh ah hm hmm"),
    asker=listed("""
        yo mi mis soy estoy tengo necesito me nosotros quiero quisiera nos nuestra nuestro tenemos
        estamos necesitamos
    """),
    you=listed("tú ti usted eres te tu alguien tal puedes estás sabes"),
    about_you=listed("llamas hacer haces hizo creó humano robot nombre"),
    leaning=listed("él ella ellos ellas lo le les su sus eso esto allí"),
)

_READING = Reading(
    sentences=Sentences(
        leads_on=listed("el la los las un una unos unas y e o u de del al en con por para que"),
        titles=listed("""
            sr sra srta sres sras d dña dr dra dres prof profa lic ing arq mons fr sto sta gral cnel cap tte pte
            excmo excma ilmo ilma
        """),
        inside=listed("""
            p.ej v.gr i.e cf cfr aprox máx mín ed edit trad
            comp coord ibíd op.cit lat ingl fr al depto
        """),
        before_names=listed(
            "avda av ctra pza plza urb c ee.uu rr.hh ff.aa ss.mm aa.vv a.c d.c a.j.c d.j.c s.a"
        ),
        numbered=listed("""
            n n.º nº núm núms art arts p pp pág págs cap caps fig figs vol vols tel tfno párr inc secc sec ap
            ene feb abr may jun jul ago sep sept set oct nov dic
        """),
        hours=listed("a.m p.m"),
        starters=listed("""
            el la los las lo un una unos unas este esta estos estas esto ese esa esos esas eso aquel aquella aquellos
            aquellas él ella ellos ellas yo tú usted ustedes nosotros nosotras se su sus mi mis tu tus nuestro nuestra
            y e o u pero mas sino porque pues aunque si cuando mientras como donde en a al de del con sin por para
            sobre bajo entre hasta hacia desde contra según durante ante tras mediante antes después luego entonces
            ahora hoy ayer mañana aquí allí allá ya aún todavía también tampoco además así sin embargo asimismo incluso
            siempre nunca jamás a veces quizá quizás tal vez nadie nada ningún ninguno ninguna todo toda todos todas
            cada varios varias algunos algunas algún alguno alguna muchos muchas pocos pocas otro otra otros otras
            ambos ambas qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuántos por no sí solo sólo más menos
            muy tan tanto hay fue era es ha le les me te nos finalmente
        """),
        calendar=listed("""
            enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
            lunes martes miércoles jueves viernes sábado domingo
        """),
    ),
    residue=Residue(
        accounts=r"usuario(?: de (?:windows|microsoft office))?|administrador|invitado|desconocido|autor desconocido",
        labels=r"""
            compartir|publicidad|(?:foto|fuente)s?:.*|comentarios.*|inicio|menú|buscar|búsqueda|cerrar|cancelar|imprimir
            iniciar sesión|cerrar sesión|registr(?:arse|ate|o)|acceder|suscr(?:ibirse|íbete|ipción|ipciones)\b.*|mi cuenta
            (?:ir|saltar|volver) (?:al?|hacia)\b.{0,12}\b(?:contenido|inicio|menú|principal|arriba)\b.*|aceptar(?: todo| todas)?
            rechazar(?: todo| todas)?|(?:configurar|gestionar) (?:las )?cookies|compartir (?:en|este|esta|por|con)\b.*
            copiar enlace.*|enviar por (?:correo|e-?mail)|leer más.*|seguir leyendo.*|ver (?:más|también|todos?|todas).*
            índice|contenidos?|sumario|aviso legal|política de (?:privacidad|cookies)|contacto|quiénes somos|mapa del sitio
            boletín\b.*|newsletters?\b.*|síguenos\b.*|etiquetas? ?:?.*|categorías? ?:.*|temas? ?:.*|cargando.*
            (?:foto|imagen|vídeo|video) [–—-] .*|(?-i:Por(?: (?:y )?[^\W\d_a-záéíóúñü][\w.'’-]+){2,6})|(?:texto|autora?|redacción|fotos?|vídeo)(?: de| por|:).*
            (?:publicado|actualizado|modificado)(?: el| a las|:).*|última (?:actualización|modificación)\b.*
            tiempo de lectura\b.*|\d+ (?:comentarios?|visitas|vistas|respuestas)|página \d+(?: (?:de|/) \d+)?|página (?:siguiente|anterior)
        """,
        boilerplate=r"""
            la entrada\b.{1,200}\b(?:se publicó|apareció) primero en\b
            suscríb(?:ase|ete)\b|lea (?:también|más)\b|lee (?:también|más)\s*[:»>]|síguenos (?:en|a)\b|síganos en\b
            (?:únete|únase) a\b.{0,60}\b(?:canal|grupo|comunidad|telegram|whatsapp)\b|regístr(?:ate|ese)\b.{0,60}$
            recib[ae]\b.{0,80}\b(?:boletín|newsletter|correo|bandeja)\b|(?:haz|haga) clic (?:aquí|en)\b
            (?:apoya|apoye|ayúdanos|ayúdenos)\b.{0,80}\b(?:periodismo|trabajo|proyecto)\b|(?:haz|haga) una donación\b
            (?:comparte|comparta) (?:este|esta|tu|su)\b.{0,60}$|(?:activa|active|habilite) (?:javascript|las cookies)
            (?:tu|su) (?:dirección de )?(?:correo|e-?mail)\b.{0,40}\bno será\b|(?:deja|deje) (?:un|tu|su) comentario\b
            .*\btenemos (?:un )?canal de (?:telegram|whatsapp)\b
            al (?:continuar|hacer clic|navegar|usar|registrarte)\b.{0,100}\baceptas?\b
            (?:si )?(?:has|ha) (?:visto|encontrado|detectado) (?:un|algún) error\b|ya (?:soy|eres|es) suscriptor\b
        """,
        banners=r"""
            .*\bderechos reservados\b|.*\b(?:usamos|utilizamos|nuestro sitio|nuestra web|este sitio|esta web)\b.{0,80}\bcookies?\b
            .*\bcookies?\b.{0,80}\b(?:navegador|consentimiento|privacidad)\b
            (?:queda )?prohibida (?:la|su) (?:reproducción|copia)\b|(?:se prohíbe la )?reproducción\b.{0,60}\bautorización\b
        """,
        makers="(?:escrito|traducido|redactado|editado|fotografiado|ilustrado|elaborado|entrevista realizada)(?:a|s|as)? por",
        joins_names=listed("y e con de del la el los en para por"),
        credits="(?:crédito(?:s)?(?: de (?:la )?(?:foto|imagen))?|fotos?(?:grafía)?s?|ilustración|infografía)",
        agencies="efe|europa press|notimex|télam|cuartoscuro",
        archived="(?:foto|imagen|vídeo) de archivo",
        sources="fuente",
        finite_verbs=r"eran|fue|fueron|había|habían|será|serán|está|están|puede|pueden|dijo|\w{3,}(?:ó|aron|ieron|aban|ían)",
        references=r".*\b(?:consultado|archivado) (?:el|desde)\b.*\d.*",
        notes=r"""
            nota (?:de la redacción|del (?:editor|autor|traductor)|de la (?:editora|autora|traductora))\s*[:.—–(].*
            \W?(?:corrección|aclaración|rectificación|fe de erratas|advertencia)\s*[:.—–(].*
            este (?:artículo|texto|reportaje) (?:(?:fue|ha sido) (?:publicado|traducido|actualizado|corregido)|apareció|se publicó|es una traducción)\b.*
        """,
        attributions=r"""
            (?:[^\W\d_]+,\s)?(?:según|de acuerdo con|en palabras de|a juicio de)\s.*[:,]
            (?:del|de la)\s(?:diario|periódico|revista|agencia)\s[^,;]{0,50}:
        """,
        related=r"""
            lea también:?|lee también:?|ver también:?|véase también:?|más (?:sobre|de) (?:este|el) tema:?|más información:?
            (?:artículos|noticias|contenidos?|temas|entradas) (?:relacionad[oa]s?|similares|recientes|destacad[oa]s):?
            (?:lo )?más (?:leído|visto|popular|compartido)s?\b.*|te puede interesar:?|referencias|bibliografía|enlaces externos
        """,
        comments="comentarios?",
        commenting=r"(?:dejar|añadir|escribir|agregar|publicar) (?:un )?comentario.*|\d+ respuestas a\b.*",
        author_cards=r"""
            .{3,60}\bes (?:una? |la |el )?.{0,60}\b(?:periodista|corresponsal|redactora?|reporter[oa]|editora?|columnista)\b.*
        """,
        tails=r"(?:leer más|seguir leyendo|ver más)\s*[.…»>→]*",
        edit_marks=r"editar(?: código| \| editar (?:código|fuente))?",
        date_words=listed("""
            de del le el h hs hrs hora horas minuto minutos min hace hoy ayer publicado actualizado
            modificado última actualización día días semana semanas mes meses año años página tiempo lectura fecha
        """),
    ),
    interviews=Interviews(
        you=r"usted\w*|tú|ti|tus?|contigo|vosotr[oa]s|vuestr\w+",
        prompts=r"""
            (?:[^\W\d_]+, |por favor, |y )?(?:cuén(?:te|ta)|descri(?:ba|be)|expli(?:que|ca)|hábl[ea]|preséntese|dí?ga)\w*\b
            (?:[^\W\d_]+, |por favor, |y )?(?:mencione|recuerde|comparta|cite)\b
        """,
        askers=listed("pregunta p entrevistador entrevistadora moderador moderadora periodista"),
        answerers=listed("respuesta r"),
    ),
)

LANGUAGE = KnownLanguage(
    code="es", name="Español", words=_WORDS, asking=_ASKING, manners=_MANNERS, reading=_READING
)
