"""The rules of a style sheet that pages with certain classes need, and no others."""

import pytest

from palmarium.theming.rules import classes, for_paper, for_screens, layers, needed, taken_apart, wrapper


@pytest.mark.parametrize(
    ("style", "had", "said"),
    [
        (".a{x:y}.b{x:y}", "a", ".a{x:y}"),
        (".a,.b,p{x:y}", "a", ".a,p{x:y}"),
        (".a.b,.a .b,.a>.b{x:y}", "a", ""),
        (".a:not(.b),.a:hover{x:y}", "a", ".a:not(.b),.a:hover{x:y}"),
        (":is(.a,.b) p,:is(.b,.c) p{x:y}", "a", ":is(.a) p{x:y}"),
        (":is(.b p,.a .b),:where(.a .c,p){x:y}", "a", ":where(p){x:y}"),
        # Where another member is not as heavy, the list would weigh less without it.
        (":is(.b,p):has(.b .a,.b,.a):not(.b,p,.b .a){x:y}", "a", ":is(.b,p):has(.b .a,.a):not(.b,p,.b .a){x:y}"),
        (".a:not(.b,.a):where(.b,.a)>:is(.b,.a:not(.c)){x:y}", "a", ".a:not(.a):where(.a)>:is(.b,.a:not(.c)){x:y}"),
        ("p:has(.b,.c),p:has(>.a){x:y}", "a", "p:has(>.a){x:y}"),
        (":is(.a:not(.b,.c),.d){x:y}", "a", ":is(.a:not(.b,.c),.d){x:y}"),
        (":is(.b,:is(.b,.c)){x:y}", "a", ":is(.b,:is(.b,.c)){x:y}"),
        ("p:nth-child(2 of .b),[x='.b,{'],[x=\".b]\"]{x:y}", "", "p:nth-child(2 of .b),[x='.b,{'],[x=\".b]\"]{x:y}"),
        (".a{x:y;.b &{x:y}&.c{x:y}p{x:y}}", "a", ".a{x:y;p{x:y}}"),
        (".a{x:y;.b{x:y}}", "a", ".a{x:y}"),
        (".a{.b{x:y}}", "a", ""),
        ("@media print{.b{x:y}}@supports (x:y){.a{x:y}}", "a", "@supports (x:y){.a{x:y}}"),
        ("@layer a,b;@layer a{.b{x:y}}", "", "@layer a,b;"),
        ("@font-face{src:url(a;b.woff2)}@keyframes a{from{x:y}12.5%{x:y}}", "", None),
        (".a::before{content:'}.b{'}", "a", None),
        (r".b\.a,.\61{x:y}", "", None),
        (".été{x:y}.--a{x:y}.-a{x:y}", "été --a", ".été{x:y}.--a{x:y}"),
    ],
)
def test_a_rule_goes_where_a_class_is_asked_for_that_pages_do_not_have(style: str, had: str, said: str | None) -> None:
    assert needed(taken_apart(style), frozenset(had.split())) == (style if said is None else said)


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("", ""),
        ("a{b:c", "a{b:c"),
        ("}a{b:c}}d{e:f}", "}a{b:c}}d{e:f}"),
        ("a{}.b{", ".b{"),
        ("@media{", "@media{"),
        (";;'", ";;'"),
        (".a:is(.b,.c{d:e}", ".a:is(.b,.c{d:e}"),
        (")(.a{b:c}", ")(.a{b:c}"),
    ],
)
def test_what_is_not_closed_or_opens_nothing_stays(style: str, said: str) -> None:
    """Problems are told of it elsewhere."""
    assert needed(taken_apart(style), frozenset("abc")) == said


def test_a_block_within_blocks_beyond_number_is_read() -> None:
    style = ".a{" * 20_000 + "x:y" + "}" * 20_000
    assert needed(taken_apart(style), frozenset("a")) == style
    assert needed(taken_apart(style), frozenset()) == ""


def test_classes_and_layers_are_those_that_a_sheet_names() -> None:
    pieces = taken_apart("@layer a,b.c;@layer d{.a:is(.b,.c>.d):not(.e) .f,p{x:y.z}}@layer a{.g{.h{x:y}}}")
    assert classes(pieces) == frozenset("abcdefgh")
    assert layers(pieces) == ("a", "b.c", "d")


@pytest.mark.parametrize(
    ("style", "on_screens", "on_paper"),
    [
        ("a{b:c}", "a{b:c}", ""),
        ("@media print{a{b:c}}", "", "a{b:c}"),
        ("a{b:c;@media print{b:d}e{f:g}}", "a{b:c;e{f:g}}", "a{b:d}"),
        ("a{@media Print{b:c}@media print{&.d{b:c}}}", "", "a{b:c;&.d{b:c}}"),
        (
            "@layer x;@layer x{@media (width>1em){a{@media print{b:c}}}}",
            "@layer x;",
            "@layer x{@media (width>1em){a{b:c}}}",
        ),
        ("@media print{@media (width>1em){a{b:c}}}d{e:f}", "d{e:f}", "@media (width>1em){a{b:c}}"),
        ("@media print{@media print{a{b:c}}}", "", "@media print{a{b:c}}"),
        ("@media print,screen{a{b:c}}@media screen{a{b:c}}", None, ""),
        ("@font-face{a:b}@media print{@font-face{c:d}}", "@font-face{a:b}", "@font-face{c:d}"),
    ],
)
def test_what_is_for_paper_alone_is_told_from_the_rest(style: str, on_screens: str | None, on_paper: str) -> None:
    pieces = taken_apart(style)
    assert for_screens(pieces) == (style if on_screens is None else on_screens)
    assert for_paper(pieces) == on_paper


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("@layer a{b{c:d}}", "@layer a{"),
        ("@layer a{b{c:d}}@layer a{}", ""),
        ("@layer a;", ""),
        (".a{.b{c:d}}", ""),
        ("@layer a{b{c:d}", ""),
        ("", ""),
    ],
)
def test_a_sheet_that_stands_in_one_block_says_in_which(style: str, said: str) -> None:
    assert wrapper(taken_apart(style)) == said
