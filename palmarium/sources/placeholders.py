"""Placeholders: what a new site holds in each language until its editor writes something."""

from types import MappingProxyType

MADE_TITLES = MappingProxyType(
    {
        **{"fr": "Titre du site", "en": "Title of the site", "de": "Titel der Website", "es": "Título del sitio"},
        **{"it": "Titolo del sito", "ar": "عنوان الموقع"},
    }
)
MADE_AWARDS = MappingProxyType(
    {
        **{"fr": "Nom du prix", "en": "Name of the award", "de": "Name des Preises", "es": "Nombre del premio"},
        **{"it": "Nome del premio", "ar": "اسم الجائزة"},
    }
)
MADE_TEXTS = MappingProxyType(
    {
        "fr": "Le texte commence ici.",
        "de": "Hier beginnt der Text.",
        "es": "El texto empieza aquí.",
        "it": "Il testo comincia qui.",
        "ar": "يبدأ النص هنا.",
        "en": "The text starts here.",
    }
)
TO_CONFIRM = MappingProxyType(
    {
        "fr": "à confirmer",
        "de": "zu bestätigen",
        "es": "por confirmar",
        "it": "da confermare",
        "ar": "للتأكيد",
        "en": "to be confirmed",
    }
)
"""How a comment ends behind a value of a new edition that nobody has looked up."""
MADE_AWARD_ID = "my-award"
MADE_ADDRESS = "https://example.org/"
