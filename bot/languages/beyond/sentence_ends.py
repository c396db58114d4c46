"""Where sentences end in languages that Quoth does not speak otherwise."""

from bot.languages.language import Sentences, listed

SENTENCE_ENDS = {
    "it": Sentences(
        inside=listed("""
            sig sigg dott dr avv ing arch prof proff on sen gen col cap ten mons rev geom rag cav comm ssr jr es p.es cfr cit ibid i.e ca circa trad vs c.d
            p.zza v.le c.so l.go sig.ra sig.na dott.ssa prof.ssa
        """),
        before_names=listed("ecc ed a.c d.c s.p.a s.r.l"),
        numbered=listed("""
            n nn num art artt c co lett p pp pag pagg cap capp vol voll fig figg tab par sez tel all
            gen genn feb febb mar apr mag giu lug ago sett set ott nov dic
        """),
        starters=listed("""
            il lo la i gli le l un uno una è e ma o se non che chi cosa come quando dove perché nel nella nei nelle
            in a al alla ai alle da dal dalla di del della dei delle per con su sul sulla tra fra dopo prima poi
            oggi ieri domani qui lì questo questa questi queste quello quella nessuno nessuna tutti tutto ogni
            anche così però quindi inoltre infatti sono era erano ha hanno io tu lui lei noi voi loro si ci
        """),
    ),
    "pl": Sentences(
        inside=listed("""
            dr prof mgr inż hab lek red ks bp abp gen płk mjr kpt por św hr
            np tzn tj tzw m.in itp itd br ub ur zm ok pt zob wg im ul al pl os ww jw dot mln mld tys zob
        """),
        before_names=listed("r w n.e p.n.e p pp"),
        numbered=listed("""
            nr art ust pkt par poz lit s str rys tab t tom rozdz § godz dn ul tel zał sygn
            stycz lut mar kwiet maj czerw lip sierp wrzes paźdz list grudz
        """),
        starters=listed("""
            on ona ono oni one my wy ja ty ale i a w we na do po z ze od za przed przy pod nad o u dla bez przez
            między po potem teraz dziś wczoraj jutro tu tam to ten ta te tego tej nie tak jak kiedy gdy gdzie
            dlaczego kto co jednak także też więc bo jeśli choć nikt nic wszystko wszyscy każdy każda jego jej ich
        """),
    ),
}
"""By the ISO 639-1 code."""
