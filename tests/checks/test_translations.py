import pytest

from palmarium.checks import circles, translations
from palmarium.checks.references import unknown
from tests.archives import archive, hints, told


def text(path: str, *keys: str) -> str:
    return f"-- content/{path}.md --\n---\ntitle: {path}\n" + "".join(f"{key}\n" for key in keys) + "---\nText.\n"


MILLS = text("articles/mills")
FRENCH = ("language: fr", "translates: mills")


@pytest.mark.parametrize(
    ("site", "said", "hint"),
    [
        (
            MILLS + text("articles/moulins", "translates: mills"),
            'content/articles/moulins.md:3:13: this translates "mills", and is in the same language, en',
            "write the language of this text, such as `language: fr`, or delete `translates`",
        ),
        (
            text("articles/mills", "language: fr") + text("articles/moulins", *FRENCH),
            'content/articles/moulins.md:4:13: this translates "mills", and is in the same language, fr',
            "write the language of this text, such as `language: en`, or delete `translates`",
        ),
        (
            MILLS + text("articles/moulins", *FRENCH) + text("articles/muehlen", "language: de", "translates: moulins"),
            'content/articles/muehlen.md:4:13: "moulins" is a translation itself, of "mills"',
            "write `translates: mills`",
        ),
        (
            MILLS + text("articles/moulins", *FRENCH) + text("articles/vieux-moulins", *FRENCH),
            'content/articles/vieux-moulins.md:4:13: "mills" is translated into fr already, in '
            "content/articles/moulins.md",
            "delete one of the two, or write in each the `language` that it is in",
        ),
        (
            text("articles/mills", "disclosure: His mill.") + text("articles/moulins", *FRENCH),
            'content/articles/moulins.md:4:13: "mills" discloses what ties its author to the matter, and this '
            "translation does not",
            "write `disclosure: …`, the same in fr",
        ),
        (
            text("pages/about") + text("pages/a-propos", "translates: about"),
            'content/pages/a-propos.md:3:13: this translates "about", and is in the same language, en',
            "write the language of this text, such as `language: fr`, or delete `translates`",
        ),
        (
            MILLS + text("articles/mills.fr"),
            'content/articles/mills.fr.md:2:1: by its name this is "mills" in fr, and it does not say so',
            "write `language: fr` and `translates: mills`",
        ),
        (
            MILLS + text("articles/mills-fr", "language: fr"),
            'content/articles/mills-fr.md:2:1: by its name this is "mills" in fr, and it does not say so',
            "write `translates: mills`",
        ),
    ],
)  # fmt: skip
def test_what_is_no_translation_of_an_original_is_told_with_what_to_write(site: str, said: str, hint: str) -> None:
    assert told(translations, site) == [said]
    assert hints(translations, site) == [hint]


@pytest.mark.parametrize(
    "site",
    [
        MILLS + text("articles/moulins", *FRENCH) + text("articles/muehlen", "language: de", "translates: mills"),
        # The original is in another language, its translation in that of the site.
        text("articles/moulins", "language: fr") + text("articles/mills", "translates: moulins"),
        text("articles/mills", "disclosure: His mill.") + text("articles/moulins", "disclosure: Le sien.", *FRENCH),
        text("articles/moulins", "language: fr"),
        text("articles/mills", "language: en"),
        MILLS + text("articles/mills-fr"),
        MILLS + text("articles/mills-it", "language: fr"),
        text("articles/mills.fr"),
        text("pages/about") + text("pages/fr/a-propos", "language: fr", "translates: about"),
    ],
)
def test_a_translation_of_an_original_in_another_language_passes(site: str) -> None:
    assert told(translations, site) == []
    assert told(circles, site) == []


def test_texts_that_translate_each_other_or_themselves_are_a_circle_and_nothing_else() -> None:
    both = text("articles/mills", "translates: moulins") + text("articles/moulins", *FRENCH)
    assert told(circles, both) == ["content/articles/mills.md:3:13: mills translates moulins, which translates mills"]
    assert hints(circles, both) == ["delete `translates` in one of them"]
    assert told(translations, both) == []
    itself = text("pages/about", "translates: about")
    assert told(circles, itself) == ["content/pages/about.md:3:13: about translates about"]
    assert told(translations, itself) == []


def test_an_original_that_is_not_there_is_told_with_the_nearest() -> None:
    site = MILLS + text("articles/moulins", "language: fr", "translates: milss")
    assert [(p.code, p.message, p.hint) for p in unknown(archive(site), ())] == [
        ("unknown-article", '"milss" is not an article', 'did you mean "mills"?')
    ]
    site = text("pages/about") + text("pages/a-propos", "language: fr", "translates: abuot")
    assert [(p.code, p.message, p.hint) for p in unknown(archive(site), ())] == [
        ("unknown-page", '"abuot" is not a page', 'did you mean "about"?')
    ]


def test_what_a_translation_leaves_to_its_original_is_told_there_alone() -> None:
    original = text("articles/mills", "about: {names: Ben Miller}", "tags: [Stone]")
    site = original + text("articles/moulins", *FRENCH)
    assert [p.span.path for p in unknown(archive(site), ())] == ["content/articles/mills.md"]
