"""Reads what stands beside a text: what relies on a provision, what a decision did, what differs.

Also looks for words in the rules of every body, and takes links between decisions and provisions
away. The text itself is the business of the presenter of the page.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.rules.about_text import Relying, SealState, Touching
from app.ui.rules.choice import Choice, Mode
from app.ui.rules.view import RulesView

if TYPE_CHECKING:
    from app.services.rule_library.finding import Findings
    from app.services.rule_reading import ReadRules
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class Beside:
    """Knows which text and which provision are in hand."""

    def __init__(
        self,
        view: RulesView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        fail: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._fail = fail
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._eid = ""
        self._asked: tuple[UUID, int] | None = None
        self._words = ""

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._asked, self._eid = None, ""

    def read_text(self, read: "ReadRules", choice: Choice) -> None:
        """Read what belongs to the whole text: what its decision did, how its languages differ."""
        if self._services is None:
            return
        self._asked = (read.document_id, read.version.number)
        self._view.show_touched(Touching())
        if read.version.decision_id is not None:
            touched = partial(
                self._services.reliances.list_touched,
                self._workspace,
                decision_id=read.version.decision_id,
                language=choice.language,
            )
            self._tasks.run(touched, partial(self._take_touched, self._asked), self._fail)
        if read.version.content_root:
            check = partial(
                self._services.seals.check_version, self._workspace, version_id=read.version.id
            )
            self._tasks.run(check, partial(self._take_seal, self._asked), self._fail)
        if choice.mode is Mode.SIDE_BY_SIDE and choice.second:
            gaps = partial(
                self._services.language_gaps.compare,
                self._workspace,
                document_id=read.document_id,
                number=read.version.number,
                first=choice.language,
                second=choice.second,
            )
            self._tasks.run(gaps, partial(self._take_gaps, self._asked), self._fail)

    def read_provision(self, read: "ReadRules", choice: Choice, eid: str) -> None:
        """Read what relies on a provision."""
        if self._services is None:
            return
        self._eid = eid
        work = partial(
            self._find_relying,
            self._services,
            document_id=read.document_id,
            number=read.version.number,
            eid=eid,
            language=choice.language,
        )
        self._tasks.run(work, partial(self._take_relying, eid), self._fail)

    def find(self, words: str) -> None:
        """Look for words in the rules of every body."""
        if self._services is None:
            return
        self._words = words
        work = partial(
            self._services.rule_finding.find,
            self._workspace,
            words=words,
            language=self._language,
        )
        self._tasks.run(work, partial(self._take_found, words), self._fail)

    def unlink(self, link_id: int) -> None:
        """Take a link between a decision and a provision away."""
        if self._services is not None:
            verb = self._services.reliances.unlink_decision
            work = partial(verb, self._workspace, link_id=link_id)
            self._operations.run("Unlink decision from provision", work)

    def _find_relying(self, services: "Services", **asked: Any) -> Relying:
        provisions = services.rule_reading.show_reliances(self._workspace, **asked)
        decisions = services.reliances.list_relying_decisions(self._workspace, **asked)
        return Relying(provisions, decisions)

    def _take_relying(self, eid: str, relying: Relying) -> None:
        if eid == self._eid:
            self._view.show_relying(relying)

    def _take_touched(self, asked: tuple[UUID, int], rows: Any) -> None:
        if asked == self._asked:
            self._view.show_touched(Touching(rows))

    def _take_seal(self, asked: tuple[UUID, int], fits: bool) -> None:  # noqa: FBT001 - an answer
        if asked == self._asked:
            self._view.show_seal(SealState.SOUND if fits else SealState.BROKEN)

    def _take_gaps(self, asked: tuple[UUID, int], gaps: Any) -> None:
        if asked == self._asked:
            self._view.show_gaps(gaps)

    def _take_found(self, words: str, found: "Findings") -> None:
        if words == self._words:
            self._view.show_found(found, words)
