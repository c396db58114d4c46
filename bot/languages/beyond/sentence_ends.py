"""Where sentences end in languages that Quoth does not speak otherwise."""

from bot.languages.language import Sentences, listed

SENTENCE_ENDS = {
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
