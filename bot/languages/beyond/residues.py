"""What is known of the pages of languages that Quoth does not speak otherwise."""

from bot.languages.language import Residue, listed

DOTTED_ORDINALS = listed("da nb nn no fi hu cs sk hr sr sl et lv tr is")
"""Codes of languages that write "the 3rd" as "3."."""

RESIDUES = (
    Residue(
        labels="paylaş|reklam|(?:fotoğraf|kaynak):.*|yorumlar.*",
        boilerplate=r".*\babone ol(?:un|unuz)?\b",
        banners=r".*\bhakları saklıdır\b",
        credits="fotoğraf",
        sources="kaynak",
        related="ayrıca okuyun:?|ilgili haberler:?",
        comments="yorumlar",
        date_words=listed("""
            ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık saat
        """),
    ),
    Residue(
        boilerplate=r"materiał chroniony prawem autorskim\b|(?:czytaj|przeczytaj|zobacz) (?:też|także|również)\s*[:»>]",
        banners=r".*\bwszelkie prawa zastrzeżone\b",
        credits="fot|foto|zdjęcie",
        sources="źródło",
        related="(?:czytaj|przeczytaj|zobacz) (?:też|także|również):?",
        comments="komentarze",
        commenting="(?:dodaj|skomentuj) komentarz.*",
    ),
)
"""What the pages of Turkish and Polish carry besides their text."""
