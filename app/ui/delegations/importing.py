"""Decides what the preview of an import shows, and stores the rows when the user says so."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.delegations.import_view import ColumnShown, ImportSetup, TableShown

if TYPE_CHECKING:
    from app.services.import_rows import ImportRow
    from app.ui.delegations.import_view import ImportView
    from app.ui.delegations.in_hand import InHand
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_PIECE = 400
_ROWS_TO_HEAD = 6


@dataclass(frozen=True)
class _Wish:
    """How the list that is in hand shall be read."""

    path: Path | None = None
    sheet: int = 0
    heading: int | None = None
    uses: tuple[Any, ...] = ()
    side: UUID | None = None
    role: str = "delegate"
    with_hidden: bool = False
    answers: Mapping[int, Any] = field(default_factory=dict)


class ImportPresenter:
    """Takes a list from the file to the delegations, one question at a time."""

    def __init__(
        self,
        view: "ImportView",
        hand: "InHand",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._hand = hand
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._table: Any = None
        self._wish = _Wish()
        self._rows: tuple[ImportRow, ...] = ()
        self._stop = threading.Event()
        self._turn = 0

    def start(self, party_id: UUID | None) -> None:
        """Open the window; everybody comes for a party, unless the rows say otherwise."""
        services = self._hand.services
        if services is None or self._hand.detail is None:
            return
        sides = tuple((row.party.id, row.party.name) for row in self._hand.rows)
        side = party_id or (sides[0][0] if sides else None)
        self._wish = _Wish(side=side)
        self._table = None
        self._turn += 1
        work = partial(self._read_setup, services, sides, side)
        self._tasks.run(work, self._view.open_import, self._report_failure)

    def read_file(self, path: Path, *, encoding: str = "") -> None:
        """Read a file, in the encoding that was chosen if one was."""
        if self._hand.services is not None:
            self._wish = _Wish(path=path, side=self._wish.side, role=self._wish.role)
            verb = self._hand.services.participants_import.read_file
            self._read(partial(verb, path, encoding=encoding))

    def read_text(self, text: str) -> None:
        """Read what was pasted."""
        if self._hand.services is not None:
            self._wish = _Wish(side=self._wish.side, role=self._wish.role)
            self._read(partial(self._hand.services.participants_import.read_pasted, text))

    def choose_encoding(self, encoding: str) -> None:
        """Read the bytes of the file in another encoding."""
        if self._wish.path is not None:
            self.read_file(self._wish.path, encoding=encoding)

    def choose_sheet(self, place: int) -> None:
        """Turn to another sheet."""
        self._wish = replace(self._wish, sheet=place, answers={})
        self._lay_out()

    def choose_heading(self, heading: int | None) -> None:
        """Let another row head the columns, or none."""
        self._wish = replace(self._wish, heading=heading, answers={})
        self._show_table()
        self._look_through()

    def choose_use(self, column: int, use: Any) -> None:
        """Use a column for something else."""
        uses = list(self._wish.uses)
        uses[column] = use
        self._wish = replace(self._wish, uses=tuple(uses), answers={})
        self._look_through()

    def choose_side(self, party_id: UUID | None) -> None:
        """Let everybody come for another party whose row names none."""
        self._wish = replace(self._wish, side=party_id)
        self._look_through()

    def choose_role(self, role: str) -> None:
        """Give everybody another role whose row names none."""
        self._wish = replace(self._wish, role=role)
        self._look_through()

    def choose_hidden(self, *, wanted: bool) -> None:
        """Count rows that are hidden in the sheet, or leave them out."""
        self._wish = replace(self._wish, with_hidden=wanted)
        self._look_through()

    def create(self, numbers: Sequence[int]) -> None:
        """Let rows be about somebody new."""
        self._answer(numbers, "create")

    def leave_out(self, numbers: Sequence[int]) -> None:
        """Leave rows out."""
        self._answer(numbers, "leave-out")

    def match(self, number: int, person_id: UUID) -> None:
        """Let a row be about a person who is known."""
        self._answer([number], person_id)

    def join(self, number: int, first: int) -> None:
        """Let a row be about the same person as one above it."""
        if self._hand.services is not None:
            same = self._hand.services.participants_import.SameAs(first)
            self._answer([number], same)

    def take_back(self, numbers: Sequence[int]) -> None:
        """Forget what was decided about rows."""
        answers = {key: each for key, each in self._wish.answers.items() if key not in numbers}
        self._wish = replace(self._wish, answers=answers)
        self._look_through()

    def submit(self) -> None:
        """Store every row that is not refused."""
        services, detail = self._hand.services, self._hand.detail
        if services is None or detail is None:
            return
        self._stop.clear()
        self._view.show_importing()
        work = partial(
            services.participants_import.import_rows,
            self._hand.workspace,
            meeting_id=detail.row.id,
            rows=self._rows,
            progress=self._view.report_progress,
            is_stopped=self._stop.is_set,
        )
        self._operations.run("Import delegates", work, self._end, self._view.show_refused)

    def stop(self) -> None:
        """Stop storing, or looking through: nothing is stored then."""
        self._stop.set()
        self._turn += 1

    def _read_setup(
        self, services: "Services", sides: tuple[tuple[UUID, str], ...], side: UUID | None
    ) -> ImportSetup:
        persons = services.persons.list_all(self._hand.workspace, language=self._hand.language)
        uses = services.participants_import.list_uses()
        return ImportSetup(sides=sides, side=side, uses=uses, persons=persons)

    def _read(self, work: Callable[[], Any]) -> None:
        self._turn += 1
        self._view.show_reading(done=0, total=0)
        done = partial(self._take_table, self._turn)
        self._tasks.run(work, done, partial(self._fail, self._turn))

    def _take_table(self, turn: int, table: Any) -> None:
        if turn == self._turn:
            self._table = table
            self._lay_out()

    def _lay_out(self) -> None:
        """Guess what the columns of the sheet hold, and look through its rows."""
        services = self._hand.services
        if services is None or self._table is None:
            return
        layout = services.participants_import.guess_layout(self._sheet())
        self._wish = replace(self._wish, heading=layout.heading, uses=layout.uses)
        self._show_table()
        self._look_through()

    def _sheet(self) -> Any:
        return self._table.sheets[self._wish.sheet]

    def _show_table(self) -> None:
        table, wish, sheet = self._table, self._wish, self._sheet()
        heading = sheet.rows[wish.heading].cells if wish.heading is not None else ()
        first = (wish.heading + 1) if wish.heading is not None else 0
        example = sheet.rows[first].cells if first < len(sheet.rows) else ()
        self._view.show_table(
            TableShown(
                name=wish.path.name if wish.path is not None else "",
                sheets=tuple((each.name, each.is_hidden) for each in table.sheets),
                sheet=wish.sheet,
                columns=tuple(
                    ColumnShown(_cell(heading, place), _cell(example, place), use)
                    for place, use in enumerate(wish.uses)
                ),
                heading=wish.heading,
                headings=tuple(
                    (place, " · ".join(cell for cell in row.cells if cell))
                    for place, row in enumerate(sheet.rows[:_ROWS_TO_HEAD])
                ),
                encoding=table.encoding,
                encodings=table.encodings,
                hidden=sum(1 for row in sheet.rows if row.is_hidden),
                filled_cells=sheet.filled_cells,
                lost_formulas=sheet.lost_formulas,
            )
        )

    def _look_through(self) -> None:
        """Look through the rows anew, a piece at a time; what was begun before ends."""
        services, detail = self._hand.services, self._hand.detail
        if services is None or detail is None or self._table is None:
            return
        self._turn += 1
        verbs, wish = services.participants_import, self._wish
        plan = verbs.ImportPlan(
            meeting_id=detail.row.id,
            sheet=self._sheet(),
            heading=wish.heading,
            uses=wish.uses,
            party_id=wish.side,
            role=verbs.DelegateRole(wish.role),
            with_hidden=wish.with_hidden,
            answers=wish.answers,
        )
        self._view.show_reading(done=0, total=0)
        work = partial(verbs.prepare, self._hand.workspace, plan)
        go_on = partial(self._go_on, self._turn, ())
        self._tasks.run(work, go_on, partial(self._fail, self._turn))

    def _go_on(self, turn: int, rows: "tuple[ImportRow, ...]", preparation: Any) -> None:
        if turn != self._turn:
            return
        if preparation.done >= preparation.total:
            self._rows = rows
            self._view.show_rows(rows)
            return
        self._view.show_reading(done=preparation.done, total=preparation.total)
        done = partial(self._add, turn, rows, preparation)
        work = partial(preparation.next_rows, _PIECE)
        self._tasks.run(work, done, partial(self._fail, turn))

    def _add(
        self,
        turn: int,
        rows: "tuple[ImportRow, ...]",
        preparation: Any,
        piece: "tuple[ImportRow, ...]",
    ) -> None:
        self._go_on(turn, (*rows, *piece), preparation)

    def _answer(self, numbers: Sequence[int], answer: Any) -> None:
        services = self._hand.services
        if services is None:
            return
        if isinstance(answer, str):
            answer = services.participants_import.Answer(answer)
        answers = {**self._wish.answers, **dict.fromkeys(numbers, answer)}
        self._wish = replace(self._wish, answers=answers)
        self._look_through()

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_unreadable(problem)

    def _end(self, _change: Any) -> None:
        self._table = None
        self._rows = ()
        self._view.close_imported()


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
