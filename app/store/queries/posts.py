"""The posts that persons are known by, the latest first, to propose one for the next meeting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.domain.delegation import Delegate, Delegation
from app.domain.meeting import Meeting
from app.domain.names import held_on
from app.domain.person import Post
from app.store.reader import Reader


@dataclass(frozen=True)
class KnownPost:
    """A post as it was entered, or as it was printed at an earlier meeting.

    Attributes:
        titles: The post, per language.
        organisations: The organisation as printed, per language, where it was printed apart.
        organisation_id: The organisation, where it is known.
        since: Since when, or at which meeting's date, it is attested; ``""`` where nobody knows.
        meeting: The code or date of the meeting at which it was printed; empty for an entered one.
    """

    titles: Mapping[str, str]
    organisations: Mapping[str, str]
    organisation_id: UUID | None
    since: str
    meeting: str


def list_known_posts(
    reader: Reader, *, person_ids: Iterable[UUID], day: date | None
) -> dict[UUID, tuple[KnownPost, ...]]:
    """Return for each person the posts known on a day, the latest first, each only once.

    Without a day all of them count; a post that had ended by then does not.
    """
    wanted = set(person_ids)
    found: dict[UUID, list[KnownPost]] = defaultdict(list)
    for post in _entered(reader, wanted):
        if day is None or held_on(day, post):
            found[post.person_id].append(
                KnownPost(
                    titles=dict(post.titles),
                    organisations={},
                    organisation_id=post.organisation_id,
                    since=post.valid_from or "",
                    meeting="",
                )
            )
    for person_id, known in _printed(reader, wanted, day):
        found[person_id].append(known)
    return {key: _latest_first(posts) for key, posts in found.items()}


def _latest_first(posts: list[KnownPost]) -> tuple[KnownPost, ...]:
    once: dict[str, KnownPost] = {}
    for post in sorted(posts, key=lambda each: each.since, reverse=True):
        words = " | ".join(post.titles[tag] for tag in sorted(post.titles)).casefold()
        once.setdefault(words, post)
    return tuple(once.values())


def _entered(reader: Reader, wanted: set[UUID]) -> list[Post]:
    if len(wanted) == 1:
        return reader.find(Post, person_id=next(iter(wanted)))
    return [post for post in reader.find(Post) if post.person_id in wanted]


def _printed(
    reader: Reader, wanted: set[UUID], day: date | None
) -> Iterable[tuple[UUID, KnownPost]]:
    columns: tuple[Any, ...] = (
        Delegate.person_id, Delegate.printed_posts, Delegate.printed_organisations,
        Delegate.organisation_id, Meeting.code, Meeting.starts_on, Meeting.planned_starts_on,
    )  # fmt: skip
    statement = (
        select(*(col(column) for column in columns))
        .join(Delegation, col(Delegation.id) == col(Delegate.delegation_id))
        .join(Meeting, col(Meeting.id) == col(Delegation.meeting_id))
        .where(col(Delegate.person_id).is_not(None))
    )
    if len(wanted) == 1:
        statement = statement.where(col(Delegate.person_id) == next(iter(wanted)))
    for row in reader.execute(statement):
        person_id, titles, organisations, organisation_id, code, starts, planned = row
        on = starts or planned
        if person_id not in wanted or not (titles or organisations):
            continue
        if day is not None and on is not None and on > day:
            continue
        since = on.isoformat() if on else ""
        yield person_id, KnownPost(titles, organisations, organisation_id, since, code or since)
