"""Finds the template of a document and fills it in, in words that a secretary can act on."""

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    FunctionLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import TemplateRuntimeError

from app import paths
from app.documents import sandbox
from app.documents.fact_marks import settle_marks
from app.documents.facts import Facts, PartyFacts
from app.documents.filters import filters_of, mark_fact, show_fact
from app.documents.kinds import DocumentKind
from app.documents.language_marks import settle_languages
from app.documents.languages import Wording, wording_of
from app.documents.optional_sections import SectionsShown
from app.documents.template_check import require_known
from app.documents.template_errors import (
    NoTemplate,
    TemplateError,
    TemplateRunsAway,
    TemplateTooLong,
    TemplateUnreadable,
    UnknownField,
)
from app.documents.template_lines import find_line

_LANGUAGE = re.compile(r"\.([a-z]{2,3})\.xml\.jinja$")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}")
_FIELD = re.compile(r"has no attribute '([^']*)'|'([^']*)' is undefined")
_STUMBLES = (
    TemplateRuntimeError,
    *(TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError),
)


class Templates:
    """The templates in one folder, and those of an office's own that go before them."""

    def __init__(
        self,
        folder: Path,
        *,
        steps: int = sandbox.STEPS,
        seconds: float = sandbox.SECONDS,
        mark_facts: bool = False,
        own: Mapping[str, str] | None = None,
    ) -> None:
        """Open the templates of ``folder``.

        Args:
            folder: Where they are.
            steps: How many turns of loops and calls of macros one document may take.
            seconds: How long one document may take.
            mark_facts: Have them mark the words that are values of a record.
            own: Templates by name, each of which takes the place of that in the folder.
        """
        self.folder = folder
        self._own = dict(own or {})
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
            if self._has(own):
                return own
        if not self._has(general):
            raise NoTemplate(general)
        return general

    def check(self, name: str) -> None:
        """Look whether the template ``name`` can be used at all, whatever the facts.

        Every line of it is followed, also those that no meeting reaches yet.

        Raises:
            TemplateError: It cannot; the error says where and why.
        """
        with self._explained(name):
            box = self._sandbox_for(wording_of(_language_of(name)))
            box.get_template(name)
            require_known(name, among=self._names(_language_of(name)), source=box.tree_of)

    def list_languages(self, kind: DocumentKind) -> tuple[str, ...]:
        """Return the languages in which there is a general template of a document."""
        stem = kind.value.replace("-", "_")
        found = self.folder.glob(f"{stem}.*.xml.jinja")
        return tuple(sorted(filter(None, (_language_of(path.name) for path in found))))

    def fill_in(
        self,
        name: str,
        *,
        facts: Facts,
        original: PartyFacts | None,
        sections: SectionsShown | None = None,
    ) -> str:
        """Return what the template ``name`` makes of ``facts``.

        Args:
            name: The template, as ``find`` gave it.
            facts: Everything the document says.
            original: The party whose original it is, if there is one per party.
            sections: Which of the parts that can be left out are to be written; all by default.

        Raises:
            TemplateError: The template cannot be used; the error says where and why.
        """
        wording = wording_of(_language_of(name))
        filled_in = self._run(
            self._sandbox_for(wording), name, facts=facts, original=original, sections=sections
        )
        return settle_languages(settle_marks(filled_in), wording=wording)

    def find_line(
        self,
        name: str,
        line: int,
        *,
        facts: Facts,
        original: PartyFacts | None,
        sections: SectionsShown | None = None,
    ) -> tuple[str, int]:
        """Return the file and the line of it that wrote a line of what ``fill_in`` returned.

        The line is 0 where it cannot be told.
        """
        box = self._make_sandbox(wording_of(_language_of(name)), lines_are_marked=True)
        try:
            marked = self._run(box, name, facts=facts, original=original, sections=sections)
        except TemplateError:  # it looks into its own words, which are others when marked
            return name, 0
        return find_line(marked, line) or (name, 0)

    def _run(
        self,
        box: sandbox.Sandbox,
        name: str,
        *,
        facts: Facts,
        original: PartyFacts | None,
        sections: SectionsShown | None,
    ) -> str:
        """Return what a template writes, within its budget."""
        token = sandbox.budget.set(sandbox.Budget(steps=self._steps, seconds=self._seconds))
        try:
            with self._explained(name):
                shown = sections or SectionsShown()
                template = box.get_template(name)
                return _collect(template.generate(facts=facts, original=original, sections=shown))
        finally:
            sandbox.budget.reset(token)

    @contextmanager
    def _explained(self, name: str) -> Iterator[None]:
        """Say of whatever goes wrong with ``name`` where and why, in words of ours."""
        try:
            yield
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
            deep = isinstance(error, RecursionError)
            told = "it goes too deep into itself" if deep else str(error)
            raise TemplateUnreadable(told, template=place, line=line) from error

    def _names(self, language: str) -> tuple[str, ...]:
        """Return the names of all templates in one language."""
        shipped = (path.name for path in self.folder.glob(f"*.{language}.xml.jinja"))
        own = (name for name in self._own if _language_of(name) == language)
        return tuple(sorted({*shipped, *own}))

    def _has(self, name: str) -> bool:
        return name in self._own or (self.folder / name).is_file()

    def _load_own(self, name: str) -> tuple[str, str, None] | None:
        """Return the source of an own template; it bears a file's name, so that errors name it."""
        source = self._own.get(name)
        return None if source is None else (source, str(self.folder / name), None)

    def _sandbox_for(self, wording: Wording) -> sandbox.Sandbox:
        """Return the sandbox whose filters speak the language of ``wording``."""
        if wording.tag not in self._sandboxes:
            self._sandboxes[wording.tag] = self._make_sandbox(wording)
        return self._sandboxes[wording.tag]

    def _make_sandbox(self, wording: Wording, *, lines_are_marked: bool = False) -> sandbox.Sandbox:
        show = mark_fact if self._mark_facts else show_fact
        return sandbox.Sandbox(
            filters=filters_of(wording),
            loader=ChoiceLoader([FunctionLoader(self._load_own), FileSystemLoader(self.folder)]),
            finalize=partial(show, wording=wording),
            wording_is_markup=self._mark_facts,
            lines_are_marked=lines_are_marked,
        )

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


def templates_with(own: Mapping[str, str], *, mark_facts: bool = False) -> Templates:
    """Return the templates of the application with those of an office's ``own`` before them."""
    if not own:
        return shipped_templates(mark_facts=mark_facts)
    folder = paths.template_folder()
    return _templates_with(folder, tuple(sorted(own.items())), mark_facts=mark_facts)


@lru_cache(maxsize=4)
def _templates_with(
    folder: Path, own: tuple[tuple[str, str], ...], *, mark_facts: bool
) -> Templates:
    return Templates(folder, mark_facts=mark_facts, own=dict(own))


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
