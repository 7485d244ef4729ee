"""Gives a draft a revision of its own of one provision, without a look at the rest of the text."""

from app.domain.decision import TextStatus
from app.domain.rules import Provision, ProvisionRevision, ProvisionText, RuleVersion
from app.domain.sealing import text_hash
from app.services.drafting.refusals import NotThere
from app.store.queries.drafts import WordingRow, list_wordings
from app.store.unit_of_work import UnitOfWork


class OwnRevision:
    """What a provision says in a draft; the version before keeps what it said."""

    def __init__(self, work: UnitOfWork, version: RuleVersion, eid: str) -> None:
        """Find the provision.

        Raises:
            NotThere: if it does not stand in the draft.
        """
        provision = work.first(Provision, document_id=version.document_id, eid=eid)
        standing = (
            work.first(ProvisionRevision, provision_id=provision.id, v_to=None)
            if provision is not None
            else None
        )
        if provision is None or standing is None or standing.id is None:
            raise NotThere(eid)
        self.provision = provision
        self.label = standing.label
        self._work = work
        self._version = version
        self._standing = standing
        self.wordings = list_wordings(work, revision_ids=[standing.id]).get(standing.id, {})

    def says(self, language: str) -> tuple[str, str]:
        """Return the heading and the text in a language."""
        wording = self.wordings.get(language)
        return (wording.heading, wording.text) if wording is not None else ("", "")

    def say(self, language: str, *, heading: str, text: str, status: TextStatus) -> bool:
        """Let it say something else in a language; return whether that changes anything.

        Args:
            language: The language.
            heading: What it is headed.
            text: Its words.
            status: The authority of a text in a language in which there was none.
        """
        if (heading, text) == self.says(language):
            return False
        self._open()
        record = self._work.first(
            ProvisionText, revision_id=self._standing.id, language=language, correction=0
        )
        if record is None:
            assert self._standing.id is not None
            record = ProvisionText(revision_id=self._standing.id, language=language, status=status)
        record.heading, record.text, record.sha256 = heading, text, text_hash(text)
        record.source_sha256 = self._source(record)
        self._work.add(record)
        self._work.flush()
        self.wordings[language] = _row(record)
        return True

    def _authentic(self) -> WordingRow | None:
        tags = sorted(self.wordings)
        return next(
            (self.wordings[tag] for tag in tags if self.wordings[tag].status == "authentic"), None
        )

    def _source(self, record: ProvisionText) -> str | None:
        authentic = self._authentic()
        if record.status is TextStatus.AUTHENTIC or authentic is None:
            return None
        return authentic.sha256

    def _open(self) -> None:
        """Close what the version before says, and say the same in this one."""
        if self._standing.v_from == self._version.number:
            return
        old = self._standing
        old.v_to = self._version.number
        self._work.flush()  # a provision stands in one place at a time
        self._standing = self._work.add(
            ProvisionRevision(
                document_id=old.document_id,
                provision_id=old.provision_id,
                v_from=self._version.number,
                parent_eid=old.parent_eid,
                ordinal=old.ordinal,
                depth=old.depth,
                label=old.label,
            )
        )
        self._work.flush()
        assert self._standing.id is not None
        for wording in self.wordings.values():
            self._work.add(
                ProvisionText(
                    revision_id=self._standing.id,
                    language=wording.language,
                    status=TextStatus(wording.status),
                    heading=wording.heading,
                    text=wording.text,
                    sha256=wording.sha256,
                    source_sha256=wording.source_sha256,
                )
            )
        self._work.flush()


def _row(record: ProvisionText) -> WordingRow:
    return WordingRow(
        record.id or 0,
        record.revision_id,
        record.language,
        record.status.value,
        record.heading,
        record.text,
        record.sha256,
        record.source_sha256,
    )
