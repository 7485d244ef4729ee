"""Holds a template to the names that there are, and says of the first unknown one where it is."""

from collections.abc import Iterable
from functools import lru_cache

from jinja2 import TemplateError as JinjaError
from jinja2 import nodes

from app.documents.kind_facts import facts_behind
from app.documents.template_errors import TemplateError, TemplateUnreadable, UnknownField
from app.documents.template_names import Source, UnknownName, Wrong, find_unknown


def require_known(name: str, *, among: Iterable[str], source: Source) -> None:
    """Check that a template names only what there is; parts are held to whoever takes them in.

    Args:
        name: The template.
        among: Every template in its language.
        source: Returns one of them as a tree.

    Raises:
        UnknownField: It does not; the error names the line and the nearest known name.
        TemplateUnreadable: It loops over what is no list, or lacks what others take from it.
    """
    source = lru_cache(maxsize=None)(source)  # parts are taken in by many
    facts = facts_behind(name)
    found = [*find_unknown(name, source, asked=name, facts=facts)]
    if facts is None:
        for other in among:
            found += _find_as_taken_in(name, other, source)
    _refuse(name, sorted(dict.fromkeys(found), key=lambda each: (each.line, each.field)))


def _find_as_taken_in(name: str, other: str, source: Source) -> tuple[UnknownName, ...]:
    """Return what is wrong in parts as another template uses them; nothing if it does not."""
    facts = facts_behind(other)
    if facts is None:
        return ()
    try:
        if name not in _taken_in(source(other)):
            return ()
        return find_unknown(other, source, asked=name, facts=facts)
    except (JinjaError, TemplateError):
        return ()  # the other one is at fault, and says so itself


def _taken_in(tree: nodes.Template) -> set[str]:
    imported = [each.template for each in tree.find_all(nodes.FromImport)]
    included = [each.template for each in tree.find_all(nodes.Include)]
    return {str(each.value) for each in (*imported, *included) if isinstance(each, nodes.Const)}


def _refuse(name: str, found: list[UnknownName]) -> None:
    if not found:
        return
    first = found[0]
    if first.wrong is Wrong.NO_FIELD:
        raise UnknownField(
            first.field,
            template=name,
            line=first.line,
            nearest=first.nearest,
            others=len(found) - 1,
        )
    raise TemplateUnreadable(_told(first), template=name, line=first.line)


def _told(first: UnknownName) -> str:
    """Return what is wrong with a name that is no field, as part of a sentence."""
    meant = f"; perhaps “{first.nearest}” is meant" if first.nearest else ""
    match first.wrong:
        case Wrong.NO_LIST:
            return f"it goes through “{first.field}”, which is no list"
        case Wrong.NO_TEMPLATE:
            return f"it takes in “{first.field}”, which does not exist"
        case Wrong.NO_PART:
            return f"it takes “{first.field}” from “{first.whose}”, which does not have it{meant}"
    return f"“{first.whose}” takes “{first.field}” from it, which it does not have{meant}"
