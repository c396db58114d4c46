"""Spanish."""

from bot.languages.language import Asked, Asking, Language, Reading, Words, listed

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
    times=r"""
        enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|lunes
        martes|miércoles|jueves|viernes|sábados?|domingos?|medianoche|mediodía|amanecer|madrugada|ayer|hoy
        mañana|tardes?|noches?|semanas?|mes(?:es)?|años?|décadas?|siglos?|días?|horas?|minutos?
    """,
    numbers=r"""
        un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|decenas?|docenas?|centenares
        cientos?|cien|mil|miles|millón|millones|mitad|tercio|cuarto|doble|varios|varias
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
    scales=("mil miles", "millones millón", ""),
    short_scales="""
        mill millones
    """,
    glued_scales=("M mill", ""),
)

_ASKING = Asking(
    kinds={
        Asked.NUMBER: r"""
            cuánt[oa]s?
            (?:qué|cuál(?:es)?)(?: es| era| fue| son)? (?:\w+ ){0,2}?(?:número|cantidad|porcentaje|población|coste|costo|precio|total|tamaño|cifra|tasa|proporción|salario|presupuesto|temperatura|edad|distancia|longitud|altura|peso|suma|superficie)
            cada cuánto|qué tan
        """,
        Asked.TIME: r"""
            cuándo|desde cuándo
            (?:en |a |de )?(?:qué|cuál(?:es)?) (?:es |fue |era )?(?:\w+ )?(?:años?|fechas?|días?|mes|meses|hora|época|siglo|momento|década|período|periodo)
        """,
        Asked.PLACE: r"""
            dónde|adónde
            (?:en |de |a )?(?:qué|cuál(?:es)?) (?:es |era |\w+ )?(?:ciudad|ciudades|país|países|región|regiones|pueblo|lugar|lugares|provincia|barrio|calle|plaza|continente|río|edificio|estado)
        """,
        Asked.PERSON: r"""
            quién(?:es)?|cuy[oa]s?
            (?:qué|cuál(?:es)?) (?:es |era |son |fue )?(?:\w+ )?(?:personas?|hombre|mujer|nombres?|presidente|presidenta|ministro|ministra|empresa|compañía|organización|equipo|partido|grupo|autor|autora|periódico|canal|periodista)
            cómo se llam\w+
        """,
        Asked.CAUSE: r"por qué|a qué se debe|debido a qué|qué (?:causó|provocó|motivó)|para qué",
        Asked.SPEECH: r"""
            qué (?:\w+ ){0,5}?(?:dijo|dijeron|dice|dicen|dicho|declaró|afirmó|anunció|prometió|respondió|explicó|escribió|pidió|exigió)
        """,
        Asked.MANNER: r"cómo|de qué (?:manera|forma|modo)",
        Asked.THING: r"qué|cuál(?:es)?",
    },
    yes_no_links="y|pero|entonces",
    yes_no_first=r"""
        es|son|fue|fueron|era|eran|está|están|estaba|estaban|hay|hubo|había|ha|han|puede|pueden
        es cierto que|es verdad que
    """,
    about_next=r"cuánt[oa]s?|qué|cuál(?:es)?|quién",
    question_words=r"cuánt[oa]s?|quién(?:es)?|qué|cuándo|dónde|adónde|por qué|cómo|cuál(?:es)?",
    links=r"(?:¿\s*)?(?:y |pero )?qué (?:hay|pasa|tal) (?:de|del|con)|y|e|pero|o",
    prepositions=r"sobre|con|para|contra|durante|después|antes|desde|hasta|entre|sin|según|por|ante",
    before_small_places=frozenset(["en", "cerca"]),
    filters={"before": "antes", "after": "después", "source": "fuente", "lang": "idioma"},
    greetings=listed("hola"),
    thanks=listed("gracias"),
)

_READING = Reading()

LANGUAGE = Language(code="es", name="Español", words=_WORDS, asking=_ASKING, reading=_READING)
