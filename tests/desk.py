"""Requests to the editor's desk as a browser sends them, and what its pages hold."""

import html
import re
from urllib.parse import quote, urlencode

from palmarium.commands.edit.desk import Desk
from palmarium.commands.serve import DESK, DeskRequest, Reply

TOKEN = "a token of this run"
HOST = "127.0.0.1:8000"
ENGLISH = """\
-- site.toml --
title = "Awards"
base_url = "https://example.org/"
language = "en"
"""
"""The settings of a site whose desk is in English."""


def get(desk: Desk, path: str = "", query: str = "") -> Reply:
    return desk.answer(DeskRequest("GET", DESK + path, query, host=HOST))


def post(desk: Desk, path: str, origin: str = f"http://{HOST}", **fields: str) -> Reply:
    body = urlencode({"token": TOKEN, **fields}).encode()
    return desk.answer(DeskRequest("POST", DESK + path, "", body, HOST, origin, "navigate"))


def at(path: str) -> str:
    return f"file/{quote(path)}"


def field(reply: Reply, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', reply.body.decode())
    assert found, name
    return html.unescape(found[1])


def text_in(reply: Reply) -> str:
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", reply.body.decode(), re.DOTALL)
    assert found
    return html.unescape(found[1])


def save(desk: Desk, path: str, text: str, page: Reply | None = None, **fields: str) -> Reply:
    """A text typed into a page, which is opened now unless it was before, and saved as browsers do."""
    opened = field(page or get(desk, at(path)), "opened")
    sent = {"opened": opened, "text": text.replace("\n", "\r\n"), "do": "save", **fields}
    return post(desk, at(path), **sent)


def in_form(page: Reply) -> dict[str, str]:
    """Every field of a form as a browser sends it."""
    body = page.body.decode()
    found = {
        html.unescape(name): html.unescape(value)
        for name, value in re.findall(r'<input[^>]*name="([^"]*)" value="([^"]*)"', body)
    }
    for name, inner in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', body, re.DOTALL):
        options = re.findall(r'<option(?: value="([^"]*)")?( selected)?>([^<]*)', inner)
        value, _, said = next((each for each in options if each[1]), options[0])
        found[html.unescape(name)] = html.unescape(value or said).replace("–", "")
    for name, inner in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', body, re.DOTALL):
        found[name] = html.unescape(inner).replace("\n", "\r\n")
    return {name: value for name, value in found.items() if name not in ("token", "anyway", "over")}
