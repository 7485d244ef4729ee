"""Fills a form: docxtpl makes templates of its parts, and they run in our cage.

Of docxtpl only what reads its marks is used. It would also put a file together, and a file put
together by it is another each time; so every part without fields stays as it was, byte for byte.
"""

import traceback
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError as JinjaError
from lxml import etree

from app.documents import sandbox
from app.documents.forms.cage import FormSandbox
from app.documents.forms.findings import Finding, FormRefused, FormRunsAway, Problem
from app.documents.forms.form_facts import FormFacts
from app.documents.forms.markup import TABLE, TEXT, w
from app.documents.forms.properties import clean_properties
from app.documents.forms.reading import Form, FormPart, parse
from app.documents.forms.settling import settle
from app.documents.forms.tags import Tag, hide_braces, show_braces
from app.documents.gate import trees
from app.documents.gate.word_file import pack
from app.documents.languages import wording_of
from app.documents.printable import make_printable
from app.documents.template_errors import TemplateError, TemplateTooLong

_STUMBLES = (
    *(JinjaError, TemplateError, TypeError, ValueError, ArithmeticError),
    *(LookupError, AttributeError, RecursionError),
)
_FIT = "fit"
_TOGETHER = "begin and end in places that do not fit together"


@dataclass(frozen=True)
class Filled:
    """A form that was filled.

    Attributes:
        content: The Word file.
        missing: What is not known yet, and stands in amber.
    """

    content: bytes
    missing: tuple[Finding, ...]


def fill_form(
    form: Form,
    facts: FormFacts,
    *,
    language: str,
    steps: int = sandbox.STEPS,
    seconds: float = sandbox.SECONDS,
) -> Filled:
    """Return a form filled with facts; what is not known stands in it in amber.

    Args:
        form: The form, as it was read; it can be filled once.
        facts: What it may print.
        language: The language in which it writes days and gaps.
        steps: How many turns of loops it may take.
        seconds: How long it may take.

    Raises:
        FormRefused: It has findings, or its fields do not fit together.
        FormRunsAway: It takes too long or prints too much.
    """
    if form.findings:
        raise FormRefused(form.file.name, form.findings)
    token = sandbox.budget.set(sandbox.Budget(steps=steps, seconds=seconds))
    try:
        filling = _Filling(form, make_printable(facts), language)
        made = {part.name: filling.fill(part) for part in form.parts}
    except TemplateTooLong as error:
        raise FormRunsAway(form.file.name) from error
    finally:
        sandbox.budget.reset(token)
    parts = clean_properties({**form.file.parts, **made})
    return Filled(pack(parts), tuple(dict.fromkeys(filling.missing)))


class _Filling:
    """One form being filled."""

    def __init__(self, form: Form, facts: FormFacts, language: str) -> None:
        self.missing: list[Finding] = []
        self._name = form.file.name
        self._tags = form.tags
        self._wording = wording_of(language)
        self._facts = {each.name: getattr(facts, each.name) for each in fields(facts)}
        self._marks = DocxTemplate(BytesIO())

    def fill(self, part: FormPart) -> bytes:
        _prepare(part)
        written = hide_braces(etree.tostring(part.root, encoding="unicode"))
        source = self._marks.patch_xml(written)
        cage = FormSandbox(self._wording)
        filled = self._run(cage, source, part)
        self._note_missing(cage)
        try:
            root = parse(show_braces(filled).encode())
        except etree.XMLSyntaxError as error:
            raise self._refusal(part.tags[0], _TOGETHER) from error
        settle(root)
        self._fit_tables(root)
        return trees.write(root)

    def _run(self, cage: FormSandbox, source: str, part: FormPart) -> str:
        try:
            return str(cage.from_string(source).render(self._facts))
        except TemplateTooLong:
            raise
        except _STUMBLES as error:
            tag = self._tag_at(cage, error) or part.tags[0]
            told = str(error).rstrip(".")[:160]
            raise self._refusal(tag, f"cannot be followed: {told}") from error

    def _tag_at(self, cage: FormSandbox, error: Exception) -> Tag | None:
        """Return the field at which ``error`` came about."""
        lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__)]
        number = next((cage.lines[line] for line in reversed(lines) if line in cage.lines), None)
        return None if number is None else self._tags[number]

    def _note_missing(self, cage: FormSandbox) -> None:
        for number, words in cage.missing:
            tag = self._tags[number]
            finding = Finding(Problem.MISSING, tag.body, tag.place, detail=words)
            self.missing.append(finding)

    def _fit_tables(self, root: etree._Element) -> None:
        """Have the tables whose columns a loop has multiplied say how many they are."""
        for table in list(root.iter(TABLE)):
            if table.attrib.pop(_FIT, None) and table.find(w("tblGrid")) is not None:
                fitted: Any = self._marks.fix_tables(etree.tostring(table, encoding="unicode"))
                table[:] = list(fitted)

    def _refusal(self, tag: Tag, detail: str) -> FormRefused:
        finding = Finding(Problem.MARKUP, tag.written, tag.place, detail=detail)
        return FormRefused(self._name, (finding,))


def _prepare(part: FormPart) -> None:
    """Mark the tables whose columns may change, and take breaks of lines out of the form's texts.

    A line break in a text means nothing to Word; one in a value of a record does to us.
    """
    for tag in part.tags:
        table = next(tag.paragraph.iterancestors(TABLE), None)
        if table is not None and (tag.level == "tc" or tag.word in {"hm", "colspan"}):
            table.set(_FIT, "1")
    for text in part.root.iter(TEXT):
        if text.text and "\n" in text.text:
            text.text = text.text.replace("\n", " ")
