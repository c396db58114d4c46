"""Words that say nothing about a question's subject, folded (no capitals, accents, apostrophes)."""

_LISTS = {
    "en": """
        a about above after again against all am an and any are arent as at be because been before being
        below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont down
        during each either else ever few for from further get gets got had has hasnt have havent having he
        her here hers herself him himself his how i if im in into is isnt it its itself ive just lets like
        may me might more most much must my myself no nor not now of off on once one ones only or other our
        ours ourselves out over own per please same shall she should shouldnt so some such tell than that
        the their theirs them themselves then there these they this those through to too under until up upon
        us very via was wasnt we were werent what whatever when where which while who whom whose why will
        with within without wont would wouldnt yes yet you your yours yourself
        many whats whos wheres hows whens really actually
    """,
    "ru": """
        а без бы был была были было быть в вам вас ваш ваша ваше ваши весь во вот все всего всей всем всех всю
        вы где да для до его ее ей ему если есть еще ж же за зачем и из или им ими их к каждый как какая каков
        какова каково каковы насколько нибудь какие каким какими каких какого какое какой каком какому какую
        когда кого ком кому которая которого которое которой котором которому которую которые который которым
        которыми которых кто куда ли либо меня мне мной мои мой моя мы на над нам нами нас наш наша не него
        нее ней нем нет ни ним ними них но ну о об оба один однако он она они оно от откуда ото отчего перед
        по под почему при про с сам сама сами само свое своего своей свои своих свой свою своя себе себя
        скольких сколько со собой та так такая такие такое такой там те тебя тем теми тех то тобой тогда того
        тоже той только том тому тот ту ты у уж уже чего чей чем через что чтобы чье чья эта эти этим этих это
        этого этой этом этому этот эту я
        """,
    "kk": """
        ал ала арқылы бар барлық бе бен бері бір бірақ бойынша болады болған болды болып болса болу бул
        бұл бұған бұны ба да де дейін деген деп дегенмен егер екен емес ең еді жоқ және же жуық кез
        кейін кім кімге кімді кімнің көп қай қайда қайдан қайсы қандай қанша қашан қалай ма ме мен менен
        менің мұнда мына мынау не неге неғұрлым немесе ненің неше неліктен осы олар оларды олардың ол оны
        оның онда оған пен па пе сол соң соған солай сондай сондықтан сіз сіздер сізге сен туралы тағы тек
        үшін шейін әр әлде біз біздің бізге өз өзі өзінің өте
        """,
    "uk": """
        а без би був була були було бути в вам вас ви від все всі всього вже да де для до з за і із й його
        йому іі ій іх як яка який яке які якого якоі яких якому коли кого ким кому куди хто чи що щоб це цей
        ця ці цього цієі між ми мій моя на над нас наш не ним ними них ні о об он от по під при про себе
        свій своє своя своі та так там те той тому то ти тільки у чому чого чим через я є або але
        """,
    "de": """
        aber alle als also am an auch auf aus bei beim bin bis bist da damit dann das dass dein dem den der
        des die dies diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es
        fur hat hatte hatten habe haben ich ihm ihn ihr ihre im in ist ja kann kein keine man mein mit nach
        nicht noch nur ob oder ohne schon sehr sein seine sich sie sind so uber um und uns unter von vom vor
        wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werden wessen
        wie wieso wir wird wo woher wohin worden wurde wurden zu zum zur zwischen
        """,
    "fr": """
        a ai ainsi alors apres au aux avant avec avait avaient ce cela ces cet cette ceux chez comme comment
        combien dans de depuis des dont du elle elles en entre est et ete etait etaient etre eu fait fut il
        ils je la laquelle le lequel les lesquels leur leurs lors lui mais me meme mes moi mon ma ne ni nos
        notre nous on ont ou par pas plus pour pourquoi quand que quel quelle quelles quels qui quoi sa sans
        se selon sera ses si son sont sous sur ta te tes ton tu un une vers vos votre vous y
        """,
    "es": """
        a al algo ante antes asi aun bajo cada como con contra cual cuales cuando cuanta cuantas cuanto
        cuantos cuyo de del desde donde durante e el ella ellas ellos en entre era eran es esa ese eso esta
        estaba estan este esto fue fueron ha habia han hasta hay la las le les lo los mas me mi mientras muy
        ni no nos o os otra otro para pero por porque que quien quienes se segun ser si sido sin sobre son
        su sus tambien te tiene todo tras tu un una unas uno unos y ya yo
        """,
    "it": """
        a ad agli ai al alla alle allo anche c che chi ci come con cosa cui d da dai dal dalla dalle dei del
        della delle dello di dove e ed era erano essere fu furono gli ha hanno i il in io l la le lei li lo
        loro lui ma mi ne nei nel nella nelle no noi non o per perche piu qual quale quali quando quanta
        quante quanti quanto questa questo qui sara se si sia sono stata stati stato su sua sue sugli sui
        sul sulla suo tra tu un una uno vi voi
        """,
    "pt": """
        a ao aos as ate com como da das de dela dele do dos e ela elas ele eles em entre era eram essa esse
        esta este eu foi foram ha isso isto ja la lhe mais mas me mesmo meu minha na nao nas nem no nos o os
        ou para pela pelas pelo pelos por porque qual quais quando quanta quantas quanto quantos que quem
        se sem ser seu seus so sobre sua suas tambem te tem um uma umas uns voce onde
        """,
    "tr": """
        acaba ama ancak bana ben bir biri biz bu bunu bunun da daha de degil diye en gibi hangi hangisi hem
        hep her ic icin ile ise ki kim kime kimi kimin kac mi mu nasil ne neden nerede nereye nicin nere o
        olan olarak oldu oldugu olur ona onlar onu onun sen siz su ve veya ya yani zaman
        """,
    "nl": """
        aan al als bij dan dat de der deze die dit doch door dus een en er ge had heeft hem het hij hoe
        hoeveel hun iets ik in is ja je kan maar me men met mij na naar niet nog nu of om omdat onder ons ook
        op over te tegen tot u uit van veel voor waar waarom wanneer waren was wat we welke werd wie wij wordt
        zal ze zich zij zijn zo zonder zou
        """,
    "pl": """
        a aby ale albo bez bo byc byl byla byli bylo co czy czym dla do gdy gdzie go i ich ile im jak jaka
        jaki jakie jako je jego jej jest jestem juz kiedy kogo komu kto ktora ktore ktory ktorych ma mi mnie
        na nad nie nim o od on ona one oni oraz po pod przed przez przy sa sie skad ta tak tam te tego tej
        ten to tu tylko tym w we z za ze dlaczego
        """,
}

STOP_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
"""By ISO 639-1 code; a language that is missing here has none."""
