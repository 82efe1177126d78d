import json

import pytest

from palmarium.config import Accepted, Config, NavigationItem, parse, read
from palmarium.problems import Span
from palmarium.sources.site_toml import PATH, output
from tests.conftest import SETTINGS
from tests.resolved import lines


def told(text: str) -> list[str]:
    return lines(parse(text)[1])


def test_the_least_a_site_needs_is_a_title_and_an_address() -> None:
    config, problems = parse('title = "Prix"\nbase_url = "https://example.org/prix/"\n')
    assert problems == ()
    assert config
    assert config.model_dump() == Config(title="Prix", base_url="https://example.org/prix/").model_dump()


def test_the_menu_keeps_its_order_and_its_places() -> None:
    config, _ = parse(f'{SETTINGS}[[navigation]]\nlabel = "Noms"\nurl = "/noms/"\n')
    assert config
    assert config.navigation == (NavigationItem(label="Noms", url="/noms/", span=Span(PATH, 6, 7)),)


def test_without_a_site_toml_the_way_in_is_shown() -> None:
    config, [problem] = read({})
    assert config is None
    assert (problem.message, problem.hint) == (
        "there is no site.toml here",
        "go to the folder of your site with `cd …`, or name it with `--root`; `palmarium new site` starts one",
    )


COUNTRY = "write that of the country, which is called by a large city of it, such as"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Paris", 'write `timezone = "Europe/Paris"`'),
        ("new york", 'write `timezone = "America/New_York"`'),
        ("Europe/Pariss", 'write `timezone = "Europe/Paris"`'),
        ("Londn", 'write `timezone = "Europe/London"`'),
        ("Amerca/New York", 'write `timezone = "America/New_York"`'),
        ("nowhere at all", f'{COUNTRY} `timezone = "Europe/Paris"` or `timezone = "America/New_York"`'),
        ("Europe/Bath", f'{COUNTRY} `timezone = "Europe/London"` or `timezone = "Europe/Paris"`'),
        ("Europe/Bern", f'{COUNTRY} `timezone = "Europe/London"` or `timezone = "Europe/Paris"`'),
        ("America/Boston", f'{COUNTRY} `timezone = "America/New_York"` or `timezone = "America/Los_Angeles"`'),
    ],
)
def test_a_zone_that_is_none_offers_the_one_that_was_meant(written: str, hint: str) -> None:
    [problem] = parse(f'{SETTINGS}timezone = "{written}"\n')[1]
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('them = "base"', 'site.toml:4:1: the key "them" is unknown here  [unknown-key]'),
        ('search = "pagefnd"', 'site.toml:4:10: search: "pagefnd" is not one of script, pagefind  [setting]'),
        ('timezone = "CEST+1"', 'site.toml:4:12: timezone: "CEST+1" is not a time zone  [setting]'),
        ('timezone = "../Paris"', 'site.toml:4:12: timezone: "../Paris" is not a time zone  [setting]'),
        ("theme = 3", "site.toml:4:9: theme: a text in quotes is expected here, not 3  [setting]"),
        ('theme = "../x"', 'site.toml:4:9: theme: "../x" is not the name of a theme  [setting]'),
        ('data_licence = "CC0"', 'site.toml:4:16: data_licence: "CC0" is not an address  [setting]'),
        ('text_licence = "https://["', 'site.toml:4:16: text_licence: "https://[" is not an address  [setting]'),
        ('navigation = "x"', 'site.toml:4:14: navigation: a table is expected here, not "x"  [setting]'),
        ('checks = {shares-sum = "loud"}', 'site.toml:4:24: shares-sum: "loud" is not a level of a check  [setting]'),
        ("theme_parameters = [1]", "site.toml:4:20: theme_parameters: a table is expected here, not a list  [setting]"),
        ("points = 3", "site.toml:4:10: points: a table is expected here, not 3  [setting]"),
        ("points = {medal = 3}", 'site.toml:4:11: "medal" is nothing that has points  [setting]'),
        ("points = {rank-0 = 3}", 'site.toml:4:11: "rank-0" is nothing that has points  [setting]'),
        ('points = {winner = "3"}', 'site.toml:4:20: winner: a whole number is expected here, not "3"  [setting]'),
        ("points = {rank-2 = -1}", "site.toml:4:20: rank-2: a whole number is expected here, not -1  [setting]"),
        ("points = {rank-2 = true}", "site.toml:4:20: rank-2: a whole number is expected here, not true  [setting]"),
        ('publisher = "a\\u0000"', "site.toml:4:13: the file holds an unprintable character, U+0000  [encoding]"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(line: str, message: str) -> None:
    assert told(f"{SETTINGS}{line}\n") == [message]


def test_points_are_of_ranks_and_of_every_distinction() -> None:
    config, problems = parse(f"{SETTINGS}[points]\nwinner = 2\nrank-12 = 0\nsemi-finalist = 1\n")
    assert problems == ()
    assert config
    assert dict(config.points) == {"winner": 2, "rank-12": 0, "semi-finalist": 1}


def test_what_has_no_points_comes_with_a_suggestion() -> None:
    assert parse(f"{SETTINGS}[points]\nwiner = 3\n")[1][0].hint == 'did you mean "winner"?'
    [problem] = parse(f"{SETTINGS}[points]\nwinner = 3\ncards = false\n")[1]
    assert problem.hint == "put `cards = false` above the first line in square brackets"
    assert parse(f"{SETTINGS}[points]\nmedal = 3\n")[1][0].hint.startswith("write rank-2, rank-3… or one of winner,")
    assert parse(f"{SETTINGS}[points]\nwinner = 0.5\n")[1][0].hint == "write `winner = 3`"
    for spelled in ("cinq", "five"):
        assert parse(f'{SETTINGS}[points]\nwinner = "{spelled}"\n')[1][0].hint == "write `winner = 5`"


def test_the_level_of_a_check_stands_where_it_was_written() -> None:
    assert told(f'{SETTINGS}[checks]\nshares-sum = "loud"\n')[0].startswith("site.toml:5:14: ")


@pytest.mark.parametrize("begin", ["https:/", "https//", "https:///", "https;//", "HTTPS://", ""])
def test_the_address_of_a_site_keeps_its_host(begin: str) -> None:
    (problem,) = parse(f'title = "a"\nbase_url = "{begin}pies.example.net/"\n')[1]
    assert problem.hint == 'write `base_url = "https://pies.example.net/"`'


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "http://[/", "https:///", "https://a/?b=/"])
def test_an_address_that_is_none_of_a_site_is_told(address: str) -> None:
    assert told(f'title = "a"\nbase_url = "{address}"\n') == [
        f'site.toml:2:12: base_url: "{address}" is not the address of a site  [setting]'
    ]


def test_an_unknown_key_comes_with_a_suggestion() -> None:
    assert parse(f'{SETTINGS}navigaton = "x"\n')[1][0].hint == 'did you mean "navigation"?'


def test_all_mistakes_are_told_and_the_rest_stays_of_use() -> None:
    config, problems = parse('titel = "a"\nbase_url = "x"\nlanguage = "french"\ntheme = "maison"\n')
    assert sorted(lines(problems)) == [
        'site.toml:1:1: the key "titel" is unknown here  [unknown-key]',
        'site.toml:1:1: the key "title" is missing  [missing-key]',
        'site.toml:2:12: base_url: "x" is not the address of a site  [setting]',
        'site.toml:3:12: language: "french" is not a language  [setting]',
    ]
    assert config
    assert config.theme == "maison"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title = Prix\n", (1, 9)),
        ('title = "a"\n\nbase_url = \n', (3, 12)),
        ('title = "a\n', (1, 9)),
        ('title = "a"\ntitle = "b"', (2, 1)),
        (f"a = {'[' * 5000}", (1, 5)),
        (f"a = {'1' * 5000}", (1, 5)),
        ("a = 2011-02-31\n", (1, 5)),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(text: str, place: tuple[int, int]) -> None:
    config, [problem] = parse(text)
    assert config is None
    assert (problem.code, (problem.span.line, problem.span.column)) == ("toml", place)


def test_marks_and_line_ends_of_windows_are_read_over() -> None:
    config, problems = read({PATH: b"\xef\xbb\xbf" + SETTINGS.replace("\n", "\r\n").encode()})
    assert problems == ()
    assert config
    assert read({PATH: b"title = '\xe9'"})[1][0].message == "the file is not UTF-8: byte 0xE9 is no text"


@pytest.mark.parametrize(
    ("value", "why", "name"),
    [
        ("content", "a build reads there what it would write", "_site"),
        ("Content/x", "a build reads there what it would write", "x"),
        ("themes/", "a build reads there what it would write", "_site"),
        ("site.toml", "a build reads there what it would write", "_site"),
        ("", "that is the folder of the site itself", "_site"),
        (".", "that is the folder of the site itself", "_site"),
        ("./", "that is the folder of the site itself", "_site"),
        ("..", "it lies outside the site's folder", "_site"),
        ("../public", "it lies outside the site's folder", "public"),
        ("/var/www/html", "it lies outside the site's folder", "html"),
        ("~/www", "it lies outside the site's folder", "www"),
        ("C:\\www", "it lies outside the site's folder", "www"),
        ("build/site", "it is one folder, beside site.toml", "site"),
        (".palmarium", "a name with a dot in front is hidden", "palmarium"),
        (".git", "a name with a dot in front is hidden", "git"),
        ("my site", "letters, digits, dots and hyphens make such a name", "my-site"),
        ("site.", "letters, digits, dots and hyphens make such a name", "site"),
        ("out\nput", "letters, digits, dots and hyphens make such a name", "out-put"),
    ],
)
def test_a_folder_that_can_not_be_the_output_says_why_and_names_another(value: str, why: str, name: str) -> None:
    [problem] = parse(f"{SETTINGS}output = {json.dumps(value)}\n")[1]
    said = value.encode("unicode_escape").decode() if "\n" in value else value
    assert lines([problem]) == [f'site.toml:4:10: output: "{said}" can\'t be the output: {why}  [setting]']
    assert problem.hint == f'write `output = "{name}"`'


@pytest.mark.parametrize("value", ["docs", "public", "docs/", "tests", "gh-pages", "été"])
def test_any_other_folder_beside_the_sources_can_be_the_output(value: str) -> None:
    assert told(f'{SETTINGS}output = "{value}"\n') == []
    assert output({PATH: f'{SETTINGS}output = "{value}"\n'.encode()}) == value.rstrip("/")


def test_the_output_is_known_even_where_the_settings_are_wrong() -> None:
    assert output({PATH: b'output = "public"\nlanguage = "french"\n'}) == "public"
    assert output({PATH: b'output = "content"\n'}) == "_site"
    assert output({PATH: b"output ="}) == "_site"
    assert output({}) == "_site"


def test_exceptions_keep_their_words_their_reason_and_their_place() -> None:
    config, problems = parse(
        f'{SETTINGS}[exceptions]\nweekday = [\n  {{texts = ["lundi", "mardi"], file = "a.yaml", reason = "both"}},\n]\n'
    )
    assert problems == ()
    assert config
    accepted = Accepted(texts=("lundi", "mardi"), file="a.yaml", reason="both", span=Span(PATH, 6, 13))
    assert config.exceptions == {"weekday": (accepted,)}


NAMES_NOTHING = "weekday: an exception names texts of the message, a file, or both  [setting]"


@pytest.mark.parametrize(
    ("written", "said", "hint"),
    [
        ("weekday = [{reason = 'r'}]", f"5:12: {NAMES_NOTHING}", 'write `{texts = ["…"], reason = "…"}`'),
        ("weekday = {texts = [], file = '', reason = 'r'}", f"5:11: {NAMES_NOTHING}", "write `weekday = {texts"),
        (
            'weekday = [{texts = ["lundi", 3], reason = "r"}]',
            "5:31: texts: a text in quotes is expected here, not 3  [setting]",
            'write `"3"`',
        ),
        (
            'weekday = [{texts = [""], reason = "r"}]',
            "5:22: texts: a text is expected here, not an empty one  [setting]",
            'write `"…"`',
        ),
        (
            'weekday = [{texts = ["lundi"], file = 3, reason = "r"}]',
            "5:39: file: a text in quotes is expected here, not 3  [setting]",
            'write `file = "3"`',
        ),
        (
            'weekday = [{texts = ["lundi"], reason = "r", because = "x"}]',
            '5:46: the key "because" is unknown here  [unknown-key]',
            "known are texts, file, reason",
        ),
        (
            'weekday = ["lundi"]',
            '5:12: weekday: a table is expected here, not "lundi"  [setting]',
            'write `{texts = ["lundi"], reason = "…"}`',
        ),
        (
            'weekday = [{file = "a.yaml"}]',
            '5:12: the key "reason" is missing  [missing-key]',
            'write `reason = "why it is right"`',
        ),
        (
            'weekday = [{file = "a.yaml", reason = " "}]',
            "5:39: reason: a text is expected here, not an empty one  [setting]",
            'write `reason = "…"`',
        ),
        (
            "weekday = 3",
            "5:11: weekday: a table is expected here, not 3  [setting]",
            'write `weekday = {texts = ["…"], reason = "…"}`',
        ),
    ],
)
def test_an_exception_that_can_not_be_read_is_told_at_its_place(written: str, said: str, hint: str) -> None:
    _, problems = parse(f"{SETTINGS}[exceptions]\n{written}\n")
    assert lines(problems) == [f"site.toml:{said}"]
    assert problems[0].hint.startswith(hint)


def test_a_single_text_is_a_list_of_one() -> None:
    config, problems = parse(f'{SETTINGS}compress = "gz"\n[exceptions]\nweekday = {{texts = "lundi", reason = "r"}}\n')
    assert problems == ()
    assert config
    assert config.compress == ("gz",)
    assert config.exceptions["weekday"][0].texts == ("lundi",)


@pytest.mark.parametrize("written", ["exceptions = 3", "[[exceptions]]\ncheck = 'a'"])
def test_exceptions_are_a_table_of_lists(written: str) -> None:
    [problem] = parse(f"{SETTINGS}{written}\n")[1]
    assert problem.message.startswith("exceptions: a table is expected here, not ")
    assert problem.hint == ('write `[exceptions]`, then `near-duplicate = [{texts = ["Ann", "Anne"], reason = "…"}]`')


def test_a_key_of_two_tables_is_told_where_it_is_wrong() -> None:
    text = f'{SETTINGS}[checks]\nweekday = "off"\nhomonym = "of"\n[theme_parameters]\nhomonym = "x"\nweekday = [1]\n'
    assert sorted(told(text)) == [
        'site.toml:6:11: homonym: "of" is not a level of a check  [setting]',
        "site.toml:9:11: weekday: a text is expected here, not a list  [setting]",
    ]


def test_a_setting_knows_where_it_is_written() -> None:
    config, _ = parse(f'{SETTINGS}icon = "a"\n[checks]\nicon = "off"\n')
    assert config
    assert config.place("icon") == Span(PATH, 4, 8)
    assert config.place("checks", "icon") == Span(PATH, 6, 1)
    assert config.place("compress") == Span(PATH)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("pictures = 3", "write `[pictures]`, then `originals = true`"),
        ("[pictures]\noriginals = 'no'", "write `originals = false`"),
        ("[pictures]\nsubtitle = 'x'", 'put `subtitle = "x"` above the first line in square brackets'),
        ("cards = 'no'", "write `cards = false`"),
        ("search = true", 'write `search = "script"`'),
        ("compress = 'gzip'", 'write `compress = "gz"`'),
        ("[points]\nwinner = 2.5", "write `winner = 2`"),
        ("[checks]\npoints = {winner = 5}", "put `points = {winner = 5}` above the first line in square brackets"),
        ("[checks]\nweekday = 'none'", 'write `weekday = "off"`'),
        ("[[navigation]]\nlabel = 'A'\nurl = 'https://a.example/about/'", 'write `url = "/about/"`'),
        ("[[navigation]]\nlabel = 'A'\nurl = '/content/pages/about.md'", 'write `url = "/about/"`'),
        ("[[navigation]]\nlabel = 'A'\nurl = '/about/#x'", 'write `url = "/about/"`'),
        ("cards = 'false'", "write `cards = false`"),
        ("points = 3", "write `[points]`, then `winner = 3`"),
        ("checks = 3", 'write `[checks]`, then `weekday = "off"`'),
        ("compress = 'zip'", 'write `compress = "gz"`'),
        ("search = 'pagefnd'", 'write `search = "pagefind"`'),
        ("navigation = 3", 'write `[[navigation]]`, then `label = "…"` and `url = "/…/"` on lines of their own'),
        ("[[navigation]]\nlabel = 'a'", 'write `url = "/…/"`'),
        ("span = 3", "known are title, base_url, "),
    ],
)
def test_a_hint_is_in_whole_lines_of_toml(written: str, hint: str) -> None:
    _, [problem] = parse(f"{SETTINGS}{written}\n")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('language = "english"', 'language = "en"'),
        ('language = "anglais"', 'language = "en"'),
        ('language = "fr-FR"', 'language = "fr"'),
        ('language = "Français"', 'language = "fr"'),
        ('region = "uk"', 'region = "GB"'),
        ('language = "Deutsch"', 'language = "de"'),
        ("publisher = 3", 'publisher = "3"'),
        ('data_licence = "www.example.org/l"', 'data_licence = "https://www.example.org/l"'),
        (
            'data_licence = "https://creativecommons.org/publicdomain/zero/1.O/"',
            'data_licence = "https://creativecommons.org/publicdomain/zero/1.0/"',
        ),
        (
            'text_licence = "https://creativecommons.org/license/by-sa/4.0/"',
            'text_licence = "https://creativecommons.org/licenses/by-sa/4.0/"',
        ),
        ('text_licence = "CC BY"', 'text_licence = "https://creativecommons.org/licenses/by/4.0/"'),
        ('[[navigation]]\nlabel = "A"\nurl = "laureats"', 'url = "/laureats/"'),
        ('[[navigation]]\nlabel = "A"\nurl = "https://example.org/"', 'url = "/laureats/"'),
    ],
)
def test_the_hint_of_a_setting_is_the_line_to_write(line: str, meant: str) -> None:
    _, [problem] = parse(f"{SETTINGS}{line}\n".replace('language = "fr"\nlanguage', "language"))
    assert problem.hint.startswith(f"write `{meant}`")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("prix.example", "https://prix.example/"),
        ("https://prix.example", "https://prix.example/"),
        ("http://prix.example/a/", ""),
        ("https://prix.example:8080/a/", ""),
        ("https://ann:secret@prix.example/a/", "https://prix.example/a/"),
        ("https://ann@prix.example/", "https://prix.example/"),
        ("https://prix.example/a/../b/", "https://prix.example/a/b/"),
        ("https://prix.example/a/%2e%2e/b/", "https://prix.example/a/b/"),
        ("https://prix.example/.%2E/", "https://prix.example/"),
        ("https://prix.example/a/%2e/", "https://prix.example/a/"),
        ("https://prix.example/a/%2f..%2f/", "https://prix.example/a/"),
        ("https://prix.example/%5c/%00/", "https://prix.example/"),
        ("https://prix.example/./", "https://prix.example/"),
        ("https://prix.example//a/", "https://prix.example/a/"),
        ("https://prix.example/?a=b", "https://prix.example/"),
        ("https://prix.example:99999/", "https://example.org/"),
        ("https://:80/", "https://example.org/"),
        ("file:///tmp/", "https://example.org/"),
    ],
)
def test_the_address_of_a_site_holds_no_secret_and_leads_up_nowhere(value: str, meant: str) -> None:
    _, problems = parse(f'title = "a"\nbase_url = "{value}"\n')
    hints = [f'write `base_url = "{meant}"`'] if meant else []
    assert [problem.hint for problem in problems] == hints
    assert any("the last slash is missing" in problem.message for problem in problems) == (meant == f"{value}/")


@pytest.mark.parametrize("blank", ["", " ", "\u200b"])
def test_a_site_without_a_title_is_told(blank: str) -> None:
    assert told(f'title = "{blank}"\nbase_url = "https://a.example/"\n') == [
        "site.toml:1:9: title: a text is expected here, not an empty one  [setting]"
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ('[points]\nwinner = "5"', "write `winner = 5`"),
        ("[points]\nrank2 = 3", "write `rank-2`"),
        ("[points]\n2nd = 3", "write `rank-2`"),
        ("[points]\nwiner = 3", 'did you mean "winner"?'),
        ('[checks]\nweekday = "warn"', 'write `weekday = "warning"`'),
        ("[checks]\nweekday = false", 'write `weekday = "off"`'),
        ('[checks]\nsubtitle = "Guild"', 'put `subtitle = "Guild"` above the first line in square brackets'),
        ('[checks]\nweekday = "Guild"', "write error, warning or off"),
    ],
)
def test_a_level_and_points_are_told_as_they_were_meant(written: str, hint: str) -> None:
    _, [problem] = parse(f"{SETTINGS}{written}\n")
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("written", "line", "hint"),
    [
        ('subtitle = "The **best** pies"', 6, "write The best pies"),
        ('publisher = "R&amp;D"', 6, "write R&D"),
        ('[[navigation]]\nlabel = "<b>Names</b>"\nurl = "/names/"', 7, "write Names"),
    ],
)
def test_markdown_in_a_setting_is_told(written: str, line: int, hint: str) -> None:
    _, [problem] = parse(f"{SETTINGS}{written}\n")
    assert (problem.code, problem.span.line - SETTINGS.count("\n") + 5, problem.hint) == ("markup", line, hint)


@pytest.mark.parametrize(
    ("value", "message", "meant"),
    [
        ("ann@prix.example", "is not an address", "mailto:ann@prix.example"),
        ("ann", "is not an address to which readers can write", "mailto:corrections@example.org"),
        ("mailto:ann", "is not an address to which readers can write", "mailto:corrections@example.org"),
        ("javascript:alert(1)", "is not an address to which readers can write", "mailto:corrections@example.org"),
        ("https://{url}/", "is not an address to which readers can write", "mailto:corrections@example.org"),
        (
            "https://forge.example/issues/new",
            "would not say of which page an error is reported",
            "https://forge.example/issues/new?title={title}&body={body}",
        ),
        (
            "https://forge.example/issues/new?labels=error&title=Error",
            "would not say of which page an error is reported",
            "https://forge.example/issues/new?labels=error&title={title}&body={body}",
        ),
        (
            "mailto:ann@prix.example?subject={title}",
            "would not say of which page an error is reported",
            "mailto:ann@prix.example?subject={title}&body={body}",
        ),
        (
            "https://forge.example/new?body={bdoy}",
            '"{bdoy}" is nothing that can be filled in: title, body, url, id, text can',
            "https://forge.example/new?body={body}",
        ),
    ],
)
def test_where_readers_report_errors_is_an_address_that_can_say_of_what(value: str, message: str, meant: str) -> None:
    _, [problem] = parse(f'{SETTINGS}corrections = "{value}"\n')
    assert problem.message.endswith(message)
    assert problem.hint == f'write `corrections = "{meant}"`'
    assert parse(f'{SETTINGS}corrections = "{meant}"\n')[1] == ()


def test_a_mailbox_is_asked_for_a_subject_and_a_text() -> None:
    config, problems = parse(f'{SETTINGS}corrections = "mailto:ann@prix.example"\n')
    assert problems == ()
    assert config
    assert config.corrections == "mailto:ann@prix.example?subject={title}&body={body}"


@pytest.mark.parametrize(
    "address", ["http://localhost:8000/", "http://127.0.0.1/", "http://site.localhost/", "http://[::1]/"]
)
def test_an_address_that_only_one_machine_knows_is_told(address: str) -> None:
    [problem] = parse(f'title = "Prix"\nbase_url = "{address}"\nlanguage = "fr"\n')[1]
    assert (problem.level, problem.span.line) == ("warning", 2)
    assert problem.message == f'"{address}" is the address of one machine: nobody else gets there'


def test_who_is_better_has_no_fewer_points() -> None:
    [problem] = parse(f"{SETTINGS}[points]\nwinner = 1\nrank-2 = 3\nrank-3 = 1\n")[1]
    assert problem.message == "rank-2 has more points (3) than winner (1)"
    assert problem.hint == "write `winner = 3` and `rank-2 = 1`, or correct one"
    assert parse(f"{SETTINGS}[points]\nwinner = 3\nrank-2 = 3\nfinalist = 9\n")[1] == ()


def test_places_that_have_points_follow_each_other() -> None:
    [problem] = parse(f"{SETTINGS}[points]\nwinner = 5\nrank-2 = 3\nrank-33 = 1\n")[1]
    assert (problem.level, problem.message) == ("warning", "rank-33 has points, and rank-3 has none")
    assert problem.hint == "write `rank-3 = 1`, or give points to each place before rank-33"


@pytest.mark.parametrize("mailbox", ["a@pies.example", "a@www.pies.example", "a@pastries.example", "a@x.pies.example"])
def test_a_mailbox_nearly_of_the_site_is_told(mailbox: str) -> None:
    text = 'title = "Pies"\nbase_url = "https://www.pies.example/"\nlanguage = "en"\ncorrections = "mailto:MAILBOX"\n'
    [problem] = parse(text.replace("MAILBOX", "a@pied.example"))[1]
    assert (problem.level, problem.span.line) == ("warning", 4)
    assert problem.message == '"pied.example" is written almost like "pies.example", the host of `base_url`'
    assert problem.hint == 'write `corrections = "mailto:a@pies.example"`, or correct `base_url`'
    assert parse(text.replace("MAILBOX", mailbox))[1] == ()
