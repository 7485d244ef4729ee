"""Does to a draft what its officer asks for: each act is one change that can be undone."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.texts.brackets import put_in_brackets
from app.ui.drafting.reading import DraftingReading
from app.ui.drafting.reference_words import stored
from app.ui.drafting.typed_words import Entry, Key
from app.ui.drafting.words import BELOW

if TYPE_CHECKING:
    from app.services.drafting.draft_sheets import WordingSheet
    from app.services.drafting.draft_versions import DraftProspect


class DraftingPresenter(DraftingReading):
    """The acts; what they change is read anew when the bus tells of it."""

    @property
    def _stands(self) -> bool:
        """Whether the provision in hand can be written: it is not repealed."""
        sheet = self._provision
        return self.can_write and sheet is not None and str(sheet.line.change) != "repealed"

    def type_text(self, language: str, words: str) -> None:
        """Take words that were typed; they are saved after a pause."""
        wording = self._wording(language)
        if wording is not None and self._stands:
            text = stored(words, wording.text, wording.names)
            self._typed.type(self._shown(language), was=wording.text, text=text)

    def type_heading(self, language: str, words: str) -> None:
        """Take a heading that was typed; it is saved after a pause."""
        wording = self._wording(language)
        if wording is not None and self._stands:
            self._typed.type(self._shown(language), was=wording.text, heading=words)

    def save(self) -> None:
        """Save what was typed, each provision in each language as one change."""
        if self._services is None or self._version_id is None:
            return
        for (eid, language), entry in self._typed.take().items():
            work = partial(
                self._services.draft_wording.reword,
                self._workspace,
                version_id=self._version_id,
                eid=eid,
                language=language,
                heading=entry.heading,
                text=entry.text,
                was=entry.was,
            )
            key = (eid, language)
            done = partial(self._note_saved, key, entry)
            self._operations.run("Reword provision", work, done, partial(self._keep, key, entry))

    def insert_here(self, where: str) -> None:
        """Insert a provision of the usual kind before, after or in the one in hand."""
        line = self._draft.line(self._eid) if self._draft is not None else None
        if line is None:
            self._view.ask_insert(None)
        else:
            kind = BELOW[line.kind] if where == "inside" else line.kind
            self._insert(where=where, kind=kind, label=None)

    def ask_insert(self) -> None:
        """Ask what shall be inserted, and where."""
        if self.can_write and self._draft is not None:
            self._view.ask_insert(self._draft.line(self._eid))

    def insert(self, values: Mapping[str, Any]) -> None:
        """Insert what was asked for in the form."""
        label = values["label"].strip() or None
        self._insert(where=values.get("where", "after"), kind=values["kind"], label=label)

    def repeal(self, eids: Sequence[str]) -> None:
        """Repeal provisions; they stay in sight, and come back if asked for."""
        lines = [self._draft.line(eid) for eid in eids] if self._draft is not None else []
        standing = [
            line.eid for line in lines if line is not None and str(line.change) != "repealed"
        ]
        if standing:
            self._do("Repeal provision", "draft_structure", "repeal", eids=tuple(standing))

    def restore(self) -> None:
        """Let the provision in hand stand again."""
        self._do("Restore provision", "draft_structure", "restore", eid=self._eid)

    def move(self, eids: Sequence[str], target: str, above: bool) -> None:  # noqa: FBT001 - a slot
        """Put provisions before or after another one."""
        where = "before" if above else "after"
        self._do(
            "Move provision",
            "draft_structure",
            "move",
            eids=tuple(eids),
            where=where,
            beside=target,
        )

    def nest(self, eids: Sequence[str], target: str) -> None:
        """Put provisions into another one."""
        how = {"where": "inside", "beside": target}
        self._do("Move provision", "draft_structure", "move", None, eids=tuple(eids), **how)

    def indent(self, eids: Sequence[str], step: int) -> None:
        """Send a provision a level in (1) or out (-1)."""
        for eid in eids[:1]:
            self._do("Move provision", "draft_structure", "indent", eid=eid, step=step)

    def ask_number(self) -> None:
        """Ask which number the provision in hand shall bear."""
        line = self._draft.line(self._eid) if self._draft is not None else None
        if line is not None and self.can_write and str(line.change) != "repealed":
            self.save()
            self._view.ask_numbers(line)

    def ask_order(self) -> None:
        """Ask whether all numbers shall be put in order."""
        if self.can_write:
            self.save()
            self._view.ask_numbers(None)

    def look_ahead(self, values: Mapping[str, Any]) -> None:
        """Show what the renumbering in the form would do."""
        if self._services is None:
            return
        how = self._numbers(values)
        verb = self._services.draft_numbers.look_ahead
        work = partial(verb, self._workspace, version_id=self._version_id, **how)
        self._tasks.run(work, self._view.show_ahead, self._tell)

    def renumber(self, values: Mapping[str, Any]) -> None:
        """Renumber as the form says."""
        how = {**self._numbers(values), "follows": values["follows"]}
        self._do("Renumber provisions", "draft_numbers", "renumber", done=self._close, **how)

    def let_follow(self) -> None:
        """Write every reference anew that can be followed."""
        self._do("Let references follow", "draft_numbers", "let_references_follow")

    def settle(self, language: str, place: int, chosen: int | None) -> None:
        """Let one alternative in brackets stand, or none."""
        wording = self._wording(language)
        if wording is None or self._draft is None:
            return
        sides = tuple(name for side in self._draft.sides for name in side.names)
        self._do(
            "Choose alternative",
            "draft_wording",
            "settle_brackets",
            eid=self._eid,
            language=language,
            place=place,
            chosen=chosen,
            sides=sides,
        )

    def put_in_brackets(self, language: str, words: str, start: int, end: int, side: str) -> str:
        """Return the words with some of them in brackets; it is saved like what is typed."""
        made = put_in_brackets(words, start, end, side=side)
        self.type_text(language, made)
        return made

    def ask_proposal(self, proposal_id: UUID | None = None) -> None:
        """Ask what somebody proposes for the provision in hand."""
        if self._services is None or self._provision is None or not self.can_write:
            return
        self.save()
        row = next((each for each in self._provision.proposals if each.id == proposal_id), None)
        work = partial(self._services.persons.list_all, self._workspace)
        self._tasks.run(work, partial(self._ask_proposal, row), self._tell)

    def save_proposal(self, proposal_id: UUID | None, values: Mapping[str, Any]) -> None:
        """Enter a proposal, or change one."""
        if self._services is None or self._provision is None:
            return
        how = self._proposal_values(values)
        verbs = self._services.draft_proposals
        if proposal_id is None:
            draft = {"version_id": self._version_id, "provision_id": 0, **how}
            work = partial(self._enter_proposal, verbs, draft)
        else:
            change = verbs.change_proposal
            work = partial(change, self._workspace, proposal_id=proposal_id, changes=how)
        self._operations.run("Save proposal", work, self._close, self._view.refuse)

    def choose_proposal(self, proposal_id: UUID) -> None:
        """Let a proposal stand."""
        self._on_proposal("Choose proposal", "choose_proposal", proposal_id=proposal_id)

    def choose_neither(self) -> None:
        """Let none of the proposals stand."""
        how = {"version_id": self._version_id, "eid": self._eid}
        self._on_proposal("Choose no proposal", "choose_neither", **how)

    def reopen_proposals(self) -> None:
        """Put the proposals on the table again."""
        how = {"version_id": self._version_id, "eid": self._eid}
        self._on_proposal("Reopen proposals", "reopen_proposals", **how)

    def remove_proposal(self, proposal_id: UUID) -> None:
        """Take a proposal off the table."""
        self._on_proposal("Remove proposal", "remove_proposal", proposal_id=proposal_id)

    def ask_begin(self, document_id: UUID, prospect: "DraftProspect") -> None:
        """Ask how a new version shall be called."""
        self._document_id = document_id
        self._view.ask_begin(prospect.title, prospect.label)

    def begin(self, label: str) -> None:
        """Begin a draft of the rules in hand."""
        if self._services is not None:
            verb = self._services.draft_versions.begin
            work = partial(verb, self._workspace, document_id=self._document_id, label=label)
            self._operations.run("Begin draft of rules", work, self._begun, self._view.refuse)

    def ask_name(self) -> None:
        """Ask how the draft shall be called."""
        if self._draft is not None and self.can_write:
            self._view.ask_name(self._draft.title, self._draft.label)

    def rename(self, label: str) -> None:
        """Give the draft another name."""
        name = "Rename draft of rules"
        self._do(name, "draft_versions", "describe", self._close, label=label)

    def withdraw(self) -> None:
        """Withdraw the draft, after asking."""
        if (
            self._draft is not None
            and self.can_write
            and self._view.ask_withdraw(self._draft.label)
        ):
            self._do("Withdraw draft of rules", "draft_versions", "withdraw")

    def _insert(self, *, where: str, kind: str, label: str | None) -> None:
        beside = self._standing_beside()
        if beside != self._eid:  # what is repealed holds nothing; the new one follows what stands
            where = "after"
        self._do(
            "Insert provision",
            "draft_structure",
            "insert",
            done=self._inserted,
            kind=kind,
            where=where,
            beside=beside or None,
            label=label,
        )

    def _standing_beside(self) -> str:
        """Return the provision in hand; for a repealed one, what stands before it on its level."""
        if self._draft is None:
            return ""
        lines = self._draft.lines
        at = next((place for place, line in enumerate(lines) if line.eid == self._eid), -1)
        if at < 0 or str(lines[at].change) != "repealed":
            return self._eid
        standing = (
            line.eid
            for line in reversed(lines[:at])
            if str(line.change) != "repealed" and line.depth <= lines[at].depth
        )
        return next(standing, "")

    def _inserted(self, change: Any) -> None:
        """Turn to the provision that came, and write it."""
        self._view.close_dialog()
        if self._services is None:
            return
        find = self._services.draft_sheets.find_eid
        work = partial(find, self._workspace, provision_id=change.subject)
        self._tasks.run(work, self._write, self._tell)

    def _write(self, eid: str) -> None:
        self.go_to(eid)
        self._view.focus_text()

    def _begun(self, change: Any) -> None:
        self._view.close_dialog()
        self.turn_to(change.subject)

    def _close(self, _change: Any) -> None:
        self._view.close_dialog()

    def _numbers(self, values: Mapping[str, Any]) -> dict[str, Any]:
        if "label" not in values:
            return {}
        return {"eid": self._eid, "label": values["label"], "goes_on": values["goes_on"]}

    def _proposal_values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        assert self._provision is not None
        kind = values["kind"]
        said = {each.language: each for each in self._provision.wordings}
        texts = {
            tag: stored(words, said[tag].text, said[tag].names)
            for tag, words in values["texts"].items()
        }
        if kind == "replace":  # only what differs is proposed
            texts = {tag: text for tag, text in texts.items() if text != said[tag].text}
        headings = {
            tag: words
            for tag, words in values["headings"].items()
            if kind == "insert" or words != said[tag].heading
        }
        return {
            "kind": kind,
            "party_id": values["party_id"],
            "person_id": values["person_id"],
            "kind_of_provision": values["kind_of_provision"] if kind == "insert" else None,
            "label": values["label"] if kind == "insert" else "",
            "headings": {} if kind == "repeal" else headings,
            "texts": {} if kind == "repeal" else texts,
            "reason": values["reason"],
        }

    def _enter_proposal(self, verbs: Any, draft: Mapping[str, Any]) -> Any:
        return verbs.propose(self._workspace, verbs.ProvisionProposal(**draft), eid=self._eid)

    def _ask_proposal(self, row: Any, persons: Sequence[Any]) -> None:
        if self._draft is not None and self._provision is not None:
            pairs = [(person.id, person.name) for person in persons]
            self._view.ask_proposal(self._draft, self._provision, pairs, row)

    def _on_proposal(self, name: str, verb: str, **how: Any) -> None:
        if self._services is not None and self.can_write:
            work = partial(getattr(self._services.draft_proposals, verb), self._workspace, **how)
            self._operations.run(name, work, None, self._view.refuse)

    def _do(
        self,
        name: str,
        noun: str,
        verb: str,
        done: Callable[[Any], None] | None = None,
        **how: Any,
    ) -> None:
        """Do something to the draft; what is being typed is saved before."""
        if self._services is None or not self.can_write:
            return
        self.save()
        work = partial(
            getattr(getattr(self._services, noun), verb),
            self._workspace,
            version_id=self._version_id,
            **how,
        )
        self._operations.run(name, work, done, self._refuse)

    def _refuse(self, problem: Misfortune) -> None:
        self._view.refuse(problem)
        self._read()

    def _shown(self, language: str) -> Key:
        """Return what is written: the provision that is shown, until another one is read."""
        assert self._provision is not None
        return self._provision.line.eid, language

    def _wording(self, language: str) -> "WordingSheet | None":
        if self._provision is None:
            return None
        return next((e for e in self._provision.wordings if e.language == language), None)

    def _note_saved(self, key: Key, entry: Entry, _change: Any) -> None:
        self._typed.note_saved(key, entry)
        if key[0] == self._eid:
            self._read_provision()

    def _keep(self, key: Key, entry: Entry, problem: Misfortune) -> None:
        if getattr(problem, "is_final", False):
            self._typed.note_saved(key, entry)  # there is no place any more that it could go to
        else:
            self._typed.note_refused(key, entry, getattr(problem, "theirs", None))
        self._view.refuse(problem)

    def _tell(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.refuse(problem)
        else:
            self._report_failure(problem)
