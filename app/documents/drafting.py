"""Words the sentences of minutes that nobody has written yet, by the templates for them."""

import re
from collections.abc import Mapping

from app import paths
from app.documents.draft_facts import MinutesDraftFacts
from app.documents.printable import make_printable
from app.documents.templates import templates_with
from app.texts.blocks import Provision
from app.texts.conformity import MarkupError
from app.texts.markup import parse
from app.texts.walking import blocks_of, plain_text

_STEM = "draft_minutes_parts"
_BLANKS = re.compile(r"[ \t]+")


def list_draft_languages() -> tuple[str, ...]:
    """Return the languages in which minutes can be drafted."""
    found = paths.template_folder().glob(f"{_STEM}.*.xml.jinja")
    return tuple(sorted(path.name.split(".")[1] for path in found))


def word_points(
    facts: MinutesDraftFacts, *, language: str, own: Mapping[str, str]
) -> dict[str, str]:
    """Return the words of every point of ``facts`` by its id; gaps stand in square brackets.

    Raises:
        TemplateError: The wording cannot be used; the error says where and why.
        MarkupError: It is no document.
    """
    name = f"{_STEM}.{language}.xml.jinja"
    templates, printed = templates_with(own), make_printable(facts)
    markup = templates.fill_in(name, facts=printed, original=None)
    try:
        document = parse(markup, name=name)
    except MarkupError as error:
        place, line = templates.find_line(name, error.line, facts=printed, original=None)
        raise MarkupError(error.problem, name=place, line=line) from error
    return {
        block.id: _BLANKS.sub(" ", plain_text(block.text)).strip()
        for block in blocks_of(document)
        if isinstance(block, Provision)
    }
