import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.decoding import decode

FRENCH = "catégorie;lauréat\nPâtisserie de l’année;Crème brûlée & Cie\nŒuvre;L’Été – à Paris\n"


def read(data: bytes, encoding: str = "") -> tuple[str, str, list[tuple[int, str, str]]]:
    found, problems = decode("pies.csv", data, encoding)
    assert found
    return found.text, found.encoding, [(p.span.line, p.message, p.hint) for p in problems]


def test_utf_8_needs_no_word() -> None:
    assert read(FRENCH.encode()) == (FRENCH, "utf-8", [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str) -> None:
    text, found, problems = read(FRENCH.encode(encoding))
    assert text == FRENCH
    assert problems == [(1, f"this file starts with a byte order mark: it is read as {found}, without the mark", "")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_seen_without_a_mark(encoding: str) -> None:
    assert read(FRENCH.encode(encoding))[:2] == (FRENCH, encoding)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", FRENCH),
        ("mac_roman", FRENCH),
        ("cp850", "catégorie;lauréat\nPâtisserie;Crème brûlée\n"),
        ("cp1252", "Navn;Pris\nÅse Ødegård;Bæst\n"),
        ("cp1252", "Nome;Prêmio\nJoão Simões;Nº 1\n"),
        ("cp1252", "Year,Winner,Money\n2001,Bo,£300\n"),
        ("mac_roman", "Preis;Preisträger\nGrößte Torte;Käthe Weiß\nFörderpreis;Björn Höß\n"),
        ("cp1250", "Kategorie;Vítěz\nNejlepší koláč;Příšerně žluťoučký kůň\n"),
        ("cp1250", "Kategoria;Laureat\nKsiążka roku;Paweł Wiśniewski\nDebiut;Żaneta Ćwik\nOdkrycie;Grażyna Łącka\n"),
        ("cp1251", "Категория;Лауреат\nЛучший пирог;Иван Петров\n"),
        ("koi8_r", "Категория;Лауреат\nЛучший пирог;Иван Петров\n"),
        ("cp1253", "Κατηγορία;Νικητής\nΚαλύτερη πίτα;Γιώργος Ψωμάς\n"),
        ("euc_jp", "部門,受賞者\n大賞,該当なし\n優秀賞,パイ職人\n"),
        ("gb18030", "奖项;得主\n最佳馅饼奖;张三\n最佳蛋糕奖;李四\n"),
    ],
)
def test_an_encoding_without_a_name_is_guessed_and_said(encoding: str, text: str) -> None:
    found, guessed, problems = read(text.encode(encoding))
    assert (found, guessed) == (text, encoding)
    [(line, message, hint)] = problems
    assert line == next(at for at, one in enumerate(text.split("\n"), 1) if not one.isascii())
    assert message.startswith(f"the encoding is not said; {encoding} fits, and gives: ")
    assert hint == f'if that is right: encoding = "{encoding}"'


def test_lines_of_another_encoding_pasted_into_utf_8_are_told_one_by_one() -> None:
    data = "lauréat\n".encode() + "Crème\n".encode("cp1252") + "Été\n".encode()
    assert read(data) == (
        "lauréat\nCrème\nÉté\n",
        "utf-8",
        [(2, "this line is not UTF-8 as the others are: it is read as windows-1252", 'compare: "Crème"')],
    )


def test_what_is_said_is_believed() -> None:
    assert read("Ÿ".encode("cp1252"), "latin-1") == ("\x9f", "latin-1", [])


@pytest.mark.parametrize(
    ("data", "encoding", "line", "message", "hint"),
    [
        (
            b"ok\nCaf\xe9\n",
            "utf-8",
            2,
            "this line holds a byte that utf-8 does not have (0xe9)",
            "leave `encoding` out of [read]: the encoding is found",
        ),
        (b"", "windows-1522", 1, '"windows-1522" is not an encoding', 'did you mean "windows-1252"?'),
        (b"x", "hex", 1, '"hex" is not an encoding', ""),
        (b"%PDF-1.7", "", 1, "this is a PDF, where a text was expected", ""),
        (b"\0\0\0\1" * 9, "", 1, "this is no text: it is full of zero bytes", "save it as CSV or JSON in UTF-8"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, encoding: str, line: int, message: str, hint: str) -> None:
    found, problems = decode("pies.csv", data, encoding)
    assert found is None
    assert (problems[-1].span.line, problems[-1].message) == (line, message)
    assert hint in problems[-1].hint


@given(st.binary(max_size=100), st.sampled_from(["", "", "utf-16", "rot13", "idna", "undefined", "cp1252"]))
def test_any_bytes_give_a_text_or_problems(data: bytes, encoding: str) -> None:
    found, problems = decode("pies.csv", data, encoding)
    assert found is not None or problems
    assert found is None or "\r" not in found.text
