"""A few questions with sentences that answer them, in several languages: encoders are measured by them."""

PAIRS = (
    ("how long does the glue have to dry?", "Leave the glued joints under a weight for six hours."),
    ("who won the chess tournament?", "The chess tournament ended with a victory of the youngest player."),
    ("why are the leaves of my tomato plant yellow?", "Too much water makes tomato leaves turn yellow."),
    ("when does the night train leave?", "The sleeping car departs from platform two at 22:40."),
    ("can I bring my dog into the shop?", "Pets are welcome on the ground floor if they are on a lead."),
    ("Wie viel kostet eine Fahrkarte für Kinder?", "Kinder zahlen den halben Preis, also zwei Euro."),
    ("Wo gebe ich den Schlüssel ab?", "Die Schlüssel werden bei der Abreise in den Kasten am Tor gelegt."),
    ("сколько дней хранится заявка?", "Заявления хранятся в архиве тридцать дней."),
    ("кто отвечает за уборку двора?", "За чистоту двора отвечает дворник товарищества."),
    ("à quelle heure ferme la piscine ?", "Le bassin est ouvert tous les jours jusqu'à vingt heures."),
    ("¿qué hago si pierdo la tarjeta?", "En caso de pérdida, la tarjeta se bloquea por teléfono."),
    ("how loud may the machine be?", "The pump's noise must stay below sixty decibels."),
)
"""Questions, each with a sentence that answers it, about things that have nothing to do with each other."""
