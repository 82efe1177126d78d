"""Signs of other dialects of Markdown, of wikis, forums and typesetters, and slips in ours.

Readers would see them as they are written: each is told, with what to write here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...problems import Fix, Level, Problem, Span
from .text import PICTURES

SUSPECT = re.compile(
    r"\[/|\[gallery|!\[\[|^\.\. |https?://|~~|==|\+\+|\{|\] +[({]|\^\[|<!|\)\[|! \[|!\(|\[TOC\]|\] :|www\.|:[a-z_]+:"
    r"|^:::|^!!!|^\[(?:[ x]\]|!)|//|^/\*|%%|\w[~^]\w|__ |''|\\[a-z]|\$\$|\|\||^\*\[|^=|<%|&[a-z]{2,6}(?![;\w])|^\+{3}"
    r"|^h[1-6]\.|^bq\.",
    re.MULTILINE | re.IGNORECASE,
)
"""Whatever begins one of the signs below: in most texts there is none."""

_SHORTCODE = re.compile(
    r"\{%(?! *(?:palmares|jury|figure [\w-]{1,60}/|claim|quote)\b)[^{}%\n]{1,300}%\}"
    r"|\[(gallery|caption|playlist|audio|video|embed|youtube|img)(?:[ =][^\[\]\n=]{0,60}=[^\[\]\n]{0,200})?\](?![({\[])"
    r"(?:[^\n]{0,300}?\[/\1\]|(?<=[\"'\d]\]))"
    r"|(?<!\S)\.\. (?:image|figure):: \S+"
    rf"|!\[\[[^\[\]\n|]{{1,200}}\.(?:{PICTURES})(?:\|[^\[\]\n]*)?\]\]"
)
"""What Jekyll, WordPress, reStructuredText and Obsidian put into a text for a program of their own."""
_ADDRESS = r"(?:https?://|mailto:|#)[^()\s]*"
_WEB = r"(?<![\w/(<\[\"'=])https?://[^\s<>()\[\]\"'«»]*[^\s<>()\[\]\"'«».,;:!?…]"
_BLOCKS = r"palmares|jury|figure|claim|quote"


@dataclass(frozen=True, slots=True)
class _Slip:
    """Signs that are printed as they stand, what to write `instead` of them, with their groups, and what else to do."""

    sign: re.Pattern[str]
    level: Level
    instead: str = ""
    advice: str = ""


def _slip(sign: str, instead: str = "", advice: str = "", level: Level = Level.WARNING) -> _Slip:
    return _Slip(re.compile(sign, re.MULTILINE | re.IGNORECASE), level, instead, advice)


def _broken(sign: str, instead: str, advice: str = "") -> _Slip:
    return _slip(sign, instead, advice, Level.ERROR)


_ENTITIES = "[aeiouy](?:grave|acute|circ|uml)|ccedil|ntilde|szlig|nbsp|amp|quot|lt|gt|[lr]aquo|[lr]squo|euro|copy"
_ALONE = " on a line of its own"
_NO_BOX = "nothing: there are no boxes here"
_SLIPS = (
    _broken(rf"(?<!!)\[([^\[\]\n]+)\] +\(({_ADDRESS})\)", "[{0}]({1})"),
    _broken(r"!\[([^\[\]\n]*)\] +\(([^()\s]+)\)|! +\[([^\[\]\n]*)\]\(([^()\s]+)\)", "![{0}{2}]({1}{3})"),
    _broken(r"\(([^()\n]+)\)\[(https?://[^\[\]\s]+)\]", "[{0}]({1})"),
    _slip(r"\[([^\[\]\n]+)\] +\{([a-z][^{}\n]*)\}", "[{0}]{{{1}}}"),
    _broken(r"\^\[([^\[\]\n]+)\]", "[^1]", ", and on a line of its own [^1]: {0}"),
    _broken(rf"(?<!\{{)\{{ *((?:{_BLOCKS}) [^{{}}\n]*)\}}(?!\}})", "{{{{ {0} }}}}", _ALONE),
    _broken(rf"\{{% *((?:{_BLOCKS})\b[^{{}}%\n]*)%\}}", "{{{{ {0} }}}}", _ALONE),
    _slip(r"(?<!\])\(([^()\n]+)\)\{((?:[a-z]+)(?: [^{}\n]*)?)\}", "[{0}]{{{1}}}"),
    _broken(rf"(?<!\])!\(([^()\n]+\.(?:{PICTURES}))\)", "![what it shows]({0})"),
    # Comments
    _broken(r"\{#([^{}\n]*)#\}", "<!-- {0} -->"),
    _broken(r"<! ?(?:-(?!-)|[–—])([^<>\n]*)>", "<!-- {0} -->"),
    _slip(r"^//(?![/ \t]*\S[^\n]*//)[ \t]*([^/\s][^\n]*)$", "<!-- {0} -->"),
    _slip(r"^/\*([^*\n]+)\*/$", "<!-- {0} -->"),
    _slip(r"%%([^%\n]+)%%", "<!-- {0} -->"),
    # What words look like
    _slip(r"~~(?=\S)([^~\n]+)~~", "<del>{0}</del>"),
    _slip(r"(?<![=+])==(?=\w)([^=\n]*[^\s=+])==(?![=+])", "<strong>{0}</strong>"),
    _slip(r"(?<![\w+])\+\+(?=\S)([^+\n]*[^\s+])\+\+(?!\w)", "<ins>{0}</ins>"),
    _slip(r"(?<=[\w)])~(\w{1,12})~(?!~)", "<sub>{0}</sub>"),
    _slip(r"(?<=[\w)])\^(\w{1,12})\^(?!\w)", "<sup>{0}</sup>"),
    _slip(r"(?<![\w_])__ +([^_\n]*[^_\s]) *__(?![\w_])", "**{0}**"),
    _slip(r"(?<!')'''(?!')([^'\n]+)'''(?!')", "**{0}**"),
    _slip(r"(?<![\w'])''(\w[^'\n]*)''(?![\w'])", "*{0}*", ", or real quotation marks"),
    _slip(r"(?<![:/\w])//(\w[^/\n]*\w)//(?![/\w])", "*{0}*"),
    _slip(r"\[b\]([^\[\]\n]+)\[/b\]", "**{0}**"),
    _slip(r"\[i\]([^\[\]\n]+)\[/i\]", "*{0}*"),
    _slip(r"\[(?:u|s|center|size|color|font)(?:=[^\[\]\n]*)?\]([^\[\]\n]+)\[/[a-z]+\]", "{0}"),
    _slip(r"\[quote(?:=[^\[\]\n]*)?\]([^\[\]\n]+)\[/quote\]", "> {0}", _ALONE),
    _slip(r"\\(?:textbf|textsc|mathbf)\{([^{}\n]+)\}", "**{0}**"),
    _slip(r"\\(?:emph|textit|textsl)\{([^{}\n]+)\}", "*{0}*"),
    _slip(
        r"\\(?:newpage|pagebreak|clearpage|newline|noindent|bigskip|medskip)\b",
        "",
        "nothing: the page is divided here by empty lines",
    ),
    _slip(
        r"(?<!\$)\$\$(?=[^\s$])[^$\n]*[^\s$]\$\$(?!\$)",
        "",
        "the formula in words and signs, such as x²: none is set here",
    ),
    _slip(r"(?<!\S)\|\|(\w[^|\n]*)\|\|(?![|\w])", "{0}", ": nothing is hidden here"),
    _slip(r"^\*\[([^\[\]\n]+)\]: *(\S[^\n]*)$", '<abbr title="{1}">{0}</abbr>', " where it stands"),
    # Headings, lists and boxes
    _slip(r"^(={2,6}) +([^=\s](?:[^=\n]*[^=\s])?) *\1$", "## {1}", _ALONE),
    _slip(r"^h[1-6]\. +(\S[^\n]*)$", "## {0}", _ALONE),
    _slip(r"^bq\. +(\S[^\n]*)$", "> {0}", _ALONE),
    _slip(r"^(?:={3,}|\+{3,})$", "---", ", with an empty line before it, for a rule, or nothing"),
    _slip(r"\A(?::::|!!! )", "", "a heading or a quotation (> …): there are no boxes here"),
    _slip(r"\A\[!(?:note|tip|info|important|warning|caution)\][-+]?", "", _NO_BOX),
    _slip(r"\A\[[ x]\] ", "", "☐ or ☑ for a box"),
    _slip(r"^\[TOC\]$", "", "nothing: there is no such list here"),
    # Attributes
    _slip(r"\{:? ?[#.][\w-]+(?: [^{}\n]*)?\}", "", "nothing: an id is made of the words of a heading"),
    _slip(r"\{ ?(?:width|height|class|align)=[^{}\n]*\}", "", "nothing: the page chooses how a picture is shown"),
    _slip(r"(?<=\))\{:? ?(?:target|rel|title)=[^{}\n]*\}", "", "nothing: a link opens as readers choose"),
    # Templates, addresses and signs
    _slip(r"<%[^%\n]*%>", "", "nothing: a text is no template"),
    _slip(rf"&(?:{_ENTITIES})(?![;\w])", "", "the sign itself, such as é, or the whole name of it with a semicolon"),
    _slip(r"\[url=(https?://[^\[\]\s]+)\]([^\[\]\n]+)\[/url\]", "[{1}]({0})"),
    _slip(r"\[url\](https?://[^\[\]\s]+)\[/url\]", "<{0}>"),
    _slip(r"<(https?://[^\s<>|]+)\|([^<>|\n]+)>", "[{1}]({0})"),
    _slip(r"(?<!\[)\[(https?://[^\[\]\s|]+) +([^\[\]\n]+)\](?![\[(])", "[{1}]({0})"),
    _slip(r"<(https?://[^\s<>|]+)(?=\s|$)", "<{0}>"),
    _slip(
        r"(?<![\w/.@:(<\"'=])www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>()\[\]\"']*)?",
        "",
        "<https://…> with the whole address, and it is a link",
    ),
    _slip(r"(?<![\w:]):(?:[a-z]+_)*[a-z]{3,}:(?![\w:])", "", "the sign itself, such as ☺, or nothing"),
    _slip(_WEB, "", "<…> around it, and it is a link"),
)

PICTURED = re.compile(rf"(?<![^\s\"'=\[\]<>()|:])([^\s\"'=\[\]<>()|:]{{1,200}}\.(?:{PICTURES}))(?![\w.])", re.I)
_PAGE = re.compile(r"(?<![\w/-])[\w/-]{1,100}(?=\.(?:md|html))")
_SAID = re.compile(r"\b(?:alt|caption|title)\s*=\s*[\"']([^\"'\n]+)[\"']")
_OUR_MEDIA = r"^(?:\.{0,2}/)*content/media/"


def slips(words: str, place: Callable[[int], Span]) -> Iterator[Problem]:
    """What is wrong with the signs in a leaf; `place` says where an index of its words is in the file."""
    for found in _SHORTCODE.finditer(words):
        said = " ".join(found[0].split())
        message = f'"{said if len(said) <= 60 else said[:60] + "…"}" is printed as it stands: it is for another program'
        yield Problem("slip", place(found.start()), message, f"write {foreign(found[0])}")
    for slip in _SLIPS:
        for found in slip.sign.finditer(words):
            if words[: found.start()].endswith("\\"):
                continue
            groups = tuple((group or "").strip(" -–—") for group in found.groups())
            instead, advice = slip.instead.format(*groups), slip.advice.format(*groups)
            span, message = place(found.start()), f'"{" ".join(found[0].split())}" is printed as it stands'
            likely = Fix(span, found[0], instead) if instead and not advice and "\n" not in found[0] else None
            yield Problem("slip", span, message, f"write {instead}{advice}", slip.level, likely=likely)


def foreign(written: str) -> str:
    """What to write in place of a shortcode of another program, such as `{{< figure src="horn.jpg" >}}`."""
    picture = PICTURED.search(written)
    said = _SAID.search(written)
    if picture:
        alt = " ".join((said[1] if said else "what it shows").replace("[", "(").replace("]", ")").split())
        path = re.sub(_OUR_MEDIA, "", picture[1])
        return f"![{alt}]({path if path != picture[1] else path.rpartition('/')[2]})"
    name = next(iter(re.findall(r"[a-z][\w-]*", re.sub(r"\b(?:include|figure_|render)\b", "", written.lower()))), "")
    if address := re.search(r"https?://[^\s\"'<>\[\]]+", written):
        return f"<{address[0]}>: nothing of another site is shown here"
    if name in ("figure", "image", "img", "gallery", "caption", "picture", "photo"):
        return "![what it shows](horn.jpg), a line for each picture below content/media"
    if (name in ("ref", "relref", "link", "post_url")) and (target := _PAGE.search(written)):
        return f"[[{target[0].rpartition('/')[2]}]]"
    return "nothing: there are no shortcodes here"
