"""A secretariat's desk for the tests: enters a system by the product's verbs and prints it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import docx

from app.documents.kinds import DocumentKind
from app.domain.body import Body, BodyKind, BodyName, BodyOrganisation, OrganisationRole
from app.domain.delegation import Attendance, Delegate, DelegateRole
from app.domain.instrument import Instrument, InstrumentKind, InstrumentStatus
from app.domain.meeting import Meeting
from app.domain.organisation import Organisation, OrganisationKind
from app.domain.party import NameKind, Party, PartyKind
from app.domain.person import Person, Post
from app.services import (
    bodies,
    delegations,
    instruments,
    issuing,
    meetings,
    organisations,
    parties,
    persons,
)
from app.services.wanted import Wanted
from app.store.workspace import Workspace
from tests.builders import key_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Desk:
    """A fresh workspace and the folder into which its documents are printed."""

    workspace: Workspace
    folder: Path
    parties: dict[str, UUID] = field(default_factory=dict)

    def states(self, *codes: str) -> tuple[UUID, ...]:
        """Add states as the window does, with the names that it knows in four languages."""
        for code in codes:
            self.parties[code] = key_of(parties.add_state(self.workspace, code=code))
        return tuple(self.parties[code] for code in codes)

    def party(self, code: str, kind: PartyKind, name: str, *, of: str | None = None) -> UUID:
        draft = Party(
            code=code, kind=kind, names={"en": name}, parent_id=self.parties[of] if of else None
        )
        self.parties[code] = key_of(parties.register(self.workspace, draft))
        return self.parties[code]

    def organisation(
        self, name: str, *, of: str | None = None, kind: OrganisationKind | None = None
    ) -> UUID:
        draft = Organisation(
            code=name[:80],
            kind=kind or OrganisationKind.MINISTRY,
            names={"en": name},
            party_id=self.parties[of] if of else None,
        )
        return key_of(organisations.register(self.workspace, draft))

    def instrument(
        self, code: str, kind: InstrumentKind, title: str, *of: str, **fields: Any
    ) -> UUID:
        titles = {"en": title} | fields.pop("titles", {})
        draft = Instrument(code=code, kind=kind, titles=titles, **fields)
        keys = tuple(self.parties[each] for each in of)
        return key_of(instruments.record(self.workspace, draft, party_ids=keys))

    def body(
        self, code: str, kind: BodyKind, names: Mapping[str, str], *of: str, **fields: Any
    ) -> UUID:
        draft = Body(code=code, kind=kind, names=dict(names), **fields)
        key = key_of(bodies.establish(self.workspace, draft))
        for party in of:
            bodies.seat_party(self.workspace, body_id=key, party_id=self.parties[party])
        return key

    def also_called(self, body_id: UUID, text: str, kind: NameKind = NameKind.ALIAS) -> None:
        name = BodyName(body_id=body_id, kind=kind, language="en", text=text)
        bodies.add_name(self.workspace, name)

    def unit(
        self, body_id: UUID, organisation_id: UUID, role: OrganisationRole, place: str = ""
    ) -> None:
        draft = BodyOrganisation(
            body_id=body_id, organisation_id=organisation_id, role=role, place=place
        )
        bodies.add_organisation(self.workspace, draft)

    def meeting(self, body_id: UUID | None, **fields: Any) -> UUID:
        return key_of(meetings.plan(self.workspace, Meeting(body_id=body_id, **fields)))

    def delegation(self, meeting_id: UUID, party: str, *institutions: UUID) -> UUID:
        """Open a delegation in which institutions sit, where no person is named."""
        key = key_of(
            delegations.open_delegation(
                self.workspace, meeting_id=meeting_id, party_id=self.parties[party]
            )
        )
        for organisation_id in institutions:
            self._seat(key, organisation_id=organisation_id, role=DelegateRole.DELEGATE)
        return key

    def head(self, delegation_id: UUID, name: str, *posts: str) -> UUID:
        """Seat a head of delegation with every post held, printed as one."""
        person_id = key_of(persons.register(self.workspace, Person(printed_name=name)))
        for ordinal, title in enumerate(posts, start=1):
            post = Post(person_id=person_id, ordinal=ordinal, titles={"en": title})
            persons.add_post(self.workspace, post)
        self._seat(
            delegation_id,
            person_id=person_id,
            role=DelegateRole.HEAD,
            printed_posts={"en": " and ".join(posts)} if posts else {},
        )
        return person_id

    def _seat(self, delegation_id: UUID, **fields: Any) -> None:
        draft = Delegate(
            delegation_id=delegation_id, ordinal=1, attendance=Attendance.ATTENDED, **fields
        )
        delegations.seat(self.workspace, draft)

    def printed(self, kind: DocumentKind, **wanted: Any) -> str:
        """Print a document to a Word file, open the file, and return every word in it."""
        asked = Wanted(kind=kind, **wanted)
        saved = issuing.save(self.workspace, asked, path=self.folder)
        assert saved.path.suffix == ".docx"
        body = docx.Document(str(saved.path)).element.body
        return "\n".join(
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            for paragraph in body.iter(f"{W}p")
        )


IN_FORCE = InstrumentStatus.IN_FORCE
