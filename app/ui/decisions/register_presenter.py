"""Decides what the register shows, and does what its user asks for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.decisions.asks import Ask, Material
from app.ui.decisions.number_lines import with_numbers
from app.ui.decisions.reading import ListPresenter

if TYPE_CHECKING:
    from app.services.register.sheets import DecisionSheet

Values = dict[str, Any]


class RegisterPresenter(ListPresenter):
    """Keeps the register in step with the workspace."""

    kinds = frozenset(
        {
            *("decision", "decision_text", "decision_relation", "decision_position"),
            *("decision_number", "written_procedure", "meeting", "minutes_paragraph", "minutes"),
            *("rule_version", "provision_link", "agenda_item", "body", "party"),
        }
    )

    def read_rows(self, body_id: UUID | None) -> Any:
        """Read the register."""
        if self.services is None:
            return ()
        verbs = self.services.register
        rows = verbs.list_all(self.workspace, body_id=body_id, language=self.language)
        numbers = verbs.list_numbers(self.workspace, body_id=body_id) if body_id else ()
        return with_numbers(rows, numbers)

    def read_sheet(self, record_id: UUID) -> Any:
        """Read a decision."""
        verbs = self.services.register if self.services else None
        return verbs and verbs.show(self.workspace, decision_id=record_id, language=self.language)

    def key_of(self, sheet: "DecisionSheet") -> UUID:
        """Return the id of a decision."""
        return sheet.row.id

    def start(self, ask: Ask, _about: Any = None) -> None:
        """Open a form."""
        if self.services is not None and self.can_change():
            self.ask(ask, partial(self._gather, ask))

    def start_new(self) -> None:
        """Open the form for a decision that is not on record yet."""
        if self.body_id is not None:
            self.start(Ask.ENTER)

    def submit(self, ask: Ask, values: Values) -> None:
        """Save what a form says."""
        self._savers()[ask](values)

    def do(self, word: str, about: Any = None) -> None:
        """Do at once what a word asks for."""
        services = self.services
        if services is None:
            return
        if word == "unrelate":
            verb = services.decision_relations.unrelate
            self.save("Remove relation of decisions", verb, relation_id=about)
        elif word == "unlink":
            verb = services.contradictions.remove_rule
            self.save("Remove link of decision to rule", verb, link_id=about)
        elif word == "save_decision" and self.sheet is not None:
            told = {"decision_id": self.sheet.row.id}
            name = services.register_exports.suggest_decision_name(self.workspace, **told)
            self.save_file(services.register_exports.save_decision, name, "docx", **told)
        elif word in {"register_word", "register_workbook"}:
            self._save_register(word)

    def _save_register(self, word: str) -> None:
        services = self.services
        if services is None or self.body_id is None:
            return
        exports = services.register_exports
        whole = self.all_bodies and word == "register_workbook"
        told = {"body_id": None if whole else self.body_id}
        name = exports.suggest_name(self.workspace, **told)
        if word == "register_word":
            self.save_file(exports.save_register, name, "docx", **told)
        else:
            self.save_file(exports.save_workbook, name, "xlsx", **told)

    def _gather(self, ask: Ask) -> Material:
        services, sheet = self.services, self.sheet
        if services is None or self.body_id is None:
            return Material()
        body_id = sheet.row.body_id if sheet is not None and ask is not Ask.ENTER else self.body_id
        told = {"body_id": body_id, "language": self.language}
        material: Values = {"languages": self.languages(body_id), "sheet": sheet}
        if ask in {Ask.ENTER, Ask.EDIT}:
            rows = services.register.list_meetings_of(self.workspace, **told)
            material["meetings"] = tuple((row.id, row.code or row.title) for row in rows)
            material["items"] = services.register.list_items_of(self.workspace, **told)
        if ask is Ask.ENTER:
            material["sheet"] = None
        elif ask is Ask.RELATE:
            rows = services.register.list_all(self.workspace, **told)
            material["decisions"] = tuple(
                (row.id, f"{row.symbol} {row.title}".strip())
                for row in rows
                if row.id != sheet.row.id
            )
        elif ask is Ask.RESERVATION:
            sides = services.register.list_sides(self.workspace, **told)
            material["sides"] = tuple((side.id, side.name) for side in sides)
        elif ask is Ask.RULE:
            material["rules"] = services.contradictions.list_rules(self.workspace, body_id=body_id)
        elif ask is Ask.RELEASE:
            rows = services.register.list_numbers(self.workspace, body_id=body_id)
            material["numbers"] = tuple((row.id, f"{row.symbol}: {row.reason}") for row in rows)
        return Material(**material, values=self._values(ask))

    def _values(self, ask: Ask) -> Values:
        services, sheet = self.services, self.sheet
        today = self.needs.clock.now().astimezone().date()
        if ask is Ask.EDIT and sheet is not None:
            return _values_of(sheet)
        if ask is Ask.ADOPT and sheet is not None and services is not None:
            number = services.decision_numbers.propose(self.workspace, decision_id=sheet.row.id)
            told = {"symbol": number, "taken_on": today, "effective_on": sheet.row.effective_on}
            if sheet.agenda_item_id is not None and not sheet.item_is_settled:
                told["settles_item"] = True  # proposed; who adopts it may think otherwise
            return told
        if ask in {Ask.PUBLISH, Ask.CONFIRM, Ask.DONE}:
            return {"on": today}
        return {}

    def _savers(self) -> dict[Ask, Callable[[Values], None]]:
        return {
            Ask.ENTER: self._enter,
            Ask.EDIT: self._edit,
            Ask.ADOPT: partial(self._say, "Adopt decision", "decision_entering", "adopt"),
            Ask.RELATE: partial(self._say, "Relate decisions", "decision_relations", "relate"),
            Ask.RESERVATION: self._stand_aside,
            Ask.RULE: partial(self._say, "Link to rule", "contradictions", "add_rule"),
            Ask.PUBLISH: partial(self._say, "Publish decision", "decision_standing", "publish"),
            Ask.CONFIRM: partial(self._say, "Confirm decision", "decision_standing", "confirm"),
            Ask.DONE: partial(self._say, "Mark as done", "decision_standing", "mark_done"),
            Ask.LAPSE: partial(self._say, "Let decision lapse", "decision_standing", "lapse"),
            Ask.WITHDRAW: partial(self._say, "Withdraw draft", "decision_standing", "withdraw"),
            Ask.NUMBER: self._number,
            Ask.RELEASE: self._release,
        }

    def _say(self, name: str, noun: str, verb: str, values: Values) -> None:
        """Have a verb about the decision that is shown do what the form says."""
        if self.sheet is not None:
            found = getattr(getattr(self.services, noun), verb)
            self.save(name, found, decision_id=self.sheet.row.id, **values)

    def _enter(self, values: Values) -> None:
        if self.services is not None:
            verbs = self.services.decision_entering
            entry = _entry(verbs, values)
            self.save("Enter decision", verbs.enter, choose=True, body_id=self.body_id, entry=entry)

    def _edit(self, values: Values) -> None:
        if self.services is not None and self.sheet is not None:
            verbs, key = self.services.decision_entering, self.sheet.row.id
            entry = _entry(verbs, {**values, "row_version": self.sheet.row_version})
            self.save("Edit decision", verbs.change, decision_id=key, entry=entry)

    def _stand_aside(self, values: Values) -> None:
        position = values["position"] or None
        self._say(
            "Record position",
            "decision_entering",
            "stand_aside",
            {**values, "position": position},
        )

    def _number(self, values: Values) -> None:
        if self.services is not None:
            verbs = self.services.decision_numbers
            verb = verbs.void if values.pop("state") == "void" else verbs.reserve
            self.save("Reserve or leave out number", verb, body_id=self.body_id, **values)

    def _release(self, values: Values) -> None:
        if self.services is not None:
            self.save("Release number", self.services.decision_numbers.release, **values)


def _entry(verbs: Any, values: Values) -> Any:
    kind = verbs.DecisionKind(values["kind"])
    channel, method = verbs.Channel(values["channel"]), verbs.Method(values["method"])
    told = {**values, "kind": kind, "channel": channel, "method": method}
    return verbs.DecisionEntry(**told)


def _values_of(sheet: "DecisionSheet") -> Values:
    row = sheet.row
    return {
        "titles": dict(sheet.titles),
        "texts": dict(sheet.texts),
        "kind": row.kind,
        "channel": row.channel,
        "method": sheet.method,
        "meeting_id": row.meeting_id,
        "agenda_item_id": sheet.agenda_item_id,
        "symbol": row.symbol if sheet.is_adopted else "",
        "taken_on": row.taken_on,
        "effective_on": row.effective_on,
        "published_on": row.published_on,
        "ad_referendum": sheet.ad_referendum,
        "conditions": dict(sheet.conditions),
    }
