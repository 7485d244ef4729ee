"""Decides what is shown of silence procedures, and takes the steps that its user asks for."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.decisions.asks import Ask, Material, moment_of
from app.ui.decisions.reading import ListPresenter

if TYPE_CHECKING:
    from app.services.register.silence_sheets import ProcedureSheet

Values = dict[str, Any]
_CLOCK = ("days", "counts", "starts", "hour", "zone", "affirmation", "source")
_MOMENTS = {Ask.CIRCULATE, Ask.RECEIPT, Ask.AFFIRM, Ask.COMMENT, Ask.OBJECT, Ask.SETTLE}
# Which verb a form is for, and under which name its words are told.
_VERBS = {
    Ask.CIRCULATE: ("written_procedures", "circulate", {}),
    Ask.RECEIPT: ("written_procedures", "confirm_receipt", {}),
    Ask.AFFIRM: ("written_procedures", "affirm", {}),
    Ask.OBJECT: ("written_procedures", "object_to", {"words": "objections"}),
    Ask.COMMENT: ("silence", "comment", {}),
    Ask.SETTLE: ("silence", "settle", {}),
    Ask.GIVE_UP: ("silence", "withdraw", {"note": "why"}),
    Ask.REFER: ("silence", "refer", {}),
    Ask.ADOPT_SILENCE: ("silence", "adopt", {}),
    Ask.ANNOUNCE: ("silence", "announce", {}),
    Ask.RECORD: ("silence_recording", "record", {}),
}


class SilencePresenter(ListPresenter):
    """Keeps the silence procedures in step with the workspace."""

    kinds = frozenset(
        {
            *("written_procedure", "written_procedure_side", "written_procedure_event"),
            *("decision", "decision_text", "minutes_paragraph", "meeting", "holiday", "party"),
        }
    )

    def read_rows(self, body_id: UUID | None) -> Any:
        """Read the procedures."""
        verbs = self.services.silence_sheets if self.services else None
        return verbs and verbs.list_all(self.workspace, body_id=body_id, language=self.language)

    def read_sheet(self, record_id: UUID) -> Any:
        """Read a procedure."""
        verbs = self.services.silence_sheets if self.services else None
        return verbs and verbs.show(self.workspace, procedure_id=record_id, language=self.language)

    def key_of(self, sheet: "ProcedureSheet") -> UUID:
        """Return the id of a procedure."""
        return sheet.line.id

    def start(self, ask: Ask, _about: Any = None) -> None:
        """Open a form."""
        if self.services is not None and self.can_change():
            self.ask(ask, partial(self._gather, ask))

    def start_new(self) -> None:
        """Open the form for a decision that is sought in writing."""
        if self.body_id is not None:
            self._draft = None
            self.start(Ask.OPEN)

    def start_for(self, decision: Any) -> None:
        """Open the form for a draft decision that is sought in writing."""
        self._draft = decision
        self.start(Ask.OPEN)

    def submit(self, ask: Ask, values: Values) -> None:
        """Save what a form says."""
        if self.services is None:
            return
        if ask is Ask.OPEN:
            self._open(values)
        elif self.sheet is not None:
            self._take_step(ask, values)

    def do(self, word: str, _about: Any = None) -> None:
        """Do at once what a word asks for."""
        services, sheet = self.services, self.sheet
        if services is None or sheet is None:
            return
        now = self.needs.clock.now()
        key = sheet.line.id
        if word == "edit":
            show = partial(
                services.register.show,
                self.workspace,
                decision_id=sheet.line.decision_id,
                language=self.language,
            )
            self.needs.tasks.run(show, self.start_for, self.needs.report_failure)
        elif word == "consult":
            self.save("Consult on objection", services.silence.consult, procedure_id=key, at=now)
        elif word == "conclude":
            verb = services.written_procedures.conclude
            self.save("Conclude silence procedure", verb, procedure_id=key, at=now)
        elif word == "show_decision":
            self.needs.go_to("decision", sheet.line.decision_id)
        elif word == "save_circular":
            verb = services.register_exports.save_circular
            name = f"Circular {sheet.line.symbol}"
            self.save_file(verb, name, "docx", decision_id=sheet.line.decision_id)

    def _open(self, values: Values) -> None:
        services = self.services
        if services is None:
            return
        rules = services.silence_rules
        rule = rules.SilenceRule(
            **{
                **{name: values[name] for name in _CLOCK},
                "counts": rules.DayKind(values["counts"]),
                "starts": rules.ClockStart(values["starts"]),
            }
        )
        draft = services.silence.SilenceDraft(
            kind=services.silence.DecisionKind(values["kind"]),
            titles=values["titles"],
            texts=values["texts"],
            rule=rule,
            effective_on=values["effective_on"],
            decision_id=self._draft.row.id if self._draft is not None else None,
            keeps_rule=values["keep"],
        )
        body_id = self._draft.row.body_id if self._draft is not None else self.body_id
        verb = services.silence.open_procedure
        self.save("Open silence procedure", verb, choose=True, body_id=body_id, draft=draft)

    def _take_step(self, ask: Ask, values: Values) -> None:
        sheet = self.sheet
        zone = sheet.line.zone
        told = {"procedure_id": sheet.line.id, "at": self.needs.clock.now()}
        if ask is Ask.EXTEND:
            told |= {"until": moment_of(values, zone), "words": values["words"]}
            self.save("Extend period", self._verb("silence", "extend"), **told)
            return
        noun, verb, renamed = _VERBS[ask]
        if ask in _MOMENTS:
            told["at"] = moment_of(values, zone)
        rest = {name: value for name, value in values.items() if name not in {"day", "time"}}
        told |= {renamed.get(name, name): value for name, value in rest.items()}
        self.save(verb.replace("_", " ").capitalize(), self._verb(noun, verb), **told)

    def _verb(self, noun: str, verb: str) -> Any:
        return getattr(getattr(self.services, noun), verb)

    def _gather(self, ask: Ask) -> Material:
        services, sheet = self.services, self.sheet
        if services is None or (sheet is None and ask is not Ask.OPEN):
            return Material()
        if ask is Ask.OPEN:
            return self._gather_rule()
        now = self.needs.clock.now()
        languages = self.languages(sheet.body_id)
        material: Values = {"languages": languages, "zone": sheet.line.zone, "now": now}
        material["sides"] = tuple(
            (side.party.id, side.party.name) for side in _sides_for(ask, sheet)
        )
        if ask is Ask.EXTEND:
            material["now"] = sheet.line.deadline_at
        if ask in {Ask.REFER, Ask.RECORD}:
            material["meetings"] = services.silence_sheets.list_next_meetings(
                self.workspace, procedure_id=sheet.line.id, language=self.language
            )
        if ask is Ask.ADOPT_SILENCE:
            told = {"decision_id": sheet.line.decision_id}
            number = services.decision_numbers.propose(self.workspace, **told)
            material["values"] = {"symbol": number}
        if ask is Ask.ANNOUNCE:
            material["values"] = {"on": now.astimezone().date()}
        return Material(**material)

    def _gather_rule(self) -> Material:
        services, draft = self.services, self._draft
        if services is None:
            return Material()
        body_id = draft.row.body_id if draft is not None else self.body_id
        rule = services.silence_rules.rule_of_body(self.workspace, body_id=body_id)
        values = {name: getattr(rule, name) for name in _CLOCK}
        values |= {"counts": rule.counts.value, "starts": rule.starts.value}
        values["zone"] = rule.zone or services.silence_rules.zone_of(
            self.workspace, body_id=body_id
        )
        if draft is not None and draft.procedure_id is not None and self.sheet is not None:
            values |= _clock_of(self.sheet)
        if draft is not None:
            values |= {"titles": dict(draft.titles), "texts": dict(draft.texts)}
            values |= {"kind": draft.row.kind, "effective_on": draft.row.effective_on}
        presets = services.silence_rules.list_presets()
        return Material(languages=self.languages(body_id), values=values, presets=presets)

    _draft: Any = None


def _clock_of(sheet: "ProcedureSheet") -> Values:
    return {
        "days": sheet.days,
        "counts": sheet.counts,
        "starts": sheet.starts,
        "hour": sheet.hour,
        "zone": sheet.line.zone,
        "affirmation": sheet.affirmation_required,
        "source": sheet.rule_source,
    }


def _sides_for(ask: Ask, sheet: "ProcedureSheet") -> Any:
    """Return the sides that a form can be about."""
    if ask is Ask.RECEIPT:
        return [side for side in sheet.sides if side.received_at is None]
    if ask is Ask.AFFIRM:
        return [side for side in sheet.sides if side.affirmed_at is None]
    if ask is Ask.SETTLE:
        return [side for side in sheet.sides if side.is_open]
    return sheet.sides
