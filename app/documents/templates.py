"""Finds the template of a document and fills it in, in words that a secretary can act on."""

import re
import traceback
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import FileSystemLoader, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateRuntimeError

from app import paths
from app.documents import sandbox
from app.documents.fact_marks import settle_marks
from app.documents.facts import Facts, PartyFacts
from app.documents.filters import filters_of, mark_fact, show_fact
from app.documents.kinds import DocumentKind
from app.documents.language_marks import settle_languages
from app.documents.languages import Wording, wording_of
from app.documents.template_errors import (
    NoTemplate,
    TemplateRunsAway,
    TemplateTooLong,
    TemplateUnreadable,
    UnknownField,
)

_LANGUAGE = re.compile(r"\.([a-z]{2,3})\.xml\.jinja$")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}")
_FIELD = re.compile(r"has no attribute '([^']*)'|'([^']*)' is undefined")
_STUMBLES = (
    TemplateRuntimeError,
    *(TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError),
)


class Templates:
    """The templates in one folder."""

    def __init__(
        self,
        folder: Path,
        *,
        steps: int = sandbox.STEPS,
        seconds: float = sandbox.SECONDS,
        mark_facts: bool = False,
    ) -> None:
        """Open the templates of ``folder``; ``mark_facts`` has them mark what is from records."""
        self.folder = folder
        self._steps = steps
        self._seconds = seconds
        self._mark_facts = mark_facts
        self._sandboxes: dict[str, sandbox.Sandbox] = {}

    def find(self, kind: DocumentKind, *, language: str, body_code: str | None = None) -> str:
        """Return the name of the template: the body's own, if it has one, else the general one.

        Raises:
            NoTemplate: There is none in that language.
        """
        general = f"{kind.value.replace('-', '_')}.{language}.xml.jinja"
        if body_code and _CODE.fullmatch(body_code):
            own = f"bodies/{body_code}/{general}"
            if (self.folder / own).is_file():
                return own
        if not (self.folder / general).is_file():
            raise NoTemplate(general)
        return general

    def fill_in(self, name: str, *, facts: Facts, original: PartyFacts | None) -> str:
        """Return what the template ``name`` makes of ``facts``.

        Args:
            name: The template, as ``find`` gave it.
            facts: Everything the document says.
            original: The party whose original it is, if there is one per party.

        Raises:
            TemplateError: The template cannot be used; the error says where and why.
        """
        token = sandbox.budget.set(sandbox.Budget(steps=self._steps, seconds=self._seconds))
        try:
            wording = wording_of(_language_of(name))
            template = self._sandbox_for(wording).get_template(name)
            filled_in = _collect(template.generate(facts=facts, original=original))
            return settle_languages(settle_marks(filled_in), wording=wording)
        except TemplateNotFound as error:
            raise NoTemplate(str(error.name or name)) from error
        except TemplateSyntaxError as error:
            problem = (error.message or "it is not complete").rstrip(".")
            raise TemplateUnreadable(
                problem, template=error.name or name, line=error.lineno
            ) from error
        except TemplateTooLong as error:
            raise TemplateRunsAway(template=name) from error
        except UndefinedError as error:
            place, line = self._find_place(error, name)
            found = _FIELD.search(error.message or "")
            field = (found[1] or found[2]) if found else (error.message or "")
            raise UnknownField(field, template=place, line=line) from error
        except _STUMBLES as error:
            place, line = self._find_place(error, name)
            raise TemplateUnreadable(str(error), template=place, line=line) from error
        finally:
            sandbox.budget.reset(token)

    def _sandbox_for(self, wording: Wording) -> sandbox.Sandbox:
        """Return the sandbox whose filters speak the language of ``wording``."""
        if wording.tag not in self._sandboxes:
            show = mark_fact if self._mark_facts else show_fact
            self._sandboxes[wording.tag] = sandbox.Sandbox(
                filters=filters_of(wording),
                loader=FileSystemLoader(self.folder),
                finalize=partial(show, wording=wording),
                wording_is_markup=self._mark_facts,
            )
        return self._sandboxes[wording.tag]

    def _find_place(self, error: Exception, name: str) -> tuple[str, int]:
        """Return the template and the line at which ``error`` came about."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            file = Path(frame.filename)
            if file.is_relative_to(self.folder):
                return file.relative_to(self.folder).as_posix(), frame.lineno or 0
        return name, 0


@lru_cache(maxsize=4)
def templates_in(folder: Path, *, mark_facts: bool = False) -> Templates:
    """Return the templates of ``folder``; compiled ones are kept until their files change."""
    return Templates(folder, mark_facts=mark_facts)


def shipped_templates(*, mark_facts: bool = False) -> Templates:
    """Return the templates that come with the application."""
    return templates_in(paths.template_folder(), mark_facts=mark_facts)


def _language_of(name: str) -> str:
    """Return the language in which the template ``name`` is written, by its name."""
    found = _LANGUAGE.search(name)
    return found[1] if found else ""


def _collect(pieces: Iterable[str]) -> str:
    collected = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > sandbox.LARGEST_OUTPUT:
            raise TemplateTooLong
        collected.append(piece)
    return "".join(collected)
