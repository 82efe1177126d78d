"""Where nobody may win twice, nobody has.

Some prizes are given once in a life: such a category is written `once: true`. Who wins it again, under whatever name
(edge case 46: aliases and names over time are one person), was copied wrongly, is a namesake, or is the exception that
everybody knows. Then accept it in site.toml, with its reason. Where three titles or more, and more than a third of
them, were won again, the rule is told in their place.

Passes:

```yaml
categories:
  novel: {name: Novel of the Year, once: true}
```

```yaml
# editions/quill/1975.yaml, after Romy Grey won in 1956
results: {novel: Someone Else}
```

Fails, where "Emil Jar" is an alias of Romy Grey:

```yaml
results: {novel: Emil Jar}
```
"""

from collections.abc import Iterator, Sequence

from ..model import Category, Holder, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception, if_right

CODE = "once-only"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("categories",)

_OFTEN = 3
"""Titles won again from which on the rule may be wrong, where it is one in as many of them."""


def each(archive: Archive, category: Category) -> Iterator[Problem]:
    """The second title, and any after it, of each name; or the rule, where hardly anybody keeps to it."""
    titles = 0
    again: list[tuple[tuple[Result, Holder], Result, Holder]] = []
    first: dict[str, tuple[Result, Holder]] = {}
    for entry in archive.entries_of.get(category.key, ()) if category.once else ():
        for result in entry.results:
            titles += result.is_title
            for holder in result.holders if result.is_title else ():
                if holder.status is Status.ACTIVE:
                    name = archive.ids.get(holder.name.text, holder.name.text)
                    before, own = first.setdefault(name, (result, holder))
                    if before is not result:
                        again.append(((before, own), result, holder))
    if len(again) >= _OFTEN and len(again) * _OFTEN > titles:
        yield _rule(category, again)
        return
    for earlier, _, holder in again:
        yield _problem(category, earlier, holder)


def _rule(category: Category, again: Sequence[tuple[tuple[Result, Holder], Result, Holder]]) -> Problem:
    won = " and ".join(f"{holder.name.text} in {result.edition}" for _, result, holder in again[:_OFTEN])
    message = f"{category.id} is won once only, and was won again {len(again)} times: {won}"
    hint = f"delete `once` there, or correct who won; if both are right, {exception(CODE, category.id)}"
    return Problem(CODE, category.span, message, hint, LEVEL, (category.id,), key=("once",))


def _problem(category: Category, first: tuple[Result, Holder], holder: Holder) -> Problem:
    before, other = first
    alias = f' as "{other.name.text}"' if other.name.text != holder.name.text else ""
    message = f'"{holder.name.text}" has won {category.id} before{alias}, in {before.edition}; it is won once only'
    hint = f"correct one, or give a namesake its own file; {if_right(CODE, holder.name.text)}"
    return Problem(CODE, holder.name.span, message, hint, LEVEL, (holder.name.text, category.id))
