"""Chooses the rows that go into a pack: what is adopted, signed or meant for both sides.

Rows are taken as they are stored, without passing through records, because a pack of ten thousand
provisions shall be made while one waits.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, Connection, Table

from app.domain.decision import DecisionStatus
from app.domain.minutes import MinutesStatus
from app.domain.pack_scope import PackPart, PackScope
from app.domain.paper import Confidentiality, Distribution
from app.domain.rules import SEALED_VERSIONS
from app.domain.tables import METADATA
from app.store.packs.contents import FOLLOWED, PACKED

Row = dict[str, Any]
"""The values of one row, as they are stored, by column."""

_TAKEN = (
    *(DecisionStatus.ADOPTED, DecisionStatus.EFFECTIVE, DecisionStatus.AMENDED),
    *(DecisionStatus.SUPERSEDED, DecisionStatus.LAPSED),
)
_SIGNED = (
    *(MinutesStatus.SIGNED, MinutesStatus.CONFIRMED, MinutesStatus.DISTRIBUTED),
    *(MinutesStatus.PUBLISHED, MinutesStatus.CORRECTED),
)
_OPEN_TO_BOTH = (Distribution.BOTH_SIDES, Distribution.PUBLIC)
_LISTS = frozenset({"languages"})
_BATCH = 500


@dataclass
class Selection:
    """The rows of a pack by table, each table's by its key."""

    rows: dict[str, dict[Any, Row]] = field(default_factory=lambda: {name: {} for name in PACKED})

    def count(self, table: str) -> int:
        """Return how many rows of a table there are."""
        return len(self.rows[table])

    def ids(self, table: str) -> set[Any]:
        """Return the keys of the rows of a table."""
        return set(self.rows[table])


def select_rows(connection: Connection, scope: PackScope) -> Selection:
    """Return the rows that a scope comes to, each with what it names.

    Columns that no pack holds are empty in them. A reference to what stays behind is cleared; a row
    that cannot do without it stays behind too.
    """
    chosen = _Chooser(connection, scope)
    chosen.choose()
    return chosen.selection


class _Chooser:
    def __init__(self, connection: Connection, scope: PackScope) -> None:
        self._connection = connection
        self._scope = scope
        self.selection = Selection()

    def choose(self) -> None:
        """Choose what was asked for, then what that names."""
        self._take("body", "id = ?", self._scope.body_id.hex)
        if PackPart.RULES in self._scope.parts:
            self._take_rules()
        self._take_decisions()
        self._take_meetings()
        self._take_instruments()
        self._follow()
        for table, parent in (
            *(("body_name", "body"), ("body_party", "body"), ("body_organisation", "body")),
            *(("party_name", "party"), ("organisation_name", "organisation")),
            *(("person_name", "person"), ("instrument_party", "instrument")),
        ):
            self._take_of(table, f"{parent}_id", self.selection.ids(parent))
        self._follow()
        self._cut_loose()

    def _take_rules(self) -> None:
        only = {each.hex for each in self._scope.document_ids}
        self._take("rule_document", "body_id = ?", self._scope.body_id.hex)
        documents = self.selection.rows["rule_document"]
        if only:
            self.selection.rows["rule_document"] = {
                key: row for key, row in documents.items() if key in only
            }
        documents_chosen = self.selection.ids("rule_document")
        self._take_of("rule_version", "document_id", documents_chosen, keep=self._is_adopted)
        versions = self.selection.rows["rule_version"].values()
        numbers = {(row["document_id"], row["number"]) for row in versions}

        def stood(row: Row) -> bool:
            if (row["document_id"], row["v_from"]) not in numbers:
                return False
            if (row["document_id"], row["v_to"]) not in numbers:
                row["v_to"] = None  # a draft that would end it is not told of
            return True

        self._take_of("provision_revision", "document_id", documents_chosen, keep=stood)
        told = {row["provision_id"] for row in self.selection.rows["provision_revision"].values()}
        self._take_of(
            "provision", "document_id", documents_chosen, keep=lambda row: row["id"] in told
        )
        self._take_of("provision_text", "revision_id", self.selection.ids("provision_revision"))
        self._take_of("amendment", "version_id", self.selection.ids("rule_version"))
        self._take_of("provision_link", "to_provision_id", self.selection.ids("provision"))

    def _is_adopted(self, row: Row) -> bool:
        sealed = row["status"] in SEALED_VERSIONS
        return bool(sealed and (row["adopted_on"] or "") <= self._scope.on.isoformat())

    def _take_decisions(self) -> None:
        if PackPart.DECISIONS in self._scope.parts:
            self._take("decision", "body_id = ?", self._scope.body_id.hex, keep=self._is_taken)
        named = {
            row["decision_id"]
            for table in ("rule_version", "amendment")
            for row in self.selection.rows[table].values()
            if row["decision_id"]
        }
        self._take_of("decision", "id", named - self.selection.ids("decision"))
        for table in ("decision_text", "decision_relation"):
            self._take_of(table, "decision_id", self.selection.ids("decision"))

    def _is_taken(self, row: Row) -> bool:
        day = row["taken_on"] or ""
        return row["status"] in _TAKEN and day <= self._scope.on.isoformat()

    def _take_meetings(self) -> None:
        wanted = {
            row["meeting_id"]
            for row in self.selection.rows["decision"].values()
            if row["meeting_id"]
        }
        own = self._scope.meeting_id.hex if self._scope.meeting_id else None
        self._take_of("meeting", "id", wanted | ({own} if own else set()))
        in_hand = {
            row["agenda_item_id"]
            for row in self.selection.rows["decision"].values()
            if row["agenda_item_id"]
        }
        self._take_of("agenda_item", "id", in_hand)
        if own is not None:
            self._take_meeting(own)

    def _take_meeting(self, own: str) -> None:
        parts = self._scope.parts
        if PackPart.AGENDA in parts:
            self._take("agenda_item", "meeting_id = ?", own)
        if PackPart.PAPERS in parts:
            self._take("paper", "meeting_id = ?", own, keep=_is_for_both)
            papers = self.selection.ids("paper")
            self._take_of("paper_file", "paper_id", papers)
            files = {row["attachment_id"] for row in self.selection.rows["paper_file"].values()}
            self._take_of("attachment", "id", files)
            self._take_of("attachment_blob", "attachment_id", files)
            items = self.selection.ids("agenda_item")
            self._take_of(
                "agenda_paper", "paper_id", papers, keep=lambda row: row["agenda_item_id"] in items
            )
        if PackPart.MINUTES in parts:
            self._take("minutes", "meeting_id = ?", own, keep=lambda row: row["status"] in _SIGNED)
            for table in ("minutes_paragraph", "signature"):
                self._take_of(table, "minutes_id", self.selection.ids("minutes"))
        if PackPart.PARTICIPANTS in parts:
            self._take("delegation", "meeting_id = ?", own)
            self._take_of("delegate", "delegation_id", self.selection.ids("delegation"))

    def _take_instruments(self) -> None:
        named = {
            row["instrument_id"]
            for table in ("body", "rule_document")
            for row in self.selection.rows[table].values()
            if row["instrument_id"]
        }
        self._take_of("instrument", "id", named)

    def _follow(self) -> None:
        """Take what the chosen rows name and what is told of by its name alone."""
        while True:
            wanted = {name: set[Any]() for name in FOLLOWED}
            for name, rows in self.selection.rows.items():
                for column, target in _references(METADATA.tables[name]):
                    if target in wanted and column not in PACKED[name]:
                        wanted[target] |= {row[column] for row in rows.values() if row[column]}
            missing = {name: keys - self.selection.ids(name) for name, keys in wanted.items()}
            if not any(missing.values()):
                return
            before = sum(map(len, self.selection.rows.values()))
            for name, keys in missing.items():
                self._take_of(name, "id", keys)
            if sum(map(len, self.selection.rows.values())) == before:
                return

    def _cut_loose(self) -> None:
        """Clear references to what stays behind, until nothing refers to anything outside."""
        changed = True
        while changed:
            changed = False
            for table in METADATA.sorted_tables:
                if table.name in PACKED:
                    changed |= self._cut_table_loose(table)

    def _cut_table_loose(self, table: Table) -> bool:
        rows, dropped = self.selection.rows[table.name], set()
        for column, target in _references(table):
            there = self.selection.rows.get(target, {})
            for key, row in rows.items():
                if row[column] is None or row[column] in there:
                    continue
                if table.columns[column].nullable and not _is_half_of_a_choice(table.name, column):
                    row[column] = None
                else:
                    dropped.add(key)
        for key in dropped:
            del rows[key]
        return bool(dropped)

    def _take(self, table: str, where: str, value: Any, *, keep: Any = None) -> None:
        self._add(table, self._fetch(table, where, (value,)), keep)

    def _take_of(self, table: str, column: str, keys: Collection[Any], *, keep: Any = None) -> None:
        wanted = sorted(keys)
        for start in range(0, len(wanted), _BATCH):
            some = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(some))
            self._add(table, self._fetch(table, f"{column} IN ({marks})", tuple(some)), keep)

    def _fetch(self, table: str, where: str, values: tuple[Any, ...]) -> Iterable[Row]:
        columns = [column.name for column in METADATA.tables[table].columns]
        named = ", ".join(f'"{name}"' for name in columns)
        # Names of tables and columns are our own; every value is handed over apart.
        found = self._connection.exec_driver_sql(
            f'SELECT {named} FROM "{table}" WHERE {where}',
            values,
        )
        return (dict(zip(columns, row, strict=True)) for row in found)

    def _add(self, table: str, rows: Iterable[Row], keep: Any) -> None:
        blank = _blank_values(METADATA.tables[table])
        keys = [column.name for column in METADATA.tables[table].primary_key]
        into = self.selection.rows[table]
        for row in rows:
            if keep is None or keep(row):
                row.update(blank)
                key = row[keys[0]] if len(keys) == 1 else tuple(row[each] for each in keys)
                into[key] = row


def _is_for_both(row: Row) -> bool:
    open_to_both = row["distribution"] in _OPEN_TO_BOTH
    return bool(open_to_both and row["confidentiality"] != Confidentiality.CONFIDENTIAL)


def _is_half_of_a_choice(table: str, column: str) -> bool:
    """Return whether a row says nothing any more without this one of its references."""
    return table == "provision_link" and column in {"decision_id", "from_provision_id"}


def _references(table: Table) -> list[tuple[str, str]]:
    return sorted((key.parent.name, key.column.table.name) for key in table.foreign_keys)


def _blank_values(table: Table) -> Row:
    """Return the columns that stay empty in a pack, each with what “empty” is for it."""
    return {name: _blank(table, name) for name in PACKED[table.name]}


def _blank(table: Table, name: str) -> Any:
    column = table.columns[name]
    if column.nullable:
        return None
    if isinstance(column.type, JSON):
        return "[]" if name in _LISTS else "{}"
    return "" if column.type.python_type is str else 0
