"""A link has double brackets.

`[phare/2012]` is printed with its brackets and leads nowhere; `[[phare/2012]]` is a link. Told are words in single
brackets that are an id, a spelling or a title of something that the archive holds. In quotation marks, where brackets
hold what was put into somebody's words, they may stay.

Passes:

```markdown
The bakers met at [[pie/2011]].
```

Fails:

```markdown
The bakers met at [pie/2011].
```
"""

from collections.abc import Iterator

from ..model import Prose, ProseLink
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem

CODE = "single-brackets"
LEVEL = Level.WARNING
BASIS = Basis.FILE


def check(archive: Archive) -> Iterator[Problem]:
    titles = {article.title: id for id, article in archive.articles.items()}
    titles |= {note.title: id for id, note in archive.notes.items()}
    titles |= {award.name: id for id, award in archive.awards.items()}
    titles |= {category.name: key for key, category in archive.categories.items()}
    for record in archive.texts:
        for link in record.body.brackets:
            known = archive.target(link.target)
            written = link.target if known else titles.get(link.target, "")
            if written and not _is_quoted(record.body, link):
                shown = f"[[{written}]]" if known else f"[[{written}|{link.target}]]"
                message = f'"[{link.target}]" is printed as it stands, and leads nowhere'
                fix = Fix(link.span, f"[{link.target}]", shown)
                # An id of two parts is nothing else; a name in brackets may have been put into a sentence.
                sure, likely = (fix, None) if known and "/" in link.target else (None, fix)
                yield Problem(
                    CODE, link.span, message, f"write {shown}", LEVEL, (link.target,), fix=sure, likely=likely
                )


def _is_quoted(prose: Prose, link: ProseLink) -> bool:
    """Whether a place is in somebody else's words."""
    lines = prose.text.split("\n")[: link.span.line - prose.line]
    at = sum(len(line) + 1 for line in lines) + link.span.column - 1
    return any(start <= at < end for start, end in prose.apart)
