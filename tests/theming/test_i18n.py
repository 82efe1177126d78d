import pytest

from palmarium.model import Date
from palmarium.problems import Problem
from palmarium.theming import i18n
from palmarium.theming.i18n import Catalogue, date, merged, number, ordinal, parse, weekday

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'
FRENCH = HEAD.format("nplurals=2; plural=(n > 1);")
POLISH = HEAD.format("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);")


def catalogue(text: str, language: str = "fr") -> Catalogue:
    read, problems = parse("messages.po", text.encode(), language)
    assert problems == ()
    assert read
    return read


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("fr", "Français"), ("ar", "العربية"), ("de", "Deutsch"), ("xx", "xx")]
)
def test_a_language_is_called_as_those_call_it_who_speak_it(code: str, name: str) -> None:
    assert i18n.called(code) == name


def test_a_sentence_is_translated_by_its_context() -> None:
    speech = catalogue(FRENCH + 'msgid "Titles"\nmsgstr "Titres"\n\nmsgctxt "word"\nmsgid "jury"\nmsgstr "un jury"\n')
    assert (speech.gettext("Titles"), speech.pgettext("word", "jury"), speech.gettext("jury")) == (
        "Titres",
        "un jury",
        "jury",
    )


def test_plurals_follow_the_rule_of_the_language() -> None:
    text = 'msgid "%(num)s title"\nmsgid_plural "%(num)s titles"\n'
    french = catalogue(FRENCH + text + 'msgstr[0] "titre"\nmsgstr[1] "titres"\n')
    assert [french.ngettext("%(num)s title", "", n) for n in (0, 1, 2)] == ["titre", "titre", "titres"]
    polish = catalogue(POLISH + text + 'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n', "pl")
    assert [polish.ngettext("%(num)s title", "", n) for n in (1, 2, 5, 12, 22)] == ["a", "b", "c", "c", "b"]


def test_without_a_translation_english_is_said() -> None:
    speech, _ = parse(
        "messages.po", (FRENCH + 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\n').encode(), "fr"
    )
    assert speech
    assert speech.forms == {}
    assert (speech.gettext("b"), speech.ngettext("one", "many", 1), speech.ngettext("one", "many", 2)) == (
        "b",
        "one",
        "many",
    )


def test_the_more_particular_catalogue_wins_sentence_by_sentence() -> None:
    own = catalogue(FRENCH + 'msgid "a"\nmsgstr "1"\n')
    base = catalogue(FRENCH + 'msgid "a"\nmsgstr "2"\n\nmsgid "b"\nmsgstr "3"\n')
    assert [merged((own, base)).gettext(text) for text in "ab"] == ["1", "3"]


def only(data: bytes, language: str = "fr") -> Problem:
    read, [problem] = parse("messages.po", data, language)
    assert read is None
    return problem


def test_a_slip_in_a_catalogue_is_told_with_its_line() -> None:
    problem = only(FRENCH.encode() + b'msgid "a"\nmsgstr "b\n')
    assert (problem.span.line, problem.message, problem.hint) == (
        7,
        "this line is none of a catalogue",
        "close the quotes",
    )


@pytest.mark.parametrize(
    ("data", "language"),
    [
        (FRENCH.encode(), "zz"),
        (HEAD.format("nplurals=x; plural=n;").encode(), "fr"),
        (HEAD.format("nplurals=3000000000; plural=n;").encode(), "fr"),
        (HEAD.format('nplu"\n"rals = 3000000000; plural=n;').encode(), "fr"),
        (FRENCH.replace("charset=", "charset*=utf-8''").encode(), "fr"),
        (HEAD.format("nplurals*=utf-8''2; plural=n;").encode(), "fr"),
        (FRENCH.replace('"Plural', '"PO-Revision-Date: 2020-02-30 99:99+9999\\n"\n"Plural').encode(), "fr"),
    ],
)
def test_what_is_no_catalogue_is_told(data: bytes, language: str) -> None:
    assert only(data, language).message.startswith("this is not a catalogue: ")


@pytest.mark.parametrize("character", ["\0", "\u202e", "\u2066", "\u2028", "\ue010", "\x7f", "\ufffe"])
def test_a_catalogue_holds_no_character_that_no_text_may_hold(character: str) -> None:
    problem = only(FRENCH.encode() + f'msgid "Home"\nmsgstr "a{character}b"\n'.encode())
    message = f"the file holds an unprintable character, U+{ord(character):04X}"
    assert (problem.span.line, problem.message, problem.hint) == (7, message, "delete it")


def test_a_catalogue_is_utf_8_whatever_its_header_says() -> None:
    problem = only(b'msgid "\xff"\nmsgstr ""\n')
    assert (problem.message, problem.hint) == ("the file is not UTF-8: byte 0xFF is no text", "save the file as UTF-8")
    for charset in ("unicode_escape", "utf-7", "cp1252", "rot13", "a" * 100_000):
        head = FRENCH.replace("UTF-8", charset)
        assert catalogue(head + 'msgid "Home"\nmsgstr "\\ud800 +AGE- é"\n').gettext("Home") == "\\ud800 +AGE- é"


def test_long_catalogues_are_read_once() -> None:
    assert only((FRENCH + " " * 300_000 + "x\n").encode()).message == "this line is none of a catalogue"
    words = "".join(f'msgctxt "url"\nmsgid "{n}"\nmsgstr "a{n}"\n\n' for n in range(4000))
    assert catalogue(FRENCH + words).pgettext("url", "3999") == "a3999"


@pytest.mark.parametrize(
    "rule",
    [
        *("n +", "open(1)", "__import__('os').system('id')", "n.__class__", "1 / n", "n % 0", "n*" * 600),
        *("(" * 30 + "n" + ")" * 30, "9" * 900 + "/ (n - 7)"),
    ],
)
def test_a_rule_of_plurals_that_is_no_rule_is_told_and_never_run(rule: str) -> None:
    problem = only(HEAD.format(f"nplurals=2; plural={rule};").encode())
    assert (problem.span.line, problem.message) == (4, "this chooses no plural form")
    assert problem.hint == 'write "Plural-Forms: nplurals=2; plural=(n > 1);\\n", or what your language needs'


@pytest.mark.parametrize("rule", ["0 - 5", "n * n * n * n", "1 / (n - 1000000)"])
def test_a_rule_of_plurals_chooses_a_form_that_is_there(rule: str) -> None:
    text = 'msgid "%(num)s title"\nmsgid_plural "%(num)s titles"\nmsgstr[0] "titre"\nmsgstr[1] "titres"\n'
    speech = catalogue(HEAD.format(f"nplurals=2; plural={rule};") + text)
    assert {speech.ngettext("%(num)s title", "", count) for count in (0, 3, 1_000_000)} <= {"titre", "titres"}


def wrong(text: str) -> list[tuple[int, str, str, str]]:
    _, problems = parse("messages.po", (FRENCH + text).encode(), "fr")
    return [(each.span.line, str(each.level), each.message, each.hint) for each in problems]


def test_slots_that_a_translation_adds_or_leaves_out_are_told_with_their_line() -> None:
    about = 'the translation of "held by %(who)s"'
    assert wrong('msgid "held by %(who)s"\nmsgstr "tenu par %(whom)s"\n') == [
        (7, "error", f"{about} holds %(whom)s, which the sentence has not", 'did you mean "who"?'),
        (7, "warning", f"{about} leaves out %(who)s", "write %(who)s where it belongs"),
    ]
    assert wrong('msgid "held"\nmsgstr "%(num)s fois"\n') == [
        (7, "error", 'the translation of "held" holds %(num)s, which the sentence has not', "there are none")
    ]
    assert wrong('msgid "one"\nmsgid_plural "%(num)s"\nmsgstr[0] "%(num)s"\nmsgstr[1] "deux"\n') == []
    [told] = wrong('msgid "held by %(who)s"\nmsgstr "tenu par %(who)9999999999d"\n')
    assert told == (7, "error", f"{about} holds %(who) without an s behind it", "write %(who)s")


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("a</title><b>", "</title>"),
        ("<img src=x onerror=alert(1)", "<img src=x onerror=alert(1)"),
        ("<!-- a", "<!-- a"),
        ("&lt;b&gt;", "&lt;"),
        ("&#60;b", "&#60;"),
    ],
)
def test_mark_up_in_a_translation_is_told(said: str, tag: str) -> None:
    [told] = wrong(f'msgid "Home"\nmsgstr "{said}"\n')
    message = f'the translation of "Home" holds mark-up: {tag}'
    assert told == (7, "error", message, "leave it out: sentences are printed as plain text")
    assert wrong('msgid "Home"\nmsgstr "a < b & c > d <3"\n') == []


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("../../../../escaped", 'write msgstr "escaped"'),
        ("/etc", 'write msgstr "etc"'),
        ("a/b", 'write msgstr "a-b"'),
        ("a\\\\b", 'write msgstr "a-b"'),
        ("les lauréats", 'write msgstr "les-lauréats"'),
        ("a_b.c", 'write msgstr "a-b-c"'),
        ("..", "write letters, digits and hyphens"),
        ("-a-", 'write msgstr "a"'),
        ("a?b#c%2f", 'write msgstr "a-b-c-2f"'),
        ("a" * 61, f'write msgstr "{"a" * 20}"'),
        ("a\u200bb", 'write msgstr "a-b"'),
    ],
)
def test_a_word_of_addresses_stays_below_the_output(word: str, hint: str) -> None:
    [told] = wrong(f'msgctxt "url"\nmsgid "names"\nmsgstr "{word}"\n')
    assert (told[0], told[1], told[3]) == (8, "error", hint)
    assert told[2].endswith("can't be a part of an address")


def test_words_of_addresses_are_those_of_any_script_each_once() -> None:
    for word in ("lauréats", "受賞者", "विजेता", "prix-2"):
        assert wrong(f'msgctxt "url"\nmsgid "names"\nmsgstr "{word}"\n') == []
    twice = "".join(f'msgctxt "url"\nmsgid "{word}"\nmsgstr "noms"\n\n' for word in ("names", "laureates"))
    message = '"noms" is the word for "names" already, so two sections would be at one address'
    assert wrong(twice) == [(12, "error", message, "write another word")]
    speech = catalogue(FRENCH + 'msgctxt "url"\nmsgid "years"\nmsgstr "anne\u0301es"\n')
    assert speech.pgettext("url", "years") == "ann\u00e9es"


def test_a_byte_order_mark_is_read_over() -> None:
    read, problems = parse("messages.po", b"\xef\xbb\xbf" + FRENCH.encode(), "fr")
    assert problems == ()
    assert read


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (Date(2010), "2010", "2010"),
        (Date(2010, 10), "octobre 2010", "October 2010"),
        (Date(2011, 10, 3), "3 octobre 2011", "October 3, 2011"),
        (Date(2011, 8, 1), "1er août 2011", "August 1, 2011"),
        (Date(987, 7, 3), "3 juillet 987", "July 3, 987"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(value: Date, french: str, english: str) -> None:
    assert (date(value, "fr"), date(value, "en")) == (french, english)


def test_days_of_the_week_and_numbers_are_those_of_the_language() -> None:
    days = [weekday(Date(2011, 10, 3), locale) for locale in ("fr", "en", "de", "ja")]
    assert days == ["lundi", "Monday,", "Montag,", "月曜日"]
    assert (number(12345, "fr"), number(12345, "en")) == ("12\u202f345", "12,345")


@pytest.mark.parametrize(
    ("value", "gender", "french", "english"),
    [
        (1, "m", "1er", "1st"),
        (1, "f", "1re", "1st"),
        (2, "f", "2e", "2nd"),
        (11, "m", "11e", "11th"),
        (23, "m", "23e", "23rd"),
        (112, "m", "112e", "112th"),
    ],
)
def test_ordinals_are_those_of_the_language(value: int, gender: str, french: str, english: str) -> None:
    assert ("".join(ordinal(value, "fr", gender)), "".join(ordinal(value, "en", gender))) == (french, english)


def test_money_is_written_as_the_language_writes_it_and_what_is_no_number_as_it_stands() -> None:
    assert i18n.money("3000", "EUR", "fr") == "3\u202f000\u00a0€"
    assert i18n.money("3000", "EUR", "en") == "€3,000"
    assert i18n.money("2500.5", "USD", "en") == "$2,500.50"
    assert i18n.money("a fortune", "EUR", "fr") == "a fortune EUR"


def test_a_scope_is_a_word_and_what_it_narrows_to() -> None:
    speech, _ = i18n.parse("fr.po", b'msgid ""\nmsgstr ""\n\nmsgctxt "word"\nmsgid "sector"\nmsgstr "secteur"\n', "fr")
    assert speech
    assert [i18n.word(speech, value) for value in ("sector:bank", "sector")] == ["secteur bank", "secteur"]


PO = b"""\
msgid ""
msgstr ""

#, fuzzy
msgid "Ann"
msgstr "Anne"

msgid "Pie"
msgstr "Tarte"

msgid "Pie"
msgstr "Tourte"
"""


def test_what_a_catalogue_says_twice_or_not_for_sure_is_told() -> None:
    _, problems = i18n.parse("fr.po", PO, "fr")
    assert [(each.span.line, each.message, each.hint, each.level) for each in problems] == [
        (11, '"Pie" is here twice; the first is in line 8', "delete one of the two", "warning"),
        (
            5,
            'the translation of "Ann" is marked as fuzzy, and is not read',
            "delete `fuzzy` where it is right",
            "warning",
        ),
    ]


def test_a_sentence_of_a_theme_that_nothing_says_is_told() -> None:
    speech, _ = i18n.parse("fr.po", PO, "fr")
    assert speech
    assert list(i18n.unsaid(speech, {("", "Pie")}, ())) == []
    assert list(i18n.unsaid(speech, (), ("{{ _('Pie') }}",))) == []
    [problem] = i18n.unsaid(speech, {("", "Pies")}, ("{{ _('Tart') }}",))
    assert (problem.message, problem.hint) == ('no page says "Pie"', 'did you mean "Pies"?')
