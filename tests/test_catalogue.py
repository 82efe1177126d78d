import pytest

from palmarium.catalogue import Catalogue, date, merged, number, ordinal, parse, weekday
from palmarium.model import Date
from palmarium.problems import Problem

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'
FRENCH = HEAD.format("nplurals=2; plural=(n > 1);")
POLISH = HEAD.format("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);")


def catalogue(text: str, language: str = "fr") -> Catalogue:
    read, problems = parse("messages.po", text.encode(), language)
    assert problems == ()
    assert read
    return read


def test_a_sentence_is_translated_by_its_context() -> None:
    speech = catalogue(FRENCH + 'msgid "Titles"\nmsgstr "Titres"\n\nmsgctxt "word"\nmsgid "jury"\nmsgstr "un jury"\n')
    assert (speech.gettext("Titles"), speech.pgettext("word", "jury"), speech.gettext("jury")) == (
        "Titres", "un jury", "jury",
    )


def test_plurals_follow_the_rule_of_the_language() -> None:
    text = 'msgid "%(num)s title"\nmsgid_plural "%(num)s titles"\n'
    french = catalogue(FRENCH + text + 'msgstr[0] "titre"\nmsgstr[1] "titres"\n')
    assert [french.ngettext("%(num)s title", "", n) for n in (0, 1, 2)] == ["titre", "titre", "titres"]
    polish = catalogue(POLISH + text + 'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n', "pl")
    assert [polish.ngettext("%(num)s title", "", n) for n in (1, 2, 5, 12, 22)] == ["a", "b", "c", "c", "b"]


def test_without_a_translation_english_is_said() -> None:
    speech = catalogue(FRENCH + 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "c"\n')
    assert speech.forms == {}
    assert (speech.gettext("b"), speech.ngettext("one", "many", 1), speech.ngettext("one", "many", 2)) == (
        "b", "one", "many",
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
        7, "this line is none of a catalogue", "close the quotes",
    )


@pytest.mark.parametrize(
    ("data", "language"),
    [
        (b'msgid "\xff"\nmsgstr ""\n', "fr"),
        (FRENCH.encode(), "zz"),
        (HEAD.format("nplurals=x; plural=n;").encode(), "fr"),
        (HEAD.format("nplurals=2; plural=n +;").encode(), "fr"),
        (HEAD.format("nplurals=2; plural=open(1);").encode(), "fr"),
    ],
)
def test_what_is_no_catalogue_is_told(data: bytes, language: str) -> None:
    assert only(data, language).message.startswith("this is not a catalogue: ")


def test_a_slot_that_nothing_fills_is_told_with_its_line() -> None:
    text = 'msgid "held by %(who)s"\nmsgstr "tenu par %(qui)s"\n'
    _, [problem] = parse("messages.po", (FRENCH + text).encode(), "fr")
    assert problem.message == 'the translation of "held by %(who)s" holds %(qui)s, which the sentence has not'
    assert problem.span.line == 6


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
    assert weekday(Date(2011, 10, 3), "fr") == "lundi"
    assert (number(12345, "fr"), number(12345, "en")) == ("12\u202f345", "12,345")


@pytest.mark.parametrize(
    ("value", "gender", "french", "english"),
    [(1, "m", "1er", "1st"), (1, "f", "1re", "1st"), (2, "f", "2e", "2nd"), (11, "m", "11e", "11th"),
     (23, "m", "23e", "23rd"), (112, "m", "112e", "112th")],
)
def test_ordinals_are_those_of_the_language(value: int, gender: str, french: str, english: str) -> None:
    assert ("".join(ordinal(value, "fr", gender)), "".join(ordinal(value, "en", gender))) == (french, english)
