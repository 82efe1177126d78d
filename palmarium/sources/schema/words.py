"""Synonyms of the words of the vocabularies, in English, French and a few more languages."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from ...problems import nearest
from ..numerals import YEAR
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
            *("uncontested", "sinotorgar"),
        ),
        "cancelled": ("canceled", "annule", "annulee", "supprime", "calledoff", "abgesagt", "cancelado", "annullato"),
        "unknown": (
            *("inconnu", "inconnue", "nonconnu", "noncommunique", "withheld", "undisclosed", "notdisclosed"),
            *("nc", "nr", "na", "tbd", "tba", "tbc", "todo", "fixme", "xxx", "acompleter", "unbekannt"),
            *("notknown", "notyetknown", "nochoffen"),
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

_PRIZE = (
    r"(?:award|prize|prix|trophy|trophee|cup|coupe|medal|medaille|winner|laureate?|recipient|gagnante?|vainqueur|entry"
    r"|category|categorie|pokal|preis|premio|copa)s?"
)
_ENTRY = r"(?:candidate?|candidature|nominee|nomination|submission|applicant|application|entrant|bewerber|bewerbung)s?"
_ENTRANT = (
    r"(?:junior|senior|lad(?:y|ie)|gentlemen|men|women|boy|girl|child(?:ren)?|novice|cadet|beginner|veteran|engagee?"
    r"|inscrite?|participante?|dame|enfant|debutante?)s?"
)
_GIVEN = (
    r"(?:given|awarded|presented|conferred|bestowed|made|judged|contested|competed for|attribuee?|decernee?|remise?"
    r"|disputee?|jugee?|vergeben|verliehen|otorgad[oa]|entregad[oa])"
)
_HOLDING = (
    r"(?:season|edition|year|event|show|meeting|match|final|race|competition|contest|ceremony|festival|tournament|league"
    r"|championships?|saison|concours|fete|epreuve|manifestation|ceremonie|tournoi|course|finale|championnat|wettbewerb"
    r"|turnier|ausgabe|veranstaltung|edicion|temporada|concurso|torneo)"
)
_OFF = (
    r"(?:cancell?ed|abandoned|postponed|suspended|called off|rained off|scrapped|interrupted|annulee?s?|reportee?s?"
    r"|suspendue?s?|supprimee?s?|interrompue?s?|abgesagt|ausgefallen|entfallen|verschoben|cancelad[oa]|aplazad[oa]"
    r"|suspendid[oa])"
)
_BECAUSE = (
    r"(?:(?:due to|because|owing to|on account|by|for|in|on|until|till|to|this year|en|a|au|cause|pour|par|faute"
    r"|jusqu|cette annee|wegen|aufgrund|auf|por|debido a|hasta)\b.*)"
)
_NAME = r"(?:(?:winner s |winners )?names?|winner|noms?|name des siegers|nombre|titles?|titres?|titel|titulo|titolo)"
_RECORD = (
    r"(?:records?|results?|minutes|minute book|archives?|registers?|registres?|list|page|entry|engraving|inscription"
    r"|trophy|cup|shield|resultats?|proces verbal|coupe|trophee|bouclier|plaque|ergebniss?e?|liste|acta|trofeo)"
)
_GONE = (
    r"(?:lost|missing|mislaid|illegible|unreadable|destroyed|burnt|burned|stolen|unrecorded|forgotten|damaged|smudged|redacted"
    r"|not (?:known|recorded|legible|kept|preserved|on record|found)|perdue?s?|illisibles?|detruite?s?|brulee?s?"
    r"|disparue?s?|egaree?s?|volee?s?|oubliee?s?|effacee?s?|verloren|verschollen|unleserlich"
    r"|nicht (?:uberliefert|lesbar)|ilegibles?|perdid[oa]s?)"
)
_FOUNDED = (
    r"(?:founded|created|introduced|instituted|established|inaugurated|in existence|awarded|creee?|fondee?|instituee?"
    r"|remise?)"
)
_BEARER = (
    r"(?:(?:the )?(?:(?:previous|current|present|defending|last|last year s|same) )?(?:holders?|winners?|champions?)"
    r"|(?:le |la )?(?:meme )?(?:tenante?|detent(?:eur|rice)|vainqueur|laureate?|championne?)"
    r"(?: (?:sortante?|du titre|precedente?|en titre))?|(?:titel)?verteidiger|vorjahressieger)"
)
_SENTENCES = MappingProxyType(
    {
        "not-awarded": re.compile(
            rf"(?:no|aucune?|pas de?|sans|keine?|sin) {_PRIZE}(?: .*)?"
            rf"|(?:{_PRIZE} )?(?:was |is |were |est )?(?:not|non|pas|nicht|sin) {_GIVEN}(?: .*)?"
            rf"|{_PRIZE} (?:was |is |est )?(?:withheld|suspended|suspendue?|cancelled|canceled|annulee?)(?: .*)?"
            r"|withheld by .*"
            rf"|no (?:suitable|worthy|eligible|valid|qualified|deserving|further) (?:{_PRIZE}|{_ENTRY})(?: .*)?"
            rf"|(?:no|aucune?|pas de|keine?) {_ENTRY}(?: .*)?"
            r"|did not (?:start|finish|compete|enter|qualify)(?: .*)?"
        ),
        "cancelled": re.compile(
            rf"(?:{_HOLDING} )?(?:was |is |est |wurde )?(?:not (?:held|staged)|nicht ausgetragen|non tenue?)(?: .*)?"
            r"|(?:.{1,40} )?(?:did not take place|n (?:a|eut) pas (?:eu )?lieu|fand nicht statt|no se celebro)(?: .*)?"
        ),
        "unknown": re.compile(
            rf"(?:{_PRIZE} )?to be (?:announced|confirmed|determined|decided|completed)(?: .*)?"
            rf"|(?:{_PRIZE} )?(?:not (?:yet )?announced|pas (?:encore )?annoncee?|noch nicht bekannt)(?: .*)?"
            rf"|(?:{_PRIZE}|{_NAME}) (?:is |was |est )?(?:unknown|not known|inconnue?|unbekannt|desconocid[oa])"
            r"|a (?:annoncer|confirmer|determiner|designer|completer|venir)"
        ),
        "lost": re.compile(
            rf"(?:(?:the|le|la|les|l) )?{_NAME} (?:(?:is|are|was|were|est|sont) )?{_GONE}(?: .*)?"
            r"|illegible|unreadable|unrecorded|not (?:legible|recorded)|illisible|unleserlich|ilegible"
            r"|nicht uberliefert"
        ),
        "absent": re.compile(
            rf"(?:(?:the )?{_PRIZE} )?not yet {_FOUNDED}(?: .*)?"
            rf"|(?:(?:the )?{_PRIZE} )?(?:did not|didn t) (?:yet )?exist(?: .*)?"
            rf"|before (?:the )?{_PRIZE} (?:was |were )?(?:{_FOUNDED}|began|existed)(?: .*)?"
            rf"|(?:the |le |la )?{_PRIZE} (?:was )?(?:{_FOUNDED}|discontinued|abolished|dropped|supprimee?)"
            rf"(?:(?: in| en)? {YEAR})?"
            rf"|(?:creation|fondation|institution|premiere remise) d(?:u|e la|e l) (?:{_PRIZE}|{_HOLDING})(?: .*)?"
            rf"|(?:(?:le |la )?{_PRIZE} )?n existai(?:t|ent) pas(?: encore)?(?: .*)?"
            rf"|pas encore {_FOUNDED}(?: .*)?"
            rf"|(?:{_PRIZE} )?noch nicht (?:gestiftet|eingefuhrt|vergeben)(?: .*)?|aun no existia(?: .*)?"
        ),
        "above": re.compile(
            r"see (?:above|below|(?:foot|end)?notes?|minutes|page|list|appendix|errat(?:a|um))(?: .*)?"
            r"|see (?:the )?(?:previous|next|last)"
            r"(?: (?:year|edition|page|line|row|column|section|list|entry|winner)s?(?: .*)?)?"
            r"|voir (?:plus|ci|page|note|liste|annexe)(?: .*)?|cf .*|same (?:as .*|again)|(?:le|la) meme que .*|id"
        ),
        "elsewhere": re.compile(rf"(?:see|voir|siehe|vgl|as|comme|wie|como)(?: (?:in|for|en|im|pour))? {YEAR}"),
    }
)
"""Sentences in place of a name, in small letters without accents and signs, each with what it says: that nobody got it,
that it did not take place, that who did is not known (or was once), that there was no such prize, or that it is the one
above or elsewhere."""

_IN_SMALL_LETTERS = MappingProxyType(
    {
        "not-awarded": re.compile(
            r"void|nulle|no (?:contest|show|takers|interest|challengers?|opponents?)"
            rf"|(?:no|aucune?|pas de|keine?) {_ENTRANT}(?: .*)?"
            r"|(?:no|aucune?) \w+ (?:entered|competed|took part|applied|qualified|staged|shown|submitted|engagee?s?"
            r"|inscrite?s?|presentee?s?)"
            r"|none (?:entered|submitted|awarded|given|presented|staged|shown|received|judged)(?: .*)?"
        ),
        "cancelled": re.compile(
            rf"{_OFF}|(?:break|pause|{_OFF}) {_BECAUSE}|(?:no|pas de|aucune?|keine?|sin) {_HOLDING}(?: .*)?"
            rf"|{_HOLDING} (?:was |is |were |est |a ete |wurde )?{_OFF}(?: .*)?"
        ),
        "lost": re.compile(
            rf"(?:(?:the|le|la|les|l) )?{_RECORD} (?:(?:is|are|was|were|est|sont) )?{_GONE}(?: .*)?|{_GONE}"
            r"|no (?:(?:written|surviving|known) )?(?:records?|trace)(?: (?:of|kept|found|survives?|exists?|for)\b.*)?"
            r"|(?:pas|aucune) (?:de )?(?:trace|archive)s?(?: .*)?"
        ),
        "above": re.compile(r"do|again|repeat"),
        "elsewhere": re.compile(
            rf"(?:see|voir|siehe|ver|vedi)(?: \w+){{1,2}} {YEAR}(?: .*)?"
            r"|as (?:last|the previous|previous) (?:year|season|edition)|wie im vorjahr|como el ano anterior"
            r"|comme l (?:an dernier|annee (?:derniere|precedente))"
            rf"|(?:(?:{_PRIZE}|title|titre) )?(?:retained|kept|held over|won again|conservee?|gardee?|verteidigt)"
            rf"(?: (?:by|par|von) {_BEARER})?"
        ),
    }
)
"""The same that a band or a work may be called, too: where each word has a capital, it may be a name."""
_SMALL = frozenset(
    word
    for words in (
        "a an and as at by for in of on the to",
        "de du des et la le les d l en pour par un une der die und",
    )
    for word in words.split()
)
"""Words that have no capital in a title."""
_ASIDE = re.compile(
    r"(?P<head>[^()\[\]]*[^()\[\],;:–—\s-])\s*(?:[(\[](?P<held>[^()\[\]]+)[)\]]|(?:[,;:]|\s[-–—])\s+(?P<said>.+))"
)
_OF_A_YEAR = re.compile(r"\d{4}\s*[-–—:.]\s*(?=[^\W\d_])")
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


@lru_cache(maxsize=1 << 16)
def nobody(text: str) -> str:
    """What a text in the place of a name means where it is none, in one word; nothing where it may be a name.

    That nobody got it is "not-awarded", that it did not take place "cancelled", that there was no such prize "absent".
    Somebody got it: who did is "unknown", or "lost", or "open" (not decided), or is named "above" or "elsewhere".
    """
    said = _said_of_nobody(text)
    if not said and (aside := _ASIDE.fullmatch(_OF_A_YEAR.sub("", text.strip(), count=1))):
        return _before_a_remark(aside["head"].strip(), aside["held"] or aside["said"])
    return said


def may_be_nobody(text: str) -> str:
    """The same of a text that may be a name all the same, as that of a band: `Void`, `No Contest`."""
    return "" if nobody(text) else _in_small_letters(text)


def _before_a_remark(head: str, remark: str) -> str:
    """What a text means before a remark, as in `Cancelled (snow)`, where it is no name: `None, Ann` may be one."""
    said = _said_of_nobody(head)
    is_told = said in ("cancelled", "lost") or head[:1].islower() or (" " in head and not remark[:1].isupper())
    return said if is_told or (said and _said_of_nobody(remark)) else ""


def _said_of_nobody(text: str) -> str:
    if not letters(text):
        return "unknown"
    if letters(text) in _OPEN:
        return "open"
    found = meaning(text, ("unknown", "not-awarded", "cancelled", "above"))
    plain = _plain(text)
    said = next((word for word, sentence in _SENTENCES.items() if sentence.fullmatch(plain)), "")
    if found or said:
        return found or said
    if begins_with_nobody(text) or _CODED.fullmatch(text.strip()):
        return "not-awarded"
    return "" if _has_capitals(text) else _in_small_letters(text)


def _has_capitals(text: str) -> bool:
    """Whether the words of a text begin with capitals, but for those that do not in a title: `Break for Love`."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in _SMALL]
    return bool(words) and all(word[0].isupper() for word in words) and not text.endswith(".")


def _in_small_letters(text: str) -> str:
    plain = _plain(text)
    return next((word for word, sentence in _IN_SMALL_LETTERS.items() if sentence.fullmatch(plain)), "")


def _plain(text: str) -> str:
    """A text in small letters, without accents and signs."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded(text)).split())


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
