"""Synonyms of the words of the vocabularies, in English, French and a few more languages."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from ...problems import nearest
from ..plaintext import folded

# Letters alone, without case, accents, blanks and signs. A word may mean another thing in another vocabulary.
_WORDS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "awarded": ("attribue", "decerne"),
        "not-awarded": (
            *("nonattribue", "nonattribuee", "nondecerne", "nondecernee", "sanslaureat", "pasdelaureat", "personne"),
            *("aucun", "aucune", "aucunlaureat", "aucunelaureate", "aucungagnant", "aucunvainqueur", "neant"),
            *("noaward", "nowinner", "noprize", "norecipient", "nolaureate", "noawardgiven", "nobody", "noone", "none"),
            *("vacant", "vacante", "desierto", "keinpreis", "nichtvergeben", "該当なし"),
            *("notgiven", "notpresented", "notconferred", "notbestowed", "noprizegiven", "noprizeawarded", "noentry"),
            *("noentries", "nichtverliehen", "entfallen", "entfallt", "nonremis"),
            *("nonremise", "pasattribue", "pasdeprix", "pasdegagnant", "sansgagnant", "noasignado", "nonassegnato"),
            *("no", "non", "nil", "null", "nul", "nope", "nein", "false", "faux"),
            *("lapsed", "caduc", "caduque", "verfallen", "dns", "dnf", "dsq", "dnq", "didnotstart", "didnotfinish"),
            *("disqualified", "disqualifie", "disqualifiee", "disqualifiziert", "descalificado", "squalificato"),
        ),
        "cancelled": ("canceled", "annule", "annulee", "supprime", "calledoff", "abgesagt", "cancelado", "annullato"),
        "unknown": (
            *("inconnu", "inconnue", "nonconnu", "noncommunique", "withheld", "undisclosed", "notdisclosed"),
            *("nc", "nr", "na", "tbd", "tba", "tbc", "todo", "fixme", "xxx", "acompleter", "unbekannt"),
            *("desconocido", "sconosciuto"),
        ),
        "above": (
            *("ditto", "idem", "dito", "same", "sameasabove", "asabove", "seeabove", "theabove", "samewinner"),
            *("lememe", "lameme", "voircidessus", "cidessus", "ibidem", "ibid", "ebenso", "sieheoben", "wieoben"),
        ),
        "winner": ("laureat", "laureate", "gagnant", "gagnante", "vainqueur", "won", "gold", "or"),
        "ranked": ("classe", "classee", "placed", "runnerup", "silver", "bronze"),
        "finalist": ("finaliste",),
        "nominee": ("nomme", "nommee", "nomine", "nominee", "nominated"),
        "shortlisted": ("shortlist", "preselectionne"),
        "mention": ("commendation", "commended", "mentionspeciale", "specialmention", "honourablemention"),
        "declined": ("refuse", "refused", "refus"),
        "revoked": ("retire", "withdrawn", "stripped", "annule"),
        "ineligible": ("disqualified", "disqualifie", "disqualifiee", "disqualifiziert", "disq", "dsq", "dq"),
        "held": ("tenu", "tenue", "maintenu"),
        "online": ("enligne", "virtual", "virtuel", "virtuelle"),
        "interrupted": ("interrompu", "interrompue", "brokenoff"),
        "postponed": ("reporte", "reportee", "delayed", "verschoben", "aplazado", "rinviato"),
        "complete": ("complet", "full", "all", "tout"),
        "partial": ("partiel", "partielle", "incomplete", "some"),
        "none": ("aucun", "aucune", "nothing", "rien"),
        "renamed": ("renomme", "renommee", "rebaptise", "rebaptisee"),
        "split": ("scission", "scinde", "scindee", "divise", "divisee"),
        "merged": ("fusion", "fusionne", "fusionnee", "merger", "merge"),
        "replaced": ("remplace", "remplacee"),
        "revived": ("relance", "relancee", "retabli", "retablie"),
        "new": ("nouveau", "nouvelle", "creation", "cree", "creee", "created"),
        "dropped": ("abandonne", "abandonnee", "supprime", "supprimee", "discontinued"),
        "gz": ("gzip",),
        "br": ("brotli",),
        "off": ("none", "no", "false", "never", "ignore", "non", "aucun"),
        "error": ("true", "yes", "errors", "erreur"),
        "warning": ("warn", "avertissement"),
        "person": ("personne", "individual", "human", "each", "head", "chacun", "chacune"),
        "team": ("equipe", "group", "groupe"),
        "organisation": ("company", "entreprise", "societe", "association", "firm"),
        "work": ("oeuvre", "film", "livre", "book", "song"),
        "interview": ("entretien",),
        "report": ("reportage", "article"),
        "brief": ("breve", "news"),
        "opinion": ("tribune", "editorial"),
        "overall": (
            *("all", "whole", "general", "global", "total", "scratch", "absolute", "generale", "ensemble", "tous"),
            *("toutes", "toutescategories", "toussecteurs", "allcategories", "allsectors", "insgesamt", "gesamt"),
        ),
        "sector": ("secteur", "sektor", "branche", "industry"),
        "region": ("zone", "area"),
        "channel": ("canal", "kanal"),
    }
)

_PRIZE = r"(?:award|prize|prix|trophy|trophee|medal|medaille|winner|laureate?|recipient|gagnante?|vainqueur|entry)s?"
_ENTRY = r"(?:candidate?|candidature|nominee|nomination|submission|applicant|application|entrant|bewerber|bewerbung)s?"
_GIVEN = r"(?:given|awarded|presented|conferred|bestowed|made|attribuee?|decernee?|remise?|vergeben|verliehen)"
_SENTENCES = MappingProxyType(
    {
        "not-awarded": re.compile(
            rf"(?:no|aucune?|pas de?|sans|keine?) {_PRIZE}(?: .*)?"
            rf"|(?:{_PRIZE} )?(?:was |is |were |est )?(?:not|non|pas|nicht) {_GIVEN}(?: .*)?"
            rf"|{_PRIZE} (?:was |is |est )?(?:withheld|suspended|suspendue?|cancelled|canceled|annulee?)(?: .*)?"
            r"|withheld by .*"
            rf"|no (?:suitable|worthy|eligible|valid|qualified|deserving|further) (?:{_PRIZE}|{_ENTRY})(?: .*)?"
            rf"|(?:no|aucune?|pas de|keine?) {_ENTRY}(?: .*)?"
            r"|did not (?:start|finish|compete|enter|qualify)(?: .*)?"
            r"|(?:break|pause|cancell?ed|suspended|interrupted|annulee?|suspendue?|reportee?|entfallen|abgesagt)"
            r" (?:due to|because of|owing to|on account of|en raison d|a cause d|pour cause d|faute d|wegen|aufgrund)"
            r" ?.*"
        ),
        "unknown": re.compile(
            r"to be (?:announced|confirmed|determined|decided|completed)(?: .*)?"
            r"|a (?:annoncer|confirmer|determiner|designer|completer|venir)"
        ),
        "above": re.compile(
            r"see (?:above|below|(?:foot|end)?notes?|minutes|page|list|appendix|errat(?:a|um))(?: .*)?"
            r"|see (?:the )?(?:previous|next|last)"
            r"(?: (?:year|edition|page|line|row|column|section|list|entry|winner)s?(?: .*)?)?"
            r"|voir (?:plus|ci|page|note|liste|annexe)(?: .*)?|cf .*|same as .*|(?:le|la) meme que .*|id"
        ),
    }
)
"""Sentences in place of a name, in small letters without accents and signs."""
_NOT_ONE = r"(?:[Nn]one|[Nn]obody|[Nn]o[ -]one|[Pp]ersonne|[Aa]ucune?|[Nn]iemand|[Kk]einer|[Nn]adie|[Nn]essuno)"
_DID = (
    r"(?:is|are|was|were|has|have|had|did|does|do|could|would|can|sent|came|met|won|entered|reached|deserved"
    r"|qualified|suitable|worthy|eligible|submitted|applied|took|made|wrote|got|received|registered|n['’][a-zà-ÿ]+|ne|wurde|hat|war|ist)"
    r"(?:[ ,.].*)?|[a-zà-ÿ]+(?: [^.]{0,200})?\."
)
_NOBODY_DID = re.compile(rf"{_NOT_ONE}(?: (?:of|des|de|du) [^.]{{1,60}}?)? (?:{_DID})")
"""`None was legible`, `nobody sent one in`, `Personne n'a concouru`: what follows is in small letters."""

_CODED = re.compile(r"(?:DN[SFQ]|DSQ) ?(?: [-–—] |[(:,;]).*")
"""What became of somebody, with a remark behind it: `DSQ - see minutes`."""

_OPEN = frozenset(
    word
    for words in (
        "underreview underinvestigation underconsideration underappeal indispute disputed pending stillpending",
        "awaitingconfirmation decisionpending enattente encours ausstehend pendiente insospeso",
    )
    for word in words.split()
)
_VARIOUS = frozenset(
    (
        *("various", "several", "others", "divers", "diverse", "diverses", "plusieurs", "autres", "verschiedene"),
        *("mehrere", "varios", "varias", "vari"),
    )
)


def meaning(text: str, words: Collection[str]) -> str:
    """The one of these words that a text stands for, or nothing."""
    said = letters(text)
    itself = next((word for word in words if said == letters(word)), "")
    return itself or next((word for word in words if said in _WORDS.get(word, ())), "")


def near(text: str, words: Collection[str]) -> str:
    """The one of these words that a text was probably meant to be, or to stand for, in any of the languages."""
    known = _by_spelling(words)
    found = nearest(letters(text), known)
    return known[found] if found else ""


def surely(text: str, words: Collection[str]) -> str:
    """The one of these words that a text stands for, or was meant to be where no other one is like it; or nothing."""
    found = near(text, words)
    others = {each: word for each, word in _by_spelling(words).items() if word != found}
    return meaning(text, words) or ("" if nearest(letters(text), others) else found)


def _by_spelling(words: Collection[str]) -> Mapping[str, str]:
    synonyms = ((each, word) for word in words for each in _WORDS.get(word, ()))
    return {**dict(synonyms), **{letters(word): word for word in words}}


def nobody(text: str) -> str:
    """What a text in the place of a name means: "unknown", "not-awarded", "above", "open" (not decided), or nothing."""
    if not letters(text):
        return "unknown"
    if letters(text) in _OPEN:
        return "open"
    found = meaning(text, ("unknown", "not-awarded", "cancelled", "above"))
    plain = " ".join("".join(letter if letter.isalnum() else " " for letter in folded(text)).split())
    said = next((word for word, sentence in _SENTENCES.items() if sentence.fullmatch(plain)), "")
    if found or said:
        return "not-awarded" if found == "cancelled" else found or said
    return "not-awarded" if begins_with_nobody(text) or _CODED.fullmatch(text.strip()) else ""


def is_various(text: str) -> bool:
    """Whether a text says that there were several, and names none of them."""
    return letters(text) in _VARIOUS


def begins_with_nobody(text: str) -> bool:
    """Whether a text is a sentence of what nobody did, such as "None was legible"."""
    return bool(_NOBODY_DID.fullmatch(text.strip()))


@lru_cache(maxsize=1 << 16)
def letters(text: str) -> str:
    """The letters and digits of a text, without case and accents."""
    return "".join(letter for letter in folded(text) if letter.isalnum())
