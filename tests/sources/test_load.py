import time
from fractions import Fraction

import pytest

from palmarium.model import (
    Acceptance,
    Article,
    Award,
    Coverage,
    Covered,
    Date,
    Distinction,
    Edition,
    Entry,
    Function,
    Held,
    Kind,
    Name,
    Outcome,
    Post,
    Result,
    Status,
    WhyNotAwarded,
)
from palmarium.problems import Level, Span
from palmarium.sources.load import load
from tests.resolved import lines, loaded


def edition(text: str, path: str = "editions/palmes/2011.yaml") -> Edition:
    [record], problems = loaded(f"-- {path} --\n{text}\n")
    assert lines(problems) == []
    assert isinstance(record, Edition)
    return record


def entry(text: str) -> Entry:
    [found] = edition(f"results:\n  voix: {text}").entries
    return found


def results(text: str) -> tuple[Result, ...]:
    return entry(text).results


def result(text: str) -> Result:
    [found] = results(text)
    return found


def holders(text: str) -> list[str]:
    return [holder.name.text for holder in result(text).holders]


def told(text: str, path: str = "editions/palmes/2011.yaml") -> list[str]:
    return [line.removeprefix(f"{path}:") for line in lines(loaded(f"-- {path} --\n{text}\n")[1])]


def hint(text: str) -> str:
    return loaded(f"-- editions/palmes/2011.yaml --\n{text}\n")[1][0].hint


# Dates keep the precision with which they were written.


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2010", Date(2010)),
        ("2010-10", Date(2010, 10)),
        ("2010-10-03", Date(2010, 10, 3)),
        ('"2012-02-29"', Date(2012, 2, 29)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: str, date: Date) -> None:
    assert edition(f"ceremony: {{date: {written}}}").ceremony.date == date
    assert edition(f"ceremony: {written}").ceremony.date == date
    assert str(date) == written.strip('"')


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2011-02-31", '"2011-02-31" is not a date: month 2 of 2011 has 28 days'),
        ("2012-02-30", '"2012-02-30" is not a date: month 2 of 2012 has 29 days'),
        ("2011-04-00", '"2011-04-00" is not a date: month 4 of 2011 has 30 days'),
        ("2010-13", '"2010-13" is not a date: there is no month 13'),
        ("2010-00", '"2010-00" is not a date: there is no month 0'),
        ("0000", '"0000" is not a date: there is no year 0'),
        ("0000-01-01", '"0000-01-01" is not a date: there is no year 0'),
        ("3 octobre 2011", '"3 octobre 2011" is not a date'),
        ("2011-1-3", '"2011-1-3" is not a date'),
        ("2011-10-03T12:00:00", '"2011-10-03T12:00:00" is not a date'),
        ("[2011]", "a text is expected here, not a list"),
    ],
)
def test_a_date_that_is_none_is_told(written: str, message: str) -> None:
    assert told(f"ceremony: {{date: {written}}}") == [f"1:18: date: {message}  [value]"]


# Scalars are what the schema says, never what YAML guesses.


def test_texts_that_yaml_takes_for_something_else_stay_texts() -> None:
    made = edition("theme: no\nnote: 0123\nvalidity: 12:30\nresults: {voix: On, on: {name: No, laureate: 0x1F}}")
    assert (made.theme, made.note, made.validity) == ("no", "0123", "12:30")
    assert [holder.name.text for entry in made.entries for holder in entry.results[0].holders] == ["On", "0x1F"]
    assert made.specials[0].name == "No"


@pytest.mark.parametrize(("written", "share"), [("1/2", Fraction(1, 2)), ("1", Fraction(1)), ("2/4", Fraction(1, 2))])
def test_a_share_is_a_fraction(written: str, share: Fraction) -> None:
    assert result(f"{{laureate: Ann, share: {written}}}").share == share


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((none, "a fraction such as 1/2, at most 1") for none in ("3/2", "0", "1/0", "-1/2", "1/2/3", "0 %", "150%")),
        *{"0.5": "1/2", "50 %": "1/2", "33%": "1/3", "66,7 %": "2/3", "12.5%": "1/8", "0,25": "1/4"}.items(),
        ("½", "1/2"),
        *{"100%": "1", "half": "1/2", "un tiers": "1/3"}.items(),
    ],
)
def test_a_share_that_is_none_is_told_with_the_one_that_was_meant(written: str, meant: str) -> None:
    text = f"results: {{voix: {{laureate: Ann, share: '{written}'}}}}"
    assert told(text) == [f'1:40: share: "{written}" is not a share  [value]']
    assert hint(text) == f"write {meant}"


NO_DATE = "2011, 2011-10 or 2011-10-03, as far as it is known"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12 November 2021", "2021-11-12"),
        ("12 novembre 2021", "2021-11-12"),
        ("November 12, 2021", "2021-11-12"),
        ("2021-9-7", "2021-09-07"),
        ("25 mai 2019", "2019-05-25"),
        ("1er août 2019", "2019-08-01"),
        ("Oct. 2011", "2011-10"),
        ("2011/10/03", "2011-10-03"),
        ("2011.10", "2011-10"),
        ("25/05/2019", "2019-05-25"),
        ("05/25/2019", "2019-05-25"),
        ("03/10/2011", "2011-10-03, or 2011-03-10 where the month stands first"),
        ("20111003", "2011-10-03"),
        ("2011-10-3rd", "2011-10-03"),
        ("18 Nov. 18", "2018-11-18"),
        ("1 août '99", "1999-08-01"),
        ("25.05.19", "2019-05-25"),
        ("43420", "2018-11-16, which 43420 is in a spreadsheet"),
        ("2011-10-03, Brest", "`ceremony: {date: 2011-10-03, city: Brest}`"),
        ("2011-10-03 20:00", "2011-10-03"),
        ("2011-02-31", "2011-02-28, or 2011-02 where the day is not known"),
        ("2011-13-01", "2011-01-13"),
        ("2011-13", "2011"),
        ("0000", "the year in four digits, such as 2011"),
        ("soon", f"{NO_DATE}; where it is not known, delete the key"),
        *((none, NO_DATE) for none in ("2010 or 2011", "31 mars 2011-04", "11-10-03")),
    ],
)
def test_a_date_that_is_none_is_told_with_the_one_that_was_meant(written: str, meant: str) -> None:
    quoted = written.replace("'", "''")
    assert hint(f"ceremony: {{date: '{quoted}'}}") == f"write {meant}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ordinal: 72e", "write 72"),
        ("ordinal: No. 1,200", "write 1200"),
        ("ordinal: 4.0", "write 4"),
        ("ordinal: fourth", "write 4"),
        ("ordinal: umpteenth", "write digits, such as 12"),
        ("ordinal: 3 of 4", "write digits, such as 12"),
        ("ordinal: -4", "write digits, such as 12"),
        ("ordinal: 0", "write 1 or more"),
        ("ordinal: 20111003", "this looks like a date: write `ceremony: 2011-10-03`"),
        ("ordinal: 12345", "write 9999 or less"),
        ("results: {l: {laureate: A, rank: 1st}}", "write 1"),
        ("results: {l: {laureate: A, rank: 100000}}", "write 99999 or less"),
        ("results: {l: {laureate: A, count: 999999999}}", "write 9999 or less"),
        ("results: {l: {laureate: A, tie: yes}}", "write true"),
        ("results: {l: {laureate: A, tie: Non}}", "write false"),
        ("results: {l: {laureate: A, tie: perhaps}}", "write true or false"),
        ("sources: {s1: {url: www.example.org/a}}", "write https://www.example.org/a"),
        ("sources: {s1: {url: ann@example.org}}", "write mailto:ann@example.org"),
        ("sources: {s1: {url: somewhere}}", "write a full one, such as https://example.org/page"),
        ("figures: [{id: My Figure, title: x}]", "write my-figure"),
        ("status: canceled", "write cancelled"),
        ("status: zzz", "write one of them, such as `held`"),
    ],
)
def test_a_value_that_is_none_is_told_with_the_one_that_was_meant(text: str, meant: str) -> None:
    assert hint(text) == meant


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("3 000 €", "3 000", "EUR"),
        ('"£3,000"', "3,000", "GBP"),
        ("EUR 500", "500", "EUR"),
        ("500 SEK", "500", "SEK"),
        ("about 500 euros", "about 500", "EUR"),
        ("US$ 500", "500", "USD"),
        ("5000", "5000", "EUR"),
        ("{amount: 500, currency: £}", "500", "GBP"),
        ("{amount: 500 €, currency: EUR}", "500", "EUR"),
    ],
)
def test_money_is_read_with_its_sign_or_its_code(written: str, amount: str, currency: str) -> None:
    money = result(f"{{laureate: Ann, money: {written}}}").money
    assert money
    assert (money.amount, money.currency) == (amount, currency)


CODE = "write the code of the currency: `{amount: 500, currency: …}`"
MORE = "write `{amount: 500, currency: …}`, and the rest as `in_kind` inside the braces, or as a `note` beside them"


@pytest.mark.parametrize(
    ("written", "message", "meant"),
    [
        ('"$500"', '"$" stands for several currencies', CODE),
        ("500 francs", '"francs" stands for several currencies', CODE),
        ("500 F", '"F" stands for several currencies', CODE),
        ("R 500", '"R" stands for several currencies', CODE),
        ("500 € each", '"500 € each" is more than an amount and its currency', MORE),
        ("£500 (shared)", '"£500 (shared)" is more than an amount and its currency', MORE.replace("…", "GBP")),
        ("500 € (shared)", '"500 € (shared)" is more than an amount and its currency', MORE),
        ("£500 £500", '"£500 £500" is more than an amount and its currency', MORE.replace("…", "GBP")),
        ('"£500, £300"', '"£500, £300" is more than an amount and its currency', MORE.replace("…", "GBP")),
        ("500 and a mug", '"500 and a mug" is more than an amount and its currency', MORE),
        ("£500 per person", '"£500 per person" is more than an amount and its currency', MORE.replace("…", "GBP")),
        ("300 guineas", '"300 guineas" is more than an amount and its currency', MORE.replace("500", "300")),
        ('"£5OO"', '"£5OO" holds letters in the place of digits', 'write "£500"'),
        ("3OOO", '"3OOO" holds letters in the place of digits', "write 3000"),
        ("5OO", '"5OO" holds letters in the place of digits', "write 500"),
        ("l00 euros", '"l00 euros" holds letters in the place of digits', "write 100 euros"),
        ("a week in Rome", '"a week in Rome" is no amount of money', "write `{in_kind: a week in Rome}`"),
        ("{amount: 5 €, currency: SEK}", "the amount says EUR, the currency SEK", "delete one of the two"),
    ],
)
def test_money_of_which_something_would_be_guessed_is_told(written: str, message: str, meant: str) -> None:
    text = f"results: {{voix: {{laureate: Ann, money: {written}}}}}"
    assert told(text) == [f"1:40: money: {message}  [value]"]
    assert hint(text) == meant


TIGHT = "a space is missing behind the colon"
EACH_KEY = "or each key on a line of its own, without a dash"


@pytest.mark.parametrize(
    ("text", "told_", "meant"),
    [
        ("ordnal:", '1:1: the key "ordnal" is unknown here', 'did you mean "ordinal"?'),
        ("coverage: {bogus: ~}", '1:12: the key "bogus" is unknown here', "known are results, categories, jury"),
        (
            "results: {l: {laureate: O, cited_as}}",
            '1:28: the key "cited_as" is unknown here',
            'did you mean "credited_as"?',
        ),
        (
            "results: {live: {laureate: Brass Monkeys, The Salt Pans}}",
            '1:43: the key "The Salt Pans" is unknown here',
            'a comma ends a text here: put quotes around it: `laureate: "Brass Monkeys, The Salt Pans"`, '
            "or a list: `laureate: [Brass Monkeys, The Salt Pans]`",
        ),
        (
            "results: {live: {laureate: A, money: £3,000}}",
            '1:41: the key "000" is unknown here',
            'a comma ends a text here: put quotes around it: `money: "£3,000"`',
        ),
        ("ceremony: {date: 2022, city:Gateshead}", f"1:24: {TIGHT}", "write `city: Gateshead`"),
        ("results: {l: {laureate: A, role=keeper}}", f"1:28: {TIGHT}", "write `role: keeper`"),
        ("results: {l: {winner: A}}", '1:15: the key "winner" is unknown here', 'did you mean "laureate"?'),
        ("ceremony: {ville: Brest}", '1:12: the key "ville" is unknown here', 'did you mean "city"?'),
        (
            "results:\n  l:\n  laureate: A",
            "3:13: laureate: `laureate` stands beside `l`, which is empty",
            "indent it below `l`: `  laureate: A`",
        ),
        (
            "results:\n  l:\n    laureate Odet Yard",
            "3:5: results: a colon is missing behind `laureate`",
            "write `laureate: Odet Yard`",
        ),
        ("results: {l: {laureate:Odet Yard}}", f"1:15: {TIGHT}", "write `laureate: Odet Yard`"),
        (
            "ceremony: {date:2012-10-01, city:Brest}",
            "1:11: ceremony: a space is missing behind each colon",
            "write `{date: 2012-10-01, city: Brest}`",
        ),
        (
            "hosts: {Dot Ashby, Ann}",
            "1:8: hosts: a list stands in square brackets, not in braces",
            "write `hosts: [Dot Ashby, Ann]`",
        ),
        (
            "results:\n- live: Whin\n- song: X",
            "2:1: results: categories with their laureates are expected here, not a list",
            "write `results: {live: Whin, song: X}`, or each key on a line of its own, without a dash",
        ),
        (
            "results: [Whin Bay]",
            "1:10: results: categories with their laureates are expected here, not a list",
            "write `results: {unknown: [Whin Bay]}`, or the id of its category in place of `unknown`",
        ),
        (
            "results: [lumiere, brume]",
            "1:10: results: categories with their laureates are expected here, not a list",
            "write `results: {lumiere: unknown, brume: unknown}`, or each key on a line of its own, without a dash, "
            "and in place of each `unknown` who got it",
        ),
        (
            "results: lumiere",
            '1:10: results: categories with their laureates are expected here, not "lumiere"',
            "write `results: {lumiere: unknown}`, or each key on a line of its own, without a dash, "
            "and in place of each `unknown` who got it",
        ),
        (
            "results:\nlive: Whin Bay",
            '2:1: the key "live" is unknown here: it stands beside `results`, which is empty',
            "indent it below `results`: `  live: Whin Bay`",
        ),
        (
            "sources: [{title: X}]",
            "1:10: sources: keys with their values are expected here, not a list",
            "write `sources: {s1: {title: X}}`, or each key on a line of its own, without a dash",
        ),
        (
            "period: 2011",
            '1:9: period: keys with their values are expected here, not "2011"',
            "write `period: {from: 2011, until: 2011}`",
        ),
        (
            "ceremony: {city: [A, B]}",
            "1:18: city: a text is expected here, not a list",
            'write `city: "A, B"`',
        ),
        (
            "hosts: [[A, B]]",
            "1:9: hosts: keys with their values or a text are expected here, not a list",
            "write `A` and `B`, each as an item of its own",
        ),
    ],
)
def test_what_stands_elsewhere_than_it_should_is_told_with_what_to_write(text: str, told_: str, meant: str) -> None:
    code = "unknown-key" if "unknown" in told_ or "missing behind the" in told_ else "value"
    assert (told(text), hint(text)) == ([f"{told_}  [{code}]"], meant)


def test_what_article_or_name_says_wrongly_is_told_with_what_to_write() -> None:
    article = "-- content/articles/a.md --\n---\ntitle: A\n{}\n---\n"
    name = "-- content/names/a.md --\n---\nname: A\n{}\n---\n"
    for text, meant in (
        (article.format("about: larkspur"), "write `about: {awards: [larkspur]}`"),
        (article.format("about: [larkspur/2021]"), "write `about: {editions: [larkspur/2021]}`"),
        (article.format("about: Ann Crust"), "write `about: {names: [Ann Crust]}`"),
        (article.format("time: 9h18"), "write 09:18"),
        (article.format("time: 9 pm"), "write 21:00"),
        (article.format("time: evening"), "write hours and minutes, such as 09:18"),
        (name.format("kind: person\nwikidata: https://www.wikidata.org/wiki/Q42"), "write Q42"),
        (name.format("kind: person\nwikidata: q42"), "write Q42"),
        (name.format("kind: person\nwikidata: wd:Q042"), "write Q42"),
        (name.format("kind: person\nwikidata: Ann"), "write Q and digits, such as Q42"),
        (name.format("kind: person\nwikidata: P42"), "write Q and digits, such as Q42"),
        ("-- editions/a/award.yaml --\nname: A\nwikidata: q42\n", "write Q42"),
        ("-- editions/a/award.yaml --\nname: A\ncategories: {b: {name: B, wikidata: 42}}\n", "write Q42"),
        ("-- editions/a/2011.yaml --\nwikidata: wd:Q42\n", "write Q42"),
        (
            name.format("kind: person\nidentifiers: {wikidata: 42, viaf: 7}"),
            "write `wikidata: Q42` beside `identifiers`",
        ),
        (name.format("kind: person\nidentifiers: {Wikidata: Q7}"), "write `wikidata: Q7` in place of `identifiers`"),
        (name.format("kind: work\nlinks: www.example.org"), "write https://www.example.org"),
    ):
        _, [problem] = loaded(text)
        assert problem.hint == meant


@pytest.mark.parametrize(
    ("written", "sign", "hint"),
    [
        ("deck: '[[Ann Crust]] won'", "[[Ann Crust]]", "write Ann Crust won"),
        ("deck: '[[pie/2011|that night]]'", "[[pie/2011|that night]]", "write that night"),
        ("deck: 'See [this](https://x.y)'", "[this](https://x.y)", "write See this"),
        ("disclosure: 'A <em>friend</em>'", "<em>", "write A friend"),
        ("deck: R&amp;D", "&amp;", "write R&D"),
        ("comments: [{text: '**No**'}]", "**", "write No"),
        ("deck: 'A _lone_ `x` star'", "_lone_", "write A lone `x` star"),
        ("deck: 'A *lone star* here'", "*lone star*", "write A lone star here"),
    ],
)
def test_markdown_and_html_in_the_value_of_a_key_are_told(written: str, sign: str, hint: str) -> None:
    _, [problem] = loaded(f"-- content/articles/a.md --\n---\ntitle: A\n{written}\n---\nText.\n")
    message = f'"{sign}" is printed as it stands: only the text of an article, a name or a page is Markdown'
    assert (problem.message, problem.hint, problem.level, problem.span.line) == (message, hint, Level.WARNING, 3)
    _, problems = loaded(f"-- editions/pie/2011.yaml --\ntheme: '{sign}.'\nresults: {{}}\n")
    assert [each.code for each in problems] == ["markup"]


@pytest.mark.parametrize(
    "text",
    [
        *("a < b > c", "AT&T", "R&D; more", "[sic]", "5 * 4 ** 2", "a_b_c", "2 * x *", "*", "_", "/_x_/"),
        *("f*k*d", "(*1*)", "https://x.y/?a=1&lang;=2"),
    ],
)
def test_mere_signs_in_the_value_of_a_key_pass(text: str) -> None:
    _, problems = loaded(f"-- content/articles/a.md --\n---\ntitle: A\ndeck: '{text}'\n---\nText.\n")
    assert problems == ()


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("published: false", "what is not to be published yet says `draft: true`"),
        ("slug: night", "the name of the file is its address: rename the file"),
    ],
)
def test_a_key_of_another_program_says_what_it_would_do_here(key: str, hint: str) -> None:
    _, [problem] = loaded(f"-- content/articles/a.md --\n---\ntitle: A\n{key}\n---\nText.\n")
    assert (problem.message, problem.hint) == (f'the key "{key.split(":")[0]}" is unknown here', hint)


@pytest.mark.parametrize("blank", [" ", "\u200b", "\u00ad \u2060", "\u3164"])
def test_a_title_or_a_name_that_shows_nothing_is_no_title(blank: str) -> None:
    for path, key in (("content/articles/a.md", "title"), ("content/names/a.md", "kind: person\nname")):
        _, problems = loaded(f'-- {path} --\n---\n{key}: "{blank}"\n---\n')
        assert [problem.message.split(": ")[1] for problem in problems] == ["a text is expected here, not an empty one"]


def test_numbers_may_be_spaced_as_in_print_and_never_run_backwards() -> None:
    assert edition("attendance: 1 500").attendance[0].value == 1500
    assert told("ordinal: four") == ['1:10: ordinal: "four" is not a whole number  [value]']
    assert told("ordinal: -4") == ['1:10: ordinal: "-4" is not a whole number  [value]']
    assert told("ordinal: 0") == ["1:10: ordinal: the least is 1  [value]"]
    assert told("sort_year: 20111") == ["1:12: sort_year: the most is 9999  [value]"]
    assert told("results: {voix: {laureate: Ann, rank: 0}}") == ["1:39: rank: the least is 1  [value]"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "attendance: environ 300 personnes",
            "write `attendance: [{value: 300, qualifier: environ, what: personnes}]`",
        ),
        ("attendance: plus de 1 200", "write `attendance: [{value: 1200, qualifier: plus de}]`"),
        ("attendance: {value: 80 inscrits}", "write `attendance: [{value: 80, what: inscrits}]`"),
        ("attendance: 1,200", "write 1200"),
        ("rounds: {id: a, entrants: une centaine}", "write digits, such as 12"),
        ("rounds: {id: a, entrants: environ 40}", 'write 40, and "environ" in a `note`'),
        ("ordinal: 72e", "write 72"),
        ("ordinal: N° 72", "write 72"),
        ("claims: {says: quinze, count: titles, is: quinze}", "write 15"),
        ("claims: {says: trois, count: titles, is: vingt et un}", "write 21"),
    ],
)
def test_what_stands_beside_a_number_is_kept(text: str, meant: str) -> None:
    assert hint(text) == meant


def test_a_truth_is_true_or_false() -> None:
    assert result("{laureate: Ann, posthumous: true}").posthumous
    assert told("results: {voix: {laureate: Ann, posthumous: yes}}") == [
        '1:45: posthumous: "yes" is neither true nor false  [value]'
    ]


def test_white_space_of_any_kind_is_one_space() -> None:
    assert edition('theme: "la\u00a0 confiance\n  de tous"').theme == "la confiance de tous"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "example.org", "/palmes", "https:", 'https://a/"', "http://["]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    assert told(f"sources: {{s1: {{url: '{address}'}}}}") == [f'1:21: url: "{address}" is not an address  [value]']


def test_an_address_and_its_label_exchanged_are_told_as_that() -> None:
    text = b'name: P\nlinks: {url: Site, label: "https://x.y/"}\n'
    record, problems = load("editions/palmes/award.yaml", text, "fr")
    assert record
    assert [problem.message for problem in problems] == ["links: `url` and `label` say each what the other should"]
    assert problems[0].hint == 'write `{url: "https://x.y/", label: Site}`'


def test_an_address_where_nobody_else_gets_is_none() -> None:
    for address in ("http://localhost:8000/a/", "https://127.0.0.1/", "http://pie.local/"):
        said = f'1:21: url: "{address}" is on your own machine, where no reader gets  [value]'
        assert told(f"sources: {{s1: {{url: '{address}'}}}}") == [said]
    said = '1:21: url: "mailto:editors" is no mailbox  [value]'
    assert told("sources: {s1: {url: 'mailto:editors'}}") == [said]
    assert told("sources: {s1: {url: 'http://localhost.example/'}}") == []


def test_a_word_of_a_closed_vocabulary_comes_with_a_suggestion() -> None:
    assert told("coverage: complet") == [
        '1:11: coverage: "complet" is not one of complete, partial, winners-only, names-only, none  [value]'
    ]
    assert hint("status: canceled") == "write cancelled"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # A word of another key beside it, or another word for that.
        ("{laureate: Ann, status: declined}", "write `acceptance: declined` in its place"),
        ("{laureate: Ann, status: refused}", "write `acceptance: declined` in its place"),
        ("{laureate: Ann, acceptance: revoked}", "write `status: revoked` in its place"),
        ("{laureate: Ann, status: stripped}", "write revoked"),
        # A word that has a part in common with one of the vocabulary.
        ("{not_awarded: not enough entries}", "write one of them, such as `insufficient-entries`"),
    ],
)
def test_a_word_that_a_vocabulary_lacks_comes_with_the_key_or_the_word_that_has_it(typed: str, meant: str) -> None:
    assert hint(f"results: {{voix: {typed}}}") == meant


# Keys.


def test_an_unknown_key_is_told_at_the_key_with_a_suggestion() -> None:
    assert told("ceremony:\n  date: 2011\n  vneue: Paris") == ['3:3: the key "vneue" is unknown here  [unknown-key]']
    assert hint("ceremony: {vneue: Paris}") == 'did you mean "venue"?'
    assert hint("sources: {s1: {qqq: a}}") == "known are title, author, publisher, date, url, archived, accessed, note"


@pytest.mark.parametrize("text", ["name: ''", "name: ' '"])
def test_a_name_is_more_than_an_empty_text(text: str) -> None:
    expected = ["1:7: name: a text is expected here, not an empty one  [value]"]
    assert told(text, "editions/palmes/award.yaml") == expected


def test_a_missing_key_is_told_where_it_is_missing() -> None:
    assert told("deadlines:\n  - {what: dépôt}") == ['2:5: the key "date" is missing  [missing-key]']
    assert told("short: P", "editions/palmes/award.yaml") == ['1:1: the key "name" is missing  [missing-key]']


def test_every_mistake_of_a_file_is_told_at_once_and_the_rest_is_kept() -> None:
    records, problems = loaded(
        """\
        -- editions/palmes/2011.yaml --
        them: la confiance
        ordinal: 4
        ceremony: {date: 2011-02-31, city: Paris}
        results:
          voix: {laureate: Ann, shar: 1/2}
          autre: Ben
        """
    )
    assert lines(problems) == [
        'editions/palmes/2011.yaml:3:18: date: "2011-02-31" is not a date: month 2 of 2011 has 28 days  [value]',
        'editions/palmes/2011.yaml:5:25: the key "shar" is unknown here  [unknown-key]',
        'editions/palmes/2011.yaml:1:1: the key "them" is unknown here  [unknown-key]',
    ]
    [kept] = records
    assert isinstance(kept, Edition)
    assert (kept.ordinal, kept.ceremony.city, len(kept.entries)) == (4, "Paris", 2)


def test_a_key_left_empty_says_nothing_and_is_told() -> None:
    assert edition("theme: ~\nhosts: null\nceremony: {city: ~}") == edition("{}")
    record, problems = load("editions/palmes/2011.yaml", b"theme:\nhosts: ~\nceremony:\n  city:\n", "fr")
    assert record == edition("{}")
    assert lines(problems) == [
        "editions/palmes/2011.yaml:1:1: `theme` has no value  [empty-key]",
        "editions/palmes/2011.yaml:4:3: `city` has no value  [empty-key]",
    ]
    assert {(problem.level, problem.hint) for problem in problems} == {
        (Level.WARNING, f"write its value behind `{key}:`, or delete the line") for key in ("theme", "city")
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n- b", "1:1: keys with their values are expected here, not a list  [value]"),
        ("palmarès", '1:1: keys with their values are expected here, not "palmarès"  [value]'),
        ("# rien", "1:1: the file holds nothing  [empty]"),
        ("~", "1:1: the file holds nothing  [empty]"),
        ("results: [Ann]", "1:10: results: categories with their laureates are expected here, not a list  [value]"),
        ("sources: Ann", '1:10: sources: keys with their values are expected here, not "Ann"  [value]'),
        ("theme: {a: b}", "1:8: theme: a text is expected here, not keys  [value]"),
        ("hosts: [[Ann]]", "1:9: hosts: keys with their values or a text are expected here, not a list  [value]"),
    ],
)
def test_another_form_than_the_one_expected_is_told(text: str, message: str) -> None:
    assert told(text) == [message]


# Results, in their short and long forms.


def test_a_bare_name_is_a_winner() -> None:
    won = result("Mercedes-Benz")
    assert won.distinction is Distinction.WINNER
    assert won.is_title
    assert (won.id, won.edition, won.category, won.count) == ("voix--mercedes-benz", "palmes/2011", "voix", 1)
    assert (won.holders[0].name.text, won.holders[0].name.span) == (
        "Mercedes-Benz",
        Span("editions/palmes/2011.yaml", 2, 9),
    )


def test_a_list_is_several_results_and_a_list_of_laureates_one() -> None:
    assert [each.holders[0].name.text for each in results("[Ann, {laureate: Ben}]")] == ["Ann", "Ben"]
    assert holders("{laureate: [Ann, {name: Ben, as: translator}]}") == ["Ann", "Ben"]
    assert result("{laureate: [Ann, {name: Ben, as: translator}]}").holders[1].as_role == "translator"


def test_role_and_organisation_of_a_single_laureate_stand_beside_the_name() -> None:
    [holder] = result("{rank: 1, laureate: Ann, role: directrice, org: Orange, kind: person}").holders
    assert holder.kind is Kind.PERSON
    assert [(post.role, post.org.text if post.org else "") for post in holder.posts] == [("directrice", "Orange")]


def test_a_role_beside_several_laureates_is_told() -> None:
    assert told("results:\n  voix: {laureate: [Ann, Ben], role: chef}") == [
        "2:9: voix: `role` speaks of one laureate  [value]"
    ]


def test_a_second_place_is_no_title_and_a_distinction_may_be_said() -> None:
    podium = results("[{rank: 1, laureate: Ann}, {rank: 2, laureate: Ben}, {laureate: Cleo, distinction: finalist}]")
    assert [each.distinction for each in podium] == [Distinction.WINNER, Distinction.RANKED, Distinction.FINALIST]
    assert [each.is_title for each in podium] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("Ann", Outcome.AWARDED, None),
        ("unknown", Outcome.UNKNOWN, None),
        ("cancelled", Outcome.CANCELLED, None),
        ("{not_awarded: below-threshold}", Outcome.NOT_AWARDED, WhyNotAwarded.BELOW_THRESHOLD),
        ("{not_awarded: {reason: no-majority, note: trois tours}}", Outcome.NOT_AWARDED, WhyNotAwarded.NO_MAJORITY),
        ("{outcome: not-awarded}", Outcome.NOT_AWARDED, None),
        ("{entrants: 12}", Outcome.UNKNOWN, None),
    ],
)
def test_what_became_of_a_category(text: str, outcome: Outcome, reason: WhyNotAwarded | None) -> None:
    assert (entry(text).outcome, entry(text).reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{not_awarded: other, laureate: Ann}", "not-awarded and has a laureate, in line 2"),
        ("{outcome: cancelled, results: [{laureate: Ann, rank: 1}]}", "cancelled and has a laureate, in line 2"),
        ("{outcome: unrecorded, results: [unknown]}", "unrecorded and has a laureate, in line 2"),
        ("{outcome: cancelled, not_awarded: other}", "cancelled and not-awarded"),
    ],
)
def test_a_category_that_was_not_awarded_has_no_laureate(text: str, said: str) -> None:
    assert told(f"results:\n  voix: {text}") == [f"2:3: this category is {said}  [contradiction]"]


@pytest.mark.parametrize(
    ("text", "outcome", "nameless", "lacks"),
    [
        # What was not given, or to nobody known, may have had finalists and places.
        ("{not_awarded: reserved, results: [{laureate: A, distinction: finalist}]}", Outcome.NOT_AWARDED, 0, False),
        ("{not_awarded: reserved, results: [{laureate: A, rank: 2}]}", Outcome.NOT_AWARDED, 0, False),
        ("{not_awarded: reserved, results: [{laureate: A, status: revoked}]}", Outcome.NOT_AWARDED, 0, False),
        ("{outcome: cancelled, results: [{laureate: A, distinction: nominee}]}", Outcome.CANCELLED, 0, False),
        ("{outcome: unknown, results: [{laureate: A, distinction: finalist}]}", Outcome.UNKNOWN, 1, True),
        # Nominees, finalists and places alone say nothing of a winner; a mention may be all that was given.
        ("[{laureate: A, distinction: nominee}, {laureate: B, distinction: nominee}]", Outcome.UNRECORDED, 0, True),
        ("[{laureate: A, rank: 2}, {laureate: B, rank: 3}]", Outcome.UNRECORDED, 0, True),
        ("[{laureate: A, distinction: mention}]", Outcome.AWARDED, 0, False),
        ("[{laureate: A, distinction: mention}, {laureate: B, distinction: nominee}]", Outcome.UNRECORDED, 0, True),
        ("[{laureate: A, status: revoked}]", Outcome.AWARDED, 0, False),
        # A winner whom nobody knows, beside one who is known.
        ("[A, unknown]", Outcome.AWARDED, 1, True),
        ("{outcome: unknown, results: [A]}", Outcome.AWARDED, 1, True),
        ("[unknown, unknown]", Outcome.UNKNOWN, 2, True),
        ("{laureate: unknown, count: 3, note: three bakers}", Outcome.UNKNOWN, 3, True),
        ("{outcome: awarded}", Outcome.UNKNOWN, 1, True),
        ("{outcome: unrecorded}", Outcome.UNRECORDED, 0, True),
    ],
)
def test_who_won_and_who_is_not_known(text: str, outcome: Outcome, nameless: int, lacks: bool) -> None:
    assert told(f"results:\n  voix: {text}") == []
    found = entry(text)
    assert (found.outcome, found.nameless, found.lacks_winner) == (outcome, nameless, lacks)


@pytest.mark.parametrize("text", ["unknown", "{laureate: unknown, note: two bakers}", "{rank: 2, laureate: unknown}"])
def test_a_laureate_whom_nobody_knows_is_not_called_unknown(text: str) -> None:
    (result,) = entry(f"[{text}]").results
    assert result.holders == ()


def test_what_is_said_of_a_laureate_needs_one() -> None:
    assert told("results:\n  voix: [{laureate: unknown, country: FR}]") == [
        "2:10: results: `country` speaks of a laureate, and this one is unknown  [value]"
    ]
    assert told("results:\n  voix: [{laureate: []}]") == ["2:10: this result has no laureate  [missing-key]"]


def test_a_result_needs_a_laureate() -> None:
    assert told("results:\n  voix: [{rank: 1}]") == ["2:10: this result has no laureate  [missing-key]"]


@pytest.mark.parametrize(
    ("text", "place"),
    [("\n    laureate:\n    citation: Bravo", "3:14"), ("{rank: 1}", "2:9"), ("{citation: Bravo, entrants: 3}", "2:9")],
)
def test_a_single_result_whose_laureate_is_still_blank_is_told_as_that(text: str, place: str) -> None:
    assert told(f"results:\n  voix: {text}") == [f"{place}: this result has no laureate  [missing-key]"]


def test_a_slip_beside_several_results_is_still_an_unknown_key() -> None:
    assert told("results:\n  voix: {results: [Ann], citation: Bravo}") == [
        "2:26: `citation` stands beside `results`  [unknown-key]"
    ]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("[{rank: 1, laureate: Ann}, {rank: 1, laureate: Ben}, {rank: 3, laureate: Cleo}]", [True, True, False]),
        ("[{rank: 1, laureate: Ann, score: 9}, {rank: 2, laureate: Ben, score: 9}]", [False, False]),
        ("[Ann, Ben]", [False, False]),
        ("[{rank: 1, laureate: Ann, scope: overall}, {rank: 1, laureate: Ben, scope: 'sector:x'}]", [False, False]),
        ("[{rank: 1, laureate: Ann, status: revoked}, {rank: 1, laureate: Ben}]", [False, False]),
        (
            "[{rank: 1, laureate: Ann, status: revoked}, {rank: 1, laureate: Ben}, {rank: 1, laureate: Cleo}]",
            [False, True, True],
        ),
    ],
)
def test_equal_places_of_one_ranking_are_a_tie(text: str, ties: list[bool]) -> None:
    assert [each.tie for each in results(text)] == ties


def test_facts_of_the_category_and_of_its_single_result_may_stand_together() -> None:
    found = entry("{laureate: Ann, entrants: 12, printed_name: La Voix, citation: Bravo, count: 2, partner: Orange}")
    assert (found.entrants, found.printed_name, found.partners[0].text) == (12, "La Voix", "Orange")
    assert (found.results[0].citation, found.results[0].count) == ("Bravo", 2)


def test_a_special_award_names_itself() -> None:
    made = edition("results: {coup: {name: Coup de cœur, special: true, laureate: Ann}}")
    assert [(special.key, special.name, special.special) for special in made.specials] == [
        ("palmes/coup", "Coup de cœur", True)
    ]


def test_a_special_award_says_what_it_was_called_and_a_category_does_so_beside_its_name() -> None:
    made = edition("results: {coup: {name: Coup de cœur, formerly: [coeur], laureate: Ann}}")
    assert [ref.text for ref in made.specials[0].formerly] == ["coeur"]
    text = "results: {voix: {formerly: [voice], laureate: Ann}}"
    assert told(text) == ['1:29: what "voix" was called before is said once, beside its name  [value]']
    assert hint(text) == "move `formerly` to voix in editions/palmes/award.yaml"


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("../../x", "write `x: …`"),
        ("a/b", "write `a-b: …`"),
        ("Grand Prix", "write `grand-prix: …`"),
        ("x<y>", "write `x-y: …`"),
        ("!", "write `coup: …`"),
        ("unknown", "it stands for results without a category"),
    ],
)
@pytest.mark.parametrize("keys", ["name: Coup, special: true", "name: Coup", "special: true, name: Coup"])
def test_the_id_of_a_special_award_is_one(id: str, hint: str, keys: str) -> None:
    _, [problem] = loaded(f"-- editions/pie/2011.yaml --\nresults: {{'{id}': {{{keys}}}}}\n")
    assert (problem.code, problem.message, problem.hint) == (
        "category-id",
        f'"{id}" can\'t be the id of a category',
        hint,
    )


def test_results_without_a_category_stand_below_unknown() -> None:
    [found] = edition("results: {unknown: [Ann, {laureate: Ben, count: 2}]}").entries
    assert (found.category, [each.category for each in found.results]) == ("", ["", ""])
    assert [each.id for each in found.results] == ["unknown--ann", "unknown--ben"]


def test_what_happened_to_a_result_is_kept() -> None:
    kept = result(
        "{laureate: Ann, acceptance: declined, status: revoked, status_on: 2012-01, status_reason: dopage, "
        "credited_as: ANN, for: [{title: Le film, kind: film}, Le livre], represented_by: Ben, "
        "money: 1000, scope: 'sector:telecom', share: 1/4}"
    )
    assert (kept.acceptance, kept.status, kept.status_on) == (Acceptance.DECLINED, Status.REVOKED, Date(2012, 1))
    assert not kept.is_title
    assert [work.title for work in kept.works] == ["Le film", "Le livre"]
    assert kept.money
    assert (kept.money.amount, kept.money.currency) == ("1000", "EUR")


# People and coverage.


def test_a_juror_is_a_name_or_a_name_with_posts() -> None:
    made = edition(
        "jury:\n  - Ann\n  - {name: Ben, role: président, org: AFRC, chair: true}\n"
        "  - {name: Cleo, posts: [{role: directrice, org: Orange}, membre du club]}\nhosts: Dora"
    )
    jurors = [part for part in made.parts if part.function is Function.JUROR]
    assert [(part.name.text, part.chair, len(part.posts)) for part in jurors] == [
        ("Ann", False, 0),
        ("Ben", True, 1),
        ("Cleo", False, 2),
    ]
    assert jurors[2].posts[1] == Post("membre du club")
    assert [part.name.text for part in made.parts if part.function is Function.HOST] == ["Dora"]


def test_one_word_of_coverage_speaks_of_results_and_categories() -> None:
    assert edition("coverage: complete").covered == Covered(Coverage.COMPLETE, Coverage.COMPLETE)
    assert edition("coverage: names-only").covered == Covered(Coverage.NAMES_ONLY, Coverage.NONE)
    assert edition("coverage: {jury: complete}").covered == Covered(jury=Coverage.COMPLETE)
    assert edition("{}").covered == Covered()


# Editions, awards, names, articles.


@pytest.mark.parametrize(
    ("path", "text", "label", "year"),
    [
        ("editions/palmes/2011.yaml", "{}", "2011", 2011),
        ("editions/palmes/1927-28.yaml", "{}", "1927-28", 1927),
        ("editions/palmes/2020-h1.yaml", "label: Printemps 2020", "Printemps 2020", 2020),
        ("editions/palmes/x.yaml", "ceremony: 2013-05", "x", 2013),
        ("editions/palmes/11e.yaml", "sort_year: 2018", "11e", 2018),
    ],
)
def test_a_label_is_any_text_and_a_year_is_found_to_sort_by(path: str, text: str, label: str, year: int) -> None:
    made = edition(text, path)
    assert (made.label, made.sort_year) == (label, year)


def test_without_a_year_to_sort_by_one_is_asked_for() -> None:
    assert told("{}", "editions/palmes/xi.yaml") == ['1:1: the label "xi" holds no year to sort by  [no-year]']


def test_an_edition_that_was_not_held_is_known() -> None:
    assert not edition("status: cancelled").is_held
    assert edition("status: online").status is Held.ONLINE


def test_a_category_is_a_name_or_says_more() -> None:
    [award], problems = loaded(
        """\
        -- editions/palmes/award.yaml --
        name: Palmes
        founded: 2008-09
        organiser: AFRC
        categories:
          voix: Voix du client
          jeunes: {name: Jeunes, lineage: {event: split, from: voix, in: 2011}, method: [jury, oral]}
        """
    )
    assert problems == ()
    assert isinstance(award, Award)
    assert award.founded == Date(2008, 9)
    assert [(category.key, category.name) for category in award.categories] == [
        ("palmes/voix", "Voix du client"),
        ("palmes/jeunes", "Jeunes"),
    ]
    assert award.categories[1].lineage[0].origin[0].text == "voix"


def test_a_key_of_a_category_beside_it_is_told_with_its_line() -> None:
    path, text = (
        "editions/a/award.yaml",
        "name: A\ncategories:\n  b:\n    name: B\n  criteria: [taste, looks]\n  c: C\n",
    )
    assert told(text, path) == ["5:13: criteria: `criteria` stands beside `b`, and is no category  [value]"]
    _, [problem] = load(path, text.encode(), "fr")
    assert problem.hint == "indent it below `b`: `    criteria: [taste, looks]`"
    assert told(text.replace("criteria: [taste, looks]", "once: true"), path) == [
        "5:9: once: `once` stands beside `b`, and is no category  [value]"
    ]
    assert told(text.replace("[taste, looks]", "Best Criteria"), path) == []
    assert told("name: A\ncategories: {b: B, special: Special Prize, once: {name: Once}}\n", path) == []


@pytest.mark.parametrize("id", ["unknown", "Voix", "voix du client"])
def test_an_id_of_a_category_that_no_address_can_bear_is_told(id: str) -> None:
    text = f"name: a\ncategories: {{{id}: b}}"
    assert told(text, "editions/palmes/award.yaml")[0].endswith(f'"{id}" can\'t be the id of a category  [category-id]')


def test_a_category_whose_id_can_not_be_one_hides_the_one_that_was_meant() -> None:
    _, [problem] = load("editions/palmes/award.yaml", b"name: Palmes\ncategories: {Voix: Voix du client}\n", "fr")
    assert problem.hides == (("category", "palmes/voix"),)


def test_a_name_keeps_its_names_over_time() -> None:
    [name], problems = loaded(
        """\
        -- content/names/leroy-merlin.md --
        ---
        name: Leroy Merlin
        kind: organisation
        names: [{name: Au Stock Américain, from: 1923, until: 1960}]
        aliases: LM
        ---
        Une **enseigne**.
        """
    )
    assert problems == ()
    assert isinstance(name, Name)
    assert (name.id, name.aliases, name.names[0].until) == ("leroy-merlin", ("LM",), Date(1960))
    assert name.body.pieces == ("<p>Une <strong>enseigne</strong>.</p>",)


def test_a_mistake_in_a_text_has_its_line_below_the_front_matter() -> None:
    text = "---\ntitle: a\ntime: 9h18\n---\n\nvoir [[a\n"
    assert told(text, "content/articles/a.md") == [
        '3:7: time: "9h18" is not a time  [value]',
        '6:6: "[[" opens a link that cannot be read  [broken-link]',
    ]


def test_an_article_says_when_who_and_about_what() -> None:
    [article], problems = loaded(
        "-- content/articles/soiree.md --\n---\ntitle: La soirée\ndate: 2011-10-05\ntime: 09:18\n"
        "author: Ann\nabout: {editions: palmes/2011}\ncomments: [Bravo]\n---\n"
    )
    assert problems == ()
    assert isinstance(article, Article)
    assert (article.id, article.date, article.time) == ("soiree", Date(2011, 10, 5), "09:18")
    assert (article.about.editions[0].text, article.comments[0].text) == ("palmes/2011", "Bravo")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("editions/palmes/2011.yml", "nothing reads this file"),
        ("editions/2011.yaml", "nothing reads this file"),
        ("editions/palmes/x/2011.yaml", "nothing reads this file"),
        ("content/names/a.txt", "nothing reads this file"),
        ("content/names/Orange.md", '"Orange" can\'t be an id'),
        ("content/articles/a--b.md", '"a--b" can\'t be an id'),
        ("content/articles/a#b.md", '"a#b" can\'t be an id'),
        ("content/pages/À/b.md", '"À" can\'t be an id'),
        ("content/pages/a%b/c/d.md", '"a%b" can\'t be an id'),
        ("editions/Palmes/2011.yaml", '"Palmes" can\'t be an id'),
    ],
)
def test_a_file_that_nothing_reads_or_no_address_can_bear_is_told(path: str, message: str) -> None:
    [line] = told("---\n---", path)
    assert line.startswith(f"1:1: {message}")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("editions/palmes/2011.yml", 'rename it to "2011.yaml", or delete it'),
        ("editions/palmes/2011.yaml.txt", 'rename it to "2011.yaml", or delete it'),
        ("editions/palmes/2011.yaml.bak", 'rename it to "2011.yaml", or delete it'),
        ("editions/palmes/2011.txt", 'rename it to "2011.yaml", or delete it'),
        ("content/articles/a.markdown", 'rename it to "a.md", or delete it'),
        ("content/names/ann.md.orig", 'rename it to "ann.md", or delete it'),
        ("editions/palmes/old/2011.yaml", "move it to editions/palmes/2011.yaml, or delete it"),
        ("editions/palmes/2011/edition.yaml", "move it to editions/palmes/2011.yaml, or delete it"),
        ("content/medias/2011/a.jpg", "move it to content/media/2011/a.jpg, or delete it"),
        ("editions/2011.yaml", "move it to editions/<award>/2011.yaml, or delete it"),
        ("content/2011.yaml", "move it to editions/<award>/2011.yaml, or delete it"),
        ("content/articles/old/a.md", "move it to content/articles/a.md, or delete it"),
        ("content/articles/a.jpg", "move it to content/media/a.jpg, or delete it"),
        (
            "editions/palmes/rules.pdf",
            "to publish it as it is, move it to content/files/rules.pdf; otherwise delete it",
        ),
        ("content/CNAME", "to publish it as it is, move it to content/files/CNAME; otherwise delete it"),
        ("content/doc/a.pdf", "to publish it as it is, move it to content/files/doc/a.pdf; otherwise delete it"),
    ],
)
def test_what_nothing_reads_is_told_where_it_could_go(path: str, hint: str) -> None:
    _, [problem] = loaded(f"-- {path} --\na: b\n")
    assert (problem.code, problem.hint) == ("stray-file", hint)


@pytest.mark.parametrize(
    ("path", "text", "where", "message", "hint"),
    [
        (
            "content/articles/ann.md",
            "---\nkind: person\nname: Ann Crumb\n---\n",
            (3, 1),
            "this is a name, and stands where an article is meant to be: `name` is no key here",
            "move it to content/names/ann.md",
        ),
        (
            "content/names/a-night.md",
            "---\ntitle: A night\ndate: 2011-03-04\n---\nIt rained.\n",
            (2, 1),
            "this is an article, and stands where a name is meant to be: `title` is no key here",
            "move it to content/articles/a-night.md",
        ),
        (
            "content/pages/ann.md",
            "---\nname: Ann Crumb\nkind: person\n---\n",
            (2, 1),
            "this is a name, and stands where a page is meant to be: `name` is no key here",
            "move it to content/names/ann.md",
        ),
        (
            "editions/spoon/2011.yaml",
            "name: The Spoon\ncategories: {soup: {name: Soup}}\n",
            (1, 1),
            "this is an award, and stands where an edition is meant to be: `name` is no key here",
            "move it to editions/<award>/award.yaml",
        ),
        (
            "editions/spoon/award.yaml",
            "label: '2011'\nresults: {soup: Ann Crumb}\n",
            (1, 1),
            "this is an edition, and stands where an award is meant to be: `label` is no key here",
            "move it to editions/spoon/2011.yaml",
        ),
    ],
)
def test_a_record_in_the_folder_of_another_kind_is_told_once(
    path: str, text: str, where: tuple[int, int], message: str, hint: str
) -> None:
    record, [problem] = loaded(f"-- {path} --\n{text}")
    assert record == ()
    assert (problem.span.line, problem.span.column, problem.message, problem.hint) == (*where, message, hint)


@pytest.mark.parametrize("name", ["2011.yaml.yaml", "2011.yml.yaml", "2011.txt.yaml", "2011.md.yaml"])
def test_a_second_ending_is_no_part_of_an_id(name: str) -> None:
    record, [problem] = loaded(f"-- editions/palmes/{name} --\nordinal: 1\n")
    assert record == ()
    assert (problem.message, problem.hint) == ("this file's name has two endings", 'rename it to "2011.yaml"')


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("status: annulé", "write cancelled"),
        ("status: Reporté.", "write postponed"),
        ("coverage: full", "write complete"),
        ("results: {pie: {not_awarded: true}}", "write other"),
        ("results: {pie: {laureate: Ann, distinction: finaliste}}", "write finalist"),
        ("results: {pie: {laureate: Ann, distinction: commendation}}", "write mention"),
        ("ordinal: premier", "write 1"),
        ("ordinal: IVe", "write 4"),
        ("ordinal: third", "write 3"),
        ("ordinal: Seconde", "write 2"),
        ("ordinal: '-'", "write digits, such as 12"),
        ("ordinal: ire", "write digits, such as 12"),
        ("period: 14 au 25 mai 2019", "write `period: {from: 2019-05-14, until: 2019-05-25}`"),
        ("period: 14-25 May 2019", "write `period: {from: 2019-05-14, until: 2019-05-25}`"),
        ("period: mai à juin 2019", "write `period: {from: 2019-05, until: 2019-06}`"),
        ("period: du 30 novembre 2019 au 2 janvier 2020", "write `period: {from: 2019-11-30, until: 2020-01-02}`"),
        ("period: 2018 - 2019", "write `period: {from: 2018, until: 2019}`"),
        ("period: spring", "write `period: {note: spring}`"),
        ("results:\n  pie; Ann Crust", f"write `results: {{pie: Ann Crust}}`, {EACH_KEY}"),
        ("results:\n  pie:\u00a0Ann Crust", f"write `results: {{pie: Ann Crust}}`, {EACH_KEY}"),
        ("sources:\n  s1= The Gazette", f"write `sources: {{s1: The Gazette}}`, {EACH_KEY}"),
        ("sources: [{s1: A}, {s2: B}]", f"write `sources: {{s1: A, s2: B}}`, {EACH_KEY}"),
        (
            "results: {pie: [{laureate: Ann, name: Golden Crust}]}",
            "an award outside the categories stands below `results` by itself: "
            "`<id>: {special: true, name: …, laureate: …}`",
        ),
    ],
)
def test_another_word_is_told_as_what_it_means(written: str, hint: str) -> None:
    _, [problem] = loaded(f"-- editions/pie/2011.yaml --\n{written}\n")
    assert problem.hint == hint


@pytest.mark.parametrize("money", ["9" * 4000, f"{'9' * 16000} €", f"EUR {'1 ' * 30}", f"{{amount: {'9' * 30}}}"])
def test_an_amount_has_as_many_digits_as_money_can_have(money: str) -> None:
    _, [problem] = loaded(f"-- editions/pie/2011.yaml --\nresults: {{pie: {{laureate: Ann, money: {money}}}}}\n")
    assert problem.message.endswith('…" has more digits than an amount of money')
    assert problem.hint == "write 20 digits at most"


@pytest.mark.slow
def test_thousands_of_wrong_keys_take_no_minutes() -> None:
    def seconds(count: int) -> float:
        text = "-- editions/pie/2011.yaml --\n" + "".join(f"key{number}: a\n" for number in range(count))
        begun = time.process_time()
        assert len(loaded(text)[1]) == count
        return time.process_time() - begun

    seconds(10)
    # Four times as many take four times as long, or a little more; it was forty times.
    assert seconds(1200) < 12 * seconds(300)


@pytest.mark.parametrize("key", ["url", "website", "homepage"])
@pytest.mark.parametrize(
    "front",
    [
        "-- content/names/a.md --\n---\nname: A\nkind: work\n{}\n---\n",
        "-- editions/pie/award.yaml --\nname: Pie\n{}\n",
    ],
)
def test_an_address_of_its_own_belongs_below_links(key: str, front: str) -> None:
    _, [problem] = loaded(front.format(f"{key}: https://pie.example/"))
    assert problem.hint == 'write `links: ["https://pie.example/"]`'


@pytest.mark.parametrize(
    ("text", "code", "behind", "hint"),
    [
        ("An\u200bn Wren", "200B", ', behind "An"', "write Ann Wren"),
        ("Ann Wren\u2060", "2060", ', behind "Ann Wren"', "write Ann Wren"),
        ("\u200eAnn Wren", "200E", "", "write Ann Wren"),
        ("Co\u00adop: one", "00AD", ', behind "Co"', 'write "Coop: one"'),
        ("A\u3164 \u200cB", "3164", ', behind "A"', "write A B"),
        ("Петр\u200d Ив", "200D", ', behind "Петр"', "write Петр Ив"),
    ],
)
def test_a_character_that_nobody_sees_is_told(text: str, code: str, behind: str, hint: str) -> None:
    _, [problem] = loaded(f"-- editions/pie/2011.yaml --\nresults: {{pie: '{text}'}}\n")
    message = f"this text holds an invisible character, U+{code}{behind}"
    assert (problem.message, problem.hint, problem.level) == (message, hint, Level.WARNING)


@pytest.mark.parametrize(
    ("text", "word", "meant", "hint"),
    [
        ("\u041etto Wren", "\u041etto", "Otto", "write Otto Wren"),
        ("Ann C\u0440\u0443st", "C\u0440\u0443st", "Cpyst", "write Ann Cpyst"),
        ("Th\u03bf Wren", "Th\u03bf", "Tho", "write Tho Wren"),
        ("Москв\u0061", "Москв\u0061", "Москва", "write Москва"),
        ("Καπο\u0075", "Καπο\u0075", "Καπου", "write Καπου"),
        ("Wren \u0421\u041e\u0420", "\u0421\u041e\u0420", "COP", "write Wren COP"),
    ],
)
def test_letters_of_two_alphabets_in_one_word_are_told(text: str, word: str, meant: str, hint: str) -> None:
    _, [problem] = loaded(f"-- editions/pie/2011.yaml --\nresults: {{pie: '{text}'}}\n")
    message = f'"{word}" has letters of two alphabets that look alike, so that it is not "{meant}"'
    assert (problem.message, problem.hint, problem.level) == (message, hint, Level.WARNING)


def test_letters_of_two_alphabets_in_a_key_are_told() -> None:
    _, [problem] = loaded("-- editions/pie/2011.yaml --\nresults: {pi\u0435: Ann}\n")
    assert (problem.span.column, problem.hint) == (11, "write pie")


@pytest.mark.parametrize(
    "text", ["Москва", "Moscow Москва", "СССР", "β-carotene", "αlpha", "ο Κόσμος", "Ωmega", "vitamin Α", "Сафо naïve"]
)
def test_alphabets_beside_each_other_may_stand(text: str) -> None:
    assert loaded(f"-- editions/pie/2011.yaml --\nresults: {{pie: '{text}'}}\n")[1] == ()


@pytest.mark.parametrize("text", ["نمی\u200cخواهم", "👩\u200d🚀", "ශ්\u200dරී", "ភាសា\u200bខ្មែរ", "שלום\u200f!"])
def test_characters_that_join_and_break_other_scripts_may_stand(text: str) -> None:
    assert loaded(f"-- editions/pie/2011.yaml --\nresults: {{pie: '{text}'}}\n")[1] == ()


BEGIN = "start the file with `---`,"


@pytest.mark.parametrize(
    ("path", "text", "hint"),
    [
        ("editions/pie/Édition2015.yaml", "a", 'rename it "edition2015"'),
        ("editions/Pie/2015.yaml", "a", 'rename it "pie"'),
        ("content/names/ann.md", "Ann.", f"{BEGIN} `name: …`, `kind: …` and `---`, each on a line of its own"),
        ("content/articles/a.md", "Ann.", f"{BEGIN} `title: …` and `---`, each on a line of its own"),
        ("content/articles/Night.MD", "a", 'rename it to "night.md", or delete it'),
        ("editions/pie/2015.YAML", "a", 'rename it to "2015.yaml", or delete it'),
    ],
)
def test_a_file_is_told_how_to_be_called_and_begun(path: str, text: str, hint: str) -> None:
    _, [problem] = loaded(f"-- {path} --\n{text}\n")
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("money", "hint"),
    [
        ("3k€", "write it out: 3 000€"),
        ("1.5k €", "write it out: 1 500 €"),
        ("2M EUR", "write it out: 2 000 000 EUR"),
        ("3K", "write it out: 3 000"),
        ("-500", "write 500"),
        ("-1,500 €", "write 1,500"),
    ],
)
def test_money_is_written_out_and_no_less_than_nothing(money: str, hint: str) -> None:
    _, [problem] = loaded(f'-- editions/pie/2011.yaml --\nresults: {{pie: {{laureate: Ann, money: "{money}"}}}}\n')
    assert problem.hint == hint


@pytest.mark.parametrize(
    "money", ["500 MAD", "3 000 KRW", "1-2 €", "500 Kč", "10 million", "3 000–5 000 €", "500 to 1000 €"]
)
def test_other_letters_behind_an_amount_abridge_nothing(money: str) -> None:
    _, problems = loaded(f'-- editions/pie/2011.yaml --\nresults: {{pie: {{laureate: Ann, money: "{money}"}}}}\n')
    assert problems == ()


@pytest.mark.parametrize(
    ("scope", "right"),
    [
        *((text, "overall") for text in ("Overall", "sector:Overall", "region:all", "all", "général", "overal")),
        ("Sector:telecom", '"sector:telecom"'),
        ("secteur:telecom", '"sector:telecom"'),
        ("sectr: telecom", '"sector:telecom"'),
        ("sector:", '"sector:…"'),
        ("région", '"region:…"'),
    ],
)
def test_a_scope_that_says_it_otherwise_is_told(scope: str, right: str) -> None:
    _, problems = load(
        "editions/pie/2011.yaml", f'results: {{pie: {{laureate: Ann, scope: "{scope}"}}}}'.encode(), "en"
    )
    assert [(each.message, each.hint) for each in problems] == [(f'scope: "{scope}" is no scope', f"write {right}")]


@pytest.mark.parametrize(
    "scope", ["overall", "sector:general", "north", "age:U18", "section:x", "sector:télécoms", "V"]
)
def test_any_other_scope_is_free(scope: str) -> None:
    record, problems = load(
        "editions/pie/2011.yaml", f'results: {{pie: {{laureate: A, scope: "{scope}"}}}}'.encode(), "en"
    )
    assert problems == ()
    assert isinstance(record, Edition)
    assert record.entries[0].results[0].scope == scope


def test_a_name_of_more_than_a_thousand_letters_is_told() -> None:
    _, [problem] = load("editions/pie/2011.yaml", f"results: {{pie: {'x' * 1_001}}}".encode(), "en")
    assert "a name or title of 1,001 letters is too long: 1,000 are the most" in problem.message
    assert load("editions/pie/2011.yaml", f"results: {{pie: {'x' * 1_000}}}".encode(), "en")[1] == ()


@pytest.mark.parametrize(
    ("text", "message", "meant"),
    [
        (
            "theme:\u00a0Slow pouring\nordinal: 2\n",
            "1:7: this is not YAML: a no-break space stands behind the colon  [yaml]",
            "write `theme: Slow pouring`",
        ),
        (
            "results:\n\u00a0\u00a0voix: Ann\nordinal: 2\n",
            "2:1: no-break spaces stand before this key  [unknown-key]",
            "write plain spaces: `  voix: Ann`",
        ),
        (
            "results:\n  voix: Ann\ntarte: Ben\n",
            '3:1: "tarte" is no key, and stands behind `results`  [unknown-key]',
            "if it is a category, indent it: `  tarte: Ben`",
        ),
    ],
)
def test_what_stands_at_the_wrong_place_is_told_with_the_line_as_it_should_be(
    text: str, message: str, meant: str
) -> None:
    assert told(text) == [message]
    assert hint(text) == meant


@pytest.mark.parametrize(
    "name", ["2018 (1)", "2018 (copie)", "2018 (Copy 2)", "2018 - Copy", "2018 copy", "2018 copie 2"]
)
def test_a_copy_that_a_file_manager_made_is_to_be_deleted(name: str) -> None:
    _, problems = load(f"editions/palmes/{name}.yaml", b"ordinal: 1\n", "en")
    assert problems[0].hint.startswith("delete it if it is a copy of 2018; if not, rename it ")
